"""What browsers get, shared by all hosts: ES modules, styles and page templates. Data, no logic of play.

A module is written in several files that import each other and is handed out as one: an anywidget, and a page
opened by double click, can import nothing.
"""

import re
from functools import cache

from sharedground.content import PAGES

_IMPORT = re.compile(r'^import [^;]*? from "\./([a-z-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:(?=async |const |function |class |let )|default [^;]*;\n)", re.MULTILINE)


def module(name: str) -> str:
    """The ES module ``pages/<name>.js`` with everything it imports, as one; only its own exports are left."""
    return "".join(
        text if part == name else _EXPORT.sub("", text) for part, text in _parts(name, _read_modules(name)).items()
    )


@cache
def stylesheet(*names: str) -> str:
    """The tokens and base of all pages, then each ``pages/<name>.css``."""
    return "".join((PAGES / f"{part}.css").read_text(encoding="utf-8") for part in ("base", *names))


@cache
def _read_modules(name: str) -> dict[str, tuple[tuple[str, ...], str]]:
    """Each file that `name` needs: what it imports, and its text without the imports."""
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    waiting = [name]
    while waiting:
        part = waiting.pop()
        if part in found:
            continue
        text = (PAGES / f"{part}.js").read_text(encoding="utf-8")
        found[part] = tuple(_IMPORT.findall(text)), _IMPORT.sub("", text)
        waiting += found[part][0]
    return found


def _parts(name: str, modules: dict[str, tuple[tuple[str, ...], str]]) -> dict[str, str]:
    """The texts in an order in which every file comes after those it imports."""
    ordered: dict[str, str] = {}

    def place(part: str, above: tuple[str, ...]) -> None:
        if part in ordered:
            return
        if part in above:
            raise ValueError(f"pages import each other in a circle: {' -> '.join((*above, part))}")
        imports, text = modules[part]
        for each in imports:
            place(each, (*above, part))
        ordered[part] = text

    place(name, ())
    return ordered
