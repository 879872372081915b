"""A scenario as one HTML file that plays by double click and asks the network for nothing."""

import base64
import hashlib
import json
import zlib
from datetime import date
from typing import Any

from markupsafe import Markup

from sharedground.charts.cache import figure_svg
from sharedground.evidence import Evidence
from sharedground.pages import module, stylesheet
from sharedground.pages.templates import page as filled
from sharedground.play.debrief import figures_of
from sharedground.play.player_data import player_data
from sharedground.scenario import Scenario


def scenario_page(scenario: Scenario, evidence: Evidence, help_lines: dict[str, Any]) -> str:
    """One scenario with all its figures as a page; figures that were never drawn are drawn now."""
    figures = {name: figure_svg(spec) for name, spec in figures_of(scenario, evidence).items()}
    return page(player_data(scenario, evidence, help_lines), figures)


def page(data: dict[str, Any], figures: dict[str, str], *, made_on: date | None = None) -> str:
    """The scenario of `data` (player data, format 1) with its `figures` (name to SVG), as one self-contained page.

    The data are packed, so that nobody meets both sides of a decision by looking at the source before choosing.
    A content security policy in the page forbids it to load or send anything, and to run any script but its own.
    """
    about = data["about"]
    carried = json.dumps({**data, "figures": figures}, ensure_ascii=False, separators=(",", ":")).encode()
    script = module("single")
    return filled(
        "page.html",
        title=data["title"],
        version=data["version"],
        date=(made_on or date.today()).isoformat(),
        drafted_by=about["drafted_by"],
        licence=about["licence"],
        made_from=f"the scenario {data['slug']}",
        style=Markup(stylesheet("site", "player")),
        script=Markup(script),
        script_hashes=Markup(f"'sha256-{_sha256(script)}'"),
        data=_packed(carried),
        size=len(carried),
    )


def _packed(carried: bytes) -> str:
    deflate = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return base64.b64encode(deflate.compress(carried) + deflate.flush()).decode()


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
