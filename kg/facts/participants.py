"""Participants: who took part in which meeting, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg import words
from kg.facts import attendance, delegations
from kg.model import (
    Document,
    Gathering,
    MeetingMention,
    Mention,
    Mentions,
    Participant,
    Passage,
    Person,
    PersonMention,
)

LONGEST = 600
"""Code points of the longest quote that the facts format allows."""

MANY = 3
"""Persons in one sentence that make it a list of those who came."""


@dataclass(slots=True)
class _Roll:
    """The participants found so far, each with where the text says so."""

    document: Document
    parties: dict[str, str | None]
    seats: dict[tuple[str, str | None, str | None], tuple[str, list[Passage]]] = field(
        default_factory=dict
    )

    def enter(
        self, meeting: str, person: str | None, party: str | None, rule: str, span: tuple[int, int]
    ) -> None:
        start, end = span
        passage = self.document.passage(start, min(end, start + LONGEST))
        _, passages = self.seats.setdefault((meeting, person, party), (rule, []))
        if passage not in passages:
            passages.append(passage)

    def person(
        self, meeting: str, mention: PersonMention, rule: str, span: tuple[int, int]
    ) -> None:
        self.enter(meeting, mention.name, self.parties.get(mention.name), rule, span)

    def sits(self, person: str, meeting: str | None = None) -> bool:
        return any(p == person and meeting in (None, m) for m, p, _ in self.seats)

    def speaks(self, meeting: str, party: str) -> bool:
        return any(m == meeting and of == party for m, _, of in self.seats)

    def participants(self) -> tuple[Participant, ...]:
        return tuple(
            Participant(meeting, person, party, tuple(passages), rule)
            for (meeting, person, party), (rule, passages) in self.seats.items()
        )


@dataclass(frozen=True, slots=True)
class _Hall:
    """The text by sentences: the persons and the meetings that each one names."""

    document: Document
    persons: list[list[Mention]]
    meetings: list[list[Mention]]
    gatherings: tuple[Gathering, ...]

    def meaning(self, mention: Mention) -> Gathering | None:
        return next((g for g in self.gatherings if mention in g.mentions), None)

    def before(self, index: int) -> int:
        """Return the sentence that leads to this one: for an entry of a list, its opening line."""
        sentences = self.document.sentences
        index -= 1
        while index > 0 and sentences[index].kind in ("item", "noise"):
            index -= 1
        return index

    def sources(self) -> Iterator[str]:
        """Yield who is named as the source of the report."""
        for index, person in self.people():
            if attendance.reports(self.document, self.document.sentences[index], person):
                yield person.name

    def met(self, index: int, name: str) -> bool:
        """Tell whether a person of the sentence is there as one of two who met."""
        meetings = (m for m in self.meetings[index] if isinstance(m, MeetingMention))
        return any(name in meeting.parties for meeting in meetings)

    def people(self) -> Iterator[tuple[int, PersonMention]]:
        for index, row in enumerate(self.persons):
            for mention in row:
                if isinstance(mention, PersonMention):
                    yield index, mention


def assemble(
    document: Document,
    mentions: Mentions,
    gatherings: tuple[Gathering, ...],
    persons: tuple[Person, ...],
) -> tuple[Participant, ...]:
    """Return the participants that a document states: those whom a meeting's own words name,
    its chairs, who is placed in it by a verb, who is named where it is told of, and parties
    without a named person."""
    hall = _Hall(
        document,
        words.by_sentence(document, list(mentions.persons)),
        words.by_sentence(document, list(mentions.meetings)),
        gatherings,
    )
    roll = _Roll(document, _parties(mentions.persons, persons))
    _enter_named(roll, hall)
    _enter_chairs(roll, hall)
    outside = frozenset(hall.sources())
    _enter_placed(roll, hall, outside)
    _enter_present(roll, hall, outside)
    _enter_pairs(roll, hall)
    _enter_delegations(roll, hall, mentions)
    return roll.participants()


def _parties(
    mentions: tuple[PersonMention, ...], persons: tuple[Person, ...]
) -> dict[str, str | None]:
    """Return whom each person speaks for: said at the name, else what the first office is of."""
    known: dict[str, str | None] = {}
    for mention in mentions:
        if mention.party is not None:
            known.setdefault(mention.name, mention.party)
    for person in persons:
        known.setdefault(person.name, next((o.of for o in person.offices if o.of), None))
    return known


def _enter_named(roll: _Roll, hall: _Hall) -> None:
    """Enter the persons whom the phrase or verb of a meeting itself names."""
    for gathering in hall.gatherings:
        for meeting in gathering.mentions:
            for name in meeting.parties:
                near = _nearest(hall, meeting, name)
                if near is not None:
                    roll.person(
                        gathering.meeting.key, near, "named-by-meeting", _around(near, meeting)
                    )


def _nearest(hall: _Hall, meeting: MeetingMention, name: str) -> PersonMention | None:
    """Return the mention of a person that stands nearest to a meeting."""
    named = [p for _, p in hall.people() if p.name == name]
    return min(named, key=lambda p: abs(p.start - meeting.start), default=None)


def _around(person: PersonMention, meeting: MeetingMention) -> tuple[int, int]:
    start, end = min(person.span[0], meeting.start), max(person.span[1], meeting.end)
    return (start, end) if end - start <= LONGEST else person.span


def _enter_chairs(roll: _Roll, hall: _Hall) -> None:
    for gathering in hall.gatherings:
        for name in (gathering.meeting.chair or "").split(" and "):
            spoken = next((p for _, p in hall.people() if p.name == name), None)
            if spoken is not None:
                roll.person(gathering.meeting.key, spoken, "chair", spoken.span)


def _enter_placed(roll: _Roll, hall: _Hall, outside: frozenset[str]) -> None:
    """Enter those whom a verb puts into a meeting that the sentence names: "X told the summit"."""
    for index, person in hall.people():
        sentence = hall.document.sentences[index]
        if sentence.kind == "title" or person.name in outside:
            continue
        if attendance.absent(hall.document, sentence, person):
            continue
        for meeting in hall.meetings[index]:
            gathering = hall.meaning(meeting)
            if (
                isinstance(meeting, MeetingMention)
                and gathering is not None
                and not meeting.parties
                and attendance.at(hall.document, person, meeting)
            ):
                roll.person(gathering.meeting.key, person, "placed", _around(person, meeting))


def _enter_present(roll: _Roll, hall: _Hall, outside: frozenset[str]) -> None:
    """Enter those who are named where a meeting is told of, each at one meeting."""
    done = set(outside)
    for index, person in hall.people():
        sentence = hall.document.sentences[index]
        if sentence.kind == "title" or person.name in done or hall.met(index, person.name):
            continue
        if attendance.absent(hall.document, sentence, person):
            continue
        near = roll.sits(person.name) or not _shown(hall, index, person)
        gathering = _joined(roll, hall, index, person) or _told_of(
            hall, index, roll.parties.get(person.name), near
        )
        if gathering is not None:
            done.add(person.name)
            roll.person(gathering.meeting.key, person, "present", person.span)


def _shown(hall: _Hall, index: int, person: PersonMention) -> bool:
    """Tell whether the words show a person at the meeting that the text as a whole is about."""
    sentence = hall.document.sentences[index]
    entry = sentence.kind == "item" or hall.document.view[sentence.end - 1] not in '.!?"'
    return (
        entry
        or len(hall.persons[index]) >= MANY
        or attendance.acts(hall.document, person)
        or attendance.gathers(hall.document, sentence)
    )


def _joined(roll: _Roll, hall: _Hall, index: int, person: PersonMention) -> Gathering | None:
    """Return the meeting of certain persons at which another one sat by: "accompanied by N"."""
    sentence = hall.document.sentences[index]
    if roll.sits(person.name) or not attendance.sits_by(hall.document, sentence, person):
        return None
    for number in (index, hall.before(index)):
        for mention in hall.meetings[number] if number >= 0 else ():
            gathering = hall.meaning(mention)
            if gathering is not None:
                return gathering
    earlier = [g for g in hall.gatherings if g.mentions and g.mentions[0].start < person.start]
    return earlier[-1] if earlier else None


def _told_of(hall: _Hall, index: int, party: str | None, near: bool = False) -> Gathering | None:
    """Return the meeting that the words around a person tell of, and that is open to the party.

    That of the sentence, else of the sentence before, else the first of the text; where
    attendance is told as done, one that is still to come is passed over. `near` leaves out
    the first of the text.
    """
    coming = attendance.to_come(hall.document, hall.document.sentences[index])
    for number in (index, hall.before(index)):
        named = [
            gathering
            for mention in (hall.meetings[number] if number >= 0 else ())
            if not attendance.bygone(hall.document, mention)
            and (gathering := hall.meaning(mention))
            and _open(gathering, party)
        ]
        fitting = [g for g in named if (g.meeting.status == "planned") == coming]
        fitting = fitting or [g for g in named if coming or number == index]
        if fitting:
            return fitting[0] if number == index else fitting[-1]
    if near:
        return None
    reached = hall.document.sentences[index].end
    told = (g for g in hall.gatherings if g.mentions[0].start < reached and _open(g, party))
    return next((g for g in told if coming or g.meeting.status != "planned"), None)


def _open(gathering: Gathering, party: str | None) -> bool:
    """Tell whether a party may have come: not to a meeting that its own words give to others."""
    founding = [mention for mention in gathering.mentions if not mention.definite]
    if not founding or not all(mention.parties for mention in founding):
        return True
    named = {name for mention in founding for name in mention.parties}
    codes = {name for name in named if _is_code(name)}
    return bool(codes) and (party in codes or not _is_code(party))


def _is_code(party: str | None) -> bool:
    return party is not None and len(party) == 2 and party.isupper()


def _enter_pairs(roll: _Roll, hall: _Hall) -> None:
    """Enter the countries and organisations in whose names a meeting was held."""
    people = {person.name for _, person in hall.people()}
    for gathering in hall.gatherings:
        key = gathering.meeting.key
        for meeting in gathering.mentions:
            for party in meeting.parties:
                if party in people or roll.speaks(key, party):
                    continue
                leader = _leader(hall, meeting, party)
                if leader is not None:
                    roll.person(key, leader, "pair-of-offices", (meeting.start, meeting.end))
                else:
                    roll.enter(key, None, party, "pair", (meeting.start, meeting.end))


def _leader(hall: _Hall, meeting: MeetingMention, party: str) -> PersonMention | None:
    """Return who holds for a party the office that a meeting names: "the Presidents of A and B"."""
    words_ = hall.document.view[meeting.start : meeting.end].lower()
    for _, person in hall.people():
        for office in person.offices:
            if office.of == party and f"{office.title.lower()}s" in words_:
                return person
    return None


def _enter_delegations(roll: _Roll, hall: _Hall, mentions: Mentions) -> None:
    for run in delegations.find(hall.document, mentions):
        gathering = _told_of(hall, run.sentence, None)
        if gathering is None:
            continue
        for party in run.parties():
            own = party == gathering.meeting.organisation
            if not own and not roll.speaks(gathering.meeting.key, party):
                roll.enter(gathering.meeting.key, None, party, "delegations", run.span)
