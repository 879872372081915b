"""A scenario as a SCORM 1.2 package: the single page, with a manifest by which a learning platform takes it."""

import io
import zipfile
from datetime import date
from typing import Any

from sharedground.charts.cache import ensure
from sharedground.evidence import Evidence
from sharedground.exchange.page import page
from sharedground.pages.templates import page as filled
from sharedground.play.debrief import figures_of
from sharedground.play.player_data import player_data
from sharedground.scenario import Scenario

LAUNCHED = "index.html"
MANIFEST = "imsmanifest.xml"
TELLS_THE_PLATFORM = (
    "This page asks the network for nothing. It tells the learning platform your place, your time here and whether "
    "you finished, and nothing of what you write."
)


def scenario_package(scenario: Scenario, evidence: Evidence, help_lines: dict[str, Any]) -> bytes:
    """One scenario with all its figures as a package; figures that were never drawn are drawn now."""
    figures = ensure(figures_of(scenario, evidence).values())
    return package(player_data(scenario, evidence, help_lines), figures)


def package(data: dict[str, Any], figures: dict[str, str], *, made_on: date | None = None) -> bytes:
    """The zip of one unit (a SCO): manifest and page, both at its root. The same on the same day, byte for byte."""
    made_on = made_on or date.today()
    course = page(data, figures, made_on=made_on, script="course", promise=TELLS_THE_PLATFORM)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, text in ((MANIFEST, manifest(data)), (LAUNCHED, course)):
            entry = zipfile.ZipInfo(name, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, text.encode())
    return written.getvalue()


def manifest(data: dict[str, Any]) -> str:
    """What the platform reads first. Its ids begin with a letter, whatever the scenario is called."""
    return filled(
        MANIFEST,
        id=f"sharedground-{data['slug']}",
        version=data["version"],
        title=data["title"],
        files=[LAUNCHED],
    )
