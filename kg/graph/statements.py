"""Facts -> statements: the triples of an article's graph as plain values, no RDF library.

`graph.describe` makes rdflib of them, `nquads` text for bulk loading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import pyoxigraph as ox

from kg import namespaces
from kg.errors import InputError
from kg.formats import triples
from kg.formats.triples import Statement, Value, date_value, integer
from kg.graph import keys
from kg.graph.appearances import printed
from kg.model import (
    Action,
    Article,
    Facts,
    Instrument,
    Meeting,
    Office,
    Participant,
    Passage,
    Person,
    Topic,
)
from kg.namespaces import BASE, VOCABULARIES, article_key, digest, fold, iri, join, link, term
from kg.vocabulary import concept, named

TYPE = VOCABULARIES["rdf"] + "type"
LABEL = VOCABULARIES["rdfs"] + "label"
ALT_LABEL = VOCABULARIES["skos"] + "altLabel"
BROADER = VOCABULARIES["skos"] + "broader"
DCTERMS = VOCABULARIES["dcterms"]

_PERIOD = re.compile(r"(\d{4})(?:\s*[-–—/]\s*(\d{4}|\d{2}))?")


def state(facts: Facts, base: str = BASE) -> tuple[Statement, ...]:
    """Return every triple that the facts of one article make, each once, in their order.

    Raises InputError where a fact refers to a meeting or person that the facts do not have.
    """
    _check(facts)
    return tuple(dict.fromkeys(_all(Scope(facts, base))))


def _check(facts: Facts) -> None:
    meetings = {meeting.key for meeting in facts.meetings}
    people = {name for person in facts.persons for name in (person.name, *person.aliases)}
    acts = tuple(act for instrument in facts.instruments for act in instrument.actions)
    tied: tuple[Participant | Topic | Action, ...] = (*facts.participants, *facts.topics, *acts)
    for fact in tied:
        if fact.meeting and fact.meeting not in meetings:
            raise InputError(f"{facts.article.id}: no meeting {fact.meeting!r}, named by {fact}")
    for row in facts.participants:
        if row.person and row.person not in people:
            raise InputError(f"{facts.article.id}: no person {row.person!r}, named by {row}")


def nquads(facts: Facts, base: str = BASE) -> str:
    """Return the graph of an article as N-Quads text, one line a statement, sorted."""
    return triples.nquads(state(facts, base), namespaces.graph(facts.article.id, base))


@dataclass(frozen=True)
class Scope:
    """The facts of one article with the keys of its things."""

    facts: Facts
    base: str

    @cached_property
    def people(self) -> tuple[str, ...]:
        return keys.persons(self.facts)

    @cached_property
    def meetings(self) -> dict[str, str]:
        return keys.meetings(self.facts, self.people)

    @cached_property
    def instruments(self) -> dict[str, str]:
        return keys.instruments(self.facts)

    @cached_property
    def article(self) -> str:
        return article_key(self.facts.article.id)

    def iri(self, kind: str, key: str) -> str:
        return iri(kind, key, self.base)

    def country(self, code: str) -> str:
        """Return the IRI of a country; a code that is none is folded, and found by validation."""
        return self.iri("country", code if code in keys.countries() else fold(code))

    def person(self, name: str, party: str | None = None) -> str | None:
        """Return the key of the person called `name`; of several, the one of `party`."""
        rows = list(zip(self.facts.persons, self.people, strict=True))
        same = [(p, key) for p, key in rows if p.name == name or name in p.aliases]
        exact = [(p, key) for p, key in same if p.name == name] or same
        mine = [key for p, key in exact if party and any(o.of == party for o in p.offices)]
        return mine[0] if mine else exact[0][1] if exact else None

    def party(self, value: str, evidence: Iterable[Passage]) -> str:
        """Return the IRI of the country or organisation that `value` stands for."""
        return self.iri(*keys.party(value, self.facts, evidence))


def _all(scope: Scope) -> Iterator[Statement]:
    facts = scope.facts
    yield from _article(scope, facts.article)
    for meeting in facts.meetings:
        yield from _meeting(scope, meeting)
    for person, key in zip(facts.persons, scope.people, strict=True):
        yield from _person(scope, person, key)
    yield from _participations(scope)
    for instrument in facts.instruments:
        yield from _instrument(scope, instrument)
    for topic in facts.topics:
        yield from _agenda_item(scope, topic)


def _thing(node: str, kind: str, label: str | None = None) -> Iterator[Statement]:
    yield node, TYPE, term(kind)
    if label:
        yield node, LABEL, Value(label)


def _attested(
    scope: Scope, node: str, kind: str, rule: str, evidence: Iterable[Passage]
) -> Iterator[Statement]:
    yield node, TYPE, term(kind)
    yield node, term("rule"), Value(rule)
    for passage in evidence:
        quoted = namespaces.passage(scope.facts.article.id, passage.start, passage.end, scope.base)
        yield node, term("evidence"), quoted
        yield quoted, TYPE, term("Passage")
        yield quoted, term("article"), scope.iri("article", scope.article)
        yield quoted, term("start"), integer(passage.start)
        yield quoted, term("end"), integer(passage.end)
        yield quoted, term("quote"), Value(passage.quote)


def _article(scope: Scope, article: Article) -> Iterator[Statement]:
    node = scope.iri("article", scope.article)
    yield from _thing(node, "Article", article.title)
    yield node, term("text"), Value(article.text)
    yield node, term("sha256"), Value(sha256(article.text.encode("utf-8")).hexdigest())
    yield node, DCTERMS + "language", Value(article.language)
    if article.title:
        yield node, DCTERMS + "title", Value(article.title)
    if article.publisher:
        yield node, DCTERMS + "publisher", Value(article.publisher)
    if article.published:
        yield node, DCTERMS + "issued", date_value(article.published)
    if article.url:
        yield node, DCTERMS + "source", _address(article.url)


def _address(url: str) -> str | Value:
    """Return an address as an IRI where it is one, else as text."""
    try:
        return ox.NamedNode(url).value
    except ValueError:
        return Value(url)


def _party(scope: Scope, value: str, evidence: Iterable[Passage]) -> Iterator[Statement]:
    """Describe the country or organisation that `value` stands for."""
    kind, key = keys.party(value, scope.facts, evidence)
    yield from _country(scope, key) if kind == "country" else _organisation(scope, value)


def _country(scope: Scope, code: str) -> Iterator[Statement]:
    node = scope.country(code)
    yield from _thing(node, "Country", keys.countries().get(code, (code,))[0])
    yield node, term("isoCode"), Value(code)


def _organisation(scope: Scope, name: str) -> Iterator[Statement]:
    yield from _thing(scope.iri("organisation", keys.organisation_key(name)), "Organisation", name)


def _meeting(scope: Scope, meeting: Meeting) -> Iterator[Statement]:
    node = scope.iri("meeting", scope.meetings[meeting.key])
    yield from _attested(scope, node, "Meeting", meeting.rule, meeting.evidence)
    yield node, LABEL, Value(meeting.name)
    if meeting.ordinal is not None:
        yield node, term("ordinal"), integer(meeting.ordinal)
    if meeting.start:
        yield node, term("startDate"), date_value(meeting.start)
    if meeting.end:
        yield node, term("endDate"), date_value(meeting.end)
    status = concept("statuses", meeting.status)
    yield node, term("status"), status.iri if status else Value(meeting.status)
    yield from _organs(scope, node, meeting)
    yield from _setting(scope, node, meeting)
    yield from _chair(scope, node, meeting)


def _organs(scope: Scope, node: str, meeting: Meeting) -> Iterator[Statement]:
    owner = keys.organisation_key(meeting.organisation) if meeting.organisation else None
    if meeting.organisation and owner:
        yield node, term("under"), scope.iri("organisation", owner)
        yield from _organisation(scope, meeting.organisation)
    if meeting.body:
        body = scope.iri("organisation", link(owner or scope.article, fold(meeting.body)))
        yield node, term("convenes"), body
        yield from _thing(body, "Organisation", meeting.body)
        if owner:
            yield body, term("partOf"), scope.iri("organisation", owner)


def _setting(scope: Scope, node: str, meeting: Meeting) -> Iterator[Statement]:
    if meeting.country:
        yield node, term("country"), scope.country(meeting.country)
        yield from _country(scope, meeting.country)
    if meeting.place:
        place = scope.iri("place", keys.place_key(meeting.place, meeting.country))
        yield node, term("place"), place
        yield from _thing(place, "Place", meeting.place)
        if meeting.country:
            yield place, term("country"), scope.country(meeting.country)


def chairs(meeting: Meeting, scope: Scope) -> tuple[str, ...]:
    """Return the names that chair a meeting: "A and B" is two where both are persons named."""
    if not meeting.chair:
        return ()
    pair = re.split(r",\s*|\s+and\s+", meeting.chair)
    known = all(scope.person(name) for name in pair)
    return tuple(pair) if known and not scope.person(meeting.chair) else (meeting.chair,)


def _chair(scope: Scope, node: str, meeting: Meeting) -> Iterator[Statement]:
    for name in chairs(meeting, scope):
        person = scope.person(name)
        if person:
            yield node, term("chair"), scope.iri("person", person)
        else:
            yield node, term("chair"), scope.party(name, meeting.evidence)
            yield from _party(scope, name, meeting.evidence)


def _person(scope: Scope, person: Person, key: str) -> Iterator[Statement]:
    node = scope.iri("person", key)
    yield from _attested(scope, node, "Person", person.rule, person.evidence)
    yield node, LABEL, Value(person.name)
    for alias in person.aliases:
        yield node, ALT_LABEL, Value(alias)
    for office in person.offices:
        yield from _tenure(scope, office, key)
    yield from _appearances(scope, person, key)


def _office_key(scope: Scope, office: Office, holder: str) -> str:
    owner = keys.owner_key(office.of, scope.facts, office.evidence) if office.of else None
    return keys.office_key(office.title, owner, holder)


def _tenure(scope: Scope, office: Office, holder: str) -> Iterator[Statement]:
    post = _office_key(scope, office, holder)
    node = scope.iri("tenure", join(holder, post))
    yield from _attested(scope, node, "Tenure", office.rule, office.evidence)
    yield node, term("person"), scope.iri("person", holder)
    yield node, term("office"), scope.iri("office", post)
    if scope.facts.article.published:
        yield node, term("attestedOn"), date_value(scope.facts.article.published)
    yield from _thing(scope.iri("office", post), "Office", office.title)
    yield scope.iri("office", post), term("title"), Value(office.title)
    if office.of:
        yield scope.iri("office", post), term("of"), scope.party(office.of, office.evidence)
        yield from _party(scope, office.of, office.evidence)


def _appearances(scope: Scope, person: Person, key: str) -> Iterator[Statement]:
    forms = tuple(dict.fromkeys((person.name, *person.aliases)))
    names = keys.settle([(fold(form), digest(form)) for form in forms])
    for form, name in zip(forms, names, strict=True):
        passages = printed(form, person, scope.facts)
        if passages:
            node = scope.iri("appearance", join(scope.article, key, name))
            yield from _attested(scope, node, "Appearance", person.rule, passages)
            yield node, term("person"), scope.iri("person", key)
            yield node, term("form"), Value(form)


def _participations(scope: Scope) -> Iterator[Statement]:
    rows = scope.facts.participants
    parts = [_participation_parts(scope, row) for row in rows]
    for row, key in zip(rows, keys.settle(parts), strict=True):
        yield from _participation(scope, row, scope.iri("participation", key))


def _participation_parts(scope: Scope, row: Participant) -> tuple[str, ...]:
    who = scope.person(row.person, row.party) if row.person else None
    party = fold(row.party) if row.party else ""
    name = fold(row.person) if row.person else ""
    return join(scope.meetings[row.meeting], who or party or name), party or "none", name or "none"


def _participation(scope: Scope, row: Participant, node: str) -> Iterator[Statement]:
    yield from _attested(scope, node, "Participation", row.rule, row.evidence)
    yield node, term("meeting"), scope.iri("meeting", scope.meetings[row.meeting])
    yield node, term("role"), term(_role(scope, row))
    if row.party:
        yield node, term("party"), scope.party(row.party, row.evidence)
        yield from _party(scope, row.party, row.evidence)
    person = scope.person(row.person, row.party) if row.person else None
    if person:
        yield node, term("person"), scope.iri("person", person)
        for office in _offices(scope, row, person):
            yield node, term("office"), scope.iri("office", _office_key(scope, office, person))


def _role(scope: Scope, row: Participant) -> str:
    meeting = next(m for m in scope.facts.meetings if m.key == row.meeting)
    who = row.person or row.party
    return "chairperson" if who in chairs(meeting, scope) else "participant"


def _offices(scope: Scope, row: Participant, person: str) -> tuple[Office, ...]:
    """Return the offices in which a person takes part: those of the party, or of nobody named."""
    holder = scope.facts.persons[scope.people.index(person)]
    return tuple(o for o in holder.offices if o.of == row.party or not o.of or not row.party)


def _instrument(scope: Scope, instrument: Instrument) -> Iterator[Statement]:
    node = scope.iri("instrument", scope.instruments[instrument.key])
    yield from _attested(scope, node, "Instrument", instrument.rule, instrument.evidence)
    yield node, LABEL, Value(instrument.name)
    kind = concept("kinds", instrument.kind)
    yield node, term("kind"), kind.iri if kind else Value(instrument.kind)
    yield from _period(node, instrument.period)
    yield from _references(scope, node, instrument)
    for action in instrument.actions:
        yield from _act(scope, action, instrument)


def _period(node: str, period: str | None) -> Iterator[Statement]:
    found = _PERIOD.fullmatch(period.strip()) if period else None
    if found:
        first, last = found[1], found[2] or found[1]
        yield node, term("validFrom"), date_value(first)
        yield node, term("validUntil"), date_value(first[: 4 - len(last)] + last)


def _references(scope: Scope, node: str, outer: Instrument) -> Iterator[Statement]:
    title = f"-{fold(outer.name)}-"
    for inner in scope.facts.instruments:
        other = scope.iri("instrument", scope.instruments[inner.key])
        if other != node and len(inner.name.split()) > 1 and f"-{fold(inner.name)}-" in title:
            yield node, term("refersTo"), other


def _act(scope: Scope, action: Action, instrument: Instrument) -> Iterator[Statement]:
    meeting = scope.meetings.get(action.meeting) if action.meeting else None
    key = scope.instruments[instrument.key]
    node = scope.iri("act", join(meeting, key, fold(action.action)))
    yield from _attested(scope, node, "Act", action.rule, action.evidence)
    yield node, term("instrument"), scope.iri("instrument", key)
    done = concept("actions", action.action)
    yield node, term("action"), done.iri if done else Value(action.action)
    if meeting:
        yield node, term("meeting"), scope.iri("meeting", meeting)


def _agenda_item(scope: Scope, topic: Topic) -> Iterator[Statement]:
    meeting = scope.meetings.get(topic.meeting) if topic.meeting else None
    subject = scope.iri("topic", fold(topic.name))
    node = scope.iri("agenda-item", join(meeting or scope.article, fold(topic.name)))
    yield from _attested(scope, node, "AgendaItem", topic.rule, topic.evidence)
    yield node, term("topic"), subject
    if meeting:
        yield node, term("meeting"), scope.iri("meeting", meeting)
        yield scope.iri("meeting", meeting), term("topic"), subject
    yield from _thing(subject, "Topic", topic.name)
    listed = named("topics").get(fold(topic.name))
    if listed:
        yield subject, BROADER, listed.iri
