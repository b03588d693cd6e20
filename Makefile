.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup run test lint format types check bench docs clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[offline-models,test]'
	@touch $(READY)

setup: $(READY) ## Install everything into .venv, models included

run: setup ## Ingest the shipped corpus and open the chat page
	$(BIN)/decisions ingest corpus/decisions
	$(BIN)/decisions serve --open

test: setup ## Install and run the tests
	$(BIN)/python -m pytest

lint: setup ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## Check types
	$(BIN)/mypy

check: lint types test ## Everything that CI checks

format: setup ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## Measure every "must reach" and print the figures
	$(BIN)/python -m eval.bench

docs: setup ## Write docs/cli.md from the commands' own help
	$(BIN)/python -m ui.cli.docs

clean: ## Remove what was installed and built, not the index
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
