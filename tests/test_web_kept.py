"""What is found of a snapshot is found once, and is gone with the snapshot."""

from __future__ import annotations

import gc
import weakref

from kg.store import Store
from kg.web.views.kept import Kept, kept


def counted(most: int = 1) -> tuple[list[tuple[object, ...]], Kept[int]]:
    calls: list[tuple[object, ...]] = []

    @kept(most)
    def find(store: Store, *key: object) -> int:
        """Count."""
        calls.append(key)
        return len(calls)

    return calls, find


def test_it_is_found_once_for_each_store() -> None:
    calls, find = counted()
    one, other = Store.in_memory(), Store.in_memory()
    assert [find(one), find(one), find(other), find(one)] == [1, 1, 2, 1]
    assert calls == [(), ()]
    assert find.__doc__ == "Count."


def test_only_so_many_are_kept_the_oldest_goes() -> None:
    calls, find = counted(2)
    store = Store.in_memory()
    for key in ("a", "b", "a", "c", "b", "a"):
        find(store, key)
    assert calls == [("a",), ("b",), ("c",), ("a",)]


def test_it_goes_with_the_store() -> None:
    _, find = counted()
    store = Store.in_memory()
    find(store)
    gone = weakref.ref(store)
    del store
    gc.collect()
    assert gone() is None


def test_what_fails_is_not_kept() -> None:
    tries = []

    @kept()
    def find(store: Store) -> int:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("not yet")
        return 5

    store = Store.in_memory()
    try:
        find(store)
    except ValueError:
        assert find(store) == 5
    assert len(tries) == 2


def test_what_is_kept_is_known_without_a_search() -> None:
    calls, find = counted(2)
    one, other = Store.in_memory(), Store.in_memory()
    assert find.known(one, "a") is None
    find(one, "a")
    assert find.known(one, "a") == 1
    assert find.known(one, "b") is None
    assert find.known(other, "a") is None
    assert calls == [("a",)]
