"""Mentions -> Facts: one kind of fact a file; here the order, and the one check of evidence."""

from __future__ import annotations

from kg.facts import instruments, meetings, participants, persons, topics
from kg.facts.evidence import check
from kg.model import Document, Facts, Mentions


def assemble(document: Document, mentions: Mentions) -> Facts:
    """Return the facts that the mentions of a document state.

    Raises EvidenceError where a fact has no passage, or one that does not replay.
    """
    gatherings = meetings.assemble(document, mentions)
    people = persons.assemble(document, mentions)
    return check(
        Facts(
            article=document.article,
            meetings=tuple(gathering.meeting for gathering in gatherings),
            persons=people,
            participants=participants.assemble(document, mentions, gatherings, people),
            instruments=instruments.assemble(document, mentions, gatherings),
            topics=topics.assemble(document, mentions, gatherings),
        )
    )
