"""Who chairs a meeting, where the text says so; the host is not the chair."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts import presiding
from kg.facts.attendance import background
from kg.facts.clusters import Cluster
from kg.language import expressions as re
from kg.language import words
from kg.language.phrases import lower
from kg.model import (
    CountryMention,
    Document,
    Mention,
    Mentions,
    OrganisationMention,
    Passage,
    PersonMention,
    Sentence,
)

_OFFICE = r"(?:chair(?:person|man|woman)?(?:ship)?|presidency|gavel)"
_LEAD = r"(?:lead|chair|presid|preside|moderat|moderate|direct|steer|guid|guide)"
_WORK = r"(?:work|debate|proceeding|session|meeting|discussion|deliberation|summit)"
_BEHIND = re.compile(
    rf"\b(?:under\s+the\s+(?:joint\s+|rotating\s+)?(?:co-)?(?:{_OFFICE}|chairpersonship|leadership)\s+of"
    r"|directing\s+the\s+(?:debates?|work|proceedings|discussions)\s+(?:was|were)\b"
    r"|(?:work|debates?|proceedings|session|meeting|discussions|deliberations)\s+(?:of\s+[^,.;:]{1,60}?\s)?(?:was|were)\s+"
    r"(?:directed|led|guided|steered|conducted|moderated)\s+by\b"
    r"|[Tt]he\s+(?:co-)?chairs?(?:person|man|woman)?\s+of\s+(?:the|this)\s+(?:\w+\s+){0,2}?(?:meeting|session|summit|talks"
    r"|conference)\s+(?:was|were|is|are)\b"
    r"|(?<![\w,]\s)(?:[Cc]o-)?(?:[Cc]hairing|[Pp]residing\s+over)\s+(?:the|its)\s+(?:\w+\s+){0,2}?(?:meeting|session|summit|talks|conference),"
    r"|gavel\s+(?:lay|was|is|rested)\s+(?:in\s+the\s+hands\s+of|with)\b"
    r"|chair\s+was\s+(?:occupied|taken|held|filled)\s+by\b|in\s+the\s+chair\s+sat\b"
    r"|(?:co-)?chaired\s+(?:jointly\s+)?by|presided\s+over\s+(?:jointly\s+)?by"
    r"|in\s+the\s+chair\s+(?:of\s+[^.;:,]{1,30}?\s)?(?:was|were|is|are|will\s+be)\b|with\b(?=[^.;]{1,160}\bin\s+the\s+chair\b)"
    rf"|(?:its|whose)\s+(?:co-)?{_OFFICE}s?\s+(?:was|is|were|are)\b"
    rf"|as\s+(?:its|the)\s+{_OFFICE}\s+(?:the\s+)?\w+\s+elected\b"
    r"|presiding\s+(?:was|were|is|are|will\s+be)\b|(?:presiding(?:\s+over\s[^.;:]{1,50})?|chair(?:person|man|woman)?|moderator)\s*:(?=\s)"
    rf"|{_OFFICE}\s+(?:of\s+[^,.;:]{{1,40}}?\s)?(?:was|is|were|has\s+been)\s+entrusted\s+to\b"
    rf"|(?:\bit|\bthey|\bthe\s+(?:{_WORK}|talks|consultations|negotiations|conference))\s+(?:was|were|is|are)\s+(?:jointly\s+)?"
    r"(?:led|headed|conducted)\s+by\b|the\s+chair(?:person|man|woman)\s+(?:was|had\s+been|will\s+be)\b(?!,)"
    r"|(?:held|took\s+place|met)\b(?:(?!delegation|team|group)[^.;:]){0,60},\s+(?:led|headed)\s+by\b"
    rf"|(?:fell|falls)\s+to\b(?=[^.;]{{1,140}}?\bto\s+{_LEAD}\b)"
    rf"|to\b(?=[^.;]{{1,140}}?\bthe\s+task\s+of\s+{_LEAD}ing\b)"
    rf"|{_WORK}s?\s+(?:had\s+been|have\s+been|was|were|is|are|lay)\s+in\s+the\s+hands\s+of\b"
    r"|(?:presidency|chair(?:manship)?)\s+fell\s+to\b|gavel\s+(?:was\s+)?(?:held|wielded)\s+by\b"
    rf"|at\s+(?:its|the)\s+head\s+(?:of\s+[^,.;:]{{1,40}}?\b(?:{_WORK}|it|them)\b[^.;:]{{0,60}}?\s)?(?:was|were|sat|stood)\b"
    r"|over\s+(?:it|which)\s+presided\b"
    rf"|elected\b(?=[^.;]{{1,120}}?\bas\s+(?:its|the)\s+{_OFFICE}\b)"
    rf"|under\s+the\s+(?=[a-z]\w+\s+{_OFFICE}\b)|under\s+(?=[^.;]{{1,80}}?'s\s+(?:co-)?{_OFFICE}\b))",
)
_UNDER = re.compile(
    r"\b(?:met|held|sat|convened|gathered|meeting)\b[^.;:]{0,60}?\bunder\s+(?=[A-Z])"
)
_TITLES = re.compile(r"(?:[A-Z][\w.'-]*\s+(?:(?:of|for|and)\s+(?:the\s+)?)?){0,8}")
_BOTH = re.compile(
    r"\b(?:the\s+two|both|they)\s+(?:\w+\s+)?(?:took\s+turns\s+in|shared|alternated\s+in)\s+the\s+chair\b"
    r"|\bshar(?:ed|ing)\s+the\s+(?:gavel|chair)\b"
    r"|\b(?:both\s+of\s+them|both|the\s+two(?:\s+\w+){0,2}?|they\s+(?:both|jointly))\s+(?:jointly\s+"
    r"|together\s+)?(?:co-)?(?:presided|chaired)\b|\b(?:co-)?chaired\s+(?:jointly\s+)?by\s+(?:both|the\s+two)"
    r"\s+(?:\w+\s+)?(?:leaders|ministers|sides|presidents|premiers|heads|secretaries|officials)\b",
    re.IGNORECASE,
)
_CHAIRMANSHIP = re.compile(rf"'s\s+(?:co-)?{_OFFICE}\b")
_PLAINLY = re.compile(r"\s+(?:(?:also|then|will|had|has|would)\s+)*")
_NOT_IT = re.compile(r"\b(?:delegation|group)s?\s+(?:(?:was|were|is|are|also)\s+)*$")
_BEFORE = re.compile(
    r"\b(?:(?:conduct(?:ed|s)|direct(?:ed|s)|guide[ds]|steer(?:ed|s)|led)\s+the\s+(?:proceedings|debates?|work|session|meeting"
    r"|discussions)\b|(?:wielded|held)\s+the\s+gavel\b|(?:co-)?chair(?:ed|s|ing)?\s+(?:(?:here|today|yesterday|jointly|together|also)\s+)*"
    r"(?=(?:the|this|a|an|its|their|over|it)\b)|(?:will|to|would)\s+(?:also\s+)?preside\b"
    r"|(?:co-)?chaired\b(?=\s*[,.])|(?:steered|steers|moderated|moderates)\b(?=\s+(?:the|its|this|it)\b)"
    r"|acted\s+as\s+(?:president|chair\w*|moderator)\s+of\b"
    r"|(?:was|were|is|are)\s+(?:the\s+|its\s+)?co-chairs?\b(?=[^.;]{0,20}[.;,])"
    r"|was\s+elected\s+(?:as\s+)?(?:the\s+)?(?:president|chair\w*)\s+of\b|presid(?:ed|es|ing)\b"
    r"(?!\s+over\s+by)|(?:had|has|took|takes|held|holds|was\s+in|is\s+in|will\s+be\s+in|in)\s+the"
    r"\s+chair\b(?!\s+(?:was|were|is|are)))",
)
_OF_MEETING = re.compile(
    r"(?!\s*(?:over\s+)?(?:the|this|a|an|its|their)\b)|\s*(?:over\s+)?it\b"
    r"|\s*(?:over\s+)?(?:the|this|a|an|its|their)\s+[^,.;:]{0,60}?\b(?:meeting|session|summit|talks"
    r"|conference|forum|dialogue|plenary|proceedings|gathering|event|council|commission|committee"
    r"|consultations?|round|segment|ministerial|authority|conclave|retreat)s?\b",
    re.IGNORECASE,
)
_SESSION_WITH = re.compile(r"[^.;:,]{0,80}?\bwith\b")
_HINTS = re.compile(
    r"chair|presid(?:ed|es?\b|ing|ency|ent\s+of\s+the)|leadership|gavel|direct(?:ed|ing)|conduct"
    r"|moderat|steer|guided|in\s+the\s+hands|head\s+(?:of|was|were|sat|stood)|led\s+(?:the|by)"
    r"|to\s+lead|headed\s+by|task\s+of|under\s"
)
_STOP = re.compile(
    r"[;:]|\b(?:said|told|was|were|is|are|who|which|that|where|after|met|held|took|attended"
    r"|opened|recalled|elected|welcomed|called|declared)\b"
)
_ASIDE = re.compile(r",\s+(?:who|which)\b[^,;]{0,120}(?=,)")
_JOINED = re.compile(
    r"\s*(?:\([^()]*\))?(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,3})?(?:,[^;:]{0,120}?)?,?\s*\b(?:and|with|together\s+with|jointly\s+with)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:[Tt]ogether|[Jj]ointly|[Aa]longside)\b")
_WHO = re.compile(
    r"^\s*,?\s*(?:(?:too|also),?\s+)?who\s+(?:now\s+|also\s+)?|^\s*,?\s*opened\s+(?:the|its)\s+\w+\s+and\s+(?:also\s+)?"
    r"|^[^.;:]{0,80},\s+and\s+it\s+(?:is|was)\s+(?:he|she)\s+who\s+(?:now\s+|also\s+)?"
)
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\s+(?:(?:who|will|also|had|has|then)\s+)*$")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:previous|last|preceding|earlier|past|next|following|upcoming|former)\s+(?:\w+\s+){0,2}?"
    r"(?:meeting|session|summit|sitting|conference|round|talks|forum|edition|one)\b",
    re.IGNORECASE,
)
_ASIDE_OPENS = re.compile(r",\s+which\s[^,;.]*\Z")
_ASIDE_ENDS = re.compile(r"[^,;.]*,\s+(?:was|were|is|had\s+been|will\s+be)\b")
_WILL_CHAIR = re.compile(
    r"\b(?:will|would|shall|to)\s+(?:(?:also|then|jointly|together)\s+)*(?:co-)?(?:chair|preside)\b"
)
_AND = re.compile(r"(?:'s)?\s+and\s+(?:by\s+)?(?:the\s+)?")
REACH = 200
NEAREST = 8
"""Persons, countries and organisations beside a word of chairing among whom the chair is."""
FOLLOWING = 2
"""Sentences after one that speaks of a meeting in which "In the chair was N" can still mean it."""


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs and the words that say so; `person` tells that it is no country or body."""

    name: str
    passage: Passage
    person: bool = False


