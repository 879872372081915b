"""Reading the evidence tables; with a fault in any of them nothing is loaded, and every fault is told."""

import csv
import io
import json
import logging
from collections.abc import Collection
from dataclasses import fields
from pathlib import Path
from typing import Any

from sharedground import content
from sharedground.errors import EvidenceError
from sharedground.evidence import checks
from sharedground.evidence import problems as fault
from sharedground.evidence.citation import read_citations
from sharedground.evidence.rules import Rules, line_of, read_rules
from sharedground.evidence.tables import COLUMNS, FIGURES, Check, Evidence, Finding, Wording
from sharedground.faults import Problem

log = logging.getLogger("sharedground")

FILES = ("findings.csv", "sources.json", "verification.csv", "rules.json", "wording.csv", "citations.json")
CHECK_COLUMNS = tuple(column.name for column in fields(Check))
WORDING_COLUMNS = tuple(column.name for column in fields(Wording))


def evidence_folder() -> Path:
    """Where the tables are: a service with scenarios of its own need not copy them."""
    return content.folder("scenarios/evidence")


def load_evidence(folder: Path | None = None) -> Evidence:
    """The evidence in a folder; without one, what comes with the toolkit.

    Raises
    ------
    EvidenceError
        The tables have faults; its message and its ``problems`` give all of them.
    """
    evidence, faults = _read(folder or evidence_folder())
    if faults:
        raise EvidenceError("\n".join(map(str, faults)), faults)
    return evidence


def check_evidence(folder: Path | None = None) -> list[Problem]:
    """Every fault of the evidence in a folder, by file and line; none when all is well."""
    return _read(folder or evidence_folder())[1]


def known_ids() -> dict[str, Collection[str]]:
    """Ids of all ``findings`` and ``sources``, for a list of scenarios that must come up whatever the evidence is like.

    Where it has faults there are none, so that nothing is looked up; the log says so.
    """
    try:
        return load_evidence().ids
    except EvidenceError as trouble:
        log.warning(
            "the evidence has faults, so it is not looked up: sharedground check lists %d", len(trouble.problems)
        )
        return {}


def _read(folder: Path) -> tuple[Evidence, list[Problem]]:
    faults: list[Problem] = []
    findings_csv, sources_json, verification_csv, rules_json, wording_csv, citations_json = (
        File(folder / name, f"{folder.name}/{name}") for name in FILES
    )
    sources = _sources(sources_json, faults)
    findings = _findings(findings_csv, faults)
    verification = _verification(verification_csv, findings, faults)
    rules = _rules(rules_json, findings, faults)
    wording = _wording(wording_csv, findings, faults)
    citations = _citations(citations_json, sources, faults)
    if sources:
        for finding in findings.values():
            faults += checks.source_known(findings_csv.name, finding, sources)
    for finding in findings.values():
        faults += checks.ends_as_the_rules_say(findings_csv.name, finding, rules)
        faults += checks.dated_and_told(findings_csv.name, finding, rules, verification, wording)
    evidence = Evidence(findings, sources, rules, verification, wording, citations)
    order = {f"{folder.name}/{name}": place for place, name in enumerate(FILES)}
    return evidence, sorted(faults, key=lambda problem: (order[problem.file], problem.line or 0))


