"""Questions to an endpoint, in standard SPARQL: every prefix declared, no service of any engine.

The same text runs on Wikidata's service, on QLever and on Oxigraph. Values go
in batches, so that many things make few questions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.link.client import Client, Row

ENTITY = "http://www.wikidata.org/entity/"
DIRECT = "http://www.wikidata.org/prop/direct/"
NAMES = 150
"""Names, each in a language, in one question: a look-up each."""

BATCH = 60
"""Items in one question."""

SMALL = 20
"""Items in a question that walks up or down from each of them."""

_PREFIXES = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""
_BY_NAME = """SELECT DISTINCT ?name ?item WHERE {{
  VALUES ?name {{ {values} }}
  {{ ?item rdfs:label ?name }} UNION {{ ?item skos:altLabel ?name }}
}}"""
_BY_OFFICE = """SELECT DISTINCT ?office ?item WHERE {{
  VALUES ?office {{ {values} }}
  ?item p:P39 ?statement . ?statement ps:P39 ?office .
  FILTER NOT EXISTS {{ ?statement wikibase:rank wikibase:DeprecatedRank }}
}}"""
_SCRIPTS = (
    ("[Ѐ-ӿ]", ("ru", "uk", "be", "kk", "ky", "tg", "uz", "mn")),
    ("[\u4e00-\u9fff]", ("zh", "zh-hans", "zh-hant", "ja")),
    ("[\u0600-\u06ff]", ("ar", "fa", "ur", "ps")),
    ("[\uac00-\ud7af]", ("ko",)),
    ("[\u0370-\u03ff]", ("el",)),
    ("[\u0530-\u058f]", ("hy",)),
    ("[\u10a0-\u10ff]", ("ka",)),
    ("[\u0590-\u05ff]", ("he",)),
)
_LATIN = ("en", "mul")
LANGUAGES = (*_LATIN, *(tag for _, tags in _SCRIPTS for tag in tags))
"""The languages whose labels and aliases are names here."""

_ITEM = re.compile(re.escape(ENTITY) + r"Q[1-9][0-9]*")


def by_name(client: Client, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the items that have each name as label or alias, for the names that any has."""
    tagged = (f"{literal(n)}@{tag}" for n in sorted(set(names)) for tag in _languages(n))
    return _gather(client, _BY_NAME, tagged, "name", NAMES)


def by_office(client: Client, offices: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the items of those who hold or held each office."""
    found = _gather(client, _BY_OFFICE, (f"wd:{qid}" for qid in sorted(set(offices))), "office")
    return {short(office): items for office, items in found.items()}


def _gather(
    client: Client, question: str, values: Iterable[str], key: str, size: int = BATCH
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in batched(client, question, values, size):
        if _ITEM.fullmatch(row["item"]):
            found[row[key]].add(short(row["item"]))
    return {name: frozenset(items) for name, items in found.items()}


def about(
    client: Client, question: str, qids: Iterable[str], size: int = BATCH, **more: str
) -> Iterator[Row]:
    """Yield the solutions of a question on items, asked in batches; `more` is put in as it is."""
    yield from batched(client, question, (f"wd:{qid}" for qid in qids), size, **more)


def batched(
    client: Client, question: str, values: Iterable[str], size: int = BATCH, **more: str
) -> Iterator[Row]:
    """Yield the solutions of a question with `values` in its place, `size` of them at a time."""
    every = list(values)
    for start in range(0, len(every), size):
        text = question.format(values=" ".join(every[start : start + size]), **more)
        yield from client.select(_PREFIXES + text)


def _languages(name: str) -> tuple[str, ...]:
    return next((tags for script, tags in _SCRIPTS if re.search(script, name)), _LATIN)


def literal(text: str) -> str:
    """Return a text as a SPARQL literal on one line."""
    return '"' + " ".join(text.replace("\\", "\\\\").replace('"', '\\"').split()) + '"'


def short(iri: str) -> str:
    """Return the id of an item or property without its namespace; another text as it is."""
    return iri.removeprefix(ENTITY)
