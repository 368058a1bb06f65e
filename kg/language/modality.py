"""Whether the words of a clause tell of something done, going on, planned, wished for or denied.

A shared leaf: the grammars of meetings, instruments and participants ask it of
the words that name a thing or an act. The rule is a habit of English prose: a
verb is ruled by the nearest cue before it; a noun phrase by what is said of it
at once ("which is due in May"), else by the verb before it, else by the verb
after it. A clause without any cue tells of something done.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from kg.language import expressions as re
from kg.model import Document, Sentence

Modality = Literal["done", "ongoing", "planned", "wished", "denied"]

REACH = 240
"""Characters that a clause is read to either side: keeps one endless sentence linear."""
STRETCH = 1200
"""Characters of a sentence that are read in one go."""

_FINITE = (
    r"was|were|had|has|have|took|met|broke|rose|wound|held|saw|came|went|gave|made|said|told|spoke|heard|sat|began"
    r"|chose|brought|led|paid|put|sent|left|found|became|drew|wrote|ran|got|kept|lay|fell|did"
    r"|[a-z]+(?<!\bunit)(?<!\bextend)(?<!\bexpand)(?<!\blimit)(?<!\brelat)(?<!\benlarg)(?<!\bne)ed"
)
_BE = r"(?:is|are|was|were|been|being|be)"
_FILL = r"(?:\s+(?:also|then|soon|now|only|first|later|again|still|both|all|shortly|[a-z]+ly))?"
_PASSIVE = rf"(?:{_BE}\s+(?:being\s+|been\s+|[a-z]+ly\s+)?)?"
_VERB = rf"(?:{_FILL}\s+(?:be|have|been|being))*{_FILL}(?:\s+[a-z-]+)?"
_CUES = re.compile(
    r"\b(?:(?P<denied>"
    rf"(?:did|do|does|has|have|had|is|are|was|were|will|would|could|can|shall)(?:\s+not|n't){_VERB}"
    rf"|cannot{_VERB}|can't{_VERB}|won't{_VERB}|never{_VERB}"
    rf"|{_PASSIVE}(?:cancell?ed|called\s+off|put\s+off|suspended|abandoned)|cancels?"
    rf"|{_PASSIVE}postponed(?!\s+(?:to|until|till))"
    r"|(?:declin|refus|fail)(?:e[ds]?|s|ed)(?:\s+to\s+[a-z]+)?|rul(?:es?|ed)\s+out|den(?:y|ies|ied)"
    r"|boycott(?:s|ed)?|skip(?:s|ped)|stay(?:s|ed)\s+away|(?:was|were|is|are)\s+absent|without"
    r"|(?:[Nn]o|[Nn]either|nor|instead\s+of|rather\s+than)(?=\s)"
    r")|(?P<wished>"
    rf"{_PASSIVE}(?:call|appeal|ask|push|plead)(?:s|ed|ing)?\s+(?:again\s+)?for|in\s+fav(?:ou?)r\s+of"
    rf"|{_PASSIVE}(?:propos|suggest|recommend|urg|request|offer|encourag|demand|invit)(?:es?|s|ed|ing)?"
    rf"(?:\s+to\s+[a-z]+)?|(?:hop|wish|want|desir)(?:es?|s|ed|ing)?\b(?:\s+to{_VERB})?"
    rf"|would\s+(?:like|welcome|prefer|be\s+(?:ready|glad|willing|happy)){_VERB}"
    rf"|(?:should|could|may|might|must|ought\s+to|needs?\s+to|has\s+to|have\s+to){_VERB}"
    rf"|(?:read(?:y|iness)|willing(?:ness)?|able|free|keen|eager)\s+to{_VERB}"
    r"|(?:possib(?:le|ility)|need|importance|necessity|idea|initiative|option)\s+(?:of|for|to)"
    r"(?:\s+[a-z]+ing)?|if|unless|whether|were\s+(?!(?:\w+\s+)?[a-z]+(?:ed|en|nt|ld)\s+to\b)[a-z\s]{1,30}\s+to|stand(?:s|ing)?\s+ready|wish"
    r")|(?P<planned>"
    rf"(?:will|shall|won't){_VERB}|[a-z]+'ll{_VERB}|would{_VERB}"
    rf"|(?:is|are|was|were|be){_FILL}\s+(?:to|going\s+to|about\s+to|set\s+to|bound\s+to){_VERB}"
    rf"|to\s+be\s+[a-z]+(?:ed|en|ld|de|ut|un)?|(?:is|are|was|were|being)\s+due(?:\s+to{_VERB})?"
    rf"|due\s+(?:to{_VERB}|on|in|for|next)|slated|set\s+for|up\s+for|yet\s+to{_VERB}"
    rf"|{_PASSIVE}(?:schedul|envisag|expect|plann?|intend|prepar(?!ed\s+by\b)|anticipat|aim|project)(?:e?d|es?|s|ing)?\b"
    rf"(?:\s+(?:to{_VERB}|for|on))?|(?:foreseen|foresees?)(?:\s+to{_VERB})?|preparations?(?:\s+for)?"
    rf"|(?:agree[ds]?|decide[ds]?|undert(?:ook|ake)|pledge[ds]?|promise[ds]?|resolve[ds]?"
    rf"|commit(?:s|ted)|instructed|tasked|mean[s]?|meant)\s+(?:[A-Za-z]+\s+)?to{_VERB}"
    r"|agree[ds]?\s+(?:up)?on(?=\s+(?:a|the)?\s*(?:next|new|further|another|meeting|visit|date))"
    r"|(?:upcoming|forthcoming|coming|impending|planned|next|future)(?=\s+[A-Za-z0-9])"
    r"|look(?:s|ed|ing)?\s+forward\s+to|on\s+the\s+eve\s+of|ahead\s+of|prior\s+to|preparatory\s+to|in\s+the\s+run-up\s+to|leading\s+up\s+to"
    r"|authori[sz](?:ed|es)(?=\s+an?\s+[A-Z])|to\s+take\s+place|tomorrow|draft|awaits"
    rf"|{_PASSIVE}(?:pushed\s+back|[Pp]ushed\s+back|rescheduled|deferred)"
    rf"|{_PASSIVE}postponed\s+(?:to|until|till)|pav(?:es?|ed|ing)\s+the\s+way|announce[sd]?\s+plans"
    r")|(?P<ongoing>"
    r"(?:is|are)\s+(?:now\s+|currently\s+|still\s+)?(?:being\s+[a-z]+|taking|meeting|holding"
    r"|hosting|sitting|attending|discussing|under\s*way|in\s+session|gathering|gathered|visiting)"
    r"|(?:began|begins?|begun|starts?|started|opens|got|gets|getting|kick(?:s|ed)|is)"
    r"\s+(?:\w+\s+){0,4}?(?:under\s*way|off|work|today|this\s+morning|here)|under\s*way"
    r"|continu(?:es|ing)|ongoing|(?:is|are)\s+in\s+progress|has\s+(?:begun|started|opened)"
    rf")|(?P<done>(?:{_BE}\s+(?:being\s+|been\s+)?[a-z]+(?:ed|ld|en)|{_FINITE})))\b"
)
_BORDER = re.compile(
    r"[;:]|[\"]|\s[-–—]\s|\b(?:which|who|whom|whose|where|when|while|whereas|after|before|because"
    r"|since|although|though|but|so\s+that|that(?=\s+(?:[A-Za-z]+\s+){0,3}?(?:is|are|was|were|had"
    r"|has|have|will|would|[a-z]+ed)\b))\b"
)
_AND = re.compile(
    r"(?<![a-z]ed)(?<!ed,)\s+and\s+(?:(?:then|also|later|had|has|have|was|were)\s+)?(?=(?:"
    rf"{_FINITE}|will|is|are|agrees?|plans?|intends?)\b)"
)
_NEW_SUBJECT = re.compile(r",\s+(?:and|but|yet|or)\s+")
_SAID_OF_IT = re.compile(
    r"\s*(?:,\s*|\(\s*)?(?:(?:which|that|who)\s+(?=(?:is|are|was|were|will|would|had|has|have|took"
    r"|[a-z]+ed)\b)|(?=(?:to\s+(?:be|take)|due|scheduled|planned|slated|set\s+for|expected"
    r"|held|hosted|convened|envisaged|organised|organized|chaired|proposed|cancelled|postponed)\b))"
)
_VERBAL = re.compile(
    rf"(?:{_FINITE}|{_BE}|meets?|holds?|hosts?|signs?|adopts?|approves?|attends?|takes?|visits?"
    r"|receives?|discuss(?:es)?|chairs?|opens?|sends?|joins?|confers?|convenes?|gathers?)"
)
_TOOK_PLACE = re.compile(
    r"\s+(?:(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:held|convened|hosted"
    r"|organi[sz]ed|opened|attended|chaired)|took\s+place)\b"
)
_NO = re.compile(r"\b[Nn]o\s+(?:such\s+)?$")
_FINITE_VERB = re.compile(rf"(?:{_FINITE})\b")
_PARTICIPLE_AND = re.compile(r"[a-z](?:ed|ld|en)\s+(?:and|or)\s+$")
_DECIDED = re.compile(
    r"\s+(?:(?:has|have|had|also|then|today|yesterday|unanimously|further|[a-z]+ly)\s+)*(?:agree[ds]?|decide[ds]?|undert(?:ook|akes?)"
    r"|pledge[ds]?|promise[ds]?|resolve[ds]?|commit(?:s|ted)|instruct(?:s|ed)|task(?:s|ed)|call(?:s|ed)\s+(?:for|on|upon)|urge[ds]?"
    r"|propose[ds]?|recommend(?:s|ed)|request(?:s|ed)|appeal(?:s|ed)|invite[ds]?|suggest(?:s|ed)|encourage[ds]?)\b"
    r"(?!\s+by\b)"
)
"""What only those do who have met, whatever they want done."""
_TO_DO = re.compile(r"\s+to\s+(?:be\s+|also\s+)?[a-z]{3,}")
"""What a thing is about to do in a headline: "Summit to open in Lima"."""
_WORD = re.compile(r"[A-Za-z'-]+")


def modality(document: Document, sentence_index: int, start: int, end: int) -> Modality:
    """Return how the clause that holds `start` to `end` speaks of what these words name.

    The words are a verb ("signed", "took place") or a noun phrase ("the next
    summit"); offsets are those of the text and lie in sentence `sentence_index`.
    """
    sentence = document.sentences[sentence_index]
    words = document.view[start:end]
    offset, reading = _read(document.view, sentence, start, end)
    title = sentence.kind == "title"
    if title and (
        _to_come(document.view[offset:start], words)
        or (not _verbal(words) and _TO_DO.match(document.view, end, sentence.end))
    ):
        return "planned"
    if _verbal(words):
        return _of_verb(reading, start - offset, end - offset)
    return _of_noun(reading, start - offset, end - offset)


def happened(mode: Modality) -> bool:
    """Return whether something in this mode has taken place, or is taking place."""
    return mode in ("done", "ongoing")


def sentence_at(document: Document, offset: int) -> int:
    """Return the number of the sentence that holds `offset`, or of the last one before it."""
    low, high = 0, len(document.sentences)
    while low < high:
        middle = (low + high) // 2
        if document.sentences[middle].start <= offset:
            low = middle + 1
        else:
            high = middle
    return max(low - 1, 0)


def _verbal(words: str) -> bool:
    first = _WORD.search(words)
    return (
        first is not None and first.group()[0].islower() and bool(_VERBAL.fullmatch(first.group()))
    )


def _to_come(left: str, words: str) -> bool:
    """Return whether a heading says "Leaders to meet": an infinitive without a verb before it."""
    hit = re.search(r"(?P<before>\S+)\s+to\s+(?:[a-z]+\s+){0,2}$", left + words.split(" ")[0] + " ")
    hit = hit or re.search(r"(?P<before>\S+)\s+to\s+[a-z]+\b", left)
    return hit is not None and not _CUES.fullmatch(hit["before"])


def _of_verb(reading: _Reading, start: int, end: int) -> Modality:
    """The cue in whose group the verb itself stands, else the nearest before it."""
    clause = reading.clause(start)
    cue = reading.cue_over(start, end)
    if cue is not None and clause <= cue.start < start:
        return cue.kind
    if cue is not None and not (cue.kind == "done" and reading.shares(start)):
        return cue.kind
    if cue is not None or _bare(reading.text[start:end]):
        return reading.last(clause, start) or "done"
    return "done"


def _bare(words: str) -> bool:
    """A verb without ending ("sign", "meet") takes its mood from what came before."""
    return _FINITE_VERB.match(words) is None


def _of_noun(reading: _Reading, start: int, end: int) -> Modality:
    said = _SAID_OF_IT.match(reading.text, end)
    cue = _CUES.match(reading.text, said.end()) if said else None
    if cue is not None:
        return _kind(cue)
    if _TOOK_PLACE.match(reading.text, end) and not _NO.search(reading.text, 0, start):
        return "done"
    if _DECIDED.match(reading.text, end):
        return "done"
    own = reading.cue_over(start, end)
    if own is not None and own.start >= start and own.kind != "done":
        return own.kind
    after = reading.first(end)
    clause = reading.clause(start, own_subject=after is not None)
    return reading.last(clause, start) or after or "done"


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    kind: Modality


@dataclass(frozen=True, slots=True)
class _Reading:
    """The cues and the borders of clauses in a stretch of text, found once."""

    text: str
    cues: tuple[_Cue, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    joins: tuple[int, ...]

    def clause(self, end: int, own_subject: bool = False) -> int:
        """Return where the clause begins that runs up to `end`."""
        at = bisect_right(self.opens, end)
        first = self.opens[at - 1] if at else 0
        if own_subject:
            joined = bisect_right(self.joins, end)
            first = max(first, self.joins[joined - 1] if joined else 0)
        return max(first, end - REACH)

    def cue_over(self, start: int, end: int) -> _Cue | None:
        """Return the first cue that ends behind `start` and begins before `end`."""
        at = bisect_right(self.cues, start, key=lambda cue: cue.end)
        cue = self.cues[at] if at < len(self.cues) else None
        return cue if cue is not None and cue.start < end else None

    def last(self, clause: int, end: int) -> Modality | None:
        """Return the kind of the last cue between the begin of a clause and `end`."""
        at = bisect_left(self.cues, end, key=lambda cue: cue.start)
        cue = self.cues[at - 1] if at else None
        return cue.kind if cue is not None and cue.start >= clause else None

    def first(self, start: int) -> Modality | None:
        """Return the kind of the first cue behind `start` in the same clause."""
        at = bisect_left(self.cues, start, key=lambda cue: cue.start)
        cue = self.cues[at] if at < len(self.cues) else None
        cut = bisect_left(self.closes, start)
        border = self.closes[cut] if cut < len(self.closes) else len(self.text)
        return cue.kind if cue is not None and cue.start < min(border, start + REACH) else None

    def shares(self, start: int) -> bool:
        """Return whether "and" joins a participle to the one before: "signed and adopted"."""
        return _PARTICIPLE_AND.search(self.text, max(0, start - 40), start) is not None


def _read(view: str, sentence: Sentence, start: int, end: int) -> tuple[int, _Reading]:
    """Return the reading of a sentence, or of the stretch of an endless one, and its offset."""
    if sentence.end - sentence.start <= STRETCH:
        return sentence.start, _scan(view[sentence.start : sentence.end])
    step = STRETCH // 3
    first = sentence.start + max(0, (start - sentence.start) // step - 1) * step
    last = min(sentence.end, max(first + STRETCH, end + REACH))
    return first, _scan(view[first:last])


@lru_cache(maxsize=512)
def _scan(text: str) -> _Reading:
    borders = list(_BORDER.finditer(text))
    opens = sorted([hit.end() for hit in borders] + [hit.end() for hit in _AND.finditer(text)])
    return _Reading(
        text,
        tuple(_Cue(*hit.span(), _kind(hit)) for hit in _CUES.finditer(text)),
        tuple(opens),
        tuple(hit.start() for hit in borders),
        tuple(hit.end() for hit in _NEW_SUBJECT.finditer(text)),
    )


def _kind(hit: re.Match[str]) -> Modality:
    return cast(Modality, hit.lastgroup)  # the groups of the patterns bear the names of the moods
