"""What a finding does not show, in words for readers: the notes of the table without what is told to software."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from sharedground.evidence.rules import Rules
from sharedground.evidence.tables import Finding

CORRECTION = re.compile(r"[Cc]orrected (\d{4}-\d\d-\d\d): ")
SENTENCE_ENDS = re.compile(r"(?<=[.?!]) (?=[A-Z0-9'\"(]|corrected \d|left-)")
REASON = re.compile(r"(High|Moderate|Low|Very low)(?=[:,.]| for | as )")
LEANS_ON = re.compile(r"(?:^As|(?:High|Moderate|Low|Very low), as|^Same data as) ([a-z0-9]+(?:-[a-z0-9]+)+)")
FINDING_ID = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])")

TOLD_TO_SOFTWARE = (
    r"Sensitive: show as text, not as a bar\.",
    r"Sensitive: show as text with signposting\.",
    r"Sensitive: no figures shown\.",
    r"Sensitive figure\.",
    r"Do not chart\.",
    r"Check before release\.",
    r"Build follow-up and team action into the toolkit\.",
)
"""Whole sentences that tell the toolkit what to do, and a reader nothing about the study."""

REWORDED = (
    (r"; do not chart(?: as a harm)?\.", "."),
    (r": do not chart as harm\.", "."),
    (r": chart one only\.", "."),
    (r", so show as text\.", "."),
    (r": say so when the ratio is shown\.", "."),
    (r" \(do not show detail\)", ""),
    (r"so chart as inequality", "so read as inequality"),
    (r"so no number is charted", "so no number is given"),
    (r", not charted\)", ", not among the figures here)"),
    (r"Keeps the tool honest: real risk exists", "Real risk exists"),
    (r"Key caution for this toolkit: well", "Well"),
    (r"\(next row\)", "(shown beside it)"),
    (r"\bAlways show with\b", "Belongs with"),
    (r"\bn = ", "n (the number studied) = "),
)
"""Halves of sentences that tell the toolkit what to do; what they say of the study stays."""


@dataclass(frozen=True)
class Limits:
    """What a reader is told, and what was corrected in the row (told with the second check)."""

    text: str
    correction: str


def limits(finding: Finding, findings: Mapping[str, Finding], rules: Rules) -> Limits:
    """The limits of one finding: its notes, those it leans on, its footnote and what the rules say of it."""
    own, corrections = _sentences(finding)
    said = [_named(sentence, findings) for sentence in own]
    other = _leaned_on(finding, own, findings)
    if other is not None:
        said.append(f"As for {_name(other)}: {' '.join(_named(s, findings) for s in _sentences(other)[0])}")
    elif not any(REASON.match(sentence) for sentence in own):
        said += [_named(sentence, findings) for sentence in _reason_of_the_same_study(finding, findings)]
    footnote = rules.footnote(finding.id)
    if footnote and not any(_same(footnote, sentence) for sentence in own):
        said.append(footnote)
    if rules.is_exposure(finding.id):
        said.append("This counts how common something is; it measures no harm.")
    if rules.compares_with_before(finding.id):
        said.append("Compared with the time before, not with a group beside it.")
    return Limits(" ".join(said), " ".join(_named(sentence, findings) for sentence in corrections))


def _sentences(finding: Finding) -> tuple[list[str], list[str]]:
    """The sentences for readers, and those that tell of a correction."""
    sentences = SENTENCE_ENDS.split(finding.notes) if finding.notes else []
    corrections = [sentence for sentence in sentences if CORRECTION.match(sentence)]
    kept = [
        sentence
        for sentence in sentences
        if not CORRECTION.match(sentence) and not any(re.fullmatch(told, sentence) for told in TOLD_TO_SOFTWARE)
    ]
    for pattern, instead in REWORDED:
        kept = [re.sub(pattern, instead, sentence) for sentence in kept]
    return kept, corrections


def _named(sentence: str, findings: Mapping[str, Finding]) -> str:
    """A sentence with findings called by what they are about, and its first word said as a certainty."""
    sentence = FINDING_ID.sub(lambda m: _name(findings[m[0]]) if m[0] in findings else m[0], sentence)
    return REASON.sub(lambda m: f"Certainty {m[0].lower()}", sentence) if REASON.match(sentence) else sentence


def _name(finding: Finding) -> str:
    return f"“{textwrap.shorten(finding.outcome, 90, placeholder=' …')}”"


def _leaned_on(finding: Finding, own: list[str], findings: Mapping[str, Finding]) -> Finding | None:
    """The finding whose limits hold here too, where the notes say so."""
    for sentence in own:
        found = LEANS_ON.search(sentence)
        if found and found[1] in findings and found[1] != finding.id:
            return findings[found[1]]
    return None


def _reason_of_the_same_study(finding: Finding, findings: Mapping[str, Finding]) -> list[str]:
    """Why the certainty is what it is, from the first finding of the same source that says so."""
    for other in findings.values():
        if other.source_id == finding.source_id and other.certainty == finding.certainty:
            reasons = [sentence for sentence in _sentences(other)[0] if REASON.match(sentence)]
            if reasons:
                return reasons
    return []


def _same(one: str, other: str) -> bool:
    return one.casefold().rstrip(".") in other.casefold()
