"""JSON-LD for people who know JSON: flat nodes with short names, passages where they are cited.

The context is the shipped one, put into the document itself, so that a reader
without a network understands it too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from kg import namespaces
from kg.errors import InputError
from kg.resources import folder

_TYPE = namespaces.VOCABULARIES["rdf"] + "type"
_XSD = namespaces.VOCABULARIES["xsd"]
_PASSAGE = namespaces.term("Passage")
_FIRST = (
    "id",
    "@id",
    "type",
    "@type",
    "label",
    "name",
    "title",
    "quote",
    "article",
    "start",
    "end",
)

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # JavaScript counts exactly to 2**53
_RELATIVE = re.compile(r"[\w.-]+(?:/|$)", re.ASCII)

Node = dict[str, Any]


def write(triples: Iterable[ox.Triple]) -> str:
    """Return triples as one JSON-LD document, nodes sorted. Raises InputError for a blank node."""
    document = {"@context": context(), "@graph": nodes(triples)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


@cache
def context() -> dict[str, Any]:
    """Return the shipped context: short names with their IRIs and types."""
    data = json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))
    inner: dict[str, Any] = data["@context"]
    return inner


def nodes(triples: Iterable[ox.Triple]) -> list[Node]:
    """Return the triples as nodes sorted by id; a passage stands inside the facts that cite it."""
    shaper = Shaper(Terms.of(context()))
    rows = sorted(set(triples), key=str)
    grouped = groupby(rows, key=lambda triple: triple.subject)
    flat = {shaper.subject(subject): shaper.node(subject, list(its)) for subject, its in grouped}
    return _nest(flat, shaper.passages, shaper.terms)


def _nest(flat: dict[str, Node], passages: set[str], terms: Terms) -> list[Node]:
    key = terms.names.get(namespaces.term("evidence"), ("", None, None))[0]
    cited: set[str] = set()
    for node in flat.values():
        held = node.get(key)
        if held is not None:
            each = held if isinstance(held, list) else [held]
            cited.update(name for name in each if name in passages)
            node[key] = [flat[name] if name in passages else name for name in each]
    return [node for name, node in sorted(flat.items()) if name not in cited]


@dataclass(frozen=True, slots=True)
class Terms:
    """A context turned round: from IRI to short name, with type and container of each."""

    names: Mapping[str, tuple[str, str | None, str | None]]
    prefixes: Mapping[str, str]
    vocabulary: str | None
    base: str | None
    id: str
    type: str

    @classmethod
    def of(cls, context: Mapping[str, Any]) -> Terms:
        """Return the terms of a context, which has to have no scoped or imported ones."""
        words = {k: v for k, v in context.items() if isinstance(v, str) and k[:1] != "@"}
        prefixes = {k: v for k, v in words.items() if v[-1:] in ("/", "#")}
        aliases = {v: k for k, v in words.items() if v[:1] == "@"}
        names = {}
        for name, value in context.items():
            entry = {"@id": value} if isinstance(value, str) else value
            if name[:1] != "@" and isinstance(entry, dict) and name not in prefixes:
                iri = _expand(entry.get("@id", name), prefixes, context.get("@vocab"))
                kind = entry.get("@type")
                full = kind if kind is None else _expand(kind, prefixes, None)
                names[iri] = (name, full, entry.get("@container"))
        return cls(
            names,
            prefixes,
            context.get("@vocab"),
            context.get("@base"),
            aliases.get("@id", "@id"),
            aliases.get("@type", "@type"),
        )


def _expand(value: str, prefixes: Mapping[str, str], vocabulary: str | None) -> str:
    prefix, colon, local = value.partition(":")
    if value.startswith("@"):
        return value
    if colon:
        return prefixes[prefix] + local if prefix in prefixes else value
    return (vocabulary or "") + value


class Shaper:
    """Triples of one subject -> a node with the short names of a context."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.passages: set[str] = set()
        self._spaces = sorted(terms.prefixes.items(), key=lambda entry: -len(entry[1]))
        self._short: dict[str, str] = {}

    def subject(self, subject: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
        """Return the id of a subject."""
        if not isinstance(subject, ox.NamedNode):
            raise InputError(f"a blank node has no place in an export: {subject}")
        return self.reference(subject.value)

    def node(self, subject: ox.NamedNode, triples: list[ox.Triple]) -> Node:
        """Return the node of a subject, its names in order: id, type, label, then the rest."""
        name = self.subject(subject)
        found: dict[str, list[Any]] = {}
        always_list = set()
        for triple in triples:
            if triple.predicate.value == _TYPE and triple.object == ox.NamedNode(_PASSAGE):
                self.passages.add(name)
            key, value, several = self._entry(triple)
            found.setdefault(key, []).append(value)
            always_list |= {key} if several else set()
        node: Node = {self.terms.id: name}
        for key in sorted(found, key=lambda k: (_FIRST.index(k) if k in _FIRST else 99, k)):
            node[key] = found[key] if len(found[key]) > 1 or key in always_list else found[key][0]
        return node

    def _entry(self, triple: ox.Triple) -> tuple[str, Any, bool]:
        predicate, value = triple.predicate.value, triple.object
        if predicate == _TYPE and isinstance(value, ox.NamedNode):
            return self.terms.type, self._word(value.value), False
        key, kind, container = self.terms.names.get(predicate, (None, None, None))
        written = self._value(value, kind)
        return key or self.compact(predicate), written, container == "@set"

    def _value(self, value: object, kind: str | None) -> Any:
        if isinstance(value, ox.NamedNode):
            if kind == "@vocab":
                return self._word(value.value)
            iri = self.reference(value.value)
            return iri if kind == "@id" else {self.terms.id: iri}
        if isinstance(value, ox.Literal):
            return self._literal(value, kind)
        raise InputError(f"a blank node has no place in an export: {value}")

    def _literal(self, literal: ox.Literal, kind: str | None) -> Any:
        datatype = literal.datatype.value
        if literal.language:
            return {"@value": literal.value, "@language": literal.language}
        native = _native(literal.value, datatype) if kind in (None, datatype) else None
        if native is not None:
            return native
        if datatype == (kind or _XSD + "string"):
            return literal.value
        if datatype == _XSD + "string":
            return {"@value": literal.value}
        return {"@value": literal.value, "@type": self.compact(datatype)}

    def _word(self, iri: str) -> str:
        """Return a class or concept by its short name, or by what the vocabulary leaves of it."""
        if iri in self.terms.names:
            return self.terms.names[iri][0]
        vocabulary = self.terms.vocabulary
        if vocabulary and iri.startswith(vocabulary):
            return iri.removeprefix(vocabulary)
        return self.compact(iri)

    def reference(self, iri: str) -> str:
        """Return the IRI of a node relative to the context's base, else as `compact` does."""
        base = self.terms.base
        if base and iri.startswith(base) and _RELATIVE.match(iri, len(base)):
            return iri[len(base) :]
        return self.compact(iri)

    def compact(self, iri: str) -> str:
        """Return an IRI behind a prefix of the context, else whole."""
        short = self._short.get(iri)
        if short is None:
            space = next((entry for entry in self._spaces if iri.startswith(entry[1])), None)
            rest = iri.removeprefix(space[1]) if space else ""
            plain = space and rest and not rest.startswith("//")
            short = self._short[iri] = f"{space[0]}:{rest}" if space and plain else iri
        return short


def _native(text: str, datatype: str) -> int | bool | None:
    """Return a whole number or boolean as JSON has it, where that gives the same text back."""
    if datatype == _XSD + "boolean" and text in ("true", "false"):
        return text == "true"
    if datatype == _XSD + "integer" and _INTEGER.fullmatch(text):
        return int(text)
    return None
