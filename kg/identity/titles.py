"""Titles and names of things as bags of words: offices, bodies, organisations, places.

"Security Council Secretary" and "Secretary of the Security Council" are one
office where they are of one country; a word more ("Deputy") makes another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from kg import resources
from kg.identity import blocking
from kg.identity.clusters import Decision
from kg.identity.records import Named
from kg.lexicon.tables import rows, several
from kg.namespaces import fold

_EMPTY = frozenset(re.findall(r"\w+", "the a an of on in for and to at by its with"))
_ALIKE = {
    "foreign-affair": "foreign",
    "external": "foreign",
    "defense": "defence",
    "internal-affair": "interior",
    "organization": "organisation",
    "centre": "center",
    "programme": "program",
    "secretary-general": "secretarygeneral",
    "general-secretary": "secretarygeneral",
    "head-state": "headstate",
    "state-head": "headstate",
    "head-government": "headgovernment",
    "government-head": "headgovernment",
    "vice": "deputy",
}
"""Words and pairs of words of the register that are written in two ways."""

Bag = tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def bag(text: str) -> Bag:
    """Return the content words of a title in the singular, sorted, each as often as it stands."""
    words = [_singular(word) for word in fold(text).split("-") if word not in _EMPTY]
    return tuple(sorted(_joined(words)))


def _joined(words: list[str]) -> Iterator[str]:
    place = 0
    while place < len(words):
        pair = "-".join(words[place : place + 2])
        if pair in _ALIKE:
            yield _ALIKE[pair]
            place += 2
        else:
            yield _ALIKE.get(words[place], words[place])
            place += 1


def _singular(word: str) -> str:
    if len(word) <= 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@cache
def cities() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return country and usual name of each city, by its names and forms folded."""
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for row in rows(resources.lexicon("cities.tsv")):
        for form in (row[0], *several(row[3] if len(row) > 3 else "")):
            found[fold(form.lstrip("?"))][row[1], row[0]] = None
    return {form: tuple(places) for form, places in found.items()}


def pairs(profiles: dict[str, Named]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of things that share a key: an owner and a bag of words, or a town."""
    found = blocking.blocks((node, set(_keys(thing))) for node, thing in profiles.items())
    return blocking.pairs(found.values())


def decide(ids: tuple[str, str], one: Named, other: Named) -> Decision | None:
    """Return the judgement on two things that share a key; it is what decides."""
    town = "/place/" in one.node
    reason = "names of one town of the word list" if town else "the same words, of the same owner"
    return Decision(*ids, "positive", 0.95, (reason,))


def conflict(one: Named, other: Named) -> str | None:
    """Return what says that two things are not one, or None."""
    owners = one.owner and other.owner and one.owner != other.owner
    return "they belong to different owners" if owners else None


def blend(one: Named, other: Named) -> Named:
    """Return the names of two things that are one."""
    names = tuple(sorted({*one.names, *other.names}))
    return Named(one.node, names, one.owner or other.owner)


def _keys(thing: Named) -> Iterator[tuple[str, ...]]:
    if "/office/" in thing.node and thing.owner:
        for name in thing.names:
            yield ("office", thing.owner, *bag(name))
    elif "/organisation/" in thing.node and thing.owner:
        for name in thing.names:
            yield ("body", thing.owner, *bag(name))
    elif "/organisation/" in thing.node:
        for name in thing.names:
            if len(bag(name)) > 1:
                yield ("organisation", *bag(name))
    elif "/place/" in thing.node:
        yield from _place(thing)


def _place(thing: Named) -> Iterator[tuple[str, ...]]:
    country = thing.owner.rpartition("/")[2] if thing.owner else None
    for name in thing.names:
        known = cities().get(fold(name), ())
        fitting = [place for place in known if country in (None, place[0])]
        if len(fitting) == 1:
            yield ("place", *fitting[0])
