"""The page of an article: its text with every passage marked, and beside it the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from kg import namespaces
from kg.errors import UsageError
from kg.namespaces import ONTOLOGY
from kg.queries import surroundings
from kg.queries.dossier import words
from kg.queries.surroundings import Node, Pairs, values
from kg.web.views import citing, links, marks
from kg.web.views.citing import Source
from kg.web.views.links import Link
from kg.web.views.marks import Marked, Span

if TYPE_CHECKING:
    from kg.model import Article
    from kg.store.protocol import GraphStore

_EVIDENCE = ONTOLOGY + "evidence"
_KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "Meeting": ("Meetings", ("startDate", "endDate", "place", "country", "chair", "status")),
    "Participation": ("Who takes part", ("person", "office", "party", "role", "meeting")),
    "Instrument": ("Documents", ("kind", "validFrom", "validUntil", "refersTo")),
    "Act": ("What is done with documents", ("action", "instrument", "meeting")),
    "AgendaItem": ("What is taken up", ("topic", "meeting")),
    "Tenure": ("Who holds which office", ("person", "office")),
    "Person": ("Persons", ()),
    "Appearance": ("Names in print", ("form", "person")),
}
"""The kinds of fact with their heading, and what is told of one, in the order of the page."""

_EVERYBODY = ONTOLOGY + "participant"  # the role of all who are not said to have another
_CALLED = ("Meeting", "Instrument", "Person")
_GRAPH = "SELECT ?graph WHERE {{ GRAPH ?graph {{ <{iri}> a readout:Article }} }} ORDER BY ?graph"


@dataclass(frozen=True, slots=True)
class Place:
    """Words that a fact rests on, shortened, their place on this page, and on the live one."""

    quote: str
    anchor: str
    live: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in words; `name` is its place on the page, `rule` the rule that found it."""

    name: str
    parts: tuple[tuple[str, Link], ...]
    places: tuple[Place, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one kind."""

    title: str
    slug: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its page shows it."""

    iri: str
    path: str
    title: str
    source: Source
    language: str
    marked: Marked
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many facts there are."""
        return sum(len(group.facts) for group in self.groups)


class _Found(NamedTuple):
    """A fact with the rank of its kind and its passages: what facts are sorted by."""

    rank: int
    spans: tuple[Span, ...]
    node: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the graph of an article says, by subject, and the article itself."""

    said: Mapping[str, Pairs]
    known: Article
    source: Source


def article(store: GraphStore, key: str) -> Page:
    """Return the page of the article with this key. Raises UsageError where there is none."""
    iri = f"{namespaces.BASE}article/{key}"
    said = _read(store, iri)
    own = said.get(iri, ())
    reading = _Reading(said, _article(key, own), citing.source(1, key, own))
    facts = {f"f{number}": found for number, found in enumerate(_found(said), start=1)}
    marked = marks.mark(reading.known, _resting(facts))
    return Page(
        iri=iri,
        path=reading.source.path,
        title=reading.known.title or marked.heading or key,
        source=reading.source,
        language=reading.known.language,
        marked=marked,
        groups=tuple(_groups(reading, facts)),
    )


def _resting(facts: Mapping[str, _Found]) -> dict[Span, tuple[str, ...]]:
    """Return the facts that rest on each passage."""
    resting: dict[Span, tuple[str, ...]] = {}
    for name, found in facts.items():
        for span in found.spans:
            resting[span] = (*resting.get(span, ()), name)
    return resting


def _groups(reading: _Reading, facts: Mapping[str, _Found]) -> Iterator[Group]:
    for kind, (title, _) in _KINDS.items():
        mine = tuple(_fact(reading, n, found) for n, found in facts.items() if found.kind == kind)
        if mine:
            yield Group(title, namespaces.fold(title), mine)


def _read(store: GraphStore, iri: str) -> dict[str, Pairs]:
    """Return what the named graph of an article says, by subject."""
    found = surroundings.rows(store, _GRAPH.format(iri=iri))
    if not found or not found[0][0]:
        raise UsageError(f"no article {iri.rpartition('/')[2]!r} in the store")
    said: dict[str, list[tuple[str, Node]]] = {}
    for quad in store.quads(found[0][0].value):
        node, value = quad.subject, quad.object
        if isinstance(node, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            said.setdefault(node.value, []).append((quad.predicate.value, value))
    return {node: tuple(sorted(pairs, key=surroundings.order)) for node, pairs in said.items()}


def _article(key: str, said: Pairs) -> Article:
    from kg.model import Article  # not before a page of an article is asked for

    def first(verb: str) -> str | None:
        return next(iter(values(said, verb)), None)

    dcterms = namespaces.VOCABULARIES["dcterms"]
    return Article(
        id=key,
        text=first(ONTOLOGY + "text") or "",
        url=first(dcterms + "source"),
        title=first(dcterms + "title"),
        publisher=first(dcterms + "publisher"),
        published=first(dcterms + "issued"),
        language=first(dcterms + "language") or "en",
    )


def _found(said: Mapping[str, Pairs]) -> list[_Found]:
    """Return the facts, a kind after the other, in the order of the text."""
    found = []
    for node, pairs in said.items():
        kind = surroundings.kind(node, pairs)
        spans = sorted(filter(None, (_span(said, p) for p in values(pairs, _EVIDENCE))))
        if kind in _KINDS and spans:
            found.append(_Found(list(_KINDS).index(kind), tuple(spans), node, kind))
    return sorted(found)


def _span(said: Mapping[str, Pairs], passage: str) -> Span | None:
    pairs = said.get(passage, ())
    ends = [values(pairs, ONTOLOGY + name) for name in ("start", "end")]
    return (int(ends[0][0]), int(ends[1][0])) if all(ends) else None


def _fact(reading: _Reading, name: str, found: _Found) -> Fact:
    places = (_place(span, reading.known.text, reading.source) for span in found.spans)
    rules = values(reading.said[found.node], ONTOLOGY + "rule")
    return Fact(name, tuple(_parts(found, reading.said)), tuple(places), ", ".join(rules))


def _parts(found: _Found, said: Mapping[str, Pairs]) -> Iterator[tuple[str, Link]]:
    own = said[found.node]
    if found.kind in _CALLED:
        yield "", links.link(surroundings.called(found.node, own).name, found.node)
    for also in values(own, surroundings.ALSO):
        yield "also", Link(also)
    for told in _KINDS[found.kind][1]:
        for verb, value in own:
            if verb == ONTOLOGY + told and value.value != _EVERYBODY:
                yield words(verb), _value(value, said)


def _value(value: Node, said: Mapping[str, Pairs]) -> Link:
    if isinstance(value, ox.Literal):
        return Link(value.value)
    return links.link(surroundings.called(value.value, said.get(value.value, ())).text, value.value)


def _place(span: Span, text: str, source: Source) -> Place:
    quote = " ".join(text[span[0] : span[1]].split())
    return Place(quote, f"char={span[0]},{span[1]}", links.live(source.href, quote))
