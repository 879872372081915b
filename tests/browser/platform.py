"""A learning platform in a browser: a page with a frame in which a SCORM package is opened, visit after visit."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Frame, Page, Route

from tests.npm import npm_package

HOME = "http://platform.test/"
COURSE = HOME + "course/"
AGAIN = """
const api = new Scorm12API({ autocommit: false, logLevel: 5 });
if (Object.keys(record).length) api.loadFromFlattenedJSON(record, "");
const keep = () => {
  const { core, suspend_data } = api.cmi;
  Object.assign(record, {
    "cmi.core.lesson_status": core.lesson_status, "cmi.core.lesson_location": core.lesson_location,
    "cmi.suspend_data": suspend_data,
  });
  window.keepRecord(record);
};
api.on("LMSCommit", keep);
api.on("LMSFinish", () => { window.hasFinished = true; keep(); });
window.API = api;
"""
OURS = "window.API = window.platforms[kind](record);"


class Platform:
    """Keeps the record of one learner; `kind` is how it behaves, ``again`` an implementation by others."""

    def __init__(self, package: bytes, kind: str = "hub") -> None:
        self.kind = kind
        self.record: dict[str, Any] = {}
        with zipfile.ZipFile(io.BytesIO(package)) as opened:
            self.files = {name: opened.read(name) for name in opened.namelist()}

    def visit(self, profile: Callable[..., Any], *, before: Callable[[Page], None] | None = None) -> "Visit":
        """Open the package in a page of its own."""
        someone = profile()
        self._answer(someone.context)
        page = someone.page()
        if before:
            before(page)
        page.goto(HOME)
        page.frame_locator("iframe").locator(".sg-title").wait_for()
        assert someone.watched.elsewhere(HOME) == []
        return Visit(page, page.frames[1])

    def _answer(self, context: BrowserContext) -> None:
        context.expose_binding("keepRecord", lambda _, record: self.record.update(record))
        context.route(HOME + "**", self._served)

    def _served(self, route: Route) -> None:
        address = route.request.url
        if address.startswith(COURSE):
            route.fulfill(body=self.files[address.removeprefix(COURSE)], content_type="text/html; charset=utf-8")
        elif address == HOME:
            route.fulfill(body=self._page(), content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    def _page(self) -> str:
        again = self.kind == "again"
        script = (
            npm_package("scorm-again") / "dist/scorm12.min.js" if again else Path(__file__).with_name("platform.js")
        )
        code = script.read_text(encoding="utf-8").replace("</script", "<\\/script")
        return (
            '<!DOCTYPE html><html lang="en"><title>Platform</title><link rel="icon" href="data:,">'
            f"<script>{code}</script>"
            f"<script>const kind = {json.dumps(self.kind)}, record = {json.dumps(self.record)};"
            f"{AGAIN if again else OURS}</script>"
            '<iframe src="course/index.html" width="390" height="800" title="Course"></iframe>'
        )


class Visit:
    """One visit to the package."""

    def __init__(self, page: Page, frame: Frame) -> None:
        self.page = page
        self.frame = frame

    def leave(self) -> None:
        """The learner closes the unit; the platform's page stays."""
        self.page.evaluate("() => { document.querySelector('iframe').src = 'about:blank'; }")
        self.page.wait_for_function("() => window.hasFinished")
        self.page.wait_for_timeout(50)
        self.page.close()

    def told(self) -> list[list[str]]:
        """Everything the platform was told: element and value."""
        told: list[list[str]] = self.page.evaluate("() => API.told")
        return told

    def asked(self) -> list[str]:
        asked: list[str] = self.page.evaluate("() => API.asked")
        return asked

    def banner(self) -> str:
        return self.frame.locator(".sg-banner").inner_text()
