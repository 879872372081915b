"""What one row of the evidence may say; each check gives the faults it finds."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sharedground.evidence import problems as fault
from sharedground.evidence.glossary import (
    APPROACHES,
    BEARERS,
    CERTAINTIES,
    DESIGNS,
    DIRECTIONS,
    PRACTICES,
    SECOND_CHECKS,
    SETTINGS,
    VERIFIED,
)
from sharedground.evidence.measures import MEASURES
from sharedground.evidence.rules import Rules, line_of
from sharedground.evidence.tables import COLUMNS, FIGURES, Finding
from sharedground.faults import Problem
from sharedground.words import DOMAINS

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
WHOLE = re.compile(r"[1-9][0-9]{0,11}")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")

CORRECTED = re.compile(r"[Cc]orrected (\d{4}-\d\d-\d\d): ")
ANY_NUMBER = re.compile(r"\d+(?:\.\d+)?")

MAY_BE_EMPTY = {*FIGURES, "year", "notes", "domain_reason"}
ALLOWED: Mapping[str, Collection[str]] = {
    "approach": APPROACHES,
    "practice": PRACTICES,
    "experienced_by": BEARERS,
    "direction": DIRECTIONS,
    "measure": MEASURES,
    "setting": SETTINGS,
    "design": DESIGNS,
    "certainty": CERTAINTIES,
    "verified": VERIFIED,
    "second_check": SECOND_CHECKS,
    "domain": DOMAINS,
}


def row(file: str, line: int, cells: Mapping[str, str]) -> list[Problem]:
    """A row of findings.csv by itself: its codes, its numbers and what they say together."""
    of = cells["id"]
    faults = [] if ID.fullmatch(of) else [fault.bad_id(file, line, of)]
    for column in COLUMNS:
        cell = cells[column]
        if not cell.strip():
            if column not in MAY_BE_EMPTY and column != "id":
                faults.append(fault.empty_cell(file, line, of, column))
        elif column in ALLOWED and cell not in ALLOWED[column]:
            faults.append(fault.not_allowed(file, line, of, column, cell, ALLOWED[column]))
        elif column in {"n", "year"}:
            if not WHOLE.fullmatch(cell):
                faults.append(fault.not_a_number(file, line, of, column, cell))
        elif column in FIGURES and not NUMBER.fullmatch(cell):
            faults.append(fault.not_a_number(file, line, of, column, cell))
    if cells["seen_in"].strip() and not ADDRESS.fullmatch(cells["seen_in"]):
        faults.append(fault.bad_address(file, line, of, cells["seen_in"]))
    return [*faults, *_figures(file, line, cells)]


def _figures(file: str, line: int, cells: Mapping[str, str]) -> Iterable[Problem]:
    """What a row's figures say together; a figure that is no number has been told already."""
    of, measure = cells["id"], MEASURES.get(cells["measure"])
    number = {c: float(cells[c]) for c in FIGURES if NUMBER.fullmatch(cells[c])}
    if cells["verified"] == "not_seen":
        for column in number:
            yield fault.number_not_seen(file, line, of, column, cells[column])
    if measure is not None:
        for column in FIGURES[:4]:
            if column not in number:
                continue
            if not measure.is_number:
                yield fault.number_in_words(file, line, of, measure.code, column, cells[column])
            elif not measure.holds(number[column]):
                yield fault.out_of_bounds(file, line, of, column, cells[column], measure.bounds_words)
        if measure.is_number and measure.kind != "range" and not cells["value"].strip():
            yield fault.no_value(file, line, of, measure.code)
    low, value, high = (number.get(column) for column in ("ci_low", "value", "ci_high"))
    if bool(cells["ci_low"].strip()) != bool(cells["ci_high"].strip()):
        yield fault.half_interval(file, line, of)
    elif low is not None and high is not None and not low <= (low if value is None else value) <= high:
        yield fault.value_outside_interval(file, line, of, cells["ci_low"], cells["value"], cells["ci_high"])


def source_known(file: str, finding: Finding, sources: Collection[str]) -> Iterable[Problem]:
    if finding.source_id and finding.source_id not in sources:
        yield fault.unknown_source(file, finding.line, finding.id, finding.source_id, sources)


