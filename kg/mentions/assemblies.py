"""Bodies that meet by a verb: "the Foreign Ministers of A and B met", "Meeting today, the …".

Such a meeting is called after the body: "meeting of the Foreign Ministers of A and B".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language import expressions as re
from kg.language.patterns import Chunk, Hit, Line, assemble, search
from kg.mentions import bodies, convocations, sessions
from kg.model import Document, MeetingMention, Mention, OrganisationMention

COUNCIL = assemble(
    r"(?<![otJAOC'1jb-])(?P<body>t?(?:[AJO]{1,4}U(?:\([^()]{1,3}\))?|O))(?![UoHEWL'])"
)
_TOLD = re.compile(
    r"\b(?:held|place|attend(?:ed|s|ing)?|chaired|hosted|today|yesterday|[A-Z]\w+day|followed"
    r"|on\s+(?:\d{1,2}\s+[A-Z]|[A-Z][a-z]+\s+\d)\w*)\b"
)
_COUNCILS = re.compile(r"\b(?:Council|Commission|Committee|Board|Assembly|Troika)\b")
_HELD = re.compile(
    r"(?:\s+and\s+(?:the\s+)?(?:[A-Z]\w+\s+){1,4}(?:\([A-Z]+\))?)?\s+(?:\w+\s+)?(?:(?:was|were|is|are"
    r"|has\s+been|will\s+be|is\s+to\s+be)\s+(?:held|chaired\s+by)|took\s+place|takes\s+place"
    r"|will\s+take\s+place|followed(?=\s+(?:on|in|next|today|yesterday)\b))\b"
)
_HEADED = re.compile(
    r"(?:,\s+(?:[A-Z]\w+,\s+)?|\s+[-–—]\s+)\d{1,2}(?:[-–]\d{1,2})?\s+[A-Z][a-z]+\b"
)
_AT = re.compile(r"\b(?:[Aa]t|[Dd]uring)\s+(?:the\s+)?$")
_DATED = re.compile(r"(?:\s+in\s+[A-Z]\w+)?\s+on\s+(?:[A-Z]\w+day\b|\d|[A-Z]\w+\s\d)")
_DATE = r"on\s+(?:\d{1,2}(?:(?:\s+and\s+|[-–])\d{1,2})?\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2}\b)"
_DAY = rf"(?:today|yesterday|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_DATE})"
_LISTED = re.compile(r"(?::|,|\band)\s+(?:the\s+)?$")
_ITS_DAY = re.compile(rf"(?:\s+\([A-Z]+\))?\s+{_DATE}(?:\s+\d{{4}})?(?=\s*[.,;)]|\s+and\b|\s*$)")
_AND_OF = re.compile(
    r"\bmeetings?\s+of\s[^.;:]{1,160}?,?\s+and\s+(?:that\s+)?of\s+the\s+(?P<body>(?:[A-Z][\w-]*\s+(?:and\s+)?){1,5}?"
    rf"(?:Council|Committee|Commission|Conference|Board|Assembly))\s+(?:\([A-Z]+\)\s+)?(?:in\s+[A-Z]\w+\s+)?(?={_DATE})"
)
_DEED = (
    r"(?:adopted|approved|discussed|extended|endorsed|considered|reviewed|examined|heard|decided"
    r"|addressed|debated|renewed|unanimously\s+adopted)"
)
_ACTED = re.compile(
    rf"\s+(?:(?:also|then)\s+)?(?:{_DAY}\s+{_DEED}|{_DEED}\b[^.;:]{{0,160}}?\b{_DAY})\b"
)
_OTHER_VERB = re.compile(r"\b(?:who|which|that|said|was|were|had|since|after|before|until)\b")
_BRACKET = re.compile(r"\s*\([^)]*\)$")
_ATTENDED = re.compile(r"\b(?:attend(?:ed|s|ing)?|chaired|hosted)\s+(?:the\s+)?$")


def find(document: Document, rows: Sequence[Sequence[Mention]]) -> list[MeetingMention]:
    """Return the meetings of bodies that a verb tells of, in the order of the text.

    `rows` are the mentions and ordinals of each sentence (`sessions.marks`).
    """
    out: list[MeetingMention] = []
    for index, sentence in enumerate(document.sentences):
        if sentence.kind == "noise":
            continue
        council = _COUNCILS.search(document.view, sentence.start, sentence.end)
        if council and _TOLD.search(document.view, sentence.start, sentence.end):
            out.extend(_held(document, sessions.read(document, index, rows[index])))
            out.extend(_joined(document, sentence.start, sentence.end))
        out.extend(convocations.find(document, index, rows[index]))
    return out


def _held(document: Document, line: Line) -> Iterator[MeetingMention]:
    """Yield a body that is its own meeting: "the Trade Council was held", "attended the …"."""
    for hit in search(COUNCIL, line):
        run = hit.chunks("body")
        if "U" not in hit.match.group() and not _COUNCILS.search(document.words(*_span(run))):
            continue
        if not _is_held(document, hit) and not _acted(document, hit):
            continue
        organisation, added = bodies.organisation(document, run)
        own = run[-1].value
        if isinstance(own, OrganisationMention) and own.key is None:
            organisation = None
        start, end = _span(run)
        name = document.words(start, end)
        yield MeetingMention(
            start,
            end,
            "of-body" if _is_held(document, hit) else "acted",
            name=name,
            head="council",
            organisation=organisation,
            body=added or _BRACKET.sub("", name),
        )


def _span(run: Sequence[Chunk]) -> tuple[int, int]:
    """Return where a body begins, its article left out, and ends."""
    return (run[1] if run[0].symbol == "t" else run[0]).start, run[-1].end


def _joined(document: Document, start: int, end: int) -> Iterator[MeetingMention]:
    """Yield the second of two: "the meeting of the Trade Council, and of the Energy Council on"."""
    for hit in _AND_OF.finditer(document.view, start, end):
        body = document.words(*hit.span("body"))
        yield MeetingMention(
            *hit.span("body"), "of-body", name=f"meeting of the {body}", head="meeting", body=body
        )


def _is_held(document: Document, hit: Hit) -> bool:
    """Return whether the words around a body say that it was held, attended or sat on a day."""
    start = max(0, hit.start - 30)
    start_of_name, _ = _span(hit.chunks("body"))
    if _ATTENDED.search(document.view, start, hit.start) or _HELD.match(document.view, hit.end):
        return True
    if hit.match.start() == 0 and _HEADED.match(document.view, hit.end):
        return True
    if _LISTED.search(document.view, start, start_of_name) and _ITS_DAY.match(
        document.view, hit.end
    ):
        return True
    at = _AT.search(document.view, start, start_of_name)
    return at is not None and _DATED.match(document.view, hit.end) is not None


def _acted(document: Document, hit: Hit) -> bool:
    """Return whether a body did something on a day named for it: "the Council today adopted"."""
    deed = _ACTED.match(document.view, hit.end)
    return deed is not None and _OTHER_VERB.search(deed.group()) is None
