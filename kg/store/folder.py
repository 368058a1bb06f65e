"""The folder of an embedded store: what marks it, where it is by default, when it is refused.

    readout.store/
        readout.json    {"engine": "oxigraph", "format": 1}
        data/           the engine's own files

Beside a named graph an article and their merged view, the files hold the graph
urn:readout:stamps: what each of the graphs was built from, and its outline for joining.

A folder without the marker is never written to. Where the files were made anew
the marker names them ("data": "data.2"): writing it is the moment of the change.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

from kg.errors import StoreError

FORMAT = 1
"""Number of the layout; a store of a higher one was made by a newer Readout."""

VARIABLE = "READOUT_STORE"
MARKER = "readout.json"
DATA = "data"

_PART = MARKER + ".part"
_DATA = re.compile(r"data(?:\.(\d{1,9}))?")


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
    return folder / _check(folder)


def make(folder: Path) -> Path:
    """Return where the engine's files are to be; mark a folder that is new or empty.

    Raises StoreError where `folder` holds anything else than a store.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if all(entry.name == _PART for entry in folder.iterdir()):
            mark(folder)
    except OSError as error:
        raise StoreError(f"no store can be made at {folder}: {error.strerror}") from error
    return folder / _check(folder)


def mark(folder: Path, data: str = DATA) -> None:
    """Mark `folder` as a store whose files are in its folder `data`, in one step. OSError."""
    made: dict[str, str | int] = {"engine": "oxigraph", "format": FORMAT}
    with (folder / _PART).open("w", encoding="utf-8") as file:
        file.write(json.dumps(made if data == DATA else made | {"data": data}) + "\n")
        file.flush()
        os.fsync(file.fileno())
    (folder / _PART).replace(folder / MARKER)


def following(folder: Path) -> Path:
    """Return where the next files of the store may be made: no folder of that name is there."""
    names = (_DATA.fullmatch(entry.name) for entry in folder.iterdir())
    return folder / f"{DATA}.{max((int(name[1] or 1) for name in names if name), default=1) + 1}"


def sweep(folder: Path) -> None:
    """Remove files that were left by work that did not end, or that newer ones replaced."""
    current = find(folder)
    for entry in sorted(folder.iterdir()):
        if _DATA.fullmatch(entry.name) and entry != current:
            shutil.rmtree(entry, ignore_errors=True)


def size(folder: Path) -> int:
    """Return the bytes of the files below a folder; one that goes meanwhile does not count."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(place) / name).stat().st_size
            except FileNotFoundError:
                continue
    return total


def _check(folder: Path) -> str:
    """Return the name of the folder of the engine's files."""
    found = _read(folder)
    if not isinstance(found, dict) or found.get("engine") != "oxigraph":
        raise StoreError(f"{folder} is no Readout store: its {MARKER} does not say so")
    number = found.get("format")
    if not isinstance(number, int) or not 1 <= number <= FORMAT:
        raise StoreError(f"{folder} has store format {number}; this version reads up to {FORMAT}")
    name = found.get("data", DATA)
    if not isinstance(name, str) or not _DATA.fullmatch(name):
        raise StoreError(f"{folder} is no Readout store: its {MARKER} names no files")
    if name != DATA and not (folder / name).is_dir():
        raise StoreError(f"the store at {folder} has lost its files: {name} is not there")
    return name


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
