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
from dataclasses import dataclass, replace
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from kg.identity import instruments, meetings, persons, titles
from kg.identity.clusters import Clustering, Decision, Refusal, cluster, weigh
from kg.identity.records import Instrument, Meeting, Person, collect
from kg.namespaces import digest, fold, iri, join

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

R = TypeVar("R", Meeting, Instrument)


@dataclass(frozen=True, slots=True)
class Identity:
    """Which nodes are one, and the decisions behind it; IRIs throughout.

    `canonical` gives the node that stands for another. `parts` gives, where
    several persons share a node, who is meant by each appearance of a name.
    `refused` are positive decisions that would have put together what is
    apart, with the reason.
    """

    canonical: dict[str, str]
    parts: dict[str, str]
    decisions: tuple[Decision, ...]
    refused: tuple[Refusal, ...]
    labels: dict[str, str]
    quotes: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Found:
    clustering: Clustering
    decisions: tuple[Decision, ...]


def identify(store: GraphStore, manual: Iterable[Decision] = ()) -> Identity:
    """Return which things of the articles in a store are one; `manual` are persons' decisions."""
    with _paused():
        return _identify(store, tuple(manual))


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


def _identify(store: GraphStore, made: tuple[Decision, ...]) -> Identity:
    records = collect(store)
    named = _resolve(titles, records.named, made)
    canonical = _heads(named)
    people = persons.units(
        (_renamed(record, canonical) for record in records.persons),
        {name for decision in made for name in (decision.one, decision.other) if "@" in name},
    )
    profiles = {unit: row.profile for unit, row in people.items()}
    known = _resolve(persons, profiles, _spread(made, people))
    whole, parts = _shared(known, people)
    canonical |= whole
    gatherings = _by_node(records.meetings)
    held = _resolve(meetings, _profiles(meetings, gatherings, canonical), made)
    canonical |= _heads(held)
    documents = _by_node(records.instruments)
    done = _resolve(instruments, _profiles(instruments, documents, canonical), made)
    canonical |= _heads(done)
    firsts = {unit: row.records[0] for unit, row in people.items()}
    things: dict[str, Meeting | Instrument] = {n: rows[0] for n, rows in gatherings.items()}
    things.update((n, rows[0]) for n, rows in documents.items())
    found = (named, known, held, done)
    return Identity(
        canonical=dict(sorted(canonical.items())),
        parts=dict(sorted(parts.items())),
        decisions=tuple(decision for each in found for decision in each.decisions),
        refused=tuple(refusal for each in found for refusal in each.clustering.refused),
        labels={n: t.names[0] for n, t in records.named.items() if t.names}
        | {unit: persons.best(record).printed for unit, record in firsts.items()}
        | {node: record.name for node, record in things.items()},
        quotes={unit: record.quote for unit, record in firsts.items()}
        | {node: record.quote for node, record in things.items()},
    )


def _resolve(grounds: ModuleType, profiles: dict[str, Any], made: Iterable[Decision]) -> _Found:
    """Return the clusters of one kind of thing; `grounds` is the module that judges it."""
    judged = (
        grounds.decide((one, other), profiles[one], profiles[other])
        for one, other in grounds.pairs(profiles)
    )
    mine = tuple(d for d in made if d.one in profiles and d.other in profiles)
    settled = {(d.one, d.other) for d in mine}
    machine = weigh(
        tuple(d for d in judged if d and (d.one, d.other) not in settled),
        lambda one, other: bool(grounds.conflict(profiles[one], profiles[other])),
    )
    decisions = (*machine, *mine)
    return _Found(cluster(profiles, decisions, grounds.conflict, grounds.blend), decisions)


def _profiles(
    grounds: ModuleType, rows: dict[str, list[R]], canonical: dict[str, str]
) -> dict[str, Any]:
    return {node: grounds.profile(records, canonical) for node, records in rows.items()}


def _by_node(records: Iterable[R]) -> dict[str, list[R]]:
    rows: dict[str, list[R]] = defaultdict(list)
    for record in records:
        rows[record.node].append(record)
    return {node: sorted(rows[node], key=lambda record: record.article) for node in sorted(rows)}


def _renamed(record: Person, canonical: dict[str, str]) -> Person:
    offices = frozenset(canonical.get(node, node) for node in record.offices)
    return record if offices == record.offices else replace(record, offices=offices)


def _spread(made: Iterable[Decision], people: dict[str, persons.Unit]) -> Iterator[Decision]:
    """Yield persons' decisions on nodes and records as decisions on the units that hold them."""
    holders: dict[str, set[str]] = defaultdict(set)
    for unit, row in people.items():
        holders[row.node].add(unit)
        for record in row.records:
            holders[f"{row.node}@{record.article}"].add(unit)
    for decision in made:
        for one in sorted(holders.get(decision.one, ())):
            for other in sorted(holders.get(decision.other, ())):
                if one != other:
                    yield replace(decision, one=min(one, other), other=max(one, other))


def _heads(found: _Found) -> dict[str, str]:
    """Return the canonical node of each node that is not its own."""
    heads: dict[str, str] = {}
    for nodes in found.clustering.clusters:
        head = min(nodes, key=_rank)
        heads.update((node, head) for node in nodes if node != head)
    return heads


def _rank(node: str) -> tuple[int, int, str]:
    """Return what of several nodes of one thing comes first: a short path, then a telling key."""
    return node.count("--"), -len(node), node


def _shared(
    found: _Found, people: dict[str, persons.Unit]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the canonical node of whole nodes, and whom appearances under shared nodes mean."""
    total = Counter(row.node for row in people.values())
    canonical: dict[str, str] = {}
    parts: dict[str, str] = {}
    for units in found.clustering.clusters:
        here = Counter(people[unit].node for unit in units)
        whole = [node for node in here if here[node] == total[node]]
        head = min(whole, key=_rank) if whole else _coin([people[unit] for unit in units])
        canonical.update((node, head) for node in whole if node != head)
        for unit in units:
            if people[unit].node not in whole:
                parts.update((a, head) for r in people[unit].records for a in r.appearances)
    return canonical, parts


def _coin(units: list[persons.Unit]) -> str:
    """Return a node for a person who shares all nodes with others: by name, and a digest."""
    first = units[0]
    names = sorted(name.printed for unit in units for name in unit.profile.names)
    name = max(names, key=len)
    base, _, key = first.node.rpartition("/person/")
    told = digest(" ".join(sorted(f"{u.node}@{r.article}" for u in units for r in u.records[:1])))
    return iri("person", join(key, fold(name), told), f"{base}/")
