"""Persons: one fact for all mentions of one name, with one row an office."""

from __future__ import annotations

from dataclasses import replace

from kg.language import expressions as re
from kg.model import (
    Document,
    Mentions,
    Office,
    OfficeMention,
    Participant,
    Passage,
    Person,
    PersonMention,
)

PASSAGES = 8
"""Passages that one fact carries at most."""

_SAME = {
    "external": "foreign",
    "premier": "prime minister",
    "pm": "prime minister",
    "fm": "foreign minister",
    "defense": "defence",
    "adviser": "advisor",
}
_COUNTRY = re.compile("[A-Z]{2}")
_SUPRANATIONAL = re.compile(
    r"\b(?:Secretary[- ]General|Commissioner|High Representative|Executive Secretary|Rector|Bishop"
    r"|Director[- ]General of|Special (?:Representative|Envoy))\b",
    re.IGNORECASE,
)
"""Offices that are mostly those of an organisation, whatever passport their holder has."""
_LIGHT = frozenset(["the", "of", "for", "and", "affairs", "on", "in", "to", "a"])


def assemble(document: Document, mentions: Mentions) -> tuple[Person, ...]:
    """Return the persons that a document states, in the order of their first full mention."""
    groups: dict[str, list[PersonMention]] = {}
    for mention in mentions.persons:
        groups.setdefault(mention.name, []).append(mention)
    return tuple(_person(document, name, group) for name, group in groups.items())


def complete(people: tuple[Person, ...], present: tuple[Participant, ...]) -> tuple[Person, ...]:
    """Give offices without an owner the country for which their holder sat at the table.

    "For Peru spoke the Minister of Mines, N": the words that tell for whom N
    spoke are evidence of the office, too. Who sat for two keeps what was read.
    """
    seats: dict[str, dict[str, Participant]] = {}
    for row in present:
        if row.person and row.party:
            seats.setdefault(row.person, {}).setdefault(row.party, row)
    return tuple(_of_seat(person, seats.get(person.name, {})) for person in people)


def _of_seat(person: Person, seats: dict[str, Participant]) -> Person:
    if len(seats) != 1:
        return person
    ((party, seat),) = seats.items()
    if not _COUNTRY.fullmatch(party):
        return person
    offices = tuple(
        office
        if office.of or _SUPRANATIONAL.search(office.title)
        else replace(office, of=party, evidence=(*office.evidence, *seat.evidence)[:PASSAGES])
        for office in person.offices
    )
    return replace(person, offices=offices)


def _person(document: Document, name: str, group: list[PersonMention]) -> Person:
    forms = dict.fromkeys(document.words(m.start, m.end) for m in group)
    whole = [m for m in group if document.words(m.start, m.end) == name] or group
    return Person(
        name,
        tuple(form for form in forms if form != name),
        _offices(document, group),
        _passages(document, whole),
        whole[0].rule,
    )


def _passages(document: Document, mentions: list[PersonMention]) -> tuple[Passage, ...]:
    """Return the words over the first mentions, each once: more of them say nothing new."""
    spans = dict.fromkeys(mention.span for mention in mentions[:PASSAGES])
    return tuple(document.passage(*span) for span in spans)


def _offices(document: Document, group: list[PersonMention]) -> tuple[Office, ...]:
    """Return one office for each post, the fullest wording of each."""
    rows: list[tuple[OfficeMention, list[PersonMention]]] = []
    for mention in group:
        for office in mention.offices:
            _merge(rows, office, mention)
    return tuple(
        Office(
            office.title,
            office.of,
            _passages(document, where),
            where[0].rule,
        )
        for office, where in rows
    )


def _merge(
    rows: list[tuple[OfficeMention, list[PersonMention]]],
    office: OfficeMention,
    mention: PersonMention,
) -> None:
    for i, (known, where) in enumerate(rows):
        if not _same(known, office):
            continue
        if _rank(office) > _rank(known):
            rows[i] = (office, [mention])
        elif _rank(office) == _rank(known):
            where.append(mention)
        return
    rows.append((office, [mention]))


def _rank(office: OfficeMention) -> tuple[bool, int, bool]:
    return office.of is not None, len(_words(office.title)), not office.title.isupper()


def _same(one: OfficeMention, other: OfficeMention) -> bool:
    """Tell whether two wordings are one post: one owner, and one title inside the other."""
    if one.of and other.of and one.of != other.of:
        return False
    x, y = _words(one.title), _words(other.title)
    return x <= y or y <= x


def _words(title: str) -> frozenset[str]:
    words = re.findall(r"\w+", title.lower())
    plain = " ".join(_SAME.get(word, word) for word in words)
    return frozenset(word for word in plain.split() if word not in _LIGHT)
