# Zwei Befehle: `make run` startet den Atlas, `make test` prüft alles. Beide richten sich selbst ein.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-long check benchmarks demonstration clean

run: $(VENV)/ready
	$(BIN)/python app.py

test: $(VENV)/ready-for-tests
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not long and not browser"
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "browser and not long"
	@if command -v node >/dev/null; then node --test tests/assets/*.test.mjs; \
	else echo "node fehlt: Die JavaScript-Prüfungen sind übersprungen."; fi

test-long: $(VENV)/ready-for-tests
	$(BIN)/python -m pytest -n auto -m long

check: $(VENV)/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

benchmarks: $(VENV)/ready-for-tests
	$(BIN)/python -m tests.benchmarks

demonstration: $(VENV)/ready
	$(BIN)/python -m geodata.demonstration.build

$(VENV)/ready: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m compileall -q app.py callbacks geodata indicators layers
	@touch $@

$(VENV)/ready-for-tests: $(VENV)/ready tests/requirements.txt tests/package-lock.json tests/set_up.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	$(BIN)/python tests/set_up.py
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
