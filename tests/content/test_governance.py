"""What docs/governance says is so: its tests exist, its tables are those of the content, it claims nothing too much."""

import ast
import csv
import re
from functools import cache
from pathlib import Path

import pytest

from sharedground import __version__
from sharedground.content import PAGES, folder
from sharedground.evidence import load_evidence
from sharedground.exchange.governance import tables, with_tables
from sharedground.pages import module
from sharedground.scenario import load_sound

ROOT = Path(__file__).parents[2]
PAGES_HERE = sorted((ROOT / "docs" / "governance").glob("*.md"))
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES_HERE}
CITED = sorted({cited for text in TEXTS.values() for cited in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)})
SAID = "Never for the care of a real person."

BREAK = re.compile(r"\s+")


@cache
def defined_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def rows(name: str, heading: str) -> list[list[str]]:
    """The rows of the table under a heading, its own heading row left out."""
    part = TEXTS[name].split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def test_the_pages_that_were_promised_are_there_and_the_index_names_each():
    named = set(re.findall(r"\]\(([\w-]+\.md)\)", TEXTS["README.md"]))
    assert named == set(TEXTS) - {"README.md"}
    assert len(named) == 7


@pytest.mark.parametrize(("file", "name"), CITED)
def test_every_test_that_is_cited_exists(file, name):
    assert name.startswith("test_")
    assert name in defined_in(file)


def test_every_mention_of_a_test_is_a_whole_citation():
    for text in TEXTS.values():
        assert text.count("::") == len(re.findall(r"`tests/[\w/]+\.py::\w+`", text)) + text.count("`file::name`")


def test_every_hazard_has_cause_control_what_shows_it_and_what_is_left():
    hazards = re.split(r"\n### \d+\. ", TEXTS["hazard-log.md"])[1:]
    numbers = list(map(int, re.findall(r"\n### (\d+)\. ", TEXTS["hazard-log.md"])))
    assert numbers == list(range(1, len(numbers) + 1))
    for hazard in hazards:
        parts = re.findall(r"^- \*\*(\w+(?: \w+)?):\*\*", hazard, re.MULTILINE)
        assert parts == ["Cause", "Control", "Shown by", "Left"], hazard.splitlines()[0]
        shown = hazard.split("- **Shown by:**")[1].split("- **Left:**")[0]
        assert "::test_" in shown or "no test shows it" in shown


@pytest.mark.parametrize("page", PAGES_HERE, ids=lambda page: page.name)
def test_tables_made_from_content_are_up_to_date(page):
    made = tables(load_sound().values(), load_evidence())
    assert with_tables(TEXTS[page.name], made) == TEXTS[page.name], (
        "run: python -m sharedground.exchange.governance docs/governance"
    )


def test_the_guidance_map_has_every_scenario_with_its_law_and_what_it_relates_to():
    listed = {row[0]: row for row in rows("guidance-map.md", "Scenario by scenario")}
    scenarios = load_sound().values()
    assert set(listed) == {scenario.title for scenario in scenarios}
    for scenario in scenarios:
        _, _, nation, checked, relates_to, _ = listed[scenario.title]
        assert (nation, checked) == (scenario.about.nation, scenario.about.law_checked)
        assert tuple(re.findall(r"`(\w+)`", relates_to)) == scenario.about.maps_to


def test_the_guidance_map_says_what_each_key_stands_for_and_what_was_not_read():
    explained = {row[0].strip("`"): row for row in rows("guidance-map.md", "What the keys stand for")}
    used = {key for scenario in load_sound().values() for key in scenario.about.maps_to}
    assert set(explained) == used
    assert "the full PDF was not stored" in explained["imroc2014"][2]


def test_the_numbers_on_how_findings_were_read_are_those_of_the_table():
    with (folder("scenarios") / "evidence" / "findings.csv").open(encoding="utf-8", newline="") as file:
        findings = list(csv.DictReader(file))
    *by_reading, total = rows("evidence-basis.md", "How the figures were read")
    for how, row in zip(("full_text", "abstract", "secondary", "not_seen"), by_reading, strict=True):
        read_so = [finding for finding in findings if finding["verified"] == how]
        assert int(row[-1]) == len(read_so)
        for check, number in zip(("confirmed", "corrected", "not_found", "not_checked"), row[1:-1], strict=True):
            assert int(number) == sum(finding["second_check"] == check for finding in read_so)
    assert int(total[-1]) == len(findings) == sum(map(int, total[1:-1]))


def test_few_and_of_low_certainty_is_true_of_the_findings_on_being_left_alone():
    alone, *others = sorted(
        rows("evidence-basis.md", "How sure one may be"), key=lambda row: row[0] != "being left alone"
    )
    *_, low, very_low, number = map(int, alone[1:])
    assert low + very_low > number / 2
    assert number < sum(int(row[-1]) for row in others) / 4


@pytest.mark.parametrize(
    "claim",
    ["anonym", "complies with", "comply", "proven", "guarantee", "ensures", "fully compliant", "validated", "robust"],
)
def test_no_page_claims_what_no_test_could_bear_out(claim):
    assert [name for name, text in TEXTS.items() if claim in BREAK.sub(" ", text).lower()] == []


def test_what_it_is_and_is_not_is_said_plainly():
    said = BREAK.sub(" ", TEXTS["intended-purpose.md"].replace("*", ""))
    for sentence in (
        "Never for the care of any real person.",
        "No regulator has assessed it.",
        "Nobody endorses it.",
    ):
        assert sentence in said
    assert "No names are asked for." in TEXTS["data-flow.md"]
    assert "No pass with a screen reader was done" in TEXTS["accessibility-statement-template.md"]


@pytest.mark.parametrize("name", ["README.md", "accessibility-statement-template.md"])
def test_pages_that_name_a_version_name_this_one(name):
    assert __version__ in TEXTS[name]


@pytest.mark.parametrize("page", PAGES_HERE, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)\)", TEXTS[page.name]):
        assert (page.parent / target).exists(), target


def test_every_page_says_that_it_is_never_for_the_care_of_a_real_person():
    assert SAID in (PAGES / "gallery.html").read_text(encoding="utf-8")
    assert SAID in module("player")
