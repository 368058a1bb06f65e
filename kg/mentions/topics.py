"""The grammar of topics: noun phrases beside words that say that a meeting takes up a subject.

"discussed A, B and C", "A and B were discussed", "talks on A". The coordination
beside such a cue is cut into its members; members that share a head get it
("bilateral and multilateral cooperation"), and frames that name no subject
("topical issues of ensuring ...") are taken off.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import resources
from kg.language import words
from kg.language.patterns import Line
from kg.language.phrases import compile_phrases, lower
from kg.lexicon.tables import rows
from kg.mentions import subjects
from kg.mentions.members import members
from kg.model import Document, MeetingMention, Mention, Mentions, Sentence, TopicMention


@dataclass(frozen=True, slots=True)
class Cue(Mention):
    """Words that say that a subject is taken up; `side` is right, be, verb, both,
    opening or colon.
    """

    side: str


_ORDER = ("verb", "right", "both", "be")  # "took up most of", "topics included" before "topics"


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    """Return side and pattern of each row of the list of cues."""
    listed = ((side, row) for side, row in rows(resources.lexicon("topic-cues.tsv")))
    return tuple(sorted(listed, key=lambda pair: _ORDER.index(pair[0])))


@cache
def _cues() -> re.Pattern[str]:
    return compile_phrases(row for _, row in _rows())


_ACTIVE = re.compile(r"(?!bring)\w+ing\b")


@lru_cache(maxsize=2048)
def _side(text: str) -> str:
    """Return the side of the first row that matches the words of a cue, "colon" before a list."""
    if text.endswith(":"):
        return "colon"
    side = next(side for side, row in _rows() if re.fullmatch(row, text))
    return "right" if side == "both" and _ACTIVE.match(text) else side


def cues(view: str, start: int, end: int) -> list[Cue]:
    """Return the words between two offsets that say that a subject is taken up."""
    hits = _cues().finditer(lower(view), start, end)
    return [Cue(*hit.span(), "V", _side(hit.group())) for hit in hits]


def find(document: Document, found: Mentions) -> tuple[TopicMention, ...]:
    """Return the topics that a document names, in the order of the text, each once."""
    named = words.by_sentence(document, _names(document, found))
    speeches = [hit.span() for hit in _SPEECH.finditer(document.view)]
    out: dict[str, TopicMention] = {}
    block: int | None = None
    for index, sentence in enumerate(document.sentences):
        if sentence.kind in ("body", "item"):
            listed = sentence.kind == "item" and sentence.block == block
            listed = listed or _heads(document, index)
            find_in = _listed if listed else _topics
            for topic in find_in(document, index, sentence, named[index]):
                if not _within(topic, speeches) or _recounted(document, topic):
                    out.setdefault(topic.name.lower(), topic)
            if _announces(document, sentence):
                block = sentence.block
    return tuple(sorted(_distinct(out), key=lambda topic: topic.start))


_SPEECH = re.compile(r"\"(?:[^\"\n]{80,1200}|[^\"\n]{0,60}\b(?:[Ww]e|I|[Oo]ur)\b[^\"\n]{0,80})\"")


def _within(topic: TopicMention, speeches: list[tuple[int, int]]) -> bool:
    """Return True for words of direct speech, which are one person's."""
    at = bisect_right(speeches, topic.start, key=lambda span: span[0]) - 1
    return at >= 0 and topic.end <= speeches[at][1]


_RECOUNTED = re.compile(
    r"\b(?:[Ww]e|[Mm]inisters|[Ss]ides|[Ll]eaders|[Pp]residents|[Tt]hey|[Pp]arties)(?: \w+){0,3}"
    r" (?:discuss|review|address|raise|debate|examine|consider|talk|speak|spoke|exchange|touch)"
    r"\w*\b[^.!?]*$"
)


def _recounted(document: Document, topic: TopicMention) -> bool:
    """Return True where a speaker tells what was talked about: "We also discussed ..."."""
    return bool(_RECOUNTED.search(document.view, max(topic.start - 160, 0), topic.start))


def _distinct(topics: dict[str, TopicMention]) -> Iterator[TopicMention]:
    """Yield the topics but those that only say again what another one says in short."""
    short = {name for name in topics if len(name.split()) == 1}
    for name, topic in topics.items():
        said = set(name.split())
        if topic.rule != "topic-named" or len(said) == 1 or not said & short or len(said) > 5:
            yield topic


