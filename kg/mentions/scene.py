"""What the search for the owners of offices reads: a text's places of persons, and look-ups
over the whole of it that are made once, so that each place is settled in constant time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.language import expressions as re
from kg.language.patterns import Line
from kg.mentions.bonds import Bond
from kg.mentions.offices import Post
from kg.mentions.registry import Person
from kg.model import CountryMention, Document, Mentions, OfficeMention

WINDOW = 24
"""Places before and after one in which its neighbours are looked for."""

_PAIR = re.compile(r"(?P<one>[CD])-?(?P<other>[CD])")
_TITLE_PAIR = re.compile(r"(?P<one>[CD])[a-]?(?P<other>[CD])")
_VISIT = re.compile(r"\bvisit(?:s|ed|ing)?\s+(?:(?:to|in)\s+)?(?:the\s+)?\Z")


@dataclass(slots=True)
class Place:
    """A bond in its sentence, and the person that it turns out to mean."""

    bond: Bond
    sentence: int
    headline: bool
    number: int = 0  # its place among the places of the text
    person: Person | None = None
    posts: tuple[OfficeMention, ...] = ()
    alone: bool = False  # its name is one by its own words


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its lines of people and their places.

    `posts` are the office phrases with an owner, `plurals` those of several persons, in the
    order of the text; `pairs` the countries named in one breath ("Japan-U.S."); `visited`
    where each country is first said to be visited; `lone` the offices of countries that stand
    beside no name: "The President of Peru said".
    """

    document: Document
    found: Mentions
    lines: dict[int, Line]
    places: list[Place]
    posts: tuple[Post, ...]
    plurals: tuple[Post, ...]
    plural_of: dict[str, Post]
    pairs: tuple[tuple[str, str], ...]
    visited: dict[str, int]
    countries: frozenset[str]
    organisations: Counter[str] = field(default_factory=Counter)
    lone: tuple[Post, ...] = ()

    def row(self, place: Place) -> Iterator[Place]:
        """Yield the other places of its sentence, the near ones, in the order of the text."""
        first = max(0, place.number - WINDOW)
        for other in self.places[first : place.number + WINDOW]:
            if other.sentence == place.sentence and other is not place:
                yield other

    def before(self, place: Place) -> Iterator[Place]:
        """Yield the places before one, the nearest first."""
        for number in range(place.number - 1, max(-1, place.number - WINDOW - 1), -1):
            yield self.places[number]

    def phrases_before(self, phrases: tuple[Post, ...], offset: int) -> Iterator[Post]:
        """Yield the phrases that stand before an offset, the nearest first."""
        last = bisect_left(phrases, offset, key=lambda post: post.start)
        for number in range(last - 1, max(-1, last - WINDOW - 1), -1):
            yield phrases[number]


def survey(
    document: Document, found: Mentions, lines: dict[int, Line], places: list[Place]
) -> Scene:
    """Return the scene of a text, its look-ups made."""
    for number, place in enumerate(places):
        place.number = number
    phrases = [
        chunk.value
        for line in lines.values()
        for chunk in line.chunks
        if isinstance(chunk.value, Post)
    ]
    plurals = tuple(post for post in phrases if post.plural)
    return Scene(
        document,
        found,
        lines,
        places,
        posts=tuple(post for post in phrases if post.of and not post.plural),
        plurals=plurals,
        plural_of={of: post for post in reversed(plurals) for of in post.parties},
        pairs=tuple(dict.fromkeys(_pairs(document, lines))),
        visited=_visited(document, found),
        countries=frozenset(country.code for country in found.countries),
        organisations=Counter(m.name for m in found.organisations),
        lone=tuple(_lone(phrases, places)),
    )


def _lone(phrases: list[Post], places: list[Place]) -> Iterator[Post]:
    """Yield the offices of countries, of one holder now in office, that no name is bound to."""
    bound = {post.start for place in places for post in place.bond.posts}
    for post in phrases:
        named = post.plural or post.former or post.start in bound
        if post.country and post.side == "behind" and not named:
            yield post


def _pairs(document: Document, lines: dict[int, Line]) -> Iterator[tuple[str, str]]:
    for number, line in lines.items():
        title = document.sentences[number].kind == "title"
        for hit in (_TITLE_PAIR if title else _PAIR).finditer(line.symbols):
            one, other = (code(line, hit.start(group)) for group in ("one", "other"))
            if one and other:
                yield one, other


def _visited(document: Document, found: Mentions) -> dict[str, int]:
    """Return the countries said to be visited, each with the offset of the first time."""
    visited: dict[str, int] = {}
    for country in found.countries:
        if _VISIT.search(document.view, max(0, country.start - 30), country.start):
            visited.setdefault(country.code, country.start)
    return visited


def code(line: Line, i: int) -> str | None:
    """Return the code of the country that stands at place `i` of a line."""
    value = line.chunks[i].value
    return value.code if isinstance(value, CountryMention) else None
