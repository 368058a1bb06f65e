"""Links of every kind over invented articles: right, open or none, each with its reasons."""

from __future__ import annotations

from typing import Any

import pytest
from endpoint import serve
from extract import COUNTRIES, HUMAN, INTERNAL, PROPERTIES
from rdflib.plugins.sparql import prepareQuery
from talks import FOREIGN, LINKED, OPEN, articles
from world import quads

from kg import link, pipeline
from kg.link import features, forms, online
from kg.link.candidates import UNKNOWN, Candidate, Held, day, describe
from kg.link.client import Client
from kg.link.things import Thing
from kg.mappings import NONE, Mapping
from kg.pipeline import Linked
from kg.store import Store

NAMED = {name: pid for name, (pid, _) in PROPERTIES.items()}
NODE = "https://w3id.org/readout/id"
FORUM = f"{NODE}/organisation/forum"


@pytest.fixture(scope="module")
def joined() -> Linked:
    with serve() as endpoint:
        return pipeline.join(talks(), client=Client(endpoint.url))


def talks() -> Store:
    return Store.in_memory(*map(quads, articles()))


def accepted(rows: tuple[Mapping, ...]) -> dict[str, str]:
    """Return the items of what is linked, countries left out."""
    found = {row.subject: row.object.removeprefix("wd:") for row in rows if sure(row)}
    return {subject: qid for subject, qid in found.items() if not subject.startswith("country:")}


def sure(row: Mapping) -> bool:
    return row.judgement == "positive"


def test_nothing_is_linked_wrongly(joined: Linked) -> None:
    wrong = {s: q for s, q in accepted(joined.rows).items() if LINKED.get(s) != q}
    assert wrong == {}


def test_most_of_what_is_decidable_is_linked(joined: Linked) -> None:
    found = accepted(joined.rows)
    assert len(found.keys() & LINKED.keys()) >= 0.9 * len(LINKED)
    kinds = {subject.partition(":")[0] for subject in found}
    assert kinds == {*online.KINDS}


def test_what_cannot_be_told_stays_open(joined: Linked) -> None:
    assert {row.subject for row in joined.rows if row.judgement == "unsure"} == OPEN


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("instrument:herring--treaty-on-northern-rivers", "Q7403 (the item has another date)"),
        ("meeting:2031-06-07--elvdal--no-berg-o--no-dahl-o", "Q7305 (the item has another date)"),
        ("office:no-minister-of-fisheries", "Q9010 (the item has another country)"),
        ("person:no-berg-o", "Q8016 (too young by then)"),
        ("person:no-dahl-o", "Q8017 (dead by then)"),
        ("person:no-known-n", "no item of the endpoint has the name"),
        ("meeting:fjord-compact-meeting-2031-07-08", "no item of the endpoint has the name"),
    ],
)
def test_what_was_tried_in_vain_is_told(joined: Linked, subject: str, told: str) -> None:
    [row] = [row for row in joined.rows if row.subject == subject]
    assert row.judgement == "none"
    assert told in row.reasons


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("organisation:northern-lakes-forum", "the same name; members in common"),
        ("organisation:northern-lakes-forum-lakes-commission", "the same name; the organisation"),
        ("place:no-lindvik", "the same name; the country"),
        ("office:northern-lakes-forum-chairman", "the same name; the organisation"),
        ("instrument:water--lindvik-convention-on-water", "parties in common; the date"),
        ("meeting:northern-lakes-forum-lakes-commission-5", "the same name; the organisation"),
    ],
)
def test_what_agreed_is_told(joined: Linked, subject: str, told: str) -> None:
    [row] = [row for row in joined.rows if row.subject == subject]
    assert told in row.reasons


def test_offices_match_and_things_are_the_same(joined: Linked) -> None:
    linked = {row.subject: row.predicate for row in joined.rows if sure(row)}
    assert {p for s, p in linked.items() if s.startswith("office:")} == {"skos:exactMatch"}
    assert {p for s, p in linked.items() if not s.startswith("office:")} == {"owl:sameAs"}


