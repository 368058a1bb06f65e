"""The stored queries: each answers its example, the same on two engines; free queries are tame."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import samples
from conftest import Approve
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph, URIRef
from rdflib.term import Literal

from kg import queries
from kg.errors import KgError, UsageError
from kg.graph.statements import nquads
from kg.model import Article
from kg.pipeline import extract
from kg.queries import sparql
from kg.queries.results import Answer, Rows
from kg.queries.results import Graph as Triples
from kg.store import Store

GOLDEN = Path(__file__).parent / "golden" / "queries"
NAMES = [stored.name for stored in queries.catalogue()]
ASKED = (
    *("appearances", "counts", "encounters", "history", "holders", "instruments", "meeting"),
    *("meetings", "offices", "participants", "passages", "topics", "unlinked"),
)


@pytest.fixture(scope="module")
def seed() -> Store:
    return Store.in_memory(samples.seed_quads())


@pytest.fixture(scope="module")
def everything() -> Store:
    return Store.in_memory(*samples.all_quads())


@pytest.fixture(scope="module")
def peer() -> Dataset:
    """The same graphs for rdflib's own engine: merged view by default, one graph an article."""
    dataset = Dataset()
    for quads in samples.all_quads():
        for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS):
            triple = Graph().parse(data=f"{quad.triple} .", format="nt")
            for statement in triple:
                dataset.default_graph.add(statement)
                dataset.graph(URIRef(quad.graph_name.value)).add(statement)
    return dataset


# --- the files --------------------------------------------------------------------


def test_all_that_was_promised_is_asked() -> None:
    assert set(ASKED) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_example_gives_golden_rows(name: str, seed: Store, approve: Approve) -> None:
    rows = queries.run(seed, name, **queries.query(name).example)
    assert rows.rows, "an example that finds nothing shows nothing"
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    approve(GOLDEN / f"{name}.jsonl", lines)


@pytest.fixture(scope="module")
def built() -> Store:
    """The project's own article as the pipeline itself reads and extracts it."""
    article = Article("sco-tashkent-2016", samples.SEED.read_text("utf-8"))
    return Store.in_memory(nquads(extract(article)))


@pytest.mark.parametrize("name", NAMES)
def test_example_answers_on_the_article_as_extracted(name: str, built: Store) -> None:
    assert len(queries.run(built, name, **queries.query(name).example)) > 0


@pytest.mark.parametrize("name", NAMES)
def test_file_is_sparql_as_it_stands(name: str, everything: Store) -> None:
    text = queries.query(name).text
    sparql.check(text)
    assert isinstance(found := everything.evaluate(text), Rows) and found.rows


@pytest.mark.parametrize("name", NAMES)
def test_file_declares_the_prefixes_that_it_uses(name: str) -> None:
    found = ox.Store().query(queries.query(name).text)
    assert isinstance(found, ox.QuerySolutions)
    assert next(found, None) is None


@pytest.mark.parametrize("name", NAMES)
def test_summary_is_a_question_that_the_example_answers_in_all_optional_ways(name: str) -> None:
    stored = queries.query(name)
    assert stored.summary.endswith("?")
    assert {p.name for p in stored.parameters if p.required} <= set(stored.example)


CASES: list[tuple[str, dict[str, str]]] = [
    *[(stored.name, stored.example) for stored in queries.catalogue()],
    *[(s.name, {}) for s in queries.catalogue() if not any(p.required for p in s.parameters)],
    ("meetings", {"country": "CZ"}),
    ("meetings", {"since": "2016", "until": "2016-05"}),
    ("meetings", {"since": "2016-06-20"}),
    ("meetings", {"until": "2023-09-08"}),
    ("meetings", {"status": "planned"}),
    ("meetings", {"organisation": "V4", "status": "held"}),
    ("instruments", {"kind": "plan"}),
    ("instruments", {"action": "signed", "kind": "minutes", "status": "held"}),
    ("holders", {"title": "MINISTER"}),
    ("holders", {"office": "office:ru-secretary-of-security-council"}),
    ("topics", {"year": "2016"}),
    ("passages", {"thing": "place:uz-tashkent"}),
    ("appearances", {"person": "person:ru-patrushev-n"}),
    ("unlinked", {"class": "person"}),
    ("participants", {"meeting": "meeting:nowhere"}),
]


