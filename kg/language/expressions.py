"""Regular expressions of the grammars: compiled when first asked, and quick to search.

Stands in for `re` in the rooms of the grammar, whose thousand patterns would
cost every process a second at its start, and every article the search of those
that begin at any letter (kg.language.openings):

    from kg.language import expressions as re
"""

from __future__ import annotations

import re
from functools import lru_cache
from re import (
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    I,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import cast

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


@lru_cache(maxsize=4096)
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what works as `re.compile(pattern, flags)` does, compiled when it is first used.

    A mistake in `pattern` shows there too. What compares with `hit.re` does so by `==`.
    """
    return cast(re.Pattern[str], _Uncompiled(pattern, int(flags)))


class Expression:
    """A pattern whose methods are attributes of its own, so that asking them costs nothing."""

    pattern: str
    compiled: re.Pattern[str]

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __eq__(self, other: object) -> bool:
        return self is other or other is self.compiled

    def __hash__(self) -> int:
        return hash((self.pattern, self._flags))

    def __repr__(self) -> str:
        return f"expressions.compile({self.pattern!r})"


class _Uncompiled(Expression):
    """A pattern that nobody has asked anything yet: the first question compiles it."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        turned = turn(self.pattern, self._flags)
        compiled = re.compile(turned, self._flags)
        own = (name for name in dir(compiled) if not name.startswith("__") and name != "pattern")
        self.__dict__.update({name: getattr(compiled, name) for name in own}, compiled=compiled)
        if name in ("search", "finditer") and turned == self.pattern:
            self._look_for_openings()
        self.__class__ = Expression  # type: ignore[assignment]  # which has no such hook to pass
        return self.__dict__[name]

    def _look_for_openings(self) -> None:
        """Take a quicker way of searching where one is known."""
        opening = finders.finder(self.pattern, self._flags)
        if opening is not None:
            quick = finders.search(re.compile(opening).search, self.compiled.match)
            self.__dict__.update(search=quick, finditer=finders.iterate(quick))
