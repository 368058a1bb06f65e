"""meetings: which mentions are one, and what the text says of it."""

from __future__ import annotations

from kg.model import Document, Gathering, Mentions


def assemble(document: Document, mentions: Mentions) -> tuple[Gathering, ...]:
    """Return the meetings that a document states, in the order of the text."""
    return ()
