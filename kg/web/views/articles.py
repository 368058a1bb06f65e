"""The list of articles, the latest first."""

from __future__ import annotations

from dataclasses import dataclass

from kg import namespaces
from kg.queries import surroundings
from kg.store import Store
from kg.web.views import citing
from kg.web.views.citing import Source
from kg.web.views.kept import kept

SIZE = 50
"""Articles of one page."""

_DATED = """
SELECT ?article (MAX(STR(?issued)) AS ?day) WHERE {
  ?article a readout:Article OPTIONAL { ?article dcterms:issued ?issued }
} GROUP BY ?article
"""


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles `first` to `last` of `total`."""

    articles: tuple[Source, ...]
    first: int
    last: int
    total: int
    before: int | None
    after: int | None


def articles(store: Store, skip: int = 0, size: int = SIZE) -> Articles:
    """Return a page of the list of articles."""
    every = _ordered(store)
    chosen = every[skip : skip + size]
    said = surroundings.statements(store, chosen, citing.SHOWN)
    last = min(skip + size, len(every))
    return Articles(
        articles=tuple(
            citing.source(number, iri.removeprefix(f"{namespaces.BASE}article/"), said.get(iri, ()))
            for number, iri in enumerate(chosen, start=skip + 1)
        ),
        first=min(skip + 1, last),
        last=last,
        total=len(every),
        before=max(0, skip - size) if skip else None,
        after=last if last < len(every) else None,
    )


@kept()
def _ordered(store: Store) -> tuple[str, ...]:
    """Return the articles of a snapshot, the latest first, of one day by id."""
    rows = surroundings.rows(store, _DATED)
    dates = {article.value: day.value if day else "" for article, day in rows if article}
    return tuple(sorted(sorted(dates), key=lambda iri: dates[iri], reverse=True))
