"""Marked text: pieces give the text back, facts stand over their words, anchors nest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.web.views.marks import Marked, Piece, Span, mark

TEXT = "Talks in Riga began. They ended well. Nothing else was said."


def marked(text: str, **spans: Span) -> Marked:
    """Return a text with one fact a passage, called by its name."""
    resting: dict[Span, tuple[str, ...]] = {}
    for name, span in spans.items():
        resting[span] = (*resting.get(span, ()), name)
    return mark(Article("a", text), resting)


def told(found: Marked) -> list[tuple[str, tuple[str, ...]]]:
    return [(piece.text, piece.facts) for piece in found.pieces if piece.facts]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ({}, []),
        ({"a": (0, 5)}, [("Talks", ("a",))]),
        ({"a": (0, 5), "b": (0, 5)}, [("Talks", ("a", "b"))]),
        ({"a": (0, 13), "b": (9, 13)}, [("Talks in ", ("a",)), ("Riga", ("b", "a"))]),
        (
            {"a": (0, 8), "b": (6, 13)},  # they cross
            [("Talks ", ("a",)), ("in", ("b", "a")), (" Riga", ("b",))],
        ),
        ({"a": (0, 5), "b": (5, 13)}, [("Talks", ("a",)), (" in Riga", ("b",))]),
        ({"a": (0, 1), "b": (0, 60)}, [("T", ("a", "b")), ("alks in Riga began.", ("b",)),
                                       (" ", ("b",)), ("They ended well.", ("b",)), (" ", ("b",)),
                                       ("Nothing else was said.", ("b",))]),
    ],
)  # fmt: skip
def test_each_word_has_the_facts_that_rest_on_it(
    spans: dict[str, Span], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert told(marked(TEXT, **spans)) == expected


@pytest.mark.parametrize("span", [(-1, 4), (5, 5), (6, 2), (0, 61), (99, 120)])
def test_a_passage_that_is_none_is_passed_over(span: Span) -> None:
    found = marked(TEXT, a=span)
    assert told(found) == []
    assert "".join(piece.text for piece in found.pieces) == TEXT


@pytest.mark.parametrize(
    ("spans", "senses", "read"),
    [
        ({}, ["silent", "silent", "silent"], 0),
        ({"a": (9, 13)}, ["read", "silent", "silent"], 1),
        ({"a": (9, 26)}, ["read", "read", "silent"], 2),
        ({"a": (20, 21)}, ["silent", "silent", "silent"], 0),  # the blank between two
        ({"a": (0, 60)}, ["read", "read", "read"], 3),
    ],
)
def test_sentences_that_no_fact_rests_on_are_told(
    spans: dict[str, Span], senses: list[str], read: int
) -> None:
    found = marked(TEXT, **spans)
    starts = {0, 21, 38}
    assert [p.sense for p in found.pieces if p.start in starts] == senses
    assert (found.read, found.sentences) == (read, 3)


def test_what_the_page_puts_around_a_report_is_no_sentence() -> None:
    text = (
        "Share on Facebook\n\nTalks in Riga began on Monday and ended on Tuesday.\n\nShare this:\n"
    )
    found = marked(text, a=(19, 24))
    noise = [piece.text for piece in found.pieces if piece.sense == "noise"]
    assert noise and all("Share" in text for text in noise)
    assert found.sentences == found.read == 1


def test_the_heading_is_the_title_as_printed() -> None:
    text = "## Talks in **Riga** held\n\nRIGA, 2 May - The talks began on Monday and went well.\n"
    assert marked(text).heading == "Talks in Riga held"
    assert marked("The talks began on Monday and went well.").heading is None


@pytest.mark.parametrize(
    ("text", "words"), [(" \n", False), (", ", False), ("a", True), ("И", True)]
)
def test_a_piece_knows_whether_there_is_something_to_read(text: str, words: bool) -> None:
    assert Piece(0, text, (), 0, "read", (), 0).words is words


# --- anchors --------------------------------------------------------------------------


def anchors(found: Marked) -> dict[Span, str]:
    """Return the text that each anchor is around."""
    open_: list[Span] = []
    within: dict[Span, str] = {}
    for piece in found.pieces:
        open_ += piece.opens
        for span in open_:
            within[span] = within.get(span, "") + piece.text
        assert piece.closes <= len(open_)
        del open_[len(open_) - piece.closes :]
    assert open_ == []
    return within


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ({"a": (0, 5)}, {(0, 5): "Talks"}),
        ({"a": (0, 13), "b": (9, 13)}, {(0, 13): "Talks in Riga", (9, 13): "Riga"}),
        ({"a": (0, 13), "b": (0, 5)}, {(0, 13): "Talks in Riga", (0, 5): "Talks"}),
        ({"a": (0, 5), "b": (5, 13)}, {(0, 5): "Talks", (5, 13): " in Riga"}),
        ({"a": (0, 8), "b": (6, 13)}, {(0, 8): "Talks in", (6, 13): "in"}),  # crossed: cut
    ],
)
def test_an_anchor_is_around_its_words(spans: dict[str, Span], expected: dict[Span, str]) -> None:
    assert anchors(marked(TEXT, **spans)) == expected


SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda p: (min(p), max(p))),
    max_size=12,
)


@given(SPANS)
def test_pieces_give_the_text_back_whatever_rests_on_it(spans: list[Span]) -> None:
    found = mark(Article("a", TEXT), {span: (f"f{span[0]}-{span[1]}",) for span in spans})
    assert "".join(piece.text for piece in found.pieces) == TEXT
    starts = [piece.start for piece in found.pieces]
    assert starts == sorted(set(starts))
    real = {span for span in spans if span[0] < span[1]}
    for piece in found.pieces:
        end = piece.start + len(piece.text)
        over = {s for s in real if s[0] < end and s[1] > piece.start}
        assert set(piece.facts) == {f"f{start}-{stop}" for start, stop in over}
        assert piece.depth == len(over)
    around = anchors(found)
    assert around.keys() == real
    for (start, stop), words in around.items():
        assert TEXT[start:stop].startswith(words) and words


@given(st.text(max_size=80), SPANS)
def test_any_text_comes_back(text: str, spans: list[Span]) -> None:
    found = mark(Article("a", text), dict.fromkeys(spans, ("f",)))
    assert "".join(piece.text for piece in found.pieces) == text
