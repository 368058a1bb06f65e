"""What is said of many nodes, read by few queries: statements, names, quotes, what points at them.

A page of a thing with forty facts names a hundred others. Asked for one by
one they cost milliseconds each way; a query has a row of VALUES for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import namespaces
from kg.queries.results import Row, Rows, curie

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

Node = ox.NamedNode | ox.Literal
Pairs = tuple[tuple[str, Node], ...]
"""Property and value, sorted."""

ONTOLOGY = namespaces.ONTOLOGY
TYPE = namespaces.VOCABULARIES["rdf"] + "type"
LABEL = namespaces.VOCABULARIES["rdfs"] + "label"
ALSO = namespaces.VOCABULARIES["skos"] + "altLabel"
STATUS = ONTOLOGY + "status"
HEAD = ONTOLOGY + "identifiedAs"

_START = ONTOLOGY + "startDate"
_NAMING = (LABEL, ALSO, _START, STATUS, HEAD)
_QUOTING = tuple(ONTOLOGY + name for name in ("article", "start", "end", "quote"))
_BATCH = 400
_KIND = re.compile(r"/([a-z][a-z-]*)/[^/]+$")
_ALL = "SELECT ?node ?verb ?value WHERE {{ VALUES ?node {{ {nodes} }} ?node ?verb ?value{some} }}"
_STATED = """
SELECT ?graph ?verb ?value WHERE {{
  VALUES ?node {{ {nodes} }} GRAPH ?graph {{ ?node ?verb ?value }}
}}
"""
_DATES = """
SELECT ?node ?date WHERE {{
  VALUES ?node {{ {nodes} }}
  {{ ?node readout:meeting/readout:startDate ?date }} UNION {{ ?node readout:attestedOn ?date }}
}}
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, with its id and their place in it."""

    text: str
    article: str
    start: int
    end: int

    @property
    def place(self) -> tuple[str, int, int]:
        """What quotes are sorted by."""
        return self.article, self.start, self.end


@dataclass(frozen=True, slots=True)
class Called:
    """How a node is called: `head` stands for it, `date` and `statuses` are those of a meeting."""

    name: str
    also: tuple[str, ...]
    head: str
    date: str | None = None
    statuses: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The name, of a meeting with its date, and its status unless it is known to be held."""
        told = [self.date or "", *(s for s in self.statuses if self.statuses != ("held",))]
        extra = ", ".join(filter(None, told))
        return f"{self.name} ({extra})" if extra else self.name


def statements(
    store: GraphStore, nodes: Iterable[str], verbs: Iterable[str] = ()
) -> dict[str, Pairs]:
    """Return what the merged view says of each node, by these properties where some are given."""
    listed = ", ".join(f"<{verb}>" for verb in verbs)
    some = f" FILTER(?verb IN ({listed}))" if listed else ""
    return _by_node(_each(store, _ALL, nodes, some))


def names(store: GraphStore, nodes: Iterable[str]) -> dict[str, Called]:
    """Return how each node is called; one without a name by its IRI behind a prefix."""
    wanted = tuple(dict.fromkeys(nodes))
    said = statements(store, wanted, _NAMING)
    return {node: called(node, said.get(node, ())) for node in wanted}


def called(node: str, pairs: Pairs) -> Called:
    """Return how a node is called by its statements; without a name by its IRI behind a prefix."""
    known = printed(pairs)
    dates = values(pairs, _START)
    return Called(
        name=known[0] if known else curie(node),
        also=known[1:],
        head=next(iter(values(pairs, HEAD)), node),
        date=max(dates) if dates else None,
        statuses=tuple(curie(status) for status in values(pairs, STATUS)),
    )


def printed(pairs: Pairs) -> tuple[str, ...]:
    """Return the names that statements give, the longest label first, each once."""
    labels = sorted(values(pairs, LABEL), key=lambda name: (-len(name), name))
    return tuple(dict.fromkeys((*labels, *values(pairs, ALSO))))


def quotes(store: GraphStore, passages: Iterable[str]) -> dict[str, Quote]:
    """Return the words of each passage that has them all: quote, article, start and end."""
    found = statements(store, passages, _QUOTING)
    made = {node: _quote(pairs) for node, pairs in found.items()}
    return {node: quote for node, quote in made.items() if quote}


def _quote(pairs: Pairs) -> Quote | None:
    said = {verb.removeprefix(ONTOLOGY): node.value for verb, node in pairs}
    if len(said) < 4:
        return None
    article = said["article"].rpartition("/article/")[2]
    return Quote(said["quote"], article, int(said["start"]), int(said["end"]))


def pointing(store: GraphStore, nodes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the nodes that name one of these as value, sorted, with the properties they use."""
    found: dict[str, set[str]] = {}
    for node in nodes:
        for quad in store.about(node, incoming=True):
            if isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.subject.value, set()).add(quad.predicate.value)
    return {subject: tuple(sorted(found[subject])) for subject in sorted(found)}


def dates(store: GraphStore, facts: Iterable[str]) -> dict[str, str]:
    """Return the latest date of each fact that has one: of its meeting, or of its attestation."""
    found: dict[str, str] = {}
    for row in _each(store, _DATES, facts):
        node, date = (term.value if term else "" for term in row)
        found[node] = max(date, found.get(node, ""))
    return found


def stating(store: GraphStore, nodes: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    """Return for each property and value of nodes the keys of the graphs that state it."""
    found: dict[tuple[str, str], set[str]] = {}
    for graph, verb, value in _each(store, _STATED, nodes):
        if graph and verb and value:
            key = graph.value.rpartition("/")[2]
            found.setdefault((verb.value, value.value), set()).add(key)
    return found


def kind(iri: str, pairs: Pairs = ()) -> str:
    """Return the class of a node by its IRI, "AgendaItem"; of a foreign one by its statements."""
    if "#char=" in iri:
        return "Passage"
    found = _KIND.search(iri)
    if found and found[1] in namespaces.KINDS:
        return "".join(word.capitalize() for word in found[1].split("-"))
    types = [name for name in values(pairs, TYPE) if name.startswith(ONTOLOGY)]
    return types[0].removeprefix(ONTOLOGY) if types else "Thing"


def values(pairs: Pairs, verb: str) -> list[str]:
    """Return the values that statements give for a property, as text."""
    return [node.value for name, node in pairs if name == verb]


def _each(store: GraphStore, question: str, nodes: Iterable[str], some: str = "") -> Iterator[Row]:
    every = [str(ox.NamedNode(node)) for node in dict.fromkeys(nodes)]
    for first in range(0, len(every), _BATCH):
        batch = " ".join(every[first : first + _BATCH])
        yield from rows(store, question.format(nodes=batch, some=some))


def rows(store: GraphStore, question: str) -> tuple[Row, ...]:
    """Return the rows that a fixed SELECT finds."""
    found = store.evaluate(question)
    assert isinstance(found, Rows)
    return found.rows


def _by_node(found_rows: Iterable[Row]) -> dict[str, Pairs]:
    found: dict[str, set[tuple[str, Node]]] = {}
    for node, verb, value in found_rows:
        if node and verb and isinstance(value, ox.NamedNode | ox.Literal):
            found.setdefault(node.value, set()).add((verb.value, value))
    return {node: tuple(sorted(pairs, key=order)) for node, pairs in found.items()}


def order(pair: tuple[str, Node]) -> tuple[str, str]:
    """Return what a pair of property and value is sorted by."""
    return pair[0], pair[1].value
