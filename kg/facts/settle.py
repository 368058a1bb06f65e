"""Date and place of a meeting: what its own words give, else what surrounds them.

Own words come first. Without them a meeting takes the day that the sentence
before tells of, and the place that the report was just speaking of or was
written from, where nothing speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day

from kg import lexicon
from kg.facts.coreference import Cluster, Reference
from kg.likeness import fold
from kg.model import DateMention, Document, Mention, Mentions, PlaceMention

_VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|online|video-?\s?conferenc\w+|by\s+video)\b", re.IGNORECASE
)
_HERE = re.compile(r"\bhere\b")
_BEGAN = re.compile(
    r"\b(?:began|begins?|begun|opened|opens?|started|starts?|kick(?:ed|s)\s+off|got\s+under\s*way)\b"
    r"(?:\s+\w+){0,3}?\s*$"
)
_ENDS = re.compile(
    r"\b(?:end(?:s|ed)?|clos(?:es?|ed)|conclud(?:es?|ed)|until|till|through|wrap(?:s|ped)\s+up)\b"
    r"(?:\s+\w+){0,2}?\s*$"
)
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]o)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?$")
_RECENT = 3
"""Days before publication within which a report's own dateline can be where it happened."""
_BACK = 3
"""Sentences back to which the place that was just spoken of still holds."""


@dataclass(frozen=True, slots=True)
class Settled:
    """When and where a meeting is, with the mentions it was read from."""

    start: str | None = None
    end: str | None = None
    place: str | None = None
    country: str | None = None
    marks: tuple[Mention, ...] = ()


def settle(
    document: Document, found: Mentions, cluster: Cluster, before: Sequence[tuple[Cluster, Settled]]
) -> Settled:
    """Return when and where a meeting is; `before` are those settled earlier in the text."""
    start, end, dated = _when(document, found, cluster, before)
    place, country, placed = _where(document, found, cluster, before, start)
    return Settled(start, end, place, country, (*dated, *placed))


# --- when -----------------------------------------------------------------------


_When = tuple[str | None, str | None, tuple[Mention, ...]]


def _when(
    document: Document, found: Mentions, cluster: Cluster, before: Sequence[tuple[Cluster, Settled]]
) -> _When:
    opened, closed = _bounds(document, found, cluster)
    if opened and closed and opened.first < closed.first:
        return opened.first, closed.first, (opened, closed)
    dates = [r.setting.date for r in cluster.references if r.setting.date]
    best = max(dates, key=lambda d: (len(d.first), d.last is not None), default=None)
    if best is not None:
        return best.first, best.last, (best,)
    if opened:
        return opened.first, None, (opened,)
    earlier = _companion(cluster, before)
    if earlier and earlier.start:
        return earlier.start, earlier.end, ()
    near = _neighbour(document, found, cluster)
    return (near.first, near.last, (near,)) if near else (None, None, ())


def _bounds(
    document: Document, found: Mentions, cluster: Cluster
) -> tuple[DateMention | None, DateMention | None]:
    """Return the day on which it began and the day on which it ends, as the text tells them."""
    opened = closed = None
    spoken = {r.sentence for r in cluster.references if not r.title}
    for index in sorted(spoken):
        sentence = document.sentences[index]
        for date in found.dates:
            if not sentence.start <= date.start < sentence.end or len(date.first) < 10:
                continue
            words = document.view[max(sentence.start, date.start - 60) : date.start]
            words = re.sub(r"\b(?:on|this|late|early)\s*$", "", words)
            opened = opened or (date if _BEGAN.search(words) else None)
            closed = closed or (date if _ENDS.search(words) else None)
    return opened, closed


def _neighbour(document: Document, found: Mentions, cluster: Cluster) -> DateMention | None:
    """Return the one relative day ("today") of the sentence of a meeting, or of the one before."""
    first = next((r for r in cluster.references if not r.title), cluster.first)
    if first.past or first.mode == "planned":
        return None
    block = document.sentences[first.sentence].block
    for index in (first.sentence, first.sentence - 1):
        if index < 0 or document.sentences[index].block != block:
            continue
        sentence = document.sentences[index]
        inside = [d for d in found.dates if sentence.start <= d.start < sentence.end]
        days = {d.first for d in inside if d.form == "relative" and len(d.first) == 10}
        if len(days) == 1 and len(inside) == 1:
            return inside[0]
    return None


