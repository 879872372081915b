"""From a scenario's name, or a file, to the scenario; never half of one."""

import logging
import re
from collections.abc import Collection
from pathlib import Path

from sharedground.content import folder
from sharedground.errors import NoSuchContent, ScenarioFaults
from sharedground.scenario.check import examine
from sharedground.scenario.model import Scenario
from sharedground.scenario.problems import nearest

log = logging.getLogger("sharedground")

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOT_SCENARIOS = {"help-lines"}


def scenario_files() -> dict[str, Path]:
    """The scenarios there are: the file of each under its slug, in the order of the alphabet."""
    return {
        path.stem: path
        for path in sorted(folder("scenarios").glob("*.yaml"))
        if path.stem not in NOT_SCENARIOS and not path.name.endswith(".local.yaml")
    }


def scenario_file(slug_or_path: str | Path) -> Path:
    """The file of a scenario. A word without a dot or slash is a slug, never a path.

    Raises
    ------
    NoSuchContent
        There is none; the message lists what there is.
    """
    if isinstance(slug_or_path, str) and SLUG.fullmatch(slug_or_path):
        files = scenario_files()
        if slug_or_path in files:
            return files[slug_or_path]
        near = nearest(slug_or_path, files)
        hint = f"Did you mean {near!r}? " if near else ""
        there = ", ".join(files) or "none"
        raise NoSuchContent(f"there is no scenario {slug_or_path!r}. {hint}Scenarios here: {there}.")
    path = Path(slug_or_path)
    if not path.is_file():
        raise NoSuchContent(f"there is no file {str(path)!r}. Scenarios here: {', '.join(scenario_files())}.")
    return path


def load(
    slug_or_path: str | Path, *, findings: Collection[str] | None = None, sources: Collection[str] | None = None
) -> Scenario:
    """A scenario, whole and without fault.

    Parameters
    ----------
    findings, sources
        Ids of those there are; naming any other is a fault. Without them, none is looked up.

    Raises
    ------
    NoSuchContent
        There is no such scenario or file; the message lists what there is.
    ScenarioFaults
        The file has faults; all of them are in the message and in ``problems``.
    """
    path = scenario_file(slug_or_path)
    scenario, faults = examine(path, findings=findings, sources=sources)
    if scenario is None:
        raise ScenarioFaults(faults)
    return scenario.named(path.stem)


def load_sound(
    *, findings: Collection[str] | None = None, sources: Collection[str] | None = None
) -> dict[str, Scenario]:
    """Every scenario without fault under its slug, by title; one with faults is left out, and named in the log.

    What counts as a fault, and `findings` and `sources`, are as for ``load``.
    """
    found = {}
    for slug, path in scenario_files().items():
        try:
            found[slug] = load(path, findings=findings, sources=sources)
        except ScenarioFaults as trouble:
            log.warning(
                "%s is left out, it has faults: sharedground check %s lists %d", slug, path, len(trouble.problems)
            )
    return dict(sorted(found.items(), key=lambda item: item[1].title))
