"""A SCORM package on learning platforms: good ones, odd ones, and those that record nothing."""

import json

import pytest
from playwright.sync_api import Page, expect

from sharedground.exchange.scorm import package
from sharedground.pages import module
from tests.browser.by_keyboard import Keyboard
from tests.browser.conftest import faults
from tests.browser.learner import Learner
from tests.browser.platform import Platform, Visit
from tests.browser.sample import figures, player_data

CANARY = "canary, what she typed"
NOT_RECORDED = "Your progress is not being recorded here"
TOLD = {
    "cmi.suspend_data",
    "cmi.core.lesson_location",
    "cmi.core.lesson_status",
    "cmi.core.exit",
    "cmi.core.session_time",
}


@pytest.fixture(scope="module")
def course() -> bytes:
    return package(player_data(), figures())


@pytest.fixture(params=["hub", "again"])
def platform(request: pytest.FixtureRequest, course: bytes) -> Platform:
    """One that behaves as the NHS Learning Hub, and scorm-again, written by others."""
    return Platform(course, request.param)


def learner(visit: Visit) -> Learner:
    return Learner(visit.frame)  # a frame has the same ways to find and to press as a page


def play_to_the_end(visit: Visit) -> None:
    learner(visit).begin().choose("plan", why=CANARY).choose("ring").choose("write-it-with-her").look_back()


def status(platform: Platform) -> str:
    return str(platform.record.get("cmi.core.lesson_status"))


def test_it_is_incomplete_from_the_start_and_completed_with_the_last_screen(platform, profile):
    visit = platform.visit(profile)
    assert status(platform) == "incomplete"
    play_to_the_end(visit)
    assert status(platform) == "incomplete"
    learner(visit).button("Finish").click()
    expect(visit.frame.locator(".sg-title")).to_have_text("Thank you for deciding")
    visit.leave()
    assert status(platform) == "completed"


