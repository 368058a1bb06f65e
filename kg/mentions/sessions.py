"""Noun phrases that name a gathering: "the eleventh session of …", "the Lima Summit".

A phrase is a pattern over the symbols of a sentence. To the left of the head
stand an ordinal, names and modifiers, to its right an acronym in brackets and
complements ("of the Council of Ministers of the EAC", "between A and B").

    H head  K talks  W weak head  L plural  S short  U body noun  j J modifier  1 ordinal
    O organisation  C country  P place  D date  N person  ' possessive  t article
    A other capitalised  n other lower-case; all else by its word class (kg.language.words)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import resources
from kg.language import expressions as re
from kg.language import numerals, words
from kg.language.patterns import Chunk, Hit, Line, assemble, atomic, line, search
from kg.lexicon.tables import rows
from kg.model import (
    CountryMention,
    DateMention,
    Document,
    Mention,
    Mentions,
    OrganisationMention,
    PersonMention,
    PlaceMention,
    Token,
)

_SIGNS = {
    "head": "H",
    "both": "E",
    "talks": "K",
    "weak": "W",
    "series": "L",
    "short": "S",
    "verb": "v",
    "body": "U",
    "coming": "j",
    "field": "j",
    "modifier": "j",
    "group": "G",
}
_MENTIONS: dict[type[Mention], str] = {
    OrganisationMention: "O",
    CountryMention: "C",
    PlaceMention: "P",
    DateMention: "D",
    PersonMention: "N",
}
_ARTICLES = frozenset(
    (
        *("the", "a", "an", "its", "their", "his", "her", "our", "whose"),
        *("this", "these", "that", "both", "another"),
    )
)

_COUNTS = frozenset(("one", "two", "three", "four", "five", "six", "several", "many", "some", "no"))
_CALENDAR = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "april", "june", "july", "august", "september", "october"),
        *("november", "december"),
    )
)

_PARTS = re.compile(r"\W+")
_INNER = (
    r"(?:[jJAOCP1']|U(?!o)|D(?=[AUHKWEjJ])|-(?=[AOCPUjJ])|&(?=[jJAOCPU])|[EH](?=[jJAUEHKWL])"
    r"|(?<=[AJ])f(?=[AJ])|\([1OA]\)(?=[jJAUEHKW])|[nG](?=[EUHKWL]|[nAG][EUHKWL]))"
)
_PRE = atomic(rf"(?:{_INNER}|Uo(?=t?[AUjJ1])){{0,14}}")
_BRACKET = r"(?:\([^()Dd]{1,6}\))"
_DUTY = r"(?<=U)nft?(?:[jn]{1,2}(?:&[jn]{1,2})?(?![jn])|(?=[AJ]))"  # "responsible for trade"
_WORD = (
    rf"(?:[jJAOCPUN1'HGE]|[KW](?![o])|(?<=U)pn(?!n)|{_DUTY}"
    r"|-(?=[AOCPUn])|n(?=[GUAoCPHEKW']|n[GUAoCPHEKW]))"
)
_NOUN = "t?" + atomic(
    rf"(?:{_WORD}|&(?=t?[jJAOCPUN1G])t?|&(?=n[oUA'G])|{_BRACKET}"
    r"|c(?=t?C(?:c?&|c)|&t?C)t?){1,24}"
)
_CHAIN = _NOUN + atomic(rf"(?:o(?!t?D){_NOUN}){{0,8}}")
_NAMED = r"(?=t?[njJG&]{0,4}(?:[AOCPUNKHG]|'[jJA]{0,4}U)|[jJ]{1,3}(?![njJ])|[jJn]{1,3}ot?[OCG])"
_MORE_BODIES = atomic(rf"(?:ct?(?=[jJA]{{0,4}}U){_CHAIN}){{0,8}}")
OF = rf"(?:o{_NAMED}{_CHAIN}{_MORE_BODIES})"
_MORE_PARTIES = atomic(rf"(?:c(?=t?[ACOUN]){_CHAIN}){{0,8}}")
_BETWEEN = rf"(?:b{_CHAIN}{_MORE_PARTIES})"
_LISTED = r"c(?=[AJ]{1,2}(?:c[AJ]{1,2}){0,3}&[AJ])"
_ON = rf"(?:[pf]t?[ACJ](?:[AjJUC]|{_LISTED}|&(?=[AjJ])|o(?=A)|-(?=A)|n(?=A)|(?<=[AC-])n){{0,16}})"
_THERE = rf"(?:(?:[ip]t?[PD]){{1,2}}(?={OF}))?"  # "a meeting in Lima on Friday of the ministers"
_YEAR = r"(?:oDit?P)?"  # "the summit of 2012 in Baku"
_TAIL = rf"{_BRACKET}?{_YEAR}{_THERE}(?:(?:{OF}|{_BETWEEN}){_BRACKET}?){{0,3}}(?:{_ON}{OF}?)?"
PHRASE = assemble(rf"(?P<det>t)?(?P<pre>{_PRE})(?P<head>[HKWLSE])(?P<tail>{_TAIL})")
COUNCIL = assemble(
    rf"(?P<det>t)?(?P<pre>[AOCU']{{0,4}}1(?:\(1\))?(?:[OC]-?)*)(?P<head>[jJAE]{{0,4}}U(?![EHWL']))"
    rf"(?P<tail>{_TAIL})"
)


EDITION = assemble(
    rf"(?P<det>t)?(?P<pre>(?:[jJ]{{0,2}}1)?[jJ]{{0,2}})(?P<head>O)(?P<tail>{_BRACKET}?)(?![HKWLSEU'])"
)


_BRACKETED = re.compile(r"\s*\([^)]*\)$")


@dataclass(frozen=True, slots=True)
class Mark(Mention):
    """A word of the list of meeting words, or an ordinal; the rule is its symbol."""

    word: str
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as found on its line, before anything is made of it."""

    hit: Hit
    head: str
    sign: str

    @property
    def start(self) -> int:
        """Return where the phrase begins: its article left out, the owner of "'s" taken in."""
        first = self.hit.span("pre") or self.hit.span("head")
        assert first is not None
        at = self.hit.line.index(first[0])
        owned = self.hit.line.symbols[at] == "'" and at > 0
        return self.hit.line.chunks[at - 1].start if owned else first[0]

    @property
    def determiner(self) -> str | None:
        """Return the article or possessive before the phrase, in lower case, or None."""
        chunk = self.hit.chunk("det")
        return text(chunk).lower() if chunk else None

    @property
    def ordinal(self) -> int | None:
        """Return the number that counts the meeting, the last before its head.

        "Their first summit" counts the summits of two, not a series.
        """
        marks = [c.value for c in self.hit.chunks("pre") if isinstance(c.value, Mark)]
        mark = next((mark for mark in reversed(marks) if mark.value is not None), None)
        owned = self.determiner in ("their", "his", "her", "our")
        if mark is None or (owned and mark.word.lower() == "first"):
            return None
        return mark.value


