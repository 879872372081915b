"""The house itself: which way imports run, what is found from where, what is declared twice."""

import ast
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from sharedground.content import folder
from sharedground.errors import NoSuchContent

ROOT = Path(__file__).parents[1]
FOLDERS = {
    "sharedground": ROOT / "src/sharedground",
    "sharedground_server": ROOT / "src/sharedground_server",
    "sharedground_widgets": ROOT / "widgets/sharedground_widgets",
}
FLOORS = {
    "errors": 0,
    "faults": 0,
    "words": 0,
    "content": 1,
    "pages": 2,
    "scenario": 3,
    "evidence": 3,
    "charts": 4,
    "play": 5,
    "exchange": 6,
    "cli": 9,
}
"""A part may import from lower floors and from itself, never from its own floor's neighbours or above."""

NO_SCREEN = {"ipywidgets", "anywidget", "IPython", "voila", "tornado", "jupyter_server", "sharedground_widgets"}
HEAVY = {"pandas", "matplotlib", "numpy"}


def imports(file: Path) -> set[str]:
    """Full names of the modules a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(name: str) -> str | None:
    """The part of sharedground a full module name belongs to; None where there is none."""
    pieces = name.split(".")
    return pieces[1] if pieces[0] == "sharedground" and len(pieces) > 1 and pieces[1] in FLOORS else None


def python_files(package: str) -> list[Path]:
    return sorted(FOLDERS[package].rglob("*.py"))


def test_every_part_has_its_floor():
    parts = {path.stem if path.suffix == ".py" else path.name for path in FOLDERS["sharedground"].iterdir()}
    assert parts - {"__init__", "__main__", "__pycache__", "_content", "py.typed"} == set(FLOORS)


@pytest.mark.parametrize("file", python_files("sharedground"), ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_run_one_way(file):
    here = part("sharedground." + file.relative_to(FOLDERS["sharedground"]).parts[0].removesuffix(".py"))
    if here is None:
        assert not {part(name) for name in imports(file)} - {None}
        return
    for name in imports(file):
        there = part(name)
        assert there in (None, here) or FLOORS[there] < FLOORS[here], f"{here} imports {there}"


@pytest.mark.parametrize("file", python_files("sharedground"), ids=lambda file: str(file.relative_to(ROOT)))
def test_what_has_no_screen_imports_no_screen(file):
    allowed = {"sharedground_server"} if file.name == "cli.py" else set()
    roots = {name.split(".")[0] for name in imports(file)} - allowed
    assert not roots & (NO_SCREEN | {"sharedground_server"})


def test_screens_and_server_do_not_know_each_other():
    for file in python_files("sharedground_widgets"):
        assert "sharedground_server" not in {name.split(".")[0] for name in imports(file)}
    for file in python_files("sharedground_server"):
        assert "sharedground_widgets" not in {name.split(".")[0] for name in imports(file)}


def test_notebooks_are_screens_of_a_few_lines():
    for file in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = json.loads(file.read_text(encoding="utf-8"))
        assert notebook["metadata"]["title"]
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                assert cell["outputs"] == []
                assert cell["execution_count"] is None
                assert not re.search(r"^\s*(def|if|for|while|class) ", "".join(cell["source"]), re.MULTILINE)


def fresh_python(code: str, **environment: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_importing_the_package_loads_nothing_heavy():
    heavy = HEAVY | {"pydantic", "yaml", "markdown_it", "nh3", "citeproc"} | NO_SCREEN
    assert fresh_python(f"import sys, sharedground; print({heavy!r} & set(sys.modules))") == "set()"


def test_a_learners_kernel_loads_no_pandas_and_no_matplotlib():
    code = (
        "import sys; from sharedground_widgets import Practice; from sharedground.scenario import scenario_files\n"
        "screen = Practice(); screen.wanted = next(iter(scenario_files())); assert screen.data, screen.trouble\n"
        f"print({HEAVY | {'citeproc'}!r} & set(sys.modules))"
    )
    assert fresh_python(code) == "set()"


def built_wheel(folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT],
        check=True,
        timeout=300,
    )
    return next(folder.glob("*.whl"))


def test_content_is_found_from_a_wheel_and_from_the_checkout_alike(tmp_path):
    code = (
        "from sharedground.content import folder\n"
        "for name in ('scenarios', 'notebooks', 'share'):\n"
        "    print(name, *sorted(str(p.relative_to(folder(name))) for p in folder(name).rglob('*')\n"
        "          if p.is_file() and '.ipynb_checkpoints' not in str(p)))\n"
        "from sharedground.pages import module, stylesheet\n"
        "print(len(module('player')), len(stylesheet('player')))\n"
        "from sharedground.scenario import load, scenario_files\n"
        "print(*[load(slug).title for slug in scenario_files()], sep='; ')\n"
    )
    target = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, built_wheel(tmp_path)],
        check=True,
        timeout=300,
    )
    place = "import sharedground; print(sharedground.__file__)"
    assert str(target) in fresh_python(place, PYTHONPATH=str(target))
    assert str(ROOT) in fresh_python(place)
    assert fresh_python(code, PYTHONPATH=str(target)) == fresh_python(code)


def test_a_services_own_copy_of_the_content_comes_first(tmp_path):
    (tmp_path / "scenarios").mkdir()
    code = "from sharedground.content import folder; print(folder('scenarios'), folder('share'))"
    assert fresh_python(code, SHAREDGROUND_HOME=str(tmp_path)) == f"{tmp_path / 'scenarios'} {ROOT / 'share'}"


def test_content_that_is_nowhere_is_told_with_a_way_out():
    with pytest.raises(NoSuchContent, match="Install the toolkit again, or set SHAREDGROUND_HOME"):
        folder("no-such-kind")


def test_whatever_is_imported_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split("[<>=]", line)[0].lower() for line in project["dependencies"]}
    owners = importlib.metadata.packages_distributions()
    files = [file for package in FOLDERS for file in python_files(package)]
    roots = {name.split(".")[0] for file in files for name in imports(file)}
    others = roots - sys.stdlib_module_names - FOLDERS.keys() - {"pydantic_core"}  # pydantic asks for one exact core
    assert {root for root in others if not {one.lower().replace("_", "-") for one in owners[root]} & asked} == set()


def test_conda_and_pip_ask_for_the_same():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]

    def normal(requirement: str) -> str:
        return requirement.lower().replace("_", "-")

    asked = {normal(line) for line in [*project["dependencies"], f"python{project['requires-python']}"]}
    given = {normal(line) for line in conda if isinstance(line, str)}
    assert given - {"pip"} == asked
    assert conda[-1] == {"pip": ["-e ."]}