_TALKS = re.compile(r"\b(?:talks|discussions?|consultations|conversations?|negotiations|debates?)$")
_ABOUT = re.compile(r"\s(?:on|about|over|regarding|concerning)\b")


def _cues_topic(document: Document, mention: Mention) -> bool:
    """Return True for a meeting whose name says what it is about: "talks on ..."."""
    text = document.view[mention.start : mention.end]
    return (
        isinstance(mention, MeetingMention)
        and bool(_TALKS.search(text))
        and bool(_ABOUT.match(document.view, mention.end))
    )


def _names(document: Document, found: Mentions) -> list[Mention]:
    """Return what stands as one chunk: names, titles of documents, persons with their offices."""
    offices = (Mention(office.start, office.end, "N") for office in found.offices)
    persons = (Mention(*person.span, "N") for person in found.persons if person.span[1])
    titles = (
        m
        for m in found.instruments
        if not m.inner and m.rule != "item" and (m.kind != "other" or m.rule == "title")
    )
    plain = (m for m in words.names(found) if not _cues_topic(document, m))
    laid = (*plain, *offices, *persons, *titles)
    return sorted(laid, key=lambda m: (m.start, -m.end))


def _topics(
    document: Document, index: int, sentence: Sentence, row: list[Mention]
) -> Iterator[TopicMention]:
    """Yield the subjects beside a cue, then those that a word of its own names."""
    cued = list(_cued(document, index, sentence, row))
    yield from cued
    for member in subjects.members_named(document, index, row, cued):
        yield TopicMention(member.start, member.end, "topic-named", member.name)


_ANNOUNCED = re.compile(
    r"\b(?:(?:issues|topics|subjects|items|questions|themes|points)\b[^.:]{0,40}"
    r"|(?:discussed|considered|raised|covered|gone through|talked about|agenda)[^.:]{0,20}):\s*$"
)


def _announces(document: Document, sentence: Sentence) -> bool:
    """Return True for the line above a list of subjects: "... on these items:"."""
    return bool(
        _ANNOUNCED.search(document.view, max(sentence.start, sentence.end - 90), sentence.end)
    )


def _heads(document: Document, index: int) -> bool:
    """Return True for a short line without a verb above prose: "(2) Security"."""
    sentence, tokens = document.sentences[index], document.tokens[index]
    after = document.sentences[index + 1] if index + 1 < len(document.sentences) else None
    if not tokens or len(tokens) > 9 or after is None or after.kind != "body":
        return False
    numbered = sentence.kind == "item" and sentence.lead > sentence.start
    plain = document.view[sentence.end - 1].isalpha()
    said = {token.text.lower() for token in tokens}
    return numbered and plain and not said & {"relations", "affairs", "visit"}


def _listed(
    document: Document, index: int, sentence: Sentence, row: list[Mention]
) -> Iterator[TopicMention]:
    """Yield the subjects that a line of a list names, none where it tells of a person or a deed."""
    line = words.read(document, index, row)
    if not re.search(r"[NvB]", line.symbols):
        for member in members(document, line, 0, len(line.symbols.rstrip(".;,"))):
            yield TopicMention(member.start, member.end, "topic-list", member.name)


def _cued(
    document: Document, index: int, sentence: Sentence, row: list[Mention]
) -> Iterator[TopicMention]:
    marks = cues(document.view, sentence.start, sentence.end)
    opens = _OPENING.match(document.view, sentence.lead, sentence.end)
    if opens:
        marks = [Cue(*opens.span(), "V", "opening"), *marks]
    if not marks:
        return
    line = words.read(document, index, [*row, *marks])
    for at, chunk in enumerate(line.chunks):
        if isinstance(chunk.value, Cue):
            for first, last, rule in _runs(line, at, chunk.value.side):
                for member in members(document, line, first, last, rule in _CLOSED):
                    yield TopicMention(member.start, member.end, rule, member.name)


# --- where the subjects stand --------------------------------------------------------

_OPENING = re.compile(
    r"\(?\w{0,2}[.)]?\s*(?:On(?!\s+(?:the|behalf|\w+day|\d))|As\s+(?:to|for)|Regarding|Concerning"
    r"|With\s+(?:regard|respect)\s+to|Turning\s+to)(?=\s[^.]{3,90}[,:])"
)
REACH = 60
"""Chunks that a run of subjects is followed to the left: keeps one endless sentence linear."""

