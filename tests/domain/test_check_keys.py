"""Faults of keys and of the values under them."""

import pytest

from scenario_builder import changed, faults_of, told


def test_an_unknown_key_is_told_with_the_nearest_known_one():
    assert faults_of(changed("    heading: Saturday", "    headin: Saturday")) == [
        "recital.yaml, line 25: scene 'saturday' has a key 'headin', which is not known. "
        "Did you mean 'heading'? [unknown-key]"
    ]


def test_an_unknown_key_like_none_is_told_with_all_known_ones():
    assert faults_of(changed("name: Larch Ward", "name: Larch Ward, beds: 18")) == [
        "recital.yaml, line 20: place 'larch' has a key 'beds', which is not known. "
        "Keys known here: name. [unknown-key]"
    ]


def test_a_comma_that_ends_a_text_too_soon_is_told_as_such():
    assert faults_of(changed("text: Rowan looks away.", "text: Rowan nods, and looks away.")) == [
        "recital.yaml, line 105: cost 1 of choice 'not-yet' has a key 'and looks away.', which is not known. "
        "Keys known here: to, kind, text. If it is part of a text, put quotes around the whole text: "
        "inside { } a comma ends it. [unknown-key]"
    ]


def test_the_slug_is_the_name_of_the_file_and_not_a_key():
    assert told("unknown-key", "slug: another-name\ntitle: Tea\n") == [
        "recital.yaml, line 1: the file has a key 'slug', which is not known. Keys known here: format, title, summary, "
        "about, content_notes, people, places, what_matters, start, scenes, endings. [unknown-key]"
    ]


@pytest.mark.parametrize(
    ("where", "written", "instead", "line", "meant"),
    [
        ("the file", "\nscenes:\n", "\nscens:\n", 23, "scenes"),
        ("the file", "\nstart:", "\nstrat:", 22, "start"),
        ("the file", "\nendings:", "\nEndings:", 123, "endings"),
        ("scene 'saturday'", "    question: On", "    qestion: On", 37, "question"),
        ("choice 'wait'", "leads_to: monday", "leads-to: monday", 45, "leads_to"),
        ("choice 'plan-it-together'", "        findings:", "        finding:", 64, "findings"),
    ],
)
def test_a_misspelt_key_is_one_fault_and_what_lies_under_it_is_no_other(where, written, instead, line, meant):
    wrong = instead.strip().split(":")[0]
    assert faults_of(changed(written, instead)) == [
        f"recital.yaml, line {line}: {where} has a key {wrong!r}, which is not known. "
        f"Did you mean {meant!r}? [unknown-key]"
    ]


def test_under_a_misspelt_key_faults_are_still_found_with_their_lines():
    text = changed("endings:\n  played:\n    text: The songs are sung.", "ending:\n  played:\n    txt: The songs.")
    assert [fault.split(": ")[0] for fault in faults_of(text)] == ["recital.yaml, line 123", "recital.yaml, line 125"]


def test_a_missing_key_is_told_with_what_it_is_for():
    assert faults_of(changed("        named: not yet\n", "")) == [
        "recital.yaml, line 97: choice 'not-yet' has no 'named'. "
        "Add it: the action in a few words, as not agreed today. [missing-key]"
    ]


