"""One Chromium for the session, a fresh profile for each test, and a watch on where requests go."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from sharedground.exchange.page import page as single_page
from tests.browser.chromium import chromium
from tests.browser.sample import figures, player_data
from tests.served import Served, serving

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    """The project's own server with its own notebooks."""
    with serving("--ready", "2", "--max-pages", "60") as served:
        yield served


@pytest.fixture(scope="session")
def sample_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the sample scenario as a single file."""
    file = tmp_path_factory.mktemp("pages") / "a-walk.html"
    file.write_text(single_page(player_data(), figures()), encoding="utf-8")
    return file.as_uri()


@dataclass
class Watched:
    """What a profile's pages asked of the network, and what they complained of."""

    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def elsewhere(self, home: str) -> list[str]:
        """The addresses that are neither ours nor inside the page."""
        return [address for address in self.asked if not address.startswith((home, "data:", "blob:", "about:"))]


@dataclass
class Profile:
    """A browser profile of one person, with its watch."""

    context: BrowserContext
    watched: Watched

    def page(self) -> Page:
        page = self.context.new_page()
        page.on("request", lambda request: self.watched.asked.append(request.url))
        page.on("pageerror", lambda error: self.watched.errors.append(str(error)))
        return page


@pytest.fixture
def profile(browser: Browser) -> Iterator[Callable[..., Profile]]:
    """Makes profiles: ``profile()`` at phone size, ``profile(DESK)`` at another."""
    made: list[Profile] = []

    def make(viewport: dict[str, int] = PHONE, **options: object) -> Profile:
        made.append(Profile(browser.new_context(viewport=viewport, **options), Watched()))
        return made[-1]

    yield make
    for each in made:
        for page in each.context.pages:
            with suppress(Error):  # a page that a test has closed may still be on its way out
                page.close(run_before_unload=True)
        each.context.close()
        assert each.watched.errors == []


def faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the page as it stands; each fault with the place it was found at."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]
