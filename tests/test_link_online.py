"""Links that an endpoint decides: right or open, through every fault, and never asked twice."""

from __future__ import annotations

from email.message import Message
from pathlib import Path

import pytest
from conftest import Run
from endpoint import serve
from extract import COUNTRIES, ITEMS, PROPERTIES, member
from world import Row, quads, report

from kg.errors import StoreError, UsageError
from kg.identity.titles import bag
from kg.lexicon.tables import rows
from kg.link import candidates, client, offline, online
from kg.link.client import AGENT, Client
from kg.link.things import Thing
from kg.mappings import NONE, Mapping
from kg.resources import lexicon
from kg.store import Store

FOREIGN, SECRETARY = "Minister of Foreign Affairs", "Secretary of the Security Council"
DAY = "2031-05-04"
NAMED = {name: pid for name, (pid, _) in PROPERTIES.items()}


def person(name: str, country: str | None, title: str | None = None, date: str = DAY) -> Thing:
    key = "-".join(name.casefold().replace(".", "").split()) if name.isascii() else "x"
    return Thing(
        node=f"https://w3id.org/readout/id/person/{key}-{country or 'none'}".lower(),
        kind="person",
        names=(name,),
        countries=frozenset({country}) if country else frozenset(),
        posts=frozenset({(country or "", bag(title))}) if title else frozenset(),
        dates=(date,),
    )


CASES: list[tuple[Thing, str, str | None]] = [
    (person("Mira Oland", "NO", FOREIGN), "positive", "wd:Q8001"),
    (person("Mira Oland", "KZ"), "positive", "wd:Q8002"),
    (person("Jan Solberg", "NO", FOREIGN, "2025-05-04"), "positive", "wd:Q8003"),
    (person("Nikolai Tarasov", "RU", SECRETARY), "positive", "wd:Q8005"),
    (person("Николай Тарасов", "RU", SECRETARY), "positive", "wd:Q8005"),
    (person("Dmitry Tarasov", "RU"), "positive", "wd:Q8007"),
    (person("Askar Temirov", "KZ", "President"), "positive", "wd:Q8008"),
    (person("Rustam Azizov", "UZ", "Minister of Trade"), "positive", "wd:Q8013"),
    (person("Farrukh Nazarov", "TJ"), "positive", "wd:Q8014"),
    (person("Farruh Nazarov", "TJ", "Minister of Defence", "2020-01-02"), "positive", "wd:Q8014"),
    (person("Li Anming", "CN", "State Councilor"), "positive", "wd:Q8015"),
    (person("Анна Котова", "RU"), "positive", "wd:Q8018"),
    (person("N. P. Tarasov", "RU", SECRETARY), "positive", "wd:Q8005"),
    (person("李安国", "CN", "State Councilor", "2020-05-04"), "positive", "wd:Q8020"),
    (person("Nikolai Tarasov", "RU"), "unsure", None),
    (person("Ivar Moen", "NO", FOREIGN), "unsure", None),
    (person("Eva Lind", "NO"), "unsure", None),
    (person("Mira Oland", None), "unsure", None),
    (person("Mira Oland", "RU"), "none", None),
    (person("Ole Berg", "NO"), "none", None),
    (person("Ole Dahl", "NO"), "none", None),
    (person("Nobody Known", "NO"), "none", None),
    (person("M. Oland", "NO"), "none", None),
]


@pytest.fixture(scope="module", autouse=True)
def _countries() -> None:
    """The countries of the extract have the ids that the word list has."""
    listed = {row[0]: row[1] for row in rows(lexicon("countries.tsv"))}
    assert COUNTRIES.items() <= listed.items()


def judged(things: list[Thing], asked: Client) -> list[Mapping]:
    found = {r.subject: r for r in online.link(things, offline.link(things), asked, NAMED)}
    return [found[offline.link([thing])[0].subject] for thing in things]


@pytest.mark.parametrize(("thing", "judgement", "item"), CASES)
def test_a_person_is_linked_left_open_or_not_found(
    thing: Thing, judgement: str, item: str | None
) -> None:
    with serve() as endpoint:
        [row] = judged([thing], Client(endpoint.url))
    assert (row.judgement, row.object if judgement == "positive" else None) == (judgement, item)
    assert row.reasons
    assert judgement != "none" or row.object == NONE