def _companion(cluster: Cluster, before: Sequence[tuple[Cluster, Settled]]) -> Settled | None:
    """Return the meeting of the same person told of just before: one round of calls."""
    if not before or cluster.first.mention.rule != "met-with":
        return None
    other, settled = before[-1]
    last = other.references[-1]
    if other.first.mention.rule != "met-with" or cluster.first.sentence - last.sentence > 2:
        return None
    return settled if last.persons & cluster.first.persons else None


# --- where ----------------------------------------------------------------------


_Where = tuple[str | None, str | None, tuple[Mention, ...]]


def _where(
    document: Document,
    found: Mentions,
    cluster: Cluster,
    before: Sequence[tuple[Cluster, Settled]],
    start: str | None,
) -> _Where:
    place = next((r.setting.place for r in cluster.references if r.setting.place), None)
    if place:
        return place.name, place.country, (place,)
    country = next((r.setting.country for r in cluster.references if r.setting.country), None)
    if country:
        return None, country.code, (country,)
    if any(_VIRTUAL.search(r.mention.name) for r in cluster.references):
        return None, None, ()
    earlier = _companion(cluster, before)
    if earlier and (earlier.place or earlier.country):
        return earlier.place, earlier.country, ()
    near = _spoken_of(document, found, cluster, before) or _written_from(
        document, found, cluster, before, start
    )
    return (_proper(found, near), near.country, (near,)) if near else (None, None, ())


def _spoken_of(
    document: Document, found: Mentions, cluster: Cluster, before: Sequence[tuple[Cluster, Settled]]
) -> PlaceMention | None:
    """Return the place that the sentences just before put things in: "In Lima, where he …"."""
    first = next((r for r in cluster.references if not r.title), cluster.first)
    if not _present(first) or (before and first.mention.rule != "met-with"):
        return None
    begin = document.sentences[max(0, first.sentence - _BACK)].start
    near = [
        p
        for p in found.places
        if begin <= p.start < first.mention.start
        and _IN.search(document.view, max(0, p.start - 30), p.start)
        and document.sentences[first.sentence].kind != "noise"
    ]
    return near[-1] if near else None


def _written_from(
    document: Document,
    found: Mentions,
    cluster: Cluster,
    before: Sequence[tuple[Cluster, Settled]],
    start: str | None,
) -> PlaceMention | None:
    """Return the place of the dateline for a meeting said to be here, or for the main one."""
    where = document.article.place
    if where is None:
        return None
    here = any(_says_here(document, r) for r in cluster.references)
    first = next((r for r in cluster.references if not r.title), cluster.first)
    main = (not before or first.mention.rule == "met-with") and _present(first)
    if not here and not (main and _recent(start, document.article.published)):
        return None
    return next(
        (p for p in found.places if fold(document.words(p.start, p.end)) == fold(where)), None
    ) or next((p for p in found.places if fold(p.name) == fold(where)), None)


def _present(reference: Reference) -> bool:
    return reference.mode in ("done", "ongoing") and not reference.past


def _says_here(document: Document, reference: Reference) -> bool:
    sentence = document.sentences[reference.sentence]
    return not reference.title and bool(_HERE.search(document.view, sentence.start, sentence.end))


def _recent(start: str | None, published: str | None) -> bool:
    """Return whether a day lies shortly before publication, or the two cannot be compared."""
    if start is None or published is None or len(start) < 10 or len(published) < 10:
        return start is None
    days = (Day.fromisoformat(published) - Day.fromisoformat(start)).days
    return 0 <= days <= _RECENT


def _proper(found: Mentions, place: PlaceMention) -> str:
    """Return the name of a place as it is written outside of capitals."""
    if not place.name.isupper():
        return place.name
    same = (
        p.name for p in found.places if fold(p.name) == fold(place.name) and not p.name.isupper()
    )
    city = lexicon.city(place.name.title())
    return next(same, city.name if city else place.name.title())
