"""A finding as one plain row of a figure: how it may be drawn, and every word beside the mark. Draws nothing."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from sharedground.charts.reading import axis_words, compared, limits, panel_of, ticks
from sharedground.evidence import Evidence, Finding
from sharedground.evidence.glossary import BEARERS, CERTAINTIES, DESIGNS, DIRECTIONS, VERIFIED

Shape = Literal["share", "pair", "range", "middle half", "estimate", "counts", "people", "words"]
Row = dict[str, Any]

FEWEST_EVENTS = 10
"""Events needed in each group for a picture of 100 people."""
SURE_ENOUGH = {"moderate", "high"}
GLYPHS = {"harm": "▼", "benefit": "▲", "mixed": "◊", "no_effect": "○"}
"""Direction of a finding in text; a word always stands beside it."""


def shape_of(finding: Finding, evidence: Evidence) -> Shape:
    """How a finding may be drawn by its figure; ``words`` where it may not.

    Counts of events without people, and a lone rate or number of days with nothing beside it, have no whole to
    stand in, so that a bar of them would say nothing.
    """
    rules, kind = evidence.rules, finding.measured_in.kind
    if not rules.may_chart(finding.id) or kind == "words":
        return "words"
    if rules.counts(finding.id):
        return "counts"
    if rules.is_range(finding.id) or kind == "range":
        return "range"
    if finding.value is None or kind == "count":
        return "words"
    if rules.is_interquartile(finding.id):
        return "middle half"
    if kind in ("ratio", "difference", "fall", "accuracy"):
        return "estimate"
    if finding.comparator_value is not None:
        return "pair"
    return "share" if kind == "share" else "words"


def fits_a_hundred_people(finding: Finding, evidence: Evidence) -> bool:
    """Whether two pictures of 100 people may be drawn of it.

    Asked for: percent of two groups studied at the same time; whole percent, since no part of a person can be
    drawn; at least moderate certainty; and at least ten events in each group, reckoned from the number of people
    as if both groups were of one size. Ten is our own judgement: under it one or two people more or fewer would
    move the picture by a fifth. It is far from what GRADE asks before a figure is called precise (some 300 events
    in all; Guyatt and others 2011, J Clin Epidemiol 64:1283-1293), so how many people were studied is said beside
    each picture.
    """
    percent, other, people = finding.value, finding.comparator_value, finding.n
    if finding.measure != "percent" or percent is None or other is None or people is None:
        return False
    return (
        evidence.rules.may_chart(finding.id)
        and not evidence.rules.compares_with_before(finding.id)
        and not evidence.rules.is_exposure(finding.id)
        and finding.certainty in SURE_ENOUGH
        and percent.is_integer()
        and other.is_integer()
        and min(percent, other) / 100 * people / 2 >= FEWEST_EVENTS
    )


def value_rows(findings: Iterable[Finding], evidence: Evidence) -> tuple[Row, ...]:
    """Rows for findings drawn by their figures, panel by panel; what may only be said comes last."""
    drawn: dict[str, list[Finding]] = {}
    said: list[Finding] = []
    for finding in findings:
        shape = shape_of(finding, evidence)
        if shape == "words":
            said.append(finding)
        else:
            drawn.setdefault("counts" if shape == "counts" else panel_of(finding), []).append(finding)
    panels = sorted(drawn, key=lambda panel: panel == "counts")
    return (
        *(row for panel in panels for row in _panel_rows(panel, drawn[panel], evidence)),
        *(words_row(finding, evidence) for finding in said),
    )


def people_row(finding: Finding, evidence: Evidence) -> Row:
    return {
        **_words(finding, evidence),
        "shape": "people",
        "value": finding.value,
        "comparator": finding.comparator_value,
    }


def words_row(finding: Finding, evidence: Evidence) -> Row:
    return {
        **_words(finding, evidence),
        "shape": "words",
        "label": finding.outcome,
        "panel": "words",
        "panel_title": "In words",
    }


def study_words(finding: Finding, evidence: Evidence) -> str:
    """Who found it, where, when and how, in the order a reader asks."""
    source = evidence.sources[finding.source_id]
    authors = source.get("author") or [{"literal": source["title"]}]
    name = authors[0].get("family") or authors[0]["literal"]
    who = f"{name} and others" if len(authors) > 1 else name
    place = ", ".join(part for part in (finding.country, str(finding.year or "")) if part)
    how = f" {VERIFIED['secondary'].capitalize()}." if finding.verified == "secondary" else ""
    return f"Study: {who}, {place}. {sentence_case(DESIGNS[finding.design])}.{how}"


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _panel_rows(panel: str, findings: Sequence[Finding], evidence: Evidence) -> Iterable[Row]:
    if panel == "counts":
        return [_count_row(finding, evidence) for finding in findings]
    first = findings[0]
    axis = axis_words(first)
    ends = ("value", "ci_low", "ci_high", "comparator_value")
    numbers = [number for finding in findings for end in ends if (number := getattr(finding, end)) is not None]
    low, high = limits(first.measure, numbers)
    shared = {
        "panel": panel,
        "panel_title": axis.title,
        "panel_words": axis.words,
        "scale": first.measured_in.scale,
        "axis_low": low,
        "axis_high": high,
        "ticks": ticks(first.measure, low, high),
        "null": first.measured_in.null,
        "less_words": axis.less,
        "null_words": axis.null,
        "more_words": axis.more,
    }
    return [{**_words(finding, evidence), **shared, **_figures(finding, evidence)} for finding in findings]


def _words(finding: Finding, evidence: Evidence) -> Row:
    """What stands beside every mark, however it is drawn."""
    groups = compared(finding, evidence)
    shape = shape_of(finding, evidence)
    who = BEARERS[finding.experienced_by]
    exposure = evidence.rules.is_exposure(finding.id)
    return {
        "finding": finding.id,
        "label": groups.outcome if shape in ("pair", "counts") else finding.outcome,
        "group": groups.group if shape in ("pair", "counts") else "",
        "other": groups.other if shape in ("pair", "counts") else "",
        "direction": "exposure" if exposure else finding.direction,
        "direction_words": "how common it is, not a measured harm"
        if exposure
        else f"{DIRECTIONS[finding.direction]}, for {who}",
        "certainty_words": CERTAINTIES[finding.certainty],
        "study_words": study_words(finding, evidence),
    }


def _figures(finding: Finding, evidence: Evidence) -> Row:
    shape = shape_of(finding, evidence)
    unit = {"share": "%", "range": "%", "fall": "%", "days": " days", "rate": " per 10,000"}.get(
        finding.measured_in.kind, ""
    )
    value, other = f"{finding.value_text}{unit}", f"{finding.comparator_text}{unit}"
    ends = f"{finding.ci_low_text} to {finding.ci_high_text}"
    row: Row = {
        "shape": shape,
        "value": finding.value,
        "low": finding.ci_low,
        "high": finding.ci_high,
        "comparator": finding.comparator_value,
        "value_words": value,
        "other_words": other if finding.comparator_value is not None else "",
        "interval_words": "",
    }
    if shape == "range":
        return {
            **row,
            "group": "lowest and highest study",
            "value_words": f"{finding.ci_low_text}% to {finding.ci_high_text}%",
        }
    if shape == "middle half":
        return {**row, "group": f"middle half of the studies: {finding.ci_low_text}% to {finding.ci_high_text}%",
                "value_words": f"median {value}"}  # fmt: skip
    if finding.ci_low is not None:
        return {**row, "value_words": f"{value} (interval {ends})"}
    if evidence.rules.interval_not_reported(finding.id):
        return {**row, "interval_words": "interval not reported"}
    return {**row, "interval_words": "no interval in our table" if shape == "estimate" else ""}


def _count_row(finding: Finding, evidence: Evidence) -> Row:
    counts = evidence.rules.counts(finding.id)
    assert counts is not None, "only findings with counts are counted"
    events, people, other_events, other_people = counts
    return {
        **_words(finding, evidence),
        "shape": "counts",
        "panel": "counts",
        "panel_title": "Counted",
        "value_words": f"{events} of {people} v {other_events} of {other_people}",
    }
