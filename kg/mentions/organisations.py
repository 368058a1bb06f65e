"""The grammar of organisations."""

from __future__ import annotations

from kg.lexicon import Organisation, organisations
from kg.lexicon.gazetteer import Found
from kg.lexicon.recognition import recognise
from kg.model import Document, OrganisationMention


def find(document: Document) -> tuple[OrganisationMention, ...]:
    """Return the organisations that a document names, in the order of the text."""
    return tuple(
        _mention(found, found.entry.organisation)
        for found in recognise(document)
        if found.entry.organisation is not None
    )


def _mention(found: Found, organisation: Organisation) -> OrganisationMention:
    listed = organisation.name in organisations()
    rule, key = ("listed", organisation.name) if listed else ("defined", None)
    return OrganisationMention(found.start, found.end, rule, organisation.name, key)
