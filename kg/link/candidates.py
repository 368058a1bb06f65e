"""Questions about candidates, in standard SPARQL: every prefix declared, no service of any engine.

The same text runs on Wikidata's service, on QLever and on Oxigraph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.link.client import Client

ENTITY = "http://www.wikidata.org/entity/"
BATCH = 60
"""Names or items in one question."""

_PREFIXES = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""
_BY_NAME = """SELECT DISTINCT ?name ?item WHERE {{
  VALUES ?name {{ {values} }}
  {{ ?item rdfs:label ?name }} UNION {{ ?item skos:altLabel ?name }}
}}"""
_BY_OFFICE = """SELECT DISTINCT ?office ?item WHERE {{
  VALUES ?office {{ {values} }}
  ?item p:P39 ?statement . ?statement ps:P39 ?office .
  FILTER NOT EXISTS {{ ?statement wikibase:rank wikibase:DeprecatedRank }}
}}"""
_FACTS = """SELECT ?item ?property ?value WHERE {{
  VALUES ?item {{ {values} }}
  VALUES ?property {{ wdt:P31 wdt:P17 wdt:P27 wdt:P569 wdt:P570 owl:sameAs }}
  ?item ?property ?value .
}}"""
_LABELS = """SELECT DISTINCT ?item ?label WHERE {{
  VALUES ?item {{ {values} }}
  {{ ?item rdfs:label ?label }} UNION {{ ?item skos:altLabel ?label }}
  FILTER(LANG(?label) IN ("en", "mul", "ru"))
}}"""
_OFFICES = """SELECT DISTINCT ?item ?office ?start ?end ?label ?of WHERE {{
  VALUES ?item {{ {values} }}
  ?item p:P39 ?statement . ?statement ps:P39 ?office .
  FILTER NOT EXISTS {{ ?statement wikibase:rank wikibase:DeprecatedRank }}
  OPTIONAL {{ ?statement pq:P580 ?start }}
  OPTIONAL {{ ?statement pq:P582 ?end }}
  OPTIONAL {{ ?office rdfs:label ?label FILTER(LANG(?label) IN ("en", "mul")) }}
  OPTIONAL {{ {{ ?office wdt:P1001 ?of }} UNION {{ ?office wdt:P17 ?of }} }}
}}"""
_CYRILLIC = ("ru", "uk", "be", "kk", "ky", "tg", "uz", "mn")
_LATIN = ("en", "mul")
_ITEM = re.compile(re.escape(ENTITY) + r"Q[1-9][0-9]*")
_DIRECT = "http://www.wikidata.org/prop/direct/"


@dataclass(frozen=True, slots=True)
class Held:
    """An office that an item holds or held: dates are ISO, whole; `of` are items of countries."""

    office: str
    labels: frozenset[str]
    of: frozenset[str]
    start: str | None
    end: str | None

    def covers(self, date: str) -> bool:
        """Tell whether the office was held on a date, whole or partial."""
        return (self.start or "")[: len(date)] <= date <= (self.end or "9999")[: len(date)]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item with its features; ids without the namespace."""

    qid: str
    names: tuple[str, ...]
    types: frozenset[str]
    countries: frozenset[str]
    born: str | None
    died: str | None
    offices: tuple[Held, ...]


def by_name(client: Client, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the items that have each name as label or alias, for the names that any has."""
    tagged = (f"{_literal(n)}@{tag}" for n in sorted(set(names)) for tag in _languages(n))
    return _gather(client, _BY_NAME, tagged, "name")


def by_office(client: Client, offices: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the items of those who hold or held each office."""
    found = _gather(client, _BY_OFFICE, (f"wd:{qid}" for qid in sorted(set(offices))), "office")
    return {_qid(office): items for office, items in found.items()}


def _gather(
    client: Client, question: str, values: Iterable[str], key: str
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in _batched(client, question, values):
        if _ITEM.fullmatch(row["item"]):
            found[row[key]].add(_qid(row["item"]))
    return {name: frozenset(items) for name, items in found.items()}


def describe(client: Client, qids: Iterable[str]) -> dict[str, Candidate]:
    """Return the items with their features, a merged one as the one that it was merged into."""
    wanted = sorted(set(qids))
    facts = _facts(client, wanted)
    moved = {qid: min(facts[qid]["sameAs"]) for qid in wanted if facts[qid]["sameAs"]}
    targets = sorted(set(moved.values()) - set(wanted))
    facts |= _facts(client, targets)
    live = sorted({*wanted, *targets} - moved.keys())
    labels: dict[str, set[str]] = defaultdict(set)
    for row in _about(client, _LABELS, live):
        labels[_qid(row["item"])].add(row["label"])
    offices = _offices(client, live)
    known = {
        qid: Candidate(
            qid=qid,
            names=tuple(sorted(labels[qid])),
            types=frozenset(facts[qid]["P31"]),
            countries=frozenset(facts[qid]["P27"] | facts[qid]["P17"]),
            born=min(facts[qid]["P569"], default=None),
            died=max(facts[qid]["P570"], default=None),
            offices=tuple(offices.get(qid, ())),
        )
        for qid in live
    }
    return known | {old: known[new] for old, new in moved.items() if new in known}


def _facts(client: Client, qids: Sequence[str]) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {qid: defaultdict(set) for qid in qids}
    for row in _about(client, _FACTS, qids):
        name = row["property"].removeprefix(_DIRECT).rpartition("#")[2]
        value = row["value"]
        found[_qid(row["item"])][name].add(_qid(value) if value.startswith(ENTITY) else value[:10])
    return found


def _offices(client: Client, qids: Sequence[str]) -> dict[str, list[Held]]:
    rows: dict[tuple[str, str, str | None, str | None], list[dict[str, str]]] = defaultdict(list)
    for row in _about(client, _OFFICES, qids):
        start, end = row.get("start"), row.get("end")
        key = (_qid(row["item"]), _qid(row["office"]), start and start[:10], end and end[:10])
        rows[key].append(row)
    held: dict[str, list[Held]] = defaultdict(list)
    for (item, office, start, end), found in sorted(rows.items(), key=lambda row: str(row[0])):
        labels = frozenset(row["label"] for row in found if "label" in row)
        of = frozenset(_qid(row["of"]) for row in found if "of" in row)
        held[item].append(Held(office, labels, of, start, end))
    return held


def _about(client: Client, question: str, qids: Iterable[str]) -> Iterator[dict[str, str]]:
    yield from _batched(client, question, (f"wd:{qid}" for qid in qids))


def _batched(client: Client, question: str, values: Iterable[str]) -> Iterator[dict[str, str]]:
    batch = list(values)
    for start in range(0, len(batch), BATCH):
        text = question.format(values=" ".join(batch[start : start + BATCH]))
        yield from client.select(_PREFIXES + text)


def _languages(name: str) -> tuple[str, ...]:
    return _CYRILLIC if re.search("[Ѐ-ӿ]", name) else _LATIN


def _literal(text: str) -> str:
    return '"' + " ".join(text.replace("\\", "\\\\").replace('"', '\\"').split()) + '"'


def _qid(iri: str) -> str:
    return iri.removeprefix(ENTITY)
