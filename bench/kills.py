"""Builds that are killed at random moments: is an acknowledged article lost, or half of one there?

    python -m bench.kills 100

A build acknowledges an article by printing what it stored, a batch at a time:
small batches here, so that a kill may fall into any step of one, and of both
sizes, since those of many articles are stored as new files and those of few by
a transaction. After each kill the store is opened, every graph in it compared
with the whole graph of its article, and the next build goes on where the last
one was killed, reading nothing again that was acknowledged.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench import corpus
from bench.measure import ROOT, Noted
from kg import namespaces, pipeline
from kg.graph.statements import nquads
from kg.reading import sources
from kg.store import Store, upkeep

ARTICLES = 150
KILLS = 12
BATCHES = (5, 25)
"""Articles that a build stores in one step: by a transaction, and as new files."""

_STORED = re.compile(r"^(\S+)\n(?:  .*\n)*?  stored: ", re.MULTILINE)
_SAME = re.compile(r"^(\S+)\n  stored already", re.MULTILINE)
_BUILD = """
import sys
from kg.cli import main
from kg.commands import build
build.BATCH = int(sys.argv.pop(1))
sys.exit(main())
"""


@dataclass(slots=True)
class Counts:
    """What came of the kills; `lost`, `halves`, `again` and `faults` should be nought."""

    kills: int = 0
    finished: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    lost: int = 0
    halves: int = 0
    again: int = 0
    faults: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} builds killed, {self.finished} came to their end before;"
            f" {self.acknowledged} articles acknowledged: {self.lost} lost;"
            f" {self.unacknowledged} stored and not yet acknowledged;"
            f" {self.halves} half articles, {self.again} read again though acknowledged,"
            f" {self.faults} faults in the stores"
        )


def measure() -> Iterator[Noted]:
    """Yield the counts of a few kills, of builds broken off at random moments."""
    yield Noted("kill -9 of builds", str(run(KILLS)))


def run(number: int, seed: int = 1, articles: int = ARTICLES) -> Counts:
    """Return the counts of `number` kills, in a folder of its own.

    A first build, which nobody kills, tells how long one takes on this machine.
    """
    chance, counts = Random(seed), Counts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "corpus.jsonl"
        corpus.write(table, articles)
        whole = dict(_graphs(table))
        start = time.monotonic()
        _build(table, folder / "whole", None, BATCHES[0])
        longest = time.monotonic() - start
        while counts.kills < number:
            _until_whole(
                folder / f"store-{counts.finished}", number, longest, chance, whole, counts
            )
    return counts


def _until_whole(
    store: Path,
    number: int,
    longest: float,
    chance: Random,
    whole: dict[str, frozenset[str]],
    counts: Counts,
) -> None:
    """Build one store, killed at moments up to `longest` seconds, till it is whole."""
    known: set[str] = set()
    killed = True
    while killed and counts.kills < number:
        seconds, batch = chance.uniform(0.2, longest), chance.choice(BATCHES)
        said, killed = _build(store.parent / "corpus.jsonl", store, seconds, batch)
        stored = set(_STORED.findall(said))
        counts.again += len(known & stored)
        known |= stored | set(_SAME.findall(said))
        _check(store, known, whole, counts)
        counts.kills += killed
    counts.finished += not killed
    counts.acknowledged += len(known)


def _graphs(table: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each article's id with the statements of its whole graph."""
    for facts in map(pipeline.extract_source, sources.expand([str(table)])):
        memory = Store.in_memory(nquads(facts))
        graph = namespaces.graph(facts.article.id)
        yield facts.article.id, frozenset(str(quad) for quad in memory.quads(graph))


def _build(table: Path, store: Path, seconds: float | None, batch: int) -> tuple[str, bool]:
    """Return what a build printed, and whether it was killed before its end."""
    command = [sys.executable, "-c", _BUILD, str(batch), "build", str(table), "-s", str(store)]
    said = store.with_suffix(".out")
    with said.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    return said.read_text("utf-8", "ignore"), process.returncode != 0


def _check(path: Path, known: set[str], whole: dict[str, frozenset[str]], counts: Counts) -> None:
    if not (path / "readout.json").exists():  # killed before it had made one
        counts.lost += len(known)
        return
    with Store(path):  # a writer has to be able to go on
        pass
    with Store(path, read_only=True) as store:
        named = {graph.partition("/graph/")[2]: graph for graph in store.graphs()}
        there = {name: named[name] for name in named if name in whole}  # not the graph of links
        counts.lost += len(known - there.keys())
        counts.unacknowledged += len(there.keys() - known)
        for name, graph in there.items():
            counts.halves += frozenset(map(str, store.quads(graph))) != whole[name]
        counts.faults += sum(1 for _ in upkeep.verify(store))


if __name__ == "__main__":
    start = time.monotonic()
    size = int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES
    print(run(int(sys.argv[1]), articles=size), f"({time.monotonic() - start:.0f} s)")
