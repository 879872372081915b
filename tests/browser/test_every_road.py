"""Every road of every scenario, played by machine in a real page and held against the engine."""

import pytest

from sharedground.evidence import load_evidence
from sharedground.exchange.page import page as single_page
from sharedground.play.help_lines import help_lines
from sharedground.play.player_data import player_data
from sharedground.scenario import load_sound
from sharedground.scenario.model import in_words
from tests.roads_taken import every_road

SCENARIOS = load_sound()

PLAY_A_ROAD = """
async (moves) => {
  const wait = () => new Promise((done) => setTimeout(done, 0));
  const screen = () => document.querySelector("[data-screen]");
  const buttons = () => [...screen().querySelectorAll("button")];
  const press = (words) => buttons().find((it) => it.textContent.startsWith(words)).click();
  const met = [];
  press("Start from the beginning");
  await wait();
  for (const move of moves) {
    met.push(screen().querySelector("h1").textContent);
    if (move === "on") {
      press("Go on");
    } else {
      screen().querySelector(`input[value="${move}"]`).checked = true;
      screen().querySelector("button[type=submit]").click();
      await wait();
      if (screen().dataset.screen !== "backed") throw new Error("no second question after " + move);
      screen().querySelector("button[type=submit]").click();
    }
    await wait();
  }
  met.push(screen().querySelector("h1").textContent);
  press("Look back");
  await wait();
  const table = screen().querySelector("table").textContent.length > 0;
  const followed = screen().dataset.screen;
  return { met, table, followed };
}
"""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("slug", list(SCENARIOS))
def test_every_road_is_the_engines(slug, profile, tmp_path):
    scenario = SCENARIOS[slug]
    file = tmp_path / f"{slug}.html"
    file.write_text(single_page(player_data(scenario, load_evidence(), help_lines()), {}), encoding="utf-8")
    page = profile().page()
    played = 0
    for play in every_road(scenario):
        page.goto(file.as_uri())
        page.locator("[data-screen=opening]").wait_for()
        went = page.evaluate(PLAY_A_ROAD, list(play.moves))
        places = [*(step.scene_id for step in play.steps), play.scene_id]
        assert went["met"] == [scenario.at(place).heading or in_words(place) for place in places]
        assert went["table"]
        assert went["followed"] == "debrief"
        played += 1
    assert played > 10
