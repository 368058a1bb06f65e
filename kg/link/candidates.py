"""Items with their features: names, classes, what they are tied to, offices, dates.

Dates are ISO. Wikidata writes a year as its first of January, so that such a
day counts as the year alone: what is not known more exactly decides nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.link.client import Client
from kg.link.questions import DIRECT, ENTITY, LANGUAGES, SMALL, about, short
from kg.namespaces import VOCABULARIES

UNKNOWN = "?"
"""A date that there is, but nobody knows."""

_LAST = "\uffff"
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T|$)")

_ROLES = {
    "P17": "country",
    "P27": "country",
    "P361": "whole",
    "P570": "died",
    "P580": "start",
    "P582": "end",
    "P1001": "country",
    "P2389": "whole",
}
"""What a property says of an item."""

_NAMED_ROLES = {
    "date of birth": "born",
    "location": "place",
    "organizer": "whole",
    "participant": "party",
    "point in time": "start",
    "signatory": "party",
}
"""What a property says that is known by its name."""

_FACTS = """SELECT ?item ?property ?value WHERE {{
  VALUES ?item {{ {values} }}
  VALUES ?property {{ {properties} }}
  ?item ?property ?value .
}}"""
_LABELS = """SELECT DISTINCT ?item ?label WHERE {{
  VALUES ?item {{ {values} }}
  {{ ?item rdfs:label ?label }} UNION {{ ?item skos:altLabel ?label }}
  FILTER(LANG(?label) IN ({languages}))
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
_CLASSES = """SELECT DISTINCT ?item ?class ?label WHERE {{
  VALUES ?item {{ {values} }}
  ?item wdt:P31/wdt:P279* ?class .
  OPTIONAL {{ ?class rdfs:label ?label FILTER(LANG(?label) IN ("en", "mul")) }}
}}"""
_MEMBERS = """SELECT DISTINCT ?item ?member WHERE {{
  VALUES ?item {{ {values} }}
  ?member p:P463 ?statement . ?statement ps:P463 ?item .
  FILTER NOT EXISTS {{ ?statement wikibase:rank wikibase:DeprecatedRank }}
}}"""

Ties = Mapping[str, frozenset[str]]
NOTHING: frozenset[str] = frozenset()


def latest(date: str) -> str:
    """Return what sorts behind every day of a date, whole or partial."""
    return date if len(date) == 10 else date + _LAST


@dataclass(frozen=True, slots=True)
class Held:
    """An office that an item holds or held; `of` are items of countries."""

    office: str
    labels: frozenset[str]
    of: frozenset[str]
    start: str | None
    end: str | None

    def covers(self, date: str) -> bool:
        """Tell whether the office may have been held on a date, whole or partial."""
        begun = self.start in (None, UNKNOWN) or str(self.start) <= latest(date)
        return begun and (self.end in (None, UNKNOWN) or date <= latest(str(self.end)))

    def surely(self, date: str) -> bool:
        """Tell whether it was: the start is told and before, the end is not, or after."""
        if self.start in (None, UNKNOWN) or self.end == UNKNOWN:
            return False
        return latest(str(self.start)) <= date and (self.end is None or latest(date) <= self.end)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item with its features; ids without the namespace.

    `types` are its classes as stated, `classes` those and all above, by id and
    by label; `ties` are items and dates by role: country, whole, place, party,
    born, died, start, end.
    """

    qid: str
    names: tuple[str, ...]
    types: frozenset[str] = NOTHING
    classes: frozenset[str] = NOTHING
    ties: Ties = field(default_factory=dict)
    offices: tuple[Held, ...] = ()

    def tied(self, role: str) -> frozenset[str]:
        """Return the items or dates of a role."""
        return self.ties.get(role, NOTHING)

    def days(self) -> tuple[str, str] | None:
        """Return first and last day of what takes place, as exact as they are known."""
        start = min(self.tied("start") - {UNKNOWN}, default=None)
        end = max(self.tied("end") - {UNKNOWN}, default=None)
        return (start or end or "", end or start or "") if start or end else None


def describe(
    client: Client,
    qids: Iterable[str],
    properties: Mapping[str, str] | None = None,
    asked: Collection[str] = ("offices",),
) -> dict[str, Candidate]:
    """Return the items with their features, a merged one as the one that it was merged into.

    `properties` are ids of properties known by name; `asked` says what is asked
    for beside names and ties: offices, classes, members.
    """
    wanted = sorted(set(qids))
    roles = _roles(properties or {})
    facts = _facts(client, wanted, roles)
    moved = {qid: min(facts[qid]["sameAs"]) for qid in wanted if facts[qid]["sameAs"]}
    targets = sorted(set(moved.values()) - set(wanted))
    facts |= _facts(client, targets, roles)
    live = sorted({*wanted, *targets} - moved.keys())
    labels = _labels(client, live)
    offices = _offices(client, live) if "offices" in asked else {}
    classes = _sets(client, _CLASSES, live, "class", "label") if "classes" in asked else {}
    members = _sets(client, _MEMBERS, live, "member") if "members" in asked else {}
    known = {
        qid: Candidate(
            qid=qid,
            names=tuple(sorted(labels.get(qid, ()))),
            types=frozenset(facts[qid]["type"]),
            classes=frozenset(classes.get(qid, ())),
            ties={role: frozenset(values) for role, values in sorted(facts[qid].items())}
            | {"member": frozenset(members.get(qid, ()))},
            offices=tuple(offices.get(qid, ())),
        )
        for qid in live
    }
    return known | {old: known[new] for old, new in moved.items() if new in known}


def _roles(properties: Mapping[str, str]) -> dict[str, str]:
    """Return the role of each property that is asked for, by its IRI."""
    named = {properties[name]: role for name, role in _NAMED_ROLES.items() if name in properties}
    direct = {DIRECT + pid: role for pid, role in (_ROLES | named).items()}
    return {VOCABULARIES["owl"] + "sameAs": "sameAs", DIRECT + "P31": "type"} | direct


def _facts(
    client: Client, qids: Sequence[str], roles: Mapping[str, str]
) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {qid: defaultdict(set) for qid in qids}
    properties = " ".join(f"<{iri}>" for iri in sorted(roles))
    for row in about(client, _FACTS, qids, properties=properties):
        value = row["value"]
        tie = short(value) if value.startswith(ENTITY) else day(value)
        found[short(row["item"])][roles[row["property"]]].add(tie)
    return found


def day(value: str) -> str:
    """Return an ISO date of a value: the first of January as a year; UNKNOWN for what is none."""
    parts = _DATE.match(value)
    if not parts:
        return UNKNOWN
    year, month, number = parts.groups()
    return year if (month, number) in (("01", "01"), ("00", "00")) else f"{year}-{month}-{number}"


def _labels(client: Client, qids: Sequence[str]) -> dict[str, set[str]]:
    languages = ", ".join(f'"{tag}"' for tag in LANGUAGES)
    found: dict[str, set[str]] = defaultdict(set)
    for row in about(client, _LABELS, qids, languages=languages):
        found[short(row["item"])].add(row["label"])
    return found


def _sets(client: Client, question: str, qids: Sequence[str], *names: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in about(client, question, qids, SMALL):
        found[short(row["item"])].update(short(row[name]) for name in names if name in row)
    return found


def _offices(client: Client, qids: Sequence[str]) -> dict[str, list[Held]]:
    rows: dict[tuple[str, str, str | None, str | None], list[dict[str, str]]] = defaultdict(list)
    for row in about(client, _OFFICES, qids):
        start, end = (day(row[name]) if name in row else None for name in ("start", "end"))
        rows[short(row["item"]), short(row["office"]), start, end].append(row)
    held: dict[str, list[Held]] = defaultdict(list)
    for (item, office, start, end), found in sorted(rows.items(), key=lambda row: str(row[0])):
        labels = frozenset(row["label"] for row in found if "label" in row)
        of = frozenset(short(row["of"]) for row in found if "of" in row)
        held[item].append(Held(office, labels, of, start, end))
    return held
