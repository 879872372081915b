"""Drawings kept by name, so that each figure is drawn once and no reader's process imports matplotlib."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sharedground.charts.spec import FigureSpec, to_json
from sharedground.errors import SharedGroundError

PATIENCE_S = 180
"""How long a drawing process may take; the first on a computer also lists its fonts."""


class DrawingError(SharedGroundError):
    """The figures could not be drawn; the message says why. Their sentences and tables can still be shown."""


def figure_svg(spec: FigureSpec, folder: Path | None = None) -> str:
    """The drawing of one figure, from the cache or made now.

    Raises
    ------
    DrawingError
        The drawing process failed.
    """
    return ensure([spec], folder)[spec.name]


def ensure(specs: Iterable[FigureSpec], folder: Path | None = None) -> dict[str, str]:
    """The drawings of many figures by name; all that are missing are made in one process of their own.

    Parameters
    ----------
    folder
        Where drawings are kept; without one, `cache_folder`. One that cannot be written is no fault: the
        drawings are then made anew each time.

    Raises
    ------
    DrawingError
        The drawing process failed.
    """
    place = folder or cache_folder()
    wanted = {spec.name: spec for spec in specs}
    drawings = {name: svg for name in wanted if (svg := _kept(place / f"{name}.svg"))}
    missing = [spec for name, spec in wanted.items() if name not in drawings]
    if missing:
        made = _draw(missing, place)
        for name, svg in made.items():
            _keep(place / f"{name}.svg", svg)
        drawings |= made
    return {name: drawings[name] for name in wanted}


def cache_folder() -> Path:
    """``$SHAREDGROUND_CACHE``, else a folder of ours where this system keeps a user's caches."""
    own = os.environ.get("SHAREDGROUND_CACHE")
    if own:
        return Path(own).expanduser()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "sharedground" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sharedground"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(xdg) if Path(xdg).is_absolute() else Path.home() / ".cache") / "sharedground"


def _kept(path: Path) -> str | None:
    with suppress(OSError, UnicodeDecodeError):
        svg = path.read_text(encoding="utf-8")
        return svg if svg.startswith("<svg") and svg.endswith("</svg>") else None
    return None


def _keep(path: Path, svg: str) -> None:
    """Written beside its place and moved there whole, so that nobody ever reads half a drawing."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, half = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(svg)
            os.replace(half, path)
        except OSError:
            with suppress(OSError):
                os.unlink(half)
            raise


def _draw(specs: list[FigureSpec], place: Path) -> dict[str, str]:
    command = [sys.executable, "-m", "sharedground.charts.draw"]
    settings = {"MPLBACKEND": "svg", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    environment = {**os.environ, **settings, "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", str(place / "fonts"))}
    try:
        done = subprocess.run(
            command, input=to_json(specs), capture_output=True, encoding="utf-8", env=environment, timeout=PATIENCE_S
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DrawingError(f"the figures could not be drawn ({error}); their tables say the same") from error
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise DrawingError(f"the figures could not be drawn ({reason}); their tables say the same")
    drawings: dict[str, str] = json.loads(done.stdout)
    return drawings
