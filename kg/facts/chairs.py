"""Who chairs a meeting, where the text says so; the host is not the chair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.coreference import Cluster
from kg.modality import sentence_at
from kg.model import (
    CountryMention,
    Document,
    Mention,
    Mentions,
    OrganisationMention,
    Passage,
    PersonMention,
    Sentence,
)

_OFFICE = r"(?:chair(?:person|man|woman)?(?:ship)?|presidency|gavel)"
_BEHIND = re.compile(
    rf"\bunder\s+the\s+(?:joint\s+|rotating\s+)?(?:co-)?(?:{_OFFICE}|chairpersonship|leadership)\s+of"
    r"|\b(?:co-)?chaired\s+(?:jointly\s+)?by|\bpresided\s+over\s+(?:jointly\s+)?by"
    r"|\bin\s+the\s+chair\s+(?:was|were|is|are|will\s+be)\b|\bwith\b(?=[^.;]{1,160}\bin\s+the\s+chair\b)"
    rf"|\b(?:its|whose)\s+{_OFFICE}\s+(?:was|is|were)\b"
    rf"|\bas\s+(?:its|the)\s+{_OFFICE}\s+(?:the\s+)?\w+\s+elected\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:co-)?chair(?:ed|s|ing)?\s+(?=(?:the|this|a|an|its|their|over)\b)|\bpresid(?:ed|es|ing)\b"
    r"(?!\s+over\s+by)|\b(?:had|has|took|takes|held|holds|was\s+in|is\s+in|will\s+be\s+in|in)\s+the"
    r"\s+chair\b(?!\s+(?:was|were|is|are))",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[;:]|\b(?:said|told|was|were|is|are|who|which|that|where|after|met|held|took|attended"
    r"|opened|recalled|elected|welcomed|called|declared)\b"
)
_ASIDE = re.compile(r",\s+(?:who|which)\b[^,;]{0,120}(?=,)")
_JOINED = re.compile(r"\s*,?\s*(?:and|with|together\s+with|jointly\s+with)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:[Tt]ogether|[Jj]ointly|[Aa]longside)\b")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
REACH = 200
FOLLOWING = 2
"""Sentences after one that speaks of a meeting in which "In the chair was N" can still mean it."""


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs and the words that say so."""

    name: str
    passage: Passage


def find(
    document: Document, found: Mentions, cluster: Cluster, clusters: Sequence[Cluster]
) -> Chair | None:
    """Return the chair of a meeting from the sentences that speak of it or come next, or None.

    `clusters` are all meetings: who chairs is told of the one spoken of nearest.
    """
    spoken = [r.sentence for r in cluster.references if not r.title] or [0]
    near = dict.fromkeys(index + step for index in spoken for step in range(FOLLOWING + 1))
    for index in sorted(near):
        if index >= len(document.sentences) or document.sentences[index].kind == "noise":
            continue
        for chair in _in_sentence(document, found, document.sentences[index]):
            if _spoken_of(clusters, index, chair.passage) is cluster:
                return chair
    return None


def _spoken_of(clusters: Sequence[Cluster], index: int, passage: Passage) -> Cluster | None:
    """Return the meeting that stands nearest to a passage in its sentence, else last before it."""
    rows = [(r, cluster) for cluster in clusters for r in cluster.references if not r.title]
    inside = [row for row in rows if row[0].sentence == index]
    if inside:
        return min(inside, key=lambda row: _distance(row[0].mention, passage))[1]
    before = [row for row in rows if row[0].sentence < index]
    return max(before, key=lambda row: row[0].mention.start)[1] if before else None


def _distance(mention: Mention, passage: Passage) -> int:
    return max(0, mention.start - passage.end, passage.start - mention.end)


def _in_sentence(document: Document, found: Mentions, sentence: Sentence) -> Iterator[Chair]:
    holders = _holders(found, sentence)
    earlier = [p for p in found.persons if p.end <= sentence.start]
    topic = _first_of_last(document, earlier)
    for hit in _BEHIND.finditer(document.view, sentence.start, sentence.end):
        following = [h for h in holders if hit.end() <= h.start < hit.end() + REACH]
        chosen = _run(document, following)
        if chosen:
            yield _chair(document, chosen, hit.start(), chosen[-1].end)
    for hit in _BEFORE.finditer(document.view, sentence.start, sentence.end):
        chosen = _subjects(document, holders, hit.start(), topic)
        if chosen:
            yield _chair(document, chosen, chosen[0].start, hit.end())


def _holders(found: Mentions, sentence: Sentence) -> list[Mention]:
    kinds: tuple[tuple[Mention, ...], ...] = (found.persons, found.countries, found.organisations)
    inside = [m for kind in kinds for m in kind if sentence.start <= m.start < sentence.end]
    return sorted(inside, key=lambda m: m.start)


def _run(document: Document, holders: list[Mention]) -> list[Mention]:
    """Return the first person, with one that "and" joins; else the country or organisation."""
    persons = [h for h in holders if isinstance(h, PersonMention)]
    if persons and _free(document, holders[0].start, persons[0].start):
        joined = persons[1:2] if len(persons) > 1 and _joins(document, *persons[:2]) else []
        return [persons[0], *joined]
    if holders and not isinstance(holders[0], PersonMention):
        return holders[:1]
    return []


def _free(document: Document, start: int, end: int) -> bool:
    return start >= end or _STOP.search(document.view, start, end) is None


def _joins(document: Document, one: PersonMention, other: PersonMention) -> bool:
    gap = document.view[one.end : other.start]
    return _JOINED.match(gap) is not None and _STOP.search(gap) is None


def _first_of_last(document: Document, earlier: list[PersonMention]) -> PersonMention | None:
    """Return whom "he" means: the first person of the last sentence that names any."""
    if not earlier:
        return None
    index = sentence_at(document, earlier[-1].start)
    return next(p for p in earlier if p.start >= document.sentences[index].start)


def _subjects(
    document: Document, holders: list[Mention], verb: int, topic: PersonMention | None
) -> list[Mention]:
    """Return who is the subject of a verb of chairing: the person before it, or a pair."""
    persons = [h for h in holders if isinstance(h, PersonMention) and h.end <= verb]
    if not persons:
        return []
    gap = _ASIDE.sub("", document.view[persons[-1].end : verb])
    if _PRONOUN.search(gap):
        together = _WITH.search(document.view, max(0, persons[0].start - 80), persons[0].start)
        return [topic, persons[-1]] if together and topic else []
    plain = re.sub(r"^\s*,?\s*who\s+(?:now\s+|also\s+)?", " ", gap)
    if _STOP.search(plain) or len(gap) > REACH:
        return []
    joined = persons[-2:-1] if len(persons) > 1 and _joins(document, *persons[-2:]) else []
    return [*joined, persons[-1]]


def _chair(document: Document, chosen: list[Mention], start: int, end: int) -> Chair:
    name = " and ".join(_name(holder) for holder in chosen)
    return Chair(name, document.passage(min(start, chosen[0].start), max(end, chosen[-1].end)))


def _name(holder: Mention) -> str:
    if isinstance(holder, CountryMention):
        return holder.code
    assert isinstance(holder, PersonMention | OrganisationMention)
    return holder.name
