# Every target installs what it needs into .venv, and nothing anywhere else.
#
#   make run      start Ombud; without tokens it opens the sandbox community      (ARGS="..." is passed on)
#   make test     run the tests                                                  (ARGS="-k followups" chooses)
#   make check    formatting, lint, types, import contracts, conventions
#   make format   rewrite the code in the house's format
#   make soak     the long runs: thousands of kills
#   make bench    how fast, how much memory, and what a million cases change     (some minutes; writes build/bench.md)
#   make lock     choose the versions in constraints.txt anew, within the ranges of pyproject.toml
#   make clean    remove .venv and caches
#
# Another interpreter: make run PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip --disable-pip-version-check --quiet --quiet install --constraint constraints.txt --editable
# PostgreSQL and Chromium leave files in the temporary folder: give the tests one of their own.
PYTEST := TMPDIR="$(CURDIR)/$(VENV)/tmp" $(PY) -m pytest

define check_python
@command -v "$(PYTHON)" >/dev/null || { \
		echo "'$(PYTHON)' was not found. Ombud needs Python 3.11 or newer; name yours: make PYTHON=python3.12 ..." >&2; exit 1; }
@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Ombud needs Python 3.11 or newer, and '$(PYTHON)' is $$("$(PYTHON)" --version). Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
endef

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test check format soak bench lock clean

help:
	@sed -n 's/^#   //p' Makefile

run: $(VENV)/.run
	@exec $(PY) -m bot $(ARGS)

test: $(VENV)/.test
	@$(PYTEST) --numprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

soak: $(VENV)/.test
	@$(PYTEST) -m soak $(ARGS)

bench: $(VENV)/.run
	@$(PY) -m benchmarks $(ARGS)

check: $(VENV)/.test $(VENV)/.lint
	@$(PY) -m ruff format --quiet --check .
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(PYTEST) -q tests/house

format: $(VENV)/.lint
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --quiet --fix .

# The ranges decide, not what happens to be installed: a venv of its own, thrown away afterwards.
lock:
	$(check_python)
	@rm -rf $(VENV)/lock && $(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet --quiet install '.[test,lint]'
	@sed -n '/^#/p' constraints.txt > $(VENV)/lock/constraints.txt
	@$(VENV)/lock/bin/python -m pip freeze --exclude ombud >> $(VENV)/lock/constraints.txt
	@mv $(VENV)/lock/constraints.txt constraints.txt && rm -rf $(VENV)/lock
	@git --no-pager diff --stat -- constraints.txt

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Stamps: what is installed is installed again when a range or a pin has changed.
$(VENV)/.made:
	$(check_python)
	@echo "Making $(VENV) ..."
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@mkdir -p $(VENV)/tmp
	@touch $@

$(VENV)/.run: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing what Ombud needs to run ..."
	@$(INSTALL) '.[encoder]'
	@touch $@

$(VENV)/.test: $(VENV)/.run
	@echo "Installing what the tests need ..."
	@$(INSTALL) '.[test]'
	@touch $@

$(VENV)/.lint: $(VENV)/.run
	@echo "Installing what the checks need ..."
	@$(INSTALL) '.[lint]'
	@touch $@