_RUN = r"(?P<run>(?:[^vVmB.:()r@]|(?:^|(?<=[nc&]))r(?=T))+)"
_RIGHT = re.compile(rf"^(?:Dp)?(?:x|[piw]D|iP|wN(?:[&c]N)*|@t?M|cx?c)*{_RUN}")
_PASSIVE = re.compile(rf"{_RUN}(?:[hm]x*|Bx*e?T)?Bx*(?:[B@]x*)?$")
_QUALIFIED = re.compile(rf"{_RUN}c?r[^vVm@.;:]{{1,12}}$")
_QUALIFIES = re.compile(r"(?<![@ipw])r$")  # not "at which A and B were discussed"
_UNTIL = re.compile(r"[^cvVmB.:;r@DNu]+(?=[c:])")
_THEME = re.compile(rf"{_RUN}(?:[hm]x*|Bx*e?T)?Bx*[tkjnxbocAN]{{0,6}}$")
_BEFORE = re.compile(rf"{_RUN}(?:[mh]x*)?$")
_VOICES = {"both": _PASSIVE, "be": _THEME}
_CLEFT = re.compile(rf"{_RUN}Bx*(?:t?n)?p?r[^vVmB.;:]{{0,8}}h?x*$")
_SUMMED = re.compile(r"^(?P<run>(?:[^vVmB.:()r@])+)[:;](?=[piwof@]?[ktur])[^:;.]{0,20}$")
_COLON = re.compile(r"x*(?P<run>[^vVmB.:()r@]+)")
_CLOSED = ("topic-subject", "topic-summed")
_INVERTED = re.compile(rf"^x*[^vVmB.;:]{{0,3}}?(?:B|v)x*{_RUN}")
_ALSO = re.compile(rf"^c?&?[xn@]?B{_RUN}")


def _runs(line: Line, at: int, side: str) -> Iterator[tuple[int, int, str]]:
    """Yield first and last chunk number of each run of subjects beside the cue at `at`."""
    if side == "opening":
        if hit := _UNTIL.match(line.symbols, at + 1):
            yield *hit.span(), "topic-opening"
        return
    if side == "colon":
        if hit := _COLON.match(line.symbols, at + 1):
            yield *hit.span("run"), "topic-list"
        return
    base = max(at - REACH, 0)
    left, right = line.symbols[base:at], line.symbols[at + 1 :]
    if summed := _summed(line, base, at, side):
        yield summed
        return
    passive = _VOICES[side].search(left) if side in _VOICES else None
    if passive and _QUALIFIES.search(left[: passive.start("run")]):
        passive = _QUALIFIED.search(left[: passive.end("run")])
    if passive and (opens := _opening(passive["run"])) < len(passive["run"]):
        start = base + passive.start("run")
        yield start + opens, base + passive.end("run"), "topic-subject"
        hits = [("topic-also", _ALSO.match(right))]
    elif side == "verb" and (before := _BEFORE.search(left)):
        start = base + before.start("run")
        yield start + _opening(before["run"]), base + before.end("run"), "topic-subject"
        return
    elif side == "be" or (side == "both" and not left.strip("xck&@tj")):
        hits = [("topic-inverted", _INVERTED.match(right))]
    else:
        hits = [("topic-object", _RIGHT.match(right))] if not passive and side != "verb" else []
    for rule, hit in hits:
        if hit:
            yield at + 1 + hit.start("run"), at + 1 + hit.end("run"), rule


def _summed(line: Line, base: int, at: int, side: str) -> tuple[int, int, str] | None:
    """Return the run that the clause of a cue sums up: "A; B: on all this ..."."""
    left = line.symbols[base:at]
    if side == "right" or base:
        return None
    hit = _SUMMED.match(left) or (_CLEFT.search(left) if side == "both" else None)
    if hit is None or (opens := _opening(hit["run"])) >= len(hit["run"]):
        return None
    return hit.start("run") + opens, hit.end("run"), "topic-summed"


def _opening(run: str) -> int:
    """Return how many chunks of adjuncts open a run: "At the meeting, ..."."""
    hit = re.match(r"(?:c?[&x]*(?:[ifwp]t?[^c&]{1,8}c|t?Mc?|c))*[&x]*", run)
    return hit.end() if hit else 0
