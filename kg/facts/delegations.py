"""Parties at a meeting for which no person is named: "the foreign ministers of A, B and C met".

A run of countries counts where the words before it make it the home of delegates ("ministers
of", "guests from", "attended by") or the words after it let it act at a meeting ("took part",
"were represented"). What belongs to an organisation, observes it or founded it does not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language import expressions as re
from kg.model import CountryMention, Document, Mention, Mentions, OrganisationMention, Sentence

_DELEGATES = (
    r"(?:(?:[\w-]+\s+)?ministers?|presidents?|premiers?|leaders?|delegations?|delegates"
    r"|representatives?"
    r"|officials|experts|guests?|ambassadors?|envoys?|secretaries|heads|chiefs|speakers"
    r"|counterparts|diplomats"
    r"|ministries|parliamentarians|commissioners|governors|teams?)"
)
_WENT = r"(?:took|take|taking|takes)\s+part|participat\w+|attend\w*"
_AS_GUESTS = (
    r"(?:in\s+the\s+(?:quality|capacity)\s+of|with\s+the\s+status\s+of|as)\s+"
    r"(?:(?:\w+\s+)?observers?|guests?|invitees)\s*[,:-]?"
)
_BEFORE = re.compile(
    rf"\b(?:{_DELEGATES}|observers?)(?:\s+(?:[\w'-]+|of\s+\w+)){{0,6}}?\s+(?:of|from|representing)"
    r"\s+(?:the\s+)?\Z"
    r"|\b(?:attended\s+by|participants?\s+(?:\w+\s+)?(?:included?|were|are|came\s+from)"
    r"|brought\s+together|joined\s+by|bringing\s+together|with\s+the\s+participation\s+of"
    r"|(?:delegations|ministers|countries|states|guests|observers)\b[^.;]{0,50}\b(?:came|attended|took\s+part|present"
    r"|participated|arrived|represented)\b[^.;]{0,40},\s+(?:among\s+them|including)(?:\s+those\s+(?:of|from))?"
    r"|in\s+the\s+presence\s+of|[Aa]mong\s+[^,.;]{2,60}\s+(?:heard|present|represented|seated"
    r"|attending)(?:\s+[\w]+){0,4}?\s+were|(?:took\s+part|taking\s+part|participating|present|attending"
    r"|represented|in\s+attendance|seated|gathered|assembled)"
    r"\s+(?:[a-z]+\s+){0,4}?(?:are|were|was|is)(?:\s+also)?"
    r"|(?:as|so)\s+(?:did|were|was|do|are)|invited\s+to\s+(?:the\s+table|take\s+part|attend)\s*:"
    r"|there\s+were\s+[^.;]{0,60}\("
    r"|(?:(?:a)?round\s+the\s+table|at\s+the\s+table|in\s+the\s+room|(?:were|was)\s+(?:all\s+)?there|participants|present|attending|countries|observers|guests|attendance|delegations"
    r"|represented)\s*:"
    rf"|were\s+also|{_AS_GUESTS}|(?:development\s+|dialogue\s+)?partners,\s+(?:among\s+them"
    rf"|including"
    r"|namely))\s*(?:the\s+)?\Z",
    re.I,
)
_OBSERVERS = re.compile(r"(?:\A|[.;,]\s+|\b(?:and|the)\s+)(?:observers?|guests?)\s+\Z", re.I)
_THAT_IS = re.compile(
    r"\b(?:members?|countries|states|parties|nations)\s*,\s+(?:that\s+is|namely)\s*,?\s+(?:the\s+)?\Z",
    re.I,
)
_LOOKS_ON = re.compile(
    rf"\bobservers?\b[^.;]{{0,25}}\b(?:from|of)\s|\b{_AS_GUESTS}\s*|\bobservers\s*:\s*", re.I
)
_COMES = re.compile(
    rf"\b(?:{_WENT}|present|in\s+attendance|joined|as\s+(?:did|were)|represented|followed"
    rf"|invited\s+to"
    r"\s+the\s+table|observers\s*:)\b|\bin\s+the\s+room\b",
    re.I,
)
_IS = re.compile(r" (?:were|are|was|is) ")
_INVERTED = re.compile(
    r"\b(?:[Tt]aking\s+part|[Pp]articipating|[Pp]resent|[Aa]ttending|[Rr]epresented"
    r"|[Ii]n\s+attendance"
    r"|[Ss]eated)\s+(?:[a-z]+\s+){0,4}?(?:were|are|was|is)\s+(?:also\s+)?(?P<first>[^.;]{0,140}?"
    r"(?:,|\band|\bas\s+well\s+as)\s+)?(?:the\s+)?\Z"
)
_MET_THEM = re.compile(
    r"\b(?:meetings?|talks|discussions|met|meet|meets)\s+(?:[\w-]+\s+){0,2}?(?:with\s+)?(?:his|her)\s+[^,.;]{0,40}"
    r"\b(?:from|of)\s+(?:the\s+)?\Z"
)
"""Whom somebody met apart from the rest: "talks with her counterparts from A and B"."""
_GOVERNED = re.compile(
    r"\b(?:in|to|with|between|against|on|by|about|across|throughout|near)\s+(?:the\s+|both\s+)?\Z"
)
"""What stands before a run that is not the subject of the clause: "farmers in A and B had come"."""
_WITH_THEM = re.compile(
    r"\b(?:(?:were|was|are|is)\s+(?:all\s+)?(?:represented|present|there|in\s+attendance)|took\s+part|attended"
    r"|participated)\s*,?\s+(?:along|together)\s+with\s+(?:the\s+)?\Z"
    r"|\b(?:attended\s+by|joined\s+by|in\s+the\s+presence\s+of|[Pp]resent\s+(?:were|was)|in\s+attendance\s+were)\b"
    r"[^.;]{2,140}?(?:,|\band)\s+(?:by\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:representatives?|delegates?|delegations?"
    r"|officials?|experts?|observers?)\s+(?:of|from)\s+(?:the\s+)?\Z"
)
_FOLLOWING = re.compile(
    r"\b(?:attended\s+by|represented|delegations|ministers|delegates|participation|came|present)\b"
    r"[^.;]{0,80}\b(?:following|these)\s+(?:\w+\s+){0,2}(?:countries|states|members|parties"
    r"|nations)\s*:\s*\Z",
    re.I,
)
_PRESENCE = (
    r"(?:(?:an?|its|their|his|\w+)\s+(?:\w+\s+){0,3}?)?(?:ministers?|delegations?|ambassadors?"
    r"|representatives?|deput(?:y|ies)|officials?|officers?|secretar(?:y|ies)(?:\s+of\s+state)?"
    r"|envoys?|observers?|teams?|experts?|delegates?|members?|missions?)"
)
_AFTER = re.compile(
    r"\A(?:,\s+[^,.;:]{1,50}(?<!not),)?(?:\s+(?:itself|too))?\s*,?\s*(?:as\s+(?:\w+\s+)?(?:observers?|guests?"
    r"|partners?)\s*,?\s+)?"
    r"(?:(?:also|both|all|each|likewise|again|too|for\s+their\s+part)\s+)?"
    r"(?:(?:will|would|shall|are\s+(?:due\s+|expected\s+"
    r"|set\s+)?to)\s+(?:also\s+)?)?(?:took\s+part|take\s+part"
    r"|taking\s+part|participat\w+|attend\w*|(?:are|were|was|is)\s+(?:also\s+"
    r"|likewise\s+|each\s+|all\s+|both\s+|thus\s+|duly\s+)?(?:represented"
    r"|present|in\s+attendance|among\s+(?:the\s+participants|them|those\s+present)|there\b"
    r"|on\s+hand"
    r"|admitted|at\s+the\s+table)"
    r"|(?:have|has)\s+confirmed\s+(?:their|its)\s+(?:participation|attendance|presence)"
    r"|have\s+their\s+\w+|(?:had|made)\s+themselves\s+represented|looked\s+on\b"
    r"|(?:had|have|took)\s+(?:their\s+|an?\s+)?(?:seats?|places?)\s+(?:at\s+the\s+table|in\s+the\s+(?:room|hall))"
    r"|(?:had|have|took)\s+(?:(?:their|an?)\s+)?(?:seats?|places?)\s+(?:at\s+the\s+table|in\s+the\s+(?:room|hall))|looked\s+on\b"
    rf"|(?:had\s+|have\s+|has\s+)?(?:each\s+|both\s+|all\s+|also\s+)?(?:sent|delegated|dispatched|fielded)\s+(?:{_PRESENCE}"
    rf"|delegations"
    rf"|representatives|ministers|observers|officials|ambassadors|people)\b"
    rf"|(?:had|have|has)\s+{_PRESENCE}\s+(?:there|present|in\s+the\s+(?:room|hall)"
    rf"|at\s+the\s+table)"
    r"|(?:spoke|contributed|joined|connected)\s+(?:through|via|by\s+video|from)"
    r"|(?:have|had)\s+(?:also\s+)?(?:come|travelled|flown\s+in)\b|took\s+the\s+floor"
    r"|(?:were|was)\s+(?:also\s+)?(?:heard|(?:full\s+|an?\s+)*(?:participants?|observers?|guests?)"
    r"(?=\s*[.,;]|\s+and\b))|followed\s+the\s+\w+"
    r"|joined(?!\s+the\s+(?:organi[sz]ation|union|bloc|group|association))"
    r"|(?:are\s+the\s+\w+\s+(?:that|who)\s+)?signed"
    r"|held\s+(?:\w+\s+){0,3}(?:talks|consultations|meeting|dialogue|negotiations|round)"
    r"|met\b|convened)"
)
_AS_DELEGATES = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,3}}?{_DELEGATES}\s+(?:also\s+|then\s+|today\s+|have\s+"
    rf"|had\s+)?(?:met\b|held\b"
    r"|took\s+part|attend\w*|discussed|agreed|signed|gathered|convened|conferred"
    r"|came\s+together|participated)",
    re.I,
)
_ALONE = re.compile(
    r"\s*,?\s*(?:as\s+(?:an?\s+)?(?:observer|guest)\s*,?\s+)?(?:also\s+|likewise\s+)?"
    r"(?:(?:was|is)\s+(?:also\s+|likewise\s+)?(?:represented|present|there|in\s+attendance|heard"
    r"|an?\s+(?:full\s+)?(?:participant|observer|guest)(?=\s*[.,;]|\s+and\b))\b"
    r"|took\s+part|looked\s+on\b"
    rf"|attended|participated|joined|(?:has\s+|had\s+)?sent\s+{_PRESENCE}"
    rf"|had\s+{_PRESENCE}\s+(?:there|present|in\s+the\s+(?:room|hall)|at\s+the\s+table))\b"
)
_TEAM = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:delegation|delegates|delegations|team|representatives?|observers?"
    r"|ambassador)\s+(?:also\s+|then\s+)?(?:took\s+part|attended|participated"
    r"|was\s+(?:also\s+)?present"
    r"|were\s+(?:also\s+)?present|joined)\b"
)
_BY_NAME = re.compile(
    r"(?!\s*,?\s+and\s+by\b)[^.;]{0,60}\b(?:by|through|persons?\s+of|level\s+of|sent)\b[^.;]{0,100}"
)
_APART = re.compile(
    r"\b(?:observers?|(?:founding|full|permanent)?\s*members?(?:hip)?|founded|founders"
    r"|established|created"
    r"|comprises?|consists?|composed|absent|boycott\w*|did\s+not|without|except|invitations?"
    r"|invited|make\s+up|made\s+up)\b[^.;:()]{0,40}\Z",
    re.I,
)
_STAYED_AWAY = re.compile(
    r"(?:(?!\b(?:while|whereas|but|though)\b)[^.;:]){0,60}\b(?:absent|did\s+not\s+(?:attend|come|take|send|participate|appear|join|sign)"
    r"|declined|stayed\s+away|boycott\w*)\b"
)
_HAS_VERB = re.compile(r"\s+(?:was|were|is|are|has|had|did|does|sent|stayed|took|will)\b")
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
            if cue is not None and _named(document, sentence, run[-1].end, taken):
                continue
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
    r"|present|represented|were)\b|\b(?:attend\w+|participants|present|taking\s+part)\b[^.]*:\s*\Z"
    r"|\A\W*(?:represented|present|in\s+attendance|attending|taking\s+part)\s+(?:were|was|are)\W*\Z",
    re.I,
)


def _opened(document: Document, opening: int) -> bool:
    """Tell whether the line that opens a list says that its entries attended."""
    if opening < 0:
        return False
    line = document.sentences[opening]
    return bool(_OPENING.search(document.view[max(line.start, line.end - 300) : line.end]))


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
        if run and not _coordinated(document, run[-1], mention):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _coordinated(document: Document, one: Mention, other: Mention) -> bool:
    """Tell whether two parties stand in one list; a semicolon may open a clause of its own."""
    if _JOINT.match(document.view, one.end, other.start) is None:
        return False
    own = ";" in document.view[one.end : other.start] and _HAS_VERB.match(document.view, other.end)
    return not own


def _named(document: Document, sentence: Sentence, end: int, taken: list[tuple[int, int]]) -> bool:
    """Tell whether the words behind a run name those who came for it: "represented by N"."""
    at = bisect_right(taken, end, key=lambda span: span[0])
    if at == len(taken) or taken[at][0] > min(sentence.end, end + REACH):
        return False
    return _BY_NAME.fullmatch(document.view, end, taken[at][0]) is not None


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset lies in one of the spans, which are sorted."""
    last = bisect_right(spans, offset, key=lambda span: span[0])
    return any(offset < end for _, end in spans[max(0, last - 3) : last])


