"""For whom a clause says that a person speaks: "for Chile, N", "Korea's by the Speaker, N".

A frame is a country or organisation in a clause of its own before the person, or behind the
person's name; it gives the owner of an office that names none. Patterns run over the line of
people, where O is an office and Y a name (see `attendees`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.language import expressions as re
from kg.language.patterns import Line
from kg.lexicon import countries
from kg.mentions.offices import party
from kg.model import Document, PlaceMention

REACH = 40
"""Chunks beside a person in which a frame is looked for."""

_OPENS = r"(?:^|[;,.:*(\-\"]|a|(?<=[;,.])a,|(?P<while>w))"
_MORE = r"(?:Y(?:\([MBmbaO]{1,10}\)|,O|,?fM{1,4})?(?:,|,?a)h?t?)?"
_FRAMES = (
    # for Chile, N; from Haiti there was N; and, speaking for X, its President, N
    re.compile(
        rf"{_OPENS}(?P<speaking>w)?(?P<for>[fi])t?(?P<land>[CG]),?(?P<gap>w{{0,4}})h?t?"
        rf"(?:(?P<more>{_MORE}))\Z"
    ),
    # Representing Peru was Minister N
    re.compile(rf"{_OPENS}(?P<stands>w)t?(?P<land>[CG]),?(?P<gap>w{{1,4}})h?t?\Z"),
    # India, for which Culture Secretary N
    re.compile(r"(?P<land>[CG]),?f(?P<which>w)h?t?\Z"),
    # Korea's by the Speaker, N; Korea's was led by N
    re.compile(r"(?P<land>C)'(?P<led>w{0,3})yh?t?\Z"),
    # Peru was present in the person of N; Chile in that of N
    re.compile(r"(?P<land>[CG])'?(?P<present>[wq]{0,4})it?(?P<person>w)oh?t?\Z"),
    # Iceland has sent N
    re.compile(r"(?P<land>[CG])(?P<sent>w{1,3})(?:yh|[ht])?\Z"),
    # N1; Russia, N2
    re.compile(r"[;:*\-]a?,?t?(?P<land>[CG]),h?t?\Z"),
    # on Chile's part; on the part of Chile
    re.compile(
        r"(?:f(?P<land>[CD])'?(?P<part>w)|ft(?P<part2>w)ot?(?P<land2>[CG])),?[wt]{0,5}y?h?t?\Z"
    ),
    # for the Peruvian, his colleague N
    re.compile(r"[;,a]ft(?P<land>D),h?t?\Z"),
)
_BEHIND = (
    # N, for Kenya, ...; N, Minister of Trade, on the Kenyan side
    re.compile(r"(?:,?O)?,?(?P<for>[fi])t?(?P<land>[CG])(?:[,;.)]|,?a(?=[th]?[OTY]))"),
    re.compile(r"(?:Y|O|\([MBmbaHg]{1,10}\)|[,aM]){0,40}?,?ft?(?P<land>D)(?P<part>w)(?=[,;.)a])"),
    re.compile(r"(?:,?O)?,?w(?P<for>f)t?(?P<land>[CG])[,;.]"),
    # N, who took the floor for Bhutan
    re.compile(r",?(?P<held>w[wtH]{1,4})(?P<for>f)t?(?P<land>[CG])[,;.]"),
    # N, Minister of Trade, who leads Peru's delegation
    re.compile(r"(?:,?O)?,?(?P<who>w)?(?P<leads>[wOQ]{1,2})t?(?P<land>[CD])'?(?P<part>[wb])"),
    re.compile(r"(?:,?O)?,?f(?P<part>w)ot?(?P<land>[CG])"),  # N, ambassador, on behalf of Peru
)
_SENDING = frozenset(["sent", "sends", "delegated", "dispatched", "deputed", "seconded"])
_WORDS = {
    "for": frozenset(["for", "from"]),
    "while": frozenset(["while", "whereas", "whilst"]),
    "stands": frozenset(["representing"]),
    "speaking": frozenset(["speaking", "appearing", "sitting"]),
    "which": frozenset(["which", "whom"]),
    "held": frozenset(["who", "held", "took", "had", "the", "chair", "part", "floor", "spoke"])
    | {"sat", "attended", "stood"},
    "who": frozenset(["who"]),
    "leads": frozenset(["leads", "led", "heads", "headed", "leading", "heading", "also"]),
    "led": frozenset(["is", "was", "were", "led", "headed", "represented", "delegation", "team"])
    | {"seat", "place", "chair", "side", "occupied", "taken", "filled", "held", "voiced", "upheld"},
    "present": frozenset(["is", "was", "were", "present", "represented", "there", "appeared"])
    | {"spoke", "took", "part", "attended", "had", "been", "stood"},
    "person": frozenset(["person", "persons", "that", "those", "shape"]),
    "gap": frozenset(
        ["came", "was", "were", "there", "appeared", "spoke", "sat", "is", "it", "took", "part"]
    )
    | {"attended", "participated", "had", "come", "present", "also"},
    "sent": frozenset(["has", "had", "was", "is", "also", "represented"]) | _SENDING,
    "part": frozenset(["part", "side", "behalf", "delegation", "team"]),
}


# for Ankara, N; from Ankara, N; Ankara was represented by N, Cairo by M; Cairo sent M
_OF_CAPITAL = (
    re.compile(r"(?:(?:^|[,.]|a|w)(?=f)|[;:(])(?P<for>[fi])(?P<land>L),?h?t?\Z"),
    re.compile(r"(?:^|[;,.:]|a)(?P<land>L)(?P<led>'?w{0,3})yh?t?\Z"),
    re.compile(r"(?:^|[;,.:]|a)(?P<land>L)(?P<sent>w{1,3})(?:yh|[ht])?\Z"),
)


def framed(document: Document, line: Line, first: int, last: int) -> str | None:
    """Return the country or organisation whose frame holds the person at `first` to `last`."""
    left, base = line.symbols[max(0, first - REACH) : first], max(0, first - REACH)
    for pattern in _FRAMES:
        found = pattern.search(left)
        if found and _fits(document, line, found, base):
            return _land(line, found, base)
    if "L" in left and (land := _of_capital(document, line, left, base)):
        return land
    right = line.symbols[last : last + REACH]
    for pattern in _BEHIND:
        found = pattern.match(right)
        if found and _fits(document, line, found, last):
            return _land(line, found, last)
    return None


def _of_capital(document: Document, line: Line, left: str, base: int) -> str | None:
    """Return the country for which its capital stands: "from Ankara, President N"."""
    for pattern in _OF_CAPITAL:
        found = pattern.search(left)
        if found and _fits(document, line, found, base):
            value = line.chunks[base + found.start("land")].value
            return capital_of(value.name) if isinstance(value, PlaceMention) else None
    return None


@cache
def _capitals() -> dict[str, str]:
    return {country.capital: code for code, country in countries().items() if country.capital}


def capital_of(name: str) -> str | None:
    """Return the code of the country whose capital bears a name, None for other cities."""
    return _capitals().get(name)


def its(document: Document, line: Line, first: int) -> str | None:
    """Return whose office "its Secretary-General" is: of the last party or office before it."""
    if line.symbols[first - 1 : first] != "h" or _word(document, line, first - 1) != "its":
        return None
    for chunk in reversed(line.chunks[max(0, first - REACH) : first]):
        if chunk.symbol in "CG":
            return party(chunk.value)
    return None


def _land(line: Line, found: re.Match[str], base: int) -> str | None:
    group = next(g for g in found.groupdict() if g.startswith("land") and found.group(g))
    return party(line.chunks[base + found.start(group)].value)


def _fits(document: Document, line: Line, found: re.Match[str], base: int) -> bool:
    """Tell whether the words of each group of a match are those that open a frame."""
    for group in (name for name, text in found.groupdict().items() if text):
        said = set(_spoken(document, line, found, base, group))
        allowed = _WORDS.get(group.rstrip("2"))
        if allowed is not None and not said <= allowed:
            return False
        if group == "sent" and said.isdisjoint(_SENDING):
            return False
    return True


def _spoken(
    document: Document, line: Line, found: re.Match[str], base: int, group: str
) -> Iterator[str]:
    for i in range(*found.span(group)):
        yield _word(document, line, base + i)


def _word(document: Document, line: Line, i: int) -> str:
    chunk = line.chunks[i]
    return document.words(chunk.start, chunk.end).lower()
