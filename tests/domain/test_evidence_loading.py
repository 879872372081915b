"""What the evidence tables may say, and how a fault in them is told."""

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharedground import content
from sharedground.errors import EvidenceError
from sharedground.evidence import check_evidence, load_evidence
from sharedground.evidence.checks import ALLOWED
from sharedground.evidence.load import FILES

HERE = content.folder("scenarios") / "evidence"


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    """A copy of the evidence that a test may spoil."""
    return Path(shutil.copytree(HERE, tmp_path / "evidence"))


def spoil(folder: Path, finding: str, **cells: str) -> int:
    """Write other cells into one row of findings.csv; gives the line it stands on."""
    path = folder / "findings.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    line = next(at for at, row in enumerate(rows) if row[0] == finding)
    for column, cell in cells.items():
        rows[line][rows[0].index(column)] = cell
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return line + 1


def rewrite(folder: Path, name: str, change: Callable[[str], str]) -> None:
    path = folder / name
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, "the test spoils nothing"
    path.write_text(after, encoding="utf-8")


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in check_evidence(folder)]


def test_the_evidence_of_the_toolkit_has_no_fault():
    assert check_evidence() == []


def test_a_service_with_scenarios_and_no_evidence_of_its_own_has_that_of_the_toolkit(tmp_path, monkeypatch):
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))
    assert check_evidence() == []


def test_a_services_own_evidence_comes_first(tmp_path, monkeypatch):
    shutil.copytree(HERE, tmp_path / "scenarios" / "evidence")
    spoil(tmp_path / "scenarios" / "evidence", "leave-deaths", country="XX")
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))
    assert load_evidence().findings["leave-deaths"].country == "XX"


def test_a_fault_is_told_with_file_line_value_and_way_out(evidence):
    line = spoil(evidence, "leave-deaths", direction="harmful")
    assert told(evidence) == [
        f"evidence/findings.csv, line {line}: 'leave-deaths' has 'harmful' in 'direction', which is not one of its "
        "values. Did you mean 'harm'? [not-allowed]"
    ]


def test_every_fault_is_told_at_once_and_nothing_is_loaded(evidence):
    spoil(evidence, "leave-deaths", certainty="certain", n="1,640")
    spoil(evidence, "jcp-crimson", source_id="thornycroft2013")
    with pytest.raises(EvidenceError) as error:
        load_evidence(evidence)
    assert [problem.code for problem in error.value.problems] == ["not-a-number", "not-allowed", "unknown-source"]
    assert str(error.value).count("\n") == 2


@pytest.mark.parametrize(
    "column",
    sorted(ALLOWED.keys() - {"second_check"}),
)
def test_each_coded_column_takes_its_own_values_only(evidence, column):
    spoil(evidence, "detention-experience", **{column: "xyz"})
    assert "not-allowed" in {problem.code for problem in check_evidence(evidence)}


@pytest.mark.parametrize("figure", ["1,640", "0,56", "40%", ".5", "1e3", "+2", "about 3", "٣"])
def test_a_figure_is_a_bare_number(evidence, figure):
    spoil(evidence, "jcp-bpd", value=figure)
    assert "not-a-number" in {problem.code for problem in check_evidence(evidence)}


@pytest.mark.parametrize("people", ["0", "-3", "12.5", "88 people"])
def test_a_number_of_people_is_a_whole_number_above_none(evidence, people):
    spoil(evidence, "jcp-bpd", n=people)
    assert [problem.code for problem in check_evidence(evidence)] == ["not-a-number"]


def test_an_interval_contains_its_value(evidence):
    line = spoil(evidence, "jcp-bpd", value="7.5")
    assert told(evidence) == [
        f"evidence/findings.csv, line {line}: 'jcp-bpd' has value 7.5 with an interval from 0.53 to 6.5. Check all "
        "three in the source; the value lies between the ends. [value-outside-interval]"
    ]


def test_an_interval_with_its_ends_changed_over_is_a_fault(evidence):
    spoil(evidence, "seclusion-ptsd-range", ci_low="47", ci_high="25")
    assert [problem.code for problem in check_evidence(evidence)] == ["value-outside-interval"]


def test_half_an_interval_is_a_fault(evidence):
    spoil(evidence, "jcp-bpd", ci_high="")
    assert [problem.code for problem in check_evidence(evidence)] == ["half-interval"]


def test_a_lopsided_interval_that_holds_its_value_is_none():
    finding = load_evidence().findings["safewards-containment"]
    assert (finding.ci_low, finding.value, finding.ci_high) == (9.9, 26.4, 34.3)


def test_there_is_no_number_where_nothing_was_seen(evidence):
    spoil(evidence, "jcp-bpd", verified="not_seen")
    assert {problem.code for problem in check_evidence(evidence)} == {"number-not-seen"}


def test_a_finding_in_words_has_no_figure(evidence):
    spoil(evidence, "detention-experience", value="12")
    assert [problem.code for problem in check_evidence(evidence)] == ["number-in-words"]


