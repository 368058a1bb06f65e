"""The page of a meeting: delegations, documents and their state, topics, and its series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg import vocabulary
from kg.namespaces import ONTOLOGY
from kg.queries import surroundings
from kg.queries.dossier import Window
from kg.queries.surroundings import values
from kg.web.views import links
from kg.web.views.citing import Cited
from kg.web.views.links import Link
from kg.web.views.thing import Block, Thing, Told, thing

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

SIZE = 200
"""Participants, acts and topics of one page."""

_TABLES = ("takes-part", "what-was-done", "what-was-taken-up")
_SERIES = """
SELECT DISTINCT ?meeting ?ordinal (STR(?date) AS ?day) WHERE {{
  VALUES ?mine {{ {nodes} }}
  ?mine readout:convenes ?body . ?meeting readout:convenes ?body
  OPTIONAL {{ ?meeting readout:ordinal ?ordinal }}
  OPTIONAL {{ ?meeting readout:startDate ?date }}
}} ORDER BY ?meeting ?ordinal ?day LIMIT 1000
"""
_REPORTED = """
SELECT ?status ?article WHERE {{
  VALUES ?node {{ {nodes} }}
  GRAPH ?graph {{ ?node readout:status ?status . ?article a readout:Article }}
}} ORDER BY ?status ?article
"""


@dataclass(frozen=True, slots=True)
class Delegate:
    """A person of a delegation, or the party alone; `role` where it is more than taking part."""

    person: Link | None
    offices: tuple[Link, ...]
    role: str | None
    quotes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Delegation:
    """Those who take part for one party; `party` is None where it is not said for whom."""

    party: Link | None
    delegates: tuple[Delegate, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done with a document; `done` is False for what is only intended."""

    words: str
    done: bool
    quotes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An instrument with its kind, and all that is done with it at the meeting."""

    link: Link
    kind: str | None
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """A status, and how many articles give it."""

    status: str
    articles: int


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting of the series: `here` is that of the page, `open` one not known to be over."""

    link: Link
    ordinal: int | None
    date: str | None
    here: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as its page shows it."""

    told: Thing
    dates: tuple[str, ...]
    reported: tuple[Reported, ...]
    attending: Block | None
    delegations: tuple[Delegation, ...]
    acting: Block | None
    documents: tuple[Document, ...]
    topics: Block | None
    series: tuple[Session, ...]
    before: Session | None
    after: Session | None


def meeting(store: GraphStore, iri: str, window: Window, folder: Path | None = None) -> Meeting:
    """Return the page of the meeting `iri`. Raises UsageError where the store has none."""
    whole = thing(store, iri, replace(window, size=SIZE), folder)
    blocks = {block.slug: block for block in whole.blocks}
    attending, acting, topics = (blocks.pop(slug, None) for slug in _TABLES)
    series = _series(store, whole.nodes)
    blocks = {slug: _without_topics(block) for slug, block in blocks.items()}
    before, after = _around(series)
    return Meeting(
        told=replace(whole, blocks=tuple(blocks.values())),
        dates=_dates(store, whole.nodes),
        reported=_reported(store, whole.nodes),
        attending=attending,
        delegations=_delegations(attending.lines if attending else ()),
        acting=acting,
        documents=_documents(store, acting.lines if acting else ()),
        topics=topics,
        series=series,
        before=before,
        after=after,
    )


def _without_topics(block: Block) -> Block:
    """Return a block without the topics, which the table of what was taken up tells with more."""
    lines = tuple(line for line in block.lines if not _first(line, "topic"))
    return replace(block, lines=lines)


# --- who, and what ----------------------------------------------------------------


def _delegations(lines: Iterable[Told]) -> tuple[Delegation, ...]:
    """Return participants by party, parties and persons by name, what is said twice once."""
    parties: dict[Link | None, dict[tuple[Link | None, str | None], list[Told]]] = {}
    for line in lines:
        party, person = _first(line, "party"), _first(line, "person")
        role = _first(line, "role")
        told = parties.setdefault(party, {})
        told.setdefault((person, role.text if role else None), []).append(line)
    return tuple(
        Delegation(party, tuple(_delegate(*who, said) for who, said in sorted(
            persons.items(), key=lambda entry: _name(entry[0][0]))))
        for party, persons in sorted(parties.items(), key=lambda entry: _name(entry[0]))
    )  # fmt: skip


def _delegate(person: Link | None, role: str | None, said: list[Told]) -> Delegate:
    offices = dict.fromkeys(link for line in said for link in _all(line, "office"))
    return Delegate(person, tuple(offices), role, _quotes(said))


def _documents(store: GraphStore, lines: Iterable[Told]) -> tuple[Document, ...]:
    """Return documents by name with what is done with each, what is said twice once."""
    acts: dict[Link, dict[str, list[Told]]] = {}
    for line in lines:
        instrument, action = _first(line, "instrument"), _first(line, "action")
        if instrument and action:
            acts.setdefault(instrument, {}).setdefault(action.text, []).append(line)
    kinds = _kinds(store, acts)
    return tuple(
        Document(
            instrument,
            kinds.get(instrument.path or ""),
            tuple(sorted(_deeds(deeds), key=lambda deed: (deed.done, deed.words))),
        )
        for instrument, deeds in sorted(acts.items(), key=lambda entry: _name(entry[0]))
    )


def _deeds(said: dict[str, list[Told]]) -> Iterable[Deed]:
    return (Deed(words, words in _done(), _quotes(lines)) for words, lines in said.items())


def _done() -> set[str]:
    """Return the words for actions that are over when they are told."""
    return {action.label for action in vocabulary.concepts("actions") if action.done}


def _kinds(store: GraphStore, instruments: Iterable[Link]) -> dict[str, str]:
    nodes = {links.node(link.path): link.path for link in instruments if link.path}
    said = surroundings.statements(store, nodes, (ONTOLOGY + "kind",))
    return {
        nodes[node]: links.link(pairs[0][1].value, pairs[0][1].value).text
        for node, pairs in said.items()
    }


def _quotes(said: Iterable[Told]) -> tuple[Cited, ...]:
    return tuple(dict.fromkeys(quote for line in said for quote in line.quotes))


def _first(line: Told, verb: str) -> Link | None:
    return next(iter(_all(line, verb)), None)


def _all(line: Told, verb: str) -> tuple[Link, ...]:
    return tuple(link for name, link in line.parts if name == verb)


def _name(link: Link | None) -> tuple[bool, str]:
    return link is None, link.text if link else ""


# --- when, and in which series ----------------------------------------------------


def _dates(store: GraphStore, nodes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the days on which a meeting begins, "2016-04-13 to 2016-04-14"; reports may differ."""
    verbs = (ONTOLOGY + "startDate", ONTOLOGY + "endDate")
    said = surroundings.statements(store, nodes, verbs)
    found: dict[str, None] = {}
    for pairs in said.values():
        starts, ends = (values(pairs, verb) for verb in verbs)
        for start in starts:
            end = next((each for each in ends if each > start), None)
            found[f"{start} to {end}" if end else start] = None
    return tuple(sorted(found))


