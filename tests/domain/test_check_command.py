"""The command ``sharedground check``, as people and tools meet it."""

import json
import shutil

import pytest

from scenario_builder import RECITAL, changed, write_scenario
from sharedground.cli import main
from sharedground.content import folder

FAULTY = changed("    heading: Saturday", "    headin: Saturday")
FAULT = "line 25: scene 'saturday' has a key 'headin', which is not known. Did you mean 'heading'? [unknown-key]"


def test_without_faults_it_says_so_calmly_and_answers_0(tmp_path, capsys):
    assert main(["check", str(write_scenario(tmp_path))]) == 0
    assert capsys.readouterr().out == "1 scenario checked, no faults.\n"


def test_faults_are_listed_with_the_file_as_given_and_it_answers_1(tmp_path, capsys):
    good, bad = write_scenario(tmp_path), write_scenario(tmp_path, FAULTY, slug="bad")
    assert main(["check", str(good), str(bad)]) == 1
    assert capsys.readouterr().out == f"{bad}, {FAULT}\n\n2 scenarios checked, 1 fault.\n"


def test_without_files_all_scenarios_the_evidence_and_the_help_lines_are_checked(capsys):
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith(" scenarios, the evidence and the help lines checked, no faults.\n")


def test_a_scenario_can_be_named_by_its_slug(capsys):
    assert main(["check", "two-hours-for-a-recital"]) == 0
    assert capsys.readouterr().out == "1 scenario checked, no faults.\n"


def test_a_finding_that_is_not_in_the_evidence_is_a_fault(tmp_path, capsys):
    path = write_scenario(tmp_path, changed("leave-evidence-gap", "leave-evidence-gasp"))
    assert main(["check", str(path)]) == 1
    assert "Did you mean 'leave-evidence-gap'? [unknown-finding]" in capsys.readouterr().out


def test_tools_get_the_same_as_json(tmp_path, capsys):
    bad = write_scenario(tmp_path, FAULTY)
    assert main(["check", "--format", "json", str(bad)]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "format": 1,
        "clean": False,
        "scenarios": [str(bad)],
        "evidence": False,
        "findings_looked_up": True,
        "problems": [
            {"file": str(bad), "line": 25, "code": "unknown-key", "what": FAULT.split(": ", 1)[1].split(" [")[0]}
        ],
        "notes": [],
    }


@pytest.mark.parametrize("wrong", [["check", "gone.yaml"], ["check", "no-such-scenario"]])
def test_a_file_that_is_not_there_is_misuse_and_answers_2_without_a_traceback(wrong, capsys):
    assert main(wrong) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("there is no ")
    assert "Traceback" not in told.err


@pytest.mark.parametrize("wrong", [[], ["chek"], ["check", "--format", "xml"]])
def test_a_command_that_is_not_one_is_misuse_and_answers_2(wrong, capsys):
    with pytest.raises(SystemExit) as leaving:
        main(wrong)
    assert leaving.value.code == 2


def test_what_should_not_happen_is_told_in_words_and_shown_only_when_asked(tmp_path, capsys, monkeypatch):
    path = write_scenario(tmp_path, RECITAL)
    monkeypatch.setattr("sharedground.cli._summary", lambda *_, **__: 1 / 0)
    assert main(["check", str(path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Something went wrong that should not have (ZeroDivisionError: division by zero).")
    with pytest.raises(ZeroDivisionError):
        main(["check", "--debug", str(path)])


@pytest.fixture
def _faulty_evidence(tmp_path, monkeypatch):
    """A service's own copy of the content, with a fault in its findings."""
    shutil.copytree(folder("scenarios"), tmp_path / "scenarios")
    findings = tmp_path / "scenarios" / "evidence" / "findings.csv"
    findings.write_text(findings.read_text(encoding="utf-8").replace(",systematic_review,", ",opinion poll,", 1))
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))


@pytest.mark.usefixtures("_faulty_evidence")
def test_faults_of_the_evidence_are_told_with_those_of_scenarios(capsys):
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert told.startswith("evidence/findings.csv, line ")
    assert told.endswith(", the evidence and the help lines checked, 1 fault.\n")


@pytest.mark.usefixtures("_faulty_evidence")
def test_a_single_file_is_checked_even_beside_faulty_evidence_and_that_is_said(tmp_path, capsys):
    assert main(["check", str(write_scenario(tmp_path, changed("leave-evidence-gap", "leave-evidence-gasp")))]) == 0
    assert capsys.readouterr().out == (
        "1 scenario checked, no faults.\n"
        "The evidence has faults of its own, so findings were not looked up. See: sharedground check\n"
    )
