"""How the command speaks: data on stdout or in a file, all else on stderr."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from kg.errors import InputError

T = TypeVar("T")

CLEAR = "\r\033[K"
"""What takes the line of progress off a terminal."""


def write(text: str, output: str | None = None) -> None:
    """Write data to the file `output`, or to stdout where it is None or "-"."""
    write_all((text,), output)


def write_all(texts: Iterable[str], output: str | None = None) -> None:
    """Write data piece by piece; where no piece comes, no file is written.

    Raises InputError where the file cannot be written.
    """
    if output and output != "-":
        _save(Path(output), texts)
        return
    out = sys.stdout.buffer
    for text in texts:
        out.write(text.encode("utf-8"))
        out.flush()


def _save(path: Path, texts: Iterable[str]) -> None:
    """Write through a file beside `path`, so that it is there whole or as it was before."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        written = 0
        with part.open("wb") as file:
            for text in texts:
                written += file.write(text.encode("utf-8"))
        if written:
            part.replace(path)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


def note(text: str) -> None:
    """Write one line for a person to stderr."""
    click.echo(f"kg: {text}", err=True)


def is_watched() -> bool:
    """Tell whether a person at a terminal sees what is written to stderr."""
    return sys.stderr.isatty()


def follow(items: Iterable[T], total: int | None = None) -> Iterator[T]:
    """Yield the items and say on a terminal how many there were, how fast, and what is left."""
    if not is_watched():
        yield from items
        return
    start = time.monotonic()
    for done, item in enumerate(items, 1):
        click.echo(CLEAR, nl=False, err=True)
        yield item
        click.echo(_progress(done, total, time.monotonic() - start), nl=False, err=True)
    click.echo(CLEAR, nl=False, err=True)


def _progress(done: int, total: int | None, seconds: float) -> str:
    """Return how far a work is: "120 of 2,000 done, 31 a second, 1 min left"."""
    whole = f" of {total:,}" if total else ""
    if seconds < 1:
        return f"{done:,}{whole} done "
    rate = done / seconds
    speed = f", {rate:.0f} a second" if rate >= 1 else f", {60 * rate:.0f} a minute"
    left = f", {_duration((total - done) / rate)} left" if total and total > done else ""
    return f"{done:,}{whole} done{speed}{left} "


def _duration(seconds: float) -> str:
    """Return a duration as people say it: 40 s, 5 min, 3 h."""
    for unit, size in (("h", 3600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def bold(text: str) -> str:
    """Return `text` in bold for a terminal, unless NO_COLOR or a dumb one asks for plain text."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain or not sys.stdout.isatty() else click.style(text, bold=True)


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: "1 person", "2 persons"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