def test_what_a_person_linked_speaks_for_the_rest_and_is_not_asked() -> None:
    row = Mapping("organisation:northern-lakes-forum", "wd:Q7105", "positive", by="Ann")
    with serve() as endpoint:
        joined = pipeline.join(talks(), (), [row], Client(endpoint.url))
    found = accepted(joined.rows)
    assert found["organisation:northern-lakes-forum"] == "Q7105"
    assert found["organisation:northern-lakes-forum-lakes-commission"] == "Q7104"


def test_what_a_person_refused_stays_refused() -> None:
    row = Mapping("place:no-lindvik", "wd:Q7201", "negative", by="Ann")
    with serve() as endpoint:
        links = pipeline.join(talks(), (), [row], Client(endpoint.url)).rows
    mine = sorted(r.judgement for r in links if r.subject == "place:no-lindvik")
    assert mine == ["negative", "none"]


def test_all_that_is_asked_is_standard_and_whole() -> None:
    with serve() as endpoint:
        pipeline.join(talks(), client=Client(endpoint.url))
    for query in endpoint.asked:
        prepareQuery(query)  # an engine that knows no prefix but those that are declared
        assert "SERVICE" not in query


# --- names -----------------------------------------------------------------------------


def thing(kind: str, *names: str, **more: Any) -> Thing:
    return Thing(f"{NODE}/{kind}/x", kind, names, **more)


def tie(role: str, node: str) -> tuple[str, str]:
    return role, node if node.startswith("http") else f"{NODE}/{node}"


@pytest.mark.parametrize(
    ("each", "some", "none"),
    [
        (
            thing("office", FOREIGN, ties=frozenset({tie("owner", "country/NO")})),
            {f"{FOREIGN} of Norway", f"{FOREIGN} of the Kingdom of Norway"},
            {FOREIGN},
        ),
        (
            thing("office", "Chairman", ties=frozenset({tie("owner", FORUM)})),
            {"Chairman of Lakes Forum", "chairman of the LF"},
            {"Chairman"},
        ),
        (thing("office", "President"), set(), {"President"}),
        (
            thing(
                *("meeting", "third summit"),
                ties=frozenset({tie("whole", FORUM), ("ordinal", "3")}),
                days=frozenset({("2031-05-04", "2031-05-05")}),
            ),
            {"2031 LF summit", "Lakes Forum Summit 2031", "3rd LF summit"},
            {"third summit", "summit"},
        ),
        (thing("meeting", "the Oslo Conference"), {"Oslo Conference"}, set()),
        (thing("meeting", "talks"), set(), {"talks"}),
        (thing("meeting", "Talks"), set(), {"Talks"}),
        (thing("instrument", "draft Convention on Water"), {"Convention on Water"}, set()),
        (thing("instrument", "joint statement"), set(), {"joint statement"}),
        (thing("place", "Lindvik"), {"Lindvik"}, set()),
    ],
)
def test_things_have_the_names_that_items_have(each: Thing, some: set[str], none: set[str]) -> None:
    found = set(forms.forms(each, {FORUM: ("Lakes Forum", "LF")}))
    assert some <= found
    assert not none & found
    assert bool(found) is bool(some)


