"""What is found of a snapshot once and kept as long as the snapshot is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast
from weakref import WeakKeyDictionary

from kg.store import Store

R = TypeVar("R")
Found = TypeVar("Found", covariant=True)
Make = Callable[..., R]


class Kept(Protocol[Found]):
    """A function of a store, and more, whose answers are kept."""

    def __call__(self, *asked: Any) -> Found: ...

    def known(self, *asked: Any) -> Found | None:
        """Return what is kept, without making anything."""
        ...


def kept(most: int = 1) -> Callable[[Make[R]], Kept[R]]:
    """Return a decorator: what a function finds in a store is kept, for `most` other arguments.

    It goes with the store: a snapshot that is served no more leaves nothing
    behind, and none of its files open. Of two threads that ask at once both may look.
    """

    def dress(make: Make[R]) -> Kept[R]:
        found: WeakKeyDictionary[Store, dict[tuple[object, ...], R]] = WeakKeyDictionary()
        lock = threading.Lock()

        @wraps(make)
        def look_up(store: Store, *key: object) -> R:
            with lock:
                mine = found.setdefault(store, {})
                if key in mine:
                    return mine[key]
            made = make(store, *key)
            with lock:
                while len(mine) >= most:
                    del mine[next(iter(mine))]
                mine[key] = made
            return made

        def known(store: Store, *key: object) -> R | None:
            with lock:
                return found.get(store, {}).get(key)

        dressed = cast("Kept[R]", look_up)
        vars(look_up)["known"] = known
        return dressed

    return dress
