# pirtui needs Python 3.11 or newer and make; everything else is set up in .venv on first use.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python
READY_TO_RUN := $(VENV)/.ready-to-run
READY_TO_WORK := $(VENV)/.ready-to-work

# Byte code is kept, so that the second start is quick; tools do not ask about updates.
export PYTHONDONTWRITEBYTECODE :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PYTHONPATH
unexport VIRTUAL_ENV

.PHONY: help
help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		while IFS='|' read -r name what; do printf '%-16s %s\n' "$$name" "$$what"; done

.PHONY: demo
demo: $(READY_TO_RUN) ## Open a real incident's review, half done, in a throw-away library
	@$(VENV)/bin/pirtui demo

.PHONY: test
test: $(READY_TO_WORK) ## Run every test
	@workers=$$($(PYTHON) -c 'import os; print(min(8, max(2, os.cpu_count() or 2)))'); \
		$(PYTHON) -m pytest -q -n $$workers --dist worksteal

.PHONY: check
check: $(READY_TO_WORK) ## Check format, style, types, the direction of imports and README's tables
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PYTHON) tools/readme_tables.py --check

.PHONY: format
format: $(READY_TO_WORK) ## Format the code and sort its imports
	$(VENV)/bin/ruff check --fix --quiet . || true
	$(VENV)/bin/ruff format .

.PHONY: pictures
pictures: $(READY_TO_WORK) ## Make the pictures of README anew, by the app itself
	$(PYTHON) tools/pictures.py

.PHONY: example
example: $(READY_TO_WORK) ## Type the example's review again and keep the report it exports
	$(PYTHON) -m tools.example

.PHONY: docs
docs: $(READY_TO_WORK) ## Fill the tables of keys and commands in README
	$(PYTHON) tools/readme_tables.py

.PHONY: accuracy
accuracy: $(READY_TO_WORK) ## Compare what is read from notes of real incidents with what they say
	@$(PYTHON) -m tools.accuracy

.PHONY: lint-accuracy
lint-accuracy: $(READY_TO_WORK) ## Compare the blame-language rules with sentences that people judged
	@$(PYTHON) -m tools.lint_accuracy

.PHONY: insight
insight: $(READY_TO_WORK) ## Print what the timelines of real incidents raise, and why it is right to ask
	@$(PYTHON) -m tools.insight

.PHONY: bench
bench: $(READY_TO_WORK) ## Measure start, keys, adding and export as ratios
	@$(PYTHON) -m bench

.PHONY: torture
torture: $(READY_TO_WORK) ## Kill, crowd and feed pirtui for long, and count what was tried and what was lost
	PIRTUI_TORTURE=1 $(PYTHON) -m pytest -q -n 2 --dist worksteal -m torture

.PHONY: soak
soak: $(READY_TO_WORK) ## Play an hour's meeting at full speed, and compare it with its lines alone
	PIRTUI_TORTURE=1 $(PYTHON) -m pytest -q -p no:xdist tests/soak

.PHONY: coverage
coverage: $(READY_TO_WORK) ## Measure by branches what the tests of domain, capture, store and report run
	$(PYTHON) -m coverage run -m pytest -q -p no:xdist tests/domain tests/capture tests/store \
		tests/report tests/cli tests/test_*.py
	$(PYTHON) -m coverage report

.PHONY: mutation
mutation: $(READY_TO_WORK) ## Change the domain at random places, and count the changes no test notices
	@$(PYTHON) -m tools.mutation $(MUTANTS)

.PHONY: fuzz
fuzz: $(READY_TO_WORK) ## Read 10,000 odd sources and lines of each sort
	PIRTUI_FUZZ=10000 $(PYTHON) -m pytest -q -n 2 tests/fuzz

.PHONY: clean
clean: ## Remove everything that can be made again
	rm -rf $(VENV) build dist mutants .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python that is new enough and can make an environment.
$(PYTHON):
	@for candidate in python3.11 python3.12 python3.13 python3; do \
		if $$candidate -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
			>/dev/null 2>&1; then \
			echo "Setting up $(VENV) with $$($$candidate --version)"; \
			exec $$candidate -m venv --clear $(VENV); \
		fi; \
	done; \
	echo "pirtui needs Python 3.11 or newer with its venv module; none was found." >&2; exit 1

$(READY_TO_RUN): pyproject.toml | $(PYTHON)
	@echo "Installing pirtui"
	@$(PYTHON) -m pip install --quiet --editable .
	@$(PYTHON) -m compileall -q pirtui $(VENV)/lib >/dev/null || true
	@touch $@

$(READY_TO_WORK): pyproject.toml | $(PYTHON)
	@echo "Installing pirtui and its development tools"
	@$(PYTHON) -m pip install --quiet --editable '.[dev]'
	@$(PYTHON) -m compileall -q pirtui $(VENV)/lib >/dev/null || true
	@touch $@ $(READY_TO_RUN)
