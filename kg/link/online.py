"""Links that an endpoint of Wikidata's data decides: type, score, margin, and no contradiction.

A person is linked where the item is a human being, something that is not the
name agrees (country, office on the date), nothing contradicts, and no second
item is about as likely. All else stays a candidate with its features.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.identity import names
from kg.identity.graph import shorten
from kg.identity.titles import bag
from kg.link import offline
from kg.link.candidates import Candidate, by_name, by_office, describe
from kg.link.client import Client
from kg.link.things import Thing
from kg.mappings import NONE, Mapping

ACCEPTED = 0.7
MARGIN = 0.1
HUMAN = "Q5"
YOUNGEST = 18
"""Years after which a person appears in reports of meetings."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what agrees and what contradicts, in words."""

    candidate: Candidate
    score: float
    agrees: tuple[str, ...]
    against: tuple[str, ...]


def link(things: Iterable[Thing], rows: Iterable[Mapping], client: Client) -> tuple[Mapping, ...]:
    """Return the rows of the offline links, with those of persons that they leave open decided.

    `things` are those of the rows, by the same names. Raises StoreError where
    the endpoint fails.
    """
    known = {thing.node: thing for thing in things if thing.kind == "person"}
    judged = tuple(rows)
    open_ = {row.subject: row for row in judged if row.judgement in ("none", "unsure")}
    asked = {node: known[node] for node in sorted(known) if shorten(node) in open_}
    found = _candidates(asked.values(), client)
    features = describe(client, {qid for qids in found.values() for qid in qids})
    countries = offline.countries()
    decided = {}
    for node, thing in asked.items():
        scored = [
            _score(thing, features[q], countries) for q in sorted(found[node]) if q in features
        ]
        row = open_[shorten(node)]
        decided[row.subject] = _decide(row, _distinct(scored))
    return tuple(decided.get(row.subject, row) for row in judged)


def _candidates(things: Iterable[Thing], client: Client) -> dict[str, set[str]]:
    """Return the items that may be each thing: by its names, and by the offices that are linked."""
    rows = tuple(things)
    named = by_name(client, (name for thing in rows for name in _full(thing)))
    posts = {thing.node: offline.posts(thing) for thing in rows}
    holders = by_office(client, {qid for qids in posts.values() for qid in qids})
    found: dict[str, set[str]] = defaultdict(set)
    for thing in rows:
        for name in _full(thing):
            found[thing.node].update(named.get(name, ()))
        for qid in posts[thing.node]:
            found[thing.node].update(holders.get(qid, ()))
    return found


def _full(thing: Thing) -> tuple[str, ...]:
    return tuple(name for name in thing.names if names.parse(name).full)


def _score(thing: Thing, candidate: Candidate, countries: dict[str, str]) -> Scored:
    """Return how likely an item is a person, from name, country, office and dates of life."""
    [country] = thing.countries if len(thing.countries) == 1 else [None]
    forms = [names.parse(name, country) for name in thing.names]
    theirs = [names.parse(name, country) for name in candidate.names]
    level = max((names.compare(a, b) for a in forms for b in theirs), default=0.0)
    agrees, weight = _agreement(thing, candidate, countries)
    against = _contradictions(thing, candidate, countries)
    if not level:
        against = (*against, "no name of the item agrees")
    score = round(min(0.5 * level + weight, 1.0), 4)
    return Scored(candidate, score, (names.words(level), *agrees), against)


def _agreement(
    thing: Thing, candidate: Candidate, countries: dict[str, str]
) -> tuple[tuple[str, ...], float]:
    told, weight = [], 0.0
    if {countries.get(code) for code in thing.countries} & candidate.countries:
        told.append("the country")
        weight += 0.25
    held = [post for post in candidate.offices if _same_office(thing, post.labels)]
    if any(post.covers(date) for post in held for date in thing.dates):
        told.append("the office on the date")
        weight += 0.3
    elif held:
        told.append("the office, at another time")
    return tuple(told), weight


def _same_office(thing: Thing, labels: Iterable[str]) -> bool:
    """Tell whether a label of an office has all words of one of the thing's titles."""
    theirs = [set(bag(label)) for label in labels]
    return any(set(words) <= label for _, words in thing.posts for label in theirs)


def _contradictions(
    thing: Thing, candidate: Candidate, countries: dict[str, str]
) -> tuple[str, ...]:
    told = []
    if HUMAN not in candidate.types:
        told.append("the item is no human being")
    mine = {countries[code] for code in thing.countries if code in countries}
    if mine and candidate.countries and not mine & candidate.countries:
        told.append("the item has another country")
    if candidate.died and any(date > candidate.died[: len(date)] for date in thing.dates):
        told.append("dead by then")
    if candidate.born and any(int(d[:4]) - int(candidate.born[:4]) < YOUNGEST for d in thing.dates):
        told.append("too young by then")
    return tuple(told)


def _distinct(scored: Iterable[Scored]) -> list[Scored]:
    """Return each item once, the likeliest first: merged items are one."""
    each = {one.candidate.qid: one for one in scored}
    return sorted(each.values(), key=lambda one: (-one.score, one.candidate.qid))


def _decide(row: Mapping, scored: list[Scored]) -> Mapping:
    """Return the row of a thing: linked, with the likeliest candidate, or none found."""
    likely = [one for one in scored if not one.against]
    if not likely:
        if row.judgement == "unsure":
            return row
        tried = ", ".join(f"{one.candidate.qid} ({'; '.join(one.against)})" for one in scored[:3])
        told = f"no item agrees; tried {tried}" if tried else "no item of the endpoint has the name"
        return replace(row, object=NONE, judgement="none", reasons=told)
    best = likely[0]
    told = "; ".join(best.agrees)
    rival = next((o for o in likely[1:] if o.score > best.score - MARGIN), None)
    sure = best.score >= ACCEPTED and len(best.agrees) > 1 and rival is None
    if rival:
        told += f"; but {rival.candidate.qid} is about as likely"
    return replace(
        row,
        object=f"wd:{best.candidate.qid}",
        judgement="positive" if sure else "unsure",
        score=best.score,
        reasons=told,
        labels=(row.labels[0], next(iter(best.candidate.names), "")),
    )
