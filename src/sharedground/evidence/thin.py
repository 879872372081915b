"""What is thin or missing in the evidence, said before anything else; every number in it is counted from the table."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sharedground.evidence.glossary import PRACTICES
from sharedground.evidence.tables import Evidence, Finding

COMPILED = date(2026, 11, 23)
"""When the table was put together and looked up again, as its README says."""
HEAD_TO_HEAD = ("crp-v-contract-percent", "crp-v-contract-hr")
"""The findings, in two forms, of the one study that compares a collaborative with a risk-averse practice."""
STARTED_FROM = "imroc2014"
UNITED_KINGDOM = ("England", "England and Wales", "Scotland", "UK", "UK review")
OLD = 2010


@dataclass(frozen=True)
class Passage:
    """One limit of the whole table: its point, what there is to say, and findings that show it."""

    point: str
    text: str
    findings: tuple[str, ...] = ()


def what_is_thin(evidence: Evidence) -> dict[str, list[dict[str, object]]]:
    """Passages as plain data: ``thin`` (to be read first), ``missing`` (no study found) and ``traps`` (in reading)."""
    return {
        "thin": [asdict(passage) for passage in _thin(evidence)],
        "missing": [asdict(passage) for passage in _missing(evidence)],
        "traps": [asdict(passage) for passage in _traps(evidence)],
    }


def _thin(evidence: Evidence) -> list[Passage]:
    every = len(evidence.findings)
    alone = _those(evidence, lambda finding: finding.approach == "unsupported")
    no_number = [finding for finding in alone if not finding.measured_in.is_number]
    compared = tuple(one for one in evidence.rules.pick_one(HEAD_TO_HEAD) if one in evidence.findings)
    read = _counts(evidence, "verified")
    sure = _counts(evidence, "certainty")
    checked = _counts(evidence, "second_check")
    own = _those(evidence, lambda finding: finding.source_id == STARTED_FROM)
    about = _counts(evidence, "experienced_by")
    fairness = _those(evidence, lambda finding: finding.domain == "inequality")
    about_fairness = "One is" if len(fairness) == 1 else f"{len(fairness)} are"
    return [
        Passage(
            "Hardly any study compares the two ways head to head.",
            f"{_study(len(compared))} here {'does' if len(compared) == 1 else 'do'}. Everything else sets separate "
            "studies beside each other, each of one practice.",
            compared,
        ),
        Passage(
            "Little was found on being left alone.",
            f"{len(alone)} of {every} findings are about it, and {len(no_number)} of those have no figure. Fewer "
            "findings does not mean less harm.",
        ),
        Passage(
            "The paper this toolkit starts from was not read in full.",
            "Of the ImROC briefing “Risk, Safety and Recovery” (2014) we read its publisher's introduction and what "
            f"others wrote about it. {_findings_rest(len(own))} on it.",
        ),
        Passage(
            "Most studies were read in short form.",
            f"{read['abstract']} findings come from an abstract, {read['secondary']} from someone else's report, "
            f"{read['full_text']} from the document itself, often only part of it. {read['not_seen']} are known of "
            "and were not seen, so they have no number.",
        ),
        Passage(
            "Most findings are not very sure.",
            f"{sure['high']} are of high certainty, {sure['moderate']} of moderate, "
            f"{sure['low'] + sure['very_low']} of low or very low. One reader judged that. A second reader looked up "
            f"the figures of {every - checked['not_checked']}, and could not find {checked['not_found']} of them.",
        ),
        Passage(
            "Families and staff are hardly heard.",
            f"{about['family']} of {every} findings are about family and friends, {about['practitioner']} about staff. "
            f"{about_fairness} about who gets the benefit of the doubt.",
            tuple(finding.id for finding in fairness),
        ),
    ]


def _missing(evidence: Evidence) -> list[Passage]:
    unseen = _those(evidence, lambda finding: finding.verified == "not_seen")
    return [
        Passage(
            "No study of what followed was found",
            "for decisions about driving, about a home that has become unsafe and self-neglect, about being a parent, "
            "or about taking away a phone or the internet. What is here on these is guidance, surveys and accounts.",
        ),
        Passage(
            "On being left alone, nobody",
            "compared services that discharge people for not attending with services that do not; counted how often "
            "capacity, drink or a diagnosis of personality disorder is used to refuse help; or gave a figure we could "
            "read for suicide after a bed far from home. The rule of contact within three days of leaving hospital "
            "has no study of results that we found.",
        ),
        Passage(
            "Results we know of and have not seen:",
            f"{_listed([PRACTICES[finding.practice] for finding in unseen])}.",
            tuple(finding.id for finding in unseen),
        ),
    ]


def _traps(evidence: Evidence) -> list[Passage]:
    every = len(evidence.findings)

    def how_many(approach: str, direction: str) -> int:
        return len(_those(evidence, lambda f: (f.approach, f.direction) == (approach, direction)))

    at_home = _those(evidence, lambda finding: finding.country in UNITED_KINGDOM)
    armed = _those(evidence, lambda f: any(word in f.population.lower() for word in ("army", "veteran")))
    old = _those(evidence, lambda finding: finding.year is not None and finding.year < OLD)
    return [
        Passage(
            "Counting findings.",
            f"Of collaborative practice there are {how_many('collaborative', 'benefit')} findings of gain and "
            f"{how_many('collaborative', 'harm')} of harm; of risk-averse practice "
            f"{how_many('risk_averse', 'benefit')} and {how_many('risk_averse', 'harm')}. That shows what was looked "
            "for and found, never how much good or harm there is.",
        ),
        Passage(
            "Who gets what.",
            "The people thought to be most at risk get the most restriction, so restriction goes with harm whether or "
            "not it causes it. People who lose contact are often the most unwell, so being left alone looks worse than "
            "it is. People who agree to a shared plan may have been doing better to begin with.",
        ),
        Passage(
            "Most people are called low risk,",
            "so most deaths are among people called low risk. That comes from how many they are.",
        ),
        Passage(
            "Other places.",
            f"{len(at_home)} of {every} findings come from the United Kingdom. {len(armed)} are about American "
            "soldiers or veterans.",
        ),
        Passage(
            "People who chose to answer.",
            f"{_counts(evidence, 'design')['survey']} findings are surveys. Where staff chose for themselves whether "
            "to answer, a survey shows more of what it asks about than there is.",
        ),
        Passage(
            "Other times.",
            f"{len(old)} findings were published before {OLD}, ahead of the guidance that holds now.",
        ),
        Passage("Abstracts", "tell of what worked more readily than of what did not."),
    ]


def _those(evidence: Evidence, which: Callable[[Finding], bool]) -> list[Finding]:
    return [finding for finding in evidence.findings.values() if which(finding)]


def _counts(evidence: Evidence, column: str) -> Counter[str]:
    return Counter(getattr(finding, column) for finding in evidence.findings.values())


def _study(number: int) -> str:
    return {0: "No study", 1: "One study"}.get(number, f"{number} studies")


def _findings_rest(number: int) -> str:
    return {0: "No finding here rests", 1: "One finding here rests"}.get(number, f"{number} findings here rest")


def _listed(words: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(words)) or "none"
