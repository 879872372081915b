"""The scenarios that are shipped, and the guide to writing one."""

import re
from typing import get_args

import pytest
import yaml

from scenario_builder import faults_of
from sharedground.content import folder
from sharedground.evidence import load_evidence
from sharedground.scenario import check_file, load, scenario_files
from sharedground.scenario.model import About, Choice, Effect, Ending, Person, Place, Review, Scenario, Scene
from sharedground.words import COST_WORDS, GAIN_WORDS, SETTINGS, Kind

SLUGS = list(scenario_files())
GUIDE = (folder("scenarios") / "README.md").read_text(encoding="utf-8")
PARTS = {
    "The file": Scenario,
    "about": About,
    "Reviews": Review,
    "People": Person,
    "Places": Place,
    "Scenes": Scene,
    "Choices": Choice,
    "Costs and gives": Effect,
    "Endings": Ending,
}


def section(title: str) -> str:
    return re.split(r"\n#{2,3} ", GUIDE.split(f"\n### {title}\n", 1)[1], maxsplit=1)[0]


def rows(text: str) -> list[list[str]]:
    """The rows of the first table in a text, without its head."""
    lines = text[text.index("\n|") + 1 :].split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


# Scenarios


def test_the_two_first_scenarios_are_there():
    assert {"two-hours-for-a-recital", "coming-down-slowly"} <= set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_scenario_passes_the_check(slug):
    evidence = load_evidence()
    faults = check_file(scenario_files()[slug], findings=evidence.findings, sources=evidence.sources)
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_scenario_has_three_forks_and_three_endings_or_more(slug):
    scenario = load(slug)
    assert len(scenario.forks) >= 3
    assert len(scenario.endings) >= 3
    assert 5 <= scenario.about.minutes <= 15


@pytest.mark.parametrize("slug", SLUGS)
def test_every_scenario_has_a_fork_that_shared_caution_can_answer(slug):
    choices = [choice for fork in load(slug).forks.values() for choice in fork.choices]
    assert any((choice.stance, choice.freedom) == ("collaborative", "less") for choice in choices)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_review_is_claimed_only_where_there_was_one(slug):
    # No one outside the project has read a scenario yet. When someone has, name the slug here with their entry.
    assert load(slug).about.reviewed_by == ()


# The guide


@pytest.mark.parametrize("title", PARTS)
def test_the_guide_has_each_key_of_each_part_and_no_other(title):
    assert [key for key, *_ in rows(section(title))] == [f"`{key}`" for key in PARTS[title].model_fields]


@pytest.mark.parametrize("title", PARTS)
def test_the_guide_says_which_keys_must_be_there(title):
    required = {f"`{key}`" for key, field in PARTS[title].model_fields.items() if field.is_required()}
    must = {key for key, _, must, _ in rows(section(title)) if must.startswith("yes")}
    asked_by_the_check = {"`costs`", "`gives`"} if title == "Choices" else set()
    assert must == required | asked_by_the_check


@pytest.mark.parametrize("title", PARTS)
def test_the_guide_has_an_example_of_each_key(title):
    for key, _, _, example in rows(section(title)):
        read = yaml.load(example.split("`")[1], Loader=yaml.CBaseLoader)
        assert list(read) == [key.strip("`")]


def test_the_guide_lists_all_settings_and_kinds_with_their_words():
    assert all(setting in section("about") for setting in SETTINGS)
    kinds = section("Costs and gives").split("The kinds, and how", 1)[1]
    assert rows(kinds) == [[f"`{kind}`", COST_WORDS[kind], GAIN_WORDS[kind]] for kind in get_args(Kind)]


def test_the_whole_scenario_in_the_guide_passes_the_check():
    example = GUIDE.split("## A whole scenario", 1)[1].split("```yaml\n", 1)[1].split("```", 1)[0]
    assert faults_of(example) == []


def test_the_fault_shown_in_the_guide_is_said_so():
    shown = next(line for line in GUIDE.splitlines() if line.startswith("my-own.yaml, line 41: "))
    text = "scenes:\n  sunday:\n    choices: [{id: plan-it-together, leads_to: sundya}]\nendings: {played: {text: x}}\n"
    assert any(shown.split(": ", 1)[1] == fault.split(": ", 1)[1] for fault in faults_of(text))
