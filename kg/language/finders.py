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
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from kg.language.openings import ASSERTED, CannotTurn, Item, Row, letters, parse

_LENGTHS, _OPENINGS = (8, 4, 2), 200
"""Letters of an opening that are looked for: fewer where that many ways would not do."""
_SHORT = 3
"""Letters without which an opening has to be the border of a word to tell anything."""
_MANY = 60
"""Letters with which a pattern may begin to be worth it."""
_TWINS = {"i": "İı", "s": "ſ", "k": "\u212a"}
"""What matches a letter beside its capital where case is ignored."""
_RANGES = re.compile(r"\\d|\[\w*(?:\w-\w)+\w*\]")
"""A class of letters and digits, as "[A-Z]"."""

_REPEATED = re.compile(r"\+.?|\{[1-9].*")
"""The count of a part that stands once at least, and may again."""

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
    found, bounded = _longest(branches), all(map(_bounded, branches))
    if _common(found, bounded):
        return None
    rests: dict[str, set[str]] = {}
    for letter, *rest in found:
        for form in _forms(letter) if ignored else (letter,):
            rests.setdefault(form, set()).add("".join(rest))
    if len(rests) > _MANY:
        return None
    before = r"\b" if bounded else ""
    return _written({one: rests[one] for one in sorted(rests)}, before, "?i:" if ignored else "?:")


def _written(rests: dict[str, set[str]], before: str, mode: str) -> str | None:
    """Return the openings as a pattern: by letter, or behind one class where one is a class."""
    ends = {one: "" if "" in rest else "|".join(sorted(rest)) for one, rest in rests.items()}
    if all(one[0] != "[" and one != r"\d" for one in rests):
        guards = {one: f"(?<={before}{one})" if before and one.isalnum() else "" for one in rests}
        return f"(?:{'|'.join(f'{one}{guards[one]}({mode}{end})' for one, end in ends.items())})"
    if not before or not all(one.isalnum() or len(one) > 1 for one in rests):
        return None  # a class stands nearly everywhere, but not after the border of a word
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


def _longest(branches: Sequence[Row]) -> list[tuple[str, ...]]:
    """Return the openings of a pattern, as long as they are not too many."""
    for long in _LENGTHS:
        ways = (one for row in branches for one in _openings(row, (), long))
        if len(found := list(islice(ways, _OPENINGS))) < _OPENINGS:
            return found
    raise CannotTurn


def _common(found: Iterable[tuple[str, ...]], bounded: bool) -> bool:
    """Return whether some opening stands nearly everywhere: any small letter, or few letters."""
    return any("a-z" in one[0] or (len(one) < _SHORT and not bounded) for one in found)


def _openings(row: Row, read: tuple[str, ...], long: int) -> Iterator[tuple[str, ...]]:
    """Yield each way in which a row can go on behind the letters that were read."""
    first, rest = (row[0], row[1:]) if row else (Item(""), ())
    repeated = _REPEATED.fullmatch(first.count)
    if len(read) == long or not row or not (repeated or first.count in ("", "?")):
        yield _long(read)
        return
    if _is_empty(first):
        yield from _openings(rest, read, long)
    elif first.head == r"\s" and first.count in ("", "+"):
        yield from _openings(rest, (*_long(read), f"{first.head}{first.count}"), long)
    elif first.branches:
        for branch in first.branches:
            yield from _openings((*branch, *(() if repeated else rest)), read, long)
    else:
        try:
            signs = tuple(_signs(first.head))
        except CannotTurn:
            yield _long(read)
            return
        for sign in signs:
            yield from _openings(() if repeated else rest, (*read, sign), long)
    if first.count == "?":
        yield from _openings(rest, read, long)


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
    """Return whether all that a row matches with a letter first begins at the border of a word."""
    first = row[0] if row else Item("")
    if first.head == "(?<!":
        return any("\\w" in str(one[0]) for one in first.branches if len(one) == 1)
    inside = first.branches and not first.count and first.head not in ASSERTED
    return first.head == r"\b" or (bool(inside) and all(map(_bounded, first.branches)))


def _forms(letter: str) -> tuple[str, ...]:
    """Return all that a letter matches where case is ignored."""
    if letter[0] == "[" or not letter.isascii():
        raise CannotTurn
    plain = letter if letter[0] == "\\" else letter.lower()
    return (plain, plain.upper(), *_TWINS.get(plain, "")) if plain.isalpha() else (plain,)