def test_a_measure_needs_its_figure(evidence):
    spoil(evidence, "jcp-crimson", value="")
    assert [problem.code for problem in check_evidence(evidence)] == ["no-value"]


@pytest.mark.parametrize(("finding", "value"), [("jcp-crimson", "118"), ("jcp-bpd", "-1"), ("scale-4000-auc", "51")])
def test_a_figure_outside_its_measure_is_a_fault(evidence, finding, value):
    spoil(evidence, finding, value=value)
    assert "out-of-bounds" in {problem.code for problem in check_evidence(evidence)}


def test_a_range_of_studies_holds_no_value_of_its_own(evidence):
    spoil(evidence, "seclusion-ptsd-range", value="36")
    assert [problem.code for problem in check_evidence(evidence)] == ["range-rule"]


def test_a_range_that_the_rules_do_not_know_is_a_fault(evidence):
    rewrite(evidence, "rules.json", lambda text: text.replace('"seclusion-ptsd-range", ', ""))
    assert [problem.code for problem in check_evidence(evidence)] == ["range-rule"]


def test_two_rows_with_one_id_are_told_with_the_first_line(evidence):
    spoil(evidence, "leave-purpose", id="leave-deaths")
    assert "'leave-deaths' is here twice (first on line 105)" in " ".join(told(evidence))


def test_a_missing_column_is_told_once_and_not_row_by_row(evidence):
    rewrite(evidence, "findings.csv", lambda text: text.replace(",certainty,", ",sureness,", 1))
    assert told(evidence) == [
        "evidence/findings.csv, line 1: column 'sureness' is not one of the table. "
        "scenarios/evidence/README.md says which there are and how one is added. [unknown-column]",
        "evidence/findings.csv, line 1: there is no column 'certainty'. Add it to the first line and to every row. "
        "[missing-column]",
    ]


def test_a_row_of_the_wrong_width_is_told_with_its_line(evidence):
    rewrite(evidence, "findings.csv", lambda text: text + "a-finding,both,leave\n")
    assert told(evidence) == [
        "evidence/findings.csv, line 222: this row has 3 cells and the table has 25 columns. "
        "Put text with a comma in it between double quotes. [wrong-width]"
    ]


def test_the_line_of_a_row_counts_lines_within_cells_before_it(evidence):
    line = spoil(evidence, "leave-evidence-gap", notes="One line.\nAnother line.")
    spoil(evidence, "leave-purpose", certainty="certain")
    told_lines = [problem.line for problem in check_evidence(evidence)]
    assert told_lines == [line + 2]


def test_an_empty_cell_that_every_row_needs_is_a_fault(evidence):
    spoil(evidence, "leave-deaths", domain="")
    assert [problem.code for problem in check_evidence(evidence)] == ["empty-cell"]


def test_where_a_finding_was_read_is_a_whole_address(evidence):
    spoil(evidence, "leave-deaths", seen_in="see the report")
    assert [problem.code for problem in check_evidence(evidence)] == ["bad-address"]


def test_a_rule_about_a_finding_that_is_not_there_is_told_with_the_nearest(evidence):
    rewrite(evidence, "rules.json", lambda text: text.replace('["openward-attempt", ', '["openward-atempt", '))
    fault = " ".join(told(evidence))
    assert "evidence/rules.json, line 3" in fault
    assert "a rule names finding 'openward-atempt'" in fault
    assert "Did you mean 'openward-attempt'?" in fault


def test_a_rule_the_program_does_not_know_is_a_fault(evidence):
    rewrite(evidence, "rules.json", lambda text: text.replace('"never_chart"', '"never_charts"'))
    assert {"unknown-rule", "missing-rule"} <= {problem.code for problem in check_evidence(evidence)}


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('["violence-ppv", "violence-npv"],\n  "comp', '"violence-ppv",\n  "comp'),
        ('["left-cqc-crisis", "left-cqc-waiting"]', '["left-cqc-crisis"]'),
        ('"3/74 v 11/76"', '"3 of 74"'),
        ('"Six studies, some not randomised."', '""'),
    ],
)
def test_a_rule_out_of_its_form_is_a_fault(evidence, written, instead):
    rewrite(evidence, "rules.json", lambda text: text.replace(written, instead))
    assert "malformed-rule" in {problem.code for problem in check_evidence(evidence)}


def test_counts_to_be_shown_agree_with_the_table(evidence):
    rewrite(evidence, "rules.json", lambda text: text.replace("3/74 v 11/76", "4/74 v 11/76"))
    assert [problem.code for problem in check_evidence(evidence)] == ["counts-differ"]


def test_two_forms_of_the_same_data_cannot_both_have_partners(evidence):
    both = '["peer-readmission-or", "peer-readmission-percent", "peer-discharge-null"]'
    rewrite(evidence, "rules.json", lambda text: text.replace('["peer-readmission-or", "peer-discharge-null"]', both))
    assert [problem.code for problem in check_evidence(evidence)] == ["rules-collide"]


def test_a_second_reading_of_a_finding_that_is_not_there_is_a_fault(evidence):
    rewrite(evidence, "verification.csv", lambda text: text.replace("\nleave-deaths,", "\nleave-death,", 1))
    assert "Did you mean 'leave-deaths'? [unknown-finding]" in " ".join(told(evidence))


