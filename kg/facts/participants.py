"""Participants: who took part in which meeting, and for whom."""

from __future__ import annotations

from kg.model import Document, Gathering, Mentions, Participant, Person


def assemble(
    document: Document,
    mentions: Mentions,
    gatherings: tuple[Gathering, ...],
    persons: tuple[Person, ...],
) -> tuple[Participant, ...]:
    """Return the participants that a document states, in the order of the text."""
    return ()
