"""Does every road lead somewhere, can every scene be reached, and an ending from each of them?"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.outline import Place, spoken
from sharedground.scenario.problems import shown
from sharedground.scenario.roads import reached, rounds, turned_round

MANY = 50
"""More lost roads than this are not guessed at."""


@dataclass
class _Map:
    """The roads as far as they can be told. A scene whose way on is not known may lead anywhere."""

    scenes: dict[str, Place]
    endings: dict[str, Place]
    roads: dict[str, list[str]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    order: dict[str, int] = field(default_factory=dict)
    lost: dict[str, list[Place]] = field(default_factory=dict)
    """Targets that are not there, and the ``leads_to`` that name them."""


def check_roads(top: Place) -> Iterator[Problem]:
    """Faults of the roads; quiet where scenes or endings are missing altogether, which is told elsewhere."""
    if not (isinstance(top["scenes"].value, dict) and isinstance(top["endings"].value, dict)):
        return
    ground = _mapped(top)
    names = [*ground.scenes, *ground.endings]
    for name in ground.scenes:
        if name in ground.endings:
            yield problems.duplicate_id(ground.endings[name].line, name, ground.scenes[name].line)
    for target, places in ground.lost.items():
        first, *others = places
        yield problems.leads_nowhere(first.line, _who(first), target, names, [each.line for each in others])
    start = top["start"].words
    if start and start not in ground.scenes:
        yield problems.start_not_there(top["start"].line, start, list(ground.scenes))
        start = problems.nearest(start, ground.scenes) or ""
    yield from _ways_on(ground)
    if start and ground.scenes:
        met = reached(ground.roads, [start])
        if not met & ground.unsure:
            yield from _unreachable(ground, met)
        yield from _no_ending(ground, met)


def _mapped(top: Place) -> _Map:
    ground = _Map(dict(top["scenes"].entries()), dict(top["endings"].entries()))
    names = [*ground.scenes, *ground.endings]
    ground.order.update((name, at) for at, name in enumerate(names))
    ground.roads.update({name: [] for name in ground.endings})
    for name, scene in ground.scenes.items():
        ways = [choice["leads_to"] for choice in scene["choices"].rows()]
        if scene["leads_to"].is_there:
            ways.append(scene["leads_to"])
        targets = []
        for way in ways:
            target = way.words
            if target and target not in ground.scenes and target not in ground.endings:
                ground.lost.setdefault(target, []).append(way)
                target = problems.nearest(target, names if len(ground.lost) < MANY else ()) or ""
            if target:
                targets.append(target)
            else:
                ground.unsure.add(name)
        if not targets:
            ground.unsure.add(name)
        ground.roads[name] = targets
    return ground


def _who(way: Place) -> str:
    """Who leads there: the choice or the scene that says ``leads_to``."""
    return spoken(way.source.tree, way.where[:-1])


def _ways_on(ground: _Map) -> Iterator[Problem]:
    for name, scene in ground.scenes.items():
        if not isinstance(scene.value, dict) or not scene.value:
            continue
        chooses, goes_on = scene["choices"].value is not None, scene["leads_to"].value is not None
        if scene["choices"].value == []:
            chooses = False
        if chooses and goes_on:
            yield problems.two_ways_on(scene["leads_to"].line, f"scene {shown(name)}")
        elif not chooses and not goes_on and not scene["question"].is_there:
            yield problems.no_way_on(scene.line, f"scene {shown(name)}")


def _unreachable(ground: _Map, met: set[str]) -> Iterator[Problem]:
    """One fault for each place where a stretch of the story is cut off, not for each scene after it."""
    cut_off = [name for name in ground.roads if name not in met]
    back = turned_round(ground.roads)
    told: set[str] = set()
    for first in sorted(cut_off, key=lambda name: any(before != name for before in back[name])):
        if first not in told:
            after = reached(ground.roads, [first]) - met - told
            told |= after
            place = ground.scenes.get(first) or ground.endings[first]
            kind = "scene" if first in ground.scenes else "ending"
            others = sorted(after - {first}, key=ground.order.__getitem__)
            yield problems.unreachable(place.line, f"{kind} {shown(first)}", others)


def _no_ending(ground: _Map, met: set[str]) -> Iterator[Problem]:
    """One fault for each round the story cannot leave, not for each scene on the way to it."""
    ends = reached(turned_round(ground.roads), [*ground.endings, *ground.unsure])
    for group in rounds(ground.roads):
        inside = set(group)
        leaves = any(target not in inside for name in group for target in ground.roads[name])
        if not inside & ends and not leaves and inside & met:
            first = min(group, key=lambda name: ground.scenes[name].line)
            yield problems.no_ending(ground.scenes[first].line, _once_round(ground, first, inside))


def _once_round(ground: _Map, first: str, inside: set[str]) -> list[str]:
    """The scenes of a round in an order one can follow, the first again at the end."""
    way = [first]
    while True:
        targets = [name for name in ground.roads[way[-1]] if name in inside]
        onward = next((name for name in targets if name not in way), None)
        if onward is None:
            return [*way, first] if len(way) > 1 else way
        way.append(onward)