def norm(term: Any) -> str | None:
    """Return a term of either library as text, with the datatype of a literal."""
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.Literal):
        return f"{term.value}|{term.datatype.value.rpartition('#')[2]}"
    if isinstance(term, Literal):
        return f"{term}|{str(term.datatype or 'string').rpartition('#')[2]}"
    return None if term is None else str(term)


@pytest.mark.filterwarnings("ignore:Dataset\\.:DeprecationWarning")  # rdflib warns of its own code
@pytest.mark.parametrize(("name", "values"), CASES)
def test_two_engines_give_the_same_rows(
    name: str, values: dict[str, str], everything: Store, peer: Dataset
) -> None:
    stored = queries.query(name)
    text = queries.fill(stored, queries.bind(everything, stored, values))
    found = everything.evaluate(text)
    assert isinstance(found, Rows)
    ours = sorted((tuple(map(norm, row)) for row in found.rows), key=str)
    answer = peer.query(text)
    columns = [str(variable) for variable in answer.vars or ()]
    theirs = sorted((tuple(map(norm, row)) for row in answer), key=str)  # type: ignore[arg-type]
    assert columns == list(found.columns)
    assert ours == theirs


@pytest.mark.parametrize(("name", "values"), CASES)
def test_narrowing_lines_change_no_row(
    name: str, values: dict[str, str], everything: Store
) -> None:
    stored = queries.query(name)
    text = queries.fill(stored, queries.bind(everything, stored, values))
    slow = queries.fill(
        queries.parse(name, stored.text.replace("#?", "# ")),
        queries.bind(everything, stored, values),
    )
    assert everything.evaluate(text) == everything.evaluate(slow)


def test_narrowing_line_is_switched_on_by_its_parameter() -> None:
    stored = queries.query("meetings")
    country = {"_country_iri": ox.NamedNode("https://w3id.org/readout/id/country/KZ")}
    assert "  #? ?meeting readout:country" in queries.fill(stored, {})
    assert "\n   ?meeting readout:country ?_country_iri" in queries.fill(stored, country)
    held = ox.NamedNode("https://w3id.org/readout/ontology#held")
    assert f"readout:status {held} ." in queries.fill(stored, {"_status_concept": held})


# --- parameters -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "starts"),
    [
        ("meetings", {"since": "2016", "country": "UZ"}, ["2016-04-13", "2016-06-23"]),
        ("meetings", {"since": "2016-04-14", "until": "2016-04-14"}, ["2016-04-13"]),
        ("meetings", {"since": "2016-04-15", "until": "2016-05"}, []),
        ("meetings", {"until": "2016-04-13", "since": "2016-04"}, ["2016-04-13"]),
        ("meetings", {"until": "2016-04-12", "since": "2016-04"}, []),
        ("meetings", {"since": "2023-12-24", "until": "2023-12-26"}, ["2023-12"]),
    ],
)
def test_dates_overlap_also_when_partial(
    name: str, values: dict[str, str], starts: list[str], everything: Store
) -> None:
    assert list(queries.run(everything, name, **values).column("start")) == starts


@pytest.mark.parametrize(
    "value",
    [
        "RU",
        "country:RU",
        "https://w3id.org/readout/id/country/RU",
        "Russia",
        "russia",
    ],
)
def test_a_country_may_be_written_in_many_ways(value: str, everything: Store) -> None:
    found = queries.run(everything, "encounters", first_party=value, second_party="CN")
    assert list(found.column("start")) == ["2016-04-13"]


@pytest.mark.parametrize(
    "value", ["ru-patrushev-n", "N. P. Patrushev", "Patrushev", "person:ru-patrushev-n"]
)
def test_a_person_may_be_written_in_many_ways(value: str, everything: Store) -> None:
    assert len(queries.run(everything, "offices", person=value)) == 1


@pytest.mark.parametrize("value", ["to-be-adopted", "to be adopted", "readout:to-be-adopted"])
def test_a_concept_may_be_written_in_many_ways(value: str, seed: Store) -> None:
    assert len(queries.run(seed, "instruments", action=value)) == 4


def test_a_hyphen_in_a_parameter_is_an_underscore(seed: Store) -> None:
    values = {"first-party": "KZ", "second-party": "CN"}
    assert len(queries.run(seed, "encounters", **values)) == 1


