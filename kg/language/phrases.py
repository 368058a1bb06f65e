"""Many phrases as one regular expression that is quick to search.

A long alternation is tried branch by branch at each position of a text. Here
the branches are sorted by their first two letters, so that few are tried, and
the text is lower-cased beforehand, so that letters compare as they are. Nearly
every letter begins one of them, so that turning them (kg.language.openings) gains nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


@lru_cache(maxsize=4)
def lower(view: str) -> str:
    """Return `view` in lower case with its length unchanged, whatever the script."""
    text = view.lower()
    if len(text) == len(view):
        return text
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in view)


def compile_phrases(patterns: Iterable[str], space: str = " ") -> re.Pattern[str]:
    """Return the pattern of whole words that match one of `patterns`, the earlier ones first.

    A pattern is lower-case and begins with two literal letters, or with a group
    of alternatives without captures that do. `space` is what a space in one of
    them stands for, but for one in second place.
    """
    rows: dict[str, dict[str, list[str]]] = {}
    for pattern in patterns:
        for text in (text for branch in _branches(pattern) for text in _unfold(branch)):
            rows.setdefault(text[0], {}).setdefault(text[1], []).append(
                text[2:].replace(" ", space)
            )
    branches = "|".join(f"{first}(?:{_second(rest)})" for first, rest in sorted(rows.items()))
    return re.compile(rf"(?<![\w-])(?:{branches})(?![\w-])")


def _second(rows: dict[str, list[str]]) -> str:
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(rows.items()))


def _unfold(pattern: str) -> Iterator[str]:
    """Yield the patterns without the group of alternatives that opens one.

    Alternatives with the same two letters stay together, before one rest: a
    list of verbs in two forms each would else be copied twice as often.
    """
    if not pattern.startswith("(?:"):
        yield pattern
        return
    close = _closing(pattern)
    optional = pattern[close + 1 : close + 2] == "?"
    rest = pattern[close + 1 + optional :]
    for branch in _together(_branches(pattern[3:close])):
        yield from _unfold(branch + rest)
    if optional:
        yield from _unfold(rest)


def _together(branches: Iterable[str]) -> Iterator[str]:
    """Yield branches, those that begin with the same two letters as one."""
    ends: dict[str, list[str]] = {}
    for branch in branches:
        letters, end = (branch, "") if branch.startswith("(") else (branch[:2], branch[2:])
        ends.setdefault(letters, []).append(end)
    for letters, ended in ends.items():
        yield letters + (ended[0] if len(ended) == 1 else f"(?:{'|'.join(ended)})")


def _closing(pattern: str) -> int:
    depth = 0
    for at, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return at
    raise ValueError(f"unbalanced brackets in the pattern {pattern!r}")


def _branches(inside: str) -> Iterator[str]:
    depth, begin = 0, 0
    for at, sign in enumerate(inside):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            yield inside[begin:at]
            begin = at + 1
    yield inside[begin:]