class File:
    """One file of the evidence: its name as people are told it, and its text."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name

    def text(self, faults: list[Problem]) -> str | None:
        """What is in it, or nothing and a fault."""
        try:
            return self.path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            faults.append(fault.no_such_file(self.name))
        except (OSError, UnicodeDecodeError) as error:
            faults.append(fault.not_readable(self.name, None, str(error)))
        return None


def _findings(file: File, faults: list[Problem]) -> dict[str, Finding]:
    findings: dict[str, Finding] = {}
    for line, row in _rows(file, COLUMNS, faults):
        faults += checks.row(file.name, line, row)
        if row["id"] in findings:
            faults.append(fault.duplicate_id(file.name, line, row["id"], findings[row["id"]].line))
        else:
            findings[row["id"]] = _finding(line, row)
    return findings


def _finding(line: int, row: dict[str, str]) -> Finding:
    words: dict[str, Any] = {column: row[column] for column in COLUMNS if column not in {*FIGURES, "year"}}
    return Finding(
        **words,
        value=_number(row["value"]),
        ci_low=_number(row["ci_low"]),
        ci_high=_number(row["ci_high"]),
        comparator_value=_number(row["comparator_value"]),
        n=_whole(row["n"]),
        year=_whole(row["year"]),
        value_text=row["value"],
        ci_low_text=row["ci_low"],
        ci_high_text=row["ci_high"],
        comparator_text=row["comparator_value"],
        n_text=row["n"],
        line=line,
    )


def _number(cell: str) -> float | None:
    return float(cell) if checks.NUMBER.fullmatch(cell) else None


def _whole(cell: str) -> int | None:
    return int(cell) if checks.WHOLE.fullmatch(cell) else None


def _verification(file: File, findings: dict[str, Finding], faults: list[Problem]) -> dict[str, Check]:
    read: dict[str, Check] = {}
    for line, row in _rows(file, CHECK_COLUMNS, faults):
        if row["finding_id"] in read:
            faults.append(fault.duplicate_id(file.name, line, row["finding_id"], None))
        if findings:
            faults += checks.second_check(file.name, line, row, findings)
        read[row["finding_id"]] = Check(**row)
    return read


def _wording(file: File, findings: dict[str, Finding], faults: list[Problem]) -> dict[str, Wording]:
    read: dict[str, Wording] = {}
    for line, row in _rows(file, WORDING_COLUMNS, faults):
        if row["finding_id"] in read:
            faults.append(fault.duplicate_id(file.name, line, row["finding_id"], None))
        if findings:
            faults += checks.wording(file.name, line, row, findings)
        read[row["finding_id"]] = Wording(**row)
    return read


def _rows(file: File, columns: tuple[str, ...], faults: list[Problem]) -> list[tuple[int, dict[str, str]]]:
    """The rows by column, each with the line it begins on; without all columns there are none to read."""
    text = file.text(faults)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        head = next(reader, [])
        missing = [fault.missing_column(file.name, column) for column in columns if column not in head]
        faults += [fault.unknown_column(file.name, one, columns) for one in head if one not in columns]
        if missing:
            faults += missing
            return []
        begins = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(head):
                row = dict(zip(head, cells, strict=True))
                rows.append((begins, {column: row[column] for column in columns}))
            elif cells:
                faults.append(fault.wrong_width(file.name, begins, len(cells), len(head)))
            begins = reader.line_num + 1
    except csv.Error as error:
        faults.append(fault.not_readable(file.name, reader.line_num, str(error)))
    return rows


def _rules(file: File, findings: dict[str, Finding], faults: list[Problem]) -> Rules:
    text = file.text(faults)
    if text is None:
        return Rules()
    rules, in_rules = read_rules(text, file.name)
    faults += in_rules
    if findings:
        unknown = sorted(rules.ids - findings.keys())
        faults += [fault.unknown_finding(file.name, line_of(text, i), "a rule", i, findings) for i in unknown]
        faults += checks.counts_agree(file.name, text, rules, findings)
    return rules


def _sources(file: File, faults: list[Problem]) -> dict[str, dict[str, Any]]:
    text = file.text(faults)
    if text is None:
        return {}
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        faults.append(fault.not_readable(file.name, getattr(error, "lineno", None), f"it is not JSON ({error})"))
        return {}
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        faults.append(fault.not_readable(file.name, 1, "it is not a list of sources"))
        return {}
    sources: dict[str, dict[str, Any]] = {}
    for entry in entries:
        if any(checks.source(file.name, None, entry)):
            faults += checks.source(file.name, line_of(text, str(entry.get("id"))), entry)
        source_id = str(entry.get("id"))
        if source_id in sources:
            faults.append(fault.duplicate_id(file.name, line_of(text, source_id), source_id, None))
        sources[source_id] = entry
    return sources


def _citations(file: File, sources: dict[str, dict[str, Any]], faults: list[Problem]) -> dict[str, str]:
    text = file.text(faults)
    if text is None:
        return {}
    citations, stale = read_citations(text, sources)
    faults += [fault.stale_citation(file.name, source_id) for source_id in stale]
    return citations
