"""Places that no list knows, told by the words around them: "in the Armenian town of Loriberd".

Three habits of the register are read: a kind of settlement before "of" ("the port
city of Karvel"), with the country of a demonym before it; a name between "in" and
the name of a country ("in Loriberd, Armenia"); and a name behind the word of a
gathering and "in" ("talks in Loriberd on 5 May").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg import resources
from kg.language import expressions as re
from kg.lexicon.gazetteer import Found
from kg.lexicon.recognition import heads
from kg.lexicon.tables import rows
from kg.model import Document, PlaceMention

_NAME = r"[A-Z][\w'-]+(?: (?:(?:de|del|do|da|di|la|el|al|upon) )?[A-Z][\w'-]+){0,2}"
_SETTLEMENT = re.compile(
    r"\b(?:city|town|village|resort|port|settlement|capital)(?: (?:city|town|village))? of"
    rf" (?P<name>{_NAME})"
)
_BEFORE_COUNTRY = re.compile(rf"\b[Ii]n (?P<name>{_NAME})(?:, (?:the )?| \()\Z")
_GATHERED = re.compile(
    rf"\b(?:held|hosted|convened|gathered|met|meetings?|session|summit|talks|consultations) in"
    rf" (?P<name>{_NAME})(?=[,.;]| (?:on|from|between|today|yesterday|to|at|under|with|this)\b)"
)
_LISTED = re.compile(r",? (?:and|or|as well as) |, (?:the )?[A-Z]|/")
_KIND = re.compile(r" (?:[a-z]+ ){0,2}\Z")
REACH = 60
"""Code points before a country that are looked at."""


def find(
    document: Document, known: tuple[Found, ...], taken: tuple[PlaceMention, ...]
) -> Iterator[PlaceMention]:
    """Yield the places that the words around them tell, none of them inside `taken`."""
    spans = {mention.start for mention in taken}
    grammars = (_settlements, _before_countries, _gathered)
    for mention in (one for grammar in grammars for one in grammar(document, known)):
        if mention.start not in spans:
            spans.add(mention.start)
            yield mention


def _settlements(document: Document, known: tuple[Found, ...]) -> Iterator[PlaceMention]:
    """Yield the places after "city of" and its like."""
    demonyms = {found.end: found for found in known if found.entry.demonym}
    for hit in _SETTLEMENT.finditer(document.view):
        start, end = hit.span("name")
        if _free(known, start, end):
            before = document.view[max(0, hit.start() - REACH) : hit.start()]
            country = _country_before(before, hit.start(), demonyms)
            yield PlaceMention(start, end, "described", hit["name"], country)


def _country_before(before: str, offset: int, demonyms: dict[int, Found]) -> str | None:
    """Return the country of the demonym that stands before a kind of settlement."""
    gap = _KIND.search(before)
    found = demonyms.get(offset - len(gap[0])) if gap else None
    return found.entry.countries[0].code if found else None


def _before_countries(document: Document, known: tuple[Found, ...]) -> Iterator[PlaceMention]:
    """Yield the places between "in" and the name of a country that opens no list."""
    view = document.view
    for found in known:
        if not found.entry.country or found.entry.demonym or _LISTED.match(view, found.end):
            continue
        least = max(0, found.start - REACH)
        hit = _BEFORE_COUNTRY.search(view[least : found.start])
        if hit and not _institution(hit["name"]):
            start, end = least + hit.start("name"), least + hit.end("name")
            if _free(known, start, end):
                code = found.entry.country.code
                close = found.end + (view[end : end + 2] == " (")
                yield PlaceMention(start, close, "described", hit["name"], code)


def _gathered(document: Document, known: tuple[Found, ...]) -> Iterator[PlaceMention]:
    """Yield the places in which something is said to be held."""
    for hit in _GATHERED.finditer(document.view):
        start, end = hit.span("name")
        if _free(known, start, end) and not _institution(hit["name"]):
            yield PlaceMention(start, end, "described", hit["name"], None)


def _institution(name: str) -> bool:
    """Tell whether a word of a name says that it is a time, a region or an institution."""
    return any(word in no_settlements() or word in heads() for word in name.split())


def _free(known: tuple[Found, ...], start: int, end: int) -> bool:
    """Tell whether no known name stands between two offsets."""
    at = bisect_left(known, end, key=lambda found: found.start)
    return at == 0 or known[at - 1].end <= start


@cache
def no_settlements() -> frozenset[str]:
    """Return capitalised words that follow "in" and are no settlement: months, regions."""
    return frozenset(row[0] for row in rows(resources.lexicon("no-settlements.txt")))
