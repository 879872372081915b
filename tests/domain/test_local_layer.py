"""A local layer: own names and words on top of a scenario, with every fault told and nothing of the logic in reach."""

import re

import pytest

from scenario_builder import RECITAL, write_scenario
from sharedground.cli import main
from sharedground.content import folder
from sharedground.errors import ScenarioFaults
from sharedground.scenario.local import adapt, check_local
from sharedground.scenario.model import Scenario

HEAD = "format: 1\nof: recital\n"


@pytest.fixture
def layer(tmp_path, monkeypatch):
    """Writes a layer for the small scenario of the tests, which is the only one there is."""
    (tmp_path / "scenarios").mkdir()
    write_scenario(tmp_path / "scenarios")
    monkeypatch.setenv("SHAREDGROUND_HOME", str(tmp_path))

    def write(text: str, head: str = HEAD):
        path = tmp_path / "scenarios/recital.local.yaml"
        path.write_text(head + text, encoding="utf-8")
        return path

    return write


def adapted(path) -> Scenario:
    return adapt(path, to="recital").scenario


def told(path) -> list[str]:
    return [str(problem) for problem in check_local(path)]


def test_a_name_is_changed_in_every_text_and_no_id(layer):
    scenario = adapted(layer("names: {rowan: Robin, larch: Oak Ward}\n"))
    assert scenario.people["rowan"].name == "Robin"
    assert scenario.places["larch"].name == "Oak Ward"
    assert scenario.scenes["saturday"].text.startswith("Robin stands at the office door.")
    assert scenario.scenes["saturday"].choices[0].costs[0].text == "Robin stops asking."
    assert not re.search(r"\bRowan\b", scenario.model_dump_json())


def test_two_people_can_swap_names(layer):
    scenario = adapted(layer("names: {dee: Marta, marta: Dee}\n"))
    assert [scenario.people[name].name for name in ("dee", "marta")] == ["Marta", "Dee"]
    assert scenario.scenes["saturday"].choices[0].costs[1].text == "Dee goes alone."


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("title", lambda it: it.title),
        ("scenes.saturday.text", lambda it: it.scenes["saturday"].text),
        ("scenes.saturday.voices.dee", lambda it: it.scenes["saturday"].voices["dee"]),
        ("scenes.saturday.pressures.1", lambda it: it.scenes["saturday"].pressures[0]),
        ("scenes.saturday.choices.wait.label", lambda it: it.scenes["saturday"].choices[0].label),
        ("scenes.saturday.choices.wait.costs.2.text", lambda it: it.scenes["saturday"].choices[0].costs[1].text),
        ("people.dee.job", lambda it: it.people["dee"].job),
    ],
)
def test_words_are_changed_by_their_path(layer, path, found):
    assert found(adapted(layer(f"words:\n  {path}: Our own words\n"))) == "Our own words"


@pytest.mark.parametrize(
    "path",
    [
        "start",
        "about.nation",
        "people.dee.role",
        "scenes.saturday.you_are",
        "scenes.saturday.choices.wait.stance",
        "scenes.saturday.choices.wait.leads_to",
        "scenes.saturday.choices.wait.costs.1.kind",
    ],
)
def test_what_steers_the_story_cannot_be_changed(layer, path):
    (fault,) = told(layer(f"words:\n  {path}: something\n"))
    assert fault.startswith("recital.local.yaml, line 4: ")
    assert fault.endswith("[not-wording]")


def test_what_studies_show_cannot_be_changed(layer):
    (fault,) = told(layer("words:\n  scenes.saturday.known: It works.\n"))
    assert "says what studies show" in fault


@pytest.mark.parametrize(
    ("text", "line", "code", "way_out"),
    [
        ("words: {scenes.saturdy.text: x}\n", 3, "no-such-words", "Did you mean scenes.saturday.text?"),
        ("words: {scenes.saturday: x}\n", 3, "no-such-words", ""),
        ("words: {scenes.saturday.pressures.9: x}\n", 3, "no-such-words", ""),
        ("words:\n  title: [x]\n", 4, "wrong-type", ""),
        ("words:\n  title:\n", 4, "empty-text", ""),
        ("names: {rown: Robin}\n", 3, "unknown-name", "Did you mean 'rowan'?"),
        ("names: {rowan: [Robin]}\n", 3, "wrong-type", ""),
        ("names: [Robin]\n", 3, "wrong-type", ""),
        ("nmes: {rowan: Robin}\n", 3, "unknown-key", "Did you mean 'names'?"),
        ("words:\n  title: <b>Loud</b>\n", 4, "markup", ""),
        (f"words:\n  scenes.saturday.choices.wait.named: {'x' * 41}\n", 4, "too-long", ""),
        ("help_lines:\n  national: []\n", 4, "unknown-key", "awake_now, note"),
        ("help_lines:\n  awake_now:\n    - phone: '1'\n", 5, "missing-key", ""),
        ("help_lines:\n  awake_now:\n    - {label: Us, phone: ring us}\n", 5, "odd-phone", ""),
    ],
)
def test_a_fault_is_told_with_its_line_and_a_way_out(layer, text, line, code, way_out):
    (fault,) = told(layer(text))
    assert fault.startswith(f"recital.local.yaml, line {line}: ")
    assert fault.endswith(f"[{code}]")
    assert way_out in fault


def test_a_layer_for_no_scenario_or_for_another_is_told(layer):
    assert told(layer("", "format: 1\nof: recitl\n"))[0].endswith("[not-one-of]")
    with pytest.raises(ScenarioFaults, match="not for 'another'"):
        adapt(layer(""), to="another")


def test_the_page_says_that_words_were_changed(layer):
    assert adapted(layer("")).about.drafted_by == "the tests, with names and words changed locally"


def test_an_empty_layer_changes_nothing_else(layer):
    from scenario_builder import scenario_from

    plain, ours = scenario_from(RECITAL).model_dump(), adapted(layer("")).model_dump()
    assert {**plain, "about": None} == {**ours, "about": None}


def test_own_help_lines_stand_in_place_of_those_of_the_file(layer):
    lines = adapt(layer("help_lines:\n  awake_now: [{label: Night site manager, phone: 01632 960 003}]\n")).help_lines
    assert [(line["label"], line["phone"]) for line in lines["awake_now"]] == [("Night site manager", "01632 960 003")]


def test_check_takes_a_layer_like_any_file(layer, capsys):
    path = layer("names: {rown: Robin}\n")
    assert main(["check", str(path)]) == 1
    assert "[unknown-name]" in capsys.readouterr().out


def test_a_layer_goes_with_one_scenario_only(capsys):
    assert main(["export", "--all", "--to", "page", "--local", "x.local.yaml"]) == 2
    assert "--local goes with one scenario" in capsys.readouterr().err


def test_the_example_in_the_authors_guide_has_no_fault(tmp_path):
    (example,) = re.findall(
        r"```yaml\n(format: 1\nof: .*?)```", (folder("scenarios") / "README.md").read_text(), re.DOTALL
    )
    path = tmp_path / "guide.local.yaml"
    path.write_text(example, encoding="utf-8")
    assert told(path) == []
