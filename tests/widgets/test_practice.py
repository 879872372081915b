"""The practise screen without a browser: what the page may say, and what Python makes of it."""

import pytest

from sharedground.errors import SharedGroundError
from sharedground.scenario import load, scenario_files
from sharedground_widgets import Practice
from sharedground_widgets.screen import SCREEN, Screen

SLUG = "two-hours-for-a-recital"


@pytest.fixture
def screen():
    return Practice(load(SLUG))


def first_choice(screen):
    return screen.play.scene.choices[0]


def test_a_scenario_given_is_shown_at_once(screen):
    assert screen.data["slug"] == SLUG
    assert screen.play.scene_id == screen.data["start"]


def test_without_one_the_learner_picks_from_all_there_are():
    screen = Practice()
    assert {entry["slug"] for entry in screen.catalogue} == set(scenario_files())
    assert screen.data == {}


def test_what_the_page_asks_for_is_fetched():
    screen = Practice()
    screen.set_state({"wanted": SLUG})
    assert screen.data["slug"] == SLUG
    assert screen.trouble == ""


@pytest.mark.parametrize("wanted", ["no-such-scenario", "../../secrets", "", " ", "x" * 100_000])
def test_a_scenario_that_is_not_there_is_said_calmly(wanted):
    screen = Practice()
    screen.set_state({"wanted": "another", "begin": None})
    screen.set_state({"wanted": wanted})
    assert screen.data == {}
    assert screen.trouble == "There is no scenario of that name here. Pick one from the list."


def test_moves_of_the_page_are_replayed_by_the_engine(screen):
    choice = first_choice(screen)
    screen.set_state({"moves": [choice.id]})
    assert screen.play.path == (choice,)
    assert screen.play.scene_id == choice.leads_to


def test_hearing_the_same_moves_twice_does_no_harm(screen):
    moves = [first_choice(screen).id]
    screen.set_state({"moves": moves})
    screen.set_state({"moves": moves})
    assert screen.play.moves == tuple(moves)


def test_one_decision_by_itself_begins_where_the_page_says():
    fork = list(load(SLUG).forks)[1]
    screen = Practice(load(SLUG))
    screen.set_state({"begin": fork, "moves": []})
    assert screen.play.scene_id == fork


@pytest.mark.parametrize(
    "said",
    [
        {"moves": ["no-such-choice"]},
        {"moves": ["on"] * 10_000},
        {"moves": "not a list"},
        {"moves": [1, {"a": 2}]},
        {"begin": "no-such-fork"},
        {"begin": ["x"]},
        {"wanted": {"a": "b"}},
        {"no_such_trait": 1},
    ],
)
def test_a_word_that_makes_no_sense_changes_nothing_and_raises_nothing(screen, said):
    before = screen.play
    screen.set_state(said)
    assert screen.play == before


@pytest.mark.parametrize("name", ["data", "catalogue", "trouble", "_esm", "_css", "layout"])
def test_the_page_cannot_set_what_python_shows(screen, name):
    before = getattr(screen, name)
    screen.set_state({name: "canary"})
    assert getattr(screen, name) == before


def test_an_output_says_that_it_is_a_screen_of_ours(screen):
    data, _ = screen._repr_mimebundle_()
    assert SCREEN in data
    assert "application/vnd.jupyter.widget-view+json" in data


def test_a_figure_is_sent_by_name(screen):
    name = next(figure["name"] for each in screen.data["debrief"].values() for figure in each["figures"])
    answer = screen.answer("figure", {"name": name})
    assert answer["name"] == name
    assert answer["svg"].lstrip().startswith(("<svg", "<?xml"))


@pytest.mark.parametrize("name", ["no-such-figure", None, [1], {"a": 1}])
def test_a_figure_that_is_not_there_is_not_sent(screen, name):
    assert screen.answer("figure", {"name": name}) is None


class Failing(Screen):
    """A screen whose every answer fails."""

    _esm = "export default { render() {} }"

    def __init__(self, trouble):
        super().__init__()
        self.trouble = trouble
        self.sent = []

    def answer(self, kind, message):
        raise self.trouble

    def send(self, content, buffers=None):
        self.sent.append(content)


def test_what_goes_wrong_is_told_in_words_a_person_can_use():
    screen = Failing(SharedGroundError("The list is empty. Add a line."))
    screen._heard(screen, {"kind": "anything"}, [])
    assert screen.sent == [{"kind": "trouble", "about": "anything", "words": "The list is empty. Add a line."}]


def test_what_went_wrong_inside_stays_inside():
    screen = Failing(ValueError("canary"))
    screen._heard(screen, {"kind": "anything"}, [])
    assert screen.sent == [
        {"kind": "trouble", "about": "anything", "words": "That did not work. Nothing you wrote is lost."}
    ]


@pytest.mark.parametrize("message", [None, 3, [], "x", {}, {"kind": 3}])
def test_a_message_of_no_known_form_is_not_answered(message):
    screen = Failing(ValueError("canary"))
    screen._heard(screen, message, [])
    assert screen.sent == []
