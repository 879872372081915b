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
        "source_note": source.get("note"),
        "url": address(finding, evidence),
        "how_read": VERIFIED[finding.verified],
        "second_check": second_check(finding, evidence),
        "design_words": DESIGNS[finding.design],
        "setting": SETTINGS[finding.setting],
        "population": for_readers(finding.population),
        "n": finding.n_text or None,
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
    return " ".join(filter(None, said))


def address(finding: Finding, evidence: Evidence) -> str | None:
    """Where a reader finds the source: its DOI, else its own address, else where it was read; always https."""
    source = evidence.sources[finding.source_id]
    doi = source.get("DOI")
    places = (f"https://doi.org/{doi}" if doi else "", source.get("URL") or "", finding.seen_in)
    return next((place for place in places if place.startswith("https://")), None)


def _with_sources_named(text: str, evidence: Evidence) -> str:
    """A text in which a source is called by its authors and year, not by its key."""

    def named(found: re.Match[str]) -> str:
        reference = evidence.citations.get(found[1])
        if reference is None:
            return found[0]
        who, _, year = reference.partition(". ")[0].removesuffix(")").rpartition(" (")
        return f"({who}, {year})"

    return SOURCE_KEY.sub(named, text)


def _as_sentence(outcome: str) -> str:
    said = outcome.replace(" v ", " compared with ")
    return said if said.endswith((".", "?", "!")) else f"{said}."
