"""The store on disk, embedded: no server, one writer, readers on snapshots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from kg import namespaces
from kg.errors import InputError, StoreError, UsageError
from kg.queries import results
from kg.queries.results import Result, Rows
from kg.store import engine, folder, incoming, notes
from kg.store.notes import Notes
from kg.store.protocol import Change, StoredArticle

if TYPE_CHECKING:
    from rdflib import Dataset

Graph = ox.NamedNode
Triples = frozenset[ox.Triple]

BULK = 20
"""Articles from which on new files are cheaper than a transaction: half its time for a hundred."""

_MERGED = ox.DefaultGraph()
_ARTICLES = """
SELECT ?iri ?graph ?title ?issued ?publisher ?source ?sha256 WHERE {
  VALUES ?graph { UNDEF }
  GRAPH ?graph { ?iri a readout:Article }
  OPTIONAL { ?iri dcterms:title ?title }
  OPTIONAL { ?iri dcterms:issued ?issued }
  OPTIONAL { ?iri dcterms:publisher ?publisher }
  OPTIONAL { ?iri dcterms:source ?source }
  OPTIONAL { ?iri readout:sha256 ?sha256 }
} ORDER BY ?iri
"""


class Store:
    """Named graphs in a folder, one an article, with their merged view as default graph.

    `path` defaults to the folder that READOUT_STORE names, else
    `readout.store`. A store is made where the folder is missing or empty;
    with `read_only` it must be there, and what is seen is a snapshot of the
    moment of opening. Raises StoreError where the folder is no store or
    another process writes to it. Use it in a `with` statement: what was put
    is flushed to disk at its end.
    """

    def __init__(self, path: str | Path | None = None, *, read_only: bool = False) -> None:
        self.path: Path | None = Path(path) if path is not None else folder.default()
        self.read_only = read_only
        self._open: ox.Store | None = (
            engine.open_reader(folder.find(self.path), self.path)
            if read_only
            else _open_writer(self.path)
        )

    @classmethod
    def in_memory(cls, *data: Dataset | str | bytes) -> Self:
        """Return a store that is gone with the process, holding `data`."""
        store = cls.__new__(cls)
        store.path, store.read_only, store._open = None, False, ox.Store()
        for graphs in data:
            store.put(graphs)
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Flush what was written and let the folder go; closing twice does nothing."""
        try:
            if self._open is not None and not self.read_only and self.path is not None:
                self.flush()
        finally:
            self._open = None

    def flush(self) -> None:
        """Bring what was put to disk, at the end of a batch. Raises StoreError on a full disk."""
        try:
            self._database.flush()
        except (OSError, RuntimeError) as error:
            raise engine.failed(f"the store at {self.path} cannot be written", error) from error

    @property
    def _database(self) -> ox.Store:
        if self._open is None:
            raise StoreError(f"the store at {self.path} is closed")
        return self._open

    def put(
        self, data: Dataset | str | bytes, stamp: str | None = None, outline: str | None = None
    ) -> tuple[Change, ...]:
        """Replace each named graph of `data` whole; one that is the same is not touched.

        `data` is a rdflib Dataset or N-Quads. Each graph is one transaction:
        all of it is stored, or nothing. `stamp` says what the graphs were built
        from, for `stamp()` to tell; `outline` what joining needs of them. Raises
        InputError where `data` is no N-Quads, has a statement outside a named
        graph, or a blank node.
        """
        graphs = sorted(_graphs(data).items(), key=_iri)
        return tuple(self._replace(graph, new, Notes(stamp, outline)) for graph, new in graphs)

    def fill(self, data: Iterable[tuple[str, *tuple[str | None, ...]]]) -> tuple[Change, ...]:
        """Put articles' graphs as `put` does, many in one step: N-Quads, stamp, maybe an outline.

        Those that are not there yet are stored together: all of them, or none. An article
        that is replaced, or whose lines are not as our own writer makes them, takes a step
        of its own. Raises InputError and StoreError as `put` does.
        """
        fresh: dict[str, str] = {}
        changes: list[Change] = []
        for quads, *noted in data:
            graph = incoming.graph(quads)
            if graph is None or graph in fresh or self._has(graph):
                self._load(fresh)
                fresh = {}
                changes.extend(self.put(quads, *noted))
            else:
                fresh[graph] = incoming.merged(quads) + notes.lines(graph, Notes(*noted))
                changes.append(Change(graph, quads.count("\n"), 0))
        self._load(fresh)
        return tuple(changes)

    def _has(self, graph: str) -> bool:
        database = self._database
        return any(engine.read(lambda: [database.contains_named_graph(Graph(graph))], self.path))

    def _load(self, fresh: dict[str, str]) -> None:
        try:
            engine.load(self._database, "".join(fresh.values()), bulk=len(fresh) >= BULK)
        except SyntaxError as error:
            raise InputError(f"not N-Quads: {error}") from error
        except (OSError, RuntimeError) as error:
            raise engine.failed(f"the store at {self.path} cannot be written", error) from error

    def stamp(self, graph: str) -> str | None:
        """Return the stamp with which a named graph was put as it is, or None."""
        return self._notes(Graph(graph)).stamp

    def outlines(self) -> Iterator[tuple[str, str]]:
        """Yield the IRI of each graph that was put with an outline, and the outline."""
        for quad in self._find(None, notes.OUTLINE, None, notes.GRAPH):
            if isinstance(quad.subject, Graph) and isinstance(quad.object, ox.Literal):
                yield quad.subject.value, quad.object.value

    def _notes(self, graph: Graph) -> Notes:
        return notes.read(self._find(graph, None, None, notes.GRAPH))

    def remove(self, article: str) -> Change:
        """Take an article out, by id or IRI, with what no other graph states.

        Raises UsageError where no such article is stored.
        """
        return self._replace(Graph(self.article(article).graph), frozenset())

    def drop(self, graph: str) -> Change:
        """Take a named graph out by its IRI, with what no other states; nothing if it is not there.

        It is for graphs that are made of those of articles: of identity, of links.
        """
        return self._replace(Graph(graph), frozenset())

    def article(self, name: str) -> StoredArticle:
        """Return the stored article with this id, IRI, CURIE or graph.

        Raises UsageError where no such article is stored.
        """
        wanted = name.removeprefix("article:")
        likely = re.split("/(?:article|graph)/", wanted)[-1].strip() or "none"
        found = _called(wanted, self._articles(f"<{namespaces.graph(likely)}>"))
        if found:
            return found
        stored = self.articles()  # a base of its own, or nothing: then what is near
        found = _called(wanted, stored)
        if found:
            return found
        near = get_close_matches(wanted, [entry.id for entry in stored], 3)
        hint = f"near it: {', '.join(near)}" if near else f"{len(stored)} articles are stored"
        raise UsageError(f"no article {name!r} in the store; {hint}")

    def articles(self) -> tuple[StoredArticle, ...]:
        """Return the articles that are stored, sorted by id."""
        return self._articles("UNDEF")

    def _articles(self, graph: str) -> tuple[StoredArticle, ...]:
        found = self.evaluate(_ARTICLES.replace("UNDEF", graph))
        rows = found.rows if isinstance(found, Rows) else ()
        first = {row[0].value: row for row in reversed(rows) if row[0]}
        return tuple(sorted(map(_stored, first.values()), key=lambda entry: (entry.id, entry.iri)))

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        found = engine.read(self._database.named_graphs, self.path)
        return tuple(sorted(graph.value for graph in found if graph != notes.GRAPH))

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the statements of one named graph, or of the merged view, in no order."""
        return self._find(None, None, None, Graph(graph) if graph else _MERGED)

    def about(self, thing: str, *, incoming: bool = False) -> Iterator[ox.Quad]:
        """Yield the statements of the merged view whose subject, or object, is `thing`."""
        node = ox.NamedNode(thing)
        return self._find(None if incoming else node, None, node if incoming else None, _MERGED)

    def matching(
        self,
        verb: ox.NamedNode | None,
        value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the statements of a named graph, or the merged view, with a property or value."""
        return self._find(None, verb, value, Graph(graph) if graph else _MERGED)

    def states(self, triple: ox.Triple, *, merged: bool = True) -> bool:
        """Tell whether the merged view states a triple, or else whether a named graph does."""
        if merged:
            return any(self._find(triple.subject, triple.predicate, triple.object, _MERGED))
        found = self._find(triple.subject, triple.predicate, triple.object, None)
        return any(quad.graph_name != _MERGED for quad in found)

    def _find(self, subject: Any, verb: Any, value: Any, graph: Any) -> Iterator[ox.Quad]:
        database = self._database
        found = engine.read(
            lambda: database.quads_for_pattern(subject, verb, value, graph), self.path
        )
        if not isinstance(value, ox.Literal):
            return found
        # On disk pyoxigraph 0.5.13 answers for the number 255 with 256 to 511 too.
        return (quad for quad in found if quad.object == value)

    def query(self, question: str, /, **values: str | int | None) -> Result:
        """Answer a stored query by its name and parameters, or a free SPARQL query by its text.

        Raises UsageError that says what is accepted.
        """
        from kg import queries  # answers need the store, the store only here needs them

        if question.isidentifier():
            return queries.run(self, question, **values)
        return queries.select(self, question)

    def export(
        self, form: str = "turtle", *, article: str | None = None, thing: str | None = None
    ) -> str:
        """Return the store, one article, or one thing with what hangs on it, in a format.

        Raises UsageError that says which formats, articles or things there are.
        """
        from kg import export

        return export.export(self, form, article=article, thing=thing)

    def evaluate(self, text: str) -> Result:
        """Return what a SPARQL query that is known to be harmless yields."""
        return results.collect(self.begin(text))

    def begin(self, text: str, rows: int | None = None) -> results.Found:
        """Return what a harmless query yields, rows as they are found, `rows` of them at most."""
        return engine.begin(self._database, text, rows)

    def _replace(self, graph: Graph, new: Triples, now: Notes = notes.NONE) -> Change:
        old = self._triples(graph)
        if old:
            new = engine.normalise(new)
        added, gone = new - old, old - new
        alone = frozenset(triple for triple in gone if not self._stated_beside(graph, triple))
        noted = notes.steps(graph, self._notes(graph), now)
        self._update((*_steps(graph, added, gone, alone, empty=not new), *noted))
        return Change(graph.value, len(added), len(gone))

    def _triples(self, graph: Graph) -> Triples:
        return frozenset(quad.triple for quad in self._find(None, None, None, graph))

    def _stated_beside(self, graph: Graph, triple: ox.Triple) -> bool:
        """Tell whether a named graph other than `graph` states `triple`; ends at the first."""
        found = self._find(triple.subject, triple.predicate, triple.object, None)
        return any(quad.graph_name not in (graph, _MERGED) for quad in found)

    def _update(self, steps: Iterable[str]) -> None:
        """Carry out all steps in one transaction: SPARQL update is the engine's only one for both.

        Deletions and insertions have to come together, so that a process that
        ends in between leaves the graph as it was.
        """
        text = ";\n".join(steps)
        if not text:
            return
        try:
            self._database.update(text)
        except (OSError, RuntimeError) as error:
            raise engine.failed(f"the store at {self.path} cannot be written", error) from error


