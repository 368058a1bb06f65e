"""What a start costs, beside an empty Python and the commands of the libraries below it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import ROOT, Figure, commands, python, run

RUNS = 20
EMPTY = "python -c pass"
ARTICLE = ROOT / "articles" / "sco-tashkent-2016.txt"


def measure() -> Iterator[Figure]:
    """Yield the medians of cold starts, each against `python -c pass` of the same turns."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        build = python("-m", "kg", "build", str(ARTICLE), "--store")
        run([*build, store], ROOT)
        named = {
            EMPTY: python("-c", "pass"),
            "kg --help": python("-m", "kg", "--help"),
            "kg extract, one article": python("-m", "kg", "extract", str(ARTICLE)),
            "kg build, one article": [*build, f"{store}-{{turn}}"],
            "kg query counts": python("-m", "kg", "query", "counts", "--store", store),
            "rdfpipe --help (rdflib)": python("-m", "rdflib.tools.rdfpipe", "--help"),
            "pyshacl --help": python("-m", "pyshacl", "--help"),
        }
        medians = commands(named, RUNS, Path(folder))
    for name, median in medians.items():
        yield Figure(name, median, RUNS, EMPTY, median / medians[EMPTY])
