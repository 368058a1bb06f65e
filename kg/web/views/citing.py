"""Quotes as they stand on a page, and the articles that they are from, numbered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import namespaces
from kg.queries import surroundings
from kg.queries.surroundings import Pairs, Quote, values
from kg.web.views import links

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

_DCTERMS = namespaces.VOCABULARIES["dcterms"]
SHOWN = tuple(_DCTERMS + name for name in ("title", "publisher", "issued", "source"))
"""The properties of an article that a source shows."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that a page cites; `href` is its address in the world, where that is safe."""

    number: int
    id: str
    path: str
    title: str
    publisher: str | None = None
    issued: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote, the page of its article at these words, and its source."""

    text: str
    path: str
    place: str
    source: Source
    live: str | None = None


Sources = dict[str, Source]
"""The sources of a page by the ids of the articles, in the order of their numbers."""


def sources(store: GraphStore, quotes: Iterable[Quote]) -> Sources:
    """Return the articles of quotes, numbered by date of publication and id."""
    keys = sorted({quote.article for quote in quotes})
    said = surroundings.statements(store, map(_iri, keys), SHOWN)
    known = [(_value(said.get(_iri(key), ()), "issued") or "", key) for key in keys]
    return {
        key: source(number, key, said.get(_iri(key), ()))
        for number, (_, key) in enumerate(sorted(known), start=1)
    }


def source(number: int, key: str, said: Pairs) -> Source:
    """Return an article as a source; one without title is called by its id."""
    address = _value(said, "source")
    return Source(
        number=number,
        id=key,
        path=f"/doc/article/{key}",
        title=_value(said, "title") or key,
        publisher=_value(said, "publisher"),
        issued=_value(said, "issued"),
        href=links.external(address) if address else None,
    )


def cite(quotes: Iterable[Quote], known: Sources) -> tuple[Cited, ...]:
    """Return quotes of one line as they are shown, in the order of their sources."""
    told = sorted(quotes, key=lambda quote: (known[quote.article].number, quote.place))
    return tuple(_cited(quote, known[quote.article]) for quote in told)


def _cited(quote: Quote, source: Source) -> Cited:
    return Cited(
        text=" ".join(quote.text.split()),
        path=links.passage(quote.article, quote.start, quote.end),
        place=f"{quote.start}–{quote.end}",
        source=source,
        live=links.live(source.href, quote.text),
    )


def _iri(key: str) -> str:
    return f"{namespaces.BASE}article/{key}"


def _value(said: Pairs, name: str) -> str | None:
    return next(iter(values(said, _DCTERMS + name)), None)
