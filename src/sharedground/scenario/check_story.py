"""Does the story hold what this toolkit is for: two sides and a third, everybody in it, and the law?"""

from collections.abc import Iterator
from typing import Any, get_args

from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.outline import Place, spoken
from sharedground.words import BEARERS, HOSPITAL_SETTINGS, SETTINGS, STANCES, Role

ROLES = get_args(Role)
BOTH_SIDES = ("risk_averse", "collaborative")


def check_story(top: Place) -> Iterator[Problem]:
    """Faults of people, forks and law."""
    yield from _people(top)
    yield from _law(top)
    yield from _consequences(top)
    for _, scene in top["scenes"].entries():
        yield from _question(scene)
    forks = [scene for _, scene in top["scenes"].entries() if scene["choices"].is_there]
    has_family = "family" in _roles(top)
    for fork in forks:
        yield from _fork(fork)
        yield from _choices(fork, has_family)
    stances = [_stance(choice) for fork in forks for choice in fork["choices"].rows()]
    if forks and not {"unsupported", None}.intersection(stances):
        yield problems.no_unsupported(top["scenes"].line)


def _named(place: Place) -> str:
    return spoken(place.source.tree, place.where)


# People and law


def _roles(top: Place) -> list[str | None]:
    """The role of each; None where it is missing or unlike any."""
    return [problems.nearest(person["role"].words, ROLES) for _, person in top["people"].entries()]


def _people(top: Place) -> Iterator[Problem]:
    people = top["people"]
    if not isinstance(people.value, dict):
        return
    if not {"person", None}.intersection(_roles(top)):
        yield problems.no_person(people.line)
    strangers: dict[str, list[Place]] = {}
    for _, scene in [*top["scenes"].entries(), *top["endings"].entries()]:
        for said in [*scene["voices"].entries(), *scene["diary"].entries()]:
            if said[0] not in people.value:
                strangers.setdefault(said[0], []).append(said[1])
        if scene["you_are"].is_there and scene["you_are"].words not in people.value:
            strangers.setdefault(scene["you_are"].words, []).append(scene["you_are"])
    for name, (first, *others) in strangers.items():
        lines = [each.line for each in others]
        yield problems.nobody_in_people(first.line, _named(first), name, list(people.value), lines)


def _law(top: Place) -> Iterator[Problem]:
    setting = problems.nearest(top["about"]["setting"].words, SETTINGS)
    if setting not in HOSPITAL_SETTINGS:
        return
    for _, person in top["people"].entries():
        if problems.nearest(person["role"].words, ROLES) == "person" and person["legal_status"].value is None:
            yield problems.no_legal_status(person.line, _named(person), setting)
    for _, scene in top["scenes"].entries():
        if scene["choices"].is_there and scene["who_decides"].value is None:
            yield problems.no_who_decides(scene.line, _named(scene), setting)


# What follows


def _consequences(top: Place) -> Iterator[Problem]:
    """Whatever a choice leads to says what followed and what else could have."""
    targets = dict.fromkeys(
        choice["leads_to"].words for _, scene in top["scenes"].entries() for choice in scene["choices"].rows()
    )
    for target in targets:
        for kind in ("scenes", "endings"):
            place = top[kind][target]
            if isinstance(place.value, dict) and place.value:
                missing = [key for key in ("in_short", "could_also") if place[key].value in (None, [])]
                if missing:
                    yield problems.nothing_followed(place.line, _named(place), missing)


# Forks


def _question(scene: Place) -> Iterator[Problem]:
    if scene["choices"].is_there and scene["question"].value is None:
        yield problems.choices_without_question(scene.line, _named(scene))
    if scene["question"].is_there and scene["choices"].value in (None, []):
        yield problems.question_without_choices(scene["question"].line, _named(scene))


def _fork(fork: Place) -> Iterator[Problem]:
    choices = list(fork["choices"].rows())
    if not choices:
        return
    if len(choices) == 1:
        yield problems.too_few_choices(fork.line, _named(fork))
    else:
        stances = [_stance(choice) for choice in choices]
        missing = [stance for stance in BOTH_SIDES if stance not in stances]
        if len(missing) > stances.count(None):
            yield problems.stances_missing(fork.line, _named(fork), missing)
    missing = [key for key in ("known", "not_known") if fork[key].value is None]
    if missing:
        yield problems.not_known_missing(fork.line, _named(fork), missing)


def _stance(choice: Place) -> str | None:
    """How it was decided; None where that is missing or unlike any, which is told elsewhere."""
    return problems.nearest(choice["stance"].words, STANCES)


def _choices(fork: Place, has_family: bool) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for choice in fork["choices"].rows():
        if not isinstance(choice.value, dict) or not choice.value:
            continue
        name = choice["id"].words
        if name in first:
            yield problems.duplicate_choice(choice["id"].line, name, first[name])
        elif name:
            first[name] = choice["id"].line
        missing = [key for key in ("costs", "gives") if choice[key].value in (None, [])]
        if missing:
            yield problems.one_sided(choice.line, _named(choice), missing)
        elif has_family and not _speaks_of_family(choice):
            yield problems.family_left_out(choice.line, _named(choice))


def _speaks_of_family(choice: Place) -> bool:
    effects = [*choice["costs"].rows(), *choice["gives"].rows()]
    words: list[Any] = [effect["to"].words for effect in effects]
    words += [row.words for row in choice["nobody_asked"].rows()]
    shapeless = any(isinstance(choice[key].value, (str, dict)) for key in ("costs", "gives", "nobody_asked"))
    return shapeless or "family" in words or any(problems.nearest(word, BEARERS) == "family" for word in words)
