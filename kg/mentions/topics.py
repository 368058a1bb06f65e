"""The grammar of topics: noun phrases beside words that say that a meeting takes up a subject.

"discussed A, B and C", "A and B were discussed", "talks on A". The coordination
beside such a cue is cut into its members; members that share a head get it
("bilateral and multilateral cooperation"), and frames that name no subject
("topical issues of ensuring ...") are taken off.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from kg import resources
from kg.language import cues as actions
from kg.language import expressions as re
from kg.language import words
from kg.language.patterns import Line
from kg.language.phrases import compile_phrases, lower
from kg.lexicon.tables import rows
from kg.mentions import contents, sequels, subjects
from kg.mentions.members import members
from kg.mentions.runs import Cue, Run, beside, further, phrase
from kg.model import (
    Document,
    MeetingMention,
    Mention,
    Mentions,
    Sentence,
    TopicMention,
)

# "took up most of" and "topics included" come before "topics"
_ORDER = ("thing", "not", "verb", "range", "about", "right", "noun", "both", "be")


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return side and pattern of each row of the list of cues."""
    table = rows(resources.lexicon("topic-cues.tsv"))
    listed = ((side, re.compile(row)) for side, row in table)
    return tuple(sorted(listed, key=lambda pair: _ORDER.index(pair[0])))


@cache
def _cues() -> re.Pattern[str]:
    return compile_phrases((row.pattern for _, row in _rows()), r"\s+")


_ASIDE = re.compile(
    r",\s(?:too|also|likewise|besides|moreover|again|however|further|then|in turn|above all|first"
    r"|instead|among other things|to begin with|in particular|in addition|once more|as well"
    r"|in the main|in the end|by and large|not least|once again|of course|naturally"
    r"|(?:he|she|they|[a-z]+) (?:said|added|noted|explained|reported|recalled)),(?=\s)"
    r"|,\swhich\s[^,.;:]{3,60},(?=\s(?:was|were|is|are|had|dealt|turned|focus|concern|cent|cover|touch))"
)


@lru_cache(maxsize=4)
def _plain(view: str) -> str:
    """Return a view in lower case with what is thrown in between two commas made blank."""
    return _ASIDE.sub(lambda hit: " " * len(hit.group()), lower(view))


_ACTIVE = re.compile(r"(?!bring)\w+ing\b")


@lru_cache(maxsize=2048)
def _side(text: str) -> str:
    """Return the side of the first row that matches the words of a cue, "colon" before a list."""
    if text.endswith(":"):
        return "colon"
    said = " ".join(text.split())
    near = (pair for pair in _rows() if pair[1].pattern[0] in ("(", said[0]))
    side = next(side for side, row in near if row.fullmatch(said))
    return "right" if side == "both" and _ACTIVE.match(text) else side


def cues(view: str, start: int, end: int) -> list[Cue]:
    """Return the words between two offsets that say that a subject is taken up."""
    hits = _cues().finditer(_plain(view), start, end)
    return [_cue(hit) for hit in hits if not _other(view, hit)]


_NOUN = re.compile(
    r"\b(?:an?|the|his|her|its|their|this|that|first|opening|closing|keynote|inaugural)\s+$", re.I
)
_NOTICE = re.compile(r"\b(?:in\s+this|next|previous|related|another)\s+$", re.I)


def _other(view: str, hit: re.Match[str]) -> bool:
    """Return True for words that look like a cue: "his address", "In this issue:"."""
    said = hit.group()
    if said.endswith(":"):
        return bool(_NOTICE.search(view, max(hit.start() - 12, 0), hit.start()))
    twofold = said in ("address", "review", "debate", "study", "focus", "talk")
    return twofold and bool(_NOUN.search(view, max(hit.start() - 12, 0), hit.start()))


def _cue(hit: re.Match[str]) -> Cue:
    side = _side(hit.group())
    return Cue(*hit.span(), "Z" if side == "noun" else "V", side)


