"""Speed and memory, measured on the machine at hand, beside a peer in the same run. Never a test: it only prints.

`make bench` prints a line for each figure: what, the figure, what was aimed at, and what it stands beside.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page, sync_playwright

from sharedground.content import folder
from sharedground.evidence import load_evidence
from sharedground.exchange.page import page as page_of
from sharedground.play.help_lines import help_lines
from sharedground.play.player_data import player_data
from sharedground.scenario import check_file, load, load_sound, scenario_files
from sharedground.scenario.reading import automated_readability, minutes_to_read, words_in
from tests.browser.chromium import chromium
from tests.browser.learner import words_seen
from tests.relay import counted
from tests.roads_taken import every_road
from tests.scenarios_made import many_scenarios
from tests.served import Served, free_port, serving

SLUG = "two-hours-for-a-recital"
NOTEBOOK = """{"cells": [{"cell_type": "code", "id": "one", "metadata": {}, "outputs": [], "execution_count": null,
 "source": ["from sharedground.scenario import load\\n", "from sharedground_widgets import Practice\\n",
 "Practice(load(\\"%s\\"))"]}],
 "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "title": "Bench"},
 "nbformat": 4, "nbformat_minor": 5}"""


def line(what: str, figure: str, aim: str = "", beside: str = "") -> None:
    print(f"{what:58} {figure:>22}   {aim:22} {beside}", flush=True)


def kilobytes(size: float) -> str:
    return f"{size / 1000:,.0f} kB"


def in_seconds(taken: float) -> str:
    return f"{taken:.2f} s"


def beside(peer: float, ours: float, said: Callable[[float], str]) -> str:
    return f"stock Voila {said(peer)}, {peer / ours:.1f} times"


def seconds(act: Callable[[], object], *, times: int) -> list[float]:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return taken


def import_seconds(module: str) -> float:
    """The least of seven fresh processes, inside which only the import is timed."""
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    return min(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(7))


def without_a_browser() -> None:
    line("import of sharedground", f"{import_seconds('sharedground'):.3f} s", "under 0.15 s",
         f"pandas {import_seconds('pandas'):.2f} s, matplotlib.figure {import_seconds('matplotlib.figure'):.2f} s")  # fmt: skip
    load(SLUG)
    loads = seconds(lambda: load(SLUG), times=20)
    line("load of one scenario, check included", f"{statistics.median(loads) * 1000:.1f} ms", "under 50 ms")
    with tempfile.TemporaryDirectory() as place:
        paths = many_scenarios(Path(place), scenarios=500, scenes=30)
        size = sum(path.stat().st_size for path in paths) / 1e6
        taken = seconds(lambda: [check_file(path) for path in paths], times=1)[0]
    line("check of 500 generated scenarios of 30 scenes", f"{taken:.1f} s", "under 20 s", f"{size:.0f} MB of YAML")


@contextmanager
def stock_voila(notebook: Path) -> Iterator[int]:
    """The port of Voila as it comes, with the same notebook; its pages look for a CDN in vain."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "voila",
        str(notebook),
        f"--port={port}",
        "--no-browser",
        "--Voila.log_level=ERROR",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and not any(
            connection.laddr.port == port for connection in psutil.Process(process.pid).net_connections()
        ):
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


