"""Acronyms that a text itself defines: "Danube River Mission (DRM)".

The letters of the acronym are sought from its end in the words before the
bracket, as Schwartz and Hearst (2003) do; the first must open a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language import expressions as re

LONGEST = 110
"""Code points of a full name before its bracket: the longest of the word list has 107."""

_BRACKET = re.compile(
    r"(?<=\S) ?\((?:the )?([A-Z][A-Za-z]*[A-Z0-9+][A-Za-z0-9+/-]{0,10})(?:\)|[,;] )"
)
_BREAK = re.compile(r"[.!?;:()\[\]\"] |  +|[()\[\]\"]")


@dataclass(frozen=True, slots=True)
class Definition:
    """A full name at `start` to `end` and its acronym at `first` to `last`, in brackets."""

    start: int
    end: int
    acronym: str
    first: int
    last: int


def definitions(view: str) -> Iterator[Definition]:
    """Yield the definitions of acronyms in a view, in its order."""
    for bracket in _BRACKET.finditer(view):
        end = bracket.start()
        floor = _floor(view, end)
        start = _opening(view, floor, end, bracket[1])
        if start is not None:
            yield Definition(start, end, bracket[1], *bracket.span(1))


def _floor(view: str, end: int) -> int:
    """Return the first offset from which a name that ends at `end` may start."""
    least = max(0, end - LONGEST)
    breaks = [hit.end() for hit in _BREAK.finditer(view, least, end)]
    return breaks[-1] if breaks else least


def _opening(view: str, floor: int, end: int, acronym: str) -> int | None:
    """Return where the words that spell the acronym begin, or None."""
    letters = [letter for letter in acronym.lower() if letter.isalnum()]
    at = end
    for number, letter in enumerate(reversed(letters), 1):
        first = number == len(letters)
        at -= 1
        while at >= floor and not (view[at].lower() == letter and (not first or _opens(view, at))):
            at -= 1
        if at < floor:
            return None
    return at if view[at].isupper() and " " in view[at:end] else None


def _opens(view: str, at: int) -> bool:
    return at == 0 or not view[at - 1].isalnum()
