"""Faults of the story: two sides and a third, everybody in it, the law, the evidence."""

import pytest

from scenario_builder import RECITAL, changed, faults_of, told

# Forks


def test_a_fork_with_one_choice_is_told():
    text = """\
scenes:
  saturday:
    question: What would you do?
    choices:
      - id: wait
        stance: risk_averse
"""
    assert told("too-few-choices", text) == [
        "recital.yaml, line 2: scene 'saturday' has only one choice. "
        "A fork has two or more; where there is nothing to choose, use 'leads_to'. [too-few-choices]"
    ]


@pytest.mark.parametrize(
    ("stance", "missing"),
    [
        ("collaborative", "decided for safety, without the person (risk_averse)"),
        ("risk_averse", "decided together with the person (collaborative)"),
        (
            "unsupported",
            "decided for safety, without the person (risk_averse) and decided together with the person (collaborative)",
        ),
    ],
)
def test_a_fork_that_shows_one_side_only_is_told(stance, missing):
    text = f"""\
scenes:
  saturday:
    question: What would you do?
    choices:
      - {{id: wait, stance: {stance}}}
      - {{id: talk, stance: {stance}}}
"""
    assert told("stances-missing", text) == [
        f"recital.yaml, line 2: scene 'saturday' has no choice that is {missing}. Both are needed, "
        "so that people can see the two side by side: add one, or see its 'stance'. [stances-missing]"
    ]


def test_a_stance_that_is_not_one_is_not_told_a_second_time_as_missing():
    assert [fault.split("[")[-1] for fault in faults_of(changed("stance: collaborative", "stance: shared"))] == [
        "not-one-of]",
        "not-one-of]",
    ]


def test_a_story_in_which_nobody_is_left_alone_is_told():
    assert faults_of(changed("stance: unsupported", "stance: collaborative")) == [
        "recital.yaml, line 23: no choice in the whole story leaves the person to manage alone (stance: unsupported). "
        "Add one to a fork where it could happen: being left alone with a risk is the third way of failing. "
        "[no-unsupported]"
    ]


def test_choices_without_a_question_are_told():
    assert faults_of(changed("    question: What do you say?\n", "")) == [
        "recital.yaml, line 91: scene 'ward-round' has choices but no 'question'. "
        "Add one, for instance: On this shift, what would you do? [no-question]"
    ]


def test_a_question_without_choices_is_told_and_no_second_fault_for_it():
    text = changed("    leads_to: ward-round\n", "    question: What now?\n")
    assert told("no-choices", text) == [
        "recital.yaml, line 90: scene 'monday' asks a question but has no choices. "
        "Add choices, or delete the question. [no-choices]"
    ]
    assert told("no-way-on", text) == []


@pytest.mark.parametrize(
    ("keys", "missing"),
    [("known: x", "'not_known'"), ("not_known: x", "'known'"), ("text: x", "'known' and 'not_known'")],
)
def test_a_fork_that_does_not_say_what_is_known_and_what_is_not_is_told(keys, missing):
    text = f"""\
scenes:
  saturday:
    {keys}
    choices: [{{id: wait, stance: risk_averse}}, {{id: talk, stance: collaborative}}]
"""
    assert told("no-known", text) == [
        f"recital.yaml, line 2: scene 'saturday' has no {missing}. Every fork says in one honest sentence each "
        "what studies show about this decision and what they do not. [no-known]"
    ]


def test_two_choices_of_one_name_at_a_fork_are_told():
    assert faults_of(changed("- id: ask-rowan-in", "- id: not-yet")) == [
        "recital.yaml, line 109: two choices of this scene are called 'not-yet'; the first is on line 97. "
        "Give this one a name of its own. [duplicate-id]"
    ]


def test_choices_of_different_forks_may_share_a_name():
    assert faults_of(changed("- id: not-yet", "- id: wait")) == []


def test_a_choice_that_costs_nobody_anything_is_told():
    assert faults_of(
        changed(
            "        costs:\n          - {to: person, kind: trust, text: Rowan looks away.}\n", "        costs: []\n"
        )
    ) == [
        "recital.yaml, line 97: choice 'not-yet' has no 'costs'. Every choice costs somebody something and gives "
        "somebody something: write at least one of each. [one-sided]"
    ]


def test_a_choice_that_gives_nobody_anything_is_told():
    text = """\
scenes:
  saturday:
    choices:
      - {id: wait, costs: [{to: person, kind: trust, text: Rowan stops asking.}]}
"""
    assert told("one-sided", text) == [
        "recital.yaml, line 4: choice 'wait' has no 'gives'. Every choice costs somebody something and gives "
        "somebody something: write at least one of each. [one-sided]"
    ]


def test_a_choice_that_says_nothing_of_family_where_there_is_family_is_told():
    assert faults_of(changed("        nobody_asked: [family]\n", "")) == [
        "recital.yaml, line 65: choice 'up-to-them' says nothing of the family, and there is family in the story. "
        "Add a cost or a gain with to: family; or, where so, nobody_asked: [family]. [family-left-out]"
    ]


def test_where_there_is_no_family_nothing_need_be_said_of_it():
    assert faults_of(changed("        nobody_asked: [family]\n", "").replace("role: family", "role: other")) == []


