"""Forms of a person's name against each other: spelling, initials, order, scripts.

The rules are habits of transliteration into English (Yermekbayev, Ermekbaev;
Kakharov, Kahhorov; Sysoyev, Sysoev), not words of any article. A name that two
forms share says only that they may be one person: `kg.identity.persons` asks
for more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import resources
from kg.graph.keys import split_name
from kg.lexicon.tables import rows, several
from kg.namespaces import fold

SAME, SPELLING, PARTIAL, INITIAL, FAMILY = 1.0, 0.95, 0.9, 0.85, 0.6
"""How alike two forms are: one name, another spelling, a name left out, an initial, no given."""

_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезийклмнопрстуфыэ", "abvggdeziyklmnoprstufye", strict=True))
    | {"ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": ""}
    | {"ь": "", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ў": "w", "қ": "k"}
    | {"ғ": "g", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ә": "a", "ө": "o", "ү": "u", "ұ": "u"}
    | {"ң": "n", "һ": "h", "ј": "j"}
)
_PARTICLES = frozenset(re.findall(r"\w+", "al el bin ibn ben von van der de da dos di du la le"))
_HONORIFICS = frozenset(
    re.findall(r"\S+", "dr mr mrs ms prof gen lt col sir h.e he sheikh hon jr sr")
)
_SPELLINGS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        ("shch|sch|sh", "S"),
        ("dzh|dj|zh|j", "J"),
        ("tch|ch", "C"),
        ("ts|tz", "Z"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("q|ck", "k"),
        ("(?<=.)x", "ks"),
        ("gu(?=[ei])", "g"),
        ("ou|oo", "u"),
        ("w", "v"),
        ("(?<=[oe])ff?$", "v"),
        (r"(.)\1+", r"\1"),
        ("(?<=[aeiou])[yi](?=[aeou])", ""),  # a glide: Sysoyev, Aliyev
        ("^ye", "e"),
        ("^i(?=[au])", "y"),
        ("(?<=[^aeiou])[yi]e", "e"),  # Medvyedev
        ("(?<=[^aeiou])yo", "o"),  # Pyotr
        ("[iy][iy]*$", "i"),
        ("(?<!^)y(?=[^aeiou]|$)", "i"),
        ("(?<=[^aeiou])y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile("[aeiouy]+")
_NEAR = frozenset(map(frozenset, ("ao", "ou", "ei", "ae", "eo")))
"""Vowels that spellings of one name interchange: Olimov, Mukhammad, Karim, Ahmad, Fyodor."""

_OPENINGS = frozenset(map(frozenset, ("ou", "ei")))
"""Vowels that make two names where they open a word: Orban, Urban."""

_LOOSE = 4
"""Consonants from which a name bears loose vowels: Wang and Wong are two."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, and its parts as they sound; an initial is one letter and a point."""

    printed: str
    family: str
    given: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether a given name is written out."""
        return any(not part.endswith(".") for part in self.given)


@lru_cache(maxsize=1 << 17)
def parse(printed: str, country: str | None = None) -> Name:
    """Return the parts of a name; `country` is the ISO code of whom it stands for, if known."""
    words = [w for w in latin(printed).split() if w.casefold().rstrip(".") not in _HONORIFICS]
    family, given = split_name(" ".join(words) or printed, country)
    parts = [part for word in re.split(r"(?<=\.)(?=\w)|\s+", given) for part in _part(word)]
    return Name(printed, sound(_bare(family)), tuple(parts))


def latin(text: str) -> str:
    """Return a text with Cyrillic letters spelled as English does, other letters as they are."""
    if not re.search("[Ѐ-ӿ]", text):
        return text
    composed = unicodedata.normalize("NFC", text)
    spelled = (
        _case(letter, letter.casefold().translate(_CYRILLIC)) if letter > "\u03ff" else letter
        for letter in composed
    )
    return "".join(spelled)


def _case(letter: str, spelled: str) -> str:
    return spelled.capitalize() if letter.isupper() else spelled


def _bare(word: str) -> str:
    """Return a family name without the article that stands before it: al-Thani."""
    return re.sub(r"^(?:al|el)[-\s]", "", word, flags=re.IGNORECASE)


def _part(word: str) -> Iterator[str]:
    letters = word.strip(".,-")
    if not letters or letters.casefold() in _PARTICLES:
        return
    if len(letters) == 1 or (word.endswith(".") and len(letters) == 2):
        yield fold(letters)[:2] + "."
    else:
        yield sound(letters)


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """Return a word spelled as it sounds, so that transliterations of one name agree."""
    spelled = fold(word).replace("-", "")
    for pattern, written in _SPELLINGS:
        spelled = pattern.sub(written, spelled)
    return spelled


def skeleton(spelled: str) -> str:
    """Return the consonants of a word that `sound` made, and whether a vowel opens it."""
    bare = _VOWELS.sub("", spelled)
    return ("a" if _VOWELS.match(spelled) else "") + bare or spelled


@cache
def _variants() -> dict[str, frozenset[str]]:
    """Return the rows of the table of given names that languages spell in their own ways."""
    table: dict[str, set[str]] = {}
    for number, row in enumerate(rows(resources.lexicon("given-variants.tsv"))):
        for form in several(row[0]):
            table.setdefault(sound(form), set()).add(str(number))
    return {form: frozenset(numbers) for form, numbers in table.items()}


@lru_cache(maxsize=1 << 17)
def alike(one: str, other: str) -> float:
    """Return how alike two words are that `sound` made: SAME, SPELLING, or 0 for two words."""
    if one == other:
        return SAME
    if skeleton(one) != skeleton(other) or len(skeleton(one)) < _LOOSE:
        return 0.0
    return SPELLING if _near(one, other) else 0.0


def _near(one: str, other: str) -> bool:
    """Tell whether words of the same consonants differ in two vowels at most, and those near."""
    groups = list(zip(_vowels(one), _vowels(other), strict=True))
    opening, ending = frozenset(groups[0]), groups[-1]
    if opening in _OPENINGS or (ending[0] != ending[1] and "" in ending):
        return False
    differing = [(left, right) for left, right in groups if left != right]
    return len(differing) <= 2 and all(_exchanged(left, right) for left, right in differing)


def _exchanged(left: str, right: str) -> bool:
    """Tell whether spellings of one name exchange two groups of vowels, one perhaps empty."""
    if left and right:
        return _near_groups(left, right)
    return left + right in ("e", "i")


def _vowels(word: str) -> list[str]:
    """Return the vowels before, between and after the consonants of a word."""
    groups = [""]
    for letter in word:
        if letter in "aeiouy":
            groups[-1] += letter
        else:
            groups.append("")
    return groups


def _near_groups(left: str, right: str) -> bool:
    if len(left) != len(right):
        return left.strip("iy") == right.strip("iy") and bool(left.strip("iy"))
    pairs = zip(left, right, strict=True)
    return all(a == b or frozenset((a, b)) in _NEAR for a, b in pairs)


def given_alike(one: str, other: str) -> float:
    """Return how alike two given names or initials are, 0 where they contradict."""
    if one.endswith(".") or other.endswith("."):
        return INITIAL if _opens(one, other) else 0.0
    level = alike(one, other)
    if level:
        return level
    shared = _variants().get(one, frozenset()) & _variants().get(other, frozenset())
    return SPELLING if shared else 0.0


def _opens(one: str, other: str) -> bool:
    """Tell whether an initial can stand for the other given name, or for its initial."""
    left, right = one.rstrip("."), other.rstrip(".")
    heads = _heads(left) & _heads(right)
    return bool(heads)


def _heads(word: str) -> frozenset[str]:
    """Return the letters that an initial of this word is printed with."""
    first = word[:1]
    also = {"J": "jzd", "S": "s", "C": "c", "Z": "tz", "e": "ey", "y": "yei", "h": "hk", "z": "zj"}
    return frozenset(also.get(first, first)) | {first.casefold()}


@lru_cache(maxsize=1 << 18)
def compare(one: Name, other: Name) -> float:
    """Return how alike two names are, from SAME to FAMILY, or 0 where they are of two persons."""
    straight = _compare(one, other)
    if straight or len(one.given) != 1 or len(other.given) != 1:
        return straight
    flipped = min(alike(one.family, other.given[0]), alike(one.given[0], other.family))
    return SPELLING if flipped == SAME else 0.0


def _compare(one: Name, other: Name) -> float:
    family = alike(one.family, other.family)
    if not family:
        return 0.0
    if not one.given or not other.given:
        return min(family, FAMILY)
    levels = [given_alike(a, b) for a, b in zip(one.given, other.given, strict=False)]
    if all(levels):
        longer = one.given[len(levels) :] or other.given[len(levels) :]
        return min(family, *levels, SAME if not longer else SPELLING)
    if one.full and other.full and alike("".join(one.given), "".join(other.given)):
        return min(family, SPELLING)  # Jong-un, Jong Un
    return min(family, _left_out(one.given, other.given))


def _left_out(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return PARTIAL where one has all the full given names of the other in order, and more."""
    short, long = sorted((one, other), key=lambda given: (len(given), given))
    rest = iter(long)
    found = all(any(given_alike(part, word) >= SPELLING for word in rest) for part in short)
    return PARTIAL if found and len(short) < len(long) else 0.0


def blocks(name: Name) -> tuple[str, ...]:
    """Return the keys under which names that may be one are found: family, and both words."""
    family = skeleton(name.family)
    if len(name.given) != 1 or name.given[0].endswith("."):
        return (family,)
    return family, "+".join(sorted((name.family, name.given[0])))


def words(level: float) -> str:
    """Return in words how alike two names are."""
    told = {SAME: "the same name", SPELLING: "another spelling of the name"}
    told |= {PARTIAL: "a given name left out", INITIAL: "an initial of the given name"}
    return told.get(level, "the family name alone")
