# make run    sets everything up and serves the dashboards on http://127.0.0.1:8866 (PORT= changes it)
# make test   sets up the test extras too, and runs every test
# make setup, make bench, make pictures (of docs/pictures), make clean

PORT ?= 8866
HOST ?= 127.0.0.1
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
# the first that runs and is new enough; PYTHON=... chooses another
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do $$p -c '$(NEW_ENOUGH)' 2>/dev/null && command -v $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run setup test bench pictures clean

run: setup
	@$(BIN)/sharedground serve --port $(PORT) --host $(HOST)

setup: $(VENV)/ready

test: $(VENV)/ready-to-test
	@$(BIN)/python tests/browser/chromium.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sharedground check
	$(BIN)/pytest tests
	$(BIN)/pytest --nbval-lax notebooks

bench: $(VENV)/ready-to-test
	@$(BIN)/python tests/browser/chromium.py
	@PYTHONPATH=.:tests $(BIN)/python tests/bench.py

pictures: $(VENV)/ready-to-test
	@PYTHONPATH=.:tests $(BIN)/python tests/browser/pictures.py

$(VENV)/python:
	@test -n "$(PYTHON)" || { echo "Shared Ground needs Python 3.11 or newer, and none was found. Install one, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { echo "Shared Ground needs Python 3.11 or newer; $(PYTHON) is older. Name a newer one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make its own environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/ready: $(VENV)/python pyproject.toml hatch_build.py
	@echo "Setting up (a minute or two the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
