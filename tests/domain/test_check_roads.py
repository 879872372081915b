"""Faults of the roads through a story."""

from scenario_builder import RECITAL, changed, faults_of, told


def test_a_choice_that_leads_nowhere_is_told_with_its_line_and_the_nearest_scene():
    text = """\
scenes:
  saturday:
    choices:
      - id: plan-it-together
        leads_to: sundya
  sunday:
    text: It rains.
endings:
  played: {text: The songs are sung.}
"""
    assert told("leads-nowhere", text) == [
        "recital.yaml, line 5: choice 'plan-it-together' leads to 'sundya', which is not a scene here. "
        "Did you mean 'sunday'? [leads-nowhere]"
    ]


def test_a_scene_that_leads_nowhere_is_told_with_all_there_are_where_none_is_near():
    assert faults_of(changed("leads_to: ward-round", "leads_to: home")) == [
        "recital.yaml, line 90: scene 'monday' leads to 'home', which is not a scene here. "
        "Scenes and endings in this file: saturday, monday, ward-round, played, stayed. [leads-nowhere]"
    ]


def test_a_scene_misspelt_where_it_stands_is_one_fault_with_all_lines_that_lead_there():
    assert faults_of(changed("\n  played:", "\n  playd:")) == [
        "recital.yaml, line 58: choice 'plan-it-together' leads to 'played', which is not a scene here "
        "(also on lines 71 and 115). Did you mean 'playd'? [leads-nowhere]"
    ]


def test_a_start_that_is_not_there_is_told_and_nothing_else_for_it():
    assert faults_of(changed("start: saturday", "start: satuday")) == [
        "recital.yaml, line 22: the story starts at 'satuday', which is not a scene here. "
        "Did you mean 'saturday'? [start-not-there]"
    ]


def test_a_story_cannot_start_at_its_end():
    assert told("start-not-there", changed("start: saturday", "start: stayed")) == [
        "recital.yaml, line 22: the story starts at 'stayed', which is not a scene here. "
        "Scenes in this file: saturday, monday, ward-round. [start-not-there]"
    ]


def test_a_scene_nobody_can_reach_is_told():
    extra = "  sunday:\n    text: It rains.\n    leads_to: ward-round\nendings:\n"
    assert faults_of(changed("endings:\n", extra)) == [
        "recital.yaml, line 123: nothing leads to scene 'sunday', so nobody can reach it. "
        "Let a choice or a scene lead to it, or delete it. [unreachable]"
    ]


def test_an_ending_nobody_can_reach_is_told():
    assert faults_of(changed("        leads_to: stayed", "        leads_to: played")) == [
        "recital.yaml, line 133: nothing leads to ending 'stayed', so nobody can reach it. "
        "Let a choice or a scene lead to it, or delete it. [unreachable]"
    ]


def test_a_stretch_that_is_cut_off_is_one_fault_at_its_first_scene():
    assert faults_of(changed("leads_to: monday", "leads_to: played")) == [
        "recital.yaml, line 84: nothing leads to scene 'monday', so nobody can reach it. "
        "Nor, through it, can these be reached: ward-round, stayed. "
        "Let a choice or a scene lead to it, or delete it. [unreachable]"
    ]


def test_scenes_that_lead_only_to_each_other_are_one_fault():
    island = "  a: {text: One., leads_to: b}\n  b: {text: Two., leads_to: a}\nendings:\n"
    assert faults_of(changed("endings:\n", island)) == [
        "recital.yaml, line 123: nothing leads to scene 'a', so nobody can reach it. "
        "Nor, through it, can these be reached: b. Let a choice or a scene lead to it, or delete it. [unreachable]"
    ]


def test_a_round_that_no_one_can_leave_is_told_once_with_its_way():
    text = """\
start: saturday
scenes:
  saturday: {text: One., leads_to: sunday}
  sunday: {text: Two., leads_to: monday}
  monday: {text: Three., leads_to: sunday}
endings:
  played: {text: The songs are sung.}
"""
    assert told("no-ending", text) == [
        "recital.yaml, line 4: no ending can be reached from here: the story goes round and round "
        "(sunday -> monday -> sunday). Let one choice or scene lead out of it. [no-ending]"
    ]


def test_a_scene_that_leads_only_to_itself_is_told():
    assert told("no-ending", changed("leads_to: ward-round", "leads_to: monday")) == [
        "recital.yaml, line 84: scene 'monday' leads only to itself, so no ending can be reached from it. "
        "Let one choice or scene lead out of it. [no-ending]"
    ]


def test_going_round_is_no_fault_where_a_way_leads_out():
    text = changed("leads_to: stayed", "leads_to: saturday").replace("you_are: dee\n    who_decides: The resp", "x: y")
    assert told("no-ending", text) == []


def test_a_scene_without_a_way_on_is_told_once():
    assert faults_of(changed("    leads_to: ward-round\n", "")) == [
        "recital.yaml, line 84: scene 'monday' has neither choices nor 'leads_to'. "
        "Write leads_to: and the next scene; or a question with choices; or move it under endings. [no-way-on]"
    ]


def test_a_scene_with_two_ways_on_is_told():
    assert faults_of(changed("    known: One review", "    leads_to: stayed\n    known: One review")) == [
        "recital.yaml, line 121: scene 'ward-round' has both choices and 'leads_to'. "
        "Delete 'leads_to' here: each choice says itself where it leads. [two-ways-on]"
    ]


def test_one_name_for_a_scene_and_an_ending_is_told():
    assert told("duplicate-id", changed("\n  stayed:", "\n  monday:")) == [
        "recital.yaml, line 133: 'monday' is the name of a scene (line 84) and of an ending. "
        "Give one of them another name, and mend what leads there. [duplicate-id]"
    ]


def test_without_scenes_or_endings_nothing_is_said_of_roads():
    text = RECITAL[: RECITAL.index("scenes:\n")]
    assert [fault.split("[")[-1] for fault in faults_of(text)] == ["missing-key]", "missing-key]"]
