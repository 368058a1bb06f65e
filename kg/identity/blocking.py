"""Which units are compared at all: those that share a key, as long as not too many do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator


def blocks(keys: Iterable[tuple[str, Collection[Hashable]]]) -> dict[Hashable, list[str]]:
    """Return the units that share each key; of a unit come its name and its keys, each once."""
    found: dict[Hashable, list[str]] = defaultdict(list)
    for unit, mine in keys:
        for key in mine:
            found[key].append(unit)
    return found


def pairs(found: Iterable[list[str]], largest: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield the pairs of units that share a block, each once, sorted.

    A block of more than `largest` says too little. No more than the pairs of
    one unit are held: of twenty thousand articles there are millions.
    """
    waiting: dict[str, list[list[str]]] = defaultdict(list)
    for block in found:
        if 1 < len(block) <= (largest or len(block)):
            last_first = sorted(block, reverse=True)
            for unit in last_first:
                waiting[unit].append(last_first)
    for unit in sorted(waiting):
        others: set[str] = set()
        for block in waiting.pop(unit):
            block.pop()  # the unit itself: those that are left come after it
            others.update(block)
        yield from ((unit, other) for other in sorted(others))
