"""The order of rows made outside the engine: the engine's own, for every stored question."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import samples

from kg import namespaces, queries
from kg.queries import ordering
from kg.queries.results import Answer, Found, Rows, Stream
from kg.store import Store

HEAD = "#+ summary: Which?\n"
A, B = ox.NamedNode("http://e/a"), ox.NamedNode("http://e/b")


@pytest.fixture(scope="module")
def everything() -> Store:
    return Store.in_memory(*samples.all_quads())


@pytest.mark.parametrize("name", [stored.name for stored in queries.catalogue()])
def test_a_stored_question_has_the_order_of_the_engine(name: str, everything: Store) -> None:
    text = queries.query(name).text
    asked = [
        tuple(solution) for solution in everything._database.query(
            text, prefixes=namespaces.prefixes()
        )
    ]  # fmt: skip
    found = everything.evaluate(text)
    assert isinstance(found, Rows)
    keys = [columns(row, text, found.columns) for row in found.rows]
    assert keys == [columns(row, text, found.columns) for row in asked]
    assert sorted(map(str, found.rows)) == sorted(map(str, asked))


def columns(row: tuple[object, ...], text: str, names: tuple[str, ...]) -> list[object]:
    """Return what a row is sorted by; rows that are equal in it may stand either way round."""
    order = ordering.split(text)
    return [row[names.index(key)] for key, _ in order.keys if key in names] if order else []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (HEAD + "SELECT ?a { ?a ?b ?c } ORDER BY ?a", (("a", False),)),
        (HEAD + "SELECT ?a { } ORDER BY ?a DESC(?b) ASC(?c_1)\n", (
            ("a", False), ("b", True), ("c_1", False),
        )),
        (HEAD + "SELECT ?a { ?a ?b ?c }", None),
        (HEAD + "SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 5", None),
        (HEAD + "SELECT ?a { ?a ?b ?c } ORDER BY DESC(?b = <http://e/x>) ?a", None),
        (HEAD + "SELECT ?a { ?a ?b ?c } ORDER BY STR(?a)", None),
        ("SELECT ?a { ?a ?b ?c } ORDER BY ?a", None),
    ],
)  # fmt: skip
def test_an_order_is_taken_from_the_files_of_questions_alone(
    text: str, keys: tuple[tuple[str, bool], ...] | None
) -> None:
    found = ordering.split(text)
    assert (found.keys if found else None) == keys
    assert found is None or "ORDER BY" not in found.text


ROWS = [
    (B, ox.Literal(2)),
    (A, ox.Literal(10)),
    (None, ox.Literal(2)),
    (ox.Literal("b"), ox.Literal(1)),
    (ox.Literal("Ä"), None),
    (ox.Literal("a"), ox.Literal(-1)),
    (A, ox.Literal(9)),
]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("?a ?n", [2, 6, 1, 0, 5, 3, 4]),
        ("?n ?a", [4, 5, 3, 2, 0, 6, 1]),
        ("DESC(?n) ?a", [1, 6, 2, 0, 3, 5, 4]),
        ("DESC(?a) ?n", [4, 3, 5, 0, 6, 1, 2]),
        ("?a", [2, 1, 6, 0, 5, 3, 4]),
    ],
)
def test_unbound_comes_before_names_before_texts(by: str, expected: list[int]) -> None:
    order = ordering.split(f"{HEAD}SELECT ?a ?n {{}} ORDER BY {by}")
    assert order
    assert list(order.sort(("a", "n"), ROWS)) == [ROWS[place] for place in expected]


def test_rows_that_do_not_show_their_order_are_left_to_the_engine() -> None:
    asked: list[str] = []

    def ask(text: str) -> Found:
        asked.append(text)
        return Stream(("a",), iter([(B,), (A,)]))

    text = f"{HEAD}SELECT ?a {{ ?a ?b ?c }} ORDER BY ?b"
    found = ordering.begin(text, ask)
    assert asked == [text.partition(" ORDER")[0], text]
    assert isinstance(found, Stream) and list(found) == [(B,), (A,)]


def test_rows_are_cut_after_they_are_in_order() -> None:
    text = f"{HEAD}SELECT ?a {{ ?a ?b ?c }} ORDER BY ?a"
    found = ordering.begin(text, lambda _: Stream(("a",), iter([(B,), (A,)]), 1))
    assert isinstance(found, Stream)
    assert list(found) == [(A,)]
    assert found.cut


def test_an_answer_without_rows_has_no_order() -> None:
    assert ordering.begin(f"{HEAD}ASK {{ ?a ?b ?c }} ORDER BY ?a", lambda _: Answer(True))


def test_the_store_gives_free_queries_the_order_of_the_engine(tmp_path: Path) -> None:
    line = '<http://e/{}> <http://e/p> "{}" <{}> .\n'
    with Store(tmp_path / "s") as store:
        store.put("".join(line.format(n, 9 - n, namespaces.graph("one")) for n in range(5)))
        for head in ("", HEAD):
            found = store.evaluate(head + "SELECT ?s ?o { ?s <http://e/p> ?o } ORDER BY ?o")
            assert isinstance(found, Rows)
            assert [str(value) for value in found.column("o")] == ["5", "6", "7", "8", "9"]


# --- filters that say what a pattern says already --------------------------------------------


def test_a_filter_is_left_out_where_its_pattern_is_looked_up() -> None:
    stored = queries.query("holders")
    country = {"_of_party_iri": ox.NamedNode("https://w3id.org/readout/id/country/KZ")}
    assert "EXISTS { ?office readout:of ?_of_party_iri }" in queries.fill(stored, {})
    assert "EXISTS" not in queries.fill(stored, country)
    assert "CONTAINS(LCASE(?office_label)" in queries.fill(stored, country)


def test_a_filter_of_another_parameter_stays() -> None:
    stored = queries.query("meetings")
    country = {"_country_iri": ox.NamedNode("https://w3id.org/readout/id/country/KZ")}
    filled = queries.fill(stored, country)
    assert "EXISTS { ?meeting readout:country ?_country_iri }" not in filled
    assert "EXISTS { ?meeting ?tie ?_organisation_iri" in filled


# --- topics: by the meeting's year, else by that of the article -------------------------------


def agenda(article: str, meeting: str | None, start: str | None, issued: str | None) -> str:
    """Return an article's graph with one agenda item on trade."""
    base, term = "https://w3id.org/readout/id/", namespaces.term
    kind = namespaces.VOCABULARIES["rdf"] + "type"
    item = f"<{base}agenda-item/{meeting or article}--trade>"
    label, year = (
        namespaces.VOCABULARIES["rdfs"] + "label",
        "http://www.w3.org/2001/XMLSchema#gYear",
    )
    rows = [
        f"{item} <{kind}> <{term('AgendaItem')}>",
        f"{item} <{term('topic')}> <{base}topic/trade>",
        f"{item} <{term('evidence')}> <{base}article/{article}#char=0,5>",
        f"<{base}article/{article}#char=0,5> <{term('article')}> <{base}article/{article}>",
        f'<{base}topic/trade> <{label}> "trade"',
    ]
    if issued:
        dcterms = namespaces.VOCABULARIES["dcterms"] + "issued"
        rows.append(f'<{base}article/{article}> <{dcterms}> "{issued}"^^<{year}>')
    if meeting:
        where = f"<{base}meeting/{meeting}>"
        rows += [
            f"{where} <{kind}> <{term('Meeting')}>",
            f"{item} <{term('meeting')}> {where}",
            f"{where} <{term('topic')}> <{base}topic/trade>",
        ]
        rows += [f'{where} <{term("startDate")}> "{start}"^^<{year}>'] if start else []
    return "".join(f"{row} <{namespaces.graph(article)}> .\n" for row in rows)


