"""Which nodes of several articles are one thing, and why.

A store's article graphs stay as they are. `identify` reads them and returns
what is one, with the decisions behind it; `kg.identity.graph` writes the graph
that says so, which can be dropped and made again. The result depends on what is stored and
on the decisions of persons, never on the order or the batches in which
articles came.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kg.identity import instruments, meetings, persons, titles
from kg.identity.clusters import Decision, Refusal, cluster, weigh
from kg.identity.records import Instrument, Meeting, Person, Records, Sets, collect
from kg.namespaces import digest, fold, iri, join

if TYPE_CHECKING:
    from kg.store.protocol import LocalStore

Record = Meeting | Instrument


@dataclass(frozen=True, slots=True)
class Identity:
    """Which nodes are one, and the decisions behind it; IRIs throughout.

    `canonical` gives the node that stands for another. `parts` gives, where
    several persons share a node, who is meant by each appearance of a name.
    `refused` are positive decisions that would have put together what is
    apart, with the reason. `labels` and `quotes` are for rows that people read.
    """

    canonical: dict[str, str]
    parts: dict[str, str]
    decisions: tuple[Decision, ...]
    refused: tuple[Refusal, ...]
    labels: dict[str, str]
    quotes: dict[str, str]


def identify(store: LocalStore, manual: Iterable[Decision] = (), *, told: bool = True) -> Identity:
    """Return which things of the articles in a store are one; `manual` are persons' decisions.

    Unless `told` the result is for the graph alone, and pairs are not looked at that
    cannot be one: decisions of the machine, labels and quotes are left out.
    """
    with _paused():
        run = _Run(collect(store), tuple(manual), told)
        run.resolve()
        return run.result()


@contextmanager
def _paused() -> Iterator[None]:
    """Let no garbage be looked for meanwhile: records have no circles.

    The search for some goes through all that is kept again and again, which is
    a seventh of the time of ten thousand articles.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@dataclass(slots=True)
class _Run:
    """Kind after kind is judged, each by what is known of those before; then it is let go."""

    records: Records
    made: tuple[Decision, ...]
    told: bool
    canonical: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    first: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def resolve(self) -> None:
        """Judge what is one: named things, persons, meetings, instruments."""
        self._named()
        self._persons()
        self._things(meetings, self.records.meetings())
        self._things(instruments, self.records.instruments())

    def result(self) -> Identity:
        return Identity(
            canonical=dict(sorted(self.canonical.items())),
            parts=dict(sorted(self.parts.items())),
            decisions=tuple(self.decisions),
            refused=tuple(self.refused),
            labels=self.labels,
            quotes=self._quotes(),
        )

    def _named(self) -> None:
        named = self.records.named()
        self.canonical |= _heads(self._judge(titles, named, self.made))
        if self.told:
            self.labels.update((n, t.names[0]) for n, t in named.items() if t.names)

    def _persons(self) -> None:
        apart = {name for each in self.made for name in (each.one, each.other) if "@" in name}
        records = (_renamed(record, self.canonical) for record in self.records.persons())
        people = persons.units(records, apart)
        profiles = {unit: row.profile for unit, row in people.items()}
        clusters = self._judge(persons, profiles, _spread(self.made, people))
        whole, shared = _shared(clusters, people)
        self.canonical |= whole
        self.parts = self._appearances(shared, people)
        for unit, row in people.items():
            self._tell(unit, row.node, row.label, row.articles[0])

    def _things(self, grounds: ModuleType, records: Iterable[Record]) -> None:
        rows = _by_node(records)
        sets = Sets()
        profiles: dict[str, Any] = {}
        for node in sorted(rows):
            mine = sorted(rows.pop(node), key=lambda record: record.article)
            profiles[node] = grounds.profile(mine, self.canonical, sets)
            self._tell(node, node, mine[0].name, mine[0].article)
        self.canonical |= _heads(self._judge(grounds, profiles, self.made))

    def _tell(self, unit: str, node: str, label: str, article: str) -> None:
        """Keep how a unit is called, and where its first quote is."""
        if self.told:
            self.labels[unit] = label
            self.first[article].append((unit, node))

    def _quotes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for told in self.records if self.told else ():
            quotes = told.quotes()
            for unit, node in self.first.get(told.article, ()):
                if node in quotes:  # not where the articles of two bases have one name
                    found.setdefault(unit, quotes[node])
        return found

    def _judge(
        self, grounds: ModuleType, profiles: dict[str, Any], made: Iterable[Decision]
    ) -> tuple[tuple[str, ...], ...]:
        """Return the clusters of one kind of thing; `grounds` is the module that judges it."""
        mine = tuple(d for d in made if d.one in profiles and d.other in profiles)
        settled = {(d.one, d.other) for d in mine}
        likely = grounds.pairs if self.told else getattr(grounds, "likely", grounds.pairs)
        judged = (
            grounds.decide(pair, profiles[pair[0]], profiles[pair[1]])
            for pair in likely(profiles)
            if pair not in settled
        )
        machine = weigh(
            tuple(d for d in judged if d and (self.told or d.judgement == "positive")),
            lambda one, other: bool(grounds.conflict(profiles[one], profiles[other])),
        )
        self.decisions += (*machine, *mine) if self.told else mine
        found = cluster(profiles, (*machine, *mine), grounds.conflict, grounds.blend)
        self.refused += found.refused
        return found.clusters

    def _appearances(
        self, shared: dict[str, str], people: dict[str, persons.Unit]
    ) -> dict[str, str]:
        """Return whom each appearance of the units of shared nodes means."""
        meant = {
            (article, people[unit].node): head
            for unit, head in shared.items()
            for article in people[unit].articles
        }
        articles = {article for article, _ in meant}
        return {
            appearance: meant[told.article, node]
            for told in self.records
            if told.article in articles
            for node, seen in told.appearances().items()
            if (told.article, node) in meant
            for appearance in seen
        }


