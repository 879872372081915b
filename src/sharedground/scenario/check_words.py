"""Is every text plain words? No hidden characters, no HTML, no link, picture or web address."""

import re
from collections.abc import Iterator

from sharedground.faults import Problem
from sharedground.scenario import problems
from sharedground.scenario.outline import spoken
from sharedground.scenario.read import HIDDEN, Source, Where, hidden_in

MARKUP = re.compile(r"<[A-Za-z/!?][^<>]{0,40}>?")
LINK = re.compile(
    r"!?\[[^\[\]]{0,60}\](?:\([^\s)]{0,60}\)?|\[[^\]]{0,60}\]?)|\]\([^\s)]{0,60}"  # [words](place), [words][1]
    r"|^ {0,3}\[[^\]]{1,60}\]:\s*\S{1,60}"  # [1]: place
    r"|\b[a-z][a-z0-9+.-]{1,20}://\S{0,60}|\b(?:javascript|vbscript|data|mailto):\S{1,60}|\bwww\.\w\S{0,60}",
    re.IGNORECASE | re.MULTILINE,
)
SIGNS = ("<", "](", "][", "]:", "://", "www.", "script:", "data:", "mailto:", "\\")
"""Without one of them in the file no text needs a closer look; a backslash can stand for any letter."""


def check_words(source: Source) -> Iterator[Problem]:
    """Faults in the texts of a scenario, whatever key they stand under."""
    written = source.text.lower()
    if not any(sign in written for sign in SIGNS):
        return
    for where, text in _texts(source):
        if found := hidden_in(text):
            yield problems.hidden_character(_line(source, where, text, HIDDEN), *found)
        if match := MARKUP.search(text):
            line = _line(source, where, text, MARKUP)
            yield problems.markup(line, spoken(source.tree, where), match.group())
        elif match := LINK.search(text):
            yield problems.link(_line(source, where, text, LINK), spoken(source.tree, where), match.group())


def _texts(source: Source) -> Iterator[tuple[Where, str]]:
    """Every text with its place, keys included."""
    ahead: list[tuple[Where, object]] = [((), source.tree)]
    while ahead:
        where, value = ahead.pop()
        if isinstance(value, str):
            yield where, value
        elif isinstance(value, dict):
            for key, under in value.items():
                yield (*where, key), key
                ahead.append(((*where, key), under))
        elif isinstance(value, list):
            ahead.extend(((*where, number), entry) for number, entry in enumerate(value))


def _line(source: Source, where: Where, text: str, wanted: re.Pattern[str]) -> int:
    """The line of the file on which it stands, where the text goes over several."""
    first = source.line(where)
    last = source.last_lines.get(where, first)
    if last > first:
        written = source.text_lines[first - 1 : last]
        return next((first + at for at, line in enumerate(written) if wanted.search(line)), first)
    return first
