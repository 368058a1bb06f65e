"""The folder of an embedded store: what marks it, where it is by default, when it is refused.

    readout.store/
        readout.json    {"engine": "oxigraph", "format": 1}
        data/           the engine's own files

A folder without the marker is never written to.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from kg.errors import StoreError

FORMAT = 1
"""Number of the layout; a store of a higher one was made by a newer Readout."""

VARIABLE = "READOUT_STORE"
MARKER = "readout.json"
DATA = "data"

_PART = MARKER + ".part"


def default() -> Path:
    """Return the folder that READOUT_STORE names, else `readout.store` in the working folder.

    It lies in the open beside the articles, not in a hidden folder of the
    platform: a corpus has its own store, and deleting the folder deletes it.
    """
    return Path(os.environ.get(VARIABLE) or "readout.store")


def find(folder: Path) -> Path:
    """Return where the engine's files of the store at `folder` are.

    Raises StoreError where there is no store, or one that this version cannot read.
    """
    if not folder.exists():
        raise StoreError(f"no store at {folder}: `kg build --store {folder} SOURCE` makes one")
    _check(folder)
    return folder / DATA


def make(folder: Path) -> Path:
    """Return where the engine's files are to be; mark a folder that is new or empty.

    Raises StoreError where `folder` holds anything else than a store.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if all(entry.name == _PART for entry in folder.iterdir()):
            _mark(folder)
    except OSError as error:
        raise StoreError(f"no store can be made at {folder}: {error.strerror}") from error
    _check(folder)
    return folder / DATA


def _mark(folder: Path) -> None:
    (folder / _PART).write_text(json.dumps({"engine": "oxigraph", "format": FORMAT}) + "\n")
    (folder / _PART).replace(folder / MARKER)


def _check(folder: Path) -> None:
    found = _read(folder)
    if not isinstance(found, dict) or found.get("engine") != "oxigraph":
        raise StoreError(f"{folder} is no Readout store: its {MARKER} does not say so")
    number = found.get("format")
    if not isinstance(number, int) or not 1 <= number <= FORMAT:
        raise StoreError(f"{folder} has store format {number}; this version reads up to {FORMAT}")


def _read(folder: Path) -> object:
    try:
        return json.loads((folder / MARKER).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(
            f"{folder} is no Readout store (it has no {MARKER}) and was left as it is"
        ) from error
    except OSError as error:
        raise StoreError(f"the store at {folder} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise StoreError(f"{folder} is no Readout store: its {MARKER} is no JSON") from error
