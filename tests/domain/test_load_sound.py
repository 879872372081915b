"""A draft with faults beside sound scenarios."""

from scenario_builder import RECITAL
from sharedground.scenario import load_sound


def test_a_scenario_with_faults_is_left_out_and_the_others_stay(tmp_path, monkeypatch, caplog):
    home = tmp_path / "scenarios"
    home.mkdir()
    (home / "an-evening.yaml").write_text(RECITAL, encoding="utf-8")
    (home / "a-draft.yaml").write_text("format: 1\ntitle: Half written\n", encoding="utf-8")
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))
    assert list(load_sound()) == ["an-evening"]
    assert "a-draft is left out" in caplog.text
