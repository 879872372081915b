"""Pages as they are handed out: modules joined into one, and a scenario as one file."""

import base64
import hashlib
import re
import zlib
from datetime import date

import pytest

from sharedground.evidence import load_evidence
from sharedground.exchange.page import page, scenario_page
from sharedground.pages import module, stylesheet
from sharedground.play.help_lines import help_lines
from sharedground.scenario import load, scenario_files
from tests.browser.sample import player_data

MOST_BYTES = 400_000


def test_a_joined_module_imports_nothing_and_keeps_only_its_own_exports():
    joined = module("player")
    assert not re.search(r"^import ", joined, re.MULTILINE)
    assert re.findall(r"^export .*", joined, re.MULTILINE) == [
        "export function mount(el, data, host = {}) {",
        "export default { render };",
    ]


@pytest.mark.parametrize("name", ["single", "course", "all-scenarios"])
def test_no_name_is_given_twice_in_a_joined_module(name):
    names = re.findall(r"^(?:const|let|class|function|async function) (\w+)", module(name), re.MULTILINE)
    assert len(names) == len(set(names))


def test_a_stylesheet_has_the_tokens_once_before_everything_else():
    styles = stylesheet("site", "player")
    assert styles.count("--paper: #FAF8F4") == 1
    assert styles.index("--paper: #FAF8F4") < styles.index(".sg-foot") < styles.index(".sg-option")


def test_no_player_page_has_a_way_to_load_anything():
    text = module("single") + module("course") + stylesheet("site", "player")
    assert not re.search(r"@import|url\(|src=\"http|fetch\(|XMLHttpRequest|WebSocket", text)


def test_a_file_says_what_it_is_and_where_it_is_from():
    text = page(player_data(), {}, made_on=date(2026, 11, 30))
    for words in ("A walk to the allotment", "CC-BY-4.0", "0.1.0", "2026-11-30", "the Shared Ground project"):
        assert words in text


def test_a_file_may_run_its_own_script_only_and_load_nothing():
    text = page(player_data(), {})
    script = text.split('<script type="module">')[1].split("</script>")[0]
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{allowed}'; style-src 'unsafe-inline'; img-src data:" in text


def test_a_title_cannot_break_out_of_a_file():
    data = player_data()
    data["title"] = "</title><script>alert(1)</script>"
    assert "<script>alert(1)" not in page(data, {})


def test_a_file_carries_its_data_and_figures_packed():
    text = page(player_data(), {"a-figure": "<svg>drawn</svg>"})
    packed = re.search(r'id="sharedground-data" data-size="(\d+)">([^<]*)<', text)
    assert packed
    carried = zlib.decompress(base64.b64decode(packed[2]), wbits=-zlib.MAX_WBITS)
    assert len(carried) == int(packed[1])
    assert b"<svg>drawn</svg>" in carried


@pytest.mark.parametrize("slug", scenario_files())
def test_a_scenario_with_all_its_figures_is_small_enough_to_be_sent_by_mail(slug):
    text = scenario_page(load(slug), load_evidence(), help_lines())
    assert len(text.encode()) < MOST_BYTES
