"""The grammar of countries: names, official names and demonyms, as whole words.

"The Uzbek side" is a mention of "Uzbek": the words around it are left to the
grammars that read them. Article and possessive are not part of a mention.
"""

from __future__ import annotations

from kg.lexicon.gazetteer import Found, scan
from kg.model import CountryMention, Document


def find(document: Document) -> tuple[CountryMention, ...]:
    """Return the countries that a document names, in the order of the text."""
    return tuple(
        _mention(found) for found in scan(document.view) if found.entry.country is not None
    )


def _mention(found: Found) -> CountryMention:
    country = found.entry.country
    assert country is not None
    form = "demonym" if found.entry.demonym else "name"
    return CountryMention(found.start, found.end, form, country.code, form)
