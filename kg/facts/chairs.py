"""Who chairs a meeting, where the text says so; the host is not the chair."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.facts.coreference import Cluster
from kg.model import Document, Mention, Mentions, Passage, Sentence

_AFTER = re.compile(
    r"\b(?:under\s+the\s+(?:chairmanship|chair|chairpersonship|presidency|leadership)\s+of"
    r"|(?:co-)?chaired\s+(?:jointly\s+)?by|presided\s+over\s+by|[Ii]n\s+the\s+[Cc]hair\s+(?:was|were|is)"
    r"|[Ii]ts\s+chair(?:man|person|woman)?\s+(?:was|is)|elected\s+as\s+(?:its\s+)?chair)\b",
)
_BEFORE = re.compile(
    r"\b(?:(?:co-)?chaired|presided\s+over|will\s+(?:co-)?chair|(?:co-)?chairs|presides|had\s+the\s+chair"
    r"|in\s+the\s+chair|took\s+the\s+chair)\b"
)


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs and the words that say so."""

    name: str
    passage: Passage


def find(document: Document, found: Mentions, cluster: Cluster) -> Chair | None:
    """Return the chair of a meeting from the sentences that speak of it, or None."""
    for index in dict.fromkeys(r.sentence for r in cluster.references):
        chair = _in_sentence(document, found, document.sentences[index])
        if chair:
            return chair
    return None


def _in_sentence(document: Document, found: Mentions, sentence: Sentence) -> Chair | None:
    hit = _AFTER.search(document.view, sentence.start, sentence.end)
    if hit is None:
        return None
    return _named(document, found, hit.start(), hit.end(), sentence.end)


def _named(document: Document, found: Mentions, start: int, first: int, last: int) -> Chair | None:
    holders: list[tuple[Mention, str]] = [(m, m.name) for m in found.persons]
    holders += [(m, m.code) for m in found.countries]
    near = [
        (m, name) for m, name in holders if first <= m.start and m.end <= min(last, first + 120)
    ]
    if not near:
        return None
    mention, name = min(near, key=lambda row: row[0].start)
    return Chair(name, document.passage(start, mention.end))
