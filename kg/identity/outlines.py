"""What one article says of its things, as a text of a few lines: an outline of its graph.

It is all that identity compares; packed it has a fiftieth of the graph's
bytes, so that a store can keep it beside the graph. Each kind of thing has a
line, which is read only where it is asked for.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern
from typing import Any

import pyoxigraph as ox

from kg.formats.triples import Statement
from kg.namespaces import ONTOLOGY, VOCABULARIES

FORMAT = "1 "
"""What the text of an outline begins with; lines of another meaning get another number."""

_LABEL = VOCABULARIES["rdfs"] + "label"
_ALSO = VOCABULARIES["skos"] + "altLabel"
_TYPE = VOCABULARIES["rdf"] + "type"
_ISSUED = VOCABULARIES["dcterms"] + "issued"
_NAMES = (
    *("person", "party", "meeting", "office", "of", "partOf", "country", "title", "ordinal"),
    *("under", "convenes", "startDate", "endDate", "place", "kind", "validFrom", "validUntil"),
    *("instrument", "evidence", "quote"),
)
_READ = {ONTOLOGY + name: name for name in _NAMES}
_READ |= {name: name for name in (_LABEL, _ALSO, _TYPE, _ISSUED)}
"""The properties that an outline tells of, with their names here."""

Description = dict[str, list[str]]
"""The values of one subject by the local name of the property."""

Row = list[Any]
"""What is said of one thing, its node first."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline that is read line by line: what each method returns, `_View` says in words."""

    article: str
    issued: str | None
    countries: list[str]
    organisations: list[str]
    lines: list[str]

    def persons(self) -> list[Row]:
        """Return node, forms of the name, parties, offices and meetings of each person."""
        return _load(self.lines[0])

    def meetings(self) -> list[Row]:
        """Return what is said of each meeting: its parties and persons come last."""
        return _load(self.lines[1])

    def instruments(self) -> list[Row]:
        """Return what is said of each instrument: the meetings of its acts come last."""
        return _load(self.lines[2])

    def named(self) -> list[Row]:
        """Return node, names and owner of each office, organisation and place."""
        return _load(self.lines[3])

    def quotes(self) -> dict[str, str]:
        """Return the longest quote of the evidence of each person, meeting and instrument."""
        found: dict[str, str] = json.loads(self.lines[4])
        return found

    def appearances(self) -> dict[str, list[str]]:
        """Return the nodes of the appearances of each person."""
        found: dict[str, list[str]] = json.loads(self.lines[5])
        return found


def _load(line: str) -> list[Row]:
    """Return the rows of a line, equal texts as one: nodes come again in many articles."""
    return [[_shared(cell) for cell in row] for row in json.loads(line)]


def _shared(cell: Any) -> Any:
    if isinstance(cell, str):
        return intern(cell)
    return [intern(text) for text in cell] if isinstance(cell, list) else cell


def packed(text: str | None) -> bytes | None:
    """Return the packed lines of an outline's text, None where it has another format."""
    if text is None or not text.startswith(FORMAT):
        return None
    return base64.b64decode(text.removeprefix(FORMAT))


def unpack(packed: bytes) -> Outline:
    """Return an outline from its packed lines."""
    head, *lines = zlib.decompress(packed).decode().split("\n")
    article, issued, countries, organisations = json.loads(head)
    return Outline(intern(article), issued, countries, organisations, lines)


def of_statements(statements: Iterable[Statement]) -> str | None:
    """Return the text of the outline of an article's graph, None where it is of no article.

    It is a line of ASCII: the format, and the packed lines.
    """
    return _outline(
        (subject, _READ[name], value if isinstance(value, str) else value.text)
        for subject, name, value in statements
        if name in _READ
    )


def of_quads(quads: Iterable[ox.Quad]) -> str | None:
    """Return the text of the outline of an article's graph, as `of_statements` does."""
    named = ((quad, _READ.get(quad.predicate.value)) for quad in quads)
    return _outline((_text(quad.subject), name, _text(quad.object)) for quad, name in named if name)


def _outline(statements: Iterable[tuple[str, str, str]]) -> str | None:
    things = _descriptions(statements)
    article = next((s for s, t in things.items() if ONTOLOGY + "Article" in t.get(_TYPE, ())), None)
    if article is None:
        return None
    view = _View(things)
    countries, organisations = view.kinds["Country"], view.kinds["Organisation"]
    head = [article.rpartition("/")[2], view.one(article, _ISSUED), countries, organisations]
    lines = (
        *(head, view.persons(), view.meetings(), view.instruments(), view.named()),
        *(view.quotes(), view.appearances()),
    )
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return FORMAT + base64.b64encode(zlib.compress(text.encode(), 1)).decode("ascii")


