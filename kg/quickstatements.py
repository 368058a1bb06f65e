"""Drafts of statements for Wikidata, for a person to check there, and to send or not.

Only things with an accepted link stand in a statement, on both sides; each has
where it was read: address, title, date of publication, and the quote.
Whether Wikidata has the statement already is not asked here. A property whose
id no source of ours states is named by its English name, and left out until
`kg link --online` has found it at the endpoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.queries.results import Rows

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

ENTITY = "http://www.wikidata.org/entity/"

_LINK = "readout:identifiedAs?/(owl:sameAs|skos:exactMatch)"
_ADDRESS, _QUOTE = "S854", "S1683"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of statement: its property, by id or by name, and what of the graph states it.

    The pattern binds ?fact, which has the evidence, ?one and ?other; `dated`
    tells that ?other is a date and no thing.
    """

    property: str
    about: str
    dated: bool = False


_HELD = "?one readout:status readout:held"
_KINDS = (
    Kind(
        "P39",
        "?fact a readout:Tenure ; readout:person ?one ; readout:office ?other ."
        " OPTIONAL { ?fact readout:attestedOn ?date }",
    ),
    Kind(
        "participant",
        "?fact a readout:Participation ; readout:meeting ?one ;"
        f" readout:person|readout:party ?other . {_HELD} .",
    ),
    Kind(
        "location",
        f"?fact a readout:Meeting ; readout:place ?other . BIND(?fact AS ?one) {_HELD} .",
    ),
    Kind(
        "point in time",
        "?fact a readout:Meeting ; readout:startDate ?other . BIND(?fact AS ?one)"
        f" {_HELD} . FILTER NOT EXISTS {{ ?fact readout:endDate ?last }}",
        dated=True,
    ),
    Kind(
        "P580",
        "?fact a readout:Meeting ; readout:startDate ?other ; readout:endDate ?last ."
        f" BIND(?fact AS ?one) {_HELD} .",
        dated=True,
    ),
    Kind(
        "P582",
        f"?fact a readout:Meeting ; readout:endDate ?other . BIND(?fact AS ?one) {_HELD} .",
        dated=True,
    ),
    Kind(
        "signatory",
        # Of talks between two countries both have signed; of more, who has is not said.
        "?fact a readout:Act ; readout:action readout:signed ; readout:instrument ?one ;"
        " readout:meeting ?meeting . ?row readout:meeting ?meeting ; readout:party ?other ."
        " ?other a readout:Country . { SELECT ?meeting WHERE {"
        "  ?each readout:meeting ?meeting ; readout:party ?party . ?party a readout:Country"
        " } GROUP BY ?meeting HAVING (COUNT(DISTINCT ?party) = 2) }",
    ),
)
"""What is drafted. The ids have their sources beside the word lists, or are looked up by name."""

_QUESTION = """
SELECT DISTINCT ?subject ?object ?date ?words ?address ?heading ?published WHERE {{
  {about}
  ?one {link} ?subject . FILTER(STRSTARTS(STR(?subject), "{entity}"))
  {value}
  GRAPH ?graph {{
    ?fact readout:evidence ?passage .
    ?passage readout:quote ?words ; readout:article ?article .
    OPTIONAL {{ ?article dcterms:source ?address }}
    OPTIONAL {{ ?article dcterms:title ?heading }}
    OPTIONAL {{ ?article dcterms:issued ?published }}
  }}
}}
"""
_THING = '?other {link} ?object . FILTER(STRSTARTS(STR(?object), "{entity}"))'
_DATE = "BIND(STR(?other) AS ?object)"
_PRECISION = {4: 9, 7: 10, 10: 11}  # of a date: year, month, day, as Wikidata counts them
_LONGEST = 1500  # characters that Wikidata allows a monolingual text
_ID = re.compile(r"P\d+")


def draft(store: GraphStore, properties: Mapping[str, str] | None = None) -> str:
    """Return the drafts, a command of QuickStatements a line, sorted; each has an address.

    `properties` are ids of properties by English name; what needs one that is
    not there is left out. A fact of an article without an address is left out:
    Wikidata could not follow it up.
    """
    known = properties or {}
    lines = {line for kind in _KINDS for line in _lines(store, kind, known)}
    return "".join(f"{line}\n" for line in sorted(lines))


def _lines(store: GraphStore, kind: Kind, known: Mapping[str, str]) -> set[str]:
    pid = kind.property if _ID.fullmatch(kind.property) else known.get(kind.property)
    if pid is None:
        return set()
    value = _DATE if kind.dated else _THING.format(link=_LINK, entity=ENTITY)
    question = _QUESTION.format(about=kind.about, link=_LINK, entity=ENTITY, value=value)
    found = store.evaluate(question)
    assert isinstance(found, Rows)
    rows = ({k: str(v) for k, v in row.items() if v is not None} for row in found)
    return {"\t".join(_cells(pid, kind, row, known)) for row in rows if "address" in row}


def _cells(pid: str, kind: Kind, row: Mapping[str, str], known: Mapping[str, str]) -> Iterator[str]:
    yield row["subject"].removeprefix(ENTITY)
    yield pid
    yield _time(row["object"]) if kind.dated else row["object"].removeprefix(ENTITY)
    if "date" in row and "point in time" in known:
        yield from (known["point in time"], _time(row["date"]))
    yield from (_ADDRESS, _quoted(row["address"]))
    if "heading" in row and "title" in known:
        yield from (_source(known["title"]), f"en:{_quoted(row['heading'])}")
    if "published" in row and "publication date" in known:
        yield from (_source(known["publication date"]), _time(row["published"]))
    yield from (_QUOTE, f"en:{_quoted(row['words'])}")


def _source(pid: str) -> str:
    """Return a property as QuickStatements writes it in a reference: S for P."""
    return f"S{pid.removeprefix('P')}"


def _time(date: str) -> str:
    """Return an ISO date, whole or partial, as Wikidata writes one with its precision."""
    year, month, day = (*date.split("-"), "00", "00")[:3]
    return f"+{year}-{month}-{day}T00:00:00Z/{_PRECISION[len(date)]}"


def _quoted(text: str) -> str:
    """Return a text in quotation marks, on one line, marks of its own as typographic ones."""
    line = re.sub(r"\s+", " ", text).strip()[:_LONGEST]
    return '"' + line.replace('"', "”") + '"'
