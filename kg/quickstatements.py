"""Drafts of statements for Wikidata, for a person to check there, and to send or not.

Only things with an accepted link stand in a statement, on both sides; each has
where it was read: address, title, date of publication, and the quote.
Whether Wikidata has the statement already is not asked here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.queries.results import Rows

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

ENTITY = "http://www.wikidata.org/entity/"

_LINK = "readout:identifiedAs?/(owl:sameAs|skos:exactMatch)"
_ABOUT = {
    "P39": "?fact a readout:Tenure ; readout:person ?one ; readout:office ?other ."
    " OPTIONAL { ?fact readout:attestedOn ?date }",
    "P710": "?fact a readout:Participation ; readout:meeting ?one ; readout:person|readout:party"
    " ?other . ?one readout:status readout:held .",
    "P276": "?fact a readout:Meeting ; readout:status readout:held ; readout:place ?other ."
    " BIND(?fact AS ?one)",
}
"""What is drafted, by property: office held, participant, location."""

_QUESTION = """
SELECT DISTINCT ?subject ?object ?date ?words ?address ?heading ?published WHERE {{
  {about}
  ?one {link} ?subject . ?other {link} ?object .
  FILTER(STRSTARTS(STR(?subject), "{entity}") && STRSTARTS(STR(?object), "{entity}"))
  GRAPH ?graph {{
    ?fact readout:evidence ?passage .
    ?passage readout:quote ?words ; readout:article ?article .
    OPTIONAL {{ ?article dcterms:source ?address }}
    OPTIONAL {{ ?article dcterms:title ?heading }}
    OPTIONAL {{ ?article dcterms:issued ?published }}
  }}
}}
"""
_PRECISION = {4: 9, 7: 10, 10: 11}  # of a date: year, month, day, as Wikidata counts them
_LONGEST = 1500  # characters that Wikidata allows a monolingual text


def draft(store: GraphStore) -> str:
    """Return the drafts, a command of QuickStatements a line, sorted; each has an address.

    A fact of an article without an address is left out: Wikidata could not
    follow it up.
    """
    lines = {line for name in _ABOUT for line in _lines(store, name)}
    return "".join(f"{line}\n" for line in sorted(lines))


def _lines(store: GraphStore, name: str) -> set[str]:
    found = store.evaluate(_QUESTION.format(about=_ABOUT[name], link=_LINK, entity=ENTITY))
    assert isinstance(found, Rows)
    rows = ({k: str(v) for k, v in row.items() if v is not None} for row in found)
    return {_line(name, row) for row in rows if "address" in row}


def _line(name: str, row: dict[str, str]) -> str:
    ends = (row["subject"].removeprefix(ENTITY), name, row["object"].removeprefix(ENTITY))
    cells = [*ends]
    if "date" in row:
        cells += ("P585", _time(row["date"]))
    cells += ("S854", _quoted(row["address"]))
    if "heading" in row:
        cells += ("S1476", f"en:{_quoted(row['heading'])}")
    if "published" in row:
        cells += ("S577", _time(row["published"]))
    cells += ("S1683", f"en:{_quoted(row['words'])}")
    return "\t".join(cells)


def _time(date: str) -> str:
    """Return an ISO date, whole or partial, as Wikidata writes one with its precision."""
    year, month, day = (*date.split("-"), "00", "00")[:3]
    return f"+{year}-{month}-{day}T00:00:00Z/{_PRECISION[len(date)]}"


def _quoted(text: str) -> str:
    """Return a text in quotation marks, on one line, marks of its own as typographic ones."""
    line = re.sub(r"\s+", " ", text).strip()[:_LONGEST]
    return '"' + line.replace('"', "”") + '"'
