"""For whom a person speaks where the words around a list say so: "the Chilean side: N and N".

A frame is a country or organisation with words that make it the sender of those named next
("for Chile, N", "Chile sent N", "the Chilean delegation included N and N") or last ("N and N,
on the Chilean side"). It ends where the next one begins or the list breaks off.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.facts import behalf
from kg.facts.behalf import name as _name
from kg.language import expressions as re
from kg.language import words
from kg.model import Document, Mention, Mentions, PersonMention, Sentence

_BODY = r"(?:side|delegation|delegates|delegations|team|part|one|party|contingent|mission)"
_AGENT = (
    r"(?:(?:thus|likewise|each|all|both|jointly|was|were|is|are|will\s+be|had|has|have|been|being|also|further|it|again|took\s+part"
    r"|participated|attended|there|present|spoke|came|stood|sat)\s+)*"
)
_OPENS = (
    r"(?:(?:led|headed|represented|attended|chaired|formed|made\s+up|composed|joined|steered"
    r"|fronted)"
    r"\s+(?:by|of)|made\s+up|includ(?:ed|es|ing)|comprised|comprising|consist(?:ed|ing)\s+of"
    r"|consisted|by|in\s+the\s+persons?\s+of|through|of|with)"
)
_SIDE = re.compile(
    rf"(?:'s)?\s+{_BODY}\b\s*[,:-]?\s*(?:(?:at|to|in)\s+the\s+\w+\s+)?{_AGENT}(?:{_OPENS}\s+)?"
    r"(?:the\s+)?\Z",
    re.I,
)
_OWNED = re.compile(
    r"'s\s+(?:is|was|are|were|has\s+been|will\s+be)\s+(?:led|headed|represented"
    r"|chaired)\s+by\s+(?:the\s+)?\Z"
)
_OF_SIDE = re.compile(rf"\b{_BODY}\s+(?:of|from)\s+(?:the\s+)?\Z", re.I)
_LED = re.compile(rf"(?:\s*:|\s*,?\s+{_AGENT}{_OPENS})\s*(?:the\s+)?\Z", re.I)
_SENT = re.compile(
    rf"(?:\s*,\s+(?:which|a|an|the|as)\b[^,;.]{{0,80}},)?\s+{_AGENT}(?:represented\s+(?:[a-z][^,.;:]{{0,40}}?\s)?by|spoken\s+for\s+by|sent"
    r"|delegated|dispatched|deputed|in\s+the\s+persons?\s+of|through|at\s+the\s+level\s+of)\s+"
    r"(?:(?:its|the|their)\s+)?\Z",
    re.I,
)
_FOR_WHICH = re.compile(r"\s*,\s+(?:for\s+(?:which|whom)|on\s+whose\s+behalf)\s+(?:the\s+)?")
_GAPPED = re.compile(
    r"\s*(?:'s\s+by\s+the|,|\s+in\s+that\s+of|(?:,\s+which\b[^,;.]{0,80},)?(?:'s)?\s+(?:also\s+)?by"
    r"|'s)\s+(?:(?:its|the|their)\s+)?\Z",
    re.I,
)
_VOICE = re.compile(
    r"(?:'s)?\s+(?:voice|seat|place|chair|case|part|views?|position|statement)\b[^.;:]{0,70}?"
    r"\b(?:by|of|through)\s+(?:(?:its|the|that\s+of)\s+)?\Z",
    re.I,
)
_FOR = re.compile(
    r"(?:\A\W*|[,;:(•–—-]\s*|\b(?:and|while|speaking|signed|spoke|attended|participated)\s+)"
    r"(?:for|from|on\s+behalf\s+of|representing)\s+(?:the\s+)?\Z"
    r"|\b(?:counterparts?|colleagues?|peers?|opposite\s+numbers?|ministers?|presidents?|leaders?"
    r"|envoys?"
    r"|delegates?|representatives?|speakers?|guests?)\s+from\s+(?:the\s+)?\Z",
    re.I,
)
_NEXT = re.compile(
    rf"\s*[,:]?\s*{_AGENT}(?:by\s+)?(?:(?:its|their|the|came|spoke|signed|was|stood|appeared"
    r"|there\s+(?:came|was)|it\s+(?:is|was))\s+)?(?:the\s+)?\Z",
    re.I,
)
_BETWEEN = re.compile(
    r"\b(?:was|were|met|said|told|received|held|who|which|will|has|had|signed|between|but|while)\b"
    r"|[.:]\s"
)
_ON_BEHALF = re.compile(r"\s*,?\s+(?:on\s+behalf\s+of|representing|speaking\s+for)\s+(?:the\s+)?")
_FOR_ALONE = re.compile(r"\s*,\s+for\s+(?:the\s+)?")
_LIST_GOES_ON = re.compile(r"\s*(?:[.;]|,?\s+and\s+(?!for\b)|\Z)")
_OF_EACH = re.compile(r"\s*,\s+(?:[A-Z][\w-]+\s+(?:[\w-]+\s+){0,5})?(?:of|from)\s+(?:the\s+)?")
_COORDINATED = re.compile(r"\s*(?:,|,?\s*\band)\s*(?:the\s+)?(?:[A-Z][a-z]{1,3}\.\s+)?")
_AFTERWARDS = re.compile(r"\s*,?\s+(?:on|from|for)\s+(?:the\s+)?\Z", re.I)
_SIDE_ENDS = re.compile(rf"(?:'s)?\s+{_BODY}\s*(?:[.;]|,?\s+and\b|\Z)")
_ITS = re.compile(r"\b(?:its|whose)\s+(?:(?:[\w&-]+|[a-z]+,)\s+){0,9}?(?:[\w-]+,\s*)?\Z")
_HOLDS = re.compile(r"\b(?:[Tt]he\s+)?[A-Z][\w-]+\s+(?:[\w-]+\s+){0,5}?(?:of|for)\s+(?:the\s+)?\Z")
_HELD_BY = re.compile(r"(?:\s+[A-Z][\w-]+){0,3}(?:\s+\([A-Z-]{2,10}\))?\s*,\s*\Z")
_PORTFOLIO = re.compile(r"(?:\s+[\w-]+){1,4}\s*,\s*\Z")
_THE_HEAD = re.compile(r"\b[Tt]he\s+(?:[\w-]+\s+){0,4}?(?:of|for|in)\s+(?:the\s+)?\Z")
_COMES_FROM = re.compile(
    r"\s*(?:,?\s+of\s+(?:the\s+)?|,?\s+from\s+(?:the\s+)?|\s*\((?:the\s+|for\s+)?"
    r"|\s+for\s+(?:the\s+)?"
    r"|\s+[—–-]\s*[^;.—–]{0,60},\s*(?:the\s+)?)"
)
_GENITIVE = (" of ", " of the ")
_POSTED = (" to ", " to the ")
_OTHER_NAME = re.compile(r"\s+[A-Z]")
_SHUTS = re.compile(r"\s*(?:[.;,)]|\s[—–-]\s|\Z|\s+(?:and|as\s+well)\b)")
REACH = 160
"""Characters between a party and the first person of its list."""


@dataclass(slots=True)
class _Reader:
    """One sentence being read from left to right: which frame is open, and who stood in it."""

    document: Document
    sentence: Sentence
    parties: list[Mention]
    frame: Mention | None = None
    gapped: bool = False
    last: int = 0

    def name(self) -> str | None:
        return _name(self.frame) if self.frame is not None else None


def find(
    document: Document, mentions: Mentions, rows: Sequence[Sequence[Mention]]
) -> dict[str, str]:
    """Return for whom persons speak, by name, as the frames around their names say.

    `rows` gives the mentions of persons of each sentence.
    """
    capitals = behalf.capitals(document, mentions.places)
    parties: list[Mention] = [*mentions.countries, *mentions.organisations, *capitals]
    parties.sort(key=lambda mention: (mention.start, -mention.end))
    known: dict[str, str] = {}
    for index, row in enumerate(words.by_sentence(document, parties)):
        people = [person for person in rows[index] if isinstance(person, PersonMention)]
        if row and people and document.sentences[index].kind not in ("title", "noise"):
            for person, party in _read(document, document.sentences[index], row, people):
                known.setdefault(person.name, party)
    return known


def _read(
    document: Document, sentence: Sentence, row: list[Mention], people: list[PersonMention]
) -> Iterator[tuple[PersonMention, str]]:
    """Yield the persons of one sentence that a frame of it gives to a party."""
    outside = _outside(row, people)
    said = behalf.find(document, sentence, outside, people, row)
    free = [party for party in outside if party.start not in said.used]
    reader = _Reader(document, sentence, free, last=sentence.start)
    waiting: list[PersonMention] = []
    at = 0
    for person in people:
        start = person.span[0]
        while at < len(reader.parties) and reader.parties[at].end <= start:
            at += 1
            yield from _backward(document, waiting, reader.parties[at - 1 : at + len(waiting)])
            waiting = []
        if person.start in said.parties:
            yield person, said.parties[person.start]
            reader.last, reader.frame, waiting = person.span[1], None, []
            continue
        own = _inside(document, row, person)
        if own and (named := _titled(document, row, person)) is not None:
            yield person, named
        found = _framed(reader, at, person)
        if found is not None and not own:
            yield person, found
        if found is None and not own:
            waiting.append(person)
        reader.last = person.span[1]
    if at < len(reader.parties):
        yield from _backward(document, waiting, reader.parties[at : at + 1 + len(waiting)])


def _backward(
    document: Document, waiting: list[PersonMention], parties: list[Mention]
) -> Iterator[tuple[PersonMention, str]]:
    """Yield those named before a party that it sends: "N and N, on the Chilean side"."""
    party = parties[0]
    if not waiting:
        return
    end = waiting[-1].span[1]
    if _is_home(document, end, party):
        yield waiting[-1], _name(party)
        return
    if len(waiting) > 1 and (each := _respectively(document, waiting, parties)):
        yield from each
    elif _sends(document, waiting[-1].span[1], party):
        yield waiting[-1], _name(party)
    elif _closes(document, waiting[-1].span[1], party):
        yield from ((one, _name(party)) for one in waiting)


def _outside(row: list[Mention], people: list[PersonMention]) -> list[Mention]:
    """Return the parties that no person's own words hold."""
    starts = [person.span[0] for person in people]
    kept: list[Mention] = []
    for mention in row:
        at = bisect_right(starts, mention.start) - 1
        inside = at >= 0 and mention.start < people[at].span[1]
        if not inside and not (kept and mention.start < kept[-1].end):
            kept.append(mention)
    return kept


