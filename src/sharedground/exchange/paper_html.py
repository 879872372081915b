"""A paper as one HTML page for print: no script, nothing from elsewhere."""

from markupsafe import Markup

from sharedground.exchange.paper import Paper
from sharedground.pages import stylesheet
from sharedground.pages.templates import page


def as_html(paper: Paper) -> str:
    """The page; every text in it is escaped by the template."""
    return page("paper.html", paper=paper, style=Markup(stylesheet("paper")))