@cache
def vocabulary() -> dict[str, str]:
    """Return the symbol of each meeting word; a word of two classes has the earlier symbol."""
    signs: dict[str, str] = {}
    for name, several in rows(resources.lexicon("meetings.tsv")):
        for word in several.split():
            signs.setdefault(word, _SIGNS[name])
    return signs


@cache
def of_class(name: str) -> frozenset[str]:
    """Return the words of one class of the list, "coming" for "next" and "upcoming"."""
    return frozenset(dict(rows(resources.lexicon("meetings.tsv")))[name].split())


@lru_cache(maxsize=65536)
def _is_head(word: str) -> bool:
    """Return whether a word, or a part of one with hyphens, can name a gathering."""
    return any(vocabulary().get(part, ".") in "HKWLSEU" for part in _PARTS.split(word.lower()))


def symbol(value: Mention | Token) -> str:
    """Return the symbol of a token, of a meeting word or of a mention that stands as one chunk."""
    if isinstance(value, Token):
        return _token(value.text)
    return value.rule if isinstance(value, Mark) else _MENTIONS.get(type(value), "")


@cache
def _token(text: str) -> str:
    if text in ("'", "'s"):
        return "'"
    lower = text.lower()
    if lower in _ARTICLES:
        return "t"
    if lower in _CALENDAR:
        return "d"
    if lower in _COUNTS:
        return "x"
    sign = vocabulary().get(lower)
    if sign:
        return "J" if sign == "j" and text[0].isupper() else sign
    if lower == "2+2":
        return "j"
    usual = words.symbol(Token(0, len(text), text))
    if usual == "j" and text[0].isupper():
        return "A"
    return {"t": "x", "j": "n", "e": "v"}.get(usual, usual)


