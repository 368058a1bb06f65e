"""Who presides by other words than a verb beside a name.

"Under his chairmanship"; "N (Oman, chair)"; "Oman chaired, in the person of N"; "the summit, which
Oman chaired"; of two meetings "the first was chaired by N, the second by N".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language import expressions as re
from kg.model import Document, Mention, Passage, PersonMention, Sentence

_HIS = re.compile(
    r"\bunder\s+(?:his|her)\s+(?:own\s+|able\s+)?(?:chair(?:man|woman|person)?(?:ship)?|presidency|gavel)\b"
)
_BRACKET = re.compile(
    r"\s*\((?:[^();]{1,40},\s+)?(?:[Cc]hair(?:person|man|woman)?|[Pp]residing|[Mm]oderator|in\s+the\s+chair)\)"
)
_WILL = re.compile(r"\s+(?:will|is\s+to)\s+(?:chair|preside)\)")
_PERSON = re.compile(r"[^.;:]{0,100}?\bin\s+the\s+person\s+of\s+")
_WHICH = re.compile(r",?\s+(?:and\s+)?which\s+\Z")
_NTH = re.compile(
    r"\b(?:the|of\s+the)\s+(?P<nth>first|former|second|latter)\s+(?:was|is|had|were)\b"
)
_MEETS = re.compile(
    r"\b(?:[Mm]eeting|[Ss]ession|[Ss]ummit|[Cc]onference|[Tt]alks|[Cc]ouncil|[Cc]ommi(?:ttee|ssion)|[Aa]ssembly"
    r"|[Ff]orum|[Dd]ialogue|[Cc]onsultations|[Rr]ound|[Pp]lenary|[Ss]itting|[Gg]athering|[Bb]oard|[Mm]inisters)\b"
)
NEAR = 40
"""Characters around the words of chairing in which "the second" says which meeting is meant."""


def find(
    document: Document,
    persons: Sequence[PersonMention],
    sentence: Sentence,
    topic: PersonMention | None,
) -> Iterator[tuple[PersonMention, int, int]]:
    """Yield who chairs, with start and end of the words that say so."""
    view = document.view
    for hit in _HIS.finditer(view, sentence.start, sentence.end):
        before = [person for person in persons if person.end <= hit.start()]
        person = before[-1] if before else topic
        if person is not None:
            yield person, *hit.span()
    for person in persons:
        told = _BRACKET.match(view, person.end, sentence.end) or _WILL.match(view, person.end)
        if told:
            yield person, person.start, told.end()


def in_person(document: Document, holders: Sequence[Mention], end: int) -> list[Mention]:
    """Return by whom a country presides: "the chair fell to Peru, in the person of N"."""
    hit = _PERSON.match(document.view, end)
    if hit is None:
        return []
    behind = (h for h in holders if h.start >= hit.end())
    person = next((h for h in behind if isinstance(h, PersonMention)), None)
    return [person] if person else []


def relative(document: Document, party: Mention) -> bool:
    """Return whether a country stands where a clause begins: "the summit, which Peru chaired"."""
    return _WHICH.search(document.view, max(0, party.start - 14), party.start) is not None


def of_meeting(document: Document, sentence: Sentence, start: int) -> bool:
    """Return whether "whose" stands behind a meeting: "the session, whose chair was N"."""
    first = max(sentence.start, start - 2 * NEAR)
    return _MEETS.search(document.view, first, start) is not None


def nth(document: Document, sentence: Sentence, passage: Passage) -> int | None:
    """Return which of the meetings just named is chaired, 0 or 1, where the words say it."""
    first = max(sentence.start, passage.start - NEAR)
    hits = _NTH.finditer(document.view, first, passage.start + NEAR)
    hit = min(hits, key=lambda hit: abs(hit.start() - passage.start), default=None)
    if hit is None:
        return None
    return 0 if hit["nth"] in ("first", "former") else -1
