"""A thing in the words of schema.org, as JSON-LD that search engines read off its page.

The context stands inside, so that no reader has to fetch one. Nothing is said
that the store does not say; where a word of schema.org would say more, it is
left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from markupsafe import Markup

from kg import namespaces
from kg.namespaces import ONTOLOGY, VOCABULARIES
from kg.queries import surroundings, things
from kg.queries.surroundings import Pairs, printed, values
from kg.resources import folder
from kg.web.views import links

if TYPE_CHECKING:
    from kg.store import Store

SPACE = "https://schema.org/"
CONTEXT = {
    "@vocab": SPACE,
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
}
MOST = 40
"""Things that are listed under one word."""

_OTHERS = MappingProxyType(
    {"Organisation": "Organization", "Office": "Role", "Topic": "DefinedTerm"}
)
"""Classes that the ontology ties to other vocabularies than schema.org."""

_DCTERMS = VOCABULARIES["dcterms"]
_SAME = (VOCABULARIES["owl"] + "sameAs", VOCABULARIES["skos"] + "exactMatch")
_ATTENDEES = """
SELECT DISTINCT ?who ?class ?name WHERE {{
  VALUES ?meeting {{ {nodes} }}
  ?row readout:meeting ?meeting ; readout:person|readout:party ?who .
  ?who a ?class ; rdfs:label ?name
}} ORDER BY ?who ?name LIMIT {most}
"""
_TITLES = """
SELECT DISTINCT ?title WHERE {{
  VALUES ?person {{ {nodes} }}
  ?row a readout:Tenure ; readout:person ?person ; readout:office/rdfs:label ?title
}} ORDER BY ?title LIMIT {most}
"""
_SOURCES = """
SELECT DISTINCT ?article ?title ?source WHERE {{
  VALUES ?thing {{ {nodes} }}
  ?thing readout:evidence/readout:article ?article .
  ?article dcterms:title ?title .
  OPTIONAL {{ ?article dcterms:source ?source }}
}} ORDER BY ?article LIMIT {most}
"""

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Told:
    """A thing with all that is said of the nodes that are one with it."""

    store: Store
    nodes: tuple[str, ...]
    pairs: Pairs

    def texts(self, name: str) -> list[str]:
        """Return the values of a property of ours."""
        return list(values(self.pairs, ONTOLOGY + name))

    def ask(self, question: str) -> list[list[str]]:
        """Return the rows of a question about these nodes, "" for what is not bound."""
        listed = " ".join(f"<{node}>" for node in self.nodes)
        found = surroundings.rows(self.store, question.format(nodes=listed, most=MOST))
        return [[term.value if term else "" for term in row] for row in found]


def script(store: Store, iri: str) -> Markup:
    """Return the element of a page that holds what `describe` returns, or nothing."""
    told = describe(store, iri)
    if told is None:
        return Markup("")
    return Markup('<script type="application/ld+json">{}</script>').format(escape(told))


def escape(told: Node) -> Markup:
    """Return JSON as text that ends no element and opens none, whatever it says."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def describe(store: Store, iri: str) -> Node | None:
    """Return a thing in the words of schema.org; None where it is of no class that has some."""
    nodes = things.members(store, iri)
    said = surroundings.statements(store, nodes)
    pairs = tuple(pair for node in nodes for pair in said.get(node, ()))
    kinds = [kind.removeprefix(ONTOLOGY) for kind in values(pairs, surroundings.TYPE)]
    kind = next((kind for kind in kinds if kind in types()), None)
    if kind is None:
        return None
    told = _Told(store, nodes, pairs)
    made: Node = {"@context": CONTEXT, "@type": types()[kind], "@id": nodes[0]}
    names = printed(pairs)
    if names:
        made["name"] = names[0]
    if names[1:]:
        made["alternateName"] = list(names[1 : MOST + 1])
    same = [value for verb in _SAME for value in values(pairs, verb)]
    made |= _filled(sameAs=list(filter(None, map(links.external, dict.fromkeys(same))))[:MOST])
    made |= _filled(**_OF_KIND.get(kind, _nothing)(told))
    return made | _filled(subjectOf=list(_sources(told)))


@cache
def types() -> dict[str, str]:
    """Return the word of schema.org for each class of ours, mostly as the ontology ties them."""
    found = dict(_OTHERS)
    for quad in ox.parse(path=str(folder("ontology") / "readout.ttl")):
        parent = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
        is_tie = quad.predicate.value == VOCABULARIES["rdfs"] + "subClassOf"
        if is_tie and parent.startswith(SPACE) and isinstance(quad.subject, ox.NamedNode):
            found[quad.subject.value.removeprefix(ONTOLOGY)] = parent.removeprefix(SPACE)
    return found


def _filled(**said: Any) -> Node:
    return {name: value for name, value in said.items() if value}


def _nothing(_: _Told) -> Node:
    return {}


def _meeting(told: _Told) -> Node:
    days = {name: max(told.texts(name), default=None) for name in ("startDate", "endDate")}
    return {
        **days,
        "location": _named(told, ("place", "country")),
        "organizer": _named(told, ("under", "convenes")),
        "about": _named(told, ("topic",)),
        "attendee": [
            {"@type": types().get(kind.removeprefix(ONTOLOGY), "Thing"), "@id": who, "name": name}
            for who, kind, name in told.ask(_ATTENDEES)
        ],
    }


def _person(told: _Told) -> Node:
    return {"jobTitle": [title for (title,) in told.ask(_TITLES)]}


def _article(told: _Told) -> Node:
    def first(name: str) -> str | None:
        return next(iter(values(told.pairs, _DCTERMS + name)), None)

    publisher = first("publisher")
    return {
        "headline": first("title"),
        "datePublished": first("issued"),
        "inLanguage": first("language"),
        "url": links.external(first("source") or ""),
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
    }


def _country(told: _Told) -> Node:
    return {"identifier": told.texts("isoCode")}


def _named(told: _Told, verbs: tuple[str, ...]) -> list[Node]:
    """Return the things that the properties lead to, with class and name."""
    iris = [iri for verb in verbs for iri in told.texts(verb)][:MOST]
    called = surroundings.names(told.store, iris)
    return [
        {"@type": types()[_class(iri)], "@id": iri, "name": called[iri].name}
        for iri in iris
        if _class(iri) in types()
    ]


def _class(iri: str) -> str:
    return iri.removeprefix(namespaces.BASE).partition("/")[0].capitalize()


def _sources(told: _Told) -> Iterator[Node]:
    """Yield the articles whose words a thing rests on."""
    for article, title, source in told.ask(_SOURCES):
        yield {"@type": types()["Article"], "@id": article, "headline": title} | _filled(
            url=links.external(source)
        )


_OF_KIND: dict[str, Callable[[_Told], Node]] = {
    "Meeting": _meeting,
    "Person": _person,
    "Article": _article,
    "Country": _country,
    "Organisation": lambda told: {"parentOrganization": _named(told, ("partOf",))},
    "Place": lambda told: {"containedInPlace": _named(told, ("country",))},
    "Instrument": lambda told: {"genre": [t.removeprefix(ONTOLOGY) for t in told.texts("kind")]},
    "Office": lambda told: {"roleName": told.texts("title")},
}
"""What is said of things of one class besides their names."""
