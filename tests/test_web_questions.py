"""The stored questions and free SPARQL as pages: forms, tables, charts, downloads, commands."""

from __future__ import annotations

import csv
import io
import re
import shlex
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
from httpx import Response
from sites import Client, opened

from kg import namespaces, queries
from kg.queries.results import Row, Rows
from kg.store import Store
from kg.web import answers, fields
from kg.web.questions import DOWNLOADS, curl

HTML = {"accept": "text/html"}
IRI = namespaces.BASE
MEETING = "meeting:sco-secretaries-of-security-councils-11"
NASTY = "</textarea><script>alert(1)</script>\"'&\u202e"


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store) as made:
        yield made


def page(client: Client, path: str, **asked: str) -> Response:
    return client.get(path, params=asked, headers=HTML)


def table(text: str) -> list[list[str]]:
    """Return the words in the rows of an answer's table."""
    body = re.search(r'<table class="answer">.*?<tbody>(.*?)</tbody>', text, re.DOTALL)
    rows = re.findall(r"<tr>(.*?)</tr>", body[1], re.DOTALL) if body else []
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows]
    return [[unescape(re.sub(r"<[^>]+>", "", cell)) for cell in row] for row in cells]


# --- the gallery and the forms --------------------------------------------------------------


def test_the_gallery_has_each_question_with_its_example(client: Client) -> None:
    text = page(client, "/questions").text
    for stored in queries.catalogue():
        assert f'href="/questions/{stored.name}"' in text
        assert stored.summary.split("'")[0] in unescape(text)
    assert "/questions/encounters?first_party=KZ&amp;second_party=CN" in text


@pytest.mark.parametrize("stored", queries.catalogue(), ids=lambda stored: stored.name)
def test_each_question_answers_its_example(client: Client, stored: queries.StoredQuery) -> None:
    answer = page(client, f"/questions/{stored.name}", **stored.example)
    assert answer.status_code == 200
    for parameter in stored.parameters:
        assert f'name="{parameter.name}"' in answer.text
    with_rows = client.get(f"/questions/{stored.name}.csv", params=stored.example)
    rows = list(csv.reader(io.StringIO(with_rows.text)))[1:]
    assert len(table(answer.text)) == min(len(rows), answers.PAGE)


@pytest.mark.parametrize("stored", queries.catalogue(), ids=lambda stored: stored.name)
def test_each_question_shows_its_form_before_it_is_asked(
    client: Client, stored: queries.StoredQuery
) -> None:
    text = page(client, f"/questions/{stored.name}").text
    asked = not stored.parameters
    assert ('id="answer"' in text) is asked
    for parameter in stored.parameters:
        assert f'<label for="f-{parameter.name}">' in text


def test_a_form_keeps_what_was_given_and_leaves_out_what_was_not(client: Client) -> None:
    answer = page(client, "/questions/meetings", country="UZ", status="held", since="")
    assert 'value="UZ"' in answer.text
    assert '<option value="held" selected>' in answer.text
    assert "country=UZ&amp;status=held" in answer.text, "downloads ask the same"
    assert len(table(answer.text)) == 1


def test_an_unknown_question_is_not_there_and_near_ones_are_told(client: Client) -> None:
    answer = page(client, "/questions/meetingz")
    assert answer.status_code == 404
    assert "did you mean meeting" in answer.text


@pytest.mark.parametrize(
    ("name", "asked", "told"),
    [
        ("participants", {"meeting": "nothing of the kind"}, "no meeting called"),
        ("meetings", {"status": "perhaps"}, "one of held, ongoing, planned"),
        ("meetings", {"since": "yesterday"}, "a date: YYYY-MM-DD"),
        ("meetings", {"colour": "red"}, "no parameter 'colour'"),
        ("topics", {"year": "MMXVI"}, "a whole number"),
        ("participants", {"meeting": NASTY}, "no meeting called"),
        ("meeting", {"meeting": ""}, "needs meeting"),
    ],
)
def test_what_is_not_accepted_is_told_beside_the_form(
    client: Client, name: str, asked: dict[str, str], told: str
) -> None:
    answer = page(client, f"/questions/{name}", **asked)
    assert answer.status_code == 400
    assert told in unescape(answer.text)
    assert 'class="ask"' in answer.text
    assert "<script>alert" not in answer.text


