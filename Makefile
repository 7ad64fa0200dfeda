# GUFU: what a person types. `make` lists it. The work itself is in deploy/ and pyproject.toml.

PORT ?= 8000
PYTHON ?= python3
export PYTHON

BIN := .venv/bin
PACKAGES := $(wildcard gufu consent colleagues toolbox cases search guide)
TEMPLATES := $(wildcard templates */templates)
# The whole suite is measured; a part of it (make test TESTS="tests/search -k folding") is not.
TESTS ?=
MEASURE := $(if $(TESTS),,--cov --cov-report=term:skip-covered)

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check lint types imports templates migrations format lock secrets \
        compose-check venv-base venv-dev

help: ## this list
	@awk -F ':.*## ' '/^## /{printf "\n%s\n", substr($$0, 4)} \
	    /^[a-z-]+:.*## /{printf "  make %-15s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

## See it
demo: ## the whole site with sample content on http://localhost:8000 (another port: PORT=8001)
	@$(PYTHON) deploy/demo.py check --port $(PORT)
	@deploy/venv.sh base
	@$(BIN)/python deploy/demo.py run --port $(PORT)

demo-reset: ## forget what was done in the demo; the next `make demo` starts over
	@$(PYTHON) deploy/demo.py reset

## Change it
test: check ## every check below and every test (a part: TESTS="tests/search -k folding")
	@echo "Tests …"
	@$(BIN)/python -m pytest -n auto $(MEASURE) $(TESTS)

check: lint imports templates types migrations ## every check without the tests, the quickest first

lint: venv-dev ## rules and layout of the Python code
	@echo "Code …"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "Not formatted as agreed; \`make format\` does it."; exit 1; }

imports: venv-dev ## imports point one way between the apps
	@echo "Imports …"
	@report=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$report"; exit 1; }

templates: venv-dev ## rules of the templates
	@echo "Templates …"
	@$(BIN)/djlint --lint --quiet $(TEMPLATES)

types: venv-dev ## types of the Python code
	@echo "Types …"
	@$(BIN)/mypy --no-error-summary $(PACKAGES)

migrations: venv-dev ## models and migrations agree; Django's own checks
	@echo "Migrations …"
	@DJANGO_SETTINGS_MODULE=gufu.settings.test $(BIN)/python manage.py makemigrations --check --dry-run --verbosity 1
	@DJANGO_SETTINGS_MODULE=gufu.settings.test $(BIN)/python manage.py check

format: venv-dev ## lay the code out and mend what can be mended
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

lock: ## write requirements/*.txt from *.in (newer versions: LOCK=--upgrade)
	@deploy/venv.sh uv .cache/uv
	@deploy/lock.sh $(LOCK)

## Run it for real (docs/operations.md)
secrets: ## random secrets for docker-compose.yml in deploy/secrets/, never overwritten
	@deploy/secrets.sh

compose-check: ## docker-compose.yml against Compose's own rules
	@deploy/compose-check.sh

venv-base:
	@deploy/venv.sh base

venv-dev:
	@deploy/venv.sh dev
