"""Which persons of several articles are one: a name, and something that is not the name.

A name alone never decides. Country, organisation, office, meeting or company
has to agree, and nothing may contradict: another country, other given names,
two persons in one article, lives apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kg.identity import names
from kg.identity.clusters import TOGETHER, Decision
from kg.identity.names import FAMILY, SPELLING, Name
from kg.identity.records import NOBODY, Person

ACCEPTED = 0.7
"""A score from which two are one."""

SHOWN = 0.55
"""A score from which a pair is worth a look by a person."""

LIFE = 40
"""Years over which one person may appear."""

TERM = 1
"""Years over which a family name with its office is taken for one holder."""

LARGEST = 400
"""Units of one family name that are all compared; of more, those of one country."""

_NAME = 0.5  # the share of a score that the name can give


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person: `articles` gives the node by article."""

    names: frozenset[Name]
    countries: frozenset[str] = NOBODY
    organisations: frozenset[str] = NOBODY
    offices: frozenset[str] = NOBODY
    meetings: frozenset[str] = NOBODY
    around: frozenset[str] = NOBODY
    scene: frozenset[str] = NOBODY
    years: tuple[int, int] | None = None
    articles: dict[str, str] = field(default_factory=dict)

    @property
    def nodes(self) -> frozenset[str]:
        """The nodes that stand for this person."""
        return frozenset(self.articles.values())


Key = tuple[str | Name | tuple[str, ...], ...]


def best(record: Person) -> Name:
    """Return the fullest form of a person's name in an article."""
    country = next(iter(record.countries)) if len(record.countries) == 1 else None
    forms = [names.parse(form, country) for form in dict.fromkeys(record.forms)]
    return min(forms, key=lambda n: (not n.full, -len(n.given), -len(n.printed), n.printed))


@dataclass(frozen=True, slots=True)
class Unit:
    """Records that the rule of keys takes for one person, all of one node, with their profile."""

    records: tuple[Person, ...]
    profile: Profile

    @property
    def node(self) -> str:
        """The node that the records share."""
        return self.records[0].node


def units(records: Iterable[Person], apart: Collection[str] = ()) -> dict[str, Unit]:
    """Return the units by id: the node, with "@" and an article where a node has several.

    A unit is the records of one node with one name and a party; without a
    party each record stands for itself, and a family name alone only for its
    year. `apart` are "node@article" of records that a person's decision names.
    """
    groups: dict[Key, list[Person]] = defaultdict(list)
    for record in records:
        groups[_key(record, apart)].append(record)
    rows = [tuple(sorted(group, key=lambda r: (r.node, r.article))) for group in groups.values()]
    shared = Counter(row[0].node for row in rows)
    named = {
        row[0].node if shared[row[0].node] == 1 else f"{row[0].node}@{row[0].article}": row
        for row in rows
    }
    return {unit: Unit(row, _profile(row)) for unit, row in sorted(named.items())}


def _key(record: Person, apart: Collection[str]) -> Key:
    name = best(record)
    party = record.countries or record.organisations
    if not party or f"{record.node}@{record.article}" in apart:
        return record.node, record.article
    if name.given:
        return record.node, name.family, name.given
    return record.node, name.family, tuple(sorted(record.offices)), str(record.year)


def _profile(records: tuple[Person, ...]) -> Profile:
    years = [record.year for record in records if record.year]
    return Profile(
        names=frozenset(map(best, records)),
        countries=NOBODY.union(*(r.countries for r in records)),
        organisations=NOBODY.union(*(r.organisations for r in records)),
        offices=NOBODY.union(*(r.offices for r in records)),
        meetings=NOBODY.union(*(r.meetings for r in records)),
        around=NOBODY.union(*(r.around for r in records)),
        scene=NOBODY.union(*(r.scene for r in records)),
        years=(min(years), max(years)) if years else None,
        articles={record.article: record.node for record in records},
    )


