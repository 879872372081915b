"""From bytes to plain values with the line of each: every scalar stays the text an author wrote.

Knows files, letters and YAML, and nothing of what a scenario is.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.tree import Builder, Tree, Where

__all__ = ["HIDDEN", "Source", "Where", "hidden_in", "read", "read_bytes"]

MAX_BYTES = 1_000_000

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
"""Characters no one sees and that can hide or turn round what is read: controls, zero width, fillers, direction."""

ODD_INDENT = re.compile(
    "^[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE
)
"""Spaces before the first word of a line that YAML does not take for spaces."""


@dataclass
class Source(Tree):
    """What was read of a file, and the text it was read from."""

    text: str = ""

    @cached_property
    def text_lines(self) -> list[str]:
        return self.text.split("\n")


def read(path: Path) -> Source:
    """Read a file; faults of size, encoding and YAML are in the answer's ``faults``.

    Raises
    ------
    OSError
        The file cannot be opened.
    """
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    return read_bytes(data)


def read_bytes(data: bytes) -> Source:
    source = Source()
    if len(data) > MAX_BYTES:
        source.faults.append(problems.too_big(MAX_BYTES))
        return source
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        source.faults.append(problems.not_utf8(line, data[trouble.start]))
        return source
    source.text = text.replace("\r\n", "\n").replace("\r", "\n")
    _take_out_unseen(source)
    builder = Builder(source)
    try:
        builder.build(yaml.parse(source.text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as trouble:
        source.faults.append(_syntax(source.text, trouble, builder.long_quote))
    except yaml.YAMLError as trouble:
        source.faults.append(problems.yaml_syntax(1, str(trouble), 1, ""))
    return source


def _syntax(text: str, trouble: yaml.MarkedYAMLError, long_quote: tuple[int, int]) -> Problem:
    lines = text.split("\n")
    marks = [trouble.problem_mark or trouble.context_mark, trouble.context_mark or trouble.problem_mark]
    line, began = (min(mark.line + 1, len(lines)) if mark else 1 for mark in marks)
    opens, closes = long_quote
    if opens < closes == line:
        return problems.quote_left_open(opens, closes)
    words = re.sub(r"^[\s-]*[\w-]+:\s+|^[\s-]+", "", lines[line - 1])
    return problems.yaml_syntax(line, trouble.problem or "", began, words[:1])


def _take_out_unseen(source: Source) -> None:
    """Tell of characters no one sees and put spaces in their place, so that all else can be told at once."""
    if HIDDEN.search(source.text):
        source.faults.extend(_hidden_characters(source.text, first_line=1))
        source.text = HIDDEN.sub(" ", source.text)
    if ODD_INDENT.search(source.text):
        for line, words in enumerate(source.text.split("\n"), 1):
            if found := ODD_INDENT.match(words):
                source.faults.append(problems.odd_space(line, unicodedata.name(found.group()[-1]).lower()))
        source.text = ODD_INDENT.sub(lambda found: " " * len(found.group()), source.text)


def _hidden_characters(text: str, first_line: int) -> Iterator[Problem]:
    for line, words in enumerate(text.split("\n"), first_line):
        if found := HIDDEN.search(words):
            yield problems.hidden_character(line, *_named(found))


def hidden_in(words: str) -> tuple[str, str] | None:
    """The first hidden character of a text, by name, and the words before it."""
    found = HIDDEN.search(words)
    return _named(found) if found else None


def _named(found: re.Match[str]) -> tuple[str, str]:
    character = found.group()
    name = unicodedata.name(character, "control character").lower()
    return f"{name}, U+{ord(character):04X}", found.string[: found.start()][-20:].strip()
