"""The page of a thing: what is known of it, and what other things say of it, with the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.namespaces import VOCABULARIES, fold
from kg.queries import surroundings, things
from kg.queries.dossier import Dossier, Line, Section, Window, dossier
from kg.queries.results import curie
from kg.queries.surroundings import Quote
from kg.web.views import citing, judgements, links
from kg.web.views.citing import Cited, Source, Sources
from kg.web.views.judgements import Judged
from kg.web.views.links import Link

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

PRINTED = "name in print"
"""The section of a dossier that tells how articles print a person's name."""

FORMATS = (".ttl", ".jsonld", ".nt")
"""What is put behind the path of a thing to have it in another format."""

WHOLE = Window()
"""Every section from its beginning."""

_SAME = VOCABULARIES["owl"] + "sameAs"
_MATCH = VOCABULARIES["skos"] + "exactMatch"
_LINKED = ("same as", "exact match")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing said: properties with their values, and the quotes behind it."""

    parts: tuple[tuple[str, Link], ...]
    quotes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """What is said of one kind: lines `first` to `last` of `total`; `slug` names it in addresses.

    `before` and `after` are how many lines to skip for the pages around this one.
    """

    title: str
    slug: str
    lines: tuple[Told, ...]
    first: int
    last: int
    total: int
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as its page shows it; `nodes` are the IRIs that are one with it, its own first."""

    iri: str
    path: str
    kind: str
    name: str
    also: tuple[str, ...]
    nodes: tuple[str, ...]
    printed: Block | None
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    judged: Judged


def thing(
    store: GraphStore,
    iri: str,
    window: Window = WHOLE,
    folder: Path | None = None,
    beside: Iterable[Quote] = (),
) -> Thing:
    """Return the page of the thing `iri`; `folder` holds the decisions on what it is.

    `beside` are quotes that stand elsewhere on the page: its sources are numbered with theirs.
    Raises UsageError where the store says nothing of it.
    """
    told = dossier(store, iri, window)
    nodes = things.members(store, iri)
    known = citing.sources(store, (*_quotes(told), *beside))
    blocks = {section.title: block(section, known, window.size) for section in told.sections}
    printed = blocks.pop(PRINTED, None)
    return Thing(
        iri=told.iri,
        path=links.document(told.iri) or "",
        kind=told.kind,
        name=_name(told, printed),
        also=told.also,
        nodes=nodes,
        printed=printed,
        blocks=tuple(filter(None, blocks.values())),
        sources=tuple(known.values()),
        judged=judgements.judged(folder, nodes, linked(store, nodes)),
    )


def _name(told: Dossier, printed: Block | None) -> str:
    """Return the name of a thing; of one that only decisions of identity made, a form in print."""
    if told.name == curie(told.iri) and printed and printed.lines:
        return printed.lines[0].parts[0][1].text
    return told.name


def _quotes(told: Dossier) -> Iterator[Quote]:
    return (quote for section in told.sections for line in section.lines for quote in line.quotes)


def linked(store: GraphStore, nodes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the items of the world that the store says are one with a thing, or match it."""
    said = surroundings.statements(store, nodes, (_SAME, _MATCH))
    found = {node.value for pairs in said.values() for _, node in pairs}
    return tuple(sorted(found.difference(nodes)))


def block(section: Section, known: Sources, size: int) -> Block | None:
    """Return a section of a dossier as it is shown; None where nothing is left to show."""
    lines = tuple(_told(line, known) for line in section.lines if not _is_link(line))
    first = section.skipped
    last, total = first + len(section.lines), len(section.lines) + section.more
    if not lines and not first:
        return None
    return Block(
        title=section.title[:1].upper() + section.title[1:],
        slug=fold(section.title),
        lines=lines,
        first=first + 1,
        last=last,
        total=total,
        before=max(0, first - size) if first else None,
        after=last if last < total else None,
    )


def _is_link(line: Line) -> bool:
    """Tell whether a line only links to an item: those are told with the reasons."""
    return any(part.verb in _LINKED for part in line.parts)


def _told(line: Line, known: Sources) -> Told:
    parts = [(part.verb, links.link(part.value, part.iri)) for part in line.parts]
    return Told(tuple(parts) or (("", Link(line.text)),), citing.cite(line.quotes, known))