def phrases(document: Document, rows: Sequence[Sequence[Mention]]) -> Iterator[tuple[int, Phrase]]:
    """Yield each phrase with the number of its sentence, in the order of the text.

    `rows` are the mentions and ordinals of each sentence; see `marks`.
    """
    for index, sentence in enumerate(document.sentences):
        named = any(_is_head(token.text) for token in document.tokens[index])
        if sentence.kind == "noise" or not named:
            continue
        for hit in _hits(document, read(document, index, rows[index])):
            yield index, hit


def marks(document: Document, found: Mentions) -> list[list[Mention]]:
    """Return the mentions and ordinals that stand as one chunk, one row a sentence."""
    rows = words.by_sentence(document, names(found))
    for index, sentence in enumerate(document.sentences):
        if any(_counts(token.text) for token in document.tokens[index]):
            rows[index] += [
                Mark(o.start, o.end, "1", document.view[o.start : o.end], o.value)
                for o in numerals.ordinals(document.view, sentence.start, sentence.end)
            ]
    return rows


@lru_cache(maxsize=65536)
def _counts(word: str) -> bool:
    """Return whether a word can end an ordinal: a look-up that spares most sentences the search."""
    return numerals.ordinal(word.rsplit("-", 1)[-1]) is not None


def names(found: Mentions) -> list[Mention]:
    """Return the mentions that stand as one chunk, in the order of the text."""
    kinds = (found.countries, found.organisations, found.places, found.persons, found.dates)
    return sorted((m for kind in kinds for m in kind), key=lambda m: (m.start, -m.end))


def read(document: Document, index: int, mentions: Sequence[Mention]) -> Line:
    """Return sentence number `index` as a line of the symbols above."""
    return line(document.tokens[index], mentions, symbol)


def _hits(document: Document, on: Line) -> Iterator[Phrase]:
    editions = [hit for hit in search(EDITION, on) if _is_edition(document, hit)]
    hits = [*search(PHRASE, on), *search(COUNCIL, on), *editions]
    reach = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= reach:
            reach = hit.end
            yield Phrase(hit, _last_word(document, hit), hit.chunks("head")[-1].symbol)


def _last_word(document: Document, hit: Hit) -> str:
    """Return the head word, which may be the last of an organisation's name: "Regional Forum"."""
    head = hit.chunks("head")[-1]
    if isinstance(head.value, OrganisationMention):
        return _BRACKETED.sub("", document.words(head.start, head.end)).split()[-1].lower()
    return text(head).lower()


def _is_edition(document: Document, hit: Hit) -> bool:
    """Return whether an organisation named after its meetings means one of them here."""
    word = _last_word(document, hit)
    return word == "summit" or (word in _gatherings() and "1" in hit.match.group())


@cache
def _gatherings() -> frozenset[str]:
    return frozenset(word for word, sign in vocabulary().items() if sign in "HKW")


def text(chunk: Chunk) -> str:
    """Return the word of a chunk, "" for a name."""
    if isinstance(chunk.value, Mark):
        return chunk.value.word
    return chunk.value.text if isinstance(chunk.value, Token) else ""
