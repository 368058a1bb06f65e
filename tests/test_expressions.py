"""Patterns that are compiled when first asked work as those of `re` do."""

from __future__ import annotations

import re

import pytest

from kg.language import expressions


def made(pattern: str, flags: int = 0) -> expressions.Expression:
    expression = expressions.compile(pattern, flags)
    assert isinstance(expression, expressions.Expression)
    return expression


def test_a_pattern_is_compiled_when_it_is_first_asked() -> None:
    one = made(r"\bfirst asked\b")
    assert "compiled" not in vars(one)
    assert one.pattern == r"\bfirst asked\b"
    assert "compiled" not in vars(one)
    assert one.compiled.search("when first asked") is not None
    assert isinstance(vars(one)["compiled"], re.Pattern)


def test_a_mistake_shows_when_the_pattern_is_asked() -> None:
    wrong = expressions.compile("(?P<never>closed")
    with pytest.raises(re.error, match="missing"):
        wrong.search("never closed")


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("findall", ("met, then met",), ["met", "met"]),
        ("split", ("a met b",), ["a ", " b"]),
        ("sub", ("saw", "they met"), "they saw"),
        ("subn", ("saw", "they met"), ("they saw", 1)),
    ],
)
def test_methods_are_those_of_re(method: str, arguments: tuple[str], expected: object) -> None:
    assert getattr(expressions.compile(r"\bmet\b"), method)(*arguments) == expected


def test_matches_are_asked_between_offsets() -> None:
    pattern = expressions.compile(r"\b(?P<verb>met|saw)\b")
    text = "they met, they saw"
    found = pattern.search(text, 5)
    whole = pattern.fullmatch(text, 5, 8)
    assert found is not None and found["verb"] == "met"
    assert whole is not None and whole.span() == (5, 8)
    assert pattern.match(text, 6) is None
    assert [hit.lastgroup for hit in pattern.finditer(text)] == ["verb", "verb"]
    assert (pattern.groups, dict(pattern.groupindex)) == (1, {"verb": 1})


def test_a_match_knows_its_pattern_by_equality() -> None:
    one, other = expressions.compile(r"\bmet one\b"), expressions.compile(r"\bmet two\b")
    hit = one.search("they met one")
    assert hit is not None
    assert hit.re == one
    assert hit.re != other


@pytest.mark.parametrize(
    "pattern", [r"\b(?:met|saw) him", r"(?P<a>met) him|(?P<b>saw) her", r"\w+t him"]
)
def test_what_is_searched_often_is_searched_in_the_quickest_way(pattern: str) -> None:
    often = expressions.compile(pattern)
    plain = [hit.span() for hit in re.finditer(pattern, "they met him")]
    ways = set()
    for _ in range(250):
        hit = often.search("they met him")
        assert hit is not None and [hit.span()] == plain
        assert [hit.span() for hit in often.finditer("they met him")] == plain
        assert hit.re == often
        ways.add(often.search)
    assert len(ways) == 2


def test_flags_are_kept() -> None:
    assert expressions.compile("met", re.IGNORECASE).search("MET") is not None
    assert expressions.compile("^met", re.MULTILINE).search("they\nmet") is not None
    assert expressions.compile("met").search("MET") is None


def test_the_same_pattern_is_compiled_once() -> None:
    assert expressions.compile(r"\bonce\b") is expressions.compile(r"\bonce\b")
    assert made("once") != made("once", re.MULTILINE)
    assert len({made("once"), made("once"), made("once", re.MULTILINE)}) == 2


def test_a_pattern_shows_itself() -> None:
    assert repr(made(r"\bmet\b")) == r"expressions.compile('\\bmet\\b')"


def test_nothing_else_is_an_attribute() -> None:
    fresh = made("without such")
    with pytest.raises(AttributeError):
        _ = fresh.__wrapped__  # type: ignore[attr-defined]  # asked for by name on purpose
    with pytest.raises(KeyError):
        _ = fresh.unknown  # type: ignore[attr-defined]  # no pattern of re has it either


@pytest.mark.parametrize("text", ["they met, then saw him", "saw", "met", ""])
def test_functions_do_what_their_namesakes_do(text: str) -> None:
    pattern = r"\b(?:met|saw)\b"
    for name in ("search", "match", "fullmatch"):
        hit, plain = getattr(expressions, name)(pattern, text), getattr(re, name)(pattern, text)
        assert (hit and hit.span()) == (plain and plain.span())
    spans = [hit.span() for hit in expressions.finditer(pattern, text)]
    assert spans == [hit.span() for hit in re.finditer(pattern, text)]
    assert expressions.findall(pattern, text) == re.findall(pattern, text)
    assert expressions.split(pattern, text) == re.split(pattern, text)
    assert expressions.sub(pattern, "-", text) == re.sub(pattern, "-", text)
