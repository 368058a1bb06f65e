"""Who chairs a meeting, where the text says so; the host is not the chair."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.clusters import Cluster
from kg.language import words
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
    r"|\bdirecting\s+the\s+(?:debates?|work|proceedings|discussions)\s+(?:was|were)\b"
    r"|\b(?:work|debates?|proceedings|session|meeting|discussions|deliberations)\s+(?:of\s+[^,.;:]{1,60}?\s)?(?:was|were)\s+"
    r"(?:directed|led|guided|steered|conducted|moderated)\s+by\b"
    r"|\bgavel\s+(?:lay|was|is|rested)\s+(?:in\s+the\s+hands\s+of|with)\b"
    r"|\bchair\s+was\s+(?:occupied|taken|held|filled)\s+by\b|\bin\s+the\s+chair\s+sat\b"
    r"|\b(?:co-)?chaired\s+(?:jointly\s+)?by|\bpresided\s+over\s+(?:jointly\s+)?by"
    r"|\bin\s+the\s+chair\s+(?:was|were|is|are|will\s+be)\b|\bwith\b(?=[^.;]{1,160}\bin\s+the\s+chair\b)"
    rf"|\b(?:its|whose)\s+{_OFFICE}\s+(?:was|is|were)\b"
    rf"|\bas\s+(?:its|the)\s+{_OFFICE}\s+(?:the\s+)?\w+\s+elected\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:conducted|directed|guided|steered|led)\s+the\s+(?:proceedings|debates?|work|session|meeting"
    r"|discussions)\b|\b(?:wielded|held)\s+the\s+gavel\b|\b(?:co-)?chair(?:ed|s|ing)?\s+(?=(?:the|this|a|an|its|their|over)\b)|\bpresid(?:ed|es|ing)\b"
    r"(?!\s+over\s+by)|\b(?:had|has|took|takes|held|holds|was\s+in|is\s+in|will\s+be\s+in|in)\s+the"
    r"\s+chair\b(?!\s+(?:was|were|is|are))",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"(?!\s*(?:over\s+)?(?:the|this|a|an|its|their)\b)"
    r"|\s*(?:over\s+)?(?:the|this|a|an|its|their)\s+[^,.;:]{0,60}?\b(?:meeting|session|summit|talks"
    r"|conference|forum|dialogue|plenary|proceedings|gathering|event|council|commission|committee"
    r"|consultations?|round|segment|ministerial|authority|conclave|retreat)s?\b",
    re.IGNORECASE,
)
_SESSION_WITH = re.compile(r"[^.;:,]{0,80}?\bwith\b")
_HINTS = re.compile(
    r"chair|presid|leadership|gavel|directed|directing|conducted|moderated|steered|guided"
    r"|\bled\s+(?:the|by)"
)
_STOP = re.compile(
    r"[;:]|\b(?:said|told|was|were|is|are|who|which|that|where|after|met|held|took|attended"
    r"|opened|recalled|elected|welcomed|called|declared)\b"
)
_ASIDE = re.compile(r",\s+(?:who|which)\b[^,;]{0,120}(?=,)")
_JOINED = re.compile(
    r"\s*(?:\([^()]*\))?(?:,[^;:]{0,120}?)?,?\s*\b(?:and|with|together\s+with|jointly\s+with)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:[Tt]ogether|[Jj]ointly|[Aa]longside)\b")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
REACH = 200
NEAREST = 8
"""Persons, countries and organisations beside a word of chairing among whom the chair is."""
FOLLOWING = 2
"""Sentences after one that speaks of a meeting in which "In the chair was N" can still mean it."""


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs and the words that say so."""

    name: str
    passage: Passage


def find(document: Document, found: Mentions, clusters: Sequence[Cluster]) -> dict[int, Chair]:
    """Return who chairs which of the meetings, by the number of the meeting.

    Who chairs is told of the meeting that stands nearest in the sentence, else
    of the one last spoken of, at most FOLLOWING sentences before.
    """
    chaired: dict[int, Chair] = {}
    spoken = _spoken(document, clusters)
    holders = words.by_sentence(document, _holders(found))
    topic: PersonMention | None = None
    last: list[_Spoken] = []
    for index, sentence in enumerate(document.sentences):
        last = spoken[index] or [row for row in last[-1:] if index - row.sentence <= FOLLOWING]
        if last and sentence.kind not in ("noise", "title") and _tells(document, sentence):
            for chair in _in_sentence(document, holders[index], sentence, topic):
                nearest = min(last, key=lambda row: _distance(row, chair.passage))
                chaired.setdefault(nearest.meeting, chair)
        persons = (holder for holder in holders[index] if isinstance(holder, PersonMention))
        topic = next(persons, topic)
    return chaired


