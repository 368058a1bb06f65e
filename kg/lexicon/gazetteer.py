"""One pass over a text for every known name: the longest wins where names overlap.

Names of countries, organisations and cities are looked for together, so that a
larger name swallows a smaller one inside it ("Shanghai Cooperation
Organisation", "South China Sea"); names that are none of the three only swallow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from kg import lexicon, resources
from kg.language import expressions as re
from kg.lexicon import City, Country, Organisation
from kg.lexicon.tables import rows

LEAST_CAPITALS = 5
"""Letters that the name of a city needs for its form in capitals ("MOSCOW, 3 May")."""

_WIDE = re.compile(r" (?<=\w ) {1,2}(?=\w)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one form may name; all empty for a name that only swallows.

    `countries` and `cities` hold the more usual first. `demonym` tells "Uzbek"
    from "Uzbekistan"; `weak` forms need a context. `name` is the form in its
    usual letters where it is in capitals here.
    """

    countries: tuple[Country, ...] = ()
    demonym: bool = False
    organisation: Organisation | None = None
    cities: tuple[City, ...] = ()
    weak: bool = False
    name: str | None = None

    @property
    def country(self) -> Country | None:
        """Return the country that the form names by itself, None where rivals share it."""
        return self.countries[0] if self.countries and not self.weak else None


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a text: `start` and `end` are code points of what was scanned."""

    start: int
    end: int
    entry: Entry


class Gazetteer:
    """The forms of all lists in one automaton."""

    __slots__ = ("_automaton", "_entries")

    def __init__(self, forms: Iterable[tuple[str, Entry]]) -> None:
        entries = dict(forms)
        self._automaton = AhoCorasick(list(entries))
        self._entries = tuple(entries.values())

    def scan(self, text: str) -> tuple[Found, ...]:
        """Return the names in `text`, not overlapping, in its order: leftmost, then longest.

        Two or three blanks between words count as one: lines that break and indent.
        """
        if "  " not in text or not _WIDE.search(text):
            return self._scan(text)
        wide = [(gap.start(), gap.end() - gap.start() - 1) for gap in _WIDE.finditer(text)]
        added = list(accumulate((size for _, size in wide), initial=0))
        narrow = [start - before for (start, _), before in zip(wide, added, strict=False)]
        return tuple(
            Found(
                found.start + added[bisect_left(narrow, found.start)],
                found.end + added[bisect_left(narrow, found.end)],
                found.entry,
            )
            for found in self._scan(_WIDE.sub(" ", text))
        )

    def _scan(self, text: str) -> tuple[Found, ...]:
        found: list[Found] = []
        reach = 0
        for start, back, number in sorted(self._whole(text)):
            if start >= reach:
                reach = -back
                found.append(Found(start, reach, self._entries[number]))
        return tuple(found)

    def _whole(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield start, negative end and number of each form that stands as whole words."""
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for number, start, end in hits:
            if _bounded(text, start, end):
                yield start, -end, number


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether words begin and end at these offsets; a hyphen parts words."""
    before = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
    after = end == len(text) or not (text[end].isalnum() or text[end] == "_")
    return before and after


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the shipped lists."""
    return Gazetteer(_forms().items())


def _forms() -> dict[str, Entry]:
    """Return every form with what it names; organisations win over cities and countries."""
    places = lexicon.cities_by_form()
    forms = {form: Entry(cities=known, weak=_weak(form, known)) for form, known in places.items()}
    for form, demonym, countries, weak in _countries():
        forms[form] = Entry(countries, demonym, cities=places.get(form, ()), weak=weak)
    forms |= {
        form.upper(): replace(entry, name=form)
        for form, entry in forms.items()
        if len(form) >= LEAST_CAPITALS - bool(entry.countries) and not (entry.weak and entry.cities)
    }
    for organisation in lexicon.organisations().values():
        forms |= dict.fromkeys(organisation.weak, Entry(organisation=organisation, weak=True))
        forms |= dict.fromkeys(organisation.forms, Entry(organisation=organisation))
    nothing = Entry()
    return forms | {row[0]: nothing for row in rows(resources.lexicon("passed-over.txt"))}


def _countries() -> Iterator[tuple[str, bool, tuple[Country, ...], bool]]:
    """Yield each form of countries, whether it is a demonym, whom it names, whether it is weak."""
    strong: dict[tuple[str, bool], Country] = {}
    weak: dict[tuple[str, bool], tuple[Country, ...]] = {}
    for country in lexicon.countries().values():
        strong |= {(form.replace(" ", "-"), True): country for form in country.demonyms}
        strong |= {(form, True): country for form in country.demonyms}
        strong |= {(form, False): country for form in country.names}
        for rival in [(f, False) for f in country.weak] + [
            (f, True) for f in country.weak_demonyms
        ]:
            weak[rival] = (*weak.get(rival, ()), country)
    for form, demonym in sorted(strong.keys() | weak.keys(), key=lambda key: (not key[1], key[0])):
        first = strong.get((form, demonym))
        rivals = weak.get((form, demonym), ())
        yield form, demonym, (first, *rivals) if first else rivals, first is None


def _weak(form: str, cities: tuple[City, ...]) -> bool:
    return all(form in city.weak for city in cities)
