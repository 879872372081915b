"""Faults of the file itself: size, encoding, YAML."""

import pytest

from scenario_builder import RECITAL, changed, faults_of, told, write_scenario
from sharedground.scenario import check_file
from sharedground.scenario.check import examine_bytes


def test_a_good_file_has_no_fault(tmp_path):
    assert check_file(write_scenario(tmp_path)) == []


def test_a_file_saved_by_notepad_is_read_like_any_other():
    assert faults_of(b"\xef\xbb\xbf" + RECITAL.replace("\n", "\r\n").encode()) == []


def test_a_file_that_is_not_there_is_a_fault_not_a_crash(tmp_path):
    (fault,) = check_file(tmp_path / "gone.yaml")
    assert str(fault) == (
        "gone.yaml, line 1: the file cannot be opened (No such file or directory). "
        "See that it is there and that you may read it. [cannot-open]"
    )


def test_a_file_over_one_megabyte_is_not_read():
    assert faults_of(b"a" * 1_000_001) == [
        "recital.yaml, line 1: the file is larger than 1,000,000 bytes. A scenario is text only and far smaller. "
        "Take out what is not part of the story, or make two scenarios. [too-big]"
    ]


def test_a_file_that_is_not_utf_8_is_told_with_the_line_of_the_first_such_letter():
    assert faults_of(b"title: Tea\nsummary: A caf\xe9 at four\n") == [
        "recital.yaml, line 2: a letter here is not written in UTF-8 (byte 0xe9). "
        "Save the file again with the encoding UTF-8; most editors offer it under 'Save as'. [not-utf-8]"
    ]


@pytest.mark.parametrize("nothing", ["", "\n\n", "# only a remark\n", "---\n", "~\n"])
def test_an_empty_file_is_told(nothing):
    assert faults_of(nothing) == [
        "recital.yaml, line 1: the file has nothing in it. Start from a copy of a scenario that is there. [empty-file]"
    ]


@pytest.mark.parametrize(("text", "kind"), [("- title\n- summary\n", "a list"), ("Dear team\n", "plain text")])
def test_a_file_of_something_else_is_told(text, kind):
    assert faults_of(text) == [
        f"recital.yaml, line 1: the file holds {kind}, not the keys of a scenario. "
        "It should begin with lines such as: format: 1, title: ..., summary: ... [not-a-scenario]"
    ]


def test_a_second_document_is_told():
    assert faults_of("title: One\n---\ntitle: Two\n") == [
        "recital.yaml, line 2: a second document begins here (a line of three hyphens). A file holds one scenario: "
        "delete the line, or move what follows to a file of its own. [several-documents]"
    ]


# YAML, in words for people who do not know its name

