"""`kg validate`, `query`, `export` and `show`: what is done with graphs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, Run

# --- validate --------------------------------------------------------------------------


@pytest.fixture
def graph(kg_run: Run, store: Path, tmp_path: Path) -> Path:
    """Return the export of the store as a Turtle file."""
    file = tmp_path / "graph.ttl"
    kg_run("export", "--store", store, "-o", file)
    return file


@pytest.fixture
def damaged(graph: Path) -> Path:
    """Return a graph in which one passage ends before it starts."""
    text = graph.read_text("utf-8")
    assert "readout:end 660" in text
    graph.write_text(text.replace("readout:end 660", "readout:end 5"), "utf-8")
    return graph


def test_validate_passes_what_conforms(kg_run: Run, graph: Path, store: Path) -> None:
    by_file, by_store = kg_run("validate", graph), kg_run("validate", "--store", store)
    assert (by_file.code, by_store.code) == (0, 0)
    assert by_file.out.partition(" of ")[0] == by_store.out.partition(" of ")[0]
    assert by_file.out.startswith("conforms: ")


def test_validate_tells_what_is_wrong(kg_run: Run, damaged: Path) -> None:
    done = kg_run("validate", damaged)
    assert done.code == 1
    assert "violation: " in done.out
    assert "N. P. Patrushev" in done.out


def test_validate_reads_turtle_from_standard_input(kg_run: Run, damaged: Path) -> None:
    assert (
        kg_run("validate", "-", stdin=damaged.read_bytes()).out == kg_run("validate", damaged).out
    )


@pytest.mark.parametrize("form", ["json", "turtle"])
def test_validate_writes_for_programs_too(kg_run: Run, damaged: Path, form: str) -> None:
    done = kg_run("validate", damaged, "--format", form)
    assert done.code == 1
    if form == "json":
        assert json.loads(done.out)["conforms"] is False
    else:
        assert "sh:conforms false" in done.out


def test_validate_makes_one_report_of_several_files(
    kg_run: Run, damaged: Path, second: Path
) -> None:
    once = json.loads(kg_run("validate", damaged, "-f", "json").out)
    both = json.loads(kg_run("validate", damaged, damaged, "-f", "json").out)
    assert both["graphs"] == 2 * once["graphs"]
    assert len(both["results"]) == 2 * len(once["results"])


def test_validate_goes_on_past_a_file_that_cannot_be_read(kg_run: Run, graph: Path) -> None:
    done = kg_run("validate", "missing.ttl", graph)
    assert done.code == 3
    assert done.out.startswith("conforms: ")
    assert "missing.ttl" in done.err


def test_validate_takes_files_or_a_store(kg_run: Run, graph: Path, store: Path) -> None:
    assert kg_run("validate").code == 2
    assert kg_run("validate", graph, "--store", store).code == 2


# --- query -----------------------------------------------------------------------------


def test_query_lists_the_stored_questions(kg_run: Run) -> None:
    done = kg_run("query")
    names = sorted(file.stem for file in (ROOT / "queries").glob("*.rq"))
    assert len(names) >= 12
    assert done.code == 0
    for name in names:
        assert f"{name}: " in done.out
        assert f"    kg query {name}" in done.out


def test_query_answers_a_stored_question(kg_run: Run, store: Path) -> None:
    done = kg_run("query", "meetings", "-p", "status=planned", "--store", store)
    assert done.code == 0
    assert "2016-06-23" in done.out
    assert "2016-04-13" not in done.out


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("table", "year  "), ("json", "{"), ("csv", "year,topic"), ("tsv", "?year\t?topic")],
)
def test_query_writes_its_formats(kg_run: Run, store: Path, form: str, beginning: str) -> None:
    done = kg_run("query", "topics", "--format", form, "--store", store)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(beginning)


def test_query_shows_only_the_columns_asked_for(kg_run: Run, store: Path) -> None:
    done = kg_run("query", "meetings", "-c", "start,name", "-f", "csv", "--store", store)
    assert done.out.splitlines()[0] == "start,name"
    assert done.out.splitlines()[1].startswith("2016-04-13,eleventh session")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nonsense",), "meetings"),
        (("participants",), "meeting"),
        (("meetings", "-p", "colour=red"), "organisation"),
        (("meetings", "-p", "status=maybe"), "planned"),
        (("meetings", "-p", "since=soon"), "YYYY"),
        (("meetings", "-p", "status"), "NAME=VALUE"),
        (("meetings", "--format", "yaml"), "table"),
        (("meetings", "--format", "turtle"), "CONSTRUCT"),
        (("meetings", "--columns", "name,colour"), "status"),
    ],
)
def test_query_says_what_is_accepted(
    kg_run: Run, store: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = kg_run("query", *arguments, "--store", store)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("kg: ")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("meetings", "--file", "x.rq"), ("-p", "status=held")])
def test_query_is_one_question(kg_run: Run, arguments: tuple[str, ...]) -> None:
    assert kg_run("query", *arguments).code == 2


ASK = b"ASK { ?s a readout:Meeting }"
COUNT = b"SELECT (COUNT(*) AS ?n) WHERE { ?s a readout:Meeting }"
MAKE = b"CONSTRUCT { ?s a readout:Meeting } WHERE { ?s a readout:Meeting }"


@pytest.mark.parametrize(
    ("text", "form", "told"),
    [
        (COUNT, "csv", "n\n2\n"),
        (ASK, "json", '"boolean": true'),
        (MAKE, "turtle", "a readout:Meeting ."),
    ],
)
def test_query_takes_sparql_from_file_and_stdin(
    kg_run: Run, store: Path, tmp_path: Path, text: bytes, form: str, told: str
) -> None:
    (tmp_path / "own.rq").write_bytes(text)
    by_file = kg_run("query", "--file", tmp_path / "own.rq", "-f", form, "-s", store)
    by_stdin = kg_run("query", "--file", "-", "-f", form, "-s", store, stdin=text)
    assert by_file == by_stdin
    assert by_file.code == 0
    assert told in by_file.out.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (b"DELETE WHERE { ?s ?p ?o }", 2, "refused"),
        (b"SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }", 2, "SERVICE"),
        (b"LOAD <file:///etc/passwd>", 2, "refused"),
        (b"SELECT * WHERE {", 2, "line 1"),
        (b"\xff\xfe", 3, "UTF-8"),
    ],
)
def test_query_refuses_more_than_reading(
    kg_run: Run, store: Path, text: bytes, code: int, told: str
) -> None:
    done = kg_run("query", "--file", "-", "--store", store, stdin=text)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_query_cannot_project_an_answer_without_columns(kg_run: Run, store: Path) -> None:
    done = kg_run("query", "--file", "-", "-c", "name", "--store", store, stdin=ASK)
    assert (done.code, done.out) == (2, "")


def test_query_says_which_file_is_missing(kg_run: Run, store: Path) -> None:
    done = kg_run("query", "--file", "missing.rq", "--store", store)
    assert done.code == 3
    assert "missing.rq: No such file" in done.err


# --- export and show -------------------------------------------------------------------


def test_export_is_turtle_unless_told_otherwise(kg_run: Run, store: Path) -> None:
    done = kg_run("export", "--store", store)
    assert done.code == 0
    assert done.out == kg_run("export", "--store", store, "--format", "text/turtle").out
    assert done.out.startswith("@prefix ")


def test_export_takes_its_format_from_the_file(kg_run: Run, store: Path, tmp_path: Path) -> None:
    kg_run("export", "--store", store, "-o", tmp_path / "graph.nq")
    written = (tmp_path / "graph.nq").read_text("utf-8")
    assert written == kg_run("export", "--store", store, "-f", "nquads").out
    kg_run("export", "--store", store, "-o", tmp_path / "graph.nq", "-f", "ntriples")
    assert len((tmp_path / "graph.nq").read_text("utf-8")) < len(written)


def test_export_of_an_article_and_of_a_thing(kg_run: Run, store: Path) -> None:
    whole = kg_run("export", "--store", store).out
    article = kg_run("export", "--store", store, "--article", "sco-tashkent-2016").out
    thing = kg_run("export", "--store", store, "--thing", "Patrushev").out
    assert article != whole
    assert "wd:" in whole or "wikidata.org/entity" in whole
    assert "wikidata" not in article
    assert "person:ru-patrushev-n a readout:Person" in thing
    assert "person:cn-guo-s a readout:Person" not in thing


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-f", "docx"), "turtle"),
        (("-o", "graph.docx"), "turtle"),
        (("--article", "nothing"), "nothing"),
        (("--thing", "Nobody"), "Nobody"),
        (("--thing", "SCO", "--article", "sco-tashkent-2016"), "not of both"),
    ],
)
def test_export_says_what_is_accepted(
    kg_run: Run, store: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = kg_run("export", *arguments, "--store", store)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_show_tells_what_is_known_with_quotes(kg_run: Run, store: Path) -> None:
    done = kg_run("show", "Patrushev", "--store", store)
    assert done.code == 0
    assert done.out.startswith("N. P. Patrushev\nperson")
    assert "“Secretary of the Security Council of the Russian" in done.out
    assert max(map(len, done.out.splitlines())) <= 100


@pytest.mark.parametrize(("thing", "told"), [("Nobody", "Nobody"), ("Secretary", "may be any of")])
def test_show_needs_one_thing(kg_run: Run, store: Path, thing: str, told: str) -> None:
    done = kg_run("show", thing, "--store", store)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
