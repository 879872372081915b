"""What a paper to read and write on is made of, before it is Word or HTML. Knows neither."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sharedground.scenario.read import HIDDEN


@dataclass(frozen=True)
class Run:
    """Words of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class Heading:
    """A real heading; level 1 is the title, of which there is one."""

    kind: ClassVar = "heading"
    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Words that nobody needs to point at."""

    kind: ClassVar = "paragraph"
    text: str
    small: bool = False


@dataclass(frozen=True)
class Points:
    """A list, of dots or of boxes to tick."""

    kind: ClassVar = "points"
    items: tuple[str, ...]
    to_tick: bool = False


@dataclass(frozen=True)
class Line:
    """Words that can be pointed at: by their number on paper, by their line in the author's file."""

    kind: ClassVar = "line"
    number: str
    file_line: int
    runs: tuple[Run, ...]
    lead: str = ""
    """What stands before the words, as who says them."""
    opens: bool = False
    """Whether a new paragraph begins here."""


@dataclass(frozen=True)
class Table:
    """Rows under headings. The first cell of a row is its heading; a cell holds any number of lines."""

    kind: ClassVar = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple["tuple[Line, ...] | str", ...]], ...]


@dataclass(frozen=True)
class Room:
    """Room to write, so many ruled lines under a label."""

    kind: ClassVar = "room"
    label: str
    lines: int


@dataclass(frozen=True)
class Typed:
    """Something to be typed into a file, as it stands."""

    kind: ClassVar = "typed"
    text: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins a new page."""

    kind: ClassVar = "new-page"


Block = Heading | Paragraph | Points | Line | Table | Room | Typed | NewPage


@dataclass(frozen=True)
class Paper:
    """A whole paper, in British English."""

    title: str
    author: str
    made_on: date
    footer: str
    blocks: tuple[Block, ...]


def seen(text: str) -> str:
    """The text with a mark in place of each character that no one sees and that could hide or turn round others."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def runs(words: str) -> tuple[Run, ...]:
    """The words of an author with their emphasis; everything else of Markdown or HTML stays as it was typed."""
    token = _reader.parseInline(seen(words))[0]
    return tuple(_runs(token.children or []))


_reader = MarkdownIt("zero").enable(["emphasis", "escape"])


def _runs(tokens: list[Token]) -> Iterator[Run]:
    look = Run("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, strong=token.nesting > 0)
            case "em_open" | "em_close":
                look = replace(look, emphasis=token.nesting > 0)
            case _ if token.content:
                yield replace(look, text=token.content)
