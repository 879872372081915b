"""A finding as plain data for a page: what was found, how sure one may be, what it does not show, where it stands."""

import re

from sharedground.evidence.figure_words import figure_in_words
from sharedground.evidence.glossary import (
    APPROACH_MARKS,
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
from sharedground.evidence.limits import correction, in_words, limits
from sharedground.evidence.readers import for_readers
from sharedground.evidence.tables import Evidence, Finding
from sharedground.words import COST_WORDS, GAIN_WORDS

SOURCE_KEY = re.compile(r"[\[(]([a-z_]+[0-9]{4}[a-z]*)[\])]")
CODE = re.compile(r"(?<![\w/.-])[a-z0-9]+(?:_[a-z0-9]+)+(?![\w/-])")
CODE_WORDS = {
    "risk_averse": "risk-averse",
    "seen_in": "the address where it was read",
    "never_chart": "never-to-be-drawn",
}
Card = dict[str, str | int | bool | None]


def card(finding: Finding, evidence: Evidence) -> Card:
    """One finding in words; the keys are those of ``findings`` in the player's data."""
    wording = evidence.wording.get(finding.id)
    source = evidence.sources[finding.source_id]
    kinds = GAIN_WORDS if finding.direction == "benefit" else COST_WORDS
    return {
        "id": finding.id,
        "practice_words": PRACTICES[finding.practice],
        "approach_words": APPROACHES[finding.approach],
        "mark": APPROACH_MARKS[finding.approach],
        "who_words": BEARERS[finding.experienced_by],
        "direction_words": DIRECTIONS[finding.direction],
        "kind_words": kinds[finding.domain],  # type: ignore[index]
        "plain": wording.plain if wording else _as_sentence(finding.outcome),
        "figure": figure_in_words(finding, evidence.rules, wording),
        "limits": _with_sources_named(limits(finding, evidence.findings, evidence.rules), evidence),
        "certainty": finding.certainty,
        "certainty_words": CERTAINTIES[finding.certainty],
        "citation": evidence.citations[finding.source_id],
        "source_note": _without_codes(source["note"], evidence) if source.get("note") else None,
        "url": address(finding, evidence),
        "how_read": VERIFIED[finding.verified],
        "second_check": second_check(finding, evidence),
        "design_words": DESIGNS[finding.design],
        "setting": SETTINGS[finding.setting],
        "population": for_readers(finding.population),
        "n": finding.n_text or None,
        "studied": studied(finding),
        "country": finding.country,
        "year": finding.year,
        "sensitive": evidence.rules.is_sensitive(finding.id),
        "may_chart": evidence.rules.may_chart(finding.id),
    }


def second_check(finding: Finding, evidence: Evidence) -> str:
    """What came of the second reading, what was corrected, and what the second reader noted."""
    said = [f"{SECOND_CHECKS[finding.second_check]}.", correction(finding, evidence.findings)]
    check = evidence.verification.get(finding.id)
    if check and check.comment:
        said.append(f"Note of that reading: {in_words(for_readers(check.comment), finding, evidence.findings)}")
    return _without_codes(" ".join(filter(None, said)), evidence)


def address(finding: Finding, evidence: Evidence) -> str | None:
    """Where a reader finds the source: its DOI, else its own address, else where it was read; always https."""
    source = evidence.sources[finding.source_id]
    doi = source.get("DOI")
    places = (f"https://doi.org/{doi}" if doi else "", source.get("URL") or "", finding.seen_in)
    return next((place for place in places if place.startswith("https://")), None)


def _with_sources_named(text: str, evidence: Evidence) -> str:
    """A text in which a source is called by its authors and year, not by its key."""
    return SOURCE_KEY.sub(lambda found: f"({named})" if (named := _named(found[1], evidence)) else found[0], text)


def _without_codes(text: str, evidence: Evidence) -> str:
    """A record of the table for readers: what was read and checked, without the codes it was written with."""
    return CODE.sub(
        lambda found: _named(found[0], evidence) or CODE_WORDS.get(found[0], found[0].replace("_", " ")), text
    )


def _named(key: str, evidence: Evidence) -> str | None:
    """A source by its authors and year."""
    reference = evidence.citations.get(key)
    if reference is None:
        return None
    who, _, year = reference.partition(". ")[0].removesuffix(")").rpartition(" (")
    return f"{who}, {year}"


def _as_sentence(outcome: str) -> str:
    said = outcome.replace(" v ", " compared with ")
    return said if said.endswith((".", "?", "!")) else f"{said}."


def studied(finding: Finding) -> str | None:
    """How many of what were studied, as "136 wards"; None where the table does not say how many."""
    if not finding.n_text:
        return None
    near = re.search(rf"\b{re.escape(finding.n_text)}\b[\w\s-]*?\b(wards|hospitals|teams)\b", finding.population)
    first = re.match(r"(Incidents|Consecutive admissions|Matched inpatient cases)\b", finding.population)
    noun = near[1] if near else first[1].split()[-1].lower() if first else "people"
    return f"{finding.n_text} {noun}"
