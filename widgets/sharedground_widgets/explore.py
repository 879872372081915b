"""Two lists to choose from and the figures they lead to, of stock widgets: a cell to copy into one's own notebook."""

import base64
from difflib import get_close_matches
from typing import Any

import ipywidgets

from sharedground.charts.cache import DrawingError, ensure
from sharedground.charts.figures import figures_for, words_for
from sharedground.errors import EvidenceError
from sharedground.evidence import Evidence, Finding, load_evidence
from sharedground.evidence.glossary import BEARERS, PRACTICES
from sharedground.pages.templates import page
from sharedground.play.help_lines import help_lines_to_show

ANYBODY = "anybody"
WIDE = {"description_width": "9rem"}


class Explore(ipywidgets.VBox):
    """The figures and findings of one practice, by whom they are about; what must be read with them comes along.

    Parameters
    ----------
    evidence
        Without it, the evidence that comes with the toolkit.
    practice
        The practice shown first, as in findings.csv.

    Raises
    ------
    EvidenceError
        No finding is about that practice; the message names the nearest.
    """

    def __init__(self, evidence: Evidence | None = None, *, practice: str = "joint_crisis_plan") -> None:
        self.evidence = evidence or load_evidence()
        there = {finding.practice for finding in self.evidence.findings.values()}
        if practice not in there:
            near = ", ".join(get_close_matches(practice, there, n=3)) or ", ".join(sorted(there))
            raise EvidenceError(f"no finding is about the practice {practice!r}. Try one of these: {near}.")
        named = sorted(((PRACTICES[one], one) for one in there), key=lambda option: option[0].lstrip("“").lower())
        wide = ipywidgets.Layout(width="100%", max_width="36rem")
        self.practice = ipywidgets.Dropdown(
            description="Practice", options=named, value=practice, style=WIDE, layout=wide
        )
        self.about = ipywidgets.Dropdown(description="Who it is about", style=WIDE, layout=wide)
        self.shown = ipywidgets.HTML()
        self.practice.observe(self._choose_practice, "value")
        self.about.observe(self._show, "value")
        super().__init__([self.practice, self.about, self.shown])
        self._choose_practice(None)

    def _choose_practice(self, _: Any) -> None:
        about = {finding.experienced_by for finding in self._of_practice()}
        self.about.options = [(ANYBODY, ANYBODY), *((BEARERS[one], one) for one in BEARERS if one in about)]
        if self.about.value == ANYBODY:
            self._show(None)
        else:
            self.about.value = ANYBODY

    def _of_practice(self) -> list[Finding]:
        return [finding for finding in self.evidence.findings.values() if finding.practice == self.practice.value]

    def _show(self, _: Any) -> None:
        if self.about.value is None:  # its list is being changed
            return
        ids = [f.id for f in self._of_practice() if self.about.value in (ANYBODY, f.experienced_by)]
        figures = [spec for spec in figures_for(self.evidence, ids) if spec.kind != "contrast"]
        try:
            drawings = {name: _inlined(svg) for name, svg in ensure(figures).items()}
        except DrawingError:
            drawings = {}
        words = words_for(self.evidence, ids)
        self.shown.value = page(
            "explore.html", figures=figures, drawings=drawings, findings=words, help=help_lines_to_show()
        )


def _inlined(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
