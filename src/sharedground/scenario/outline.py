"""A scenario as written, right or wrong: places in it that can be asked without fear of their shape."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sharedground.scenario.problems import shown
from sharedground.scenario.read import Source, Where


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the file: its value, its line and what lies under it. What is not there has the value None."""

    source: Source
    where: Where = ()
    value: Any = None

    @classmethod
    def top(cls, source: Source) -> "Place":
        return cls(source, (), source.tree)

    @property
    def line(self) -> int:
        return self.source.line(self.where)

    @property
    def words(self) -> str:
        """The text that stands here; empty for anything else."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def is_there(self) -> bool:
        """Whether anything is written here."""
        return bool(self.words if isinstance(self.value, str) else self.value)

    def __getitem__(self, key: str) -> "Place":
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Place(self.source, (*self.where, key), value)

    def entries(self) -> Iterator[tuple[str, "Place"]]:
        """The keys and what stands under them; nothing where there are none."""
        if isinstance(self.value, dict):
            for key in self.value:
                yield key, self[key]

    def rows(self) -> Iterator["Place"]:
        """The entries of a list; nothing where there is none."""
        if isinstance(self.value, list):
            for number, value in enumerate(self.value):
                yield Place(self.source, (*self.where, number), value)


SINGULAR = {"scenes": "scene", "endings": "ending", "people": "person", "places": "place"}
ENTRIES = {"choices": "choice", "costs": "cost", "gives": "gain", "reviewed_by": "review"}
LINES = {"voices": "the voice of", "diary": "the diary line of"}


def spoken(tree: Any, where: Where) -> str:
    """A place as an author would say it: ``choice 'wait'``, ``'text' of scene 'monday'``."""
    if not where:
        return "the file"
    last, around = where[-1], where[:-1]
    if not around:
        return shown(str(last))
    kind, whole = str(around[-1]), around[:-1]
    if isinstance(last, str):
        if not whole and kind in SINGULAR:
            return f"{SINGULAR[kind]} {shown(last)}"
        if kind in LINES:
            return f"{LINES[kind]} {shown(last)} in {spoken(tree, whole)}"
        return f"{shown(last)} of {spoken(tree, around)}"
    if kind == "choices" and isinstance(name := _at(tree, (*where, "id")), str) and name:
        return f"choice {shown(name)}"
    number = f"{ENTRIES[kind]} {last + 1}" if kind in ENTRIES else f"entry {last + 1} of {kind!r}"
    return f"{number} of {spoken(tree, whole)}" if whole else number


def _at(tree: Any, where: Where) -> Any:
    for step in where:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return tree
