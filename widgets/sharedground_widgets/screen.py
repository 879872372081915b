"""The ground of all screens: one anywidget each, which hears the page as it would any stranger."""

import logging
from typing import Any

import anywidget
import comm
import traitlets

from sharedground.errors import SharedGroundError

SCREEN = "application/vnd.sharedground.screen+json"
"""Marks an output as a screen of ours, so that its page gets the small host module (share/jupyter/voila)."""

log = logging.getLogger("sharedground")


class Screen(anywidget.AnyWidget):
    """A page's worth of interface.

    A subclass names its module, what the page may set, and what it answers to the page's messages.
    """

    page_may_set: frozenset[str] = frozenset()
    """Traits the page may change; a word about any other is not heard (ipywidgets would even set read-only ones)."""

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(self._heard)
        comm.get_comm_manager().targets.pop("jupyter.widget", None)  # widgets are made here, never by a page

    def set_state(self, sync_data: dict[str, Any]) -> None:
        heard = {name: value for name, value in sync_data.items() if name in self.page_may_set}
        try:
            super().set_state(heard)
        except traitlets.TraitError:
            log.info("a page sent a value of the wrong kind for one of: %s", ", ".join(sorted(heard)))

    def answer(self, kind: str, message: dict[str, Any]) -> dict[str, Any] | None:
        """What to send back for a message of that kind; None for one that is not known."""
        return None

    def _heard(self, _: Any, message: Any, __: Any) -> None:
        kind = message.get("kind") if isinstance(message, dict) else None
        if not isinstance(kind, str):
            return
        try:
            reply = self.answer(kind, message)
        except SharedGroundError as trouble:
            reply = {"kind": "trouble", "about": kind, "words": str(trouble)}
        except Exception:
            log.exception("a message of kind %.40r could not be answered", kind)
            reply = {
                "kind": "trouble",
                "about": kind,
                "words": "That did not work. Nothing you wrote is lost.",
            }
        if reply is not None:
            self.send(reply)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return ({**data, SCREEN: {}}, metadata) if data else bundle
