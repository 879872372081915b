"""Drawings as text: small, steady, named, and at home in any page."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from charted import everything, figure_of

from sharedground.charts.draw import svg

SVG = "{http://www.w3.org/2000/svg}"
KILOBYTE = 1024


@pytest.fixture(scope="module")
def drawings():
    specs = map(figure_of, ["radar-relapse", "shared-forensic", "violence-ppv"])
    return [(spec, svg(spec)) for spec in specs]


@pytest.fixture(scope="module")
def contrast():
    return svg(everything()[0])


def test_the_same_figure_gives_the_same_bytes(drawings):
    for spec, drawing in drawings:
        assert svg(spec) == drawing


def test_a_drawing_has_the_figures_title_and_sentence_and_is_one_image(drawings):
    for spec, drawing in drawings:
        root = ElementTree.fromstring(drawing)
        assert root.get("role") == "img"
        named = {part.get("id"): part.text for part in root if part.tag in (f"{SVG}title", f"{SVG}desc")}
        assert named[root.get("aria-labelledby")] == spec.title
        assert named[root.get("aria-describedby")] == spec.sentence


def test_two_drawings_share_no_id_and_each_refers_only_to_its_own(drawings):
    ids = [set(re.findall(r' id="([^"]+)"', drawing)) for _, drawing in drawings]
    assert not ids[0] & ids[1] | ids[0] & ids[2] | ids[1] & ids[2]
    for (_, drawing), own in zip(drawings, ids, strict=True):
        assert set(re.findall(r'href="#([^"]+)"', drawing)) <= own


def test_nothing_is_fetched_and_nothing_reaches_the_page_around(drawings, contrast):
    for drawing in (*(drawing for _, drawing in drawings), contrast):
        addresses = set(re.findall(r"https?://[^\"' ]+", drawing))
        assert addresses == {"http://www.w3.org/2000/svg"}
        for reach in ("<style", "<script", "<image", "<foreignObject", "url(", "@import", "<!DOCTYPE", "<?xml"):
            assert reach not in drawing


def test_text_stays_text_in_the_readers_own_font(drawings):
    for _, drawing in drawings:
        assert "font-family:system-ui" in drawing
        assert "DejaVu" not in drawing
        assert "<text" in drawing


def test_no_text_is_smaller_than_eleven_pixels_on_a_phone(drawings, contrast):
    for drawing in (*(drawing for _, drawing in drawings), contrast):
        width = float(re.search(r'viewBox="0 0 (\S+) ', drawing)[1])
        sizes = [float(size) for size in re.findall(r"font-size:([\d.]+)px", drawing)]
        assert min(sizes) * 358 / width >= 11


def test_every_drawing_of_the_whole_table_is_small_and_can_be_parsed():
    for spec in everything():
        drawing = svg(spec)
        ElementTree.fromstring(drawing)
        assert len(drawing.encode()) < 28 * KILOBYTE, spec.title


def test_a_drawing_says_what_is_in_a_row_even_when_it_looks_like_markup():
    spec = figure_of("shared-forensic")
    rows = ({**spec.rows[0], "label": "<script>alert(1)</script>"},)
    drawing = svg(replace(spec, rows=rows, title="<b>&"))
    assert "<script" not in drawing
    assert "&lt;script&gt;" in drawing
