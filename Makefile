# The five commands of this repository. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PY := .venv/bin/python
PORT ?= 8080
SITE_PORT ?= 8090
RECORD ?=
WORKERS ?= 3
.PHONY: help setup demo test check static coverage pictures requirements bench likeness lock clean services

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.ready service/web/static/vendor/.ready ## .venv from the lock file and the npm assets

.venv/.ready: requirements.lock pyproject.toml
	@deploy/python-setup.sh

service/web/static/vendor/.ready: package-lock.json package.json $(wildcard service/web/assets/*)
	@npm ci --silent --no-audit --no-fund
	@node service/web/assets/build.mjs
	@touch $@

demo: setup ## simulator + Northstar with a filled example company; runs until stopped
	@$(PY) -m tests.demo --port $(PORT) --site-port $(SITE_PORT) $(if $(RECORD),--record $(RECORD))

services: # PostgreSQL, Redis and Chromium for the tests: installed or started when absent
	@deploy/test-services.sh

# Chromium on a busy machine may be late: what only failed by waiting for the browser is tried once more, and said so.
LATE := -rR --reruns 1 --only-rerun "TimeoutError" --only-rerun "Locator expected"

test: setup services ## all tests, in three processes that share them out file by file (browsers wait a lot)
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(LATE)

static: setup ## format, lint, types, imports
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

# The folders whose tests reach the domain without a database, a socket or a clock.
DOMAIN_TESTS := $(addprefix tests/unit/,audit challenge divergence do_nothing domain exchange history queries room second_opinion sufficiency synthesis)

coverage: setup # every branch of service/domain is reached by its own tests, or this fails
	@$(PY) -m pytest -n $(WORKERS) $(DOMAIN_TESTS) --hypothesis-profile=traced --cov=service/domain --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

check: static test ## format, lint, types, imports, tests

pictures: setup services ## the pictures of the README, taken from a demo of its own
	@$(PY) -m deploy.screenshots

bench: setup ## paired measurements; prints ratios
	@$(PY) -m tests.bench

requirements: setup ## docs/requirements.md: which test proves which requirement
	@$(PY) -m tests.requirements

.venv-train/.ready: deploy/train.lock | .venv/.ready
	@$(PY) -m venv .venv-train
	@.venv-train/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r deploy/train.lock
	@touch $@

likeness: .venv-train/.ready ## the auditor's second reader, learned anew from our own labelled sentences
	@.venv-train/bin/python -m tests.bench.audit.train

lock: ## write requirements.lock anew from pyproject.toml
	@.venv/bin/pip-compile -q --extra dev --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe -o requirements.lock pyproject.toml
	@.venv/bin/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe -o deploy/train.lock deploy/train.in

clean: ## remove what setup and demo made
	@rm -rf .venv .venv-train node_modules service/web/static/vendor .demo
