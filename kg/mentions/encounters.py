"""Meetings of persons made of verbs: "X met Y", "held talks with Y", "was received by Y".

A meeting that no noun names is called after who met: "meeting of X with Y".
Telephone calls, letters and messages are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg import words
from kg.model import Document, MeetingMention, Mentions, PersonMention

_ADVERB = (
    r"(?:(?:also|first|later|then|separately|earlier|today|yesterday|recently|briefly|again)\s+)?"
)
_KIND = (
    r"(?:(?:a|an|the|his|her|their|series\s+of|first|separate|bilateral|official|joint|trilateral"
    r"|brief|short|working|one-on-one|tete-a-tete|private|formal|informal|in-depth|intensive"
    r"|delegation-level|high-level|closed-door|expanded|narrow|detailed|constructive|substantive"
    r"|fruitful|productive|round\s+of|number\s+of|extensive|political|wide-ranging)\s+){0,5}"
)
_TALKS = r"(?P<noun>talks|meetings?|discussions|consultations|negotiations|conversations?)"
_WITH = re.compile(
    r"\b(?:"
    rf"(?:met|meet|meets|(?<=are\s)meeting|(?<=is\s)meeting|confer(?:red|s)?|sat\s+down|sit\s+down)\s+{_ADVERB}(?:up\s+)?"
    rf"(?:(?:with|one-on-one\s+with)\s+)?"
    rf"|(?:h[eo]ld|holds|holding|had|have|has|having|conducted?)\s+{_ADVERB}{_KIND}{_TALKS}\s+"
    r"(?:[a-z\s]{0,30}?)?(?:with|between)\s+"
    r"|called\s+on\s+(?=[A-Z])|(?:paid|pays|pay|made)\s+(?:an?\s+)?(?:courtesy\s+|farewell\s+)?(?:call|visit)\s+(?:on|to)\s+"
    rf"|(?:saw|hosted|received?|receives|receiving|to\s+see)\s+(?!by\b)"
    r")"
)
_MET = re.compile(
    rf"\b(?:h[eo]ld|holds|holding|had|have)\s+{_ADVERB}{_KIND}{_TALKS}\b(?!\s+(?:[a-z]+\s+){{0,4}}?"
    r"(?:with|between)\b)"
)
_RECIPROCAL = re.compile(r"(?:met|meet|meets|meeting|h[eo]ld|holds|holding|had|have|confer|sat)\b")
_BETWEEN = re.compile(
    r"\b(?P<noun>[Tt]alks|[Mm]eeting|[Dd]iscussions|[Cc]onsultations|[Nn]egotiations|encounter"
    r"|conversation)\s+(?:\w+\s+){0,4}?between\s+(?:[a-z\s]{0,30}\s(?:under|led\s+by|headed\s+by)\s+)?"
)
_BY = re.compile(
    r"\b(?:was|were|been|be|is|being)\s+(?:\w+\s+)?received\s+(?:[\w\s,-]{0,40}?\s)?by\s+"
)
_FRONTED = re.compile(r"\bWith\s+")
_SPOKE = re.compile(
    r"\b(?:discussed|discusses|went\s+over|talked|exchanged\s+views|reviewed|considered|spoke|looked)\b"
)
_BREAK = re.compile(
    r"[;:]|\b(?:was|were|is|are|has|had|have|will|would|who|which|that|where|when|while|said|told"
    r"|says|after|before|during|spoke|took|made|gave|led|letter|message|report|call|invitation|award"
    r"|telephone|phone|prize|medal|credentials|congratulations|greetings|delegates|[a-z]{3,}ed)\b"
)
_REMOTE = re.compile(
    r"\b(?:tele)?phoned?\b|\bcalled\b|\b(?:phone|telephone|video)\s+(?:call|conversation|talks)|\bby\s+phone"
    r"|\bletter\b|\bin\s+a\s+message\b|\bon\s+the\s+line\b"
)
_MORE = re.compile(r"\s*,?\s*(?:and\s+)?(?:also\s+|then\s+)?with\b")
_ARRIVAL = re.compile(r"\b(?:[Aa]irport|arrival|railway|border)\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\s+(?:\w+\s+)?$")
_LISTED = re.compile(r"\s*(?:\([^()]{0,40}\))?\s*(?:,|,?\s*and\b|,?\s*as\s+well\s+as\b)")
_FORMER = re.compile(r"\b(?:then|former|late)\b")
_TO_DO = re.compile(r"[^.;:]{0,30}?\bto\s+[a-z]+\b")
_HISTORY = re.compile(r"\bin\s+(?:19|20)\d\d\b[^.;]{0,20}\bwhen\b|\bhad\s+last\b|\blast\s+met\b")
_PREPOSITION = re.compile(
    r"\b(?:by|with|from|of|for|to|on|between)\s+(?:the\s+|his\s+|her\s+)?(?:[A-Z][\w.-]*\s+){0,3}$"
)
_AND_THEN = re.compile(r"[^.;:]{0,80}?\s+and(?:\s+[a-z]+)?\s+")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_HIM = re.compile(
    r"(?:him|her(?=\s*(?:[.,;]|(?:in|at|on|as|there|today|for|later|yesterday|too|also)\b)))\b"
)
_SOMEBODY = re.compile(
    r"\b[Tt]he\s+(?:[\w-]+\s+){0,4}?(?:president|minister|premier|chairman|chairwoman|chairperson"
    r"|speaker|secretary|leader|official|envoy|ambassador|king|emir|sultan|prince|chief|head)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:presidents|ministers|leaders|heads|ambassadors|members|delegates|representatives)\b"
)
_GOING = re.compile(r"\s*,?\s*who\s+(?:will|would|is|was|were|had|has|are)\b[a-z\s]{0,25}\Z")
_AUXILIARY = re.compile(r"\b(?:will|would|has|had|have|is|was|are|were)\b")
_ASIDE = re.compile(r",\s+(?:who|whose|which)\b[^;,]{0,160}?,|\([^()]{0,60}\)")
NEAREST = 8
REACH = 170
"""Characters from the verb to the person, who may carry a long office."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with its persons, and who was last its subject."""

    document: Document
    start: int
    end: int
    persons: tuple[PersonMention, ...]
    topic: PersonMention | None

    def before(self, offset: int) -> list[PersonMention]:
        """Return the last few persons before an offset."""
        at = bisect_left(self.persons, offset, key=_start)
        return list(self.persons[max(0, at - NEAREST) : at])

    def after(self, offset: int) -> list[PersonMention]:
        """Return the first few persons behind an offset."""
        at = bisect_left(self.persons, offset, key=_start)
        return list(self.persons[at : at + NEAREST])

    def gap(self, start: int, end: int) -> str:
        return self.document.view[start:end]


