"""The text as a hall: which persons and meetings each sentence names, and who sits where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.facts import attendance
from kg.language import expressions as re
from kg.language import words
from kg.model import (
    Document,
    Gathering,
    MeetingMention,
    Mention,
    Mentions,
    Participant,
    Passage,
    PersonMention,
    Sentence,
)

LONGEST = 600
"""Code points of the longest quote that the facts format allows."""
LEAD = 800
"""Characters of title and first paragraph, which name the meeting that a report is about."""
MAIN = 8
"""Meetings, from the first on, one of which a text as a whole can be about."""
LINES = 6
"""Sentences from the first on among which the title of a report stands."""
_WORD = re.compile(
    r"[A-Z]\w{3,}|\b(?:summit|heads|leaders|presidents|ministers|experts|talks|council)\b"
)
_LEADERS = ("summit", "heads", "presidents")
REACH = 600
"""Characters to either side of a person in which a meeting of the sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Hall:
    """The persons and the meetings of a text by sentences, with look-ups over the whole.

    `opening` gives for each sentence the one that leads to it: for an entry of a list, the
    line that opens the list; -1 where there is none. `titles` gives who holds which office.
    `main` is the meeting that the text is about: the first told as held, else the first;
    `row` has all mentions of persons, in the order of the text; `marks` the dates and places
    of each sentence.
    """

    document: Document
    persons: list[list[Mention]]
    meetings: list[list[Mention]]
    gatherings: tuple[Gathering, ...]
    meaning: dict[Mention, Gathering]
    named: dict[str, list[PersonMention]]
    opening: list[int]
    titles: dict[str, dict[str, PersonMention]]
    main: Gathering | None
    row: list[PersonMention]
    marks: list[list[Mention]]

    def people(self) -> Iterator[tuple[int, PersonMention]]:
        """Yield every mention of a person with the number of its sentence."""
        for index, row in enumerate(self.persons):
            for mention in row:
                if isinstance(mention, PersonMention):
                    yield index, mention

    def sentence(self, index: int) -> Sentence:
        return self.document.sentences[index]

    def near(self, index: int, offset: int) -> Iterator[MeetingMention]:
        """Yield the meetings that a sentence names within reach of an offset."""
        row = self.meetings[index] if index >= 0 else []
        first = bisect_left(row, offset - REACH, key=lambda mention: mention.start)
        for mention in row[first:]:
            if mention.start > offset + REACH:
                return
            if isinstance(mention, MeetingMention):
                yield mention

    def met(self, index: int, person: PersonMention) -> bool:
        """Tell whether the sentence has a person as one of two who met."""
        return any(person.name in m.parties for m in self.near(index, person.start))

    def sources(self) -> Iterator[str]:
        """Yield who is named as the source of the report."""
        for index, person in self.people():
            if attendance.reports(self.document, self.sentence(index), person):
                yield person.name

    def nearest(self, name: str, offset: int) -> PersonMention | None:
        """Return the mention of a person that stands nearest to an offset."""
        row = self.named.get(name, [])
        at = bisect_left(row, offset, key=lambda person: person.start)
        return min(row[max(0, at - 1) : at + 1], key=lambda p: abs(p.start - offset), default=None)

    def countries(self) -> dict[str, str | None]:
        """Return the country in which each meeting was held, by its key."""
        return {gathering.meeting.key: gathering.meeting.country for gathering in self.gatherings}

    def before(self, offset: int, coming: bool) -> Gathering | None:
        """Return the last meeting, held or to come, that the text speaks of before an offset.

        One that had been before those told of is passed over.
        """
        last = bisect_left(self.gatherings, offset, key=lambda g: g.mentions[0].start)
        for gathering in reversed(self.gatherings[max(0, last - MAIN) : last]):
            had = all(attendance.had_met(self.document, m) for m in gathering.mentions)
            if (coming or gathering.meeting.status != "planned") and not had:
                return gathering
        return None


def enter(document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]) -> Hall:
    """Return the hall of a text, its look-ups made."""
    named: dict[str, list[PersonMention]] = {}
    for person in sorted(mentions.persons, key=lambda p: p.start):
        named.setdefault(person.name, []).append(person)
    spoken = sorted((g for g in gatherings if g.mentions), key=lambda g: g.mentions[0].start)
    return Hall(
        document,
        words.by_sentence(document, sorted(mentions.persons, key=lambda p: p.start)),
        words.by_sentence(document, sorted(mentions.meetings, key=lambda m: m.start)),
        tuple(spoken),
        {mention: g for g in reversed(spoken) for mention in g.mentions},
        named,
        list(_openings(document)),
        _titles(mentions),
        _main(document, spoken),
        sorted(mentions.persons, key=lambda p: p.start),
        words.by_sentence(
            document, sorted([*mentions.dates, *mentions.places], key=lambda m: m.start)
        ),
    )


