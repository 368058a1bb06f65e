"""The embedded engine: opening its files, and the one door through which all queries go."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kg import namespaces
from kg.errors import StoreError, UsageError
from kg.queries import ordering, results

T = TypeVar("T")

ATTEMPTS = 40
"""How often a reader tries to open files that a writer is changing."""

_PAUSE = 0.05
_DAMAGE = "restore a backup (`kg store restore`), or build it anew"


class LockedError(StoreError):
    """Another process writes to the store."""


def open_writer(data: Path, folder: Path) -> ox.Store:
    """Open the engine's files for writing; one writer at a time.

    Raises LockedError where another process writes, StoreError where the files
    cannot be opened.
    """
    try:
        opened = ox.Store(data)
        _sweep(data)
        return opened
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise LockedError(
                f"the store at {folder} is being written by another process: try again when it"
                " is done"
            ) from error
        raise _broken(folder, error) from error


def _sweep(data: Path) -> None:
    """Remove files that a process left that was killed in a bulk load: the engine keeps them."""
    for left in data.glob("bulk-*.sst"):
        left.unlink()


def load(database: ox.Store, quads: str, *, bulk: bool) -> None:
    """Add N-Quads in one step, all or nothing; `bulk` writes files beside those that are there.

    Raises what the engine raises: SyntaxError, OSError, RuntimeError.
    """
    data = quads.encode()
    if bulk:
        database.bulk_load(data, format=ox.RdfFormat.N_QUADS)
    elif data:
        database.load(data, format=ox.RdfFormat.N_QUADS)


def open_reader(data: Path, folder: Path) -> ox.Store:
    """Open a snapshot of the engine's files as they are now, also beside a writer.

    A writer that drops a file between two steps of the opening makes it
    fail; nothing is wrong then, and the next attempt sees the new files.
    """
    failure: Exception | None = None
    for attempt in range(ATTEMPTS):
        try:
            return ox.Store.read_only(str(data))
        except (OSError, RuntimeError) as error:
            failure = error
            if attempt and "No such file" not in str(error):
                break
        time.sleep(_PAUSE if data.exists() else 0)
    raise _broken(folder, failure) from failure


def begin(database: ox.Store, text: str, most: int | None = None) -> results.Found:
    """Return what a query yields, rows as they are found; the customary prefixes are declared.

    The text must be harmless: `sparql.check` tells. Raises UsageError where it
    is no SPARQL or cannot be evaluated, StoreError where the files fail; rows
    raise them too.
    """
    with _told():
        found = ordering.begin(text, lambda asked: _begin(database, asked, most))
        if isinstance(found, results.Stream):
            found.rows = _watch(found.rows)
        return found


def _begin(database: ox.Store, text: str, most: int | None) -> results.Found:
    return results.begin(database.query(text, prefixes=namespaces.prefixes()), most)


def _watch(rows: Iterator[T]) -> Iterator[T]:
    with _told():
        yield from rows


@contextmanager
def _told() -> Iterator[None]:
    """Turn the engine's errors over a query into ours."""
    try:
        yield
    except SyntaxError as error:
        message = _one_line(error).partition(", [")[0]  # what else could stand there fills a page
        raise UsageError(f"not a SPARQL query: {message[:200]}") from error
    except ValueError as error:
        raise UsageError(f"the query cannot be evaluated: {_one_line(error)}") from error
    except (OSError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and not _is_damage(error):
            raise UsageError(f"the query cannot be evaluated: {_one_line(error)}") from error
        raise failed("the store cannot be read", error) from error


def read(find: Callable[[], Iterable[T]], folder: Path | None) -> Iterator[T]:
    """Yield what the engine finds. Raises StoreError where the files in `folder` fail."""
    try:
        yield from find()
    except (OSError, RuntimeError) as error:
        raise failed(f"the store at {folder} cannot be read", error) from error


def normalise(triples: Iterable[ox.Triple]) -> frozenset[ox.Triple]:
    """Return triples as the engine stores them: it rewrites some literals ("01" is "1")."""
    memory = ox.Store()
    memory.extend(ox.Quad(*triple) for triple in triples)
    return frozenset(quad.triple for quad in memory)


def failed(what: str, error: Exception | None) -> StoreError:
    """Return what to tell of an error: what cannot be done, and what helps against damage."""
    if _is_damage(error):
        return StoreError(f"{what}, its files are damaged: {_DAMAGE} ({_one_line(error)[:200]})")
    return StoreError(f"{what}: {_one_line(error)}")


def _is_damage(error: Exception | None) -> bool:
    return "Corruption" in str(error)


def _broken(folder: Path, error: Exception | None) -> StoreError:
    return failed(f"the store at {folder} cannot be opened", error)


def _one_line(error: Exception | None) -> str:
    return " ".join(str(error).split())
