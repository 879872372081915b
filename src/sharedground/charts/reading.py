"""How a figure is read: its axis in plain words, and what the two groups of a comparison are called."""

from collections.abc import Iterable
from dataclasses import dataclass

from sharedground.evidence import Evidence, Finding
from sharedground.evidence.figure_words import groups
from sharedground.evidence.measures import MEASURES


@dataclass(frozen=True)
class AxisWords:
    """What stands above an axis, and at the null line and both sides of it."""

    title: str
    words: str = ""
    less: str = ""
    null: str = ""
    more: str = ""


SHARE = "Of every 100"
RATIO = "The dashed line is where both groups fare alike."
AXES: dict[str, AxisWords] = {
    "percent": AxisWords(SHARE),
    "percent_range": AxisWords(SHARE, "Lowest and highest study: not an interval around one figure."),
    "PPV": AxisWords(
        "Of every 100 a tool or person marks", "The share it then happens to (positive predictive value)."
    ),
    "NPV": AxisWords(
        "Of every 100 a tool does not mark", "The share it does not happen to (negative predictive value)."
    ),
    "sensitivity": AxisWords("Of every 100 it happened to", "The share that had been marked (sensitivity)."),
    "percent_reduction": AxisWords("Fall in percent", "", "rise", "no fall", "fall"),
    "odds_ratio": AxisWords("Odds ratio", RATIO, "lower odds", "1: same odds", "higher odds"),
    "risk_ratio": AxisWords("Risk ratio", RATIO, "less likely", "1: as likely", "more likely"),
    "hazard_ratio": AxisWords("Hazard ratio", RATIO, "less over time", "1: as much", "more over time"),
    "incidence_rate_ratio": AxisWords("Rate ratio", RATIO, "less often", "1: as often", "more often"),
    "mean_difference": AxisWords("Mean difference", "", "lower", "0: the same", "higher"),
    "effect_size_d": AxisWords(
        "Effect size (d)", "In standard deviations; 0.2 is often called small.", "less", "0", "more"
    ),
    "effect_size_g": AxisWords(
        "Effect size (g)", "In standard deviations; 0.2 is often called small.", "less", "0", "more"
    ),
    "AUC": AxisWords(
        "Accuracy (AUC)",
        "0.5 is no better than tossing a coin, 1 would be perfect.",
        "worse than chance",
        "0.5: chance",
        "better than chance",
    ),
    "rate_per_10000": AxisWords("Per 10,000"),
    "rate_per_100000_py": AxisWords("Per 100,000 people in a year"),
    "days": AxisWords("Days"),
}

UNITS_OF_THEIR_OWN = {
    "mean_difference",
    "effect_size_d",
    "effect_size_g",
    "rate_per_10000",
    "rate_per_100000_py",
    "days",
}
"""Two figures of one of these measures may count different things, so each stands on an axis of its own."""

SIDES: dict[str, tuple[str, str]] = {
    "cams-ideation": ("other treatment did more", "CAMS did more"),
    "cams-acceptability": ("less acceptable", "more acceptable"),
    "asking-ideation": ("fewer such thoughts", "more"),
    "sdm-empowerment": ("less empowered", "more empowered"),
    "ips-qol": ("worse", "better"),
    "sdm-ni-equip": ("less support", "more support"),
    "refocus-recovery": ("less recovery", "more recovery"),
    "cto-london-days": ("fewer days", "more days"),
}
"""What lies to the left and right of nought, where the sign alone does not say."""


def label_of(finding: Finding, evidence: Evidence) -> str:
    """What was looked at, in plain words, without a full stop."""
    wording = evidence.wording.get(finding.id)
    return (wording.plain if wording else finding.outcome).rstrip(".")


def group_names(finding: Finding, evidence: Evidence) -> tuple[str, str]:
    """The group a figure belongs to and the group beside it; "after" and "before" where it is the same place twice."""
    group, beside = groups(finding, evidence.rules, evidence.wording.get(finding.id))
    if not evidence.rules.compares_with_before(finding.id):
        return group, beside
    return (
        group if "after" in group else f"after ({group})",
        beside if "before" in beside else f"before ({beside})",
    )


def axis_words(finding: Finding) -> AxisWords:
    axis = AXES[finding.measure]
    if finding.id not in SIDES:
        return axis
    less, more = SIDES[finding.id]
    return AxisWords(axis.title, axis.words, less, "0: no gap", more)


def panel_of(finding: Finding) -> str:
    """The axis a finding stands on: findings with another key never share it."""
    return f"{finding.measure} {finding.id}" if finding.measure in UNITS_OF_THEIR_OWN else finding.measure


def limits(measure: str, numbers: Iterable[float]) -> tuple[float, float]:
    """Both ends of an axis: shares on the whole hundred, however small; ratios alike on both sides of 1."""
    numbers = list(numbers)
    kind = MEASURES[measure].kind
    if kind == "ratio":
        furthest = max(max(number, 1 / number) for number in numbers)
        end = next(end for end in (2.0, 4.0, 10.0, 20.0, 100.0) if end >= furthest)
        return 1 / end, end
    if kind == "accuracy":
        return min(0.4, *numbers), 1.0
    if kind == "fall":
        return min(-10.0, *numbers), _round_end(max(numbers))
    if kind == "difference":
        end = _round_end(max(abs(number) for number in numbers))
        return -end, end
    if kind in ("share", "range"):
        return 0.0, 100.0
    return 0.0, _round_end(max(numbers))


def ticks(measure: str, low: float, high: float) -> list[tuple[float, str]]:
    """Places and words under an axis."""
    unit = {"share": "%", "range": "%", "fall": "%"}.get(MEASURES[measure].kind, "")
    if MEASURES[measure].kind == "ratio":
        middle = {2: (), 4: (2,), 10: (3,), 20: (4,), 100: (10,)}[round(high)]
        places = sorted({1 / high, *(1 / place for place in middle), 1.0, *middle, high})
    elif MEASURES[measure].kind == "accuracy":
        places = [low, 0.5, 0.75, high]
    elif low < 0:
        places = [low, 0.0, high]
    else:
        places = [low, (low + high) / 2, high]
    return [(place, f"{_short(place)}{unit}") for place in places]


def _short(number: float) -> str:
    return (f"{number:.2g}" if abs(number) < 1 else f"{number:g}").replace("-", "−")


def _round_end(number: float) -> float:
    """The next of 1, 2, 2.5, 4, 6 times a power of ten that leaves a little room above the number."""
    power = 1e-4
    while True:
        for step in (1, 2, 2.5, 4, 6):
            if step * power >= number * 1.04:
                return round(step * power, 6)
        power *= 10
