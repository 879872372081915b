"""Who is awake now: the employer's own people first, then national lines, from a dated local file."""

from pathlib import Path
from typing import Any

import yaml

from sharedground.content import folder
from sharedground.errors import SharedGroundError

FILE = "help-lines.yaml"
TEXT_KEYS = ("label", "detail", "phone", "source", "checked")


def help_lines(path: Path | None = None) -> dict[str, Any]:
    """The help lines as plain data: ``awake_now``, ``national`` (lists of lines) and ``note``.

    A line has ``label``, ``detail``, ``phone``, ``source`` and ``checked`` (a month, as 2026-11); a text that
    is not there is empty. Read from `path`, else from ``help-lines.yaml`` in the scenarios folder.

    Raises
    ------
    SharedGroundError
        The file is missing or not of this shape; the message says where and how it should look.
    """
    path = path or folder("scenarios") / FILE
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        return {
            "awake_now": [_line(line) for line in data["awake_now"]],
            "national": [_line(line) for line in data["national"]],
            "note": str(data["note"]),
        }
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as trouble:
        raise SharedGroundError(
            f"{path.name} could not be read as help lines ({type(trouble).__name__}). It needs the keys "
            "awake_now, national and note; each line a label, and detail, phone, source, checked as known."
        ) from trouble


def _line(line: dict[str, str]) -> dict[str, str]:
    return {"label": str(line["label"]), **{key: str(line.get(key, "")) for key in TEXT_KEYS[1:]}}
