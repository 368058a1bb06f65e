"""How the command speaks: data on stdout or in a file, all else on stderr."""

from __future__ import annotations

import os
import sys
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


def follow(items: Iterable[T]) -> Iterator[T]:
    """Yield the items and, where stderr is a terminal, say there how many there were so far."""
    shown = sys.stderr.isatty()
    for done, item in enumerate(items, 1):
        if shown:
            click.echo(CLEAR, nl=False, err=True)
        yield item
        if shown:
            click.echo(f"{done} done ", nl=False, err=True)
    if shown:
        click.echo(CLEAR, nl=False, err=True)


def bold(text: str) -> str:
    """Return `text` in bold for a terminal, unless NO_COLOR or a dumb one asks for plain text."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain or not sys.stdout.isatty() else click.style(text, bold=True)


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: "1 person", "2 persons"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
