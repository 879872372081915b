"""Drawings kept by name: made once, by another process, and never half written."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from charted import figure_of

from sharedground.charts import cache
from sharedground.charts.cache import DrawingError, cache_folder, ensure, figure_svg
from sharedground.charts.spec import from_json, to_json


def test_a_drawing_is_made_once_and_then_read(tmp_path):
    spec = figure_of("shared-forensic")
    drawing = figure_svg(spec, tmp_path)
    kept = tmp_path / f"{spec.name}.svg"
    assert kept.read_text(encoding="utf-8") == drawing
    kept.write_text("<svg>kept</svg>", encoding="utf-8")
    assert figure_svg(spec, tmp_path) == "<svg>kept</svg>"


def test_several_drawings_come_by_their_names_and_nothing_half_done_stays_behind(tmp_path):
    specs = [figure_of("shared-forensic"), figure_of("radar-relapse")]
    assert list(ensure(specs, tmp_path)) == [spec.name for spec in specs]
    assert not list(tmp_path.glob("*.part"))


def test_half_a_drawing_is_drawn_again(tmp_path):
    spec = figure_of("shared-forensic")
    (tmp_path / f"{spec.name}.svg").write_text("<svg><text>half a dra", encoding="utf-8")
    assert figure_svg(spec, tmp_path).endswith("</svg>")


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path):
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("not a folder")
    assert figure_svg(figure_of("shared-forensic"), in_the_way / "cache").startswith("<svg")


def test_whoever_asks_for_a_drawing_imports_neither_matplotlib_nor_pandas(tmp_path):
    code = (
        "import sys\n"
        "from sharedground.charts.cache import ensure\n"
        "from sharedground.charts.figures import figures_for\n"
        "from sharedground.evidence import load_evidence\n"
        "drawings = ensure(figures_for(load_evidence(), ['shared-forensic']))\n"
        "assert len(drawings) == 2 and all(svg.startswith('<svg') for svg in drawings.values())\n"
        "print({'matplotlib', 'pandas', 'numpy'} & set(sys.modules))"
    )
    environment = {**os.environ, "SHAREDGROUND_CACHE": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=200)
    assert done.stdout.strip() == "set()", done.stderr
    assert len(list(tmp_path.glob("*.svg"))) == 2


def test_a_drawing_process_that_fails_is_told_in_one_sentence(tmp_path):
    spec = figure_of("shared-forensic")
    broken = replace(spec, rows=({**spec.rows[0], "scale": "no such scale"},))
    with pytest.raises(DrawingError, match=r"the figures could not be drawn \(.+\); their tables say the same"):
        figure_svg(broken, tmp_path)


def test_the_name_changes_with_anything_shown():
    spec = figure_of("shared-forensic")
    others = [replace(spec, title="x"), replace(spec, notes=()), replace(spec, rows=({**spec.rows[0], "value": 2.0},))]
    assert len({spec.name, *(other.name for other in others)}) == 4
    assert len(spec.name) == 16


def test_specs_go_to_the_drawing_process_and_come_out_as_they_were():
    specs = [figure_of("shared-forensic"), figure_of("radar-relapse")]
    assert [spec.name for spec in from_json(to_json(specs))] == [spec.name for spec in specs]


@pytest.mark.parametrize(
    ("system", "variables", "folder"),
    [
        ("linux", {"SHAREDGROUND_CACHE": "/srv/drawn"}, "/srv/drawn"),
        ("linux", {"XDG_CACHE_HOME": "/home/a/.there"}, "/home/a/.there/sharedground"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "~/.cache/sharedground"),
        ("linux", {}, "~/.cache/sharedground"),
        ("darwin", {}, "~/Library/Caches/sharedground"),
        ("win32", {"LOCALAPPDATA": "/Users/a/Local"}, "/Users/a/Local/sharedground/cache"),
        ("win32", {}, "~/AppData/Local/sharedground/cache"),
    ],
)
def test_drawings_are_kept_where_the_system_keeps_caches(monkeypatch, system, variables, folder):
    monkeypatch.setattr(cache.sys, "platform", system)
    for name in ("SHAREDGROUND_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == Path(folder).expanduser()