def _start(person: PersonMention) -> int:
    return person.start


def find(document: Document, found: Mentions) -> list[MeetingMention]:
    """Return the meetings that verbs tell of, in the order of the text."""
    rows = words.by_sentence(document, list(found.persons))
    topic: PersonMention | None = None
    out: list[MeetingMention] = []
    for index, sentence in enumerate(document.sentences):
        persons = tuple(p for p in rows[index] if isinstance(p, PersonMention))
        if sentence.kind == "noise" or not (persons or topic):
            continue
        scene = _Scene(document, sentence.start, sentence.end, persons, topic)
        told = list(_meetings(scene))
        out.extend(told)
        if sentence.kind != "title":
            topic = _topic(persons, told, topic)
    return out


def _topic(
    persons: tuple[PersonMention, ...], told: list[MeetingMention], before: PersonMention | None
) -> PersonMention | None:
    """Return whom "he" means in the next sentence: who met, else who was named first."""
    if told:
        known = (*persons, *([before] if before else []))
        return next((p for p in known if p.name == told[-1].parties[0]), before)
    return persons[0] if persons else before


def _meetings(scene: _Scene) -> Iterator[MeetingMention]:
    if _REMOTE.search(scene.document.view, scene.start, scene.end):
        return
    for hit in _WITH.finditer(scene.document.view, scene.start, scene.end):
        if _PASSIVE.search(scene.document.view, max(0, hit.start() - 14), hit.start()):
            continue
        separate = "separate" in hit.group()
        subjects = _subjects(scene, hit.start(), separate)
        made = list(_pairs(scene, subjects, hit, _head(hit["noun"] or "meeting")))
        yield from made or _each_other(scene, hit.start(), hit.end())
    for hit in _MET.finditer(scene.document.view, scene.start, scene.end):
        yield from _each_other(scene, hit.start(), hit.end())
    for hit in _BETWEEN.finditer(scene.document.view, scene.start, scene.end):
        yield from _both(scene, hit)
    for hit in _BY.finditer(scene.document.view, scene.start, scene.end):
        if _ARRIVAL.search(hit.group()):
            continue
        yield from _pairs(scene, _subjects(scene, hit.start()), hit, "meeting")
    for hit in _FRONTED.finditer(scene.document.view, scene.start, scene.end):
        spoke = _SPOKE.search(scene.document.view, hit.end(), scene.end)
        if spoke:
            yield from _fronted(scene, hit, spoke)


def _head(noun: str) -> str:
    return (
        "talks" if noun in ("talks", "discussions", "negotiations", "consultations") else "meeting"
    )


def _subjects(scene: _Scene, verb: int, separate: bool = False) -> list[PersonMention]:
    """Return who did it: the last person before the verb, or whom "he" means.

    Two who had `separate` meetings did it one by one.
    """
    if _HISTORY.search(scene.gap(max(scene.start, verb - 60), verb)):
        return []
    before = scene.before(verb)
    if before and _governed(scene, before[-1]):
        first = next((p for p in scene.persons[:1] if not _governed(scene, p)), None)
        coordinated = _AND_THEN.fullmatch(scene.gap(before[-1].end, verb)) is not None
        return [first] if first and coordinated and first.name != before[-1].name else []
    if before and _leads(scene, before[-1].end, verb):
        joined = separate and len(before) > 1 and _joins(scene, before[-2], before[-1])
        return before[-2:] if joined else [before[-1]]
    since = before[-1].end if before else scene.start
    pronoun = _PRONOUN.search(scene.document.view, since, verb)
    if pronoun and not _SOMEBODY.search(scene.document.view, since, pronoun.start()):
        subject = before[0] if before else scene.topic
        return [subject] if subject else []
    return []


