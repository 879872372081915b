"""Every figure the whole table gives, its drawn artists read back and held against its rows of findings.csv."""

import matplotlib.pyplot as plt
import pytest
from charted import everything, evidence, part, strips, texts

from sharedground.charts.people import people_chart
from sharedground.charts.values import values_chart

BY_PRACTICE = [spec for spec in everything() if spec.kind != "contrast"]
CHARTS = {"values": values_chart, "people": people_chart}


def test_there_are_more_than_thirty_to_look_at():
    assert len(BY_PRACTICE) > 30


def where(artist):
    """How far a bar reaches, or where a point stands."""
    return artist.get_width() if hasattr(artist, "get_width") else next(iter(artist.get_xdata()))


def labels(axes):
    return {each.get_label() for each in [*axes.lines, *axes.containers]}


@pytest.mark.parametrize("spec", BY_PRACTICE, ids=lambda spec: spec.title)
def test_what_is_drawn_is_what_the_table_says(spec):
    figure = CHARTS[spec.kind](spec.frame())
    said = texts(figure)
    for row in spec.rows:
        finding = evidence().findings[row["finding"]]
        for axes in strips(figure, finding.id):
            for label in {"value", "no interval"} & labels(axes):
                assert where(part(axes, label)) == finding.value
            if "comparator" in labels(axes):
                assert where(part(axes, "comparator")) == finding.comparator_value
            if "interval" in labels(axes):
                assert list(part(axes, "interval").get_xdata()) == [finding.ci_low, finding.ci_high]
            if "range" in labels(axes):
                band = part(axes, "range")
                assert band.get_x() == finding.ci_low
                assert band.get_x() + band.get_width() == pytest.approx(finding.ci_high)
        if spec.kind == "people" and finding.value is not None and finding.measure == "percent":
            assert f"{finding.value_text} of 100" in said
            assert f"{finding.comparator_text} of 100" in said
    plt.close("all")