def test_all_missing_keys_are_told_in_the_order_of_the_guide():
    missing = ["summary", "about", "content_notes", "people", "what_matters", "start", "scenes", "endings"]
    faults = told("missing-key", "format: 1\ntitle: Tea\n")
    assert [fault.split("'")[1] for fault in faults] == missing


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        (
            "content_notes: [detention]",
            "content_notes: detention",
            "line 14: 'content_notes' is a text, not a list. "
            "Write each entry on a line of its own, after a dash; an empty list is [].",
        ),
        (
            "known: One review found that being asked matters.",
            "known: [One review]",
            "line 121: 'known' of scene 'ward-round' is a list, not one text. Write one text after the colon; "
            "put quotes around it if it has a colon, a bracket or a brace in it.",
        ),
        (
            "diary: {rowan: I stopped asking.}",
            "diary: I stopped asking.",
            "line 87: 'diary' of scene 'monday' is a text, not a group of keys. "
            "Write each entry below it, indented, as key: text.",
        ),
        (
            "what_matters: [Hearing the songs]",
            "what_matters: [{hearing: the songs}]",
            "line 21: entry 1 of 'what_matters' is a group of keys, not one text. Write one text after the colon; "
            "put quotes around it if it has a colon, a bracket or a brace in it.",
        ),
        (
            "stance: unsupported",
            "stance: [unsupported]",
            "line 66: 'stance' of choice 'up-to-them' is a list, not one text. Write one text after the colon; "
            "put quotes around it if it has a colon, a bracket or a brace in it.",
        ),
        (
            "minutes: 10",
            "minutes: [10]",
            "line 6: 'minutes' of 'about' is a list, not one text. Write one text after the colon; "
            "put quotes around it if it has a colon, a bracket or a brace in it.",
        ),
        (
            "dee: {name: Dee, role: practitioner, job: nurse}",
            "dee: a nurse called Dee",
            "line 17: person 'dee' is a text, not a group of keys. Write each entry below it, indented, as key: text.",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_with_how_to_write_it(written, instead, fault):
    assert f"recital.yaml, {fault} [wrong-type]" in faults_of(changed(written, instead))


@pytest.mark.parametrize("empty", ["", '""', "'  '", "~", "null"])
def test_an_empty_text_is_told(empty):
    assert faults_of(changed("label: Say not yet", f"label: {empty}")) == [
        "recital.yaml, line 100: 'label' of choice 'not-yet' is empty. "
        "Write it: what the learner reads and picks, an action in one sentence. [empty-text]"
    ]


@pytest.mark.parametrize(
    ("written", "line", "named"),
    [
        ("    leads_to: ward-round", 90, "'leads_to' of scene 'monday'"),
        ("    you_are: dee\n    who_decides: The responsible clinician.\n", 92, "'you_are' of scene 'ward-round'"),
    ],
)
def test_a_name_of_blanks_is_told_as_empty(written, line, named):
    key = written.strip().split(":")[0]
    blank = written.replace(written.split("\n")[0], f"    {key}: '  '")
    (fault,) = [fault for fault in faults_of(changed(written, blank)) if "unreachable" not in fault]
    assert fault.startswith(f"recital.yaml, line {line}: {named} is empty. Write it or delete the line: ")


def test_blanks_around_a_name_are_no_fault():
    assert faults_of(changed("leads_to: ward-round", "leads_to: ' ward-round '")) == []


def test_an_empty_text_that_may_be_left_out_is_told_as_such():
    assert faults_of(changed("    heading: Saturday, half past two", "    heading:")) == [
        "recital.yaml, line 25: 'heading' of scene 'saturday' is empty. Write it or delete the line: "
        "shown above the scene; without it the id in words. [empty-text]"
    ]


def test_an_empty_entry_of_a_list_is_told():
    assert faults_of(changed("pressures: [One bank nurse this weekend]", "pressures: ['']")) == [
        "recital.yaml, line 28: entry 1 of 'pressures' of scene 'saturday' is empty. Write it or delete the line: "
        "what weighs on the learner at this moment. [empty-text]"
    ]


def test_a_list_that_may_not_be_empty_is_told():
    assert faults_of(changed("content_notes: [detention]", "content_notes: []")) == [
        "recital.yaml, line 14: 'content_notes' has no entry. "
        "Write at least one: what it touches on, said beforehand. [empty-list]"
    ]


def test_a_story_without_endings_is_told():
    assert told("empty-list", "endings: {}\n") == [
        "recital.yaml, line 1: 'endings' has no entry. "
        "Write at least one: where the roads stop, each under an id. [empty-list]"
    ]


def test_a_number_in_words_is_told():
    assert faults_of(changed("minutes: 10", "minutes: ten")) == [
        "recital.yaml, line 6: 'minutes' of 'about' is 'ten', not a whole number. Write it in figures. [not-a-number]"
    ]


def test_a_number_out_of_range_is_told_with_the_range():
    assert faults_of(changed("minutes: 10", "minutes: 90")) == [
        "recital.yaml, line 6: 'minutes' of 'about' is '90'. It should be between 1 and 60. [out-of-range]"
    ]


def test_a_form_of_file_that_is_not_known_is_told():
    assert faults_of(changed("format: 1", "format: 2")) == [
        "recital.yaml, line 1: 'format' is '2'. It should be 1. [out-of-range]"
    ]


def test_a_name_too_long_for_its_table_is_told():
    assert faults_of(changed("named: not yet", "named: " + "not yet " * 6)) == [
        "recital.yaml, line 101: 'named' of choice 'not-yet' has 47 letters; there is room for 40. "
        "Say it shorter: the action in a few words, as not agreed today. [too-long]"
    ]


def test_an_id_with_capitals_or_spaces_is_told_with_one_that_would_do():
    assert faults_of(changed("- id: not-yet", "- id: Not yet!")) == [
        "recital.yaml, line 97: a choice is called 'Not yet!', which cannot be a name in this file. "
        "Use small letters, figures and single hyphens, for instance 'not-yet'. [bad-id]"
    ]


@pytest.mark.parametrize(
    ("written", "instead", "line", "what", "example"),
    [
        ("ward-round", "Ward Round", 91, "a scene", "ward-round"),
        ("stayed", "stayed_in", 133, "an ending", "stayed-in"),
        ("rowan:", "Rowan:", 16, "a person", "rowan"),
        ("larch:", "Larch Ward:", 20, "a place", "larch-ward"),
    ],
)
def test_a_name_that_cannot_be_one_is_told_where_it_is_given_and_only_there(written, instead, line, what, example):
    given = instead.rstrip(":")
    assert faults_of(changed(written, instead)) == [
        f"recital.yaml, line {line}: {what} is called {given!r}, which cannot be a name in this file. "
        f"Use small letters, figures and single hyphens, for instance {example!r}. [bad-id]"
    ]


def test_a_month_that_is_not_one_is_told():
    assert faults_of(changed("law_checked: 2026-11", "law_checked: November 2026")) == [
        "recital.yaml, line 8: 'law_checked' of 'about' is 'November 2026', not a month. "
        "Write year and month, as 2026-11. [not-a-month]"
    ]


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        (
            "stance: unsupported",
            "stance: unsuported",
            "line 66: 'stance' of choice 'up-to-them' is 'unsuported', which is not one. "
            "Did you mean 'unsupported'? It can be risk_averse, collaborative or unsupported.",
        ),
        (
            "freedom: less",
            "freedom: tighter",
            "line 111: 'freedom' of choice 'ask-rowan-in' is 'tighter', which is not one. "
            "It can be less, same or more.",
        ),
        (
            "kind: service_cost",
            "kind: service-cost",
            "line 107: 'kind' of gain 1 of choice 'not-yet' is 'service-cost', which is not one. "
            "Did you mean 'service_cost'? It can be physical_safety, psychological, trust, autonomy, relationships, "
            "life_chances, delayed_help, moral_distress, burnout, inequality, service_cost or reassurance.",
        ),
        (
            "to: service,",
            "to: hospital,",
            "line 107: 'to' of gain 1 of choice 'not-yet' is 'hospital', which is not one. "
            "It can be person, practitioner, family or service.",
        ),
        (
            "nobody_asked: [family, person]",
            "nobody_asked: [family, patient]",
            "line 108: entry 2 of 'nobody_asked' of choice 'not-yet' is 'patient', which is not one. "
            "It can be person, practitioner, family or service.",
        ),
        (
            "setting: acute ward",
            "setting: acute",
            "line 5: 'setting' of 'about' is 'acute', which is not one. Did you mean 'acute ward'? "
            "It can be acute ward, psychiatric intensive care unit, rehabilitation ward, secure ward, community team, "
            "crisis team, emergency department, outpatient clinic, supported housing, at home or workplace.",
        ),
        (
            "nation: England",
            "nation: no",
            "line 7: 'nation' of 'about' is 'no', which is not one. "
            "It can be England, Wales, Scotland, Northern Ireland or UK.",
        ),
        (
            "role: family",
            "role: carer",
            "line 18: 'role' of person 'marta' is 'carer', which is not one. "
            "It can be person, practitioner, family or other.",
        ),
        (
            "reviewed_by: []",
            "reviewed_by: [{who: nurse, date: 2026-11}]",
            "line 11: 'who' of review 1 of 'about' is 'nurse', which is not one. "
            "It can be lived experience, carer or clinician.",
        ),
    ],
)
def test_a_word_that_is_not_on_its_fixed_list_is_told_with_the_list(written, instead, fault):
    assert [f"recital.yaml, {fault} [not-one-of]"] == faults_of(changed(written, instead))


def test_words_that_other_readers_of_yaml_take_for_something_else_stay_words():
    assert faults_of(changed("text: Rowan stays in.", "text: no")) == []