def _by_node(records: Iterable[Record]) -> dict[str, list[Record]]:
    rows: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        rows[record.node].append(record)
    return rows


def _renamed(record: Person, canonical: dict[str, str]) -> Person:
    offices = frozenset(canonical.get(node, node) for node in record.offices)
    return record if offices == record.offices else replace(record, offices=offices)


def _spread(made: Iterable[Decision], people: dict[str, persons.Unit]) -> Iterator[Decision]:
    """Yield persons' decisions on nodes and records as decisions on the units that hold them."""
    holders: dict[str, set[str]] = defaultdict(set)
    for unit, row in people.items():
        holders[row.node].add(unit)
        for article in row.articles:
            holders[f"{row.node}@{article}"].add(unit)
    for decision in made:
        for one in sorted(holders.get(decision.one, ())):
            for other in sorted(holders.get(decision.other, ())):
                if one != other:
                    yield replace(decision, one=min(one, other), other=max(one, other))


def _heads(clusters: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Return the canonical node of each node that is not its own."""
    heads: dict[str, str] = {}
    for nodes in clusters:
        if len(nodes) > 1:
            head = min(nodes, key=_rank)
            heads.update((node, head) for node in nodes if node != head)
    return heads


def _rank(node: str) -> tuple[int, int, str]:
    """Return what of several nodes of one thing comes first: a short path, then a telling key."""
    return node.count("--"), -len(node), node


def _shared(
    clusters: Iterable[tuple[str, ...]], people: dict[str, persons.Unit]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the canonical node of whole nodes, and of the units of shared ones."""
    total = Counter(row.node for row in people.values())
    canonical: dict[str, str] = {}
    parts: dict[str, str] = {}
    for units in clusters:
        here = Counter(people[unit].node for unit in units)
        whole = [node for node in here if here[node] == total[node]]
        head = min(whole, key=_rank) if whole else _coin([people[unit] for unit in units])
        canonical.update((node, head) for node in whole if node != head)
        parts.update((unit, head) for unit in units if people[unit].node not in whole)
    return canonical, parts


def _coin(units: list[persons.Unit]) -> str:
    """Return a node for a person who shares all nodes with others: by name, and a digest."""
    first = units[0]
    names = sorted(name.printed for unit in units for name in unit.profile.names)
    name = max(names, key=len)
    base, _, key = first.node.rpartition("/person/")
    told = digest(" ".join(sorted(f"{u.node}@{u.articles[0]}" for u in units)))
    return iri("person", join(key, fold(name), told), f"{base}/")
