"""The grammar of places: cities and usual places of meetings, with their country.

"Vientiane, Laos" is one mention and takes the country named. A form that is a
word or a person's name too ("Nice", "Santiago") needs a place's context: "in
Nice", "Nice, France". A capital that is called as its country ("Singapore") is a
place after "in" and "at" only. What only bears the name of a city is left out:
"Vienna Convention", "Washington Post", "Moscow time".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import expressions as re
from kg.lexicon import City
from kg.lexicon.contexts import before, ends_a_person
from kg.lexicon.gazetteer import Found
from kg.lexicon.recognition import recognise
from kg.mentions import settlements
from kg.model import Document, PlaceMention

_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Cc]ity of|[Cc]apital(?: city)?,?) \Z")
_TOWARDS = re.compile(r"\b(?:[Tt]o|[Ff]rom|[Vv]ia|[Ff]or|[Vv]isit(?:ed|s|ing)?|[Rr]eached) \Z")
_NAMED_AFTER = re.compile(
    r"(?: (?:International|Medical|National|State|Technical)){0,2}"
    r"(?: |-)(?:Academy|Accords?|Action|Agenda|Agreements?|Airport|Airways|Airlines|Charter|Club"
    r"|Communiqu[eé]|Consensus|Conventions?|Criteria|Daily|Declarations?|Document|Final Act"
    r"|Financial|Format|Framework|Gazette|Group|Herald|House|Initiative|Institute|Memorandum"
    r"|Money|Pact|Plan|Post|Principles|Process"
    r"|Protocols?|Round|Spirit|Statement|Statute|Times|Treaty|Tribune|University)\b| [Tt]ime\b"
)
_OF_DOCUMENT = re.compile(
    r"\b(?:Treaty|Convention|Declaration|Statute|Charter|Peace|Battle|University|Bishop|Archbishop"
    r"|Patriarch|Duke|Duchess|Mayor) of \Z"
)
_NAME_AFTER = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Summit|Meeting|Session|Conference|Forum"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[A-Z][a-z]"
)
_CITY = re.compile(r" [Cc]ity\b")
_COMMA = re.compile(r"(?: [Cc]ity)?(?:,? \(?|, (?:the )?)")


def find(document: Document) -> tuple[PlaceMention, ...]:
    """Return the places that a document names, in the order of the text."""
    known = recognise(document)
    listed = tuple(_paired(document.view, _mentions(document, known)))
    described = settlements.find(document, known, listed)
    return tuple(sorted((*listed, *described), key=lambda mention: mention.start))


def _mentions(document: Document, known: tuple[Found, ...]) -> Iterator[PlaceMention]:
    view = document.view
    named = {country.code for found in known for country in found.entry.countries[:1]}
    following: tuple[Found | None, ...] = (*known[1:], None)[: len(known)]
    for found, after in zip(known, following, strict=True):
        if found.entry.cities:
            country = _country_named(view, found, after)
            if _stands(view, found, country is not None):
                yield _mention(document, found, after if country else None, named)


def _paired(view: str, mentions: Iterator[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the mentions, one for two cities with a slash between: "Strasbourg/Kehl"."""
    last: PlaceMention | None = None
    for one in mentions:
        if last and view[last.end : one.start] == "/":
            country = one.country if one.country == last.country else None
            last = PlaceMention(last.start, one.end, one.rule, f"{last.name}/{one.name}", country)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _country_named(view: str, found: Found, after: Found | None) -> str | None:
    """Return the country named right after a city, where the city is known to lie in it."""
    if after is None or not after.entry.countries or after.entry.demonym:
        return None
    code = after.entry.countries[0].code
    known = any(city.country == code for city in found.entry.cities)
    return code if known and _COMMA.fullmatch(view, found.end, after.start) else None


def _stands(view: str, found: Found, sure: bool) -> bool:
    """Tell whether a form names a place where it stands."""
    words = before(view, found.start)
    if _NAMED_AFTER.match(view, found.end) or _OF_DOCUMENT.search(words):
        return False
    if found.entry.countries:
        return bool(_IN.search(words))
    if sure or not found.entry.weak:
        return not ends_a_person(view, found.start)
    if _CITY.match(view, found.end):
        return True
    named = _IN.search(words) or _TOWARDS.search(words)
    return bool(named) and not _NAME_AFTER.match(view, found.end)


def _mention(
    document: Document, found: Found, after: Found | None, named: set[str]
) -> PlaceMention:
    cities = found.entry.cities
    code = after.entry.countries[0].code if after else None
    city = next((c for c in cities if c.country == code), None) or _usual(cities, named)
    name = found.entry.name or document.words(found.start, found.end)
    end = _closed(document.view, found.end, after.end) if after else found.end
    return PlaceMention(found.start, end, "city", name, city.country)


def _closed(view: str, start: int, end: int) -> int:
    """Return the end of a country with the bracket that closes one opened before it."""
    return end + 1 if "(" in view[start:end] and view[end : end + 1] == ")" else end


def _usual(cities: tuple[City, ...], named: set[str]) -> City:
    """Return the city in a country that the text names, where only one is, else the first."""
    here = [city for city in cities if city.country in named]
    return here[0] if len(here) == 1 else cities[0]
