"""Graphs written to a server: by SPARQL Update in one request, or by the Graph Store Protocol.

Each way leaves the same: the graph as it is to be, its triples in the merged
view, there what no other graph states gone, and its stamp last. Every step may
be done twice, so that a request whose answer was lost is sent again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg import namespaces
from kg.queries import sparql
from kg.store.remote.loading import Piece, chunks
from kg.store.remote.profiles import DIGEST, MERGED, STAMPS, Server
from kg.store.remote.transport import Transport

_HEAD = f"@prefix readout: <{namespaces.ONTOLOGY}> .\n"
"""Without a prefix Virtuoso takes long literals for plain text, whatever is said of them."""

_REPLACED = 50
"""Graphs whose stamps are taken away in one update."""


class Writer:
    """What writes to one server through `transport`, in the way of its profile."""

    def __init__(self, server: Server, transport: Transport) -> None:
        self.server, self.transport = server, transport

    def write(self, pieces: Sequence[Piece]) -> None:
        """Make the graphs of `pieces` as they are to be. Raises StoreError where that fails."""
        if self.server.profile.way == "update":
            self._update(self._steps(pieces))
        else:
            self._replace(pieces)

    # --- SPARQL Update: all in one request -------------------------------------------

    def _steps(self, pieces: Sequence[Piece]) -> Iterator[str]:
        for piece in pieces:
            if not piece.fresh:
                yield _unstamp((piece.graph,))
                yield self._withdraw(piece.graph)
                yield f"DROP SILENT GRAPH <{piece.graph}>"
            if piece.lines:
                data = sparql.escape("".join(piece.lines))
                yield f"INSERT DATA {{ GRAPH <{piece.graph}> {{ {data} }} {self._merged(data)} }}"
        yield from _stamp(pieces)

    def _merged(self, pattern: str) -> str:
        """Return a pattern or data of the merged view."""
        return f"GRAPH <{MERGED}> {{ {pattern} }}" if self.server.profile.union else pattern

    def _withdraw(self, graph: str) -> str:
        """Return the update that takes out of the merged view what `graph` alone states."""
        return (
            f"DELETE {{ {self._merged('?s ?p ?o')} }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }}"
            " FILTER NOT EXISTS { GRAPH ?other { ?s ?p ?o }"
            f" FILTER(?other != <{graph}> && ?other != <{MERGED}>) }} }}"
        )

    def _update(self, steps: Iterable[str]) -> None:
        text = ";\n".join(steps)
        if text:
            headers = {"Content-Type": "application/sparql-update"}
            self.transport.send("POST", self.server.update, text.encode(), headers=headers)

    # --- the Graph Store Protocol: a graph a request ----------------------------------

    def _replace(self, pieces: Sequence[Piece]) -> None:
        there = [piece.graph for piece in pieces if not piece.fresh]
        for number in range(0, len(there), _REPLACED):
            self._update((_unstamp(there[number : number + _REPLACED]),))
        for piece in pieces:
            if not piece.fresh:
                self._update((self._withdraw(piece.graph),))
            if piece.lines:
                self._put("PUT", piece.graph, "".join(piece.lines))
            else:
                url, parameters = self._at(piece.graph)
                self.transport.send("DELETE", url, parameters=parameters, missing=True)
        lines = tuple(sorted({line for piece in pieces for line in piece.lines}))
        for text in chunks(lines, self.server.profile.statements):
            self._put("POST", MERGED, text)
        self._update(_stamp(pieces))

    def _put(self, method: str, graph: str, text: str) -> None:
        headers = {"Content-Type": "text/turtle; charset=utf-8"}  # of which N-Triples are a part
        url, parameters = self._at(graph)
        body = (_HEAD + text).encode()
        self.transport.send(method, url, body, headers=headers, parameters=parameters)

    def _at(self, graph: str) -> tuple[str, dict[str, str]]:
        return self.server.graphs, {"graph": graph}


def _unstamp(graphs: Iterable[str]) -> str:
    names = " ".join(f"<{graph}>" for graph in graphs)
    pattern = f"GRAPH <{STAMPS}> {{ ?graph <{DIGEST}> ?digest }}"
    return f"DELETE {{ {pattern} }} WHERE {{ VALUES ?graph {{ {names} }} {pattern} }}"


def _stamp(pieces: Iterable[Piece]) -> Iterator[str]:
    stamps = "".join(f'<{p.graph}> <{DIGEST}> "{p.digest}" .\n' for p in pieces if p.lines)
    if stamps:
        yield f"INSERT DATA {{ GRAPH <{STAMPS}> {{ {stamps} }} }}"
