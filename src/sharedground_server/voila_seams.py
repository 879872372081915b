"""Where Voila, nbclient and Jupyter are made to behave otherwise, each once: the place to look on an upgrade."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import Any

import jinja2
from jupyter_server.auth.identity import IdentityProvider, User
from nbclient.output_widget import OutputWidget
from voila.exporter import VoilaExporter
from voila.notebook_renderer import NotebookRenderer

SCREEN = "application/vnd.sharedground.screen+json"
"""How an output says that it is a screen of ours (sharedground_widgets.screen)."""

log = logging.getLogger("sharedground")

_environments: dict[tuple[str, tuple[str, ...]], jinja2.Environment] = {}
_stock_environment = VoilaExporter.environment
_stock_generator = NotebookRenderer.generate_content_generator
_stock_send = OutputWidget.send


class Visitor(IdentityProvider):
    """Everyone is the same visitor: no log-in, no identity cookie, nothing to recognise anyone by."""

    def get_user(self, handler: Any) -> User:
        return User(username="visitor")

    def get_handlers(self) -> list[Any]:
        return []

    @property
    def auth_enabled(self) -> bool:
        return False


def one_jinja_environment(**names: Any) -> None:
    """Templates are parsed once for the process, not once for each page (2.3 s of blocking for ten pages).

    `names` are what our template may use beside what Voila gives it.
    """

    def environment(exporter: VoilaExporter) -> jinja2.Environment:
        key = (exporter.template_name, tuple(exporter.template_paths))
        if key not in _environments:
            _environments[key] = _stock_environment.fget(exporter)
            _environments[key].globals.update(names, shows_only_our_screens=shows_only_our_screens)
        return _environments[key]

    VoilaExporter.environment = property(environment)


def few_pages_at_once(pages: int, *, broken_off: Callable[[], str]) -> None:
    """At most `pages` notebooks are rendered together, so that the event loop stays free for everyone else.

    A page whose template fails ends with `broken_off()`; stock Voila would send heartbeats for ever.
    """
    turn = asyncio.Semaphore(pages)

    def generate(renderer: NotebookRenderer, *args: Any, **kwargs: Any) -> AsyncIterator[Any]:
        async def in_turn() -> AsyncIterator[Any]:
            async with turn:
                try:
                    async for snippet in _stock_generator(renderer, *args, **kwargs):
                        yield snippet
                except Exception:
                    log.exception("the page of %s broke off", renderer.notebook_path)
                    yield broken_off(), {}

        return in_turn()

    NotebookRenderer.generate_content_generator = generate


def no_lost_wake_up() -> None:
    """After sending, nbclient looks again for messages that came meanwhile (3 to 12 % of first loads hung)."""

    def send(widget: OutputWidget, *args: Any, **kwargs: Any) -> Any:
        answer = _stock_send(widget, *args, **kwargs)
        widget.kernel_client.shell_channel.socket._schedule_remaining_events()
        return answer

    OutputWidget.send = send  # type: ignore[method-assign, assignment]


def shows_only_our_screens(cells: list[Any]) -> bool:
    """Whether the small host module is enough for a page: each output of its code is a screen of ours, or an error."""
    outputs = [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]
    return all(output.output_type == "error" or SCREEN in output.get("data", {}) for output in outputs)
