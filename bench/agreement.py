"""Two engines of validation over damaged graphs of whole articles: do they agree, at what cost?

python -m bench.agreement 1000
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench import corpus, extraction
from bench.damage import Statements, damage
from bench.measure import Figure, Skipped
from kg import pipeline, validation
from kg.formats import rdf, triples
from kg.graph.statements import state
from kg.model import Article
from kg.validation import fast, referee
from kg.validation.findings import Finding

GRAPHS = 100
"""Damaged graphs by default; the tests hold a thousand small ones."""


def measure(count: int = GRAPHS) -> Iterator[Figure | Skipped]:
    """Yield the number of graphs on which the engines differ, and what each takes a graph."""
    if not fast.is_installed():
        yield Skipped("pyshifty beside pySHACL", 'pip install "readout-kg[fast]"')
        return
    bases, differing, spent = _bases(), 0, {"pySHACL": 0.0, "pyshifty": 0.0}
    for number in range(count):
        statements = damage(bases, number)
        checked = (*validation._closed(statements), *validation._lists())
        with rdf.quiet():
            slow = _timed(partial(_slow, checked), "pySHACL", spent)
            quick = _timed(partial(_quick, checked), "pyshifty", spent)
        differing += slow != quick
    what = f"of {count:,} damaged graphs, pyshifty differs from pySHACL"
    yield Figure(what, differing, 1, unit="")
    slow_ms, quick_ms = (spent[name] / count * 1000 for name in ("pySHACL", "pyshifty"))
    yield Figure("cores, pySHACL on a graph", slow_ms, count)
    yield Figure(
        "cores, pyshifty with its report on a graph", quick_ms, count, "pySHACL", quick_ms / slow_ms
    )


def _slow(statements: Statements) -> tuple[Finding, ...]:
    return referee.find(rdf.graph(statements), "it")


def _quick(statements: Statements) -> tuple[Finding, ...]:
    return fast.report(triples.ntriples(statements))


def _timed(
    find: Callable[[], tuple[Finding, ...]], name: str, spent: dict[str, float]
) -> list[tuple[str, str | None, str]]:
    """Return what an engine found, as focus, path and constraint, and count its time."""
    start = time.process_time()
    found = find()
    spent[name] += time.process_time() - start
    return sorted(((row.focus, row.path, row.component) for row in found), key=str)


def _bases() -> list[Statements]:
    """Return the graphs of the articles of the project and of some of the corpus."""
    texts = [Article(f"text-{n}", text) for n, text in enumerate(extraction.texts())]
    made = [sample.article for sample in corpus.samples(8)]
    return [state(pipeline.extract(article)) for article in (*texts, *made)]


if __name__ == "__main__":
    from bench.__main__ import line

    for row in measure(int(sys.argv[1])):
        print(line(row), flush=True)
