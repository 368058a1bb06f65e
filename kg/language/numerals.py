"""Ordinal numbers as prose writes them: "eleventh", "11th", "(65TH)", "XLVI", "XXIXth".

A shared leaf: meetings, resolutions and editions are counted with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language import expressions as re

_UNITS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["thir", "four", "fif", "six", "seven", "eigh", "nine"]
_PLAIN = [*_COUNTS, "ten", "eleven", "twelve", *(f"{word}teen" for word in _TEENS)]
_ORDINALS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    f"{word[:-1]}ieth": 10 * number for number, word in enumerate(_TENS, 2)
}
_CARDINALS = {word: 10 * number for number, word in enumerate(_TENS, 2)}
_HUNDREDS = {word: 100 * number for number, word in enumerate(_COUNTS, 1)} | {"a": 100}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_GAP = r"[\s-]+"
_WORDS = (
    rf"(?:(?:(?P<hundreds>{'|'.join(_HUNDREDS)}){_GAP})?(?P<hundred>hundred)(?:{_GAP}and)?{_GAP})?"
    rf"(?:(?P<tens>{'|'.join(_CARDINALS)}){_GAP})?(?P<ordinal>{'|'.join(_ORDINALS)})"
    rf"|(?:(?P<full>{'|'.join(_HUNDREDS)}){_GAP})?hundredth"
)
_DIGITS = r"(?P<digits>\d{1,3}(?:,\d{3})?|\d{4})[\s-]?(?:st|nd|rd|th)"
_NUMERAL = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ORDINAL = re.compile(
    rf"(?<![\w.,-])(?:(?i:{_DIGITS}|{_WORDS})|(?P<roman>(?=[IVXLCDM]{{2}}|[VX]\b|[VX]th\b){_NUMERAL})(?:st|nd|rd|th)?(?!\.))(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal number and where it stands; `roman` tells capitals that may be a letter."""

    start: int
    end: int
    value: int
    roman: bool


def ordinals(text: str, start: int = 0, end: int | None = None) -> Iterator[Ordinal]:
    """Yield the ordinal numbers of `text` between two offsets, from left to right."""
    for hit in _ORDINAL.finditer(text, start, len(text) if end is None else end):
        yield Ordinal(*hit.span(), _value(hit), hit["roman"] is not None)


def ordinal(text: str) -> int | None:
    """Return the number that `text` as a whole writes as an ordinal, or None."""
    hit = _ORDINAL.fullmatch(text.strip().strip("()"))
    return _value(hit) if hit else None


def cardinal(text: str) -> int | None:
    """Return the number below a hundred that `text` writes in words or digits, or None."""
    word = text.strip().lower()
    if word.isdigit():
        return int(word)
    tens, _, unit = word.rpartition("-")
    if unit not in _PLAIN or (tens and tens not in _CARDINALS):
        return _CARDINALS.get(word)
    return _CARDINALS.get(tens, 0) + _PLAIN.index(unit) + 1


def _value(hit: re.Match[str]) -> int:
    if hit["digits"]:
        return int(hit["digits"].replace(",", ""))
    if hit["roman"]:
        return _roman(hit["roman"])
    if not hit["ordinal"]:
        return _HUNDREDS[(hit["full"] or "one").lower()]
    hundreds = _HUNDREDS[(hit["hundreds"] or "one").lower()] if hit["hundred"] else 0
    tens = _CARDINALS[hit["tens"].lower()] if hit["tens"] else 0
    return hundreds + tens + _ORDINALS[hit["ordinal"].lower()]


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-v if v < following else v for v, following in zip(values, after, strict=True))
