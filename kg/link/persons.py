"""Whether an item is a person: name, country, office on the date, dates of life."""

from __future__ import annotations

from collections.abc import Iterable

from kg.identity import names
from kg.identity.titles import bag
from kg.link import offline
from kg.link.candidates import UNKNOWN, Candidate, latest
from kg.link.scores import Scored
from kg.link.things import Thing

HUMAN = "Q5"
YOUNGEST = 18
"""Years after which a person appears in reports of meetings."""

COUNTRY, PRIVATE = 0.25, 0.18
"""What the country counts, and of an item that never held an office, as an athlete's: too little
to be accepted with a name alone, too much for a rival to be overlooked."""


def full(thing: Thing) -> tuple[str, ...]:
    """Return the names that say enough to ask for: those with a given name written out."""
    return tuple(name for name in thing.names if names.parse(name).full)


def score(thing: Thing, candidate: Candidate) -> Scored:
    """Return how likely an item is a person."""
    level = likeness(thing, candidate)
    agrees, weight = _agreement(thing, candidate)
    against = _contradictions(thing, candidate)
    if not level:
        against = (*against, "no name of the item agrees")
    worth = round(min(0.5 * level + weight, 1.0), 4)
    return Scored(candidate, worth, (names.words(level), *agrees), against)


def likeness(thing: Thing, candidate: Candidate) -> float:
    """Return how alike the nearest two names of a person and an item are, 0 for two persons."""
    [country] = thing.countries if len(thing.countries) == 1 else [None]
    forms = [names.parse(name, country) for name in thing.names]
    theirs = [names.parse(name, country) for name in candidate.names]
    return max((names.compare(a, b) for a in forms for b in theirs), default=0.0)


def _countries(thing: Thing) -> set[str]:
    known = offline.countries()
    return {known[code] for code in thing.countries if code in known}


def _agreement(thing: Thing, candidate: Candidate) -> tuple[tuple[str, ...], float]:
    told, weight = [], 0.0
    if _countries(thing) & candidate.tied("country"):
        told.append("the country")
        weight += COUNTRY if candidate.offices else PRIVATE
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


def _contradictions(thing: Thing, candidate: Candidate) -> tuple[str, ...]:
    told = []
    if HUMAN not in candidate.types:
        told.append("the item is no human being")
    mine, theirs = _countries(thing), candidate.tied("country")
    if mine and theirs and not mine & theirs:
        told.append("the item has another country")
    died = max(candidate.tied("died") - {UNKNOWN}, default=None)
    if died and any(date > latest(died) for date in thing.dates):
        told.append("dead by then")
    born = min(candidate.tied("born") - {UNKNOWN}, default=None)
    if born and any(int(date[:4]) - int(born[:4]) < YOUNGEST for date in thing.dates):
        told.append("too young by then")
    return tuple(told)