@pytest.mark.parametrize(
    ("number", "written"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd")]
)
def test_ordinals_are_written_as_items_write_them(number: int, written: str) -> None:
    each = thing(
        "meeting", "summit", ties=frozenset({tie("whole", FORUM), ("ordinal", str(number))})
    )
    assert f"{written} LF summit" in forms.forms(each, {FORUM: ("LF",)})


def test_an_organisation_is_asked_for_by_all_its_forms() -> None:
    found = forms.forms(Thing(f"{NODE}/organisation/acd", "organisation", ("ACD",)), {})
    assert set(found) >= {"ACD", "Asia Cooperation Dialogue"}


def test_a_thing_of_many_names_is_not_asked_for_by_all() -> None:
    each = thing("meeting", *(f"Oslo Conference {n}" for n in range(99)))
    assert len(forms.forms(each, {})) == 24


# --- features --------------------------------------------------------------------------


def candidate(**ties: str) -> Candidate:
    found = {role: frozenset({value}) for role, value in ties.items()}
    return Candidate("Q1", ("Oslo Conference",), classes=frozenset({"conference"}), ties=found)


@pytest.mark.parametrize(
    ("days", "item", "agrees", "against"),
    [
        ("2031-05-04", {"start": "2031-05-04"}, True, False),
        ("2031-05-04", {"start": "2031-05-03", "end": "2031-05-06"}, True, False),
        ("2031-05", {"start": "2031-05-04"}, True, False),
        ("2031-05-04", {"start": "2031"}, False, False),
        ("2031", {"start": "2031-05-04"}, False, False),
        ("2031-05-04", {}, False, False),
        ("2031-05-04", {"start": UNKNOWN}, False, False),
        ("2031-05-04", {"start": "2030-05-04"}, False, True),
        ("2031-05-04", {"start": "2030"}, False, True),
        ("2031-05-04", {"end": "2031-05-03"}, False, True),
    ],
)
def test_dates_count_as_exactly_as_they_are_known(
    days: str, item: dict[str, str], agrees: bool, against: bool
) -> None:
    each = thing("meeting", "Oslo Conference", days=frozenset({(days, days)}))
    found = features.score(each, candidate(**item), {}, each.names)
    assert ("the date" in found.agrees) is agrees
    assert ("the item has another date" in found.against) is against


def test_an_item_without_a_class_is_never_accepted() -> None:
    each = thing("meeting", "Oslo Conference", days=frozenset({("2031-05-04", "2031-05-04")}))
    bare = Candidate("Q1", ("Oslo Conference",), ties={"start": frozenset({"2031-05-04"})})
    found = features.score(each, bare, {}, each.names)
    assert (found.score, found.against) == (0.6, ())


def test_a_page_that_parts_namesakes_is_no_thing() -> None:
    page = Candidate("Q1", ("Lindvik",), classes=frozenset({INTERNAL, "city"}))
    assert (
        "the item is a page, no thing"
        in features.score(thing("place", "Lindvik"), page, {}, ["Lindvik"]).against
    )


@pytest.mark.parametrize(
    ("label", "day", "score"),
    [
        ("Lakes Forum summit", "2031-05-04", 1.0),
        ("Lakes Forum summit", "2031-06", 0.6),
        ("3rd Lakes Forum summit", "2031-06", 0.75),
        ("Third Lakes Forum summit", "2031-06", 0.75),
        ("Lakes Forum XII summit", "2031-06", 0.75),
        ("2031 Lakes Forum summit", "2031-06", 0.75),
    ],
)
def test_an_item_of_a_series_is_none_of_its_meetings(label: str, day: str, score: float) -> None:
    item = Candidate(
        *("Q1", (label,)),
        classes=frozenset({"summit"}),
        ties={"whole": frozenset({"Q2"}), "start": frozenset({day} if len(day) == 10 else ())},
    )
    ties = frozenset({tie("whole", FORUM)})
    each = thing("meeting", label, ties=ties, days=frozenset({("2031-05-04", "2031-05-04")}))
    assert features.score(each, item, {FORUM: "Q2"}, [label]).score == score


def test_one_party_in_common_says_nothing() -> None:
    each = thing("meeting", "Oslo Conference", ties=frozenset({tie("party", "country/NO")}))
    items = {f"{NODE}/country/NO": COUNTRIES["NO"]}
    found = features.score(each, candidate(party=COUNTRIES["NO"]), items, each.names)
    assert found.agrees == ("the same name",)


def test_the_words_of_a_name_may_stand_in_another_order() -> None:
    each = thing("meeting", "Conference of Oslo")
    found = features.score(each, candidate(), {}, each.names)
    assert (found.score, found.agrees) == (0.475, ("the words of the name",))


# --- items -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2031-05-04T00:00:00Z", "2031-05-04"),
        ("2031-01-01T00:00:00Z", "2031"),
        ("2031-05-04", "2031-05-04"),
        ("http://www.wikidata.org/.well-known/genid/1", UNKNOWN),
        ("-0044-03-15T00:00:00Z", UNKNOWN),
        ("t1", UNKNOWN),
    ],
)
def test_dates_of_items_are_as_exact_as_they_may_be(value: str, date: str) -> None:
    assert day(value) == date