def _inside(document: Document, row: list[Mention], person: PersonMention) -> bool:
    """Tell whether a person's own words name a party: not the one where an envoy is posted."""
    start, end = person.span
    at = bisect_right(row, end, key=lambda mention: mention.start)
    return any(
        start <= mention.start and not document.view.endswith(_POSTED, start, mention.start)
        for mention in row[max(0, at - 3) : at]
    )


def _titled(document: Document, row: list[Mention], person: PersonMention) -> str | None:
    """Return the only party that a person's title names as its own: "Governor of the Bank of A"."""
    if person.party is not None or any(office.of for office in person.offices):
        return None
    at = bisect_right(row, person.span[1], key=lambda mention: mention.start)
    inner = [m for m in row[max(0, at - 3) : at] if m.start >= person.span[0]]
    if len(inner) != 1 or not document.view.endswith(_GENITIVE, person.span[0], inner[0].start):
        return None
    return _name(inner[0])


def _framed(reader: _Reader, at: int, person: PersonMention) -> str | None:
    """Return the party of the frame that a person stands in, and keep the frame open."""
    view, start = reader.document.view, person.span[0]
    party = reader.parties[at - 1] if at else None
    if party is not None and party.start >= reader.last and start - party.end <= REACH:
        before = view[max(reader.sentence.start, party.start - 60) : party.start]
        between = view[party.end : start]
        bracketed = between.strip() == "(" and reader.document.view.startswith(")", person.end)
        if bracketed or _leads(before, between) or (reader.gapped and _follows(before, between)):
            reader.frame, reader.gapped = party, True
            return _name(party)
        if _shares(between) or (not person.offices and _owns(before, between)):
            return _name(party)
        reader.frame = None
        return None
    if reader.frame is not None and not _BETWEEN.search(view, reader.last, start):
        return reader.name()
    reader.frame = None
    return None


