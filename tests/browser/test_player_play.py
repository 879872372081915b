"""Playing in the page: scene by scene, without a mouse, forwards and back."""

import pytest
from playwright.sync_api import expect

from tests.browser.by_keyboard import Keyboard
from tests.browser.conftest import DESK, PHONE, faults
from tests.browser.learner import Learner


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_file_is_played_to_its_end_by_keyboard_alone_and_asks_the_network_for_nothing(sample_page, profile, viewport):
    someone = profile(viewport)
    page = someone.page()
    page.goto(sample_page)
    assert faults(page) == []
    keys = Keyboard(page)
    keys.press("Start from the beginning")
    for choice in ("with-ines", "on", "leave-it"):
        keys.heading()
        assert faults(page) == []
        if choice == "on":
            keys.press("Go on")
            continue
        keys.choose(choice)
        keys.heading()
        assert faults(page) == []
        keys.skip_the_second_question()
    assert keys.heading() == "Three in the afternoon"
    keys.press("Look back at what you decided")
    keys.press("Next decision")
    keys.heading()
    assert faults(page) == []
    keys.press("Finish")
    assert keys.heading() == "Thank you for deciding"
    assert faults(page) == []
    assert someone.watched.elsewhere(sample_page) == []


def test_choosing_nothing_is_said_at_the_top_and_at_the_question(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin()
    assert page.locator("input:checked").count() == 0
    learner.button("This is what I would do").click()
    assert page.evaluate("() => document.activeElement.textContent").startswith("There is a problem")
    assert page.locator(".sg-fault").inner_text() == "Choose what you would do"
    assert page.title().startswith("Error: ")
    assert faults(page) == []
    page.get_by_role("link", name="Choose what you would do").click()
    assert page.evaluate("() => document.activeElement.type") == "radio"


def test_options_keep_their_order_for_one_play_and_change_it_with_the_next(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin()
    order = learner.options
    page.reload()
    assert learner.options == order
    orders = set()
    for _ in range(8):
        orders.add(tuple(Learner(page, sample_page).begin().options))
    assert len(orders) > 1


def test_progress_is_said_in_words_with_what_is_open_left_open(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin()
    assert page.locator(".sg-eyebrow").inner_text() == "Decision 1 of 2 or 3"
    learner.choose("stay-in")
    assert page.locator(".sg-eyebrow").inner_text() == "What followed. 1 or 2 decisions to come"


def test_each_step_has_its_own_title(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page)
    titles = [page.title()]
    learner.begin()
    titles.append(page.title())
    learner.take("plan")
    titles.append(page.title())
    assert len(set(titles)) == 3
    assert all(title.endswith("A walk to the allotment – Shared Ground") for title in titles)


def test_back_goes_scene_by_scene_and_forward_loses_nothing(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin().choose("plan", backed="same", why="my own line").choose("ring")
    page.go_back()
    page.go_back()
    expect(page.locator(".sg-title")).to_have_text("Ten past twelve")
    assert page.locator("input:checked").get_attribute("value") == "ring"
    page.go_back()
    assert page.get_by_label("Why? One line, if you like").input_value() == "my own line"
    page.go_forward()
    page.go_forward()
    page.go_forward()
    expect(page.locator(".sg-title")).to_have_text("Thursday's meeting")
    assert learner.screen == "scene"


def test_choosing_otherwise_after_going_back_forgets_the_road_not_taken(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin().choose("plan", why="about the plan").choose("ring")
    for _ in range(4):
        page.go_back()
    learner.take("stay-in")
    assert page.get_by_label("Why? One line, if you like").input_value() == ""
    learner.go_on()
    assert learner.heading == "A quiet day"


def test_a_reload_keeps_the_place(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin().choose("plan").choose("ring")
    page.reload()
    assert learner.heading == "Thursday's meeting"
    page.go_back()
    expect(page.locator(".sg-title")).to_have_text("And if you knew you would be backed?")


def test_the_address_names_one_decision(sample_page, profile):
    page = profile().page()
    Learner(page, f"{sample_page}?fork=meeting").decide_only("Thursday's meeting")
    assert page.locator(".sg-eyebrow").inner_text() == "One decision"
    assert page.locator("legend").inner_text() == "On this shift, what would you do?"


def test_a_decision_that_is_not_there_is_said_calmly(sample_page, profile):
    page = profile().page()
    learner = Learner(page, f"{sample_page}?fork=no-such-fork")
    assert "not in this scenario" in page.locator(".sg-notice").inner_text()
    learner.decide_only("Ten past twelve")
    assert learner.screen == "scene"


def test_the_person_is_heard_at_once_and_the_others_on_demand(sample_page, profile):
    page = profile().page()
    Learner(page, sample_page).begin()
    expect(page.get_by_text("He’s looking at the book and not at me")).to_be_visible()
    expect(page.get_by_text("I wish I knew where she was")).to_be_hidden()
    page.get_by_text("As Ines (sister) sees it").click()
    expect(page.get_by_text("I wish I knew where she was")).to_be_visible()
    assert "not yet read by anyone with lived experience" in page.locator(".sg-voice").first.inner_text()


def test_what_it_touches_on_is_said_before_anything_of_the_story(sample_page, profile):
    page = profile().page()
    words = Learner(page, sample_page).page.locator("main").inner_text()
    assert words.index("being kept in and going missing") < words.index("Nell wants to walk")


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_needs_sideways_scrolling_on_any_screen(sample_page, profile, width):
    page = profile({"width": width, "height": 256}).page()
    learner = Learner(page, sample_page)

    def fits() -> bool:
        return bool(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))

    assert fits()
    learner.begin()
    assert fits()
    learner.take("plan")
    assert fits()
    learner.go_on().choose("ring").choose("write-it-with-her")
    assert fits()
    learner.look_back()
    page.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    learner.button("See the figures").click()
    expect(page.locator(".sg-picture img").first).to_be_visible()
    assert fits()
    assert faults(page) == []


def test_targets_are_large_enough_for_a_thumb(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page)
    small = (
        "() => [...document.querySelectorAll('button, summary, .sg-option label, .sg-chip label, textarea')]"
        ".filter(it => it.offsetParent && it.getBoundingClientRect().height < 43.5).map(it => it.outerHTML)"
    )
    assert page.evaluate(small) == []
    learner.begin()
    assert page.evaluate(small) == []
    learner.choose("plan").choose("ring").choose("write-it-with-her").look_back()
    assert page.evaluate(small) == []


def test_back_from_another_decision_finds_the_one_before(sample_page, profile):
    page = profile().page()
    learner = Learner(page, f"{sample_page}?fork=gate").decide_only("Nine o'clock at the gate").choose("plan")
    page.get_by_text("The other decisions").click()
    learner.button("Ten past twelve").click()
    learner.choose("ring")
    for _ in range(3):
        page.go_back()
    expect(page.locator(".sg-title")).to_have_text("What followed")
    assert "watered the beans" in page.locator("[data-part=first]").inner_text()
