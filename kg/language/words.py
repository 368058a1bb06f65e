"""The class of a word as one symbol, and a sentence as a line of such symbols.

A shared leaf of the grammars of titles, actions and topics, which all read a
sentence as a line of chunks (kg.language.patterns):

    A capitalised   n other lower-case word   e in -ed   g in -ing   # number
    C country   I instrument   O organisation   P place   N person   M meeting   D date   R period
    t determiner   k quantifier   j attribute of documents   o of   p on   f for
    b between   i in   w with   T to   y by   @ after, during, at   & and
    B is   h has   m will   v other verb   r relative   x adverb   u pronoun   l including
    c comma   ; semicolon   : colon   q quotation mark   ( ) brackets   - dash   . other
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from kg import resources
from kg.language import expressions as re
from kg.language.patterns import Chunk, Line, line
from kg.language.phrases import compile_phrases, lower
from kg.lexicon.tables import rows
from kg.model import (
    CountryMention,
    DateMention,
    Document,
    InstrumentMention,
    MeetingMention,
    Mention,
    Mentions,
    OrganisationMention,
    PersonMention,
    PlaceMention,
    Token,
)

_PUNCTUATION = {
    ",": "c",
    ";": ";",
    "|": ";",
    ":": ":",
    '"': "q",
    "'": "q",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "€": "#",
    "$": "#",
    "£": "#",
    "-": "-",
    "–": "-",
    "—": "-",
    "/": "&",
}
_MENTIONS: dict[type[Mention], str] = {
    CountryMention: "C",
    OrganisationMention: "O",
    PlaceMention: "P",
    PersonMention: "N",
    MeetingMention: "M",
    DateMention: "D",
    InstrumentMention: "I",
}
_SEVERAL = ("&&", "@@", "jj", "pp", "xx")
_LITTLE = ("and", "by", "for", "of", "the", "to", "with")
_YEAR = r"(?:19|20)\d\d"
PERIOD = re.compile(rf"({_YEAR})\s*(?:[-–—/]|\band\b|\bto\b)\s*({_YEAR}|\d\d(?!\d))")
_NUMBER = re.compile(
    r"\[(?=[^\]]*\d)[A-Z][^\]\n]{2,40}\]|\bNo\.?\s?\d+(?:[/-]\w+)*"
    r"|\b[A-Z]{1,6}/(?:[A-Z]+[\d.]*/){0,3}[A-Z]*\.?\d+\b|\b[A-Z]{1,6}/[A-Z]{2,6}\s\d+/\d+|(?<![\d/])\d{1,3}/\d{1,4}(?![\d/])"
)


@cache
def _rows() -> dict[str, str]:
    """Return the words of each symbol of the list of word classes, as one string."""
    return {sign: words for sign, _, words in rows(resources.lexicon("word-classes.tsv"))}


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list of one column."""
    return frozenset(row[0] for row in rows(resources.lexicon(name)))


@cache
def classes() -> dict[str, str]:
    """Return the symbol of each word of the list of word classes."""
    return {word: sign for sign, row in _rows().items() if len(sign) == 1 for word in row.split()}


@cache
def _several() -> re.Pattern[str]:
    """Return the pattern of the classed phrases of several words."""
    return compile_phrases(_phrases())


@cache
def _phrases() -> dict[str, str]:
    """Return the symbol of each classed phrase of several words; the longer ones come first."""
    rows = {phrase: sign[0] for sign in _SEVERAL for phrase in _rows()[sign].split("|")}
    return dict(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))


def symbol(value: Mention | Token) -> str:
    """Return the symbol of a token or of a mention that stands as one chunk."""
    if isinstance(value, Token):
        return _token(value.text)
    return _MENTIONS.get(type(value), value.rule)


@cache
def _token(text: str) -> str:
    if text in _PUNCTUATION:
        return _PUNCTUATION[text]
    if text.startswith("'"):
        return "n"
    lower = text.lower()
    if lower in classes() and (len(text) == 1 or not text.isupper() or lower in _LITTLE):
        return classes()[lower]
    if text[0].isdigit():
        return "#"
    if not text[0].isalpha():
        return "."
    return "A" if text[0].isupper() else _lower(text)


def _lower(text: str) -> str:
    for ending, sign in (("ed", "e"), ("ing", "g"), ("ly", "x")):
        if text.endswith(ending) and len(text) > len(ending) + 2:
            return "n" if "-" in text and not text.startswith(("co-", "re-")) else sign
    return "n"


def text(chunk: Chunk) -> str:
    """Return the lower-case word of a chunk, "" for a mention."""
    return chunk.value.text.lower() if isinstance(chunk.value, Token) else ""


def joined(view: str, start: int, end: int) -> list[Mention]:
    """Return periods, numbers of documents and classed phrases between two offsets.

    The symbol of each is its rule: "R", "#", "@", "&" or "x".
    """
    dated = any(view.find(century, start, end) >= 0 for century in ("19", "20"))
    periods = PERIOD.finditer(view, start, end) if dated else ()
    numbered = any(view.find(sign, start, end) >= 0 for sign in ("/", "[", "No"))
    numbers = _NUMBER.finditer(view, start, end) if numbered else ()
    return [
        *(Mention(*hit.span(), "R") for hit in periods),
        *(Mention(*hit.span(), "#") for hit in numbers),
        *(
            Mention(*hit.span(), _phrases()[hit.group()])
            for hit in _several().finditer(lower(view), start, end)
        ),
    ]


def names(found: Mentions) -> list[Mention]:
    """Return the mentions that stand as one chunk in a line, in the order of the text."""
    kinds: tuple[Iterable[Mention], ...] = (
        found.countries,
        found.organisations,
        found.places,
        found.persons,
        found.meetings,
        found.dates,
    )
    return sorted((m for kind in kinds for m in kind), key=lambda m: (m.start, -m.end))


def read(document: Document, index: int, mentions: Iterable[Mention]) -> Line:
    """Return sentence number `index` as a line in which `mentions` are chunks of their own.

    `mentions` are those of this sentence; see `by_sentence`.
    """
    sentence = document.sentences[index]
    extra = joined(document.view, sentence.start, sentence.end)
    return line(document.tokens[index], [*mentions, *extra], symbol)


def by_sentence(document: Document, mentions: list[Mention]) -> list[list[Mention]]:
    """Return the `mentions` cut into one row a sentence, each row in their order."""
    rows: list[list[Mention]] = [[] for _ in document.sentences]
    starts = [sentence.start for sentence in document.sentences]
    for mention in mentions:
        number = bisect_right(starts, mention.start) - 1
        if number >= 0 and mention.start < document.sentences[number].end:
            rows[number].append(mention)
    return rows
