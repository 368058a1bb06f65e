"""Bodies that come together by a verb: "the Council, set up in 1994, met in Riga", "Lima hosted".

A body is a noun phrase; what stands between it and its verb may be asides, time and place, but
no other verb. It comes before the verb ("the ministers met"), behind a participle ("gathered in
Lima were the ministers"), or as the guest of a place or country ("Lima welcomed the ministers").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language import expressions as re
from kg.language import numerals
from kg.language.patterns import Chunk, Line, assemble, search
from kg.language.sittings import BEGIN_END, DAYS
from kg.mentions import bodies, sessions
from kg.mentions.sessions import Mark
from kg.model import (
    CountryMention,
    DateMention,
    Document,
    MeetingMention,
    Mention,
    OrganisationMention,
    PlaceMention,
    Token,
)

_SITTING = (
    r"(?:meetings?|sessions?|summits?|conference|plenary|sitting|retreat|congress|gathering|forum"
    r"|assembly|round|roundtable|talks|consultations)"
)
_OWN_SESSION = (
    rf"(?:h[eo]lds?|{BEGIN_END})"
    r"(?=(?:\s+(?:in|on|at|here|today|yesterday)\b[^.;:,]{0,40}?)?\s+(?:its|their|an?)\s+(?:[\w-]+\s+){0,4}?"
    rf"{_SITTING}\b)"
    rf"|{BEGIN_END}(?=\s+(?:its|their)\s+(?:work|labours?|deliberations|proceedings|doors)\b)"
    rf"|{BEGIN_END}(?=\s+{DAYS}(?:talks|discussions|consultations|meetings|deliberations)\b)"
)
_NOUN = r"(?:talks|consultations|negotiations|meetings?)"
_TALKS = rf"(?:held|hold|holds|had|have)\s+(?:(?!the\b)[\w-]+\s+){{0,3}}?{_NOUN}"
_VERB = re.compile(
    r"\b(?:(?:met|meets?|gather(?:ed|s)?|(?:re)?conven(?:es?|ed)|(?:re)?assembl(?:es?|ed)"
    r"|deliberat(?:es?|ed)|conferr?(?:ed|s)?)"
    r"|(?:c[ao]mes?|g[eo]ts?|s[ai]ts?)\s+(?:down\s+)?together|s[ai]ts?\s+down"
    r"|(?:rose|parted|dispersed)(?=\s+(?:on|in|yesterday|today|last|after)\b)"
    r"|s[ai]ts?(?=\s+(?:in|at|on|from|for|again|today|yesterday)\b)|see\s+each\s+other"
    r"|(?:is|are|was|were|been)\s+(?:now\s+|currently\s+|also\s+)?(?:meeting|gathering|sitting|gathered|assembled"
    r"|in\s+session|in\s+conference|in\s+conclave|together(?=\s+in\b))"
    r"|s[ai]ts?\s+(?:a)?round\s+(?:one|the|a|the\s+same)\s+table|in\s+session(?=\s+(?:in|at|on|since|until)\b)"
    r"|(?<=,\s)(?:meeting|sitting|convening|assembling|gathering)"
    r"(?=\s+(?:in|at|on|here|today|yesterday|for|since|under|by|via|last|behind|virtually|online)\b)"
    r"|(?:comes?|came)(?=\s+to\s+[A-Z][\w'-]+\s[^.;:,]{0,30}?\bfor\s+(?:its|their|two|three|four|a|an)\b)"
    rf"|{_TALKS}|{_OWN_SESSION})\b"
)
_AS_GUESTS = re.compile(r",?\s+as\s+(?:its\s+|his\s+|her\s+)?guests\b")
_HOST = re.compile(
    r"\b(?:ha(?:ve|s|d)|host(?:s|ed)?|convened|brought\s+together|(?:brought|drew|took)\s+to\s+[A-Z][\w'-]+|gathered|(?:play(?:s|ed)?|was|is|were|acted\s+as)\s+"
    r"(?:[\w\s]{0,20}\s)?host\s+(?:[\w\s]{0,20}\s)?to|(?P<guest>welcom(?:es|ed)|receiv(?:es|ed)|saw|sees|drew|brought))\s+"
)
_PARTICIPLE = re.compile(
    r"(?:\A\s*|[.;]\s+|[:–—-]\s+)(?P<verb>Gathered|Gathering|Meeting|Assembled|Convened|Convening|Sitting|In\s+session)\b"
    r"(?P<rest>[^,;.]{0,90}?(?:,\s[^,;.]{2,40})?)(?:,\s+|\s+(?:is|are|was|were)\s+)\Z"
)
_WORKED = re.compile(
    r"\b(?:discuss(?:ed|es)?|debated?|agreed|adopted|approved|endorsed|reviewed|exchanged\s+views)\b"
)
_WEEKDAY = re.compile(r"\b(?:on\s+[A-Z]\w+day|today|yesterday)\b")
_SITTINGS = re.compile(rf"\b{_SITTING}\b", re.IGNORECASE)
_PEOPLE = frozenset(
    ("ministers", "leaders", "presidents", "premiers", "chiefs", "heads", "officials")
)
_ASIDES = re.compile(r"\([^()]*\)|\s[-–—]\s[^–—;]*?\s[-–—]\s|,\s[^,;]*?,(?=\s)")
_BREAK = re.compile(
    r"[;:]|(?<![A-Z])\.\s|\b(?:who|whom|whose|which|that|where|when|while|said|told|by|of|took|made|gave|led"
    r"|held|went|spoke|heard|came|began|after|before|because|if|for\s+(?:its|their|his))\b|'s\b"
    r"|\b(?!(?:expected|scheduled|planned|gathered|united|invited|agreed|decided|promised|pledged)\b)[a-z]{3,}ed\b"
)
_OBJECT = re.compile(
    r"\s+(?:(?:the|his|her|an?|all|our|your|every|some)\s|[A-Z]\w+'s|expectations|criteria|needs|(?!\w+day\b)[A-Z][\w.]+\s(?!on|in|at)[A-Z])"
)
_OWN = ("h", "open", "beg", "start", "resume", "conclude", "close", "end", "complete", "finish")
_AGAIN = re.compile(
    r"\bnext\s+(?:meet|convene|gather|assemble|sit)\b"
    r"|\b(?:meet|convene|gather|sit|together|reconvene)(?=\s+(?:again|next)\b)|see\s+each\s+other"
)
_MEETS = (
    r"(?:meets?|gathers?|(?:re)?convenes?|sits?|(?:comes?|gets?)\s+together|see\s+each\s+other)"
)
_IT_MEETS = re.compile(
    rf"\b(?:when|until|before|once)\s+(?:it|they)\s+(?P<verb>(?:next\s+)?{_MEETS})(?=\s+(?:again|next|in|on|at|for)\b)"
    rf"|\b(?:[Ii]t|[Tt]hey|the\s+two(?:\s+sides)?|both(?:\s+sides)?)\s+(?:agreed\s+to\s+|(?:will|would|shall|is\s+to|are\s+to)\s+)"
    rf"(?P<verb2>(?:next\s+{_MEETS}|{_MEETS}\s+(?:again|next)))\b"
)
_LEADERS = re.compile(
    r"(?:heads\s+of\s+state|presidents|prime\s+ministers|leaders|(?:senior\s+)?diplomats)",
    re.IGNORECASE,
)
_OF_STATES = re.compile(
    r"\s+of\s+(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s.*\Z"
)
_TIME = re.compile(
    r"[^.;:]{0,80}?\sfor\s+(?:the|its|their)\s+(?P<count>[\w-]+(?:\s[\w-]+)??)\s+time\b"
)
_TIMES = re.compile(r"\b[Ff]or\s+the\s+(?P<count>[\w-]+(?:\s[\w-]+)??)\s+time\b[^.;:]{0,40}\Z")
_ARTICLE = re.compile(r"^(?:The|An?|a|an)\s+")
BODY = assemble(
    r"(?P<body>(?!')t?(?:O(?:[pf]t?(?:[AJC]|&(?=[AJ])){1,6})?(?![UEHWKLjJA'])(?=[^o])|(?:[jJEAOCPW1']|(?<=C)c(?=C[c&])|-(?=[AOCPj])|&(?=[jJAUC])|U(?='?U)){0,9}U(?:\([^()]{1,3}\))?(?:nft?(?:[jn]{1,2}(?:&[jn]{1,2})?|[AJ]{1,3}(?:&[AJ]{1,3})?))?"
    rf"(?:[pf]t?(?:[AJC]|&(?=[AJ])){{1,6}})?(?:{sessions.OF}|ot?x[AJjn]{{0,2}}G|&t?[jJAC]{{0,3}}U|wt?C(?:cC){{0,8}}c?&t?C)?(?!A(?!A)))"
    r"|t?C(?:cC)*c?&C[jJ]?G)"
)
_ABOUT = re.compile(r"[pf][^o]*\Z")
_OF = re.compile(
    r"(?<!embers)(?<!elegations)(?<!epresentatives)(?<!elegates)\s(?:of|by|from|with|to|for|within|before)\s+(?:the\s+)?\Z"
    r"|'s\s+\Z|\b(?:two|both|these|those)\s+\Z"
)
_TO = re.compile(r"\s+(?:together\b|to\s+(?:the\s+)?[A-Z])")
_WHO = re.compile(
    r",?\s+who\s+(?=(?:(?:had|have|will|also|last|first)\s+)*(?:met|meet|gather|convene|sat|$))"
    r"|,?\s+which\s+(?=(?:(?:had|has|will|also|last|first)\s+)*(?:met|meets?|gather(?:ed|s)?|convened?s?|assembled?s?|sat)\s+(?:in|at|on|for"
    r"|from|again|last|yesterday|today|here)\b|$)"
)
_AGREED = re.compile(r"\b(?:agreed|decided|promised|pledged)\s+to\b")
NEAR = 60
"""Characters behind a verb in which the time or place stands that tells of one meeting."""
REACH = 160
"""Characters between a body and its verb: asides, time and place."""


@dataclass(frozen=True, slots=True)
class Body:
    """A noun phrase that names who can meet."""

    start: int
    end: int
    chunks: tuple[Chunk, ...]


def find(document: Document, index: int, mentions: Sequence[Mention]) -> Iterator[MeetingMention]:
    """Yield the meetings of bodies that the verbs of sentence number `index` tell of.

    `mentions` are those of the sentence, ordinals among them (`sessions.marks`).
    """
    sentence = document.sentences[index]
    start, end = sentence.lead, sentence.end
    if not tells(document, index):
        return
    line = sessions.read(document, index, list(mentions))
    marks = [m for m in mentions if isinstance(m, DateMention | PlaceMention)]
    named = [_body(hit.chunks("body")) for hit in search(BODY, line)]
    known = [body for body in named if not _governed(document, body, start)]
    known += [body for body in named if body not in known and _relative(document, body)]
    known.sort(key=lambda body: body.start)
    taken: set[int] = set()
    for hit in _VERB.finditer(document.view, start, end):
        body = _subject(document, known, hit)
        if body is not None and body.start not in taken:
            taken.add(body.start)
            placed = any(-REACH < m.start - hit.end() < NEAR for m in marks)
            yield from _made(document, body, body.start, hit.end(), hit.group(), placed)
    yield from _again(document, start, end)
    for body, verb in _at_work(document, (start, end), known, marks):
        if body.start not in taken:
            taken.add(body.start)
            yield from _made(document, body, body.start, verb, "met", True)
    for body in named:
        if body.start in taken:
            continue
        opening = _PARTICIPLE.search(document.view[max(start, body.start - REACH) : body.start])
        host = _hosted(document, line, body, start)
        if opening is not None:
            taken.add(body.start)
            first = max(start, body.start - REACH) + opening.start("verb")
            yield from _made(document, body, first, body.end, "met")
        elif host is not None:
            yield from _made(document, body, host, body.end, "met")


def tells(document: Document, index: int) -> bool:
    """Return whether a sentence can tell of bodies that meet: spares most of them the search."""
    sentence = document.sentences[index]
    text = document.view[sentence.lead : sentence.end]
    verb = _VERB.search(text) or _HOST.search(text) or _WORKED.search(text)
    return bool(verb or text.startswith(_OPENINGS))


def _at_work(
    document: Document, span: tuple[int, int], known: Sequence[Body], marks: Sequence[Mention]
) -> Iterator[tuple[Body, int]]:
    """Yield those who did their work at a place on a day, with where the verb ends.

    "EU foreign ministers discussed Sudan in Luxembourg on Monday": where no noun of the
    sentence names the meeting.
    """
    if not _days_and_places(document, span, marks) or _SITTINGS.search(document.view, *span):
        return
    for hit in _WORKED.finditer(document.view, *span):
        before = [body for body in known if body.end <= hit.start()]
        gap = document.view[before[-1].end : hit.start()] if before else "."
        if before and _people(before[-1]) and not _BREAK.search(_ASIDES.sub(" ", f"{gap} ")):
            yield before[-1], hit.end()


def _days_and_places(document: Document, span: tuple[int, int], marks: Sequence[Mention]) -> bool:
    """Return whether a sentence tells of both a day, be it only of the week, and a place."""
    days = any(isinstance(m, DateMention) and len(m.first) == 10 for m in marks)
    days = days or _WEEKDAY.search(document.view, *span) is not None
    return days and any(isinstance(m, PlaceMention) for m in marks)


def _people(body: Body) -> bool:
    """Return whether a body is people of an organisation or of two states: "EU ministers"."""
    heads = [sessions.text(c).lower() for c in body.chunks if c.symbol == "U"]
    states = sum(isinstance(c.value, CountryMention) for c in body.chunks)
    owned = states > 1 or any(isinstance(c.value, OrganisationMention) for c in body.chunks)
    return owned and bool(heads) and heads[-1] in _PEOPLE


_OPENINGS = ("Gather", "Meeting ", "Assembled", "Conven", "Sitting", "In session")


def _body(chunks: tuple[Chunk, ...]) -> Body:
    """Return a body up to a word before its countries that is not "from"."""
    at = next((n for n, c in enumerate(chunks) if c.symbol == "w"), len(chunks))
    if at < len(chunks) and sessions.text(chunks[at]) != "from":
        chunks = chunks[:at]
    return Body(chunks[0].start, chunks[-1].end, chunks)


def _relative(document: Document, body: Body) -> bool:
    """Return whether a clause goes on with a body: "a report of the experts, who met in May"."""
    return _WHO.match(document.view, body.end) is not None


def _again(document: Document, start: int, end: int) -> Iterator[MeetingMention]:
    """Yield what those just told of will come together for: "when it meets in Lima in May"."""
    for hit in _IT_MEETS.finditer(document.view, start, end):
        yield MeetingMention(
            hit.start(hit.lastgroup or 0),
            hit.end(),
            "pointing",
            name="next meeting",
            head="meeting",
        )


def _governed(document: Document, body: Body, start: int) -> bool:
    """Return whether a body is only what another word is of: "the Secretary of the Council met"."""
    return _OF.search(document.view, max(start, body.start - 40), body.start) is not None


def _subject(document: Document, known: Sequence[Body], verb: re.Match[str]) -> Body | None:
    """Return the body whose verb this is: the last before it with no other verb between."""
    before = [body for body in known if body.end <= verb.start()]
    if not before or verb.start() - before[-1].end > REACH:
        return None
    plain = " " not in verb.group() and not verb.group().startswith(_OWN)
    if plain and _OBJECT.match(document.view, verb.end()):
        return None
    if verb.group().startswith(("hold", "have")) and _AGREED.search(
        document.view, before[-1].end, verb.start()
    ):
        return None
    gap = _WHO.sub(" ", f"{document.view[before[-1].end : verb.start()]} ", count=1)
    gap = _ASIDES.sub(" ", gap)
    return None if _BREAK.search(gap) else before[-1]


def _hosted(document: Document, line: Line, body: Body, start: int) -> int | None:
    """Return where a verb of hosting begins whose guest a body is, or None."""
    hits = list(_HOST.finditer(document.view, max(start, body.start - 60), body.start))
    hit = hits[-1] if hits else None
    if hit is None or _BREAK.search(_ASIDES.sub(" ", document.view[hit.end() : body.start])):
        return None
    if hit.group().startswith(("ha", "Ha")) and not _AS_GUESTS.match(document.view, body.end):
        return None
    drawn = hit["guest"] in ("brought", "drew") and _TO.match(document.view, body.end)
    if hit["guest"] is None or drawn:
        return hit.start()
    at = line.index(hit.start("guest"))
    subject = line.chunks[max(0, at - 3) : at]
    there = [c for c in subject if isinstance(c.value, PlaceMention | CountryMention)]
    words = [c for c in subject if isinstance(c.value, Token) and c.symbol not in "tn,"]
    return hit.start() if there and len(words) < 2 else None


def _made(
    document: Document, body: Body, start: int, end: int, verb: str, placed: bool = False
) -> Iterator[MeetingMention]:
    run = body.chunks
    counts = [c.value.value for c in run if isinstance(c.value, Mark) and c.symbol == "1"]
    run = tuple(chunk for chunk in run if chunk.symbol != "1")
    own = _own(run)
    organisation, added = bodies.organisation(document, own)
    parties = bodies.parties(own)
    organ = bodies.organ(document, run) or added
    if len(run) > 1 and run[-1].symbol == "U" and _leads(run):
        return
    capitals = [c.symbol for c in run if sessions.text(c)[:1].isupper()]
    owned = "U" in capitals and any(symbol in "AJW" for symbol in capitals)
    again = _AGAIN.search(document.view, body.end, end + 6) is not None
    if organ is None and _named(document, run):
        organ = ""
    if organ is None or not (organisation or len(parties) > 1 or owned or again or placed):
        return
    head = "talks" if verb.endswith(("talks", "consultations", "negotiations")) else "meeting"
    name = _ARTICLE.sub("the ", document.words(body.start, body.end))
    yield MeetingMention(
        start,
        end,
        "bodies-met",
        name=f"{head} of {name}",
        head=head,
        ordinal=counts[-1] if counts else _times(document, start, end),
        organisation=organisation,
        body=None if _are_leaders(organ, parties) or bodies.is_plain(organ) else organ or None,
        parties=parties,
    )


def _leads(run: tuple[Chunk, ...]) -> bool:
    """Return whether the last word is a verb: "the committee, which Uganda heads, met"."""
    return run[-2].symbol == "C" and sessions.text(run[-1]) == "heads"


def _are_leaders(organ: str, parties: Sequence[str]) -> bool:
    """Return whether those who meet are no body but the leaders of some states."""
    counted = _OF_STATES.search(organ)
    who = organ[: counted.start()] if counted else organ
    return bool(parties or counted) and _LEADERS.fullmatch(who) is not None


def _named(document: Document, run: tuple[Chunk, ...]) -> bool:
    """Return whether an organisation is itself a body: "the Nordic Council of Ministers"."""
    names = [c for c in run if isinstance(c.value, OrganisationMention)]
    return any(bodies.is_body(document.words(chunk.start, chunk.end)) for chunk in names[:1])


def _own(run: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """Return the chunks of a body without its subject: "the Contact Group on Mali of the AU"."""
    symbols = "".join(chunk.symbol for chunk in run)
    return tuple(run[i] for i in range(len(run)) if not _ABOUT.search(symbols, 0, i + 1))


def _times(document: Document, start: int, end: int) -> int | None:
    """Return the number in "met in Riga for the tenth time", "For the tenth time they met"."""
    told = _TIME.match(document.view, end) or _TIMES.search(
        document.view, max(0, start - 60), start
    )
    return numerals.ordinal(told["count"]) if told and told["count"] != "first" else None
