# ContentHub: every command a person needs. `make help` lists them.
# Needed on the machine: make, and Python 3.11 or newer (another one than the first found: make PYTHON=... up).
#
# Ports: AWS_ENDPOINT_PORT (4566), EDGE_HTTP_PORT (18010), EDGE_LIVE_PORT (18030), from the environment or
# after the command: make up EDGE_HTTP_PORT=19010

.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-print-directory

ifeq ($(origin PYTHON),undefined)
PYTHON := $(shell for python in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$python"; break; }; done)
endif
VENV := .venv/bin
LOCAL := $(VENV)/python -m infrastructure.local
PYTEST := $(VENV)/python -m pytest
# Every process works off a stretch of neighbouring tests, which share what they look at; who is done early helps.
IN_PROCESSES := --numprocesses auto --dist worksteal -p no:schemathesis

export AWS_ENDPOINT_PORT EDGE_HTTP_PORT EDGE_LIVE_PORT
# Without byte code every test process compiles all modules and tests anew, four seconds each.
unexport PYTHONDONTWRITEBYTECODE
export TEST_EXAMPLES

.PHONY: help demo up down status logs test check unit coverage e2e test-faults test-image-model bench deploy clean environment

help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

##: the local cloud
demo: environment ## The local cloud, the platform, and three jobs: an article, a sync, a picture
	@$(LOCAL) demo

up: environment ## The local cloud with the platform deployed to it
	@$(LOCAL) up

down: ## Stop exactly what was started; the data stays
	@if [ -x $(VENV)/python ]; then $(LOCAL) down; else echo "Nothing was started."; fi

status: environment ## What runs, and on which ports
	@$(LOCAL) status

logs: environment ## Follow the logs of the local cloud
	@$(LOCAL) logs

##: the gate
test: check coverage e2e ## The whole gate: check, coverage, e2e

check: environment ## Lint, format and types
	@$(VENV)/ruff check --quiet .
	@$(VENV)/ruff format --quiet --check .
	@$(VENV)/mypy

unit: environment ## The quick unit tests: ports in memory, no large material, few generated examples; seconds
	@TEST_EXAMPLES=$(or $(TEST_EXAMPLES),few) $(PYTEST) tests/unit -m "not slow" $(IN_PROCESSES)

coverage: environment ## Unit, contract, architecture and infrastructure tests, with coverage; or: make coverage TEST_EXAMPLES=many
	@$(PYTEST) $(IN_PROCESSES) --cov --cov-fail-under=90 --cov-report=term:skip-covered

e2e: environment ## End-to-end tests on a local cloud of their own, or: make e2e ENDPOINT=http://127.0.0.1:4566
	@$(PYTEST) tests/e2e -m "not faults" $(if $(ENDPOINT),--endpoint "$(ENDPOINT)")

test-faults: environment ## The long tests of faults: large workflows hurt while they run
	@$(PYTEST) tests/e2e -m faults

test-image-model: environment ## The container of Qwen-Image, tiny and on the CPU (about 1.2 GB of packages at first)
	@"$(PYTHON)" -m infrastructure.local.environments image_model
	@$(PYTEST) tests/image_model

bench: environment ## The figures of this machine, or some: make bench ONLY="fan-out health"
	@$(VENV)/python -m tests.bench $(ONLY)

##: elsewhere
deploy: environment ## Deploy a stage: make deploy STAGE=dev [ENDPOINT=http://127.0.0.1:4566]
	@$(if $(STAGE),,echo "Which stage? make deploy STAGE=dev" >&2; exit 2)
	@$(VENV)/python -m infrastructure.deploy --stage "$(STAGE)" $(if $(ENDPOINT),--endpoint "$(ENDPOINT)")

clean: down ## Stop everything and remove what was built, the local cloud's data too; the environments stay
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage htmlcov

environment:
	@$(if $(PYTHON),,echo "Python 3.11 or newer is needed and none was found; name one: make PYTHON=/path/to/python3.11 ..." >&2; exit 2)
	@"$(PYTHON)" -m infrastructure.local.environments
