"""Findings drawn by their figures: what stands where, read off the drawing."""

import pytest
from charted import drawn, everything, evidence, figure_of, part, strips, texts
from matplotlib.colors import to_hex

from sharedground.charts import palette
from sharedground.charts.reading import AXES, limits
from sharedground.charts.values import values_chart
from sharedground.evidence.measures import MEASURES


def test_a_share_is_a_bar_from_nought_as_long_as_its_percent():
    (strip,) = strips(drawn("coercion-prevalence"), "coercion-prevalence")
    bar = part(strip, "value")
    assert (bar.get_x(), bar.get_width()) == (0, 67)


def test_a_small_share_still_stands_on_the_whole_hundred():
    (strip,) = strips(drawn("left-dna-discharge-share"), "left-dna-discharge-share")
    assert strip.get_xlim() == (0, 100)


def test_a_pair_is_two_bars_on_the_same_axis_each_under_the_name_of_its_group():
    figure = drawn("crp-v-contract-percent")
    practice, beside = strips(figure, "crp-v-contract-percent")
    assert part(practice, "value").get_width() == 5
    assert part(beside, "comparator").get_width() == 19
    assert practice.get_xlim() == beside.get_xlim()
    assert "with a crisis response plan" in texts(figure)
    assert "with a promise not to harm themselves" in texts(figure)


def test_a_ratio_stands_on_a_log_axis_with_its_interval_and_the_null_line():
    (strip,) = strips(drawn("shared-forensic"), "shared-forensic")
    assert strip.get_xscale() == "log"
    assert list(part(strip, "value").get_xdata()) == [1.46]
    assert list(part(strip, "interval").get_xdata()) == [0.89, 2.44]
    assert list(part(strip, "null line").get_xdata()) == [1, 1]


def test_both_sides_of_the_null_line_and_the_line_itself_are_named():
    said = texts(drawn("shared-forensic"))
    assert "◄ lower odds" in said
    assert "1: same odds" in said
    assert "higher odds ►" in said
    assert "Above 1 means more often with risk assessed and care planned together than with usual care" in said


def test_an_interval_across_the_null_line_says_that_no_difference_is_shown():
    across = "The interval lies across the dashed line, so a difference is not shown"
    assert across in texts(drawn("shared-forensic"))
    assert across not in texts(drawn("safewards-conflict"))


@pytest.mark.parametrize("measure", [code for code, measure in MEASURES.items() if measure.null is not None])
def test_every_measure_with_a_null_line_names_it_and_both_sides(measure):
    axis = AXES[measure]
    assert axis.less
    assert axis.null
    assert axis.more


def test_ratio_axes_reach_as_far_to_both_sides_of_one():
    low, high = limits("risk_ratio", [0.24, 0.95])
    assert low * high == pytest.approx(1)


def test_a_figure_without_interval_is_hollow_and_one_with_it_is_filled():
    (without,) = strips(drawn("asking-behaviour"), "asking-behaviour")
    (with_it,) = strips(drawn("shared-forensic"), "shared-forensic")
    assert to_hex(part(without, "no interval").get_markerfacecolor()) == palette.SURFACE.lower()
    assert to_hex(part(with_it, "value").get_markerfacecolor()) == palette.INK.lower()
    assert "Interval not reported" in texts(drawn("asking-behaviour"))


def test_an_interval_not_reported_is_written_under_bars_too():
    assert "Interval not reported" in texts(drawn("ward-violence"))


def test_a_range_is_an_open_band_and_has_no_whisker():
    (strip,) = strips(drawn("seclusion-ptsd-range"), "seclusion-ptsd-range")
    band = part(strip, "range")
    assert (band.get_x(), band.get_width()) == (25, 22)
    assert to_hex(band.get_facecolor()) == palette.SURFACE.lower()
    assert not [line for line in strip.lines if line.get_label() in ("interval", "value")]


def test_a_middle_half_is_an_open_band_with_its_median():
    (strip,) = strips(drawn("violence-ppv"), "violence-ppv")
    band = part(strip, "middle half")
    assert (band.get_x(), band.get_width()) == (27, 33)
    assert list(part(strip, "median").get_xdata()) == [41, 41]


def test_before_and_after_are_written_beside_their_bars():
    said = texts(drawn("involuntary-suicidality"))
    assert "after (three months later)" in said
    assert "before (at admission)" in said


def test_each_difference_has_an_axis_of_its_own():
    (spec,) = [spec for spec in everything()[1:] if "sdm-ni-equip" in spec.findings]
    axes = {row["finding"]: row["panel"] for row in spec.rows if row["shape"] == "estimate"}
    assert len(set(axes.values())) == len(axes) > 1


def test_what_may_only_be_said_stands_in_the_drawing_of_what_it_belongs_to():
    assert "No significant effect of safety planning on suicidal thoughts" in texts(drawn("sp-meta-behaviour"))


def test_direction_is_a_shape_with_words_and_never_red_or_green():
    figure = drawn("shared-forensic")
    assert "no effect shown, for the service; moderate certainty" in texts(figure)
    colours = {to_hex(line.get_markeredgecolor()) for line in figure.axes[0].lines if line.get_marker() != "None"}
    assert colours <= {palette.INK.lower()}


def test_every_mark_lies_inside_its_axis():
    for spec in everything():
        for row in spec.rows:
            if row.get("axis_high") is not None:
                numbers = [row[end] for end in ("value", "low", "high", "comparator", "null") if row[end] is not None]
                assert all(row["axis_low"] <= number <= row["axis_high"] for number in numbers), row["finding"]


def test_no_line_of_text_is_wider_than_the_drawing():
    for spec in everything():
        if spec.kind == "values":
            figure = values_chart(spec.frame())
            figure.draw_without_rendering()
            width = figure.get_window_extent().width
            for text in figure.axes[0].texts:
                box = text.get_window_extent()
                assert box.x0 >= -1, text.get_text()
                assert box.x1 <= width + 3, text.get_text()


def test_an_author_can_draw_a_table_of_their_own():
    table = figure_of("coercion-prevalence").frame()
    strip = strips(values_chart(table.assign(value=12.0)), "coercion-prevalence")[0]
    assert part(strip, "value").get_width() == 12
    assert evidence().findings["coercion-prevalence"].value == 67
