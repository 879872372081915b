"""The contrast: three columns side by side in words, fair to each, and never an amount."""

from collections import Counter
from dataclasses import replace

import pytest
from charted import evidence, texts
from matplotlib.colors import to_hex

from sharedground.charts import palette
from sharedground.charts.contrast import contrast_chart
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
    for words in COLUMNS.values():
        assert words in texts(figure)


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


def test_every_mark_names_its_practice_and_who_carries_it(rows, figure):
    said = texts(figure)
    assert "seclusion or restraint" in said
    assert "for the person" in said
    assert all(row["practice_words"] and row["bearer_words"] for row in rows)


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
    at = {
        (round(text.get_position()[0]), round(text.get_position()[1])): text.get_text() for text in figure.axes[0].texts
    }
    (place,) = [place for place, words in at.items() if words == "stopping medication alone"]
    below = min((y, words) for (x, y), words in at.items() if x == place[0] and y > place[1])
    assert below[1] == "(very low certainty)"


def test_every_kind_of_harm_has_its_words():
    assert set(KINDS) == set(DOMAINS)


def test_the_table_says_every_mark_with_its_bearer_and_certainty(rows):
    cells = [cell for line in contrast(evidence()).table.rows for cell in line[1:]]
    entries = [entry for cell in cells for entry in cell.split("\n") if entry != "none found"]
    assert len(entries) == len(rows)
    assert "▼ physical restraint, for the person (low certainty)" in entries


def test_the_sentence_names_kinds_and_no_numbers():
    sentence = contrast(evidence()).sentence
    assert "Risk-averse practice: reported harms (" in sentence
    assert "Collaborative practice: reported harms (" in sentence
    assert not any(letter.isdigit() for letter in sentence)


def test_no_words_run_into_the_next_column(figure):
    figure.draw_without_rendering()
    scale = figure.get_window_extent().width / 720
    starts = [108 + 6 + 204 * column for column in range(3)] + [720]
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        left, right = box.x0 / scale, box.x1 / scale
        limit = min(start for start in starts if start > left + 1)
        assert right <= limit + 1, text.get_text()


def test_evidence_with_nothing_to_mark_has_no_contrast():
    assert contrast(replace(evidence(), findings={})) is None
