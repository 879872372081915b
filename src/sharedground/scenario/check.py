"""The check of a scenario file: every fault at once, in the order of the lines."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.check_roads import check_roads
from sharedground.scenario.check_shape import validated
from sharedground.scenario.check_sources import check_sources
from sharedground.scenario.check_story import check_story
from sharedground.scenario.check_words import check_words
from sharedground.scenario.model import Scenario
from sharedground.scenario.outline import Place
from sharedground.scenario.read import Source, read, read_bytes

MANY = 500
"""More faults than this are not listed; nobody reads on."""


def check_file(
    path: Path | str,
    *,
    findings: Collection[str] | None = None,
    sources: Collection[str] | None = None,
    called: str | None = None,
) -> list[Problem]:
    """Every fault of a scenario file, sorted by line; none when it can be used.

    Parameters
    ----------
    findings
        Ids of the findings there are; without them, findings that a scenario names are not looked up.
    sources
        Ids of the sources there are; without them, guidance that a scenario names is not looked up.
    called
        How messages call the file; its bare name by default.
    """
    return examine(Path(path), findings=findings, sources=sources, called=called)[1]


def examine(
    path: Path,
    *,
    findings: Collection[str] | None = None,
    sources: Collection[str] | None = None,
    called: str | None = None,
) -> tuple[Scenario | None, list[Problem]]:
    """The scenario and no fault, or no scenario and its faults."""
    called = called or path.name
    try:
        source = read(path)
    except OSError as trouble:
        return None, [replace(problems.cannot_open(trouble.strerror or "unknown reason"), file=called)]
    return _examined(source, findings, sources, called)


def examine_bytes(
    data: bytes,
    *,
    findings: Collection[str] | None = None,
    sources: Collection[str] | None = None,
    called: str = "scenario.yaml",
) -> tuple[Scenario | None, list[Problem]]:
    """The same for what would be in the file."""
    return _examined(read_bytes(data), findings, sources, called)


def _examined(
    source: Source, findings: Collection[str] | None, sources: Collection[str] | None, called: str
) -> tuple[Scenario | None, list[Problem]]:
    scenario: Scenario | None = None
    found: Iterator[Problem] = iter(source.faults)
    if source.complete:
        scenario, more = _looked_through(source, findings, sources)
        found = chain(found, more)
    faults = list(islice(_each_once(found), MANY + 1))
    if not faults:
        return scenario, []
    told = sorted(faults[:MANY], key=lambda fault: fault.line or 0)
    if len(faults) > MANY:
        told.append(problems.many_faults(told[-1].line or 1, MANY))
    return None, [replace(fault, file=called) for fault in told]


def _looked_through(
    source: Source, findings: Collection[str] | None, sources: Collection[str] | None
) -> tuple[Scenario | None, Iterator[Problem]]:
    if not source.tree:
        return None, iter([problems.empty_file()])
    if not isinstance(source.tree, dict):
        kind = "a list" if isinstance(source.tree, list) else "plain text"
        return None, iter([problems.not_a_scenario(source.line(()), kind)])
    scenario, faults = validated(source)
    top = Place.top(source)
    return scenario, chain(
        faults,
        check_words(source),
        check_roads(top),
        check_story(top),
        check_sources(top, findings, sources),
    )


def _each_once(faults: Iterator[Problem]) -> Iterator[Problem]:
    told: set[Problem] = set()
    for fault in faults:
        if fault not in told:
            told.add(fault)
            yield fault
