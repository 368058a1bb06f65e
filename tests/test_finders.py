"""Patterns looked for by their first letters: the same matches, and what begins anyhow."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import expressions, finders

FOUND = [
    (r"(?P<one>met|saw)", "(?:m(?:et)|s(?:aw))"),
    (r"\b(?:(?P<day>[Tt]oday)|(?P<ago>two)\s+days)",
     r"(?:T(?<=\bT)(?:oday)|t(?<=\bt)(?:oday|wo\s+days))"),
    (r"\b(?P<will>will\s)?discussed\b", r"(?:d(?<=\bd)(?:iscusse)|w(?<=\bw)(?:ill\sdis))"),
    (r"\b(?:(?P<m>Jan|May)\s\d|\d\d? May)",
     r"[JM\d](?<=\b.)(?:(?<=J)(?:an\s\d)|(?<=M)(?:ay\s\d)|(?<=\d)(?: May|\d May))"),
    (r"\b(?P<a>[A-Z][a-z])x", r"[A-Z](?<=\b.)(?:(?<=[A-Z])(?:[a-z]x))"),
    (r"(?i:the\s+two|they)", r"(?:T(?i:he\s+two|hey)|t(?i:he\s+two|hey))"),
    (r"\b(?:a+b|(?P<x>ab*))", r"(?:a(?<=\ba)(?:))"),
    (r"\b(?:\d{1,2}|x{2}) (?P<days>days)", r"[\dx](?<=\b.)(?:(?<=\d)(?:)|(?<=x)(?:))"),
    (r"\b(?:(?:re)+seen|met) (?P<x>him)?", r"(?:m(?<=\bm)(?:et |et him)|r(?<=\br)(?:e))"),
    (r"(?<![\w-])(?P<x>met|\.b)", r"(?:\.(?:b)|m(?<=\bm)(?:et))"),
    (r"(abc)\1", "(?:a(?:bc))"),
    (r"(?P<x>a(?!c)bc)", "(?:a(?:bc))"),
    (r"\.(?P<x>ab)|-ba", r"(?:-(?:ba)|\.(?:ab))"),
]  # fmt: skip

ANYHOW = [
    r"\w+", r"a?", r"(?P<x>.)", r"[^a]b", r"\s+and", r"(?P<x>[A-Z])b", "(?:ab)*c", "a{2}", "é?",
    r"(?(x)a|b)", r"(?P<x>a)|b", r"\b(?:[a-z]+ed|(?P<x>was))", r"(?<![\w.])(?P<x>[0-9]a|-b)",
    r"(?P<x>a|)", "", r"\b", "(?i:é)", r"[\w-]+x", r"[-–]x", "(?i:[a-f]x)",
]  # fmt: skip

MORE = [r"(?P<s>skies|kin|ice)\b", r"(?P<m>meet|met) (?P<who>him|her)", r"\b(?P<a>\d\d?)(?P<b>th)?"]


@pytest.mark.parametrize(("pattern", "opening"), FOUND)
def test_openings(pattern: str, opening: str) -> None:
    assert finders.finder(pattern) == opening


@pytest.mark.parametrize("pattern", ANYHOW)
def test_what_begins_anyhow_is_not_looked_for(pattern: str) -> None:
    assert finders.finder(pattern) is None


def test_case_is_ignored_where_the_pattern_does() -> None:
    assert finders.finder("(?P<x>met)", re.IGNORECASE) == "(?:M(?i:et)|m(?i:et))"
    assert finders.finder("(?P<x>ski)", re.IGNORECASE) == "(?:S(?i:ki)|s(?i:ki)|ſ(?i:ki))"
    assert finders.finder("(?P<x>met)", re.VERBOSE) is None


def test_more_than_sixty_letters_are_not_looked_for() -> None:
    many = "|".join(f"{chr(code)}(?P<x{code}>bcd)" for code in range(0x400, 0x440))
    assert finders.finder(many) is None


def told(pattern: Any, text: str) -> list[tuple[object, ...]]:
    """Return what each way of searching finds, between offsets too."""
    third = len(text) // 3
    hits = [
        *pattern.finditer(text),
        *pattern.finditer(text, third),
        pattern.search(text),
        pattern.search(text, third),
        pattern.search(text, third, 2 * third),
    ]
    return [(hit.span(), hit.groupdict(), hit.lastgroup) for hit in hits if hit]


def hastened(pattern: str, flags: int = 0) -> expressions.Expression:
    expression = expressions.compile.__wrapped__(pattern, flags)
    assert isinstance(expression, expressions.Expression)
    assert expression.compiled
    expression.hasten()
    return expression


WORDS = "met saw Today two days will discussed Jan May 1 12 the they a ab aab b x. .a -b -1 him her"
MARKS = " THE MET Saw ſaw sKies \u212ain İce kin é - . \n th"


@given(
    words=st.lists(st.sampled_from((WORDS + MARKS).split(" ")), max_size=25),
    gap=st.sampled_from([" ", "", "  "]),
    flags=st.sampled_from([0, re.IGNORECASE]),
)
def test_what_is_found_is_what_re_finds(words: list[str], gap: str, flags: int) -> None:
    text = gap.join(words)
    for pattern in (*(row[0] for row in FOUND), *MORE):
        expression = hastened(pattern, flags)
        assert told(expression, text) == told(re.compile(pattern, flags), text)


def test_a_letter_has_no_other_twin() -> None:
    """All of Unicode: what `re` takes for a letter of ASCII where case is ignored."""
    every = "".join(map(chr, range(0x110000)))
    for letter in "abcdefghijklmnopqrstuvwxyz":
        taken = set(re.findall(f"(?i:{letter})", every))
        opening = finders.finder(f"(?P<x>{letter}bc)", re.IGNORECASE)
        assert opening is not None
        assert taken == {branch[0] for branch in opening[3:-1].split("|")}


def test_a_search_ends_where_it_is_told_to() -> None:
    searched = hastened("(?P<one>met) him|(?P<two>saw) her").search
    assert hasattr(searched, "__code__")  # it looks for openings
    text = "they met her, they met him, they met him"
    hit = searched(text)
    assert hit is not None and hit.span() == (19, 26)
    assert searched(text, 20).span() == (33, 40)
    assert searched(text, 0, 25) is None
    assert searched(text, 20, 39) is None
