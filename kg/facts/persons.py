"""persons: which mentions are one, and what the text says of it."""

from __future__ import annotations

from kg.model import Document, Mentions, Person


def assemble(document: Document, mentions: Mentions) -> tuple[Person, ...]:
    """Return the persons that a document states, in the order of the text."""
    return ()
