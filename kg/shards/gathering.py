"""Shards brought together: verified, put into a store, joined, and summed in a manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import decisions, pipeline
from kg.errors import InputError
from kg.shards import files, shard
from kg.shards.plan import Plan, Shard
from kg.shards.shard import Seal
from kg.store.remote.loading import digest
from kg.store.remote.profiles import DIGEST, STAMPS

if TYPE_CHECKING:
    from kg.store import Store

MANIFEST = "manifest.json"
JOINED = "joined.nq.gz"
MERGED = "merged.nt.gz"

_COUNTS = ("articles", "stored", "refused", "failed", "statements")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the shards of a corpus came to, all in all."""

    shards: int
    articles: int
    stored: int
    refused: int
    failed: int
    statements: int


def verify(corpus: Plan) -> Iterator[str]:
    """Yield what is wrong with the shards of a corpus, in words; each file is read to its end."""
    for one in corpus.shards:
        fault = shard.fault(corpus, one)
        if fault:
            yield fault


def gather(corpus: Plan, store: Store) -> Iterator[Shard]:
    """Put the shards of a verified corpus into a store, one after the other; yield each then.

    An article has the stamp that `kg build` would give it, which then does not read it
    again. Raises InputError where a graph has other statements than its report says.
    """
    for one in corpus.shards:
        seal = shard.read_seal(corpus, one)
        graphs = _graphs(files.unpack(corpus.folder / seal.nquads.file))
        store.fill(_stamped(seal, graphs, _rows(corpus, seal)))
        store.flush()
        yield one


def _rows(corpus: Plan, seal: Seal) -> Iterator[dict[str, Any]]:
    rows = map(json.loads, files.unpack(corpus.folder / seal.report.file))
    return (row for row in rows if row["outcome"] == "stored")


def _graphs(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return the lines of each named graph, by its IRI."""
    graphs: dict[str, list[str]] = {}
    for line in lines:
        name = line[line.rindex(" <") + 2 : -len("> .\n")]
        graphs.setdefault(name, []).append(line)
    return graphs


def _stamped(
    seal: Seal, graphs: dict[str, list[str]], rows: Iterable[dict[str, Any]]
) -> Iterator[tuple[str, str, str | None]]:
    from kg.identity import outlines
    from kg.namespaces import graph
    from kg.store import incoming

    for row in rows:
        quads = graphs.pop(graph(row["article"]), [])
        if len(quads) != row["statement"]:
            told = f"{len(quads)} statements of {row['article']}, {row['statement']} reported"
            raise InputError(f"shard {seal.name}: {told}")
        text = "".join(quads)
        yield text, f"{row['sha256']} {seal.version}", outlines.of_quads(incoming.parse(text))
    if graphs:
        raise InputError(f"shard {seal.name}: a graph that its report does not tell of")


def join(store: Store) -> None:
    """Take the second step: judge what is one over all articles, and what is linked.

    What persons decided beside the store counts.
    """
    folder = decisions.beside(store.path) if store.path else Path()
    pipeline.join(store, decisions.read(folder, "identity"), decisions.read(folder, "links"))


def write(corpus: Plan, store: Store) -> Gathered:
    """Write what is over all shards: the joined graphs, the merged view, and the manifest.

    With the shards they are all that a bulk loader of another store needs: the
    merged view goes to its default graph, or where that is a union to the
    graph urn:readout:merged. By the stamps a later `kg load` sends only what changed.
    """
    seals = [shard.read_seal(corpus, one) for one in corpus.shards]
    known = {_article(row) for seal in seals for row in _rows(corpus, seal)}
    joined = [graph for graph in store.graphs() if graph not in known]
    view = (f"{quad.triple} .\n" for quad in store.quads())
    sums = [
        files.save(corpus.folder / JOINED, files.sort(_joined(store, joined))),
        files.save(corpus.folder / MERGED, files.sort(view)),
    ]
    counts = {name: sum(getattr(seal, name) for seal in seals) for name in _COUNTS}
    told = {
        "version": corpus.version,
        **counts,
        "shards": [asdict(seal) for seal in seals],
        "over all": [asdict(one) for one in sums],
    }
    files.save_json(corpus.folder / MANIFEST, told)
    return Gathered(len(seals), **counts)


def _article(row: dict[str, Any]) -> str:
    from kg.namespaces import graph

    return graph(row["article"])


def _joined(store: Store, graphs: Iterable[str]) -> Iterator[str]:
    for graph in graphs:
        yield from (f"{quad} .\n" for quad in store.quads(graph))
    for graph in store.graphs():
        lines = tuple(sorted(f"{quad.triple} .\n" for quad in store.quads(graph)))
        yield f'<{graph}> <{DIGEST}> "{digest(lines)}" <{STAMPS}> .\n'
