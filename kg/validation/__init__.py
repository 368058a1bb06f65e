"""Graph -> Report: what is wrong or thin, by our shapes and our closed lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.formats import triples
from kg.formats.triples import Statement, Value
from kg.namespaces import VOCABULARIES, term
from kg.validation import fast, findings
from kg.validation.findings import Finding, Index
from kg.validation.report import Report, Result
from kg.vocabulary import concepts

if TYPE_CHECKING:
    from rdflib import Dataset, Graph

ENGINES = ("pyshacl", "pyshifty")
"""The engines that can be asked for; the first is the referee."""

_LISTS = {
    "kinds": "InstrumentKind",
    "actions": "Action",
    "statuses": "MeetingStatus",
    "roles": "Role",
    "standings": "Standing",
}
"""The closed lists and the classes of their concepts. Topics are open: not here."""

_TYPE = VOCABULARIES["rdf"] + "type"
_BOOLEAN = VOCABULARIES["xsd"] + "boolean"


def validate(graph: Dataset | Graph, engine: str = "pyshacl") -> Report:
    """Return what is wrong or thin in a graph, or in each graph of a dataset for itself.

    Where one graph holds several articles that disagree (two dates of one
    meeting), that is a warning: each of them may be right about what it says.
    Nothing is fetched and nothing inferred; the graph stays as it is. `engine`
    is one of ENGINES, and makes no difference to the report. Raises UsageError
    where it is not installed, KgError where the graph cannot be validated at all.
    """
    use = _checked(engine)
    parts = [part for part in _parts(graph) if len(part)]
    found = {result for part in parts for result in _validate(part, use)}
    return _report(found, len(parts), sum(map(len, parts)))


def judge(statements: Sequence[Statement], name: str, engine: str | None = None) -> Report:
    """Return what is wrong or thin in the graph of one article, as `validate` does.

    It takes the statements as plain values, each once; a message calls the
    graph `name`. Without `engine` the fastest that is installed does the work.
    Raises UsageError and KgError as `validate` does.
    """
    if not statements:
        return Report((), 0, 0)
    use = _checked(engine or (ENGINES[1] if fast.is_installed() else ENGINES[0]))
    checked = (*_closed(statements), *_lists())

    def asked() -> tuple[Finding, ...]:
        from kg.formats import rdf
        from kg.validation import referee

        return referee.find(rdf.graph(checked), name)

    found = _find(triples.ntriples(checked) if use == "pyshifty" else None, asked)
    told = findings.results(found, Index(statements)) if found else ()
    return _report(told, 1, len(statements))


def _checked(engine: str) -> str:
    if engine not in ENGINES:
        raise UsageError(f"no engine {engine!r}: there are {', '.join(ENGINES)}")
    if engine == "pyshifty" and not fast.is_installed():
        raise UsageError('pyshifty is not installed: pip install "readout-kg[fast]"')
    return engine


def _find(text: str | None, asked: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
    """Return what the fast engine finds in `text`; where it is no judge, what the referee does."""
    found = None if text is None else fast.find(text)
    return asked() if found is None else found


def _report(found: Iterable[Result], graphs: int, statements: int) -> Report:
    return Report(tuple(sorted(set(found), key=_order)), graphs, statements)


# --- graphs of rdflib -------------------------------------------------------------------


def _parts(graph: Dataset | Graph) -> Iterable[Graph]:
    from rdflib import Dataset

    if not isinstance(graph, Dataset):
        return [graph]
    return sorted(graph.graphs(), key=lambda part: str(part.identifier))


def _validate(part: Graph, engine: str) -> Iterator[Result]:
    from kg.formats import rdf
    from kg.validation import referee

    data = rdf.graph(_lists())
    for triple in part:
        if not _opens(str(triple[1]), findings.plain(triple[2])):
            data.add(triple)
    text = rdf.ntriples(data) if engine == "pyshifty" else None
    found = _find(text, lambda: referee.find(data, str(part.identifier)))
    if not found:
        return iter(())
    plain = ((str(s), str(p), findings.plain(o) or "") for s, p, o in part)
    return findings.results(found, Index(plain))


# --- closed lists -----------------------------------------------------------------------


def _closed(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements that add nothing to a closed list: no graph adds to them."""
    return (row for row in statements if not _opens(row[1], row[2]))


def _opens(verb: str, value: str | Value | None) -> bool:
    return verb == _TYPE and value in _list_classes()


@cache
def _list_classes() -> frozenset[str]:
    return frozenset(map(term, _LISTS.values()))


@cache
def _lists() -> tuple[Statement, ...]:
    """Return the statements of the closed lists that the shapes look up."""
    listed = [(kind, entry) for scheme, kind in _LISTS.items() for entry in concepts(scheme)]
    types: list[Statement] = [(entry.iri, _TYPE, term(kind)) for kind, entry in listed]
    done: list[Statement] = [
        (entry.iri, term("done"), Value(str(entry.done).lower(), _BOOLEAN))
        for _, entry in listed
        if entry.done is not None
    ]
    return (*types, *done)


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
