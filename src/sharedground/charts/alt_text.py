"""What a figure says, in sentences: what is shown, what was found and how sure it is. Knows no drawing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

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
        f"{row['label']}: {int(row['value'])} of 100 people with {row['group']}, "
        f"{int(row['comparator'])} of 100 with {row['other']}; {_meaning(row)}."
        for row in pictures
    )
    return " ".join(["Pictures of 100 people, two side by side.", found, *map(_finding, said)])


def _column(words: str, rows: Sequence[Row]) -> str:
    kinds = {
        direction: ", ".join(
            dict.fromkeys(row["domain_words"].lower() for row in rows if row["direction"] == direction)
        )
        for direction in ("harm", "benefit", "mixed", "no_effect")
    }
    parts = [
        f"{said} in {kinds[direction]}"
        for direction, said in (
            ("harm", "reported harms"),
            ("benefit", "reported gains"),
            ("mixed", "both ways, or neither shown,"),
            ("no_effect", "no effect shown"),
        )
        if kinds[direction]
    ]
    return f"{words}: {'; '.join(parts)}."


def _finding(row: Row) -> str:
    shape = row["shape"]
    if shape == "words":
        return f"Said in words: {row['label'].rstrip('.')}; {_meaning(row)}."
    figure = row["value_words"]
    if shape == "pair":
        figure = f"{row['group']} {row['value_words']}, {row['other']} {row['other_words']}"
    elif shape == "counts":
        figure = f"{row['value_words']} ({row['group']} v {row['other']})"
    elif shape in ("range", "middle half"):
        figure = f"{row['value_words']}, {row['group']}"
    elif row.get("other_words"):
        figure = f"{row['value_words']}, against {row['other_words']} for {row['other']}"
    interval = f", {row['interval_words']}" if row.get("interval_words") else ""
    measure = f"{row['panel_title'].lower()} " if shape == "estimate" else ""
    return f"{row['label']}: {measure}{figure}{interval}; {_meaning(row)}."


def _meaning(row: Row) -> str:
    return f"{row['direction_words']}; {row['certainty_words']}"
