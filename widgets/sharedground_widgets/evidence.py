"""The evidence screen: hands every finding to the page, and draws the figures it asks for by name."""

from typing import Any

import traitlets

from sharedground.charts.cache import figure_svg
from sharedground.evidence import load_evidence
from sharedground.pages import module, stylesheet
from sharedground.play.all_evidence import evidence_data, page_figures
from sharedground.play.help_lines import help_lines_to_show
from sharedground.scenario import load_sound
from sharedground_widgets.screen import Screen


class AllEvidence(Screen):
    """Shows what studies report: what is thin first, then every finding, to be narrowed down and taken away."""

    _esm = module("all-evidence")
    _css = stylesheet("player", "all-evidence")

    data = traitlets.Dict(read_only=True).tag(sync=True)
    """All findings and the ways to find them, format 1."""
    figures = traitlets.Dict(read_only=True).tag(sync=True)
    """What each figure says, by name, without its drawing."""

    def __init__(self) -> None:
        super().__init__()
        evidence = load_evidence()
        scenarios = list(load_sound(**evidence.ids).values())
        self._figures = page_figures(evidence, scenarios)
        self.set_trait("data", evidence_data(evidence, scenarios, self._figures, help_lines_to_show()))
        self.set_trait("figures", self._figures.as_dict())

    def answer(self, kind: str, message: dict[str, Any]) -> dict[str, Any] | None:
        name = message.get("name")
        spec = self._figures.by_name.get(name) if kind == "figure" and isinstance(name, str) else None
        return {"kind": "figure", "name": name, "svg": figure_svg(spec)} if spec else None
