"""Findings drawn by their figures: shares, ratios and differences, each measure on an axis of its own."""

from collections.abc import Callable
from itertools import groupby
from math import log
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharedground.charts import palette
from sharedground.charts.alt_text import sentence_case, values_sentence
from sharedground.charts.layout import BODY, LEADING, SMALL, Sheet, text_width

MIDDLE, BAR = 7.0, 5.0
INSET = 8.0
"""Points left free at both sides of every axis, so that marks and end labels are never cut."""
MARKS = {"harm": "v", "benefit": "^", "no_effect": "o", "mixed": "d"}
"""Direction of a finding as a shape; words always stand beside it."""
HOLLOW = {"no_effect", "mixed"}


def values_chart(table: pd.DataFrame) -> Figure:
    """Each finding under its own words, drawn on the axis of its measure.

    Parameters
    ----------
    table : one row per finding, findings of one panel together
        ``panel``, ``panel_title``, ``panel_words``: the axis a row stands on and how it is read.
        ``shape``: ``share``, ``pair``, ``range``, ``middle half``, ``estimate``, ``counts`` or ``words``.
        ``scale`` (``linear`` or ``log``), ``axis_low``, ``axis_high``, ``ticks``, ``null``, ``null_words``,
        ``less_words``, ``more_words``: the axis.
        ``value``, ``low``, ``high``, ``comparator``: numbers in the unit of the panel; empty where there are none.
        ``label``, ``group``, ``other``, ``value_words``, ``other_words``, ``interval_words``, ``reading``,
        ``direction``, ``direction_words``, ``certainty_words``, ``own_notes`` (a list), ``study_words``: text as it is
        shown.

    Returns
    -------
    a Figure 360 points wide
        A point whose interval is not known is hollow. Nothing is shown or saved.
    """
    sheet = Sheet()
    records = plain_rows(table)
    for number, (_, panel) in enumerate(groupby(records, key=lambda row: row["panel"])):
        if number:
            sheet.space(10)
            sheet.rule()
            sheet.space(12)
        _panel(sheet, list(panel))
    sheet.space(4)
    return sheet.figure(values_sentence(records))


