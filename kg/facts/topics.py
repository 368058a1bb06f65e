"""topics: which mentions are one, and what the text says of it."""

from __future__ import annotations

from kg.model import Document, Gathering, Mentions, Topic


def assemble(
    document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]
) -> tuple[Topic, ...]:
    """Return the topics that a document states, in the order of the text."""
    return ()