class Visit:
    """One opening of a page in a fresh profile: requests, and seconds to the first choice."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.context = browser.new_context(viewport={"width": 390, "height": 844})
        self.page = self.context.new_page()
        self.requests = 0
        self.page.on("request", self._count)
        start = time.perf_counter()
        self.page.goto(address, wait_until="commit")
        self._to_the_first_choice()
        self.seconds = time.perf_counter() - start

    def _count(self, _: object) -> None:
        self.requests += 1

    def _to_the_first_choice(self) -> None:
        self.page.get_by_role("button", name="Start from the beginning").first.click(timeout=120_000)
        self.page.get_by_role("radio").first.wait_for(timeout=30_000)

    def close(self) -> None:
        self.page.close(run_before_unload=True)
        self.context.close()


def choice_to_next(page: Page) -> float:
    """Milliseconds from pressing the button to the heading of what comes next, inside the page."""
    page.get_by_role("radio").first.check()
    return page.evaluate(
        """() => new Promise((resolve) => {
            const sheet = document.querySelector("[data-screen]");
            const button = [...sheet.querySelectorAll("button")].find((each) => each.type === "submit");
            const start = performance.now();
            new MutationObserver(() => requestAnimationFrame(() => resolve(performance.now() - start)))
                .observe(sheet, { childList: true, subtree: true });
            button.click();
        })"""
    )


def kernel_memory(served: Served) -> list[tuple[float, float]]:
    """Unique and resident MB of each kernel."""
    return [
        (memory.uss / 1e6, memory.rss / 1e6) for memory in (kernel.memory_full_info() for kernel in served.kernels())
    ]


def ten_at_once(served: Served, browser: Browser, path: str) -> tuple[float, float]:
    """Seconds until ten pages opened together can all be used, and the longest the server made another wait."""
    context = browser.new_context()
    pages = [context.new_page() for _ in range(10)]
    start = time.perf_counter()
    for page in pages:
        page.evaluate("(address) => { location.href = address; }", served.base + path)
    worst = 0.0
    for page in pages:
        while True:
            asked = time.perf_counter()
            served.ask("health")
            worst = max(worst, time.perf_counter() - asked)
            try:
                page.get_by_role("button", name="Start from the beginning").first.wait_for(timeout=200)
                break
            except Exception:
                if time.perf_counter() - start > 120:
                    raise
    taken = time.perf_counter() - start
    for page in pages:
        page.close(run_before_unload=True)
    context.close()
    return taken, worst


def with_a_browser() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        notebooks = Path(place) / "notebooks"
        notebooks.mkdir()
        (notebooks / "bench.ipynb").write_text(NOTEBOOK % SLUG)
        (notebooks / "practise.ipynb").write_text((folder("notebooks") / "practise.ipynb").read_text())
        with serving("--ready", "2", home=Path(place)) as served, stock_voila(notebooks / "bench.ipynb") as stock:
            served.wait_for_kernels(2, seconds=40)
            time.sleep(5)
            with counted(served.port) as wire:
                ready = Visit(browser, f"{wire.base}practise?scenario={SLUG}")
                bytes_of_ours = wire.received
            next_ms = choice_to_next(ready.page)
            uss, rss = max(kernel_memory(served))
            ready.close()
            cold = Visit(browser, f"{served.base}bench")
            cold.close()
            with counted(stock) as wire:
                peer = Visit(browser, wire.base)
                bytes_of_peer = wire.received
                peer.close()
            ten, worst = ten_at_once(served, browser, "bench")
        # fmt: off
        line("practise page, all bytes over the wire", kilobytes(bytes_of_ours), "under 100 kB", beside(bytes_of_peer, bytes_of_ours, kilobytes))
        line("practise page, requests", f"{ready.requests}", "", beside(peer.requests, ready.requests, str))
        line("first choice, kernel ready", f"{ready.seconds:.2f} s", "", beside(peer.seconds, ready.seconds, in_seconds))
        line("first choice, kernel not ready", f"{cold.seconds:.2f} s", "", beside(peer.seconds, cold.seconds, in_seconds))
        line("choice to next screen", f"{next_ms:.0f} ms", "under 50 ms")
        line("memory of an open page's kernel, own / resident", f"{uss:.0f} / {rss:.0f} MB", "under 45 MB own")
        line("ten pages opened at once, all usable after", in_seconds(ten), "", f"meanwhile another request waited {worst * 1000:.0f} ms at most")
        # fmt: on
        words_of_scenarios(browser)
        browser.close()


TO_THE_FIRST_SCREEN = """
async (fork) => {
  const wait = () => new Promise((done) => setTimeout(done, 5));
  const screen = () => document.querySelector("[data-screen]");
  const way = [...screen().querySelectorAll("button.sg-way")].find((it) => it.textContent.startsWith(fork));
  way.click();
  await wait();
  screen().querySelector("input[type=radio]").checked = true;
  screen().querySelector("button[type=submit]").click();
  await wait();
  screen().querySelector("button[type=submit]").click();
  await wait();
}
"""


def words_of_scenarios(browser: Browser) -> None:
    """Reading level, words of the debrief's first screen and minutes of a road, scenario by scenario."""
    print()
    evidence, lines = load_evidence(), help_lines()
    for slug, scenario in load_sound().items():
        levels = [
            automated_readability(scene.text) for scene in [*scenario.scenes.values(), *scenario.endings.values()]
        ]
        roads = [
            minutes_to_read(
                sum(
                    words_in(scenario.at(place).text)
                    for place in [*(step.scene_id for step in play.steps), play.scene_id]
                )
            )
            for play in every_road(scenario)
        ]
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "page.html"
            file.write_text(page_of(player_data(scenario, evidence, lines), {}), encoding="utf-8")
            first = []
            for fork_id, fork in scenario.forks.items():
                page = browser.new_page(viewport={"width": 390, "height": 844})
                page.goto(file.as_uri())
                page.locator("[data-screen=opening]").wait_for()
                page.evaluate(TO_THE_FIRST_SCREEN, fork.heading or fork_id)
                first.append(words_seen(page, "[data-part=first]"))
                page.close()
        line(
            slug,
            f"first screen {min(first)}-{max(first)}",
            "at most 250 words",
            f"{len(roads)} roads of {min(roads):.1f}-{max(roads):.1f} min of story; reading grade {min(levels):.0f}-{max(levels):.0f}, middle {statistics.median(levels):.0f}",
        )


def main() -> None:
    cores = os.cpu_count()
    print(
        f"{platform.platform()}, {cores} cores, Python {platform.python_version()}, {len(scenario_files())} scenarios\n"
    )
    without_a_browser()
    with_a_browser()


if __name__ == "__main__":
    main()
