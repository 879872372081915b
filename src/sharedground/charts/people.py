"""Two groups of a hundred people each, drawn person by person, under the same words."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from sharedground.charts import palette
from sharedground.charts.alt_text import people_sentence
from sharedground.charts.layout import BODY, SMALL, Sheet, wrapped
from sharedground.charts.values import plain_rows, study_lines

GAP = 24.0
PER_ROW = 10


def people_chart(table: pd.DataFrame) -> Figure:
    """For each finding two pictures of 100 people, those it happened to filled, side by side.

    Parameters
    ----------
    table : one row per finding
        ``shape``: ``people``, or ``words`` for what must be said beside them.
        ``value`` and ``comparator``: whole people in 100, with the practice and with the other group.
        ``label``, ``group``, ``other``, ``direction``, ``direction_words``, ``certainty_words``, ``own_notes`` (a
        list), ``study_words``: text as it is shown.

    Returns
    -------
    a Figure 360 points wide
        Nothing is shown or saved.
    """
    sheet = Sheet()
    rows = plain_rows(table)
    for number, row in enumerate(rows):
        if number:
            sheet.space(10)
            sheet.rule()
            sheet.space(12)
        sheet.words(row["label"], weight="normal" if row["shape"] == "words" else "bold")
        if row["shape"] == "people":
            _two_groups(sheet, row)
        sheet.space(2)
        study_lines(sheet, row)
    sheet.space(4)
    return sheet.figure(people_sentence(rows))


def _two_groups(sheet: Sheet, row: dict[str, Any]) -> None:
    width = (sheet.width - GAP) / 2
    names = [wrapped(name, width) for name in (row["group"], row["other"])]
    sheet.space(4)
    for left, lines in zip((0.0, width + GAP), names, strict=True):
        for number, line in enumerate(lines):
            sheet.put(line, x=left, y=sheet.y + BODY * (1.05 + 1.36 * number))
    sheet.space(BODY * 1.36 * max(map(len, names)) + 4)
    for left, people in ((0.0, row["value"]), (width + GAP, row["comparator"])):
        _hundred(sheet, left, width, int(people))
    sheet.space(width + 2)
    for left, people in ((0.0, row["value"]), (width + GAP, row["comparator"])):
        sheet.put(f"{int(people)} of 100", x=left, y=sheet.y + 15, size=15, weight="bold")
    sheet.space(24)
    sheet.mark("o", x=5, y=sheet.y + SMALL * 0.65, size=8, colour=palette.INK)
    sheet.words("it happened to them", size=SMALL, colour=palette.MUTED, left=15)
    sheet.mark("o", x=5, y=sheet.y + SMALL * 0.65, size=8, colour=palette.CONTROL, hollow=True)
    sheet.words("it did not", size=SMALL, colour=palette.MUTED, left=15)


def _hundred(sheet: Sheet, left: float, width: float, people: int) -> None:
    step = width / PER_ROW
    at = [(left + step * (place % PER_ROW + 0.5), sheet.y + step * (place // PER_ROW + 0.5)) for place in range(100)]
    if people:
        sheet.dots(at[:people], size=step * 0.66, colour=palette.INK)
    if people < 100:
        sheet.dots(at[people:], size=step * 0.66, colour=palette.CONTROL, hollow=True)