def held(start: str | None, end: str | None) -> Held:
    return Held("Q1", frozenset(), frozenset(), start, end)


@pytest.mark.parametrize(
    ("start", "end", "date", "may", "surely"),
    [
        ("2029-02-03", None, "2031-05-04", True, True),
        ("2029-02-03", "2031-05-04", "2031-05-04", True, True),
        ("2031-05-04", None, "2031-05-04", True, True),
        ("2031", None, "2031-05-04", True, False),
        ("2030", "2031", "2031-05-04", True, False),
        ("2029-02-03", UNKNOWN, "2031-05-04", True, False),
        (UNKNOWN, None, "2031-05-04", True, False),
        (None, None, "2031-05-04", True, False),
        ("2029-02-03", None, "2031", True, True),
        ("2029-02-03", "2031-05-04", "2031", True, False),
        ("2031-05-05", None, "2031-05-04", False, False),
        ("2029-02-03", "2031-05-03", "2031-05-04", False, False),
        (None, "2030", "2031-05-04", False, False),
    ],
)
def test_a_term_covers_a_date(
    start: str | None, end: str | None, date: str, may: bool, surely: bool
) -> None:
    assert held(start, end).covers(date) is may
    assert held(start, end).surely(date) is surely


def test_items_come_with_what_is_asked_for() -> None:
    with serve() as endpoint:
        client = Client(endpoint.url)
        found = describe(client, ["Q7301", "Q7101", "Q8001"], NAMED, ("classes", "members"))
        plain = describe(client, ["Q8001"], asked=())
    assert found["Q7301"].days() == ("2031-05-04", "2031-05-05")
    assert found["Q7301"].classes >= {"summit", "meeting", "event"}
    assert found["Q7101"].tied("member") == {COUNTRIES[code] for code in ("NO", "KZ", "UZ")}
    assert found["Q8001"].types == {HUMAN} and found["Q8001"].tied("born") == {"1970-01-02"}
    assert plain["Q8001"].tied("born") == frozenset() and plain["Q8001"].offices == ()


# --- what an endpoint told stays -------------------------------------------------------


def test_a_run_without_an_endpoint_keeps_what_one_told(joined: Linked) -> None:
    store = talks()
    pipeline.identify(store)
    again = pipeline.link(store, joined.rows)
    assert accepted(again.rows) == accepted(joined.rows)
    opened = {row.subject for row in again.rows if row.judgement == "unsure"}
    assert opened == OPEN
    told = {row.source for row in again.rows if row.judgement == "unsure"}
    assert len(told) == 1 and None not in told
    assert again.standings == ()


def test_what_is_kept_gives_way_to_persons_and_to_what_is_gone(joined: Linked) -> None:
    refused = Mapping("place:no-lindvik", "wd:Q7201", "negative", by="Ann")
    store = Store.in_memory(*map(quads, articles()[:2]))
    again = accepted(pipeline.join(store, (), (*joined.rows, refused)).rows)
    assert "place:no-lindvik" not in again
    assert again["place:kz-lindvik"] == "Q7202"
    assert "place:no-torsund" not in again


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        ([], "none"),
        ([Mapping("place:x", "wd:Q1", "positive", source="http://e/")], "positive"),
        ([Mapping("place:x", "wd:Q1", "unsure", source="http://e/")], "unsure"),
        ([Mapping("place:x", "wd:Q1", "positive")], "none"),
        ([Mapping("place:x", "wd:Q1", "positive", source="http://e/", by="Ann")], "none"),
        ([Mapping("place:y", "wd:Q1", "positive", source="http://e/")], "none"),
    ],
)
def test_only_what_an_endpoint_told_is_kept(kept: list[Mapping], found: str) -> None:
    [row] = link.keep([Mapping("place:x", NONE, "none")], kept)
    assert row.judgement == found
    [listed] = link.keep([Mapping("place:x", "wd:Q9", "positive")], kept)
    assert listed.object == "wd:Q9"
