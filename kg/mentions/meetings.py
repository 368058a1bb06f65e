"""The grammar of meetings: noun phrases with a meeting word, and meetings made of verbs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.language import expressions as re
from kg.language import numerals
from kg.language.patterns import Chunk
from kg.mentions import (
    appointments,
    assemblies,
    bodies,
    ellipses,
    encounters,
    guests,
    pronouns,
    receptions,
    sessions,
    unnamed,
)
from kg.mentions.sessions import Phrase
from kg.model import Document, MeetingMention, Mentions, PersonMention

_BY = re.compile(r"\b(?:by|via|through|per)\s+(?:an?\s+)?$")
_COMMA = re.compile(r",\s+$")
_AROUND = re.compile(
    r"\s+on\s+(?:the\s+)?(?:[\w-]+\s+){1,2}?(?:islands?|sides?|coast|border|shores?|territory|soil)$"
)
_JOINED = re.compile(
    r"\s*(?:,|,?\s+and|\s+with)\s+(?:the\s+)?(?:[A-Z][\w.'-]*\s+(?:(?:of|for)\s+(?:the\s+)?)?){0,8}"
)
_STOP = re.compile(r"[.?!](?=\s|$)|\n\s*\n")
_COUNTED = re.compile(
    r"[,;]\s+(?:and\s+)?(?:the|a)\s+(?P<count>[a-z]+th|second|third|\d+(?:st|nd|rd|th))"
    r"(?=\s+(?:in|on|at|will|is|was)\b)"
)
REACH = 400
"""Characters behind a numbered meeting in which others of its series can lack the noun."""
NEAREST = 8
"""Verb-made meetings before a noun phrase among whose words it can stand."""

_SHORTENED = re.compile(
    r"(?:[Mm]eeting|[Dd]ialogue|[Ff]orum|[Cc]onsultations?|[Ss]ummit|[Cc]onference|[Ss]ession|[Cc]ommission)"
    r"\s+\((?P<short>[A-Z][A-Za-z]{1,7})\)$"
)
_ROOM = re.compile(r"\s+(?:tables?|rooms?|halls?|cent(?:re|er)s?|calls?|papers?)\b")
_IN_TITLE = re.compile(
    r"\b(?:Program(?:me)?|Plan|Schedule|Protocol|Memorandum|Agreement)\s+(?:of|on|for)\s+$"
)
_OF_FORUM = re.compile(
    r"\b(?:Ministers|Council|Committee|Commission|Assembly|Heads|[Ll]eaders|[Mm]embers?|[Ss]tates|[Cc]ountries"
    r"|Secretariat|Secretary(?:-|\s)General|[Cc]hair\w*)\s+(?:of|in)\s+(?:the\s+)?$"
)
_LEVEL = re.compile(r"\s+level\b")
_VAGUE = ("bare", "pointing", "of-kind")
_POINTING = frozenset(
    ("the", "this", "that", "these", "both", "its", "their", "his", "her", "whose")
)


def find(document: Document, found: Mentions) -> tuple[MeetingMention, ...]:
    """Return the meetings that a document names, in the order of the text.

    A mention is `definite` where it only points at another one ("the summit").
    """
    rows = sessions.marks(document, found)
    seen = [phrase for _, phrase in sessions.phrases(document, rows)]
    told_of = (_mention(document, phrase) for phrase in seen)
    named = [m and _widen(document, m, found.persons) for m in told_of]
    named += [pair for phrase in seen for pair in _pairs(document, phrase)]
    met = [
        *encounters.find(document, found),
        *assemblies.find(document, rows),
        *unnamed.find(document, found),
        *receptions.find(document, found),
    ]
    met += _others(guests.find(document, found), met)
    met += _others(appointments.find(document, found, met), met)
    met = [m for m in met if not any(_says_less(m, one) for one in met)]
    by_name = any(m.rule == "met-with" for m in met)
    if not by_name and all(m is None or m.rule in _VAGUE for m in named):
        met += guests.implied(document, found)
    met.sort(key=_position)
    starts = [m.start for m in met]
    phrases = [m for m in named if m is not None and not _inside(m, starts, met)]
    phrases += [m for phrase in phrases for m in _gapped(document, phrase)]
    phrases = [ellipses.counted(document, m) for m in phrases]
    every = ellipses.numbered(document, sorted([*phrases, *met], key=_position))
    every = sorted([*every, *ellipses.find(document, every)], key=_position)
    every = [*every, *_short(document, every), *pronouns.find(document, every)]
    return tuple(sorted(every, key=_position))


def _short(document: Document, told: list[MeetingMention]) -> Iterator[MeetingMention]:
    """Yield "the 4th JCM" where the text shortens the name of a meeting so: "Meeting (JCM)"."""
    known: dict[str, MeetingMention] = {}
    for mention in told:
        hit = _SHORTENED.search(mention.name)
        if hit and hit["short"] != mention.organisation:
            known.setdefault(hit["short"], mention)
    if not known:
        return
    starts = [m.start for m in told]
    for hit in re.finditer(rf"\b(?P<count>[\w-]+)\s+(?:{'|'.join(known)})\b", document.view):
        at = bisect_right(starts, hit.start())
        inside = at > 0 and hit.end() <= told[at - 1].end
        ordinal = numerals.ordinal(hit["count"])
        if ordinal is not None and not inside:
            whole = replace(known[hit.group().split()[-1]], rule="numbered", ordinal=ordinal)
            name = document.words(*hit.span())
            yield replace(whole, start=hit.start(), end=hit.end(), name=name)


def _widen(
    document: Document, mention: MeetingMention, persons: Sequence[PersonMention]
) -> MeetingMention:
    """Return the talks of one person with all who are named beside: "talks of A with B"."""
    if mention.rule != "of-parties" or len(mention.parties) != 1:
        return mention
    first = bisect_right(persons, mention.end, key=lambda person: person.start)
    parties: tuple[str, ...] = mention.parties
    end = mention.end
    for person in persons[first : first + NEAREST]:
        if not _JOINED.fullmatch(document.view, end, person.start):
            break
        parties, end = (*parties, person.name), person.end
    name = document.words(mention.start, end)
    return replace(mention, end=end, name=name, parties=parties)


def _gapped(document: Document, first: MeetingMention) -> Iterator[MeetingMention]:
    """Yield those of a series without the noun: "the first summit in Lima, the second in Quito"."""
    if first.rule != "numbered" or first.ordinal is None:
        return
    limit = min(len(document.view), first.end + REACH)
    stop = _STOP.search(document.view, first.end, limit)
    end = stop.start() if stop else limit
    for hit in _COUNTED.finditer(document.view, first.end, end):
        ordinal = numerals.ordinal(hit["count"])
        if ordinal is not None and ordinal > first.ordinal:
            name = f"{hit['count']} {first.head}"
            start, stopped = hit.span("count")
            yield replace(first, start=start, end=stopped, name=name, ordinal=ordinal)


def _others(told: list[MeetingMention], met: list[MeetingMention]) -> list[MeetingMention]:
    """Return the meetings told in words in which no other one of persons stands."""
    return [mention for mention in told if not any(_overlap(mention, one) for one in met)]


def _overlap(one: MeetingMention, other: MeetingMention) -> bool:
    """Return whether two mentions of persons who met stand in the same words."""
    told = other.rule in ("met-with", "bodies-met")
    return told and one.start < other.end and other.start < one.end


def _says_less(one: MeetingMention, other: MeetingMention) -> bool:
    """Return whether the words of another mention name all parties of one, and more."""
    return _overlap(one, other) and set(one.parties) < set(other.parties)


def _position(mention: MeetingMention) -> tuple[int, int]:
    return mention.start, mention.end


def _inside(mention: MeetingMention, starts: list[int], met: list[MeetingMention]) -> bool:
    """Return whether the words of a verb-made meeting hold this one: "had a meeting with N"."""
    if mention.rule not in ("bare", "pointing") and "'s " not in mention.name:
        return False
    at = bisect_right(starts, mention.start)
    return any(mention.end <= m.end for m in met[max(0, at - NEAREST) : at])


def _mention(document: Document, phrase: Phrase) -> MeetingMention | None:
    chunks = bodies.chunks_of(phrase)
    organisation, organ = bodies.organisation(document, chunks)
    body = bodies.body(document, phrase) or organ
    parties = bodies.parties(chunks)
    if organisation is None and not parties:
        organisation = bodies.described(document, phrase)
    if any(isinstance(chunk.value, PersonMention) for chunk in chunks):
        organisation, body = None, None
    named = any(chunk.symbol in "PA" for chunk in phrase.hit.chunks("pre")) or _of_year(phrase)
    rule = _rule(phrase, organisation, body, parties, named)
    if (
        _is_participle(document, phrase)
        or _is_other(document, phrase, rule)
        or _LEVEL.match(document.view, phrase.hit.end)
    ):
        return None
    if phrase.sign == "L" or _general(document, phrase) or _is_means(document, phrase):
        return None
    if phrase.sign == "S" and rule != "pointing" and not _gathers(phrase, rule, body):
        return None
    if phrase.sign == "U" and rule not in ("numbered", "of-organisation"):
        return None
    end = _end(document, phrase)
    return MeetingMention(
        phrase.start,
        end,
        rule,
        name=document.words(phrase.start, end),
        head=phrase.head,
        ordinal=phrase.ordinal,
        organisation=organisation,
        body=body,
        parties=parties,
        definite=rule in ("pointing", "of-kind") and _definite(phrase),
    )


def _end(document: Document, phrase: Phrase) -> int:
    """Return where a name ends: "on the Greek island" and "on the Greek side" are not of it."""
    at = _AROUND.search(document.view, phrase.start, phrase.hit.end)
    return at.start() if at else phrase.hit.end


def _general(document: Document, phrase: Phrase) -> bool:
    """Return whether a phrase speaks of dealings at large: "negotiations on a treaty"."""
    if phrase.ordinal is not None:
        return False
    if phrase.head == "round" and "o" not in phrase.hit.match.group():
        return True
    if phrase.head not in ("negotiations", "dialogue", "debate"):
        return False
    return (
        re.search(r"\b(?:on|for|about)\b", document.words(phrase.start, phrase.hit.end)) is not None
    )


def _of_year(phrase: Phrase) -> bool:
    """Return whether year and place name a meeting: "the summit of 2012 in Baku"."""
    return [chunk.symbol for chunk in phrase.hit.chunks("tail")[:3:2]] == ["o", "i"]


def _is_other(document: Document, phrase: Phrase, rule: str) -> bool:
    """Return whether the word means no gathering: furniture, a document, a standing forum."""
    view, start, end = document.view, phrase.start, phrase.hit.end
    if rule in _VAGUE and _ROOM.match(view, end):
        return True
    if phrase.ordinal is None and _IN_TITLE.search(view, max(0, start - 24), start):
        return True
    standing = rule == "named" and phrase.head == "forum" and phrase.ordinal is None
    return standing and _OF_FORUM.search(view, max(0, start - 40), start) is not None


def _gathers(phrase: Phrase, rule: str, body: str | None) -> bool:
    """Return whether a word that mostly points names a meeting: "a gathering of the ministers"."""
    owned = rule == "of-organisation" and body is not None and bool(phrase.hit.chunks("tail"))
    told = rule in ("of-parties", "of-body") or owned
    return phrase.head in ("gathering", "encounter") and told


def _is_participle(document: Document, phrase: Phrase) -> bool:
    """Return whether "meeting" is a verb: "the ministers, meeting in Oslo, agreed"."""
    alone = document.words(phrase.start, phrase.hit.end) == "meeting"
    return (
        alone and _COMMA.search(document.view, max(0, phrase.start - 3), phrase.start) is not None
    )


def _is_means(document: Document, phrase: Phrase) -> bool:
    """Return whether a phrase only says how something was done: "by videoconference"."""
    name = document.words(phrase.start, phrase.hit.end).lower()
    remote = name.startswith(("video", "teleconference"))
    return remote and _BY.search(document.view, max(0, phrase.start - 12), phrase.start) is not None


def _pairs(document: Document, phrase: Phrase) -> Iterator[MeetingMention]:
    """Yield the two meetings that a plural names by their places: "the Lima and Quito summits"."""
    before = phrase.hit.chunks("pre")
    places = [chunk for chunk in before if chunk.symbol == "P"]
    if phrase.sign != "L" or "".join(chunk.symbol for chunk in before) != "P&P":
        return
    head = phrase.hit.chunks("head")[0]
    rest = document.words(head.end, phrase.hit.end)
    for place in places:
        where = document.words(place.start, place.end)
        one = phrase.head.removesuffix("s")
        yield MeetingMention(
            place.start, phrase.hit.end, "named", name=f"{where} {one} {rest}".strip(), head=one
        )


def _rule(
    phrase: Phrase,
    organisation: str | None,
    body: str | None,
    parties: tuple[str, ...],
    named: bool,
) -> str:
    """Return what makes the phrase a name: the strongest first."""
    if phrase.ordinal is not None:
        return "numbered"
    if organisation:
        return "of-organisation"
    if parties:
        return "of-parties"
    if body:
        return "of-body"
    if named:
        return "named"
    if any(_tells_kind(chunk, phrase) for chunk in phrase.hit.chunks("pre")):
        return "of-kind"
    return "pointing" if _definite(phrase) else "bare"


def _definite(phrase: Phrase) -> bool:
    """Return whether article or possessive say that the meeting is known."""
    before = phrase.hit.chunks("pre")
    if any(sessions.text(chunk) == "own" for chunk in before):
        return False
    if not before and phrase.determiner is None:
        return _capital_head(phrase) and phrase.sign == "H" and phrase.head != "meeting"
    return phrase.determiner in _POINTING or bool(before and before[0].symbol == "'")


def _tells_kind(chunk: Chunk, phrase: Phrase) -> bool:
    """Return whether a word tells one meeting from the others: "ministerial", "Quadripartite"."""
    word = sessions.text(chunk)
    if word.lower() in sessions.of_class("coming"):
        return False
    capital = chunk.symbol == "J"
    field = word.lower() in sessions.of_class("field")
    return chunk.symbol == "E" or field or (capital and _capital_head(phrase))


def _capital_head(phrase: Phrase) -> bool:
    return sessions.text(phrase.hit.chunks("head")[-1])[0].isupper()
