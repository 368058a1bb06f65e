"""What a whole build costs: read, extract, describe, validate and store durably, many articles.

    python -m bench.building 2000              the rate, by processes and beside the peer
    python -m bench.building 500 2000 20000    how the cost grows, and the plot of it

Time is that of cores, so that others on the machine count little; only the
gain by a second process is by the clock.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from bench import corpus, extraction, plot
from bench.measure import ROOT, Figure, Skipped, Spent, python, spend, timed
from kg import pipeline
from kg.graph.statements import nquads
from kg.store import Store

BUILT = 200
SIZES = (100, 200, 400, 800)
RUNS = 3
READ = 60
"""Articles of the same corpus that the peer reads, of which the first number is the median."""

ADDED = 9
PLOT = ROOT / "out" / "bench-size.svg"


def measure() -> Iterator[Figure | Skipped]:
    """Yield the rate of a build, and how it grows with the corpus."""
    yield from rate(BUILT)
    yield from grow(SIZES)


def rate(articles: int) -> Iterator[Figure | Skipped]:
    """Yield core time an article, the gain by two processes, and both beside the peer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "corpus.jsonl"
        corpus.write(table, articles)
        turns: dict[int, list[Spent]] = {1: [], 2: []}
        for turn in range(RUNS):  # in turns, so that what slows the machine slows both
            for jobs, spent in turns.items():
                spent.append(_build(table, folder / f"{jobs}-{turn}", jobs))
        core = statistics.median(spent.core for spent in turns[1]) / articles * 1000
        yield Figure(f"cores, an article of a build of {articles:,}", core, RUNS)
        yield _peer(core)
        yield _gain(articles, turns)
        again = [_build(table, folder / "1-0", 1).core for _ in range(RUNS)]
        same = statistics.median(again) / articles * 1000
        yield Figure(
            f"cores, an article of {articles:,} that are stored already", same, RUNS,
            "an article that is built", same / core,
        )  # fmt: skip


def _build(table: Path, store: Path, jobs: int) -> Spent:
    command = python("-m", "kg", "build", str(table), "--no-link", "--store", str(store))
    return spend([*command, "--jobs", str(jobs)], ROOT)


def _peer(core: float) -> Figure | Skipped:
    what = f"cores, an article by {extraction.PEER_NAME}"
    texts = [sample.article.text for sample in corpus.samples(READ)]
    peer = extraction.peer_time(texts, RUNS)
    if isinstance(peer, str):
        return Skipped(what, peer)
    return Figure(what, peer[1], RUNS, "the whole build by Readout", peer[1] / core)


def _gain(articles: int, turns: dict[int, list[Spent]]) -> Figure:
    one, two = (statistics.median(spent.clock for spent in turns[jobs]) for jobs in (1, 2))
    return Figure(
        f"articles a second, {articles:,} by two processes", articles / two, RUNS,
        "the rate of one", one / two, unit="/s",
    )  # fmt: skip


# --- by size ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """A store of a size: seconds of cores and MB to build it, milliseconds for one article more."""

    articles: int
    spent: Spent
    added: float


def grow(sizes: Sequence[int]) -> Iterator[Figure]:
    """Yield the cost of builds of several sizes, and write the plot."""
    points = [_point(size) for size in sizes]
    first = points[0]
    empty = _add(None, first.articles)
    for point in points:
        each = point.spent.core / point.articles * 1000
        ratio = each / (first.spent.core / first.articles * 1000)
        yield Figure(
            f"cores, an article of a build of {point.articles:,}", each, 1,
            f"an article of {first.articles:,}", ratio,
        )  # fmt: skip
        yield Figure(
            f"memory of the largest process, {point.articles:,}", point.spent.memory, 1, unit="MB"
        )
        yield Figure(
            f"one article added to a store of {point.articles:,}", point.added, ADDED,
            "one added to an empty store", point.added / empty,
        )  # fmt: skip
    PLOT.parent.mkdir(exist_ok=True)
    PLOT.write_text(draw(points), "utf-8")


def draw(points: Sequence[Point]) -> str:
    """Return the plot of cost against size."""
    return plot.draw(
        "Cost of a build against its size",
        "articles",
        {
            "seconds of cores": [(p.articles, p.spent.core) for p in points],
            "MB of the largest process": [(p.articles, p.spent.memory) for p in points],
            "ms to add one article": [(p.articles, p.added) for p in points],
        },
    )


def _point(size: int) -> Point:
    with tempfile.TemporaryDirectory() as name:
        table, store = Path(name) / "corpus.jsonl", Path(name) / "store"
        corpus.write(table, size)
        return Point(size, _build(table, store, 1), _add(store, size))


def _add(store: Path | None, size: int) -> float:
    """Return the median time of articles put one by one, each opening and closing the store."""
    new = islice(corpus.samples(size + ADDED), size, None)
    graphs = [nquads(pipeline.extract(sample.article)) for sample in new]
    with tempfile.TemporaryDirectory() as name:
        return statistics.median(
            timed(partial(_put, store or Path(name) / str(number), graph))
            for number, graph in enumerate(graphs)
        )


def _put(path: Path, graph: str) -> None:
    with Store(path) as store:
        store.fill([(graph, "bench")])


def main(sizes: Sequence[int]) -> None:
    """Print the rate at one size, or the growth over several."""
    from bench.__main__ import line

    for row in rate(sizes[0]) if len(sizes) == 1 else grow(sizes):
        print(line(row), flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or (BUILT,))
