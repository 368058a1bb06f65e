"""The grammar of countries: names, official names and demonyms, as whole words.

"The Uzbek side" is a mention of "Uzbek": the words around it are left to the
grammars that read them. Article and possessive are not part of a mention. What
only looks like a country is left out: persons ("Michael Jordan"), languages ("in
Russian"), papers and airlines ("Japan Times"). A form of several countries ("Congo") is
one only where the text names one of them otherwise.
"""

from __future__ import annotations

import re

from kg.lexicon import is_given_name
from kg.lexicon.gazetteer import Found
from kg.lexicon.recognition import recognise
from kg.model import CountryMention, Document

NAMESAKES = frozenset(("Chad", "Georgia", "Ireland", "Israel", "Jordan", "Holland", "France"))
"""Countries that are given or family names too."""

_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord)\.? \Z")
_WORD_BEFORE = re.compile(r"([A-Z][a-z]+) \Z")
_COMPANY = re.compile(
    r" (?:Airlines?|Airways|Daily|Herald|Post|Times|Tribune|Today|Gazette|Observer|News)\b"
)
_LANGUAGE_BEFORE = re.compile(r"\b(?:in|into|from|speak|speaks|spoke) \Z")
_LANGUAGE_AFTER = re.compile(r"[,.;)]|\Z| (?:and|or) [A-Z]\w+(?:[,.;)]|\Z| languages?\b)")
_LANGUAGE = re.compile(r"(?:-| )(?:languages?|speaking)\b")
_VERB = re.compile(r" (?:the|your|its|their|up)\b")
CONTEXT = 24
"""Code points before a name that are looked at."""


def find(document: Document) -> tuple[CountryMention, ...]:
    """Return the countries that a document names, in the order of the text."""
    return tuple(
        _mention(found)
        for found in recognise(document)
        if found.entry.countries and not _other(document.view, found)
    )


def _mention(found: Found) -> CountryMention:
    code = found.entry.countries[0].code
    if found.entry.demonym:
        return CountryMention(found.start, found.end, "demonym", code, "demonym")
    return CountryMention(found.start, found.end, "name", code, "name")


def _other(view: str, found: Found) -> bool:
    """Tell whether the words around a form say that it names no country."""
    form = view[found.start : found.end]
    if _COMPANY.match(view, found.end):
        return True
    if found.entry.demonym:
        return _is_language(view, found) or (
            form == "Polish" and bool(_VERB.match(view, found.end))
        )
    return form in NAMESAKES and _is_person(view[max(0, found.start - CONTEXT) : found.start])


def _is_language(view: str, found: Found) -> bool:
    """Tell whether a demonym names a language: "in Russian", "Chinese-speaking"."""
    before = view[max(0, found.start - CONTEXT) : found.start]
    spoken = _LANGUAGE_BEFORE.search(before) and _LANGUAGE_AFTER.match(view, found.end)
    return bool(spoken or _LANGUAGE.match(view, found.end))


def _is_person(before: str) -> bool:
    """Tell whether the words before a form make it a person's name: "Mr Jordan"."""
    word = _WORD_BEFORE.search(before)
    return bool(_PERSON.search(before)) or bool(word and is_given_name(word[1]))
