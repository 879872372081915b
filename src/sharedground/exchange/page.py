"""A scenario as one HTML file that plays by double click and asks the network for nothing."""

import base64
import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from sharedground.charts.cache import ensure
from sharedground.evidence import Evidence
from sharedground.pages import module, stylesheet
from sharedground.pages.templates import page as filled
from sharedground.play.debrief import figures_of
from sharedground.play.player_data import player_data
from sharedground.scenario import Scenario

DATA = "sharedground-data"
KEEPS_TO_ITSELF = "This file asks the network for nothing and sends nothing."


def scenario_page(scenario: Scenario, evidence: Evidence, help_lines: dict[str, Any]) -> str:
    """One scenario with all its figures as a page; figures that were never drawn are drawn now."""
    figures = ensure(figures_of(scenario, evidence).values())
    return page(player_data(scenario, evidence, help_lines), figures)


def page(
    data: dict[str, Any],
    figures: dict[str, str],
    *,
    made_on: date | None = None,
    script: str = "single",
    promise: str = KEEPS_TO_ITSELF,
) -> str:
    """The scenario of `data` (player data, format 1) with its `figures` (name to SVG), as one self-contained page.

    Parameters
    ----------
    script
        Which of ``pages/*.js`` plays it.
    promise
        What the page says it sends, and to whom.
    """
    about = data["about"]
    return self_contained(
        [Part.of(DATA, {**data, "figures": figures})],
        title=data["title"],
        version=data["version"],
        made_on=made_on,
        drafted_by=about["drafted_by"],
        licence=about["licence"],
        made_from=f"the scenario {data['slug']}",
        script=script,
        promise=promise,
    )


@dataclass(frozen=True)
class Part:
    """Something a page carries, packed, so that nobody meets both sides of a decision by looking at the source."""

    id: str
    packed: str
    size: int

    @classmethod
    def of(cls, part_id: str, carried: Any) -> "Part":
        data = json.dumps(carried, ensure_ascii=False, separators=(",", ":")).encode()
        deflate = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
        return cls(part_id, base64.b64encode(deflate.compress(data) + deflate.flush()).decode(), len(data))


def self_contained(parts: list[Part], *, made_on: date | None, script: str, **words: str) -> str:
    """A page of those parts. Its content security policy forbids it to load or send, and to run another script."""
    code = module(script)
    return filled(
        "page.html",
        date=(made_on or date.today()).isoformat(),
        style=Markup(stylesheet("site", "player")),
        script=Markup(code),
        script_hashes=Markup(f"'sha256-{_sha256(code)}'"),
        parts=parts,
        **words,
    )


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
