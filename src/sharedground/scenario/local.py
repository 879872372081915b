"""A local layer: names, words and help lines of one's own on top of a scenario, whose logic it cannot touch."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sharedground.content import folder
from sharedground.errors import ScenarioFaults
from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.check_shape import validated
from sharedground.scenario.check_words import check_words
from sharedground.scenario.load import load, scenario_file, scenario_files
from sharedground.scenario.model import Scenario
from sharedground.scenario.outline import Place
from sharedground.scenario.read import Source, Where, read

ENDING = ".local.yaml"
KEYS = ("format", "of", "names", "words", "help_lines")
HELP_KEYS = ("awake_now", "note")
LINE_KEYS = ("label", "phone", "detail", "checked")
PHONE = re.compile(r"\+?\d[\d ]*")
WORDS = {"title", "summary", "heading", "who_decides", "text", "in_short", "question", "label", "named", "reasoning"}
WORDS |= {"handover", "job", "legal_status", "facilitator_notes"}
LISTS = {"content_notes", "what_matters", "pressures", "could_also", "whatever_you_choose", "discuss"}
BY_PERSON = {"voices", "diary"}
EVIDENCE = {"known", "not_known", "findings"}
CHANGED_HERE = ", with names and words changed locally"


@dataclass(frozen=True)
class Adapted:
    """A scenario with a local layer on it, and the help lines to show in place of those of the file."""

    scenario: Scenario
    help_lines: dict[str, Any]


def local_files() -> list[Path]:
    """The local layers beside the scenarios."""
    return sorted(folder("scenarios").glob(f"*{ENDING}"))


def is_local(path: Path) -> bool:
    return path.name.endswith(ENDING)


def check_local(path: Path, *, called: str | None = None) -> list[Problem]:
    """Every fault of a local layer, sorted by line; none when it can be used."""
    return _examine(path, called or path.name)[1]


def adapt(path: Path, *, to: str | None = None) -> Adapted:
    """The scenario a layer is for, with the layer on it; `to` is the scenario one expects.

    Raises
    ------
    ScenarioFaults
        The layer, or the scenario beneath, has faults; all of them are in the message.
    """
    adapted, faults = _examine(path, str(path), to)
    if adapted is None:
        raise ScenarioFaults(faults)
    return adapted


def _examine(path: Path, called: str, to: str | None = None) -> tuple[Adapted | None, list[Problem]]:
    try:
        source = read(path)
    except OSError as trouble:
        return None, [replace(problems.cannot_open(trouble.strerror or "unknown reason"), file=called)]
    faults = list(source.faults)
    top = Place.top(source)
    adapted = None
    if source.complete and not isinstance(top.value, dict):
        faults.append(problems.wrong_type(1, "the file", top.value or None, "keys"))
    elif source.complete:
        faults += [*check_words(source), *_keys(top), *_help_faults(top["help_lines"])]
        slug = top["of"].words
        if slug not in scenario_files():
            if slug:
                faults.append(problems.not_one_of(top["of"].line, "'of'", slug, list(scenario_files())))
        elif to and slug != to:
            faults.append(problems.other_scenario(top["of"].line, slug, to))
        else:
            try:
                base = load(slug)
            except ScenarioFaults as trouble:
                return None, trouble.problems
            beneath = read(scenario_file(slug))
            faults += _lay_on(top, beneath)
            scenario, wrong = validated(beneath)
            faults += wrong
            if scenario and not faults:
                adapted = Adapted(_named_as_changed(scenario, base), _help(top["help_lines"]))
    in_order = sorted(dict.fromkeys(faults), key=lambda fault: fault.line or 0)
    return adapted, [replace(fault, file=called) for fault in in_order]


def _keys(top: Place) -> Iterator[Problem]:
    for key, place in top.entries():
        if key not in KEYS:
            yield problems.unknown_key(place.line, "the file", key, KEYS)
    if not top["of"].words:
        yield problems.missing_key(top["of"].line, "the file", "of", "The name of the scenario it is for.")
    if top["format"].words != "1":
        yield problems.not_one_of(top["format"].line, "'format'", top["format"].words or "nothing", ["1"])
    for key in ("names", "words", "help_lines"):
        if top[key].is_there and not isinstance(top[key].value, dict):
            yield problems.wrong_type(top[key].line, repr(key), top[key].value, "keys")


def _lay_on(top: Place, beneath: Source) -> list[Problem]:
    """Change the scenario as read; a changed place gets its line in the layer, so that faults are told there."""
    names, faults = _names(top["names"], beneath)
    if names:
        _rename(beneath.tree, names)
    for path, place in top["words"].entries():
        where = _where(beneath.tree, path)
        if not isinstance(place.value, str):
            faults.append(problems.wrong_type(place.line, f"the words for {problems.shown(path)}", place.value, "text"))
        elif not place.words:
            faults.append(problems.empty_text(place.line, f"the words for {problems.shown(path)}", "", needed=False))
        elif where is None:
            faults.append(problems.no_such_words(place.line, path, _paths(beneath.tree)))
        elif not _is_wording(where):
            faults.append(problems.not_wording(place.line, path, is_evidence=bool(EVIDENCE & set(map(str, where)))))
        else:
            _at(beneath.tree, where[:-1])[where[-1]] = place.value
            beneath.lines[where] = place.line
    return faults


def _names(place: Place, beneath: Source) -> tuple[dict[str, str], list[Problem]]:
    """New names by the old ones."""
    there = {**(beneath.tree.get("places") or {}), **beneath.tree["people"]}
    names, faults = {}, []
    for name, new in place.entries():
        if name not in there:
            faults.append(problems.unknown_name(new.line, name, list(there)))
        elif not isinstance(new.value, str):
            faults.append(problems.wrong_type(new.line, f"the new name of {problems.shown(name)}", new.value, "text"))
        elif not new.words:
            faults.append(problems.empty_text(new.line, f"the new name of {problems.shown(name)}", "", needed=True))
        else:
            names[there[name]["name"].strip()] = new.words
    return names, faults


def _rename(tree: dict[str, Any], names: dict[str, str]) -> None:
    """All at once, so that two people may swap names; ids and what is no wording stay."""
    longest_first = sorted(names, key=len, reverse=True)
    old = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    for where, words in list(_texts(tree)):
        if where[-1] == "name" or _is_wording(where) or EVIDENCE & {where[-1]}:
            _at(tree, where[:-1])[where[-1]] = old.sub(lambda found: names[found[0]], words)


def _texts(value: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value
    else:
        under = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in under:
            yield from _texts(each, (*where, key))


def _is_wording(where: Where) -> bool:
    if where[0] in ("about", "places"):
        return False
    if isinstance(where[-1], int):
        return where[-2] in LISTS
    return where[-1] in WORDS or (len(where) > 1 and where[-2] in BY_PERSON)


def _where(tree: Any, path: str) -> Where | None:
    """The place of a text by its path; entries of a list are counted from 1, choices go by their id as well."""
    where: list[str | int] = []
    here = tree
    for step in path.split("."):
        key: str | int = step
        if isinstance(here, list):
            ids = [each.get("id") if isinstance(each, dict) else None for each in here]
            key = ids.index(step) if step in ids else int(step) - 1 if step.isdecimal() else -1
            if not 0 <= key < len(here):
                return None
        elif not isinstance(here, dict) or key not in here:
            return None
        here = here[key]
        where.append(key)
    return tuple(where) if isinstance(here, str) else None


def _paths(tree: Any) -> list[str]:
    """Every text that may be changed, as an author would write its path."""
    return [_path(tree, where) for where, _ in _texts(tree) if _is_wording(where)]


def _path(tree: Any, where: Where) -> str:
    steps, here = [], tree
    for key in where:
        here = here[key]
        if isinstance(key, int):
            key = here["id"] if isinstance(here, dict) and "id" in here else str(key + 1)
        steps.append(key)
    return ".".join(steps)


def _at(tree: Any, where: Where) -> Any:
    for key in where:
        tree = tree[key]
    return tree


def _named_as_changed(scenario: Scenario, base: Scenario) -> Scenario:
    """Under the same name, and saying that it is not word for word what was drafted and reviewed."""
    about = scenario.about.model_copy(update={"drafted_by": base.about.drafted_by + CHANGED_HERE})
    return scenario.model_copy(update={"about": about}).named(base.slug)


def _help_faults(place: Place) -> Iterator[Problem]:
    for key, under in place.entries():
        if key not in HELP_KEYS:
            yield problems.unknown_key(under.line, "'help_lines'", key, HELP_KEYS)
    awake, note = place["awake_now"], place["note"]
    if note.is_there and not isinstance(note.value, str):
        yield problems.wrong_type(note.line, "'note' of 'help_lines'", note.value, "text")
    if awake.is_there and not isinstance(awake.value, list):
        yield problems.wrong_type(awake.line, "'awake_now' of 'help_lines'", awake.value, "list")
    for number, line in enumerate(awake.rows(), 1):
        named = f"line {number} of 'awake_now'"
        if not isinstance(line.value, dict):
            yield problems.wrong_type(line.line, named, line.value, "keys")
            continue
        for key, under in line.entries():
            if key not in LINE_KEYS:
                yield problems.unknown_key(under.line, named, key, LINE_KEYS)
            elif not isinstance(under.value, str):
                yield problems.wrong_type(under.line, f"{key!r} of {named}", under.value, "text")
        if not line["label"].is_there:
            yield problems.missing_key(line.line, named, "label", "Who answers.")
        if line["phone"].words and not PHONE.fullmatch(line["phone"].words):
            yield problems.odd_phone(line["phone"].line, f"'phone' of {named}", line["phone"].words)


def _help(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = deepcopy({key: under.value for key, under in place.entries()})
    if "awake_now" in found:
        found["awake_now"] = [{key: line.get(key, "") for key in LINE_KEYS} for line in found["awake_now"]]
    return found
