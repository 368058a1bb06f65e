# `make demo` and `make test` need python3 and make; all else they install into .venv, with hashes.
.PHONY: demo test lint types bench screenshots lexicon pins clean
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin

demo: export PATH := $(CURDIR)/$(BIN):$(PATH)
demo: export READOUT_STORE := out/store
demo: .venv/demo.done
	@rm -rf out && mkdir out
	kg build articles
	kg query participants -p meeting="eleventh session" --columns name,office,for
	kg query instruments -p status=planned --columns name,kind,action,date
	kg export -o out/graph.ttl
	kg export -o out/graph.jsonld
	kg validate out/graph.ttl

test: .venv/test.done
	@$(BIN)/python -m pytest -q

lint: .venv/test.done
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/test.done
	@$(BIN)/mypy

bench: .venv/demo.done
	@$(BIN)/python -m bench

screenshots: .venv/test.done
	@$(BIN)/python -m bench.screenshots

lexicon: .venv/lexicon.done
	@$(BIN)/python -m kg.lexicon.refresh

pins: # needs uv; pins for every platform and Python at once
	@uv pip compile pyproject.toml --group build $(PINS) -o requirements.txt
	@uv pip compile pyproject.toml --group build --group dev --all-extras $(PINS) -o requirements-dev.txt
	@uv pip compile --group lexicon -c requirements-dev.txt $(PINS) -o requirements-lexicon.txt

clean:
	@rm -rf .venv out build dist

PINS := --quiet --upgrade --universal --generate-hashes --no-header --no-annotate
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'make: Readout needs Python 3.11 or newer: make PYTHON=python3.12 ...' >&2; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo 'make: no virtual environment; on Debian: apt install python3-venv' >&2; exit 1; }

.venv/demo.done: requirements.txt pyproject.toml | .venv/bin/python
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.done: requirements-dev.txt .venv/demo.done
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

.venv/lexicon.done: requirements-lexicon.txt .venv/test.done
	@$(INSTALL) --require-hashes -r requirements-lexicon.txt
	@touch $@
