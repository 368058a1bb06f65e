"""How alike two names are, for the scoring of facts: loosely for names, greedily for lists.

Case, accents, apostrophes, articles, plural endings and the order of words do
not count; codes and dates are compared exactly by whoever asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

G = TypeVar("G")
P = TypeVar("P")

_DROPPED = re.compile(r"['’‘`ʼ]")
_OTHER = re.compile(r"[^a-z0-9]+")
_EMPTY = frozenset(re.findall(r"\w+", "the a an of on in for and to at under by its"))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, apostrophes and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _OTHER.sub(" ", _DROPPED.sub("", plain.lower())).strip()


def overlap(one: str | None, other: str | None) -> float:
    """Return the Dice coefficient of the content words of two names, 0 where one has none."""
    left, right = _content(one or ""), _content(other or "")
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def equal(one: str | None, other: str | None) -> bool:
    """Return whether two names are the same when folded."""
    return fold(one or "") == fold(other or "")


def close(one: str | None, other: str | None) -> bool:
    """Return whether two names share most of their content words, or are the same."""
    return overlap(one, other) >= 0.6 or equal(one, other)


def same_person(one: str | None, other: str | None) -> bool:
    """Return whether two forms of a name can be one person within one article.

    They share a whole word, and what is left of them does not contradict: one
    has nothing left, or an initial of one opens a word of the other.
    """
    left, right = fold(one or "").split(), fold(other or "").split()
    if not left or not right:
        return False
    if set(left) == set(right):
        return True
    shared = {w for w in left if len(w) > 1} & {w for w in right if len(w) > 1}
    if not shared:
        return False
    rest_left = [w for w in left if w not in shared]
    rest_right = [w for w in right if w not in shared]
    if not rest_left or not rest_right:
        return True
    return any(_initial(a, b) for a in rest_left for b in rest_right)


def align(
    gold: Sequence[G], found: Sequence[P], likeness: Callable[[G, P], float], least: float
) -> dict[int, int]:
    """Return the greedy pairing, best pairs first: index in `gold` to index in `found`.

    Pairs less alike than `least` stay apart; of equal pairs the earlier wins.
    """
    scored = [(likeness(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in sorted(scored, reverse=True):
        if value < least:
            break
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


@lru_cache(maxsize=65536)
def _content(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in fold(text).split() if word not in _EMPTY)


def _stem(word: str) -> str:
    if len(word) <= 4 or word.endswith("ss") or not word.endswith("s"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
