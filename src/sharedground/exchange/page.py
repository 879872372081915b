"""A scenario as one HTML file that plays by double click and asks the network for nothing."""

import base64
import hashlib
import json
from datetime import date
from typing import Any

from markupsafe import Markup

from sharedground.pages import module, stylesheet
from sharedground.pages.templates import page as filled

_START = """
const packed = document.getElementById("sharedground-data");
const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
packed.remove();
mount(document.getElementById("player"), JSON.parse(new TextDecoder().decode(bytes)));
"""


def page(player_data: dict[str, Any], figures: dict[str, str], *, made_on: date | None = None) -> str:
    """The scenario of `player_data` (format 1) with its `figures` (name to SVG), as one self-contained page.

    The data are packed, so that nobody meets both sides of a decision by looking at the source before choosing.
    A content security policy in the page forbids it to load or send anything, and to run any script but its own.
    """
    about = player_data["about"]
    packed = json.dumps({**player_data, "figures": figures}, ensure_ascii=False, separators=(",", ":"))
    script = module("player").replace("export default { render };", "").replace("export function", "function") + _START
    return filled(
        "page.html",
        title=player_data["title"],
        version=player_data["version"],
        date=(made_on or date.today()).isoformat(),
        drafted_by=about["drafted_by"],
        licence=about["licence"],
        made_from=f"the scenario {player_data['slug']}",
        style=Markup(stylesheet("site", "player")),
        script=Markup(script),
        script_hashes=Markup(f"'sha256-{_sha256(script)}'"),
        data=base64.b64encode(packed.encode()).decode(),
    )


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
