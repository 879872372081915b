"""Who is awake now: what is shown, what is a fault, and what wants a look."""

import json
from datetime import date

import pytest

from sharedground.cli import main
from sharedground.errors import SharedGroundError
from sharedground.play.check_help_lines import check_help_lines
from sharedground.play.help_lines import LINE_KEYS, NOT_READ, help_lines, help_lines_file, help_lines_to_show

LINES = """\
format: 1
awake_now:
  - label: Site manager
    phone: "0113 496 0000"
    checked: 2026-11
nation: Wales
national:
  - label: In immediate danger
    phone: "999"
    detail: Any time.
    source: a public listing
    checked: 2026-11
nations:
  Wales:
    - label: A line in Wales
      phone: "01632 960 001"
      source: its own page
      checked: 2026-11
  Scotland: []
note: Check before a session.
"""
TODAY = date(2026, 12, 1)


@pytest.fixture
def checked(tmp_path):
    """The check of the lines above, with one thing written differently."""

    def check(written: str = "", instead: str = "", *, today: date = TODAY):
        assert written in LINES
        path = tmp_path / "help-lines.yaml"
        path.write_text(LINES.replace(written, instead, 1) if written else LINES, encoding="utf-8")
        told = check_help_lines(path, today=today)
        return list(map(str, told.faults)), list(map(str, told.notes))

    return check


def test_good_lines_have_neither_fault_nor_note(checked):
    assert checked() == ([], [])


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ("    checked: 2026-11\nnations", "nations", "line 8: line 1 of 'national' has no 'checked'. Add it: the"),
        ("    checked: 2026-11\nnation:", "nation:", "line 3: line 1 of 'awake_now' has no 'checked'. Add it: the"),
        ("checked: 2026-11", "checked: November", "line 5: 'checked' of line 1 of 'awake_now' is 'November', not a"),
        (
            "checked: 2026-11",
            "checked: 2027-01",
            "line 5: 'checked' of line 1 of 'awake_now' is 2027-01, which is still",
        ),
        ("label: Site manager", "label:", "line 3: line 1 of 'awake_now' has no 'label'. Add it: who answers."),
        ("    detail: Any time.", "    detial: Any time.", "line 10: line 1 of 'national' has a key 'detial'"),
        ("note: Check", "notice: Check", "line 20: the file has a key 'notice', which is not known. Did you"),
        ("note: Check before a session.\n", "", "line 1: the file has no 'note'. Add it: how far these numbers were"),
        ("    source: a public listing\n", "", "line 8: line 1 of 'national' has no 'source'. Add it: where"),
        ('phone: "999"', "phone: nine nine nine", "line 9: 'phone' of line 1 of 'national' is 'nine nine nine',"),
        ("nation: Wales", "nation: Wlaes", "line 6: 'nation' is 'Wlaes', which is not one. Did you mean 'Wales'?"),
        ("  Scotland: []", "  Scottland: []", "line 19: a nation is 'Scottland', which is not one. Did you mean"),
        ("      phone:", "      fone:", "line 16: line 1 of the lines of Wales has a key 'fone', which is not known."),
        ("  - label: Site manager", "  - Site manager\n  - label: Manager", "line 3: line 1 of 'awake_now' is a text,"),
    ],
)
def test_a_fault_is_told_with_line_value_and_way_out(checked, written, instead, fault):
    faults, _ = checked(written, instead)
    assert [told[: len("help-lines.yaml, ") + len(fault)] for told in faults] == [f"help-lines.yaml, {fault}"]


@pytest.mark.parametrize(
    "text", ["", "just words", "- a\n- list", "national: [\n", "awake_now: words\nnational: words\n"]
)
def test_a_file_of_another_shape_is_told_and_makes_no_crash(tmp_path, text):
    path = tmp_path / "help-lines.yaml"
    path.write_text(text)
    assert check_help_lines(path, today=TODAY).faults


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    (fault,) = check_help_lines(tmp_path / "help-lines.yaml", today=TODAY).faults
    assert fault.code == "cannot-open"


def test_a_number_nobody_checked_for_a_year_wants_a_look_and_is_no_fault(checked):
    assert checked(today=date(2027, 11, 30)) == ([], [])
    faults, notes = checked(today=date(2027, 12, 1))
    assert faults == []
    assert notes[0] == (
        "help-lines.yaml, line 5: 'Site manager' was last checked in 2026-11, more than a year ago. "
        "Ask its owner, then write the new month. [checked-long-ago]"
    )
    assert len(notes) == 3


