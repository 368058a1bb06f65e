"""Mentions -> Facts: one kind of fact a file."""

from __future__ import annotations

from kg.model import Document, Facts, Mentions


def assemble(document: Document, mentions: Mentions) -> Facts:
    """Return the facts that the mentions of a document state."""
    return Facts(document.article)
