# Two commands: `make demo` and `make test`. Needs Python 3.11 or newer; sets up everything else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared

.PHONY: demo test smoke fix bench fuzz clean

demo: $(VENV)/.installed
	$(BIN)/firsthand demo -o demo-brief

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/interrogate -q src
	$(BIN)/python -m pytest

# The package as users get it: built, installed without extras or sources, run outside the checkout.
smoke:
	rm -rf .smoke && $(PYTHON) -m venv .smoke/venv
	.smoke/venv/bin/python -m pip install --quiet .
	cd .smoke && venv/bin/firsthand --help >/dev/null
	cd .smoke && venv/bin/firsthand demo -q -o brief >demo.txt && test -s demo.txt && ls brief/*.html
	rm -rf .smoke

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev
	$(BIN)/python -m bench.run --shared $(SHARED)
	$(BIN)/python -m bench.statement_errors.page --shared $(SHARED)

# An hour of broken files for the readers; what breaks is written to tests/fuzz/found/.
FUZZ_SECONDS ?= 3600
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.fuzz.long_run $(FUZZ_SECONDS)

$(VENV)/.python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

clean:
	rm -rf $(VENV) .smoke demo-brief .mypy_cache .ruff_cache .pytest_cache .hypothesis
