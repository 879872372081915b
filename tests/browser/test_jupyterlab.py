"""The same notebooks in JupyterLab, where trainers adapt them."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from sharedground.content import folder
from sharedground.scenario import load
from tests.browser.conftest import DESK
from tests.served import free_port

SLUG = "two-hours-for-a-recital"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on a copy of the notebooks; gives the address of a notebook in it."""
    place = tmp_path_factory.mktemp("lab")
    shutil.copytree(folder("notebooks"), place / "notebooks")
    port, token = free_port(), secrets.token_hex(16)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    command += [f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={place}", "--LabApp.news_url=None"]
    command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--log-level=ERROR"]
    own = {f"JUPYTERLAB_{name}_DIR": str(place / name.lower()) for name in ("WORKSPACES", "SETTINGS")}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **own})
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api", timeout=2)
                break
            except (OSError, urllib.error.URLError):
                time.sleep(0.2)
        yield lambda name: f"http://127.0.0.1:{port}/lab/tree/notebooks/{name}?reset&token={token}"
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def run_all(page, address):
    page.goto(address)
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=90_000)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(timeout=60_000)
    output = page.locator(".jp-Notebook .jp-OutputArea-output").first
    for _ in range(6):  # a key pressed before the kernel is there is lost, and a person presses it again
        page.locator(".jp-Notebook .jp-CodeCell .cm-content").first.click()
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(5000)
        if output.count():
            return
    raise AssertionError("the cell gave no output")


def test_a_scenario_is_chosen_and_played_in_jupyterlab(lab, profile):
    page = profile(DESK).page()
    run_all(page, lab("practise.ipynb"))
    page.get_by_role("button", name=f"Open {load(SLUG).title}").click(timeout=60_000)
    page.get_by_role("button", name="Start from the beginning").click(timeout=30_000)
    page.get_by_role("radio").first.check()
    page.locator(".sg button[type=submit]").click()
    # a letter typed here must not reach the notebook's shortcuts (d d would delete the cell)
    page.get_by_label("Why? One line, if you like").press_sequentially("ddaa")
    expect(page.locator(".jp-Notebook .jp-CodeCell")).to_have_count(1)
    expect(page.get_by_label("Why? One line, if you like")).to_have_value("ddaa")
    assert "/lab/tree/notebooks/practise.ipynb" in page.url


def test_the_list_of_scenarios_says_in_jupyterlab_what_to_write(lab, profile):
    page = profile(DESK).page()
    run_all(page, lab("welcome.ipynb"))
    expect(page.get_by_text(f'Practice(load("{SLUG}"))').first).to_be_visible(timeout=60_000)


def test_all_the_evidence_is_narrowed_down_and_read_in_jupyterlab(lab, profile):
    page = profile(DESK).page()
    run_all(page, lab("evidence.ipynb"))
    page.get_by_label("Words to look for").click(timeout=60_000)
    # letters typed here must not reach the notebook's shortcuts
    page.get_by_label("Words to look for").press_sequentially("radar-relapse")
    expect(page.get_by_text("1 of 220 findings")).to_be_visible()
    page.get_by_text("How many people became so unwell again").first.click()
    expect(page.get_by_text("25 in 100 when reducing medication slowly").first).to_be_visible()
    page.get_by_role("button", name="See the figures").first.click()
    expect(page.locator("figure img").first).to_be_visible(timeout=30_000)
    assert page.url.split("?")[0].endswith("/lab/tree/notebooks/evidence.ipynb")
    expect(page.locator(".jp-Notebook .jp-CodeCell")).to_have_count(1)


def test_a_chart_says_what_is_on_it_and_a_choice_changes_what_is_drawn_in_jupyterlab(lab, profile):
    page = profile(DESK).page()
    page.goto(lab("explore.ipynb"))
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=90_000)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.locator(".jp-Notebook select").first.wait_for(timeout=90_000)
    alts = page.locator(".jp-Notebook .jp-OutputArea img").evaluate_all("all => all.map((it) => it.alt)")
    assert len(alts) >= 3
    assert all(len(alt) > 40 for alt in alts)
    page.get_by_label("Practice").select_option(label="leave from the ward")
    expect(page.get_by_text("Decisions about leave rest on rules of thumb").first).to_be_visible(timeout=30_000)
