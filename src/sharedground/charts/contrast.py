"""The contrast as a drawing: kind by kind, three ways of practice side by side, in words with marks."""

from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from sharedground.charts import palette
from sharedground.charts.alt_text import contrast_sentence
from sharedground.charts.layout import BODY, LARGE, PHONE, SMALL, Sheet, text_width
from sharedground.charts.values import HOLLOW, MARKS, plain_rows

SIZE = 11.2
GAP = 8.0
COLUMN = (PHONE - 2 * GAP) / 3
GUTTER = 12.0
"""Room for a mark before its words."""
COLOURS = {"harm": palette.INK, "benefit": palette.GAIN, "mixed": palette.MUTED, "no_effect": palette.MUTED}
LEFT = {approach: number * (COLUMN + GAP) for number, approach in enumerate(palette.STANCES)}
CARRIED = "Each mark is about the person, unless somebody else is named."


def contrast_chart(table: pd.DataFrame) -> Figure:
    """Every mark beside the words of its practice, in the column of its approach; no shading, no totals.

    Parameters
    ----------
    table : one row per mark
        ``domain``, ``band``, ``approach`` and ``bearer`` place it; rows of one place stand together.
        ``direction``: ``harm``, ``benefit``, ``mixed`` or ``no_effect``, the shape of the mark.
        ``domain_words``, ``direction_words``, ``approach_words``, ``bearer_words``, ``practice_words`` and
        ``certainty_words``: as shown; ``certainty`` is ``very_low`` where a mark must say so.

    Returns
    -------
    a Figure 360 points wide
        A mark looks the same however many studies stand behind it. Nothing is shown or saved.
    """
    sheet = Sheet()
    rows = plain_rows(table)
    heads = {row["approach"]: row["approach_words"] for row in rows}
    sheet.words(CARRIED, size=SMALL, colour=palette.MUTED)
    for _, in_domain in groupby(rows, key=lambda row: row["domain"]):
        marks = list(in_domain)
        sheet.space(12)
        sheet.words(marks[0]["domain_words"], size=LARGE, weight="bold")
        sheet.space(4)
        _column_heads(sheet, heads)
        for _, alike in groupby(marks, key=lambda row: row["band"]):
            _band(sheet, list(alike))
    sheet.space(2)
    return sheet.figure(contrast_sentence(rows))


def _column_heads(sheet: Sheet, heads: dict[str, str]) -> None:
    top = lowest = sheet.y
    for approach, left in LEFT.items():
        colour = palette.STANCES[approach]
        sheet.y = top + 2
        sheet.rule(colour=colour, left=left, right=left + COLUMN, thick=3)
        sheet.space(4)
        sheet.words(heads.get(approach, ""), left=left, width=COLUMN, size=SIZE, weight="bold", colour=colour)
        lowest = max(lowest, sheet.y)
    sheet.y = lowest + 4


def _band(sheet: Sheet, marks: list[dict[str, Any]]) -> None:
    """The harms, the gains or what was left open, within one kind and across all columns."""
    words = {mark["direction"]: mark["direction_words"] for mark in marks}
    left = 0.0
    for direction in (one for one in MARKS if one in words):
        _mark(sheet, direction, left, BODY)
        sheet.put(words[direction], x=left + GUTTER, y=sheet.y + BODY, size=BODY, weight="bold")
        left += GUTTER + text_width(words[direction], BODY, "bold") + 10
    sheet.space(BODY * 1.5)
    top = lowest = sheet.y
    for approach, left in LEFT.items():
        sheet.y = top
        _cell(sheet, [mark for mark in marks if mark["approach"] == approach], left)
        lowest = max(lowest, sheet.y)
    sheet.y = lowest + 8


def _cell(sheet: Sheet, marks: list[dict[str, Any]], left: float) -> None:
    if not marks:
        sheet.words("none found", left=left, size=SIZE, colour=palette.MUTED)
    for bearer, carried in groupby(marks, key=lambda mark: mark["bearer"]):
        alike = list(carried)
        if bearer != "person":
            words = f"for {alike[0]['bearer_words']}"
            sheet.words(words, left=left, width=COLUMN, size=SIZE, colour=palette.MUTED)
        for mark in alike:
            _mark(sheet, mark["direction"], left, SIZE)
            sheet.words(_named(mark), left=left + GUTTER, width=COLUMN - GUTTER, size=SIZE)
        sheet.space(2)


def _mark(sheet: Sheet, direction: str, left: float, size: float) -> None:
    sheet.mark(
        MARKS[direction], x=left + 4, y=sheet.y + size * 0.7, size=7,
        colour=COLOURS[direction], hollow=direction in HOLLOW,
    )  # fmt: skip


def _named(mark: dict[str, Any]) -> str:
    """The practice, and a word of doubt where nothing surer than the weakest grade stands behind the mark."""
    return mark["practice_words"] + (f" ({mark['certainty_words']})" if mark["certainty"] == "very_low" else "")
