"""The tables that charts are drawn from, for people who think in pandas: evidence in, DataFrame out."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from sharedground.charts.figures import figures_for
from sharedground.charts.matrix import contrast_rows
from sharedground.charts.rows import Row, value_rows
from sharedground.charts.spec import FigureKind
from sharedground.errors import EvidenceError
from sharedground.evidence import Evidence

if TYPE_CHECKING:
    import pandas as pd


def contrast_table(evidence: Evidence) -> "pd.DataFrame":
    """One row per mark of the contrast, for ``contrast_chart``: which practice was reported to harm or to help."""
    return _frame(contrast_rows(evidence))


def values_table(evidence: Evidence, practice: str) -> "pd.DataFrame":
    """One row per finding of a practice that is drawn by its figure, for ``values_chart``.

    Parameters
    ----------
    practice
        As in the column ``practice`` of findings.csv: ``joint_crisis_plan``.

    Returns
    -------
    one row per finding, those of one axis together
        What must be shown with a finding is in it, also where it is of another practice.

    Raises
    ------
    EvidenceError
        There is no such practice, or nothing of it may be drawn so; the message names some that may.
    """
    rows = _rows(evidence, practice, "values")
    return _frame(value_rows((evidence.findings[row["finding"]] for row in rows), evidence))


def people_table(evidence: Evidence, practice: str) -> "pd.DataFrame":
    """One row per finding of a practice of which a picture of 100 people may be drawn, for ``people_chart``.

    Raises
    ------
    EvidenceError
        As `values_table`.
    """
    return _frame(_rows(evidence, practice, "people"))


def _rows(evidence: Evidence, practice: str, kind: FigureKind) -> tuple[Row, ...]:
    found = _drawn(evidence, practice, kind)
    if not found:
        practices = sorted({finding.practice for finding in evidence.findings.values()})
        able = [one for one in practices if _drawn(evidence, one, kind)]
        near = get_close_matches(practice, able, n=1) or able[:3]
        raise EvidenceError(f"nothing of {practice!r} may be drawn as {kind}. Try one of these: {', '.join(near)}.")
    return found


def _drawn(evidence: Evidence, practice: str, kind: FigureKind) -> tuple[Row, ...]:
    ids = [finding.id for finding in evidence.findings.values() if finding.practice == practice]
    return tuple(row for spec in figures_for(evidence, ids) if spec.kind == kind for row in spec.rows)


def _frame(rows: tuple[Row, ...]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame(list(rows))
