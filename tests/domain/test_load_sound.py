"""A draft with faults beside sound scenarios."""

import pytest

from scenario_builder import RECITAL, changed
from sharedground.evidence import known_ids
from sharedground.scenario import load_sound
from sharedground_server.site import Site
from sharedground_widgets import AllEvidence, Practice, Welcome


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A service's own scenarios, one of them sound."""
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    (scenarios / "an-evening.yaml").write_text(RECITAL, encoding="utf-8")
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))
    return scenarios


@pytest.fixture
def unknown(home):
    """Beside it one that names a source there is not."""
    text = changed("maps_to: [nice_ng225]", "maps_to: [no-such-source]")
    (home / "a-draft.yaml").write_text(text, encoding="utf-8")


def test_a_scenario_with_faults_is_left_out_and_the_others_stay(home, caplog):
    (home / "a-draft.yaml").write_text("format: 1\ntitle: Half written\n", encoding="utf-8")
    assert list(load_sound()) == ["an-evening"]
    assert "a-draft is left out" in caplog.text


@pytest.mark.usefixtures("unknown")
def test_a_scenario_that_names_an_unknown_source_is_left_out_where_sources_are_looked_up(caplog):
    assert list(load_sound(sources={"nice_ng225"})) == ["an-evening"]
    assert "a-draft is left out" in caplog.text
    assert sorted(load_sound()) == ["a-draft", "an-evening"]


def test_a_scenario_that_names_an_unknown_finding_is_left_out_where_findings_are_looked_up(home):
    text = changed("      - id: wait", "      - findings: [no-such-finding]\n        id: wait")
    (home / "a-draft.yaml").write_text(text, encoding="utf-8")
    assert list(load_sound(findings={"leave-evidence-gap"})) == ["an-evening"]


@pytest.mark.usefixtures("unknown")
def test_no_page_and_no_screen_lists_it():
    assert list(Site(home).scenarios) == ["an-evening"]
    assert [entry["slug"] for entry in Practice().catalogue] == ["an-evening"]
    assert "a-draft" not in Welcome().html
    assert "a-draft" not in str(AllEvidence().data)


@pytest.mark.usefixtures("unknown")
def test_a_page_that_asks_for_it_by_name_is_told_calmly():
    screen = Practice()
    screen.set_state({"wanted": "a-draft"})
    assert "no-such-source" in screen.trouble
    assert screen.data == {}


def test_where_the_evidence_has_faults_nothing_is_looked_up_and_the_list_stays(home, caplog):
    (home / "evidence").mkdir()
    assert known_ids() == {}
    assert "the evidence has faults" in caplog.text
    assert list(Site(home).scenarios) == ["an-evening"]
