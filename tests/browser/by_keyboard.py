"""A learner who has only a keyboard: Tab until the thing is reached, then Space or Enter."""

from playwright.sync_api import Frame, Page

MOST_TABS = 150


class Keyboard:
    """Drives a player, in a page or a frame, without a mouse; every stop on the way must show that it has focus."""

    def __init__(self, page: Page | Frame) -> None:
        self.page = page
        self.keys = page.page.keyboard if isinstance(page, Frame) else page.keyboard

    def tab_to(self, matches: str) -> None:
        """Press Tab until the element with focus matches; `matches` is JavaScript on ``it``."""
        for _ in range(MOST_TABS):
            self.keys.press("Tab")
            if self.page.evaluate(f"() => {{ const it = document.activeElement; return Boolean({matches}); }}"):
                assert self._focus_is_seen(), f"no visible focus on {self._where()}"
                return
        raise AssertionError(f"Tab never reached: {matches}")

    def press(self, name: str) -> None:
        """Reach the button or link of that name, and press it."""
        self.tab_to(f"it.matches('button, a') && it.textContent.trim().startsWith({name!r})")
        self.keys.press("Enter")

    def choose(self, choice_id: str) -> None:
        """Reach the options, move to the one with that id by arrow, and send the answer."""
        self.tab_to("it.matches('input[type=radio]')")
        self.keys.press("Space")
        for _ in range(10):
            if self.page.evaluate("() => document.activeElement.value") == choice_id:
                break
            self.keys.press("ArrowDown")
        assert self.page.evaluate("() => document.activeElement.value") == choice_id
        self.tab_to("it.matches('button[type=submit]')")
        self.keys.press("Enter")

    def skip_the_second_question(self) -> None:
        """Leave 'if you were backed' empty."""
        self.tab_to("it.matches('button[type=submit]')")
        self.keys.press("Enter")

    def heading(self) -> str:
        """The heading that took focus."""
        focused = self.page.evaluate(
            "() => document.activeElement.matches('h1, h2') && document.activeElement.textContent"
        )
        assert focused, f"focus is not on a heading but on {self._where()}"
        return str(focused)

    def screen(self) -> str:
        """Which screen of the player is shown."""
        return str(self.page.locator("[data-screen]").get_attribute("data-screen"))

    def _focus_is_seen(self) -> bool:
        return bool(
            self.page.evaluate(
                "() => { const style = getComputedStyle(document.activeElement);"
                " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; }"
            )
        )

    def _where(self) -> str:
        return str(self.page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)"))
