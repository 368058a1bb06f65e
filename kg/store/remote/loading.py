"""A local store's graphs brought to a server: what changed, in bounded requests, then counted.

What stands there is told by a stamp a graph, the SHA-256 of its statements as
they were here. A graph's stamp is taken away before the graph is touched and
set when all of it is there: work that breaks off anywhere is taken up by the
next run, which sends what has no stamp.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.queries.results import Term
from kg.store.remote.profiles import DIGEST, MERGED, STAMPS

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore
    from kg.store.remote.endpoint import Endpoint
    from kg.store.remote.writing import Writer

PAGE = 1000
"""Stamps that are read in one request."""

GROUP = 20
"""Graphs that are counted in one request."""

BYTES = 2 * 1024 * 1024
"""Bytes of statements after which a request is full."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A named graph as it is to be: sorted N-Triples lines, none where it is to go.

    `fresh` says that nothing of it stands on the server, whole or in part.
    """

    graph: str
    lines: tuple[str, ...]
    digest: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Local:
    """What a graph is here: the SHA-256 of its statements, and their number."""

    digest: str
    count: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do: graphs to send and to take out, and how many stand there as here.

    `kept` are graphs of ours there that are gone here and stay.
    """

    send: tuple[str, ...]
    remove: tuple[str, ...]
    same: int
    kept: tuple[str, ...] = ()


class Loading:
    """A local store and a server that is to hold the same graphs.

    `endpoint` asks the server, `writer` writes to it. Each method raises
    StoreError where the server cannot be used.
    """

    def __init__(self, store: GraphStore, endpoint: Endpoint, writer: Writer) -> None:
        self.store, self.endpoint, self.writer = store, endpoint, writer
        self._stamps: dict[str, set[str]] = {}
        self._local: dict[str, Local] = {}
        self._counts: dict[str, int] = {}

    # --- what is to be done ---------------------------------------------------------

    def plan(self, *, force: bool = False, keep: bool = False) -> Plan:
        """Return what differs between here and there.

        A graph differs where its stamp there is not its digest here, or the
        number of its statements. `force` sends all graphs, `keep` takes none out.
        Raises UsageError where most of what stands there would go, for it may
        be another store's, and neither is given.
        """
        self._local = dict(self._survey())
        self._stamps = self._read_stamps()
        self._counts = self._count(sorted(self._local.keys() | self._stamps.keys()))
        send = tuple(graph for graph in self._local if force or not self._stands(graph))
        gone = tuple(sorted(self._stamps.keys() - self._local.keys()))
        if 2 * len(gone) > len(self._stamps) and not (force or keep):
            raise UsageError(
                f"{len(gone)} of the {len(self._stamps)} graphs of ours there are not in the store:"
                " --keep leaves them there, --force takes them out and sends all of the store"
            )
        same = len(self._local) - len(send)
        return Plan(send, () if keep else gone, same, gone if keep else ())

    def _survey(self) -> Iterator[tuple[str, Local]]:
        for graph in self.store.graphs():
            lines = self._lines(graph)
            yield graph, Local(digest(lines), len(lines))

    def _lines(self, graph: str) -> tuple[str, ...]:
        return tuple(sorted(f"{quad.triple} .\n" for quad in self.store.quads(graph)))

    def _stands(self, graph: str) -> bool:
        here = self._local[graph]
        return self._stamps.get(graph) == {here.digest} and self._counts.get(graph, 0) == here.count

    def _read_stamps(self) -> dict[str, set[str]]:
        """Return the stamps of our graphs there; two runs at once may leave a graph with two."""
        stamps: dict[str, set[str]] = {}
        last = ""
        while True:
            page = self.endpoint.rows(
                f"SELECT ?graph ?digest WHERE {{ GRAPH <{STAMPS}> {{ ?graph <{DIGEST}> ?digest }}"
                f' FILTER(STR(?graph) > "{last}") }} ORDER BY STR(?graph) ?digest LIMIT {PAGE}'
            )
            for graph, stamp in page:
                stamps.setdefault(_value(graph), set()).add(_value(stamp))
            if len(page) < PAGE:
                return stamps
            last = max(stamps)

    def _count(self, graphs: list[str]) -> dict[str, int]:
        """Return how many statements each of the graphs has there; 0 where it is not."""
        counts = dict.fromkeys(graphs, 0)
        for number in range(0, len(graphs), GROUP):
            parts = map(_counting, graphs[number : number + GROUP])
            rows = self.endpoint.rows(f"SELECT ?graph ?count {{ {' UNION '.join(parts)} }}")
            counts |= {_value(graph): int(_value(count)) for graph, count in rows if graph}
        return counts

    # --- doing it -------------------------------------------------------------------

    def carry_out(self, plan: Plan) -> Iterator[str]:
        """Do what a plan says, batch by batch; yield each graph when all of it is done."""
        for batch in _batches(self._pieces(plan), self.writer.server.profile.statements):
            self.writer.write(batch)
            for piece in batch:
                yield piece.graph

    def _pieces(self, plan: Plan) -> Iterator[Piece]:
        for graph in plan.remove:
            yield Piece(graph, ())
        for graph in plan.send:
            fresh = graph not in self._stamps and not self._counts.get(graph)
            yield Piece(graph, self._lines(graph), self._local[graph].digest, fresh)

    # --- whether it is so -----------------------------------------------------------

    def verify(self, plan: Plan) -> Iterator[str]:
        """Count what stands there after a plan was carried out; yield what is wrong, in words."""
        touched = sorted({*plan.send, *plan.remove})
        counts = self._counts | self._count(touched)
        for graph in touched:
            wanted = self._local[graph].count if graph in self._local else 0
            if counts[graph] != wanted:
                yield f"{_name(graph)}: {wanted} statements here, {counts[graph]} there"
        yield from self._verify_merged(plan)

    def _verify_merged(self, plan: Plan) -> Iterator[str]:
        here = sum(1 for _ in self.store.quads())
        there = self._merged_count()
        if there < here or (there > here and not plan.kept):
            yield f"the merged view: {here} statements here, {there} there"

    def _merged_count(self) -> int:
        pattern = "?s ?p ?o"
        if self.writer.server.profile.union:
            pattern = f"GRAPH <{MERGED}> {{ {pattern} }}"
        rows = self.endpoint.rows(f"SELECT (COUNT(*) AS ?count) WHERE {{ {pattern} }}")
        return int(_value(rows[0][0]))


