"""Mentions -> Facts: one kind of fact a file; here their order."""

from __future__ import annotations

from kg.facts import instruments, meetings, participants, persons, topics
from kg.model import Document, Facts, Mentions


def assemble(document: Document, mentions: Mentions) -> Facts:
    """Return the facts that the mentions of a document state."""
    gatherings = meetings.assemble(document, mentions)
    people = persons.assemble(document, mentions)
    present = participants.assemble(document, mentions, gatherings, people)
    return Facts(
        article=document.article,
        meetings=tuple(gathering.meeting for gathering in gatherings),
        persons=persons.complete(people, present),
        participants=present,
        instruments=instruments.assemble(document, mentions, gatherings),
        topics=topics.assemble(document, mentions, gatherings),
    )
