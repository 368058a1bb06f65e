"""What each article's graph says of its things, as compact records for comparing.

One record a thing and article. Graphs are read one after the other, so that a
store of ten thousand articles needs no more memory than its records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import ONTOLOGY, VOCABULARIES

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

_LABEL = VOCABULARIES["rdfs"] + "label"
_ALSO = VOCABULARIES["skos"] + "altLabel"
_TYPE = VOCABULARIES["rdf"] + "type"
_ISSUED = VOCABULARIES["dcterms"] + "issued"
_UNREAD = frozenset(ONTOLOGY + name for name in ("text", "sha256", "rule", "start", "end"))

Description = dict[str, list[str]]
"""The values of one subject by the local name of the property."""

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one article: forms of the name, and what is said of whom."""

    node: str
    article: str
    forms: tuple[str, ...]
    countries: frozenset[str] = NOBODY
    organisations: frozenset[str] = NOBODY
    offices: frozenset[str] = NOBODY
    meetings: frozenset[str] = NOBODY
    around: frozenset[str] = NOBODY  # all persons of the article
    scene: frozenset[str] = NOBODY  # all countries of the article
    year: int | None = None
    quote: str = ""
    appearances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of one article; dates are ISO, whole or partial."""

    node: str
    article: str
    name: str
    ordinal: str | None
    organisation: str | None
    body: str | None
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    parties: frozenset[str]
    persons: frozenset[str]
    issued: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of one article; `acts` are action and meeting."""

    node: str
    article: str
    name: str
    kind: str | None
    first: str | None
    last: str | None
    acts: frozenset[tuple[str, str]]
    scene: frozenset[str]
    issued: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Named:
    """An office, organisation or place with its names, and what it belongs to."""

    node: str
    names: tuple[str, ...]
    owner: str | None


@dataclass(slots=True)
class Records:
    """All records of a store, sorted by node and article."""

    persons: list[Person] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    named: dict[str, Named] = field(default_factory=dict)


def collect(store: GraphStore) -> Records:
    """Return the records of all articles of a store, whatever the order in which they came."""
    found = Records()
    for graph in store.graphs():
        if "/graph/" in graph:
            _add(found, _descriptions(store, graph))
    found.named = dict(sorted(found.named.items()))
    return found


def _descriptions(store: GraphStore, graph: str) -> dict[str, Description]:
    things: dict[str, Description] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads(graph):
        name = quad.predicate.value
        if name not in _UNREAD:
            short = intern(name.removeprefix(ONTOLOGY))
            things[_text(quad.subject)][short].append(intern(_text(quad.object)))
    for thing in things.values():
        for values in thing.values():
            values.sort()
    return things


