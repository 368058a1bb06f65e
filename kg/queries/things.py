"""Which thing a person means: an IRI, a prefixed name, a key, or a name as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import namespaces
from kg.errors import UsageError
from kg.queries import sparql
from kg.queries.results import Rows, curie

if TYPE_CHECKING:
    from kg.store.protocol import GraphReader

_IRI = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_CURIE = re.compile(r"([a-z][a-z-]*):([^\s/]\S*)")
_PATH = re.compile(r"([a-z][a-z-]*)/([A-Za-z0-9][\w.-]*(?:#char=\d+,\d+)?)", re.ASCII)
_CODE = re.compile(r"[A-Z]{2}")
_SHOWN = 8
_EXACT = """
SELECT DISTINCT ?thing ?name WHERE {{
  VALUES ?name {{ {value} }}
  ?node rdfs:label|skos:altLabel|readout:title|readout:isoCode ?name .
  OPTIONAL {{ ?node readout:identifiedAs ?head }}
  BIND(COALESCE(?head, ?node) AS ?thing)
}} ORDER BY ?thing ?name
"""
_WITHIN = """
SELECT DISTINCT ?thing ?name WHERE {{
  ?node rdfs:label|skos:altLabel|readout:title ?name .
  OPTIONAL {{ ?node readout:identifiedAs ?head }}
  BIND(COALESCE(?head, ?node) AS ?thing)
  FILTER(CONTAINS(LCASE(?name), LCASE({value})))
}} ORDER BY ?thing ?name
"""


_MEMBERS = """
SELECT DISTINCT ?head ?node WHERE {{
  {{ <{iri}> readout:identifiedAs ?head . ?node readout:identifiedAs ?head }}
  UNION {{ BIND(<{iri}> AS ?head) ?node readout:identifiedAs <{iri}> }}
  FILTER(!CONTAINS(STR(?node), "/appearance/"))
}} ORDER BY ?head ?node
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a name may mean, and the name that it has."""

    iri: str
    name: str


def find(store: GraphReader, text: str, kind: str | None = None) -> str:
    """Return the IRI of the thing that `text` means, of `kind` where one is given.

    `text` is an IRI, a prefixed name (person:ru-patrushev-n), a key of that
    kind, an ISO code of a country, or a name, whole or in part. Raises
    UsageError where nothing in the store, or more than one thing, has the name.
    """
    written = expand(text, kind)
    if written:
        return written
    found = matches(store, text, kind)
    things = sorted({match.iri for match in found})
    if len(things) == 1:
        return things[0]
    sought = kind or "thing"
    if not things:
        raise UsageError(f"no {sought} called {text!r} in the store; IRIs and names are accepted")
    raise UsageError(f"{text!r} may be any of {len(things)}: {_list(found)}; give the one meant")


def members(store: GraphReader, iri: str) -> tuple[str, ...]:
    """Return the nodes that are one thing by decisions of identity: what stands for all first.

    A thing that nobody joined to another is alone.
    """
    found = store.evaluate(_MEMBERS.format(iri=_checked(iri)))
    assert isinstance(found, Rows)
    rows = [(str(row["head"]), str(row["node"])) for row in found]
    return tuple(dict.fromkeys((*(head for head, _ in rows), *(node for _, node in rows)))) or (
        iri,
    )


def expand(text: str, kind: str | None = None) -> str | None:
    """Return the IRI that `text` writes out by itself, or None for a name to look up.

    Raises UsageError for a prefix that is not known.
    """
    if _IRI.fullmatch(text):
        return _checked(text)
    prefixed = _CURIE.fullmatch(text)
    if prefixed:
        return _checked(_namespace(prefixed[1]) + prefixed[2])
    path = _PATH.fullmatch(text)
    if path and path[1] in namespaces.KINDS:
        return namespaces.BASE + text
    if kind in (None, "country", "party") and _CODE.fullmatch(text):
        return namespaces.iri("country", text)
    return None


def matches(store: GraphReader, text: str, kind: str | None = None) -> tuple[Match, ...]:
    """Return the things with the key or name `text`; where none has it, those with it within."""
    keyed = _keyed(store, text, kind)
    if keyed:
        return keyed
    for question in (_EXACT, _WITHIN):
        value = sparql.serialise(ox.Literal(text))
        found = store.evaluate(question.format(value=value))
        assert isinstance(found, Rows)
        rows = ((str(row["thing"]), str(row["name"])) for row in found)
        hits = tuple(Match(iri, name) for iri, name in rows if _is_kind(iri, kind))
        if hits:
            return hits
    return ()


def _keyed(store: GraphReader, text: str, kind: str | None) -> tuple[Match, ...]:
    """Return the things whose key is `text`, as it stands or folded, of `kind` or of any."""
    kinds = (kind,) if kind in namespaces.KINDS else namespaces.KINDS
    keys = dict.fromkeys((text, namespaces.fold(text)))
    iris = (f"{namespaces.BASE}{each}/{key}" for each in kinds for key in keys if _plain(key))
    return tuple(Match(iri, text) for iri in iris if next(iter(store.about(iri)), None))


def _plain(key: str) -> bool:
    return bool(key) and re.fullmatch(r"[\w.-]+", key, re.ASCII) is not None


def _is_kind(iri: str, kind: str | None) -> bool:
    if kind == "party":
        return "/country/" in iri or "/organisation/" in iri
    return kind not in namespaces.KINDS or f"/{kind}/" in iri


def _namespace(prefix: str) -> str:
    known = namespaces.prefixes()
    if prefix not in known:
        raise UsageError(f"no prefix {prefix!r}: there are {', '.join(known)}")
    return known[prefix]


def _checked(iri: str) -> str:
    try:
        return ox.NamedNode(iri).value
    except ValueError as error:
        raise UsageError(f"not an IRI: {iri!r}") from error


def _list(found: tuple[Match, ...]) -> str:
    shown = dict.fromkeys(f"{curie(match.iri)} ({match.name})" for match in found)
    rest = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(list(shown)[:_SHOWN]) + rest
