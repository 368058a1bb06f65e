"""Where a pattern that cannot be turned may begin: its first letters, looked for before it.

Some patterns begin with few words and yet cannot be turned (kg.language.openings),
since a group opens there or since what follows would stand twice. Their first
letters make a small pattern of its own, quick to search; the whole is tried only
where that one is found. The matches are those of a search letter by letter.

    \\b(?:(?P<day>[Tt]oday)|(?P<ago>two|three)\\s+days\\s+ago)
    ->  (?:T(?<=\\bT)(?:oda)|t(?<=\\bt)(?:hre|oda|wo\\s))
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

from kg.language.openings import ASSERTED, CannotTurn, Item, Row, letters, parse

_LONG = 4
"""Letters of an opening that are looked for: more would tell little more."""
_MANY = 60
"""Letters with which a pattern may begin to be worth it."""
_TWINS = {"i": "İı", "s": "ſ", "k": "\u212a"}
"""What matches a letter beside its capital where case is ignored."""
_RANGES = re.compile(r"\\d|\[\w*(?:\w-\w)+\w*\]")
"""A class of letters and digits, as "[A-Z]"."""

Search = Callable[..., re.Match[str] | None]
Iterate = Callable[..., Iterator[re.Match[str]]]


def finder(pattern: str, flags: int = 0) -> str | None:
    """Return a pattern that is found wherever `pattern` begins, or None where it begins anyhow."""
    if flags & re.VERBOSE:
        return None
    try:
        return _finder(pattern, bool(flags & re.IGNORECASE) or "(?i:" in pattern)
    except CannotTurn:
        return None


def _finder(pattern: str, ignored: bool) -> str | None:
    branches = parse(pattern)
    rests: dict[str, set[str]] = {}
    for letter, *rest in (one for row in branches for one in _openings(row, ())):
        for form in _forms(letter) if ignored else (letter,):
            rests.setdefault(form, set()).add("".join(rest))
    if len(rests) > _MANY:
        return None
    before = r"\b" if all(map(_bounded, branches)) else ""
    return _written({one: rests[one] for one in sorted(rests)}, before, "?i:" if ignored else "?:")


def _written(rests: dict[str, set[str]], before: str, mode: str) -> str:
    """Return the openings as a pattern: by letter, or behind one class where one is a class."""
    ends = {one: "" if "" in rest else "|".join(sorted(rest)) for one, rest in rests.items()}
    if all(one[0] != "[" and one != r"\d" for one in rests):
        guards = {one: f"(?<={before}{one})" if before else "" for one in rests}
        return f"(?:{'|'.join(f'{one}{guards[one]}({mode}{end})' for one, end in ends.items())})"
    if not before:
        raise CannotTurn  # a class stands nearly everywhere, but not after the border of a word
    signs = "".join(_sign(one) for one in rests)
    rows = "|".join(f"(?<={one})({mode}{end})" for one, end in ends.items())
    return f"[{signs}](?<={before}.)(?:{rows})"


def _sign(one: str) -> str:
    """Return a letter or class as it stands within a class."""
    return one[1:-1] if one[0] == "[" else one if len(one) > 1 else re.escape(one)


def search(find: Search, match: Search) -> Search:
    """Return a search by a pattern's `match`, tried where `find` says that it may begin."""

    def searched(text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        hit = find(text, start, end)
        while hit is not None:
            at = hit.start()
            found = match(text, at, end)
            if found is not None:
                return found
            hit = find(text, at + 1, end)
        return None

    return searched


def iterate(search: Search) -> Iterate:
    """Return what yields the matches of a search that finds nothing empty, from left to right."""

    def iterated(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        while (found := search(text, start, end)) is not None:
            yield found
            start = found.end()

    return iterated


def _openings(row: Row, read: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield each way in which a row can go on behind the letters that were read."""
    if len(read) == _LONG or not row or row[0].count not in ("", "?", "+"):
        yield _long(read)
        return
    first, rest = row[0], row[1:]
    if _is_empty(first):
        yield from _openings(rest, read)
    elif first.branches and first.count != "+":
        for branch in first.branches:
            yield from _openings((*branch, *rest), read)
    elif first.head == r"\s" and first.count != "?":
        yield (*_long(read), r"\s")
        return
    else:
        try:
            signs = tuple(_signs(first.head))
        except CannotTurn:
            yield _long(read)
            return
        for sign in signs:
            yield from _openings(() if first.count == "+" else rest, (*read, sign))
    if first.count == "?":
        yield from _openings(rest, read)


def _signs(head: str) -> Iterator[str]:
    """Yield the letters that a part stands for, a class of many as it is."""
    yield from (head,) if _RANGES.fullmatch(head) else letters(head)


def _long(read: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was read, if anything."""
    if not read:
        raise CannotTurn
    return read


def _is_empty(item: Item) -> bool:
    """Return whether a part matches no letter of its own."""
    return item.head in (r"\b", r"\B", r"\A", r"\Z", "^", "$", *ASSERTED)


def _bounded(row: Row) -> bool:
    """Return whether all that a row matches begins at the border of a word."""
    first = row[0] if row else Item("")
    inside = first.branches and not first.count and first.head not in ASSERTED
    return first.head == r"\b" or (bool(inside) and all(map(_bounded, first.branches)))


def _forms(letter: str) -> tuple[str, ...]:
    """Return all that a letter matches where case is ignored."""
    if letter[0] == "[" or not letter.isascii():
        raise CannotTurn
    plain = letter if letter[0] == "\\" else letter.lower()
    return (plain, plain.upper(), *_TWINS.get(plain, "")) if plain.isalpha() else (plain,)