def _governed(scene: _Scene, person: PersonMention) -> bool:
    """Return whether a preposition stands before a person: "by the Dutch minister N"."""
    start = min(person.span[0], person.start) if person.span[1] else person.start
    return _PREPOSITION.search(scene.document.view, max(scene.start, start - 60), start) is not None


def _leads(scene: _Scene, end: int, verb: int) -> bool:
    """Return whether a name that ends at `end` is the subject of the verb.

    Between the two may stand asides ("who is in Oslo for two days") and one auxiliary.
    """
    gap = _ASIDE.sub(" ", scene.gap(end, verb))
    return _GOING.match(gap) is not None or _BREAK.search(_AUXILIARY.sub(" ", gap, count=1)) is None


def _joins(scene: _Scene, one: PersonMention, other: PersonMention) -> bool:
    gap = scene.gap(one.end, other.start)
    return re.match(r"\s*,?\s*and\b", gap) is not None and _BREAK.search(gap) is None


def _pairs(
    scene: _Scene, subjects: list[PersonMention], hit: re.Match[str], head: str
) -> Iterator[MeetingMention]:
    for subject in subjects:
        for other in _objects(scene, hit, subject):
            if other.name != subject.name:
                yield _mention(hit.start(), max(other.end, hit.end()), head, subject, other)


def _objects(scene: _Scene, hit: re.Match[str], subject: PersonMention) -> list[PersonMention]:
    """Return whom: the first person after the verb, and more that a new "with" joins."""
    if _HIM.match(scene.document.view, hit.end()):
        meant = next((p for p in scene.persons if p.name != subject.name), scene.topic)
        return [replace(meant, end=hit.end())] if meant else []
    several = hit.re is _WITH and (hit["noun"] or "") == "meetings"
    more = _LISTED if several else _MORE
    chosen: list[PersonMention] = []
    at = hit.end()
    for person in scene.after(hit.end()):
        gap = scene.gap(at, person.start)
        if len(gap) > REACH or _BREAK.search(gap) or (chosen and not more.match(gap)):
            break
        if not chosen and (_SEVERAL.search(gap) or _FORMER.search(gap)):
            break
        if _TO_DO.match(scene.document.view, person.end) and "called" in hit.group():
            break
        chosen.append(person)
        at = person.end
    return chosen


def _each_other(scene: _Scene, verb: int, end: int) -> Iterator[MeetingMention]:
    """Read "the Dutch minister N and his colleague N met in Lima": two who met each other."""
    two = scene.before(verb)[-2:]
    words = scene.document.view[verb:end]
    if len(two) < 2 or two[0].name == two[1].name or not _RECIPROCAL.match(words):
        return
    if _leads(scene, two[1].end, verb) and _joins(scene, *two):
        yield _mention(two[0].start, end, _head(words.split()[-1]), *two)


def _both(scene: _Scene, hit: re.Match[str]) -> Iterator[MeetingMention]:
    """Read "talks between the Dutch minister N and his colleague N"."""
    two = scene.after(hit.end())[:2]
    if len(two) == 2 and two[0].name != two[1].name:
        before, between = scene.gap(hit.end(), two[0].start), scene.gap(two[0].end, two[1].start)
        broken = _BREAK.search(before + _ASIDE.sub("", between))
        near = len(before) < REACH and len(between) < REACH
        if near and not broken and re.search(r"\band\b", between):
            yield _mention(hit.start(), two[1].end, _head(hit["noun"].lower()), *two)


def _fronted(
    scene: _Scene, opening: re.Match[str], spoke: re.Match[str]
) -> Iterator[MeetingMention]:
    """Read "With the Dutch minister, N, the host discussed trade"."""
    inside = [p for p in scene.after(opening.end()) if p.end <= spoke.start()]
    if not inside or _BREAK.search(scene.gap(opening.end(), inside[0].start)):
        return
    other = inside[0]
    subject = inside[1] if len(inside) > 1 else scene.topic
    if len(inside) > 1 and _BREAK.search(scene.gap(other.end, inside[1].start)):
        return
    if len(inside) > 2 or len(scene.gap(inside[-1].end, spoke.start())) > 40:
        return
    somebody = _SOMEBODY.search(scene.document.view, other.end, spoke.start())
    if somebody and len(inside) == 1:
        return
    if subject and subject.name != other.name:
        yield _mention(opening.start(), spoke.end(), "meeting", subject, other)


def _mention(
    start: int, end: int, head: str, one: PersonMention, other: PersonMention
) -> MeetingMention:
    name = f"{head} of {one.name} with {other.name}"
    return MeetingMention(
        start, end, "met-with", name=name, head=head, parties=(one.name, other.name)
    )
