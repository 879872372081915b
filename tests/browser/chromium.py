"""Finds a Chromium for the browser tests, or brings one; run by itself it does so and says which."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WAY_OUT = (
    "No Chromium was found for the browser tests, and none could be installed. Install one (on Debian: apt install "
    "chromium) or name one: CHROMIUM=/path/to/chromium make test"
)


class NoChromium(Exception):
    """There is none; the message says how to get one."""


def installed() -> str | None:
    """The one named by $CHROMIUM, else one on the path, else Playwright's own download."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next((found for name in NAMES if (found := shutil.which(name))), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    # asked in a process of its own: Playwright's loop must not meet that of a test
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    return path if path and Path(path).is_file() else None


def chromium() -> str:
    """The path of a Chromium that is there.

    Raises
    ------
    NoChromium
        There is none.
    """
    found = installed()
    if found is None:
        raise NoChromium(WAY_OUT)
    return found


def bring() -> None:
    """Playwright's download where it can be had, else Debian's package when we may install one."""
    downloaded = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, timeout=600, check=False
    )
    if downloaded.returncode == 0 and installed():
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], capture_output=True, check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "chromium"],
            capture_output=True,
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )


def main() -> int:
    if installed() is None:
        bring()
    try:
        print(f"Browser tests use {chromium()}")
    except NoChromium as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