@pytest.mark.parametrize(
    ("articles", "counts"),
    [
        ([("a", "m", "2015", "2016")], {"2015": 1}),
        ([("a", "m", None, "2016")], {"2016": 1}),
        ([("a", None, None, "2016")], {"2016": 1}),
        ([("a", None, None, None)], {None: 1}),
        ([("a", "m", None, None)], {None: 1}),
        ([("a", "m", "2015", "2016"), ("b", "m", "2015", "2017")], {"2015": 1}),
        ([("a", "m", None, "2016"), ("b", "m", None, "2017")], {"2016": 1, "2017": 1}),
        ([("a", "m", None, "2016"), ("b", "m", "2015", "2017")], {"2015": 1}),
        ([("a", "m", "2015", None), ("b", "n", "2015", None)], {"2015": 2}),
        ([("a", "m", "2015", None), ("b", None, None, "2015")], {"2015": 2}),
        ([("a", "m", "2015", None), ("b", "m", "2016", None)], {"2015": 1, "2016": 1}),
    ],
)
def test_topics_count_by_the_year_of_the_meeting_else_of_the_article(
    articles: list[tuple[str, str | None, str | None, str | None]], counts: dict[str | None, int]
) -> None:
    store = Store.in_memory(*(agenda(*each) for each in articles))
    rows = queries.run(store, "topics")
    assert dict(zip(rows.column("year"), rows.column("times"), strict=True)) == counts
    for year in filter(None, counts):
        assert queries.run(store, "topics", year=year).column("times") == (counts[year],)
    assert not queries.run(store, "topics", words="rail")
