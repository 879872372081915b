"""The catalogue of faults in the evidence tables, each with its words and its way out."""

from collections.abc import Iterable
from difflib import get_close_matches

from sharedground.faults import Problem


def no_such_file(file: str) -> Problem:
    return Problem(file, None, "no-such-file", "this file is not there. Put it back, or copy it from a release.")


def not_readable(file: str, line: int | None, why: str) -> Problem:
    return Problem(file, line, "not-readable", f"this cannot be read: {why}. Save it as UTF-8 text in its own format.")


def missing_column(file: str, column: str) -> Problem:
    return Problem(
        file, 1, "missing-column", f"there is no column {column!r}. Add it to the first line and to every row."
    )


def unknown_column(file: str, column: str, known: Iterable[str]) -> Problem:
    return Problem(file, 1, "unknown-column", f"column {column!r} is not one of the table. {_nearest(column, known)}")


def wrong_width(file: str, line: int, cells: int, columns: int) -> Problem:
    return Problem(
        file,
        line,
        "wrong-width",
        f"this row has {cells} cells and the table has {columns} columns. "
        "Put text with a comma in it between double quotes.",
    )


def empty_cell(file: str, line: int, of: str, column: str) -> Problem:
    return Problem(file, line, "empty-cell", f"{of!r} has nothing in {column!r}. Fill it in: every row needs it.")


def not_allowed(file: str, line: int, of: str, column: str, value: str, allowed: Iterable[str]) -> Problem:
    return Problem(
        file,
        line,
        "not-allowed",
        f"{of!r} has {value!r} in {column!r}, which is not one of its values. {_nearest(value, allowed)}",
    )


def not_a_number(file: str, line: int, of: str, column: str, value: str) -> Problem:
    return Problem(
        file,
        line,
        "not-a-number",
        f"{of!r} has {value!r} in {column!r}. Write a bare number such as 1640 or 0.56, without signs or words.",
    )


def out_of_bounds(file: str, line: int, of: str, column: str, value: str, bounds: str) -> Problem:
    return Problem(
        file,
        line,
        "out-of-bounds",
        f"{of!r} has {value} in {column!r}, but its measure runs {bounds}. Check the source.",
    )


def duplicate_id(file: str, line: int | None, of: str, first: int | None) -> Problem:
    where = f" (first on line {first})" if first else ""
    return Problem(
        file, line, "duplicate-id", f"{of!r} is here twice{where}. Give one of them another id, or take it out."
    )


def bad_id(file: str, line: int, of: str) -> Problem:
    return Problem(
        file, line, "bad-id", f"{of!r} is not an id. Write small letters, digits and hyphens, such as leave-deaths."
    )


def bad_address(file: str, line: int | None, of: str, value: str) -> Problem:
    return Problem(
        file,
        line,
        "bad-address",
        f"{of!r} gives {value!r} as an address. Write a whole one, beginning with https:// (or http://).",
    )


def unknown_source(file: str, line: int, of: str, source: str, known: Iterable[str]) -> Problem:
    return Problem(
        file,
        line,
        "unknown-source",
        f"{of!r} names source {source!r}, which sources.json does not hold. {_nearest(source, known)}",
    )


def unknown_finding(file: str, line: int | None, where: str, finding: str, known: Iterable[str]) -> Problem:
    return Problem(
        file,
        line,
        "unknown-finding",
        f"{where} names finding {finding!r}, which findings.csv does not hold. {_nearest(finding, known)}",
    )


def half_interval(file: str, line: int, of: str) -> Problem:
    return Problem(
        file,
        line,
        "half-interval",
        f"{of!r} has one end of an interval without the other. Give both as printed, or leave both empty.",
    )


def value_outside_interval(file: str, line: int, of: str, low: str, value: str, high: str) -> Problem:
    return Problem(
        file,
        line,
        "value-outside-interval",
        f"{of!r} has value {value} with an interval from {low} to {high}. "
        "Check all three in the source; the value lies between the ends.",
    )


def number_not_seen(file: str, line: int, of: str, column: str, value: str) -> Problem:
    return Problem(
        file,
        line,
        "number-not-seen",
        f"{of!r} is marked not_seen and yet has {value} in {column!r}. "
        "Take the number out, or read the source and say how in 'verified'.",
    )


