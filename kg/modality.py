"""Whether the words of a clause tell of something done, going on, planned, wished for or denied.

A shared leaf: the grammars of meetings, instruments and participants ask it of
the words that name a thing or an act. The rule is a habit of English prose: a
verb is ruled by the nearest cue before it; a noun phrase by what is said of it
at once ("which is due in May"), else by the verb before it, else by the verb
after it. A clause without any cue tells of something done.
"""

from __future__ import annotations

import re
from typing import Literal

from kg.model import Document, Sentence

Modality = Literal["done", "ongoing", "planned", "wished", "denied"]

REACH = 240
"""Characters that a clause is read to either side: keeps one endless sentence linear."""

_FINITE = (
    r"was|were|had|has|have|took|met|held|saw|came|went|gave|made|said|told|spoke|heard|sat|began"
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
    r"(?:\s+[a-z]+ing)?|if|unless|whether|were\s+[a-z\s]{1,30}\s+to|stand(?:s|ing)?\s+ready|wish"
    r")|(?P<planned>"
    rf"(?:will|shall|won't){_VERB}|[a-z]+'ll{_VERB}|would{_VERB}"
    rf"|(?:is|are|was|were|be){_FILL}\s+(?:to|going\s+to|about\s+to|set\s+to|bound\s+to){_VERB}"
    rf"|to\s+be\s+[a-z]+(?:ed|en|ld|de|ut|un)?|(?:is|are|was|were|being)\s+due(?:\s+to{_VERB})?"
    rf"|due\s+(?:to{_VERB}|on|in|for|next)|slated|set\s+for|up\s+for|yet\s+to{_VERB}"
    rf"|{_PASSIVE}(?:schedul|envisag|expect|plann?|intend|prepar|anticipat|aim|project)(?:e?d|es?|s|ing)?\b"
    rf"(?:\s+(?:to{_VERB}|for|on))?|(?:foreseen|foresees?)(?:\s+to{_VERB})?|preparations?(?:\s+for)?"
    rf"|(?:agree[ds]?|decide[ds]?|undert(?:ook|ake)|pledge[ds]?|promise[ds]?|resolve[ds]?"
    rf"|commit(?:s|ted)|instructed|tasked|mean[s]?|meant)\s+(?:[A-Za-z]+\s+)?to{_VERB}"
    r"|agree[ds]?\s+(?:up)?on(?=\s+(?:a|the)?\s*(?:next|new|further|another|meeting|visit|date))"
    r"|(?:upcoming|forthcoming|coming|impending|planned|next|future)(?=\s+[A-Za-z0-9])"
    r"|look(?:s|ed|ing)?\s+forward\s+to|on\s+the\s+eve\s+of|ahead\s+of|to\s+take\s+place|tomorrow|draft"
    rf"|{_PASSIVE}postponed\s+(?:to|until|till)|pav(?:es?|ed|ing)\s+the\s+way|announce[sd]?\s+plans"
    r")|(?P<ongoing>"
    r"(?:is|are)\s+(?:now\s+|currently\s+|still\s+)?(?:being\s+[a-z]+|taking|meeting|holding"
    r"|hosting|sitting|attending|discussing|under\s*way|in\s+session|gathering|gathered|visiting)"
    r"|(?:began|begins?|begun|starts?|started|opens|opened|got|gets|getting|kick(?:s|ed)|is)"
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
_WORD = re.compile(r"[A-Za-z'-]+")


def modality(document: Document, sentence_index: int, start: int, end: int) -> Modality:
    """Return how the clause that holds `start` to `end` speaks of what these words name.

    The words are a verb ("signed", "took place") or a noun phrase ("the next
    summit"); offsets are those of the text and lie in sentence `sentence_index`.
    """
    sentence = document.sentences[sentence_index]
    view = document.view
    left = view[max(sentence.start, start - REACH) : start]
    right = view[end : min(sentence.end, end + REACH)]
    words = view[start:end]
    if sentence.kind == "title" and _to_come(left, words):
        return "planned"
    if _verbal(words):
        return _of_verb(left, words)
    return _of_noun(left, words, right)


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


def clause(sentence: Sentence, view: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause that holds `start` to `end` begins and ends in the view."""
    first = max(sentence.start, start - REACH)
    last = min(sentence.end, end + REACH)
    cut = _BORDER.search(view, end, last)
    return first + _left_border(view[first:start]), cut.start() if cut else last


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


def _of_verb(left: str, words: str) -> Modality:
    """The cue in whose group the verb itself stands, else the nearest before it."""
    near = left[_left_border(left) :]
    whole = near + words
    for hit in _CUES.finditer(whole):
        if hit.end() > len(near):
            return _kind(hit) if hit.start() < len(near) else _own(hit, near)
    return _last(near) if _bare(words) else "done"


def _own(hit: re.Match[str], near: str) -> Modality:
    """The verb is a cue of its own; a participle after another shares what rules that one."""
    if _kind(hit) == "done" and re.search(r"[a-z](?:ed|ld|en)\s+(?:and|or)\s+$", near):
        return _last(near)
    return _kind(hit)


def _bare(words: str) -> bool:
    """A verb without ending ("sign", "meet") takes its mood from what came before."""
    return not re.match(rf"(?:{_FINITE})\b", words)


def _of_noun(left: str, words: str, right: str) -> Modality:
    said = _SAID_OF_IT.match(right)
    if said:
        cue = _CUES.match(right, said.end())
        if cue:
            return _kind(cue)
    own = _CUES.search(words)
    if own and _kind(own) != "done":
        return _kind(own)
    near = left[_left_border(left, own_subject=_first(right) is not None) :]
    before = _last_cue(near)
    if before:
        return _kind(before)
    return _first(right) or "done"


def _first(right: str) -> Modality | None:
    cut = _BORDER.search(right)
    hit = _CUES.search(right, 0, cut.start() if cut else len(right))
    return _kind(hit) if hit else None


def _last(near: str) -> Modality:
    hit = _last_cue(near)
    return _kind(hit) if hit else "done"


def _last_cue(near: str) -> re.Match[str] | None:
    return max(_CUES.finditer(near), key=lambda hit: hit.start(), default=None)


def _left_border(left: str, own_subject: bool = False) -> int:
    """Return where the clause begins that runs up to the end of `left`."""
    cuts = [_BORDER, _AND, _NEW_SUBJECT] if own_subject else [_BORDER, _AND]
    return max((hit.end() for cut in cuts for hit in cut.finditer(left)), default=0)


def _kind(hit: re.Match[str]) -> Modality:
    kind = hit.lastgroup
    assert kind in ("done", "ongoing", "planned", "wished", "denied")
    return kind  # type: ignore[return-value]
