"""A meeting that the next sentence calls only "it": "It was held in Lima", "It ends on Friday".

Only verbs that are said of gatherings count; what "it" means is the meeting told of last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.language import expressions as re
from kg.model import Document, MeetingMention

_SAID = (
    r"(?:(?:was|is|is\s+to\s+be|will\s+be|has\s+been|had\s+been|is\s+being)\s+(?:\w+ly\s+|now\s+|also\s+)?"
    r"(?:held|convened|hosted|attended|chaired|co-chaired|presided\s+over|opened|closed|organi[sz]ed)"
    r"|(?:takes|took|will\s+take|is\s+to\s+take|has\s+taken|had\s+taken|is\s+taking)\s+place"
    r"|brings?\s+together|brought\s+together|gathers?|gathered|lasts?|lasted|occupied"
    r"|(?:opens?|opened|beg[ai]ns?|starts?|started|ends?|ended|closes?|closed|concludes?|concluded|will\s+(?:open|begin|end|close)"
    r"|runs?|ran|continues?|met|meets|goes\s+on|went\s+on|is\s+(?:due|scheduled|planned|set|to\s+(?:open|begin|end|close)))"
    r"(?=\s+(?:in|on|at|from|for|today|yesterday|tomorrow|here|until|with)\b))"
)
_IT = re.compile(rf"[\"'(\s-]*(?P<it>It)\s+(?:also\s+|then\s+)?{_SAID}\b")


def find(document: Document, told: Sequence[MeetingMention]) -> Iterator[MeetingMention]:
    """Yield "it" where a sentence behind one that tells of a meeting says where or when it was."""
    ends = [m.end for m in told]
    for index, sentence in enumerate(document.sentences[1:], start=1):
        before = document.sentences[index - 1]
        if sentence.kind == "noise" or before.kind in ("noise", "title"):
            continue
        hit = _IT.match(document.view, sentence.lead, sentence.end)
        at = bisect_right(ends, before.end) if hit else 0
        if hit and at and ends[at - 1] > before.start:
            start, end = hit.span("it")
            yield MeetingMention(
                start, end, "pronoun", name="it", head=told[at - 1].head, definite=True
            )
