"""The Voila application with our pages added: settings, routes and limits in one place."""

import logging
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import tornado.ioloop
import tornado.web
from jupyter_server.services.kernels.handlers import _kernel_id_regex
from tornado.httputil import HTTPServerRequest
from traitlets import Any as AnyTrait
from traitlets import Callable, Int, List, Unicode
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from sharedground_server import handlers, voila_seams
from sharedground_server.kernels import Kernels, LeanKernelSpecs

SHORT_FOLDER = "sg-"
"""Prefix of the folder for kernel sockets: their paths must stay under 104 bytes on macOS."""

MOST_OF_A_BODY = 100_000
"""Bytes of a request's body; our own pages send none."""

MOST_OF_A_MESSAGE = 1_000_000
"""Bytes of one message of a page to its kernel; the player sends some hundred."""

LEFT_OUT = (
    "/voila/files/",
    "/voila/tree",
    "/voila/render/",
    "/voila/api/contents",
    "/voila/api/shutdown/",
    "/voila/query/",
)
"""What Voila would add: listings, files, request details, and a shutdown that needs a cookie."""


class KnownHosts(tornado.web.Application):
    """Answers only under names that are ours: a page elsewhere cannot reach us under a name of its own."""

    def __init__(self, pattern: str, **settings: Any) -> None:
        self._known = re.compile(pattern)
        super().__init__(**settings)

    def listen(self, port: int, address: str | None = None, **options: Any) -> Any:
        return super().listen(port, address, max_body_size=MOST_OF_A_BODY, **options)

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        if self._known.match(request.host_name):
            return super().find_handler(request, **kwargs)
        return self.get_handler_delegate(request, handlers.StrangeHost, {"site": self.settings["site"]})


class SharedGround(Voila):
    """Voila for the project: named pages, a gallery without a kernel, limits, and no trace of who came."""

    name = "sharedground"
    site = AnyTrait()
    allow_hosts = List(Unicode(), help="Names, beside localhost and any IP address, under which we answer.")
    max_pages = Int(30, help="Open pages with a kernel at one time; more get a kind word and a simple page.")
    ready = Int(1, help="Kernels of the practise page that wait, started.")
    pages_at_once = Int(2, help="Notebooks rendered at the same time.")
    on_listening = Callable(lambda: None, help="Called once when the first request can be answered.")

    @property
    def host_pattern(self) -> str:
        names = "|".join(re.escape(name.lower()) for name in ["localhost", *self.allow_hosts])
        return rf"(?i)(?:{names}|\d{{1,3}}(?:\.\d{{1,3}}){{3}}|\[[0-9a-f:.]+\])$"

    def init_settings(self) -> dict[str, Any]:
        voila_seams.one_jinja_environment(site_version=self.site.version)
        voila_seams.few_pages_at_once(self.pages_at_once, broken_off=self.site.broken_off)
        voila_seams.no_lost_wake_up()
        settings = super().init_settings()
        self.kernel_manager.allowed_message_types.remove("shutdown_request")  # it would start another kernel
        settings.update(
            site=self.site,
            compress_response=True,
            headers=handlers.SECURITY_HEADERS,
            default_handler_class=handlers.NotHere,
            default_handler_args={"site": self.site},
            log_function=_log_without_addresses,
            ws_ping_timeout=30_000,
            websocket_max_message_size=MOST_OF_A_MESSAGE,
            websocket_compression_options={},  # 186 kB a socket, little beside a kernel; a third of the bytes
        )
        return settings

    def init_handlers(self) -> list[Any]:
        site = {"site": self.site}
        dashboard = {
            **site,
            "max_pages": self.max_pages,
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        stock = [
            _as_ours(pattern, handler, *rest)
            for pattern, handler, *rest in super().init_handlers()
            if not pattern.startswith(LEFT_OUT) and handler is not TornadoVoilaTreeHandler
        ]
        return [
            (r"/", handlers.Gallery, site),
            (r"/health", handlers.Health, site),
            (r"/assets/([a-z.]+)", handlers.Asset, site),
            (r"/page/([a-z0-9-]+)", handlers.WholePage, site),
            (r"/all-the-evidence", handlers.AllEvidence, site),
            (r"/figures/([0-9a-f]{16})\.svg", handlers.Figure, site),
            (rf"/voila/api/shutdown/{_kernel_id_regex}", handlers.CloseKernel),
            *stock,
            (r"/([a-z0-9][a-z0-9_-]{0,80})", handlers.Dashboard, dashboard),
        ]

    def start(self) -> None:
        for library in ("tornado.application", "tornado.general", "tornado.access"):
            logging.getLogger(library).addFilter(WithoutVisitor())
        self.connection_dir = tempfile.mkdtemp(prefix=SHORT_FOLDER, dir=self.connection_dir_root)
        self.app = KnownHosts(self.host_pattern, **self.init_settings())
        self.app.add_handlers(r".*$", self.init_handlers())
        tornado.ioloop.IOLoop.current().add_callback(self.on_listening)
        self.listen()

    def stop(self) -> None:
        shutil.rmtree(self.connection_dir, ignore_errors=True)


def _as_ours(pattern: str, handler: Any, *rest: Any) -> tuple[Any, ...]:
    """A route of Voila's with our manners: plain errors, no cookie, a bounded socket, no odd path."""
    if handler is VoilaKernelWebsocketHandler:
        return (pattern, handlers.KernelSocket, *rest)
    if pattern.startswith("/voila/templates/"):
        pattern = r"/voila/templates/(?!.*\.\.)([\w-]+/static/.+)"
    return (pattern, handlers.calm(handler), *rest)


class WithoutVisitor(logging.Filter):
    """Takes out of what the libraries log whatever could tell who asked for what, the kernel's id above all."""

    def filter(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "no exception"
        record.msg, record.args = "a request could not be answered as it was (%s)", (kind,)
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def _log_without_addresses(handler: tornado.web.RequestHandler) -> None:
    """Only what went wrong is logged, by method and status: no address of a visitor, no query, no kernel id."""
    status = handler.get_status()
    if status >= 500 and status != 503:
        logging.getLogger("sharedground").warning("%s answered %d", handler.request.method, status)


def configuration(notebooks: Path, *, ready: int, idle_minutes: float) -> Config:
    """The settings of Voila and of the kernels, in one place."""
    config = Config()
    config.VoilaConfiguration.template = "sharedground"
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.preheat_kernel = ready > 0
    config.VoilaConfiguration.default_pool_size = 0
    config.VoilaConfiguration.multi_kernel_manager_class = Kernels
    config.VoilaConfiguration.kernel_spec_manager_class = LeanKernelSpecs
    config.VoilaKernelManager.kernel_pools_config = {
        "default": {"pool_size": 0},
        "practise.ipynb": {"pool_size": ready},
    }
    idle_seconds = max(1, round(idle_minutes * 60))
    config.MappingKernelManager.cull_interval = min(60, idle_seconds)
    config.MappingKernelManager.cull_idle_timeout = idle_seconds
    config.MappingKernelManager.cull_connected = True
    if os.name == "posix":
        config.KernelManager.transport = "ipc"
    config.SharedGround.root_dir = str(notebooks)
    config.SharedGround.open_browser = False
    config.SharedGround.config_file_paths = []
    config.SharedGround.identity_provider_class = voila_seams.Visitor
    config.SharedGround.log_level = "ERROR"
    return config
