"""The contrast as a drawing: kinds of harm and gain down the side, three ways of practice across, in words."""

from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from sharedground.charts import palette
from sharedground.charts.layout import Sheet
from sharedground.charts.values import HOLLOW, MARKS, plain_rows

WIDTH = 720.0
HEADS = 108.0
GAP = 12.0
SIZE = 12.0
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
        ``domain``, ``band``, ``approach`` and ``bearer_words`` place it; rows of one place stand together.
        ``direction``: ``harm``, ``benefit``, ``mixed`` or ``no_effect``, the shape of the mark.
        ``domain_words``, ``direction_words``, ``approach_words``, ``practice_words``, ``certainty_words``: as
        shown; ``certainty`` is ``very_low`` where the mark must say so.

    Returns
    -------
    a Figure 720 points wide
        A mark looks the same however many studies stand behind it. Nothing is shown or saved.
    """
    sheet = Sheet(WIDTH)
    records = plain_rows(table)
    _column_heads(sheet, records)
    for _, in_domain in groupby(records, key=lambda row: row["domain"]):
        sheet.rule()
        sheet.space(7)
        for number, (_, alike) in enumerate(groupby(in_domain, key=lambda row: row["band"])):
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
    """The harms, the gains or what was left open, within one kind and across all columns."""
    top = sheet.y
    if named:
        sheet.words(marks[0]["domain_words"], size=SIZE, weight="bold", width=HEADS - 6)
        sheet.space(3)
    for direction in (one for one in MARKS if any(mark["direction"] == one for mark in marks)):
        words = next(mark["direction_words"] for mark in marks if mark["direction"] == direction)
        _mark(sheet, direction, 0)
        sheet.words(words, left=GUTTER, width=HEADS - 6 - GUTTER, size=SIZE)
    lowest = sheet.y
    for number, approach in enumerate(STANCE_ORDER):
        sheet.y = top
        _cell(sheet, [mark for mark in marks if mark["approach"] == approach], _left(number))
        lowest = max(lowest, sheet.y)
    sheet.y = lowest + 8


def _cell(sheet: Sheet, marks: list[dict[str, Any]], left: float) -> None:
    if not marks:
        sheet.words("none found", left=left, size=SIZE, colour=palette.MUTED)
    for words, carried in groupby(marks, key=lambda mark: mark["bearer_words"]):
        sheet.words(f"for {words}", left=left, width=COLUMN, size=SIZE, colour=palette.MUTED)
        for mark in carried:
            _mark(sheet, mark["direction"], left)
            sheet.words(_named(mark), left=left + GUTTER, width=COLUMN - GUTTER, size=SIZE)
        sheet.space(3)


def _mark(sheet: Sheet, direction: str, left: float) -> None:
    sheet.mark(
        MARKS[direction], x=left + 5, y=sheet.y + SIZE * 0.7, size=7.5,
        colour=COLOURS[direction], hollow=direction in HOLLOW,
    )  # fmt: skip


def _named(mark: dict[str, Any]) -> str:
    """The practice, and a word of doubt where nothing surer than the weakest grade stands behind the mark."""
    return mark["practice_words"] + (f" ({mark['certainty_words']})" if mark["certainty"] == "very_low" else "")


def _left(column: int) -> float:
    return HEADS + column * (COLUMN + GAP) + GAP / 2
