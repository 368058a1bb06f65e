"""Holders of offices on the date of a meeting: confirmed, unknown, or in conflict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import Run
from endpoint import serve
from pyld import jsonld as reader
from talks import articles
from world import quads

from kg import pipeline
from kg.formats import jsonld, rdf
from kg.link import graph, standing
from kg.link.candidates import UNKNOWN, Candidate, Held
from kg.link.client import Client
from kg.link.standing import Claim, Standing
from kg.link.things import Thing
from kg.mappings import Mapping
from kg.queries.results import Rows
from kg.store import Store
from kg.validation import validate

OFFICE, OTHER = "Q9", "Q8"
DAY = "2031-05-04"
ROW = Claim("row", "person", "office", DAY)


def holder(qid: str, *terms: tuple[str | None, str | None], name: str = "") -> Candidate:
    held = (Held(OFFICE, frozenset(), frozenset(), start, end) for start, end in terms)
    return Candidate(qid, (name or qid,), offices=tuple(held))


BEFORE = ("2021-02-03", "2028-12-31")
NOW = ("2029-01-02", None)


@pytest.mark.parametrize(
    ("holders", "mine", "verdict", "who"),
    [
        ([holder("Q1", NOW)], "Q1", "confirmed", "Q1"),
        ([holder("Q1", NOW), holder("Q2", NOW)], "Q1", "confirmed", "Q1"),
        ([holder("Q1", BEFORE, NOW)], "Q1", "confirmed", "Q1"),
        ([holder("Q1", ("2029-01-02", DAY))], "Q1", "confirmed", "Q1"),
        # another held it, and holders follow one another
        ([holder("Q1", BEFORE), holder("Q2", NOW)], "Q1", "in-conflict", "Q2"),
        ([holder("Q1", BEFORE), holder("Q2", NOW)], "Q3", "in-conflict", "Q2"),
        ([holder("Q1", BEFORE), holder("Q2", NOW)], None, "in-conflict", "Q2"),
        ([holder("Q1", ("2021-02-03", None)), holder("Q2", NOW)], "Q1", "in-conflict", "Q2"),
        # nothing is told, or too little
        ([], "Q1", "unknown", None),
        ([holder("Q1", BEFORE)], "Q1", "unknown", None),
        ([holder("Q2", NOW)], "Q1", "unknown", None),
        ([holder("Q1", BEFORE), holder("Q2", NOW), holder("Q3", NOW)], "Q1", "unknown", None),
        ([holder("Q1", ("2031", None)), holder("Q2", BEFORE)], "Q1", "unknown", None),
        ([holder("Q1", ("2021-02-03", UNKNOWN)), holder("Q2", NOW)], "Q1", "unknown", None),
        ([holder("Q1", (None, None)), holder("Q2", NOW)], "Q1", "unknown", None),
        ([holder("Q1", BEFORE), holder("Q2", ("2029-01-02", "2031"))], "Q3", "unknown", None),
        ([holder("Q1", ("2021-02-03", "2030-01-02")), holder("Q2", NOW)], "Q3", "unknown", None),
    ],
)
def test_items_confirm_or_contradict_or_do_not_tell(
    holders: list[Candidate], mine: str | None, verdict: str, who: str | None
) -> None:
    found = standing._judge(ROW, OFFICE, holders, mine, None)
    assert (found.verdict, found.holder) == (verdict, who)


@pytest.mark.parametrize(
    ("name", "verdict"), [("Mira Oland", "unknown"), ("Eva Lind", "in-conflict")]
)
def test_a_holder_of_the_same_name_is_no_conflict_of_one_without_a_link(
    name: str, verdict: str
) -> None:
    holders = [holder("Q1", BEFORE), holder("Q2", NOW, name="Mira Oland")]
    found = standing._judge(ROW, OFFICE, holders, None, Thing("person", "person", (name,)))
    assert found.verdict == verdict


def test_terms_in_another_office_say_nothing() -> None:
    elsewhere = Candidate("Q1", ("Q1",), offices=(Held(OTHER, frozenset(), frozenset(), *NOW),))
    assert standing._judge(ROW, OFFICE, [elsewhere], "Q1", None).verdict == "unknown"


def test_of_two_offices_the_conflict_is_told() -> None:
    rows = [Standing("r", "confirmed", "Q1"), Standing("r", "in-conflict", "Q2")]
    assert standing._worst([*rows, Standing("r", "unknown")]) == rows[1]
    assert standing._worst([Standing("r", "unknown"), rows[0]]) == rows[0]


# --- over a store ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def store() -> Store:
    place = Store.in_memory(*map(quads, articles()))
    with serve() as endpoint:
        pipeline.join(place, client=Client(endpoint.url))
    return place


def asked(store: Store, **values: Any) -> list[dict[str, Any]]:
    found = store.query("standings", **values)
    assert isinstance(found, Rows)
    return [dict(row) for row in found]


def test_a_stored_question_shows_conflicts(store: Store) -> None:
    rows = asked(store, standing="in-conflict")
    told = {(row["name"], row["date"], row["holder"].rpartition("/")[2]) for row in rows}
    assert told == {
        ("Jan Solberg", "2030-05-04", "Q8001"),
        ("Timur Sadykov", "2030-05-04", "Q8008"),
    }
    assert {row["quote"] for row in rows} == {"Jan Solberg", "Timur Sadykov"}


def test_conflicts_come_first_and_what_no_item_was_asked_about_last(store: Store) -> None:
    order = [str(row["standing"]).rpartition("#")[2] for row in asked(store)]
    assert order == sorted(order, key=("in-conflict", "confirmed", "unknown", "None").index)
    assert (order.count("confirmed"), order.count("unknown"), order.count("None")) == (5, 1, 2)


@pytest.mark.parametrize(("standing", "number"), [("confirmed", 5), ("unknown", 1)])
def test_an_answer_narrows_to_one_standing(store: Store, standing: str, number: int) -> None:
    assert len(asked(store, standing=standing)) == number


def test_what_the_article_says_stays(store: Store) -> None:
    before = Store.in_memory(*map(quads, articles()))
    for name in ("participants", "holders"):
        values = {"meeting": "meeting:northern-lakes-forum-summit-2030-05-04"}
        given = values if name == "participants" else {}
        assert store.query(name, **given) == before.query(name, **given)


def test_a_run_without_an_endpoint_takes_standings_out(store: Store) -> None:
    place = Store.in_memory(*map(quads, articles()))
    with serve() as endpoint:
        pipeline.join(place, client=Client(endpoint.url))
    assert len(asked(place, standing="confirmed")) == 5
    pipeline.join(place)
    assert asked(place, standing="confirmed") == []


def test_the_graph_conforms_with_links_and_standings(store: Store) -> None:
    text = "".join(f"{quad.triple} .\n" for quad in store.quads())
    report = validate(rdf.parse(text.encode(), ox.RdfFormat.N_TRIPLES, "talks"))
    assert report.conforms
    assert "standing" in text and "schema.org/sameAs" in text


def test_the_graph_goes_out_as_json_and_comes_back(store: Store) -> None:
    triples = [quad.triple for quad in store.quads(graph.name())]
    text = jsonld.write(triples)
    assert '"schema:sameAs"' in text and '"sameAs"' in text
    back = reader.to_rdf(json.loads(text), {"format": "application/n-quads"})
    assert sorted(back.splitlines()) == sorted({f"{triple} ." for triple in triples})


def test_the_command_counts_them(kg_run: Run, tmp_path: Path) -> None:
    with Store(tmp_path / "a.store") as place:
        place.put("".join(map(quads, articles())))
    call = ("link", "--store", tmp_path / "a.store", "--online", "--endpoint")
    with serve() as endpoint:
        done = kg_run(*call, endpoint.url)
    assert done.code == 0
    assert "holders of offices on the date: 5 confirmed, 2 in conflict, 1 unknown\n" in done.out
    shown = kg_run("query", "standings", "-p", "standing=in-conflict", "--store", call[2])
    assert "Jan Solberg" in shown.out and "Mira Oland" not in shown.out


def test_an_office_without_a_link_is_not_asked_about() -> None:
    with serve() as endpoint:
        found = standing.judge([ROW], (), {}, Client(endpoint.url))
        assert (found, endpoint.asked) == ((), [])


def test_a_link_of_a_person_counts_as_any_other() -> None:
    place = Store.in_memory(*map(quads, articles()))
    row = Mapping("person:no-lind-e", "wd:Q8001", "positive", by="Ann")
    with serve() as endpoint:
        joined = pipeline.join(place, (), [row], Client(endpoint.url))
    assert [s.verdict for s in joined.standings].count("confirmed") == 5
