"""What the documents that a meeting heard or issued are about: "a report on A and B was heard"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import cues as actions
from kg.language import expressions as re
from kg.language import words
from kg.mentions.members import members
from kg.model import Document, InstrumentMention, Mention, Sentence, TopicMention

_ISSUED = ("report", "resolution", "statement", "other")
_ROUTINE = re.compile(
    r"(?:\w+ )?(?:activit(?:y|ies)|work|results|outcomes?)\b"
)  # of a body, a meeting
_ON = re.compile(
    r"(?<!council )(?<!committee )(?<!commission )(?<!group )\b(?:on|about|concerning|regarding)\s"
)


def tells(mention: InstrumentMention) -> bool:
    """Return True for a text that those who meet hear or issue: it is on what they took up."""
    return mention.kind in _ISSUED and not mention.inner and mention.rule != "bare"


def taken_up(sentence: Sentence, deeds: list[Mention]) -> bool:
    """Return True where texts are heard or adopted; what is signed is not what talks were on."""
    told = {deed.action for deed in deeds if isinstance(deed, actions.Cue)}
    return "signed" not in told and (bool(told) or sentence.kind == "item")


def subjects(
    document: Document, index: int, row: list[Mention], issued: list[Mention]
) -> Iterator[TopicMention]:
    """Yield the subjects of the documents `issued` in sentence `index`: "a report on A and B"."""
    for mention in issued:
        if hit := _ON.search(document.view, mention.start, mention.end):
            line = words.read(document, index, [m for m in row if not _holds(mention, m)])
            first, last = line.index(hit.end()), line.index(mention.end)
            for member in members(document, line, first, last):
                if not _ROUTINE.match(member.name):
                    yield TopicMention(member.start, member.end, "topic-document", member.name)


def _holds(mention: Mention, other: Mention) -> bool:
    within = mention.start <= other.start and other.end <= mention.end
    return within and isinstance(other, InstrumentMention)
