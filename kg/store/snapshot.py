"""A store as it was at one moment, for those who read it long: its files, linked beside it.

It takes no lock, so that a writer who comes in between is not turned away: the
engine's tables are never changed, only replaced, and are linked; the short
files beside them are copied. Where something changed meanwhile it is done
again, so that the copy is what a reader of that moment would have seen.
"""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kg.errors import StoreError
from kg.store import folder

Stamp = tuple[tuple[str, int, int], ...]
"""Name, size and time of change of each file that an engine's write changes."""

ATTEMPTS = 50
"""How often a copy is begun again because a writer changed the files."""

_PAUSE = 0.02
_SHARED = ".sst"  # written once, then never changed
_IDLE = ("LOCK", "LOG")  # say nothing of the data
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A store in a folder of its own that nobody writes to, and what it was taken of."""

    folder: Path
    stamp: Stamp


def stamp(path: Path) -> Stamp:
    """Return what changes as soon as the store at `path` does; a few milliseconds at most.

    Raises StoreError where there is no store.
    """
    data = folder.find(path)
    return tuple(sorted(_entries(data)))


def take(path: Path) -> Snapshot:
    """Return a snapshot of the store at `path`. Raises StoreError where none can be made.

    It lies beside the store, where files can be linked, or else where temporary files do.
    """
    _sweep(path)
    target = _target(path)
    for _ in range(ATTEMPTS):
        before = stamp(path)
        try:
            shutil.rmtree(target, ignore_errors=True)
            _copy(folder.find(path), target)
        except FileNotFoundError:  # a writer has just removed it
            continue
        except OSError as error:
            raise StoreError(
                f"no snapshot can be made at {target}: {error.strerror or error}"
            ) from error
        if stamp(path) == before:
            return Snapshot(target, before)
        time.sleep(_PAUSE)
    drop(Snapshot(target, ()))
    raise StoreError(f"the store at {path} is changed all the time: try again when that is done")


def drop(snapshot: Snapshot) -> None:
    """Remove the files of a snapshot; who has it open reads on."""
    shutil.rmtree(snapshot.folder, ignore_errors=True)


def _entries(data: Path) -> list[tuple[str, int, int]]:
    found = []
    for entry in os.scandir(data):
        if not entry.name.startswith(_IDLE):
            try:
                about = entry.stat()
            except FileNotFoundError:
                continue
            found.append((f"{data.name}/{entry.name}", about.st_size, about.st_mtime_ns))
    return found


def _copy(data: Path, target: Path) -> None:
    copied = target / folder.DATA
    copied.mkdir(parents=True)
    for entry in sorted(os.scandir(data), key=lambda each: each.name):
        if entry.name.endswith(_SHARED):
            _link(Path(entry.path), copied / entry.name)
        elif not entry.name.startswith(_IDLE):
            shutil.copyfile(entry.path, copied / entry.name)
    folder.mark(target)


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except FileNotFoundError:
        raise
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)


def _target(path: Path) -> Path:
    """Return a new folder for a snapshot: beside the store where that can be written."""
    place = path.absolute()
    name = f".{place.name}.served-{os.getpid()}-{next(_NUMBERS)}"
    if os.access(place.parent, os.W_OK):
        return place.with_name(name)
    return Path(tempfile.mkdtemp()) / name


def _sweep(path: Path) -> None:
    """Remove snapshots beside the store whose process has ended without doing so."""
    place = path.absolute()
    for left in place.parent.glob(f".{glob.escape(place.name)}.served-*"):
        process = left.name.rpartition("served-")[2].partition("-")[0]
        if process.isdigit() and not _runs(int(process)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    if os.name != "posix":  # elsewhere the question would end the process
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
