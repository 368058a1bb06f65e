"""What is kept beside each article's graph, in one transaction with it, in a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

GRAPH = ox.NamedNode("urn:readout:stamps")
STAMP = ox.NamedNode("urn:readout:stamp")
OUTLINE = ox.NamedNode("urn:readout:outline")


@dataclass(frozen=True, slots=True)
class Notes:
    """What a graph was built from, and what joining needs to know of it without reading it."""

    stamp: str | None = None
    outline: str | None = None


NONE = Notes()


def read(quads: Iterable[ox.Quad]) -> Notes:
    """Return the notes on a graph from the statements about it in GRAPH."""
    found = {q.predicate: q.object.value for q in quads if isinstance(q.object, ox.Literal)}
    return Notes(found.get(STAMP), found.get(OUTLINE))


def lines(graph: str, notes: Notes) -> str:
    """Return the notes on a graph as N-Quads."""
    return "".join(f"<{graph}> {verb} {value} {GRAPH} .\n" for verb, value in _pairs(notes))


def steps(graph: ox.NamedNode, was: Notes, now: Notes) -> Iterator[str]:
    """Yield the SPARQL updates that replace the notes on a graph."""
    for step, notes, other in (("DELETE", was, now), ("INSERT", now, was)):
        kept = set(_pairs(other))
        for verb, value in _pairs(notes):
            if (verb, value) not in kept:
                yield f"{step} DATA {{ GRAPH {GRAPH} {{ {graph} {verb} {value} }} }}"


def _pairs(notes: Notes) -> Iterator[tuple[ox.NamedNode, ox.Literal]]:
    for verb, text in ((STAMP, notes.stamp), (OUTLINE, notes.outline)):
        if text is not None:
            yield verb, ox.Literal(text)
