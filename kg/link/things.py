"""The things of a store that stand for themselves, with what articles say of them to link them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from kg.identity.titles import bag
from kg.namespaces import BASE
from kg.queries.results import Stream, plain

if TYPE_CHECKING:
    from kg.store.protocol import LocalStore

NONE: frozenset[str] = frozenset()

_HEADS = "SELECT ?node ?head WHERE { ?node readout:identifiedAs ?head }"
_THINGS = """
SELECT DISTINCT ?node ?name WHERE {
  VALUES ?class { readout:Country readout:Organisation readout:Place readout:Office
                  readout:Person readout:Meeting readout:Instrument }
  ?node a ?class ; rdfs:label ?name .
}
"""
_OWNERS = """
  { ?node a readout:Place ; readout:country ?tie . BIND("country" AS ?role) }
  UNION { ?row a readout:Participation ; readout:person ?node ; readout:party ?tie .
          BIND("country" AS ?role) }
  UNION { ?row a readout:Tenure ; readout:person ?node ; readout:office/readout:of ?tie .
          BIND("country" AS ?role) }
  UNION { ?node a readout:Office ; readout:of ?tie . BIND("owner" AS ?role) }
"""
_MORE = """
  UNION { ?node a readout:Meeting ; readout:country ?tie . BIND("country" AS ?role) }
  UNION { ?node a readout:Organisation ; readout:partOf ?tie . BIND("whole" AS ?role) }
  UNION { ?node a readout:Meeting ; readout:under ?tie . BIND("whole" AS ?role) }
  UNION { ?node a readout:Meeting ; readout:convenes ?tie . BIND("whole" AS ?role) }
  UNION { ?node a readout:Meeting ; readout:place ?tie . BIND("place" AS ?role) }
  UNION { ?node a readout:Meeting ; readout:ordinal ?tie . BIND("ordinal" AS ?role) }
  UNION { ?row a readout:Participation ; readout:meeting ?node ; readout:party ?tie .
          BIND("party" AS ?role) }
  UNION { ?meeting a readout:Meeting ; readout:under ?node .
          ?row readout:meeting ?meeting ; readout:party ?tie . BIND("member" AS ?role) }
  UNION { ?act a readout:Act ; readout:instrument ?node ; readout:meeting ?meeting ;
               readout:action readout:signed .
          ?row readout:meeting ?meeting ; readout:party ?tie . BIND("party" AS ?role) }
"""
_TIES = "SELECT DISTINCT ?role ?node ?tie WHERE {%s}"
_DAYS = """
SELECT DISTINCT ?node ?start ?end WHERE {
  { ?node a readout:Meeting . BIND(?node AS ?meeting) }
  UNION { ?act a readout:Act ; readout:instrument ?node ; readout:meeting ?meeting .
          VALUES ?action { readout:signed readout:adopted readout:approved }
          ?act readout:action ?action }
  ?meeting readout:startDate ?start . OPTIONAL { ?meeting readout:endDate ?end }
}
"""
_POSTS = """
SELECT DISTINCT ?node ?title ?of ?date WHERE {
  ?row a readout:Tenure ; readout:person ?node ; readout:office ?office .
  ?office readout:title ?title ; readout:of ?of .
  OPTIONAL { ?row readout:attestedOn ?date }
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
    offices, both by ISO code or key; `dates` are ISO, those on which they are
    attested. `ties` are role and node of what it is tied to (country, owner,
    whole, place, party, member; of a session the role ordinal with its number),
    `days` first and last day of a meeting or of those at which an instrument
    was made.
    """

    node: str
    kind: str
    names: tuple[str, ...]
    countries: frozenset[str] = NONE
    owners: tuple[str, ...] = ()
    posts: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    dates: tuple[str, ...] = ()
    ties: frozenset[tuple[str, str]] = frozenset()
    days: frozenset[tuple[str, str]] = frozenset()

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the dates."""
        return tuple(sorted({int(date[:4]) for date in self.dates}))

    @property
    def key(self) -> str:
        """What stands behind the kind in the IRI."""
        return self.node.rpartition("/")[2]

    def tied(self, *roles: str) -> tuple[str, ...]:
        """Return the nodes that it is tied to in any of these roles, sorted."""
        return tuple(sorted({node for role, node in self.ties if role in roles}))


def collect(store: LocalStore, base: str = BASE) -> tuple[Thing, ...]:
    """Return the things of a store, sorted; a node that several persons share is left out."""
    return tuple(each(store, base))


def each(store: LocalStore, base: str = BASE, *, brief: bool = False) -> Iterator[Thing]:
    """Yield the things of a store one by one, as `collect` returns them.

    The `brief` ones say what word lists are compared with: no days, of ties
    those of persons and places to countries and of offices to owners.
    """
    shared = {row["node"] for row in _ask(store, _SHARED)}
    heads = {row["node"]: row["head"] for row in _ask(store, _HEADS)}
    labels: dict[str, tuple[str, ...]] = {}
    ties: dict[str, set[tuple[str, str]]] = defaultdict(set)
    posts: dict[str, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    dates: dict[str, set[str]] = defaultdict(set)
    days: dict[str, set[tuple[str, str]]] = defaultdict(set)

    def head(node: str) -> str:
        return heads.get(node, node)

    for row in _ask(store, _THINGS):
        if row["node"] not in shared:
            known = labels.get(head(row["node"]), ())
            labels[head(row["node"])] = tuple({*known, row["name"]})
    for row in _ask(store, _TIES % (_OWNERS if brief else _OWNERS + _MORE)):
        ties[head(row["node"])].add((row["role"], head(row["tie"])))
    for row in () if brief else _ask(store, _DAYS):
        days[head(row["node"])].add((row["start"], row["end"] or row["start"]))
    for row in _ask(store, _POSTS):
        posts[head(row["node"])].add((row["of"].rpartition("/")[2], bag(row["title"])))
        if row["date"]:
            dates[head(row["node"])].add(row["date"])
    for node in sorted(labels):
        tied = ties.get(node, ())
        yield Thing(
            node=node,
            kind=node.removeprefix(base).partition("/")[0],
            names=_ordered(labels[node]),
            countries=frozenset(_codes(tied)),
            owners=tuple(sorted(_keys(tied, "country", "owner"))),
            posts=frozenset(posts.get(node, ())),
            dates=tuple(sorted(dates.get(node, ()))),
            ties=frozenset(tied),
            days=frozenset(days.get(node, ())),
        )


def _codes(ties: Iterable[tuple[str, str]]) -> set[str]:
    keys = _keys(ties, "country", "owner")
    return {key for key in keys if len(key) == 2 and key.isupper()}


def _keys(ties: Iterable[tuple[str, str]], *roles: str) -> set[str]:
    return {node.rpartition("/")[2] for role, node in ties if role in roles}


def _ordered(found: Iterable[str]) -> tuple[str, ...]:
    """Return names with the longest first: the fullest form is the label."""
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _ask(store: LocalStore, question: str) -> Iterator[dict[str, str]]:
    """Yield the rows of an answer, equal values as one object: nodes come again and again."""
    found = store.begin(question)
    assert isinstance(found, Stream)
    for row in found:
        values = ("" if term is None else intern(str(plain(term))) for term in row)
        yield dict(zip(found.columns, values, strict=True))
