"""Links that an endpoint of Wikidata's data decides: type, score, margin, and no contradiction.

What the word lists and persons leave open is asked for, a kind at a time, so
that what is linked speaks for what hangs on it: a country for its persons,
persons and towns for a meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.identity.graph import expand, shorten
from kg.link import features, forms, offline, persons, scores
from kg.link.candidates import Candidate, describe
from kg.link.client import Client
from kg.link.questions import by_name, by_office
from kg.link.things import Thing
from kg.mappings import NONE
from kg.mappings import Mapping as Row

KINDS = ("organisation", "place", "office", "person", "meeting", "instrument")
"""The kinds that are asked for, in their order; countries are known by their codes."""

_ASKED = {"person": ("offices",), "organisation": ("classes", "members")}


def link(
    things: Iterable[Thing],
    rows: Iterable[Row],
    client: Client,
    named: Mapping[str, str],
) -> tuple[Row, ...]:
    """Return the rows of links with those that nobody has decided asked for at the endpoint.

    `things` are those of the rows, by the same names; `named` are the ids of the
    properties that are known by name. Raises StoreError where the endpoint fails.
    """
    every, given = tuple(things), tuple(rows)
    judged = {row.subject: row for row in given if row.judgement != "negative"}
    for kind in KINDS:
        wanted = [t for t in every if t.kind == kind and _open(judged, t)]
        judged |= _kind(kind, wanted, judged, every, client, named) if wanted else {}
    negative = tuple(row for row in given if row.judgement == "negative")
    return tuple(sorted((*judged.values(), *negative), key=lambda row: row.key))


def _open(judged: Mapping[str, Row], thing: Thing) -> bool:
    row = judged.get(shorten(thing.node))
    return row is not None and row.by is None and row.judgement in ("none", "unsure")


def _kind(
    kind: str,
    wanted: Sequence[Thing],
    judged: Mapping[str, Row],
    every: Sequence[Thing],
    client: Client,
    named: Mapping[str, str],
) -> dict[str, Row]:
    """Return the rows of things of one kind, by their subjects."""
    items = accepted(judged.values())
    labels = {thing.node: thing.names for thing in every}
    names = {
        t.node: persons.full(t) if kind == "person" else forms.forms(t, labels) for t in wanted
    }
    found = _candidates(wanted, names, items, client)
    asked = _ASKED.get(kind, ("classes",))
    described = describe(client, {qid for qids in found.values() for qid in qids}, named, asked)

    def decide(thing: Thing, items: Mapping[str, str]) -> Row:
        own = [described[q] for q in sorted(found[thing.node]) if q in described]
        scored = (_score(thing, item, items, names[thing.node]) for item in own)
        row = scores.decide(judged[shorten(thing.node)], scored)
        return replace(row, source=client.endpoint if row.object != NONE else None)

    decided = {shorten(thing.node): decide(thing, items) for thing in wanted}
    # What is linked now may speak for what is left of the same kind: a body's organisation.
    more = items | accepted(decided.values())
    again = {shorten(t.node): decide(t, more) for t in wanted if _open(decided, t)}
    return decided | again


def _score(
    thing: Thing, item: Candidate, items: Mapping[str, str], names: Sequence[str]
) -> scores.Scored:
    if thing.kind == "person":
        return persons.score(thing, item)
    return features.score(thing, item, items, names)


def accepted(rows: Iterable[Row]) -> dict[str, str]:
    """Return the items of the nodes that are linked."""
    return {
        expand(row.subject): row.object.removeprefix("wd:")
        for row in rows
        if row.judgement == "positive"
    }


def _candidates(
    things: Sequence[Thing],
    names: Mapping[str, Sequence[str]],
    items: Mapping[str, str],
    client: Client,
) -> dict[str, set[str]]:
    """Return the items that may be each thing: by its names, and by the offices that are linked."""
    exact = by_name(client, (name for thing in things for name in names[thing.node]))
    posts = {thing.node: offline.posts(thing) for thing in things}
    holders = by_office(client, {qid for qids in posts.values() for qid in qids})
    found: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for name in names[thing.node]:
            found[thing.node].update(exact.get(name, ()))
        for qid in posts[thing.node]:
            found[thing.node].update(holders.get(qid, ()))
        if not found[thing.node]:
            found[thing.node].update(_searched(client, names[thing.node]))
    return found


def _searched(client: Client, names: Sequence[str]) -> set[str]:
    """Return what the action API has for the first name, where there is one to search in."""
    return {row["id"] for name in names[:1] for row in client.search(name, "en")}