def number_in_words(file: str, line: int, of: str, measure: str, column: str, value: str) -> Problem:
    return Problem(
        file,
        line,
        "number-in-words",
        f"{of!r} is {measure} and yet has {value} in {column!r}. Choose a measure with a unit, or take it out.",
    )


def no_value(file: str, line: int, of: str, measure: str) -> Problem:
    return Problem(
        file,
        line,
        "no-value",
        f"{of!r} is measured in {measure} and has no value. "
        "Give the printed figure, or make it qualitative if none was seen.",
    )


def range_rule(file: str, line: int, of: str, what: str) -> Problem:
    return Problem(
        file, line, "range-rule", f"{of!r} {what}. Make the measure and range_not_interval in rules.json agree."
    )


def second_check_differs(file: str, line: int, of: str, here: str, there: str) -> Problem:
    return Problem(
        file,
        line,
        "second-check-differs",
        f"{of!r} is {here!r} here and {there!r} in findings.csv. Make the two say the same.",
    )


def second_check_without_row(file: str, line: int, of: str, said: str) -> Problem:
    return Problem(
        file,
        line,
        "second-check-without-row",
        f"{of!r} is marked {said!r} and verification.csv has no row for it. Let the second reader add what they saw "
        "and where, or mark it not_checked.",
    )


def correction_without_date(file: str, line: int, of: str) -> Problem:
    return Problem(
        file,
        line,
        "correction-without-date",
        f"{of!r} is marked corrected and its notes do not say when and what. End them with "
        "'corrected 2026-11-23: what it said before', with the day of the correction.",
    )


def figure_without_words(file: str, line: int, of: str) -> Problem:
    return Problem(
        file,
        line,
        "figure-without-words",
        f"{of!r} has a figure and no words for readers. Add a row for it to wording.csv.",
    )


def stale_wording(file: str, line: int, of: str, outcome: str) -> Problem:
    return Problem(
        file,
        line,
        "stale-wording",
        f"the words for {of!r} were written from another outcome; the table now says {outcome!r}. "
        "Look at them again, then copy that outcome here.",
    )


def number_of_its_own(file: str, line: int, of: str, number: str) -> Problem:
    return Problem(
        file,
        line,
        "number-of-its-own",
        f"the words for {of!r} hold the number {number}, which its outcome and population do not. Take it out; "
        "the figure is said by the program, from the table.",
    )


def source_incomplete(file: str, line: int | None, of: str, key: str) -> Problem:
    return Problem(
        file, line, "source-incomplete", f"source {of!r} has no {key!r}. Add it; a citation cannot do without."
    )


def unknown_rule(file: str, line: int | None, rule: str, known: Iterable[str]) -> Problem:
    return Problem(file, line, "unknown-rule", f"{rule!r} is not a rule this program obeys. {_nearest(rule, known)}")


def missing_rule(file: str, rule: str) -> Problem:
    return Problem(file, None, "missing-rule", f"rule {rule!r} is missing. Add it, with an empty list if need be.")


def malformed_rule(file: str, line: int | None, rule: str, needed: str) -> Problem:
    return Problem(file, line, "malformed-rule", f"rule {rule!r} is not in its form. Write {needed}.")


def rules_collide(file: str, line: int | None, what: str, way_out: str) -> Problem:
    return Problem(file, line, "rules-collide", f"{what}. {way_out}")


def counts_differ(file: str, line: int | None, of: str, counts: str, value: str, comparator: str) -> Problem:
    return Problem(
        file,
        line,
        "counts-differ",
        f"{of!r} is to be shown as {counts!r} and the table has {value} and {comparator or 'nothing'}. "
        "Make the two agree with the source.",
    )


def stale_citation(file: str, source: str) -> Problem:
    return Problem(
        file,
        None,
        "stale-citation",
        f"the reference of {source!r} was not made from sources.json as it is now. "
        "Run: python -m sharedground.evidence",
    )


def _nearest(value: str, allowed: Iterable[str]) -> str:
    known = sorted(allowed)
    near = get_close_matches(value, known, n=1)
    if near:
        return f"Did you mean {near[0]!r}?"
    if len(known) <= 12:
        return f"There are: {', '.join(known)}."
    return "scenarios/evidence/README.md says which there are and how one is added."
