"""How hard a text is to read and how long it takes, counted; a guide for authors, never a verdict."""

import re

WORDS_A_MINUTE = 200
_WORD = re.compile(r"[\w’'-]+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)]*(?:\s|$)")


def words_in(text: str) -> int:
    return len(_WORD.findall(text))


def minutes_to_read(words: int) -> float:
    """Minutes at 200 words a minute."""
    return words / WORDS_A_MINUTE


def automated_readability(text: str) -> float:
    """The Automated Readability Index: about the US school grade; five more is about the age in years.

    Dialogue in short lines pulls it down, so a story reads lower than it is. Nan for a text without words.

    References
    ----------
    Smith and Senter 1967, Automated Readability Index, AMRL-TR-66-220:
    4.71 characters/words + 0.5 words/sentences - 21.43.
    """
    words = _WORD.findall(text)
    if not words:
        return float("nan")
    characters = sum(len(re.sub(r"\W", "", word)) for word in words)
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    return 4.71 * characters / len(words) + 0.5 * len(words) / sentences - 21.43