def plain_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table by column name; an empty cell is None."""
    cells = table.astype(object)
    return [
        {str(column): cell for column, cell in row.items()}
        for row in cells.where(cells.notna(), None).to_dict("records")
    ]


def study_lines(sheet: Sheet, row: dict[str, Any]) -> None:
    """What the finding means for people, how sure it is and where it was found; the same under every mark."""
    left = 0.0
    shape = MARKS.get(row["direction"])
    if shape:
        hollow = row["direction"] in HOLLOW
        sheet.mark(shape, x=5, y=sheet.y + BODY * 0.68, size=7.5, colour=palette.INK, hollow=hollow)
        left = 15.0
    sheet.words(f"{row['direction_words']}; {row['certainty_words']}", left=left)
    for note in row["own_notes"]:
        sheet.words(note)
    sheet.words(row["study_words"], size=SMALL, colour=palette.MUTED)


def _panel(sheet: Sheet, rows: list[dict[str, Any]]) -> None:
    first = rows[0]
    if first["panel_title"]:
        sheet.words(first["panel_title"], weight="bold", colour=palette.MUTED)
    if first["panel_words"]:
        sheet.words(first["panel_words"], size=SMALL, colour=palette.MUTED)
    if first["shape"] == "estimate":
        sheet.space(5)
        _sides(sheet, first)
    for row in rows:
        sheet.space(9)
        sheet.words(row["label"], weight="normal" if row["shape"] == "words" else "bold")
        sheet.space(2)
        DRAWN[row["shape"]](sheet, row)
        sheet.space(2)
        study_lines(sheet, row)
    if first["ticks"] is not None and len(first["ticks"]):
        sheet.space(4)
        _strip(sheet, first, _tick_marks, height=22)


def _sides(sheet: Sheet, axis: dict[str, Any]) -> None:
    """The null line and both sides of it, named; on one line where they have room."""
    less, more = f"◄ {axis['less_words']}", f"{axis['more_words']} ►"
    half = text_width(axis["null_words"], SMALL) / 2
    middle = INSET + (sheet.width - 2 * INSET) * _share_of_axis(axis, axis["null"])
    middle = min(max(middle, half), sheet.width - half)
    room = min(middle - text_width(less, SMALL), sheet.width - middle - text_width(more, SMALL))
    sheet.put(less, x=0, y=sheet.y + SMALL, size=SMALL, colour=palette.MUTED)
    sheet.put(more, x=sheet.width, y=sheet.y + SMALL, size=SMALL, colour=palette.MUTED, side="right")
    if room < half + 8:
        sheet.space(SMALL * LEADING)
    sheet.put(axis["null_words"], x=middle, y=sheet.y + SMALL, size=SMALL, side="center")
    sheet.space(SMALL * LEADING)


def _share_of_axis(axis: dict[str, Any], at: float) -> float:
    low, high = axis["axis_low"], axis["axis_high"]
    if axis["scale"] == "log":
        return log(at / low) / log(high / low)
    return (at - low) / (high - low)


def _strip(sheet: Sheet, axis: dict[str, Any], draw: Callable[[Axes, dict[str, Any]], None], *, height: float) -> None:
    def drawn(axes: Axes) -> None:
        axes.set_xscale(axis["scale"])
        axes.minorticks_off()
        axes.set(xticks=[], xlim=(axis["axis_low"], axis["axis_high"]))
        axes.set_label(str(axis["finding"]))
        draw(axes, axis)

    sheet.strip(drawn, height=height, left=INSET, right=INSET)


def _tick_marks(axes: Axes, axis: dict[str, Any]) -> None:
    axes.set_label(f"axis of {axis['panel']}")
    axes.plot([axis["axis_low"], axis["axis_high"]], [2, 2], color=palette.CONTROL, lw=0.8)
    for at, words in axis["ticks"]:
        axes.plot([at, at], [2, 6], color=palette.CONTROL, lw=0.8, clip_on=False)
        side = {axis["axis_low"]: "left", axis["axis_high"]: "right"}.get(at, "center")
        axes.text(at, 18, words, fontsize=SMALL, color=palette.MUTED, ha=side, va="baseline")


def _share(sheet: Sheet, row: dict[str, Any]) -> None:
    sheet.words(row["value_words"], weight="bold")
    _strip(sheet, row, _bar_of_value, height=15)
    _interval_words(sheet, row)


def _pair(sheet: Sheet, row: dict[str, Any]) -> None:
    _named_figure(sheet, row["group"], row["value_words"])
    _strip(sheet, row, _bar_of_value, height=15)
    sheet.space(2)
    _named_figure(sheet, row["other"], row["other_words"])
    _strip(sheet, row, _bar_of_comparator, height=15)
    _interval_words(sheet, row)


def _interval_words(sheet: Sheet, row: dict[str, Any]) -> None:
    if row["interval_words"]:
        sheet.words(sentence_case(row["interval_words"]))


def _named_figure(sheet: Sheet, name: str, figure: str) -> None:
    """A group at the left and its figure at the right, or below it where they have no room side by side."""
    if text_width(name) + 12 + text_width(figure, BODY, "bold") <= sheet.width:
        sheet.put(figure, x=sheet.width, y=sheet.y + BODY * 1.05, weight="bold", side="right")
        sheet.words(name)
    else:
        sheet.words(name)
        sheet.words(figure, weight="bold")
    sheet.space(2)


def _bar_of_value(axes: Axes, row: dict[str, Any]) -> None:
    _track(axes, row)
    axes.barh([MIDDLE], [row["value"]], height=BAR, color=palette.INK, label="value")
    if row["low"] is not None:
        _interval(axes, row, MIDDLE)
    _point(axes, row["value"], MIDDLE, hollow=row["low"] is None)


def _bar_of_comparator(axes: Axes, row: dict[str, Any]) -> None:
    _track(axes, row)
    axes.barh([MIDDLE], [row["comparator"]], height=BAR, color=palette.CONTROL, label="comparator")


def _track(axes: Axes, row: dict[str, Any]) -> None:
    axes.barh([MIDDLE], [row["axis_high"]], height=BAR, color=palette.LINE, alpha=0.4, label="whole")


def _interval(axes: Axes, row: dict[str, Any], y: float) -> None:
    axes.plot([row["low"], row["high"]], [y, y], color=palette.INK, lw=2, label="interval")
    for end in (row["low"], row["high"]):
        axes.plot([end, end], [y - 5, y + 5], color=palette.INK, lw=1.4, solid_capstyle="butt")


def _point(axes: Axes, at: float, y: float, *, hollow: bool) -> None:
    axes.plot(
        [at], [y], "o", ms=8.5, mec=palette.INK, mew=1.6, mfc=palette.SURFACE if hollow else palette.INK,
        clip_on=False, zorder=4, label="no interval" if hollow else "value",
    )  # fmt: skip


def _range(sheet: Sheet, row: dict[str, Any]) -> None:
    _named_figure(sheet, row["group"], row["value_words"])
    _strip(sheet, row, _open_band, height=15)


def _open_band(axes: Axes, row: dict[str, Any]) -> None:
    """From the lowest to the highest, or over the middle half of the studies: a box, never a whisker."""
    _track(axes, row)
    axes.barh(
        [MIDDLE], [row["high"] - row["low"]], left=[row["low"]], height=9,
        color=palette.SURFACE, edgecolor=palette.INK, lw=1.2, label=row["shape"],
    )  # fmt: skip
    if row["value"] is not None:
        axes.plot([row["value"], row["value"]], [MIDDLE - 6, MIDDLE + 6], color=palette.INK, lw=2.6, label="median")


def _estimate(sheet: Sheet, row: dict[str, Any]) -> None:
    if row["reading"]:
        sheet.words(sentence_case(row["reading"]))
    sheet.space(2)
    _strip(sheet, row, _point_and_interval, height=20)
    sheet.words(row["value_words"], weight="bold")
    if row["comparator"] is not None:
        sheet.words(f"{sentence_case(row['other'])}: {row['other_words']} (the square)")
    _interval_words(sheet, row)


def _point_and_interval(axes: Axes, row: dict[str, Any]) -> None:
    axes.plot([row["axis_low"], row["axis_high"]], [10, 10], color=palette.LINE, lw=0.8)
    axes.plot([row["null"]] * 2, [0, 20], color=palette.INK, lw=1, ls=(0, (3, 2)), label="null line")
    if row["comparator"] is not None:
        axes.plot([row["comparator"]], [10], "s", ms=7, color=palette.CONTROL, label="comparator")
    if row["low"] is not None:
        _interval(axes, row, 10)
    _point(axes, row["value"], 10, hollow=row["low"] is None)


def _counts(sheet: Sheet, row: dict[str, Any]) -> None:
    sheet.words(row["value_words"], size=14, weight="bold")
    sheet.words(f"{row['group']}, or {row['other']}")


def _words(sheet: Sheet, row: dict[str, Any]) -> None:
    if row["value_words"]:
        sheet.words(f"{row['value_words']}.")


DRAWN: dict[str, Callable[[Sheet, dict[str, Any]], None]] = {
    "share": _share,
    "pair": _pair,
    "range": _range,
    "middle half": _range,
    "estimate": _estimate,
    "counts": _counts,
    "words": _words,
}