def _descriptions(statements: Iterable[tuple[str, str, str]]) -> dict[str, Description]:
    things: dict[str, Description] = defaultdict(lambda: defaultdict(list))
    for subject, name, value in statements:
        things[subject][name].append(value)
    for thing in things.values():
        for values in thing.values():
            values.sort()
    return things


def _text(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value


class _View:
    """The statements of one article's graph, by subject and by class."""

    def __init__(self, things: dict[str, Description]) -> None:
        self.things = things
        self.kinds: dict[str, list[str]] = defaultdict(list)
        for subject in sorted(things):
            for kind in things[subject].get(_TYPE, ()):
                self.kinds[kind.removeprefix(ONTOLOGY)].append(subject)

    def one(self, subject: str, name: str) -> str | None:
        return next(iter(self.all(subject, name)), None)

    def all(self, subject: str, name: str) -> list[str]:
        return self.things.get(subject, {}).get(name, [])

    def tied(self, kind: str, of: str, *to: str) -> dict[str, list[str]]:
        """Return what nodes of a class tie to a thing: its values of `to` by that of `of`."""
        found: dict[str, set[str]] = defaultdict(set)
        for node in self.kinds[kind]:
            for thing in self.all(node, of):
                found[thing].update(value for name in to for value in self.all(node, name))
        return defaultdict(list, {thing: sorted(values) for thing, values in found.items()})

    def persons(self) -> list[Row]:
        parties, meetings = (
            self.tied("Participation", "person", name) for name in ("party", "meeting")
        )
        offices = self.tied("Tenure", "person", "office")
        return [
            [
                node,
                [*self.all(node, _LABEL), *self.all(node, _ALSO)],
                sorted({*parties[node], *(o for p in offices[node] for o in self.all(p, "of"))}),
                offices[node],
                meetings[node],
            ]
            for node in self.kinds["Person"]
        ]

    def meetings(self) -> list[Row]:
        parties, persons = (
            self.tied("Participation", "meeting", name) for name in ("party", "person")
        )
        return [
            [
                node,
                self.one(node, _LABEL) or "",
                self.one(node, "ordinal"),
                self.one(node, "under"),
                self.label(self.one(node, "convenes")),
                *(self.one(node, name) for name in ("startDate", "endDate")),
                self.label(self.one(node, "place")),
                self.one(node, "country"),
                parties[node],
                persons[node],
            ]
            for node in self.kinds["Meeting"]
        ]

    def label(self, node: str | None) -> str | None:
        return self.one(node, _LABEL) if node else None

    def instruments(self) -> list[Row]:
        meetings: dict[str, set[str]] = defaultdict(set)
        for act in self.kinds["Act"]:
            for instrument in self.all(act, "instrument"):
                meetings[instrument].update(self.all(act, "meeting")[:1])
        return [
            [
                node,
                self.one(node, _LABEL) or "",
                *(self.one(node, name) for name in ("kind", "validFrom", "validUntil")),
                sorted(meetings[node]),
            ]
            for node in self.kinds["Instrument"]
        ]

    def named(self) -> list[Row]:
        nodes = (node for kind in ("Office", "Organisation", "Place") for node in self.kinds[kind])
        return [[node, self._names(node), self._owner(node)] for node in nodes]

    def _names(self, node: str) -> list[str]:
        return sorted({*self.all(node, _LABEL), *self.all(node, "title")})

    def _owner(self, node: str) -> str | None:
        owners = (self.all(node, name) for name in ("of", "partOf", "country"))
        return min((owner for each in owners for owner in each), default=None)

    def quotes(self) -> dict[str, str]:
        nodes = (node for kind in ("Person", "Meeting", "Instrument") for node in self.kinds[kind])
        return {node: self._quote(node) for node in nodes}

    def _quote(self, node: str) -> str:
        quotes = (self.one(passage, "quote") for passage in self.all(node, "evidence"))
        return min((q for q in quotes if q), key=lambda q: (-len(q), q), default="")

    def appearances(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for node in self.kinds["Appearance"]:
            for person in self.all(node, "person"):
                found[person].append(node)
        return found
