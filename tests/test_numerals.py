"""Ordinals in words, digits and Roman numerals; what only looks like one is none."""

from __future__ import annotations

import pytest

from kg.language.numerals import ordinal, ordinals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first", 1),
        ("Second", 2),
        ("eleventh", 11),
        ("TWELFTH", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("twenty first", 21),
        ("Thirty-Fourth", 34),
        ("fortieth", 40),
        ("ninety-ninth", 99),
        ("hundredth", 100),
        ("one hundredth", 100),
        ("hundred and seventh", 107),
        ("one hundred and twenty-third", 123),
        ("two hundred fifth", 205),
        ("1st", 1),
        ("22nd", 22),
        ("3RD", 3),
        ("11th", 11),
        ("(65TH)", 65),
        ("1097th", 1097),
        ("1,097th", 1097),
        ("53 rd", 53),
        ("IV", 4),
        ("VI", 6),
        ("IX", 9),
        ("XIV", 14),
        ("XL", 40),
        ("XLVI", 46),
        ("MMXX", 2020),
    ],
)
def test_an_ordinal_has_a_value(text: str, expected: int) -> None:
    assert ordinal(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "eleven", "11", "once", "twenty", "IIII", "IC", "iv", "VX", "firsts", "th", "1.5th"],
)
def test_what_is_no_ordinal_has_none(text: str) -> None:
    assert ordinal(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the eleventh session and the 2nd round", [11, 2]),
        ("On the Sixty-Fifth (65TH) Ordinary Session", [65, 65]),
        ("the XLVI Summit", [46]),
        ("the XXIXth Council", [29]),
        ("the Xth Assembly", [10]),
        ("Resolution 1540 of 28 April", []),
        ("in the G20 and the CIS", []),
        ("first-ever strategic plan", []),
        ("Mr. D. Medvedev", []),
        ("U.S. and D.C. officials", []),
        ("an X-ray", []),
    ],
)
def test_ordinals_are_found_in_their_order(text: str, expected: list[int]) -> None:
    assert [found.value for found in ordinals(text)] == expected


def test_an_ordinal_knows_its_place_and_its_letters() -> None:
    words, roman = ordinals("the ninth and the X Summit")
    assert (words.start, words.end, words.roman) == (4, 9, False)
    assert (roman.start, roman.end, roman.roman) == (18, 19, True)
