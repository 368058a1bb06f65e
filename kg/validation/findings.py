"""What an engine found, in plain values, and how a person is told of it.

Engines answer with the report graph that W3C's SHACL describes; `read` takes
its rows out. `results` adds what a person asks: what the thing is called, in
which article it stands, and what is quoted for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.formats.triples import Statement, Value
from kg.namespaces import ONTOLOGY, VOCABULARIES, term
from kg.resources import folder
from kg.validation.report import SH, Result

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Term = str | Value

_TYPE = VOCABULARIES["rdf"] + "type"
_NAMES = (
    VOCABULARIES["rdfs"] + "label",
    VOCABULARIES["skos"] + "prefLabel",
    term("title"),
    term("form"),
    term("quote"),
)
_SUBJECTS = tuple(term(tie) for tie in ("person", "party", "instrument", "topic"))
"""What a fact without a name of its own is about, the first that it has."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of a report: `path` is None where it is no property; `query` tells of a SPARQL shape.

    A query is asked of the article, its focus, and names the fact as its value.
    """

    focus: str
    path: str | None
    value: Term | None
    component: str
    shape: str
    severe: bool
    message: str
    query: bool = False


def read(report: Graph) -> Iterator[Finding]:
    """Yield the rows of a SHACL validation report."""
    from rdflib import RDF, URIRef
    from rdflib import SH as SHACL

    for row in report.subjects(RDF.type, SHACL.ValidationResult):
        asked = _one(report, row, SHACL.sourceConstraint)
        path = _one(report, row, SHACL.resultPath)
        component = str(_one(report, row, SHACL.sourceConstraintComponent))
        yield Finding(
            focus=str(_one(report, row, SHACL.focusNode)),
            path=str(path) if isinstance(path, URIRef) else None,
            value=plain(_one(report, row, SHACL.value)),
            component=component.removeprefix(SH),
            shape=str(asked or _one(report, row, SHACL.sourceShape)),
            severe=_one(report, row, SHACL.resultSeverity) == SHACL.Violation,
            message=str(_one(report, row, SHACL.resultMessage)),
            query=asked is not None,
        )


def _one(graph: Graph, subject: Node, predicate: Node) -> Node | None:
    """Return the value of a property, of several the first in the order of their text."""
    return min(graph.objects(subject, predicate), key=str, default=None)


def plain(node: Node | None) -> Term | None:
    """Return a term of rdflib as a plain value; a language goes unmentioned."""
    from rdflib import Literal

    if isinstance(node, Literal):
        return Value(str(node), str(node.datatype)) if node.datatype else Value(str(node))
    return None if node is None else str(node)


# --- for a person -----------------------------------------------------------------------


class Index:
    """The statements of one graph, by what results are told with."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.values: dict[tuple[str, str], list[Term]] = defaultdict(list)
        self.subjects: dict[Term, list[str]] = defaultdict(list)
        self.articles: list[str] = []
        for subject, verb, value in statements:
            self.values[subject, verb].append(value)
            self.subjects[value].append(subject)
            if verb == _TYPE and value == term("Article"):
                self.articles.append(subject)

    def one(self, subject: Term | None, verb: str) -> Term | None:
        """Return the value of a property, of several the first in the order of their text."""
        if not isinstance(subject, str):
            return None
        return min(self.values.get((subject, verb), ()), key=_text, default=None)

    def every(self, subject: Term | None, verb: str) -> list[Term]:
        """Return all values of a property."""
        return self.values.get((subject, verb), []) if isinstance(subject, str) else []


def results(found: Iterable[Finding], index: Index) -> Iterator[Result]:
    """Yield each finding as it is told to a person."""
    return (_result(row, index) for row in found)


def _result(row: Finding, index: Index) -> Result:
    focus: Term = row.value if row.query and row.value else row.focus
    passage = _passage(focus, index)
    severe = row.severe
    if row.component == "MaxCountConstraintComponent" and _several(focus, index):
        severe = False  # each article says one thing, and they disagree
    return Result(
        severity="violation" if severe else "warning",
        focus=_text(focus),
        label=_label(focus, index),
        path=row.path,
        value=None if row.value == focus else row.value,
        constraint=row.component,
        shape=row.shape,
        message=_said(row.shape, SH + "message") or row.message,
        remedy=_said(row.shape, SH + "description"),
        article=_article(focus, passage, index),
        quote=_quote(passage, index),
    )


@cache
def _texts() -> dict[tuple[str, str], str]:
    """Return what the shapes say in words."""
    parsed = ox.parse(path=str(folder("ontology") / "shapes.ttl"))
    return {
        (triple.subject.value, triple.predicate.value): triple.object.value
        for triple in parsed
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.Literal)
    }


def _said(shape: str, verb: str) -> str:
    return _texts().get((shape, verb), "")


def _text(value: Term | None) -> str:
    return value.text if isinstance(value, Value) else str(value)


def _label(node: Term, index: Index) -> str:
    """Return what a person would call a thing: its name, or its kind and what it is about."""
    name = _name(node, index)
    kind = _text(index.one(node, _TYPE) or "thing").removeprefix(ONTOLOGY)
    if name:
        return f"{_words(kind)} “{name}”"
    about = (_name(index.one(node, tie), index) for tie in _SUBJECTS)
    subject = next(filter(None, about), None)
    return f"{_words(kind)} of {subject}" if subject else _words(kind)


def _name(node: Term | None, index: Index) -> str | None:
    named = (index.one(node, label) for label in _NAMES)
    return next((" ".join(_text(name).split()) for name in named if name), None)


def _words(kind: str) -> str:
    """Return the name of a class as words: AgendaItem, "agenda item"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip()


def _passage(focus: Term, index: Index) -> Term | None:
    """Return the first passage of a fact, or of a fact that speaks of the thing."""
    if term("Passage") in index.every(focus, _TYPE):
        return focus
    own = index.one(focus, term("evidence"))
    if own:
        return own
    shown = (index.one(fact, term("evidence")) for fact in sorted(index.subjects.get(focus, ())))
    return next((passage for passage in shown if passage), None)


def _quote(passage: Term | None, index: Index) -> str | None:
    quote = index.one(passage, term("quote"))
    return _text(quote) if quote is not None else None


def _article(focus: Term, passage: Term | None, index: Index) -> str | None:
    """Return the id of the article of a passage; without one, of the only article there is."""
    article = index.one(passage, term("article"))
    articles = index.articles
    if article is None and (focus in articles or len(articles) == 1):
        article = focus if focus in articles else articles[0]
    return _text(article).rpartition("/")[2] if article else None


def _several(fact: Term, index: Index) -> bool:
    """Tell whether several articles are evidence of a fact, in a graph that holds them together."""
    passages = index.every(fact, term("evidence"))
    return len({index.one(passage, term("article")) for passage in passages}) > 1
