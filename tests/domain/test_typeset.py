"""Quotation marks as a printed page has them."""

import pytest

from scenario_builder import scenario_from
from sharedground.scenario.typeset import typeset


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('"It was loud," they said.', "“It was loud,” they said."),
        ("It wasn't to die.", "It wasn’t to die."),
        ("The card with the S's", "The card with the S’s"),
        ("She said: \"No. 'Not yet', he told me.\"", "She said: “No. ‘Not yet’, he told me.”"),
        ('("No.")', "(“No.”)"),
        ('*"Now"* and — "then"', "*“Now”* and — “then”"),
        ("“Already set,” it’s said.", "“Already set,” it’s said."),
        ("no marks at all", "no marks at all"),
    ],
)
def test_marks_open_at_the_beginning_of_a_word_and_close_elsewhere(typed, set_):
    assert typeset(typed) == set_


def test_setting_twice_changes_nothing():
    assert typeset(typeset('"It\'s"')) == typeset('"It\'s"')


def test_every_text_of_a_scenario_is_set():
    scenario = scenario_from()
    changed = scenario.model_validate({**scenario.model_dump(), "title": "Rowan's evening"})
    assert changed.title == "Rowan’s evening"
