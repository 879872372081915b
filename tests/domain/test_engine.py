"""Moving through a scenario, without a screen."""

import pytest

from sharedground.errors import NoSuchChoice
from sharedground.play.engine import Play, replay
from sharedground.play.trace import trace
from sharedground.scenario.model import Scenario

FORK = {
    "text": "Rowan asks.",
    "question": "What would you do?",
    "choices": [
        {"id": "wait", "stance": "risk_averse", "freedom": "same", "label": "Wait", "named": "not today",
         "reasoning": "Time helps.", "leads_to": "monday"},
        {"id": "together", "stance": "collaborative", "freedom": "more", "label": "Plan it", "named": "planned",
         "reasoning": "It matters.", "leads_to": "sunday"},
    ],
}  # fmt: skip


@pytest.fixture
def concert() -> Scenario:
    return Scenario.model_validate(
        {
            "format": 1,
            "title": "A concert",
            "summary": "Rowan asks for two hours.",
            "about": {
                "setting": "community team",
                "minutes": 5,
                "nation": "England",
                "law_checked": "2026-11",
                "basis": "fictional composite",
                "drafted_by": "the tests",
            },
            "content_notes": ["self-harm"],
            "people": {"rowan": {"name": "Rowan", "role": "person"}},
            "what_matters": ["Music"],
            "start": "saturday",
            "scenes": {
                "saturday": FORK,
                "monday": {"text": "It is Monday.", "leads_to": "tuesday"},
                "tuesday": {
                    **FORK,
                    "choices": [{**choice, "leads_to": "later"} for choice in FORK["choices"]],
                },
            },
            "endings": {"sunday": {"text": "They went."}, "later": {"text": "Another week."}},
        }
    )


def test_choosing_leads_to_the_scene_of_the_choice(concert):
    assert Play(concert).choose("wait").scene_id == "monday"


def test_a_move_leaves_the_play_it_was_made_in_as_it_was(concert):
    before = Play(concert)
    before.choose("wait")
    assert before == Play(concert)


def test_going_on_leaves_a_scene_that_asks_nothing(concert):
    assert Play(concert).choose("wait").go_on().scene_id == "tuesday"


def test_going_back_forgets_the_last_move_only(concert):
    assert Play(concert).choose("wait").go_on().back() == Play(concert).choose("wait")


def test_going_back_at_the_beginning_stays_there(concert):
    assert Play(concert).back() == Play(concert)


def test_again_from_a_fork_stands_before_the_choice_made_there(concert):
    over = Play(concert).choose("wait").go_on().choose("together")
    assert over.again_from("saturday") == Play(concert)
    assert over.again_from("tuesday").scene_id == "tuesday"


def test_again_from_a_fork_not_met_says_where_choices_were_made(concert):
    with pytest.raises(NoSuchChoice, match=r"nothing was chosen at 'tuesday'.*made at: saturday"):
        Play(concert).choose("wait").again_from("tuesday")


def test_a_choice_the_scene_does_not_offer_is_told_with_those_it_does(concert):
    with pytest.raises(NoSuchChoice, match="no choice 'run'; it offers: wait, together"):
        Play(concert).choose("run")


def test_an_ending_offers_nothing_and_has_no_way_on(concert):
    over = Play(concert).choose("together")
    assert over.is_over
    with pytest.raises(NoSuchChoice, match="nothing to choose here"):
        over.choose("wait")
    with pytest.raises(NoSuchChoice, match="is an ending"):
        over.go_on()


def test_a_fork_cannot_be_passed_without_choosing(concert):
    with pytest.raises(NoSuchChoice, match="asks for a choice"):
        Play(concert).go_on()


def test_the_same_moves_always_give_the_same_play(concert):
    play = Play(concert).choose("wait").go_on().choose("together")
    assert play.moves == ("wait", "on", "together")
    assert replay(concert, play.moves) == play


def test_one_decision_by_itself_begins_at_its_fork(concert):
    play = replay(concert, ["together"], begin="tuesday")
    assert play.scene_id == "later"
    assert play.back().scene_id == "tuesday"


def test_a_decision_that_is_not_there_is_told_with_those_that_are(concert):
    with pytest.raises(NoSuchChoice, match=r"'monday' is no fork of .*; forks: saturday, tuesday"):
        replay(concert, [], begin="monday")


def test_a_trace_holds_how_each_step_was_decided_and_no_words(concert):
    steps = trace(replay(concert, ["wait", "on", "together"]))["steps"]
    assert [step["stance"] for step in steps] == ["risk_averse", None, "collaborative"]
    assert [step["leads_to"] for step in steps] == ["monday", "tuesday", "later"]


def test_a_trace_gives_back_the_same_play(concert):
    play = replay(concert, ["wait", "on"])
    assert replay(concert, trace(play)["moves"]) == play
