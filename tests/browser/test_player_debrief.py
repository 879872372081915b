"""The debrief: both sides after choosing, short enough to be read, nothing of it before."""

import json

import pytest
from playwright.sync_api import Page, expect

from sharedground.evidence import load_evidence
from sharedground.exchange.page import page as single_page
from sharedground.play.help_lines import help_lines
from sharedground.play.player_data import player_data as data_of
from sharedground.scenario import load, scenario_files
from tests.browser.conftest import DESK, PHONE, faults
from tests.browser.learner import Learner, words_seen
from tests.browser.sample import SECRETS, player_data

TWO_PHONES = 2 * PHONE["height"]
MOST_WORDS = 250
MOST_WORDS_OF_ONE_DECISION = 900


def decide(page: Page, address: str, choice_id: str) -> Learner:
    learner = Learner(page, address)
    page.locator(".sg-door button").first.click()
    return learner.choose(choice_id)


def test_what_options_protect_and_cost_is_nowhere_before_choosing(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).begin()
    assert [secret for secret in SECRETS if secret in page.content()] == []
    learner.choose("plan")
    assert [secret for secret in SECRETS if secret in page.content()] == []
    learner.choose("ring").choose("write-it-with-her").look_back()
    assert "decided together" in page.content()


def test_the_source_of_a_file_gives_nothing_away():
    source = single_page(player_data(), {})
    assert [secret for secret in (*SECRETS, "watered the beans") if secret in source] == []


@pytest.mark.parametrize("slug", scenario_files())
def test_the_first_screen_is_within_two_phone_heights_and_250_words(slug, profile, tmp_path):
    data = data_of(load(slug), load_evidence(), help_lines())
    file = tmp_path / f"{slug}.html"
    file.write_text(single_page(data, {}), encoding="utf-8")
    page = profile().page()
    too_long = []
    for fork_id, sides in data["debrief"].items():
        for option in sides["options"]:
            decide(page, f"{file.as_uri()}?fork={fork_id}", option["id"])
            bottom = page.locator("[data-part=first]").evaluate(
                "(it) => Math.round(it.getBoundingClientRect().bottom + scrollY)"
            )
            words = words_seen(page, "[data-part=first]")
            if bottom > TWO_PHONES or words > MOST_WORDS:
                too_long.append((fork_id, option["id"], bottom, words))
    assert too_long == []


@pytest.mark.parametrize("slug", scenario_files())
def test_one_decision_is_under_900_words(slug, profile, tmp_path):
    data = data_of(load(slug), load_evidence(), help_lines())
    file = tmp_path / f"{slug}.html"
    file.write_text(single_page(data, {}), encoding="utf-8")
    page = profile().page()
    for fork_id, sides in data["debrief"].items():
        learner = Learner(page, f"{file.as_uri()}?fork={fork_id}")
        page.locator(".sg-door button").first.click()
        words = words_seen(page, "main")
        learner.take(sides["options"][0]["id"])
        words += words_seen(page, "main")
        learner.go_on()
        words += words_seen(page, "[data-part=first]")
        assert words < MOST_WORDS_OF_ONE_DECISION, fork_id


def test_every_option_is_a_column_named_by_its_action_and_yours_is_said(sample_page, profile):
    page = profile().page()
    decide(page, f"{sample_page}?fork=gate", "plan")
    heads = page.locator(".sg-fork thead th").all_inner_texts()
    assert [head.splitlines()[0] for head in heads] == [
        "not today",
        "planned the walk with her",
        "agreed to wait for Ines",
        "left it to her",
    ]
    assert [head.splitlines()[-1] for head in heads].count("Yours") == 1
    assert heads[1].splitlines()[-1] == "Yours"
    assert page.locator(".sg-fork .sg-bearer").all_inner_texts() == ["Nell", "You", "Ines", "The service"]
    assert "nobody asked" in page.locator(".sg-fork").inner_text()


def test_a_screen_reader_hears_which_side_a_word_is_on(sample_page, profile):
    page = profile().page()
    decide(page, f"{sample_page}?fork=gate", "plan")
    table = page.locator(".sg-fork").aria_snapshot()
    assert "protects a say, work or home" in table
    assert "costs safety" in table


def test_what_else_could_have_followed_is_said_at_once(sample_page, profile):
    page = profile().page()
    decide(page, f"{sample_page}?fork=gate", "plan")
    words = page.locator("[data-part=first]").inner_text()
    followed = words.index("Nell walked to the plot")
    line = words.index("Beans up to my elbow")
    otherwise = words.index("She is back by eleven")
    assert followed < line < otherwise < words.index("Side by side")


def test_harms_and_gains_are_behind_one_button_with_the_contrast_first(sample_page, profile):
    page = profile(DESK).page()
    learner = decide(page, f"{sample_page}?fork=gate", "plan")
    assert page.locator("figure.sg-figure").count() == 0
    learner.button("See the figures").click()
    titles = page.locator("figure.sg-figure h3").all_inner_texts()
    assert titles == ["Reported harms and gains", "Plans made together"]
    expect(page.locator(".sg-picture img")).to_have_count(2)
    evidence = page.locator(".sg-evidence").inner_text()
    assert "reports a harm" in evidence
    assert faults(page) == []


