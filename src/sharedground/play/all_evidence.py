"""All the evidence as plain data for one page: every finding, how to find it, its figures, the decisions it is for."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from sharedground import __version__
from sharedground.charts.figures import FigureSpec, figures_for
from sharedground.charts.matrix import KINDS, contrast
from sharedground.charts.rows import doubles
from sharedground.evidence import Evidence, Finding
from sharedground.evidence.dictionary import data_dictionary, held
from sharedground.evidence.glossary import (
    APPROACHES,
    BEARERS,
    CERTAINTIES,
    DESIGNS,
    DIRECTIONS,
    GLOSSES,
    PRACTICES,
    VERIFIED,
)
from sharedground.evidence.thin import COMPILED, UNITED_KINGDOM, what_is_thin
from sharedground.play.debrief import findings_of
from sharedground.scenario.model import Scenario, in_words
from sharedground.words import DOMAINS

YEARS = {
    "2020 or later": range(2020, 10_000),
    "2015 to 2019": range(2015, 2020),
    "2010 to 2014": range(2010, 2015),
    "before 2010": range(2010),
}
YEAR_NOT_SEEN = "year not seen"
SURE_ENOUGH = ("high", "moderate")
EXPLAINED = ("risk-averse practice", "collaborative practice", "being left alone")


def evidence_data(
    evidence: Evidence, scenarios: Collection[Scenario], figures: "PageFigures", help_lines: dict[str, Any]
) -> dict[str, Any]:
    """Everything the page shows but its figures (format 1).

    Keys: ``version``, ``compiled``, ``first`` (what is thin, missing and a trap), ``glosses``, ``filters``,
    ``findings`` (one list per key of a finding, all of one length and in the order they are listed: a third fewer
    bytes than finding by finding), ``decisions`` (each fork), ``drawn`` (which practices and decisions have figures),
    ``columns`` (of the file to take away) and ``help``.
    """
    return {
        "format": 1,
        "version": __version__,
        "compiled": f"{COMPILED.day} {COMPILED:%B %Y}",
        "first": what_is_thin(evidence),
        "glosses": {term: GLOSSES[term] for term in EXPLAINED},
        "filters": _filters(evidence),
        "findings": _by_key(_findings(evidence, scenarios)),
        "decisions": _decisions(scenarios),
        "drawn": [key for part in (figures.practice, figures.decision) for key, specs in part.items() if specs],
        "columns": [asdict(column) for column in data_dictionary()],
        "help": help_lines,
    }


@dataclass(frozen=True)
class PageFigures:
    """Every figure that the page can show, and where each belongs."""

    contrast: FigureSpec | None
    """The one over the whole table."""
    practice: dict[str, list[FigureSpec]]
    """By practice as an address names it; what must be read with a finding of it is in them."""
    decision: dict[str, list[FigureSpec]]
    """By ``scenario/fork``, for each fork that names findings."""

    @cached_property
    def by_name(self) -> dict[str, FigureSpec]:
        placed = [spec for part in (self.practice, self.decision) for specs in part.values() for spec in specs]
        return {spec.name: spec for spec in ([self.contrast] if self.contrast else []) + placed}

    def as_dict(self) -> dict[str, Any]:
        """``specs`` by name, without their drawings; ``contrast``, ``practice`` and ``decision`` give the names."""
        return {
            "specs": {name: spec.as_dict() for name, spec in self.by_name.items()},
            "contrast": self.contrast.name if self.contrast else None,
            "practice": {key: [spec.name for spec in specs] for key, specs in self.practice.items()},
            "decision": {key: [spec.name for spec in specs] for key, specs in self.decision.items()},
        }


def page_figures(evidence: Evidence, scenarios: Iterable[Scenario]) -> PageFigures:
    of_practice: dict[str, list[str]] = {}
    for finding in evidence.findings.values():
        of_practice.setdefault(slug(finding.practice), []).append(finding.id)
    of_decision = {f"{scenario.slug}/{fork_id}": ids for scenario, fork_id, ids in _forks(scenarios) if ids}
    return PageFigures(
        contrast(evidence),
        {practice: _drawn(evidence, ids) for practice, ids in of_practice.items()},
        {decision: _drawn(evidence, ids) for decision, ids in of_decision.items()},
    )


def slug(code: str) -> str:
    """A code or a country as it stands in an address."""
    return re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-")


def _drawn(evidence: Evidence, ids: Iterable[str]) -> list[FigureSpec]:
    return [spec for spec in figures_for(evidence, ids) if spec.kind != "contrast"]


def _forks(scenarios: Iterable[Scenario]) -> list[tuple[Scenario, str, list[str]]]:
    """Each fork with the findings that its choices name."""
    return [
        (scenario, fork_id, findings_of(fork)) for scenario in scenarios for fork_id, fork in scenario.forks.items()
    ]


def _by_key(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {key: [row[key] for row in rows] for key in rows[0]} if rows else {}


def _findings(evidence: Evidence, scenarios: Iterable[Scenario]) -> list[dict[str, Any]]:
    """By practice in the order of its words, the surest of a practice first."""
    forks = _forks(scenarios)
    sureness = list(CERTAINTIES)
    ordered = sorted(
        evidence.findings.values(),
        key=lambda finding: (_alphabetical(PRACTICES[finding.practice]), sureness.index(finding.certainty)),
    )
    return [
        {
            **shown,
            **{f"in_{key}": place for key, place in _places(finding).items()},
            "together": list(_together(finding.id, evidence)),
            "same_data": list(doubles(finding.id, evidence)),
            "overlaps": _overlaps(finding.id, evidence),
            "decisions": [f"{scenario.slug}/{fork_id}" for scenario, fork_id, ids in forks if finding.id in ids],
        }
        for finding, shown in zip(ordered, held(evidence, ordered), strict=True)
    ]


def _together(finding_id: str, evidence: Evidence) -> tuple[str, ...]:
    """What must be shown wherever this is, or wherever the same data in another form is."""
    same_data = doubles(finding_id, evidence)
    whole = evidence.rules.with_partners((finding_id, *same_data))
    return tuple(one for one in whole if one != finding_id and one not in same_data)


def _overlaps(finding_id: str, evidence: Evidence) -> list[str]:
    """What rests partly on the same studies or people as it, or as the same data in another form."""
    forms = {finding_id, *doubles(finding_id, evidence)}
    groups = (group for group in evidence.rules.overlapping_evidence_do_not_add_up if forms & {*group})
    return list(dict.fromkeys(one for group in groups for one in group if one not in forms))


def _decisions(scenarios: Iterable[Scenario]) -> list[dict[str, Any]]:
    return [
        {
            "scenario": scenario.slug,
            "fork": fork_id,
            "title": scenario.title,
            "heading": scenario.forks[fork_id].heading or in_words(fork_id),
        }
        for scenario, fork_id, _ in _forks(scenarios)
    ]


def _filters(evidence: Evidence) -> list[dict[str, Any]]:
    """What findings can be picked by: ``key`` (in the address), ``label`` and choices of ``value`` and ``words``.

    Only choices that some finding has. A choice that takes in several places lists them in ``of``.
    """
    findings = list(evidence.findings.values())
    there = {place for finding in findings for place in _places(finding).items()}

    def choices(key: str, words: Mapping[str, str]) -> list[dict[str, Any]]:
        said = ((slug(code), words[code]) for code in words)
        return [{"value": value, "words": words} for value, words in said if (key, value) in there]

    practices = dict(sorted(PRACTICES.items(), key=lambda practice: _alphabetical(practice[1])))
    countries = {country: country for country in sorted({finding.country for finding in findings})}
    sure = {"value": "moderate-or-high", "words": "moderate or high certainty", "of": list(SURE_ENOUGH)}
    at_home = {"value": "united-kingdom", "words": "United Kingdom, any part", "of": list(map(slug, UNITED_KINGDOM))}
    return [
        {"key": key, "label": label, "choices": found}
        for key, label, found in (
            ("practice", "Practice", choices("practice", practices)),
            ("direction", "What was reported", choices("direction", DIRECTIONS)),
            ("who", "Who it is about", choices("who", BEARERS)),
            ("kind", "Kind of harm or gain", choices("kind", {domain: KINDS[domain] for domain in DOMAINS})),
            ("decided", "Way of deciding", choices("decided", APPROACHES)),
            ("certainty", "How sure", [sure, *choices("certainty", CERTAINTIES)]),
            ("design", "How it was studied", choices("design", DESIGNS)),
            ("country", "Country", [at_home, *choices("country", countries)]),
            ("year", "Published", choices("year", {words: words for words in (*YEARS, YEAR_NOT_SEEN)})),
            ("read", "How we read it", choices("read", VERIFIED)),
        )
    ]


def _places(finding: Finding) -> dict[str, str]:
    """Where a finding stands for each filter."""
    held_in = {
        "practice": finding.practice,
        "direction": finding.direction,
        "who": finding.experienced_by,
        "kind": finding.domain,
        "decided": finding.approach,
        "certainty": finding.certainty,
        "design": finding.design,
        "country": finding.country,
        "year": next((words for words, years in YEARS.items() if finding.year in years), YEAR_NOT_SEEN),
        "read": finding.verified,
    }
    return {key: slug(code) for key, code in held_in.items()}


def _alphabetical(words: str) -> str:
    return words.lstrip("“").lower()