def _cue(document: Document, sentence: Sentence, run: list[Mention]) -> tuple[int, int] | None:
    """Return the words that put a run at a meeting together with it, or None."""
    first, last = run[0].start, run[-1].end
    before = document.view[max(sentence.start, first - REACH) : first]
    after = document.view[last : min(sentence.end, last + REACH)]
    if before.endswith((":", ": ")) and _FOLLOWING.search(before):
        return first, last
    follow = _AFTER.match(after) or _AS_DELEGATES.match(after) or _TEAM.match(after)
    if not follow and _STAYED_AWAY.match(after):
        return None
    if _APART.search(before) and not _guests(before, after):
        return None
    if _MET_THEM.search(before):
        return None
    with_them = _WITH_THEM.search(before)
    if with_them and not document.view.startswith("'s", last):
        return first - len(before) + with_them.start(), last
    cue = _INVERTED.search(before) if _IS.search(before) else None
    if cue and (len(run) > 1 or cue["first"] is None):
        return first - len(before) + cue.start(), last
    cue = _BEFORE.search(before)
    if cue and (len(run) > 1 or _LOOKS_ON.search(cue[0])):
        return first - len(before) + cue.start(), last
    if follow and not cue and _GOVERNED.search(before):
        return None
    if follow and (len(run) > 1 or cue or _ALONE.match(after) or _TEAM.match(after)):
        return first, last + follow.end()
    return None


def _guests(before: str, after: str) -> bool:
    """Tell whether a run watches a meeting, and is no list of who has the right to."""
    if _OBSERVERS.search(before) or _THAT_IS.search(before):
        return _AFTER.match(after) is not None
    return bool(_LOOKS_ON.search(before) and (_COMES.search(before) or _COMES.search(after)))