def test_an_employers_field_that_is_still_empty_is_a_gentle_note(checked):
    faults, notes = checked('    phone: "0113 496 0000"\n    checked: 2026-11', "    phone:")
    assert faults == []
    assert [note.split(": ")[1] for note in notes] == [
        "'Site manager' has no number yet. Write your employer's, with the month under checked, or take 'phone' out. "
        "[no-number-yet]"
    ]


def test_a_line_of_the_employers_without_a_number_needs_none(checked):
    assert checked('    phone: "0113 496 0000"\n    checked: 2026-11\n', "") == ([], [])


def test_a_nation_that_is_not_said_is_a_gentle_note(checked):
    faults, notes = checked("nation: Wales", "nation:")
    assert faults == []
    assert [note.rpartition(" ")[2] for note in notes] == ["[no-nation-yet]"]


@pytest.mark.parametrize(
    ("nation", "shown"),
    [
        ("Wales", ["In immediate danger", "A line in Wales"]),
        ("Scotland", ["In immediate danger"]),
        ("Northern Ireland", ["In immediate danger"]),
        ("", ["In immediate danger", "A line in Wales (Wales)"]),
        ("Wlaes", ["In immediate danger", "A line in Wales (Wales)"]),
    ],
)
def test_lines_of_the_whole_uk_come_first_then_those_of_ones_own_nation(tmp_path, nation, shown):
    path = tmp_path / "help-lines.yaml"
    path.write_text(LINES.replace("nation: Wales", f"nation: {nation}"))
    assert [line["label"] for line in help_lines(path)["national"]] == shown


def test_every_line_has_every_key_for_the_page(tmp_path):
    data = help_lines()
    for line in [*data["awake_now"], *data["national"]]:
        assert set(line) == {"label", "detail", "phone", "source", "checked"}
    assert data["note"]


def test_lines_that_cannot_be_read_are_told_in_one_sentence(tmp_path):
    path = tmp_path / "help-lines.yaml"
    path.write_text("awake_now: [\n")
    with pytest.raises(SharedGroundError, match=r"help-lines\.yaml could not be read as help lines"):
        help_lines(path)


def test_aliases_that_would_unfold_to_more_than_memory_holds_are_refused(tmp_path):
    path = tmp_path / "help-lines.yaml"
    path.write_text("a: &a [x, x]\nb: &b [*a, *a]\n" + LINES)
    with pytest.raises(SharedGroundError, match=r"read as help lines, line 1: .* anchor or alias"):
        help_lines(path)


def test_a_file_far_larger_than_help_lines_is_refused_and_told_by_the_check(tmp_path):
    path = tmp_path / "help-lines.yaml"
    path.write_text(LINES + "# more\n" * 30_000)
    with pytest.raises(SharedGroundError, match="larger than 200 kB"):
        help_lines(path)
    assert [fault.code for fault in check_help_lines(path, today=TODAY).faults] == ["too-big"]


@pytest.mark.parametrize("held", [None, b"", b"\xff", b"[", b"[" * 10_000, b"- a", b"awake_now: 1", b"a: &a [*a]"])
def test_a_screen_has_the_emergency_number_whatever_the_file_is_like(tmp_path, monkeypatch, caplog, held):
    path = tmp_path / "scenarios" / "help-lines.yaml"
    path.parent.mkdir()
    if held is not None:
        path.write_bytes(held)
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))
    shown = help_lines_to_show()
    assert [(line["label"], line["phone"]) for line in shown["national"]] == [("In immediate danger", "999")]
    assert set(shown["national"][0]) == set(LINE_KEYS)
    assert (shown["awake_now"], shown["nations"], shown["note"]) == ([], {}, NOT_READ)
    assert "help-lines.yaml" in caplog.text


def test_the_lines_that_are_shipped_have_no_fault_and_only_what_the_employer_fills_in_is_open():
    told = check_help_lines(today=date(2026, 11, 25))
    assert told.faults == ()
    assert [note.code for note in told.notes] == ["no-number-yet", "no-number-yet", "no-nation-yet"]


def test_the_command_tells_notes_apart_and_answers_0(capsys):
    assert main(["check", str(help_lines_file())]) == 0
    told = capsys.readouterr().out
    assert told.startswith("No fault, and worth a look:\n")
    assert told.endswith("\n\nThe help lines checked, no faults.\n")


def test_the_command_answers_1_where_the_lines_have_a_fault(tmp_path, capsys):
    path = tmp_path / "help-lines.yaml"
    path.write_text(LINES.replace("label: Site manager", "label:"))
    assert main(["check", "--format", "json", str(path)]) == 1
    assert [each["code"] for each in json.loads(capsys.readouterr().out)["problems"]] == ["missing-key"]
