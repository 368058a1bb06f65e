"""What was decided of a thing: which Wikidata item it is, which nodes are one, and why.

The decisions are rows of files beside the store (`kg link` writes them), which
persons edit. A page needs the rows of one thing out of a hundred thousand: the
first page notes where the rows of each name begin, and only those are parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from kg import decisions, mappings
from kg.errors import InputError
from kg.mappings import Mapping
from kg.web.views import links
from kg.web.views.links import Link

WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision in words; `verdict` is "accepted", "candidate", "rejected" or "none found".

    `confidence` is None where no row tells it.
    """

    verdict: str
    item: Link
    reasons: str
    confidence: float | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of a thing's item in Wikidata, and of the nodes that were joined to it."""

    items: tuple[Judgement, ...] = ()
    same: tuple[Judgement, ...] = ()

    @property
    def sought(self) -> bool:
        """Tell whether anybody has looked for an item."""
        return bool(self.items)


_VERDICTS = {
    "positive": "accepted",
    "unsure": "candidate",
    "negative": "rejected",
    "none": "none found",
}
_FIRST = tuple(_VERDICTS.values())


def judged(folder: Path | None, nodes: Iterable[str], linked: Iterable[str] = ()) -> Judged:
    """Return the decisions on the nodes of a thing from the files in `folder`.

    `linked` are items that the store itself links to: one that no row explains
    is told without a reason. Files that are missing, or that cannot be read, tell nothing.
    """
    from kg.identity.graph import shorten  # not before a page of a thing is asked for

    names = tuple(map(shorten, nodes))
    rows = tuple(_rows(folder, "links", names)) if folder else ()
    items = [_item(row) for row in rows]
    explained = {judgement.item.href for judgement in items if judgement.verdict == "accepted"}
    bare = [_bare(iri) for iri in linked if iri.startswith(WIKIDATA) and iri not in explained]
    same = [_pair(row, names) for row in _rows(folder, "identity", names)] if folder else []
    return Judged(_sorted((*bare, *items)), _sorted(same))


def _sorted(found: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(
        sorted(found, key=lambda j: (_FIRST.index(j.verdict), -(j.confidence or 0), j.item.text))
    )


def _rows(folder: Path, name: str, names: tuple[str, ...]) -> Iterator[Mapping]:
    """Yield the rows of one of the kinds of decision that speak of one of these names."""
    for candidates in (False, True):
        file = decisions.file(folder, name, candidates=candidates)
        lines = _lines(file, names)
        try:
            yield from mappings.parse(lines, file.name, "unsure" if candidates else None)
        except InputError:
            continue  # a file that a person is editing: the page shows what the others say


def _lines(file: Path, names: tuple[str, ...]) -> list[str]:
    """Return the line of a file that names its columns, and those that speak of these names."""
    try:
        known = file.stat()
        places = _places(file, known.st_mtime_ns, known.st_size)
        with file.open("rb") as rows:
            wanted = sorted({place for name in ("", *names) for place in places.get(name, ())})
            return [_line(rows, place) for place in wanted]
    except OSError:
        return []


def _line(rows: BinaryIO, place: int) -> str:
    rows.seek(place)
    return rows.readline().decode("utf-8", "replace")


@lru_cache(maxsize=8)
def _places(file: Path, changed: int, size: int) -> dict[str, list[int]]:
    """Return where the rows begin that speak of each name, under "" the line of columns."""
    places: dict[str, list[int]] = {}
    columns: list[str] = []
    with file.open("rb") as rows:
        place = 0
        for line in rows:
            cells = line.decode("utf-8", "replace").rstrip("\r\n").split("\t")
            if not columns and not line.startswith(b"#"):
                columns, places[""] = cells, [place]
            elif columns:
                for name in _speaking_of(dict(zip(columns, cells, strict=False))):
                    places.setdefault(name, []).append(place)
            place += len(line)
    return places


def _speaking_of(row: dict[str, str]) -> set[str]:
    """Return the names of things that a row speaks of.

    None where a machine keeps two things apart: there are ten times as many
    of such rows as of all others, and they are the reason of nothing on a page.
    """
    if row.get("predicate_modifier") == "Not" and not row.get("author_label"):
        return set()
    ends = (row.get("subject_id", ""), row.get("object_id", ""))
    return {end.partition("@")[0] for end in ends} - {mappings.NONE, ""}


def _item(row: Mapping) -> Judgement:
    name = row.object.removeprefix("wd:")
    found = row.object.startswith("wd:")
    text = f"{row.labels[1]} ({name})" if row.labels[1] else name
    item = Link(text, href=WIKIDATA + name) if found else Link("none found")
    return Judgement(_VERDICTS[row.judgement], item, row.reasons, row.score, row.by)


def _bare(iri: str) -> Judgement:
    item = Link(iri.removeprefix(WIKIDATA), href=links.external(iri))
    return Judgement(
        "accepted", item, "its row is not among the decisions beside the store", None, None
    )


def _pair(row: Mapping, names: tuple[str, ...]) -> Judgement:
    from kg.identity.graph import expand

    forward = row.subject.partition("@")[0] in names
    other = row.object if forward else row.subject
    label = row.labels[1] if forward else row.labels[0]
    node = expand(other.partition("@")[0])
    item = links.link(f"{label} ({other})" if label else other, node)
    return Judgement(_VERDICTS[row.judgement], item, row.reasons, row.score, row.by)
