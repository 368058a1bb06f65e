"""Stretches of text, by their offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator


class Spans:
    """A set of stretches of text that answers whether it touches another one."""

    def __init__(self, pairs: Iterator[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(pairs):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def touch(self, start: int, end: int) -> bool:
        """Return whether any stretch shares a character with `start` to `end`."""
        last = bisect_right(self._starts, end - 1) - 1
        return last >= 0 and self._ends[last] > start