def test_the_extract_has_what_makes_linking_hard() -> None:
    assert len(ITEMS) >= 60
    assert any(item.merged for item in ITEMS)
    assert any(item.kind != "Q5" for item in ITEMS)
    assert any(all(name.endswith("@mul") for name in item.names) for item in ITEMS)


def test_namesakes_are_told() -> None:
    with serve() as endpoint:
        [row] = judged([person("Eva Lind", "NO")], Client(endpoint.url))
    assert "Q8011 is about as likely" in row.reasons


def test_what_was_tried_is_told() -> None:
    with serve() as endpoint:
        [dead] = judged([person("Ole Dahl", "NO")], Client(endpoint.url))
        [young] = judged([person("Ole Berg", "NO")], Client(endpoint.url))
        [other] = judged([person("Mira Oland", "RU")], Client(endpoint.url))
    assert "dead by then" in dead.reasons
    assert "too young by then" in young.reasons
    assert "another country" in other.reasons


def test_a_merged_item_is_the_one_it_was_merged_into() -> None:
    with serve() as endpoint:
        found = candidates.describe(Client(endpoint.url), ["Q8012"])
    assert found["Q8012"] == found["Q8013"]


def test_what_the_lists_decide_is_not_asked() -> None:
    known = person("Nikolai Patrushev", "RU", SECRETARY)
    with serve() as endpoint:
        [row] = judged([known], Client(endpoint.url))
        assert (row.object, endpoint.asked) == ("wd:Q446865", [])


def test_many_names_make_few_questions() -> None:
    things = [person(member(n), "NO") for n in range(52)]
    with serve() as endpoint:
        found = judged(things, Client(endpoint.url))
        assert len(endpoint.asked) <= 6
    assert {row.judgement for row in found} == {"positive"}


def test_queries_declare_their_prefixes_and_need_no_service() -> None:
    with serve() as endpoint:
        judged([case[0] for case in CASES], Client(endpoint.url))
        for query in endpoint.asked:
            assert "SERVICE" not in query
            assert query.startswith("\nPREFIX ")
        assert endpoint.agents == {AGENT}


# --- faults ----------------------------------------------------------------------------

FAULTS = (
    (("429:7",), [7.0]),
    (("429:Tue, 24 Nov 2026 12:00:09 GMT",), [9.0]),
    (("429",), [1.0]),
    (("429:100000",), [60.0]),
    (("503:2",), [2.0]),
    (("503", "503"), [1.0, 2.0]),
    (("500",), [1.0]),
    (("502",), [1.0]),
    (("504", "500", "502"), [1.0, 2.0, 4.0]),
    (("truncated",), [1.0]),
    (("html",), [1.0]),
    (("closed",), [1.0]),
)


@pytest.mark.parametrize(("faults", "pauses"), FAULTS)
def test_a_fault_that_passes_is_survived(faults: tuple[str, ...], pauses: list[float]) -> None:
    waited: list[float] = []
    with serve(*faults) as endpoint:
        [row] = judged([person("Mira Oland", "NO")], Client(endpoint.url, sleep=waited.append))
    assert row.object == "wd:Q8001"
    assert waited == pauses


@pytest.mark.parametrize(
    ("faults", "message", "attempts"),
    [
        (("403",), "status 403", 1),
        (("400",), "refuses the query", 1),
        (("404",), "refuses the query", 1),
        (("503",) * 9, "failed 5 times, last: status 503", 5),
        (("truncated",) * 9, "failed 5 times, last: an answer that is cut off", 5),
        (("closed",) * 9, "failed 5 times, last: no answer", 5),
    ],
)
def test_a_fault_that_stays_is_told(faults: tuple[str, ...], message: str, attempts: int) -> None:
    with serve(*faults) as endpoint:
        client = Client(endpoint.url, sleep=lambda _: None)
        with pytest.raises(StoreError, match=message):
            judged([person("Mira Oland", "NO")], client)
        assert len(endpoint.asked) == client.asked == attempts


def test_an_endpoint_that_is_not_there_is_told() -> None:
    with serve() as endpoint:
        url = endpoint.url
    with pytest.raises(StoreError, match="no answer"):
        Client(url, sleep=lambda _: None).select("SELECT * { ?s ?p ?o }")


class Drip:
    """An answer that comes a byte at a time, for ever."""

    headers = Message()

    def read1(self, _: int) -> bytes:
        return b" "


