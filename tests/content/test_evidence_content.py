"""What comes with the toolkit as evidence: unchanged, complete, argued for and said in plain words."""

import csv
import hashlib
import io
import re

import pytest

from sharedground import content
from sharedground.evidence import Evidence, card, load_evidence
from sharedground.evidence.glossary import DESIGNS, GLOSSES, PRACTICES, SETTINGS
from sharedground.evidence.measures import MEASURES
from sharedground.evidence.rules import RULES
from sharedground.evidence.tables import COLUMNS
from sharedground.words import DOMAINS

HERE = content.folder("scenarios") / "evidence"
NOT_ON_SCREEN = re.compile(
    r"service user|\bcompl(y|ies|iance)|abscond|frequent flyer|\bstance\b|\bjourney\b|empower|\bproven\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence()


@pytest.fixture(scope="module")
def readme() -> str:
    return (HERE / "README.md").read_text(encoding="utf-8")


def test_the_table_without_the_two_added_columns_is_byte_for_byte_the_one_that_was_handed_over():
    with (HERE / "findings.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0][23:] == ["domain", "domain_reason"]
    handed_over = io.StringIO(newline="")
    csv.writer(handed_over, lineterminator="\n").writerows(row[:23] for row in rows)
    assert hashlib.sha256(handed_over.getvalue().encode()).hexdigest() == (
        "1f73b0fffd95c919bcb6a0e5979aec1bf4dfe87c57e357849fc7863cfe3a5f33"
    )


@pytest.mark.parametrize(
    ("name", "print_of_it"),
    [
        ("sources.json", "5304ffde967374eda88804eec170cf65119fa897c05d5120fb89360ca136fff9"),
        ("verification.csv", "43017ad819cc8a15051f98782263c63b54a953748e55c2657278f22e080baaac"),
        ("rules.json", "5e3ff0dd4b8be0e4b48cff27962d8f7efb903011392cea8fb74d674b6636a748"),
    ],
)
def test_what_was_handed_over_besides_is_unchanged(name, print_of_it):
    assert hashlib.sha256((HERE / name).read_bytes()).hexdigest() == print_of_it


def test_there_are_two_hundred_and_twenty_findings(evidence):
    assert len(evidence.findings) == 220


def test_every_id_in_a_rule_is_a_finding_of_the_table(evidence):
    assert evidence.rules.ids <= evidence.findings.keys()
    assert len(evidence.rules.ids) > 80


def test_every_domain_has_a_finding_and_every_reason_is_a_sentence(evidence):
    assert {finding.domain for finding in evidence.findings.values()} == set(DOMAINS)
    reasons = [finding.domain_reason for finding in evidence.findings.values() if finding.domain_reason]
    assert all(reason.endswith(".") for reason in reasons)


def test_the_same_data_in_two_forms_has_one_domain(evidence):
    for group in evidence.rules.same_data_pick_one:
        assert len({evidence.findings[finding].domain for finding in group}) == 1


def test_suicidal_thoughts_and_acts_are_kept_apart(evidence):
    for finding_id in ("sp-meta-ideation", "cams-ideation", "asking-ideation"):
        assert evidence.findings[finding_id].domain == "psychological"
    for finding_id in ("sp-meta-behaviour", "cams-attempts", "asking-behaviour"):
        assert evidence.findings[finding_id].domain == "physical_safety"


def test_the_readme_argues_for_every_domain_and_counts_its_rows(evidence, readme):
    domains = [finding.domain for finding in evidence.findings.values()]
    for domain in DOMAINS:
        assert f"\n### {domain}\n" in readme
        assert f"| `{domain}` | {domains.count(domain)} |" in readme


def test_the_readme_says_what_every_rule_and_every_column_means(readme):
    for name in (*RULES, *COLUMNS):
        assert f"`{name}`" in readme


def test_the_readme_names_only_findings_that_are_there(evidence, readme):
    named = re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", readme)
    assert named
    assert set(named) <= evidence.findings.keys()


def test_every_finding_with_a_figure_has_a_plain_sentence(evidence):
    with_figures = {finding.id for finding in evidence.findings.values() if finding.measured_in.is_number}
    assert with_figures <= evidence.wording.keys()


def test_every_finding_with_a_figure_beside_it_names_both_groups(evidence):
    for finding in evidence.findings.values():
        if finding.comparator_text or finding.measured_in.kind == "ratio":
            assert evidence.wording[finding.id].group, finding.id
            assert evidence.wording[finding.id].beside, finding.id


def test_every_code_has_words_and_no_words_are_left_over(evidence):
    findings = evidence.findings.values()
    assert {finding.practice for finding in findings} == set(PRACTICES)
    assert {finding.setting for finding in findings} == set(SETTINGS)
    assert {finding.design for finding in findings} == set(DESIGNS)
    assert {finding.measure for finding in findings} == set(MEASURES)


def test_no_two_practices_are_called_the_same():
    assert len(set(PRACTICES.values())) == len(PRACTICES)


def test_what_a_card_says_first_uses_no_word_that_is_not_for_the_screen(evidence):
    for finding in evidence.findings.values():
        shown = card(finding, evidence)
        for key in ("plain", "figure", "practice_words", "population", "setting", "design_words"):
            assert not NOT_ON_SCREEN.search(str(shown[key])), (finding.id, key, shown[key])
    assert not NOT_ON_SCREEN.search(" ".join(GLOSSES.values()))


def test_a_card_of_a_finding_shows_no_code_of_the_table(evidence):
    for finding in evidence.findings.values():
        shown = card(finding, evidence)
        said = ("plain", "figure", "limits", "practice_words", "approach_words", "who_words", "kind_words")
        for key in (*said, "source_note", "second_check"):
            assert not re.search(r"[a-z]+_[a-z]+|\bn = ", str(shown[key] or "")), (finding.id, key, shown[key])


def test_a_plain_sentence_is_short_and_ends(evidence):
    for wording in evidence.wording.values():
        assert wording.plain.endswith(".")
        assert max(len(sentence.split()) for sentence in wording.plain.split(". ")) <= 40, wording.finding_id


def test_no_finding_whose_practice_is_being_left_alone_reports_a_gain(evidence):
    for finding in evidence.findings.values():
        assert (finding.approach, finding.direction) != ("unsupported", "benefit")


def test_every_source_has_its_reference(evidence):
    assert evidence.citations.keys() == evidence.sources.keys()
    assert not [line for line in evidence.citations.values() if re.search(r"[Nn]one\b|\s\s|\(\)|, ,|\.\.", line)]


def test_a_finding_of_which_nothing_was_seen_shows_no_figure(evidence):
    for finding in evidence.findings.values():
        if finding.verified == "not_seen":
            assert card(finding, evidence)["figure"] is None