def test_a_figure_that_never_comes_leaves_its_sentence_and_table(profile, tmp_path):
    file = tmp_path / "without-figures.html"
    file.write_text(single_page(player_data(), {}), encoding="utf-8")
    page = profile().page()
    learner = decide(page, f"{file.as_uri()}?fork=gate", "plan")
    learner.button("See the figures").click()
    expect(page.get_by_text("The picture could not be drawn here").first).to_be_visible()
    page.get_by_text("The same in words and numbers").first.click()
    expect(page.locator("table.sg-data").first).to_contain_text("0.50 to 0.98")


def test_every_finding_has_its_limits_beside_it_and_its_source_one_tap_away(sample_page, profile):
    page = profile().page()
    decide(page, f"{sample_page}?fork=gate", "plan")
    page.get_by_text("The studies, one by one").click()
    finding = page.locator(".sg-finding").first
    assert "Low certainty. It does not exist" in finding.inner_text()
    finding.get_by_text("Where this comes from").click()
    assert "A study that was never done" in finding.inner_text()


def test_a_fork_that_was_not_decided_is_not_given_away(sample_page, profile):
    page = profile().page()
    learner = decide(page, f"{sample_page}?fork=gate", "plan")
    page.get_by_text("The other decisions").click()
    learner.button("Ten past twelve").click()
    assert learner.screen == "scene"
    assert "reported her late" not in page.content()


def test_forks_that_were_decided_are_looked_back_at_one_after_the_other(sample_page, profile):
    page = profile().page()
    learner = Learner(page, sample_page).play_the_sample()
    assert page.locator(".sg-eyebrow").inner_text() == "Looking back: Nine o'clock at the gate"
    learner.button("Next decision").click()
    assert page.locator(".sg-eyebrow").inner_text() == "Looking back: Ten past twelve"
    page.get_by_text("The other decisions").click()
    learner.button("Thursday's meeting").click()
    assert page.locator(".sg-eyebrow").inner_text() == "Looking back: Thursday's meeting"


def test_another_option_is_tried_with_nothing_chosen_beforehand(sample_page, profile):
    page = profile().page()
    learner = decide(page, f"{sample_page}?fork=gate", "plan")
    learner.button("Try another option").click()
    assert page.locator("input:checked").count() == 0
    assert page.locator(".sg-option", has_text="You chose this before").count() == 1
    learner.choose("stay-in")
    assert "coat on" in page.locator("[data-part=first]").inner_text()


def test_what_backing_would_change_is_asked_about(sample_page, profile):
    page = profile().page()
    learner = Learner(page, f"{sample_page}?fork=gate").decide_only("Nine o'clock at the gate")
    learner.choose("stay-in", backed="plan")
    legend = page.locator(".sg-needs legend").inner_text()
    assert legend == "If backed, you would rather: planned the walk with her. What would you need?"


def test_the_line_to_take_away_is_hers_to_change_and_is_saved_with_what_she_needs(sample_page, profile):
    page = profile().page()
    learner = decide(page, f"{sample_page}?fork=gate", "plan")
    line = page.get_by_label("One line to take away")
    assert line.input_value() == "Nell planned her walk with me; she will ring by noon."
    line.fill("Ask Nell about the beans.")
    page.get_by_label("Time").check()
    page.get_by_label("Other", exact=True).check()
    page.get_by_label("What else you would need").fill("A quieter gate")
    with page.expect_download() as download:
        learner.button("Download").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text.startswith("Ask Nell about the beans.\n")
    assert "I would need: Time; A quieter gate." in text


def test_what_she_needs_is_still_there_after_a_reload(sample_page, profile):
    page = profile().page()
    decide(page, f"{sample_page}?fork=gate", "plan")
    page.get_by_label("Backing").check()
    page.reload()
    expect(page.get_by_label("Backing")).to_be_checked()


def test_on_paper_the_debrief_is_a_document_with_everything_unfolded(sample_page, profile):
    page = profile(DESK).page()
    decide(page, f"{sample_page}?fork=gate", "plan")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".sg-fork")).to_be_visible()
    expect(page.get_by_text("costs-her-trust").first).to_be_visible()
    expect(page.locator(".sg-bar")).to_be_hidden()
    expect(page.get_by_role("button", name="Finish")).to_be_hidden()
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.get_by_text("costs-her-trust").first).to_be_hidden()


def test_with_everything_open_there_is_no_accessibility_fault(sample_page, profile):
    page = profile().page()
    decide(page, f"{sample_page}?fork=gate", "plan")
    page.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    assert faults(page) == []


def test_text_of_the_data_is_never_read_as_html(profile, tmp_path):
    data = json.loads(json.dumps(player_data()).replace("planned the walk with her", "<img src=x onerror=alert(1)>"))
    file = tmp_path / "hostile.html"
    file.write_text(single_page(data, {}), encoding="utf-8")
    page = profile().page()
    decide(page, f"{file.as_uri()}?fork=gate", "plan")
    assert page.locator(".sg-fork img").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator(".sg-fork").inner_text()
