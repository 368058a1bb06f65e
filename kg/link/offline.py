"""Links from word lists alone: countries, organisations, towns, offices and persons.

Every id has a recorded source. A country is its code, an organisation its
entry in the word list, a town its name in its country. A person is linked only
where name, country and a post in its years agree; one of them missing makes a
candidate. What no list knows is recorded as none found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.graph import keys
from kg.identity import names
from kg.identity.graph import shorten
from kg.identity.titles import bag
from kg.lexicon.tables import rows, several
from kg.link.things import Thing
from kg.mappings import NONE, Judgement, Mapping
from kg.namespaces import BASE, fold

KINDS = ("country", "organisation", "place", "office", "person", "meeting", "instrument")
"""The kinds of thing that are linked, or recorded as not found."""

CONCEPTS = ("office",)
"""Kinds that are concepts: an exact match, not the same thing."""

_POST = re.compile(r"(.+) of (\w+)(?: (\d{4})-(\d{4})?)?")


@dataclass(frozen=True, slots=True)
class Post:
    """An office by which a person is known, and the years in which it was held where known."""

    words: tuple[str, ...]
    owner: str
    first: int | None
    last: int | None

    def covers(self, years: Iterable[int]) -> bool:
        """Tell whether a report of these years may name the holder by this post."""
        start, end = self.first or 0, self.last or 9999
        return all(start <= year <= end + 1 for year in years)


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the word list."""

    qid: str
    country: str
    names: tuple[names.Name, ...]
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a list says of a thing: an item with its reasons, sure or not."""

    qid: str
    judgement: Judgement
    score: float
    reasons: str


def link(things: Iterable[Thing], base: str = BASE) -> tuple[Mapping, ...]:
    """Return a judgement on each thing, sorted."""
    return tuple(sorted(rows_of(things, base), key=lambda row: row.key))


def rows_of(things: Iterable[Thing], base: str = BASE) -> Iterator[Mapping]:
    """Yield a judgement on each thing, in their order."""
    return (_row(thing, base) for thing in things if thing.kind in KINDS)


def _row(thing: Thing, base: str) -> Mapping:
    verdict = judge(thing)
    predicate = "skos:exactMatch" if thing.kind in CONCEPTS else "owl:sameAs"
    node = shorten(thing.node, base)
    label = thing.names[0] if thing.names else ""
    if verdict is None:
        reasons = f"no {thing.kind} of the word lists has this name"
        return Mapping(node, NONE, "none", predicate, 1.0, reasons, (label, ""))
    return Mapping(
        subject=node,
        object=f"wd:{verdict.qid}",
        judgement=verdict.judgement,
        predicate=predicate,
        score=verdict.score,
        reasons=verdict.reasons,
        labels=(label, ""),
    )


def judge(thing: Thing) -> Verdict | None:
    """Return what the word lists say of a thing, None where they know no such thing."""
    if thing.kind == "country":
        return _country(thing)
    if thing.kind == "organisation":
        return _organisation(thing)
    if thing.kind == "place":
        return _place(thing)
    if thing.kind == "office":
        return _office(thing)
    return _person(thing) if thing.kind == "person" else None


def _country(thing: Thing) -> Verdict | None:
    qid = countries().get(thing.key)
    return Verdict(qid, "positive", 1.0, "the ISO code") if qid else None


@cache
def countries() -> dict[str, str]:
    """Return the item of each country by its ISO code."""
    return {row[0]: row[1] for row in rows(resources.lexicon("countries.tsv"))}


def _organisation(thing: Thing) -> Verdict | None:
    qid = _organisations().get(thing.key)
    return Verdict(qid, "positive", 1.0, "its entry in the word list") if qid else None


@cache
def _organisations() -> dict[str, str]:
    table = rows(resources.lexicon("organisations.tsv"))
    return {fold(row[0]): row[1] for row in table if row[1]}


def _place(thing: Thing) -> Verdict | None:
    """Return the town of this name in this country; without a country, the only one of the name."""
    found = {
        (country, qid)
        for name in thing.names
        for country, qid in _towns().get(fold(name), ())
        if thing.countries in (frozenset(), frozenset((country,)))
    }
    if len(found) != 1:
        return None
    [(country, qid)] = found
    told = (
        f"the name, in {country}" if thing.countries else f"the only town of the name, in {country}"
    )
    return Verdict(qid, "positive", 1.0 if thing.countries else 0.9, told) if qid else None


@cache
def _towns() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return country and id, empty where unknown, of the towns of each name, folded."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows(resources.lexicon("cities.tsv")):
        forms = several(row[3]) if len(row) > 3 else ()
        for form in (row[0], *forms):
            found[fold(form.lstrip("?"))].add((row[1], row[2] if len(row) > 2 else ""))
    return {name: tuple(sorted(towns)) for name, towns in found.items()}


def _office(thing: Thing) -> Verdict | None:
    [owner] = thing.owners or [""]
    found = {_offices().get((owner, bag(name))) for name in thing.names} - {None}
    if len(found) != 1:
        return None
    return Verdict(str(found.pop()), "positive", 0.95, f"the words of the title, of {owner}")


@cache
def _offices() -> dict[tuple[str, tuple[str, ...]], str]:
    return {
        (_owner(of), bag(title)): qid
        for qid, of, titles in rows(resources.lexicon("linked-offices.tsv"))
        for title in several(titles)
    }


def posts(thing: Thing) -> frozenset[str]:
    """Return the items of the offices of a person, as far as the word list has them."""
    found = (_offices().get(post) for post in thing.posts)
    return frozenset(qid for qid in found if qid)


def _owner(name: str) -> str:
    return name if name in keys.countries() else keys.organisation_key(name)


def _person(thing: Thing) -> Verdict | None:
    """Return the person of the list: sure where name, country and post agree, else a candidate."""
    found = [verdict for known in _near(thing) if (verdict := _compare(thing, known))]
    if not found:
        return None
    best = max(found, key=lambda verdict: (verdict.score, verdict.qid))
    if len(found) == 1:
        return best
    others = ", ".join(sorted(v.qid for v in found if v is not best))
    return Verdict(best.qid, "unsure", best.score, f"{best.reasons}; but {others} may be meant too")


def _near(thing: Thing) -> Iterator[Known]:
    """Yield the persons of the list who share a block with one of the names."""
    parsed = _parsed(thing)
    blocks = {key for name in parsed for key in names.blocks(name)}
    seen = {known.qid: known for key in sorted(blocks) for known in _persons().get(key, ())}
    yield from (seen[qid] for qid in sorted(seen))


def _parsed(thing: Thing) -> tuple[names.Name, ...]:
    [country] = thing.countries if len(thing.countries) == 1 else [None]
    return tuple(names.parse(name, country) for name in thing.names)


def _compare(thing: Thing, known: Known) -> Verdict | None:
    levels = [max(names.compare(n, other) for other in known.names) for n in _parsed(thing)]
    if not levels or not all(levels) or known.country not in thing.countries:
        return None
    level = max(levels)
    posts = [post for post in known.posts if (post.owner, post.words) in thing.posts]
    fitting = [post for post in posts if post.covers(thing.years)]
    told = [names.words(level), f"the country {known.country}"]
    if level >= names.INITIAL and fitting:
        return Verdict(known.qid, "positive", level, "; ".join((*told, "a post held then")))
    against = "a post of other years" if posts else "no post is told that the list has"
    return Verdict(known.qid, "unsure", round(level / 2, 4), "; ".join((*told, against)))


@cache
def _persons() -> dict[str, tuple[Known, ...]]:
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for qid, country, forms, posts in rows(resources.lexicon("linked-persons.tsv")):
        parsed = tuple(names.parse(form, country) for form in several(forms))
        known = Known(qid, country, parsed, tuple(map(_post, several(posts))))
        for name in parsed:
            for key in names.blocks(name):
                found[key][qid] = known
    return {key: tuple(known.values()) for key, known in found.items()}


def _post(text: str) -> Post:
    found = _POST.fullmatch(text)
    if not found:
        raise ValueError(f"no post: {text!r}")
    title, owner, first, last = found.groups()
    years = (int(first) if first else None, int(last) if last else None)
    return Post(bag(title), _owner(owner), *years)
