"""Fifty hostile scenarios in a page and in a notebook: nothing runs, nothing is fetched, the words stay words."""

import json
import re

import pytest
from playwright.sync_api import Page

from sharedground.evidence import load_evidence
from sharedground.exchange.page import page as single_page
from sharedground.play.help_lines import help_lines
from sharedground.play.player_data import player_data
from sharedground.scenario.typeset import typeset
from tests.hostile import HOSTILE, hostile_scenario
from tests.served import serving

PLAY = """
async () => {
  const wait = () => new Promise((done) => setTimeout(done, 10));
  const screen = () => document.querySelector("[data-screen]");
  const seen = [];
  const look = async () => {
    await wait();
    screen().querySelectorAll("details").forEach((it) => (it.open = true));
    seen.push(screen().textContent);
  };
  await look();
  [...screen().querySelectorAll("button")].find((it) => it.textContent === "Start from the beginning").click();
  await look();
  for (let step = 0; step < 12 && screen().dataset.screen !== "debrief"; step += 1) {
    const radio = screen().dataset.screen === "scene" && screen().querySelector("input[type=radio]");
    if (radio) radio.checked = true;
    (screen().querySelector("button[type=submit]") || screen().querySelector("button.sg-go")).click();
    await look();
  }
  await new Promise((done) => setTimeout(done, 100));
  const tags = "script, iframe, object, embed, base, form:not(.sg-question), link, meta, svg, math, style, video, audio";
  return { ran: window.ran, seen: seen.join(" "), screen: screen().dataset.screen, made: screen().querySelectorAll(tags).length,
           links: [...screen().querySelectorAll("a[href]")].map((it) => it.getAttribute("href")),
           handlers: [...screen().querySelectorAll("*")].flatMap((it) => it.getAttributeNames().filter((name) => name.startsWith("on"))) };
}
"""  # noqa: E501


def plain(words: str) -> str:
    return " ".join(typeset(words).split())


def assert_words_stayed_words(page: Page, words: str, title: str) -> None:
    went = page.evaluate(PLAY)
    assert went["ran"] is None
    assert went["screen"] == "debrief"
    assert went["made"] == 0
    assert went["handlers"] == []
    assert all(re.match(r"(#|https?://|tel:|/)", link) and "evil" not in link for link in went["links"]), went["links"]
    assert plain(words)[:60] in " ".join(went["seen"].split()), title


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_in_a_page_hostile_words_stay_words(profile, tmp_path, words):
    data = player_data(hostile_scenario(words), load_evidence(), help_lines())
    file = tmp_path / "hostile.html"
    # without the page's own policy, so that only the words' treatment stands between them and the reader
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", single_page(data, {}))
    file.write_text(text, encoding="utf-8")
    someone = profile()
    page = someone.page()
    page.goto(file.as_uri())
    page.locator("[data-screen=opening]").wait_for()
    assert_words_stayed_words(page, words, "page")
    assert someone.watched.elsewhere("file:") == []


def test_a_single_page_forbids_what_it_does_not_need():
    text = single_page(player_data(hostile_scenario("words"), load_evidence(), help_lines()), {})
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")


def test_in_a_notebook_hostile_words_stay_words(profile, tmp_path):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    for number, words in enumerate(HOSTILE[::5]):
        source = (
            "import json; from sharedground.scenario import Scenario; from sharedground_widgets import Practice\n"
            f"Practice(Scenario.model_validate(json.loads({hostile_scenario(words).model_dump_json()!r})).named('x'))"
        )
        cell = {"cell_type": "code", "id": "one", "metadata": {}, "outputs": [], "execution_count": None}
        spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        book = {"cells": [{**cell, "source": source}], "nbformat": 4, "nbformat_minor": 5}
        book["metadata"] = {"kernelspec": spec, "title": words}
        (notebooks / f"hostile-{number}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    with serving("--ready", "0", home=tmp_path) as served:
        for number, words in enumerate(HOSTILE[::5]):
            someone = profile()
            page = someone.page()
            page.goto(f"{served.base}hostile-{number}")
            page.locator("[data-screen=opening]").wait_for(timeout=30_000)
            assert_words_stayed_words(page, words, "notebook")
            assert someone.watched.elsewhere(served.base) == []
