"""The contrast as a drawing: kinds of harm and gain down the side, three ways of practice across, in words."""

from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from sharedground.charts import palette
from sharedground.charts.layout import BODY, SMALL, Sheet
from sharedground.charts.values import HOLLOW, MARKS

WIDTH = 720.0
HEADS = 112.0
GAP = 16.0
COLUMN = (WIDTH - HEADS) / 3 - GAP
GUTTER = 14.0
"""Room for a mark before its words."""
COLOURS = {"harm": palette.INK, "benefit": palette.GAIN, "mixed": palette.MUTED, "no_effect": palette.MUTED}
STANCE_ORDER = tuple(palette.STANCES)


def contrast_chart(table: pd.DataFrame) -> Figure:
    """Every mark beside the words of its practice, under the bearer who carries it; no shading, no totals.

    Parameters
    ----------
    table : one row per mark
        ``domain``, ``direction``, ``approach``, ``bearer`` place it; rows of one place stand together.
        ``domain_words``, ``direction_words``, ``approach_words``, ``bearer_words``, ``practice_words``: as shown.

    Returns
    -------
    a Figure 720 points wide
        A mark looks the same however many studies stand behind it. Nothing is shown or saved.
    """
    sheet = Sheet(WIDTH)
    records: list[dict[str, Any]] = table.to_dict("records")
    _column_heads(sheet, records)
    for _, in_domain in groupby(records, key=lambda row: row["domain"]):
        sheet.rule()
        sheet.space(7)
        for number, (_, alike) in enumerate(groupby(in_domain, key=lambda row: row["direction"])):
            _band(sheet, list(alike), named=number == 0)
        sheet.space(2)
    sheet.rule()
    sheet.space(2)
    return sheet.figure()


def _column_heads(sheet: Sheet, records: list[dict[str, Any]]) -> None:
    words = {row["approach"]: row["approach_words"] for row in records}
    top = sheet.y
    for number, approach in enumerate(STANCE_ORDER):
        left = _left(number)
        sheet.y = top + 2
        sheet.rule(colour=palette.STANCES[approach], left=left, right=left + COLUMN, thick=3)
        sheet.put(words.get(approach, ""), x=left, y=top + 20, size=14, weight="bold", colour=palette.STANCES[approach])
    sheet.y = top + 30


def _band(sheet: Sheet, marks: list[dict[str, Any]], *, named: bool) -> None:
    """One direction within one kind, across all columns."""
    top = sheet.y
    if named:
        sheet.words(marks[0]["domain_words"], weight="bold", width=HEADS - 10)
        sheet.space(3)
    _mark(sheet, marks[0], 0)
    sheet.words(marks[0]["direction_words"], left=GUTTER, width=HEADS - 10 - GUTTER, size=SMALL)
    lowest = sheet.y
    for number, approach in enumerate(STANCE_ORDER):
        sheet.y = top
        _cell(sheet, [mark for mark in marks if mark["approach"] == approach], _left(number))
        lowest = max(lowest, sheet.y)
    sheet.y = lowest + 8


def _cell(sheet: Sheet, marks: list[dict[str, Any]], left: float) -> None:
    for words, carried in groupby(marks, key=lambda mark: mark["bearer_words"]):
        sheet.words(f"for {words}", left=left, width=COLUMN, size=SMALL, colour=palette.MUTED)
        for mark in carried:
            _mark(sheet, mark, left)
            sheet.words(mark["practice_words"], left=left + GUTTER, width=COLUMN - GUTTER)
        sheet.space(3)


def _mark(sheet: Sheet, mark: dict[str, Any], left: float) -> None:
    direction = mark["direction"]
    sheet.mark(
        MARKS[direction], x=left + 5, y=sheet.y + BODY * 0.7, size=7.5,
        colour=COLOURS[direction], hollow=direction in HOLLOW,
    )  # fmt: skip


def _left(column: int) -> float:
    return HEADS + column * (COLUMN + GAP) + GAP / 2
