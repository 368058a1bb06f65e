"""The order of a stored question's rows, made here: the engine's takes most of an answer's time.

It looks both names up anew at each comparison: 6,000 rows that are found in 40
ms are in order after 300. The file of a question says ORDER BY all the same,
for every other tool.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.queries.results import Found, Row, Stream, Term

_ORDER = re.compile(r"\s*\bORDER BY((?:\s+(?:\?\w+|(?:ASC|DESC)\(\?\w+\)))+)\s*\Z")
_KEY = re.compile(r"(?:(ASC|DESC)\()?\?(\w+)")
_INTEGER = ox.Literal(1).datatype


@dataclass(frozen=True, slots=True)
class Order:
    """A question without its last clause, and what that clause sorts by: columns, downwards or not.

    Columns hold IRIs, texts or whole numbers; what is unbound comes first, and
    texts are in the order of their code points, as SPARQL has it.
    """

    text: str
    keys: tuple[tuple[str, bool], ...]

    def sort(self, columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows in order; those that are equal stay as they were found."""
        ordered = list(rows)
        for name, downwards in reversed(self.keys):
            place = columns.index(name)
            ordered.sort(key=lambda row, at=place: _rank(row[at]), reverse=downwards)  # type: ignore[misc]  # a default binds early
        yield from ordered


def begin(text: str, ask: Callable[[str], Found]) -> Found:
    """Return what `ask` yields for a query, in its order, which is made here where it can be."""
    order = split(text)
    found = ask(order.text if order else text)
    if order is None or not isinstance(found, Stream):
        return found
    if not {name for name, _ in order.keys} <= set(found.columns):
        return ask(text)  # the rows do not show what they are sorted by
    found.rows = order.sort(found.columns, found.rows)
    return found


def split(text: str) -> Order | None:
    """Return the order of a stored question, or None where the engine has to make it.

    Only the files of queries/ are known to answer with what can be sorted here:
    they begin with their header.
    """
    found = _ORDER.search(text) if text.startswith("#+") else None
    if not found:
        return None
    keys = ((name, way == "DESC") for way, name in _KEY.findall(found[1]))
    return Order(text[: found.start()], tuple(keys))


def _rank(term: Term | None) -> tuple[int, int, str]:
    if term is None:
        return 0, 0, ""
    if isinstance(term, ox.Literal):
        if term.datatype == _INTEGER:
            return 3, int(term.value), ""
        return 4, 0, term.value
    return (2, 0, term.value) if isinstance(term, ox.NamedNode) else (1, 0, term.value)