SYNTAX = {
    "title: Tea\nsummary: Rowan says: no\n": (
        "line 2: a colon stands where none can be. A text that has a colon and a space in it needs quotes around it; "
        "or the line is indented too far."
    ),
    "title: Tea\nsummary\nformat: 1\n": (
        "line 2: this line has no colon after its key. Write it as key: text. A text of several lines begins with | "
        "after the colon and is indented below it."
    ),
    "about:\n    setting: at home\n  minutes: 5\n": (
        "line 3: this line does not fit the lines around it. Indent it exactly like its neighbours, with spaces. "
        "The part it belongs to begins on line 1."
    ),
    "title: 'Don't ask'\n": (
        "line 1: this line does not fit the lines around it. Indent it exactly like its neighbours, with spaces. "
        "Or a quote does not close where it should: inside '...' an apostrophe is written twice ('')."
    ),
    "title: {Tea} for two\n": (
        "line 1: this line does not fit the lines around it. Indent it exactly like its neighbours, with spaces. "
        "Or put quotes around a text that begins with a brace."
    ),
    'title: "Tea\nsummary: Rowan says\ndiary: "I wait"\n': (
        "line 1: a quote that opens here closes only on line 3. Close it where the text ends. "
        "Inside '...' an apostrophe is written twice ('')."
    ),
    "title: Tea\nsummary: 'Rowan asks\nformat: 1\n": (
        "line 2: a quote that opens here does not close. Close it. Inside '...' an apostrophe is written twice ('')."
    ),
    "discuss:\n  - one\n  two: three\n": (
        "line 3: this line does not fit the list it stands in. "
        "Begin it with a dash like its neighbours, at the same indent. The part it belongs to begins on line 2."
    ),
    "pressures: [one nurse\ntext: Rowan asks\n": (
        "line 1: a bracket or brace that opens here does not close. "
        "Close it, with commas between the entries, and put quotes around texts inside it."
    ),
    "pressures: [": (
        "line 1: a bracket or brace that opens here does not close, or holds something that cannot stand there. "
        "Close it, with commas between the entries, and put quotes around texts inside it."
    ),
    "about:\n\tsetting: at home\n": (
        "line 2: the line begins with a tab, or a text with a sign that cannot stand there. "
        "Indent with spaces only; put quotes around a text that begins with @, ` or %."
    ),
    "title: @home\n": (
        "line 1: the line begins with a tab, or a text with a sign that cannot stand there. "
        "Indent with spaces only; put quotes around a text that begins with @, ` or %."
    ),
    "title: **Tea** for two\n": (
        "line 1: a text begins with * or &, which means something else here. Put quotes around the text."
    ),
    "title: > Tea\n": (
        "line 1: a text begins with | or >, which means something else here. "
        "Put the text on the lines below, indented; or put quotes around it."
    ),
    "title: ? Tea\n": (
        "line 1: a text begins with a question mark and a space, which means something else here. "
        "Put quotes around the text."
    ),
    'title: "Tea \\q milk"\n': (
        "line 1: a backslash stands in a text with double quotes. Write two backslashes, or use single quotes."
    ),
    "title: - Tea\n": (
        "line 1: a dash stands where no list can begin. Put the list on lines of its own below its key; "
        "or put quotes around a text that begins with a dash."
    ),
    "title: Tea\n...\nsummary: Rowan asks\n": (
        "line 3: there is more after the end of the scenario. "
        "Delete a line of three dots or hyphens above it, or indent this line like its neighbours."
    ),
}


@pytest.mark.parametrize("text", SYNTAX)
def test_a_slip_of_yaml_is_told_in_plain_words_with_its_line(text):
    assert faults_of(text) == [f"recital.yaml, {SYNTAX[text]} [yaml-syntax]"]


def test_a_complaint_of_the_reader_that_has_no_words_yet_is_still_told():
    assert faults_of("%YAML 3.0\n---\ntitle: Tea\n") == [
        "recital.yaml, line 1: this cannot be read as YAML (found incompatible YAML document). "
        "Compare the line, and the one above it, with a scenario that passes the check. [yaml-syntax]"
    ]


def test_an_alias_is_told_once_with_all_its_lines():
    assert faults_of(
        changed("Advise against it for now\n        named: not agreed today", "&say Wait\n        named: *say")
    ) == [
        "recital.yaml, line 42: 'say' is used as an anchor or alias of YAML (& or *) on lines 42 and 43. "
        "Scenarios do without: write the text out in each place, "
        "or put quotes around a text that begins with & or *. [alias]"
    ]


def test_aliases_that_explode_are_refused_before_they_do():
    laughs = "a0: &a0 [ha, ha]\n" + "".join(
        f"a{step}: &a{step} [{', '.join([f'*a{step - 1}'] * 9)}]\n" for step in range(1, 30)
    )
    assert len(told("alias", laughs)) == 30


def test_a_tag_is_told_and_makes_nothing():
    assert told("yaml-tag", "title: !!python/object/apply:os.system ['echo']\n") == [
        "recital.yaml, line 1: 'tag:yaml.org,2002:python/object/apply:os.system' is a tag of YAML (!). "
        "Scenarios do without: delete it, or put quotes around a text that begins with an exclamation mark. [yaml-tag]"
    ]


def test_nesting_past_any_need_is_told_and_not_read_further():
    assert faults_of("title: " + "[" * 13 + "]" * 13) == [
        "recital.yaml, line 1: the file is nested more than 12 steps deep here, and was not read further. "
        "No part of a scenario goes so deep. See whether brackets or indents have gone astray. [too-deep]"
    ]


def test_nesting_without_end_is_told():
    assert faults_of("title: Tea\nsummary: " + "[" * 900_000) == [
        "recital.yaml, line 2: the file is nested too deep. "
        "No part of a scenario goes so deep. See whether brackets were left open. [yaml-syntax]"
    ]


