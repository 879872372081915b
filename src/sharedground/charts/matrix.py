"""The contrast: which practice was reported to harm or to help, by kind and by who carries it. Draws nothing.

Three columns stand side by side: risk-averse practice, collaborative practice, being left alone. What was found
without effect, or with both, is marked as well, since leaving it out would flatter whichever side has more of it.
"""

from collections.abc import Iterable
from itertools import groupby

from sharedground.charts.alt_text import contrast_sentence
from sharedground.charts.rows import GLYPHS, Row
from sharedground.charts.spec import FigureSpec, Table
from sharedground.evidence import Evidence, Finding
from sharedground.evidence.glossary import BEARERS, CERTAINTIES, DIRECTIONS, PRACTICES
from sharedground.words import DOMAINS

COLUMNS = {
    "risk_averse": "Risk-averse practice",
    "collaborative": "Collaborative practice",
    "unsupported": "Being left alone",
}
KINDS = {
    "physical_safety": "Physical safety",
    "psychological": "Distress, or peace of mind",
    "trust": "Trust",
    "autonomy": "A say, and freedom",
    "relationships": "Closeness to others",
    "life_chances": "Work, home or study",
    "delayed_help": "Help in time, or late",
    "moral_distress": "Conscience, and fear of blame",
    "burnout": "Energy, or exhaustion",
    "inequality": "Fairness",
    "service_cost": "Time and money",
}
BANDS = {"harm": "harms", "benefit": "gains", "mixed": "open", "no_effect": "open"}
"""Reported harms stand in one band across the columns, gains in the next, what was left open in a third."""
MARKED = tuple(BANDS)
SHORT = {
    "compulsory_admission": "being made to go into hospital",
    "psychosocial_assessment": "talking it through after self-harm",
    "supported_employment": "help into a job early",
}
"""Practices whose full words are too long for a narrow column."""
OF_A_COLUMN = {("risk_averse", "leave"): "waiting for an answer about leave"}
"""Practices that are something else in one column than in another."""
BEARER_ORDER = ("person", "family", "practitioner", "service")
SURENESS = ("very_low", "low", "moderate", "high")
TITLE = "Reported harms and gains, side by side"
READ_IT_SO = (
    "The number of marks says what was looked for and found, never how much harm or good there is.",
    "Each mark names a practice and whom it reached. Almost every study looked at one practice only, so the columns "
    "join separate studies; hardly any compares one column with another.",
    "People thought to be most at risk get the most restriction, and people who lose contact are often the most "
    "unwell, so both columns can look worse than the practice is. People who agree to a shared plan may have been "
    "doing better to begin with.",
    "Risk-averse practice is what studies call caution put first, without the person.",
    "Not marked: guidance, which measures nothing; how common something is; opinion kept out of the counts; and "
    "findings that may only be said in words, above all about deaths.",
)


def contrast(evidence: Evidence) -> FigureSpec | None:
    """The same figure for every fork, from the whole table; none where nothing may be marked."""
    rows = contrast_rows(evidence)
    if not rows:
        return None
    return FigureSpec(
        kind="contrast",
        title=TITLE,
        sentence=contrast_sentence(rows),
        notes=(*READ_IT_SO, *_elsewhere(evidence)),
        table=_table(rows),
        findings=tuple(finding for row in rows for finding in row["findings"]),
        rows=rows,
    )


def contrast_rows(evidence: Evidence) -> tuple[Row, ...]:
    """One row per mark: a kind, a column, who carries it, a practice and a direction, each such set once."""
    marked = [finding for finding in evidence.findings.values() if may_be_marked(finding, evidence)]
    kept = evidence.rules.pick_one(finding.id for finding in marked)
    ordered = sorted((evidence.findings[one] for one in kept), key=_place)
    return tuple(_row(list(alike)) for _, alike in groupby(ordered, key=_place))


def may_be_marked(finding: Finding, evidence: Evidence) -> bool:
    """Whether a finding may stand in the contrast.

    Not what may only be said in words, what counts how common something is, opinion kept out of the counts, or
    guidance (a recommendation is no reported harm or gain); nor what holds whichever way staff act.
    """
    rules = evidence.rules
    return (
        finding.approach in COLUMNS
        and finding.direction in MARKED
        and finding.measure != "guideline_statement"
        and rules.may_chart(finding.id)
        and not rules.is_exposure(finding.id)
        and rules.counts_as_harm(finding.id)
    )


def _place(finding: Finding) -> tuple[int | str, ...]:
    """Where its mark stands; findings of one place share a mark."""
    open_ended = BANDS[finding.direction] == "open"
    return (
        DOMAINS.index(finding.domain),
        len(MARKED) if open_ended else MARKED.index(finding.direction),
        list(COLUMNS).index(finding.approach),
        BEARER_ORDER.index(finding.experienced_by),
        PRACTICES[finding.practice].lower(),
        MARKED.index(finding.direction),
    )


def _row(findings: list[Finding]) -> Row:
    first = findings[0]
    surest = max((finding.certainty for finding in findings), key=SURENESS.index)
    return {
        "domain": first.domain,
        "domain_words": KINDS[first.domain],
        "approach": first.approach,
        "approach_words": COLUMNS[first.approach],
        "bearer": first.experienced_by,
        "bearer_words": BEARERS[first.experienced_by],
        "practice": first.practice,
        "practice_words": _practice_words(first),
        "band": BANDS[first.direction],
        "direction": first.direction,
        "direction_words": DIRECTIONS[first.direction],
        "certainty": surest,
        "certainty_words": CERTAINTIES[surest],
        "findings": [finding.id for finding in findings],
    }


def _practice_words(finding: Finding) -> str:
    everywhere = SHORT.get(finding.practice, PRACTICES[finding.practice])
    return OF_A_COLUMN.get((finding.approach, finding.practice), everywhere)


def _table(rows: tuple[Row, ...]) -> Table:
    lines = []
    for _, alike in groupby(rows, key=lambda row: (row["domain"], row["band"])):
        marks = list(alike)
        said = sorted(
            {mark["direction"]: mark["direction_words"] for mark in marks}.items(), key=lambda d: MARKED.index(d[0])
        )
        head = "\n".join([marks[0]["domain_words"], *(f"{GLYPHS[direction]} {words}" for direction, words in said)])
        cells = (_cell(mark for mark in marks if mark["approach"] == approach) for approach in COLUMNS)
        lines.append((head, *cells))
    caption = "Each practice, whom it reached, and how sure the surest study of it is"
    return Table(caption, ("Kind", *COLUMNS.values()), tuple(lines))


def _cell(marks: Iterable[Row]) -> str:
    lines: list[str] = []
    for bearer, carried in groupby(marks, key=lambda mark: mark["bearer_words"]):
        lines.append(f"for {bearer}:")
        lines += [f"{GLYPHS[m['direction']]} {m['practice_words']} ({m['certainty_words']})" for m in carried]
    return "\n".join(lines) or "none found"


def _elsewhere(evidence: Evidence) -> tuple[str, ...]:
    practices = {PRACTICES[finding.practice] for finding in evidence.findings.values() if finding.approach == "both"}
    if not practices:
        return ()
    named = "; ".join(sorted(practices, key=str.lower))
    return (f"In no column, because it holds whichever way staff act, and shown by practice instead: {named}.",)
