"""Judgements of which things are one, as rows in SSSOM TSV that people read, edit and commit.

A row is positive, negative (predicate_modifier Not) or says that nothing was
found (object_id sssom:NoTermFound). What is unsure is a row too, in a file of
its own: candidates are no mappings. A row whose author is no tool is a
person's, and outweighs the machine's.
"""

from __future__ import annotations

import csv
import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg import __version__
from kg.errors import InputError
from kg.namespaces import BASE

Judgement = Literal["positive", "negative", "unsure", "none"]

NONE = "sssom:NoTermFound"
TOOL = "readout"
MANUAL = "semapv:ManualMappingCuration"
COMPOSITE = "semapv:CompositeMatching"

_COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id"),
    *("object_label", "object_source", "mapping_justification", "confidence", "mapping_tool"),
    *("mapping_tool_version", "author_label", "reviewer_label", "comment"),
    *("subject_quote", "object_quote"),
)
_THINGS = ("country", "instrument", "meeting", "office", "organisation", "person", "place")
_CURIES = {kind: f"{BASE}{kind}/" for kind in _THINGS} | {
    "owl": "http://www.w3.org/2002/07/owl#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "wd": "http://www.wikidata.org/entity/",
}
_EXTENSIONS = ("subject_quote", "object_quote")


@dataclass(frozen=True, slots=True)
class Mapping:
    """One judgement; `score` is a confidence from 0 to 1, `by` the person who made it, if one did.

    `subject` and `object` are prefixed names ("person:ru-patrushev-n",
    "wd:Q446865"); one article's part of a person is "person:KEY@ARTICLE". `source`
    is the endpoint that told the object, where one was asked.
    """

    subject: str
    object: str
    judgement: Judgement
    predicate: str = "owl:sameAs"
    score: float = 1.0
    reasons: str = ""
    labels: tuple[str, str] = ("", "")
    quotes: tuple[str, str] = ("", "")
    by: str | None = None
    reviewer: str | None = None
    source: str | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What a row is sorted by, and replaced by."""
        return self.subject, self.object, self.predicate


def read(path: Path, judgement: Judgement | None = None) -> tuple[Mapping, ...]:
    """Return the rows of a file, none where it is missing; plain rows count as `judgement`.

    Raises InputError, which names file and line, for a row that cannot be read.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    head = sum(1 for line in lines if line.startswith("#"))
    body = (line for line in lines if not line.startswith("#"))
    return tuple(parse(body, str(path), judgement, head))


def parse(
    lines: Iterable[str], where: str, judgement: Judgement | None = None, before: int = 0
) -> Iterator[Mapping]:
    """Yield the rows of a table, whose first line names its columns; `before` lines precede it.

    Raises InputError, which names `where` and the line, for a row that cannot be read.
    """
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(table, start=before + 2):
        yield _parse(row, f"{where}, line {number}", judgement)


def _parse(row: dict[str, str | None], where: str, judgement: Judgement | None) -> Mapping:
    cells = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    if not cells["subject_id"] or not cells["object_id"]:
        raise InputError(f"{where}: subject_id and object_id are needed")
    if cells["predicate_modifier"] not in ("", "Not"):
        raise InputError(f"{where}: predicate_modifier is Not or nothing")
    try:
        score = float(cells["confidence"] or 1)
    except ValueError as error:
        raise InputError(f"{where}: confidence {cells['confidence']!r} is no number") from error
    return Mapping(
        subject=cells["subject_id"],
        object=cells["object_id"],
        judgement=_judgement(cells, judgement),
        predicate=cells["predicate_id"] or "owl:sameAs",
        score=score,
        reasons=cells["comment"],
        labels=(cells["subject_label"], cells["object_label"]),
        quotes=(cells["subject_quote"], cells["object_quote"]),
        by=cells["author_label"] or (None if cells["mapping_tool"] else "a person"),
        reviewer=cells["reviewer_label"] or None,
        source=cells["object_source"] or None,
    )


def _judgement(cells: dict[str, str], plain: Judgement | None) -> Judgement:
    if cells["object_id"] == NONE:
        return "none"
    if cells["predicate_modifier"]:
        return "negative"
    return plain or "positive"


def write(rows: Iterable[Mapping], name: str) -> str:
    """Return the text of a file of rows, sorted; `name` identifies the set."""
    return "".join(lines(sorted(rows, key=lambda row: row.key), name))


def lines(rows: Iterable[Mapping], name: str) -> Iterator[str]:
    """Yield the lines of a file of rows, which come sorted; `name` identifies the set."""
    head = (
        *("#curie_map:", *(f"#  {prefix}: {iri}" for prefix, iri in _CURIES.items())),
        *("#extension_definitions:", *(f"#- slot_name: {slot}" for slot in _EXTENSIONS)),
        "#license: https://creativecommons.org/publicdomain/zero/1.0/",
        f"#mapping_set_id: https://w3id.org/readout/mappings/{name}",
    )
    yield from (f"{line}\n" for line in (*head, "\t".join(_COLUMNS)))
    yield from ("\t".join(_cells(row)) + "\n" for row in rows)


def _cells(row: Mapping) -> list[str]:
    cells = (
        *(row.subject, row.labels[0], row.predicate, "Not" if row.judgement == "negative" else ""),
        *(row.object, row.labels[1], row.source or ""),
        *(MANUAL if row.by else COMPOSITE, f"{row.score:.2f}"),
        *(("", "") if row.by else (TOOL, __version__)),
        *(row.by or "", row.reviewer or "", row.reasons, *row.quotes),
    )
    return [" ".join(cell.split()) for cell in cells]


def merge(machine: Iterable[Mapping], kept: Iterable[Mapping]) -> tuple[Mapping, ...]:
    """Return the machine's rows with those of persons in their place, sorted.

    Of rows about the same two things, in either direction, the person's stays.
    """
    return tuple(Merged(sorted(machine, key=lambda row: row.key), kept))


class Merged:
    """What `merge` returns, row by row as it is asked for; the machine's rows come sorted."""

    def __init__(self, machine: Iterable[Mapping], kept: Iterable[Mapping]) -> None:
        self._machine = machine
        self._persons = {_pair(row): row for row in kept if row.by}

    def __iter__(self) -> Iterator[Mapping]:
        own = (row for row in self._machine if not row.by and _pair(row) not in self._persons)
        mine = sorted(self._persons.values(), key=lambda row: row.key)
        return heapq.merge(own, mine, key=lambda row: row.key)


def _pair(row: Mapping) -> tuple[str, str]:
    return (min(row.subject, row.object), max(row.subject, row.object))
