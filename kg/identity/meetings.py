"""Which meetings of several articles are one: who met, when, where, and which of a series.

The ordinal of a session, its days and its place each may be missing; none may
contradict. A day and a place alone never decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from kg.identity.clusters import TOGETHER, Decision
from kg.identity.records import Meeting
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


def profile(records: Iterable[Meeting], canonical: dict[str, str]) -> Profile:
    """Return what the records of one meeting say, its things by their canonical nodes."""
    rows = tuple(records)
    days = frozenset((row.start, row.end or row.start) for row in rows if row.start)
    issued = frozenset(row.issued[:4] for row in rows if row.issued)

    def nodes(found: Iterable[str | None]) -> Texts:
        return frozenset(canonical.get(node, node) for node in found if node)

    return Profile(
        ordinals=frozenset(row.ordinal for row in rows if row.ordinal),
        organisations=nodes(row.organisation for row in rows),
        bodies=frozenset(bag(row.body) for row in rows if row.body),
        days=days,
        places=frozenset(_town(row.place) for row in rows if row.place),
        countries=nodes(row.country for row in rows),
        parties=nodes(party for row in rows for party in row.parties),
        persons=nodes(person for row in rows for person in row.persons),
        years=frozenset(first[:4] for first, _ in days) or issued,
        visit=all(_VISIT.search(row.name) for row in rows),
        articles=frozenset(row.article for row in rows),
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
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for node in sorted(profiles):
        for key in set(keys(profiles[node])):
            blocks[key].append(node)
    small = (units for units in blocks.values() if len(units) <= LARGEST)
    yield from sorted({pair for units in small for pair in combinations(units, 2)})


def decide(ids: tuple[str, str], one: Profile, other: Profile) -> Decision | None:
    """Return the judgement on two meetings, or None where it is not worth a row."""
    reasons, score = _weigh(one, other)
    if score < SHOWN:
        return None
    against = conflict(one, other)
    if against:
        told = against not in _PLAIN
        return Decision(*ids, "negative", score, (*reasons, against)) if told else None
    sure = score >= ACCEPTED and _timed(one, other)
    return Decision(*ids, "positive" if sure else "unsure", score, tuple(reasons))


def _timed(one: Profile, other: Profile) -> bool:
    """Tell whether ordinal or days tie two meetings, or nothing but the year is said of one."""
    if one.ordinals & other.ordinals or _exact(one, other):
        return True
    return not (one.days and other.days) and bool(one.years & other.years)


def _weigh(one: Profile, other: Profile) -> tuple[list[str], float]:
    """Return what agrees, in words, and how much it counts together."""
    persons, parties = one.persons & other.persons, one.parties & other.parties
    found = [
        (0.25, "the same organisation", bool(one.organisations & other.organisations)),
        (0.25, "the same body", bool(one.bodies & other.bodies)),
        (0.3, "the same ordinal", bool(one.ordinals & other.ordinals)),
        (0.3, "the same days", _exact(one, other)),
        (0.2, "the same place", bool(one.places & other.places)),
        (0.3, "the same persons", len(persons) > 1),
        (0.2, "the same parties", len(parties) > 1 and one.parties == other.parties),
        (0.1, "parties in common", len(parties) > 1 and one.parties != other.parties),
    ]
    held = [(weight, words) for weight, words, holds in found if holds]
    return [words for _, words in held], round(min(sum(w for w, _ in held), 1.0), 4)
