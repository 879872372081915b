"""Pages that are made on our side, from templates that escape every text."""

from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sharedground.content import PAGES

if TYPE_CHECKING:
    import jinja2


@cache
def _templates() -> "jinja2.Environment":
    import jinja2  # 2 MB, which a learner's kernel does not need

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(PAGES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, *, base: str = "/", **words: Any) -> str:
    """One of ``pages/*.html`` with its words; `base` is where the site begins."""
    return _templates().get_template(template).render(base=base, **words)


def scenario_list(catalogue: list[dict[str, Any]], help_lines: dict[str, Any]) -> Markup:
    """The scenarios of `catalogue` as HTML, with who is awake now beneath."""
    return Markup(page("scenario-list.html", entries=catalogue, help=help_lines))
