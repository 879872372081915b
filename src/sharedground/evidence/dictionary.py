"""The columns of the file in which a reader takes findings away: what each means and which words it may hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sharedground.evidence.cards import Card, card
from sharedground.evidence.figure_words import interval_kind
from sharedground.evidence.glossary import (
    APPROACHES,
    BEARERS,
    CERTAINTIES,
    DESIGNS,
    DIRECTIONS,
    PRACTICES,
    SETTINGS,
    VERIFIED,
)
from sharedground.evidence.measures import MEASURES
from sharedground.evidence.tables import Evidence, Finding
from sharedground.words import COST_WORDS, DOMAINS, GAIN_WORDS

ENDS = {
    "interval": "interval, as the study gives it",
    "interquartile": "the middle half of the studies",
    "range": "the lowest and the highest study",
    "not_reported": "none reported in what was read",
    "none": "",
}
SHOWN = ("asked for", "must be read with what was asked for")


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, where a finding holds it, and what it means."""

    name: str
    key: str
    meaning: str
    words: tuple[str, ...] = ()
    """All it may hold, where that is a fixed list."""


def row(finding: Finding, evidence: Evidence) -> Card:
    """What a finding puts into the columns that its card does not hold; a figure no screen may show is left out."""
    hidden = not evidence.rules.may_show_figure(finding.id)
    return {
        "measure_words": finding.measured_in.words,
        "value": None if hidden else finding.value_text,
        "low": None if hidden else finding.ci_low_text,
        "high": None if hidden else finding.ci_high_text,
        "ends": "" if hidden else ENDS[interval_kind(finding, evidence.rules)],
        "beside": None if hidden else finding.comparator_text,
    }


def data_dictionary() -> tuple[Column, ...]:
    """Every column, in the order of the file."""
    return (
        Column("id", "id", "The finding's name; the same as in findings.csv and at the end of its address."),
        Column("shown_because", "shown", "Why it is in this file.", SHOWN),
        Column("looked_at", "plain", "What was looked at, or what was found where that is told without a figure."),
        Column("figure", "figure", "The figure in words, as on the page. Empty: there is none, or none may be shown."),
        Column("practice", "practice_words", "The practice studied.", _all(PRACTICES)),
        Column(
            "approach",
            "approach_words",
            "Which way of deciding the study was about. It sorts studies and judges nobody.",
            _all(APPROACHES),
        ),
        Column("experienced_by", "who_words", "Who carries what is reported.", _all(BEARERS)),
        Column("direction", "direction_words", "What it meant for them.", _all(DIRECTIONS)),
        Column("domain", "kind_words", "The kind of harm or gain.", _kinds()),
        Column(
            "measure",
            "measure_words",
            "The unit of the figures. Never put two measures on one axis.",
            tuple(dict.fromkeys(measure.words for measure in MEASURES.values())),
        ),
        Column("value", "value", "The figure with the practice, as printed."),
        Column("ci_low", "low", "Its lower end, as printed; the column ends says of what."),
        Column("ci_high", "high", "Its upper end, as printed."),
        Column("ends", "ends", "What the two ends are.", _all(ENDS)),
        Column("comparator_value", "beside", "The figure of the other group, or of the time before, as printed."),
        Column("n", "n", "How many were studied: people, unless the limits say otherwise."),
        Column("limits", "limits", "What it does not show, and why the certainty is what it is."),
        Column("certainty", "certainty_words", "How far it can be relied on, as one reader judged.", _all(CERTAINTIES)),
        Column("design", "design_words", "The kind of study.", _all(DESIGNS)),
        Column("population", "population", "Who was studied."),
        Column("setting", "setting", "Where.", _all(SETTINGS)),
        Column("country", "country", "In which country, or how many."),
        Column("year", "year", "When it was published. Empty: not seen."),
        Column("source", "citation", "The full reference."),
        Column("address", "url", "Where the source can be found. Empty: no safe address is known."),
        Column("source_note", "source_note", "What of the source was not seen."),
        Column("verified", "how_read", "How it was read.", _all(VERIFIED)),
        Column("second_check", "second_check", "What a second reader found."),
        Column("read_with", "together", "Findings it must not be read without, by id."),
        Column("same_data", "same_data", "The same data in another form, by id: count it once."),
        Column("overlaps", "overlaps", "Findings that rest partly on the same studies or people: do not add them up."),
        Column("decisions", "decisions", "Decisions of the scenarios that name it, as scenario/decision."),
    )


def _all(words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(words.values())


def _kinds() -> tuple[str, ...]:
    return tuple(dict.fromkeys(words[domain] for domain in DOMAINS for words in (COST_WORDS, GAIN_WORDS)))


def held(evidence: Evidence, findings: Iterable[Finding]) -> list[Card]:
    """Card and row of each finding in one."""
    return [{**card(finding, evidence), **row(finding, evidence)} for finding in findings]
