"""The fields of a question's form: one a parameter, with what it accepts and some suggestions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import namespaces
from kg.queries import Parameter, StoredQuery
from kg.queries.results import curie
from kg.store import Store
from kg.web.views import links
from kg.web.views.names import Entry, names

SUGGESTED = 150
"""Names that a field offers; any other name is accepted too."""

_TYPED = {"date": "2016, 2016-04 or 2016-04-13", "number": "a whole number", "text": "any words"}


@dataclass(frozen=True, slots=True)
class Option:
    """A value that may be chosen, and what it is called if that is another word."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter as a field: `closed` where only the options are accepted.

    `suggest` is the kind of thing that the site offers while one types, "" for
    any kind, None where no thing is wanted.
    """

    name: str
    label: str
    accepts: str
    value: str
    required: bool
    type: str
    kind: str
    closed: bool
    options: tuple[Option, ...]
    suggest: str | None = None


def fields(store: Store, stored: StoredQuery, given: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields of a stored question, filled with the values that are given."""
    return tuple(_field(store, each, given.get(each.name, "")) for each in stored.parameters)


def _field(store: Store, parameter: Parameter, value: str) -> Field:
    closed = parameter.options
    listed = tuple(Option(each, each.replace("-", " ")) for each in closed)
    return Field(
        name=parameter.name,
        label=parameter.name.replace("_", " "),
        accepts=_TYPED.get(parameter.type, parameter.accepts),
        value=value,
        required=parameter.required,
        type=parameter.type,
        kind=parameter.kind,
        closed=bool(closed),
        options=listed or (_suggest(store, parameter) if parameter.type == "iri" else ()),
        suggest=(parameter.kind if parameter.kind in links.PAGES else "")
        if parameter.type == "iri"
        else None,
    )


def _suggest(store: Store, parameter: Parameter) -> tuple[Option, ...]:
    """Return names of things of the kind that a parameter wants, the shorter names first."""
    kinds = ("country", "organisation") if parameter.kind == "party" else (parameter.kind,)
    wanted = set(kinds if kinds[0] in links.PAGES else links.PAGES)
    entries = [entry for entry in names(store).entries if entry.kind in wanted]
    shared = Counter(entry.name for entry in entries)
    return tuple(_option(entry, shared[entry.name] > 1) for entry in _once(entries))


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Return the first name of each thing, a country's rather than its code; not too many."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.iri)
        if known is None or len(known.name) == 2 < len(entry.name):
            found[entry.iri] = entry
    return list(found.values())[:SUGGESTED]


def _option(entry: Entry, shared: bool) -> Option:
    """Return a name as an option; one that several things share is told by the key."""
    key = curie(entry.iri)
    code = entry.iri.rpartition("/")[2]
    if entry.iri.startswith(f"{namespaces.BASE}country/"):
        return Option(code, entry.name)
    return Option(key, entry.name) if shared else Option(entry.name, key)