def _leads(before: str, between: str) -> bool:
    """Tell whether a party with the words around it opens a frame for the person behind."""
    return bool(
        _SIDE.match(between)
        or _OWNED.match(between)
        or (_OF_SIDE.search(before) and _LED.match(between))
        or _SENT.match(between)
        or _FOR_WHICH.fullmatch(between)
        or _VOICE.match(between)
        or (_FOR.search(before) and _NEXT.match(between))
    )


def _shares(between: str) -> bool:
    """Tell whether a party owns the office named behind it: "Chile and its Minister, N"."""
    its = _ITS.search(between)
    return its is not None and not _BETWEEN.search(its[0])


def _owns(before: str, between: str) -> bool:
    """Tell whether a party owns the office that it stands in: "the President of Chile, N"."""
    if _HOLDS.search(before) and _HELD_BY.match(between):
        return True
    held = _THE_HEAD.search(before + " ") and _PORTFOLIO.match(between)
    return bool(held) and not _BETWEEN.search(between)


_CONTINUED = re.compile(r"(?:[;,]|\band)\s+(?:and\s+)?(?:(?:for|from|of)\s+)?(?:[Tt]he\s+)?\Z")


def _follows(before: str, between: str) -> bool:
    """Tell whether a party goes on with a list of parties: "Chile sent N; Peru, N"."""
    return bool(_CONTINUED.search(before) and _GAPPED.match(between))


