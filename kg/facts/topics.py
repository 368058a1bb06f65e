"""Topics: the subjects that the text says a meeting took up, or will."""

from __future__ import annotations

from bisect import bisect_right

from kg.language import expressions as re
from kg.language.modality import modality, sentence_at
from kg.model import Document, Gathering, Mentions, Topic, TopicMention

LONGEST = 600
_TAKEN_UP = re.compile(
    r"\b(?P<ahead>(?:will|would|shall|should|to|be|can|may|must)\s+(?:\w+ly\s+|also\s+|be\s+)*)?"
    r"(?:discuss|consider|review|examin|exchang|touch|address|assess|focus|rais|survey)ed\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|came|said|spoke|(?<!\bis )(?<!\bare )(?<!\bbe )[a-z]{3,}ed)\b"
)
_WILL_BE = re.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|to)\s+(?:\w+ly\s+|also\s+)*be\s+\w+(?:ed|en)\b"
)


def assemble(
    document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]
) -> tuple[Topic, ...]:
    """Return the topics that a document states, in the order of the text.

    A topic belongs to the meeting that its sentence speaks of, else to the one
    spoken of last before it, but what was discussed never to a meeting that is
    still to come; without any meeting there are no topics.
    """
    spoken = sorted((m.end, g.meeting.key) for g in gatherings for m in g.mentions)
    been = {g.meeting.key for g in gatherings if g.meeting.status != "planned"}
    past = [row for row in spoken if row[1] in been]
    found: list[Topic] = []
    for topic in mentions.topics:
        rows = spoken if _to_come(document, topic) else past
        if rows:
            found.append(_topic(document, topic, rows))
    return tuple(found)


def _to_come(document: Document, topic: TopicMention) -> bool:
    """Return True where a subject is to be taken up: before the first meeting none has been."""
    index = sentence_at(document, topic.start)
    opens = document.sentences[index].start
    cues = list(_TAKEN_UP.finditer(document.view, max(opens, topic.start - LONGEST), topic.start))
    if cues and not cues[-1]["ahead"]:
        return False
    if modality(document, index, topic.start, topic.end) != "done":
        return True
    sentence = document.sentences[index]
    reach = min(sentence.end, topic.end + 200)
    if _WILL_BE.search(document.view, topic.end, reach):
        return True
    return not _PAST.search(document.view, sentence.start, reach)


def _topic(document: Document, topic: TopicMention, spoken: list[tuple[int, str]]) -> Topic:
    """Return the topic, of the meeting spoken of last before its sentence ends, else the first."""
    sentence = document.sentences[sentence_at(document, topic.start)]
    before = bisect_right(spoken, sentence.end, key=lambda pair: pair[0])
    start, end = sentence.lead, sentence.end
    if end - start > LONGEST:
        start = max(start, topic.start - LONGEST // 2)
        end = min(end, start + LONGEST)
    passage = document.passage(start, end)
    return Topic(topic.name, spoken[max(before - 1, 0)][1], (passage,), topic.rule)
