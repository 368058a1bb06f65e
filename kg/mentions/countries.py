"""The grammar of countries: names, official names and demonyms, as whole words.

"The Uzbek side" is a mention of "Uzbek": the words around it are left to the
grammars that read them. Article and possessive are not part of a mention. What
only looks like a country is left out: persons ("Michael Jordan"), languages ("in
Russian"), papers and airlines ("Japan Times"). A form of several countries ("Congo") is
one only where the text names one of them otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.language import expressions as re
from kg.lexicon import combining_forms, is_family_name
from kg.lexicon.contexts import before, ends_a_person
from kg.lexicon.gazetteer import Found
from kg.lexicon.recognition import recognise
from kg.model import CountryMention, Document

NAMESAKES = frozenset(("Chad", "Georgia", "Ireland", "Israel", "Jordan", "Holland", "France"))
"""Countries that are given or family names too."""

_WORD_AFTER = re.compile(r" ([A-Z][a-z]+)\b")
_OWNER = re.compile(r"\b(?:of|from|and) \Z")
_COMPANY = re.compile(
    r" (?:Airlines?|Airways|Daily|Herald|Post|Times|Tribune|Today|Gazette|Observer|News)\b"
)
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:in|into|from|speak|speaks|spoke) (?:[A-Z]\w+(?:ish|ian|ese|nch|man|ic|yz|ek|kh|jik)"
    r"(?:, |,? and ))*\Z"
)
_LANGUAGE_AFTER = re.compile(r"[,.;)]|\Z| (?:and|or) [A-Z]\w+(?:[,.;)]|\Z| languages?\b)")
_LANGUAGE = re.compile(r"(?:-| )(?:languages?|speaking)\b")
_VERB = re.compile(r" (?:the|your|its|their|up)\b")
LANGUAGES = 60
"""Code points before a language that are looked at: room for a list of languages."""


def find(document: Document) -> tuple[CountryMention, ...]:
    """Return the countries that a document names, in the order of the text."""
    listed = [
        _mention(found)
        for found in recognise(document)
        if found.entry.countries and not _other(document.view, found)
    ]
    return tuple(sorted((*listed, *_paired(document.view, listed)), key=lambda m: m.start))


def _paired(view: str, listed: list[CountryMention]) -> Iterator[CountryMention]:
    """Yield the countries meant by "Sino" in "Sino-Russian" and by both in "Indo-Pak"."""
    starts, ends = {m.start for m in listed}, {m.end for m in listed}
    hits = list(_combining().finditer(view))
    starts |= {hit.start() for hit in hits}
    ends |= {hit.end() for hit in hits}
    for hit in hits:
        start, end = hit.span()
        after = view[end : end + 1] == "-" and end + 1 in starts
        if after or (view[start - 1 : start] == "-" and start - 1 in ends):
            code = combining_forms()[hit.group()]
            yield CountryMention(start, end, "pair", code, "demonym")


@cache
def _combining() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(combining_forms())})\b")


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
    return form in NAMESAKES and _is_person(view, found)


def _is_person(view: str, found: Found) -> bool:
    """Tell whether a namesake is part of a person's name: "Michael Jordan", "Chad Smith"."""
    if ends_a_person(view, found.start):
        return True
    after = _WORD_AFTER.match(view, found.end)
    family = after is not None and is_family_name(after[1])
    return family and not _OWNER.search(before(view, found.start))


def _is_language(view: str, found: Found) -> bool:
    """Tell whether a demonym names a language: "in Russian", "Chinese-speaking"."""
    words = before(view, found.start, LANGUAGES)
    spoken = _LANGUAGE_BEFORE.search(words) and _LANGUAGE_AFTER.match(view, found.end)
    return bool(spoken or _LANGUAGE.match(view, found.end))
