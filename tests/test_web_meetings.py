"""Pages of meetings and countries: delegations, documents and their state, series, timelines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lake
import pytest
from leaves import Desk, desk
from stores import fill

from kg.errors import UsageError
from kg.graph.statements import nquads
from kg.model import Article, Facts, Meeting, Participant
from kg.namespaces import BASE, ONTOLOGY
from kg.queries.dossier import Window
from kg.store import Store
from kg.web.views import country, meeting
from kg.web.views.country import Attended
from kg.web.views.meeting import Session

ALL = Window()


@pytest.fixture(scope="module")
def world() -> Store:
    return lake.store()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = fill(tmp_path_factory.mktemp("lake") / "lake.store", *lake.quads())
    with desk(path) as made:
        yield made


# --- delegations ----------------------------------------------------------------------


def test_delegations_are_told_by_party(world: Store) -> None:
    seen = meeting.meeting(world, lake.MEETING, ALL)
    told = [
        (
            delegation.party.text if delegation.party else None,
            [
                (d.person.text if d.person else None, [o.text for o in d.offices], d.role)
                for d in delegation.delegates
            ],
        )
        for delegation in seen.delegations
    ]
    assert told == [
        ("Estonia", [("Jaan Kask", ["Minister of Locks"], "chairperson")]),
        ("Latvia", [("Anna Berga", ["Minister of Canals"], None)]),
        ("Lithuania", [(None, [], None)]),
    ]
    assert all(d.quotes for delegation in seen.delegations for d in delegation.delegates)


def test_a_person_without_party_stands_last(tmp_path: Path) -> None:
    facts = lake.fourth()
    rows = (replace(facts.participants[0], party=None), *facts.participants[1:])
    store = Store.in_memory(nquads(replace(facts, participants=rows)))
    seen = meeting.meeting(store, lake.MEETING, ALL)
    parties = [each.party.text if each.party else None for each in seen.delegations]
    assert parties == ["Estonia", "Lithuania", None]


def test_what_two_articles_say_of_one_delegate_is_told_once() -> None:
    facts = lake.fourth()
    again = replace(facts, article=replace(lake.FOURTH_ARTICLE, id="lake-again"))
    seen = meeting.meeting(Store.in_memory(nquads(facts), nquads(again)), lake.MEETING, ALL)
    [berga] = [d for each in seen.delegations for d in each.delegates
               if d.person and d.person.text == "Anna Berga"]  # fmt: skip
    assert {quote.source.id for quote in berga.quotes} == {"lake-fourth", "lake-again"}


# --- documents ------------------------------------------------------------------------


def test_documents_are_told_with_their_state(world: Store) -> None:
    seen = meeting.meeting(world, lake.MEETING, ALL)
    told = [
        (d.link.text, d.kind, [(deed.words, deed.done) for deed in d.deeds]) for d in seen.documents
    ]
    assert told == [
        ("Charter of Dams", "charter", [("adopted", True)]),
        ("Charter of Dams", "charter", [("to be adopted", False)]),
    ]
    assert all(deed.quotes for document in seen.documents for deed in document.deeds)


def test_documents_that_are_one_are_one_row() -> None:
    one, other = (
        f"{BASE}instrument/lake-{which}--charter-of-dams" for which in ("fourth", "third")
    )
    same = f"<{other}> <{ONTOLOGY}identifiedAs> <{one}> <{BASE}graph/identity> .\n"
    seen = meeting.meeting(Store.in_memory(*lake.quads(), same), lake.MEETING, ALL)
    [document] = seen.documents
    assert [(deed.words, deed.done) for deed in document.deeds] == [
        ("to be adopted", False),
        ("adopted", True),
    ]


def test_what_is_intended_looks_unlike_what_is_done(pages: Desk) -> None:
    leaf = pages.leaf("/doc/meeting/river-union-lake-council-4")
    badges = {(e.text, e.get("class")) for e in leaf.all("span", class_="status")}
    assert badges == {
        ("held", "status done"),
        ("planned", "status open"),
        ("adopted", "status done"),
        ("to be adopted", "status open"),
        ("chairperson", "status"),
    }


# --- status, dates, topics ------------------------------------------------------------


def test_statuses_are_told_with_the_number_of_their_articles(world: Store) -> None:
    assert [(r.status, r.articles) for r in meeting.meeting(world, lake.MEETING, ALL).reported] == [
        ("held", 1), ("planned", 1)
    ]  # fmt: skip
    assert [(r.status, r.articles) for r in meeting.meeting(world, lake.EARLIER, ALL).reported] == [
        ("held", 1)
    ]


def test_a_meeting_that_is_only_planned_never_reads_as_held(tmp_path: Path) -> None:
    with desk(fill(tmp_path / "third.store", nquads(lake.third()))) as made:
        leaf = made.leaf("/doc/meeting/river-union-lake-council-4")
        statuses = [e.text for e in leaf.all("span", class_="status")]
        assert statuses == ["planned", "to be adopted"]
        for path in ("/", "/doc/country/EE", "/doc/place/ee-tallinn"):
            parts = (*made.leaf(path).all("li", class_="told"), *made.leaf(path).all("tr"))
            lines = [part.text for part in parts if "fourth session" in part.text]
            assert lines
            assert all("planned" in line for line in lines)
            assert not any("held" in line.replace("be held", "") for line in lines)


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([("2020-01-02", None)], ("2020-01-02",)),
        ([("2020-01-02", "2020-01-03")], ("2020-01-02 to 2020-01-03",)),
        ([("2020-01-02", None), ("2020-01-05", None)], ("2020-01-02", "2020-01-05")),
        ([("2020", None)], ("2020",)),
    ],
)
def test_dates_are_told_as_reports_give_them(
    spans: list[tuple[str, str | None]], told: tuple[str, ...]
) -> None:
    quads = []
    for number, (start, end) in enumerate(spans):
        facts = lake.fourth()
        dated = replace(facts.meetings[0], start=start, end=end)
        named = replace(lake.FOURTH_ARTICLE, id=f"a{number}")
        quads.append(nquads(replace(facts, article=named, meetings=(dated,))))
    assert meeting.meeting(Store.in_memory(*quads), lake.MEETING, ALL).dates == told


def test_topics_are_told_once_with_their_words(world: Store) -> None:
    seen = meeting.meeting(world, lake.MEETING, ALL)
    assert seen.topics
    assert [line.parts[0][1].text for line in seen.topics.lines] == ["eel migration"]
    known = next(block for block in seen.told.blocks if block.slug == "known")
    assert "topic" not in {verb for line in known.lines for verb, _ in line.parts}


def test_a_statement_is_shown_by_the_words_that_show_it(world: Store) -> None:
    known = next(
        b for b in meeting.meeting(world, lake.MEETING, ALL).told.blocks if b.slug == "known"
    )
    shown = {(verb, link.text): [q.text for q in line.quotes]
             for line in known.lines for verb, link in line.parts}  # fmt: skip
    [planned] = shown["status", "planned"]
    [held] = shown["status", "held"]
    assert "will be held" in planned and "was held" in held
    [day] = shown["start date", "2020-06-09"]
    assert "9 June 2020" in day
    assert all("fourth" in quote for quote in shown["ordinal", "4"])


# --- series ---------------------------------------------------------------------------


def sessions(*listed: tuple[int | None, str | None]) -> Store:
    """Return a store in which the council has sessions of these numbers and dates."""
    quads = []
    for number, (ordinal, date) in enumerate(listed):
        facts = lake.fourth()
        one = replace(facts.meetings[0], ordinal=ordinal, start=date, chair=None)
        bare = Facts(replace(lake.FOURTH_ARTICLE, id=f"a{number}"), meetings=(one,))
        quads.append(nquads(bare))
    return Store.in_memory(*quads)


@pytest.mark.parametrize(
    ("others", "before", "after"),
    [
        ((), None, None),
        (((3, "2019-05-01"),), 3, None),
        (((5, "2021-05-01"),), None, 5),
        (((3, "2019-05-01"), (5, "2021"), (1, "2017"), (9, "2025")), 3, 5),
        (((3, None), (5, None)), 3, 5),  # numbers tell the place, dates need not
        (((3, "2022-01-01"),), 3, None),  # and come first
        (((None, "2019-01-01"), (None, "2021-01-01")), "2019-01-01", "2021-01-01"),
        (((None, "2020"),), None, None),  # within the same year: nobody knows
        (((None, "2019"), (None, "2021")), "2019", "2021"),
    ],
)
def test_sessions_before_and_after_are_told(
    others: tuple[tuple[int | None, str | None], ...],
    before: int | str | None,
    after: int | str | None,
) -> None:
    seen = meeting.meeting(sessions((4, "2020-06-09"), *others), lake.MEETING, ALL)

    def told(session: Session | None, like: int | str | None) -> int | str | None:
        return session and (session.ordinal if isinstance(like, int) else session.date)

    assert (told(seen.before, before), told(seen.after, after)) == (before, after)
    assert [session.here for session in seen.series].count(True) == 1


def test_a_meeting_of_no_body_has_no_series() -> None:
    facts = lake.fourth()
    alone = replace(facts.meetings[0], body=None)
    store = Store.in_memory(nquads(replace(facts, meetings=(alone,))))
    iri = next(q.subject.value for q in store.quads() if q.predicate.value.endswith("startDate"))
    seen = meeting.meeting(store, iri, ALL)
    assert (seen.series, seen.before, seen.after) == ((), None, None)


def test_the_series_is_linked_on_the_page(pages: Desk) -> None:
    leaf = pages.leaf("/doc/meeting/river-union-lake-council-4")
    assert "Before it in its series" in leaf.text and "After it in its series" not in leaf.text
    assert "/doc/meeting/river-union-lake-council-3" in leaf.hrefs
    figure = leaf.one("figcaption", id="series")
    assert figure.text.startswith("The series by date")


def test_tables_have_headings_and_can_be_reached_by_keyboard(pages: Desk) -> None:
    leaf = pages.leaf("/doc/meeting/river-union-lake-council-4")
    assert len(leaf.all("table")) == 2
    assert {th.get("scope") for th in leaf.all("th")} == {"col", "rowgroup"}
    assert all(d.get("tabindex") == "0" for d in leaf.all("div", role="region"))


def test_a_meeting_that_is_not_there_is_refused(world: Store) -> None:
    with pytest.raises(UsageError, match="says nothing of"):
        meeting.meeting(world, f"{BASE}meeting/none", ALL)


# --- countries ------------------------------------------------------------------------


def rows(world: Store, code: str, window: Window = ALL) -> tuple[Attended, ...]:
    return country.country(world, f"{BASE}country/{code}", window).timeline.meetings


def test_a_country_is_told_with_whom_and_at_which_level(world: Store) -> None:
    fourth, third = rows(world, "LV")
    assert (fourth.meeting.text, fourth.date, fourth.statuses) == (
        "fourth session of the Lake Council", "2020-06-09", ("held", "planned")
    )  # fmt: skip
    assert [office.text for office in fourth.level] == ["Minister of Canals"]
    assert [party.text for party in fourth.parties] == ["Estonia", "Lithuania"]
    assert [quote.text for quote in fourth.quotes] == ["Anna Berga attended it"]
    assert (fourth.hosted, third.hosted) == (False, True)
    assert third.place and third.place.text == "Riga"


def test_a_country_that_only_hosts_is_told_too(tmp_path: Path) -> None:
    store = Store.in_memory(nquads(replace(lake.third(), participants=())))
    [planned] = rows(store, "EE")
    assert (planned.hosted, planned.statuses, planned.parties, planned.level) == (
        True,
        ("planned",),
        (),
        (),
    )
    assert [quote.text for quote in planned.quotes] == [
        "fourth session will be held in Tallinn in 2020"
    ]


def test_a_country_that_presides_is_told_too() -> None:
    facts = lake.third()
    chaired = replace(facts.meetings[0], chair="MT", country=None, place=None)
    store = Store.in_memory(nquads(replace(facts, meetings=(chaired, facts.meetings[1]))))
    assert [each.meeting.text for each in rows(store, "MT")] == [
        "third session of the Lake Council"
    ]


def test_a_country_at_no_meeting_has_an_empty_timeline(tmp_path: Path) -> None:
    facts = replace(lake.third(), participants=(), meetings=(), topics=(), instruments=())
    with desk(fill(tmp_path / "bare.store", nquads(facts))) as made:
        assert "No report names it at a meeting" in made.leaf("/doc/country/LV").text


def many(count: int) -> Store:
    """Return a store in which Fiji takes part in many meetings of a year each."""
    text = "Fiji took part.\n"
    quads = []
    for year in range(1900, 1900 + count):
        passage = lake.words(text, "Fiji took part")
        one = Meeting("m", "talks", None, None, None, f"{year}-01-02", None, None, None, None,
                      "held", passage, "test")  # fmt: skip
        rows_ = tuple(Participant("m", None, code, passage, "test")
                      for code in ("FJ", *(CODES if year == 1900 else ("NZ",))))  # fmt: skip
        quads.append(nquads(Facts(Article(f"a{year}", text), meetings=(one,), participants=rows_)))
    return Store.in_memory(*quads)


CODES = ("AM", "AZ", "BY", "CN", "EG", "ET", "FI", "FR", "GE", "HU", "ID", "IN", "IT", "JO")


def test_the_timeline_comes_in_pages_the_latest_first() -> None:
    store = many(30)
    iri = f"{BASE}country/FJ"
    first = country.country(store, iri, ALL).timeline
    assert (first.first, first.last, first.total, first.before, first.after) == (
        1,
        25,
        30,
        None,
        25,
    )
    assert first.meetings[0].date == "1929-01-02"
    second = country.country(store, iri, Window(40, "meetings", 25)).timeline
    assert (second.first, second.last, second.before, second.after) == (26, 30, 0, None)
    assert second.meetings[-1].date == "1900-01-02"
    assert len(second.meetings[-1].parties) == 12 and second.meetings[-1].others == 2


def test_sources_of_a_country_page_are_numbered_once(world: Store) -> None:
    seen = country.country(world, f"{BASE}country/LV", ALL)
    known = {source.number: source.id for source in seen.told.sources}
    cited = {(q.source.number, q.source.id) for each in seen.timeline.meetings for q in each.quotes}
    assert cited <= set(known.items())
    assert sorted(known) == list(range(1, len(known) + 1))
