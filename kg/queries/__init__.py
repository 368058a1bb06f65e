"""Stored questions: each file of queries/ as a named, documented, typed callable.

A file is valid SPARQL as it stands. Its header says what it asks:

    #+ summary: Which meetings are known of an organisation, a country, a time?
    #+ example: country=UZ status=held

Parameters are variables `?_NAME_TYPE`. A file declares them in slots,
`VALUES (?_country_iri ?_since_date) { (UNDEF UNDEF) }`, and asks of an
optional one whether it is BOUND; the runner writes checked terms in place of
UNDEF, and so can a reader in any SPARQL tool. (The engine's own substitution
is no help: it leaves BOUND false, and joins after reading everything.)
A line `#? PATTERN` says once more, as a pattern that the engine can look up,
what a FILTER says of an optional parameter: it is switched on with it. A FILTER
that EXISTS the very same pattern is then left out: it is slow.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import namespaces
from kg.errors import KgError, UsageError
from kg.queries import sparql, things
from kg.queries.results import Result, Rows
from kg.resources import folder
from kg.vocabulary import concepts, named

if TYPE_CHECKING:
    from kg.store.protocol import GraphReader

Value = str | int

_HEADER = re.compile(r"#\+\s*(\w+):\s*(.*)")
_VARIABLE = re.compile(r"\?_([a-z]+(?:_[a-z]+)*)_([a-z]+)\b")
_SLOT = re.compile(r"VALUES\s*\(((?:\s*\?_\w+)+\s*)\)\s*\{\s*\((?:\s*UNDEF)+\s*\)\s*\}")
_NARROWING = re.compile(r"^(\s*)#\?(.*)$", re.MULTILINE)
_EXISTS = re.compile(r"^\s*FILTER\(!BOUND\(\?(_\w+)\) \|\| EXISTS \{ (.*) \}\)$\n", re.MULTILINE)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CLASSES = (
    *("Act", "AgendaItem", "Appearance", "Article", "Country", "Instrument", "Meeting"),
    *("Office", "Organisation", "Participation", "Passage", "Person", "Place", "Tenure", "Topic"),
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a stored query; `variable` is its name in the file, without "?"."""

    name: str
    type: str
    variable: str
    required: bool

    @property
    def accepts(self) -> str:
        """What a value may be, in words."""
        return _TYPES[self.type].accepts(self)

    @property
    def options(self) -> tuple[str, ...]:
        """All values that are accepted where they are a closed list, else none."""
        if self.type == "concept":
            return tuple(concept.notation for concept in concepts(_scheme(self)))
        return _CLASSES if self.type == "class" else ()

    @property
    def kind(self) -> str:
        """The last word of the name: what kind of thing or list an IRI or concept is of."""
        return self.name.rpartition("_")[2]


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """A question with its text, what it takes, and values that show it at work."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    example: dict[str, str]
    text: str
    description: str = ""


@cache
def catalogue() -> tuple[StoredQuery, ...]:
    """Return the stored queries, sorted by name."""
    files = sorted(folder("queries").glob("*.rq"))
    return tuple(parse(file.stem, file.read_text("utf-8")) for file in files)


def query(name: str) -> StoredQuery:
    """Return the stored query `name`. Raises UsageError that lists what there is."""
    there = {stored.name: stored for stored in catalogue()}
    if name not in there:
        near = get_close_matches(name, there, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise UsageError(f"no query {name!r}; {hint}There are {', '.join(there)}")
    return there[name]


def run(store: GraphReader, name: str, /, **values: Value | None) -> Rows:
    """Return what the stored query `name` answers for these values of its parameters.

    A value of None is left out. Raises UsageError for an unknown query, an
    unknown or missing parameter, and a value that is not of its type.
    """
    found = store.evaluate(prepare(store, name, **values))
    if not isinstance(found, Rows):
        raise KgError(f"the query {name} answers no rows: it has to be a SELECT")
    return found


def prepare(store: GraphReader, name: str, /, **values: Value | None) -> str:
    """Return the text of the stored query `name` with these values in it. Raises as `run` does."""
    stored = query(name)
    terms = bind(store, stored, values)
    iris = {v: t.value for v, t in terms.items() if isinstance(t, ox.NamedNode)}
    members = {v: things.members(store, iri) for v, iri in iris.items() if v.endswith("_iri")}
    return fill(stored, terms, members)


def select(store: GraphReader, text: str) -> Result:
    """Return what a free SPARQL query yields; it may only read, and only this store.

    Raises UsageError where it is no SPARQL, writes or reaches elsewhere.
    """
    sparql.check(text)
    return store.evaluate(text)


# --- a file becomes a query -------------------------------------------------------


def parse(name: str, text: str) -> StoredQuery:
    """Return the stored query that a file's text states.

    Raises KgError where the file breaks a rule of the house: a test reads them all.
    """
    lines = map(_HEADER.match, text.splitlines())
    header = {found[1]: found[2].strip() for found in lines if found}
    slots = [variable.strip() for slot in _SLOT.finditer(text) for variable in slot[1].split()]
    used = dict.fromkeys(found[0] for found in _VARIABLE.finditer(text))
    if not header.get("summary"):
        raise KgError(f"queries/{name}.rq lacks its #+ summary")
    if set(used) != set(slots):
        odd = ", ".join(sorted(set(used) ^ set(slots)))
        raise KgError(f"queries/{name}.rq: parameters without slot, or of no known form: {odd}")
    return StoredQuery(
        name=name,
        summary=header["summary"],
        parameters=tuple(_parameter(name, variable, text) for variable in used),
        example=_example(header.get("example", "")),
        text=text,
        description=header.get("description", ""),
    )


def _parameter(query_name: str, variable: str, text: str) -> Parameter:
    found = _VARIABLE.fullmatch(variable)
    if not found or found[2] not in _TYPES:
        raise KgError(f"queries/{query_name}.rq: {variable} ends in none of {', '.join(_TYPES)}")
    required = f"BOUND({variable})" not in text
    return Parameter(found[1], found[2], variable.removeprefix("?"), required)


def _example(line: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in shlex.split(line))


# --- values become terms ----------------------------------------------------------


def bind(
    store: GraphReader, stored: StoredQuery, values: Mapping[str, Value | None]
) -> dict[str, ox.NamedNode | ox.Literal]:
    """Return the values as terms, by variable. Raises UsageError for what does not fit."""
    given = {name.replace("-", "_"): value for name, value in values.items() if value is not None}
    known = {parameter.name: parameter for parameter in stored.parameters}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise UsageError(f"{stored.name} has no parameter {name!r}; {hint}{_usage(stored)}")
    for parameter in stored.parameters:
        if parameter.required and parameter.name not in given:
            raise UsageError(f"{stored.name} needs {parameter.name}; {_usage(stored)}")
    return {known[name].variable: _term(store, known[name], value) for name, value in given.items()}


def fill(
    stored: StoredQuery,
    terms: Mapping[str, ox.NamedNode | ox.Literal],
    members: Mapping[str, tuple[str, ...]] | None = None,
) -> str:
    """Return the query's text with terms in its slots and its narrowing lines switched on.

    `members` are, by variable, the IRIs of all nodes that are one thing: the
    slot then has a row for each. (A path of zero or one steps would say the same, and
    make the engine read everything.) A concept of a closed list stands in its line
    as it is: as a variable it makes the engine read all that has any of the list.
    """

    def cells(name: str) -> list[str]:
        if name not in terms:
            return ["UNDEF"]
        nodes = (members or {}).get(name, ())
        return [f"<{node}>" for node in nodes] or [sparql.serialise(terms[name])]

    def row(slot: re.Match[str]) -> str:
        names = [variable.removeprefix("?") for variable in slot[1].split()]
        rows = (f"({' '.join(each)})" for each in product(*map(cells, names)))
        return f"VALUES ({slot[1]}) {{ {' '.join(rows)} }}"

    def term(variable: re.Match[str]) -> str:
        name = variable[0].removeprefix("?")
        return cells(name)[0] if variable[2] == "concept" else variable[0]

    def switch(line: re.Match[str]) -> str:
        needed = [found[0].removeprefix("?") for found in _VARIABLE.finditer(line[2])]
        given = all(name in terms for name in needed)
        return line[1] + _VARIABLE.sub(term, line[2]) if given else line[0]

    def spare(line: re.Match[str]) -> str:
        said = line[1] in terms and f"#? {line[2]} ." in stored.text
        return "" if said else line[0]

    return _SLOT.sub(row, _EXISTS.sub(spare, _NARROWING.sub(switch, stored.text)))


def _usage(stored: StoredQuery) -> str:
    if not stored.parameters:
        return "it takes none"
    told = (
        f"{p.name} ({p.accepts}{'' if p.required else ', optional'})" for p in stored.parameters
    )
    return f"it takes {', '.join(told)}"


def _term(store: GraphReader, parameter: Parameter, value: Value) -> ox.NamedNode | ox.Literal:
    text = str(value).strip()
    term = _TYPES[parameter.type].read(store, parameter, text) if text else None
    if term is None:
        raise UsageError(f"{parameter.name}={text!r} is not accepted: {parameter.accepts}")
    return term


def _thing(store: GraphReader, parameter: Parameter, text: str) -> ox.NamedNode:
    known = (*namespaces.KINDS, "party")
    kind = parameter.kind if parameter.kind in known else None
    return ox.NamedNode(things.find(store, text, kind))


def _concept(store: GraphReader, parameter: Parameter, text: str) -> ox.NamedNode | None:
    scheme = _scheme(parameter)
    by_notation = {entry.notation: entry for entry in concepts(scheme)}
    entry = by_notation.get(text) or named(scheme).get(namespaces.fold(text))
    by_iri = {entry.iri for entry in concepts(scheme)}
    written = things.expand(text, "concept") if ":" in text else None
    if written in by_iri:
        return ox.NamedNode(written)
    return ox.NamedNode(entry.iri) if entry else None


def _scheme(parameter: Parameter) -> str:
    return {"status": "statuses"}.get(parameter.kind, f"{parameter.kind}s")


def _date(store: GraphReader, parameter: Parameter, text: str) -> ox.Literal | None:
    return ox.Literal(text) if _DATE.fullmatch(text) else None


def _text(store: GraphReader, parameter: Parameter, text: str) -> ox.Literal:
    return ox.Literal(text)


def _number(store: GraphReader, parameter: Parameter, text: str) -> ox.Literal | None:
    return ox.Literal(int(text)) if re.fullmatch(r"-?[0-9]{1,9}", text) else None


def _class(store: GraphReader, parameter: Parameter, text: str) -> ox.NamedNode | None:
    wanted = namespaces.fold(text).replace("-", "")
    names = [name for name in _CLASSES if name.casefold() == wanted]
    return ox.NamedNode(namespaces.term(names[0])) if names else None


@dataclass(frozen=True, slots=True)
class _Type:
    read: Callable[[GraphReader, Parameter, str], ox.NamedNode | ox.Literal | None]
    accepts: Callable[[Parameter], str]


def _thing_words(parameter: Parameter) -> str:
    code = "an ISO code, " if parameter.kind in ("country", "party") else ""
    return f"{code}an IRI, a prefixed name like person:ru-patrushev-n, or a name in the store"


_TYPES = {
    "iri": _Type(_thing, _thing_words),
    "concept": _Type(
        _concept, lambda p: "one of " + ", ".join(c.notation for c in concepts(_scheme(p)))
    ),
    "date": _Type(_date, lambda p: "a date: YYYY-MM-DD, YYYY-MM or YYYY"),
    "text": _Type(_text, lambda p: "any words"),
    "number": _Type(_number, lambda p: "a whole number"),
    "class": _Type(_class, lambda p: "one of " + ", ".join(_CLASSES)),
}
