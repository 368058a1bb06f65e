"""The grammar of dates."""

from __future__ import annotations

from kg.model import DateMention, Document


def find(document: Document) -> tuple[DateMention, ...]:
    """Return the dates that a document names, in the order of the text."""
    return ()
