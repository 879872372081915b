"""The evidence and explore screens without a browser: what they show, what the page may ask, what a notebook gets."""

import re
import subprocess
import sys

import ipywidgets
import pytest

from sharedground.charts.cache import DrawingError
from sharedground.errors import EvidenceError
from sharedground.evidence import load_evidence
from sharedground_widgets import AllEvidence, Explore
from sharedground_widgets import explore as explore_module
from sharedground_widgets.screen import SCREEN


@pytest.fixture(scope="module")
def screen():
    return AllEvidence()


@pytest.fixture(scope="module")
def evidence():
    return load_evidence()


def test_every_finding_is_handed_to_the_page(screen, evidence):
    assert sorted(screen.data["findings"]["id"]) == sorted(evidence.findings)


def test_what_each_figure_says_is_handed_over_without_its_drawing(screen):
    assert screen.figures["contrast"] in screen.figures["specs"]
    assert "<svg" not in str(screen.figures)


def test_an_output_says_that_it_is_a_screen_of_ours(screen):
    data, _ = screen._repr_mimebundle_()
    assert SCREEN in data


@pytest.mark.parametrize("name", ["data", "figures", "_esm", "_css"])
def test_the_page_can_set_nothing(screen, name):
    before = getattr(screen, name)
    screen.set_state({name: {"findings": "canary"}})
    assert getattr(screen, name) == before


def test_a_figure_is_sent_by_name(screen):
    answer = screen.answer("figure", {"name": screen.figures["contrast"]})
    assert answer["svg"].startswith("<svg")
    assert answer["name"] == screen.figures["contrast"]


@pytest.mark.parametrize("name", ["no-such-figure", "../secrets", None, [1], {"a": 1}])
def test_a_figure_that_is_not_there_is_not_sent(screen, name):
    assert screen.answer("figure", {"name": name}) is None


def test_no_other_message_is_answered(screen):
    assert screen.answer("anything", {"name": screen.figures["contrast"]}) is None


def test_a_readers_kernel_loads_no_pandas_and_no_matplotlib():
    code = (
        "import sys; from sharedground_widgets import AllEvidence, Explore; AllEvidence(); Explore()\n"
        "print({'pandas', 'matplotlib', 'numpy', 'citeproc'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert ran.stdout.strip() == "set()"


def test_each_picture_says_what_is_on_it():
    pictures = re.findall(r"<img [^>]*>", Explore(practice="joint_crisis_plan").shown.value)
    assert pictures
    assert all(re.search(r'alt="[^"]{40,}"', picture) for picture in pictures)


def test_another_practice_is_shown_when_it_is_chosen():
    explore = Explore(practice="joint_crisis_plan")
    explore.practice.value = "leave"
    assert "Decisions about leave rest on rules of thumb" in explore.shown.value
    assert "<img" not in explore.shown.value
    assert explore.about.value == "anybody"


def test_choosing_whom_it_is_about_leaves_out_the_others():
    explore = Explore(practice="defensive_practice")
    everything = explore.shown.value
    explore.about.value = "person"
    assert 0 < len(explore.shown.value) < len(everything)


def test_what_must_be_read_with_a_finding_is_shown_whoever_it_is_about():
    explore = Explore(practice="leave")
    explore.about.value = "service"
    assert "how many happened during agreed leave" in explore.shown.value


def test_findings_about_deaths_stand_beside_the_help_lines():
    assert "116 123" in Explore(practice="leave").shown.value
    assert "116 123" not in Explore(practice="joint_crisis_plan").shown.value


def test_the_controls_are_labelled_and_none_is_an_output():
    explore = Explore()
    kinds = [type(child) for child in explore.children]
    assert kinds == [ipywidgets.Dropdown, ipywidgets.Dropdown, ipywidgets.HTML]
    assert [explore.practice.description, explore.about.description] == ["Practice", "Who it is about"]


def test_a_practice_that_is_not_there_is_told_with_the_nearest():
    with pytest.raises(EvidenceError, match=r"'leeve'. Try one of these: leave"):
        Explore(practice="leeve")


def test_where_nothing_can_be_drawn_the_words_and_the_table_stand(monkeypatch):
    def broken(specs):
        raise DrawingError("no")

    monkeypatch.setattr(explore_module, "ensure", broken)
    shown = Explore(practice="joint_crisis_plan").shown.value
    assert "The picture could not be drawn here" in shown
    assert "<table" in shown


def test_every_practice_can_be_shown(monkeypatch):
    monkeypatch.setattr(explore_module, "ensure", lambda specs: {spec.name: "<svg></svg>" for spec in specs})
    explore = Explore()
    for _, practice in explore.practice.options:
        explore.practice.value = practice
        assert "<li" in explore.shown.value or "<figure" in explore.shown.value, practice
        assert "risk_averse" not in explore.shown.value
