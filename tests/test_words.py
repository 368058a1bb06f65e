"""The class of a word as a symbol, and mentions laid over a sentence."""

from __future__ import annotations

import pytest

from kg import document
from kg.language import words
from kg.lexicon.tables import rows
from kg.model import Article, CountryMention, Mention, Token
from kg.resources import lexicon


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("the", "t"),
        ("The", "t"),
        ("THE", "t"),
        ("US", "A"),
        ("IT", "A"),
        ("of", "o"),
        ("between", "b"),
        ("were", "B"),
        ("will", "m"),
        ("which", "r"),
        ("agreed", "v"),
        ("related", "e"),
        ("ensuring", "g"),
        ("quickly", "x"),
        ("supply", "n"),
        ("Vienna", "A"),
        ("fisheries", "n"),
        ("2016", "#"),
        (",", "c"),
        (";", ";"),
        ("(", "("),
        ("'s", "n"),
        ("…", "."),
    ],
)
def test_a_word_has_a_class(text: str, symbol: str) -> None:
    assert words.symbol(Token(0, len(text), text)) == symbol


def test_mentions_and_phrases_stand_as_one_chunk() -> None:
    text = "Fiji agreed in order to help, as well as Tonga, in 2016-2020 [A/RES/7] No. 5."
    read = document.segment(Article("a", text))
    line = words.read(read, 0, [CountryMention(0, 4, "country", code="FJ", form="name")])
    assert line.symbols == "Cv@nc&AciR##."


def test_mentions_are_cut_by_sentence() -> None:
    text = "A heading\n\nThe town of Windhoek was calm. The town of Lusaka was not."
    read = document.segment(Article("a", text))
    starts = [text.index(name) for name in ("Windhoek", "Lusaka")]
    rows_ = words.by_sentence(read, [Mention(at, at + 6, "x") for at in starts])
    assert [len(row) for row in rows_] == [0, 1, 1]


def test_each_class_is_listed_once() -> None:
    signs = [row[0] for row in rows(lexicon("word-classes.tsv"))]
    assert len(signs) == len(set(signs))


@pytest.mark.parametrize("name", ["subjects.txt", "topic-generic.txt", "vague-documents.txt"])
def test_lists_of_words_are_sorted_and_name_their_source(name: str) -> None:
    text = lexicon(name)
    listed = [row[0] for row in rows(text)]
    assert listed == sorted(set(listed))
    assert "# Source:" in text
