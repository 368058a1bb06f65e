"""Patterns turned so that letters stand first: the same matches, and what is left as it is."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.language import expressions, openings

TURNED = [
    (r"\bmet\b", r"(?:m(?<=\bm)(?:et\b))"),
    (r"met|meet", r"(?:m(?:et|eet))"),
    (r"[Tt]alks", r"(?:T(?:alks)|t(?:alks))"),
    (r"\b(?:hosts?|met)\b", r"(?:h(?<=\bh)(?:osts?)|m(?<=\bm)(?:et))\b"),
    (r"\b(?:host|met|held)", r"(?:h(?<=\bh)(?:ost|eld)|m(?<=\bm)(?:et))"),
    (r"\b(?:co-)?chaired", r"(?:c(?<=\bc)(?:o-chaired|haired))"),
    (r"\b(?:(?:re)?conven|a)ed", r"(?:a(?<=\ba)(?:)|c(?<=\bc)(?:onven)|r(?<=\br)(?:econven))ed"),
    (r"\bmet|seen\b", r"(?:m(?<=\bm)(?:et)|s(?:een\b))"),
    (r"(?<![\w-])(?:ab|b)", r"(?:a(?<=(?<![\w-])a)(?:b)|b(?<=(?<![\w-])b)(?:))"),
    (r"\b(?P<verb>met|saw) him", r"(?P<verb>(?:m(?<=\bm)(?:et)|s(?<=\bs)(?:aw))) him"),
    (r"(?:a|b)(?P<rest>c)?", r"(?:a(?:)|b(?:))(?P<rest>c)?"),
    (r"a?bc", r"(?:a(?:bc)|b(?:c))"),
    (r"a+b", r"(?:a(?:a*b))"),
    (r"\bat|\.at", r"(?:\.(?:at)|a(?<=\ba)(?:t))"),
    (r"(?:a|b(?=c))\d", r"(?:a(?:)|b(?:(?=c)))\d"),
    (
        r"\b[Nn]o\s+(?:such\s+)?$",
        r"(?:N(?<=\bN)(?:o\s+(?:such\s+)?$)|n(?<=\bn)(?:o\s+(?:such\s+)?$))",
    ),
]

KEPT = [
    r"\w+ed\b",
    r"\b\d\d?\b",
    r"[^.;]{0,60}\bmet",
    r"[a-z]+ed",
    r"\s+and\b",
    r"\b(?:[\w-]+\s+)?ministers?",
    r"a*b",
    r"a{2}b",
    r"(?:ab)+c",
    r"(?:ab|)",
    r"a?",
    r"\b",
    r"^a",
    r"\Aab",
    r"a|.",
    r"(a)b",
    r"(?P<a>x)\1",
    r"(?:a|b)?(?P<rest>c)",
    r"[ab](?P<rest>c)",
    r"(?i:met|saw)",
    r"(?P<one>a)|(?P<other>b)",
    "",
]
"""Patterns that can begin with anything, or whose groups would stand twice."""


@pytest.mark.parametrize(("pattern", "turned"), TURNED)
def test_letters_come_first(pattern: str, turned: str) -> None:
    assert openings.turn(pattern) == turned


@pytest.mark.parametrize("pattern", KEPT)
def test_what_begins_with_anything_stays(pattern: str) -> None:
    assert openings.turn(pattern) == pattern


@pytest.mark.parametrize("flag", [re.IGNORECASE, re.VERBOSE])
def test_flags_that_change_what_letters_mean_leave_a_pattern_as_it_is(flag: int) -> None:
    assert openings.turn(r"\b(?:met|saw)\b", flag) == r"\b(?:met|saw)\b"


def test_a_pattern_that_would_grow_many_times_stays() -> None:
    long = rf"(?:[abcdefghij])(?:{'x' * 200})"
    assert openings.turn(f"(?:{long}|k)") == f"(?:{long}|k)"


# --- the same matches ------------------------------------------------------------------


def told(pattern: Any, text: str) -> list[tuple[object, ...]]:
    """Return all that can be asked of the matches in a text, and of a search from within it."""
    hits = [*pattern.finditer(text), pattern.search(text, len(text) // 3, len(text) // 2)]
    return [(hit.span(), hit.groupdict(), hit.lastgroup) for hit in hits if hit]


WORDS = "met meet meeting host hosts hosted co- chaired re conven ed Talks talks no No seen him "
MARKS = "ab abc aab bc c ſ İ é 1 d - . , ' s"
SENTENCE = st.lists(st.sampled_from([*(WORDS + MARKS).split(" "), "\n", " "]), max_size=30)


@given(words=SENTENCE, gap=st.sampled_from(["", " ", "-"]))
def test_a_turned_pattern_finds_what_it_found(words: list[str], gap: str) -> None:
    text = gap.join(words)
    for pattern, _ in TURNED:
        assert told(re.compile(openings.turn(pattern)), text) == told(re.compile(pattern), text)


def house() -> Iterator[tuple[str, expressions.Expression]]:
    """Yield each pattern that a module names, with its place."""
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if module.name.startswith(("kg.mentions.", "kg.facts.", "kg.language.", "kg.document")):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, expressions.Expression):
                    yield f"{module.name}.{name}", value


def test_each_pattern_of_the_house_finds_what_it_found() -> None:
    files = sorted((ROOT / "tests" / "corpus").glob("*.txt"))
    text = "\n".join(file.read_text("utf-8") for file in files)
    turned = looked = 0
    for place, value in house():
        plain = re.compile(value.pattern, value.flags)
        fresh = expressions.compile.__wrapped__(value.pattern, value.flags & ~re.UNICODE)
        assert fresh.compiled == plain
        fresh.hasten()
        assert told(fresh, text) == told(plain, text), place
        turned += fresh.turned.pattern != value.pattern
        looked += hasattr(fresh.search, "__code__")
    assert turned > 200
    assert looked > 50
