"""Files of a corpus in shards: written whole or not at all, the same bytes on every machine."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from gzip import GzipFile
from hashlib import sha256
from heapq import merge
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, cast

from kg.errors import InputError, StoreError

_LEVEL = 6
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Sum:
    """What a file is held to: its bytes, its SHA-256, and the SHA-256 of what it unpacks to.

    The last is the same also where another library packs otherwise.
    """

    file: str
    bytes: int
    sha256: str
    content: str


def save(path: Path, lines: Iterable[str]) -> Sum:
    """Write lines to a file, packed where its name ends in .gz, and return its sums.

    The file is there whole, or as it was before. Neither its own name nor the
    time is packed with it. Raises StoreError where it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    plain = sha256()
    try:
        with part.open("wb") as raw:
            with _writing(raw, packed=path.suffix == ".gz") as out:
                for line in lines:
                    data = line.encode("utf-8")
                    plain.update(data)
                    out.write(data)
            raw.flush()
            os.fsync(raw.fileno())
        found = Sum(path.name, part.stat().st_size, _digest(part), plain.hexdigest())
        part.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return found


def _writing(raw: BinaryIO, *, packed: bool) -> AbstractContextManager[BinaryIO]:
    if packed:
        return cast(AbstractContextManager[BinaryIO], GzipFile("", "wb", _LEVEL, raw, mtime=0))
    return nullcontext(raw)


def unpack(path: Path) -> Iterator[str]:
    """Yield the lines of a file that `save` wrote, with their ends.

    Raises InputError where it cannot be read, or unpacked.
    """
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            for line in file:
                yield line.decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        told = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read: {told}") from error


def sort(lines: Iterable[str], most: int = 500_000) -> Iterator[str]:
    """Yield lines in order, `most` of them in memory, the others in files meanwhile."""
    rest = iter(lines)
    with TemporaryDirectory() as folder:
        parts: list[Path] = []
        while part := sorted(islice(rest, most)):
            parts.append(Path(folder) / f"{len(parts)}.gz")
            save(parts[-1], part)
        yield from merge(*map(unpack, parts))


def fault(folder: Path, wanted: Sum) -> str | None:
    """Return what is wrong with a file by its sums, or None: missing, of another size, damaged."""
    path = folder / wanted.file
    try:
        size = path.stat().st_size
        if size != wanted.bytes:
            return f"{wanted.file} has {size} bytes instead of {wanted.bytes}"
        if _digest(path) != wanted.sha256:
            return f"{wanted.file} is damaged: its SHA-256 is another"
    except FileNotFoundError:
        return f"{wanted.file} is missing"
    except OSError as error:
        return f"{wanted.file} cannot be read: {error.strerror}"
    return None


def _digest(path: Path) -> str:
    whole = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            whole.update(piece)
    return whole.hexdigest()


def save_json(path: Path, value: Any) -> Sum:
    """Write a value as JSON, keys sorted. Raises as `save` does."""
    return save(path, (json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False), "\n"))


def read_json(path: Path) -> Any:
    """Return the value of a JSON file. Raises InputError where it is missing or none."""
    try:
        return json.loads("".join(unpack(path)))
    except ValueError as error:
        raise InputError(f"{path} is no JSON: {error}") from error
