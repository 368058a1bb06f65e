"""The folder of decisions: for identity and for links a file of rows, and one of candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from kg import mappings
from kg.mappings import NONE, Judgement, Mapping

FILES = ("identity", "links")
"""What there are decisions on."""

Answer = Literal["accept", "reject", "none"]

_JUDGED: dict[Answer, Judgement] = {"accept": "positive", "reject": "negative", "none": "none"}


def beside(store: Path) -> Path:
    """Return the folder of a store's decisions: talks.decisions beside talks.store."""
    return store.with_name(f"{store.name.removesuffix('.store')}.decisions")


def file(folder: Path, name: str, *, candidates: bool = False) -> Path:
    """Return the file of what is decided, or of candidates, on one of FILES."""
    return folder / f"{name}{'.candidates' if candidates else ''}.sssom.tsv"


def changed(folder: Path) -> tuple[int, ...]:
    """Return when each file of rows was last written, in nanoseconds; 0 for one that is not there.

    What was made of the rows holds as long as these numbers do.
    """
    files = (file(folder, name, candidates=open_) for name in FILES for open_ in (False, True))
    return tuple(each.stat().st_mtime_ns if each.exists() else 0 for each in files)


def properties(folder: Path) -> Path:
    """Return the file of the properties of Wikidata that drafts name."""
    return folder / "properties.tsv"


def read(folder: Path, name: str) -> tuple[Mapping, ...]:
    """Return the rows of what is decided. Raises InputError for one that cannot be read."""
    return mappings.read(file(folder, name))


def unsure(folder: Path, name: str) -> tuple[Mapping, ...]:
    """Return the rows of candidates. Raises InputError for one that cannot be read."""
    return mappings.read(file(folder, name, candidates=True), "unsure")


def texts(folder: Path, name: str, rows: Iterable[Mapping]) -> tuple[tuple[Path, str], ...]:
    """Return both files of a name with the text that rows make of them."""
    ordered = sorted(rows, key=lambda row: row.key)
    return tuple((path, "".join(found)) for path, found in lines(folder, name, ordered))


def lines(folder: Path, name: str, rows: Iterable[Mapping]) -> Iterator[tuple[Path, Iterator[str]]]:
    """Yield both files of a name with their lines; the rows come sorted, and twice."""
    sure = (row for row in rows if row.judgement != "unsure")
    yield file(folder, name), mappings.lines(sure, name)
    open_ = (row for row in rows if row.judgement == "unsure")
    yield file(folder, name, candidates=True), mappings.lines(open_, f"{name}-candidates")


def judge(row: Mapping, answer: Answer, by: str) -> Mapping:
    """Return a candidate as a person judges it; "none" says that no item is the thing."""
    if answer == "none":
        row = replace(row, object=NONE, labels=(row.labels[0], ""))
    return replace(row, judgement=_JUDGED[answer], score=1.0, by=by)


def settle(rows: Iterable[Mapping], made: Mapping) -> tuple[Mapping, ...]:
    """Return rows with a person's decision in place of what was open or said by the machine."""
    gone = {(made.subject, made.object)}
    kept = [
        row
        for row in rows
        if (row.subject, row.object) not in gone
        and not (row.subject == made.subject and NONE in (row.object, made.object) and not row.by)
    ]
    return (*kept, made)
