"""All the evidence without a kernel: its page, its files, and its figures by name."""

import hashlib
import json
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sharedground.charts.cache import figure_svg
from sharedground.errors import NoSuchContent
from sharedground.evidence import Evidence
from sharedground.pages import module, stylesheet
from sharedground.pages.templates import page
from sharedground.play.all_evidence import PageFigures, evidence_data, page_figures
from sharedground.play.help_lines import help_lines_to_show
from sharedground.scenario import Scenario
from sharedground_server.asset import Asset


@dataclass
class EvidencePages:
    """What a browser gets of the evidence, made once and kept."""

    evidence: Evidence
    scenarios: Collection[Scenario]
    one_at_a_time: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "drawing"))
    """Where missing figures are drawn, so that neither the other pages nor the machine are held up."""

    @cached_property
    def figures(self) -> PageFigures:
        return page_figures(self.evidence, self.scenarios)

    @cached_property
    def assets(self) -> dict[str, Asset]:
        data = evidence_data(self.evidence, self.scenarios, self.figures, help_lines_to_show())
        return {
            "evidence.json": Asset(_json(data), "application/json"),
            "figures.json": Asset(_json(self.figures.as_dict()), "application/json"),
            "evidence.js": Asset(module("evidence-page").encode(), "text/javascript; charset=utf-8"),
            "evidence.css": Asset(stylesheet("site", "player", "all-evidence").encode(), "text/css; charset=utf-8"),
        }

    @cached_property
    def html(self) -> str:
        digest = hashlib.sha256(b"".join(asset.content for asset in self.assets.values()))
        return page("all-evidence.html", version=digest.hexdigest()[:12])

    def drawing(self, name: str) -> str:
        """The figure of that name, drawn now where it never was. Raises NoSuchContent for any other name."""
        spec = self.figures.by_name.get(name)
        if spec is None:
            raise NoSuchContent("there is no figure of that name; figures.json holds the names there are")
        return figure_svg(spec)


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
