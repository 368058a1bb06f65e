"""Whether an item is an organisation, place, office, meeting or instrument: class, name, ties.

The class of an item is told by the English names of its classes and of all
above them: no id of a class has to be known but that of pages which are no
thing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.identity.titles import bag
from kg.language.numerals import ordinals
from kg.link.candidates import Candidate, latest
from kg.link.scores import Scored
from kg.link.things import Thing
from kg.namespaces import fold
from kg.vocabulary import named

INTERNAL = "Q17442446"
"""The class of pages of Wikimedia's own, such as those that part namesakes."""

_CLASSES = {
    "country": {
        *("country", "state", "sovereign-state", "territory", "dependent-territory"),
        *("administrative-territorial-entity", "political-territorial-entity"),
    },
    "organisation": {"organisation"},
    "place": {
        *("human-settlement", "populated-place", "city", "town", "village", "capital"),
        *("administrative-territorial-entity", "building", "venue"),
    },
    "office": {"position", "public-office", "office"},
    "meeting": {
        *("meeting", "summit", "conference", "session", "negotiation", "state-visit", "congress"),
    },
}
_PAPERS = {"treaty", "document", "legal-act"}
_UNTYPED = 0.6
"""The most that an item is worth without a known class, or of a series: less than is accepted."""

_DATE = "the date"
_NUMBER = re.compile(r"\d")

_TIES: tuple[tuple[tuple[str, ...], str, float, str], ...] = (
    (("country", "owner"), "country", 0.25, "the country"),
    (("whole", "owner"), "whole", 0.25, "the organisation"),
    (("place",), "place", 0.25, "the place"),
)
"""Roles of a thing, the role of an item that they are compared with, weight and words."""

_COMPANY = (("party", "party", "parties"), ("member", "member", "members"))
_SHARED = 2
"""Parties in common that say something: any two meetings may share one."""


def score(
    thing: Thing, candidate: Candidate, items: Mapping[str, str], names: Iterable[str]
) -> Scored:
    """Return how likely an item is a thing that has these names.

    `items` are the items of nodes that are linked.
    """
    level, told = _likeness(names, candidate)
    agrees, weight = _agreement(thing, candidate, items)
    against = _contradictions(thing, candidate, items)
    if not level:
        against = (*against, "no name of the item agrees")
    worth = min(0.5 * level + weight, 1.0)
    if not typed(thing.kind, candidate) or _series(thing, candidate, agrees):
        worth = min(worth, _UNTYPED)
    return Scored(candidate, round(worth, 4), (told, *agrees), against)


def _series(thing: Thing, candidate: Candidate, agrees: Iterable[str]) -> bool:
    """Tell whether an item may be all meetings of a kind: no day agrees, no name has a number."""
    if thing.kind != "meeting" or _DATE in agrees:
        return False
    return not any(_NUMBER.search(name) or next(ordinals(name), None) for name in candidate.names)


def _likeness(names: Iterable[str], candidate: Candidate) -> tuple[float, str]:
    mine, theirs = tuple(names), candidate.names
    if {fold(name) for name in mine} & {fold(name) for name in theirs}:
        return 1.0, "the same name"
    bags = {bag(name) for name in mine if len(bag(name)) > 1}
    if bags & {bag(name) for name in theirs}:
        return 0.95, "the words of the name"
    return 0.0, "another name"


def _agreement(
    thing: Thing, candidate: Candidate, items: Mapping[str, str]
) -> tuple[tuple[str, ...], float]:
    found = [
        (weight, words)
        for roles, role, weight, words in _TIES
        if _items(thing, items, *roles) & candidate.tied(role)
    ]
    for mine, theirs, words in _COMPANY:
        if len(_items(thing, items, mine) & candidate.tied(theirs)) >= _SHARED:
            found.append((0.25, f"{words} in common"))
    if _overlap(thing, candidate):
        found.append((0.3, _DATE))
    return tuple(words for _, words in found), sum(weight for weight, _ in found)


def _items(thing: Thing, items: Mapping[str, str], *roles: str) -> set[str]:
    return {items[node] for node in thing.tied(*roles) if node in items}


def _overlap(thing: Thing, candidate: Candidate) -> bool:
    """Tell whether the days of a thing meet those of an item, both told at least by the month."""
    theirs = candidate.days()
    if not theirs or len(theirs[0]) < 7:
        return False
    exact = (days for days in thing.days if len(days[0]) >= 7)
    return any(_meet(days, theirs) for days in exact)


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= latest(other[1]) and other[0] <= latest(one[1])


def _contradictions(
    thing: Thing, candidate: Candidate, items: Mapping[str, str]
) -> tuple[str, ...]:
    told = []
    if INTERNAL in candidate.classes:
        told.append("the item is a page, no thing")
    elif candidate.classes and not typed(thing.kind, candidate):
        told.append(f"the item is no {thing.kind}")
    mine = {items[n] for n in thing.tied("country", "owner") if "/country/" in n and n in items}
    theirs = candidate.tied("country")
    if mine and theirs and not mine & theirs:
        told.append("the item has another country")
    days = candidate.days()
    if days and thing.days and not any(_meet(each, days) for each in thing.days):
        told.append("the item has another date")
    return tuple(told)


def typed(kind: str, candidate: Candidate) -> bool:
    """Tell whether a class of an item, or one above it, is of a kind of thing."""
    wanted = _CLASSES.get(kind) or _PAPERS | named("kinds").keys()
    return bool(wanted & {_british(fold(name)) for name in candidate.classes})


def _british(word: str) -> str:
    return word.replace("organization", "organisation")