def test_it_is_played_to_its_end_by_keyboard_alone(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    keys = Keyboard(visit.frame)
    assert faults_in(visit) == []
    keys.press("Start from the beginning")
    keys.choose("plan")
    keys.skip_the_second_question()
    keys.choose("leave-it")
    keys.skip_the_second_question()
    keys.press("Look back at what you decided")
    keys.press("Next decision")
    keys.press("Finish")
    assert keys.heading() == "Thank you for deciding"
    visit.leave()
    assert status(platform) == "completed"


def faults_in(visit: Visit) -> list[str]:
    return faults(visit.page)


def test_a_later_visit_goes_on_where_one_left(platform, profile):
    visit = platform.visit(profile)
    learner(visit).begin().choose("stay-in").go_on().choose("ring")
    visit.leave()
    again = platform.visit(profile)
    learner(again).button("Go on from there").click()
    assert learner(again).heading == "Thursday's meeting"
    learner(again).choose("write-it-with-her").look_back()
    learner(again).button("Finish").click()
    again.leave()
    assert status(platform) == "completed"


def test_a_reload_of_the_platform_goes_on_where_one_was(platform, profile):
    visit = platform.visit(profile)
    learner(visit).begin().choose("plan")
    visit.page.reload()
    frame = visit.page.frame_locator("iframe")
    frame.get_by_role("button", name="Go on from there").click()
    expect(frame.locator(".sg-title")).to_have_text("Ten past twelve")


def test_a_place_that_is_forgotten_is_forgotten_by_the_platform_too(platform, profile):
    visit = platform.visit(profile)
    learner(visit).begin().choose("plan")
    visit.leave()
    second = platform.visit(profile)
    learner(second).button("Forget it").click()
    second.leave()
    third = platform.visit(profile)
    expect(third.frame.get_by_role("button", name="Go on from there")).to_have_count(0)


def test_stepping_out_leaves_no_choice_with_the_platform(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    learner(visit).begin().choose("plan")
    kept = platform.record["cmi.suspend_data"]
    learner(visit).button("Step out").click()
    visit.leave()
    assert kept.endswith(".b")
    assert platform.record["cmi.suspend_data"].endswith(".")
    assert platform.record["cmi.core.lesson_location"] == ""
    assert status(platform) == "incomplete"


def test_one_decision_by_itself_does_not_complete_it(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    learner(visit).decide_only("Thursday's meeting").choose("write-it-with-her").button("Finish").click()
    visit.leave()
    assert status(platform) == "incomplete"


def test_one_decision_by_itself_is_found_again(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    learner(visit).decide_only("Ten past twelve").choose("ring")
    visit.leave()
    again = platform.visit(profile)
    learner(again).button("Go on from there").click()
    assert learner(again).screen == "debrief"


def test_another_option_tried_after_the_ending_still_completes_it(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    play_to_the_end(visit)
    learner(visit).button("Try another option").click()
    learner(visit).choose("stay-in")
    visit.leave()
    again = platform.visit(profile)
    learner(again).button("Go on from there").click()
    learner(again).go_on().choose("leave-it").look_back().button("Finish").click()
    again.leave()
    assert status(platform) == "completed"


def test_nothing_is_told_but_place_status_and_time_and_nothing_of_the_learner_is_asked(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    play_to_the_end(visit)
    visit.frame.get_by_label("One line to take away").fill(CANARY)
    learner(visit).button("Finish").click()
    told = visit.told()
    assert {element for element, _ in told} == TOLD
    assert CANARY not in json.dumps(told)
    assert set(visit.asked()) == {"cmi.core.lesson_status", "cmi.suspend_data"}
    assert all(len(value) <= 255 for element, value in told if element == "cmi.core.lesson_location")


def test_the_page_says_what_the_platform_is_told(course, profile):
    visit = Platform(course).visit(profile)
    expect(visit.frame.get_by_text("Your learning platform is told your place")).to_be_visible()
    expect(visit.frame.get_by_text("Keep my place on this computer")).to_have_count(0)
    expect(visit.frame.get_by_text("This file asks the network for nothing and sends nothing")).to_have_count(0)


def test_time_is_counted_although_the_platform_cuts_a_digit_off(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile, before=lambda page: page.clock.install())
    visit.page.clock.fast_forward("59:00")
    learner(visit).begin()
    visit.page.clock.fast_forward("12:05")
    hide(visit)
    assert 71 * 60 <= platform.record["seconds"] < 72 * 60


def hide(visit: Visit) -> None:
    """As when the phone is put away."""
    visit.frame.evaluate(
        "() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }"
    )
    visit.page.wait_for_timeout(50)


def test_a_phone_that_is_put_away_and_killed_has_its_place_kept(platform, profile):
    visit = platform.visit(profile)
    learner(visit).begin().choose("plan")
    platform.record.clear()
    hide(visit)
    visit.page.close()
    again = platform.visit(profile)
    learner(again).button("Go on from there").click()
    assert learner(again).heading == "Ten past twelve"


def test_an_hour_away_clears_the_page_and_leaves_the_place_with_the_platform(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile, before=lambda page: page.clock.install())
    learner(visit).begin().choose("plan")
    visit.page.clock.fast_forward("01:01:00")
    assert "left alone for an hour" in visit.frame.locator(".sg-notice").inner_text()
    learner(visit).button("Go on from there").click()
    assert learner(visit).heading == "Ten past twelve"


def test_once_completed_a_new_visit_begins_afresh(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    play_to_the_end(visit)
    learner(visit).button("Finish").click()
    visit.leave()
    again = platform.visit(profile)
    expect(again.frame.get_by_role("button", name="Go on from there")).to_have_count(0)


def test_a_platform_that_keeps_it_completed_is_never_told_otherwise(course, profile):
    platform = Platform(course, "keeping")
    visit = platform.visit(profile)
    play_to_the_end(visit)
    learner(visit).button("Finish").click()
    visit.leave()
    again = platform.visit(profile)
    learner(again).begin().choose("plan")
    again.leave()
    assert status(platform) == "completed"


@pytest.mark.parametrize("kind", ["missing", "refusing", "throwing", "hollow"])
def test_without_a_record_it_plays_on_and_says_so_calmly(course, profile, kind):
    visit = Platform(course, kind).visit(profile, before=lambda page: page.clock.install())
    visit.page.clock.run_for(14000)
    assert NOT_RECORDED in visit.banner()
    play_to_the_end(visit)
    learner(visit).button("Finish").click()
    assert learner(visit).heading == "Thank you for deciding"
    assert faults_in(visit) == []


def test_a_platform_that_stores_late_is_tried_again_without_a_word(course, profile):
    platform = Platform(course, "late")
    visit = platform.visit(profile, before=lambda page: page.clock.install())
    visit.page.clock.run_for(1500)
    assert platform.record == {}
    visit.page.clock.run_for(3500)
    visit.page.wait_for_timeout(50)
    assert status(platform) == "incomplete"
    assert visit.banner() == ""


def test_a_place_in_a_scenario_that_has_changed_since_is_not_taken_for_another(course, profile):
    platform = Platform(course)
    visit = platform.visit(profile)
    learner(visit).begin().choose("plan")
    visit.leave()
    data = player_data()
    data["scenes"]["gate"]["choices"].reverse()
    changed = Platform(package(data, figures()))
    changed.record = platform.record
    again = changed.visit(profile)
    expect(again.frame.get_by_role("button", name="Go on from there")).to_have_count(0)


# The adaptor by itself


@pytest.fixture
def adaptor(profile) -> Page:
    """A page with the adaptor's module as ``scorm``."""
    page = profile().page()
    page.evaluate(
        "async (code) => { window.scorm = await import(`data:text/javascript,${encodeURIComponent(code)}`); }",
        module("scorm"),
    )
    return page


ROUND = {
    "start": "a",
    "scenes": {
        "a": {"id": "a", "kind": "fork", "leads_to": None, "choices": [{"id": "back-to-b", "leads_to": "b"}]},
        "b": {"id": "b", "kind": "passage", "leads_to": "a", "choices": []},
    },
}


def test_a_road_longer_than_the_platform_has_room_for_is_kept_as_far_as_it_goes(adaptor):
    length, found = adaptor.evaluate(
        """(data) => {
          const kept = {};
          const API = { LMSInitialize: () => "true", LMSCommit: () => "true", LMSGetValue: (name) => kept[name] || "",
                        LMSSetValue: (name, value) => { kept[name] = value; return "true"; } };
          const first = new scorm.LearningRecord(data, { around: { API } });
          first.report(null, Array.from({ length: 6000 }, (_, at) => (at % 2 ? "on" : "back-to-b")));
          const second = new scorm.LearningRecord(data, { around: { API } });
          return [kept["cmi.suspend_data"].length, second.place().moves.length];
        }""",
        ROUND,
    )
    assert length < 4096
    assert 4000 < found < 4096


def test_the_platform_is_found_in_windows_around_or_in_the_one_that_opened_it(adaptor):
    assert adaptor.evaluate(
        """() => {
          const API = {};
          const foreign = { get API() { throw new Error("another origin"); }, parent: { API } };
          const round = {}; round.parent = { parent: round };
          return [
            scorm.findApi({ parent: { parent: { API } } }) === API,
            scorm.findApi({ parent: foreign }) === API,
            scorm.findApi({ opener: { parent: { API } } }) === API,
            scorm.findApi({ parent: {}, top: { opener: { API } } }) === API,
            scorm.findApi(round),
          ];
        }"""
    ) == [True, True, True, True, None]


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, "0000:00:00"),
        (725_000, "0000:12:05"),
        (36_000_000, "0010:00:00"),
        (10**12, "9999:00:00"),
        (-5, "0000:00:00"),
    ],
)
def test_time_is_said_with_four_digits_of_hours(adaptor, milliseconds, said):
    assert adaptor.evaluate("(it) => scorm.inHours(it)", milliseconds) == said
