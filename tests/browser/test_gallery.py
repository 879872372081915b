"""Finding a scenario, and how pages are read."""

import json
import re

import pytest
from playwright.sync_api import expect

from sharedground.scenario import load_sound
from tests.browser.conftest import DESK, PHONE, faults

SCENARIOS = load_sound()
FIRST = next(iter(SCENARIOS))


@pytest.fixture
def gallery(server, profile):
    page = profile(DESK).page()
    page.goto(server.base)
    expect(page.get_by_role("link", name="One decision now")).to_be_visible()
    page.get_by_text("Find one by theme").click()
    return page


def shown(page):
    return page.locator("li.sg-card:not([hidden]) h2").all_inner_texts()


def test_without_a_choice_every_scenario_is_shown(gallery):
    assert shown(gallery) == [scenario.title for scenario in SCENARIOS.values()]


def test_a_place_narrows_the_list_and_says_how_much_is_left(gallery):
    setting = SCENARIOS[FIRST].about.setting
    gallery.get_by_label("Where", exact=True).select_option(setting)
    expected = [scenario.title for scenario in SCENARIOS.values() if scenario.about.setting == setting]
    assert shown(gallery) == expected
    expect(gallery.get_by_role("status")).to_have_text(f"{len(expected)} of {len(SCENARIOS)} scenarios.")


def test_a_theme_is_found_in_what_a_scenario_tells_and_touches_on(gallery):
    gallery.get_by_label("About", exact=True).fill("medication")
    assert SCENARIOS["coming-down-slowly"].title in shown(gallery)
    assert 0 < len(shown(gallery)) < len(SCENARIOS)


def test_what_somebody_would_rather_not_meet_is_left_out(gallery):
    gallery.get_by_label("Nothing that touches on").fill("suicide")
    expected = [
        scenario.title for scenario in SCENARIOS.values() if "suicide" not in " ".join(scenario.content_notes).lower()
    ]
    assert 0 < len(expected) < len(SCENARIOS)
    assert shown(gallery) == expected


def test_one_decision_now_leads_to_one_that_was_not_met(gallery, server):
    every = {(slug, fork) for slug, scenario in SCENARIOS.items() for fork in scenario.forks}
    left = ("coming-down-slowly", next(iter(SCENARIOS["coming-down-slowly"].forks)))
    met = json.dumps([" ".join(each) for each in every - {left}])
    gallery.evaluate("(met) => sessionStorage.setItem('sharedground:met', met)", met)
    gallery.reload()
    link = gallery.get_by_role("link", name="One decision now")
    assert link.get_attribute("href") == f"/practise?scenario={left[0]}&fork={left[1]}"


def test_nothing_hard_is_the_first_decision(gallery):
    hard = {slug for slug, it in SCENARIOS.items() if re.search("suicid|self-harm", " ".join(it.content_notes))}
    link = gallery.get_by_role("link", name="One decision now")
    offered = set()
    for _ in range(20):
        gallery.reload()
        offered.add(re.search("scenario=([a-z-]+)", link.get_attribute("href"))[1])
    assert hard
    assert not offered & hard


def test_a_decision_that_was_made_counts_as_met_until_one_steps_out(gallery, server):
    fork_id, fork = next(iter(SCENARIOS[FIRST].forks.items()))
    gallery.goto(f"{server.base}practise?scenario={FIRST}&fork={fork_id}")
    gallery.get_by_role("button", name=fork.heading).first.click(timeout=30_000)
    gallery.get_by_role("radio").first.check()
    gallery.locator("button[type=submit]").click()
    met = "() => sessionStorage.getItem('sharedground:met')"
    assert json.loads(gallery.evaluate(met)) == [f"{FIRST} {fork_id}"]
    gallery.get_by_role("button", name="Step out").click()
    gallery.wait_for_timeout(500)
    assert gallery.evaluate(met) is None


def test_a_kept_place_is_offered_in_the_list(gallery, server):
    gallery.goto(f"{server.base}practise?scenario={FIRST}")
    gallery.get_by_label("Keep my place on this computer").check(timeout=30_000)
    gallery.get_by_role("button", name="Start from the beginning").click()
    gallery.get_by_role("radio").first.check()
    gallery.locator("button[type=submit]").click()
    gallery.goto(server.base)
    gallery.get_by_role("link", name="Go on from your place").click()
    expect(gallery.get_by_role("button", name="Go on from there")).to_be_visible(timeout=30_000)


def test_after_the_end_another_scenario_is_suggested(gallery, server):
    fork_id, fork = next(iter(SCENARIOS[FIRST].forks.items()))
    gallery.goto(f"{server.base}practise?scenario={FIRST}&fork={fork_id}")
    gallery.get_by_role("button", name=fork.heading).first.click(timeout=30_000)
    gallery.get_by_role("radio").first.check()
    gallery.locator("button[type=submit]").click()
    gallery.locator("button[type=submit]").click()
    gallery.get_by_role("button", name="Finish").click()
    expect(gallery.get_by_text("Another time, perhaps:")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("setting", ["Largest", "Plain letters, more room", "Dark"])
def test_how_a_page_is_read_shows_at_once_and_stays(server, profile, setting, viewport):
    page = profile(viewport).page()
    page.goto(server.base)
    page.get_by_text("How this page is read").click()
    page.get_by_label(setting).check()
    assert faults(page) == []
    page.goto(f"{server.base}practise?scenario={FIRST}")
    page.get_by_text("How this page is read").click(timeout=30_000)
    expect(page.get_by_label(setting)).to_be_checked()
    assert faults(page) == []
    page.get_by_role("button", name="Start from the beginning").click()
    page.get_by_role("radio").first.check()
    assert faults(page) == []
    page.locator("button[type=submit]").click()
    page.locator("button[type=submit]").click()
    assert faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_list_is_whole_without_javascript(server, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.base)
    assert shown(page) == [scenario.title for scenario in SCENARIOS.values()]
    context.close()
