"""Answers while they are being found: taken in steps, cut at a number, written piece by piece."""

from __future__ import annotations

from itertools import repeat

import pyoxigraph as ox
import pytest

from kg.queries import results
from kg.queries.results import STEP, Answer, Graph, Rows, Stream

ONE = (ox.Literal("a"), ox.NamedNode("http://e.org/b"))


def stream(count: int, most: int | None = None) -> Stream:
    return Stream(("x", "y"), iter(repeat(ONE, count)), most)


@pytest.mark.parametrize(
    ("count", "most", "taken", "cut"),
    [
        (0, None, 0, False),
        (3, None, 3, False),
        (3, 5, 3, False),
        (3, 3, 3, False),
        (3, 2, 2, True),
        (3, 0, 0, True),
        (0, 0, 0, False),
    ],
)
def test_no_more_rows_than_asked_for(count: int, most: int | None, taken: int, cut: bool) -> None:
    found = stream(count, most)
    assert not found.cut
    assert len(list(found)) == taken
    assert found.cut is cut


def test_rows_can_be_taken_once() -> None:
    found = stream(3)
    assert len(list(found)) == 3
    assert list(found) == []


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "table"])
@pytest.mark.parametrize("count", [0, 1, 2, STEP - 1, STEP, STEP + 1, 2 * STEP, 2 * STEP + 7])
def test_pieces_together_are_the_whole(form: str, count: int) -> None:
    whole = results.write(Rows(("x", "y"), tuple(repeat(ONE, count))), form)
    assert "".join(results.pieces(stream(count), form)) == whole


@pytest.mark.parametrize(
    ("form", "count", "pieces"),
    [("csv", 10, 1), ("csv", STEP + 1, 2), ("tsv", 2 * STEP + 1, 3), ("json", 2 * STEP + 1, 1)],
)
def test_only_flowing_formats_come_in_pieces(form: str, count: int, pieces: int) -> None:
    assert len(list(results.pieces(stream(count), form))) == pieces


def test_the_first_piece_comes_before_the_last_row_is_found() -> None:
    taken: list[int] = []

    def rows() -> object:
        for number in range(3 * STEP):
            taken.append(number)
            yield ONE

    found = Stream(("x", "y"), rows())  # type: ignore[arg-type]
    next(results.pieces(found, "csv"))
    assert len(taken) == STEP


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT * { VALUES ?x { 1 2 } }", Rows),
        ("ASK { }", Answer),
        ("CONSTRUCT { <urn:a> <urn:b> ?x } { VALUES ?x { 1 2 } }", Graph),
    ],
)
def test_an_answer_read_to_its_end(query: str, kind: type) -> None:
    found = results.collect(results.begin(ox.Store().query(query)))  # type: ignore[arg-type]
    assert isinstance(found, kind)


def test_triples_stand_once_and_sorted() -> None:
    query = "CONSTRUCT { <urn:a> <urn:b> ?x } { VALUES ?x { 3 1 2 1 } }"
    found = results.collect(results.begin(ox.Store().query(query)))  # type: ignore[arg-type]
    assert isinstance(found, Graph)
    assert [triple.object.value for triple in found.triples] == ["1", "2", "3"]


@pytest.mark.parametrize(("query", "value"), [("ASK { }", True), ("ASK { <urn:a> ?p ?o }", False)])
def test_an_answer_is_yes_or_no(query: str, value: bool) -> None:
    found = results.collect(results.begin(ox.Store().query(query)))  # type: ignore[arg-type]
    assert bool(found) is value
    assert "true" in results.write(Answer(True)) and "false" in results.write(Answer(False))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("0", "integer", 0),
        ("-3", "int", -3),
        ("12345678901234567890", "integer", 12345678901234567890),
        ("1e3", "double", 1000.0),
        ("0.5", "float", 0.5),
        ("2019-06", "gYearMonth", "2019-06"),
        ("2019-06-11T10:00:00Z", "dateTime", "2019-06-11T10:00:00Z"),
        ("P1D", "duration", "P1D"),
        ("false", "boolean", False),
        ("http://e.org", "anyURI", "http://e.org"),
    ],
)
def test_typed_terms_are_plain_values(text: str, kind: str, value: object) -> None:
    datatype = ox.NamedNode("http://www.w3.org/2001/XMLSchema#" + kind)
    assert results.plain(ox.Literal(text, datatype=datatype)) == value


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (None, ""),
        (ox.Literal(""), ""),
        (ox.Literal("Malé"), "Malé"),
        (ox.Literal("Bonn", language="de"), "Bonn"),
        (ox.NamedNode("http://e.org/b"), "http://e.org/b"),
        (ox.NamedNode("https://w3id.org/readout/ontology#Meeting"), "Meeting"),
        (ox.NamedNode("https://w3id.org/readout/id/person/bw-molefe-t"), "person:bw-molefe-t"),
    ],
)
def test_terms_as_people_read_them(term: ox.NamedNode | ox.Literal | None, text: str) -> None:
    assert results.short(term) == text
