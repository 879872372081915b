"""What a learner's page gets of a scenario: safe, complete, and nothing that must wait or stay."""

import json
import re

import pytest

from scenario_builder import changed, scenario_from
from sharedground.scenario import Scenario
from sharedground.scenario.compile import TAGS, compile_scenario, safe_html

SCENE_KEYS = {
    "id", "kind", "heading", "html", "in_short", "you_are", "who_decides", "pressures", "voices", "diary",
    "could_also", "question", "choices", "leads_to", "decisions_left",
}  # fmt: skip


def test_every_scene_and_ending_has_every_key(recital: Scenario):
    scenes = compile_scenario(recital)["scenes"]
    assert list(scenes) == ["saturday", "monday", "ward-round", "played", "stayed"]
    assert all(set(scene) == SCENE_KEYS for scene in scenes.values())
    assert [scene["kind"] for scene in scenes.values()] == ["fork", "passage", "fork", "ending", "ending"]


def test_it_is_plain_data(recital: Scenario):
    data = compile_scenario(recital)
    assert json.loads(json.dumps(data)) == data


def test_what_stands_around_the_scenes_is_there(recital: Scenario):
    data = compile_scenario(recital)
    assert (data["slug"], data["start"], data["person"]) == ("recital", "saturday", "rowan")
    assert data["people"]["dee"] == {
        "name": "Dee",
        "role": "practitioner",
        "job": "nurse",
        "pronouns": None,
        "legal_status": None,
    }


def test_who_has_not_yet_read_it_is_said_in_words(recital: Scenario):
    assert compile_scenario(recital)["about"]["not_reviewed_by"] == [
        "someone with lived experience",
        "a carer",
        "a clinician",
    ]


def test_who_has_read_it_is_said_and_no_longer_missing():
    text = changed("reviewed_by: []", "reviewed_by: [{who: carer, date: 2026-12, credit: Sam}]")
    about = compile_scenario(scenario_from(text))["about"]
    assert about["reviewed_by"] == [{"who": "carer", "date": "2026-12", "credit": "Sam"}]
    assert about["not_reviewed_by"] == ["someone with lived experience", "a clinician"]


def test_guidance_has_its_title_where_one_is_given(recital: Scenario):
    about = compile_scenario(recital, titles={"nice_ng225": "Self-harm"})["about"]
    assert about["maps_to"] == [{"key": "nice_ng225", "title": "Self-harm"}]


def test_choices_carry_no_stance_no_cost_and_no_gain(recital: Scenario):
    for scene in compile_scenario(recital)["scenes"].values():
        for choice in scene["choices"]:
            assert set(choice) == {"id", "label", "reasoning_html", "leads_to"}


@pytest.mark.parametrize("kept_back", ["Facilitators only", "risk_averse", "Rowan stops asking.", "Dee sleeps."])
def test_what_must_wait_or_stay_is_nowhere_in_it(recital: Scenario, kept_back):
    assert kept_back not in json.dumps(compile_scenario(recital))


def test_a_scene_without_heading_is_headed_by_its_id_in_words(recital: Scenario):
    assert compile_scenario(recital)["scenes"]["ward-round"]["heading"] == "Ward round"


def test_markdown_becomes_paragraphs_and_emphasis(recital: Scenario):
    scenes = compile_scenario(recital)["scenes"]
    assert scenes["saturday"]["html"] == (
        "<p>Rowan stands at the office door.</p>\n<p>The concert begins at <em>four</em>.</p>"
    )
    assert "<strong>nobody</strong>" in scenes["saturday"]["choices"][0]["reasoning_html"]


def test_plain_texts_are_one_line_however_they_were_wrapped():
    text = changed("label: Say not yet", "label: >-\n          Say not\n          yet")
    assert compile_scenario(scenario_from(text))["scenes"]["ward-round"]["choices"][0]["label"] == "Say not yet"


# How far it still is


def test_decisions_left_count_this_fork_and_those_ahead(recital: Scenario):
    left = {name: scene["decisions_left"] for name, scene in compile_scenario(recital)["scenes"].items()}
    assert left == {"saturday": [1, 2], "monday": [1, 1], "ward-round": [1, 1], "played": [0, 0], "stayed": [0, 0]}


def test_decisions_left_are_bounded_where_a_story_goes_round():
    text = changed("leads_to: stayed", "leads_to: saturday").replace("  saturday:\n", "  saturday:\n    in_short: x\n")
    text = text.replace("    heading: Sat", "    could_also: [x]\n    heading: Sat")
    text = text[: text.index("  stayed:")]
    assert compile_scenario(scenario_from(text))["scenes"]["saturday"]["decisions_left"] == [1, 2]


# Safe HTML, also for what the check would have refused

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://example.org/x.png)",
    "[x](javascript:alert(1))",
    "[x](https://example.org)",
    "<https://example.org>",
    "[x]: https://example.org 'x'\n\n[x]",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<a href='data:text/html,x'>x</a>",
    "<p onclick=alert(1)>x</p>",
    "<style>*{background:url(//example.org)}</style>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "```html\n<script>alert(1)</script>\n```",
    "<base href=//example.org>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "*<b* onmouseover=alert(1)>",
    "\\<script>alert(1)\\</script>",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_becomes_a_tag_outside_the_short_list_or_any_attribute(hostile):
    tags = re.findall(r"<[^>]*>", safe_html(hostile))
    assert {tag.strip("</>") for tag in tags} <= TAGS


@pytest.mark.parametrize(
    "entity", ["&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&#x3c;img src=x onerror=alert(1)&#x3e;"]
)
def test_entities_stay_as_they_were_typed(entity):
    assert safe_html(entity) == f"<p>{entity.replace('&', '&amp;')}</p>"


def test_words_survive_even_where_they_look_like_markup():
    assert safe_html("# 1 in 4 said [so] at `2 < 3`") == "<p># 1 in 4 said [so] at `2 &lt; 3`</p>"
    assert safe_html("> quoted\n\n- one\n- two\n\n1. first") == (
        "<blockquote>\n<p>quoted</p>\n</blockquote>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol>\n<li>first</li>\n</ol>"
    )


def test_a_hostile_scenario_that_came_past_the_check_is_still_safe(recital: Scenario):
    hostile = "<script>alert(1)</script>"
    scene = recital.scenes["saturday"].model_copy(update={"text": hostile, "voices": {"rowan": hostile}})
    data = compile_scenario(recital.model_copy(update={"scenes": {**recital.scenes, "saturday": scene}}))
    assert "<script" not in data["scenes"]["saturday"]["html"] + data["scenes"]["saturday"]["voices"][0]["html"]
