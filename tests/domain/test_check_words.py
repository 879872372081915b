"""Faults of the words: nothing in a scenario can bring script, style or a remote address into a page."""

import pytest

from scenario_builder import changed, faults_of


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "</script><p>",
        "<!-- a remark -->",
        "<?php ?>",
        "<b>bold</b>",
        "<style>p{}</style>",
        "<a href=//x.y>here</a>",
    ],
)
def test_html_in_a_text_is_told(hostile):
    (fault,) = faults_of(changed("text: Rowan stays in.", f'text: "Rowan stays in. {hostile}"'))
    assert fault.startswith("recital.yaml, line 134: 'text' of ending 'stayed' has '<")
    assert fault.endswith(
        " in it, which is read as HTML. Use plain words, with *one* or **two** stars around what matters, "
        "and no angle brackets. [markup]"
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a",
        "HTTP://EXAMPLE.ORG",
        "www.example.org",
        "[here](https://example.org)",
        "[here](/evidence)",
        "![a plan](plan.png)",
        "[here][1]",
        "[1]: plan.html",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:rowan@example.org",
    ],
)
def test_a_link_picture_or_address_in_a_text_is_told(address):
    (fault,) = faults_of(changed("text: Rowan stays in.", f'text: "{address}"'))
    assert fault == (
        f"recital.yaml, line 134: 'text' of ending 'stayed' has a link, picture or web address in it: {address!r}. "
        "Pages must work without the internet: say in words what it is. Sources belong to the evidence. [link]"
    )


@pytest.mark.parametrize(
    "written",
    ["a < b and b > a", "I <3 songs", "at 4:30 [she said], (so far)", "mail: later; data: none", "1. first\\n2. then"],
)
def test_signs_that_are_no_markup_are_welcome(written):
    assert faults_of(changed("text: Rowan stays in.", f'text: "{written}"')) == []


def test_in_a_text_of_many_lines_the_very_line_is_told():
    (fault,) = faults_of(changed("begins at *four*.", "begins\n      at <b>four</b>."))
    assert fault.startswith("recital.yaml, line 33: 'text' of scene 'saturday' has '<b>' in it")


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("title: An evening of songs", "title: An <i>evening</i>"),
        ("label: Say not yet", "label: Say <i>not</i> yet"),
        ("marta: Nobody rang me.", "marta: <i>Nobody</i>"),
        ("facilitator_notes: Facilitators only; leave", "facilitator_notes: <i>leave</i>"),
        ("name: Larch Ward", "name: <i>Larch</i>"),
        ("text: Dee sleeps.", "text: <i>Dee</i>"),
    ],
)
def test_words_are_looked_at_wherever_they_stand(written, instead):
    (fault,) = faults_of(changed(written, instead))
    assert "has '<i>' in it" in fault


def test_a_key_is_looked_at_like_a_text():
    faults = faults_of(changed("  larch: {name", "  <img src=x>: {name"))
    assert any(fault.endswith("[markup]") for fault in faults)
