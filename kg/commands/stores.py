"""`kg store`: the upkeep of a store on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import commands, console
from kg.console import plural

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.difference import Difference

FOLDER = click.Path(path_type=Path)
SHOWN = 20
"""Faults that are told one by one; the rest are counted."""


@click.group()
def store() -> None:
    """Look after a store: check, compact, copy and compare it.

    Work that is killed, or finds the disk full, leaves a store as it was.
    """


@store.command()
@commands.store
def info(store: str | None) -> None:
    """Tell what a store holds."""
    from kg.store import upkeep

    with _open(store) as place:
        told = upkeep.info(place)
    console.write(
        f"{told.path}: {plural(told.articles, 'article')}, {_size(told.size)} on disk,"
        f" format {told.format}\n"
    )


@store.command()
@commands.store
def verify(store: str | None) -> int:
    """Read all of a store and check that it is whole.

    Every passage must replay from the text of its article, and the merged view
    must hold what the articles state, no more and no less. The exit code is 1
    where something is wrong.
    """
    from kg.store import upkeep

    with _open(store) as place:
        check = upkeep.verify(place)
        for number, fault in enumerate(check):
            if number < SHOWN:
                console.write(f"{fault}\n")
    seen = f"{plural(check.articles, 'article')} with {plural(check.statements, 'statement')}"
    verdict = plural(check.faults, "fault") if check.faults else "whole"
    console.write(f"{place.path}: {verdict}, {seen}\n")
    return 1 if check.faults else 0


@store.command()
@commands.store
def compact(store: str | None) -> None:
    """Make the files of a store anew, smaller and quicker to read.

    It needs as much free space as the store takes.
    """
    from kg.store import upkeep

    path = _path(store)
    sizes = upkeep.compact(path)
    console.write(f"{path}: {_size(sizes.before)} before, {_size(sizes.after)} now\n")


@store.command()
@click.argument("target", metavar="DIR", type=FOLDER)
@commands.store
def backup(target: Path, store: str | None) -> None:
    """Copy a store to the new folder DIR.

    On the same disk the copy shares its files and is made at once: it guards
    against mistakes. A copy on another disk guards against the loss of the disk.
    """
    from kg.store import upkeep

    path = _path(store)
    size = upkeep.backup(path, target)
    console.write(f"{path} is copied to {target}, {_size(size)}\n")


@store.command()
@click.argument("source", metavar="DIR", type=FOLDER)
@commands.store
@click.option("--force", is_flag=True, help="Also where the store holds articles, which are lost.")
def restore(source: Path, store: str | None, force: bool) -> None:
    """Put the backup in DIR in the place of a store."""
    from kg.store import upkeep

    path = _path(store)
    count = upkeep.restore(path, source, force=force)
    console.write(f"{plural(count, 'article')} restored from {source} to {path}\n")


@store.command()
@click.argument("old", metavar="OLD", type=FOLDER)
@click.argument("new", metavar="NEW", type=FOLDER)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="json: an object a line.  [default: text]",
)
@commands.output
def diff(old: Path, new: Path, form: str, output: str | None) -> int:
    """Tell which facts are new, gone, changed or moved between two stores.

    A fact has moved where it is the same and rests on other words. The exit
    code is 0 where both tell the same, else 1.
    """
    from kg.store import Store
    from kg.store.difference import compare

    counts: dict[str, int] = {}

    def told(found: Iterator[Difference]) -> Iterator[str]:
        for each in found:
            counts[each.kind] = counts.get(each.kind, 0) + 1
            yield _line(each) if form == "json" else _paragraph(each)
        if form == "text":
            yield _summary(counts)

    with Store(old, read_only=True) as one, Store(new, read_only=True) as other:
        console.write_all(told(compare(one, other)), output)
    return 1 if counts else 0


def _line(difference: Difference) -> str:
    import json

    return json.dumps(asdict(difference), ensure_ascii=False) + "\n"


def _paragraph(difference: Difference) -> str:
    lines = [f"{difference.kind:<8} {difference.article}: {difference.fact}"]
    for name, words in (("was", difference.was), ("now", difference.now)):
        if words:
            lines.append(f"         {name} {words}")
    return "\n".join(lines) + "\n"


def _summary(counts: dict[str, int]) -> str:
    parts = (
        f"{counts[kind]} {kind}" for kind in ("new", "gone", "changed", "moved") if kind in counts
    )
    return (", ".join(parts) or "no difference") + "\n"


def _open(store: str | None) -> Store:
    from kg.store import Store

    return Store(store, read_only=True)


def _path(store: str | None) -> Path:
    from kg.store import folder

    return Path(store) if store else folder.default()


def _size(size: int) -> str:
    """Return bytes as people read them: 1.4 GB, 73 MB, 12 kB."""
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= step:
            return f"{size / step:.1f} {unit}" if size < 10 * step else f"{size // step} {unit}"
    return plural(size, "byte")
