"""Drawings as text: a figure's spec in, one small SVG out, the same bytes for the same spec.

Run as a module it reads specs as JSON from standard input and writes ``{name: svg}`` to standard output, so
that whoever asks for a drawing need not import matplotlib.
"""

import io
import json
import re
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from sharedground.charts import palette
from sharedground.charts.contrast import contrast_chart
from sharedground.charts.people import people_chart
from sharedground.charts.spec import FigureKind, FigureSpec, from_json
from sharedground.charts.values import values_chart

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
CHARTS: dict[FigureKind, Callable[[pd.DataFrame], Figure]] = {
    "contrast": contrast_chart,
    "values": values_chart,
    "people": people_chart,
}
STEADY = {"svg.fonttype": "none", "svg.hashsalt": "shared-ground", "font.family": "DejaVu Sans"}


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
    _own_ids(root, spec.name)
    _name(root, spec)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    return ElementTree.tostring(root, encoding="unicode")


def _drop_what_no_reader_needs(root: ElementTree.Element) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in {f"{{{SVG}}}metadata", f"{{{SVG}}}style"} or _is_empty(child):
                parent.remove(child)
    used = set(re.findall(r"#([\w-]+)", ElementTree.tostring(root, encoding="unicode")))
    for part in root.iter():
        part.text = part.tail = None if not (part.text or "").strip() else part.text
        part.tail = None
        if part.get("id") not in used:
            part.attrib.pop("id", None)
        for key, value in part.attrib.items():
            part.set(key, _short(key, value))
        if part.tag == f"{{{SVG}}}text":
            part.attrib.pop("transform", None)
        elif part.tag == f"{{{SVG}}}g":
            _say_style_once(part)


def _is_empty(part: ElementTree.Element) -> bool:
    return len(part) == 0 and part.tag in {f"{{{SVG}}}g", f"{{{SVG}}}defs"}


def _short(key: str, value: str) -> str:
    if key == "style":
        kept = (rule.strip() for rule in value.split(";") if not rule.strip().startswith("font-family"))
        return ";".join(re.sub(r":\s+", ":", rule) for rule in kept)
    if key in {"d", "x", "y", "width", "height", "viewBox"}:
        value = re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), value)
        return " ".join(value.split())
    return value


def _say_style_once(group: ElementTree.Element) -> None:
    """What all marks of a group have in common stands on the group."""
    marks = group.findall(f"{{{SVG}}}use")
    styles = {mark.get("style") for mark in marks}
    if len(marks) > 1 and len(styles) == 1 and len(marks) == len(group):
        group.set("style", styles.pop() or "")
        for mark in marks:
            mark.attrib.pop("style", None)


def _own_ids(root: ElementTree.Element, name: str) -> None:
    for part in root.iter():
        for key, value in part.attrib.items():
            if key == "id":
                part.set(key, f"f{name}-{value}")
            elif value.startswith("#"):
                part.set(key, f"#f{name}-{value[1:]}")
            elif "url(#" in value:
                part.set(key, value.replace("url(#", f"url(#f{name}-"))


def _name(root: ElementTree.Element, spec: FigureSpec) -> None:
    width, height = root.get("viewBox", "").split()[2:]
    title = ElementTree.Element(f"{{{SVG}}}title", {"id": f"f{spec.name}-title"})
    title.text = spec.title
    desc = ElementTree.Element(f"{{{SVG}}}desc", {"id": f"f{spec.name}-desc"})
    desc.text = spec.sentence
    root[:0] = [title, desc]
    root.attrib.update(
        {
            "width": width,
            "height": height,
            "role": "img",
            "aria-labelledby": f"f{spec.name}-title",
            "aria-describedby": f"f{spec.name}-desc",
            "style": f"font-family:{palette.FONTS};stroke-linejoin:round",
        }
    )


def main() -> None:
    drawings = {spec.name: svg(spec) for spec in from_json(sys.stdin.read())}
    json.dump(drawings, sys.stdout)


if __name__ == "__main__":
    main()
