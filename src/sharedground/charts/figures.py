"""Which figures a set of findings may have, and which findings must be said in words. Draws nothing."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from sharedground.charts.alt_text import people_sentence, sentence_case, values_sentence
from sharedground.charts.matrix import contrast
from sharedground.charts.rows import (
    GLYPHS,
    Row,
    doubles,
    fits_a_hundred_people,
    people_row,
    shape_of,
    study_name,
    value_rows,
    words_row,
)
from sharedground.charts.spec import FigureKind, FigureSpec, Table
from sharedground.errors import EvidenceError
from sharedground.evidence import Evidence, Finding, card
from sharedground.evidence.glossary import PRACTICES

__all__ = ["FigureSpec", "Table", "figures_for", "words_for"]

Group = tuple[FigureKind, frozenset[str]]
"""How drawn, and of which practices."""

HOLLOW = "A hollow ring: our table has no interval for this figure, so how far off chance may have put it is not drawn."
INTERVAL = (
    "The line through a mark is the interval the study gives: how far the true figure may lie to either side, from "
    "chance alone."
)
MIDDLE_HALF = "Box: the middle half of the studies, with their median. It is no interval around one figure."
BEFORE = "“Before” and “after” are the same services at two times; other things may have changed as well."
NOT_BY_CHANCE = "The groups were not put together by chance, and may differ in other ways too."
HUNDRED = "A picture of 100 people shows what was found in the study; it foretells nobody's own chance."


def figures_for(evidence: Evidence, finding_ids: Iterable[str]) -> list[FigureSpec]:
    """The contrast over the whole table, then figures by practice of these findings and what belongs with them.

    Raises
    ------
    EvidenceError
        An id is no finding; the message names the nearest.
    """
    shown = _shown(evidence, finding_ids)
    groups = _grouped(evidence, shown)
    figures = [_figure(evidence, kind, findings, shown) for (kind, _), findings in groups.items()]
    first = contrast(evidence)
    return [first, *figures] if first else figures


def words_for(evidence: Evidence, finding_ids: Iterable[str]) -> list[dict[str, Any]]:
    """Cards of what is not drawn by its figure: these findings and what must be shown with them."""
    shown = _shown(evidence, finding_ids)
    in_figures = [finding for findings in _grouped(evidence, shown).values() for finding in findings]
    drawn = {finding.id for finding in in_figures if shape_of(finding, evidence) != "words"}
    return [card(finding, evidence) for finding in shown if finding.id not in drawn]


def _shown(evidence: Evidence, finding_ids: Iterable[str]) -> list[Finding]:
    """The findings asked for and all that must be shown with them, the same data once.

    What must be shown with a finding must also be shown with the same data in another form, so that a percent
    cannot be had without the null result that its ratio brings. What was asked for stays before its double.
    """
    asked = list(dict.fromkeys(finding_ids))
    for one in asked:
        if one not in evidence.findings:
            raise EvidenceError(_no_such_finding(one, evidence))
    rules = evidence.rules
    asked = list(rules.pick_one(asked))
    whole: dict[str, None] = {}
    for one in asked:
        same_data = doubles(one, evidence)
        together = rules.with_partners((one, *same_data))
        whole.update(dict.fromkeys(other for other in together if other not in same_data))
    doubled = {double for one in asked for double in doubles(one, evidence)}
    return [
        evidence.findings[one] for one in rules.pick_one(one for one in whole if one not in doubled or one in asked)
    ]


def _no_such_finding(finding_id: str, evidence: Evidence) -> str:
    near = get_close_matches(finding_id, evidence.findings, n=1)
    remedy = f"Did you mean {near[0]!r}?" if near else "The ids are in the first column of findings.csv."
    return f"there is no finding {finding_id!r}. {remedy}"


def _clusters(evidence: Evidence, shown: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that may not be parted, each with the others; the rest alone."""
    clusters: list[list[Finding]] = []
    for finding in shown:
        bound = {finding.id, *doubles(finding.id, evidence)}
        partners = {partner for one in bound for partner in evidence.rules.partners(one)}
        partners |= {double for partner in partners for double in doubles(partner, evidence)}
        home = next((cluster for cluster in clusters if any(other.id in partners for other in cluster)), None)
        if home is None:
            clusters.append([finding])
        else:
            home.append(finding)
    return clusters


def _grouped(evidence: Evidence, shown: Sequence[Finding]) -> dict[Group, list[Finding]]:
    """What goes into one figure: findings that may not be parted, with others of the same practice drawn alike.

    Counts alone make no figure, but stand in one of their practice where there is one.
    """
    groups: dict[Group, list[Finding]] = {}
    counted: list[tuple[Group, list[Finding]]] = []
    for cluster in _clusters(evidence, shown):
        shapes = {shape_of(finding, evidence) for finding in cluster} - {"words"}
        practices = frozenset(finding.practice for finding in cluster)
        if shapes == {"counts"}:
            counted.append((("values", practices), cluster))
        elif shapes:
            groups.setdefault((_kind(evidence, cluster), practices), []).extend(cluster)
    for group, cluster in counted:
        if group in groups:
            groups[group].extend(cluster)
    return groups


