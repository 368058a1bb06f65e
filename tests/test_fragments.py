"""Links into a live page: the text directive of a quote."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.reading.fragments import fragment, link

TEXT = (
    "# Ministers meet\n\n"
    "The **foreign ministers** met in Klow. They signed the Klow-Strelsau agreement, and a plan."
    "\n\n"
    "The ministers\u00a0then   left. They signed nothing else on that day, said the “host”.\n"
)


def quoted(words: str, text: str = TEXT, page: str | None = None) -> str:
    start = text.index(words)
    return fragment(Article("a", text), start, start + len(words), page)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("met in Klow", "text=met%20in%20Klow"),
        ("Klow-Strelsau agreement, and", "text=Klow%2DStrelsau%20agreement%2C%20and"),
        ("foreign ministers** met", "text=foreign%20ministers%20met"),
        ("ministers\u00a0then   left", "text=ministers%20then%20left"),
        ("the “host”", "text=the%20%E2%80%9Chost%E2%80%9D"),
        ("igned noth", "text=signed%20nothing"),
        ("They signed the", "text=They%20signed%20the"),
    ],
)
def test_a_quote_is_given_as_the_page_shows_it(words: str, expected: str) -> None:
    assert quoted(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They signed", "text=Klow.-,They%20signed,-the"),
        ("Klow", "text=in-,Klow,-.%20They"),
    ],
)
def test_words_that_stand_twice_are_told_apart_by_what_is_around_them(
    words: str, expected: str
) -> None:
    assert quoted(words).startswith("text=")
    assert quoted(words).split(",")[0].endswith("-")
    assert quoted(words).split(",")[-1].startswith("-")
    if words == "They signed":
        assert quoted(words) == expected


def test_the_second_of_two_places_has_another_context() -> None:
    start = TEXT.rindex("They signed")
    article = Article("a", TEXT)
    assert fragment(article, start, start + 11) != quoted("They signed")
    assert "nothing" in fragment(article, start, start + 11)


def test_the_page_tells_whether_a_quote_is_alone() -> None:
    assert quoted("met in Klow", page="menu: met in Klow " + TEXT) == (
        "text=ministers-,met%20in%20Klow,-."
    )


def test_a_long_quote_is_given_by_its_ends() -> None:
    text = "One two three four five six seven " + "word " * 60 + "eight nine ten eleven twelve end."
    assert quoted(text, text) == (
        "text=One%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20end."
    )


def test_a_quote_over_lines_is_given_by_words_of_the_first_and_the_last() -> None:
    assert quoted("agreement, and a plan.\n\nThe ministers\u00a0then") == (
        "text=agreement%2C%20and%20a%20plan.,The%20ministers%20then"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.example/x", "http://a.example/x#:~:text=met%20in%20Klow"),
        ("http://a.example/x#top", "http://a.example/x#top:~:text=met%20in%20Klow"),
        ("http://a.example/x#:~:text=old", "http://a.example/x#:~:text=met%20in%20Klow"),
        (None, None),
    ],
)
def test_links(url: str | None, expected: str | None) -> None:
    start = TEXT.index("met in Klow")
    assert link(Article("a", TEXT, url=url), start, start + 11) == expected


def test_a_stretch_without_words_has_no_fragment() -> None:
    with pytest.raises(ValueError, match="no words"):
        fragment(Article("a", "a  \n\n  b"), 2, 5)


@given(st.text(min_size=1, max_size=200), st.data())
def test_the_words_of_any_quote_are_in_its_fragment(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        directive = fragment(Article("a", text), start, end)
    except ValueError:
        return
    assert directive.isascii()
    assert " " not in directive
    assert unquote(directive.encode().decode())
