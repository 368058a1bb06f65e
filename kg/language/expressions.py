"""Regular expressions of the grammars: compiled when first asked, and quick to search.

Stands in for `re` in the rooms of the grammar, whose thousand patterns would
each be compiled at the start of every process, though an article asks half of
them; those that are searched often are turned (kg.language.openings) or looked
for by their first letters (kg.language.finders), with the same matches:

    from kg.language import expressions as re
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import (
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    I,
    Match,
    Pattern,
    escape,
)
from typing import Any, ParamSpec, TypeVar, cast

from kg.language import finders
from kg.language.openings import turn

__all__ = [
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "I",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


P = ParamSpec("P")
R = TypeVar("R")

_OWN = tuple(name for name in dir(re.Pattern) if name[:2] != "__" and name != "pattern")
_OFTEN = 50
"""Searches after which it pays to turn a pattern: that takes as long as some hundred of them."""


@lru_cache(maxsize=4096)
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what works as `re.compile(pattern, flags)` does, compiled when it is first used.

    A mistake in `pattern` shows there too. What compares with `hit.re` does so by `==`.
    """
    return cast(re.Pattern[str], _Uncompiled(pattern, int(flags)))


def search(pattern: str, text: str) -> re.Match[str] | None:
    """Return the first match in a text."""
    return compile(pattern).search(text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Return a match at the start of a text."""
    return compile(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """Return a match of a whole text."""
    return compile(pattern).fullmatch(text)


def finditer(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches in a text."""
    return compile(pattern).finditer(text)


def findall(pattern: str, text: str) -> list[str]:
    """Return the words of the matches; the patterns of the grammars have no groups here."""
    return compile(pattern).findall(text)


def split(pattern: str, text: str) -> list[str | Any]:
    """Return what stands between the matches, with their groups."""
    return compile(pattern).split(text)


def sub(pattern: str, plain: str | Callable[[re.Match[str]], str], text: str) -> str:
    """Return a text with each match replaced."""
    return compile(pattern).sub(plain, text)


class Expression:
    """A pattern whose methods are attributes of its own, so that asking them costs nothing."""

    pattern: str
    compiled: re.Pattern[str]
    turned: re.Pattern[str]
    """The pattern as it was turned; `compiled` where it was not, or is seldom used."""
    search: finders.Search
    finditer: finders.Iterate

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __eq__(self, other: object) -> bool:
        return self is other or other is self.compiled or other is self.turned

    def __hash__(self) -> int:
        return hash((self.pattern, self._flags))

    def __repr__(self) -> str:
        return f"expressions.compile({self.pattern!r})"

    def hasten(self) -> None:
        """Search in the quickest way that is known of the pattern from now on."""
        turned = turn(self.pattern, self._flags)
        if turned != self.pattern:
            self.turned = re.compile(turned, self._flags)
            self.search, self.finditer = self.turned.search, self.turned.finditer
            return
        self.search, self.finditer = self.compiled.search, self.compiled.finditer
        opening = finders.finder(self.pattern, self._flags)
        if opening is not None:
            self.search = finders.search(re.compile(opening).search, self.compiled.match)
            self.finditer = finders.iterate(self.search)


class _Uncompiled(Expression):
    """A pattern that nobody has asked anything yet: the first question compiles it."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({name: getattr(compiled, name) for name in _OWN})
        self.compiled = self.turned = compiled
        self.search = _counted(self, compiled.search)
        self.finditer = _counted(self, compiled.finditer)
        self.__class__ = Expression  # type: ignore[assignment]  # which has no such hook to pass
        return self.__dict__[name]


def _counted(expression: Expression, plain: Callable[P, R]) -> Callable[P, R]:
    """Return a way of searching that becomes quicker once it was used often."""
    left = _OFTEN

    def searched(*args: P.args, **named: P.kwargs) -> R:
        nonlocal left
        left -= 1
        if not left:
            expression.hasten()
        return plain(*args, **named)

    return searched
