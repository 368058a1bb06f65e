"""Pages of things: each line with its words, one thing under several names, lists in pages."""

from __future__ import annotations

from pathlib import Path

import lake
import pytest
import samples
from leaves import desk
from stores import fill

from kg import decisions
from kg.errors import UsageError
from kg.mappings import NONE, Mapping
from kg.namespaces import BASE, ONTOLOGY
from kg.queries.dossier import Window
from kg.store import Store
from kg.web.views import citing, judgements
from kg.web.views.judgements import judged
from kg.web.views.links import Link
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


def write(store: Path, name: str, *rows: Mapping) -> Path:
    """Write files of decisions beside a store, and return their folder."""
    folder = decisions.beside(store)
    folder.mkdir(exist_ok=True)
    for path, text in decisions.texts(folder, name, rows):
        path.write_text(text, "utf-8")
    return folder


# --- what was decided -----------------------------------------------------------------

KASK = "person:ee-kask-j"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), []),
        (
            (Mapping(KASK, "wd:Q2", "positive", score=0.85, reasons="name; office"),),
            [("accepted", "Q2", "name; office", 0.85, None)],
        ),
        (
            (Mapping(KASK, "wd:Q2", "positive", by="Ann", labels=("", "Jaan Kask")),),
            [("accepted", "Jaan Kask (Q2)", "", 1.0, "Ann")],
        ),
        (
            (Mapping(KASK, NONE, "none", reasons="no person has this name"),),
            [("none found", "none found", "no person has this name", 1.0, None)],
        ),
        (
            (
                Mapping(KASK, "wd:Q3", "unsure", score=0.4),
                Mapping(KASK, "wd:Q4", "unsure", score=0.6),
            ),
            [("candidate", "Q4", "", 0.6, None), ("candidate", "Q3", "", 0.4, None)],
        ),
        (
            (Mapping(KASK, "wd:Q3", "negative", by="Ann"), Mapping(KASK, "wd:Q4", "positive")),
            [("accepted", "Q4", "", 1.0, None), ("rejected", "Q3", "", 1.0, "Ann")],
        ),
        ((Mapping("person:ee-kask-jx", "wd:Q2", "positive"),), []),
    ],
)
def test_the_item_is_told_with_the_reason(
    rows: tuple[Mapping, ...],
    expected: list[tuple[str, str, str, float, str | None]],
    tmp_path: Path,
) -> None:
    folder = write(tmp_path / "lake.store", "links", *rows)
    found = judged(folder, (lake.KASK,))
    assert [
        (j.verdict, j.item.text, j.reasons, j.confidence, j.by) for j in found.items
    ] == expected
    assert found.sought is bool(expected)


def test_an_item_of_the_store_without_row_is_told_so() -> None:
    item = "http://www.wikidata.org/entity/Q9"
    [found] = judged(None, (lake.KASK,), (item, "https://example.org/x")).items
    assert found.item == Link("Q9", href=item)
    assert "not among the decisions" in found.reasons


def test_an_item_of_the_store_with_a_row_is_told_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "lake.store", "links", Mapping(KASK, "wd:Q9", "positive", reasons="r")
    )
    [found] = judged(folder, (lake.KASK,), ("http://www.wikidata.org/entity/Q9",)).items
    assert found.reasons == "r"


def test_parts_of_persons_speak_of_the_person(tmp_path: Path) -> None:
    row = Mapping(
        f"{KASK}@lake-third", f"{KASK}@lake-fourth", "unsure", score=0.5, reasons="no date"
    )
    folder = write(tmp_path / "lake.store", "identity", row)
    [found] = judged(folder, (lake.KASK,)).same
    assert (found.verdict, found.item.path) == ("candidate", "/doc/person/ee-kask-j")


def test_what_a_machine_keeps_apart_is_not_listed(tmp_path: Path) -> None:
    rows = (Mapping(KASK, "person:a", "negative"), Mapping(KASK, "person:b", "negative", by="Ann"))
    folder = write(tmp_path / "lake.store", "identity", *rows)
    assert [found.item.text for found in judged(folder, (lake.KASK,)).same] == ["person:b"]


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "lake.store", "links", Mapping(KASK, "wd:Q2", "positive"))
    assert judged(folder, (lake.KASK,)).items[0].item.text == "Q2"
    write(tmp_path / "lake.store", "links", Mapping(KASK, "wd:Q345", "positive"))
    assert judged(folder, (lake.KASK,)).items[0].item.text == "Q345"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "subject_id\tobject_id\n",
        f"subject_id\tobject_id\tconfidence\n{KASK}\twd:Q2\tmuch\n",
        f"a\tb\n{KASK}\twd:Q2\n",
        "\x00\xff\n\t\t\n",
    ],
)
def test_a_file_that_cannot_be_read_tells_nothing(text: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "lake.store", "links")
    decisions.file(folder, "links").write_text(text, "utf-8")
    assert judged(folder, (lake.KASK,)) == judgements.Judged()


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    folder = write(tmp_path / "lake.store", "links")
    text = f"#mapping_set_id: x\nauthor_label\tobject_id\tsubject_id\nAnn\twd:Q2\t{KASK}\n"
    decisions.file(folder, "links").write_text(text, "utf-8")
    [found] = judged(folder, (lake.KASK,)).items
    assert (found.verdict, found.by) == ("accepted", "Ann")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "Nobody has looked yet: kg link does"),
        (
            (Mapping("person:lv-berga-a", NONE, "none", reasons="no such name"),),
            "none found. no such name",
        ),
        (
            (
                Mapping(
                    "person:lv-berga-a", "wd:Q2", "positive", score=0.85, reasons="name; office"
                ),
            ),
            "Q2: accepted, confidence 0.85. name; office",
        ),
    ],
)
def test_the_page_has_the_item_or_says_that_there_is_none(
    rows: tuple[Mapping, ...], words: str, tmp_path: Path
) -> None:
    path = fill(tmp_path / "lake.store", *lake.quads())
    if rows:
        write(path, "links", *rows)
    with desk(path) as pages:
        assert words in pages.leaf("/doc/person/lv-berga-a").text


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
