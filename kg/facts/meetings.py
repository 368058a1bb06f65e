"""Meetings: the mentions that mean one gathering, made into one fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import words
from kg.facts import chairs
from kg.facts.context import Context
from kg.facts.coreference import Cluster, Reference, group
from kg.facts.timeplace import setting
from kg.modality import modality
from kg.model import (
    DateMention,
    Document,
    Gathering,
    Meeting,
    MeetingMention,
    Mention,
    Mentions,
    Passage,
    Status,
)

LONGEST = 600


def assemble(document: Document, mentions: Mentions) -> tuple[Gathering, ...]:
    """Return the meetings that a document states, with their mentions, in the order of its text."""
    clusters = group(_references(document, mentions))
    return tuple(
        _gathering(document, mentions, cluster, clusters, f"m{number}")
        for number, cluster in enumerate(clusters, 1)
    )


def _references(document: Document, found: Mentions) -> list[Reference]:
    near = words.by_sentence(document, _settings(found))
    told = words.by_sentence(document, list(found.meetings))
    context = Context(document, found)
    return [
        _reference(document, context, mention, index, near[index], told[index])
        for index, row in enumerate(told)
        for mention in row
        if isinstance(mention, MeetingMention)
    ]


def _settings(found: Mentions) -> list[Mention]:
    kinds: tuple[Sequence[Mention], ...] = (found.dates, found.places, found.countries)
    return sorted((m for kind in kinds for m in kind), key=lambda m: m.start)


def _reference(
    document: Document,
    context: Context,
    mention: MeetingMention,
    index: int,
    near: Sequence[Mention],
    told: Sequence[Mention],
) -> Reference:
    rivals = [
        m for m in told if isinstance(m, MeetingMention) and _rival(document.view, m, mention)
    ]
    return Reference(
        mention,
        index,
        modality(document, index, mention.start, mention.end),
        setting(document, mention, near, rivals),
        title=document.sentences[index].kind == "title",
        owner=context.owner(mention, index),
        codes=context.codes(mention),
        persons=context.persons(mention),
        same=context.says_for_what(mention),
    )


def _rival(view: str, other: MeetingMention, mention: MeetingMention) -> bool:
    """Return whether another meeting of the sentence may have date and place of its own.

    Two that "and" joins share them.
    """
    if other.rule in ("bare", "pointing") or (
        other.start < mention.end and mention.start < other.end
    ):
        return False
    first, last = sorted((mention.end, mention.start, other.end, other.start))[1:3]
    return not re.fullmatch(r"\s+and\s+(?:an?\s+|the\s+)?", view[first:last])


def _gathering(
    document: Document, found: Mentions, cluster: Cluster, clusters: list[Cluster], key: str
) -> Gathering:
    best = max(cluster.references, key=_rank)
    date = _date(cluster)
    place = next((r.setting.place for r in cluster.references if r.setting.place), None)
    country = next((r.setting.country for r in cluster.references if r.setting.country), None)
    chair = chairs.find(document, found, cluster, clusters)
    meeting = Meeting(
        key=key,
        name=best.mention.name,
        ordinal=_first(cluster, "ordinal"),  # type: ignore[arg-type]
        organisation=next(iter(cluster.organisations()), None),
        body=_body(cluster, best),
        start=date.first if date else None,
        end=date.last if date else None,
        place=place.name if place else None,
        country=place.country if place else country.code if country else None,
        chair=chair.name if chair else None,
        status=status(cluster, date, document.article.published),
        evidence=_evidence(document, cluster, best, chair.passage if chair else None),
        rule=best.mention.rule,
    )
    return Gathering(meeting, tuple(r.mention for r in cluster.references))


def _rank(reference: Reference) -> tuple[bool, bool, bool, bool, int]:
    mention = reference.mention
    by_noun = mention.rule not in ("met-with", "bodies-met")
    owned = mention.organisation is not None
    return mention.ordinal is not None, not reference.points, by_noun, owned, len(mention.name)


def _first(cluster: Cluster, name: str) -> object:
    return next(iter(cluster.values(name)), None)


def _body(cluster: Cluster, best: Reference) -> str | None:
    bodies = [str(body) for body in cluster.values("body")]
    return best.mention.body or max(bodies, key=len, default=None)


def _date(cluster: Cluster) -> DateMention | None:
    """Return the fullest date; of equals the first."""
    dates = [r.setting.date for r in cluster.references if r.setting.date]
    return max(dates, key=lambda d: (len(d.first), d.last is not None), default=None)


def status(cluster: Cluster, date: DateMention | None, published: str | None) -> Status:
    """Return held, ongoing or planned, relative to the day of publication."""
    modes = [r.mode for r in cluster.references if not r.title] or ["done"]
    if date and published:
        last = date.last or date.first
        if last < published[: len(last)]:
            return "held"
        if date.first > published[: len(date.first)]:
            return "planned"
    if "ongoing" in modes:
        return "ongoing"
    return "planned" if modes[0] == "planned" else "held"


def _evidence(
    document: Document, cluster: Cluster, best: Reference, chair: Passage | None
) -> tuple[Passage, ...]:
    """Return the words that name the meeting, and those that date, place and chair it."""
    telling = [r for r in cluster.references if r.setting.marks()]
    passages = [_passage(document, r) for r in (best, *telling)]
    chosen = dict.fromkeys([*passages, *([chair] if chair else [])])
    return tuple(sorted(chosen, key=lambda p: (p.start, p.end)))


def _passage(document: Document, reference: Reference) -> Passage:
    marks = [reference.mention, *reference.setting.marks()]
    start = min(m.start for m in marks)
    end = max(m.end for m in marks)
    return document.passage(start, min(end, start + LONGEST))