def _kind(evidence: Evidence, cluster: Sequence[Finding]) -> FigureKind:
    """How findings that belong together are drawn: all as people, or all by their figures."""
    drawn = (finding for finding in cluster if shape_of(finding, evidence) != "words")
    return "people" if all(fits_a_hundred_people(finding, evidence) for finding in drawn) else "values"


def _figure(evidence: Evidence, kind: FigureKind, findings: Sequence[Finding], shown: Sequence[Finding]) -> FigureSpec:
    said = [finding for finding in findings if shape_of(finding, evidence) == "words"]
    drawn = [finding for finding in findings if finding not in said]
    if kind == "people":
        rows = (*(people_row(f, evidence) for f in drawn), *(words_row(f, evidence) for f in said))
        sentence = people_sentence(rows)
    else:
        rows = value_rows(findings, evidence)
        sentence = values_sentence(rows)
    return FigureSpec(
        kind=kind,
        title=_title(kind, drawn, said),
        sentence=sentence,
        notes=_notes(evidence, kind, rows, shown),
        table=Table(
            "The same figures as text",
            ("What was looked at", "What was found", "How sure, and the study"),
            tuple(
                (row["label"], _found(row), f"{sentence_case(row['certainty_words'])}\n{row['study_words']}")
                for row in rows
            ),
        ),
        findings=tuple(finding.id for finding in drawn),
        rows=rows,
        words_beside=tuple(finding.id for finding in said),
    )


def _title(kind: FigureKind, drawn: Sequence[Finding], said: Sequence[Finding]) -> str:
    practices = dict.fromkeys(PRACTICES[finding.practice] for finding in (*drawn, *said))
    named = sentence_case(", beside ".join(practices))
    return f"{named}: of 100 people" if kind == "people" else named


def _found(row: Row) -> str:
    """What was found, line by line, as it stands in the drawing."""
    shape = row["shape"]
    lines: list[str] = []
    if shape == "people":
        lines = [f"{row['group']}: {int(row['value'])} of 100", f"{row['other']}: {int(row['comparator'])} of 100"]
    elif shape == "pair":
        lines = [f"{row['group']}: {row['value_words']}", f"{row['other']}: {row['other_words']}"]
    elif shape == "estimate":
        beside = f"{row['other']}: {row['other_words']}" if row["other_words"] else ""
        lines = [f"{sentence_case(row['measure_words'])} {row['value_words']}", row["reading"], beside]
    elif shape == "counts":
        lines = [row["value_words"], f"{row['group']}, or {row['other']}"]
    else:
        lines = [row["value_words"], row["group"]]
    meaning = f"{GLYPHS.get(row['direction'], '')} {row['direction_words']}".strip()
    return "\n".join(line for line in (*lines, row.get("interval_words", ""), meaning, *row["own_notes"]) if line)


def _notes(evidence: Evidence, kind: FigureKind, rows: Sequence[Row], shown: Sequence[Finding]) -> tuple[str, ...]:
    """How to read the marks, the footnotes, and what must not be added up."""
    here = [row["finding"] for row in rows]
    findings = [evidence.findings[one] for one in here]
    shapes = {row["shape"] for row in rows}
    before = any(evidence.rules.compares_with_before(one) for one in here)
    paired = [f for f, row in zip(findings, rows, strict=True) if row["shape"] in ("pair", "people")]
    by_chance = {"RCT", "meta_analysis", "systematic_review"}
    apart = any(f.design not in by_chance and not evidence.rules.compares_with_before(f.id) for f in paired)
    general = {
        HUNDRED: kind == "people",
        INTERVAL: any(row["shape"] not in ("range", "middle half") and row.get("low") is not None for row in rows),
        HOLLOW: any(row["shape"] in ("share", "pair", "estimate") and row.get("low") is None for row in rows),
        MIDDLE_HALF: "middle half" in shapes,
        BEFORE: before,
        NOT_BY_CHANCE: apart,
    }
    return (
        *(note for note, needed in general.items() if needed),
        *_overlaps(evidence, here, shown),
    )


def _overlaps(evidence: Evidence, here: Iterable[str], shown: Iterable[Finding]) -> list[str]:
    """What rests on the same people, said on each figure that has a part of it; a double counts as itself."""
    forms = {form: finding.id for finding in shown for form in (finding.id, *doubles(finding.id, evidence))}
    groups = ({forms[form] for form in group} for group in evidence.rules.overlapping(forms))
    return [_not_added_up(evidence, group) for group in groups if len(group) > 1 and group & set(here)]


def _not_added_up(evidence: Evidence, group: Iterable[str]) -> str:
    in_table = (one for one in evidence.findings if one in group)
    names = list(dict.fromkeys(study_name(evidence.findings[one], evidence) for one in in_table))
    if len(names) == 1:
        return f"The findings of {names[0]} rest on the same people: read them as one piece of evidence."
    return f"These studies rest partly on the same people, so do not add them up: {'; '.join(names)}."
