"""The grammar of countries."""

from __future__ import annotations

from kg.model import CountryMention, Document


def find(document: Document) -> tuple[CountryMention, ...]:
    """Return the countries that a document names, in the order of the text."""
    return ()