def _reported(store: GraphStore, nodes: tuple[str, ...]) -> tuple[Reported, ...]:
    """Return the statuses in the order of their list, and how many articles give each."""
    listed = " ".join(f"<{node}>" for node in nodes)
    rows = surroundings.rows(store, _REPORTED.format(nodes=listed))
    articles: dict[str, set[str]] = {}
    for status, article in rows:
        if status and article:
            articles.setdefault(status.value, set()).add(article.value)
    known = [entry.iri for entry in vocabulary.concepts("statuses")]
    order = sorted(articles, key=lambda iri: known.index(iri) if iri in known else len(known))
    return tuple(Reported(links.link(iri, iri).text, len(articles[iri])) for iri in order)


def _series(store: GraphStore, nodes: tuple[str, ...]) -> tuple[Session, ...]:
    """Return the meetings of the bodies that a meeting convenes, in their order.

    By their numbers where each has one, else by date; what lacks it has no place in the order.
    """
    sessions = _sessions(store, nodes)
    if all(each.ordinal is not None for each in sessions):
        return tuple(sorted(sessions, key=lambda each: (each.ordinal or 0, each.date or "")))
    dated = [each for each in sessions if each.date]
    return tuple(sorted(dated, key=lambda each: (each.date or "", each.ordinal or 0)))


def _around(series: tuple[Session, ...]) -> tuple[Session | None, Session | None]:
    """Return the sessions before and after this one; a year alone does not tell within the year."""
    here = next((n for n, each in enumerate(series) if each.here), None)
    if here is None:
        return None, None
    known = [each for each in series if each.here or not _vague(each, series[here])]
    place = next(n for n, each in enumerate(known) if each.here)
    return (known[place - 1] if place else None, next(iter(known[place + 1 :]), None))


def _vague(one: Session, here: Session) -> bool:
    """Tell whether the dates of two sessions leave open which was first."""
    if one.ordinal is not None and here.ordinal is not None:
        return one.ordinal == here.ordinal
    mine, its = here.date or "", one.date or ""
    return mine.startswith(its) or its.startswith(mine)


def _sessions(store: GraphStore, nodes: tuple[str, ...]) -> tuple[Session, ...]:
    """Return each meeting of the series once, in no order."""
    listed = " ".join(f"<{node}>" for node in nodes)
    rows = surroundings.rows(store, _SERIES.format(nodes=listed))
    numbers: dict[str, int] = {}
    dates: dict[str, str] = {}
    called = surroundings.names(store, (meeting.value for meeting, _, _ in rows if meeting))
    for meeting, ordinal, day in rows:
        head = called[meeting.value].head if meeting else ""
        if ordinal:
            numbers[head] = int(ordinal.value)
        if day:
            dates[head] = max(day.value, dates.get(head, ""))
    heads = {name.head: name for name in called.values()}
    over = {name.head for name in called.values() if "held" in name.statuses}
    return tuple(
        Session(
            link=links.link(name.text, head),
            ordinal=numbers.get(head),
            date=dates.get(head),
            here=head in nodes,
            open=head not in over,
        )
        for head, name in sorted(heads.items())
    )