def find(document: Document, found: Mentions) -> tuple[TopicMention, ...]:
    """Return the topics that a document names, in the order of the text, each once."""
    named = words.by_sentence(document, _names(document, found))
    issued = words.by_sentence(document, [m for m in found.instruments if contents.tells(m)])
    acted = actions.cues(document.view) if any(issued) else ()
    deeds = words.by_sentence(document, [*acted])
    speeches = [*_speeches(document)]
    out: dict[str, TopicMention] = {}
    block: int | None = None
    told = -2  # the sentence that named the last subjects beside a cue
    for index, sentence in enumerate(document.sentences):
        if sentence.kind in ("body", "item"):
            listed = sentence.kind == "item" and sentence.block == block
            listed = listed or _heads(document, index)
            find_in = _listed if listed else _topics
            topics = list(find_in(document, index, sentence, named[index]))
            if issued[index] and contents.taken_up(sentence, deeds[index]):
                topics += contents.subjects(document, index, named[index], issued[index])
            topics += _added(document, index, named[index], told == index - 1)
            told = index if any(topic.rule in _BESIDE for topic in topics) else told
            for topic in topics:
                if not _within(topic, speeches) or _recounted(document, topic):
                    out.setdefault(topic.name.lower(), topic)
            if _announces(document, sentence):
                block = sentence.block
    return tuple(sorted(_distinct(out), key=lambda topic: topic.start))


def _added(
    document: Document, index: int, row: list[Mention], told: bool
) -> Iterator[TopicMention]:
    """Yield what a sentence adds to the subjects of the one before, or answers it: "So were A"."""
    if not told and not sequels.asks(document, index - 1):
        return
    line = words.read(document, index, row)
    if run := sequels.run(document, index, line) if told else sequels.answer(line):
        yield from _named(document, line, run)


_BESIDE = (
    "topic-thing",
    "topic-subject",
    "topic-object",
    "topic-inverted",
    "topic-again",
    "topic-cleft",
)
_SPEECH = re.compile(r"\"(?:[^\"\n]{80,1200}|[^\"\n]{0,60}\b(?:[Ww]e|I|[Oo]ur)\b[^\"\n]{0,80})\"")


def _speeches(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where direct speech stands: paragraph by paragraph, lest a stray mark turn them all."""
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.block):
        told = [*group]
        for hit in _SPEECH.finditer(document.view, told[0].start, told[-1].end):
            yield hit.span()


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
    r"\b(?:(?:issues|topics|subjects|items|questions|themes|points|matters|fields|areas|headings|files"
    r"|priorities|concerns|challenges)\b[^.:]{0,40}"
    r"|(?:discussed|considered|raised|covered|gone through|talked about|agenda)[^.:]{0,20}):\s*$"
)


def _announces(document: Document, sentence: Sentence) -> bool:
    """Return True for the line above a list of subjects: "... on these items:"."""
    return bool(
        _ANNOUNCED.search(
            lower(document.view), max(sentence.start, sentence.end - 90), sentence.end
        )
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


_CLAUSE = re.compile(r"(?<=[^t#.)(-])c?(?:[iopw]?r.*|t?n{1,2}r.*)$")  # "..., which is growing"


def _listed(
    document: Document, index: int, sentence: Sentence, row: list[Mention]
) -> Iterator[TopicMention]:
    """Yield the subjects that a line of a list names, none where it tells of a person or a deed."""
    line = words.read(document, index, row)
    signs = _CLAUSE.sub("", line.symbols)
    if not re.search(r"[NvB]", signs):
        for member in members(document, line, 0, len(signs.rstrip(".;c(#)"))):
            yield TopicMention(member.start, member.end, "topic-list", member.name)


def _cued(
    document: Document, index: int, sentence: Sentence, row: list[Mention]
) -> Iterator[TopicMention]:
    marks = cues(document.view, sentence.start, sentence.end)
    opens = _OPENING.match(document.view, sentence.lead, sentence.end)
    if opens:
        concerned = bool(_CONCERNED.match(document.view, opens.start()))
        side = "concerned" if concerned else "opening"
        marks = [Cue(*opens.span(), "V", side), *marks]
    fronted = not opens and _FRONTED.match(document.view, sentence.lead, sentence.end)
    tagged = _TAGGED.match(document.view, sentence.lead, sentence.end)
    if not marks and not fronted and not tagged:
        return
    line = words.read(document, index, [*row, *marks])
    if tagged:
        yield from _named(document, line, (0, line.index(tagged.end("theme")), "topic-tagged"))
    if fronted and (run := phrase(line)):
        yield from _named(document, line, run)
    yield from _of_cues(document, line)


def _of_cues(document: Document, line: Line) -> Iterator[TopicMention]:
    """Yield the subjects beside each cue; a noun inside a subject gives none of its own."""
    told: list[TopicMention] = []
    for at, chunk in enumerate(line.chunks):
        if isinstance(chunk.value, Cue) and chunk.symbol == "V":
            for run in beside(line, at):
                told += _named(document, line, run)
    yield from told
    taken = sorted((topic.start, topic.end) for topic in told)
    reached = 0
    for at, chunk in enumerate(line.chunks):
        if chunk.symbol != "Z" or chunk.start < reached or _inside(taken, chunk.start):
            continue
        for run in beside(line, at):
            for topic in _named(document, line, run):
                reached = topic.end
                yield topic


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether one of some sorted spans holds an offset: the last that begins before it."""
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]


