"""Document -> Mentions: one grammar a file, run in the order in which they build on each other."""

from __future__ import annotations

from kg.model import Document, Mentions


def find(document: Document) -> Mentions:
    """Return all mentions of a document."""
    return Mentions()
