"""Answers as tables for people: names instead of IRIs, with the IRI at hand, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from kg import namespaces
from kg.queries import surroundings
from kg.queries.results import Row, Rows, curie
from kg.store import Store
from kg.web.views import links
from kg.web.views.links import Link

PAGE = 50
"""Rows on one page of a table."""

Form = Literal["thing", "number", "date", "text", "none"]

_XSD = namespaces.VOCABULARIES["xsd"]
_NUMBERS = {_XSD + name for name in ("integer", "decimal", "double", "float", "int", "long")}
_DATES = {_XSD + name for name in ("date", "gYear", "gYearMonth", "dateTime")}
_DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: its words, where they lead, and the IRI where it is a node."""

    link: Link
    form: Form
    iri: str | None = None

    @property
    def text(self) -> str:
        """The words of the value."""
        return self.link.text


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name; `numeric` where all its values are numbers."""

    name: str
    numeric: bool

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Table:
    """Rows `first` to `last` of `total`; `cut` where there are more than were fetched.

    A column of names that stand already for things beside them is left out.

    `before` and `after` are how many rows to skip for the pages around this one.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    first: int
    last: int
    total: int
    cut: bool
    before: int | None = None
    after: int | None = None


def table(store: Store, rows: Rows, skip: int = 0, *, cut: bool = False) -> Table:
    """Return the page of an answer that begins after `skip` rows."""
    total = len(rows)
    skip = min(skip, max(total - 1, 0))
    last = min(skip + PAGE, total)
    made = cells(store, rows.rows[skip:last])
    shown = [n for n in range(len(rows.columns)) if not _is_repeated(made, n)]
    return Table(
        columns=tuple(_column(rows.columns[n], [row[n] for row in made]) for n in shown),
        rows=tuple(tuple(row[n] for n in shown) for row in made),
        first=min(skip + 1, last),
        last=last,
        total=total,
        cut=cut,
        before=max(0, skip - PAGE) if skip else None,
        after=last if last < total else None,
    )


def _column(name: str, values: Sequence[Cell]) -> Column:
    forms = {cell.form for cell in values} - {"none"}
    return Column(name.replace("_", " "), forms == {"number"})


def _is_repeated(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """Tell whether a column says nothing but how the things beside it are called."""
    return bool(rows) and all(
        row[place].form == "text" and _names_one(row[place].text, row) for row in rows
    )


def _names_one(name: str, row: Sequence[Cell]) -> bool:
    return any(cell.form == "thing" and cell.text.startswith(name) for cell in row)


def cells(store: Store, rows: Iterable[Row]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of terms as cells, things by their names."""
    listed = tuple(rows)
    iris = {term.value for row in listed for term in row if isinstance(term, ox.NamedNode)}
    called = _names(store, sorted(iri for iri in iris if iri.startswith(namespaces.BASE)))
    return tuple(tuple(_cell(term, called) for term in row) for row in listed)


def sketch(rows: Iterable[Row]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows as cells in which things go by their IRIs: for a chart, which shows few of them.

    Names are looked up afterwards, by `leads`.
    """
    return tuple(tuple(map(_sketch, row)) for row in rows)


def _sketch(term: ox.NamedNode | ox.BlankNode | ox.Literal | None) -> Cell:
    if isinstance(term, ox.NamedNode):
        return Cell(Link(term.value, links.document(term.value)), "thing", term.value)
    return _cell(term, {})


def leads(store: Store, iris: Iterable[str]) -> dict[str, Link]:
    """Return for each IRI its name, and what that leads to."""
    listed = sorted(set(iris))
    called = _names(store, [iri for iri in listed if iri.startswith(namespaces.BASE)])
    return {iri: _lead(iri, called) for iri in listed}


def _names(store: Store, iris: list[str]) -> dict[str, str]:
    """Return the names of things; passages are named by their place."""
    plain = [iri for iri in iris if "#" not in iri]
    return {iri: called.text for iri, called in surroundings.names(store, plain).items()}


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | None, called: dict[str, str]) -> Cell:
    if term is None:
        return Cell(Link(""), "none")
    if isinstance(term, ox.NamedNode):
        return Cell(_lead(term.value, called), "thing", term.value)
    if isinstance(term, ox.BlankNode):
        return Cell(Link(str(term)), "text")
    return Cell(Link(term.value), form(term))


def _lead(iri: str, called: dict[str, str]) -> Link:
    """Return the name of a node with what it leads to: a page, a term's description, the world."""
    text = called.get(iri) or curie(iri)
    if iri.startswith(namespaces.ONTOLOGY):
        return Link(text, f"/ontology#{iri.removeprefix(namespaces.ONTOLOGY)}")
    base, hash_, place = iri.partition("#char=")
    if hash_ and links.document(base):
        return Link(f"characters {place.replace(',', '–')}", f"{links.document(base)}#char={place}")
    if iri.startswith(namespaces.BASE) and not links.document(iri):
        return Link(text, f"/id/{iri.removeprefix(namespaces.BASE)}")
    return links.link(text, iri)


def form(literal: ox.Literal) -> Form:
    """Return whether a literal is shown as a number, a date or text."""
    kind = literal.datatype.value
    if kind in _NUMBERS:
        return "number"
    return "date" if kind in _DATES or _DATE.fullmatch(literal.value) else "text"
