"""Search: any printed name by the beginnings of its words, in any script, the likeliest first."""

from __future__ import annotations

from pathlib import Path

import lake
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.namespaces import BASE
from kg.store import Store
from kg.web.views import names as index
from kg.web.views.names import MOST, Entry, Names, fold, gather
from kg.web.views.search import SUGGESTED, search


def names(*listed: str) -> Names:
    """Return names that can be searched, given as "kind: name"."""
    pairs = (each.partition(": ") for each in listed)
    return gather(
        Entry(f"{kind}/{number}", kind, name) for number, (kind, _, name) in enumerate(pairs)
    )


def found(made: Names, typed: str, *kinds: str) -> list[str]:
    return [entry.name for entry in made.find(typed, kinds)]


# --- folding --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("O'Neill", "oneill"),
        ("N. P. Patrushev", "n p patrushev"),
        ("Straße", "strasse"),
        ("Øresund Łódź Æther Þór", "oresund lodz aether thor"),
        ("İstanbul ısı", "istanbul isi"),
        ("Секретарь", "секретарь"),
        ("Ёлкин", "елкин"),
        ("東京", "東京"),
        ("ﬁnance", "finance"),
        ("a_b-c/d", "a b c d"),
        ("e" + "\u0301" * 40, "e"),
        ("one\ntwo", "one\ntwo"),
        ("", ""),
        ("...", " "),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.lists(st.text(max_size=12), max_size=8))
def test_folding_keeps_the_number_of_lines(lines: list[str]) -> None:
    plain = [" ".join(line.split()) for line in lines]
    assert fold("\n".join(plain)).count("\n") == max(0, len(plain) - 1)


@given(st.text(max_size=20))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


# --- finding --------------------------------------------------------------------------

WORLD = names(
    "person: Nikolai Patrushev",
    "person: N. P. Patrushev",
    "person: Patricia Lee",
    "person: Émile Dupâtre",
    "country: Sri Lanka",
    "country: Saint Pierre",
    "office: Minister of Trade",
    "organisation: Trade Council",
    "topic: trade",
    "topic: trade in services",
    "place: São Paulo",
    "meeting: 東京会議",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pat", ["Patricia Lee", "N. P. Patrushev", "Nikolai Patrushev"]),
        ("PAT", ["Patricia Lee", "N. P. Patrushev", "Nikolai Patrushev"]),
        ("patrushev", ["N. P. Patrushev", "Nikolai Patrushev"]),
        ("patrushev nik", ["Nikolai Patrushev"]),
        ("nik patr", ["Nikolai Patrushev"]),
        ("n patr", ["N. P. Patrushev", "Nikolai Patrushev"]),
        ("trade", ["trade", "Trade Council", "trade in services", "Minister of Trade"]),
        ("trade c", ["Trade Council"]),
        ("emile", ["Émile Dupâtre"]),
        ("dupatre", ["Émile Dupâtre"]),
        ("sao", ["São Paulo"]),
        ("SÃO", ["São Paulo"]),
        ("sa", ["Saint Pierre", "São Paulo"]),
        ("rushev", ["N. P. Patrushev", "Nikolai Patrushev"]),  # within a word, where none begins so
        ("京会", ["東京会議"]),
        ("lanka sri", ["Sri Lanka"]),
        ("minister trade", ["Minister of Trade"]),
        ("minister tourism", []),
        ("zzz", []),
        ("", []),
        ("  ", []),
        ("...", []),
        ("\n", []),
    ],
)
def test_names_are_found_by_beginnings_of_words(typed: str, expected: list[str]) -> None:
    assert found(WORLD, typed) == expected


@pytest.mark.parametrize(
    ("typed", "kinds", "expected"),
    [
        ("trade", ("topic",), ["trade", "trade in services"]),
        ("trade", ("office", "organisation"), ["Trade Council", "Minister of Trade"]),
        ("trade", ("person",), []),
    ],
)
def test_one_kind_may_be_asked_for(typed: str, kinds: tuple[str, ...], expected: list[str]) -> None:
    assert found(WORLD, typed, *kinds) == expected


def test_a_thing_with_several_names_is_found_once() -> None:
    made = gather(iter((Entry("x", "person", "Ann Lee"), Entry("x", "person", "Anna Lee"))))
    assert [entry.name for entry in made.find("ann")] == ["Ann Lee"]


def test_no_names_are_no_fault() -> None:
    assert gather(iter(())).find("a") == ()


