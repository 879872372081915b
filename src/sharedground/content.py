"""Where scenarios, notebooks, templates and pages are, in a checkout and in an installed package alike."""

import os
from pathlib import Path

from sharedground.errors import NoSuchContent

PACKAGE = Path(__file__).parent
PAGES = PACKAGE / "pages"


def folder(name: str) -> Path:
    """The folder of one kind of content: ``scenarios``, ``scenarios/evidence``, ``notebooks`` or ``share``.

    Looked for in this order: ``$SHAREDGROUND_HOME/<name>`` (a service's own copy), inside the installed
    package, the checkout this file belongs to.

    Raises
    ------
    NoSuchContent
        None of the three is there; the message lists where it looked and says what to do.
    """
    own = os.environ.get("SHAREDGROUND_HOME")
    places = [Path(own).expanduser() / name] if own else []
    places += [PACKAGE / "_content" / name, PACKAGE.parents[1] / name]
    for place in places:
        if place.is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    raise NoSuchContent(
        f"no folder {name!r} was found; looked in: {looked}. "
        "Install the toolkit again, or set SHAREDGROUND_HOME to a folder that holds one."
    )
