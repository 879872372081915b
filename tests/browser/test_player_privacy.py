"""What the page keeps, and for how long: one person's play is nobody else's."""

from playwright.sync_api import expect

from tests.browser.conftest import faults
from tests.browser.learner import Learner

CANARY = "canary of the first person"


def test_stepping_out_wipes_everything_at_once_and_shows_who_is_awake(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin().choose("plan", why=CANARY)
    learner.button("Step out").click()
    assert learner.heading == "Take all the time you need"
    expect(page.get_by_text("01632 960 001")).to_be_visible()
    assert faults(page) == []
    assert CANARY not in page.content()
    assert CANARY not in learner.stored()


def test_after_stepping_out_the_way_back_shows_nothing_of_the_play(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin().choose("plan").choose("ring")
    learner.button("Step out").click()
    page.wait_for_timeout(300)
    assert page.title() == "Shared Ground"
    page.go_back()
    page.wait_for_timeout(300)
    assert learner.heading == "Take all the time you need"
    assert page.title() == "Shared Ground"
    assert page.evaluate("() => history.length") <= 3
    page.reload()
    assert learner.screen in ("out", "opening")


def test_step_out_and_who_is_awake_are_on_every_screen_of_a_play(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page)

    def within_reach() -> None:
        expect(learner.button("Step out")).to_be_in_viewport()
        learner.button("Who is awake now").click()
        expect(page.get_by_text("Site manager")).to_be_visible()
        learner.button("Who is awake now").click()

    within_reach()
    learner.begin()
    within_reach()
    learner.take("plan")
    within_reach()
    learner.go_on().choose("ring").choose("write-it-with-her")
    within_reach()
    learner.look_back()
    page.locator("footer").scroll_into_view_if_needed()
    within_reach()


def test_finishing_wipes_everything(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin().choose("plan", why=CANARY).choose("ring")
    learner.choose("write-it-with-her").look_back()
    learner.button("Finish").click()
    assert learner.heading == "Thank you for deciding"
    assert CANARY not in learner.stored()
    page.go_back()
    page.wait_for_timeout(300)
    assert learner.screen == "finished"


def test_who_opens_the_page_anew_sees_nothing_of_the_person_before(sample_page, profile):
    page = profile().page()
    Learner(page, sample_page).begin().choose("plan", why=CANARY)
    learner = Learner(page, sample_page)
    assert learner.screen == "opening"
    assert CANARY not in learner.stored()
    assert CANARY not in page.content()


def test_nothing_is_kept_on_the_computer_unless_asked_for(sample_page, profile):
    page = profile().page()
    Learner(page, sample_page).begin().choose("plan", why=CANARY)
    assert page.evaluate("() => Object.keys(localStorage)") == []


def test_a_kept_place_is_offered_the_next_time_and_can_be_forgotten(sample_page, profile):
    someone = profile()
    learner = Learner(someone.page(), sample_page)
    learner.page.get_by_label("Keep my place on this computer").check()
    learner.begin().choose("plan")
    learner.page.close()

    later = Learner(someone.page(), sample_page)
    assert "planned" not in later.page.content()
    later.button("Go on from there").click()
    assert later.heading == "Ten past twelve"
    later.page.close()

    again = Learner(someone.page(), sample_page)
    again.button("Forget it").click()
    assert again.page.evaluate("() => Object.keys(localStorage)") == []


def test_stepping_out_forgets_a_kept_place_too(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page)
    page.get_by_label("Keep my place on this computer").check()
    learner.begin().choose("plan")
    learner.button("Step out").click()
    assert page.evaluate("() => Object.keys(localStorage)") == []


def test_an_hour_alone_clears_the_page(sample_page, profile):
    page = profile().page()
    page.clock.install()
    learner = Learner(page, sample_page).begin().choose("plan", why=CANARY)
    page.clock.fast_forward("59:00")
    assert learner.screen == "scene"
    page.clock.fast_forward("02:00")
    assert "left alone for an hour" in page.locator(".sg-notice").inner_text()
    assert CANARY not in learner.stored()
    page.go_back()
    assert learner.screen == "opening"


def test_where_storage_is_forbidden_the_page_plays_from_memory(sample_page, profile):
    page = profile().page()
    page.add_init_script(
        "for (const kind of ['sessionStorage', 'localStorage'])"
        " Object.defineProperty(window, kind, { get() { throw new Error('forbidden'); } });"
    )
    learner = Learner(page, sample_page).begin().choose("plan")
    assert learner.heading == "Ten past twelve"
    page.go_back()
    expect(page.locator(".sg-title")).to_have_text("And if you knew you would be backed?")
