# Everything sets itself up; only Python 3.11 or newer and make are needed.

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
DEVELOPMENT := $(VENV)/.development-installed
# Installing compiles to bytecode once, so that every later start is quick.
PIP := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pip install --quiet --disable-pip-version-check
WORKERS ?= auto

.DEFAULT_GOAL := help

.PHONY: help
help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do printf '  make %-10s %s\n' "$$name" "$$what"; done

.PHONY: demo
demo: $(RUNTIME) ## Open a real incident's review, half done, in a throw-away library
	@$(BIN)/pirtui demo

.PHONY: test
test: $(DEVELOPMENT) ## Run the tests
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal -q

.PHONY: check
check: $(DEVELOPMENT) ## Check format, lint, types, import rules and README's tables
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/readme_tables.py --check

.PHONY: format
format: $(DEVELOPMENT) ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: docs
docs: $(DEVELOPMENT) ## Renew README's tables of keys and commands
	$(BIN)/python tools/readme_tables.py

.PHONY: pictures
pictures: $(DEVELOPMENT) ## Make README's picture from the running app
	$(BIN)/python tools/pictures.py

.PHONY: bench
bench: $(DEVELOPMENT) ## Measure speed, as ratios
	$(BIN)/python -m bench

.PHONY: torture
torture: $(DEVELOPMENT) ## Kill writing processes a hundred times and look for anything lost
	PIRTUI_KILLS=100 $(BIN)/python -m pytest -q -k kill

.PHONY: clean
clean: ## Remove what the other commands made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@for python in python3.11 python3.12 python3.13 python3; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			exec "$$python" -m venv $(VENV); \
		fi; \
	done; \
	echo "pirtui needs Python 3.11 or newer." >&2; exit 1

$(RUNTIME): $(BIN)/python pyproject.toml
	$(PIP) --editable .
	@touch $@

$(DEVELOPMENT): $(RUNTIME)
	$(PIP) --editable '.[dev]'
	@touch $@