def test_none_leaves_a_parameter_out(seed: Store) -> None:
    assert queries.run(seed, "meetings", country=None) == queries.run(seed, "meetings")


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("metings", {}, ["no query 'metings'", "did you mean meetings?", "participants"]),
        ("zzz", {}, ["no query 'zzz'", "counts"]),
        ("meetings", {"contry": "KZ"}, ["'contry'", "did you mean country?", "status", "held"]),
        ("counts", {"x": "1"}, ["no parameter 'x'", "it takes none"]),
        ("meeting", {}, ["needs meeting", "IRI"]),
        ("encounters", {"first_party": "KZ"}, ["needs second_party"]),
        ("meetings", {"since": "13 April"}, ["since='13 April'", "YYYY-MM-DD"]),
        ("meetings", {"since": "2016-13"}, ["since='2016-13'"]),
        ("meetings", {"since": "2016-04-32"}, ["since="]),
        ("meetings", {"status": "cancelled"}, ["status='cancelled'", "held, ongoing, planned"]),
        ("meetings", {"country": "Atlantis"}, ["no country called 'Atlantis'"]),
        ("meetings", {"country": ""}, ["country=''", "ISO code"]),
        ("meetings", {"country": "http://a b"}, ["no country called"]),
        ("meetings", {"country": "http://a<b"}, ["not an IRI"]),
        ("meeting", {"meeting": "sess:x"}, ["no prefix 'sess'", "meeting"]),
        ("topics", {"year": "MMXVI"}, ["year='MMXVI'", "whole number"]),
        ("unlinked", {"class": "animal"}, ["class='animal'", "Person"]),
        ("offices", {"person": "a"}, ["'a' may be any of", "person:", "more"]),
    ],
)
def test_what_does_not_fit_is_refused_by_name(
    name: str, values: dict[str, str], words: list[str], everything: Store
) -> None:
    with pytest.raises(UsageError) as caught:
        queries.run(everything, name, **values)
    message = str(caught.value)
    assert [word for word in words if word not in message] == [], message
    assert "\n" not in message


@pytest.mark.parametrize(
    "value",
    ['x" } UNION { ?s ?p ?o } #', "\\", '\\"', "\\u0022) } #", "'''", '"""', "}", "?tenure", "\n#"],
)
def test_no_value_becomes_a_part_of_the_query(value: str, everything: Store) -> None:
    assert len(queries.run(everything, "holders", title=f"a{value}")) == 0


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_written_literal_is_read_back_the_same_by_two_engines(text: str) -> None:
    question = f"SELECT ?x {{ VALUES ?x {{ {sparql.serialise(ox.Literal(text))} }} }}"
    ours = Store.in_memory().evaluate(question)
    (theirs,) = Graph().query(question)
    assert ours == Rows(("x",), ((ox.Literal(text),),))
    assert str(theirs[0]) == text  # type: ignore[index]


# --- the rules of a file ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT * { ?s ?p ?o }", "lacks its #+ summary"),
        ("#+ summary: Why?\nSELECT * { ?_x_iri ?p ?o }", "without slot"),
        ("#+ summary: Why?\nSELECT * { VALUES (?_x) { (UNDEF) } ?_x ?p ?o }", "?_x"),
        (
            "#+ summary: Why?\nSELECT * { VALUES (?_x_thing) { (UNDEF) } ?_x_thing ?p ?o }",
            "ends in",
        ),
    ],
)
def test_a_file_that_breaks_a_rule_is_told(text: str, words: str) -> None:
    with pytest.raises(KgError, match=r"queries/odd\.rq") as caught:
        queries.parse("odd", text)
    assert words in str(caught.value)


def test_a_file_gives_its_header_and_parameters() -> None:
    text = """#+ summary: Who?
#+ description: More words.
#+ example: a="two words" b=KZ
SELECT * { VALUES (?_a_text ?_b_iri) { (UNDEF UNDEF) } ?s ?p ?_a_text FILTER(!BOUND(?_b_iri)) }"""
    stored = queries.parse("who", text)
    assert stored.description == "More words."
    assert stored.example == {"a": "two words", "b": "KZ"}
    assert [(p.name, p.type, p.required) for p in stored.parameters] == [
        ("a", "text", True),
        ("b", "iri", False),
    ]


# --- free queries -----------------------------------------------------------------


def test_free_select_knows_the_customary_prefixes(seed: Store) -> None:
    found = queries.select(seed, "SELECT ?p { participation:x ?q ?r } LIMIT 1")
    assert found == Rows(("p",), ())


