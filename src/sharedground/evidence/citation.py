"""The full reference of a source as one line of plain text, made beforehand so that no page waits for it.

citeproc-py is slow to load, so nobody's kernel does: the lines stand in ``citations.json``, each with a print of
the source it was made from. ``python -m sharedground.evidence`` makes them anew after a change to ``sources.json``.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

STYLE = Path(__file__).with_name("shared-ground.csl")
NOT_ALL_AUTHORS = re.compile(
    r"first author (only|from memory)|author list (incomplete|to be completed)|authors to be completed", re.IGNORECASE
)
OTHERS = {"literal": "others"}


def citation(source: Mapping[str, Any]) -> str:
    """The reference of one source (CSL JSON), as plain text without its address."""
    return citations([source])[str(source["id"])]


def citations(sources: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The reference of each source, by its id."""
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    entries = [_as_csl(source) for source in sources]
    style = CitationStylesStyle(str(STYLE), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(entries), formatter.plain)
    for entry in entries:
        bibliography.register(Citation([CitationItem(entry["id"])]))
    lines = [_tidy(str(line)) for line in bibliography.bibliography()]
    return dict(zip((str(entry["id"]) for entry in entries), lines, strict=True))


def read_citations(text: str, sources: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, str], list[str]]:
    """The references in a ``citations.json``, and the ids of sources it does not have as they are now."""
    try:
        stored = json.loads(text)
        made = {str(key): (str(entry["made_from"]), str(entry["text"])) for key, entry in stored.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        made = {}
    fresh = {key: line for key, (made_from, line) in made.items() if made_from == fingerprint(sources.get(key))}
    return fresh, [key for key in sources if key not in fresh]


def fingerprint(source: Mapping[str, Any] | None) -> str:
    """A short print of a source; any change to it gives another."""
    return hashlib.sha256(json.dumps(source, sort_keys=True).encode()).hexdigest()[:16]


def write_citations(folder: Path) -> int:
    """Make ``citations.json`` from ``sources.json`` in a folder of evidence; gives how many sources it holds."""
    sources = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    lines = citations(sources)
    made = {source["id"]: {"made_from": fingerprint(source), "text": lines[source["id"]]} for source in sources}
    text = json.dumps(made, ensure_ascii=False, indent=1)
    (folder / "citations.json").write_text(text + "\n", encoding="utf-8")
    return len(made)


def _as_csl(source: Mapping[str, Any]) -> dict[str, Any]:
    """The source without our own note; "others" follows where the note says that authors are missing."""
    entry = {key: value for key, value in source.items() if key not in {"note", "URL"}}
    if NOT_ALL_AUTHORS.search(source.get("note", "")):
        entry["author"] = [*source.get("author", []), OTHERS]
    return entry


def _tidy(line: str) -> str:
    line = re.sub(r"\s+", " ", line).strip()
    line = re.sub(r"(doi:\S+)\.$", r"\1", line)
    return re.sub(r"([.?!])\.", r"\1", line)