def blend(one: Profile, other: Profile) -> Profile:
    """Return the profile of two units together."""
    years = (*(one.years or ()), *(other.years or ()))
    return Profile(
        names=one.names | other.names,
        countries=one.countries | other.countries,
        organisations=one.organisations | other.organisations,
        offices=one.offices | other.offices,
        meetings=one.meetings | other.meetings,
        around=one.around | other.around,
        scene=one.scene | other.scene,
        years=(min(years), max(years)) if years else None,
        articles=one.articles | other.articles,
    )


def conflict(one: Profile, other: Profile) -> str | None:
    """Return what says that two profiles are of two persons, or None."""
    for left in one.names:
        if not all(names.compare(left, right) for right in other.names):
            return "their given names differ"
    if _foreign(one, other):
        return "they speak for different countries"
    small, large = sorted((one.articles, other.articles), key=len)
    if any(large.get(article, node) != node for article, node in small.items()):
        return TOGETHER
    if _gap(one, other) > LIFE:
        return f"more than {LIFE} years lie between them"
    return None


def _gap(one: Profile, other: Profile) -> int:
    if not one.years or not other.years:
        return 0
    return max(one.years[0] - other.years[1], other.years[0] - one.years[1], 0)


def pairs(profiles: dict[str, Profile]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of units whose names may be one, each once, sorted within a block."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for unit in sorted(profiles):
        keys = {key for name in profiles[unit].names for key in names.blocks(name)}
        for key in keys:
            blocks[key].append(unit)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for pair in _within(blocks[key], profiles):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _within(units: list[str], profiles: dict[str, Profile]) -> Iterator[tuple[str, str]]:
    if len(units) <= LARGEST:
        yield from combinations(units, 2)
        return
    countries: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        for country in profiles[unit].countries:
            countries[country].append(unit)
    for country in sorted(countries):
        if len(countries[country]) <= LARGEST:
            yield from combinations(countries[country], 2)


def decide(ids: tuple[str, str], one: Profile, other: Profile) -> Decision | None:
    """Return the judgement on two units, or None where it is not worth a row."""
    if _foreign(one, other) and not _alike(one, other):
        return None  # most pairs of a large store: a family name that two countries have
    level = max((names.compare(a, b) for a in one.names for b in other.names), default=0.0)
    if not level:
        return None
    reasons, support = _support(one, other)
    against = conflict(one, other)
    if against:
        namesakes = level >= SPELLING and against != TOGETHER
        told = (names.words(level), *reasons, against)
        return Decision(*ids, "negative", _score(level, support), told) if namesakes else None
    score = _score(level, support)
    if score < SHOWN:
        return None
    late = level <= FAMILY and _gap(one, other) > TERM
    sure = score >= ACCEPTED and support and not late
    return Decision(*ids, "positive" if sure else "unsure", score, (names.words(level), *reasons))


def _alike(one: Profile, other: Profile) -> bool:
    """Tell whether a family and a first given name are the same: namesakes to be told apart."""
    heads = {(name.family, *name.given[:1]) for name in one.names}
    return any((name.family, *name.given[:1]) in heads for name in other.names)


def _foreign(one: Profile, other: Profile) -> bool:
    return bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries)


def _score(level: float, support: float) -> float:
    return round(min(_NAME * level + support, 1.0), 4)


def _support(one: Profile, other: Profile) -> tuple[list[str], float]:
    """Return what but the name agrees, in words, and what it counts."""
    company = (one.around & other.around) - one.nodes - other.nodes
    found = [
        (0.3, "the same country", one.countries & other.countries),
        (0.25, "the same organisation", one.organisations & other.organisations),
        (0.3, "the same office", one.offices & other.offices),
        (0.3, "at the same meeting", one.meetings & other.meetings),
        (0.2, "in the company of the same persons", company if len(company) > 1 else NOBODY),
        (0.1, "a country that the other article names", _scene(one, other)),
    ]
    held = [(weight, words) for weight, words, shared in found if shared]
    return [words for _, words in held], sum(weight for weight, _ in held)


def _scene(one: Profile, other: Profile) -> frozenset[str]:
    if one.countries and other.countries:
        return NOBODY
    return (one.countries & other.scene) | (other.countries & one.scene)
