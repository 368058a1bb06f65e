"""The grammar of places."""

from __future__ import annotations

import re

from kg.lexicon.gazetteer import Found, scan
from kg.model import Document, PlaceMention

_IN = re.compile(r"\b(?:in|In|at)\s$")


def find(document: Document) -> tuple[PlaceMention, ...]:
    """Return the places that a document names, in the order of the text."""
    return tuple(
        _mention(document, found)
        for found in scan(document.view)
        if found.entry.cities and _stands(document.view, found)
    )


def _stands(view: str, found: Found) -> bool:
    free = found.entry.country is None and not found.entry.weak
    return free or bool(_IN.search(view, max(0, found.start - 4), found.start))


def _mention(document: Document, found: Found) -> PlaceMention:
    name = document.words(found.start, found.end)
    country = found.entry.cities[0].country
    return PlaceMention(found.start, found.end, "city", name, country)
