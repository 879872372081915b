"""Numbers the sentences of a scene for people on paper, and says where each stands in the author's file."""

from collections.abc import Iterable, Iterator

from sharedground.exchange.paper import Line, runs, seen
from sharedground.scenario.read import Source, Where

STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""Quotation marks may be curled on paper that are straight in the file."""

ENDS = tuple(".?!:*\"”’')")
"""How a sentence ends; a line of the file that ends otherwise goes on in the next."""


class Numbered:
    """The lines of one scene: 3.1, 3.2 and so on. As authors write one sentence a line, so does the paper."""

    def __init__(self, source: Source, number: int, where: Where) -> None:
        self.source = source
        self.number = number
        self.where = where
        self.last = 0

    def text(self, *keys: str | int, words: str | None, lead: str = "") -> list[Line]:
        """The lines of one text, which stands in the file under those keys of the scene; none for no text."""
        if not words:
            return []
        where = (*self.where, *keys)
        return [
            self._line(file_line, line, lead=lead if first else "", opens=opens)
            for first, (file_line, line, opens) in _first(_lines(self.source, where, words))
        ]

    def texts(self, *keys: str | int, entries: Iterable[str]) -> list[Line]:
        """The lines of a list of texts."""
        return [line for at, words in enumerate(entries) for line in self.text(*keys, at, words=words)]

    def said(self, key: str, by_whom: dict[str, str], names: dict[str, str]) -> list[Line]:
        """The lines of what people say or write, each after a name."""
        return [
            line for who, words in by_whom.items() for line in self.text(key, who, words=words, lead=f"{names[who]}:")
        ]

    def _line(self, file_line: int, words: str, *, lead: str, opens: bool) -> Line:
        self.last += 1
        return Line(f"{self.number}.{self.last}", file_line, runs(words), seen(lead), opens)


def _lines(source: Source, where: Where, words: str) -> Iterator[tuple[int, str, bool]]:
    """The lines of a text as the file breaks them: line of the file, words, whether a paragraph opens."""
    yield from _broken_as_in_the_file(source, where, words) or (
        (source.line(where), line, at > 0) for at, line in enumerate(filter(str.strip, words.splitlines()))
    )


def _broken_as_in_the_file(source: Source, where: Where, words: str) -> list[tuple[int, str, bool]]:
    """None where the lines below a key do not hold just these words, as with quotes and escapes."""
    first = source.line(where)
    left = words.split()
    found: list[tuple[int, str, bool]] = []
    opens = False
    for file_line in range(first + 1, source.last_lines.get(where, first) + 1):
        written = source.text_lines[file_line - 1].split()
        here, left = left[: len(written)], left[len(written) :]
        if " ".join(here).translate(STRAIGHT) != " ".join(written).translate(STRAIGHT):
            return []
        if found and here and not opens and not found[-1][1].endswith(ENDS):
            found[-1] = (found[-1][0], " ".join([found[-1][1], *here]), found[-1][2])
        elif here:
            found.append((file_line, " ".join(here), opens))
        opens = not here and bool(found)
        if not left:
            return found
    return []


def _first(lines: Iterable[tuple[int, str, bool]]) -> Iterator[tuple[bool, tuple[int, str, bool]]]:
    for at, line in enumerate(lines):
        yield at == 0, line