def test_an_answer_without_rows_says_what_to_do(client: Client) -> None:
    answer = page(client, "/questions/encounters", first_party="KZ", second_party="TJ")
    assert answer.status_code == 200
    none = page(client, "/questions/topics", words="no such words")
    assert "Try fewer or wider values" in none.text
    assert table(none.text) == []


def test_fields_suggest_what_the_store_has(store: Path) -> None:
    with Store(store, read_only=True) as place:
        made = {f.name: f for f in fields.fields(place, queries.query("meetings"), {})}
    country = {option.value: option.label for option in made["country"].options}
    assert country["UZ"] == "Uzbekistan"
    assert [o.value for o in made["status"].options] == ["held", "ongoing", "planned"]
    assert made["status"].closed and not made["country"].closed
    assert made["since"].options == () and "2016-04" in made["since"].accepts
    assert (made["country"].suggest, made["since"].suggest) == ("country", None)


def test_a_name_that_two_things_share_is_suggested_by_its_key(tmp_path: Path) -> None:
    label = f"<{namespaces.VOCABULARIES['rdfs']}label>"
    graph = f"<{namespaces.BASE}graph/x>"
    with Store(tmp_path / "store") as place:
        for key in ("aa-berg-a", "bb-berg-a"):
            person = f"<{namespaces.BASE}person/{key}>"
            place.put(f'{person} {label} "A. Berg" {graph.replace("x>", key + ">")} .\n')
        made = fields.fields(place, queries.query("offices"), {"person": "x"})
    values = [(option.value, option.label) for option in made[0].options]
    assert values == [("person:aa-berg-a", "A. Berg"), ("person:bb-berg-a", "A. Berg")]
    assert made[0].value == "x"


# --- tables -----------------------------------------


def test_names_stand_for_iris_and_the_iri_is_at_hand(client: Client) -> None:
    text = page(client, "/questions/participants", meeting=MEETING).text
    iri = f"{namespaces.BASE}person/ru-patrushev-n"
    assert re.search(
        rf'<td[^>]*title="{iri}"[^>]*>.*?<a href="/doc/person/ru-patrushev-n"|'
        rf'<a href="/doc/person/ru-patrushev-n"[^>]*title="{iri}"',
        text,
    )
    assert "N. P. Patrushev" in {cell for row in table(text) for cell in row}


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Uzbekistan", False), ("Uzbek", False), ("Tashkent", True), (None, True)],
)
def test_a_name_that_stands_for_a_thing_is_not_repeated(
    store: Path, name: str | None, kept: bool
) -> None:
    country = ox.NamedNode(f"{IRI}country/UZ")
    row: Row = (country, ox.Literal(name) if name else None, ox.Literal(3))
    with Store(store, read_only=True) as place:
        made = answers.table(place, Rows(("country", "name", "n"), (row, row)))
    assert [column.name for column in made.columns] == ["country", *["name"] * kept, "n"]
    assert [column.numeric for column in made.columns][-1]
    assert {len(each) for each in made.rows} == {len(made.columns)}


def test_long_answers_have_pages(client: Client) -> None:
    text = "SELECT ?n { VALUES ?n { " + " ".join(map(str, range(1, 121))) + " } } ORDER BY ?n"
    first = page(client, "/sparql", query=text).text
    assert "Rows 1–50 of 120" in first and "Rows before" not in first
    following = unescape(re.findall(r'rel="next" href="([^"]+)"', first)[0])
    assert parse_qs(urlsplit(following).query)["query"] == [text]
    second = client.get(following, headers=HTML).text
    assert "Rows 51–100 of 120" in second and "Rows before" in second
    assert table(second)[0] == ["51"]
    last = page(client, "/sparql", query=text, skip="100").text
    assert "Rows 101–120 of 120" in last and "Rows after" not in last
    beyond = page(client, "/sparql", query=text, skip="5000").text
    assert "Rows 120–120 of 120" in beyond


