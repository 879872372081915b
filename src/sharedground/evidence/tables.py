"""The evidence tables as typed values: findings, what a second reader saw, and all of it together."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sharedground.evidence.measures import MEASURES, Measure
from sharedground.evidence.rules import Rules

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Finding:
    """One row of findings.csv. A figure keeps its written text, so that nothing shown is ever reformatted."""

    id: str
    approach: str
    practice: str
    experienced_by: str
    direction: str
    outcome: str
    measure: str
    value: float | None
    ci_low: float | None
    ci_high: float | None
    comparator_value: float | None
    n: int | None
    population: str
    setting: str
    country: str
    year: int | None
    design: str
    certainty: str
    source_id: str
    seen_in: str
    verified: str
    notes: str
    second_check: str
    domain: str
    domain_reason: str
    value_text: str
    ci_low_text: str
    ci_high_text: str
    comparator_text: str
    n_text: str
    line: int

    @property
    def measured_in(self) -> Measure:
        return MEASURES[self.measure]


@dataclass(frozen=True)
class Check:
    """One row of verification.csv: what a second reader saw."""

    finding_id: str
    checked: str
    seen_in: str
    what_was_seen: str
    comment: str


@dataclass(frozen=True)
class Wording:
    """One row of wording.csv: a finding said for readers, and the two groups of its figure."""

    finding_id: str
    outcome: str
    """The outcome it was written from; where the table's has changed since, it is stale."""
    plain: str
    group: str
    beside: str


@dataclass(frozen=True)
class Evidence:
    """All findings with their sources, their rules and what a second reader saw."""

    findings: dict[str, Finding]
    sources: dict[str, dict[str, Any]]
    """Sources by id, each as CSL JSON."""
    rules: Rules
    verification: dict[str, Check]
    wording: dict[str, Wording]
    citations: dict[str, str]
    """The full reference of each source, as plain text."""

    @property
    def ids(self) -> dict[str, Collection[str]]:
        """Ids of all ``findings`` and ``sources``, by the names under which loading a scenario asks for them."""
        return {"findings": self.findings.keys(), "sources": self.sources.keys()}

    def frame(self) -> "pd.DataFrame":
        """The findings as a pandas table, for people who think in pandas.

        Returns
        -------
        one row per finding, index ``id``
            The columns of findings.csv in their order. ``value``, ``ci_low``, ``ci_high`` and
            ``comparator_value`` are floats in the unit of ``measure`` (empty: NaN), ``n`` and ``year`` are
            ``Int64`` (empty: NA), everything else is text. Which rows may be drawn, and how, is not in
            the table: ask ``Evidence.rules``. Ends of a row in ``rules.range_not_interval`` or
            ``rules.iqr_not_interval`` are no interval of uncertainty.
        """
        import pandas as pd

        rows = [[getattr(finding, column) for column in COLUMNS] for finding in self.findings.values()]
        frame = pd.DataFrame(rows, columns=list(COLUMNS)).set_index("id")
        numbers = {column: "float64" for column in FIGURES if column != "n"}
        return frame.astype({**numbers, "n": "Int64", "year": "Int64"})


COLUMNS = tuple(column.name for column in fields(Finding))[:25]
"""The columns of findings.csv, in their order."""

FIGURES = ("value", "ci_low", "ci_high", "comparator_value", "n")
"""The columns that hold figures."""