def _open_writer(path: Path) -> ox.Store:
    """Open the files for writing that the store has once they are locked, no older ones."""
    data = folder.make(path)
    opened = engine.open_writer(data, path)
    if folder.find(path) != data:
        raise engine.LockedError(f"the files of the store at {path} were just made anew: try again")
    return opened


def _called(name: str, stored: Iterable[StoredArticle]) -> StoredArticle | None:
    return next((each for each in stored if name in (each.id, each.iri, each.graph)), None)


def _iri(entry: tuple[Graph, Triples]) -> str:
    return entry[0].value


def _graphs(data: Dataset | str | bytes) -> dict[Graph, Triples]:
    """Return the triples of each named graph that has some."""
    graphs: dict[Graph, set[ox.Triple]] = {}
    for quad in incoming.parse(data) if isinstance(data, str | bytes) else incoming.convert(data):
        if not isinstance(quad.graph_name, ox.NamedNode):
            raise InputError(f"a statement stands outside a named graph: {quad.triple}")
        graphs.setdefault(quad.graph_name, set()).add(quad.triple)
    return {graph: frozenset(triples) for graph, triples in graphs.items()}


def _steps(
    graph: Graph, added: Triples, gone: Triples, alone: Triples, *, empty: bool
) -> Iterator[str]:
    """Yield the SPARQL updates that bring graph and merged view up to date."""
    if empty:
        yield f"DROP SILENT GRAPH {graph}"
    elif gone:
        yield f"DELETE DATA {{ GRAPH {graph} {{ {_data(gone)} }} }}"
    if alone:
        yield f"DELETE DATA {{ {_data(alone)} }}"
    if added:
        data = _data(added)
        yield f"INSERT DATA {{ GRAPH {graph} {{ {data} }} {data} }}"


def _data(triples: Triples) -> str:
    return " .\n".join(map(str, triples))


def _stored(row: tuple[ox.NamedNode | ox.BlankNode | ox.Literal | None, ...]) -> StoredArticle:
    iri, graph, *more = (term.value if term else None for term in row)
    assert iri and graph
    return StoredArticle(iri.partition("/article/")[2] or iri, iri, graph, *more)
