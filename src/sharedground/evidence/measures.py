"""What each measure is: its unit, its scale, where "no difference" lies. Knows no chart."""

from dataclasses import dataclass
from typing import Literal

Scale = Literal["linear", "log", "none"]


@dataclass(frozen=True)
class Measure:
    """One way of measuring; two measures never share an axis."""

    code: str
    words: str
    unit: str
    scale: Scale
    null: float | None = None
    """Where "no difference" (for AUC: chance) lies on the axis."""
    bounds: tuple[float | None, float | None] = (None, None)
    kind: Literal["share", "range", "fall", "ratio", "difference", "accuracy", "rate", "count", "days", "words"] = (
        "words"
    )

    @property
    def is_number(self) -> bool:
        return self.kind != "words"

    def holds(self, number: float) -> bool:
        """Whether a figure can be one of this measure."""
        low, high = self.bounds
        return (low is None or number >= low) and (high is None or number <= high)

    @property
    def bounds_words(self) -> str:
        low, high = self.bounds
        ends = ([f"from {low:g}"] if low is not None else []) + ([f"to {high:g}"] if high is not None else [])
        return " ".join(ends)

    @property
    def is_effect(self) -> bool:
        """Whether the figure compares two groups by itself, so that an interval is to be expected."""
        return self.kind in ("fall", "ratio", "difference")


MEASURES: dict[str, Measure] = {
    measure.code: measure
    for measure in (
        Measure("percent", "percent", "in 100", "linear", bounds=(0, 100), kind="share"),
        Measure("PPV", "positive predictive value", "in 100", "linear", bounds=(0, 100), kind="share"),
        Measure("NPV", "negative predictive value", "in 100", "linear", bounds=(0, 100), kind="share"),
        Measure("sensitivity", "sensitivity", "in 100", "linear", bounds=(0, 100), kind="share"),
        Measure("percent_range", "lowest and highest share", "in 100", "linear", bounds=(0, 100), kind="range"),
        Measure("percent_reduction", "fall in percent", "percent", "linear", 0, (None, 100), "fall"),
        Measure("odds_ratio", "odds ratio", "ratio", "log", 1, (0, None), "ratio"),
        Measure("risk_ratio", "risk ratio", "ratio", "log", 1, (0, None), "ratio"),
        Measure("hazard_ratio", "hazard ratio", "ratio", "log", 1, (0, None), "ratio"),
        Measure("incidence_rate_ratio", "incidence rate ratio", "ratio", "log", 1, (0, None), "ratio"),
        Measure("mean_difference", "mean difference", "difference", "linear", 0, kind="difference"),
        Measure("effect_size_d", "effect size (d)", "standard deviations", "linear", 0, kind="difference"),
        Measure("effect_size_g", "effect size (g)", "standard deviations", "linear", 0, kind="difference"),
        Measure("AUC", "accuracy (AUC)", "0.5 is chance, 1 is perfect", "linear", 0.5, (0, 1), "accuracy"),
        Measure("rate_per_10000", "rate per 10,000", "per 10,000", "linear", bounds=(0, None), kind="rate"),
        Measure(
            "rate_per_100000_py",
            "rate per 100,000 person-years",
            "per 100,000 person-years",
            "linear",
            bounds=(0, None),
            kind="rate",
        ),
        Measure("count", "count", "counted", "none", bounds=(0, None), kind="count"),
        Measure("days", "days", "days", "linear", bounds=(0, None), kind="days"),
        Measure("qualitative", "in words", "", "none"),
        Measure("guideline_statement", "guidance", "", "none"),
    )
}
