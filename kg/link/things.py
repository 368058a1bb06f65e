"""The things of a store that stand for themselves, with what articles say of them to link them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.titles import bag
from kg.namespaces import BASE
from kg.queries.results import Rows

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

NONE: frozenset[str] = frozenset()

_THINGS = """
SELECT DISTINCT ?node ?head ?name WHERE {
  VALUES ?class { readout:Country readout:Organisation readout:Place readout:Office
                  readout:Person readout:Meeting readout:Instrument }
  ?node a ?class ; rdfs:label ?name .
  OPTIONAL { ?node readout:identifiedAs ?head }
}
"""
_TIES = """
SELECT DISTINCT ?node ?head ?tie WHERE {
  { ?node a readout:Place ; readout:country ?tie }
  UNION { ?node a readout:Office ; readout:of ?tie }
  UNION { ?row a readout:Participation ; readout:person ?node ; readout:party ?tie }
  UNION { ?row a readout:Tenure ; readout:person ?node ; readout:office/readout:of ?tie }
  OPTIONAL { ?node readout:identifiedAs ?head }
}
"""
_POSTS = """
SELECT DISTINCT ?node ?head ?title ?of ?date WHERE {
  ?row a readout:Tenure ; readout:person ?node ; readout:office ?office .
  ?office readout:title ?title ; readout:of ?of .
  OPTIONAL { ?row readout:attestedOn ?date }
  OPTIONAL { ?node readout:identifiedAs ?head }
}
"""
_SHARED = """
SELECT DISTINCT ?node WHERE {
  ?appearance a readout:Appearance ; readout:identifiedAs ?one ; readout:person ?node .
}
"""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with all names that it and the nodes it stands for have.

    `owners` are whose office it is, `posts` owner and words of a person's
    offices, both by ISO code or key; `dates` are ISO, those on which they are attested.
    """

    node: str
    kind: str
    names: tuple[str, ...]
    countries: frozenset[str] = NONE
    owners: tuple[str, ...] = ()
    posts: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    dates: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the dates."""
        return tuple(sorted({int(date[:4]) for date in self.dates}))

    @property
    def key(self) -> str:
        """What stands behind the kind in the IRI."""
        return self.node.rpartition("/")[2]


def collect(store: GraphStore, base: str = BASE) -> tuple[Thing, ...]:
    """Return the things of a store, sorted; a node that several persons share is left out."""
    shared = {str(row["node"]) for row in _ask(store, _SHARED)}
    labels: dict[str, set[str]] = defaultdict(set)
    ties: dict[str, set[str]] = defaultdict(set)
    posts: dict[str, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    dates: dict[str, set[str]] = defaultdict(set)
    for row in _ask(store, _THINGS):
        if row["node"] not in shared:
            labels[_head(row)].add(row["name"])
    for row in _ask(store, _TIES):
        ties[_head(row)].add(row["tie"].rpartition("/")[2])
    for row in _ask(store, _POSTS):
        posts[_head(row)].add((row["of"].rpartition("/")[2], bag(row["title"])))
        if row["date"]:
            dates[_head(row)].add(row["date"])
    return tuple(
        Thing(
            node=node,
            kind=node.removeprefix(base).partition("/")[0],
            names=_ordered(labels[node]),
            countries=frozenset(tie for tie in ties[node] if len(tie) == 2 and tie.isupper()),
            owners=tuple(sorted(ties[node])),
            posts=frozenset(posts[node]),
            dates=tuple(sorted(dates[node])),
        )
        for node in sorted(labels)
    )


def _ordered(found: Iterable[str]) -> tuple[str, ...]:
    """Return names with the longest first: the fullest form is the label."""
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _head(row: dict[str, str]) -> str:
    return row["head"] or row["node"]


def _ask(store: GraphStore, question: str) -> list[dict[str, str]]:
    found = store.evaluate(question)
    assert isinstance(found, Rows)
    return [{name: "" if v is None else str(v) for name, v in row.items()} for row in found]
