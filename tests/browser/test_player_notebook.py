"""The player as a widget: what it tells Python, what it hears from it, and how it sits in a notebook."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sharedground.pages import module, stylesheet
from tests.browser.conftest import DESK, faults
from tests.browser.learner import Learner
from tests.browser.sample import player_data

MODEL = """
window.FakeModel = class {
  constructor(state) { this.state = state; this.saved = []; this.sent = []; this.heard = {}; }
  get(name) { return this.state[name]; }
  set(name, value) { this.state[name] = value; }
  save_changes() { if (this.broken) throw new Error("gone"); this.saved.push(JSON.parse(JSON.stringify(this.state))); }
  send(content) { this.sent.push(content); }
  on(name, act) { (this.heard[name] ||= new Set()).add(act); }
  off(name, act) { this.heard[name]?.delete(act); }
  arrive(name, value) { this.state[name] = value; for (const act of [...(this.heard["change:" + name] ?? [])]) act(); }
  answer(content) { for (const act of [...(this.heard["msg:custom"] ?? [])]) act(content); }
};
window.show = async (source, state) => {
  window.widget ??= (await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })))).default;
  const el = document.body.appendChild(document.createElement("div"));
  const model = new FakeModel({ data: {}, moves: [], begin: null, catalogue: [], wanted: "", trouble: "", ...state });
  const leave = await window.widget.render({ model, el });
  (window.shown ??= []).push({ model, el, leave });
};
"ready";
"""
ENTRY = {
    "slug": "a-walk-to-the-allotment",
    "title": "A walk to the allotment",
    "summary": "Nell wants to walk to her plot alone.",
    "minutes": 12,
    "setting": "rehabilitation ward",
    "content_notes": ["being kept in"],
    "forks": [{"id": "gate", "heading": "Nine o'clock at the gate"}, {"id": "late", "heading": "Ten past twelve"}],
}


def show(page: Page, **state: Any) -> Learner:
    page.evaluate("([source, state]) => window.show(source, state)", [module("player"), state])
    return Learner(page)


@pytest.fixture
def notebook(profile) -> Page:
    page = profile(DESK).page()
    page.set_content(
        f"<html lang='en'><title>A notebook</title><style>{stylesheet('player')}</style><h1>A notebook</h1>"
    )
    page.evaluate(MODEL)
    return page


def test_every_move_is_told_with_the_whole_way_so_far(notebook):
    learner = show(notebook, data=player_data())
    learner.begin().choose("stay-in").go_on().choose("ring")
    saved = notebook.evaluate("() => shown[0].model.saved.map((state) => state.moves)")
    assert saved[-3:] == [["stay-in"], ["stay-in", "on"], ["stay-in", "on", "ring"]]


def test_one_decision_is_told_with_where_it_began(notebook):
    show(notebook, data=player_data()).decide_only("Ten past twelve").choose("ring")
    saved = notebook.evaluate("() => shown[0].model.saved.at(-1)")
    assert (saved["begin"], saved["moves"]) == ("late", ["ring"])


def test_why_and_backing_never_leave_the_page(notebook):
    show(notebook, data=player_data()).begin().choose("plan", backed="stay-in", why="canary")
    told = notebook.evaluate("() => JSON.stringify([shown[0].model.saved, shown[0].model.sent])")
    assert "canary" not in told


def test_a_host_that_cannot_be_told_does_not_stop_the_play(notebook):
    learner = show(notebook, data=player_data())
    notebook.evaluate("() => (shown[0].model.broken = true)")
    learner.begin().choose("plan").choose("ring")
    assert learner.heading == "Thursday's meeting"


def test_a_notebook_keeps_its_own_history_title_and_shortcuts(notebook):
    length = notebook.evaluate("() => history.length")
    show(notebook, data=player_data()).begin().choose("plan")
    assert notebook.evaluate("() => history.length") == length
    assert notebook.title() == "A notebook"
    assert notebook.locator(".sg").get_attribute("data-lm-suppress-shortcuts") is not None
    assert notebook.locator(".sg h1").count() == 0
    assert notebook.evaluate("() => document.activeElement.tagName") == "H2"
    assert faults(notebook) == []


def test_two_players_on_one_page_do_not_share_a_name_or_an_id(notebook):
    for _ in range(2):
        show(notebook, data=player_data())
    for _ in range(2):
        notebook.get_by_role("button", name="Start from the beginning").first.click()
    ids = notebook.evaluate("() => [...document.querySelectorAll('[id]')].map((it) => it.id)")
    assert len(ids) == len(set(ids))
    notebook.locator("input[value=plan]").nth(0).check()
    notebook.locator("input[value=stay-in]").nth(1).check()
    assert notebook.locator("input:checked").count() == 2


def test_the_list_asks_python_for_a_scenario_and_opens_what_comes(notebook):
    learner = show(notebook, catalogue=[ENTRY])
    assert faults(notebook) == []
    learner.button("Open A walk to the allotment").click()
    assert notebook.evaluate("() => shown[0].model.saved.at(-1).wanted") == "a-walk-to-the-allotment"
    notebook.evaluate("(data) => shown[0].model.arrive('data', data)", player_data())
    expect(learner.button("Start from the beginning")).to_be_visible()


def test_one_decision_is_opened_from_the_list(notebook):
    learner = show(notebook, catalogue=[ENTRY])
    notebook.get_by_text("Or one decision from it").click()
    learner.button("Ten past twelve").click()
    notebook.evaluate("(data) => shown[0].model.arrive('data', data)", player_data())
    learner.decide_only("Ten past twelve")
    assert learner.heading == "Ten past twelve"


def test_trouble_is_said_calmly_with_the_list_as_the_way_out(notebook):
    show(notebook, catalogue=[ENTRY]).button("Open A walk to the allotment").click()
    notebook.evaluate("() => shown[0].model.arrive('trouble', 'There is no scenario of that name here.')")
    assert notebook.locator(".sg-notice").inner_text() == "There is no scenario of that name here."
    expect(notebook.get_by_role("button", name="Open A walk to the allotment")).to_be_visible()


def test_trouble_on_the_other_side_does_not_end_a_play(notebook):
    learner = show(notebook, data=player_data()).begin().choose("plan")
    notebook.evaluate("() => shown[0].model.arrive('trouble', 'The moves could not be followed.')")
    assert learner.heading == "Ten past twelve"


def test_an_answer_that_never_comes_gives_the_list_back(notebook):
    notebook.clock.install()
    show(notebook, catalogue=[ENTRY]).button("Open A walk to the allotment").click()
    notebook.clock.fast_forward("00:30")
    assert "taking too long" in notebook.locator(".sg-notice").inner_text()


def test_figures_are_asked_for_by_name_and_shown_when_they_come(notebook):
    learner = show(notebook, data=player_data()).decide_only("Nine o'clock at the gate").choose("plan")
    learner.button("See the figures").click()
    asked = notebook.evaluate("() => shown[0].model.sent")
    assert asked == [{"kind": "figure", "name": "aaaa000011112222"}]
    notebook.evaluate(
        "() => shown[0].model.answer({ kind: 'figure', name: 'aaaa000011112222', svg: "
        '\'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>\' })'
    )
    expect(notebook.locator(".sg-picture img")).to_have_count(1)
    notebook.wait_for_function("() => shown[0].model.sent.length === 2")
    notebook.evaluate("() => shown[0].model.answer({ kind: 'trouble', about: 'figure', words: 'No.' })")
    expect(notebook.get_by_text("The picture could not be drawn here")).to_be_visible()


def test_a_lost_connection_is_said_and_what_was_not_heard_is_told_again(notebook):
    learner = show(notebook, data=player_data()).begin().choose("plan")
    notebook.evaluate("() => dispatchEvent(new CustomEvent('sharedground:connection', { detail: 'lost' }))")
    expect(notebook.get_by_text("You can go on: nothing is lost")).to_be_visible()
    learner.choose("ring")
    told = notebook.evaluate("() => shown[0].model.saved.length")
    notebook.evaluate("() => dispatchEvent(new CustomEvent('sharedground:connection', { detail: 'back' }))")
    expect(notebook.get_by_text("The connection is back")).to_be_visible()
    assert notebook.evaluate("() => shown[0].model.saved.length") == told + 1


def test_a_widget_that_is_taken_away_leaves_nothing_behind(notebook):
    show(notebook, data=player_data())
    notebook.evaluate("() => shown[0].leave()")
    assert notebook.locator(".sg").count() == 0
    assert notebook.evaluate("() => Object.values(shown[0].model.heard).every((acts) => acts.size === 0)")
