"""`kg export --format site`: every link leads to a file, and the files say what the server says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
import samples
from conftest import Run
from sites import Client, opened
from stores import fill

from kg.errors import StoreError, UsageError
from kg.web import files, site_export, sitemap
from kg.web.site_export import Written
from kg.web.views import listing

ADDRESS = "https://library.example/readout"
PATRUSHEV = "doc/person/ru-patrushev-n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("told") / "store")


@pytest.fixture(scope="module")
def made(place: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    folder = tmp_path_factory.mktemp("made") / "site"
    return folder, site_export.export(place, folder, address=ADDRESS)


@pytest.fixture(scope="module")
def folder(made: tuple[Path, Written]) -> Path:
    return made[0]


@pytest.fixture(scope="module")
def client(place: Path) -> Iterator[Client]:
    with opened(place) as client:
        yield client


class Links(HTMLParser):
    """All that a page leads to or loads, and the places that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action") and value:
                self.found.append(value)
            if name == "id" and value:
                self.places.add(value)


def pages(folder: Path) -> Iterator[tuple[str, Links]]:
    for file in sorted(folder.rglob("*.html")):
        yield file.relative_to(folder).as_posix(), Links(file.read_text("utf-8"))


def test_every_link_leads_to_a_file_and_a_place_of_it(folder: Path) -> None:
    every = {name: each.places for name, each in pages(folder)}
    astray = []
    for name, page in pages(folder):
        for link in page.found:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https"), link
                continue
            target = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            inner = target.resolve().relative_to(folder.resolve()).as_posix()
            lost = parts.fragment and unquote(parts.fragment) not in every.get(inner, set())
            if not target.is_file() or lost:
                astray.append((name, link))
    assert astray == []


def test_nothing_is_missing_and_all_is_counted(made: tuple[Path, Written]) -> None:
    folder, written = made
    assert written.missing == ()
    assert written.pages == sum(1 for _ in pages(folder))
    listed = (folder / files.LIST).read_text().split()
    found = sorted(e.relative_to(folder).as_posix() for e in folder.rglob("*") if e.is_file())
    assert sorted([*listed, files.LIST]) == found


def test_every_thing_has_its_page_and_its_data(folder: Path, client: Client) -> None:
    text = client.get("/sitemap-1.xml").text
    things = re.findall(r"/(doc/[^<]+)</loc>", text)
    assert len(things) > 60
    for thing in things:
        for suffix in (".html", ".ttl", ".jsonld", ".nt"):
            assert (folder / f"{thing}{suffix}").is_file(), thing + suffix


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld", ".nt"])
def test_data_are_those_of_the_server(suffix: str, folder: Path, client: Client) -> None:
    for thing in (PATRUSHEV, "doc/article/sco-tashkent-2016", "doc/country/RU"):
        assert (folder / f"{thing}{suffix}").read_text("utf-8") == client.get(thing + suffix).text


def words(text: str) -> str:
    """Return what a page says, without its elements."""
    body = text[text.index("<main") : text.index("</main>")]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


@pytest.mark.parametrize(
    "page", ["", PATRUSHEV, "doc/article/sco-tashkent-2016", "doc/country/RU", "articles"]
)
def test_pages_say_what_those_of_the_server_say(page: str, folder: Path, client: Client) -> None:
    served = client.get(f"/{page}", headers={"accept": "text/html"}).text
    assert words((folder / f"{page or 'index'}.html").read_text("utf-8")) == words(served)


def test_the_same_store_gives_the_same_bytes(place: Path, folder: Path, tmp_path: Path) -> None:
    site_export.export(place, tmp_path / "again", address=ADDRESS)
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            other = tmp_path / "again" / file.relative_to(folder)
            assert other.read_bytes() == file.read_bytes(), file.name


def test_no_file_tells_of_this_machine(place: Path, folder: Path) -> None:
    for file in folder.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "localhost" not in text and "127.0.0.1" not in text
        assert str(place) not in text and "/sparql" not in text.lower().replace("://", "")


# --- search and questions -------------------------------------------------------------


