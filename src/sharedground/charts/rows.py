"""A finding as one plain row of a figure: how it may be drawn, and every word beside the mark. Draws nothing."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from sharedground.charts.alt_text import sentence_case
from sharedground.charts.reading import axis_words, group_names, label_of, limits, panel_of, ticks
from sharedground.evidence import Evidence, Finding
from sharedground.evidence.cards import studied
from sharedground.evidence.figure_words import LESS_AND_MORE, figure_in_words, interval_kind
from sharedground.evidence.glossary import BEARERS, CERTAINTIES, DESIGNS, DIRECTIONS, VERIFIED

Shape = Literal["share", "pair", "range", "middle half", "estimate", "counts", "people", "words"]
Row = dict[str, Any]

FEWEST_EVENTS = 10
"""Events needed in each group for a picture of 100 people."""
SURE_ENOUGH = {"moderate", "high"}
ACROSS = "the interval lies across the dashed line, so a difference is not shown"
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
    move the picture by a tenth or more. It is fewer than GRADE would have before it calls a figure precise (its
    "optimal information size": Guyatt and others 2011, J Clin Epidemiol 64:1283-1293), so how many people were
    studied is said beside each picture.
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
    row = _words(finding, evidence)
    counted = f"{studied(finding)} were studied."
    return {
        **row,
        "shape": "people",
        "value": finding.value,
        "comparator": finding.comparator_value,
        "own_notes": [counted, *row["own_notes"]],
    }


def words_row(finding: Finding, evidence: Evidence) -> Row:
    """What is said and not drawn; of what is sensitive not even the number stands in a figure."""
    hidden = evidence.rules.is_sensitive(finding.id)
    figure = None if hidden else figure_in_words(finding, evidence.rules, evidence.wording.get(finding.id))
    return {
        **_words(finding, evidence),
        "shape": "words",
        "panel": "words",
        "panel_title": "In words",
        "value_words": sentence_case(figure or ""),
    }


def study_name(finding: Finding, evidence: Evidence) -> str:
    """Who published it and when, short."""
    source = evidence.sources[finding.source_id]
    authors = source.get("author") or [{"literal": source["title"]}]
    name = authors[0].get("family") or authors[0]["literal"]
    who = f"{name} and others" if len(authors) > 1 else name
    return f"{who}, {finding.year}" if finding.year else who


def study_words(finding: Finding, evidence: Evidence) -> str:
    """Who found it, when, where and how, in the order a reader asks."""
    how = f" {sentence_case(VERIFIED['secondary'])}." if finding.verified == "secondary" else ""
    design = sentence_case(DESIGNS[finding.design])
    return f"Study: {study_name(finding, evidence)}, {finding.country}. {design}.{how}"


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
        "measure_words": first.measured_in.words,
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
    two = shape_of(finding, evidence) in ("pair", "counts", "estimate")
    group, other = group_names(finding, evidence) if two else ("", "")
    who = BEARERS[finding.experienced_by]
    exposure = evidence.rules.is_exposure(finding.id)
    return {
        "finding": finding.id,
        "label": label_of(finding, evidence),
        "group": group,
        "other": other,
        "direction": "exposure" if exposure else finding.direction,
        "direction_words": "how common it is, not a measured harm"
        if exposure
        else f"{DIRECTIONS[finding.direction]}, for {who}",
        "certainty_words": CERTAINTIES[finding.certainty],
        "own_notes": _own_notes(finding, evidence),
        "study_words": study_words(finding, evidence),
    }


def _own_notes(finding: Finding, evidence: Evidence) -> list[str]:
    """The same data in another form, where that has an interval; and the footnote that may not be left out."""
    notes = []
    for double in (evidence.findings[one] for one in doubles(finding.id, evidence)):
        if double.ci_low is not None:
            ratio = f"{double.measured_in.words} {double.value_text}"
            notes.append(f"The same data as {ratio} (interval {double.ci_low_text} to {double.ci_high_text}).")
    footnote = evidence.rules.footnote(finding.id)
    return [*notes, footnote] if footnote else notes


def doubles(finding_id: str, evidence: Evidence) -> tuple[str, ...]:
    """The same data in another form."""
    groups = (group for group in evidence.rules.same_data_pick_one if finding_id in group)
    return tuple(other for group in groups for other in group if other != finding_id)


def _figures(finding: Finding, evidence: Evidence) -> Row:
    shape = shape_of(finding, evidence)
    unit = {"share": "%", "range": "%", "fall": "%", "days": " days", "rate": f" {finding.measured_in.unit}"}.get(
        finding.measured_in.kind, ""
    )
    value, other = f"{finding.value_text}{unit}", f"{finding.comparator_text}{unit}"
    row: Row = {
        "shape": shape,
        "value": finding.value,
        "low": finding.ci_low,
        "high": finding.ci_high,
        "comparator": finding.comparator_value,
        "value_words": value,
        "other_words": other if finding.comparator_text else "",
        "interval_words": "",
        "reading": _reading(finding, evidence) if shape == "estimate" else "",
    }
    ends = interval_kind(finding, evidence.rules)
    both = f"{finding.ci_low_text}% to {finding.ci_high_text}%"
    if ends == "range":
        return {**row, "group": "lowest and highest study", "value_words": both}
    if ends == "interquartile":
        return {**row, "group": f"middle half of the studies: {both}", "value_words": f"median {value}"}
    if ends == "not_reported":
        return {**row, "interval_words": "interval not reported"}
    if ends == "interval":
        row["value_words"] = f"{value} (interval {finding.ci_low_text} to {finding.ci_high_text})"
        row["interval_words"] = ACROSS if _lies_across(finding) else ""
    return row


def _reading(finding: Finding, evidence: Evidence) -> str:
    """Which of the two groups a side of the dashed line speaks for."""
    wording = evidence.wording.get(finding.id)
    if wording is None or not wording.group:
        return ""
    group, other = group_names(finding, evidence)
    if finding.measured_in.kind != "ratio":
        return f"{group}, or {other}"
    less, more = LESS_AND_MORE[finding.measure]
    below = finding.value is not None and finding.value < 1
    return f"{'below' if below else 'above'} 1 means {less if below else more} {group} than {other}"


def _lies_across(finding: Finding) -> bool:
    """Whether the interval holds the place where both groups fare alike."""
    null, low, high = finding.measured_in.null, finding.ci_low, finding.ci_high
    return null is not None and low is not None and high is not None and low <= null <= high


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
