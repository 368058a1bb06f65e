"""Sentences that go on with the subjects of the one before, without saying so by a cue.

"Dam safety was discussed. So were fish stocks." "Next came tolls." "The same goes
for visas." "Rail freight followed."
"""

from __future__ import annotations

from kg.language import expressions as re
from kg.language.patterns import Line
from kg.mentions.runs import Run
from kg.model import Document

_TO_BE = r"(?:was|were|is|are)"
_OPENS = re.compile(
    rf"(?:(?:So|Likewise|Also) (?:{_TO_BE}|did|do|will(?: be)?)"
    r"|(?:Next|Then|Thereafter|Afterwards|After (?:that|this|it|them)|Last|Lastly|Finally"
    r"|In the end)(?: on the (?:list|agenda|programme))?,?"
    rf" (?:came?|comes|followed|follows|stood|{_TO_BE}|it was)"
    r"(?: the turn of)?"
    r"|(?:The same|As much) (?:goes|went|holds|held|is true|was true|can be said|could be said)"
    r" (?:for|of))\s+(?=\w)"
)
_ENDS = re.compile(
    r"\s(?:came|comes?|followed|follows?|was|were|is|are)(?=\s(?:next|second|third|last|then|too"
    r"|as well|likewise|after that|thereafter|afterwards|suit|in turn)\b|[.;,])"
)
_FRAGMENT = re.compile(
    r"(?:Also|Then|Next|Further|Furthermore|Besides|Lastly|Finally|Plus|After that)[:,]?\s+(?=\w)"
)
_VERB = re.compile(r"[vVmB.:;()r@]")
_PLAIN = re.compile(r"[^vVmBh.:;()r@uNMD]+")


def run(document: Document, index: int, line: Line) -> Run | None:
    """Return the run of subjects that sentence `index` adds to those of the one before, or None."""
    sentence = document.sentences[index]
    opened = _OPENS.match(document.view, sentence.lead, sentence.end)
    if opened:
        return _from(line, line.index(opened.end()))
    fragment = _FRAGMENT.match(document.view, sentence.lead, sentence.end)
    if fragment and not re.search("[vVmBh]", line.symbols):
        return _from(line, line.index(fragment.end()))
    closed = _ENDS.search(document.view, sentence.lead, min(sentence.end, sentence.lead + 160))
    last = line.index(closed.start() + 1) if closed else 0
    if last and _PLAIN.fullmatch(line.symbols, 0, last):
        return 0, last, "topic-thing"
    return None


_ASKED = re.compile(
    r"\b(?:agenda|discuss\w*|topics?|subjects?|on the table|talk(?:ed|s)? (?:about|of)"
    r"|sp(?:oke|eak) (?:about|of)|debat\w+|raised)\b[^.?!]*\?\s*$"
)


def asks(document: Document, index: int) -> bool:
    """Return True for a question after the subjects, as sentence `index`: "And the agenda?"."""
    if index < 0:
        return False
    start, end = document.sentences[index].start, document.sentences[index].end
    asked = document.view[end - 1] == "?"
    return asked and bool(_ASKED.search(document.view, max(start, end - 120), end))


def answer(line: Line) -> Run | None:
    """Return the run of a sentence that answers such a question without a verb, or None."""
    return None if re.search("[vVmBhu]", line.symbols) else _from(line, 0)


def _from(line: Line, first: int) -> Run:
    """Return the run from a chunk up to the next verb."""
    stop = _VERB.search(line.symbols, first)
    return first, stop.start() if stop else len(line.symbols), "topic-again"
