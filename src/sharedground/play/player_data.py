"""Everything the player needs for one scenario, as plain data (format 1); the same for every host."""

from collections.abc import Iterable
from typing import Any

from sharedground import __version__
from sharedground.evidence import Evidence
from sharedground.evidence.cards import card
from sharedground.play.debrief import debrief
from sharedground.scenario.compile import compile_scenario, not_reviewed_by
from sharedground.scenario.model import Scenario, in_words


def player_data(scenario: Scenario, evidence: Evidence, help_lines: dict[str, Any]) -> dict[str, Any]:
    """The scenes without their costs, then apart from them the debrief of each fork and its findings.

    The player shows nothing of ``debrief`` before a choice is made. Facilitator notes are nowhere in it.
    """
    debriefs = {fork_id: debrief(scenario, fork_id, evidence) for fork_id in scenario.forks}
    shown = dict.fromkeys(
        finding
        for each in debriefs.values()
        for part in (
            each["words"],
            *(figure["findings"] for figure in each["figures"] if figure["kind"] != "contrast"),
        )
        for finding in part
    )
    titles = {key: source["title"] for key, source in evidence.sources.items()}
    return {
        "format": 1,
        "version": __version__,
        **compile_scenario(scenario, titles=titles),
        "help": help_lines,
        "debrief": debriefs,
        "findings": {finding: card(evidence.findings[finding], evidence) for finding in shown},
    }


def catalogue(scenarios: Iterable[Scenario]) -> list[dict[str, Any]]:
    """The scenarios as lines of a list, by title: what one needs to decide whether to open one."""
    return sorted((_entry(scenario) for scenario in scenarios), key=lambda entry: entry["title"])


def _entry(scenario: Scenario) -> dict[str, Any]:
    return {
        "slug": scenario.slug,
        "title": scenario.title,
        "summary": scenario.summary,
        "minutes": scenario.about.minutes,
        "setting": scenario.about.setting,
        "content_notes": list(scenario.content_notes),
        "not_reviewed_by": not_reviewed_by(scenario),
        "forks": [
            {"id": fork_id, "heading": fork.heading or in_words(fork_id), "question": fork.question}
            for fork_id, fork in scenario.forks.items()
        ],
    }
