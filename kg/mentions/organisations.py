"""The grammar of organisations."""

from __future__ import annotations

from kg.lexicon.gazetteer import Found, scan
from kg.model import Document, OrganisationMention


def find(document: Document) -> tuple[OrganisationMention, ...]:
    """Return the organisations that a document names, in the order of the text."""
    found = [f for f in scan(document.view) if f.entry.organisation is not None]
    sure = {f.entry.organisation.name for f in found if f.entry.organisation and not f.entry.weak}
    mentions = (_mention(f) for f in found)
    weak = (f.entry.weak for f in found)
    return tuple(m for m, w in zip(mentions, weak, strict=True) if not w or m.name in sure)


def _mention(found: Found) -> OrganisationMention:
    organisation = found.entry.organisation
    assert organisation is not None
    return OrganisationMention(
        found.start, found.end, "listed", organisation.name, organisation.name
    )
