"""The report of validation, for a person, for programs and as RDF."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from conftest import Approve
from rdflib import RDF, SH, Graph, Literal

from kg.formats import rdf
from kg.formats.triples import Value
from kg.namespaces import ONTOLOGY
from kg.validation import validate
from kg.validation.report import Report, Result, short

CASES = Path(__file__).parent / "shapes"
READOUT = rdflib.Namespace(ONTOLOGY)


def broken() -> Report:
    return validate(rdf.load(CASES / "invalid.instrument-kind.ttl"))


def test_text_names_fact_article_quote_fault_and_remedy(approve: Approve) -> None:
    approve(CASES / "report.txt", broken().text())


def test_json_has_the_fields_of_a_result() -> None:
    data = json.loads(broken().json())
    assert (data["conforms"], data["graphs"]) == (False, 1)
    assert set(data["results"][0]) == set(Result.__slots__)
    assert data["results"][0]["value"] == ONTOLOGY + "poem"


def test_turtle_is_a_validation_report() -> None:
    graph = Graph().parse(data=broken().turtle(), format="turtle")
    [report] = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == Literal(False)
    [row] = graph.objects(report, SH.result)
    assert graph.value(row, SH.resultSeverity) == SH.Violation
    assert graph.value(row, SH.value) == READOUT.poem


def test_html_escapes_what_articles_say() -> None:
    row = Result("warning", "x", "<b>", None, None, "c", "s", "m", "r", None, "<script>")
    html = Report((row,), 1, 1)._repr_html_()
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


@pytest.mark.parametrize("form", ["text", "json", "turtle"])
def test_render_knows_each_format(form: str) -> None:
    assert broken().render(form) == getattr(broken(), form)()


def test_a_long_quote_is_cut_in_text() -> None:
    row = Result("warning", "x", "y", None, None, "c", "s", "m", "r", None, "word " * 100)
    assert max(map(len, Report((row,), 1, 1).text().splitlines())) < 200


def row(**more: object) -> Result:
    empty = dict.fromkeys(("path", "value", "article", "quote"))
    words = {name: name for name in ("focus", "label", "constraint", "shape", "message", "remedy")}
    return Result(**{"severity": "violation"} | empty | words | more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("results", "summary", "conforms"),
    [
        ((), "conforms: 0 violations, 0 warnings in 9 statements of 1 graph", True),
        ((row(),), "does not conform: 1 violation, 0 warnings in 9 statements of 1 graph", False),
        (
            (row(severity="warning"), row(severity="warning")),
            "conforms: 0 violations, 2 warnings in 9 statements of 1 graph",
            True,
        ),
    ],
)
def test_summary_counts(results: tuple[Result, ...], summary: str, conforms: bool) -> None:
    report = Report(results, 1, 9)
    assert report.summary() == summary
    assert report.conforms is conforms
    assert report.text().splitlines()[0] == summary


def test_text_leaves_out_what_is_not_there() -> None:
    lines = Report((row(),), 1, 1).text().splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["violation:", "fact", "focus", "right"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        ("https://a.example/", "<https://a.example/>"),
        (Value('a "b"\n'), '"a \\"b\\"\\n"'),
        (
            Value("2031", "http://www.w3.org/2001/XMLSchema#gYear"),
            '"2031"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        ),
    ],
)
def test_turtle_writes_the_value(value: str | Value | None, written: str | None) -> None:
    text = Report((row(focus="https://f.example/", shape="https://s.example/", value=value),), 1, 1)
    assert (f"sh:value {written} ;" in text.turtle()) is (written is not None)
    Graph().parse(data=text.turtle(), format="turtle")


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        (ONTOLOGY + "kind", "readout:kind"),
        ("http://www.w3.org/2000/01/rdf-schema#label", "rdfs:label"),
        ("https://a.example/x", "https://a.example/x"),
    ],
)
def test_short_names(iri: str, name: str) -> None:
    assert short(iri) == name
