"""What a player is handed: who has looked at a scenario, what it relates to, and nothing meant for facilitators."""

import json

from scenario_builder import RECITAL, changed, scenario_from
from sharedground.evidence import load_evidence
from sharedground.pages.templates import scenario_list
from sharedground.play.help_lines import help_lines
from sharedground.play.player_data import catalogue, player_data
from sharedground.scenario import Scenario

REVIEWED = changed(
    "reviewed_by: []", "reviewed_by: [{who: carer, date: 2026-12, credit: Sam}, {who: clinician, date: 2027-01}]"
)


def data_of(scenario: Scenario) -> dict:
    return player_data(scenario, load_evidence(), help_lines())


def test_a_review_that_was_entered_reaches_the_page_with_who_when_and_credit():
    about = data_of(scenario_from(REVIEWED))["about"]
    assert about["reviewed_by"] == [
        {"who": "carer", "date": "2026-12", "credit": "Sam"},
        {"who": "clinician", "date": "2027-01", "credit": None},
    ]
    assert about["not_reviewed_by"] == ["someone with lived experience"]


def test_without_reviews_the_page_can_say_from_whom_they_are_missing(recital):
    about = data_of(recital)["about"]
    assert about["reviewed_by"] == []
    assert about["not_reviewed_by"] == ["someone with lived experience", "a carer", "a clinician"]


def test_the_list_of_scenarios_says_who_has_not_read_each():
    listed = scenario_list(
        catalogue([scenario_from(REVIEWED, slug="read"), scenario_from(slug="unread")]), help_lines()
    )
    assert "Not yet reviewed by someone with lived experience." in listed
    assert "Not yet reviewed by someone with lived experience, nor by a carer, nor by a clinician." in listed


def test_guidance_a_scenario_relates_to_is_called_by_its_title(recital):
    (guidance,) = data_of(recital)["about"]["maps_to"]
    assert guidance["key"] == "nice_ng225"
    assert guidance["title"].startswith("Self-harm: assessment, management")


def test_no_note_for_facilitators_is_in_what_a_learner_gets(recital):
    assert "Facilitators only" in RECITAL
    assert "Facilitators only" not in json.dumps(data_of(recital))
