"""Whose session a mention without a body is: "The Council ended its session", "at its meeting"."""

from __future__ import annotations

from collections.abc import Sequence

from kg import lexicon
from kg.language import expressions as re
from kg.model import Document, MeetingMention, Mention, OrganisationMention

_BODY = (
    r"(?P<body>(?:[A-Z][\w'-]*\s+(?:(?:of|for|on|and|the)\s+)*){0,9}?"
    r"(?:Councils?|Committee|Commission|Board|Assembly|Ministers|Heads|Chiefs|Leaders|Presidents|Cabinet|Bureau"
    r"|(?:Contact|Working|Expert|Steering)\s+Group|Conference|Presidium)\b"
    r"(?:\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?[A-Z][\w'-]*){0,8})"
)
_SUBJECT = re.compile(rf"(?:\b[Tt]he\s+|^){_BODY}")
_BEHIND = re.compile(rf"[^;:]{{0,120}}?,\s+(?:the\s+)?{_BODY}")
_ITS = re.compile(r"\b(?:its|their|whose)\s+$")
_FRONTED = re.compile(r"(?:At|In|During|After|With|For|Ending|Opening|Holding)\s+(?:its|their)\s+")
_OWNER = re.compile(r"(?P<body>[A-Z]\w+)'s\b")
_BRACKET = re.compile(r"\s*\([^)]*\)$")
_KIND = re.compile(
    r"\bof\s+the\s+(?:bloc|organi[sz]ation|grouping|association|initiative|alliance|union|Agency|Organi[sz]ation"
    r"|Community|Association|Union|Compact|Alliance|Initiative|Forum|Commonwealth)(?:\Z|'s\s)"
)
LATEST = 6
"""Organisations of a sentence among which the body that meets is looked for."""


def root(name: str) -> str:
    """Return the organisation that a body belongs to, else the name itself."""
    entry = lexicon.organisation(name)
    return entry.part_of if entry and entry.part_of else name


def is_of_kind(name: str) -> bool:
    """Return whether a meeting is of an organisation that its name only calls "the bloc"."""
    return _KIND.search(name) is not None


def find(
    document: Document, rows: Sequence[Sequence[Mention]], mention: MeetingMention, sentence: int
) -> str | None:
    """Return the body whose meeting a mention is, under the name that the text gives it.

    The one that "its" or "their" means, else, for a number alone, the body named last
    before it in its sentence or the one before. `rows` are the organisations of each sentence.
    """
    if mention.body or mention.parties:
        return None
    subject = _subject(document, rows, mention, sentence)
    if subject or mention.rule != "numbered":
        return subject
    near = rows[max(0, sentence - 1) : sentence + 1]
    before = [m for row in near for m in row[-LATEST:] if m.start < mention.start]
    owner = _OWNER.match(mention.name)
    for other in reversed(before):
        name = _BRACKET.sub("", document.words(other.start, other.end))
        body = isinstance(other, OrganisationMention) and root(other.name) != other.name
        if body and (owner is None or name.endswith(owner["body"])):
            return name
    return None


def is_fronted(document: Document, mention: MeetingMention, sentence: int) -> bool:
    """Return whether a sentence opens with a meeting of whom it then tells: "At its session, …"."""
    lead = document.sentences[sentence].lead
    return _FRONTED.fullmatch(document.view, lead, max(lead, mention.start)) is not None


def _subject(
    document: Document, rows: Sequence[Sequence[Mention]], mention: MeetingMention, sentence: int
) -> str | None:
    """Return the body that meets in its session: "The Council of Kings ended its session"."""
    view, start = document.view, document.sentences[sentence].lead
    if not _ITS.search(view, max(start, mention.start - 10), mention.start):
        return None
    clause = max(view.rfind(mark, start, mention.start) for mark in ";:") + 1
    hit = _SUBJECT.search(view, max(start, clause), mention.start)
    if hit is None and is_fronted(document, mention, sentence):
        hit = _BEHIND.match(view, mention.end, document.sentences[sentence].end)
    if hit is None:
        return None
    name = document.words(*hit.span("body"))
    for other in rows[sentence]:
        within = hit.start() <= other.start < hit.end()
        if within and isinstance(other, OrganisationMention) and root(other.name) == other.name:
            words = _BRACKET.sub("", document.words(other.start, other.end))
            name = re.sub(rf"\s*\bof\s+(?:the\s+)?{re.escape(words)}$", "", name)
            name = re.sub(rf"^{re.escape(words)}(?:'s)?\s+", "", name)
    return name
