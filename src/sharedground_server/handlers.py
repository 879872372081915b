"""What the server answers: dashboards with a kernel each, and light pages without one."""

import json
import re
from typing import Any

from jupyter_core.utils import ensure_async
from tornado import web
from tornado.ioloop import IOLoop
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from sharedground.errors import NoSuchContent
from sharedground_server.site import Site

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; "
        "frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Calm:
    """Errors are one plain sentence with a way out; what went wrong inside stays inside."""

    def write_error(self: Any, status_code: int, **kwargs: Any) -> None:
        if status_code == 503:
            self.set_header("Retry-After", "60")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.settings["site"].error_page(status_code))


class Light(Calm, web.RequestHandler):
    """A page without a kernel, and without a cookie."""

    def initialize(self, site: Site) -> None:
        self.site = site

    def set_default_headers(self) -> None:
        self.set_header("X-Content-Type-Options", "nosniff")
        for name, value in SECURITY_HEADERS.items():
            self.set_header(name, value)

    def page(self, html: str) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(html)


class Gallery(Light):
    def get(self) -> None:
        self.page(self.site.gallery())


class WholePage(Light):
    """A scenario as one page without a kernel: for networks that block sockets, and when all places are taken."""

    async def get(self, slug: str) -> None:
        drawing = self.site.all_evidence.one_at_a_time  # its figures may have to be drawn: not in the event loop
        try:
            self.page(await IOLoop.current().run_in_executor(drawing, self.site.single_page, slug))
        except NoSuchContent as trouble:
            raise web.HTTPError(404) from trouble


class AllEvidence(Light):
    """Every finding, as one page without a kernel; what it shows is in its address, which only the page reads."""

    def get(self) -> None:
        self.page(self.site.all_evidence.html)


class Figure(Light):
    """One drawing by its name; a name stands for one drawing for ever."""

    async def get(self, name: str) -> None:
        pages = self.site.all_evidence
        try:
            drawing = await IOLoop.current().run_in_executor(pages.one_at_a_time, pages.drawing, name)
        except NoSuchContent as trouble:
            raise web.HTTPError(404) from trouble
        self.set_header("Content-Type", "image/svg+xml")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.finish(drawing)


class Asset(Light):
    """One of the few files of our own that pages ask for; nothing else is served from disk."""

    def get(self, name: str) -> None:
        asset = self.site.asset(name)
        if asset is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", asset.media_type)
        self.set_header(
            "Cache-Control",
            "public, max-age=31536000, immutable" if self.get_query_argument("v", "") else "no-cache",
        )
        self.finish(asset.content)


class Health(Light):
    """Whether the process answers; starts nothing."""

    def get(self) -> None:
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps({"status": "ok"}))


class NotHere(Light):
    def prepare(self) -> None:
        raise web.HTTPError(404)


class StrangeHost(Light):
    """Asked for under a name that is not ours; says so and gives nothing else (DNS rebinding)."""

    def prepare(self) -> None:
        raise web.HTTPError(421)


KERNEL_OF_PAGE = re.compile(r'"kernel": "([0-9a-f-]{36})"')
MOST_SOCKETS = 4
MOST_UNREAD = 4_000_000


class Dashboard(Calm, TornadoVoilaHandler):
    """A notebook as a page, with a kernel of its own, while there are places left."""

    being_opened = 0

    def initialize(self, **kwargs: Any) -> None:
        self.site: Site = kwargs.pop("site")
        self.max_pages: int = kwargs.pop("max_pages")
        self.kernel_id = ""
        self.left = False
        super().initialize(**kwargs)

    async def get(self, path: str | None = None) -> None:
        name = path or ""
        if not self.site.has_notebook(name):
            raise web.HTTPError(404)
        taken = len(self.kernel_manager.list_kernel_ids()) - len(self.kernel_manager.waiting())
        if taken + Dashboard.being_opened >= self.max_pages:
            raise web.HTTPError(503)
        Dashboard.being_opened += 1  # before anything is awaited, so that no two take the last place
        try:
            self._forget_the_query()
            await super().get(f"{name}.ipynb")
        finally:
            Dashboard.being_opened -= 1
            if self.left and self.kernel_id in self.kernel_manager:
                await ensure_async(self.kernel_manager.shutdown_kernel(self.kernel_id, now=True))

    def write(self, chunk: Any) -> None:
        if not self.kernel_id and isinstance(chunk, str) and (found := KERNEL_OF_PAGE.search(chunk)):
            self.kernel_id = found[1]
        super().write(chunk)

    def on_connection_close(self) -> None:
        """Somebody went before the page was there: the place is given back as soon as it can be."""
        self.left = True
        super().on_connection_close()

    def _forget_the_query(self) -> None:
        """The page reads its address itself; no kernel, environment or log gets it."""
        self.request.uri, self.request.query = self.request.path, ""
        self.request.query_arguments = self.request.arguments = {}

    def head(self, path: str | None = None) -> None:
        """A look from a link preview or a monitor starts no kernel."""
        if not self.site.has_notebook(path or ""):
            raise web.HTTPError(404)
        self.finish()

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        if self._headers_written:  # the page has begun: end it with a word rather than an endless wait
            self.finish(self.site.broken_off())
            return
        super().write_error(status_code, **kwargs)


class CloseKernel(VoilaShutdownKernelHandler):
    """A page that goes away ends its kernel. The kernel's id is the secret; no cookie is needed for it."""

    def check_xsrf_cookie(self) -> None:
        return

    async def post(self, kernel_id: str) -> None:
        if kernel_id in self.kernel_manager:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id, now=True))
        self.set_status(204)
        self.finish()


class KernelSocket(VoilaKernelWebsocketHandler):
    """The socket of a page to its kernel: few for each kernel, and none that is not read."""

    async def pre_get(self) -> None:
        await super().pre_get()
        if self.kernel_manager.sockets(self.kernel_id) >= MOST_SOCKETS:
            raise web.HTTPError(429)

    def on_message(self, ws_message: Any) -> None:
        try:
            super().on_message(ws_message)
        except Exception:  # not of the protocol: a stranger's, and none of a page's
            self.close(1003, "not understood")

    def write_message(self, message: Any, binary: bool = False) -> Any:
        stream = self.ws_connection.stream if self.ws_connection else None
        if stream is not None and len(stream._write_buffer) > MOST_UNREAD:
            stream.close()
            return None
        return super().write_message(message, binary)


def calm(stock: type[web.RequestHandler]) -> type[web.RequestHandler]:
    """A handler of Voila's whose errors are as plain as ours, and set no cookie."""
    return type(stock.__name__, (Calm, stock), {})
