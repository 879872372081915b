"""Which scene leads where: reaching, going round, and how far it still is. Knows names and roads only."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

Roads = Mapping[str, Sequence[str]]
"""For each scene or ending the names it leads to; an ending leads to none."""


def reached(roads: Roads, starts: Iterable[str]) -> set[str]:
    """Everything that can be reached from `starts`, themselves included."""
    found = set(starts)
    ahead = deque(found)
    while ahead:
        for name in roads.get(ahead.popleft(), ()):
            if name not in found:
                found.add(name)
                ahead.append(name)
    return found


def turned_round(roads: Roads) -> dict[str, list[str]]:
    """The same roads walked backwards."""
    back: dict[str, list[str]] = {name: [] for name in roads}
    for name, targets in roads.items():
        for target in targets:
            back.setdefault(target, []).append(name)
    return back


def rounds(roads: Roads) -> list[list[str]]:
    """Groups of scenes from which each other of the group can be reached; most hold one scene.

    In an order in which a group comes after all groups it leads to (Tarjan 1972, without recursion).
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    grouped: set[str] = set()
    groups: list[list[str]] = []
    for first in roads:
        if first in number:
            continue
        walk = [(first, iter(roads[first]))]
        number[first] = low[first] = len(number)
        waiting.append(first)
        while walk:
            name, targets = walk[-1]
            for target in targets:
                if target not in roads or target in grouped:
                    continue
                if target not in number:
                    number[target] = low[target] = len(number)
                    waiting.append(target)
                    walk.append((target, iter(roads[target])))
                    break
                low[name] = min(low[name], number[target])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[name])
                if low[name] == number[name]:
                    at = waiting.index(name)
                    groups.append(waiting[at:])
                    grouped.update(waiting[at:])
                    del waiting[at:]
    return groups


def forks_ahead(roads: Roads, forks: Iterable[str]) -> dict[str, tuple[int, int]]:
    """For each name the fewest and the most forks from there to an ending, itself included.

    A fork met again by going round counts once, so that the most is bounded.
    """
    is_fork = set(forks)
    fewest = {name: 0 for name, targets in roads.items() if not targets}
    ahead, back = deque(fewest), turned_round(roads)
    while ahead:
        name = ahead.popleft()
        for before in back[name]:
            steps = fewest[name] + (before in is_fork)
            if steps < fewest.get(before, steps + 1):
                fewest[before] = steps
                ahead.append(before)
    most: dict[str, int] = {}
    for group in rounds(roads):
        beyond = [most[target] for name in group for target in roads[name] if target in most]
        own = sum(name in is_fork for name in group)
        most.update(dict.fromkeys(group, own + max(beyond, default=0)))
    return {name: (fewest.get(name, 0), most[name]) for name in roads}
