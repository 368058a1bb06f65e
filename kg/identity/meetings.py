"""Which meetings of several articles are one: who met, when, where, and which of a series.

The ordinal of a session, its days and its place each may be missing; none may
contradict. A day and a place alone never decide.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.identity import blocking
from kg.identity.clusters import TOGETHER, Decision, add_up, told
from kg.identity.records import Meeting, Sets
from kg.identity.titles import bag, cities
from kg.namespaces import fold

ACCEPTED = 0.7
SHOWN = 0.5
LARGEST = 300
"""Meetings that share a key of search and are all compared; a larger block says too little."""

Texts = frozenset[str]
Days = tuple[str, str]

_VISIT = re.compile(r"\bvisit", re.IGNORECASE)
_LAST = "\uffff"
_PLAIN = (TOGETHER,)
_GROUNDS = (
    (0.25, "the same organisation"),
    (0.25, "the same body"),
    (0.3, "the same ordinal"),
    (0.3, "the same days"),
    (0.2, "the same place"),
    (0.3, "the same persons"),
    (0.2, "the same parties"),
    (0.1, "parties in common"),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the articles say of one meeting; `days` are the stretches of time they give."""

    ordinals: Texts
    organisations: Texts
    bodies: frozenset[tuple[str, ...]]
    days: frozenset[Days]
    places: Texts
    countries: Texts
    parties: Texts
    persons: Texts
    years: Texts
    visit: bool
    articles: Texts


def profile(rows: Sequence[Meeting], canonical: dict[str, str], sets: Sets) -> Profile:
    """Return what the records of one meeting say, its things by their canonical nodes."""
    days = sets((row.start, row.end or row.start) for row in rows if row.start)
    issued = sets(row.issued[:4] for row in rows if row.issued)

    def nodes(found: Iterable[str | None]) -> Texts:
        return sets(canonical.get(node, node) for node in found if node)

    return Profile(
        ordinals=sets(row.ordinal for row in rows if row.ordinal),
        organisations=nodes(row.organisation for row in rows),
        bodies=sets(bag(row.body) for row in rows if row.body),
        days=days,
        places=sets(_town(row.place) for row in rows if row.place),
        countries=nodes(row.country for row in rows),
        parties=nodes(party for row in rows for party in row.parties),
        persons=nodes(person for row in rows for person in row.persons),
        years=sets(first[:4] for first, _ in days) or issued,
        visit=all(_VISIT.search(row.name) for row in rows),
        articles=sets(row.article for row in rows),
    )


def _town(name: str) -> str:
    known = cities().get(fold(name), ())
    return fold(known[0][1]) if len(known) == 1 else fold(name)


def blend(one: Profile, other: Profile) -> Profile:
    """Return the profile of two meetings that are one."""
    return replace(
        one,
        ordinals=one.ordinals | other.ordinals,
        organisations=one.organisations | other.organisations,
        bodies=one.bodies | other.bodies,
        days=one.days | other.days,
        places=one.places | other.places,
        countries=one.countries | other.countries,
        parties=one.parties | other.parties,
        persons=one.persons | other.persons,
        years=one.years | other.years,
        visit=one.visit and other.visit,
        articles=one.articles | other.articles,
    )


def conflict(one: Profile, other: Profile) -> str | None:
    """Return what says that two profiles are of two meetings, or None."""
    facets: tuple[tuple[Collection[object], Collection[object], str], ...] = (
        (one.ordinals, other.ordinals, "their ordinals differ"),
        (one.organisations, other.organisations, "they are of different organisations"),
        (one.bodies, other.bodies, "different bodies meet"),
        (one.places, other.places, "they are in different places"),
        (one.countries, other.countries, "they are in different countries"),
    )
    for left, right, words in facets:
        if left and right and not set(left) & set(right):
            return words
    if one.days and other.days and not any(_meet(a, b) for a in one.days for b in other.days):
        return "their dates differ"
    if one.articles & other.articles:
        return TOGETHER
    if not _same_series(one, other) and _other_company(one, other):
        return "different parties take part"
    return "one is a visit, the other is not" if one.visit != other.visit else None


def _same_series(one: Profile, other: Profile) -> bool:
    return bool(one.bodies & other.bodies or one.ordinals & other.ordinals)


def _other_company(one: Profile, other: Profile) -> bool:
    """Tell whether most parties of the smaller meeting, beside its organisation, are not there."""
    own = one.organisations | other.organisations
    left, right = one.parties - own, other.parties - own
    return bool(left and right) and 2 * len(left & right) <= min(len(left), len(right))


def _meet(one: Days, other: Days) -> bool:
    """Tell whether two stretches of time, each as exact as it is printed, overlap."""
    return one[0] <= other[1] + _LAST and other[0] <= one[1] + _LAST


def _exact(one: Profile, other: Profile) -> bool:
    """Tell whether both give a day, and the days overlap."""
    return any(len(a[0]) == len(b[0]) == 10 and _meet(a, b) for a in one.days for b in other.days)


def keys(found: Profile) -> Iterator[tuple[str, ...]]:
    """Yield the keys of search of a meeting: what another that is the same would share."""
    for organisation in found.organisations:
        yield from ((organisation, number) for number in found.ordinals)
        yield from ((organisation, day[:7]) for days in found.days for day in days)
        for body in found.bodies:
            yield from ((organisation, *body, year) for year in found.years)
    exact = {day for days in found.days for day in days if len(day) == 10}
    for day in exact:
        yield from ((day, person) for person in found.persons)
        yield from ((day, party) for party in found.parties)


def pairs(profiles: dict[str, Profile]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of meetings that share a key of search, each once, sorted."""
    found = blocking.blocks((node, set(keys(each))) for node, each in profiles.items())
    return blocking.pairs(found.values(), LARGEST)


def decide(ids: tuple[str, str], one: Profile, other: Profile) -> Decision | None:
    """Return the judgement on two meetings, or None where it is not worth a row."""
    reasons, score = _weigh(one, other)
    if score < SHOWN:
        return None
    against = conflict(one, other)
    if against:
        plain = against in _PLAIN
        return None if plain else Decision(*ids, "negative", score, told(*reasons, against))
    sure = score >= ACCEPTED and _timed(one, other)
    return Decision(*ids, "positive" if sure else "unsure", score, reasons)


def _timed(one: Profile, other: Profile) -> bool:
    """Tell whether ordinal or days tie two meetings, or nothing but the year is said of one."""
    if one.ordinals & other.ordinals or _exact(one, other):
        return True
    return not (one.days and other.days) and bool(one.years & other.years)


def _weigh(one: Profile, other: Profile) -> tuple[tuple[str, ...], float]:
    """Return what agrees, in words, and how much it counts together."""
    parties = len(one.parties & other.parties) > 1
    return _add_up(
        not one.organisations.isdisjoint(other.organisations),
        not one.bodies.isdisjoint(other.bodies),
        not one.ordinals.isdisjoint(other.ordinals),
        _exact(one, other),
        not one.places.isdisjoint(other.places),
        len(one.persons & other.persons) > 1,
        parties and one.parties == other.parties,
        parties and one.parties != other.parties,
    )


@cache
def _add_up(*held: bool) -> tuple[tuple[str, ...], float]:
    return add_up(_GROUNDS, held)
