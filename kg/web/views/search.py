"""What a search finds: things by any of their printed names, as a page and while one types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import UsageError
from kg.queries import surroundings, things
from kg.store import Store
from kg.web.views import links
from kg.web.views.names import MOST, Entry, names

SUGGESTED = 8
"""Things that are offered while one types."""

_SEARCHED = 500
"""Characters of what is typed that are looked for."""

_OWNERS = 3  # countries and organisations that are named beside a thing
_OF = """
SELECT DISTINCT ?node ?name WHERE {{
  VALUES ?node {{ {nodes} }}
  {{ ?node readout:of|readout:partOf|readout:under|readout:place ?owner }}
  UNION {{ ?node a readout:Place ; readout:country ?owner }}
  UNION {{ ?row readout:person ?node ; readout:party ?owner }}
  ?owner rdfs:label ?name
}} ORDER BY ?node ?name
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found: what it is called, and the name by which it was found if another.

    `of` are the names of what tells it from others of its name: the country of an office or a
    place, the parties of a person, the place and the organisation of a meeting.
    """

    iri: str
    path: str
    kind: str
    name: str
    printed: str | None
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found: hits `first` to `last` of `total`, which may be the most told."""

    typed: str
    kind: str | None
    hits: tuple[Hit, ...]
    first: int
    last: int
    total: int
    before: int | None = None
    after: int | None = None

    @property
    def cut(self) -> bool:
        """Tell whether there may be more than are counted."""
        return self.total >= MOST


def search(
    store: Store, typed: str, kind: str | None = None, *, skip: int = 0, size: int = 40
) -> Found:
    """Return the things that `typed` may mean, of one kind where it is given.

    `typed` is the beginning of words of a name, an IRI, or a prefixed name.
    Raises UsageError for a kind that there is not.
    """
    if kind and kind not in links.PAGES:
        raise UsageError(f"no kind {kind!r}: there are {', '.join(links.PAGES)}")
    words = " ".join(typed.split())[:_SEARCHED]
    every = _written(store, words) or names(store).find(words, (kind,) if kind else ())
    shown = _hits(store, every[skip : skip + size])
    last = min(skip + size, len(every))
    return Found(
        typed=words,
        kind=kind,
        hits=shown,
        first=min(skip + 1, last),
        last=last,
        total=len(every),
        before=max(0, skip - size) if skip else None,
        after=last if last < len(every) else None,
    )


def _written(store: Store, typed: str) -> tuple[Entry, ...]:
    """Return the thing that an IRI or prefixed name writes out, where the store knows it."""
    try:
        iri = things.expand(typed)
    except UsageError:
        return ()
    path = links.document(iri) if iri else None
    if not iri or not path or not next(iter(store.about(iri)), None):
        return ()
    return (Entry(iri, path.split("/")[2], iri),)


def _hits(store: Store, entries: Iterable[Entry]) -> tuple[Hit, ...]:
    """Return entries with what they are called, those that are one thing once."""
    listed = tuple(entries)
    called = surroundings.names(store, (entry.iri for entry in listed))
    heads = surroundings.names(store, (name.head for name in called.values()))
    owned = owners(store, heads)
    found: dict[str, Hit] = {}
    for entry in listed:
        iri = called[entry.iri].head
        name, path = heads[iri], links.document(iri)
        if path:
            printed = entry.name if entry.name not in (name.name, iri) else None
            found.setdefault(
                iri, Hit(iri, path, entry.kind, name.text, printed, owned.get(iri, ()))
            )
    return tuple(found.values())


def owners(store: Store, nodes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the names of what each node belongs to, which tells apart those of one name."""
    values = " ".join(f"<{node}>" for node in nodes)
    found: dict[str, dict[str, None]] = {}
    for node, name in surroundings.rows(store, _OF.format(nodes=values)):
        if node and name:
            found.setdefault(node.value, {})[name.value] = None
    return {node: tuple(names)[:_OWNERS] for node, names in found.items()}
