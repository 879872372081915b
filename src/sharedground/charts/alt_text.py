"""What a figure says, in sentences: what is shown, what was found and how sure it is. Knows no drawing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sharedground.words import COST_WORDS, GAIN_WORDS

Row = Mapping[str, Any]


def contrast_sentence(rows: Sequence[Row]) -> str:
    """Which kinds of harm and gain each column holds; never how many."""
    columns = dict.fromkeys(row["approach_words"] for row in rows)
    found = " ".join(_column(words, [row for row in rows if row["approach_words"] == words]) for words in columns)
    return (
        "A table of words: kinds of harm and gain down the side, and across it risk-averse practice, collaborative "
        f"practice and being left alone. {found} How sure each finding is stands in the table below."
    )


def values_sentence(rows: Iterable[Row]) -> str:
    return " ".join(_finding(row) for row in rows)


def people_sentence(rows: Sequence[Row]) -> str:
    pictures = [row for row in rows if row["shape"] == "people"]
    said = [row for row in rows if row["shape"] != "people"]
    found = " ".join(
        f"{row['label']}: {row['group']}, {int(row['value'])} of 100; "
        f"{row['other']}, {int(row['comparator'])} of 100; {_meaning(row)}"
        for row in pictures
    )
    return " ".join(["Pictures of 100 people, two side by side.", found, *map(_finding, said)])


def _column(words: str, rows: Sequence[Row]) -> str:
    found = {
        "reported harms": _kinds(rows, "harm", COST_WORDS),
        "reported gains": _kinds(rows, "benefit", GAIN_WORDS),
        "no effect shown, or findings both ways": _kinds(rows, "mixed no_effect", GAIN_WORDS),
    }
    return f"{words}: {'; '.join(f'{said} ({kinds})' for said, kinds in found.items() if kinds)}."


def _kinds(rows: Sequence[Row], directions: str, words: Mapping[Any, str]) -> str:
    named = (words[row["domain"]] for row in rows if row["direction"] in directions.split())
    return "; ".join(dict.fromkeys(named)).replace(", ", " and ").replace("; ", ", ")


def _finding(row: Row) -> str:
    shape = row["shape"]
    if shape == "words":
        figure = f": {row['value_words']}" if row["value_words"] else ""
        return f"Said in words: {row['label']}{figure}; {_meaning(row)}"
    figure = row["value_words"]
    if shape == "pair":
        figure = f"{row['group']} {row['value_words']}, {row['other']} {row['other_words']}"
    elif shape == "counts":
        figure = f"{row['value_words']} ({row['group']}, or {row['other']})"
    elif shape in ("range", "middle half"):
        figure = f"{row['value_words']}, {row['group']}"
    elif shape == "estimate":
        beside = f"; {row['other']} {row['other_words']}" if row["other_words"] else ""
        reading = f"; {row['reading']}" if row["reading"] else ""
        figure = f"{row['measure_words']} {row['value_words']}{reading}{beside}"
    interval = f"; {row['interval_words']}" if row.get("interval_words") else ""
    return f"{row['label']}: {figure}{interval}; {_meaning(row)}"


def _meaning(row: Row) -> str:
    return " ".join([f"{row['direction_words']}; {row['certainty_words']}.", *row["own_notes"]])


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
