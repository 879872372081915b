"""How a finding's figure is said in words, for a reader who knows no statistics; no figure is ever rounded."""

from sharedground.evidence.glossary import PRACTICES
from sharedground.evidence.measures import Measure
from sharedground.evidence.rules import Rules
from sharedground.evidence.tables import Finding, Wording

LESS_AND_MORE = {
    "odds_ratio": ("less often", "more often"),
    "risk_ratio": ("less often", "more often"),
    "hazard_ratio": ("less often, or later,", "more often, or sooner,"),
    "incidence_rate_ratio": ("fewer", "more"),
}
NOT_SHOWN = "the interval includes {null}, so a difference is not shown"


def figure_in_words(finding: Finding, rules: Rules, wording: Wording | None = None) -> str | None:
    """The figure as one phrase, or nothing where there is none to show."""
    measure = finding.measured_in
    if not measure.is_number or not rules.may_show_figure(finding.id):
        return None
    group, beside = groups(finding, rules, wording)
    said = {
        "share": _share,
        "range": _range,
        "fall": _fall,
        "ratio": _ratio,
        "difference": _difference,
        "accuracy": _accuracy,
        "rate": _rate,
        "count": _count,
        "days": _days,
    }[measure.kind](finding, rules, group, beside)
    if rules.interval_not_reported(finding.id) or (measure.is_effect and not finding.ci_low_text):
        said += "; no interval was reported in what was read"
    return said


def groups(finding: Finding, rules: Rules, wording: Wording | None = None) -> tuple[str, str]:
    """The two groups a figure is about, as phrases to follow it: "with a joint crisis plan", "with usual care"."""
    if wording and wording.group:
        return wording.group, wording.beside
    beside = "before" if rules.compares_with_before(finding.id) else "in the comparison group"
    return f"with the practice studied ({PRACTICES[finding.practice]})", beside


def interval_kind(finding: Finding, rules: Rules) -> str:
    """What the two ends of a finding are: ``interval``, ``interquartile``, ``range``, ``not_reported`` or ``none``."""
    if finding.ci_low_text:
        if rules.is_range(finding.id):
            return "range"
        return "interquartile" if rules.is_interquartile(finding.id) else "interval"
    missing = finding.measured_in.is_effect or rules.interval_not_reported(finding.id)
    return "not_reported" if missing else "none"


def _share(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    whole = all("." not in text for text in _written(finding))
    return _beside(finding, rules, " in 100" if whole else "%", "" if whole else "%", group, beside)


def _range(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    whole = all("." not in text for text in _written(finding))
    unit = " in 100" if whole else "%"
    return f"from {finding.ci_low_text} to {finding.ci_high_text}{unit} (the lowest and the highest study)"


def _fall(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    return f"a fall of {finding.value_text}%{_ends(finding, rules, '%')}"


def _ratio(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    less, more = LESS_AND_MORE[finding.measure]
    below = finding.value is not None and finding.value < 1
    side = f"below 1 means {less}" if below else f"above 1 means {more}"
    said = f"{finding.measured_in.words} {finding.value_text}{_ends(finding, rules)}; {side} {group} than {beside}"
    return said + _null_inside(finding, finding.measured_in)


def _difference(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    measure = finding.measured_in
    said = f"{measure.words} {finding.value_text}{_ends(finding, rules)}; 0 means no difference"
    if measure.code != "mean_difference":
        said += ", and 0.2 is often called small"
    return said + _null_inside(finding, measure)


def _accuracy(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    said = _beside(finding, rules, "", "", group, beside)
    return f"accuracy (AUC) {said}; 0.5 is no better than chance, 1 would be perfect"


def _rate(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    return _beside(finding, rules, f" {finding.measured_in.unit}", "", group, beside)


def _count(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    counts = rules.counts(finding.id)
    if counts:
        return f"{counts[0]} of {counts[1]} {group}, compared with {counts[2]} of {counts[3]} {beside}"
    return finding.value_text


def _days(finding: Finding, rules: Rules, group: str, beside: str) -> str:
    return _beside(finding, rules, " days", "", group, beside)


def _beside(finding: Finding, rules: Rules, unit: str, end_unit: str, group: str, beside: str) -> str:
    """A figure and, where there is one, the figure beside it."""
    ends = _ends(finding, rules, end_unit)
    if not finding.comparator_text:
        return f"{finding.value_text}{unit}{ends}"
    return f"{finding.value_text}{unit} {group}{ends}, compared with {finding.comparator_text}{unit} {beside}"


def _ends(finding: Finding, rules: Rules, unit: str = "") -> str:
    if not finding.ci_low_text:
        return ""
    ends = f"{finding.ci_low_text}{unit} to {finding.ci_high_text}{unit}"
    if rules.is_interquartile(finding.id):
        return f" (the middle half of the studies: {ends})"
    return f" (interval {ends})"


def _null_inside(finding: Finding, measure: Measure) -> str:
    if finding.ci_low is None or finding.ci_high is None or measure.null is None:
        return ""
    inside = finding.ci_low <= measure.null <= finding.ci_high
    return f"; {NOT_SHOWN.format(null=f'{measure.null:g}')}" if inside else ""


def _written(finding: Finding) -> tuple[str, ...]:
    return finding.value_text, finding.ci_low_text, finding.ci_high_text, finding.comparator_text
