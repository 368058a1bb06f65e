"""Meetings: the mentions that mean one gathering, made into one fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import words
from kg.facts import chairs
from kg.facts.chairs import Chair
from kg.facts.context import Context
from kg.facts.coreference import Cluster, Reference, group
from kg.facts.settle import Settled, settle
from kg.facts.timeplace import setting
from kg.modality import sentence_at
from kg.model import (
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
    settled = settle(document, mentions, clusters)
    return tuple(
        _gathering(document, cluster, where, chairs.find(document, mentions, cluster, clusters), n)
        for n, (cluster, where) in enumerate(zip(clusters, settled, strict=True), 1)
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
        context.mode(mention, index),
        setting(document, mention, near, rivals),
        title=document.sentences[index].kind == "title",
        owner=context.owner(mention, index),
        codes=context.codes(mention),
        persons=context.persons(mention),
        same=context.says_for_what(mention),
        held=context.held(mention),
    )


def _rival(view: str, other: MeetingMention, mention: MeetingMention) -> bool:
    """Return whether another meeting of the sentence may have date and place of its own.

    Two that "and" joins share them.
    """
    if (
        other.rule == "pointing"
        or other.head in ("visit", "dinner", "lunch", "reception")
        or (other.start < mention.end and mention.start < other.end)
    ):
        return False
    first, last = sorted((mention.end, mention.start, other.end, other.start))[1:3]
    return not re.fullmatch(r"\s+and\s+(?:an?\s+|the\s+)?", view[first:last])


def _gathering(
    document: Document, cluster: Cluster, settled: Settled, chair: Chair | None, number: int
) -> Gathering:
    best = max(cluster.references, key=_rank)
    meeting = Meeting(
        key=f"m{number}",
        name=best.mention.name,
        ordinal=_ordinal(cluster),
        organisation=next(iter(cluster.organisations()), None),
        body=_body(cluster, best),
        start=settled.start,
        end=settled.end,
        place=settled.place,
        country=settled.country,
        chair=chair.name if chair else None,
        status=status(cluster, settled, document.article.published),
        evidence=_evidence(document, cluster, best, settled, chair),
        rule=best.mention.rule,
    )
    return Gathering(meeting, tuple(r.mention for r in cluster.references))


def _rank(reference: Reference) -> tuple[bool, bool, bool, bool, int]:
    mention = reference.mention
    by_noun = mention.rule not in ("met-with", "bodies-met")
    owned = mention.organisation is not None
    return mention.ordinal is not None, not reference.points, by_noun, owned, len(mention.name)


def _ordinal(cluster: Cluster) -> int | None:
    return next((r.mention.ordinal for r in cluster.references if r.mention.ordinal), None)


def _body(cluster: Cluster, best: Reference) -> str | None:
    bodies = [str(body) for body in cluster.values("body")]
    return best.mention.body or max(bodies, key=len, default=None)


def status(cluster: Cluster, settled: Settled, published: str | None) -> Status:
    """Return held, ongoing or planned, relative to the day of publication."""
    modes = [r.mode for r in cluster.references if not r.title] or ["done"]
    if settled.start and published:
        last = settled.end or settled.start
        if last < published[: len(last)]:
            return "held"
        if settled.start > published[: len(settled.start)]:
            return "planned"
    if "ongoing" in modes or (settled.open and settled.start):
        return "ongoing"
    return "planned" if modes[0] == "planned" else "held"


def _evidence(
    document: Document,
    cluster: Cluster,
    best: Reference,
    settled: Settled,
    chair: Chair | None,
) -> tuple[Passage, ...]:
    """Return the words that name the meeting, and those that date, place and chair it."""
    passages = [
        _passage(document, r) for r in cluster.references if r is best or _tells(r, settled)
    ]
    covered = [mark for mark in settled.marks if not any(_holds(p, mark) for p in passages)]
    passages += [_sentence_passage(document, mark) for mark in covered]
    passages += [chair.passage] if chair else []
    return tuple(sorted(dict.fromkeys(passages), key=lambda p: (p.start, p.end)))


def _tells(reference: Reference, settled: Settled) -> bool:
    return any(mark in settled.marks for mark in reference.setting.marks())


def _holds(passage: Passage, mark: Mention) -> bool:
    return passage.start <= mark.start and mark.end <= passage.end


def _sentence_passage(document: Document, mark: Mention) -> Passage:
    """Return the words around a date or place that stands away from the meeting's name."""
    sentence = document.sentences[sentence_at(document, mark.start)]
    start = max(sentence.start, mark.start - 120)
    return document.passage(start, max(mark.end, min(sentence.end, start + 240)))


def _passage(document: Document, reference: Reference) -> Passage:
    marks = [reference.mention, *reference.setting.marks()]
    start = min(m.start for m in marks)
    end = max(m.end for m in marks)
    return document.passage(start, min(end, start + LONGEST))
