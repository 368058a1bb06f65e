"""Article pages: every passage marked, the facts beside it, what was not understood told."""

from __future__ import annotations

from collections.abc import Iterator

import lake
import pytest
import samples
from leaves import Desk, Leaf, desk
from stores import fill

from kg.errors import UsageError
from kg.facts.evidence import each
from kg.graph.statements import nquads
from kg.model import Article, Facts
from kg.store import Store
from kg.web.views.article import Page, article
from kg.web.views.articles import articles


@pytest.fixture(scope="module")
def third() -> Page:
    return article(lake.store(), "lake-third")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = fill(tmp_path_factory.mktemp("lake") / "lake.store", *lake.quads())
    with desk(path) as made:
        yield made


@pytest.fixture(scope="module")
def leaf(pages: Desk) -> Leaf:
    return pages.leaf("/doc/article/lake-third")


def facts(page: Page, slug: str) -> list[list[tuple[str, str]]]:
    [group] = [group for group in page.groups if group.slug == slug]
    return [[(verb, link.text) for verb, link in fact.parts] for fact in group.facts]


# --- the facts ------------------------------------------------------------------------


def test_the_article_says_what_it_is(third: Page) -> None:
    assert (third.title, third.path, third.language) == (
        "Third session",
        "/doc/article/lake-third",
        "en",
    )
    assert (third.source.publisher, third.source.issued) == ("The Lock", "2019-05-03")


def test_an_article_without_title_is_called_by_its_heading_or_id() -> None:
    headed = (
        "Talks on eels held in Riga\n\nRIGA, 2 May - The talks began on Monday and went well.\n"
    )
    for text, title in (
        (headed, "Talks on eels held in Riga"),
        ("The talks began on Monday and they went well.\n", "plain"),
    ):
        store = Store.in_memory(nquads(Facts(Article("plain", text))))
        assert article(store, "plain").title == title


def test_facts_are_told_by_kind_in_the_order_of_the_text(third: Page) -> None:
    assert [group.title for group in third.groups] == [
        *("Meetings", "Who takes part", "Documents", "What is done with documents"),
        *("What is taken up", "Who holds which office", "Persons", "Names in print"),
    ]
    assert facts(third, "meetings") == [
        [("", "third session of the Lake Council"), ("start date", "2019-05-02"), ("place", "Riga"),
         ("country", "Latvia"), ("status", "held")],
        [("", "fourth session"), ("start date", "2020"), ("place", "Tallinn"),
         ("country", "Estonia"), ("status", "planned")],
    ]  # fmt: skip
    assert facts(third, "who-takes-part")[0] == [
        ("person", "Anna Berga"), ("office", "Minister of Canals"), ("party", "Latvia"),
        ("meeting", "third session of the Lake Council (2019-05-02)"),
    ]  # fmt: skip


def test_what_is_only_intended_does_not_read_as_done(third: Page) -> None:
    done = facts(third, "what-is-done-with-documents")
    assert done == [
        [("action", "signed"), ("instrument", "Accord on Locks"),
         ("meeting", "third session of the Lake Council (2019-05-02)")],
        [("action", "to be adopted"), ("instrument", "Charter of Dams"),
         ("meeting", "fourth session (2020, planned)")],
    ]  # fmt: skip


def test_other_articles_add_nothing_to_the_facts_of_one(third: Page) -> None:
    alone = article(Store.in_memory(nquads(lake.third())), "lake-third")
    assert alone == third


def test_every_fact_stands_on_the_page_with_all_its_passages() -> None:
    store = Store.in_memory(*samples.all_quads())
    for found in (samples.seed(), *samples.corpus()):
        page = article(store, found.article.id)
        text = "".join(piece.text for piece in page.marked.pieces)
        assert text == found.article.text
        anchors = {span for piece in page.marked.pieces for span in piece.opens}
        assert anchors == {(p.start, p.end) for fact in each(found) for p in fact.evidence} | {
            tuple(map(int, place.anchor.removeprefix("char=").split(",")))
            for group in page.groups if group.slug == "names-in-print"
            for fact in group.facts for place in fact.places
        }  # fmt: skip
        names = {fact.name for group in page.groups for fact in group.facts}
        assert len(names) == page.count
        assert {name for piece in page.marked.pieces for name in piece.facts} == names


def test_names_of_rules_are_told(third: Page) -> None:
    rules = {fact.rule for group in third.groups for fact in group.facts}
    assert rules == {
        *("test-session", "test-list", "test-document", "test-action", "test-topic"),
        *("test-office", "test-name"),
    }


@pytest.mark.parametrize("key", ["none", "lake-thir", "LAKE-THIRD"])
def test_an_article_that_is_not_there_is_refused(key: str) -> None:
    with pytest.raises(UsageError, match=f"no article '{key}' in the store"):
        article(lake.store(), key)


