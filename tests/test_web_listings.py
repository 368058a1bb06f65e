"""Lists of printed names: in the order of the alphabet, whole, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import samples
from sites import Client, opened

from kg.errors import UsageError
from kg.store import Store
from kg.web.views import listing
from kg.web.views.listing import Listing


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.in_memory(*samples.all_quads())


def printed(listed: Listing) -> list[str]:
    return [line.printed for group in listed.groups for line in group.lines]


@pytest.mark.parametrize("kind", listing.KINDS)
def test_pages_have_every_name_once(store: Store, kind: str) -> None:
    whole = listing.listing(store, kind, size=10_000)
    found, skip = [], 0
    while True:
        page = listing.listing(store, kind, skip, size=7)
        assert (page.first, page.total) == (skip + 1, whole.total)
        assert (page.before is None) == (skip == 0)
        found += printed(page)
        if page.after is None:
            break
        skip = page.after
    assert found == printed(whole)
    assert len(found) == whole.total > 0


def test_a_letter_leads_to_the_page_on_which_it_begins(store: Store) -> None:
    whole = listing.listing(store, "person", size=3)
    assert [each.letter for each in whole.letters] == sorted(each.letter for each in whole.letters)
    for each in whole.letters:
        page = listing.listing(store, "person", each.skip or 0, size=3)
        assert each.slug in [group.slug for group in page.groups]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Patrushev", "P"),
        ("Æthelred", "A"),
        ("Øresund", "O"),
        ("7th Session", "0–9"),
        ("«Zarya»", "Z"),
        ("Владимир", "other"),
        ("中国", "other"),
        ("—", "other"),
        ("", "other"),
    ],
)
def test_under_which_letter_a_name_stands(name: str, letter: str) -> None:
    assert listing.letter(name) == letter


def test_other_scripts_stand_last() -> None:
    letters = [listing.letter(name) for name in ("Zagreb", "Москва", "7th")]
    assert [listing.slug(each) for each in letters] == ["letter-z", "letter-other", "letter-digits"]


def test_a_kind_that_is_not_listed_is_told(store: Store) -> None:
    with pytest.raises(UsageError, match="there are those of meeting, person"):
        listing.listing(store, "passage")


# --- as pages -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder: Path = tmp_path_factory.mktemp("listed") / "store"
    with Store(folder) as made:
        for quads in samples.all_quads()[:4]:
            made.put(quads)
    with opened(folder) as client:
        yield client


@pytest.mark.parametrize("kind", listing.KINDS)
def test_each_kind_has_its_page(client: Client, kind: str) -> None:
    answer = client.get(f"/names/{kind}", headers={"accept": "text/html"})
    assert answer.status_code == 200
    assert f"<h1>{listing.KINDS[kind]}</h1>" in answer.text


def test_the_first_page_leads_to_the_lists(client: Client) -> None:
    text = client.get("/", headers={"accept": "text/html"}).text
    assert 'href="/names/person"' in text
    assert 'href="/articles"' in text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/names/passage", 404, "those of meeting, person"),
        ("/names/person?skip=-1", 400, "a whole number"),
        ("/names/person?skip=x", 400, "a whole number"),
    ],
)
def test_what_is_accepted_is_told(client: Client, path: str, status: int, told: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert told in answer.text
