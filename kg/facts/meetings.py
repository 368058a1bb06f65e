"""Meetings: the mentions that mean one gathering, made into one fact."""

from __future__ import annotations

from kg.facts import chairs, series
from kg.facts.chairs import Chair
from kg.facts.clusters import Cluster
from kg.facts.coreference import group
from kg.facts.references import Reference, references
from kg.facts.scene import Settled
from kg.facts.settle import settle
from kg.language.modality import sentence_at
from kg.model import (
    Document,
    Gathering,
    Meeting,
    Mention,
    Mentions,
    Passage,
    Status,
)

LONGEST = 600
"""Code points: the facts format allows no longer quote."""


def assemble(document: Document, mentions: Mentions) -> tuple[Gathering, ...]:
    """Return the meetings that a document states, with their mentions, in the order of its text."""
    clusters = group(references(document, mentions))
    settled = settle(document, mentions, clusters)
    chaired = chairs.find(document, mentions, clusters)
    return tuple(
        _gathering(
            document,
            cluster,
            series.whose(cluster, clusters),
            settled[n],
            chaired.get(n),
            f"m{n + 1}",
        )
        for n, cluster in enumerate(clusters)
    )


def _gathering(
    document: Document,
    cluster: Cluster,
    whose: tuple[str | None, str | None],
    settled: Settled,
    chair: Chair | None,
    key: str,
) -> Gathering:
    best = max(cluster.references, key=_rank)
    organisation, body = whose
    meeting = Meeting(
        key=key,
        name=_name(document, best, cluster),
        ordinal=best.mention.ordinal,
        organisation=organisation or next(iter(cluster.organisations), None),
        body=body if body and cluster.bodies else _body(cluster, best) or body,
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


def _name(document: Document, best: Reference, cluster: Cluster) -> str:
    """Return the name of a meeting; one that only points is called after who meets.

    A visit is called after the country visited.
    """
    country, name = best.setting.country, best.mention.name
    organ = next((r.organ for r in cluster.references if r.organ), None)
    if organ and best.points and " " not in name:
        return f"{name} of the {organ}"
    if best.mention.head != "visit" or country is None or " to " in name:
        return name
    return f"{name} to {document.words(country.start, country.end)}"


def _rank(reference: Reference) -> tuple[bool, bool, bool, bool, int]:
    mention = reference.mention
    by_noun = mention.rule not in ("met-with", "bodies-met", "named")
    owned = mention.organisation is not None
    return mention.ordinal is not None, not reference.points, by_noun, owned, len(mention.name)


def _body(cluster: Cluster, best: Reference) -> str | None:
    bodies = cluster.bodies or dict.fromkeys(r.organ for r in cluster.references if r.organ)
    return best.mention.body or max(bodies, key=len, default=None)


def status(cluster: Cluster, settled: Settled, published: str | None) -> Status:
    """Return held, ongoing or planned, relative to the day of publication."""
    body = [r for r in cluster.references if not r.title]
    told = body or cluster.references  # a heading counts where the text says nothing
    modes = [r.mode for r in sorted(told, key=lambda r: r.setting.date is None)]
    if settled.start and published:
        last = settled.end or settled.start
        if last < published[: len(last)]:
            return "held"
        if settled.start > published[: len(settled.start)]:
            return "planned"
        if len(published) == len(last) and settled.end and last > published:
            return "ongoing"
    going_on = "ongoing" in modes and bool(body)
    if going_on or (settled.open and (settled.start or settled.end)):
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
