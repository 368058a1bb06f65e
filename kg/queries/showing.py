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

    A date may be written with the name of its month, a number as an ordinal,
    a concept of a closed list (`iri`) by any of the words that name it.
    """
    if value.casefold() in words.casefold():
        return True
    date = _DATE.fullmatch(value)
    if date:
        return _shows_date(words, date)
    if value.isdecimal():
        return any(found.value == int(value) for found in ordinals(words))
    named = _named().get(iri or "")
    return bool(named and named.search(words))


def _shows_date(words: str, date: re.Match[str]) -> bool:
    """Tell whether the month is named, and the day beside it, where the date has them."""
    _, month, day = date.groups()
    if not month or not 1 <= int(month) <= len(_MONTHS):
        return False
    name = _MONTHS[int(month) - 1]  # "sep" and "sept" are September too
    named = re.search(rf"\b{name[:3]}(?:{name[3:4]}|{name[3:]})?\b", words, re.IGNORECASE)
    counted = not day or re.search(rf"(?<!\d)0?{int(day)}(?:st|nd|rd|th)?(?!\d)", words)
    return bool(named and counted)


@cache
def _named() -> dict[str, re.Pattern[str]]:
    """Return for each concept of the closed lists, by its IRI, what its words look like."""
    return {
        concept.iri: re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, (*concept.words, concept.notation)))})(?!\w)",
            re.IGNORECASE,
        )
        for scheme in vocabulary.SCHEMES
        for concept in vocabulary.concepts(scheme)
    }
