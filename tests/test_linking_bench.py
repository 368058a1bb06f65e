"""The bench of links: its made items tell its made persons apart, and a run is right."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import need

from bench import linking
from bench.identity import people
from bench.measure import Figure, Skipped
from kg.graph.statements import nquads
from kg.link import offline

WORLD = people(40, random.Random(1))


def test_every_person_stands_in_one_article() -> None:
    facts = list(linking.articles(WORLD))
    assert len(facts) == 4
    named = [person.name for each in facts for person in each.persons]
    assert named == [linking.name(human) for human in WORLD]
    assert all(nquads(each).count("/participation/") for each in facts)


def test_an_article_is_of_a_year_in_which_all_are_in_office() -> None:
    [first, *_] = linking.articles(WORLD)
    assert first.article.published
    year = int(first.article.published[:4])
    assert all(human.since <= year for human in WORLD[:10])


def test_items_have_what_links_ask_for() -> None:
    store = ox.Store()
    store.load(linking.extract(WORLD).encode(), format=ox.RdfFormat.N_TRIPLES)
    direct = ox.NamedNode(f"{linking._WDT}P27")
    lands = {quad.object.value for quad in store.quads_for_pattern(None, direct, None)}
    known = {linking._WD + offline.countries()[human.country] for human in WORLD}
    assert known <= lands
    label = ox.NamedNode(linking._LABEL)
    first = ox.Literal(linking.name(WORLD[0]), language="en")
    assert len(list(store.quads_for_pattern(None, label, first))) == 2, "one has a namesake"
    second = ox.Literal(linking.name(WORLD[1]), language="en")
    assert len(list(store.quads_for_pattern(None, label, second))) == 1


def test_a_run_gives_figures() -> None:
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    binary = found or shutil.which("oxigraph")
    if binary is None:
        need("oxigraph-server", "pip install oxigraph brings a server to ask")
    assert binary
    figure = linking.run(binary, len(WORLD))
    assert "40 persons linked at a server on loopback: 40 right, 0 wrong" in figure.what
    assert figure.milliseconds > 0 and figure.peer is None


def test_a_thousand_are_measured_beside_a_tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "server")
    monkeypatch.setattr(linking, "run", lambda _, number: Figure(f"{number}", number * 2.0, 1))
    tenth, whole = linking.measure()
    assert (tenth.what, whole.what) == ("100", "1000")
    assert isinstance(whole, Figure)
    assert (whole.peer, whole.ratio) == ("a tenth of them", 10.0)


def test_without_a_server_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    [row] = linking.measure()
    assert isinstance(row, Skipped)
    assert "pip install oxigraph" in row.reason
