"""The embedded engine: opening its files, and the one door through which all queries go."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph as ox

from kg import namespaces, results
from kg.errors import StoreError, UsageError

ATTEMPTS = 40
"""How often a reader tries to open files that a writer is changing."""

_PAUSE = 0.05


def open_writer(data: Path, folder: Path) -> ox.Store:
    """Open the engine's files for writing; one writer at a time.

    Raises StoreError where another process writes, or the files cannot be opened.
    """
    try:
        return ox.Store(data)
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise StoreError(
                f"the store at {folder} is being written by another process: try again when it"
                " is done"
            ) from error
        raise _broken(folder, error) from error


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


def evaluate(database: ox.Store, text: str) -> results.Result:
    """Return what a query yields; the customary prefixes need no declaration.

    The text must be harmless: `sparql.check` tells. Raises UsageError where it
    is no SPARQL or cannot be evaluated, StoreError where the files fail.
    """
    try:
        return results.collect(database.query(text, prefixes=namespaces.prefixes()))
    except SyntaxError as error:
        message = _one_line(error).partition(", [")[0]  # what else could stand there fills a page
        raise UsageError(f"not a SPARQL query: {message[:200]}") from error
    except (RuntimeError, ValueError) as error:
        raise UsageError(f"the query cannot be evaluated: {_one_line(error)}") from error
    except OSError as error:
        raise StoreError(f"the store cannot be read: {_one_line(error)}") from error


def _broken(folder: Path, error: Exception | None) -> StoreError:
    return StoreError(f"the store at {folder} cannot be opened: {_one_line(error)}")


def _one_line(error: Exception | None) -> str:
    return " ".join(str(error).split())
