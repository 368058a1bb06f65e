"""The grammar of organisations."""

from __future__ import annotations

from kg.model import Document, OrganisationMention


def find(document: Document) -> tuple[OrganisationMention, ...]:
    """Return the organisations that a document names, in the order of the text."""
    return ()
