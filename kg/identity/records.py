"""What each article says of its things, as compact records for comparing.

One record a thing and article. What the articles say is kept packed; records
are made of it when they are asked for, so that of a store of ten thousand
articles those of one kind are in memory at a time, and equal sets once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kg.identity import outlines
from kg.identity.outlines import Outline, Row

if TYPE_CHECKING:
    from kg.store.protocol import LocalStore

H = TypeVar("H", bound=Hashable)

NOBODY: frozenset[str] = frozenset()


class Sets:
    """Sets of which equal ones are the same object: a country stands in thousands of records."""

    def __init__(self) -> None:
        self._known: dict[frozenset[Hashable], frozenset[Hashable]] = {}

    def __call__(self, values: Iterable[H]) -> frozenset[H]:
        """Return the set of some values."""
        made = frozenset(values)
        return self._known.setdefault(made, made)  # type: ignore[return-value]  # it is equal


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


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of one article; `meetings` are those of its acts."""

    node: str
    article: str
    name: str
    kind: str | None
    first: str | None
    last: str | None
    meetings: frozenset[str]
    scene: frozenset[str]
    issued: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """An office, organisation or place with its names, and what it belongs to."""

    node: str
    names: tuple[str, ...]
    owner: str | None


@dataclass(slots=True)
class Records:
    """What the articles of a store say of their things, packed."""

    packed: list[bytes] = field(default_factory=list)

    def __iter__(self) -> Iterator[Outline]:
        """Yield what each article says."""
        return map(outlines.unpack, self.packed)

    def persons(self) -> Iterator[Person]:
        """Yield the persons of each article."""
        sets = Sets()
        for told in self:
            yield from _persons(told, sets)

    def meetings(self) -> Iterator[Meeting]:
        """Yield the meetings of each article."""
        sets = Sets()
        for told in self:
            for node, *facts, parties, persons in told.meetings():
                ties = sets(parties), sets(persons)
                row: Row = [node, told.article, *facts, *ties, told.issued]
                yield Meeting(*row)

    def instruments(self) -> Iterator[Instrument]:
        """Yield the instruments of each article."""
        sets = Sets()
        for told in self:
            scene = sets((*told.countries, *told.organisations))
            for node, *facts, meetings in told.instruments():
                row: Row = [node, told.article, *facts, sets(meetings), scene, told.issued]
                yield Instrument(*row)

    def named(self) -> dict[str, Named]:
        """Return the offices, organisations and places of all articles, sorted."""
        found: dict[str, Named] = {}
        for told in self:
            for node, names, owner in told.named():
                _name(found, node, names, owner)
        return dict(sorted(found.items()))


def collect(store: LocalStore) -> Records:
    """Return the records of all articles of a store, whatever the order in which they came.

    A graph is read only where no outline is kept of it, or one of another format.
    """
    kept = {graph: outlines.packed(text) for graph, text in store.outlines()}
    graphs = (graph for graph in store.graphs() if "/graph/" in graph)
    told = (kept.pop(graph, None) or _read(store, graph) for graph in graphs)
    return Records([each for each in told if each is not None])


def _read(store: LocalStore, graph: str) -> bytes | None:
    return outlines.packed(outlines.of_quads(store.quads(graph)))


def _persons(told: Outline, sets: Sets) -> Iterator[Person]:
    rows = told.persons()
    people = sets(node for node, *_ in rows)
    scene = _keys(told.countries, "/country/", sets)
    issued = told.issued or ""
    for node, forms, parties, offices, meetings in rows:
        yield Person(
            node=node,
            article=told.article,
            forms=tuple(forms),
            countries=_keys(parties, "/country/", sets),
            organisations=_keys(parties, "/organisation/", sets),
            offices=sets(offices),
            meetings=sets(meetings),
            around=people,
            scene=scene,
            year=int(issued[:4]) if issued[:4].isdigit() else None,
        )


def _keys(iris: Iterable[str], within: str, sets: Sets) -> frozenset[str]:
    return sets(iri.partition(within)[2] for iri in iris if within in iri)


def _name(named: dict[str, Named], node: str, names: Iterable[str], owner: str | None) -> None:
    known = named.get(node)
    every = {*names, *known.names} if known else set(names)
    owners = [each for each in (owner, known.owner if known else None) if each]
    named[node] = Named(node, tuple(sorted(every)), min(owners, default=None))
