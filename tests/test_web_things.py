"""Pages of things: each line with its words, one thing under several names, lists in pages."""

from __future__ import annotations

from pathlib import Path

import lake
import pytest
import samples
from leaves import desk
from stores import fill
from test_web_judgements import write

from kg.errors import UsageError
from kg.mappings import Mapping
from kg.namespaces import BASE, ONTOLOGY
from kg.queries.dossier import Window
from kg.store import Store
from kg.web.views import citing
from kg.web.views.thing import Block, Thing, thing

SAME = "http://www.w3.org/2002/07/owl#sameAs"


@pytest.fixture(scope="module")
def world() -> Store:
    return lake.store()


def block(told: Thing, slug: str) -> Block:
    return next(block for block in told.blocks if block.slug == slug)


def parts(told: Thing, slug: str) -> list[list[tuple[str, str]]]:
    return [[(verb, link.text) for verb, link in line.parts] for line in block(told, slug).lines]


# --- what is told ---------------------------------------------------------------------


def test_a_person_is_told_with_names_meetings_and_offices(world: Store) -> None:
    told = thing(world, lake.BERGA)
    assert (told.kind, told.name, told.also) == ("Person", "Anna Berga", ("A. Berga",))
    assert told.printed
    assert [line.parts[0][1].text for line in told.printed.lines] == [
        "A. Berga",
        "Anna Berga",
        "Anna Berga",
    ]
    assert parts(told, "takes-part") == [
        [("meeting", "fourth session of the Lake Council (2020-06-09, held, planned)"),
         ("office", "Minister of Canals"), ("party", "Latvia")],
        [("meeting", "third session of the Lake Council (2019-05-02)"),
         ("office", "Minister of Canals"), ("party", "Latvia")],
    ]  # fmt: skip
    assert [line[0] for line in parts(told, "holds-office")] == [("office", "Minister of Canals")]


def test_every_line_of_a_fact_has_words_that_replay(world: Store) -> None:
    texts = {"lake-third": lake.THIRD, "lake-fourth": lake.FOURTH}
    for iri in (lake.BERGA, lake.KASK, lake.MEETING, f"{BASE}topic/eel-migration"):
        told = thing(world, iri)
        for slug in ("takes-part", "holds-office", "what-was-done", "what-was-taken-up"):
            for line in next((b.lines for b in told.blocks if b.slug == slug), ()):
                assert line.quotes
                for quote in line.quotes:
                    start, end = map(int, quote.place.split("–"))
                    assert texts[quote.source.id][start:end] == quote.text
                    assert quote.path == f"/doc/article/{quote.source.id}#char={start},{end}"


def test_incoming_links_are_told(world: Store) -> None:
    titles = [block.title for block in thing(world, f"{BASE}organisation/river-union").blocks]
    assert titles == ["Bodies", "Meetings under it"]
    office = thing(world, f"{BASE}office/ee-minister-of-locks")
    assert [block.title for block in office.blocks] == ["Known", "Takes part", "Holds office"]
    assert parts(office, "known") == [[("of", "Estonia")]]


def test_sources_are_numbered_by_date_and_cited_by_number(world: Store) -> None:
    told = thing(world, lake.BERGA)
    assert [(s.number, s.id, s.issued) for s in told.sources] == [
        (1, "lake-third", "2019-05-03"), (2, "lake-fourth", "2020-06-10")
    ]  # fmt: skip
    third, fourth = told.sources
    assert (third.title, third.publisher, third.href) == (
        "Third session", "The Lock", "https://news.example/third?a=1#top"
    )  # fmt: skip
    assert (fourth.title, fourth.publisher, fourth.href) == ("lake-fourth", None, None)
    numbers = [q.source.number for b in told.blocks for line in b.lines for q in line.quotes]
    assert set(numbers) == {1, 2}


def test_a_quote_leads_to_the_live_page_where_there_is_one(world: Store) -> None:
    lines = block(thing(world, lake.BERGA), "takes-part").lines
    assert [[bool(quote.live) for quote in line.quotes] for line in lines] == [[False], [True]]
    assert lines[1].quotes[0].live == (
        "https://news.example/third?a=1#:~:text="
        "attended%20by%20Minister%20of%20Canals%20of%20Latvia%20Anna%20Berga"
    )


def test_what_the_store_does_not_know_is_refused(world: Store) -> None:
    with pytest.raises(UsageError, match="says nothing of"):
        thing(world, f"{BASE}person/nobody")


# --- pages ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("skip", "size", "first", "last", "before", "after"),
    [
        (0, 40, 1, 2, None, None),
        (0, 1, 1, 1, None, 1),
        (1, 1, 2, 2, 0, None),
        (1, 40, 2, 2, 0, None),
        (2, 40, 3, 2, 0, None),
    ],
)
def test_a_block_comes_in_pages(
    skip: int, size: int, first: int, last: int, before: int | None, after: int | None, world: Store
) -> None:
    told = thing(world, lake.BERGA, Window(size, "takes-part", skip))
    seen = block(told, "takes-part")
    assert (seen.first, seen.last, seen.total) == (first, last, 2)
    assert (seen.before, seen.after) == (before, after)
    assert len(seen.lines) == last - first + 1


