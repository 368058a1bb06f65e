"""Names of persons: their shape as a pattern over signs, and when two forms are one person.

"N. P. Patrushev", "Patrushev N.P.", "XI Jinping", "Karel DE GUCHT", "Kabir bin Anwar",
"Lord Ahmad of Wimbledon": a run of capitalised words, initials and particles. A run is only
a candidate: the words around it must make it a person.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg import resources
from kg.language import expressions as re
from kg.language.patterns import Chunk, Line
from kg.lexicon import city, is_family_name, is_given_name
from kg.lexicon.tables import rows
from kg.model import Document, Mention, Token

_TITLES = r"(?:E(?=NN)|h?T\.?(?:t?T\.?|\([Tw]\)){0,6})"  # Gen (Dr.), General (retired)
_WORD = r"(?:[NU]|I\.?)"
_NICKNAME = r"(?:\(N\)|\"N\")(?=N)"
_MORE = rf"(?:p{{0,3}}{_WORD}|{_NICKNAME}|L(?![b-zA-Z'(])|C(?![a-zA-Z'(])|S)"
_LAND = r"(?:(?<=k)[CD](?=NN)|(?<=[HTgK])[CD](?=N))"  # Israel Katz, Bharat Raj Thapa
_CORE = rf"(?:(?:{_LAND}|L(?=N)|p(?=[NU]))?{_WORD}{_MORE}{{0,12}})"
_PEER = r"E(?:\(N\))?N(?:o[NL])?"
PATTERN = (
    rf"(?:(?P<titles>{_TITLES})?"
    rf"(?:(?P<name>{_CORE})(?P<suffix>(?:,?z){{1,6}}|\(z\)|,U(?=,[MBmb]{{0,3}}H))?|(?P<peer>{_PEER})))"
)
"""A candidate of a name with its honorifics, as a pattern over signs."""

# Honorifics that are part of the name where one word follows: "Sheikh Hasina".
_KEPT = frozenset(
    ("sheikh", "sheikha", "shaikh", "haji", "prince", "princess", "daw", "sri", "syed", "sayyid")
)
LONGEST = 6
"""Words of a name that is told by its own words."""
NEAR = 50
"""Characters before a name in which words are looked for that make it no person there."""
_NAMES_ON = frozenset("NUMBHKLGDE")  # signs of capitalised words: the name of more than a person
_WHERE = re.compile(
    r"\b(?:in|at|near|the|a|an|By|[Ee]ditor:|[Pp]hoto:?|Author:?|Text:?)\s+\Z|/\Z"
    r"|\b(?:[Ww]ritten|[Rr]eport\w*|[Ee]dit\w*|[Tt]ranslated|[Cc]ompiled|[Pp]hotos?|[Pp]osted"
    r"|[Pp]ublished|[Ss]tory|[Tt]ext|[Pp]ainted|[Bb]ook|[Nn]ovel) by\s+\Z"
    r"|\b(?:vessel|ship|ferry|tanker|frigate|yacht|trawler|[Hh]urricane|[Cc]yclone|[Tt]yphoon"
    r"|[Ss]torm|honou?r of|named after|called after)\s+(?:the\s+)?\Z"
    r"|\b(?:late|deceased)\b[^,.;]*\Z"
)
_NEXT = re.compile(r"\s+(?:International |Memorial )?(\w+)")
_GOES_ON = re.compile(r"\s+[^\W\d_a-z]")
_SONS = frozenset(["bin", "ibn", "bint", "ben"])
_LINKS = frozenset(["of", "the"])


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A candidate: the name itself from `start` to `end`, its honorifics before it."""

    text: str
    outer: int  # where the honorifics begin
    honorific: bool


def read(
    document: Document, titles: Sequence[Chunk], core: Sequence[Chunk], peer: bool = False
) -> Name | None:
    """Return the name that chunks spell, or None where they hold no word of two letters."""
    start, end = core[0].start, core[-1].end
    outer = titles[0].start if titles else start
    words = [chunk for chunk in core if chunk.end - chunk.start > 1]
    if not words or all(chunk.symbol == "I" for chunk in core):
        return None
    last = titles[-1].value if titles else None
    if len(core) == 1 and isinstance(last, Token) and last.text.lower() in _KEPT:
        start = titles[-1].start
    return Name(start, end, "name", document.words(start, end), outer, bool(titles) or peer)


def stand_alone(document: Document, line: Line, name: Name) -> bool:
    """Tell a full name by its own words, where no office stands beside it: an honorific or a
    usual given name opens it, and it is no part of a longer name of a place or house."""
    words = name.text.split()
    if not 2 <= len(words) <= LONGEST or city(name.text) or name.text.isupper():
        return False
    first, last = line.index(name.outer), line.index(name.end)
    if first and (line.symbols[first - 1] in _NAMES_ON or line.symbols[:first].endswith("La")):
        return False
    following = line.symbols[last : last + 1]
    if following not in ("O", "Q", "F", "Y") and _GOES_ON.match(document.view, name.end):
        return False
    before = document.view[max(0, name.outer - NEAR) : name.outer]
    if _WHERE.search(before) or (following == ":" and not first):
        return False
    initialled = "." in (words[0][1:2], words[-1][1:2])
    if name.honorific or initialled:
        return True
    known = is_given_name(words[0])
    return known and (words[0] not in _look_alikes("given") or is_family_name(words[-1]))


def is_listed(word: str) -> bool:
    """Tell a word that is a usual name somewhere in the world."""
    return is_given_name(word) or is_family_name(word)


def of_a_place(document: Document, name: Name) -> bool:
    """Tell a street, house or prize that bears the name: "King David Hotel"."""
    following = _NEXT.match(document.view, name.end)
    houses = _look_alikes("house")
    return name.text.split()[-1] in houses or (following is not None and following[1] in houses)


@cache
def _look_alikes(kind: str) -> frozenset[str]:
    """Return the words of one class that make capitals look like a name."""
    known = rows(resources.lexicon("name-look-alikes.tsv"))
    return frozenset(word for word, one in known if one == kind)


def _descends(name: str, words: tuple[str, ...]) -> bool:
    """Tell a name that stands in a longer one as that of the father: Omar bin Zayed."""
    return any(one in _SONS and two == name for one, two in pairwise(words))


@lru_cache(maxsize=10_000)
def parts(name: str) -> tuple[str, ...]:
    """Return the words and initials of a name, folded: "N.P. Patrushev" gives n, p, patrushev."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"['’ʼ`]", "", plain)
    return tuple(w for w in re.findall(r"[^\W_]+", plain) if w not in _LINKS)


def agree(one: str, other: str) -> bool:
    """Tell whether two forms can be one person of one article.

    They share a word, and what is left of the shorter one is an initial of, or equal to,
    a word of the longer: "A. Blinken" and "Antony Blinken", "Kono" and "Taro Kono", but
    neither "Fatima Bio" and "Julius Bio" nor "N. Patrushev" and "D. Patrushev".
    """
    x, y = parts(one), parts(other)
    if len(x) > len(y):
        x, y = y, x
    if len(x) > 1 and _descends(x[0], y):
        return False
    whole = {w for w in x if len(w) > 1} & {w for w in y if len(w) > 1}
    if not whole:
        return False
    left = [w for w in y if w not in whole]
    for word in x:
        if word in whole:
            continue
        initial = next((w for w in left if w[0] == word[0] and 1 in (len(w), len(word))), None)
        if initial is None:
            return False
        left.remove(initial)
    return True