def find(document: Document, found: Mentions, clusters: Sequence[Cluster]) -> dict[int, Chair]:
    """Return who chairs which of the meetings, by the number of the meeting.

    Who chairs is told of the meeting that stands nearest in the sentence, else
    of the one last spoken of, at most FOLLOWING sentences before.
    """
    chaired: dict[int, Chair] = {}
    spoken = _spoken(document, clusters)
    holders = words.by_sentence(document, _holders(found))
    topic: PersonMention | None = None
    last: list[_Spoken] = []
    for index, sentence in enumerate(document.sentences):
        last = spoken[index] or [row for row in last[-1:] if index - row.sentence <= FOLLOWING]
        if last and sentence.kind not in ("noise", "title") and _tells(document, sentence):
            near = [h for row in holders[max(0, index - 2) : index] for h in row]
            told = (
                *_in_sentence(document, holders[index], sentence, topic),
                *_together(document, [*near, *holders[index]], sentence),
                *_otherwise(document, holders[index], sentence, topic),
            )
            for chair in told:
                if not spoken[index] and _of_another(document, sentence, chair):
                    continue
                nth = presiding.nth(document, sentence, chair.passage)
                nearest = min(last, key=lambda row: _distance(row, chair.passage))
                if nth is not None and len(row := spoken[index] or spoken[index - 1]) > 1:
                    nearest = row[nth]
                if not spoken[index] and _to_come(document, chair, clusters[nearest.meeting]):
                    continue
                known = chaired.get(nearest.meeting)
                if known is None or (_is_code(known.name) and chair.person):
                    chaired[nearest.meeting] = chair
        persons = (holder for holder in holders[index] if isinstance(holder, PersonMention))
        topic = next(persons, topic)
    return chaired