def test_the_two_tables_agree_on_the_second_check(evidence):
    spoil(evidence, "leave-deaths", second_check="confirmed")
    assert [problem.code for problem in check_evidence(evidence)] == ["second-check-differs"]


@pytest.mark.parametrize("said", ["confirmed", "corrected", "not_found"])
def test_a_second_reading_leaves_a_row_of_what_was_seen(evidence, said):
    notes = "Low: corrected 2026-11-23: certainty was high."
    spoil(evidence, "seclusion-effect-mixed", second_check=said, notes=notes)
    assert [problem.code for problem in check_evidence(evidence)] == ["second-check-without-row"]


@pytest.mark.parametrize(
    "notes", ["Low: small.", "Low: small. corrected in November: was high.", "Low. corrected 2026-13-45: x"]
)
def test_a_correction_says_on_which_day(evidence, notes):
    line = spoil(evidence, "leave-deaths", notes=notes)
    assert [(problem.code, problem.line) for problem in check_evidence(evidence)] == [("correction-without-date", line)]


def test_a_figure_has_words_for_readers(evidence):
    rewrite(evidence, "wording.csv", lambda text: re.sub(r"^jcp-bpd,.*\n", "", text, flags=re.MULTILINE))
    assert [problem.code for problem in check_evidence(evidence)] == ["figure-without-words"]


def test_words_written_from_an_outcome_that_has_changed_are_stale(evidence):
    spoil(evidence, "jcp-bpd", outcome="Any self-harm over twelve months: joint crisis plan v usual care")
    assert [problem.code for problem in check_evidence(evidence)] == ["stale-wording"]


def test_words_for_readers_bring_no_number_of_their_own(evidence):
    rewrite(evidence, "wording.csv", lambda text: text.replace("Any self-harm over six months.", "In 73 people."))
    assert "hold the number 73" in " ".join(told(evidence))


def test_a_source_without_a_title_is_a_fault(evidence):
    rewrite(evidence, "sources.json", lambda text: text.replace('"title": "Risk, Safety and Recovery"', '"title": ""'))
    assert "source 'imroc2014' has no 'title'" in " ".join(told(evidence))


def test_a_reference_made_from_another_source_is_stale(evidence):
    rewrite(evidence, "sources.json", lambda text: text.replace('"Boardman"', '"Bordman"', 1))
    assert told(evidence) == [
        "evidence/citations.json: the reference of 'imroc2014' was not made from sources.json as it is now. "
        "Run: python -m sharedground.evidence [stale-citation]"
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_a_fault_and_no_crash(evidence, name):
    (evidence / name).unlink()
    assert f"evidence/{name}: this file is not there." in " ".join(told(evidence))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "held",
    [b"", b"\xff\xfe", b"\x00", b"[", b"[" * 100_000, b"[1]", b"{}", b'{"a": 1}', b'"', b'[{"id": [1]}]', b'a,"b\n'],
)
def test_nothing_in_a_file_makes_the_check_crash(evidence, name, held):
    (evidence / name).write_bytes(held)
    assert told(evidence)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(FILES), held=st.binary(max_size=200), at=st.integers(0, 5000))
def test_no_bytes_put_into_a_file_make_the_check_crash(evidence, name, held, at):
    whole = (HERE / name).read_bytes()
    (evidence / name).write_bytes(whole[:at] + held + whole[at:])
    check_evidence(evidence)
    (evidence / name).write_bytes(whole)


def test_a_table_saved_by_a_spreadsheet_program_reads_the_same(evidence):
    text = (evidence / "findings.csv").read_text(encoding="utf-8")
    (evidence / "findings.csv").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_evidence(evidence).findings == load_evidence().findings


def test_a_figure_keeps_its_written_text():
    finding = load_evidence().findings["left-policy-selfharm"]
    assert (finding.ci_low_text, finding.ci_high_text) == ("0.80", "0.92")


def test_a_finding_without_a_year_has_none():
    assert load_evidence().findings["online-guidance"].year is None


def test_the_frame_has_the_columns_of_the_table_and_numbers_as_numbers():
    frame = load_evidence().frame()
    with (HERE / "findings.csv").open(newline="", encoding="utf-8") as file:
        assert [frame.index.name, *frame.columns] == next(csv.reader(file))
    assert frame.loc["jcp-bpd", "value"] == 1.9
    assert frame["n"].dtype == "Int64"


def test_a_kernel_that_loads_evidence_and_makes_cards_loads_no_heavy_library():
    code = (
        "import sys; from sharedground.evidence import card, load_evidence; evidence = load_evidence();"
        "[card(finding, evidence) for finding in evidence.findings.values()];"
        "print(sorted({'pandas', 'numpy', 'matplotlib', 'citeproc', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_sources_are_held_as_they_stand_in_their_file():
    stored = json.loads((HERE / "sources.json").read_text(encoding="utf-8"))
    assert list(load_evidence().sources.values()) == stored
