"""Triples as plain values, without an RDF library: IRIs are strings, literals are Value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.namespaces import VOCABULARIES

XSD = VOCABULARIES["xsd"]

_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_STRING = XSD + "string"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_PLAIN = re.compile(r'[^\\"\n\r]*').fullmatch


class Value(NamedTuple):
    """A literal: its text and the IRI of its datatype."""

    text: str
    datatype: str = XSD + "string"


Statement = tuple[str, str, str | Value]
"""Subject, property and object."""


def date_value(date: str) -> Value:
    """Return an ISO date, whole or partial, with the datatype of its precision."""
    return Value(date, XSD + _DATES.get(len(date), "string"))


def integer(number: int) -> Value:
    """Return a whole number as xsd:integer."""
    return Value(str(number), XSD + "integer")


def nquads(statements: Iterable[Statement], graph: str) -> str:
    """Return statements of one named graph as N-Quads text, one line each, sorted."""
    return "".join(sorted(f"<{s}> <{p}> {write(o)} <{graph}> .\n" for s, p, o in statements))


def ntriples(statements: Iterable[Statement]) -> str:
    """Return statements as N-Triples text, one line each, in their order."""
    return "".join(f"<{s}> <{p}> {write(o)} .\n" for s, p, o in statements)


def write(value: str | Value) -> str:
    """Return an IRI or literal as N-Triples and Turtle write it."""
    if isinstance(value, str):
        return f"<{value}>"
    text, datatype = value
    if not _PLAIN(text):
        text = text.translate(_ESCAPES)
    return f'"{text}"' if datatype == _STRING else f'"{text}"^^<{datatype}>'
