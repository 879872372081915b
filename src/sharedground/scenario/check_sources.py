"""Are the findings and the guidance a scenario names in the evidence?"""

from collections.abc import Collection, Iterator

from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.outline import Place, spoken

MANY = 50
"""More unknown names than this are not guessed at."""


def check_sources(top: Place, findings: Collection[str] | None, sources: Collection[str] | None) -> Iterator[Problem]:
    """Names that are not in the evidence; each kind is looked up only where there is something to look in."""
    if findings is not None:
        for place, guesses in _unknown(_findings(top), findings):
            choice = spoken(place.source.tree, place.where[:-2])
            yield problems.unknown_finding(place.line, choice, place.words, guesses)
    if sources is not None:
        for place, guesses in _unknown(top["about"]["maps_to"].rows(), sources):
            yield problems.unknown_source(place.line, place.words, guesses)


def _findings(top: Place) -> Iterator[Place]:
    for _, scene in top["scenes"].entries():
        for choice in scene["choices"].rows():
            yield from choice["findings"].rows()


def _unknown(named: Iterator[Place], known: Collection[str]) -> Iterator[tuple[Place, Collection[str]]]:
    unknown = (place for place in named if place.words and place.words not in known)
    for number, place in enumerate(unknown):
        yield place, known if number < MANY else ()
