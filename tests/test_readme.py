"""What the README says is true: its commands run, its links lead somewhere, its numbers are the table's."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from sharedground.evidence import load_evidence
from tests.served import free_port

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```\n(.*?)```", README, re.DOTALL) for line in block.strip().splitlines()]


def test_every_command_is_one_we_know_how_to_try():
    assert {shlex.split(command)[0] for command in COMMANDS} == {"make", "sharedground"}
    assert {command for command in COMMANDS if command.startswith("make")} == {"make run", "make test"}


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("sharedground")])
def test_a_command_of_the_readme_runs(command, tmp_path):
    words = [sys.executable, "-m", "sharedground.cli", *shlex.split(command)[1:]]
    ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no make on Windows, and the README says so")
def test_make_run_serves_where_it_says():
    port = free_port()
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"], cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert process.stdout is not None
        said = ""
        until = time.monotonic() + 240
        while "Shared Ground is at" not in said and time.monotonic() < until:
            said = process.stdout.readline()
        assert said == f"Shared Ground is at http://127.0.0.1:{port} (stop it with Ctrl+C)\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=30) as answer:
            assert answer.status == 200
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


@pytest.mark.parametrize(
    "document",
    ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/handing-it-over.md", "scenarios/README.md"],
)
def test_links_to_files_lead_somewhere(document):
    file = ROOT / document
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8"))
    for link in links:
        assert (file.parent / link).exists(), f"{document}: {link}"


def test_the_number_of_findings_is_the_tables():
    assert f"{len(load_evidence().findings)} findings" in README
