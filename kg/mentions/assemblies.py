"""Bodies that meet by a verb: "the Foreign Ministers of A and B met", "Meeting today, the …".

Such a meeting is called after the body: "meeting of the Foreign Ministers of A and B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language import numerals
from kg.language.patterns import Hit, Line, assemble, search
from kg.mentions import bodies, sessions
from kg.mentions.sessions import Mark
from kg.model import Document, MeetingMention, Mention

_VERB = re.compile(
    r"\b(?:met|meets?|gather(?:ed|s)?|convened?s?|assembled?|(?:came|come|comes)\s+together"
    r"|(?:is|are|was|were)\s+(?:now\s+|currently\s+)?(?:meeting|gathering)"
    r"|(?:sat|sits?)\s+(?:together|(?=(?:in|at|on|from|for|today|yesterday)\b))|conferr?(?:ed|s)?|(?:held|hold|holds|had|have)\s+(?:\w+\s+){0,2}?"
    r"(?:talks|consultations|negotiations)|(?:held|hold|holds|opened|began|concluded|closed)"
    r"(?=\s+(?:its|their|an?)\s+(?:[\w-]+\s+){0,4}?(?:meeting|session|summit|conference|plenary)\b))\b"
)
_HOSTED = re.compile(r"\b(?:host(?:s|ed)?|convened|brought\s+together|gathered)\s+")
_TALKS = ("talks", "consultations", "negotiations")
_AGAIN = re.compile(
    r"\bnext\s+(?:meet|convene|gather)\b|\b(?:meet|convene|gather)(?=\s+(?:again|next)\b)"
)
_LEADERS = re.compile(
    r"(?:heads\s+of\s+state|presidents|prime\s+ministers|leaders|(?:senior\s+)?diplomats)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\s+for\s+the\s+(?P<count>[\w-]+(?:\s[\w-]+)??)\s+time\b")
_ARTICLE = re.compile(r"^The\s+")
_BODY = (
    r"(?P<body>t?(?:[jJEAOCPW1']|(?<=C)c(?=C[c&])|-(?=[AOC])|&(?=[jJAUC])|U(?=U)){0,9}U(?:\([^()]{1,3}\))?(?:[pf][AJ]{1,5})?"
    rf"(?:{sessions.OF}|&t?[jJAC]{{0,3}}U)?)"
)
_BETWEEN = r"(?:[cDPNixvBmhj@]|&(?=N)|&t?[nG]|t(?=n)|n(?=[MD])|T){0,8}?"
MET = assemble(rf"{_BODY}{_BETWEEN}(?P<verb>M)")
HOSTED = assemble(rf"(?P<verb>Y){_BODY}")
COUNCIL = assemble(r"(?<![otJAOC'1jb-])(?P<body>t?[AJO]{1,4}U(?:\([^()]{1,3}\))?)(?![UoHEWL'])")
_TOLD = re.compile(
    r"\b(?:held|place|attend(?:ed|s|ing)?|chaired|hosted|today|yesterday|[A-Z]\w+day)\b"
)
_COUNCILS = re.compile(r"\b(?:Council|Commission|Committee|Board|Assembly|Troika)\b")
_HELD = re.compile(
    r"(?:\s+and\s+(?:the\s+)?(?:[A-Z]\w+\s+){1,4}(?:\([A-Z]+\))?)?\s+(?:\w+\s+)?(?:(?:was|were|is|are"
    r"|has\s+been|will\s+be|is\s+to\s+be)\s+(?:held|chaired\s+by)|took\s+place|takes\s+place"
    r"|will\s+take\s+place)\b"
)
_HEADED = re.compile(
    r"(?:,\s+(?:[A-Z]\w+,\s+)?|\s+[-–—]\s+)\d{1,2}(?:[-–]\d{1,2})?\s+[A-Z][a-z]+\b"
)
_AT = re.compile(r"\b(?:[Aa]t|[Dd]uring)\s+(?:the\s+)?$")
_DATED = re.compile(r"(?:\s+in\s+[A-Z]\w+)?\s+on\s+(?:[A-Z]\w+day\b|\d|[A-Z]\w+\s\d)")
_DAY = r"(?:today|yesterday|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DEED = (
    r"(?:adopted|approved|discussed|extended|endorsed|considered|reviewed|examined|heard|decided"
    r"|addressed|debated|renewed|unanimously\s+adopted)"
)
_ACTED = re.compile(
    rf"\s+(?:(?:also|then)\s+)?(?:{_DAY}\s+{_DEED}|{_DEED}\b[^.;:]{{0,160}}?\b{_DAY})\b"
)
_OTHER_VERB = re.compile(r"\b(?:who|which|that|said|was|were|had|since|after|before|until)\b")
_ATTENDED = re.compile(r"\b(?:attend(?:ed|s|ing)?|chaired|hosted)\s+(?:the\s+)?$")
MEETING = assemble(rf"(?:^|(?<=[c-]))(?P<verb>[HA])D?c{_BODY}")


def find(document: Document, rows: Sequence[Sequence[Mention]]) -> list[MeetingMention]:
    """Return the meetings of bodies that a verb tells of, in the order of the text.

    `rows` are the mentions and ordinals of each sentence (`sessions.marks`).
    """
    out: list[MeetingMention] = []
    for index, sentence in enumerate(document.sentences):
        if sentence.kind == "noise":
            continue
        marks = _marks(document, sentence.lead, sentence.end)
        council = _COUNCILS.search(document.view, sentence.start, sentence.end)
        told = council and _TOLD.search(document.view, sentence.start, sentence.end)
        if marks or told:
            out.extend(_meetings(document, index, [*rows[index], *marks]))
    return out


def _marks(document: Document, start: int, end: int) -> list[Mention]:
    hits = _VERB.finditer(document.view, start, end)
    marks: list[Mention] = [Mark(*hit.span(), "M", hit.group()) for hit in hits]
    hosts = _HOSTED.finditer(document.view, start, end)
    marks += [Mark(hit.start(), hit.end() - 1, "Y", hit.group()) for hit in hosts]
    if document.view.startswith("Meeting ", start):
        marks.append(Mark(start, start + 7, "H", "Meeting"))
    return marks


def _meetings(document: Document, index: int, mentions: list[Mention]) -> Iterator[MeetingMention]:
    line = sessions.read(document, index, mentions)
    yield from _held(document, line)
    hits = [*search(MET, line), *search(MEETING, line), *search(HOSTED, line)]
    for hit in hits:
        mention = _mention(document, hit)
        if mention is not None:
            yield mention


def _mention(document: Document, hit: Hit) -> MeetingMention | None:
    run = hit.chunks("body")
    counts = [c.value.value for c in run if isinstance(c.value, Mark) and c.symbol == "1"]
    run = tuple(chunk for chunk in run if chunk.symbol != "1")
    organisation, added = bodies.organisation(document, run)
    parties = bodies.parties(run)
    body = bodies.organ(document, run) or added
    capitals = [c.symbol for c in run if sessions.text(c)[:1].isupper()]
    owned = "U" in capitals and any(symbol in "AJW" for symbol in capitals)
    again = _AGAIN.search(document.view, run[-1].end, hit.end + 6) is not None
    if body is None or not (organisation or len(parties) > 1 or owned or again):
        return None
    span = hit.span("body")
    assert span is not None
    verb = hit.chunk("verb")
    head = "talks" if verb and sessions.text(verb).endswith(_TALKS) else "meeting"
    return MeetingMention(
        hit.start,
        hit.end,
        "bodies-met",
        name=f"{head} of {_ARTICLE.sub('the ', document.words(*span))}",
        head=head,
        ordinal=counts[-1] if counts else _times(document, hit.end),
        organisation=organisation,
        body=None if parties and _LEADERS.fullmatch(body) else body,
        parties=parties,
    )


def _times(document: Document, end: int) -> int | None:
    """Return the number in "met for the tenth time"."""
    after = _TIME.match(document.view, end)
    return numerals.ordinal(after["count"]) if after else None


def _held(document: Document, line: Line) -> Iterator[MeetingMention]:
    """Yield a body that is its own meeting: "the Trade Council was held", "attended the …"."""
    for hit in search(COUNCIL, line):
        if not _is_held(document, hit) and not _acted(document, hit):
            continue
        run = hit.chunks("body")
        organisation, added = bodies.organisation(document, run)
        start = run[1].start if run[0].symbol == "t" else run[0].start
        name = document.words(start, run[-1].end)
        yield MeetingMention(
            start,
            run[-1].end,
            "of-body" if _is_held(document, hit) else "acted",
            name=name,
            head="council",
            organisation=organisation,
            body=added or name,
        )


def _is_held(document: Document, hit: Hit) -> bool:
    """Return whether the words around a body say that it was held, attended or sat on a day."""
    start = max(0, hit.start - 30)
    first = hit.chunks("body")[0]
    start_of_name = hit.chunks("body")[1].start if first.symbol == "t" else hit.start
    if _ATTENDED.search(document.view, start, hit.start) or _HELD.match(document.view, hit.end):
        return True
    if hit.match.start() == 0 and _HEADED.match(document.view, hit.end):
        return True
    at = _AT.search(document.view, start, start_of_name)
    return at is not None and _DATED.match(document.view, hit.end) is not None


def _acted(document: Document, hit: Hit) -> bool:
    """Return whether a body did something on a day named for it: "the Council today adopted"."""
    deed = _ACTED.match(document.view, hit.end)
    return deed is not None and _OTHER_VERB.search(deed.group()) is None
