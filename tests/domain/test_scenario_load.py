"""From a name or a file to a scenario; never half of one."""

import subprocess
import sys

import pytest

from scenario_builder import RECITAL, changed, write_scenario
from sharedground.errors import NoSuchContent, ScenarioFaults
from sharedground.scenario import Scenario, load, scenario_files
from sharedground.scenario.model import Part


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A service's own folder of scenarios."""
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))
    folder = tmp_path / "scenarios"
    folder.mkdir()
    write_scenario(folder)
    return folder


def test_a_scenario_is_loaded_by_its_slug(home):
    assert (load("recital").slug, load("recital").title) == ("recital", "An evening of songs")


def test_a_scenario_is_loaded_from_a_file(tmp_path):
    assert load(write_scenario(tmp_path, slug="my-own")).slug == "my-own"
    assert load(str(tmp_path / "my-own.yaml")) == load(tmp_path / "my-own.yaml")


def test_the_same_text_gives_the_same_scenario_and_another_name_another(recital: Scenario):
    assert recital == recital.named("recital")
    assert recital != recital.named("another")


def test_numbers_are_numbers_and_words_stay_words(tmp_path):
    scenario = load(write_scenario(tmp_path, changed("licence: CC-BY-4.0", "licence: no")))
    assert (scenario.about.minutes, scenario.about.law_checked, scenario.about.licence) == (10, "2026-11", "no")


def test_a_slug_that_is_not_there_is_told_with_those_that_are(home):
    with pytest.raises(NoSuchContent, match=r"there is no scenario 'recitel'. Did you mean 'recital'\?"):
        load("recitel")


def test_a_file_that_is_not_there_is_told(home):
    with pytest.raises(NoSuchContent, match=r"there is no file 'gone.yaml'. Scenarios here: recital."):
        load("gone.yaml")


def test_a_file_with_faults_is_not_loaded_and_all_faults_are_in_the_message(tmp_path):
    path = write_scenario(tmp_path, changed("format: 1", "format: 2").replace("start: sat", "start: sta"))
    with pytest.raises(ScenarioFaults) as trouble:
        load(path)
    assert [problem.code for problem in trouble.value.problems] == ["out-of-range", "start-not-there"]
    assert str(trouble.value).count("recital.yaml, line ") == 2


def test_local_layers_and_help_lines_are_no_scenarios(home):
    for name in ("recital.local.yaml", "help-lines.yaml", "notes.txt"):
        (home / name).write_text(RECITAL, encoding="utf-8")
    assert list(scenario_files()) == ["recital"]


def test_a_scenario_cannot_be_changed(recital: Scenario):
    with pytest.raises(ValueError, match="frozen"):
        recital.title = "Another"


@pytest.mark.parametrize("part", Part.__subclasses__())
def test_every_key_an_author_may_write_has_a_description(part):
    assert [key for key, field in part.model_fields.items() if not field.description] == []


def test_importing_scenarios_loads_no_markdown_and_no_widget():
    heavy = "markdown_it nh3 pandas matplotlib IPython ipywidgets anywidget tornado voila"
    code = f"import sys, sharedground.scenario; print([name for name in {heavy.split()} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
