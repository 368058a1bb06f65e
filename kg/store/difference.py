"""What two stores, or two builds of one corpus, tell differently, in people's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg import namespaces
from kg.queries.results import short

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

Kind = Literal["new", "gone", "changed", "moved"]

_TYPE = namespaces.VOCABULARIES["rdf"] + "type"
_LABEL = namespaces.VOCABULARIES["rdfs"] + "label"
_EVIDENCE, _RULE, _QUOTE, _START, _END, _TEXT, _FORM = (
    namespaces.term(name) for name in ("evidence", "rule", "quote", "start", "end", "text", "form")
)
_ORDER = ("person", "party", "office", "instrument", "action", "topic", "meeting", "role")
"""The order in which a fact without a name of its own is told."""

Node = dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]
Nodes = dict[str, Node]


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact, or a whole article, that two stores tell differently.

    A fact is `moved` where it is the same and rests on other words or stands
    elsewhere in the text. `was` and `now` are what is told of it: the changed
    properties, or the quotes.
    """

    article: str
    kind: Kind
    fact: str
    was: str | None = None
    now: str | None = None


def compare(old: GraphStore, new: GraphStore) -> Iterator[Difference]:
    """Yield how `new` differs from `old`, article by article, facts in the order of their IRIs.

    Two articles are held at a time, however large the stores are.
    """
    before, after = set(old.graphs()), set(new.graphs())
    for graph in sorted(before | after):
        name = graph.partition("/graph/")[2] or graph
        if graph not in after:
            yield Difference(name, "gone", _whole(_nodes(old, graph)))
        elif graph not in before:
            yield Difference(name, "new", _whole(_nodes(new, graph)))
        else:
            yield from _compare_graphs(name, _nodes(old, graph), _nodes(new, graph))


def _nodes(store: GraphStore, graph: str) -> Nodes:
    nodes: Nodes = {}
    for quad in store.quads(graph):
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.Triple):
            own = nodes.setdefault(quad.subject.value, {})
            own.setdefault(quad.predicate.value, []).append(quad.object)
    for own in nodes.values():
        for values in own.values():
            values.sort(key=str)
    return nodes


def _whole(nodes: Nodes) -> str:
    facts = sum(_EVIDENCE in own for own in nodes.values())
    if not any(_TEXT in own for own in nodes.values()):
        return "the graph of links between things"
    return f"the article, with {facts} fact{'' if facts == 1 else 's'}"


def _compare_graphs(article: str, old: Nodes, new: Nodes) -> Iterator[Difference]:
    if old == new:
        return
    told = False
    for iri in sorted(old.keys() | new.keys()):
        was, now = old.get(iri, {}), new.get(iri, {})
        if was == now or not (_is_told(was) or _is_told(now)):
            continue
        for difference in _compare_facts(article, iri, old, new):
            told = True
            yield difference
    if not told:
        yield Difference(article, "changed", "how its things are named or its facts were found")


def _is_told(own: Node) -> bool:
    return _EVIDENCE in own or _TEXT in own


def _compare_facts(article: str, iri: str, old: Nodes, new: Nodes) -> Iterator[Difference]:
    was, now = old.get(iri), new.get(iri)
    if was is None or now is None:
        nodes, own = (new, now) if was is None else (old, was)
        quotes = _quotes(own or {}, nodes)
        kind: Kind = "new" if was is None else "gone"
        told = {"now" if was is None else "was": quotes or None}
        yield Difference(article, kind, _words(iri, nodes), **told)
        return
    changed = [p for p in sorted(was.keys() | now.keys()) if was.get(p) != now.get(p)]
    said = [p for p in changed if p not in (_EVIDENCE, _RULE)]
    if said:
        before, after = (_told(said, own, nodes) for own, nodes in ((was, old), (now, new)))
        yield Difference(article, "changed", _words(iri, new), before, after)
    elif _places(was, old) != _places(now, new):
        before, after = _quotes(was, old), _quotes(now, new)
        yield Difference(article, "moved", _words(iri, new), before, after)


def _places(own: Node, nodes: Nodes) -> list[tuple[int, int, str]]:
    """Return where the words stand that a fact rests on, in the order of the text."""
    found = []
    for passage in own.get(_EVIDENCE, []):
        at = nodes.get(passage.value, {})
        if all(name in at for name in (_START, _END, _QUOTE)):
            found.append((int(at[_START][0].value), int(at[_END][0].value), at[_QUOTE][0].value))
    return sorted(found)


def _quotes(own: Node, nodes: Nodes) -> str:
    places = _places(own, nodes)
    return " … ".join(f"“{_line(quote)}” ({start}-{end})" for start, end, quote in places)


def _told(properties: list[str], own: Node, nodes: Nodes) -> str:
    """Return the properties of a fact as people read them: status: held; place: Tashkent."""
    parts = []
    for name in properties:
        if name in own and name != _TEXT:
            values = ", ".join(_called(value, nodes) for value in own[name])
            parts.append(f"{_separate(name)}: {values}")
    return "; ".join(parts) or "nothing"


def _words(iri: str, nodes: Nodes) -> str:
    """Return a fact in words: its kind and its name, or what it ties together."""
    own = nodes[iri]
    kind = _separate(own[_TYPE][0].value) if _TYPE in own else "thing"
    for name in (_LABEL, _FORM):
        if name in own:
            return f"{kind} “{_line(own[name][0].value)}”"
    ties = (f"{name} {_called(own[namespaces.term(name)][0], nodes)}"
            for name in _ORDER if namespaces.term(name) in own)  # fmt: skip
    return f"{kind}: {', '.join(ties) or short(ox.NamedNode(iri))}"


def _called(value: ox.NamedNode | ox.BlankNode | ox.Literal, nodes: Nodes) -> str:
    labels = nodes.get(value.value, {}).get(_LABEL)
    if isinstance(value, ox.NamedNode) and labels:
        return f"“{_line(labels[0].value)}”"
    return _line(short(value))


def _line(text: str, width: int = 80) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"


def _separate(iri: str) -> str:
    """Return the name of a class or property as words: AgendaItem, "agenda item"."""
    name = re.split(r"[/#]", iri)[-1]
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
