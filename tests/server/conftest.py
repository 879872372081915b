import json
import shutil

import pytest

from sharedground.content import folder
from tests.served import serving


def notebook(path, source, title="A page"):
    cell = {"cell_type": "code", "id": "one", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
    spec = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "title": title}
    path.write_text(json.dumps({"cells": [cell], "metadata": spec, "nbformat": 4, "nbformat_minor": 5}))


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """The project's notebooks, with a failing one and a trainer's own beside them."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(folder("notebooks"), home / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    notebook(home / "notebooks" / "failing.ipynb", "secret = 'canary-in-a-traceback'\nraise ValueError(secret)")
    notebook(home / "notebooks" / "own.ipynb", "import ipywidgets\nipywidgets.IntSlider(description='Hours')")
    (home / "notebooks" / "private.txt").write_text("canary-in-a-file")
    return home


@pytest.fixture(scope="session")
def server(home):
    with serving("--max-pages", "40", home=home) as served:
        yield served
