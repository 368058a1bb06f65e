"""The grammar of places."""

from __future__ import annotations

from kg.model import Document, PlaceMention


def find(document: Document) -> tuple[PlaceMention, ...]:
    """Return the places that a document names, in the order of the text."""
    return ()