def _closes(document: Document, end: int, party: Mention) -> bool:
    """Tell whether a party says for whom those spoke who are named just before it."""
    return bool(
        _AFTERWARDS.fullmatch(document.view, end, party.start)
        and _SIDE_ENDS.match(document.view, party.end)
    )


def _is_home(document: Document, end: int, party: Mention) -> bool:
    """Tell whether the words between a name and a party say where its bearer comes from."""
    home = _COMES_FROM.fullmatch(document.view, end, party.start)
    if home is None:
        return False
    plain = home[0].split() in (["of"], ["("], ["of", "the"], ["(the"])
    if plain:
        return _OTHER_NAME.match(document.view, party.end) is None
    return _SHUTS.match(document.view, party.end) is not None


def _respectively(
    document: Document, people: list[PersonMention], parties: list[Mention]
) -> list[tuple[PersonMention, str]]:
    """Return persons with the party of each where as many follow: "N and N, of A and B"."""
    row = parties[: len(people)]
    gaps = (document.view[one.end : other.start] for one, other in pairwise(row))
    listed = (
        len(row) == len(people)
        and _OF_EACH.fullmatch(document.view, people[-1].span[1], row[0].start)
        and all(_COORDINATED.fullmatch(gap) for gap in gaps)
        and all(
            _COORDINATED.fullmatch(document.view, one.span[1], other.span[0])
            for one, other in pairwise(people)
        )
    )
    return [(one, _name(party)) for one, party in zip(people, row, strict=True)] if listed else []


def _sends(document: Document, end: int, party: Mention) -> bool:
    """Tell whether a party says for whom the one spoke who is named just before it."""
    if _ON_BEHALF.fullmatch(document.view, end, party.start):
        return True
    own = _FOR_ALONE.fullmatch(document.view, end, party.start)
    return own is not None and _LIST_GOES_ON.match(document.view, party.end) is not None
