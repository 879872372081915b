"""What tests of figures share: the evidence as it stands, and ways to read a drawing."""

from functools import cache

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharedground.charts.figures import FigureSpec, figures_for
from sharedground.charts.people import people_chart
from sharedground.charts.values import values_chart
from sharedground.evidence import Evidence, load_evidence


@cache
def evidence() -> Evidence:
    return load_evidence()


def figures(*finding_ids: str) -> list[FigureSpec]:
    """The figures by practice; the contrast, which is the same everywhere, left out."""
    return [spec for spec in figures_for(evidence(), finding_ids) if spec.kind != "contrast"]


def figure_of(finding_id: str) -> FigureSpec:
    return next(spec for spec in figures(finding_id) if finding_id in spec.findings)


def row_of(finding_id: str) -> dict:
    return next(row for row in figure_of(finding_id).rows if row["finding"] == finding_id)


def drawn(*finding_ids: str) -> Figure:
    """The one drawing of some findings."""
    (spec,) = figures(*finding_ids)
    return {"values": values_chart, "people": people_chart}[spec.kind](spec.frame())


def strips(figure: Figure, finding_id: str) -> list[Axes]:
    """The axes on which a finding is drawn."""
    return [axes for axes in figure.axes if axes.get_label() == finding_id]


def part(axes: Axes, label: str):
    """The one line or bar of a strip with that label."""
    bars = [bar for bar in axes.containers if bar.get_label() == label]
    lines = [line for line in axes.lines if line.get_label() == label]
    (found,) = bars or lines
    return found.patches[0] if bars else found


def texts(figure: Figure) -> str:
    """All words of a drawing, in order from the top, on one line."""
    page = figure.axes[0]
    on_page = [(text.get_position()[1], text.get_position()[0], text.get_text()) for text in page.texts]
    on_strips = [text.get_text() for axes in figure.axes[1:] for text in axes.texts]
    return " ".join([words for _, _, words in sorted(on_page)] + on_strips)


@cache
def everything() -> list[FigureSpec]:
    """Every figure that the whole table gives, the contrast first."""
    return figures_for(evidence(), evidence().findings)
