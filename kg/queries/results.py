"""Answers to queries as plain values, and one table of the ways to write them."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kg import namespaces
from kg.errors import UsageError
from kg.formats import turtle

Term = ox.NamedNode | ox.BlankNode | ox.Literal
Row = tuple[Term | None, ...]
Plain = str | int | float | bool | None

_XSD = namespaces.VOCABULARIES["xsd"]
_INTEGERS = {_XSD + "integer", _XSD + "int", _XSD + "long"}
_FLOATS = {_XSD + "decimal", _XSD + "double", _XSD + "float"}
_PREFIXES = tuple(namespaces.prefixes().items())
_WIDEST = 60
_XML = """\
<?xml version="1.0"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>{head}</head>
{body}</sparql>
"""
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 does not have."""
STEP = 500
"""Rows that are written at a time."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: its columns, and a term or None for each of them a row.

    Iterating yields each row as a dict of plain Python values: numbers and
    booleans as such, IRIs, dates and texts as strings.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Plain]]:
        for row in self.rows:
            yield dict(zip(self.columns, map(plain, row), strict=True))

    def column(self, name: str) -> tuple[Plain, ...]:
        """Return the plain values of one column."""
        place = self.columns.index(name)
        return tuple(plain(row[place]) for row in self.rows)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(short(term))}</td>" for term in row) + "</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value


@dataclass(frozen=True, slots=True)
class Graph:
    """The answer to a CONSTRUCT or DESCRIBE: triples, each once, sorted.

    `cut` tells whether there were more than were asked for.
    """

    triples: tuple[ox.Triple, ...]
    cut: bool = False

    def __len__(self) -> int:
        return len(self.triples)


@dataclass(slots=True)
class Stream:
    """The answer to a SELECT while it is being found: its rows can be taken once.

    `cut` tells, once they are taken, whether there were more than the `most` asked for.
    """

    columns: tuple[str, ...]
    rows: Iterator[Row]
    most: int | None = None
    cut: bool = False

    def __iter__(self) -> Iterator[Row]:
        for number, row in enumerate(self.rows):
            if number == self.most:
                self.cut = True
                return
            yield row


Result = Rows | Answer | Graph
Found = Answer | Graph | Stream


def begin(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, most: int | None = None
) -> Found:
    """Return the engine's answer, rows as they are found and `most` of them at most."""
    if isinstance(found, ox.QueryBoolean):
        return Answer(bool(found))
    if isinstance(found, ox.QueryTriples):
        triples = list(islice(found, most + 1 if most is not None else None))
        kept = triples[:most]
        return Graph(tuple(sorted(set(kept), key=str)), len(kept) < len(triples))
    columns = tuple(variable.value for variable in found.variables)
    return Stream(columns, (tuple(map(_term, solution)) for solution in found), most)


def collect(found: Found) -> Result:
    """Return an answer read to its end."""
    return Rows(found.columns, tuple(found)) if isinstance(found, Stream) else found


def _term(term: Term | ox.Triple | None) -> Term | None:
    if isinstance(term, ox.Triple):
        raise ValueError("triples as terms are not supported")
    return term


def plain(term: Term | None) -> Plain:
    """Return a term as a Python value: numbers and booleans as such, the rest as text."""
    if not isinstance(term, ox.Literal):
        return term.value if term else None
    if term.datatype.value in _INTEGERS:
        return int(term.value)
    if term.datatype.value in _FLOATS:
        return float(term.value)
    return term.value == "true" if term.datatype.value == _XSD + "boolean" else term.value


def short(term: Term | None) -> str:
    """Return a term as people read it: IRIs behind a prefix, literals as their text."""
    if term is None:
        return ""
    return curie(term.value) if isinstance(term, ox.NamedNode) else term.value


def curie(iri: str) -> str:
    """Return an IRI behind its prefix; a concept of the ontology by its name alone."""
    for prefix, namespace in _PREFIXES:
        name = iri.removeprefix(namespace)
        if name != iri and name:
            return name if prefix == "readout" else f"{prefix}:{name}"
    return iri


# --- writing --------------------------------------------------------------------


def write(result: Result, form: str = "table") -> str:
    """Return a result as text in one of FORMATS; `form` may be a media type.

    Raises UsageError for another format, and for turtle where there are no triples.
    """
    writer = FORMATS.get(MEDIA_TYPES.get(form, form))
    if writer is None:
        raise UsageError(f"no format {form!r} for results: one of {', '.join(FORMATS)}")
    return writer(result)


