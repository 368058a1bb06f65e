"""What is found of a snapshot once and kept as long as the snapshot is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from kg.store import Store

R = TypeVar("R")
Make = Callable[..., R]


def kept(most: int = 1) -> Callable[[Make[R]], Make[R]]:
    """Return a decorator: what a function finds in a store is kept, for `most` other arguments.

    It goes with the store: a snapshot that is served no more leaves nothing
    behind, and none of its files open. Of two threads that ask at once both may look.
    """

    def dress(make: Make[R]) -> Make[R]:
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

        return look_up

    return dress
