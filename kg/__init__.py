"""Readout: reports of diplomatic meetings become a knowledge graph that quotes its sources.

    article = kg.read("report.txt")       # a file, a page, an address or "-"
    facts = kg.extract(article)           # each with the words it rests on
    graph = kg.describe(facts)            # rdflib.Dataset, one named graph
    report = kg.validate(graph)           # report.conforms, report.violations
    with kg.Store("readout.store") as store:
        store.put(graph)

The verbs are those of the command `kg`. They are loaded when they are first
used: importing the package imports neither rdflib nor pyshacl.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.graph.dataset import describe
    from kg.model import Article, Facts
    from kg.pipeline import extract
    from kg.reading import read
    from kg.store import Store
    from kg.validation import validate
    from kg.validation.report import Report

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Facts",
    "KgError",
    "Report",
    "Store",
    "describe",
    "extract",
    "read",
    "validate",
]

_HOMES = {
    "Article": "kg.model",
    "Facts": "kg.model",
    "KgError": "kg.errors",
    "Report": "kg.validation.report",
    "Store": "kg.store",
    "describe": "kg.graph.dataset",
    "extract": "kg.pipeline",
    "read": "kg.reading",
    "validate": "kg.validation",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