def test_an_answer_that_drips_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1000, 20))
    monkeypatch.setattr("kg.link.client.time.monotonic", lambda: next(clock))
    with pytest.raises(TimeoutError, match="not whole after 65 seconds"):
        client._read(Drip(), client.TIMEOUT)  # type: ignore[arg-type]  # all that is asked of it


# --- what is kept ----------------------------------------------------------------------


def test_a_run_that_was_broken_off_asks_nothing_twice(tmp_path: Path) -> None:
    things = [case[0] for case in CASES]
    with serve() as endpoint:
        judged(things, Client(endpoint.url))
        total = len(endpoint.asked)
    with serve("200", "403") as endpoint:
        url = endpoint.url
        with pytest.raises(StoreError):
            judged(things, Client(url, tmp_path))
        expected = judged(things, Client(url, tmp_path))
        assert len(endpoint.asked) == total + 1
        assert judged(things, Client(url, tmp_path)) == expected
        assert len(endpoint.asked) == total + 1


def test_failures_are_not_kept(tmp_path: Path) -> None:
    with serve("truncated", "503", "403") as endpoint, pytest.raises(StoreError):
        Client(endpoint.url, tmp_path, sleep=lambda _: None).select("SELECT * { ?s ?p ?o }")
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_has_the_date_of_the_server(tmp_path: Path) -> None:
    with serve() as endpoint:
        Client(endpoint.url, tmp_path).select("SELECT * { ?s ?p ?o } LIMIT 1")
    [file] = tmp_path.iterdir()
    assert '"date": "Tue, 24 Nov 2026 12:00:00 GMT"' in file.read_text("utf-8")


def test_half_a_file_is_asked_again(tmp_path: Path) -> None:
    with serve() as endpoint:
        client = Client(endpoint.url, tmp_path)
        first = client.select("SELECT * { ?s ?p ?o } LIMIT 1")
        [file] = tmp_path.iterdir()
        file.write_text(file.read_text("utf-8")[:40], "utf-8")
        assert client.select("SELECT * { ?s ?p ?o } LIMIT 1") == first
        assert client.asked == 2


def test_offline_answers_from_what_is_kept_and_opens_no_socket(tmp_path: Path) -> None:
    things = [case[0] for case in CASES[:4]]
    with serve() as endpoint:
        expected = judged(things, Client(endpoint.url, tmp_path))
        url = endpoint.url
    client = Client(url, tmp_path, offline=True)
    assert judged(things, client) == expected
    with pytest.raises(UsageError, match="offline"):
        judged([person("Dmitry Tarasov", "RU")], client)
    assert client.asked == 0


# --- the command -----------------------------------------------------------------------


def test_the_command_asks_when_it_is_told_to(kg_run: Run, tmp_path: Path) -> None:
    people: list[Row] = [("Mira Oland", "NO", FOREIGN), ("Nobody Known", "NO", None)]
    with Store(tmp_path / "a.store") as store:
        store.put(quads(report("one", people)))
    links = tmp_path / "a.decisions" / "links.sssom.tsv"
    call = ("link", "--store", tmp_path / "a.store", "--online", "--endpoint")
    with serve() as endpoint:
        done = kg_run(*call, endpoint.url)
        assert done.code == 0
        assert "person: 1 linked, 0 unsure, 1 not found" in done.out
        assert "wd:Q8001" in links.read_text("utf-8")
        number = len(endpoint.asked)
        again = kg_run(*call, endpoint.url, "--offline")
        assert (again.out, len(endpoint.asked)) == (done.out, number)
        later = kg_run("link", "--store", tmp_path / "a.store")
        assert (later.code, len(endpoint.asked)) == (0, number)
        assert "person: 1 linked, 0 unsure, 1 not found" in later.out
        assert f"\t{endpoint.url}\t" in links.read_text("utf-8")


def test_the_command_tells_a_failure_and_leaves_what_was(kg_run: Run, tmp_path: Path) -> None:
    with Store(tmp_path / "a.store") as store:
        store.put(quads(report("one", [("Mira Oland", "NO", FOREIGN)])))
    with serve("403") as endpoint:
        done = kg_run(
            "link", "--store", tmp_path / "a.store", "--online", "--endpoint", endpoint.url
        )
    assert done.code == 4
    assert "status 403" in done.err
    written = {path.name for path in (tmp_path / "a.decisions").glob("*.tsv")}
    assert written == {"identity.sssom.tsv", "identity.candidates.sssom.tsv"}
