"""Pictures of a hundred people: how many are filled, side by side, under which words."""

from charted import drawn, figure_of, texts

from sharedground.charts import palette


def people(figure):
    """The circles of each picture: filled and hollow, left and right."""
    (filled,) = [line for line in figure.axes[0].lines if line.get_marker() == "o" and len(line.get_xdata()) > 20
                 and line.get_markerfacecolor() == palette.INK]  # fmt: skip
    (hollow,) = [line for line in figure.axes[0].lines if line.get_marker() == "o" and len(line.get_xdata()) > 20
                 and line.get_markerfacecolor() == "none"]  # fmt: skip
    middle = 180
    return {
        "left": (sum(filled.get_xdata() < middle), sum(hollow.get_xdata() < middle)),
        "right": (sum(filled.get_xdata() > middle), sum(hollow.get_xdata() > middle)),
    }


def test_as_many_people_are_filled_as_it_happened_to_in_both_groups():
    assert people(drawn("radar-relapse")) == {"left": (25, 75), "right": (13, 87)}


def test_both_groups_are_named_and_counted_under_the_same_words():
    said = texts(drawn("radar-relapse"))
    for words in ("when reducing", "when staying on it", "25 of 100", "13 of 100"):
        assert words in said
    assert said.count("How many people became so unwell again") == 1


def test_how_many_people_were_studied_is_said_beside_the_picture():
    assert "253 people were studied." in texts(drawn("radar-relapse"))


def test_the_null_result_of_the_same_trial_stands_in_the_same_picture():
    assert "No difference in social functioning" in texts(drawn("radar-relapse"))


def test_a_picture_of_people_foretells_nobodys_own_chance():
    assert any("foretells nobody's own chance" in note for note in figure_of("radar-relapse").notes)


def test_groups_not_made_by_chance_are_called_so():
    assert any("not put together by chance" in note for note in figure_of("coercion-oxford").notes)
    assert not any("not put together by chance" in note for note in figure_of("radar-relapse").notes)
