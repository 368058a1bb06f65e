"""The view of a text and its tokens: nothing moves, and a word is what kg.language.tokens says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.tokens import tokenise
from kg.language.view import make_view


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("a\nb\tc\u00a0d\u200be", "a b c d e"),
        ("line\r\nline", "line  line"),
        ("a\u2028b\u3000c\ufeffd", "a b c d"),
        ("“Yes”, the sides’ ‘text’", "\"Yes\", the sides' 'text'"),
        ("«Yes» „no“", '"Yes" "no"'),
        ("**The session**", "  The session  "),
        ("*UzA*", " UzA "),
        ("__held__ and snake_case", "  held   and snake_case"),
        ("## The heading\ntext", "   The heading text"),
        ("text\n---\nmore", "text     more"),
        ("[the site](http://a.example/b) says", " the site" + " " * 22 + "says"),
        ("13–14 April — Tashkent", "13–14 April — Tashkent"),
        ("Israel\\'s", "Israel 's"),
        ("non‑breaking", "non-breaking"),
        ("C5+1 #hashtag", "C5+1 #hashtag"),
        ("İstanbul ﬁ ß", "İstanbul ﬁ ß"),
    ],
)
def test_view_blanks_markup_and_straightens_quotes(text: str, view: str) -> None:
    assert make_view(text) == view
    assert len(make_view(text)) == len(text)


@given(st.text(alphabet=st.sampled_from("aA1 \n\t*_#[]()-<>“’\u00a0\u200b.,:;!?\r•Й\U0001f600")))
@settings(max_examples=300, deadline=None)
def test_view_has_the_length_of_the_text(text: str) -> None:
    view = make_view(text)
    assert len(view) == len(text)
    assert "\n" not in view
    assert "\u200b" not in view


# --- tokens -------------------------------------------------------------------------


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Uzbek-Russian Secretary-General", ["Uzbek-Russian", "Secretary-General"]),
        ("Sheikh Ahmed Al-Tayyab", ["Sheikh", "Ahmed", "Al-Tayyab"]),
        ("Côte d'Ivoire", ["Côte", "d'Ivoire"]),
        ("N'Djamena", ["N'Djamena"]),
        ("Japan's ministers' talks", ["Japan", "'s", "ministers", "'", "talks"]),
        ("N. P. Patrushev", ["N.", "P.", "Patrushev"]),
        ("V.K. Singh", ["V.K.", "Singh"]),
        ("V.K.Singh", ["V.K.", "Singh"]),
        ("the U.S. side", ["the", "U.S.", "side"]),
        ("Japan-U.S. talks", ["Japan-U.S.", "talks"]),
        ("a Ph.D. student", ["a", "Ph.D.", "student"]),
        ("H.E. Mr. Lee", ["H.E.", "Mr.", "Lee"]),
        ("Gen. Park left.", ["Gen.", "Park", "left", "."]),
        ("He saw the Gen.", ["He", "saw", "the", "Gen", "."]),
        ("1,200 men", ["1,200", "men"]),
        ("2016-2020", ["2016", "-", "2020"]),
        ("2016–2020", ["2016", "–", "2020"]),
        ("the 11th session", ["the", "11th", "session"]),
        ("at 12:30 p.m.", ["at", "12:30", "p.m."]),
        ("13.04.2016", ["13.04.2016"]),
        ("a 2+2 meeting", ["a", "2+2", "meeting"]),
        ("an 8-member bloc", ["an", "8-member", "bloc"]),
        ("COVID-19", ["COVID-19"]),
        ("the C5+1", ["the", "C5", "+", "1"]),
        ("AT&T", ["AT&T"]),
        ("France–Germany", ["France", "–", "Germany"]),
        ("(SCO), RATS;", ["(", "SCO", ")", ",", "RATS", ";"]),
        ("Tengrinews.kz writes.", ["Tengrinews.kz", "writes", "."]),
        ('"Yes"', ['"', "Yes", '"']),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens
