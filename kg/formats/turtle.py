"""Turtle and TriG that people read and compare: grouped, sorted, one value a line.

The same triples give the same bytes: subjects, properties and values stand in
the order of their text, `a` first, and no blank node is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import pyoxigraph as ox

from kg import namespaces
from kg.errors import InputError

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_TYPE = namespaces.VOCABULARIES["rdf"] + "type"
_XSD = namespaces.VOCABULARIES["xsd"]
_BARE = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    _XSD + "boolean": re.compile(r"true|false"),
}
_CONTROLS = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_SHORT = str.maketrans(
    _CONTROLS | {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)
_LONG = str.maketrans(_CONTROLS | {"\\": "\\\\", "\n": "\n", "\r": "\\r", "\t": "\t"})

Written = tuple[str, str, str]
"""Subject, property and value, as Turtle text."""


def write(triples: Iterable[ox.Triple]) -> str:
    """Return triples as Turtle. Raises InputError for a blank node."""
    names = Names(namespaces.prefixes())
    body = _body(names, triples)
    return names.header() + body


def write_graphs(graphs: Iterable[tuple[str, Iterable[ox.Triple]]]) -> Iterator[str]:
    """Yield named graphs as TriG, in their order, after all prefixes: one graph at a time.

    Raises InputError for a blank node.
    """
    names = Names(namespaces.prefixes())
    yield "".join(f"@prefix {p}: <{space}> .\n" for p, space in names.prefixes.items())
    for name, triples in graphs:
        yield f"\n{names.iri(name)} {{\n{_body(names, triples)}}}\n"


class Names:
    """IRIs and literals as Turtle, with the prefixes that were needed on the way."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(prefixes)
        self._by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._known: dict[str, str] = {}
        self._used: set[str] = set()

    def header(self) -> str:
        """Return a line for each prefix that was used, and an empty one."""
        lines = (f"@prefix {p}: <{self.prefixes[p]}> .\n" for p in sorted(self._used))
        return "".join(lines) + "\n"

    def triple(self, triple: ox.Triple) -> Written:
        """Return a triple's three texts; `a` stands for the property rdf:type."""
        subject, predicate, value = triple
        if isinstance(subject, ox.BlankNode | ox.Triple):
            raise InputError(f"a blank node has no place in an export: {triple}")
        verb = "a" if predicate.value == _TYPE else self.iri(predicate.value)
        return self.iri(subject.value), verb, self.term(value)

    def term(self, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
        """Return a value as Turtle."""
        if isinstance(term, ox.NamedNode):
            return self.iri(term.value)
        if isinstance(term, ox.Literal):
            return self._literal(term)
        raise InputError(f"a blank node has no place in an export: {term}")

    def iri(self, iri: str) -> str:
        """Return an IRI behind its prefix where that keeps its local name plain, else whole."""
        written = self._known.get(iri)
        if written is None:
            written = self._known[iri] = self._shorten(iri)
        return written

    def _shorten(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._by_namespace.get(iri[:cut])
        if prefix is None or not _LOCAL.fullmatch(iri, cut):
            return f"<{iri}>"
        self._used.add(prefix)
        return f"{prefix}:{iri[cut:]}"

    def _literal(self, literal: ox.Literal) -> str:
        kind = literal.datatype.value
        bare = _BARE.get(kind)
        if bare and bare.fullmatch(literal.value):
            return literal.value
        text = _quote(literal.value)
        if literal.language:
            return f"{text}@{literal.language}"
        return text if kind == _XSD + "string" else f"{text}^^{self.iri(kind)}"


def _quote(text: str) -> str:
    """Return a string in quotation marks; one of several lines keeps them."""
    if "\n" not in text:
        return f'"{text.translate(_SHORT)}"'
    body = re.sub(r'"(?="")|"\Z', r"\"", text.translate(_LONG))
    return f'"""{body}"""'


def _body(names: Names, triples: Iterable[ox.Triple]) -> str:
    """Return triples grouped by subject: things first, then what has no plain name, as passages."""
    rows = {names.triple(triple) for triple in triples}
    return "\n".join(_subjects(sorted(rows, key=lambda row: (row[0][0] == "<", row))))


def _subjects(rows: list[Written]) -> Iterator[str]:
    """Yield one block a subject, each ended by a line break."""
    for subject, its in groupby(rows, key=lambda row: row[0]):
        verbs = groupby(sorted(its, key=lambda row: (row[1] != "a", row)), key=lambda row: row[1])
        yield (
            f"{subject} " + " ;\n    ".join(_values(verb, group) for verb, group in verbs) + " .\n"
        )


def _values(verb: str, rows: Iterable[Written]) -> str:
    return f"{verb} " + " ,\n        ".join(value for _, _, value in rows)
