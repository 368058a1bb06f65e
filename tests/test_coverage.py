"""Coverage: what no fact rests on is shown, with its reason, and nothing else is."""

from __future__ import annotations

import pytest

from kg.coverage import Coverage, cover
from kg.model import (
    Article,
    Document,
    Facts,
    InstrumentMention,
    Mentions,
    OrganisationMention,
    Passage,
    Sentence,
    Topic,
)
from kg.spans import Spans

FIRST = "The ministers of Benin and Togo discussed cotton prices."
SECOND = "The Porto-Novo Weavers Guild sang."
MENU = "Home About Contact Us"
TEXT = "\n".join((FIRST, SECOND, MENU))


def sentence(text: str, kind: str, block: int) -> Sentence:
    start = TEXT.index(text)
    return Sentence(start, start + len(text), kind, block, start)  # type: ignore[arg-type] # literal


DOCUMENT = Document(
    article=Article(id="cotton", text=TEXT),
    view=TEXT.replace("\n", " "),
    sentences=(sentence(FIRST, "body", 0), sentence(SECOND, "body", 1), sentence(MENU, "noise", 2)),
    tokens=((), (), ()),
)


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage(start, start + len(words), words)


def covered(quote: str, mentions: Mentions = Mentions()) -> Coverage:  # noqa: B008 # frozen
    topic = Topic("cotton prices", None, (passage(quote),), "discussed")
    return cover(DOCUMENT, mentions, Facts(DOCUMENT.article, topics=(topic,)))


def test_a_sentence_under_a_quote_is_read_and_noise_is_no_sentence() -> None:
    found = covered("discussed cotton prices")
    assert (found.sentences, found.read) == (2, 1)
    assert [gap.passage.quote for gap in found.silent] == [SECOND]


def test_a_quote_over_both_sentences_leaves_none_silent() -> None:
    assert covered(FIRST + "\n" + SECOND).silent == ()


def test_names_outside_every_quote_are_shown_once_each() -> None:
    found = covered("discussed cotton prices")
    assert [gap.passage.quote for gap in found.names] == [
        "Benin and Togo",
        "Porto-Novo Weavers Guild",
    ]


def test_a_name_that_a_word_list_knows_says_so() -> None:
    guild = passage("Porto-Novo Weavers Guild")
    known = OrganisationMention(guild.start, guild.end, "list", "Porto-Novo Weavers Guild")
    found = covered(FIRST, Mentions(organisations=(known,)))
    assert [gap.reason for gap in found.names] == ["known, but no fact needed it"]


def test_an_instrument_without_a_fact_is_dropped_with_a_reason() -> None:
    where = passage("cotton prices")
    seen = InstrumentMention(where.start, where.end, "named", "cotton prices", "list")
    assert [gap.kind for gap in covered(SECOND, Mentions(instruments=(seen,))).dropped] == [
        "instrument"
    ]
    assert covered(FIRST, Mentions(instruments=(seen,))).dropped == ()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, False), (0, 4, True), (5, 6, True), (9, 12, True), (10, 12, False), (2, 30, True)],
)
def test_spans_touch_where_a_character_is_shared(start: int, end: int, expected: bool) -> None:
    assert Spans(iter([(6, 10), (3, 7)])).touch(start, end) is expected


def test_no_spans_touch_nothing() -> None:
    assert not Spans(iter(())).touch(0, 100)