def _tells(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence can say who chairs: spares most of them the search."""
    text = document.view[sentence.start : sentence.end].lower()
    return _HINTS.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Where a meeting, by its number, is spoken of."""

    start: int
    end: int
    sentence: int
    meeting: int


def _spoken(document: Document, clusters: Sequence[Cluster]) -> list[list[_Spoken]]:
    """Return where meetings are spoken of, one row a sentence."""
    rows: list[list[_Spoken]] = [[] for _ in document.sentences]
    for number, cluster in enumerate(clusters):
        for r in cluster.references:
            place = _Spoken(r.mention.start, r.mention.end, r.sentence, number)
            rows[r.sentence].append(place)
    return [sorted(row, key=lambda place: place.start) for row in rows]


def _distance(place: _Spoken, passage: Passage) -> int:
    return max(0, place.start - passage.end, passage.start - place.end)


def _in_sentence(
    document: Document,
    holders: Sequence[Mention],
    sentence: Sentence,
    topic: PersonMention | None,
) -> Iterator[Chair]:
    for hit in _BEHIND.finditer(document.view, sentence.start, sentence.end):
        first = bisect_left(holders, hit.end(), key=lambda holder: holder.start)
        near = holders[first : first + NEAREST]
        chosen = _run(document, [h for h in near if h.start < hit.end() + REACH])
        if chosen:
            yield _chair(document, chosen, hit.start(), chosen[-1].end)
    for hit in _BEFORE.finditer(document.view, sentence.start, sentence.end):
        if not _OF_MEETING.match(document.view, hit.end(), sentence.end):
            continue
        last = bisect_left(holders, hit.start(), key=lambda holder: holder.start)
        near = holders[max(0, last - NEAREST) : last]
        chosen = _subjects(document, near, hit.start(), topic)
        if len(chosen) == 1 and hit.group().lower().startswith("co-"):
            chosen += _partner(document, holders[last : last + NEAREST], hit.end())
        if chosen:
            yield _chair(document, chosen, chosen[0].start, hit.end())


def _holders(found: Mentions) -> list[Mention]:
    kinds: tuple[tuple[Mention, ...], ...] = (found.persons, found.countries, found.organisations)
    return sorted((m for kind in kinds for m in kind), key=lambda m: m.start)


def _run(document: Document, holders: list[Mention]) -> list[Mention]:
    """Return the first person, with one that "and" joins; else the country or organisation."""
    persons = [h for h in holders if isinstance(h, PersonMention) and not _owns(document, h)]
    if persons and _free(document, holders[0].start, persons[0].start):
        joined = persons[1:2] if len(persons) > 1 and _joins(document, *persons[:2]) else []
        return [persons[0], *joined]
    if holders and not isinstance(holders[0], PersonMention):
        return holders[:1]
    return []


def _partner(document: Document, holders: Sequence[Mention], verb: int) -> list[PersonMention]:
    """Return with whom somebody co-chairs: "co-chaired the session with the Dutch minister N"."""
    persons = [h for h in holders if isinstance(h, PersonMention)]
    if not persons or not _SESSION_WITH.match(document.view, verb, persons[0].start):
        return []
    return persons[:1] if _free(document, verb, persons[0].start) else []


def _owns(document: Document, person: PersonMention) -> bool:
    """Return whether a person is only named for another: "N's deputy"."""
    return document.view.startswith("'s", person.end)


def _free(document: Document, start: int, end: int) -> bool:
    return start >= end or _STOP.search(document.view, start, end) is None


def _joins(document: Document, one: PersonMention, other: PersonMention) -> bool:
    gap = document.view[one.end : other.start]
    return len(gap) < REACH and _JOINED.match(gap) is not None and not _STOP.search(gap)


def _subjects(
    document: Document, holders: Sequence[Mention], verb: int, topic: PersonMention | None
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