def _counting(graph: str) -> str:
    """Return a pattern that counts one graph; counted by groups, Virtuoso reads all there are."""
    counted = f"(<{graph}> AS ?graph) (COUNT(*) AS ?count)"
    return f"{{ SELECT {counted} {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} }}"


def digest(lines: tuple[str, ...]) -> str:
    """Return the SHA-256 of sorted N-Triples lines."""
    return sha256("".join(lines).encode("utf-8")).hexdigest()


def _batches(pieces: Iterator[Piece], most: int) -> Iterator[tuple[Piece, ...]]:
    """Yield pieces that one request may bring; one that is larger than that goes alone."""
    batch: list[Piece] = []
    statements = size = 0
    for piece in pieces:
        more = sum(map(len, piece.lines))
        if batch and (statements + len(piece.lines) > most or size + more > BYTES):
            yield tuple(batch)
            batch, statements, size = [], 0, 0
        batch.append(piece)
        statements, size = statements + len(piece.lines), size + more
    if batch:
        yield tuple(batch)


def chunks(lines: tuple[str, ...], most: int) -> Iterator[str]:
    """Yield N-Triples lines in texts of `most` lines."""
    rest = iter(lines)
    while part := tuple(islice(rest, most)):
        yield "".join(part)


def _value(term: Term | None) -> str:
    assert term is not None
    return term.value


def _name(graph: str) -> str:
    return graph.partition("/graph/")[2] or graph
