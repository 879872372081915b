"""Straight quotation marks and apostrophes, as authors type them, set as a printed page has them."""

import re

_OPENS = re.compile(r"(^|[\s(\[{/*_–—-])([\"'])(?=\S)")
_CURLED = {'"': ("“", "”"), "'": ("‘", "’")}


def typeset(words: str) -> str:
    """The same words with curled quotation marks: opening at the beginning of a word, closing elsewhere."""
    opened = _OPENS.sub(lambda found: found[1] + _CURLED[found[2]][0], words)
    return opened.replace('"', "”").replace("'", "’")