def _named(document: Document, line: Line, run: Run) -> Iterator[TopicMention]:
    """Yield the subjects of a run, or those that a frame without any leads to."""
    found = list(members(document, line, run[0], run[1], run[2] in _CLOSED))
    if not found and (more := further(line, run)):
        run = more
        found = list(members(document, line, run[0], run[1]))
    for member in found:
        if run[2] != "topic-thing" or not _alone(line, member.start, member.end):
            yield TopicMention(member.start, member.end, run[2], member.name)


def _alone(line: Line, start: int, end: int) -> bool:
    """Return True for the bare name of a country or body, which may itself act."""
    signs = line.symbols[line.index(start) : line.index(end)]
    return signs.strip("tkj") in ("C", "O", "P", "N")


_CLOSED = tuple(
    f"topic-{form}" for form in ("subject", "summed", "cleft", "fronted", "had", "how", "tagged")
)
_TAGGED = re.compile(
    r"(?P<theme>[A-Z][^.,;:]{6,90}),\s(?:(?:the|both|all)\s)?(?:\w+\s){0,2}(?:ministers|leaders|sides"
    r"|two|presidents|parties|participants|delegates|they)(?:\s\w+)?\s(?:agreed|found|held|stressed"
    r"|underlined|decided|concluded|felt)(?:\s[\w\s]{3,30})?,"
)
_FRONTED = re.compile(
    r"(?:It\s(?:was|is)\s(?:on|about|over)\s(?=\w[^.;]{3,60}\sthat\s)|(?:On|About|Of|Over|In\s(?:the\s)?(?:fields?|areas?|spheres?|matters|domains?|sectors?)\sof)\s(?=[^.;]{4,120}?\b(?:talk|sp(?:oke|eak)|discuss|debat|views?|opinion"
    r"|agree|disagree|understanding|consensus|words?\b|decid|decision|consult|convers|differ"
    r"|progress|headway|exchange|confer|heard|inform|brief|report|told|reflect|nothing|compromise|unity|eye\sto\seye|settled"
    r"|solution|sides|ministers|leaders|presidents|parties|two)))"
)
_CONCERNED = re.compile(r"(?:Where|(?:As|So)\s+far\s+as)\b")
_OPENING = re.compile(
    r"(?:Where|(?:As|So)\s+far\s+as)(?=\s[^.,]{3,90}\s(?:is|are)\s+concerned,)"
    r"|\(?\w{0,2}[.)]?\s*(?:On(?!\s+(?:the|behalf|\w+day|\d))|As\s+(?:to|for)|Regarding|Concerning"
    r"|(?:When|Where|If)\s+it\s+comes\s+to|In\s+(?:the\s+)?(?:matters?|field|area|sphere|realm)\s+of"
    r"|(?:Whether\s+it\s+(?:was|is|be)|Be\s+it|As\s+far\s+as)"
    r"|With\s+(?:regard|respect)\s+to|Turning\s+to)(?=\s[^.]{3,90}[,:])"
    r"|(?=[A-Z][a-z]+(?:\s[a-z]+){1,4}:\s(?:the|they|it)\s)"
)
