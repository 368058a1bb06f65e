"""The grammar of organisations: those of the word list, those that the text defines or describes.

"Danube River Mission (DRM)" makes "DRM" an organisation of this text; so far only
its name is known. The sign of a document ("PSC/PR/COMM.12") names none.
"""

from __future__ import annotations

from kg.language import expressions as re
from kg.lexicon import Organisation, organisations
from kg.lexicon.gazetteer import Found
from kg.lexicon.recognition import recognise
from kg.mentions import establishments
from kg.model import Document, OrganisationMention

_SIGN = re.compile(r"/[A-Z]+/")
_GIVEN = re.compile(r"\s?\(([A-Z][A-Z0-9&+-]{1,7}s?)\)")
_ROOM = 12
"""Code points behind a name in which the acronym in brackets ends."""
_OFFICE = re.compile(r"\bForeign(?:,| and| &) \Z")


def find(document: Document) -> tuple[OrganisationMention, ...]:
    """Return the organisations that a document names, in the order of the text."""
    known = recognise(document)
    short = _short(document.view, known)
    named = [
        _mention(found, found.entry.organisation, short)
        for found in known
        if found.entry.organisation is not None and not _is_part(document.view, found)
    ]
    described = establishments.find(document, known)
    return tuple(sorted((*named, *described), key=lambda mention: mention.start))


def _short(view: str, known: tuple[Found, ...]) -> dict[str, str]:
    """Return the acronym that a text gives to an organisation whose name is none of its own."""
    out: dict[str, str] = {}
    for found in known:
        organisation = found.entry.organisation
        own = organisation is None or any(map(str.isupper, organisation.name.split()))
        given = None if own else _GIVEN.search(view, found.start, found.end + _ROOM)
        if organisation and given:
            out.setdefault(organisation.name, given[1])
    return out


def _is_part(view: str, found: Found) -> bool:
    """Tell whether a name is part of another: of a sign, or a word of that of an office.

    An acronym is never such a word: "Minister of Foreign and CARICOM Affairs" speaks of CARICOM.
    """
    if _SIGN.match(view, found.end):
        return True
    word = not view[found.start : found.end].isupper()
    return word and _OFFICE.search(view, max(0, found.start - 14), found.start) is not None


def _mention(
    found: Found, organisation: Organisation, short: dict[str, str]
) -> OrganisationMention:
    listed = organisation.name in organisations()
    rule, key = ("listed", organisation.name) if listed else ("defined", None)
    name = short.get(organisation.name, organisation.name)
    return OrganisationMention(found.start, found.end, rule, name, key)
