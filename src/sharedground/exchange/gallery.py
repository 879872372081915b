"""All scenarios as one HTML file, with a list to choose from; like the page of one, it asks the network for nothing."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sharedground import __version__
from sharedground.charts.cache import ensure
from sharedground.evidence import Evidence
from sharedground.exchange.page import DATA, KEEPS_TO_ITSELF, Part, self_contained
from sharedground.play.debrief import figures_of
from sharedground.play.player_data import catalogue, player_data
from sharedground.scenario import Scenario


def gallery_page(
    scenarios: Collection[Scenario], evidence: Evidence, help_lines: dict[str, Any], *, made_on: date | None = None
) -> str:
    """The page. Each scenario is a part of its own, unpacked when it is opened; a figure of two is carried once."""
    specs = {name: spec for scenario in scenarios for name, spec in figures_of(scenario, evidence).items()}
    parts = [
        Part.of(DATA, {"catalogue": catalogue(scenarios), "help": help_lines}),
        *(Part.of(f"scenario-{each.slug}", player_data(each, evidence, {})) for each in scenarios),
        Part.of("sharedground-figures", ensure(specs.values())),
    ]
    return self_contained(
        parts,
        title="Scenarios to decide",
        version=__version__,
        made_on=made_on,
        drafted_by=_each_once(scenario.about.drafted_by for scenario in scenarios),
        licence=_each_once(scenario.about.licence for scenario in scenarios),
        made_from=f"{len(scenarios)} scenarios",
        script="all-scenarios",
        promise=KEEPS_TO_ITSELF,
    )


def _each_once(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words))
