"""What a store offers, wherever its triples lie, and the values that it hands out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Dataset

    from kg.queries.results import Found, Result


@dataclass(frozen=True, slots=True)
class Change:
    """What putting or removing did to one named graph, in statements."""

    graph: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the store knows it; `issued` is an ISO date, whole or partial."""

    id: str
    iri: str
    graph: str
    title: str | None = None
    issued: str | None = None
    publisher: str | None = None
    source: str | None = None
    sha256: str | None = None


class GraphReader(Protocol):
    """What questions are asked of: a store, or a server of which no more is known."""

    def about(self, thing: str, *, incoming: bool = False) -> Iterator[ox.Quad]:
        """Yield the statements of the merged view whose subject, or object, is `thing`."""

    def evaluate(self, text: str) -> Result:
        """Return what a SPARQL query that is known to be harmless yields."""


class GraphStore(GraphReader, Protocol):
    """One named graph an article; the default graph is the merged view of them all.

    In the merged view each triple stands once, however many articles state
    it: questions are asked there, and reach into `GRAPH ?g` for evidence.
    """

    def put(self, data: Dataset | str | bytes) -> tuple[Change, ...]:
        """Replace each named graph of `data` whole: all of one graph, or nothing of it."""

    def remove(self, article: str) -> Change:
        """Take an article out, by id or IRI, with what no other graph states."""

    def article(self, name: str) -> StoredArticle:
        """Return the stored article with this id, IRI, prefixed name or graph."""

    def articles(self) -> tuple[StoredArticle, ...]:
        """Return the articles that are stored, sorted by id."""

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the statements of one named graph, or of the merged view."""


class LocalStore(GraphStore, Protocol):
    """A store of this machine: answers come row by row, and joining need not read each graph."""

    def begin(self, text: str, rows: int | None = None) -> Found:
        """Return what a harmless query yields, rows as they are found, `rows` of them at most."""

    def outlines(self) -> Iterator[tuple[str, str]]:
        """Yield the IRI of each graph that was put with an outline, and the outline."""
