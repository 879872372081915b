"""A learner with a pointer: the moves of the player, each in one word."""

import re

from playwright.sync_api import Locator, Page


class Learner:
    """Plays in a page that shows a player."""

    def __init__(self, page: Page, address: str = "") -> None:
        self.page = page
        if address:
            page.goto(address)

    def begin(self) -> "Learner":
        self.button("Start from the beginning").click()
        return self

    def decide_only(self, heading: str) -> "Learner":
        """One decision by itself, from the opening."""
        self.button(heading).click()
        return self

    def choose(self, choice_id: str, *, backed: str | None = None, why: str = "") -> "Learner":
        """Choose at a fork, and answer or leave the question after it."""
        self.take(choice_id)
        if backed and backed != "same":
            self.page.get_by_label("No, something else").check()
        if backed:
            self.page.locator(f"input[value='{backed}']").check()
        self.page.get_by_label("Why? One line, if you like").fill(why)
        self.button("Go on").click()
        return self

    def take(self, choice_id: str) -> "Learner":
        self.page.locator(f"input[value='{choice_id}']").check()
        self.button("This is what I would do").click()
        return self

    def go_on(self) -> "Learner":
        self.button("Go on").click()
        return self

    def look_back(self) -> "Learner":
        self.button("Look back at what you decided").click()
        return self

    def play_the_sample(self) -> "Learner":
        """All of the sample's road along the plan, up to the debrief."""
        self.begin().choose("plan").choose("ring").choose("write-it-with-her")
        return self.look_back()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name).first

    @property
    def heading(self) -> str:
        return self.page.locator(".sg-title").inner_text()

    @property
    def screen(self) -> str:
        return str(self.page.locator("[data-screen]").get_attribute("data-screen"))

    @property
    def options(self) -> list[str]:
        radios = self.page.locator("input[type=radio]")
        return [str(radio.get_attribute("value")) for radio in radios.all()]

    def stored(self) -> str:
        """All that this browser keeps for the page, in the tab and on the computer."""
        return str(
            self.page.evaluate("() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])")
        )


SEEN = """(top) => {
  const seen = (it) => { for (; it && it !== top.parentElement; it = it.parentElement) {
    const box = it.getBoundingClientRect(); if (box.width <= 1 || box.height <= 1) return false; } return true; };
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  let words = "";
  while (walker.nextNode()) if (seen(walker.currentNode.parentElement)) words += " " + walker.currentNode.data;
  return words;
}"""


def words_seen(page: Page, selector: str) -> int:
    """How many words of that part can be seen as it stands; a sign or a number by itself is none."""
    return len(re.findall(r"\w[\w’'-]*", page.locator(selector).evaluate(SEEN)))