def test_free_ask_construct_and_describe(seed: Store) -> None:
    assert queries.select(seed, "ASK { ?s a readout:Meeting }") == Answer(True)
    built = queries.select(seed, "CONSTRUCT { ?s a readout:X } WHERE { ?s a readout:Meeting }")
    assert isinstance(built, Triples) and len(built) == 2
    told = queries.select(seed, "DESCRIBE person:ru-patrushev-n")
    assert isinstance(told, Triples) and len(told) > 3


def test_store_answers_names_and_texts(seed: Store) -> None:
    named = seed.query("encounters", first_party="KZ", second_party="CN")
    assert isinstance(named, Rows) and len(named) == 1
    assert seed.query("ASK { ?s ?p ?o }") == Answer(True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { SERVICE SILENT ?s { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { S\\u0045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { FILTER EXISTS { SELECT ?s { service <http://x/> { ?s ?p ?o } } } }", "SERVICE"),
        ("SELECT * { ?s ?p ?o MINUS { SERVICE <http://x/> { ?s ?p ?o } } }", "SERVICE"),
        ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
        ("DESCRIBE <http://x/> FROM <http://127.0.0.1:9/>", "FROM"),
        ("LOAD <file:///etc/hostname>", "update"),
        ("PREFIX a: <http://a/>\n# now\nINSERT DATA { a:a a:b a:c }", "update"),
        ("DELETE WHERE { ?s ?p ?o }", "update"),
        ("CLEAR ALL", "update"),
        ("SELECT * { ?s ?p ?o } ; DROP ALL", "not a SPARQL query"),
        ("SELECT ?x WHERE { ?x", "line 1"),
        ("SELECT *\nWHERE { ?x ?y }", "line 2"),
        ("", "not a SPARQL query"),
        ("nonsense", "not a SPARQL query"),
        ("SELECT * { ?s nowhere:p ?o }", "Prefix not found"),
        ("SELECT * WHERE " + "{" * 3000 + "}" * 3000, "nests"),
        ("SELECT * { ?s ?p ?o FILTER(" + "(" * 8000 + "1" + ")" * 8000 + ") }", "nests"),
        ("SELECT * { ?s ?p ?o FILTER(" + "!" * 20000 + "true) }", "more than"),
        ("SELECT * { ?s ?p ?o FILTER(1" + "+1" * 20000 + ") }", "more than"),
        ("SELECT * { " + "?s ?p ?o . " * 20000 + " }", "more than"),
        ("SELECT * { {}" + " UNION {}" * 20000 + " }", "more than"),
        ("SELECT * { FILTER(1<a:b" + "/1" * 20000 + "&&2>0) }", "more than"),
        ("SELECT * { FILTER(1<" + "(" * 8000 + "1" + ")" * 8000 + "&&2>0) }", "nests"),
        ("SELECT * { " + "?s ?p meeting:a-b. " * 20000 + " }", "more than"),
        ("SELECT * { ?s <a:b>" + "/<a:b>" * 20000 + " ?o }", "more than"),
        ("SELECT * { " + "BIND(1 AS ?x) " * 20000 + " }", "more than"),
    ],
)
def test_free_query_that_reaches_out_or_writes_is_refused(
    text: str, words: str, seed: Store
) -> None:
    with pytest.raises(UsageError) as caught:
        queries.select(seed, text)
    message = str(caught.value)
    assert words in message
    assert "\n" not in message and len(message) < 400


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE <http://x/> { FROM" }',
        "SELECT * { ?s ?p '''LOAD <x> {{{{''' } # SERVICE {",
        "SELECT ?from ?service { ?from ?service ?load }",
        "PREFIX service: <http://service.org/> SELECT * { ?s service:from ?o }",
        "SELECT * { ?s ?p <http://load.org/INSERT> }",
        "SELECT * WHERE " + "{" * 100 + "?s ?p ?o" + "}" * 100,
        "SELECT * { ?s ?p ?o FILTER(" + "(" * 90 + "1=1" + ")" * 90 + ") }",
        "SELECT * { VALUES ?s { " + "1 " * 2000 + "} }",
        "SELECT * { VALUES ?s { " + "meeting:sco-security-council-11--x.y " * 400 + "} }",
    ],
)
def test_harmless_queries_pass(text: str, seed: Store) -> None:
    assert isinstance(queries.select(seed, text), Rows)