def test_a_key_that_is_not_a_word_is_told():
    assert told("odd-key", "title: Tea\n[a, b]: c\n{d: e}: f\n? - g\n: h\n") == [
        f"recital.yaml, line {line}: a list or a group of keys stands where a key should be. "
        "Put quotes around a text that begins with a bracket or a brace. [odd-key]"
        for line in (2, 3, 4)
    ]


def test_a_key_written_twice_is_told_with_the_line_of_the_first():
    assert faults_of(changed("named: not agreed today", "named: not agreed today\n        label: Wait")) == [
        "recital.yaml, line 44: 'label' is written a second time; the first is on line 42. "
        "Keep one of the two, or give this one a name of its own. [duplicate-key]"
    ]


def test_two_scenes_of_one_name_are_told():
    assert told("duplicate-key", "scenes:\n  monday:\n    text: One.\n  monday:\n    text: Two.\n") == [
        "recital.yaml, line 4: 'monday' is written a second time; the first is on line 2. "
        "Keep one of the two, or give this one a name of its own. [duplicate-key]"
    ]


# Characters no one sees


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200b", "zero width space, U+200B"),
        ("\u202e", "right-to-left override, U+202E"),
        ("\u2066", "left-to-right isolate, U+2066"),
        ("\u00ad", "soft hyphen, U+00AD"),
        ("\ufeff", "zero width no-break space, U+FEFF"),
        ("\U000e0041", "tag latin capital letter a, U+E0041"),
        ("\u2028", "line separator, U+2028"),
        ("\u3164", "hangul filler, U+3164"),
        ("\u115f", "hangul choseong filler, U+115F"),
        ("\u1160", "hangul jungseong filler, U+1160"),
        ("\uffa0", "halfwidth hangul filler, U+FFA0"),
        ("\u034f", "combining grapheme joiner, U+034F"),
        ("\U000e0100", "variation selector-17, U+E0100"),
        ("\U000e01ef", "variation selector-256, U+E01EF"),
        ("\x00", "control character, U+0000"),
        ("\x1b", "control character, U+001B"),
        ("\x85", "control character, U+0085"),
    ],
)
def test_a_character_that_cannot_be_seen_is_told_and_all_else_is_still_checked(character, name):
    faults = faults_of(changed("text: The songs are sung.", f"text: The songs{character} are sung.\n    colour: red"))
    assert faults == [
        f"recital.yaml, line 125: there is a character that cannot be seen after 'text: The songs' ({name}). "
        "Delete it; it often comes along when text is pasted. Typing the words anew is the surest. [hidden-character]",
        "recital.yaml, line 126: ending 'played' has a key 'colour', which is not known. "
        "Keys known here: heading, text, in_short, voices, diary, could_also, discuss, facilitator_notes. "
        "[unknown-key]",
    ]


def test_a_character_that_is_hidden_by_an_escape_is_told_as_well():
    assert faults_of(changed("text: The songs are sung.", r'text: "The \u202e songs"')) == [
        "recital.yaml, line 125: there is a character that cannot be seen after 'The' (right-to-left override, "
        "U+202E). Delete it; it often comes along when text is pasted. "
        "Typing the words anew is the surest. [hidden-character]"
    ]


def test_an_indent_of_odd_spaces_is_told():
    assert told("odd-space", "about:\n \u00a0setting: at home\n  minutes: 5\n") == [
        "recital.yaml, line 2: the line is indented with a space that is not an ordinary one (no-break space). "
        "Delete the space before its first word and indent it anew; "
        "it often comes along when text is pasted. [odd-space]"
    ]


def test_letters_of_any_language_and_signs_are_welcome():
    assert (
        faults_of(changed("text: The songs are sung.", "text: Siân sang “Là ci darem”, 4\u00a0€ a ticket ♪ 🎶")) == []
    )


# Together


def test_faults_come_in_the_order_of_their_lines_with_nothing_loaded():
    text = changed("leads_to: monday", "leads_to: mondy").replace("title: An", "titel: An").replace("Larch Ward", '""')
    scenario, faults = examine_bytes(text.encode())
    assert scenario is None
    assert [(fault.line, fault.code) for fault in faults] == [
        (2, "unknown-key"),
        (20, "empty-text"),
        (45, "leads-nowhere"),
    ]


def test_after_five_hundred_faults_the_rest_are_not_listed():
    faults = faults_of("".join(f"key{number}: x\n" for number in range(600)))
    assert len(faults) == 501
    assert faults[-1].endswith("there are more than 500 faults. Mend those above, then check again. [many-faults]")
