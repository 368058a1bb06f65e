"""What starting costs: no verb loads an engine that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ARTICLE, ROOT

ENGINES = ("rdflib", "pyshacl", "pyoxigraph", "SPARQLWrapper")
HEAVY = (*ENGINES, "lxml", "httpx", "trafilatura", "starlette", "jinja2", "numpy", "spacy")
SLOW = ("asyncio", "concurrent.futures", "multiprocessing", "importlib.metadata")
"""Modules of Python's own that take tens of milliseconds and that a plain run has no need of."""

PROGRAM = """
import sys
from kg.cli import main
from kg.commands import worker
worker.run = lambda work, limits: work()  # what the worker loads is counted too
code = main(sys.argv[1:])
sys.stderr.write("\\n".join(sorted(sys.modules)))
sys.exit(code)
"""


def loaded(*arguments: str, cwd: Path) -> set[str]:
    """Return the modules that a run of the command has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    ("arguments", "without"),
    [
        (("--help",), (*HEAVY, *SLOW, "kg.pipeline", "kg.lexicon")),
        (("build", "--help"), (*HEAVY, *SLOW, "kg.pipeline")),
        (("extract", str(ARTICLE)), ("rdflib", "pyshacl", "SPARQLWrapper", *SLOW)),
        (("query",), ("rdflib", "pyshacl", "SPARQLWrapper", "kg.pipeline", "kg.mentions")),
        (("completion", "bash"), (*HEAVY, "kg.pipeline")),
        (("build", str(ARTICLE), "--store", "store"), ("SPARQLWrapper", "lxml", "multiprocessing")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_a_verb_loads_no_more_than_it_needs(
    tmp_path: Path, arguments: tuple[str, ...], without: tuple[str, ...]
) -> None:
    assert loaded(*arguments, cwd=tmp_path) & set(without) == set()


@pytest.mark.parametrize(
    ("arguments", "without"),
    [
        (("query", "counts"), ("rdflib", "pyshacl", "kg.pipeline", "kg.mentions")),
        (("show", "SCO"), ("rdflib", "pyshacl", "kg.pipeline", "kg.mentions")),
        (("export",), ("rdflib", "pyshacl", "kg.pipeline", "kg.mentions")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_reading_a_store_needs_its_engine_alone(
    store: Path, tmp_path: Path, arguments: tuple[str, ...], without: tuple[str, ...]
) -> None:
    seen = loaded(*arguments, "--store", str(store), cwd=tmp_path)
    assert "pyoxigraph" in seen
    assert seen & set(without) == set()


def test_the_package_alone_is_light() -> None:
    program = "import sys, kg; sys.stdout.write('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    seen = set(done.stdout.splitlines())
    assert seen & {*HEAVY, "click", "kg.pipeline"} == set()
    assert len({module for module in seen if module.startswith("kg.")}) <= 3


def test_validation_is_where_the_heavy_engines_are(store: Path, tmp_path: Path) -> None:
    assert {"rdflib", "pyshacl"} <= loaded("validate", "--store", str(store), cwd=tmp_path)
