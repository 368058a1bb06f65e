"""What questions cost over many articles, beside rdflib's own engine with the same rows.

python -m bench.scale 1000                 beside rdflib
python -m bench.scale 20000 readout.store  in a store that is there, by itself
"""

from __future__ import annotations

import signal
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from bench import corpus
from bench.measure import Figure, Skipped, timed
from kg import describe, namespaces, pipeline
from kg.graph.statements import nquads
from kg.model import Facts
from kg.queries import prepare
from kg.queries.results import Rows
from kg.store import Store

ASKED = 100
RUNS = 3
LIMIT = 30
"""Seconds of its own time after which the peer is broken off: then the ratio is at most that."""

PEER = "rdflib's own engine, same query, same rows"

Values = dict[str, str | int]

QUESTIONS: tuple[tuple[str, Values], ...] = (
    ("counts", {}),
    ("encounters", {"first_party": "KZ", "second_party": "CN"}),
    ("holders", {"of_party": "KZ"}),
    ("instruments", {"action": "to-be-adopted", "status": "planned"}),
    ("meetings", {"organisation": "SCO", "status": "held"}),
    ("topics", {"year": 2016}),
    ("topics", {}),
    ("unlinked", {}),
)
"""Questions over many articles; those about one thing take its name from the store."""

ABOUT = {
    "appearances": ("article", "Article"),
    "history": ("instrument", "Instrument"),
    "meeting": ("meeting", "Meeting"),
    "offices": ("person", "Person"),
    "participants": ("meeting", "Meeting"),
    "passages": ("thing", "Person"),
}
"""Questions about one thing: the parameter, and the class of which the first by name is asked."""


def measure() -> Iterator[Figure | Skipped]:
    """Yield what each question takes."""
    yield from ask(ASKED)


def ask(articles: int) -> Iterator[Figure | Skipped]:
    """Yield what each question takes in a store on disk, and in rdflib over the same statements."""
    facts = [pipeline.extract(each.article) for each in corpus.samples(articles)]
    peer = _peer(facts)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        store.fill((nquads(each), None) for each in facts)
        for name, values in questions(store):
            yield from _beside(store, peer, articles, name, values)


def questions(store: Store) -> Iterator[tuple[str, Values]]:
    """Yield each question with its values, those about one thing with one of the store."""
    for name, (parameter, kind) in ABOUT.items():
        found = store.evaluate(f"SELECT (MIN(STR(?thing)) AS ?first) {{ ?thing a readout:{kind} }}")
        assert isinstance(found, Rows)
        yield name, {parameter: str(found.column("first")[0])}
    yield from QUESTIONS


def _beside(
    store: Store, peer: Dataset | None, articles: int, name: str, values: Values
) -> Iterator[Figure | Skipped]:
    text = prepare(store, name, **values)
    rows = store.evaluate(text)
    assert isinstance(rows, Rows)
    own = statistics.median(timed(partial(store.evaluate, text)) for _ in range(RUNS))
    given = (f"{key}={value} " for key, value in values.items() if name not in ABOUT)
    what = f"query {name} {''.join(given)}over {articles:,} articles, {len(rows)} rows"
    if peer is None:
        yield Figure(what, own, RUNS)
        return
    found: list[tuple[object, ...]] = []
    try:
        theirs = timed(partial(_ask_peer, peer, text, found))
    except TimeoutError:
        theirs = LIMIT * 1000.0
        yield Figure(what, own, RUNS, f"{PEER}, broken off after {LIMIT} s", own / theirs)
        return
    if _plain(found) == _plain(rows.rows):
        yield Figure(what, own, RUNS, PEER, own / theirs)
    else:
        yield Figure(what, own, RUNS)
        yield Skipped(f"{what}, by rdflib", f"it finds {len(found)} rows that are not the same")


def _ask_peer(peer: Dataset, text: str, found: list[tuple[object, ...]]) -> None:
    """Put the peer's rows into `found`. Raises TimeoutError after LIMIT seconds of its own time."""

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        found.extend(row for row in peer.query(text) if isinstance(row, tuple))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _plain(rows: Iterable[Iterable[object]]) -> list[tuple[str, ...]]:
    """Return rows as text, sorted: terms of either engine by their value alone."""
    return sorted(tuple(map(_text, row)) for row in rows)


def _text(term: object) -> str:
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    return "" if term is None else str(term)


def _peer(facts: list[Facts]) -> Dataset:
    """Return rdflib's dataset with the same named graphs and the same merged view."""
    dataset = Dataset()
    for prefix, namespace in namespaces.prefixes().items():
        dataset.bind(prefix, namespace)
    for each in facts:
        for graph in describe(each).graphs():
            named = dataset.graph(graph.identifier)
            for triple in graph:
                named.add(triple)
                dataset.default_graph.add(triple)
    return dataset


def main(articles: int, path: str | None) -> None:
    """Print the questions beside rdflib, or those of a store that is there by themselves."""
    from bench.__main__ import line

    if path is None:
        for row in ask(articles):
            print(line(row), flush=True)
        return
    with Store(path, read_only=True) as store:
        for name, values in questions(store):
            for row in _beside(store, None, articles, name, values):
                print(line(row), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
