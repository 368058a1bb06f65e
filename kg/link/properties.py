"""Properties of Wikidata by their names: ids that no source of ours states are asked for.

What the word lists and the questions need by id has a recorded source. All
else is found at the endpoint by its English name and its type of value, and
kept beside the decisions, so that drafts can name it later without a network.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from kg.errors import InputError
from kg.lexicon.tables import rows
from kg.link.client import Client
from kg.link.questions import batched, literal, short

_ITEM, _TIME, _TEXT = "WikibaseItem", "Time", "Monolingualtext"
NAMED = {
    "date of birth": _TIME,
    "point in time": _TIME,
    "publication date": _TIME,
    "location": _ITEM,
    "organizer": _ITEM,
    "participant": _ITEM,
    "signatory": _ITEM,
    "title": _TEXT,
}
"""The properties that are used where the endpoint has them, with the type of their values."""

_QUESTION = """SELECT DISTINCT ?name ?property ?type WHERE {{
  VALUES ?name {{ {values} }}
  ?property rdfs:label ?name ; wikibase:propertyType ?type .
}}"""
_ID = re.compile(r"P[1-9][0-9]*")
_ONTOLOGY = "http://wikiba.se/ontology#"


def find(client: Client) -> dict[str, str]:
    """Return the ids of the properties in NAMED, by name, as far as the endpoint has them.

    A name that two properties share says nothing. Raises StoreError where the
    endpoint fails.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in batched(client, _QUESTION, (f"{literal(name)}@en" for name in sorted(NAMED))):
        right = row["type"].removeprefix(_ONTOLOGY) == NAMED.get(row["name"])
        if right and _ID.fullmatch(short(row["property"])):
            found[row["name"]].add(short(row["property"]))
    return {name: ids.pop() for name, ids in sorted(found.items()) if len(ids) == 1}


def write(found: Mapping[str, str]) -> str:
    """Return the text of the file of properties: id and name, sorted by name."""
    head = "# Properties of Wikidata that drafts use, as the endpoint of kg link --online has them."
    lines = (f"{found[name]}\t{name}" for name in sorted(found))
    return "\n".join((head, "# id\tname", *lines, ""))


def read(path: Path) -> dict[str, str]:
    """Return the ids in a file by name, none where it is missing.

    Raises InputError, which names the file, for a row that is none.
    """
    try:
        table = list(rows(path.read_text("utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    for row in table:
        if len(row) != 2 or not _ID.fullmatch(row[0]) or row[1] not in NAMED:
            raise InputError(f"{path}: no id and name of a property: {' '.join(row)!r}")
    return {name: pid for pid, name in table}
