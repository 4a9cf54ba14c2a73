# make site · make test · make serve · make check; everything goes into .venv/ and site/.
PYTHON ?= python3.11
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check test test-all bench clean

site: .venv/build
	$(BIN)/mkdocs build --strict

serve: .venv/build
	$(BIN)/mkdocs serve

check: .venv/build
	$(BIN)/python hooks check

test: .venv/test
	sh tests/browser.sh
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy
	cd hooks && ../$(BIN)/lint-imports --config ../pyproject.toml
	$(BIN)/python -m pytest -m "not long" -n 2 --dist loadfile

test-all: .venv/test
	sh tests/browser.sh
	$(BIN)/python -m pytest -n 2 --dist loadfile

bench: .venv/test
	for bench in tests/bench/bench_*.py; do $(BIN)/python $$bench || exit 1; done

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is missing. Run: apt-get install python3.11 python3.11-venv"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Run: apt-get install python3.11-venv"; exit 1; }

.venv/build: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test: requirements.txt tests/requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@ .venv/build

clean:
	rm -rf site dist .cache
