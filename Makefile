# Everything runs in .venv in this folder; `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
AT_ONCE := --numprocesses 2 --dist loadfile

unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help run test test-all test-server image-test soak check format evals report live bench bench-time docs wheel-test serve lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "%-12s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

run: $(STAMP) ## extract the example article with the rules engine, whatever keys are set
	$(BIN)/timeline extract examples/meeting.txt --engine rules

test: $(STAMP) ## the tests that need Python alone
	$(BIN)/python -m pytest $(AT_ONCE) -q -m "not browser and not fuzz and not image and not postgres and not server and not soak"

test-all: $(STAMP) ## every test but those of image-test, test-server and soak; needs a Chromium and a PostgreSQL
	$(BIN)/python -m pytest $(AT_ONCE) -q -m "not image and not server and not soak"

test-server: $(STAMP) ## the client before llama.cpp's server, which is built once; needs cmake and a C++ compiler
	tests/server/build_server.sh
	$(BIN)/python -m pytest -q -m server tests/server

image-test: $(STAMP) ## the steps of the Dockerfile in a clean folder, and what they make, started as a container would
	$(BIN)/python -m pytest -q -m image tests/image

soak: $(STAMP) ## ten thousand articles through a batch that is killed five times; takes many minutes
	$(BIN)/python -m pytest -q -s -m soak

check: $(STAMP) ## lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP) ## put the code in form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evals: $(STAMP) ## score the engines on the labelled articles and compare with the baseline
	$(BIN)/python -m evals gate

report: $(STAMP) ## report on the recorded runs: build/report/report.md and report.html
	$(BIN)/python -m evals report --out build/report > /dev/null

live: $(STAMP) ## ask a model about the labelled articles: make live MODEL=... (needs a key)
	$(BIN)/python -m evals run --engine llm --live --model $(MODEL) --out build/live/run
	$(BIN)/python -m evals report build/live/run --out build/live > /dev/null

PEERS := build/peers/.installed
$(PEERS): evals/bench/peers.lock # clients to compare with, whose own requirements must not decide over ours
	$(PYTHON) -m venv build/peers
	build/peers/bin/python -m pip install --quiet --require-hashes --requirement $<
	touch $@

bench: $(STAMP) $(PEERS) ## speed of the tagger, the rules engine, the pipeline, the model's client, a large store and limits
	$(BIN)/python -m evals.bench.time
	$(BIN)/python -m evals.bench.pipeline
	$(BIN)/python -m evals.bench.client
	$(BIN)/python -m evals.bench.store 1000000 .bench
	$(BIN)/python -m evals.bench.service 10000 .bench/events-1000000.db
	$(BIN)/python -m evals.bench.limits

bench-time: $(STAMP) ## score the tagger on a folder of TimeML files: make bench-time DIR=...
	$(BIN)/python -m evals timex $(DIR)

docs: $(STAMP) ## write the pages that come from the code
	$(BIN)/python -m timeline.render.vocabulary > docs/vocabulary.md
	$(BIN)/python -m timeline.service.openapi > docs/openapi.json

wheel-test: $(STAMP) ## build the wheel, install it away from the sources, extract the example with it
	rm -rf dist build && $(BIN)/python -m hatchling build -t wheel
	$(PYTHON) -m venv build/wheel-venv
	build/wheel-venv/bin/python -m pip install --quiet --require-hashes --requirement requirements.lock
	build/wheel-venv/bin/python -m pip install --quiet --no-deps dist/*.whl
	cp examples/meeting.txt build/ && cd build && wheel-venv/bin/timeline extract meeting.txt --engine rules -o t.json \
		&& wheel-venv/bin/timeline verify t.json meeting.txt && wheel-venv/bin/timeline doctor

serve: $(STAMP) ## the HTTP service on http://127.0.0.1:8000
	$(BIN)/timeline serve

COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header
LOCK := $(COMPILE) pyproject.toml
lock: $(STAMP) ## write the lock files anew: what the package needs, that with evals and development extras, what builds it
	$(LOCK) -o requirements.lock
	$(LOCK) --all-extras -c requirements.lock -o requirements-dev.lock
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
		| $(COMPILE) -o requirements-build.lock -
	$(subst pyproject.toml,evals/bench/peers.in,$(LOCK)) -o evals/bench/peers.lock

clean: ## remove what was built
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .bench
