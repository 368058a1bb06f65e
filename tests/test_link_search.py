"""Search through an action API, and properties by name: asked for, kept, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from endpoint import serve
from extract import PROPERTIES
from test_link_online import judged, person
from world import quads, report

from kg.errors import InputError, StoreError, UsageError
from kg.link import properties
from kg.link.client import AGENT, Client
from kg.link.questions import ENTITY
from kg.store import Store

NAMED = {name: pid for name, (pid, _) in PROPERTIES.items()}


# --- search ----------------------------------------------------------------------------


def test_a_name_is_searched_for_where_no_item_has_it_exactly() -> None:
    each = person("Askar Temir", "KZ", "President")
    with serve() as endpoint:
        [alone] = judged([each], Client(endpoint.url))
        [found] = judged([each], Client(endpoint.url, api=endpoint.api))
        assert endpoint.agents == {AGENT}
    assert alone.judgement == "none"
    assert "Q8008" in found.reasons


def test_what_is_found_by_search_is_judged_as_all_else() -> None:
    each = person("Farrukh Nazaro", "TJ")
    with serve() as endpoint:
        [row] = judged([each], Client(endpoint.url, api=endpoint.api))
    assert row.judgement == "none"
    assert "no name of the item agrees" in row.reasons


def test_what_an_item_has_exactly_is_not_searched_for() -> None:
    with serve() as endpoint:
        judged([person("Mira Oland", "NO")], Client(endpoint.url, api=endpoint.api))
        assert not [query for query in endpoint.asked if "wbsearchentities" in query]


def test_without_an_api_there_is_nothing_to_search_in() -> None:
    assert Client("http://127.0.0.1:9/").search("Mira Oland", "en") == ()


@pytest.mark.parametrize(
    "fault", ["error-maxlag", "error-ratelimited", "truncated", "503", "429:1"]
)
def test_a_fault_of_the_api_that_passes_is_survived(fault: str) -> None:
    waited: list[float] = []
    with serve(fault) as endpoint:
        client = Client(endpoint.url, api=endpoint.api, sleep=waited.append)
        assert {row["id"] for row in client.search("Askar", "en")} == {"Q8008", "Q8009"}
    assert waited == [1.0]


@pytest.mark.parametrize(
    ("fault", "told"),
    [("error-badvalue", "the search is refused: badvalue"), ("403", "status 403")],
)
def test_a_fault_of_the_api_that_stays_is_told(fault: str, told: str) -> None:
    with serve(fault) as endpoint, pytest.raises(StoreError, match=told):
        Client(endpoint.url, api=endpoint.api).search("Askar", "en")


def test_a_search_is_kept_and_answered_offline(tmp_path: Path) -> None:
    with serve() as endpoint:
        first = Client(endpoint.url, tmp_path, endpoint.api).search("Askar", "en")
        again = Client(endpoint.url, tmp_path, endpoint.api)
        assert again.search("Askar", "en") == first and again.asked == 0
    offline = Client(endpoint.url, tmp_path, endpoint.api, offline=True)
    assert offline.search("Askar", "en") == first
    with pytest.raises(UsageError, match="offline"):
        offline.search("Mira", "en")


def test_the_command_searches_only_when_told(kg_run: Run, tmp_path: Path) -> None:
    with Store(tmp_path / "a.store") as store:
        store.put(quads(report("one", [("Nobody Known", "NO", None)])))
    call = ("link", "--store", tmp_path / "a.store", "--online", "--endpoint")
    with serve() as endpoint:
        assert kg_run(*call, endpoint.url).code == 0
        searches = [query for query in endpoint.asked if "wbsearchentities" in query]
        assert searches == []
        assert kg_run(*call, endpoint.url, "--search", endpoint.api).code == 0
        searches = [query for query in endpoint.asked if "wbsearchentities" in query]
        assert any("search=Nobody+Known" in query for query in searches)


# --- properties ------------------------------------------------------------------------


def test_properties_are_found_by_name_and_type() -> None:
    with serve() as endpoint:
        assert properties.find(Client(endpoint.url)) == NAMED


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("location", "P7", "WikibaseItem")], {"location": "P7"}),
        ([("location", "P7", "Time")], {}),
        ([("location", "P7", "WikibaseItem"), ("location", "P8", "WikibaseItem")], {}),
        ([("location", "Q7", "WikibaseItem")], {}),
        ([("colour", "P7", "WikibaseItem")], {}),
        ([], {}),
    ],
)
def test_a_property_of_another_kind_or_two_of_a_name_are_none(
    monkeypatch: pytest.MonkeyPatch, rows: list[tuple[str, str, str]], found: dict[str, str]
) -> None:
    told = [
        {"name": name, "property": f"{ENTITY}{pid}", "type": properties._ONTOLOGY + t}
        for name, pid, t in rows
    ]
    monkeypatch.setattr(properties, "batched", lambda *_: iter(told))
    assert properties.find(Client("http://127.0.0.1:9/")) == found


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "properties.tsv"
    file.write_text(properties.write(NAMED), "utf-8")
    assert properties.read(file) == NAMED
    assert properties.write(properties.read(file)) == properties.write(NAMED)
    assert properties.read(tmp_path / "none.tsv") == {}


@pytest.mark.parametrize("line", ["P7", "7\tlocation", "Q7\tlocation", "P7\tcolour", "P7\tx\ty"])
def test_a_row_that_is_no_property_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "properties.tsv"
    file.write_text(f"# id\tname\n{line}\n", "utf-8")
    with pytest.raises(InputError, match="no id and name of a property"):
        properties.read(file)


def test_the_command_keeps_them_beside_the_decisions(kg_run: Run, tmp_path: Path) -> None:
    with Store(tmp_path / "a.store") as store:
        store.put(quads(report("one", [("Mira Oland", "NO", None)])))
    call = ("link", "--store", tmp_path / "a.store")
    file = tmp_path / "a.decisions" / "properties.tsv"
    assert kg_run(*call).code == 0
    assert not file.exists()
    with serve() as endpoint:
        assert kg_run(*call, "--online", "--endpoint", endpoint.url).code == 0
    assert properties.read(file) == NAMED
    assert kg_run(*call).code == 0
    assert properties.read(file) == NAMED
