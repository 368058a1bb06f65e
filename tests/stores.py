"""Stores on disk for the tests of what is done with them."""

from __future__ import annotations

from pathlib import Path

import samples

from kg.store import Store

SEED = "sco-tashkent-2016"


def fill(path: Path, *data: str) -> Path:
    """Return a store on disk that holds N-Quads, those of four articles by default."""
    with Store(path) as store:
        for quads in data or samples.all_quads()[:4]:
            store.put(quads)
    return path


def content(path: Path) -> list[str]:
    with Store(path, read_only=True) as store:
        named = [str(quad) for graph in store.graphs() for quad in store.quads(graph)]
        return sorted([*named, *map(str, store.quads())])
