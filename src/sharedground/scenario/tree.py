"""YAML parser events put together to plain values, with the line of each and the faults of writing YAML.

Events are read rather than nodes: they are faster, nest without recursion, and show aliases and duplicate keys
before anything is made of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from sharedground.faults import Problem
from sharedground.scenario import problems

MAX_DEPTH = 12

Where = tuple[str | int, ...]
"""The way to a value from the top of the file: keys and, in lists, numbers from 0."""


@dataclass
class Tree:
    """What was read: plain values, the line of each, and the faults met on the way."""

    tree: Any = None
    lines: dict[Where, int] = field(default_factory=dict)
    """Line of each key, list entry and the whole, counted from 1."""
    last_lines: dict[Where, int] = field(default_factory=dict)
    """Where a text of several lines ends."""
    faults: list[Problem] = field(default_factory=list)
    muted: set[Where] = field(default_factory=set)
    """Places already told of, whose contents need no further word."""
    complete: bool = False
    """Whether the file was read to its end."""

    def line(self, where: Where) -> int:
        """The line of that place, or of the nearest place around it."""
        while where not in self.lines and where:
            where = where[:-1]
        return self.lines.get(where, 1)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


@dataclass
class _Open:
    """A mapping or list that is being read."""

    where: Where
    values: dict[str, Any] | list[Any]
    is_key: bool = False
    key: str | None = None
    key_line: int = 0
    let_go: bool = False
    """The value that comes next is read but not kept."""


class _TooDeepError(Exception):
    """Nesting went past what any scenario needs."""


class Builder:
    """Puts parser events together; what may not stand where it stands is read, told of and let go."""

    def __init__(self, source: Tree) -> None:
        self.source = source
        self.open: list[_Open] = []
        self.names: dict[str, list[int]] = {}  # lines on which YAML anchors and aliases stand
        self.long_quote = (0, 0)  # first and last line of the last quoted text of several lines

    def build(self, events: Iterator[Any]) -> None:
        try:
            for event in events:
                if type(event) is yaml.DocumentStartEvent and self.source.lines:
                    self.source.faults.append(problems.several_documents(_line(event)))
                    return
                self._take(event)
            self.source.complete = True
        except _TooDeepError:
            pass
        finally:
            self.source.faults.extend(problems.alias(name, lines) for name, lines in self.names.items())

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._note_oddities(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._note_oddities(event)
            self._start(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._note_oddities(event)
            self._start(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            closed = self.open.pop()
            if closed.is_key:
                self._key("?", self.open[-1].key_line, keep=False)
        elif kind is yaml.AliasEvent:
            self._alias(event)

    def _note_oddities(self, event: Any) -> None:
        if event.anchor:
            self.names.setdefault(event.anchor, []).append(_line(event))
        if event.tag:
            self.source.faults.append(problems.tag(_line(event), event.tag))

    def _alias(self, event: Any) -> None:
        line = _line(event)
        self.names.setdefault(event.anchor, []).append(line)
        if self._wants_key():
            self._key("*" + event.anchor, line, keep=False)
        else:
            self.source.muted.add(self._place("", line))

    def _scalar(self, event: Any) -> None:
        line, last = _line(event), int(event.end_mark.line) + 1
        if last > line and event.style in ("'", '"'):
            self.long_quote = (line, last)
        if self._wants_key():
            self._key(event.value, line)
        else:
            nothing = event.implicit[0] and event.value in ("~", "null")
            where = self._place("" if nothing else event.value, line)
            self.source.last_lines[where] = last

    def _start(self, event: Any, values: dict[str, Any] | list[Any]) -> None:
        line = _line(event)
        if len(self.open) >= MAX_DEPTH:
            self.source.faults.append(problems.too_deep(line, MAX_DEPTH))
            raise _TooDeepError
        if self._wants_key():
            self.source.faults.append(problems.odd_key(line))
            self.open[-1].key_line = line
            self.open.append(_Open((*self.open[-1].where, "?"), values, is_key=True))
        else:
            self.open.append(_Open(self._place(values, line), values))

    def _wants_key(self) -> bool:
        return bool(self.open) and self.open[-1].key is None and isinstance(self.open[-1].values, dict)

    def _key(self, key: str, line: int, *, keep: bool = True) -> None:
        top = self.open[-1]
        if keep and key in top.values:
            first = self.source.line((*top.where, key))
            self.source.faults.append(problems.duplicate_key(line, key, first))
            keep = False
        top.key, top.key_line, top.let_go = key, line, not keep

    def _place(self, value: Any, line: int) -> Where:
        """Put a value where the reading stands; the answer is its place."""
        if not self.open:
            self.source.tree = value
            where: Where = ()
        else:
            top = self.open[-1]
            if isinstance(top.values, list):
                where = (*top.where, len(top.values))
                top.values.append(value)
            else:
                assert top.key is not None, "a value in a mapping comes after its key"
                where = (*top.where, top.key + " (again)" if top.let_go else top.key)
                if not top.let_go:
                    top.values[top.key] = value
                line, top.key = top.key_line, None
        self.source.lines[where] = line
        return where
