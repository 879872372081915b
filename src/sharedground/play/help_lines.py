"""Who is awake now: the employer's own people first, then national lines, from a dated local file."""

from pathlib import Path
from typing import Any

import yaml

from sharedground.content import folder
from sharedground.errors import SharedGroundError

FILE = "help-lines.yaml"
KEYS = ("format", "awake_now", "nation", "national", "nations", "note")
LINE_KEYS = ("label", "detail", "phone", "source", "checked")
NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")


def help_lines_file() -> Path:
    return folder("scenarios") / FILE


def help_lines(path: Path | None = None) -> dict[str, Any]:
    """The help lines as plain data: ``awake_now``, ``national`` (lists of lines), ``note`` and ``nations``.

    A line has ``label``, ``detail``, ``phone``, ``source`` and ``checked`` (a month, as 2026-11); a text that
    is not there is empty. ``nations`` holds the lines of each nation by its name. ``national`` is what to show:
    the lines of the whole UK, then those of the service's own nation; while the file does not say which that is,
    those of every nation, with its name. Read from `path`, else from ``help-lines.yaml`` in the scenarios folder.

    Raises
    ------
    SharedGroundError
        The file is missing or not of this shape; the message says where and how it should look.
    """
    path = path or help_lines_file()
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        nations = {
            nation: [_line(line) for line in lines or ()] for nation, lines in (data.get("nations") or {}).items()
        }
        return {
            "awake_now": [_line(line) for line in data["awake_now"]],
            "national": [_line(line) for line in data["national"]] + _of(data.get("nation"), nations),
            "note": str(data["note"]),
            "nations": nations,
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as trouble:
        raise SharedGroundError(
            f"{path.name} could not be read as help lines ({type(trouble).__name__}). It needs the keys "
            "awake_now, national and note; each line a label, and detail, phone, source, checked as known. "
            "sharedground check says more."
        ) from trouble


def _of(nation: str | None, nations: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    """The lines of that nation; without one, of all of them, each with its nation."""
    if nation:
        return nations.get(nation, [])
    return [{**line, "label": f"{line['label']} ({name})"} for name, lines in nations.items() for line in lines]


def _line(line: dict[str, str]) -> dict[str, str]:
    return {"label": str(line["label"]), **{key: str(line.get(key, "")) for key in LINE_KEYS[1:]}}
