"""All scenarios in one file: chosen from a list, played, left, and another one chosen."""

import pytest
from playwright.sync_api import expect

from sharedground.cli import main
from sharedground.scenario import load_sound
from tests.browser.by_keyboard import Keyboard
from tests.browser.conftest import faults
from tests.browser.learner import Learner

MOST_BYTES = 2_000_000
SHIPPED = list(load_sound().values())


@pytest.fixture(scope="module")
def gallery(tmp_path_factory) -> str:
    file = tmp_path_factory.mktemp("gallery") / "all.html"
    assert main(["export", "--to", "page", "--all", "-o", str(file)]) == 0
    assert file.stat().st_size < MOST_BYTES
    return file.as_uri()


def test_every_scenario_is_opened_from_the_list_by_keyboard_and_the_network_is_asked_for_nothing(gallery, profile):
    someone = profile()
    page = someone.page()
    page.goto(gallery)
    assert faults(page) == []
    keys = Keyboard(page)
    for scenario in SHIPPED:
        keys.press(f"Open {scenario.title}")
        assert keys.heading() == scenario.title
        keys.press("Other scenarios")
        assert keys.heading() == "Choose a scenario"
    assert someone.watched.elsewhere(gallery) == []


def test_one_decision_is_played_with_its_figures_and_then_another_scenario_is_chosen(gallery, profile):
    page = profile().page()
    scenario = next(each for each in SHIPPED if any(c.findings for c in next(iter(each.forks.values())).choices))
    fork_id, fork = next(iter(scenario.forks.items()))
    learner = Learner(page, f"{gallery}?scenario={scenario.slug}&fork={fork_id}")
    page.locator(".sg-door button").first.click()
    learner.choose(fork.choices[0].id)
    learner.button("See the figures").click()
    expect(page.locator(".sg-picture img").first).to_be_visible()
    learner.button("Finish").click()
    learner.button("Other scenarios").click()
    assert learner.heading == "Choose a scenario"


def test_a_reload_stays_in_the_scenario_that_was_opened(gallery, profile):
    page = profile().page()
    scenario = SHIPPED[-1]
    learner = Learner(page, gallery)
    learner.button(f"Open {scenario.title}").click()
    learner.begin()
    heading = learner.heading
    page.reload()
    assert learner.heading == heading


def test_who_is_awake_is_shown_before_any_scenario_is_opened(gallery, profile):
    page = profile().page()
    learner = Learner(page, gallery)
    learner.button("Who is awake now").click()
    expect(page.get_by_text("116 123").first).to_be_visible()
    learner.button("Step out").click()
    expect(page.locator("main").get_by_text("116 123")).to_be_visible()


def test_a_scenario_that_is_not_in_the_file_is_said_calmly(gallery, profile):
    page = profile().page()
    learner = Learner(page, f"{gallery}?scenario=no-such-one")
    assert learner.heading == "Choose a scenario"
    assert page.locator(".sg-notice").inner_text() == "That scenario is not here. These are."


def test_asking_for_nothing_or_for_two_things_is_said_with_a_way_out(capsys):
    assert main(["export", "--to", "page"]) == 2
    assert main(["export", "--all", "--to", "scorm"]) == 2
    said = capsys.readouterr().err
    assert "Which scenario?" in said
    assert "--all goes with --to page" in said


def test_on_paper_a_scene_is_a_document_that_says_where_it_is_from(gallery, profile):
    page = profile().page()
    learner = Learner(page, f"{gallery}?scenario={SHIPPED[0].slug}").begin()
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".sg-story").first).to_be_visible()
    expect(page.locator(".sg-why .sg-inside").first).to_be_visible()
    expect(page.locator(".sg-bar")).to_be_hidden()
    expect(learner.button("This is what I would do")).to_be_hidden()
    expect(page.locator("footer")).to_contain_text("Licence CC-BY-4.0. Shared Ground")
