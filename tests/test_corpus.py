"""The articles of our own: what is found in each lot is held to floors, and conforms as a graph."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from kg.codec import decode
from kg.evaluation import Evaluation, evaluate
from kg.facts.evidence import each
from kg.graph.dataset import describe
from kg.model import Facts
from kg.pipeline import extract
from kg.reading import read
from kg.validation import validate

CORPUS = Path(__file__).parent / "corpus"

FLOORS = {
    ".": (0.95, 0.92, 0.95),
    "wire": (0.88, 0.82, 0.95),
    "restated": (0.86, 0.69, 0.95),
    "apart": (0.86, 0.82, 0.95),
    "fresh": (0.86, 0.71, 0.95),
    "again": (0.88, 0.76, 0.95),
    "unseen": (0.83, 0.57, 0.95),
}
"""Precision and recall over all facts of a lot, and F1 of persons, that must not be lost again.

They stand a little below what was measured on 24 November 2026, so that one
fact more or less is no alarm.
"""


def articles(lot: str) -> list[Path]:
    return sorted((CORPUS / lot).glob("*.txt"))


@cache
def found(file: Path) -> Facts:
    return extract(read(str(file)))


@cache
def judged(lot: str) -> Evaluation:
    pairs = []
    for file in articles(lot):
        gold = decode(json.loads(file.with_suffix(".json").read_text("utf-8")))
        pairs.append((gold, found(file)))
    return evaluate(pairs)


@pytest.mark.parametrize("lot", FLOORS)
def test_each_text_has_its_gold(lot: str) -> None:
    texts = {file.stem for file in articles(lot)}
    assert texts == {file.stem for file in (CORPUS / lot).glob("*.json")}
    assert len(texts) >= 10


@pytest.mark.parametrize("lot", FLOORS)
def test_a_lot_is_read_at_least_as_well_as_before(lot: str) -> None:
    precision, recall, persons = FLOORS[lot]
    figures = judged(lot).by_kind()
    assert figures["all"].precision >= precision
    assert figures["all"].recall >= recall
    assert figures["person"].f1 >= persons


@pytest.mark.parametrize("lot", FLOORS)
def test_no_person_is_invented_where_none_is_named(lot: str) -> None:
    assert judged(lot).by_kind()["person"].precision >= 0.97


@pytest.mark.parametrize("lot", FLOORS)
def test_every_fact_quotes_its_article(lot: str) -> None:
    for file in articles(lot):
        text = file.read_bytes().decode("utf-8")
        for fact in each(found(file)):
            assert fact.evidence
            assert all(text[p.start : p.end] == p.quote for p in fact.evidence)


@pytest.mark.parametrize("file", articles("apart"), ids=lambda file: file.stem)
def test_the_graph_of_an_article_conforms(file: Path) -> None:
    report = validate(describe(found(file)))
    assert report.conforms, report.text()
