"""Graph -> Report: pySHACL behind one function, with our shapes and our closed lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, RDFS, SH, SKOS, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.errors import KgError
from kg.formats.triples import Value
from kg.namespaces import ONTOLOGY
from kg.resources import folder
from kg.validation.report import Report, Result
from kg.vocabulary import concepts

READOUT = Namespace(ONTOLOGY)

_LISTS = {
    "kinds": "InstrumentKind",
    "actions": "Action",
    "statuses": "MeetingStatus",
    "roles": "Role",
    "standings": "Standing",
}
"""The closed lists and the classes of their concepts. Topics are open: not here."""

_SUBJECTS = ("person", "party", "instrument", "topic")
"""What a fact without a name of its own is about, the first that it has."""


def validate(graph: Dataset | Graph) -> Report:
    """Return what is wrong or thin in a graph, or in each graph of a dataset for itself.

    Where one graph holds several articles that disagree (two dates of one
    meeting), that is a warning: each of them may be right about what it says.
    Nothing is fetched and nothing inferred; the graph stays as it is. Raises
    KgError where it cannot be validated at all.
    """
    parts = [part for part in _parts(graph) if len(part)]
    found = {result for part in parts for result in _validate(part)}
    return Report(tuple(sorted(found, key=_order)), len(parts), sum(map(len, parts)))


def _parts(graph: Dataset | Graph) -> Iterable[Graph]:
    if not isinstance(graph, Dataset):
        return [graph]
    return sorted(graph.graphs(), key=lambda part: str(part.identifier))


def _validate(part: Graph) -> Iterator[Result]:
    data = Graph()
    data += part
    for kind in _LISTS.values():  # the lists are closed: no graph adds to them
        data.remove((None, RDF.type, READOUT[kind]))
    for triple in _lists():
        data.add(triple)
    try:
        outcome = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True)
    except ReportableRuntimeError as error:
        raise KgError(f"{part.identifier}: cannot be validated: {error.message}") from error
    report = outcome[1]
    if not isinstance(report, Graph):
        raise KgError(f"{part.identifier}: cannot be validated: {report}")
    for row in report.subjects(RDF.type, SH.ValidationResult):
        yield _result(row, report, part)


@cache
def _shapes() -> Graph:
    shapes = Graph()
    shapes.parse(folder("ontology") / "shapes.ttl", format="turtle")
    return shapes


@cache
def _lists() -> tuple[tuple[Node, Node, Node], ...]:
    """Return the statements of the closed lists that the shapes look up."""
    listed = [(kind, entry) for scheme, kind in _LISTS.items() for entry in concepts(scheme)]
    types = [(URIRef(entry.iri), RDF.type, READOUT[kind]) for kind, entry in listed]
    done = [(URIRef(e.iri), READOUT.done, Literal(e.done)) for _, e in listed if e.done is not None]
    return (*types, *done)


def _result(row: Node, report: Graph, data: Graph) -> Result:
    shape = _one(report, row, SH.sourceConstraint) or _one(report, row, SH.sourceShape)
    focus, value = _one(report, row, SH.focusNode), _one(report, row, SH.value)
    if _one(report, row, SH.sourceConstraint) and value:
        focus = value  # a query is asked of the article, and names the fact
    path = _one(report, row, SH.resultPath)
    passage = _passage(focus, data)
    component = str(_one(report, row, SH.sourceConstraintComponent)).removeprefix(str(SH))
    severe = _one(report, row, SH.resultSeverity) == SH.Violation
    if component == "MaxCountConstraintComponent" and _several(focus, data):
        severe = False  # each article says one thing, and they disagree
    return Result(
        severity="violation" if severe else "warning",
        focus=str(focus),
        label=_label(focus, data),
        path=str(path) if isinstance(path, URIRef) else None,
        value=None if value == focus else _plain(value),
        constraint=component,
        shape=str(shape),
        message=_text(shape, SH.message) or str(_one(report, row, SH.resultMessage)),
        remedy=_text(shape, SH.description),
        article=_article(focus, passage, data),
        quote=_quote(passage, data),
    )


def _one(graph: Graph, subject: Node | None, predicate: Node) -> Node | None:
    """Return the value of a property, of several the first in the order of their text."""
    return min(graph.objects(subject, predicate), key=str, default=None) if subject else None


def _text(shape: Node | None, predicate: Node) -> str:
    return str(_one(_shapes(), shape, predicate) or "")


def _plain(value: Node | None) -> str | Value | None:
    if isinstance(value, Literal):
        return Value(str(value), str(value.datatype)) if value.datatype else Value(str(value))
    return None if value is None else str(value)


def _label(node: Node | None, data: Graph) -> str:
    """Return what a person would call a thing: its name, or its kind and what it is about."""
    name = _name(node, data)
    kind = str(_one(data, node, RDF.type) or "thing").removeprefix(ONTOLOGY)
    if name:
        return f"{_words(kind)} “{name}”"
    about = (_name(_one(data, node, READOUT[tie]), data) for tie in _SUBJECTS)
    subject = next(filter(None, about), None)
    return f"{_words(kind)} of {subject}" if subject else _words(kind)


def _name(node: Node | None, data: Graph) -> str | None:
    labels = (RDFS.label, SKOS.prefLabel, READOUT.title, READOUT.form, READOUT.quote)
    named = (_one(data, node, label) for label in labels)
    return next((" ".join(str(name).split()) for name in named if name), None)


def _words(kind: str) -> str:
    """Return the name of a class as words: AgendaItem, "agenda item"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip()


def _passage(focus: Node | None, data: Graph) -> Node | None:
    """Return the first passage of a fact, or of a fact that speaks of the thing."""
    if (focus, RDF.type, READOUT.Passage) in data:
        return focus
    own = _one(data, focus, READOUT.evidence)
    if own or focus is None:
        return own
    around = sorted(data.subjects(None, focus), key=str)
    return next(filter(None, (_one(data, fact, READOUT.evidence) for fact in around)), None)


def _quote(passage: Node | None, data: Graph) -> str | None:
    quote = _one(data, passage, READOUT.quote)
    return str(quote) if quote is not None else None


def _article(focus: Node | None, passage: Node | None, data: Graph) -> str | None:
    """Return the id of the article of a passage; without one, of the only article there is."""
    article = _one(data, passage, READOUT.article)
    articles = list(data.subjects(RDF.type, READOUT.Article))
    if article is None and (focus in articles or len(articles) == 1):
        article = focus if focus in articles else articles[0]
    return str(article).rpartition("/")[2] if article else None


def _several(fact: Node | None, data: Graph) -> bool:
    """Tell whether several articles are evidence of a fact, in a graph that holds them together."""
    passages = data.objects(fact, READOUT.evidence)
    return len({_one(data, passage, READOUT.article) for passage in passages}) > 1


def _order(result: Result) -> tuple[str, ...]:
    value = result.value.text if isinstance(result.value, Value) else result.value
    return (
        result.severity,
        result.article or "",
        result.focus,
        result.shape,
        result.constraint,
        value or "",
        result.path or "",
        result.quote or "",
    )
