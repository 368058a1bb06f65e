"""Which persons of several articles are one: a name, and something that is not the name.

A name alone never decides. Country, organisation, office, meeting or company
has to agree, and nothing may contradict: another country, other given names,
two persons in one article, lives apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from kg.identity import blocking, names
from kg.identity.clusters import TOGETHER, Decision, told
from kg.identity.names import FAMILY, SPELLING, Name
from kg.identity.records import NOBODY, Person, Sets
from kg.mappings import Judgement

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

_GROUNDS = (
    (0.3, "the same country"),
    (0.25, "the same organisation"),
    (0.3, "the same office"),
    (0.3, "at the same meeting"),
    (0.2, "in the company of the same persons"),
    (0.1, "a country that the other article names"),
)
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
Seen = tuple[Person, Name]
"""A person of an article, with the fullest form of the name there."""


def best(record: Person) -> Name:
    """Return the fullest form of a person's name in an article."""
    country = next(iter(record.countries)) if len(record.countries) == 1 else None
    forms = [names.parse(form, country) for form in dict.fromkeys(record.forms)]
    return min(forms, key=lambda n: (not n.full, -len(n.given), -len(n.printed), n.printed))


@dataclass(frozen=True, slots=True)
class Unit:
    """Records that the rule of keys takes for one person: their node, their profile together.

    `label` is the name as the first of the articles prints it.
    """

    node: str
    label: str
    profile: Profile

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles of the records, sorted."""
        return tuple(self.profile.articles)


def units(records: Iterable[Person], apart: Collection[str] = ()) -> dict[str, Unit]:
    """Return the units by id: the node, with "@" and an article where a node has several.

    A unit is the records of one node with one name and a party; without a
    party each record stands for itself, and a family name alone only for its
    year. `apart` are "node@article" of records that a person's decision names.
    """
    sets = Sets()
    groups: dict[Key, list[Seen]] = defaultdict(list)
    for record in records:
        name = best(record)
        groups[_key(record, name, apart)].append((record, name))
    rows = [sorted(groups.pop(key), key=lambda row: row[0].article) for key in tuple(groups)]
    shared = Counter(row[0][0].node for row in rows)
    found = {_unit_id(row[0][0], shared): _unit(row, sets) for row in rows}
    return dict(sorted(found.items()))


def _unit_id(first: Person, shared: Counter[str]) -> str:
    return first.node if shared[first.node] == 1 else f"{first.node}@{first.article}"


def _key(record: Person, name: Name, apart: Collection[str]) -> Key:
    party = record.countries or record.organisations
    if not party or f"{record.node}@{record.article}" in apart:
        return record.node, record.article
    if name.given:
        return record.node, name.family, name.given
    return record.node, name.family, tuple(sorted(record.offices)), str(record.year)


def _unit(rows: Sequence[Seen], sets: Sets) -> Unit:
    records = [record for record, _ in rows]
    years = [record.year for record in records if record.year]
    profile = Profile(
        names=sets(name for _, name in rows),
        countries=sets(chain.from_iterable(r.countries for r in records)),
        organisations=sets(chain.from_iterable(r.organisations for r in records)),
        offices=sets(chain.from_iterable(r.offices for r in records)),
        meetings=sets(chain.from_iterable(r.meetings for r in records)),
        around=sets(chain.from_iterable(r.around for r in records)),
        scene=sets(chain.from_iterable(r.scene for r in records)),
        years=(min(years), max(years)) if years else None,
        articles={record.article: record.node for record in records},
    )
    return Unit(records[0].node, rows[0][1].printed, profile)


def blend(one: Profile, other: Profile) -> Profile:
    """Return the profile of two units together, with what `conflict` asks of it."""
    years = (*(one.years or ()), *(other.years or ()))
    return Profile(
        names=one.names | other.names,
        countries=one.countries | other.countries,
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
    """Yield the pairs of units whose names may be one, each once, sorted."""
    found = blocking.blocks(
        (unit, {key for name in profile.names for key in names.blocks(name)})
        for unit, profile in profiles.items()
    )
    return blocking.pairs(
        (part for block in found.values() for part in _parts(block, profiles)), LARGEST
    )


def _parts(block: list[str], profiles: dict[str, Profile]) -> Iterable[list[str]]:
    """Return a block, or where it is too large those of each country in it."""
    if len(block) <= LARGEST:
        return (block,)
    return blocking.blocks((unit, profiles[unit].countries) for unit in block).values()


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
        reasons = told(names.words(level), *reasons, against)
        return Decision(*ids, "negative", _score(level, support), reasons) if namesakes else None
    score = _score(level, support)
    if score < SHOWN:
        return None
    late = level <= FAMILY and _gap(one, other) > TERM
    sure = score >= ACCEPTED and support and not late
    judgement: Judgement = "positive" if sure else "unsure"
    return Decision(*ids, judgement, score, told(names.words(level), *reasons))


def _alike(one: Profile, other: Profile) -> bool:
    """Tell whether a family and a first given name are the same: namesakes to be told apart."""
    heads = {(name.family, *name.given[:1]) for name in one.names}
    return any((name.family, *name.given[:1]) in heads for name in other.names)


def _foreign(one: Profile, other: Profile) -> bool:
    return bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries)


@lru_cache(maxsize=1 << 12)
def _score(level: float, support: float) -> float:
    return round(min(_NAME * level + support, 1.0), 4)


def _support(one: Profile, other: Profile) -> tuple[tuple[str, ...], float]:
    """Return what but the name agrees, in words, and what it counts."""
    return _add_up(
        not one.countries.isdisjoint(other.countries),
        not one.organisations.isdisjoint(other.organisations),
        not one.offices.isdisjoint(other.offices),
        not one.meetings.isdisjoint(other.meetings),
        len((one.around & other.around) - one.nodes - other.nodes) > 1,
        bool(_scene(one, other)),
    )


@cache
def _add_up(*held: bool) -> tuple[tuple[str, ...], float]:
    """Return what holds of the grounds, and what it counts: more than 1 where all does."""
    rows = [row for row, holds in zip(_GROUNDS, held, strict=True) if holds]
    return tuple(words for _, words in rows), sum(weight for weight, _ in rows)


def _scene(one: Profile, other: Profile) -> frozenset[str]:
    if one.countries and other.countries:
        return NOBODY
    return (one.countries & other.scene) | (other.countries & one.scene)
