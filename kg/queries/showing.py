"""Whether words show a value: "13-14 April" the day 2016-04-13, "took place" the status held."""

from __future__ import annotations

import re
from functools import cache

from kg import vocabulary
from kg.language.numerals import ordinals

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)


def shows(words: str, value: str, iri: str | None = None) -> bool:
    """Tell whether words print a value, or write it in another way that is known.

    A date may be written with the name of its month, a number as an ordinal, a
    concept of a closed list (`iri`) by any of the words that name it. The longest of
    all words of its list decides: "will be held" says planned, and not held.
    """
    if iri in _schemes():
        return _named(words, _schemes()[iri]) == iri
    if value.casefold() in words.casefold():
        return True
    date = _DATE.fullmatch(value)
    if date:
        return _shows_date(words, date)
    return value.isdecimal() and any(found.value == int(value) for found in ordinals(words))


def _shows_date(words: str, date: re.Match[str]) -> bool:
    """Tell whether the month is named, and the day beside it, where the date has them."""
    _, month, day = date.groups()
    if not month or not 1 <= int(month) <= len(_MONTHS):
        return False
    name = _MONTHS[int(month) - 1]  # "sep" and "sept" are September too
    named = re.search(rf"\b{name[:3]}(?:{name[3:4]}|{name[3:]})?\b", words, re.IGNORECASE)
    counted = not day or re.search(rf"(?<!\d)0?{int(day)}(?:st|nd|rd|th)?(?!\d)", words)
    return bool(named and counted)


def _named(words: str, scheme: str) -> str | None:
    """Return the concept of a closed list that the longest of its words in `words` names."""
    found = [hit[0].casefold() for hit in _pattern(scheme).finditer(words)]
    return _concepts(scheme).get(max(found, key=len, default=""))


@cache
def _schemes() -> dict[str | None, str]:
    """Return the closed list of each concept, by its IRI."""
    return {
        concept.iri: scheme
        for scheme in vocabulary.SCHEMES
        for concept in vocabulary.concepts(scheme)
    }


@cache
def _concepts(scheme: str) -> dict[str, str]:
    """Return the IRI of the concept that each word of a closed list names."""
    return {
        word.casefold(): concept.iri
        for concept in reversed(vocabulary.concepts(scheme))
        for word in (*concept.words, concept.notation)
    }


@cache
def _pattern(scheme: str) -> re.Pattern[str]:
    """Return what any word of a closed list looks like, the longest that fits."""
    listed = sorted(_concepts(scheme), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)