def test_without_scripts_the_lists_lead_to_every_thing(folder: Path) -> None:
    found = Links((folder / "search.html").read_text("utf-8")).found
    assert {f"names/{kind}.html" for kind in listing.KINDS} <= set(found)
    persons = Links((folder / "names" / "person.html").read_text("utf-8")).found
    assert f"../{PATRUSHEV}.html" in persons


def test_names_are_in_the_scripts_of_the_search(folder: Path) -> None:
    script = (folder / "find" / "70-61.js").read_text("ascii")
    assert f'["N. P. Patrushev","person","{PATRUSHEV}.html","Russia","n p patrushev"]' in script


def test_a_question_without_parameters_has_its_answer(folder: Path, client: Client) -> None:
    text = (folder / "questions" / "counts.html").read_text("utf-8")
    assert "<table" in text
    told = (folder / "questions" / "counts.csv").read_bytes()
    assert told == client.get("/questions/counts.csv").content


def test_a_question_with_parameters_shows_an_example(folder: Path) -> None:
    page = Links((folder / "questions" / "encounters.html").read_text("utf-8"))
    [example] = [link for link in page.found if "first_party" in link]
    text = (folder / "questions" / unquote(example)).read_text("utf-8")
    assert "Asked for first party <strong><bdi>KZ</bdi></strong>" in text
    assert '<form class="ask"' not in text


# --- the map --------------------------------------------------------------------------


def test_the_map_has_every_page(folder: Path) -> None:
    found = ElementTree.parse(folder / "sitemap.xml").getroot()
    listed = {each.text for each in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert listed == {f"{ADDRESS}/{name}" for name, _ in pages(folder)}


def test_a_large_map_has_several_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_export, "_SITEMAP", 30)
    small = fill(tmp_path / "small", samples.all_quads()[1])
    written = site_export.export(small, tmp_path / "site", address=f"{ADDRESS}/")
    parts = -(-written.pages // 30)
    assert parts > 1
    index = (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert index == sitemap.write_index(f"{ADDRESS}/sitemap-{n + 1}.xml" for n in range(parts))


@pytest.mark.parametrize(
    "address", ["library.example", "ftp://library.example/", "https://", "https://x.example/?a", ""]
)
def test_what_is_no_address_is_told(address: str, place: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no address of a site"):
        site_export.export(place, tmp_path / "site", address=address)
    assert list(tmp_path.iterdir()) == []


# --- the command ----------------------------------------------------------------------


def test_the_command_writes_a_site(kg_run: Run, store: Path, tmp_path: Path) -> None:
    done = kg_run("export", "-f", "site", "-o", tmp_path / "site", "--store", store)
    assert (done.code, done.out) == (0, "")
    assert re.fullmatch(r"kg: \d+ pages in .*site: begin with index\.html\n", done.err)
    assert not (tmp_path / "site" / "sitemap.xml").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("-f", "site"), "name it with --output"),
        (("-f", "site", "-o", "-"), "name it with --output"),
        (("-f", "site", "-o", "x", "--thing", "country:RU"), "leave out --article and --thing"),
        (("-f", "turtle", "--force"), "for --format site"),
        (("-f", "turtle", "--address", ADDRESS), "for --format site"),
        (("-f", "site", "-o", "x", "--address", "x"), "no address of a site"),
    ],
)
def test_what_is_asked_amiss_is_told(
    given: tuple[str, ...], told: str, kg_run: Run, store: Path
) -> None:
    done = kg_run("export", *given, "--store", store)
    assert done.code == 2
    assert told in done.err


def test_foreign_files_are_told(kg_run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("")
    done = kg_run("export", "-f", "site", "-o", tmp_path, "--store", store)
    assert (done.code, "thesis.doc" in done.err) == (2, True)


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        site_export.export(tmp_path / "nowhere", tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_gives_a_site_that_says_so(tmp_path: Path) -> None:
    written = site_export.export(fill(tmp_path / "empty", ""), tmp_path / "site")
    assert written.missing == ()
    assert "The store is empty" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_other_articles_lead_somewhere_too(tmp_path: Path) -> None:
    others = fill(tmp_path / "others", *samples.all_quads()[4:8])
    assert site_export.export(others, tmp_path / "site").missing == ()
