"""A sheet that is filled from the top with lines of text and strips of plot, then made into one Figure.

Lengths are points of the finished drawing, which is shown so that one point is one CSS pixel on a phone.
Text is measured with matplotlib's own wide sans-serif; the reader's system font is never much wider, so what
fits here fits there.
"""

import io
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from html import escape
from math import nan
from typing import Literal

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from sharedground.charts import palette

PHONE = 360.0
SMALL, BODY, LARGE = 11.5, 12.5, 15.0
LEADING = 1.36
HINTING = 0.015
"""How much wider a screen may set a line than its letters are drawn."""

Weight = Literal["normal", "bold"]
Side = Literal["left", "center", "right"]
Draw = Callable[[Axes], None]


class Chart(Figure):
    """A Figure with its sentence, which a notebook shows as a picture that says what is on it."""

    sentence: str = ""

    def _repr_html_(self) -> str:
        paper = io.BytesIO()
        with rc_context({"svg.fonttype": "none", "svg.hashsalt": "shared-ground"}):
            self.savefig(paper, format="svg", metadata={"Date": None})
        picture = f"data:image/svg+xml;base64,{b64encode(paper.getvalue()).decode()}"
        style = "display:block;max-width:100%;height:auto"
        return f'<img style="{style}" alt="{escape(self.sentence)}" src="{picture}">'


@dataclass
class Sheet:
    """Blocks stacked from the top down; `y` is where the next one begins."""

    width: float = PHONE
    y: float = 0.0
    _rules: dict[tuple[str, float], list[tuple[float, float, float]]] = field(default_factory=dict)
    _texts: dict[tuple[float, str, Weight, Side], list[tuple[float, float, str]]] = field(default_factory=dict)
    _marks: dict[tuple[str, float, str, bool], list[tuple[float, float]]] = field(default_factory=dict)
    _strips: list[tuple[float, float, float, float, Draw]] = field(default_factory=list)

    def words(
        self,
        text: str,
        *,
        size: float = BODY,
        colour: str = palette.INK,
        weight: Weight = "normal",
        left: float = 0.0,
        width: float | None = None,
    ) -> float:
        """Write text, wrapped, and move below it; gives back the height used."""
        top = self.y
        for line in wrapped(text, (width or self.width - left), size, weight):
            self.put(line, x=left, y=self.y + size * 1.05, size=size, colour=colour, weight=weight)
            self.y += size * LEADING
        return self.y - top

    def put(
        self,
        text: str,
        *,
        x: float,
        y: float,
        size: float = BODY,
        colour: str = palette.INK,
        weight: Weight = "normal",
        side: Side = "left",
    ) -> None:
        """Write one line with its baseline at `y`, without moving."""

        self._texts.setdefault((size, colour, weight, side), []).append((round(x), round(y), text))

    def mark(self, shape: str, *, x: float, y: float, size: float, colour: str, hollow: bool = False) -> None:
        """Set one marker, its middle at the point given, without moving."""
        self.dots([(round(x), round(y))], shape=shape, size=size, colour=colour, hollow=hollow)

    def dots(
        self,
        at: Iterable[tuple[float, float]],
        *,
        shape: str = "o",
        size: float,
        colour: str,
        hollow: bool = False,
    ) -> None:
        """Set many markers of one kind, without moving."""
        self._marks.setdefault((shape, size, colour, hollow), []).extend(at)

    def rule(
        self, *, colour: str = palette.LINE, left: float = 0.0, right: float | None = None, thick: float = 0.8
    ) -> None:
        """A line across the sheet, without moving."""
        end = self.width if right is None else right
        self._rules.setdefault((colour, thick), []).append((round(left), round(end), round(self.y)))

    def strip(self, draw: Draw, *, height: float, left: float = 0.0, right: float = 0.0) -> None:
        """A plot of its own across the sheet; moves below it."""
        self._strips.append((left, self.y, self.width - left - right, height, draw))
        self.y += height

    def space(self, height: float) -> None:
        self.y += height

    def figure(self, sentence: str) -> Chart:
        """Everything drawn, on a transparent ground; the first axes hold the text, the others the strips."""
        height = max(self.y, 1.0)
        figure = Chart(figsize=(self.width / 72, height / 72), dpi=144)
        page = figure.add_axes((0, 0, 1, 1), label="page")
        page.set(xlim=(0, self.width), ylim=(height, 0))
        page.set_axis_off()
        figure.patch.set_visible(False)
        figure.sentence = sentence
        for (colour, thick), rules in self._rules.items():
            ends = [x for left, right, _ in rules for x in (left, right, nan)]
            heights = [at for _, _, y in rules for at in (y, y, nan)]
            page.plot(ends, heights, color=colour, lw=thick, solid_capstyle="butt", clip_on=False)
        for (size, colour, weight, side), texts in self._texts.items():
            for x, y, text in texts:
                page.text(x, y, text, fontsize=size, color=colour, fontweight=weight, ha=side, va="baseline")
        for (shape, size, colour, hollow), at in self._marks.items():
            xs, ys = zip(*at, strict=True)
            face = "none" if hollow else colour
            page.plot(xs, ys, shape, ms=size, mfc=face, mec=colour, mew=1.1, clip_on=False)
        for left, top, width, tall, draw in self._strips:
            box = (left / self.width, 1 - (top + tall) / height, width / self.width, tall / height)
            axes = figure.add_axes(box)
            axes.patch.set_visible(False)
            axes.spines[:].set_visible(False)
            axes.set(yticks=[], ylim=(tall, 0))
            axes.tick_params(bottom=False, labelbottom=False)
            draw(axes)
        return figure


def wrapped(text: str, width: float, size: float = BODY, weight: Weight = "normal") -> list[str]:
    """Lines of whole words no wider than `width` points; a word that is wider stands alone."""
    width *= 1 - HINTING
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and text_width(longer, size, weight) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def text_width(text: str, size: float = BODY, weight: Weight = "normal") -> float:
    """Points from the start of the text to its end."""
    return sum(_advance(letter, weight) for letter in text) * size


@cache
def _advance(letter: str, weight: Weight) -> float:
    font = get_font(findfont(FontProperties(family="DejaVu Sans", weight=weight)))
    font.set_size(100, 72)
    return font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100
