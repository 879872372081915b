"""A Firefox as it is installed, driven by WebDriver BiDi, which it speaks by itself: no driver in between."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

NAMES = ("firefox-esr", "firefox")
WAY_OUT = "No Firefox was found for the tests of files in Firefox. Install one (on Debian: apt install firefox-esr)."
START_WITHIN_S = 60


class NoFirefox(Exception):
    """There is none; the message says how to get one."""


class Firefox:
    """One page of it."""

    def __init__(self, line: websocket.WebSocket) -> None:
        self._line = line
        self._sent = 0
        self._call("session.new", capabilities={})
        self._page = self._call("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str) -> None:
        self._call("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def evaluate(self, script: str) -> Any:
        """The value of some JavaScript, through JSON."""
        answer = self._call(
            "script.evaluate", expression=f"JSON.stringify({script})", target={"context": self._page}, awaitPromise=True
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"].get("value", "null"))

    def press(self, button: str) -> None:
        self._click(f"[...document.querySelectorAll('main button')].find(it => it.textContent.startsWith({button!r}))")

    def choose(self, choice_id: str) -> None:
        self._click(f"document.querySelector('input[value=\"{choice_id}\"]')")
        self.press("This is what I would do")
        self.press("Go on")

    @property
    def heading(self) -> str:
        return str(self.evaluate("document.querySelector('.sg-title').textContent"))

    def _click(self, found: str) -> None:
        assert self.evaluate(f"(it => it ? (it.click(), true) : false)({found})"), f"not on the page: {found}"

    def _call(self, method: str, **words: Any) -> dict[str, Any]:
        self._sent += 1
        self._line.send(json.dumps({"id": self._sent, "method": method, "params": words}))
        while True:
            heard: dict[str, Any] = json.loads(self._line.recv())
            if heard.get("id") == self._sent:
                assert heard["type"] == "success", heard
                return dict(heard["result"])


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox with an empty profile, ended by its own process.

    Raises
    ------
    NoFirefox
        There is none.
    """
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise NoFirefox(WAY_OUT)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        line = _line_to(port)
        yield Firefox(line)
        line.close()
    finally:
        process.terminate()
        process.wait(30)


def _line_to(port: int) -> websocket.WebSocket:
    until = time.monotonic() + START_WITHIN_S
    while True:
        try:
            return websocket.create_connection(f"ws://127.0.0.1:{port}/session", timeout=60, suppress_origin=True)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.25)
