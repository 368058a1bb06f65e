"""Many phrases as one pattern: whole words, the earlier first, any script untouched in length."""

from __future__ import annotations

import re

import pytest

from kg.language.phrases import compile_phrases, lower

ROWS = ("sign(?:ed|ing)", "put (?:his|her) name", "(?:re-?)?open(?:ed)?", "took up|take up")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they signed it", ["signed"]),
        ("signing, she put her name", ["signing", "put her name"]),
        ("reopened and re-open and open", ["reopened", "re-open", "open"]),
        ("took up, take up", ["took up", "take up"]),
        ("assigned, signeds, pre-signed, sign", []),
        ("", []),
    ],
)
def test_a_pattern_finds_whole_phrases(text: str, expected: list[str]) -> None:
    assert compile_phrases(ROWS).findall(text) == expected


def test_the_earlier_of_two_that_begin_alike_is_tried_first() -> None:
    assert compile_phrases(("talks on", "talks")).findall("talks on tea") == ["talks on"]


def test_as_good_as_the_plain_alternation() -> None:
    plain = re.compile(rf"(?<![\w-])(?:{'|'.join(ROWS)})(?![\w-])")
    text = "he took up the pen, reopened the talks, signed and put his name; open, designed. " * 3
    assert compile_phrases(ROWS).findall(text) == plain.findall(text)


FORMS = ("(?:boost|deepen|boosting|deepening|de) (?:trade|ties)", "deep (?:ties|talks)", "boost")


def test_alternatives_that_begin_alike_stand_before_one_rest() -> None:
    found = compile_phrases(FORMS)
    plain = re.compile(rf"(?<![\w-])(?:{'|'.join(FORMS)})(?![\w-])")
    text = "boosting ties, deepen trade, deep talks, de ties, boosting talks, boost trade, boost"
    assert found.pattern.count("trade") == 2
    assert found.findall(text) == plain.findall(text)
    assert len(found.findall(text)) == 6


@pytest.mark.parametrize("text", ["ABC", "İstanbul ẞ Ǆ", "ΑΣ", "Ж", ""])
def test_lower_case_never_moves_a_character(text: str) -> None:
    assert len(lower(text)) == len(text)


def test_unbalanced_brackets_are_refused() -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        compile_phrases(("(?:sign",))