# --- the page -------------------------------------------------------------------------


def test_the_text_stands_on_the_page_as_it_is(leaf: Leaf) -> None:
    words = leaf.one("div", class_="words")
    assert "".join(words.pieces) == lake.THIRD
    assert words.get("dir") == "auto" and words.get("lang") == "en"


def test_marked_words_lead_to_facts_and_facts_to_words(leaf: Leaf) -> None:
    ids = {element.get("id"): element for element in leaf.elements if element.get("id")}
    marks = leaf.all("mark", class_="") or [m for m in leaf.all("mark") if m.get("data-facts")]
    assert len(marks) > 10
    for mark in marks:
        for name in (mark.get("data-facts") or "").split():
            assert ids[name].get("data-fact") == name
        at = int(mark.get("data-at") or -1)
        assert lake.THIRD[at : at + len("".join(mark.pieces))] == "".join(mark.pieces)
    for link in leaf.all("a", class_="to"):
        anchor = ids[(link.get("href") or "").removeprefix("#")]
        shown = link.text.removesuffix("...")
        assert anchor.text.startswith(shown)


def test_a_mark_leads_to_the_fact_of_the_narrowest_passage(leaf: Leaf) -> None:
    [mark] = [m for m in leaf.all("mark") if m.text == "Anna Berga"]
    [link] = [a for a in leaf.all("a") if mark in a.above]
    names = (mark.get("data-facts") or "").split()
    assert link.get("href") == f"#{names[0]}"
    assert "deep" in (mark.get("class") or "")
    told = next(e for e in leaf.elements if e.get("id") == names[0])
    assert told.text.startswith("person Anna Berga; office Minister of Canals")


def test_overlapping_passages_share_their_words(leaf: Leaf) -> None:
    one = leaf.one("span", id=_anchor("attended by Minister of Canals of Latvia Anna Berga"))
    more = " and Minister of Locks of Estonia Jaan Kask"
    other = leaf.one(
        "span", id=_anchor(f"attended by Minister of Canals of Latvia Anna Berga{more}")
    )
    assert other in one.above
    assert one.text in other.text


def _anchor(quote: str) -> str:
    start = lake.THIRD.index(quote)
    return f"char={start},{start + len(quote)}"


def test_what_was_not_understood_is_grey_but_there(leaf: Leaf) -> None:
    assert [span.text for span in leaf.all("span", class_="silent")][1:] == [
        "Third session of the Lake Council", "The weather stayed fair.",
    ]  # fmt: skip
    assert "5 of 7 sentences bear facts" in leaf.text


def test_quotes_lead_to_the_live_page_only_where_it_may_be_a_link(leaf: Leaf, pages: Desk) -> None:
    live = {a.get("href") or "" for a in leaf.all("a", class_="live")}
    assert live and all(h.startswith("https://news.example/third?a=1#:~:text=") for h in live)
    assert pages.leaf("/doc/article/lake-fourth").all("a", class_="live") == []
    assert (
        "javascript"
        not in pages.get("/doc/article/lake-fourth")
        .text.replace("readout.js", "")
        .partition("ld+json")[0]
    )


def test_an_article_without_facts_says_so() -> None:
    store = Store.in_memory(nquads(Facts(Article("bare", "Rain fell on the town all day.\n"))))
    page = article(store, "bare")
    assert page.groups == () and page.count == 0
    assert (page.marked.read, page.marked.sentences) == (0, 1)


# --- the list -------------------------------------------------------------------------


def test_articles_are_listed_the_latest_first() -> None:
    listed = articles(lake.store())
    assert [(a.id, a.issued) for a in listed.articles] == [
        ("lake-fourth", "2020-06-10"), ("lake-third", "2019-05-03")
    ]  # fmt: skip
    assert (listed.first, listed.last, listed.total) == (1, 2, 2)


@pytest.mark.parametrize(
    ("skip", "ids", "before", "after"),
    [
        (0, ["lake-fourth"], None, 1),
        (1, ["lake-third"], 0, None),
        (2, [], 1, None),
        (99, [], 98, None),
    ],
)
def test_the_list_comes_in_pages(
    skip: int, ids: list[str], before: int | None, after: int | None
) -> None:
    listed = articles(lake.store(), skip, 1)
    assert [each.id for each in listed.articles] == ids
    assert (listed.before, listed.after) == (before, after)


def test_articles_without_date_come_last() -> None:
    bare = nquads(Facts(Article("a-bare", "Rain fell.\n")))
    listed = articles(Store.in_memory(*lake.quads(), bare))
    assert [each.id for each in listed.articles] == ["lake-fourth", "lake-third", "a-bare"]
