"""Parties at a meeting for which no person is named: "the foreign ministers of A, B and C met".

A run of countries counts where the words before it make it the home of delegates ("ministers
of", "guests from", "attended by") or the words after it let it act at a meeting ("took part",
"were represented"). What belongs to an organisation, observes it or founded it does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import CountryMention, Document, Mention, Mentions, OrganisationMention, Sentence

_DELEGATES = (
    r"(?:(?:[\w-]+\s+)?ministers?|presidents?|premiers?|leaders?|delegations?|delegates"
    r"|representatives?"
    r"|officials|experts|guests?|ambassadors?|envoys?|secretaries|heads|chiefs|speakers"
    r"|counterparts|diplomats"
    r"|ministries|parliamentarians|commissioners|governors|teams?)"
)
_BEFORE = re.compile(
    rf"\b{_DELEGATES}(?:\s+(?:[\w'-]+|of\s+\w+)){{0,6}}?\s+(?:of|from|representing)\s+(?:the\s+)?\Z"
    r"|\b(?:attended\s+by|participants?\s+(?:\w+\s+)?(?:included?|were)|brought\s+together"
    r"|joined\s+by"
    r"|took\s+part\s+were|taking\s+part\s+(?:\w+\s+){0,4}(?:are|were)|present\s+were"
    r"|attending\s+were"
    r"|there\s+were\s+[^.;]{0,60}\(|(?:participants|present|attending|countries)\s*:"
    r"|were\s+also)\s*(?:the\s+)?\Z",
    re.I,
)
_FOLLOWING = re.compile(
    r"\b(?:attended\s+by|represented|delegations|ministers|delegates|participation|came|present)\b"
    r"[^.;]{0,80}\b(?:following|these)\s+(?:\w+\s+){0,2}(?:countries|states|members|parties"
    r"|nations)\s*:\s*\Z",
    re.I,
)
_AFTER = re.compile(
    r"\A\s*,?\s*(?:(?:also|both|all)\s+)?(?:took\s+part|take\s+part|taking\s+part"
    r"|participat\w+|attend\w*"
    r"|(?:are|were|was|is)\s+(?:also\s+)?(?:represented|present|among\s+the\s+participants)"
    r"|have\s+their\s+\w+"
    r"|(?:had\s+)?sent\s+(?:its|their|a|delegations|representatives)|joined"
    r"|(?:are\s+the\s+\w+\s+(?:that|who)\s+)?signed"
    r"|held\s+(?:\w+\s+){0,3}(?:talks|consultations|meeting|dialogue|negotiations|round)"
    r"|met\b|convened)"
)
_AS_DELEGATES = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,3}}?{_DELEGATES}\s+(?:also\s+|then\s+|today\s+|have\s+|had\s+)?(?:met\b|held\b"
    r"|took\s+part|attend\w*|discussed|agreed|signed|gathered|convened|conferred"
    r"|came\s+together|participated)",
    re.I,
)
_ALONE = re.compile(
    r"\s*,?\s*(?:also\s+)?(?:was\s+(?:also\s+)?represented|took\s+part|attended|participated)\b"
)
_APART = re.compile(
    r"\b(?:observers?|(?:founding|full|permanent)?\s*members?(?:hip)?|founded|founders"
    r"|established|created"
    r"|comprises?|consists?|composed|absent|boycott\w*|did\s+not|without|except|invitations?"
    r"|invited)\b[^.;:()]{0,40}\Z",
    re.I,
)
_STAYED_AWAY = re.compile(r"[^.;:]{0,60}\b(?:absent|did\s+not|declined|stayed\s+away|boycott\w*)\b")
_ATTRIBUTE = re.compile(r"\s+(?:chair|presidency|secretariat|member|charter|summit|council)\b")
_JOINT = re.compile(
    r"[\s,;)]*(?:(?:[A-Z]\w+\s?){1,2},\s+)?(?:and|as\s+well\s+as|plus|along\s+with"
    r"|together\s+with)?[\s,]*(?:(?:from|of"
    r"|also)\s+)?(?:the\s+)?\Z"
)
REACH = 150
"""Characters before and after a run in which its cue stands."""


@dataclass(frozen=True, slots=True)
class Run:
    """Countries and organisations named in one coordination, and the words that place them."""

    sentence: int
    members: tuple[Mention, ...]
    span: tuple[int, int]

    def parties(self) -> Iterator[str]:
        for member in self.members:
            if isinstance(member, CountryMention):
                yield member.code
            elif isinstance(member, OrganisationMention):
                yield member.name


def find(document: Document, mentions: Mentions, opening: Sequence[int]) -> Iterator[Run]:
    """Yield the runs of parties that a text puts at a meeting, in the order of the text.

    `opening` gives for each sentence the line that leads to it, as in `hall`.
    """
    taken = sorted(person.span for person in mentions.persons)
    parties: list[Mention] = [*mentions.countries, *mentions.organisations]
    parties.sort(key=lambda mention: mention.start)
    for index, row in _rows(document, parties):
        sentence = document.sentences[index]
        if sentence.kind in ("title", "noise"):
            continue
        listed = sentence.kind == "item" and _opened(document, opening[index])
        for run in _runs(document, row, taken):
            cue = _cue(document, sentence, run)
            if (
                listed
                and cue is None
                and not document.view[sentence.lead : run[0].start].strip("- ")
            ):
                cue = (run[0].start, run[-1].end)
            if cue is not None:
                yield Run(index, tuple(run), cue)


_OPENING = re.compile(
    r"\b(?:delegations|countries|states|parties|participants|members)\b[^.]*\b(?:took\s+part"
    r"|attended|participated"
    r"|present|represented|were)\b|\b(?:attend\w+|participants|present|taking\s+part)\b[^.]*:\s*\Z",
    re.I,
)


def _opened(document: Document, opening: int) -> bool:
    """Tell whether the line that opens a list says that its entries attended."""
    if opening < 0:
        return False
    line = document.sentences[opening]
    return bool(_OPENING.search(document.view, max(line.start, line.end - 300), line.end))


def _rows(document: Document, parties: Sequence[Mention]) -> Iterator[tuple[int, list[Mention]]]:
    at = 0
    for index, sentence in enumerate(document.sentences):
        row: list[Mention] = []
        while at < len(parties) and parties[at].start < sentence.end:
            row.append(parties[at])
            at += 1
        if row:
            yield index, row


def _runs(
    document: Document, row: list[Mention], taken: list[tuple[int, int]]
) -> Iterator[list[Mention]]:
    """Yield the coordinations among the parties of one sentence that belong to no person."""
    run: list[Mention] = []
    for mention in row:
        if _inside(taken, mention.start):
            continue
        if _ATTRIBUTE.match(document.view, mention.end):
            continue
        if run and not _JOINT.match(document.view, run[-1].end, mention.start):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset lies in one of the spans, which are sorted."""
    last = bisect_right(spans, offset, key=lambda span: span[0])
    return any(offset < end for _, end in spans[max(0, last - 3) : last])


def _cue(document: Document, sentence: Sentence, run: list[Mention]) -> tuple[int, int] | None:
    """Return the words that put a run at a meeting together with it, or None."""
    first, last = run[0].start, run[-1].end
    before = document.view[max(sentence.start, first - REACH) : first]
    after = document.view[last : min(sentence.end, last + REACH)]
    if _FOLLOWING.search(before):
        return first, last
    if _APART.search(before) or _STAYED_AWAY.match(after):
        return None
    cue = _BEFORE.search(before)
    if cue and len(run) > 1:
        return first - len(before) + cue.start(), last
    follow = _AFTER.match(after) or _AS_DELEGATES.match(after)
    if follow and (len(run) > 1 or cue or _ALONE.match(after)):
        return first, last + follow.end()
    return None
