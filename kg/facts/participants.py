"""Participants: who took part in which meeting, and for whom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from kg.facts import attendance, behalf, delegations, presence, sides, whereabouts
from kg.facts.hall import LONGEST, MAIN, Hall, Roll, enter
from kg.language import expressions as re
from kg.language.modality import sentence_at
from kg.model import (
    DateMention,
    Document,
    Gathering,
    Meeting,
    MeetingMention,
    Mention,
    Mentions,
    Participant,
    Person,
    PersonMention,
    PlaceMention,
)

_AND = re.compile(
    r"\s*[,;]?\s*(?:and|as\s+well\s+as|together\s+with|along\s+with)?\s*(?:the\s+|by\s+)*"
    r"(?:(?:[A-Z][\w-]+\s+){0,2}(?:and\s+)?[A-Z][\w-]+'s\s+)?(?:[A-Z][a-z]{1,3}\.\s+)*"
)
_LISTED = re.compile(
    r"(?:\s*\([^()]*\)|\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})?\s*(?:[,;(–—-]|(?:as\s+well\s+as|and|plus)\b)"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|has|had|have|will|would|who|whom|which|that|said|told|met|took"
    r"|gave|made|held|sits?|sat|spoke|came|left|after|before|while|when|by|(?!united\b)[a-z]{3,}ed)\b"
)
_SOMEWHERE = re.compile(r"\b(?:in|at|to)\s+(?:the\s+)?(?:(?!from\b)\w+\s+)?\Z")
ROW = 24
"""Persons to either side of one that can stand in one list with it."""
WIDTH = 200
"""Characters between two persons of a list: an office, and whom they speak for."""
_OWN_COMING = re.compile(
    r"\w*\s+(?:his|her|their|its)\s+(?:participation|attendance|presence|coming)\b"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;]|\Z|(?:in|at|on|for|to|during)\b)")
_THE_TWO = re.compile(
    r"\b(?:[Tt]he\s+two(?:\s+(?:ministers|presidents|leaders|officials|heads|men|women))?|[Bb]oth(?:\s+of\s+them)?"
    r"|[Tt]hey)\s+(?:(?:then|also|jointly|had|have|later|together)\s+)*(?:co-?)?(?:chair|presid|open|clos|attend"
    r"|host|led\b|took\s+part|participat)[a-z]*\b(?:(?!\b(?:before|after|until|since|which)\b)[^;:.]){0,90}\Z"
)
MANY = 3
"""Persons in one sentence that make it a list of those who came."""


def assemble(
    document: Document,
    mentions: Mentions,
    gatherings: tuple[Gathering, ...],
    persons: tuple[Person, ...],
) -> tuple[Participant, ...]:
    """Return the participants that a document states: who is named by a meeting's own words,
    chairs it, is placed in it or named where it is told of, and parties without a person."""
    hall = enter(document, mentions, gatherings)
    framed = sides.find(document, mentions, hall.persons)
    known, hosts = _parties(mentions.persons, persons, framed), behalf.hosts(document, hall.row)
    roll = Roll(document, known, frozenset(framed), hosts, hall.countries())
    outside = frozenset(hall.sources())
    _enter_named(roll, hall)
    _enter_chairs(roll, hall)
    _enter_placed(roll, hall, outside)
    _enter_two(roll, hall)
    _enter_present(roll, hall, outside)
    _enter_pairs(roll, hall)
    _enter_delegations(roll, hall, mentions)
    return roll.participants()


def _parties(
    mentions: tuple[PersonMention, ...], persons: tuple[Person, ...], framed: dict[str, str]
) -> dict[str, str | None]:
    """Return whom each person speaks for: by the frame of a list or said at the name, else what
    the first office is of."""
    known: dict[str, str | None] = dict(framed)
    for mention in mentions:
        if mention.party is not None:
            known.setdefault(mention.name, mention.party)
    for person in persons:
        known.setdefault(person.name, next((o.of for o in person.offices if o.of), None))
    return known


def _enter_named(roll: Roll, hall: Hall) -> None:
    """Enter the persons whom the phrase or verb of a meeting itself names."""
    for gathering in hall.gatherings:
        for meeting in gathering.mentions:
            for name in meeting.parties:
                near = hall.nearest(name, meeting.start)
                for person in _company(hall, near, meeting) if near else ():
                    span = _around(person, meeting)
                    roll.person(gathering.meeting.key, person, "named-by-meeting", span)


def _company(hall: Hall, person: PersonMention, meeting: MeetingMention) -> Iterator[PersonMention]:
    """Yield a person of a meeting and those listed behind, where the clause ends with them."""
    yield person
    others = list(islice(_fellows(hall, person), 1, None))
    if not others or person.start < meeting.start:
        return
    last = others[-1].span[1]
    if last <= meeting.end or (others[1:] and _CLAUSE_ENDS.match(hall.document.view, last)):
        yield from others


def _around(person: PersonMention, meeting: MeetingMention) -> tuple[int, int]:
    both = min(person.span[0], meeting.start), max(person.span[1], meeting.end)
    return both if both[1] - both[0] <= LONGEST else person.span


def _enter_chairs(roll: Roll, hall: Hall) -> None:
    for gathering in hall.gatherings:
        for name in (gathering.meeting.chair or "").split(" and "):
            for spoken in hall.named.get(name, [])[:1]:
                roll.person(gathering.meeting.key, spoken, "chair", spoken.span)


def _enter_placed(roll: Roll, hall: Hall, outside: frozenset[str]) -> None:
    """Enter those whom a verb puts into a meeting that the sentence names: "X told the summit"."""
    for index, person in hall.people():
        sentence = hall.sentence(index)
        if sentence.kind == "title" or person.name in outside:
            continue
        if attendance.absent(hall.document, sentence, person):
            continue
        if presence.kept_away(hall.document, sentence, person.span[0]):
            continue
        row = list(hall.near(index, person.start))
        for meeting in row:
            gathering = hall.meaning.get(meeting)
            if gathering is None or meeting.parties:
                continue
            if gathering is not hall.main and attendance.background(hall.document, meeting):
                continue
            between = any(_stands_between(person, other, meeting) for other in row)
            if not between and attendance.at(hall.document, person, meeting):
                roll.person(gathering.meeting.key, person, "placed", _around(person, meeting))


def _enter_two(roll: Roll, hall: Hall) -> None:
    """Enter the two just named at the meeting that "the two", "both" or "they" attended."""
    for gathering in hall.gatherings:
        for meeting in gathering.mentions:
            index = sentence_at(hall.document, meeting.start)
            first = max(hall.sentence(index).start, meeting.start - WIDTH)
            hit = _THE_TWO.search(hall.document.view, first, meeting.start)
            two = (
                _just_named(hall, index, hit.start()) if hit and meeting.rule != "met-with" else []
            )
            for person in two:
                roll.person(gathering.meeting.key, person, "placed", _around(person, meeting))


def _just_named(hall: Hall, index: int, offset: int) -> list[PersonMention]:
    """Return the two persons whom the words before an offset name, if they name just two."""
    for number in (index, index - 1):
        row = hall.persons[number] if number >= 0 else []
        people = [p for p in row if isinstance(p, PersonMention) and p.start < offset]
        names = {person.name: person for person in people}
        if names:
            there = hall.document, hall.sentence(number)
            away = any(attendance.absent(*there, person) for person in names.values())
            return list(names.values()) if len(names) == 2 and not away else []
    return []


def _stands_between(person: Mention, other: Mention, meeting: Mention) -> bool:
    """Tell whether another meeting is nearer to a person than one that comes before it."""
    return meeting.end < other.start and other.end <= person.start


def _enter_present(roll: Roll, hall: Hall, outside: frozenset[str]) -> None:
    """Enter those who are named where a meeting is told of, each at one meeting."""
    done = set(outside)
    for index, person in hall.people():
        sentence = hall.sentence(index)
        if sentence.kind == "title" or person.name in done or hall.met(index, person):
            continue
        if attendance.absent(hall.document, sentence, person):
            continue
        here = {
            hall.meaning[m].meeting.key for m in hall.near(index, person.start) if m in hall.meaning
        }
        if roll.sits(person.name, here) or (
            not here and attendance.diverted(hall.document, sentence, person)
        ):
            continue
        party, elsewhere = roll.parties.get(person.name), _seated_before(roll, hall, person)
        gathering = None if elsewhere else _joined(roll, hall, index, person)
        if gathering is None and (person.name in roll.framed or _shown(roll, hall, index, person)):
            far: whereabouts.Far = "before" if elsewhere else "main"
            gathering = whereabouts.told_of(hall, index, person.start, party, far)
        if gathering is None and not elsewhere and _acts_first(hall, index, person):
            gathering = whereabouts.told_next(hall, index, party)
        if gathering is None or _only_tells(hall, index, person, gathering.meeting):
            continue
        if not _elsewhere(hall, index, person, gathering.meeting):
            done.add(person.name)
            roll.person(gathering.meeting.key, person, "present", person.span)


def _acts_first(hall: Hall, index: int, person: PersonMention) -> bool:
    """Tell whether several act together before a meeting is told of: "N and N signed"."""
    _, last = _row(hall, index, person)
    done = presence.acts(hall.document, hall.sentence(index), last)
    return len(hall.persons[index]) > 1 and done is not None and done["spoken"] is None


def _only_tells(hall: Hall, index: int, person: PersonMention, meeting: Meeting) -> bool:
    """Tell whether a person only tells of a meeting to come: "N announced that they will meet"."""
    if meeting.status != "planned":
        return False
    done = presence.acts(hall.document, hall.sentence(index), person.span[1])
    if done is None or done["spoken"] is None:
        return False
    return _OWN_COMING.match(hall.document.view, done.end()) is None


def _seated_before(roll: Roll, hall: Hall, person: PersonMention) -> bool:
    """Tell whether a person has a seat at a meeting that the text told of before this mention."""
    seated = roll.seated.get(person.name, set())
    told = (g for g in hall.gatherings[: 4 * MAIN] if g.meeting.key in seated)
    return any(g.mentions[0].start < person.start for g in told)


def _shown(roll: Roll, hall: Hall, index: int, person: PersonMention) -> bool:
    """Tell whether the words say that a person was at the meeting that is told of."""
    document, sentence = hall.document, hall.sentence(index)
    entry = sentence.kind == "item" or document.view[sentence.end - 1] not in '.!?"'
    entry = entry or presence.opens_a_list(document, hall.sentence(hall.opening[index]))
    if entry and (person.offices or roll.parties.get(person.name)):
        return True
    several = len(hall.persons[index]) >= MANY
    row = _row(hall, index, person)
    if presence.heads(document, sentence, person.span[1]):
        return True
    return presence.shows(document, sentence, row, several) or (
        "subject" in (presence.place(document, sentence, at) for at in (row[0], person.span[0]))
        and presence.acts(document, sentence, person.end) is not None
    )


def _elsewhere(hall: Hall, index: int, person: PersonMention, meeting: Meeting) -> bool:
    """Tell whether what a person did was at another time, or in another country, than a meeting."""
    row = _row(hall, index, person)
    first, last = presence.told(hall.document, hall.sentence(index), row)
    said = [mark for mark in hall.marks[index] if first <= mark.start < last]
    return any(_differs(hall.document, mark, meeting) for mark in said[:MAIN])


def _differs(document: Document, mark: Mention, meeting: Meeting) -> bool:
    if isinstance(mark, PlaceMention):
        there = _SOMEWHERE.search(document.view, max(0, mark.start - 30), mark.start)
        return bool(there and meeting.country and mark.country not in (None, meeting.country))
    if not isinstance(mark, DateMention) or meeting.start is None:
        return False
    size = min(len(mark.first), len(meeting.start))
    last = (mark.last or mark.first)[:size]
    end = (meeting.end or meeting.start)[:size]
    return last < meeting.start[:size] or mark.first[:size] > end


def _row(hall: Hall, index: int, person: PersonMention) -> tuple[int, int]:
    """Return where the row of names begins and ends that a person stands in: "N, N and N"."""
    people = [one for one in hall.persons[index] if isinstance(one, PersonMention)]
    first = last = bisect_right(people, person.start, key=lambda mention: mention.start) - 1
    lowest, highest = max(0, first - ROW), min(len(people), first + ROW) - 1
    while first > lowest and _listed(hall, people[first - 1], people[first]):
        first -= 1
    while last < highest and _listed(hall, people[last], people[last + 1]):
        last += 1
    return people[first].span[0], max(person.span[1], people[last].span[1])


def _joins(hall: Hall, one: PersonMention, other: PersonMention) -> bool:
    return _AND.fullmatch(hall.document.view, one.span[1], other.span[0]) is not None


def _listed(hall: Hall, one: PersonMention, other: PersonMention) -> bool:
    """Tell whether two persons stand in one list: "N, minister of A; for B, the envoy N"."""
    sentence = hall.document.sentences[sentence_at(hall.document, one.start)]
    if presence.kept_away(hall.document, sentence, one.span[0]):
        return False
    if other.span[0] <= one.span[1]:
        return True
    gap = hall.document.view[one.span[1] : other.span[0]]
    return len(gap) < WIDTH and _LISTED.match(gap) is not None and _VERB.search(gap) is None


def _fellows(hall: Hall, person: PersonMention) -> Iterator[PersonMention]:
    """Yield a person and those who share the verb behind: "N and N spoke"."""
    yield person
    at = bisect_right(hall.row, person.start, key=lambda mention: mention.start)
    for other in hall.row[at : at + MAIN]:
        if not _joins(hall, person, other):
            return
        yield other
        person = other


def _joined(roll: Roll, hall: Hall, index: int, person: PersonMention) -> Gathering | None:
    """Return the meeting of certain persons at which another one sat by: "accompanied by N"."""
    document, sentence = hall.document, hall.sentence(index)
    beside = attendance.sits_by(document, sentence, person)
    if person.name not in roll.framed and not (beside and _shown(roll, hall, index, person)):
        return None
    coming = whereabouts.is_coming(hall, index, person.start)
    here = whereabouts.named(hall, index, person.start, None, closed=True)
    there = whereabouts.before(hall, hall.opening[index], None, closed=True)
    for found in (here, there):
        fitting = [g for g in found if (g.meeting.status == "planned") == coming]
        if fitting:
            return fitting[0]
    told = hall.before(person.start, coming)
    if told is not None and not beside and hall.main is not None and told is not hall.main:
        return None
    return told if told is None or not whereabouts.led_to(hall, told) else hall.main


def _enter_pairs(roll: Roll, hall: Hall) -> None:
    """Enter the countries and organisations in whose names a meeting was held.

    Who is there with no country named is of the one of the pair for which nobody else is.
    """
    unsaid = {meeting for meeting, person, party in roll.seats if person and party is None}
    for gathering in hall.gatherings:
        key = gathering.meeting.key
        for meeting in gathering.mentions:
            for party in meeting.parties:
                if party in hall.named or (key, party) in roll.spoken_for:
                    continue
                leader = _leader(hall, meeting, party)
                if leader is not None:
                    roll.person(key, leader, "pair-of-offices", (meeting.start, meeting.end))
                elif key not in unsaid:
                    roll.enter(key, None, party, "pair", (meeting.start, meeting.end))


def _leader(hall: Hall, meeting: MeetingMention, party: str) -> PersonMention | None:
    """Return who holds for a party the office that a meeting names: "the Presidents of A and B"."""
    phrase = hall.document.view[meeting.start : meeting.end].lower()
    for title in hall.titles.get(party, {}):
        if f"{title}s" in phrase:
            return hall.titles[party][title]
    return None


def _enter_delegations(roll: Roll, hall: Hall, mentions: Mentions) -> None:
    for run in delegations.find(hall.document, mentions, hall.opening):
        gathering = whereabouts.told_of(hall, run.sentence, run.span[0], None)
        if gathering is None:
            continue
        key = gathering.meeting.key
        for party in run.parties():
            if _met_apart(hall, run, party):
                continue
            own = party == gathering.meeting.organisation
            if not own and (key, party) not in roll.spoken_for:
                roll.enter(key, None, party, "delegations", run.span)


def _met_apart(hall: Hall, run: delegations.Run, party: str) -> bool:
    """Tell whether a sentence has a party as one whom somebody met: "talks with his peer of A"."""
    return any(
        party in meeting.parties and meeting.rule == "met-with"
        for meeting in hall.near(run.sentence, run.span[0])
    )
