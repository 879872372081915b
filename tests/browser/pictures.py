"""Takes the pictures of docs/pictures/ from the running product: make pictures."""

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from sharedground.scenario import load
from tests.browser.chromium import chromium
from tests.browser.conftest import DESK, PHONE
from tests.served import serving

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


def decide(page: Page, base: str, slug: str, choice: int) -> None:
    """Play the first decision of a scenario up to its debrief."""
    fork_id, fork = next(iter(load(slug).forks.items()))
    page.goto(f"{base}practise?scenario={slug}&fork={fork_id}")
    page.get_by_role("button", name=fork.heading).first.click(timeout=30_000)
    page.wait_for_timeout(300)
    page.locator(f"input[value='{fork.choices[choice].id}']").check()


def shot(page: Page, name: str) -> None:
    page.wait_for_timeout(300)
    page.screenshot(path=PICTURES / f"{name}.png")


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with serving() as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport=PHONE)
        decide(page, served.base, "two-hours-for-a-recital", 1)
        page.evaluate("() => window.scrollTo(0, 0)")
        shot(page, "scene-phone")
        page.locator("button[type=submit]").click()
        page.locator("button[type=submit]").click()
        shot(page, "debrief-phone")
        decide(page, served.base, "coming-down-slowly", 1)
        page.locator("button[type=submit]").click()
        page.locator("button[type=submit]").click()
        page.get_by_role("button", name="See the figures").click()
        picture = page.get_by_role("img").filter(visible=True).nth(1)
        picture.wait_for(timeout=30_000)
        page.wait_for_timeout(2000)
        picture.evaluate("(it) => window.scrollTo(0, it.getBoundingClientRect().top + window.scrollY - 110)")
        shot(page, "figure-phone")
        page = browser.new_page(viewport=DESK)
        page.goto(served.base)
        shot(page, "gallery-desk")
        browser.close()


if __name__ == "__main__":
    main()