def pieces(found: Found, form: str = "table") -> Iterator[str]:
    """Yield a result as text in one of FORMATS, csv and tsv while the rows are being found.

    Raises what `write` raises.
    """
    flowing = isinstance(found, Stream) and MEDIA_TYPES.get(form, form) in ("csv", "tsv")
    if not flowing:
        yield write(collect(found), form)
        return
    assert isinstance(found, Stream)
    rows = iter(found)
    part = Rows(found.columns, tuple(islice(rows, STEP)))
    yield write(part, form)
    while len(part) == STEP:
        part = Rows(found.columns, tuple(islice(rows, STEP)))
        yield write(part, form).partition("\n")[2]


def _rows(result: Result) -> Rows:
    if isinstance(result, Answer):
        word = ox.Literal(result.value)
        return Rows(("answer",), ((word,),))
    if isinstance(result, Graph):
        rows = (tuple(map(_term, (t.subject, t.predicate, t.object))) for t in result.triples)
        return Rows(("subject", "predicate", "object"), tuple(rows))
    return result


def _table(result: Result) -> str:
    rows = _rows(result)
    cells = [[_cell(term) for term in row] for row in rows.rows]
    widths = [max(map(len, column)) for column in zip(rows.columns, *cells, strict=True)]
    lines = [rows.columns, tuple("-" * width for width in widths), *cells]
    return "".join(_line(line, widths) for line in lines)


def _cell(term: Term | None) -> str:
    text = " ".join(short(term).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _line(cells: Sequence[str], widths: list[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _csv(result: Result) -> str:
    rows = _rows(result)
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(rows.columns)
    sheet.writerows([term.value if term else "" for term in row] for row in rows.rows)
    return out.getvalue()


def _tsv(result: Result) -> str:
    rows = _rows(result)
    head = "\t".join(f"?{name}" for name in rows.columns)
    body = ("\t".join(_tab_term(term) for term in row) for row in rows.rows)
    return "\n".join((head, *body)) + "\n"


def _tab_term(term: Term | None) -> str:
    return str(term).replace("\t", "\\t") if term is not None else ""


def _json(result: Result) -> str:
    """Write the W3C's SPARQL 1.1 Query Results JSON Format; triples as columns."""
    if isinstance(result, Answer):
        return json.dumps({"head": {}, "boolean": result.value}) + "\n"
    rows = _rows(result)
    bindings = [
        {name: _json_term(term) for name, term in zip(rows.columns, row, strict=True) if term}
        for row in rows.rows
    ]
    whole = {"head": {"vars": list(rows.columns)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, ox.Literal):
        data = {"type": "literal", "value": term.value}
        if term.language:
            return data | {"xml:lang": term.language}
        plain_text = term.datatype.value == _XSD + "string"
        return data if plain_text else data | {"datatype": term.datatype.value}
    return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}


def _xml(result: Result) -> str:
    """Write the W3C's SPARQL Query Results XML Format; triples as columns."""
    if isinstance(result, Answer):
        return _XML.format(head="", body=f"<boolean>{str(result.value).lower()}</boolean>")
    rows = _rows(result)
    names = "".join(f'<variable name="{name}"/>' for name in rows.columns)
    body = "".join(_xml_row(rows.columns, row) for row in rows.rows)
    return _XML.format(head=names, body=f"<results>\n{body}</results>")


def _xml_row(columns: tuple[str, ...], row: Row) -> str:
    pairs = zip(columns, row, strict=True)
    found = (f'<binding name="{name}">{_xml_term(term)}</binding>' for name, term in pairs if term)
    return f"<result>{''.join(found)}</result>\n"


def _xml_term(term: Term) -> str:
    text = NOT_XML.sub("\ufffd", html.escape(term.value, quote=False)).replace("\r", "&#13;")
    if isinstance(term, ox.NamedNode):
        return f"<uri>{text}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{text}</bnode>"
    if term.language:
        return f'<literal xml:lang="{term.language}">{text}</literal>'
    if term.datatype.value == _XSD + "string":
        return f"<literal>{text}</literal>"
    return f'<literal datatype="{html.escape(term.datatype.value)}">{text}</literal>'


def _turtle(result: Result) -> str:
    if not isinstance(result, Graph):
        raise UsageError("turtle is for CONSTRUCT and DESCRIBE; rows: table, json, csv or tsv")
    return turtle.write(result.triples)


FORMATS: dict[str, Callable[[Result], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "tsv": _tsv,
    "xml": _xml,
    "turtle": _turtle,
}
"""How results are written, by short name."""

MEDIA_TYPES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "application/json": "json",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "text/turtle": "turtle",
    "ttl": "turtle",
    "text/plain": "table",
}
"""Other names of the formats."""
