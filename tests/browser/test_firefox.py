"""The files in Firefox: opened by double click, played to the end, with nothing asked of the network."""

import pytest

from sharedground.evidence import load_evidence
from sharedground.exchange.gallery import gallery_page
from sharedground.play.help_lines import help_lines
from sharedground.scenario import load_sound
from tests.browser.firefox import firefox


@pytest.fixture(scope="module")
def fox(tmp_path_factory):
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        yield running


def fetched(fox) -> list[str]:
    """What the page fetched from outside itself."""
    names = fox.evaluate("performance.getEntriesByType('resource').map(it => it.name)")
    return [name for name in names if not name.startswith(("data:", "blob:"))]


def test_a_file_is_played_to_its_end(fox, sample_page):
    fox.open(sample_page)
    fox.press("Start from the beginning")
    for choice in ("plan", "ring", "write-it-with-her"):
        fox.choose(choice)
    assert fox.heading == "The second summer"
    fox.press("Look back at what you decided")
    fox.press("See the figures")
    assert fox.evaluate("document.querySelectorAll('figure.sg-figure').length") > 0
    fox.press("Next decision")
    fox.press("Next decision")
    fox.press("Finish")
    assert fox.heading == "Thank you for deciding"
    assert fetched(fox) == []


def test_all_scenarios_are_opened_from_one_file(fox, tmp_path):
    scenarios = load_sound().values()
    file = tmp_path / "all.html"
    file.write_text(gallery_page(scenarios, load_evidence(), help_lines()), encoding="utf-8")
    fox.open(file.as_uri())
    for scenario in scenarios:
        assert fox.heading == "Choose a scenario"
        fox.press(f"Open {scenario.title}")
        assert fox.evaluate("document.querySelector('[data-screen]').dataset.screen") == "opening"
        fox.press("Other scenarios")
    assert fetched(fox) == []
