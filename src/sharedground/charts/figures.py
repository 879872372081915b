"""Which figures a set of findings may have, and which findings must be said in words. Draws nothing."""

from collections.abc import Iterable
from typing import Any

from sharedground.charts.spec import FigureSpec, Table
from sharedground.evidence import Evidence

__all__ = ["FigureSpec", "Table", "figures_for", "words_for"]


def figures_for(evidence: Evidence, finding_ids: Iterable[str]) -> list[FigureSpec]:
    """The figures of a fork, the contrast over the whole table first, then by practice."""
    return []


def words_for(evidence: Evidence, finding_ids: Iterable[str]) -> list[dict[str, Any]]:
    """Cards of the findings that have no figure, in the order asked for."""
    return []
