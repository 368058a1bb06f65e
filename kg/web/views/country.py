"""The page of a country: at which meetings, with whom, and at which level it takes part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.namespaces import ONTOLOGY
from kg.queries import surroundings, things
from kg.queries.dossier import Window
from kg.queries.surroundings import Called, Pairs, Quote, values
from kg.web.views import citing, links
from kg.web.views.citing import Cited, Sources
from kg.web.views.kept import kept
from kg.web.views.links import Link
from kg.web.views.thing import Thing, thing

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

SLUG = "meetings"
"""How the timeline is called in addresses."""

SIZE = 25
"""Meetings, and facts of each other kind, of one page."""

_COVERED = ("takes part", "meetings in it")  # the timeline tells them with more
_COUNTRIES = 50  # whose meetings are kept in order: those that are turned over page by page
_SHOWN_PARTIES = 12
_EVIDENCE = ONTOLOGY + "evidence"
_MEETINGS = (
    "?row readout:party ?node ; readout:meeting ?meeting",
    "?meeting readout:country ?node . ?meeting a readout:Meeting",
    "?meeting readout:chair ?node",
)
"""How a meeting is one of a country: it takes part, hosts or presides."""

_DATED = """
SELECT DISTINCT ?meeting (STR(?date) AS ?day) WHERE {{
  VALUES ?node {{ {nodes} }} {pattern} OPTIONAL {{ ?meeting readout:startDate ?date }}
}}
"""
_ROWS = (
    "SELECT ?row ?meeting WHERE {{ VALUES ?meeting {{ {nodes} }} ?row readout:meeting ?meeting }}"
)


@dataclass(frozen=True, slots=True)
class Attended:
    """One meeting of the timeline: `level` are the offices in which people of the country came.

    `others` counts the parties that are not named.
    """

    meeting: Link
    date: str | None
    statuses: tuple[str, ...]
    place: Link | None
    hosted: bool
    level: tuple[Link, ...]
    parties: tuple[Link, ...]
    others: int
    quotes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Meetings `first` to `last` of `total`, the latest first."""

    title: str
    slug: str
    meetings: tuple[Attended, ...]
    first: int
    last: int
    total: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country as its page shows it."""

    told: Thing
    timeline: Timeline


def country(store: GraphStore, iri: str, window: Window, folder: Path | None = None) -> Country:
    """Return the page of the country `iri`. Raises UsageError where the store has none."""
    seen = replace(window, size=SIZE, without=_COVERED)
    nodes = things.members(store, iri)
    every = _meetings(store, nodes)
    scene = _scene(store, seen.cut(SLUG, list(every)), nodes)
    told = thing(store, iri, seen, folder, scene.quotes.values())
    return Country(told, _timeline(scene, every, seen, {each.id: each for each in told.sources}))


def _timeline(
    scene: _Scene, every: Mapping[str, str | None], window: Window, known: Sources
) -> Timeline:
    first = window.skipped(SLUG)
    last = first + len(scene.meetings)
    attended = (_attended(scene, meeting, every[meeting], known) for meeting in scene.meetings)
    return Timeline(
        title="Meetings",
        slug=SLUG,
        meetings=tuple(attended),
        first=min(first + 1, last),
        last=last,
        total=len(every),
        before=max(0, first - window.size) if first else None,
        after=last if last < len(every) else None,
    )


@kept(_COUNTRIES)
def _meetings(store: GraphStore, nodes: tuple[str, ...]) -> dict[str, str | None]:
    """Return the meetings with their dates, the latest first, those without a date last."""
    listed = " ".join(f"<{node}>" for node in nodes)
    found: dict[str, str] = {}
    for pattern in _MEETINGS:
        for meeting, day in surroundings.rows(store, _DATED.format(nodes=listed, pattern=pattern)):
            if meeting:
                found[meeting.value] = max(day.value if day else "", found.get(meeting.value, ""))
    order = sorted(found, key=lambda meeting: (found[meeting], meeting), reverse=True)
    return {meeting: found[meeting] or None for meeting in order}


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the chosen meetings and their participations say, by node, with names and quotes."""

    meetings: tuple[str, ...]
    mine: tuple[str, ...]
    said: Mapping[str, Pairs]
    rows: Mapping[str, list[str]]
    called: Mapping[str, Called]
    quotes: Mapping[str, Quote]

    def own(self, row: str) -> bool:
        """Tell whether a participation is for one of the parties that the timeline is of."""
        return any(party in self.mine for party in values(self.said[row], ONTOLOGY + "party"))

    def links(self, nodes: Iterable[str]) -> tuple[Link, ...]:
        """Return links to nodes, each once, by name."""
        named = (links.link(self.called[node].name, self.called[node].head) for node in nodes)
        return tuple(sorted(dict.fromkeys(named), key=lambda link: link.text))


def _scene(store: GraphStore, meetings: list[str], mine: tuple[str, ...]) -> _Scene:
    listed = " ".join(f"<{meeting}>" for meeting in meetings)
    rows: dict[str, list[str]] = {}
    for row, meeting in surroundings.rows(store, _ROWS.format(nodes=listed)):
        if row and meeting and surroundings.kind(row.value) == "Participation":
            rows.setdefault(meeting.value, []).append(row.value)
    verbs = tuple(ONTOLOGY + name for name in ("party", "office", "place", "country", "evidence"))
    every = (*meetings, *(row for listed_rows in rows.values() for row in listed_rows))
    said = dict.fromkeys(every, ()) | surroundings.statements(store, every, verbs)
    named = {v.value for pairs in said.values() for verb, v in pairs if verb != _EVIDENCE}
    passages = _passages(said, rows, mine)
    return _Scene(
        meetings=tuple(meetings),
        mine=mine,
        said=said,
        rows=rows,
        called=surroundings.names(store, (*meetings, *sorted(named))),
        quotes=surroundings.quotes(store, passages),
    )


def _passages(
    said: Mapping[str, Pairs], rows: Mapping[str, list[str]], mine: tuple[str, ...]
) -> list[str]:
    """Return the evidence of the parties' own participations, and of meetings without any."""
    found = []
    for meeting in said.keys() - {row for listed in rows.values() for row in listed}:
        own = [r for r in rows.get(meeting, ()) if set(mine) & set(_parties(said[r]))]
        for node in own or [meeting]:
            found += values(said[node], _EVIDENCE)
    return sorted(found)


def _parties(pairs: Pairs) -> list[str]:
    return values(pairs, ONTOLOGY + "party")


def _attended(scene: _Scene, meeting: str, date: str | None, known: Sources) -> Attended:
    rows = scene.rows.get(meeting, [])
    own = [row for row in rows if scene.own(row)]
    parties = {party for row in rows for party in _parties(scene.said[row])} - set(scene.mine)
    offices = {post for row in own for post in values(scene.said[row], ONTOLOGY + "office")}
    about = scene.said[meeting]
    passages = {p for node in own or [meeting] for p in values(scene.said[node], _EVIDENCE)}
    quotes = [scene.quotes[p] for p in sorted(passages) if p in scene.quotes]
    others = scene.links(parties)
    called = scene.called[meeting]
    return Attended(
        meeting=links.link(called.name, called.head),
        date=date,
        statuses=called.statuses,
        place=next(iter(scene.links(values(about, ONTOLOGY + "place"))), None),
        hosted=bool(set(values(about, ONTOLOGY + "country")) & set(scene.mine)),
        level=scene.links(offices),
        parties=others[:_SHOWN_PARTIES],
        others=max(0, len(others) - _SHOWN_PARTIES),
        quotes=citing.cite(quotes, known),
    )
