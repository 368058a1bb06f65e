"""The grammar of persons and the offices that the words around a name give them."""

from __future__ import annotations

from kg.model import Document, Mentions, OfficeMention, PersonMention


def find(
    document: Document, found: Mentions
) -> tuple[tuple[OfficeMention, ...], tuple[PersonMention, ...]]:
    """Return the offices and the persons that a document names, in the order of the text."""
    return (), ()
