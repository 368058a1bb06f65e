"""A regular expression turned so that its first letters stand first: the same matches, sooner.

`re` finds quickly where a pattern can begin if it opens with letters: it skips
all other characters in a tight loop. A pattern that opens with `\\b` or with a
look-behind is tried in full at every character, which takes three times as long.

    \\b(?:[Hh]eard|host(?:s|ed)?)   ->   (?:H(?<=\\bH)(?:eard)|h(?<=\\bh)(?:eard|ost(?:s|ed)?))

Branches that begin with different letters exclude each other, so they may
change places; those of one letter keep their order, and so each match is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

_PART = re.compile(
    r"(?P<opened>\((?:\?(?:P<\w+>|<?[=!]|>|-?[a-z]+:|:))?(?!\?))|(?P<closed>\))|(?P<either>\|)"
    r"|(?P<count>(?:[?*+]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<one>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P=\w+\)|.)",
    re.DOTALL,
)
_LETTERS = 60
_GROWTH = 4
"""A pattern that would begin with more letters, or grow by more than this, stays as it is."""

_PLAIN, ASSERTED = "(?:", ("(?=", "(?!", "(?<=", "(?<!")


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a pattern: one character or class, or a group of branches, with its count."""

    head: str
    branches: tuple[tuple[Item, ...], ...] = ()
    count: str = ""

    def __str__(self) -> str:
        inside = f"{_text(self.branches)})" if self.branches else ""
        return f"{self.head}{inside}{self.count}"


Row = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """One letter with which a branch begins, what holds before it, and what follows."""

    letter: str
    before: str
    rest: Row


class CannotTurn(Exception):
    """A pattern does not begin with few letters that are known."""


def turn(pattern: str, flags: int = 0) -> str:
    """Return a pattern that matches what `pattern` does, beginning with letters where it can.

    `flags` are those that both are compiled with: with VERBOSE it is read in
    another way, and where case is ignored `re` does not look for letters.
    """
    if flags & (re.VERBOSE | re.IGNORECASE):
        return pattern
    try:
        turned = _turn(_named(parse(pattern)), "")
    except CannotTurn:
        return pattern
    return turned if len(turned) <= _GROWTH * len(pattern) + _LETTERS else pattern


def parse(pattern: str) -> Sequence[Row]:
    """Return the branches of a pattern."""
    open_groups: list[tuple[str, list[list[Item]]]] = [("", [[]])]
    for part in _PART.finditer(pattern):
        kind, text = part.lastgroup, part.group()
        row = open_groups[-1][1][-1]
        if kind == "one" and text == "(":
            raise CannotTurn  # a condition, a comment
        if kind == "opened":
            open_groups.append((text, [[]]))
        elif kind == "either":
            open_groups[-1][1].append([])
        elif kind == "closed":
            head, branches = open_groups.pop()
            open_groups[-1][1][-1].append(Item(head, tuple(map(tuple, branches))))
        elif kind == "count":
            row[-1] = replace(row[-1], count=text)
        else:
            row.append(Item(text))
    (_, branches), *others = open_groups
    if others:
        raise CannotTurn
    return tuple(map(tuple, branches))


def _named(branches: Sequence[Row]) -> Sequence[Row]:
    """Return the branches of a pattern, none of whose groups are told apart by their number."""
    for row in branches:
        for item in row:
            if item.head == "(" or item.head[1:].isdecimal():
                raise CannotTurn
            _named(item.branches)
    return branches


def _turn(branches: Sequence[Row], before: str) -> str:
    """Return the branches as one pattern that begins with letters."""
    if len(branches) == 1:
        before, row = _asserted(branches[0], before)
        first = row[0] if row else None
        if first and first.branches and not first.count and first.head.startswith((_PLAIN, "(?P<")):
            inside = _turn(first.branches, before)
            whole = inside if first.head == _PLAIN else f"{first.head}{inside})"
            return whole + _text([row[1:]])
        branches = (row,)
    starts = [start for row in branches for start in _starts(row, before)]
    return _by_letter(starts)


def _by_letter(starts: Iterable[_Start]) -> str:
    """Return the starts sorted by letter, those of one letter in their order."""
    letters: dict[str, list[_Start]] = {}
    for start in starts:
        letters.setdefault(start.letter, []).append(start)
    if len(letters) > _LETTERS:
        raise CannotTurn
    return "(?:" + "|".join(_of_letter(one, rows) for one, rows in sorted(letters.items())) + ")"


def _of_letter(letter: str, starts: Sequence[_Start]) -> str:
    befores = {start.before for start in starts}
    if len(befores) == 1:
        return f"{letter}{_check(starts[0].before, letter)}(?:{_text([s.rest for s in starts])})"
    rows = (f"{_check(start.before, letter)}{_text([start.rest])}" for start in starts)
    return f"{letter}(?:{'|'.join(rows)})"


def _check(before: str, letter: str) -> str:
    """Return what holds before a letter as it is asked behind it."""
    return f"(?<={before}{letter})" if before else ""


def _asserted(row: Row, before: str) -> tuple[str, Row]:
    """Return a row without the assertions that open it, and these behind `before`."""
    for at, item in enumerate(row):
        if item.count or (item.head != r"\b" and item.head not in ASSERTED):
            return before, row[at:]
        before += str(item)
    return before, ()


def _starts(row: Row, before: str) -> Iterator[_Start]:
    """Yield each letter that a branch can begin with, in the order in which they are tried."""
    before, row = _asserted(row, before)
    if not row:
        raise CannotTurn  # it can be empty
    first, rest = row[0], row[1:]
    if first.count not in ("", "?", "+"):
        raise CannotTurn
    if first.count == "+" and first.branches:
        raise CannotTurn
    if first.count == "+":
        rest = (replace(first, count="*"), *rest)
    signs = () if first.head == _PLAIN else tuple(letters(first.head))
    doubled = first.count == "?" or len(first.branches) > 1 or len(signs) > 1
    if doubled and _captures(rest):
        raise CannotTurn
    for branch in first.branches:
        yield from _starts((*branch, *rest), before)
    for letter in signs:
        yield _Start(letter, before, rest)
    if first.count == "?":
        yield from _starts(rest, before)


def _captures(row: Row) -> bool:
    return any(item.head.startswith("(?P<") or any(map(_captures, item.branches)) for item in row)


def letters(head: str) -> Iterator[str]:
    """Yield the letters that a character or a class of few stands for."""
    if head[0] == "[" and head[1] != "^" and "\\" not in head and "-" not in head[1:-1]:
        yield from (re.escape(letter) for letter in head[1:-1])
    elif (len(head) == 1 and head not in ".^$") or (head[0] == "\\" and not head[1].isalnum()):
        yield head
    else:
        raise CannotTurn


def _text(branches: Iterable[Row]) -> str:
    return "|".join("".join(map(str, row)) for row in branches)
