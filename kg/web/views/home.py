"""The first page: what is in the store, which meetings were the latest, which are to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.namespaces import BASE
from kg.queries import surroundings, things
from kg.queries.results import Row
from kg.queries.surroundings import Called
from kg.store import Store
from kg.web.views import links
from kg.web.views.kept import kept
from kg.web.views.links import Link

LISTED = 10
"""Meetings of each list."""

_CANDIDATES = 4 * LISTED  # some are one meeting under several names, or were held after all
_KINDS = {
    "Meeting": "meetings",
    "Person": "persons",
    "Office": "offices",
    "Country": "countries",
    "Organisation": "organisations",
    "Place": "places",
    "Instrument": "documents",
    "Topic": "topics",
    "Article": "articles",
}
_COUNT = "SELECT (COUNT(*) AS ?count) WHERE {{ ?node a readout:{kind} }}"
_JOINED = f"""
SELECT ?kind (COUNT(*) AS ?count) WHERE {{
  ?node readout:identifiedAs ?head
  BIND(STRBEFORE(STRAFTER(STR(?node), "{BASE}"), "/") AS ?kind)
}} GROUP BY ?kind
"""
_LATEST_ISSUE = "SELECT (MAX(STR(?date)) AS ?latest) WHERE { ?article dcterms:issued ?date }"
_BEFORE = """
SELECT ?meeting (STR(?date) AS ?day) WHERE {{
  ?meeting readout:startDate ?date
  FILTER(STR(?date) >= "{since}" && STR(?date) <= "{until}")
}} ORDER BY DESC(?day) ?meeting LIMIT {most}
"""
_AFTER = """
SELECT ?meeting ?day WHERE {{
  {{ SELECT ?meeting (STR(?date) AS ?day) WHERE {{
    ?meeting readout:startDate ?date FILTER(STR(?date) >= "{since}") }} }}
  ?meeting readout:status readout:planned
}} ORDER BY ?day ?meeting LIMIT {most}
"""
_OF = """
SELECT DISTINCT ?meeting ?name WHERE {{
  VALUES ?meeting {{ {nodes} }}
  {{ ?meeting readout:place ?owner BIND(1 AS ?rank) }}
  UNION {{ ?meeting readout:under ?owner BIND(2 AS ?rank) }}
  ?owner rdfs:label ?name
}} ORDER BY ?meeting ?rank ?name
"""


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of one kind there are; `kind` is the name in addresses."""

    kind: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting of a list; `statuses` are what its reports say of it, `of` its place and organ."""

    link: Link
    date: str
    statuses: tuple[str, ...]
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The first page; `date` is that of the latest article, before and after which meetings are."""

    counts: tuple[Count, ...]
    date: str | None
    latest: tuple[Listed, ...]
    coming: tuple[Listed, ...]


@kept()
def home(store: Store) -> Home:
    """Return the first page of a snapshot."""
    date = _date(store)
    return Home(
        counts=tuple(_counts(store)),
        date=date,
        latest=_latest(store, date) if date else (),
        coming=_coming(store, date) if date else (),
    )


def _counts(store: Store) -> Iterator[Count]:
    """Yield the kinds of which there is something; nodes that are one thing count once."""
    joined = {
        kind.value: int(count.value)
        for kind, count in surroundings.rows(store, _JOINED)
        if kind and count
    }
    for kind, words in _KINDS.items():
        [(count,)] = surroundings.rows(store, _COUNT.format(kind=kind))
        number = int(count.value) - joined.get(kind.casefold(), 0) if count else 0
        if number:
            yield Count(kind.casefold(), words, number)


def _date(store: Store) -> str | None:
    [(latest,)] = surroundings.rows(store, _LATEST_ISSUE)
    return latest.value if latest else None


def _latest(store: Store, date: str) -> tuple[Listed, ...]:
    """Return the last meetings before a date that are not only planned.

    The year before it is looked through first: in most stores that is enough.
    """
    for since in (_year_before(date), "0"):
        question = _BEFORE.format(since=since, until=date, most=_CANDIDATES)
        listed = _listed(store, surroundings.rows(store, question))
        found = [each for each in listed if each.statuses != ("planned",)]
        if len(found) >= LISTED:
            break
    return tuple(found[:LISTED])


def _year_before(date: str) -> str:
    return f"{int(date[:4]) - 1:04}{date[4:]}" if date[:4].isdigit() else "0"


def _coming(store: Store, date: str) -> tuple[Listed, ...]:
    """Return the first meetings after a date that no report tells as held or begun."""
    question = _AFTER.format(since=date[:4], most=10 * _CANDIDATES)
    rows = surroundings.rows(store, question)
    later = [row for row in rows if row[1] and row[1].value >= date[: len(row[1].value)]]
    listed = _listed(store, later[:_CANDIDATES])
    return tuple(each for each in listed if each.statuses == ("planned",))[:LISTED]


def _listed(store: Store, rows: Iterable[Row]) -> tuple[Listed, ...]:
    """Return meetings once each, with the statuses of all nodes that are one with them."""
    dates: dict[str, str] = {}
    for meeting, date in rows:
        if meeting and date:  # of a year and a day of it the day is told
            dates[meeting.value] = max(date.value, dates.get(meeting.value, ""))
    called = surroundings.names(store, dates)
    owners = _owners(store, dates)
    found: dict[str, Listed] = {}
    for node, day in dates.items():
        name = called[node]
        link = links.link(name.name, name.head)
        of = tuple(owners.get(node, ()))
        found.setdefault(name.head, Listed(link, day, _statuses(store, node, name), of))
    return tuple(found.values())


def _owners(store: Store, meetings: Iterable[str]) -> dict[str, list[str]]:
    """Return where each meeting is and whose it is: there are many a "next session"."""
    listed = " ".join(f"<{meeting}>" for meeting in meetings)
    found: dict[str, list[str]] = {}
    for meeting, name in surroundings.rows(store, _OF.format(nodes=listed)):
        if meeting and name:
            found.setdefault(meeting.value, []).append(name.value)
    return found


def _statuses(store: Store, meeting: str, name: Called) -> tuple[str, ...]:
    nodes = things.members(store, meeting)
    if len(nodes) == 1:
        return name.statuses
    every = surroundings.names(store, nodes)
    return tuple(sorted({status for each in every.values() for status in each.statuses}))
