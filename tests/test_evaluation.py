"""Evaluation: the figures of facts against gold, and that they are the common scorer's."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.codec import decode
from kg.evaluation import Evaluation, Figures, evaluate

SHARED = Path(__file__).parents[2] / "shared" / "eval"

GOLD: dict[str, Any] = {
    "id": "talks",
    "url": None,
    "published": "2019-05-03",
    "meetings": [
        {
            "key": "m1",
            "name": "third round of consultations",
            "ordinal": 3,
            "organisation": "BIMSTEC",
            "body": None,
            "start": "2019-05-02",
            "end": "2019-05-02",
            "place": "Dhaka",
            "country": "BD",
            "chair": "BD",
            "status": "held",
        }
    ],
    "persons": [
        {
            "name": "R. A. Karim",
            "aliases": [],
            "offices": [{"title": "Foreign Secretary", "of": "BD"}],
        },
        {"name": "Tenzin Dorji", "aliases": ["Dorji"], "offices": []},
    ],
    "participants": [
        {"meeting": "m1", "person": "R. A. Karim", "party": "BD"},
        {"meeting": "m1", "person": None, "party": "NP"},
    ],
    "instruments": [
        {
            "key": "i1",
            "name": "protocol on coastal shipping",
            "kind": "protocol",
            "period": None,
            "actions": [
                {"action": "signed", "meeting": "m1"},
                {"action": "discussed", "meeting": "m1"},
            ],
        }
    ],
    "topics": ["coastal shipping", "tourism"],
}


def changed(path: list[Any], value: Any) -> dict[str, Any]:
    """Return GOLD with the value at `path` replaced; DROP takes it out."""
    copied = copy.deepcopy(GOLD)
    spot: Any = copied
    for step in path[:-1]:
        spot = spot[step]
    if value == "DROP":
        del spot[path[-1]]
    else:
        spot[path[-1]] = value
    return copied


def judged(predicted: dict[str, Any]) -> Evaluation:
    return evaluate([(decode(GOLD), decode(predicted))])


def test_gold_against_itself_is_all_right() -> None:
    figures = judged(GOLD).by_kind()
    assert {(f.precision, f.recall, f.f1) for f in figures.values()} == {(1.0, 1.0, 1.0)}
    assert figures["all"].gold == 19
    assert "period" not in figures


@pytest.mark.parametrize(
    ("path", "value", "kind", "counts"),
    [
        (["meetings", 0, "ordinal"], 4, "ordinal", (1, 1, 0)),
        (["meetings", 0, "ordinal"], None, "ordinal", (1, 0, 0)),
        (["meetings", 0, "end"], "2019-05-03", "date", (1, 1, 0)),
        (["meetings", 0, "end"], None, "date", (1, 1, 1)),  # an end that repeats the start is none
        (["meetings", 0, "status"], "planned", "status", (1, 1, 0)),
        (["meetings", 0, "chair"], "Bangladesh", "chair", (1, 1, 0)),
        (["persons", 0, "name"], "Rahim Karim", "person", (2, 2, 2)),
        (["persons", 0, "name"], "Tahir Karim", "person", (2, 2, 1)),
        (["persons", 1], "DROP", "person", (2, 1, 1)),
        (["persons", 0, "offices", 0, "of"], "IN", "office", (1, 1, 0)),
        (["persons", 0, "offices", 0, "title"], "Secretary, Foreign", "office", (1, 1, 1)),
        (["participants", 1, "party"], "LK", "participant", (2, 2, 1)),
        (["participants", 0, "person"], None, "participant", (2, 2, 1)),
        (["instruments", 0, "kind"], "treaty", "kind", (1, 1, 0)),
        (["instruments", 0, "period"], "2020-2025", "period", (0, 1, 0)),
        (["instruments", 0, "actions", 1, "action"], "approved", "action", (2, 2, 1)),
        (["instruments", 0, "actions", 1, "meeting"], None, "action", (2, 2, 1)),
        (["topics", 0], "shipping on coasts", "topic", (2, 2, 1)),
        (["topics"], ["tourism", "coastal shipping", "fisheries"], "topic", (2, 3, 2)),
    ],
)
def test_one_change_moves_one_kind(
    path: list[Any], value: Any, kind: str, counts: tuple[int, int, int]
) -> None:
    found = judged(changed(path, value)).by_kind()[kind]
    assert (found.gold, found.found, found.right) == counts


def test_an_article_that_was_not_read_counts_as_empty() -> None:
    figures = evaluate([(decode(GOLD), None)]).by_kind()["all"]
    assert (figures.gold, figures.found, figures.right) == (19, 0, 0)


def test_a_fact_of_nothing_is_wrong() -> None:
    empty = GOLD | {k: [] for k in ("meetings", "persons", "participants", "instruments", "topics")}
    figures = evaluate([(decode(empty), decode(GOLD))]).by_kind()
    assert figures["all"].right == 0
    assert figures["person"].precision == 0.0


def test_figures_of_no_facts_are_perfect_only_when_none_were_found() -> None:
    assert Figures(0, 0, 0).f1 == 1.0
    assert Figures(0, 3, 0).precision == 0.0
    assert Figures(3, 0, 0).recall == 0.0


def test_rules_are_measured_apart() -> None:
    predicted = copy.deepcopy(GOLD)
    predicted["persons"][0] |= {"rule": "office-name"}
    predicted["persons"][1] |= {"rule": "list-item", "name": "Sonam Wangchuk", "aliases": []}
    trust = judged(predicted).by_rule()
    assert trust["person: office-name"] == (1, 1)
    assert trust["person: list-item"] == (0, 1)


def test_misses_name_both_sides() -> None:
    (miss,) = judged(changed(["topics", 1], "visas")).misses()[:1]
    assert (miss.kind, miss.gold, miss.found) == ("topic", "tourism", None)


def damaged(facts: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return facts in which some rows are gone and some values are another's or None."""
    copied = copy.deepcopy(facts)
    for kind in ("meetings", "persons", "participants", "instruments", "topics"):
        rows = copied[kind]
        copied[kind] = [row for row in rows if chance.random() > 0.15]
        for row in copied[kind]:
            if isinstance(row, dict) and chance.random() < 0.3:
                key = chance.choice(
                    [k for k in row if k not in ("key", "offices", "actions", "aliases")]
                )
                donor = chance.choice([r for r in rows if isinstance(r, dict)])
                if key not in ("name", "kind", "status", "meeting") or donor[key]:
                    row[key] = donor[key]
    return copied


@pytest.mark.skipif(not SHARED.is_dir(), reason="the common scorer is not beside this checkout")
def test_same_figures_as_the_common_scorer(tmp_path: Path) -> None:
    chance = random.Random(7)
    pairs = []
    for path in sorted((SHARED / "dev").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        predicted = damaged(gold, chance)
        (tmp_path / path.name).write_text(json.dumps(predicted), "utf-8")
        pairs.append((decode(gold), decode(predicted)))
    command = [
        sys.executable,
        str(SHARED / "score.py"),
        str(SHARED / "dev"),
        str(tmp_path),
        "--json",
    ]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    ours = {
        kind: {
            "precision": round(f.precision, 4),
            "recall": round(f.recall, 4),
            "f1": round(f.f1, 4),
        }
        for kind, f in evaluate(pairs).by_kind().items()
    }
    assert ours == theirs
    assert ours["all"]["f1"] < 0.97  # the damage was felt