# What follows


def test_what_a_choice_leads_to_says_what_followed_and_what_else_could_have():
    text = """\
scenes:
  saturday:
    choices:
      - {id: wait, leads_to: monday}
      - {id: talk, leads_to: played}
      - {id: leave, leads_to: stayed}
  monday: {text: The team looks again.}
endings:
  played: {text: The songs are sung., in_short: They went., could_also: []}
  stayed: {text: Rowan stays in., in_short: Rowan stayed., could_also: [Rowan could have left.]}
"""
    way_out = "Say in two sentences what followed (in_short), and what else could have followed (could_also, a list)."
    assert told("no-consequence", text) == [
        f"recital.yaml, line 7: a choice leads to scene 'monday', which has no 'in_short' and 'could_also'. {way_out} "
        "[no-consequence]",
        f"recital.yaml, line 9: a choice leads to ending 'played', which has no 'could_also'. {way_out} "
        "[no-consequence]",
    ]


def test_a_scene_that_only_a_scene_leads_to_need_not_say_what_followed():
    assert told("no-consequence", RECITAL) == []


# People


def test_a_story_about_nobody_is_told():
    assert faults_of(changed("role: person", "role: other")) == [
        "recital.yaml, line 15: nobody under people has the role 'person'. "
        "Give it to the one whose care the story is about: role: person. [no-person]"
    ]


def test_a_voice_of_nobody_is_told_with_the_nearest_person():
    assert faults_of(changed("      marta: Nobody rang me.", "      martha: Nobody rang me.")) == [
        "recital.yaml, line 36: the voice of 'martha' in scene 'saturday': there is no such person under people. "
        "Did you mean 'marta'? [nobody-in-people]"
    ]


def test_a_diary_of_nobody_is_told():
    assert faults_of(changed("diary: {rowan: I stopped asking.}", "diary: {imran: I stopped asking.}")) == [
        "recital.yaml, line 87: the diary line of 'imran' in scene 'monday': there is no such person under people. "
        "People in this file: rowan, dee, marta. [nobody-in-people]"
    ]


def test_being_nobody_is_told():
    assert faults_of(changed("    you_are: dee\n    who_decides: The responsible clinician.\n", "    you_are: de\n"
                             "    who_decides: The responsible clinician.\n")) == [
        "recital.yaml, line 92: 'you_are' of scene 'ward-round' is 'de': there is no such person under people. "
        "Did you mean 'dee'? [nobody-in-people]"
    ]  # fmt: skip


def test_a_person_misspelt_where_they_stand_is_one_fault_with_all_lines():
    assert faults_of(changed("  rowan: {name", "  rowen: {name")) == [
        "recital.yaml, line 34: the voice of 'rowan' in scene 'saturday': there is no such person under people "
        "(also on lines 87 and 127). Did you mean 'rowen'? [nobody-in-people]"
    ]


# Law


@pytest.mark.parametrize("setting", ["acute ward", "psychiatric intensive care unit", "secure ward"])
def test_in_hospital_the_legal_status_of_the_person_is_said(setting):
    text = changed(", legal_status: detained for treatment", "").replace("acute ward", setting)
    assert faults_of(text) == [
        f"recital.yaml, line 16: the story plays in hospital ({setting}) and person 'rowan' has no 'legal_status'. "
        "Say in plain words whether they are there by their own agreement or detained, and how. [no-legal-status]"
    ]


def test_in_hospital_every_fork_says_who_decides():
    assert faults_of(changed("    who_decides: The responsible clinician.\n", "")) == [
        "recital.yaml, line 91: the story plays in hospital (acute ward) and scene 'ward-round' does not say who "
        "decides. Add who_decides: who may decide this in law, and what the learner's view counts for. "
        "[no-who-decides]"
    ]


def test_elsewhere_neither_is_asked_for():
    text = changed(", legal_status: detained for treatment", "").replace("acute ward", "community team")
    assert faults_of(text.replace("    who_decides: The responsible clinician.\n", "")) == []


# Evidence


def test_an_unknown_finding_is_told_with_the_nearest_known_one():
    assert faults_of(RECITAL, findings={"leave-evidence-gaps", "leave-deaths"}) == [
        "recital.yaml, line 64: choice 'plan-it-together' names a finding 'leave-evidence-gap', "
        "which is not in the evidence. Did you mean 'leave-evidence-gaps'? [unknown-finding]"
    ]


def test_an_unknown_finding_like_none_is_told_with_where_to_look():
    assert faults_of(RECITAL, findings={"cto-octet"}) == [
        "recital.yaml, line 64: choice 'plan-it-together' names a finding 'leave-evidence-gap', "
        "which is not in the evidence. Ids are in the first column of evidence/findings.csv. [unknown-finding]"
    ]


def test_guidance_that_is_not_among_the_sources_is_told():
    assert faults_of(RECITAL, sources={"nice_ng225_2022", "imroc2014"}) == [
        "recital.yaml, line 12: 'maps_to' names guidance 'nice_ng225', which is not among the sources. "
        "Did you mean 'nice_ng225_2022'? [unknown-source]"
    ]


def test_without_evidence_neither_is_looked_up():
    assert faults_of(RECITAL, findings=None, sources=None) == []
