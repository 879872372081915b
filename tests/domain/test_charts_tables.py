"""The tables for people who think in pandas, and the charts they make."""

import base64
import re

import pytest

from sharedground.charts.contrast import contrast_chart
from sharedground.charts.people import people_chart
from sharedground.charts.tables import contrast_table, people_table, values_table
from sharedground.charts.values import values_chart
from sharedground.errors import EvidenceError
from sharedground.evidence import load_evidence


@pytest.fixture(scope="module")
def evidence():
    return load_evidence()


def test_a_practice_brings_what_must_be_read_with_it(evidence):
    assert "advstatement-meta" in set(values_table(evidence, "community_treatment_order")["finding"])


def test_nothing_that_may_not_be_drawn_has_a_number_in_a_table(evidence):
    for practice in {finding.practice for finding in evidence.findings.values()}:
        try:
            table = values_table(evidence, practice)
        except EvidenceError:
            continue
        drawn = table[table["shape"] != "words"]["finding"]
        assert all(evidence.rules.may_chart(one) for one in drawn)


def test_findings_of_one_axis_stand_together_and_agree_on_its_ends(evidence):
    table = values_table(evidence, "joint_crisis_plan")
    drawn = table[~table["shape"].isin(["words", "counts"])]
    ends = drawn.groupby("panel")[["axis_low", "axis_high"]].nunique()
    assert (ends == 1).all().all()


@pytest.mark.parametrize(("table", "practice"), [(people_table, "leave"), (values_table, "jointcrisisplan")])
def test_a_practice_that_cannot_be_drawn_so_is_told_with_some_that_can(evidence, table, practice):
    with pytest.raises(EvidenceError, match=r"may be drawn as .* Try one of these: \w+"):
        table(evidence, practice)


@pytest.mark.parametrize(
    ("chart", "table"),
    [
        (contrast_chart, contrast_table),
        (values_chart, lambda evidence: values_table(evidence, "joint_crisis_plan")),
        (people_chart, lambda evidence: people_table(evidence, "medication_reduction")),
    ],
)
def test_a_chart_shows_itself_in_a_notebook_and_says_what_is_on_it(evidence, chart, table):
    shown = chart(table(evidence))._repr_html_()
    alt, picture = re.search(r'alt="([^"]+)" src="data:image/svg\+xml;base64,([^"]+)"', shown).groups()
    assert len(alt) > 40
    assert base64.b64decode(picture).strip().endswith(b"</svg>")
