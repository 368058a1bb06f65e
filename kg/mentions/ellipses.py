"""Meetings of a series that leave their noun out, or their number to a word behind.

"The fourth will follow in Accra", "Accra will host the next": what is counted is the kind of
meeting told of just before. "The meeting, the 23rd of its kind": the number stands behind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.language import expressions as re
from kg.language import numerals
from kg.model import Document, MeetingMention

_COUNT = (
    r"(?P<count>next|(?:twenty|thirty|forty|fifty|sixty)-\w+|[a-z]+th|first|second|third"
    r"|\d+(?:st|nd|rd|th))"
)
_ONE = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s+{_COUNT}(?:\s+one)?(?=\s+(?:(?:will|is|was|has|had|would)\s+(?:be\s+|to\s+|been\s+|also\s+)*(?:held|follow\w*"
    r"|take\s+place|taken\s+place|convened?|hosted|planned|scheduled|due|set|expected|in\b|at\b)|took\s+place|takes\s+place|follows|falls\s+to|in\s+[A-Z]))"
)
_HOSTED = re.compile(
    rf"\b(?:host(?:s|ed)?|hosting|organi[sz]e|welcome|receive)\s+(?:the|its|their)\s+{_COUNT}(?:\s+one)?(?=\s+(?:in|on|at|from|next|this)\b|[.,;]|\s*\Z)"
)
_OF_ITS_KIND = re.compile(
    rf"(?:,\s+|\s+\()the\s+{_COUNT}(?:\s+(?:of\s+its\s+kind|in\s+a\s+row|so\s+far|since\s+(?:19|20)\d\d|of\s+the\s+(?:series|kind)|in\s+number))?(?=[,.;)])"
)
_WAS_ITS = re.compile(
    rf"[^.;:]{{0,90}}\s(?:was|is|will\s+be)\s+(?:its|their)\s+{_COUNT}(?=\s*[.,;])"
)
_WAS_NTH = re.compile(
    rf"(?:It|This)\s+(?:was|is|will\s+be)\s+(?:already\s+)?(?:the|its|their)\s+{_COUNT}(?=\s*[.,;:]|\s+(?:time|such|meeting"
    r"|session|sitting|summit|conference|round|one|of\s+its\s+kind)\b)"
)
_BRACKET = re.compile(rf"\s\(the\s+{_COUNT}(?:\s[a-z\s]{{1,24}})?\)\Z")
_NUMBERED = re.compile(r"\s+(?:number|no\.|nr\.)\s+(?P<number>[\w-]+)\b", re.IGNORECASE)
_NEXT = re.compile(
    r"\b[Tt]he\s+(?P<name>next\s+(?P<body>Council|Cabinet|Assembly|Board|Conference))\b(?=\s+(?:will|is|would|takes|meets)\b)"
)
_HEADS = frozenset(
    (
        "summit",
        "meeting",
        "session",
        "conference",
        "forum",
        "round",
        "dialogue",
        "consultations",
        "sitting",
        "assembly",
        "plenary",
        "congress",
        "ministerial",
        "talks",
        "council",
    )
)
REACH = 700
"""Characters behind a meeting in which another of its series can lack the noun."""


def find(document: Document, told: Sequence[MeetingMention]) -> Iterator[MeetingMention]:
    """Yield the meetings that a number or "next" alone names, after those that are `told`."""
    named = [m for m in told if m.head in _HEADS and m.rule != "met-with"]
    ends = [m.end for m in named]
    for sentence in document.sentences if named else ():
        if sentence.kind in ("noise", "title"):
            continue
        for pattern in (_ONE, _HOSTED):
            for hit in pattern.finditer(document.view, sentence.lead, sentence.end):
                at = bisect_right(ends, hit.start())
                if at and hit.start() - ends[at - 1] < REACH and not _inside(hit, named):
                    yield _of_series(hit, named[at - 1])
        for hit in _NEXT.finditer(document.view, sentence.lead, sentence.end):
            yield MeetingMention(
                *hit.span("name"), "pointing", name=hit["name"], head=hit["body"].lower()
            )


def _inside(hit: re.Match[str], named: Sequence[MeetingMention]) -> bool:
    return any(m.start < hit.end("count") and hit.start("count") < m.end for m in named)


def _of_series(hit: re.Match[str], one: MeetingMention) -> MeetingMention:
    """Return the meeting that a number or "next" names, of the kind of another."""
    ordinal = None if hit["count"] == "next" else numerals.ordinal(hit["count"])
    return MeetingMention(
        *hit.span("count"),
        "pointing" if ordinal is None else "numbered",
        name=f"{hit['count']} {one.head}",
        head=one.head,
        ordinal=ordinal,
        organisation=one.organisation if ordinal else None,
    )


def numbered(document: Document, told: Sequence[MeetingMention]) -> list[MeetingMention]:
    """Return the mentions with the number that the next sentence gives: "It was their fifth"."""
    starts = [m.start for m in told]
    out = list(told)
    for index, sentence in enumerate(document.sentences[1:], start=1):
        before = document.sentences[index - 1]
        if sentence.kind != "body" or before.kind != "body":
            continue
        hit = _WAS_NTH.match(document.view, sentence.lead, sentence.end)
        ordinal = numerals.ordinal(hit["count"]) if hit else None
        at = bisect_right(starts, before.end) - 1
        if ordinal is not None and at >= 0 and out[at].start >= before.start:
            one = out[at]
            plain = one.rule in ("bodies-met", "of-body", "of-organisation") and not one.ordinal
            out[at] = replace(one, ordinal=ordinal) if plain else one
    return out


def counted(document: Document, mention: MeetingMention) -> MeetingMention:
    """Return a meeting with the number that stands behind its name, if one does."""
    if mention.ordinal is not None or mention.rule == "met-with":
        return mention
    inside = _BRACKET.search(mention.name)
    if inside is not None:
        ordinal = numerals.ordinal(inside["count"])
        return replace(mention, name=mention.name[: inside.start()], ordinal=ordinal)
    behind = _OF_ITS_KIND.match(document.view, mention.end)
    if behind is not None and behind["count"] != "next":
        return replace(mention, ordinal=numerals.ordinal(behind["count"]))
    was = _WAS_ITS.match(document.view, mention.end)
    if was is not None:
        return replace(mention, ordinal=numerals.ordinal(was["count"]))
    number = _NUMBERED.match(document.view, mention.end)
    value = numerals.cardinal(number["number"]) if number else None
    return replace(mention, ordinal=value) if value else mention
