"""Builds that are killed at random moments: is an acknowledged article lost, or half of one there?

    python -m bench.kills 100

A build acknowledges an article by printing what it stored. After each kill the
store is opened, every graph in it compared with the whole graph of its
article, and the next build goes on where the last one was killed.
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
from bench.measure import ROOT
from kg import namespaces, pipeline
from kg.graph.statements import nquads
from kg.reading import sources
from kg.store import Store, upkeep

ARTICLES = 60
LONGEST = 4.0
"""Seconds from the start of a build to its kill, at most."""

_STORED = re.compile(r"^(\S+)\n(?:  .*\n)*?  stored", re.MULTILINE)


@dataclass(slots=True)
class Counts:
    """What came of the kills; `lost` and `halves` and `faults` should be nought."""

    kills: int = 0
    finished: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    lost: int = 0
    halves: int = 0
    faults: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} builds killed, {self.finished} came to their end before;"
            f" {self.acknowledged} articles acknowledged: {self.lost} lost;"
            f" {self.unacknowledged} stored and not yet acknowledged;"
            f" {self.halves} half articles, {self.faults} faults in the stores"
        )


def run(number: int, seed: int = 1, articles: int = ARTICLES) -> Counts:
    """Return the counts of `number` kills, in a folder of its own."""
    chance, counts = Random(seed), Counts()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "corpus.jsonl"
        corpus.write(table, articles)
        whole = dict(_graphs(table))
        while counts.kills < number:
            store = Path(folder) / f"store-{counts.finished}"
            known: set[str] = set()
            while counts.kills < number:
                said, killed = _build(table, store, chance.uniform(0.2, LONGEST))
                known |= set(_STORED.findall(said))
                _check(store, known, whole, counts)
                counts.kills += killed
                if not killed:
                    counts.finished += 1
                    break
            counts.acknowledged += len(known)
    return counts


def _graphs(table: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each article's id with the statements of its whole graph."""
    for facts in map(pipeline.extract_source, sources.expand([str(table)])):
        memory = Store.in_memory(nquads(facts))
        graph = namespaces.graph(facts.article.id)
        yield facts.article.id, frozenset(str(quad) for quad in memory.quads(graph))


def _build(table: Path, store: Path, seconds: float) -> tuple[str, bool]:
    """Return what a build printed, and whether it was killed before its end."""
    command = [sys.executable, "-m", "kg", "build", str(table), "--store", str(store)]
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
    print(run(int(sys.argv[1])), f"({time.monotonic() - start:.0f} s)")
