"""A site as files: what each address is called as a file, and a folder that is replaced whole.

A folder that a site was written to has a list of its files, so that another
site can take its place and nothing else in the folder is touched.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from kg import namespaces
from kg.errors import InputError, UsageError

LIST = "site-files.txt"
"""The list of the files of a site, sorted, a line each; it is none of them."""

DATA = (".ttl", ".jsonld", ".nt", ".rdf", ".nq", ".trig", ".csv", ".tsv", ".json", ".xml", ".txt")
"""What an address ends in that is a file as it stands; others are pages."""

_PLAIN = re.compile(r"[a-z0-9-]{1,40}")
_LONGEST = 200  # characters of a file's name; file systems have 255 bytes
_NAMED = 3  # files that a refusal names


# --- what an address is called as a file ----------------------------------------------


def name(path: str, query: Mapping[str, object]) -> str:
    """Return the file of an address: "/doc/country/RU", skip=40: "doc/country/RU.skip-40.html".

    Values that do not fit into the name of a file are folded, with a digest.
    """
    whole = PurePosixPath(path.strip("/") or "index")
    stem = whole.name if is_page(path) else whole.stem
    asked = "".join(f".{key}-{_token(str(value))}" for key, value in sorted(query.items()))
    called = _fit(stem + asked) + (".html" if is_page(path) else whole.suffix)
    return str(whole.with_name(called))


def is_page(path: str) -> bool:
    """Tell whether an address is that of a page, which is a file in HTML."""
    return not path.endswith(DATA) and not path.startswith("/static/")


def _token(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    return f"{namespaces.fold(value)[:30]}-{namespaces.digest(value)}"


def _fit(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 11]}-{namespaces.digest(text)}"


def relative(target: str, page: str) -> str:
    """Return how a page leads to a file of the site: from "a/b.html" it is "../c.html"."""
    before, after = PurePosixPath(page).parent.parts, PurePosixPath(target).parts
    alike = zip(before, after[:-1], strict=False)
    same = len(tuple(takewhile(lambda pair: pair[0] == pair[1], alike)))
    return quote("/".join((*([".."] * (len(before) - same)), *after[same:])))


# --- a folder that is replaced whole --------------------------------------------------


@contextmanager
def replacing(folder: Path, *, force: bool = False) -> Iterator[Path]:
    """Yield an empty folder to write a site to; at the end it takes the place of what `folder` had.

    Files of an earlier site go. Raises UsageError where others lie there, unless
    `force` keeps them; InputError where it cannot be written. Nothing is changed
    where the work is not ended.
    """
    folder = folder.resolve()  # "." has no name to put another beside
    known = check(folder, force=force)
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        part.mkdir(parents=True)
        yield part
        _settle(part, folder, known)
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def check(folder: Path, *, force: bool) -> set[str]:
    """Return the files of the site that a folder has, none where it has none.

    Raises UsageError where other files lie there and `force` is not set.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: a site is written to a folder")
    known = _listed(folder)
    if not force:
        foreign = sorted(set(_walk(folder)) - known - {LIST})
        if foreign:
            more = f" and {len(foreign) - _NAMED} more" if len(foreign) > _NAMED else ""
            raise UsageError(
                f"{folder} holds what is no part of a site: {', '.join(foreign[:_NAMED])}{more}."
                " Name another folder, or keep these beside the site with --force"
            )
    return known


def _listed(folder: Path) -> set[str]:
    file = folder / LIST
    return set(file.read_text("utf-8").splitlines()) if file.is_file() else set()


def _walk(folder: Path) -> Iterator[str]:
    for place, _, found in os.walk(folder):
        inside = Path(place).relative_to(folder)
        yield from ((inside / each).as_posix() for each in found)


def _settle(part: Path, folder: Path, known: set[str]) -> None:
    """Move the files of a new site to their place; the list is at no moment without one of them."""
    made = set(_walk(part))
    folder.mkdir(parents=True, exist_ok=True)
    _write_list(folder, made | known)
    for each in sorted(made):
        target = folder / each
        target.parent.mkdir(parents=True, exist_ok=True)
        (part / each).replace(target)
    for each in sorted(known - made):
        _remove(folder, each)
    _write_list(folder, made)


def _write_list(folder: Path, names: Iterable[str]) -> None:
    part = folder / f".{LIST}.part"
    part.write_text("".join(f"{name}\n" for name in sorted(names)), "utf-8")
    part.replace(folder / LIST)


def _remove(folder: Path, name: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    target = folder / name
    if ".." in PurePosixPath(name).parts or PurePosixPath(name).is_absolute():
        return  # no line that we wrote
    target.unlink(missing_ok=True)
    for place in target.relative_to(folder).parents:
        inside = folder / place
        if place != Path() and inside.is_dir() and not any(inside.iterdir()):
            inside.rmdir()
