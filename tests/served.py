"""A real server on a free port of this machine, for tests; stopped by its own process id."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

START_WITHIN_S = 120


@dataclass(frozen=True)
class Answer:
    """What came back for a request."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Served:
    """A running server."""

    port: int
    process: subprocess.Popen[str]

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str = "", *, method: str = "GET", **headers: str) -> Answer:
        """One request, errors included; header names are written with underscores."""
        asked = urllib.request.Request(
            self.base + path,
            method=method,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
            data=b"" if method == "POST" else None,
        )
        try:
            with urllib.request.urlopen(asked, timeout=60) as answer:
                return Answer(answer.status, dict(answer.headers), answer.read().decode())
        except urllib.error.HTTPError as answer:
            return Answer(answer.code, dict(answer.headers), answer.read().decode())

    def kernel_of(self, path: str) -> str:
        """Open a dashboard and give the id of its kernel."""
        text = self.ask(path).text
        found = text.split('id="sharedground-kernel" type="application/json">')[1].split("</script>")[0]
        return json.loads(found)["kernel"]

    def kernels(self) -> list[psutil.Process]:
        """The kernel processes it has started and not ended."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        return [child for child in children if "sharedground_server.lean_kernel" in " ".join(_command(child))]

    def wait_for_kernels(self, number: int, *, seconds: float = 20) -> int:
        """Wait until that many kernels run; gives the number that run at last."""
        until = time.monotonic() + seconds
        while len(self.kernels()) != number and time.monotonic() < until:
            time.sleep(0.2)
        return len(self.kernels())


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@contextmanager
def serving(*options: str, home: Path | None = None, output: Path | None = None) -> Iterator[Served]:
    """`sharedground serve` with those options, on a free port, until the block ends; it prints to `output`."""
    port = free_port()
    environment = {**os.environ, **({"SHAREDGROUND_HOME": str(home)} if home else {})}
    with (output or Path(os.devnull)).open("w", encoding="utf-8") as printed:
        process = subprocess.Popen(
            [sys.executable, "-m", "sharedground.cli", "serve", "--port", str(port), *options],
            stdout=printed,
            stderr=printed,
            text=True,
            env=environment,
        )
    served = Served(port, process)
    try:
        _wait_until_it_answers(served)
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_it_answers(served: Served) -> None:
    until = time.monotonic() + START_WITHIN_S
    while time.monotonic() < until:
        assert served.process.poll() is None, f"the server stopped at once (exit {served.process.returncode})"
        try:
            if served.ask("health").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not answer within {START_WITHIN_S} s")
