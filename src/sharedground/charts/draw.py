"""Drawings as text: a figure's spec in, one small SVG out, the same bytes for the same spec.

Run as a module it reads specs as JSON from standard input and writes ``{name: svg}`` to standard output, so
that whoever asks for a drawing need not import matplotlib.
"""

import io
import json
import re
import sys
from collections.abc import Callable
from itertools import groupby
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from sharedground.charts import palette
from sharedground.charts.contrast import contrast_chart
from sharedground.charts.people import people_chart
from sharedground.charts.spec import FigureKind, FigureSpec, from_json
from sharedground.charts.values import values_chart

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
GROUP, DEFS, TEXT, USE, PATH = (f"{{{SVG}}}{tag}" for tag in ("g", "defs", "text", "use", "path"))
METADATA, STYLE, CLIP = (f"{{{SVG}}}{tag}" for tag in ("metadata", "style", "clipPath"))
ElementTree.register_namespace("", SVG)

CHARTS: dict[FigureKind, Callable[[pd.DataFrame], Figure]] = {
    "contrast": contrast_chart,
    "values": values_chart,
    "people": people_chart,
}
STEADY: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": "shared-ground", "font.family": "DejaVu Sans"}


def svg(spec: FigureSpec) -> str:
    """The drawing of a figure, with its title and its sentence, ready to stand in a page.

    Text stays text in the reader's own font. Every id begins with the figure's name, so that several
    drawings can share a page; nothing refers outside the drawing.
    """
    with mpl.rc_context(STEADY):
        paper = io.BytesIO()
        CHARTS[spec.kind](spec.frame()).savefig(paper, format="svg", metadata={"Date": None})
    root = ElementTree.fromstring(paper.getvalue())
    _drop_what_no_reader_needs(root)
    _say_styles_once(root)
    prefix = f"f{spec.name[:7]}-"
    _own_ids(root, prefix)
    _name(root, spec, prefix)
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")


def _drop_what_no_reader_needs(root: Element) -> None:
    """Metadata, a style that would reach the page around, clipping, and groups that say nothing."""
    for part in root.iter():
        part.tail = None
        if part.tag != TEXT:
            part.text = None
        part.attrib.pop("transform" if part.tag == TEXT else "clip-path", None)
        if part.tag == GROUP:
            part.attrib.pop("id", None)
        for key, value in part.attrib.items():
            part.set(key, _short(key, value))
    root[:] = [kept for child in root for kept in _unwrapped(child)]


def _unwrapped(part: Element) -> list[Element]:
    """The part itself, what is in it where it is a bare group, or nothing."""
    if part.tag in (METADATA, STYLE, CLIP):
        return []
    part[:] = [kept for child in part for kept in _unwrapped(child)]
    if part.tag in (GROUP, DEFS) and len(part) == 0:
        return []
    return list(part) if part.tag == GROUP and not part.attrib else [part]


def _short(key: str, value: str) -> str:
    if key == "style":
        rules = (rule.strip() for rule in value.split(";"))
        return ";".join(rule.replace(": ", ":") for rule in rules if rule and not rule.startswith("font-family"))
    if key in {"d", "x", "y", "width", "height", "viewBox"}:
        value = re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.1f}".rstrip("0").rstrip("."), value)
        return " ".join(value.split())
    return value


def _say_styles_once(root: Element) -> None:
    """Neighbouring texts, marks or lines of one style stand in a group that has the style."""
    for parent in [root, *root.iter(GROUP)]:
        parts: list[Element] = []
        for (tag, style), run in groupby(list(parent), key=lambda part: (part.tag, part.get("style", ""))):
            alike = list(run)
            if tag in (TEXT, USE, PATH) and len(alike) > 1:
                group = Element(GROUP, {"style": style})
                for part in alike:
                    part.attrib.pop("style", None)
                group.extend(alike)
                alike = [group]
            parts += alike
        parent[:] = parts


def _own_ids(root: Element, prefix: str) -> None:
    """Short ids for what is referred to, none for the rest."""
    wanted = dict.fromkeys(part.get(XLINK_HREF, "") for part in root.iter(USE))
    ids = {name: f"{prefix}{number}" for number, name in enumerate(wanted, 1)}
    for part in root.iter():
        own = f"#{part.attrib.pop('id', '')}"
        if own in ids:
            part.set("id", ids[own])
        if part.tag == USE:
            part.attrib = {"href": f"#{ids[part.attrib.pop(XLINK_HREF)]}", **part.attrib}


def _name(root: Element, spec: FigureSpec, prefix: str) -> None:
    width, height = root.get("viewBox", "").split()[2:]
    title, desc = Element(f"{{{SVG}}}title", {"id": f"{prefix}t"}), Element(f"{{{SVG}}}desc", {"id": f"{prefix}d"})
    title.text, desc.text = spec.title, spec.sentence
    root[:0] = [title, desc]
    root.attrib.update(
        {
            "width": width,
            "height": height,
            "role": "img",
            "aria-labelledby": f"{prefix}t",
            "aria-describedby": f"{prefix}d",
            "style": f"font-family:{palette.FONTS};stroke-linejoin:round",
        }
    )


def main() -> None:
    drawings = {spec.name: svg(spec) for spec in from_json(sys.stdin.read())}
    json.dump(drawings, sys.stdout)


if __name__ == "__main__":
    main()
