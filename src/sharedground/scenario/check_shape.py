"""Are keys, kinds of value and fixed lists right? Asks the model, and says its answers as faults with lines."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.model import Part, Scenario
from sharedground.scenario.outline import spoken
from sharedground.scenario.read import Source, Where

MANY = 50
"""More misspelt keys than this are only told of."""

REFERENCES = {"leads_to", "start", "you_are"}
"""Names of something in the file: what is wrong with one is told by whether there is such a thing."""


def validated(source: Source) -> tuple[Scenario | None, Iterator[Problem]]:
    """The scenario, or the faults of its shape.

    A misspelt key is told of, then taken as what was meant, so that what lies under it is checked as well.
    """
    told: list[Problem] = []
    while True:
        try:
            scenario = Scenario.model_validate(source.tree)
        except ValidationError as trouble:
            errors = trouble.errors(include_url=False)
            misspelt = list(islice(_misspelt(source, errors), MANY - len(told)))
            for where, meant in misspelt:
                told.append(_unknown_key(source, where))
                _rename(source, where, meant)
            if not misspelt:
                return None, chain(told, _in_words(source, errors))
        else:
            return (None if told else scenario), iter(told)


def _misspelt(source: Source, errors: list[ErrorDetails]) -> Iterator[tuple[Where, str]]:
    """Unknown keys beside which the known key they resemble is not there."""
    taken: set[Where] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *around, key = error["loc"]
            meant = problems.nearest(str(key), _known_keys(tuple(around)))
            place = (*around, meant or "")
            if meant and meant not in _value(source.tree, tuple(around)) and place not in taken:
                taken.add(place)
                yield error["loc"], meant


def _rename(source: Source, where: Where, meant: str) -> None:
    parent, key = _value(source.tree, where[:-1]), where[-1]
    renamed = {meant if each == key else each: value for each, value in parent.items()}
    parent.clear()
    parent.update(renamed)
    depth = len(where)
    for lines in (source.lines, source.last_lines):
        moved = {at: line for at, line in lines.items() if at[:depth] == where}
        lines.update({(*where[:-1], meant, *at[depth:]): line for at, line in moved.items()})
    source.muted |= {(*where[:-1], meant, *at[depth:]) for at in source.muted if at[:depth] == where}


def _in_words(source: Source, errors: list[ErrorDetails]) -> Iterator[Problem]:
    for error in errors:
        if any(error["loc"][: len(quiet)] == quiet for quiet in source.muted):
            continue
        if problem := _one(source, error):
            yield problem


def _one(source: Source, error: ErrorDetails) -> Problem | None:
    where, kind, found = error["loc"], error["type"], error["input"]
    if kind == "extra_forbidden":
        return _unknown_key(source, where)
    if where[-1:] == ("[key]",):
        return _bad_key(source, where[:-1])
    line, named, description = source.line(where), spoken(source.tree, where), _description(where)
    if kind == "missing":
        return problems.missing_key(line, spoken(source.tree, where[:-1]), str(where[-1]), description)
    if isinstance(found, str) and not found.strip():
        return problems.empty_text(line, named, description, needed=_needed(where))
    context = error.get("ctx", {})
    match kind:
        case "string_type" | "int_type":
            return problems.wrong_type(line, named, found, "text")
        case "tuple_type":
            return problems.wrong_type(line, named, found, "list")
        case "dict_type" | "model_type":
            return problems.wrong_type(line, named, found, "keys")
        case "string_too_long":
            return problems.too_long(line, named, len(found.strip()), context["max_length"], description)
        case "too_short":
            return problems.empty_list(line, named, description)
        case "int_parsing" | "int_parsing_size" | "int_from_float":
            return problems.not_a_number(line, named, str(found))
        case "less_than_equal" | "greater_than_equal":
            return problems.number_out_of_range(line, named, str(found), _range(where))
        case "literal_error" if isinstance(found, str):
            return problems.not_one_of(line, named, found, _allowed(where))
        case "literal_error":
            return problems.wrong_type(line, named, found, "text")
        case "string_pattern_mismatch" if "date" in where or "law_checked" in where:
            return problems.not_a_month(line, named, found)
        case "string_pattern_mismatch" if where[-1] in REFERENCES:
            return None
        case "string_pattern_mismatch":
            return problems.bad_id(line, "a choice" if where[-1] == "id" else named, found, _as_id(found))
    return problems.not_valid(line, named, error["msg"])


def _unknown_key(source: Source, where: Where) -> Problem:
    around = where[:-1]
    known = list(_known_keys(around))
    return problems.unknown_key(source.line(where), spoken(source.tree, around), str(where[-1]), known)


def _bad_key(source: Source, where: Where) -> Problem | None:
    """A key that cannot be an id; whose voice or diary it is, is a question for the people."""
    if where[-2] in ("voices", "diary"):
        return None
    name, kind = str(where[-1]), str(where[-2])
    singular = {"people": "a person", "places": "a place", "scenes": "a scene", "endings": "an ending"}[kind]
    return problems.bad_id(source.line(where), singular, name, _as_id(name))


def _as_id(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40].strip("-")


def _value(tree: Any, where: Where) -> Any:
    for step in where:
        tree = tree[step]
    return tree


def _model_at(where: Where) -> type[Part] | None:
    """The part of the model that stands at a place."""
    part: type[Part] | None = Scenario
    inside = iter(where)
    for step in inside:
        if part is None or step not in part.model_fields:
            return None
        field = part.model_fields[str(step)]
        part = _part_in(field.annotation)
        if part and get_args(field.annotation):  # a list of parts, or parts by name
            next(inside, None)
    return part


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for each in get_args(annotation) if (part := _part_in(each))), None)


def _known_keys(where: Where) -> list[str]:
    part = _model_at(where)
    return list(part.model_fields) if part else []


def _field(where: Where) -> FieldInfo | None:
    """The field a place belongs to; an entry of a list belongs to the list's."""
    while where:
        part = _model_at(where[:-1])
        if part and where[-1] in part.model_fields:
            return part.model_fields[str(where[-1])]
        where = where[:-1]
    return None


def _needed(where: Where) -> bool:
    field = _field(where)
    return field is not None and field.is_required()


def _description(where: Where) -> str:
    field = _field(where)
    return (field.description or "") if field else ""


def _allowed(where: Where) -> list[str]:
    field = _field(where)
    return list(_literals(field.annotation)) if field else []


def _literals(annotation: Any) -> Iterator[str]:
    for each in get_args(annotation):
        if isinstance(each, str):
            yield each
        else:
            yield from _literals(each)


def _range(where: Where) -> str:
    field = _field(where)
    limits = {type(each).__name__.lower(): each for each in field.metadata} if field else {}
    low, high = limits["ge"].ge, limits["le"].le
    return str(low) if low == high else f"between {low} and {high}"