@pytest.mark.parametrize("skip", ["-1", "x", "9" * 9, "٣"])
def test_a_page_that_is_no_number_is_refused(client: Client, skip: str) -> None:
    assert page(client, "/sparql", query="SELECT * {}", skip=skip).status_code == 400


@pytest.mark.parametrize(
    ("term", "form", "text", "path", "href"),
    [
        (None, "none", "", None, None),
        (ox.Literal(7), "number", "7", None, None),
        (ox.Literal("2016-04"), "date", "2016-04", None, None),
        (ox.Literal("2016"), "date", "2016", None, None),
        (ox.Literal("20160"), "text", "20160", None, None),
        (ox.Literal("words"), "text", "words", None, None),
        (ox.BlankNode("b"), "text", "_:b", None, None),
        (ox.NamedNode(f"{IRI}country/UZ"), "thing", "Uzbekistan", "/doc/country/UZ", None),
        (ox.NamedNode(f"{IRI}act/x"), "thing", "act:x", "/id/act/x", None),
        (
            ox.NamedNode(f"{IRI}article/a#char=1,20"),
            *("thing", "characters 1–20", "/doc/article/a#char=1,20", None),
        ),
        (ox.NamedNode(namespaces.term("held")), "thing", "held", "/ontology#held", None),
        (ox.NamedNode("https://e.org/x"), "thing", "https://e.org/x", None, "https://e.org/x"),
        (ox.NamedNode("javascript:alert(1)"), "thing", "javascript:alert(1)", None, None),
        (ox.NamedNode("file:///etc/passwd"), "thing", "file:///etc/passwd", None, None),
    ],
)
def test_a_cell_leads_where_it_safely_can(
    store: Path,
    term: ox.NamedNode | ox.BlankNode | ox.Literal | None,
    form: str,
    text: str,
    path: str | None,
    href: str | None,
) -> None:
    with Store(store, read_only=True) as place:
        ((cell,),) = answers.cells(place, [(term,)])
    assert (cell.form, cell.text, cell.link.path, cell.link.href) == (form, text, path, href)
    assert cell.iri == (term.value if isinstance(term, ox.NamedNode) else None)


def test_a_page_has_the_picture_of_its_answer(client: Client) -> None:
    text = page(client, "/questions/participants", meeting=MEETING).text
    assert '<svg class="picture"' in text and "person and party" in text
    bars = page(client, "/questions/counts").text
    assert "bars" in bars and '<text class="quiet"' in bars
    assert "style=" not in text + bars, "the policy of the page allows no style of its own"


# --- downloads and commands -----------------------------------------


@pytest.mark.parametrize(("suffix", "kind"), DOWNLOADS.items())
def test_an_answer_is_had_as_a_file(client: Client, suffix: str, kind: str) -> None:
    answer = client.get(f"/questions/participants.{suffix}", params={"meeting": MEETING})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert f'filename="participants.{suffix}"' in answer.headers["content-disposition"]
    assert "ru-patrushev-n" in answer.text
    assert answer.headers["readout-rows-most"] == "200"


def test_a_page_links_the_files_of_its_answer(client: Client) -> None:
    text = page(client, "/questions/participants", meeting=MEETING).text
    for suffix in DOWNLOADS:
        address = re.findall(rf'href="(/questions/participants\.{suffix}[^"]*)"', text)[0]
        assert client.get(unescape(address)).status_code == 200


def test_turtle_of_an_answer_has_the_words_behind_its_things(client: Client) -> None:
    text = client.get("/questions/meetings.ttl", params={"country": "UZ"}).text
    form = ox.RdfFormat.TURTLE
    found = {quad.predicate.value for quad in ox.parse(text, format=form)}
    assert namespaces.term("quote") in found and namespaces.term("startDate") in found


@pytest.mark.parametrize("suffix", ["csv", "ttl"])
def test_a_file_of_what_is_not_accepted_is_none(client: Client, suffix: str) -> None:
    answer = client.get(f"/questions/meetings.{suffix}", params={"status": "perhaps"})
    assert (answer.status_code, "one of held" in answer.text) == (400, True)
    assert client.get(f"/questions/none.{suffix}").status_code == 404