def _main(document: Document, spoken: list[Gathering]) -> Gathering | None:
    """Return the first meeting told as held, else the first: none that others only lead to."""
    own = [
        g
        for g in spoken[:MAIN]
        if not all(attendance.background(document, m) for m in g.mentions[:MAIN])
        or attendance.reported(document, g.mentions[0])
    ]
    own = own or [g for g in spoken[:1] if g.mentions[0].start < LEAD]
    held = [g for g in own if g.meeting.status != "planned"] or own[:1]
    lead = [g for g in held if g.mentions[0].start < LEAD] or held[:1]
    named = _title_words(document)
    return max(lead, key=lambda g: len(named & _own_words(g)), default=None)


def _title_words(document: Document) -> frozenset[str]:
    titles = (s for s in document.sentences[:LINES] if s.kind == "title")
    return _telling(document.view[title.start : title.end] for title in titles)


def _own_words(gathering: Gathering) -> frozenset[str]:
    """Return the telling words of the names of a meeting and of the body that met."""
    return _telling([gathering.meeting.body or "", *(m.name for m in gathering.mentions[:MAIN])])


def _telling(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names that tell one meeting from another; who lead are one rank."""
    found = (word.lower() for name in names for word in _WORD.findall(name))
    return frozenset("leaders" if word in _LEADERS else word for word in found)


def _titles(mentions: Mentions) -> dict[str, dict[str, PersonMention]]:
    """Return who holds which office of each party: party -> title in lower case -> person."""
    held: dict[str, dict[str, PersonMention]] = {}
    for person in mentions.persons:
        for office in person.offices:
            if office.of is not None:
                held.setdefault(office.of, {}).setdefault(office.title.lower(), person)
    return held


def _openings(document: Document) -> Iterator[int]:
    last = -1
    for index, sentence in enumerate(document.sentences):
        yield last
        if sentence.kind not in ("item", "noise"):
            last = index


@dataclass(slots=True)
class Roll:
    """The participants found so far, each with where the text says so.

    `framed` are those whom a list names for a party: "for Chile, N"; `hosts` those who speak
    for the country in which they met, `countries` by the key of the meeting.
    """

    document: Document
    parties: dict[str, str | None]
    framed: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    countries: Mapping[str, str | None] = field(default_factory=dict)
    seats: dict[tuple[str, str | None, str | None], tuple[str, list[Passage]]] = field(
        default_factory=dict
    )
    seated: dict[str, set[str]] = field(default_factory=dict)
    spoken_for: set[tuple[str, str | None]] = field(default_factory=set)

    def enter(
        self, meeting: str, person: str | None, party: str | None, rule: str, span: tuple[int, int]
    ) -> None:
        """Give a seat, or one more passage to a seat already given."""
        start, end = span
        passage = self.document.passage(start, min(end, start + LONGEST))
        _, passages = self.seats.setdefault((meeting, person, party), (rule, []))
        if len(passages) < PASSAGES and passage not in passages:
            passages.append(passage)
        self.spoken_for.add((meeting, party))
        if person is not None:
            self.seated.setdefault(person, set()).add(meeting)

    def sits(self, person: str, meetings: set[str]) -> bool:
        """Tell whether a person has a seat at one of some meetings."""
        return not meetings.isdisjoint(self.seated.get(person, ()))

    def person(
        self, meeting: str, mention: PersonMention, rule: str, span: tuple[int, int]
    ) -> None:
        """Give a seat to a person, for the party that the person speaks for."""
        party = self.parties.get(mention.name)
        if party is None and mention.name in self.hosts:
            party = self.countries.get(meeting)
        self.enter(meeting, mention.name, party, rule, span)

    def participants(self) -> tuple[Participant, ...]:
        """Return who sits, in the order in which the seats were given."""
        return tuple(
            Participant(meeting, person, party, tuple(passages), rule)
            for (meeting, person, party), (rule, passages) in self.seats.items()
        )


PASSAGES = 8
"""Passages that one seat carries: more say nothing new."""
