"""Patterns over chunks: how a sentence becomes symbols, and what a hit says of it."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import kg
from kg.language.expressions import Expression
from kg.language.patterns import Line, assemble, atomic, line, search
from kg.model import CountryMention, Mention, PlaceMention, Token

WORDS = "Envoys of Upper Volta met in Bobo Dioulasso ."
SIGNS = {"of": "o", "met": "v", "in": "i", ".": "."}


def tokens(text: str = WORDS) -> list[Token]:
    return [Token(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+", text)]


def symbol(value: Mention | Token) -> str:
    if isinstance(value, CountryMention):
        return "C"
    if isinstance(value, PlaceMention):
        return "P" if value.name else ""
    return SIGNS.get(value.text, "w") if isinstance(value, Token) else "m"


def country(words: str, text: str = WORDS) -> CountryMention:
    start = text.index(words)
    return CountryMention(start, start + len(words), "name", "BF", "name")


def place(words: str, name: str = "somewhere") -> PlaceMention:
    start = WORDS.index(words)
    return PlaceMention(start, start + len(words), "city", name, None)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([], "wowwviww."),
        ([country("Upper Volta")], "woCviww."),
        ([country("Upper Volta"), place("Bobo Dioulasso")], "woCviP."),
        ([place("Bobo Dioulasso"), country("Upper Volta")], "woCviP."),  # in any order
        ([country("Upper"), place("Upper Volta")], "woPviww."),  # the longer of two
        ([place("Upper Volta"), country("Volta")], "woPviww."),
        ([country("Upper Volta"), place("Upper Volta")], "woCviww."),  # the first of equals
        ([place("Bobo Dioulasso", "")], "wowwviww."),  # no symbol: not seen
        ([place("Dioulasso ."), country("Bobo")], "wowwviCP"),  # up to the last token
    ],
)
def test_mentions_lie_over_tokens(mentions: list[Mention], expected: str) -> None:
    assert line(tokens(), mentions, symbol).symbols == expected


def test_a_mention_of_another_sentence_is_left_out() -> None:
    elsewhere = CountryMention(200, 205, "name", "BF", "name")
    assert line(tokens(), [elsewhere], symbol).symbols == "wowwviww."


def test_no_tokens_make_an_empty_line() -> None:
    assert line([], [country("Upper Volta")], symbol) == Line("", ())


def test_each_symbol_stands_for_its_chunk() -> None:
    found = line(tokens(), [country("Upper Volta")], symbol)
    assert [WORDS[c.start : c.end] for c in found.chunks][:4] == [
        "Envoys",
        "of",
        "Upper Volta",
        "met",
    ]
    assert "".join(c.symbol for c in found.chunks) == found.symbols


def test_a_hit_gives_its_groups_as_offsets_and_chunks() -> None:
    found = line(tokens(), [country("Upper Volta"), place("Bobo Dioulasso")], symbol)
    (hit,) = search(re.compile("(?P<who>w)o(?P<of>C)v(?P<how>x)?i(?P<where>P)"), found)
    assert (hit.start, hit.end) == (0, len(WORDS) - 2)
    assert hit.span("where") == (WORDS.index("Bobo"), len(WORDS) - 2)
    assert hit.span("how") is None
    assert hit.chunk("how") is None
    assert hit.chunks("how") == ()
    chunk = hit.chunk("of")
    assert chunk is not None
    assert isinstance(chunk.value, CountryMention)


def test_hits_come_from_left_to_right_without_overlap_and_never_empty() -> None:
    found = line(tokens(), [], symbol)
    assert [hit.match.span() for hit in search(re.compile("w*"), found)] == [(0, 1), (2, 4), (6, 8)]


@pytest.mark.parametrize(("offset", "expected"), [(0, 0), (1, 1), (7, 1), (10, 2), (400, 8)])
def test_the_first_chunk_at_or_after_an_offset(offset: int, expected: int) -> None:
    found = line(tokens(), [country("Upper Volta")], symbol)
    assert found.index(offset) == expected


# --- what is taken is not given back -------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (atomic("a*") + "b", "aaab", "aaab"),
        (atomic("a*") + "a", "aaa", None),  # a plain star would give one back
        ("x" + atomic(f"(?:{atomic('a|ab')}c)*") + "d", "xacacd", "xacacd"),
        ("x" + atomic(f"(?:{atomic('a|ab')}c)*") + "d", "xabcd", None),  # "a" was taken first
        (f"(?P<left>{atomic('[ab]{0,3}')})(?P<right>b?c)", "aabc", "aabc"),
        (f"(?P<left>{atomic('[ab]{0,3}')})(?P<right>b?c)", "aabbc", "aabbc"),
    ],
)
def test_atomic(pattern: str, text: str, expected: str | None) -> None:
    hit = assemble(pattern).fullmatch(text)
    assert (hit.group() if hit else None) == expected


def test_atomic_keeps_the_groups_around_it() -> None:
    hit = assemble(f"(?P<left>{atomic('[ab]{0,3}')})(?P<right>b?c)").match("abbbc")
    assert hit is not None
    assert hit.group("left", "right") == ("abb", "bc")


def compiled() -> list[tuple[str, re.Pattern[str] | Expression]]:
    """Return the patterns that the modules of the package hold by name."""
    kinds = (re.Pattern, Expression)
    found = []
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if module.name not in ("kg.__main__", "kg.lexicon.refresh"):
            held = vars(importlib.import_module(module.name)).items()
            found += [(f"{module.name}.{n}", v) for n, v in held if isinstance(v, kinds)]
    return found


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Before Python 3.11.5 such patterns match wrongly or raise; Debian 12 brings 3.11.2."""
    possessive = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")
    patterns = compiled()
    assert len(patterns) > 600
    assert [name for name, pattern in patterns if possessive.search(str(pattern.pattern))] == []
