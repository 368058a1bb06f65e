"""One thing is one thing in every answer: questions, names and dossiers follow identity."""

from __future__ import annotations

import pytest
from world import Row, document, gathering, quads, report

from kg import pipeline
from kg.errors import UsageError
from kg.queries import things
from kg.queries.dossier import dossier
from kg.queries.results import Rows
from kg.store import Store

DAY = "2031-05-04"
ONE: list[Row] = [("Emomali Rahmon", "TJ", "President"), ("Mira Oland", "NO", None)]
OTHER: list[Row] = [("Emomali Rakhmon", "TJ", "President"), ("Jan Solberg", "NO", None)]
HEAD, MEMBER = "person:tj-rakhmon-e", "person:tj-rahmon-e"


@pytest.fixture(scope="module")
def store() -> Store:
    """Two articles on one summit and one charter, the same president spelled in two ways."""
    summit = {"organisation": "SCO", "body": "Heads of State", "ordinal": 3}
    charter = document("Statute of the SCO Drug Centre", "other", action="adopted")
    again = document("Statute of the Drug Centre of the SCO", "other", action="signed")
    place = Store.in_memory(
        quads(
            report("one", ONE, meeting=gathering("third summit", **summit), instruments=[charter]),  # type: ignore[arg-type]  # keywords
            report("two", OTHER, meeting=gathering("summit in Osh", organisation="SCO",
                   body="State Heads", ordinal=3, start=DAY), instruments=[again]),
        )
    )  # fmt: skip
    pipeline.join(place)
    return place


def asked(store: Store, name: str, **values: str) -> Rows:
    found = store.query(name, **values)
    assert isinstance(found, Rows)
    return found


def iri(text: str) -> str:
    found = things.expand(text)
    assert found
    return found


def test_holders_of_an_office_are_one(store: Store) -> None:
    rows = asked(store, "holders", of_party="TJ")
    assert set(rows.column("person")) == {iri(HEAD)}


@pytest.mark.parametrize("name", ["Emomali Rahmon", "Emomali Rakhmon", "Emomali"])
def test_any_form_of_the_name_finds_the_one(store: Store, name: str) -> None:
    assert things.find(store, name, "person") == iri(HEAD)


def test_two_are_still_asked_about(store: Store) -> None:
    with pytest.raises(UsageError, match="may be any of"):
        things.find(store, "o", "person")


def test_participants_of_a_meeting_come_from_all_articles(store: Store) -> None:
    meetings = {str(row["meeting"]) for row in asked(store, "meetings", organisation="SCO")}
    counts = {
        meeting: set(asked(store, "participants", meeting=meeting).column("person"))
        for meeting in meetings
    }
    fullest = max(counts.values(), key=len)
    assert {iri(HEAD), iri("person:no-oland-m"), iri("person:no-solberg-j")} <= fullest


def test_encounters_follow_the_one(store: Store) -> None:
    for friend in ("person:no-oland-m", "person:no-solberg-j"):
        assert len(asked(store, "encounters", first_party=HEAD, second_party=friend)) == 1


def test_what_was_done_with_an_instrument_is_told_together(store: Store) -> None:
    instruments = {str(row["thing"]) for row in store.query(  # type: ignore[index,union-attr]  # rows
        "SELECT DISTINCT ?thing { ?node a readout:Instrument OPTIONAL { ?node readout:identifiedAs"
        " ?head } BIND(COALESCE(?head, ?node) AS ?thing) }")}  # fmt: skip
    [one] = instruments
    actions = asked(store, "history", instrument=one).column("action")
    assert {str(action).rpartition("#")[2] for action in actions} == {"adopted", "signed"}


@pytest.mark.parametrize("thing", [HEAD, MEMBER, "Emomali Rahmon"])
def test_a_dossier_is_of_all_nodes(store: Store, thing: str) -> None:
    found = dossier(store, thing)
    assert found.iri == iri(HEAD)
    assert {found.name, *found.also} == {"Emomali Rakhmon", "Emomali Rahmon"}
    text = found.text()
    assert "“Emomali Rahmon” — one" in text and "“Emomali Rakhmon” — two" in text
    assert "identified" not in text
    assert text == dossier(store, HEAD).text()


def test_a_dossier_leaves_out_its_own_other_node(store: Store) -> None:
    lines = [line for section in dossier(store, HEAD).sections for line in section.lines]
    assert iri(MEMBER) not in {line.iri for line in lines}


def test_a_thing_that_is_alone_is_told_as_before(store: Store) -> None:
    assert dossier(store, "person:no-oland-m").iri == iri("person:no-oland-m")
