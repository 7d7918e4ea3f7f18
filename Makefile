# make help   says what there is.
# It needs Python 3.11.5 or newer with venv and pip; what else a target needs it installs or names.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
WEB := tests/web
# `make test PYTEST_FLAGS='-n 0 -x tests/unit'` runs a part of the tests, alone.
PYTEST_FLAGS ?= -n 2
# What the tests must reach, in percent with branches: the pure rooms, and everything.
COVERAGE_PURE := 100
COVERAGE_ALL := 95
PURE := */sopbook/analysis/*,*/sopbook/core/*,*/sopbook/checks/*,*/sopbook/diagram/*,*/sopbook/history/*,*/sopbook/practice/*,*/sopbook/report/*,*/sopbook/search/*,*/sopbook/pages/news/*,*/sopbook/pages/feeds/*,*/sopbook/pages/digests/*,*/sopbook/pages/browse/*

# Material prints a banner about another program's plans; the lock file keeps us clear of it.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

SITE_READY := $(VENV)/.ready-site
TEST_READY := $(VENV)/.ready-test
WEB_READY := $(WEB)/node_modules/.ready
INSTALL = $(BIN)/python -m pip install -qq --require-hashes --only-binary :all:
INSTALL_US = $(BIN)/python -m pip install -qq --no-deps --no-build-isolation --no-index --editable .

.PHONY: help site serve test check lint format types contracts unit tests web lock clean

help:  ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(SITE_READY)  ## build the demo department's site into site/
	@find . -maxdepth 1 -name '.site.*' -mmin +60 -exec rm -rf {} +  # of builds that were killed
	new=$$(mktemp -d .site.XXXXXX)
	trap 'rm -rf "$$new"' EXIT
	strict=--strict  # A clone without its past is warned of, and is still built.
	if [ "$$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then strict=; fi
	$(BIN)/mkdocs build $$strict --site-dir "$$new/site"
	# The last good site stays until the new one is whole.
	if [ -e site ]; then mv site "$$new/before"; fi
	mv "$$new/site" site
	echo "The site is in $(CURDIR)/site. Open it in a browser: file://$(CURDIR)/site/index.html"

serve: $(SITE_READY)  ## the same on http://127.0.0.1:8000/, renewed as you write
	@exec $(BIN)/mkdocs serve --no-strict

test: lint types contracts web tests  ## everything: lint, types, contracts, all tests
	@echo "All is well."

check: lint types contracts unit  ## the quick half of `make test`, while working

lint: $(TEST_READY)  ## ruff: rules and format
	@$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(TEST_READY) $(WEB_READY)  ## mend what ruff and Biome can mend by themselves
	@$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format
	npm --prefix $(WEB) run --silent format

types: $(TEST_READY)  ## mypy, tests included
	@$(BIN)/mypy

contracts: $(TEST_READY)  ## who may import whom
	@$(BIN)/lint-imports --no-logo

unit: $(TEST_READY)  ## the tests that need neither a site nor a browser
	@$(BIN)/pytest $(PYTEST_FLAGS) tests/unit

tests: $(TEST_READY)  ## all Python tests, with coverage
	@CHROMIUM=$$(.ci/need chromium)
	export CHROMIUM
	mkdir -p .cache/coverage
	$(BIN)/pytest $(PYTEST_FLAGS) --cov --cov-report=
	$(BIN)/coverage report --include='$(PURE)' --fail-under=$(COVERAGE_PURE)
	$(BIN)/coverage report --fail-under=$(COVERAGE_ALL) | tail -n 3

web: $(WEB_READY)  ## JavaScript and CSS: Biome, types, tests
	@npm --prefix $(WEB) run --silent check

lock: $(TEST_READY)  ## write the lock files anew (UPGRADE=1: to the newest versions)
	@lock() { $(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes \
	    --no-header --no-emit-index-url --no-annotate $(if $(UPGRADE),--upgrade) "$$@"; }
	lock pyproject.toml --group build --output-file requirements.lock
	lock pyproject.toml --all-extras --group dev --constraints requirements.lock \
	    --output-file requirements-dev.lock
	npm --prefix $(WEB) install --package-lock-only --ignore-scripts

clean:  ## remove what was built and installed here
	@rm -rf $(VENV) $(WEB)/node_modules .site.* site dist .cache .coverage .hypothesis \
	    .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bench plugin tests -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- set-up: each stamp is younger than what it was made from ----

$(BIN)/python:
	@python=$$(.ci/need python)
	"$$python" -m venv $(VENV)

$(SITE_READY): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up what the site needs, in $(VENV) …"
	$(INSTALL) --requirement requirements.lock
	$(INSTALL_US)
	touch $@

$(TEST_READY): requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up what the tests need, in $(VENV) …"
	$(INSTALL) --requirement requirements-dev.lock
	$(INSTALL_US)
	touch $@ $(SITE_READY)

$(WEB_READY): $(WEB)/package.json $(WEB)/package-lock.json
	@.ci/need node >/dev/null
	npm --prefix $(WEB) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@
