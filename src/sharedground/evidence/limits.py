"""What a finding does not show: its notes, those of the finding it leans on, its footnote, what the rules say."""

import calendar
import re
import textwrap
from collections.abc import Mapping

from sharedground.evidence.readers import for_readers
from sharedground.evidence.rules import Rules
from sharedground.evidence.tables import Finding

CORRECTION = re.compile(r"[Cc]orrected (\d{4})-(\d\d)-(\d\d): ")
SENTENCE_ENDS = re.compile(r"(?<=[.?!]) (?=[A-Z0-9'\"(]|corrected \d|left-)")
REASON = re.compile(r"(High|Moderate|Low|Very low)(?=[:,.]| for | as )")
LEANS_ON = re.compile(r"(?:^As|^(?:High|Moderate|Low|Very low), as|^Same data as) ([a-z0-9]+(?:-[a-z0-9]+)+)")
FINDING_ID = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])")


def limits(finding: Finding, findings: Mapping[str, Finding], rules: Rules) -> str:
    """What a reader must know about one finding, in sentences; no caveat of the table is left out."""
    own = _sentences(finding)
    said = [in_words(sentence, finding, findings) for sentence in own]
    other = _leaned_on(finding, own, findings)
    if other is not None:
        said = [re.sub(rf"(^As|, as) ({re.escape(name(other))}|above)", "", one) for one in said]
        said = [one for one in said if one not in {".", f"Certainty {finding.certainty.replace('_', ' ')}."}]
        its_own = [in_words(sentence, other, findings) for sentence in _sentences(other)]
        its_own = [sentence for sentence in its_own if sentence not in said]
        said.append(f"What holds for {name(other)} holds here too: {' '.join(its_own)}")
    elif not any(REASON.match(sentence) for sentence in own):
        said += [in_words(sentence, finding, findings) for sentence in _reason_of_the_study(finding, findings)]
    footnote = rules.footnote(finding.id)
    if footnote and footnote not in said:
        said.append(footnote)
    if rules.is_exposure(finding.id):
        said.append("This counts how common something is; it measures no harm.")
    if rules.compares_with_before(finding.id):
        said.append("Compared with the time before, not with a group beside it.")
    return " ".join(said)


def correction(finding: Finding, findings: Mapping[str, Finding]) -> str:
    """What was corrected in the row, as its notes say; empty where nothing was."""
    corrected = [sentence for sentence in SENTENCE_ENDS.split(finding.notes) if CORRECTION.match(sentence)]
    said = (CORRECTION.sub(_on_that_day, sentence) for sentence in corrected)
    return " ".join(in_words(sentence, finding, findings) for sentence in said)


def _on_that_day(found: re.Match[str]) -> str:
    year, month, day = map(int, found.groups())
    return f"Corrected on {day} {calendar.month_name[month]} {year}: " if month in range(1, 13) else found[0]


def in_words(text: str, finding: Finding, findings: Mapping[str, Finding]) -> str:
    """A text with other findings called by what they are about, and a leading certainty said as one."""

    def named(found: re.Match[str]) -> str:
        other = findings.get(found[0])
        return name(other) if other is not None and other is not finding else found[0]

    said = FINDING_ID.sub(named, text)
    level = REASON.match(said)
    return f"Certainty {level[0].lower()}{said[level.end() :]}" if level else said


def name(finding: Finding) -> str:
    """What a finding is called inside a sentence."""
    return f"“{textwrap.shorten(finding.outcome, 90, placeholder=' …')}”"


def _sentences(finding: Finding) -> list[str]:
    """The sentences of its notes that are for readers; a correction is told with the second check."""
    sentences = SENTENCE_ENDS.split(finding.notes)
    return [said for one in sentences if not CORRECTION.match(one) and (said := for_readers(one))]


def _leaned_on(finding: Finding, own: list[str], findings: Mapping[str, Finding]) -> Finding | None:
    """The finding whose limits hold here too, where the notes say so."""
    for sentence in own:
        found = LEANS_ON.match(sentence)
        if found and found[1] in findings:
            return findings[found[1]]
        if sentence.endswith(", as above."):
            return next(other for other in findings.values() if other.source_id == finding.source_id)
    return None


def _reason_of_the_study(finding: Finding, findings: Mapping[str, Finding]) -> list[str]:
    """Why the certainty is what it is, from the first finding of the same source and certainty that says so."""
    for other in findings.values():
        if (other.source_id, other.certainty) == (finding.source_id, finding.certainty):
            reasons = [sentence for sentence in _sentences(other) if REASON.match(sentence)]
            if reasons:
                return reasons
    return []