def test_pages_together_are_the_whole() -> None:
    store = Store.in_memory(*samples.all_quads())
    nodes = [n for n in _nodes(store) if "/country/" in n]
    iri = max(nodes, key=lambda node: sum(1 for _ in store.about(node, incoming=True)))
    whole = block(thing(store, iri, Window(1_000)), "takes-part")
    assert whole.total == len(whole.lines) > 2
    seen: list[object] = []
    skip: int | None = 0
    while skip is not None:
        page = block(thing(store, iri, Window(2, "takes-part", skip)), "takes-part")
        seen += [line.parts for line in page.lines]
        skip = page.after
    assert seen == [line.parts for line in whole.lines]


def _nodes(store: Store) -> list[str]:
    return sorted({str(getattr(quad.subject, "value", "")) for quad in store.quads()})


def test_pages_are_reached_by_links(tmp_path: Path) -> None:
    quads = samples.all_quads()
    with desk(fill(tmp_path / "all.store", *quads)) as pages:
        leaf = pages.leaf("/doc/topic/terrorism")
        assert not leaf.all("a", rel="next")
        store = pages.site.store
        topics = [n for n in _nodes(store) if "/country/" in n]
        iri = max(topics, key=lambda node: sum(1 for _ in store.about(node, incoming=True)))
        path = f"/doc/{iri.removeprefix(BASE)}?show=meetings&skip=1"
        later = pages.leaf(path)
        [before] = {link.get("href") for link in later.all("a", rel="prev")}
        assert before == f"/doc/{iri.removeprefix(BASE)}?show=meetings"


# --- one thing, several nodes ---------------------------------------------------------


@pytest.fixture
def joined(tmp_path: Path) -> Path:
    graph = f"<{BASE}graph/identity>"
    line = f"<{lake.KASK}> <{ONTOLOGY}identifiedAs> <{lake.BERGA}> {graph} .\n"
    return fill(tmp_path / "joined.store", *lake.quads(), line)


def test_nodes_that_are_one_are_one_page(joined: Path) -> None:
    with Store(joined, read_only=True) as store:
        for iri in (lake.KASK, lake.BERGA):
            told = thing(store, iri)
            assert told.nodes == (lake.BERGA, lake.KASK)
            assert (told.iri, told.path) == (lake.BERGA, "/doc/person/lv-berga-a")
            assert len(block(told, "takes-part").lines) == 4
            assert {told.name, *told.also} == {"Anna Berga", "A. Berga", "Jaan Kask"}


def test_the_page_says_which_nodes_and_why(joined: Path) -> None:
    row = Mapping(
        "person:ee-kask-j",
        "person:lv-berga-a",
        "positive",
        score=0.9,
        reasons="the same words for the office",
        labels=("Jaan Kask", "Anna Berga"),
    )
    write(joined, "identity", row)
    with desk(joined) as pages:
        text = pages.leaf("/doc/person/ee-kask-j").text
    assert "These 2 nodes of the graph were judged to be one" in text
    assert lake.KASK in text and lake.BERGA in text
    assert "accepted, confidence 0.90. the same words for the office" in text


# --- citing ---------------------------------------------------------------------------


def test_quotes_are_cited_in_the_order_of_sources_and_places(world: Store) -> None:
    quotes = [
        citing.Quote("b", "lake-fourth", 30, 31),
        citing.Quote("c\n d", "lake-third", 100, 104),
        citing.Quote("a", "lake-third", 20, 21),
    ]
    known = citing.sources(world, quotes)
    cited = citing.cite(quotes, known)
    assert [(c.source.number, c.place, c.text) for c in cited] == [
        (1, "20–21", "a"), (1, "100–104", "c d"), (2, "30–31", "b")
    ]  # fmt: skip


def test_the_same_words_are_quoted_once_for_lines_in_a_row(tmp_path: Path) -> None:
    with desk(fill(tmp_path / "seed.store", samples.seed_quads())) as pages:
        leaf = pages.leaf("/doc/country/UZ")
        assert leaf.all("q")
        meeting = pages.leaf("/doc/organisation/sco")
        quoted = [q.text for q in meeting.all("q")]
        assert quoted and "characters" in meeting.text


# --- one name, several persons --------------------------------------------------------

OTHER = f"{BASE}person/lv-berga-a--other"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Return a store in which one article's Anna Berga was judged to be another person."""
    node = f"{BASE}appearance/lake-fourth--lv-berga-a--anna-berga"
    line = f"<{node}> <{ONTOLOGY}identifiedAs> <{OTHER}> <{BASE}graph/identity> .\n"
    return fill(tmp_path / "shared.store", *lake.quads(), line)


def test_a_name_that_means_another_person_says_so(shared: Path) -> None:
    with Store(shared, read_only=True) as store:
        printed = thing(store, lake.BERGA).printed
    assert printed
    told = {(line.quotes[0].source.id, *(f"{verb}: {link.text}" for verb, link in line.parts))
            for line in printed.lines}  # fmt: skip
    assert told == {
        ("lake-fourth", "form: A. Berga"),
        ("lake-fourth", "form: Anna Berga", "identified as: person:lv-berga-a--other"),
        ("lake-third", "form: Anna Berga"),
    }


def test_a_person_whom_only_decisions_made_is_called_as_printed(shared: Path) -> None:
    with desk(shared) as pages:
        leaf = pages.leaf("/doc/person/lv-berga-a--other")
    assert leaf.one("h1").text == "Anna Berga"
    assert "/doc/person/lv-berga-a" in leaf.hrefs
