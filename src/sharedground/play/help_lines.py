"""Who is awake now: the employer's own people first, then national lines, from a dated local file."""

import logging
from pathlib import Path
from typing import Any

from sharedground.content import folder
from sharedground.errors import SharedGroundError
from sharedground.scenario.read import read_bytes

log = logging.getLogger("sharedground")

FILE = "help-lines.yaml"
KEYS = ("format", "awake_now", "nation", "national", "nations", "note")
LINE_KEYS = ("label", "detail", "phone", "source", "checked")
NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")
MAX_BYTES = 200_000
NOT_READ = (
    "The help lines of this site could not be read. Ask whoever leads the session who is awake now. "
    "Whoever runs the site: sharedground check says what is wrong with them."
)


def help_lines_file() -> Path:
    return folder("scenarios") / FILE


def help_lines(path: Path | None = None) -> dict[str, Any]:
    """The help lines as plain data: ``awake_now``, ``national`` (lists of lines), ``note`` and ``nations``.

    A line has ``label``, ``detail``, ``phone``, ``source`` and ``checked`` (a month, as 2026-11); a text that
    is not there is empty. ``nations`` holds the lines of each nation by its name. ``national`` is what to show:
    the lines of the whole UK, then those of the service's own nation; while the file does not say which that is,
    or names none there is, those of every nation, each with its name. Read from `path`, else from
    ``help-lines.yaml`` in the scenarios folder.

    Raises
    ------
    SharedGroundError
        The file is missing, too large, holds YAML aliases or is not of this shape; the message says which.
    """
    path = path or help_lines_file()
    try:
        data = _read(path)
        nations = {
            nation: [_line(line) for line in lines or ()] for nation, lines in (data.get("nations") or {}).items()
        }
        return {
            "awake_now": [_line(line) for line in data["awake_now"]],
            "national": [_line(line) for line in data["national"]] + _of(data.get("nation"), nations),
            "note": str(data["note"]),
            "nations": nations,
        }
    except (OSError, KeyError, TypeError, AttributeError) as trouble:
        raise SharedGroundError(
            f"{path.name} could not be read as help lines ({type(trouble).__name__}). It needs the keys "
            "awake_now, national and note; each line a label, and detail, phone, source, checked as known. "
            "sharedground check says more."
        ) from trouble


def help_lines_to_show() -> dict[str, Any]:
    """The help lines for a screen, which must come up: where they cannot be read, 999 and a word that they could not.

    What the trouble was goes to the log.
    """
    try:
        return help_lines()
    except SharedGroundError as trouble:
        log.warning("%s", trouble)
        emergency = _line({"label": "In immediate danger", "phone": "999"})
        return {"awake_now": [], "national": [emergency], "note": NOT_READ, "nations": {}}


def _read(path: Path) -> Any:
    """The plain values of the file; an alias is refused, as a few lines of them unfold to more than memory holds."""
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SharedGroundError(
            f"{path.name} is larger than {MAX_BYTES // 1000} kB, which help lines never are. Put the right file there."
        )
    source = read_bytes(data)
    for fault in source.faults:
        if fault.code == "alias" or not source.complete:
            line = f", line {fault.line}" if fault.line else ""
            raise SharedGroundError(f"{path.name} could not be read as help lines{line}: {fault.what}")
    return source.tree


def _of(nation: Any, nations: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    """The lines of that nation; where it is none there is, of all of them, each with its nation."""
    if nation in NATIONS:
        return nations.get(nation, [])
    return [{**line, "label": f"{line['label']} ({name})"} for name, lines in nations.items() for line in lines]


def _line(line: dict[str, str]) -> dict[str, str]:
    return {"label": str(line["label"]), **{key: str(line.get(key, "")) for key in LINE_KEYS[1:]}}
