"""Whether items say that who takes part in an office held it on the meeting's date.

What the article says stays as it is. An item of Wikidata confirms the holder,
or says that another held the office, or does not tell: then it is unknown. A
conflict is told only of an office whose known holders follow one another, on
a date that one of them surely covers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from kg.formats.triples import Statement
from kg.link import persons
from kg.link.candidates import UNKNOWN, Candidate, Held, describe, latest
from kg.link.client import Client
from kg.link.questions import ENTITY, by_office
from kg.link.things import Thing
from kg.namespaces import term
from kg.queries.results import Rows

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

Verdict = Literal["confirmed", "unknown", "in-conflict"]

_QUESTION = """
SELECT DISTINCT ?row ?person ?office ?date WHERE {
  ?row a readout:Participation ; readout:person ?node ; readout:office ?post ; readout:meeting ?m .
  ?m readout:startDate ?date .
  OPTIONAL { ?node readout:identifiedAs ?one } BIND(COALESCE(?one, ?node) AS ?person)
  OPTIONAL { ?post readout:identifiedAs ?other } BIND(COALESCE(?other, ?post) AS ?office)
} ORDER BY ?row ?office ?date
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What items say of one participation: `holder` is the item of who held the office then."""

    row: str
    verdict: Verdict
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article says: a person takes part in an office, on the date of the meeting."""

    row: str
    person: str
    office: str
    date: str


def claims(store: GraphStore) -> tuple[Claim, ...]:
    """Return who takes part in which office and when, by the nodes that stand for them."""
    found = store.evaluate(_QUESTION)
    assert isinstance(found, Rows)
    return tuple(
        Claim(*(str(r[name]) for name in ("row", "person", "office", "date"))) for r in found
    )


def judge(
    rows: Iterable[Claim], things: Iterable[Thing], items: Mapping[str, str], client: Client
) -> tuple[Standing, ...]:
    """Return what items say of each participation in an office that is linked, sorted.

    `items` are the items of nodes. Raises StoreError where the endpoint fails.
    """
    known = {thing.node: thing for thing in things}
    asked = [row for row in rows if row.office in items]
    holders = by_office(client, {items[row.office] for row in asked})
    people = describe(client, {qid for qids in holders.values() for qid in qids})
    found: dict[str, list[Standing]] = defaultdict(list)
    for row in asked:
        office = items[row.office]
        held = {people[qid].qid: people[qid] for qid in sorted(holders.get(office, ()))}
        mine = items.get(row.person)
        one = _judge(row, office, list(held.values()), mine, known.get(row.person))
        found[row.row].append(one)
    return tuple(_worst(found[row]) for row in sorted(found))


def _worst(rows: list[Standing]) -> Standing:
    """Return one standing of a participation in several offices: a conflict, else what is known."""
    order = ("in-conflict", "confirmed", "unknown")
    return min(rows, key=lambda row: (order.index(row.verdict), row.holder or ""))


def _judge(
    claim: Claim, office: str, holders: Sequence[Candidate], mine: str | None, thing: Thing | None
) -> Standing:
    terms = _terms(office, holders)
    sure = {qid for qid, held in terms if held.surely(claim.date)}
    if mine in sure:
        return Standing(claim.row, "confirmed", mine)
    possible = {qid for qid, held in terms if held.covers(claim.date)}
    namesakes = {
        each.qid for each in holders if thing and not mine and persons.likeness(thing, each)
    }
    open_ = mine in possible or possible - sure or namesakes & possible
    if len(sure) != 1 or open_ or not _in_turn([held for _, held in terms]):
        return Standing(claim.row, "unknown")
    return Standing(claim.row, "in-conflict", min(sure))


def _terms(office: str, holders: Sequence[Candidate]) -> list[tuple[str, Held]]:
    """Return who held an office and when; a term without end ends where the next one starts."""
    terms = [(one.qid, held) for one in holders for held in one.offices if held.office == office]
    starts = sorted({str(held.start) for _, held in terms if held.start not in (None, UNKNOWN)})
    return [(qid, _ended(held, starts)) for qid, held in terms]


def _ended(held: Held, starts: Sequence[str]) -> Held:
    later = [start for start in starts if held.start and start > latest(held.start)]
    return replace(held, end=later[0]) if held.end is None and later else held


def _in_turn(terms: Sequence[Held]) -> bool:
    """Tell whether several terms are known, all with a start, and none overlaps the next."""
    if len(terms) < 2 or any(held.start in (None, UNKNOWN) for held in terms):
        return False
    ordered = sorted(terms, key=lambda held: str(held.start))
    return all(one.end and one.end <= latest(str(other.start)) for one, other in pairwise(ordered))


def statements(found: Iterable[Standing]) -> Iterable[Statement]:
    """Yield what the graph of links says of participations."""
    for one in found:
        yield one.row, term("standing"), term(one.verdict)
        if one.holder:
            yield one.row, term("holder"), ENTITY + one.holder