def ends_as_the_rules_say(file: str, finding: Finding, rules: Rules) -> Iterable[Problem]:
    """A range of studies is one in the measure and in the rules alike, and holds no value of its own."""
    measure = MEASURES.get(finding.measure)
    if measure is None:
        return
    is_range = measure.kind == "range"
    if is_range != rules.is_range(finding.id):
        here = "is measured as a range and is not in" if is_range else "is not measured as a range and is in"
        yield fault.range_rule(file, finding.line, finding.id, f"{here} range_not_interval")
    if is_range and finding.value_text:
        yield fault.range_rule(file, finding.line, finding.id, f"is a range and has the value {finding.value_text}")
    if is_range and not (finding.ci_low_text and finding.ci_high_text):
        yield fault.range_rule(file, finding.line, finding.id, "is a range without both its ends")
    if rules.is_interquartile(finding.id) and not (finding.ci_low_text and finding.ci_high_text):
        yield fault.range_rule(file, finding.line, finding.id, "is in iqr_not_interval without both its ends")


def counts_agree(file: str, text: str, rules: Rules, findings: Mapping[str, Finding]) -> Iterable[Problem]:
    """Counts to be shown have the table's figures above the line."""
    for finding_id, written in rules.show_as_counts.items():
        counts, finding = rules.counts(finding_id), findings.get(finding_id)
        if counts and finding and (counts[0], counts[2]) != (finding.value, finding.comparator_value):
            yield fault.counts_differ(
                file, line_of(text, finding_id), finding_id, written, finding.value_text, finding.comparator_text
            )


def second_check(file: str, line: int, cells: Mapping[str, str], findings: Mapping[str, Finding]) -> Iterable[Problem]:
    """A row of verification.csv is about a finding of the table and says the same of it."""
    finding = findings.get(cells["finding_id"])
    if finding is None:
        yield fault.unknown_finding(file, line, "this row", cells["finding_id"], findings)
    elif cells["checked"] != finding.second_check:
        yield fault.second_check_differs(file, line, finding.id, cells["checked"], finding.second_check)


def dated_and_told(
    file: str, finding: Finding, rules: Rules, checked: Collection[str], worded: Collection[str]
) -> Iterable[Problem]:
    """A second reading left its row, a correction its day, and a figure has words for readers."""
    if finding.second_check != "not_checked" and finding.id not in checked:
        yield fault.second_check_without_row(file, finding.line, finding.id, finding.second_check)
    if finding.second_check == "corrected" and not any(map(_is_day, CORRECTED.findall(finding.notes))):
        yield fault.correction_without_date(file, finding.line, finding.id)
    measure = MEASURES.get(finding.measure)
    if measure and measure.is_number and rules.may_show_figure(finding.id) and finding.id not in worded:
        yield fault.figure_without_words(file, finding.line, finding.id)


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def wording(file: str, line: int, cells: Mapping[str, str], findings: Mapping[str, Finding]) -> Iterable[Problem]:
    """Words for readers belong to a finding as the table says it now, and hold no number of their own."""
    of = cells["finding_id"]
    finding = findings.get(of)
    if finding is None:
        yield fault.unknown_finding(file, line, "this row", of, findings)
        return
    if cells["outcome"] != finding.outcome:
        yield fault.stale_wording(file, line, of, finding.outcome)
    if not cells["plain"].strip():
        yield fault.empty_cell(file, line, of, "plain")
    if bool(cells["group"].strip()) != bool(cells["beside"].strip()):
        yield fault.empty_cell(file, line, of, "beside" if cells["group"].strip() else "group")
    told = set(ANY_NUMBER.findall(f"{finding.outcome} {finding.population}"))
    for number in ANY_NUMBER.findall(f"{cells['plain']} {cells['group']} {cells['beside']}"):
        if number not in told:
            yield fault.number_of_its_own(file, line, of, number)


def source(file: str, line: int | None, entry: Mapping[str, Any]) -> Iterable[Problem]:
    """A source has what a citation cannot do without."""
    of = str(entry.get("id"))
    for key in ("id", "type", "title"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            yield fault.source_incomplete(file, line, of, key)
    address = entry.get("URL")
    if address is not None and not ADDRESS.fullmatch(str(address)):
        yield fault.bad_address(file, line, of, str(address))