def _text(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value


def _add(found: Records, things: dict[str, Description]) -> None:
    article = next((s for s, t in things.items() if _is(t, "Article")), None)
    if article is None:
        return
    view = _View(article, things)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for subject in sorted(things):
        for kind in things[subject].get(_TYPE, ()):
            by_kind[kind.removeprefix(ONTOLOGY)].append(subject)
    view.kinds = by_kind
    found.persons.extend(view.persons())
    found.meetings.extend(view.meetings())
    found.instruments.extend(view.instruments())
    for kind in ("Office", "Organisation", "Place"):
        for node in by_kind[kind]:
            _name(found.named, node, things[node])


def _name(named: dict[str, Named], node: str, thing: Description) -> None:
    names = {*thing.get(_LABEL, ()), *thing.get("title", ())}
    owners = (*thing.get("of", ()), *thing.get("partOf", ()), *thing.get("country", ()))
    known = named.get(node)
    if known:
        names.update(known.names)
        owners += (known.owner,) if known.owner else ()
    named[node] = Named(node, tuple(sorted(names)), min(owners, default=None))


def _is(thing: Description, kind: str) -> bool:
    return ONTOLOGY + kind in thing.get(_TYPE, ())


class _View:
    """The statements of one article's graph, by subject."""

    def __init__(self, article: str, things: dict[str, Description]) -> None:
        self.things = things
        self.kinds: dict[str, list[str]] = {}
        self.article = article.rpartition("/")[2]
        self.issued = next(iter(things[article].get(_ISSUED, ())), None)

    def one(self, subject: str, name: str) -> str | None:
        return next(iter(self.things.get(subject, {}).get(name, ())), None)

    def all(self, subject: str, name: str) -> list[str]:
        return self.things.get(subject, {}).get(name, [])

    def quote(self, subject: str) -> str:
        quotes = (self.one(passage, "quote") for passage in self.all(subject, "evidence"))
        return min((q for q in quotes if q), key=lambda q: (-len(q), q), default="")

    def persons(self) -> Iterator[Person]:
        parties: dict[str, set[str]] = defaultdict(set)
        offices: dict[str, set[str]] = defaultdict(set)
        meetings: dict[str, set[str]] = defaultdict(set)
        for node in self.kinds["Participation"]:
            for person in self.all(node, "person"):
                parties[person].update(self.all(node, "party"))
                meetings[person].update(self.all(node, "meeting"))
        for node in self.kinds["Tenure"]:
            for person in self.all(node, "person"):
                offices[person].update(self.all(node, "office"))
        for person, posts in offices.items():
            parties[person].update(of for post in posts for of in self.all(post, "of"))
        seen: dict[str, list[str]] = defaultdict(list)
        for node in self.kinds["Appearance"]:
            for person in self.all(node, "person"):
                seen[person].append(node)
        people = frozenset(self.kinds["Person"])
        for node in self.kinds["Person"]:
            yield Person(
                node=node,
                article=self.article,
                forms=(*self.all(node, _LABEL), *self.all(node, _ALSO)),
                countries=_keys(parties[node], "/country/"),
                organisations=_keys(parties[node], "/organisation/"),
                offices=frozenset(offices[node]),
                meetings=frozenset(meetings[node]),
                around=people,
                scene=_keys(self.kinds["Country"], "/country/"),
                year=int(self.issued[:4]) if self.issued and self.issued[:4].isdigit() else None,
                quote=self.quote(node),
                appearances=tuple(seen[node]),
            )

    def meetings(self) -> Iterator[Meeting]:
        parties: dict[str, set[str]] = defaultdict(set)
        persons: dict[str, set[str]] = defaultdict(set)
        for node in self.kinds["Participation"]:
            for meeting in self.all(node, "meeting"):
                parties[meeting].update(self.all(node, "party"))
                persons[meeting].update(self.all(node, "person"))
        for node in self.kinds["Meeting"]:
            place, body = self.one(node, "place"), self.one(node, "convenes")
            yield Meeting(
                node=node,
                article=self.article,
                name=self.one(node, _LABEL) or "",
                ordinal=self.one(node, "ordinal"),
                organisation=self.one(node, "under"),
                body=self.one(body, _LABEL) if body else None,
                start=self.one(node, "startDate"),
                end=self.one(node, "endDate"),
                place=self.one(place, _LABEL) if place else None,
                country=self.one(node, "country"),
                parties=frozenset(parties[node]),
                persons=frozenset(persons[node]),
                issued=self.issued,
                quote=self.quote(node),
            )

    def instruments(self) -> Iterator[Instrument]:
        acts: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for node in self.kinds["Act"]:
            done, meeting = self.one(node, "action"), self.one(node, "meeting")
            for instrument in self.all(node, "instrument"):
                acts[instrument].add((done or "", meeting or ""))
        scene = frozenset((*self.kinds["Country"], *self.kinds["Organisation"]))
        for node in self.kinds["Instrument"]:
            yield Instrument(
                node=node,
                article=self.article,
                name=self.one(node, _LABEL) or "",
                kind=self.one(node, "kind"),
                first=self.one(node, "validFrom"),
                last=self.one(node, "validUntil"),
                acts=frozenset(acts[node]),
                scene=scene,
                issued=self.issued,
                quote=self.quote(node),
            )


def _keys(iris: Iterable[str], within: str) -> frozenset[str]:
    return frozenset(iri.partition(within)[2] for iri in iris if within in iri)
