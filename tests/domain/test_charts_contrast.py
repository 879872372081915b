"""The contrast: three columns side by side in words, fair to each, and never an amount."""

from collections import Counter
from dataclasses import replace

import pytest
from charted import evidence, texts
from matplotlib.colors import to_hex

from sharedground.charts import palette
from sharedground.charts.contrast import COLUMN, GUTTER, LEFT, SIZE, contrast_chart
from sharedground.charts.layout import PHONE
from sharedground.charts.matrix import COLUMNS, KINDS, contrast, contrast_rows
from sharedground.words import DOMAINS


@pytest.fixture(scope="module")
def rows():
    return contrast_rows(evidence())


@pytest.fixture(scope="module")
def figure():
    return contrast_chart(contrast(evidence()).frame())


def marks(figure, shape):
    return [line for line in figure.axes[0].lines if line.get_marker() == shape]


def test_all_three_columns_stand_side_by_side_and_each_holds_harms(rows, figure):
    assert {row["approach"] for row in rows} == set(COLUMNS)
    assert {row["approach"] for row in rows if row["direction"] == "harm"} == set(COLUMNS)
    heads = {text.get_text() for text in figure.axes[0].texts if text.get_color() in palette.STANCES.values()}
    assert heads == {"Risk-averse", "Collaborative", "practice", "Being left alone"}


def test_what_was_found_without_effect_or_both_ways_is_marked_too(rows):
    for approach in COLUMNS:
        assert {"mixed", "no_effect"} & {row["direction"] for row in rows if row["approach"] == approach}


def test_one_practice_has_one_mark_for_each_bearer_and_direction_of_a_cell(rows):
    places = Counter((row["domain"], row["approach"], row["bearer"], row["practice"], row["direction"]) for row in rows)
    assert set(places.values()) == {1}
    assert max(len(row["findings"]) for row in rows) > 1


def test_every_mark_looks_the_same_however_many_studies_stand_behind_it(rows, figure):
    harms = sum(row["direction"] == "harm" for row in rows)
    bands = len({row["domain"] for row in rows if row["direction"] == "harm"})
    (line,) = marks(figure, "v")
    assert len(line.get_xdata()) == harms + bands


def test_nothing_is_shaded_and_nothing_is_counted(figure):
    assert not figure.axes[0].patches
    assert not figure.axes[0].collections
    assert not any(text.get_text().strip().isdigit() for text in figure.axes[0].texts)


def test_every_mark_names_its_practice(rows, figure):
    written = " ".join(text.get_text() for text in sorted(figure.axes[0].texts, key=lambda t: t.get_position()))
    for row in rows:
        assert all(word in written for word in row["practice_words"].split())


def test_whoever_carries_it_is_named_above_the_mark_and_who_is_meant_otherwise_at_the_top(rows, figure):
    others = {row["bearer_words"] for row in rows} - {"the person"}
    assert others == {"staff", "family and friends", "the service"}
    assert "Each mark is about the person, unless somebody else is named." in texts(figure)
    lines = [text.get_text() for text in figure.axes[0].texts if text.get_color() == palette.MUTED]
    cells = {(row["domain"], row["band"], row["approach"]) for row in rows if row["bearer"] == "practitioner"}
    assert lines.count("for staff") == len(cells)


def test_direction_is_told_by_shape_and_words_and_not_by_red_and_green(figure):
    for shape, colour in (("v", palette.INK), ("^", palette.GAIN), ("o", palette.MUTED), ("d", palette.MUTED)):
        (line,) = marks(figure, shape)
        assert to_hex(line.get_markeredgecolor()) == colour.lower()
    for words in ("reported harm", "reported gain", "no effect"):
        assert words in texts(figure)


def test_what_holds_whichever_way_staff_act_is_in_no_column_and_is_named_below():
    both = {finding.id for finding in evidence().findings.values() if finding.approach == "both"}
    spec = contrast(evidence())
    assert not both & set(spec.findings)
    assert any("whichever way staff act" in note and "staying on medication" in note for note in spec.notes)


def test_guidance_measures_nothing_and_is_no_mark():
    assert not {"nice-dont-predict", "family-standard", "online-guidance"} & set(contrast(evidence()).findings)


def test_it_says_itself_that_marks_are_no_amount_of_harm():
    assert "never how much harm" in contrast(evidence()).notes[0]


def test_a_mark_with_nothing_but_the_weakest_evidence_says_so(rows, figure):
    assert {row["certainty"] for row in rows if row["practice"] == "stopping_medication_alone"} == {"very_low"}
    column = [
        text.get_text()
        for text in figure.axes[0].texts
        if text.get_position()[0] == round(LEFT["unsupported"] + GUTTER)
    ]
    assert "stopping medication alone (very low certainty)" in " ".join(column)


def test_every_kind_of_harm_has_its_words():
    assert set(KINDS) == set(DOMAINS)


def test_the_table_says_every_mark_with_its_bearer_and_certainty(rows):
    cells = [cell for line in contrast(evidence()).table.rows for cell in line[1:]]
    entries = [entry for cell in cells for entry in cell.split("\n") if entry[0] in "▼▲◊○"]
    assert len(entries) == len(rows)
    assert cells[0].split("\n")[:3] == [
        "for the person:",
        "▼ being made to go into hospital (low certainty)",
        "▼ physical restraint (low certainty)",
    ]


def test_the_sentence_names_kinds_and_no_numbers():
    sentence = contrast(evidence()).sentence
    assert "Risk-averse practice: reported harms (" in sentence
    assert "Collaborative practice: reported harms (" in sentence
    assert not any(letter.isdigit() for letter in sentence)


def test_no_words_run_into_the_next_column(figure):
    figure.draw_without_rendering()
    scale = figure.get_window_extent().width / PHONE
    inside = [text for text in figure.axes[0].texts if text.get_fontsize() == SIZE]
    assert len(inside) > len(LEFT)
    for text in inside:
        box = text.get_window_extent()
        ends = [left + COLUMN for left in LEFT.values() if left <= box.x0 / scale + 1]
        assert box.x1 / scale <= max(ends) + 2, text.get_text()


def test_evidence_with_nothing_to_mark_has_no_contrast():
    assert contrast(replace(evidence(), findings={})) is None