def test_of_very_many_the_general_ones_come_first() -> None:
    many = [f"person: Ab {number}" for number in range(index._SCANNED + 10)]
    made = names(*many, "country: Abland")
    hits = made.find("ab")
    assert (hits[0].name, len(hits)) == ("Abland", MOST)


@given(st.lists(st.text("abc é", min_size=1, max_size=9), min_size=1, max_size=12), st.data())
def test_every_name_is_found_by_the_beginning_of_each_of_its_words(
    listed: list[str], data: st.DataObject
) -> None:
    shown = [" ".join(name.split()) for name in listed if name.strip()]
    made = names(*(f"topic: {name}" for name in shown))
    for name in shown:
        for word in fold(name).split():
            typed = word[: data.draw(st.integers(1, len(word)))]
            assert name in found(made, typed)


# --- pages of what is found -----------------------------------------------------------


@pytest.fixture(scope="module")
def world() -> Store:
    return Store.in_memory(*lake.quads())


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("latvia", ["Latvia"]),
        ("LV", ["Latvia"]),
        ("country:LV", ["Latvia"]),
        (f"{BASE}country/LV", ["Latvia"]),
        ("person:lv-berga-a", ["Anna Berga"]),
        ("a berga", ["Anna Berga"]),
        ("canals", ["Minister of Canals"]),
        ("eel", ["eel migration"]),
        ("charter", ["Charter of Dams", "Charter of Dams"]),
        ("person:xx-nobody-n", []),
        ("nonsense:x", []),
        ("https://example.org/x", []),
    ],
)
def test_things_are_found_by_name_code_and_iri(typed: str, names: list[str], world: Store) -> None:
    assert [hit.name for hit in search(world, typed).hits] == names


def test_a_hit_tells_by_which_name_it_was_found_and_whose_it_is(world: Store) -> None:
    [berga] = search(world, "berga").hits
    assert (berga.printed, berga.of) == ("A. Berga", ("Latvia",))
    [office] = search(world, "minister of c").hits
    assert (office.printed, office.of, office.path) == (
        None,
        ("Latvia",),
        "/doc/office/lv-minister-of-canals",
    )
    [council] = search(world, "lake council", "organisation").hits
    assert council.of == ("River Union",)
    [riga] = search(world, "riga", "place").hits
    assert riga.of == ("Latvia",)
    [third] = search(world, "third", "meeting").hits
    assert set(third.of) == {"Riga", "River Union"}


def test_a_meeting_is_told_with_date_and_status(world: Store) -> None:
    hits = {hit.path: hit.name for hit in search(world, "session", "meeting").hits}
    assert hits["/doc/meeting/river-union-lake-council-3"].endswith("(2019-05-02)")
    assert hits["/doc/meeting/river-union-lake-council-4"].endswith("(2020-06-09, held, planned)")


def test_what_is_found_comes_in_pages() -> None:
    store = Store.in_memory(*samples.all_quads())
    whole = search(store, "m", size=1_000)
    assert whole.total == whole.last > 20 and whole.before is whole.after is None
    first = search(store, "m", size=8)
    assert (first.first, first.last, first.before, first.after) == (1, 8, None, 8)
    second = search(store, "m", skip=8, size=8)
    assert (second.first, second.last, second.before, second.after) == (9, 16, 0, 16)
    beyond = search(store, "m", skip=100_000, size=8)
    assert beyond.hits == () and beyond.after is None
    assert {hit.iri for hit in (*first.hits, *second.hits)} <= {hit.iri for hit in whole.hits}
    assert SUGGESTED == 8 and not whole.cut


def test_an_unknown_kind_is_refused(world: Store) -> None:
    with pytest.raises(UsageError, match="no kind 'tenure': there are article, country"):
        search(world, "x", "tenure")


def test_much_that_is_typed_is_cut(world: Store) -> None:
    assert search(world, "berga " * 10_000).typed == ("berga " * 84)[:500]


def test_one_thing_of_several_nodes_is_found_once(tmp_path: Path) -> None:
    graph = f"<{BASE}graph/identity>"
    same = "<https://w3id.org/readout/ontology#identifiedAs>"
    joined = f"<{lake.KASK}> {same} <{lake.BERGA}> {graph} .\n"
    store = Store.in_memory(*lake.quads(), joined)
    [hit] = search(store, "kask", "person").hits
    assert (hit.name, hit.printed, hit.path) == (
        "Anna Berga",
        "Jaan Kask",
        "/doc/person/lv-berga-a",
    )


def test_the_names_of_a_snapshot_are_read_once(world: Store) -> None:
    assert index.names(world) is index.names(world)
    assert index.names(Store.in_memory(*lake.quads())) is not index.names(world)
