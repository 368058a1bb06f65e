"""What many articles cost: building, adding to a large store, and questions beside rdflib's engine.

python -m bench.scale 1000        the questions at another size
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from rdflib import Dataset

from bench import corpus
from bench.measure import ROOT, Figure, Skipped, python, run, timed
from kg import describe, namespaces, pipeline
from kg.graph.statements import nquads
from kg.model import Facts
from kg.queries import bind, fill, query
from kg.queries.results import Rows
from kg.store import Store

BUILT = 60
"""Articles of one build: each is validated, which takes most of the time."""

LARGE = 1_000
ADDED = 20
ASKED = 100
RUNS = 3
PEER = "rdflib's own engine, same query, same number of rows"

QUESTIONS: dict[str, dict[str, str | int]] = {
    "counts": {},
    "encounters": {"first_party": "KZ", "second_party": "CN"},
    "holders": {"of_party": "KZ"},
    "instruments": {"action": "to-be-adopted", "status": "planned"},
    "meetings": {"organisation": "SCO", "status": "held"},
    "topics": {"year": 2016},
}
"""Questions over many articles; those about one thing take less than a millisecond."""


def measure() -> Iterator[Figure | Skipped]:
    """Yield what a build costs by its processes, an article by the store's size, and questions."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _build(Path(folder))
        yield from _growth(Path(folder))
    yield from ask(ASKED)


def _build(folder: Path) -> Iterator[Figure]:
    table = folder / "corpus.jsonl"
    corpus.write(table, BUILT)
    means: dict[int, float] = {}
    for jobs in (1, 2):
        command = [*python("-m", "kg", "build", str(table)), "--jobs", str(jobs), "--store"]
        lines = [[*command, str(folder / f"{jobs}-{turn}")] for turn in range(RUNS)]
        spent = [timed(partial(run, line, ROOT)) for line in lines]
        means[jobs] = statistics.median(spent) / BUILT
        what = f"kg build of {BUILT} articles, an article, --jobs {jobs}"
        yield Figure(what, means[jobs], RUNS, "--jobs 1", means[jobs] / means[1])
    again = [*python("-m", "kg", "build", str(table)), "--store", str(folder / "1-0")]
    spent = [timed(lambda: run(again, ROOT)) for _ in range(RUNS)]
    yield Figure(
        f"kg build of {BUILT} articles that are stored already, an article",
        statistics.median(spent) / BUILT, RUNS, "--jobs 1",
        statistics.median(spent) / BUILT / means[1],
    )  # fmt: skip


def _growth(folder: Path) -> Iterator[Figure]:
    graphs = [nquads(pipeline.extract(each.article)) for each in corpus.samples(LARGE + ADDED)]
    with Store(folder / "small") as small:
        first = statistics.median(timed(partial(small.put, g)) for g in graphs[:ADDED])
    with Store(folder / "large") as large:
        for graph in graphs[:LARGE]:
            large.put(graph)
        large.flush()
        last = statistics.median(timed(partial(large.put, g)) for g in graphs[LARGE:])
    yield Figure(
        f"an article added to a store of {LARGE:,}", last, ADDED, "one added to an empty store",
        last / first,
    )  # fmt: skip


def ask(articles: int) -> Iterator[Figure | Skipped]:
    """Yield what each question takes in a store on disk, and in rdflib over the same statements."""
    facts = [pipeline.extract(each.article) for each in corpus.samples(articles)]
    graphs, peer = [nquads(each) for each in facts], _peer(facts)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        for graph in graphs:
            store.put(graph)
        for name, values in QUESTIONS.items():
            stored = query(name)
            text = fill(stored, bind(store, stored, values))
            rows = store.evaluate(text)
            assert isinstance(rows, Rows)
            own = statistics.median(timed(partial(store.evaluate, text)) for _ in range(RUNS))
            what = f"query {name} over {articles:,} articles, {len(rows)} rows"
            found: list[object] = []
            theirs = timed(lambda f=found, t=text: f.extend(peer.query(t)))  # type: ignore[misc]
            if len(found) == len(rows):
                yield Figure(what, own, RUNS, PEER, own / theirs)
            else:
                yield Figure(what, own, RUNS)
                yield Skipped(f"{what}, by rdflib", f"it finds {len(found)} rows")


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


if __name__ == "__main__":
    for row in ask(int(sys.argv[1])):
        if isinstance(row, Skipped):
            print(f"{'skipped':>10}    {row.what}: {row.reason}")
        else:
            beside = f": 1/{1 / row.ratio:.0f} of {row.peer}" if row.ratio else ""
            print(f"{row.milliseconds:10.2f} ms {row.what}{beside}")
