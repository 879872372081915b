"""The tables in ``docs/governance`` that come from content, so that what a service is told is what is there.

``python -m sharedground.exchange.governance docs/governance`` writes them anew; the prose around them stays.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sharedground.evidence import Evidence, load_evidence
from sharedground.evidence.glossary import APPROACHES, CERTAINTIES, SECOND_CHECKS, VERIFIED
from sharedground.scenario import Scenario, load_sound
from sharedground.scenario.compile import not_reviewed_by

PLACE = re.compile(r"(<!-- table: ([a-z-]+) -->\n).*?(<!-- end of table -->)", re.DOTALL)


def tables(scenarios: Iterable[Scenario], evidence: Evidence) -> dict[str, str]:
    """Every table by its name, as Markdown."""
    listed = sorted(scenarios, key=lambda scenario: scenario.title)
    return {
        "scenarios": _scenarios(listed),
        "guidance": _guidance(listed, evidence),
        "reading": _reading(evidence),
        "certainty": _certainty(evidence),
        "sources": _sources(evidence),
    }


def with_tables(text: str, made: Mapping[str, str]) -> str:
    """The text with each of its marked tables as it is now."""
    return PLACE.sub(lambda found: found[1] + made[found[2]] + found[3], text)


def _scenarios(scenarios: Sequence[Scenario]) -> str:
    return _table(
        ("Scenario", "Plays in", "Law of", "Law checked", "Relates to", "Not yet reviewed by"),
        (
            (
                scenario.title,
                scenario.about.setting,
                scenario.about.nation,
                scenario.about.law_checked,
                ", ".join(f"`{key}`" for key in scenario.about.maps_to),
                ", ".join(not_reviewed_by(scenario)) or "–",
            )
            for scenario in scenarios
        ),
    )


def _guidance(scenarios: Sequence[Scenario], evidence: Evidence) -> str:
    used = sorted({key for scenario in scenarios for key in scenario.about.maps_to})
    return _table(
        ("Key", "What it is", "What the project noted about it", "Scenarios that relate to it"),
        (
            (
                f"`{key}`",
                evidence.citations[key],
                _text(evidence.sources[key].get("note")) or "–",
                ", ".join(scenario.title for scenario in scenarios if key in scenario.about.maps_to),
            )
            for key in used
        ),
    )


def _reading(evidence: Evidence) -> str:
    """How findings were read, by what came of the second reading."""
    findings = list(evidence.findings.values())
    rows = [
        _row(words, [finding.second_check for finding in findings if finding.verified == how], SECOND_CHECKS)
        for how, words in VERIFIED.items()
    ]
    total = _row("all", [finding.second_check for finding in findings], SECOND_CHECKS)
    return _table(("How the figure was read", *SECOND_CHECKS.values(), "All"), [*rows, total])


def _certainty(evidence: Evidence) -> str:
    """How sure one may be, by which practice was studied."""
    return _table(
        ("The practice studied", *CERTAINTIES.values(), "All"),
        (
            _row(
                words,
                [finding.certainty for finding in evidence.findings.values() if finding.approach == approach],
                CERTAINTIES,
            )
            for approach, words in APPROACHES.items()
        ),
    )


def _row(words: str, found: list[str], columns: Iterable[str]) -> list[Any]:
    """How often each of `columns` was found, and how many there are."""
    counted = Counter(found)
    return [words, *(counted[column] for column in columns), len(found)]


def _sources(evidence: Evidence) -> str:
    drawn_on = {finding.source_id for finding in evidence.findings.values()}
    noted = [key for key in drawn_on if evidence.sources[key].get("note")]
    return _table(
        ("Sources", "How many"),
        (
            ("in the list", len(evidence.sources)),
            ("that a finding was read from", len(drawn_on)),
            ("of those, with a note on what was not seen or is incomplete", len(noted)),
        ),
    )


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(_text(cell) for cell in line)} |\n" for line in lines)


def _text(cell: Any) -> str:
    return " ".join(str("" if cell is None else cell).split()).replace("|", "\\|")


def write(folder: Path) -> list[Path]:
    """Bring every page in that folder up to date; the answer is the pages that changed."""
    made = tables(load_sound().values(), load_evidence())
    changed = []
    for page in sorted(folder.glob("*.md")):
        before = page.read_text(encoding="utf-8")
        after = with_tables(before, made)
        if after != before:
            page.write_text(after, encoding="utf-8")
            changed.append(page)
    return changed


if __name__ == "__main__":
    for page in write(Path(sys.argv[1])):
        print(f"{page} brought up to date")
