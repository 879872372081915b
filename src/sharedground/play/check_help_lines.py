"""The check of the help lines: faults, and beside them notes of what is still to fill in or to look up again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sharedground.faults import Problem
from sharedground.play.help_lines import FILE, KEYS, LINE_KEYS, MAX_BYTES, NATIONS, help_lines_file
from sharedground.scenario import problems
from sharedground.scenario.check_age import GOOD_FOR_MONTHS, months_ago
from sharedground.scenario.outline import Place
from sharedground.scenario.problems import shown
from sharedground.scenario.read import read

NEEDED = {
    "awake_now": "who at the employer can be reached now.",
    "national": "the lines of the whole UK.",
    "note": "how far these numbers were checked.",
}
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
PHONE = re.compile(r"\+?\d[\d ]*")


@dataclass(frozen=True)
class Checked:
    """What a check came to."""

    faults: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    """What is no fault, and should be looked at all the same."""


def check_help_lines(path: Path | None = None, *, today: date, called: str | None = None) -> Checked:
    """Every fault and note of the help lines, by line; `today` decides which numbers want looking up again."""
    path = path or help_lines_file()
    called = called or path.name
    try:
        source = read(path)
    except OSError as trouble:
        return Checked((replace(problems.cannot_open(trouble.strerror or "unknown reason"), file=called),))
    top = Place.top(source)
    faults = list(source.faults)
    if len(source.text.encode()) > MAX_BYTES:
        faults.append(_too_large())
    notes: list[Problem] = []
    if source.complete and isinstance(top.value, dict):
        faults += _faults(top, today)
        notes += _notes(top, today)
    elif source.complete:
        faults.append(problems.wrong_type(1, "the file", top.value or None, "keys"))
    return Checked(_in_order(faults, called), _in_order(notes, called))


def _in_order(found: list[Problem], called: str) -> tuple[Problem, ...]:
    return tuple(replace(each, file=called) for each in sorted(found, key=lambda each: each.line or 0))


def _faults(top: Place, today: date) -> Iterator[Problem]:
    yield from _keys("the file", top, KEYS, NEEDED)
    if top["nation"].words and top["nation"].words not in NATIONS:
        yield problems.not_one_of(top["nation"].line, "'nation'", top["nation"].words, NATIONS)
    for nation, place in top["nations"].entries():
        if nation not in NATIONS:
            yield problems.not_one_of(place.line, "a nation", nation, NATIONS)
    for named, place, is_ours in _lists(top):
        if place.is_there and not isinstance(place.value, list):
            yield problems.wrong_type(place.line, named, place.value, "list")
        for number, line in enumerate(place.rows(), 1):
            yield from _line_faults(f"line {number} of {named}", line, today, is_ours=is_ours)


def _keys(named: str, place: Place, known: Sequence[str], needed: Mapping[str, str]) -> Iterator[Problem]:
    """Unknown keys, and missing ones; a misspelt key is told once, not a second time as missing."""
    meant = set()
    for key, under in place.entries():
        if key not in known:
            meant.add(problems.nearest(key, known))
            yield problems.unknown_key(under.line, named, key, known)
    for key, description in needed.items():
        if not place[key].is_there and key not in meant:
            yield problems.missing_key(place[key].line, named, key, description)


def _lists(top: Place) -> Iterator[tuple[str, Place, bool]]:
    """The lists of lines: how each is called, and whether it is the employer's own."""
    yield "'awake_now'", top["awake_now"], True
    yield "'national'", top["national"], False
    for nation, place in top["nations"].entries():
        yield f"the lines of {nation}", place, False


def _line_faults(named: str, line: Place, today: date, *, is_ours: bool) -> Iterator[Problem]:
    if not isinstance(line.value, dict):
        yield problems.wrong_type(line.line, named, line.value, "keys")
        return
    phone, month = line["phone"].words, line["checked"].words
    needed = {"label": "who answers."}
    if phone or not is_ours:
        needed["checked"] = "the month in which somebody last looked it up."
    if not is_ours:
        needed["source"] = "where the number was read."
    yield from _keys(named, line, LINE_KEYS, needed)
    for key, place in line.entries():
        if not isinstance(place.value, str):
            yield problems.wrong_type(place.line, f"{key!r} of {named}", place.value, "text")
    if phone and not PHONE.fullmatch(phone):
        yield problems.odd_phone(line["phone"].line, f"'phone' of {named}", phone)
    if month and not MONTH.fullmatch(month):
        yield problems.not_a_month(line["checked"].line, f"'checked' of {named}", month)
    elif month and months_ago(month, today) < 0:
        yield _month_to_come(line["checked"].line, named, month)


def _notes(top: Place, today: date) -> Iterator[Problem]:
    for named, place, is_ours in _lists(top):
        for number, line in enumerate(place.rows(), 1):
            month = line["checked"].words
            called = shown(line["label"].words) if line["label"].words else f"line {number} of {named}"
            if MONTH.fullmatch(month) and months_ago(month, today) > GOOD_FOR_MONTHS:
                yield _old(line["checked"].line, called, month)
            if is_ours and isinstance(line.value, dict) and "phone" in line.value and not line["phone"].is_there:
                yield _no_number_yet(line["phone"].line, called)
    if top["nations"].is_there and not top["nation"].is_there:
        yield _no_nation_yet(top["nation"].line)


def _too_large() -> Problem:
    what = f"the file is larger than {MAX_BYTES:,} bytes, so no page reads it. Take out what is no help line."
    return Problem(FILE, 1, "too-big", what)


def _month_to_come(line: int, named: str, month: str) -> Problem:
    what = f"'checked' of {named} is {month}, which is still to come. Write the month in which somebody looked it up."
    return Problem(FILE, line, "month-to-come", what)


def _old(line: int, called: str, month: str) -> Problem:
    what = f"{called} was last checked in {month}, more than a year ago. Ask its owner, then write the new month."
    return Problem(FILE, line, "checked-long-ago", what)


def _no_number_yet(line: int, called: str) -> Problem:
    what = f"{called} has no number yet. Write your employer's, with the month under checked, or take 'phone' out."
    return Problem(FILE, line, "no-number-yet", what)


def _no_nation_yet(line: int) -> Problem:
    what = f"the file does not say in which nation you are, so the lines of each are shown. It can be {_listed()}."
    return Problem(FILE, line, "no-nation-yet", what)


def _listed() -> str:
    return f"{', '.join(NATIONS[:-1])} or {NATIONS[-1]}"
