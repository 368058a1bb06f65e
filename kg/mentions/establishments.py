"""Organisations that no list knows and whose own name says what they are: "Danube Trade Company".

Only kinds that belong to no government are read (universities, foundations,
companies), and only names of capitalised words: the words before the head, or
those behind "University of".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg import resources
from kg.language import expressions as re
from kg.lexicon.gazetteer import Found
from kg.lexicon.tables import rows
from kg.model import Document, OrganisationMention

_HEAD = re.compile(
    r"\b(?:Company|Consortium|Corporation|Foundation|Holding|Seminary|University)\b"
    r"(?P<of> (?:of|for) [A-Z][\w'-]+(?:(?: | (?:and|of) )[A-Z][\w'-]+){0,3})?"
)
_RUN = re.compile(r"(?:[A-Z][\w&'-]* ){1,6}\Z")
_OWNED = re.compile(r"(?:'s|s') ")
_OPENER = re.compile(
    r"(?:The|An?|In|At|Of|On|From|With|By|And|But|Or|Th(?:is|at|ese|ose)|His|Her|Its|Their|Our|As"
    r"|For|After|Before|When|While|Also|Both|One|Another|Last|Next|[A-Z][a-z]+day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December) "
)
REACH = 80
"""Code points before a head that are looked at."""


def find(document: Document, known: tuple[Found, ...]) -> Iterator[OrganisationMention]:
    """Yield the organisations described in the words of a document that are none of `known`."""
    listed = tuple(found for found in known if found.entry.organisation)
    for head in _HEAD.finditer(document.view):
        start = _start(document.view, head.start())
        end = head.end() if head["of"] or start < head.start() else head.start()
        if start < end and _free(listed, start, end) and not _in_noise(document, start):
            name = document.words(start, end)
            yield OrganisationMention(start, end, "described", name, None)


def _start(view: str, head: int) -> int:
    """Return where the capitalised words before a head begin, after the last word of an office."""
    least = max(0, head - REACH)
    run = _RUN.search(view[least:head])
    if run is None:
        return head
    at = head
    for word in reversed(list(re.finditer(r"\S+ ", run.group()))):
        text = word.group()
        if text.strip() in _stops() or _OWNED.search(text) or _OPENER.match(text):
            break
        at = least + run.start() + word.start()
    return at


@cache
def _stops() -> frozenset[str]:
    """Return the words that end an office or open a sentence, and are no part of such a name."""
    words = (row for row in rows(resources.lexicon("offices.tsv")))
    heads = {word for word, kind, *_ in words if kind in ("head", "plural", "honorific")}
    return frozenset(word.capitalize() for word in heads)


def _free(listed: tuple[Found, ...], start: int, end: int) -> bool:
    """Tell whether no listed organisation stands between two offsets."""
    at = bisect_left(listed, end, key=lambda found: found.start)
    return at == 0 or listed[at - 1].end <= start


def _in_noise(document: Document, offset: int) -> bool:
    at = bisect_left(document.sentences, offset + 1, key=lambda sentence: sentence.start) - 1
    return at >= 0 and document.sentences[at].kind == "noise"