def test_the_sparql_behind_an_answer_can_be_asked_again(client: Client) -> None:
    text = page(client, "/questions/meetings", country="UZ", status="held").text
    again = unescape(re.findall(r'href="(/sparql\?query=[^"]+)"', text)[0])
    free = client.get(again, headers=HTML)
    assert free.status_code == 200
    assert table(free.text) == table(text)


@pytest.mark.parametrize(
    "text",
    ["ASK {}", "ASK { ?s ?p 'it''s $HOME `id` \"x\" \\ ; & | % + é' }", "ASK {\n# two lines\n}"],
)
def test_the_command_asks_what_the_page_asks(text: str) -> None:
    parts = shlex.split(curl("http://127.0.0.1:8000/sparql", text))
    assert parts[:2] == ["curl", "http://127.0.0.1:8000/sparql"]
    assert parts[-2:] == ["--data-urlencode", f"query={text}"]


# --- SPARQL of one's own -----------------------------------------


def test_the_page_of_sparql_offers_names_of_the_ontology(client: Client) -> None:
    text = page(client, "/sparql").text
    assert '<label for="query">' in text and "<textarea" in text
    for name in ("readout:Meeting", "readout:startDate", "readout:held", "skos:", "person:"):
        assert f">{name}</code>" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ASK { ?s a readout:Meeting }", "Yes"),
        ("ASK { ?s a readout:Dragon }", "No"),
        ("DESCRIBE country:UZ", "readout:isoCode"),
        ("SELECT ?n { VALUES ?n { 1 2 } }", "Rows 1–2 of 2"),
    ],
)
def test_each_kind_of_query_has_its_page(client: Client, text: str, told: str) -> None:
    answer = page(client, "/sparql", query=text)
    assert answer.status_code == 200
    assert told in unescape(answer.text)


def test_a_query_that_is_refused_stays_in_its_field(client: Client) -> None:
    for text in (f"SELECT {NASTY}", "INSERT DATA { <http://e.org/s> <http://e.org/p> 1 }"):
        answer = page(client, "/sparql", query=text)
        assert answer.status_code == 400
        assert "<script>alert" not in answer.text
        assert text in unescape(answer.text)


def test_a_query_that_takes_too_long_is_told_on_its_page(client: Client) -> None:
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    answer = page(client, "/sparql", query=text)
    assert answer.status_code == 503
    assert "timeout" in answer.text and "<textarea" in answer.text


def test_what_is_in_the_store_is_shown_as_text(tmp_path: Path) -> None:
    label = f"<{namespaces.VOCABULARIES['rdfs']}label>"
    graph = f"<{namespaces.BASE}graph/x>"
    long = "x" * 10_000
    with Store(tmp_path / "store") as place:
        for n, name in enumerate((NASTY, long, "أحمد", "e\u0301" * 50)):
            literal = str(ox.Literal(name))
            place.put(f"<{IRI}person/p{n}> {label} {literal} {graph.replace('x>', f'{n}>')} .\n")
    with opened(tmp_path / "store") as client:
        text = page(client, "/sparql", query="SELECT ?s ?o { ?s rdfs:label ?o }").text
    assert "<script>alert" not in text
    cells = {cell for row in table(text) for cell in row}
    assert {NASTY, long, "أحمد", "e\u0301" * 50} <= cells


def test_rows_are_fetched_within_bounds(store: Path) -> None:
    rows: list[Row] = [(ox.Literal(n),) for n in range(120)]
    with Store(store, read_only=True) as place:
        made = answers.table(place, Rows(("a_b",), tuple(rows)), 60, cut=True)
        none = answers.table(place, Rows(("a",), ()), 60)
    assert made.columns == (answers.Column("a b", True),)
    assert (made.first, made.last, made.total) == (61, 110, 120)
    assert (made.before, made.after, made.cut) == (10, 110, True)
    assert (none.first, none.last, none.rows) == (0, 0, ())


def test_the_address_of_an_answer_is_permanent(client: Client) -> None:
    asked = urlencode({"organisation": "SCO", "status": "held"})
    assert table(client.get(f"/questions/meetings?{asked}", headers=HTML).text)
    link = f"/sparql?query={quote('SELECT ?s { ?s a readout:Meeting }')}"
    assert len(table(client.get(link, headers=HTML).text)) == 2
