"""The made world of the bench: the same each time, its figures right on cases by hand."""

from __future__ import annotations

import random

import pytest

from bench import identity
from kg.graph.statements import nquads


def test_a_world_has_namesakes_but_no_two_of_one_country_and_name() -> None:
    world = identity.people(3000, random.Random(1))
    assert len(world) == 3000
    assert len({(h.country, h.family, h.given) for h in world}) == 3000
    assert len({(h.country, h.family) for h in world}) < 3000
    assert world == identity.people(3000, random.Random(1))


def test_names_vary() -> None:
    world = identity.people(5, random.Random(1))
    chance = random.Random(2)
    forms = {identity.printed(world[0], chance) for _ in range(60)}
    assert len(forms) >= 3
    assert any(". " in form for form in forms)


def test_an_article_can_be_stored() -> None:
    world = identity.people(100, random.Random(1))
    facts, named = identity.article(7, world, random.Random(2))
    assert facts.article.id == "a00007"
    assert [person.name for person in facts.persons] == list(named)
    assert nquads(facts).count("/appearance/") > len(named)


def test_a_run_gives_figures() -> None:
    figure = identity.run(30)
    assert figure.milliseconds > 0
    assert "identity over 30 articles" in figure.what
    assert "precision 1.0000" in figure.what


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        (["x", "x", "y"], 1.0, 1.0),
        (["x", "y", "z"], 1.0, 2 / 3),
        (["x", "x", "x"], 5 / 9, 1.0),
    ],
)
def test_b_cubed(found: list[str], precision: float, recall: float) -> None:
    names = [("a", "one"), ("b", "one"), ("b", "two")]
    truth: dict[tuple[str, str], object] = dict(zip(names, ["1", "1", "2"], strict=True))
    groups = dict(zip(names, found, strict=True))
    assert identity._cubed(groups, truth) == pytest.approx(precision)
    labels: dict[tuple[str, str], object] = dict(groups)
    by_truth = {name: str(label) for name, label in truth.items()}
    assert identity._cubed(by_truth, labels) == pytest.approx(recall)