def _otherwise(
    document: Document, holders: Sequence[Mention], sentence: Sentence, topic: PersonMention | None
) -> Iterator[Chair]:
    """Yield who chairs by other words: "under his chairmanship", "N (Oman, chair)"."""
    persons = [h for h in holders if isinstance(h, PersonMention)]
    for person, start, end in presiding.find(document, persons, sentence, topic):
        yield Chair(person.name, document.passage(start, end), True)


def _of_another(document: Document, sentence: Sentence, chair: Chair) -> bool:
    """Return whether the words before tell of an earlier or later meeting: "the last session"."""
    return _OTHER.search(document.view, sentence.start, chair.passage.start + 1) is not None


def _to_come(document: Document, chair: Chair, cluster: Cluster) -> bool:
    """Return whether somebody is to chair what is no longer to come: "will go to Lima to chair"."""
    words = document.view[chair.passage.start : chair.passage.end]
    return _WILL_CHAIR.search(words) is not None and not cluster.planned


def _tells(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence can say who chairs: spares most of them the search."""
    return _HINTS.search(lower(document.view), sentence.start, sentence.end) is not None


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Where a meeting, by its number, is spoken of."""

    start: int
    end: int
    sentence: int
    meeting: int


def _spoken(document: Document, clusters: Sequence[Cluster]) -> list[list[_Spoken]]:
    """Return where meetings are spoken of, one row a sentence."""
    rows: list[list[_Spoken]] = [[] for _ in document.sentences]
    for number, cluster in enumerate(clusters):
        for r in cluster.references:
            place = _Spoken(r.mention.start, r.mention.end, r.sentence, number)
            rows[r.sentence].append(place)
    return [sorted(_told(document, row), key=lambda place: place.start) for row in rows]


def _told(document: Document, row: list[_Spoken]) -> list[_Spoken]:
    """Return the meetings of a sentence without those only looked back or ahead to, if others."""
    row = [place for place in row if not _in_aside(document, place)]
    own = [p for p in row if not background(document, Mention(p.start, p.end, "spoken"))]
    return own or row


def _in_aside(document: Document, place: _Spoken) -> bool:
    """Return whether only an aside names a meeting: "it, which followed a session, was ..."."""
    first = max(0, place.start - REACH)
    opened = _ASIDE_OPENS.search(document.view, first, place.start) is not None
    return opened and _ASIDE_ENDS.match(document.view, place.end) is not None


def _distance(place: _Spoken, passage: Passage) -> int:
    return max(0, place.start - passage.end, passage.start - place.end)


def _together(
    document: Document, holders: Sequence[Mention], sentence: Sentence
) -> Iterator[Chair]:
    """Yield the two just named where "the two" or "both" preside."""
    hit = _BOTH.search(document.view, sentence.start, sentence.end)
    if hit is None:
        return
    before = [h for h in holders if isinstance(h, PersonMention) and h.end <= hit.start()]
    two = list({h.name: h for h in before}.values())[-2:]
    if len(two) == 2:
        name = " and ".join(person.name for person in two)
        yield Chair(name, document.passage(*hit.span()))


def _in_sentence(
    document: Document,
    holders: Sequence[Mention],
    sentence: Sentence,
    topic: PersonMention | None,
) -> Iterator[Chair]:
    for hit in _BEHIND.finditer(lower(document.view), sentence.start, sentence.end):
        if _NOT_IT.search(document.view, max(sentence.start, hit.start() - 30), hit.start()):
            continue
        if hit.group().startswith("whose") and not presiding.of_meeting(
            document, sentence, hit.start()
        ):
            continue
        first = bisect_left(holders, hit.end(), key=lambda holder: holder.start)
        near = holders[first : first + NEAREST]
        chosen = _run(document, [h for h in near if h.start < hit.end() + REACH])
        if not chosen and near and _CHAIRMANSHIP.match(document.view, near[0].end):
            chosen = list(near[:1])
        if chosen and not isinstance(chosen[0], PersonMention):
            chosen = presiding.in_person(document, near, chosen[-1].end) or chosen
        if chosen:
            yield _chair(document, chosen, hit.start(), chosen[-1].end)
    for hit in _UNDER.finditer(document.view, sentence.start, sentence.end):
        person = next((h for h in holders if h.start >= hit.end()), None)
        end = person.start if isinstance(person, PersonMention) else 0
        if (
            person
            and _TITLES.fullmatch(document.view, hit.end(), end)
            and not _owns(document, person)
        ):
            yield _chair(document, [person], hit.start(), person.end)
    for hit in _BEFORE.finditer(lower(document.view), sentence.start, sentence.end):
        if not _OF_MEETING.match(document.view, hit.end(), sentence.end):
            continue
        last = bisect_left(holders, hit.start(), key=lambda holder: holder.start)
        near = holders[max(0, last - NEAREST) : last]
        chosen = _subjects(document, near, hit.start(), topic)
        if len(chosen) == 1 and hit.group().lower().startswith("co-"):
            chosen += _partner(document, holders[last : last + NEAREST], hit.end())
        if chosen:
            yield _chair(document, chosen, chosen[0].start, hit.end())


def _holders(found: Mentions) -> list[Mention]:
    kinds: tuple[tuple[Mention, ...], ...] = (found.persons, found.countries, found.organisations)
    return sorted((m for kind in kinds for m in kind), key=lambda m: m.start)


def _run(document: Document, holders: list[Mention]) -> list[Mention]:
    """Return the first person, with one that "and" joins; else the country or organisation."""
    persons = [h for h in holders if isinstance(h, PersonMention) and not _owns(document, h)]
    if persons and _free(document, holders[0].start, persons[0].start):
        joined = persons[1:2] if len(persons) > 1 and _joins(document, *persons[:2]) else []
        return [persons[0], *joined]
    return _parties(document, holders) if holders else []


def _parties(document: Document, holders: Sequence[Mention]) -> list[Mention]:
    """Return the country or organisation that comes first, with one that "and" joins."""
    first, *rest = holders
    if isinstance(first, PersonMention):
        return []
    joined = rest[:1] if rest and not isinstance(rest[0], PersonMention) else []
    return [first, *(h for h in joined if _AND.fullmatch(document.view, first.end, h.start))]


def _partner(document: Document, holders: Sequence[Mention], verb: int) -> list[PersonMention]:
    """Return with whom somebody co-chairs: "co-chaired the session with the Dutch minister N"."""
    persons = [h for h in holders if isinstance(h, PersonMention)]
    if not persons or not _SESSION_WITH.match(document.view, verb, persons[0].start):
        return []
    return persons[:1] if _free(document, verb, persons[0].start) else []


def _owns(document: Document, person: Mention) -> bool:
    """Return whether a person is only named for another: "N's deputy"."""
    return document.view.startswith("'s", person.end)


def _free(document: Document, start: int, end: int) -> bool:
    return start >= end or _STOP.search(document.view, start, end) is None


def _joins(document: Document, one: PersonMention, other: PersonMention) -> bool:
    gap = document.view[one.end : other.start]
    return len(gap) < REACH and _JOINED.match(gap) is not None and not _STOP.search(gap)


def _subjects(
    document: Document, holders: Sequence[Mention], verb: int, topic: PersonMention | None
) -> list[Mention]:
    """Return who is the subject of a verb of chairing: the person before it, or a pair."""
    persons = [h for h in holders if isinstance(h, PersonMention) and h.end <= verb]
    party = _party(document, holders, verb)
    if party and presiding.relative(document, party[0]):
        return party
    if not persons:
        he = _HE.search(document.view, max(0, verb - 30), verb)
        return [topic] if he and topic else _party(document, holders, verb)
    last = persons[-1]
    told = last.span[1] if last.end <= last.span[1] <= verb else last.end
    gap = _ASIDE.sub("", document.view[told:verb])
    if _PRONOUN.search(_WHO.sub(" ", gap)):
        together = _WITH.search(document.view, max(0, persons[0].start - 80), persons[0].start)
        return [topic, persons[-1]] if together and topic else []
    plain = _WHO.sub(" ", gap)
    if _STOP.search(plain) or len(gap) > REACH:
        return []
    joined = persons[-2:-1] if len(persons) > 1 and _joins(document, *persons[-2:]) else []
    return [*joined, persons[-1]]


def _party(document: Document, holders: Sequence[Mention], verb: int) -> list[Mention]:
    """Return the country or organisation right before a verb: "Ghana chaired the meeting"."""
    plain = [h for h in holders[-2:] if not isinstance(h, PersonMention) and _is_name(h)]
    if not plain or not _PLAINLY.fullmatch(document.view, plain[-1].end, verb):
        return []
    both = len(plain) == 2 and _AND.fullmatch(document.view, plain[0].end, plain[1].start)
    return plain if both else plain[-1:]


def _is_name(holder: Mention) -> bool:
    return not isinstance(holder, CountryMention) or holder.form == "name"


def _chair(document: Document, chosen: list[Mention], start: int, end: int) -> Chair:
    name = " and ".join(_name(holder) for holder in chosen)
    passage = document.passage(min(start, chosen[0].start), max(end, chosen[-1].end))
    return Chair(name, passage, all(isinstance(holder, PersonMention) for holder in chosen))


def _is_code(name: str) -> bool:
    return len(name) == 2 and name.isupper()


def _name(holder: Mention) -> str:
    if isinstance(holder, CountryMention):
        return holder.code
    assert isinstance(holder, PersonMention | OrganisationMention)
    return holder.name
