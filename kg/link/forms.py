"""The names under which an item may know a thing: as printed, and as items are called.

An item of an office is called after its owner too ("President of Norway"), one
of a meeting after its year or number and whose it is ("2031 SCO summit").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg import resources
from kg.lexicon.tables import rows, several
from kg.link.things import Thing
from kg.namespaces import fold

_ARTICLE = re.compile(r"(?:the|a|an|draft|new)\s+", re.IGNORECASE)
_HEADS = ("summit", "session", "conference", "forum", "meeting", "congress", "assembly")
_TELLING = re.compile(r"[A-ZА-Я\d]")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_MOST = 24
"""Names of one thing that are asked for; a meeting printed in many ways has more than it needs."""

Names = Mapping[str, tuple[str, ...]]
"""The names of things by their nodes."""


def forms(thing: Thing, names: Names) -> tuple[str, ...]:
    """Return the names to look an item up by, at most _MOST; none where none tells a thing."""
    found = _FORMS[thing.kind](thing, names) if thing.kind in _FORMS else iter(thing.names)
    return tuple(dict.fromkeys(found))[:_MOST]


def _organisation(thing: Thing, names: Names) -> Iterator[str]:
    yield from thing.names
    yield from _listed().get(thing.key, ())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Return the forms of the organisations of the word list, by their keys."""
    table = rows(resources.lexicon("organisations.tsv"))
    return {fold(row[0]): tuple(f.lstrip("?") for f in (row[0], *several(row[3]))) for row in table}


@cache
def countries() -> dict[str, tuple[str, ...]]:
    """Return the names of each country by its ISO code, the usual one first."""
    table = rows(resources.lexicon("countries.tsv"))
    return {row[0]: tuple(f.lstrip("?") for f in (row[2], *several(row[3]))) for row in table}


def _office(thing: Thing, names: Names) -> Iterator[str]:
    for owner in thing.tied("owner"):
        for title in thing.names:
            for name in _owner(owner, names):
                for whose in (name, f"the {name}"):
                    yield f"{title} of {whose}"
                    yield f"{title[:1].lower()}{title[1:]} of {whose}"


def _owner(node: str, names: Names) -> tuple[str, ...]:
    key = node.rpartition("/")[2]
    return countries().get(key) or (*names.get(node, ()), *_listed().get(key, ()))


def _meeting(thing: Thing, names: Names) -> Iterator[str]:
    yield from _telling(thing.names)
    heads = [head for head in _HEADS if any(head in fold(n).split("-") for n in thing.names)]
    years = sorted({start[:4] for start, _ in thing.days})
    owners = [name for node in thing.tied("whole") for name in _owner(node, names)]
    for head in heads[:1]:
        for owner in owners[:4]:
            for kind in (head, head.capitalize()):
                yield from (f"{year} {owner} {kind}" for year in years)
                yield from (f"{owner} {kind} {year}" for year in years)
                yield from (f"{number} {owner} {kind}" for number in _numbers(thing))


def _numbers(thing: Thing) -> Iterator[str]:
    """Yield the number of a session as items write it: "11th"."""
    for number in map(int, thing.tied("ordinal")):
        ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
        yield f"{number}{ending}"


def _instrument(thing: Thing, names: Names) -> Iterator[str]:
    yield from _telling(thing.names)


def _telling(printed: Iterable[str]) -> Iterator[str]:
    """Yield the names that are more than a kind: of several words, with a capital or a number."""
    for name in printed:
        bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
        if len(bare.split()) > 1 and _TELLING.search(bare[1:]):
            yield from dict.fromkeys((name, bare, bare[:1].upper() + bare[1:]))


_FORMS = {
    "organisation": _organisation,
    "office": _office,
    "meeting": _meeting,
    "instrument": _instrument,
}
