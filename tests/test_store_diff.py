"""What two stores tell differently, in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import samples
from conftest import Run
from stores import SEED, fill

from kg import namespaces

READOUT = namespaces.ONTOLOGY


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return fill(tmp_path / "store")


def lines(quads: str, *without: str) -> str:
    """Return N-Quads without the lines in which one of these words stands."""
    kept = [line for line in quads.splitlines(True) if not any(w in line for w in without)]
    assert len(kept) < len(quads.splitlines())
    return "".join(kept)


def test_stores_that_tell_the_same_do_not_differ(kg_run: Run, place: Path, tmp_path: Path) -> None:
    fill(tmp_path / "other", *reversed(samples.all_quads()[:4]))
    done = kg_run("store", "diff", place, tmp_path / "other")
    assert (done.code, done.out, done.err) == (0, "no difference\n", "")


def test_articles_that_only_one_store_has(kg_run: Run, place: Path, tmp_path: Path) -> None:
    fill(tmp_path / "other", *samples.all_quads()[1:5])
    done = kg_run("store", "diff", place, tmp_path / "other")
    assert done.code == 1
    told = done.out.splitlines()
    assert told[-1] == "1 new, 1 gone"
    assert any(line.startswith(f"gone     {SEED}: the article, with ") for line in told)
    assert sum(line.startswith("new      ") for line in told) == 1


def test_a_graph_of_links_is_no_article(kg_run: Run, place: Path, tmp_path: Path) -> None:
    same = "http://www.w3.org/2002/07/owl#sameAs"
    link = f"<http://e/a> <{same}> <http://e/b> <{namespaces.iri('graph', 'links')}> .\n"
    fill(tmp_path / "other", *samples.all_quads()[:4], link)
    done = kg_run("store", "diff", place, tmp_path / "other")
    assert done.out == "new      links: the graph of links between things\n1 new\n"
    assert kg_run("store", "verify", "-s", tmp_path / "other").code == 0
    assert ": 4 articles, " in kg_run("store", "info", "-s", tmp_path / "other").out


GONE = "/participation/sco-secretaries-of-security-councils-11--ru-patrushev-n>"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            lambda quads: quads,
            lambda quads: lines(quads, GONE),
            [
                f"gone     {SEED}: participation: person “N. P. Patrushev”, ",
                "         was “N. P. Patrushev” (",
                "1 gone",
            ],
        ),
        (
            lambda quads: lines(quads, GONE),
            lambda quads: quads,
            [f"new      {SEED}: participation: ", "         now “N. P. Patrushev” (", "1 new"],
        ),
        (
            lambda quads: quads,
            lambda quads: quads.replace('"2016-04-14"', '"2016-04-15"'),
            [
                f"changed  {SEED}: meeting “",
                "         was end date: 2016-04-14",
                "         now end date: 2016-04-15",
                "1 changed",
            ],
        ),
        (
            lambda quads: quads,
            lambda quads: quads.replace('#rule> "gold"', '#rule> "other"'),
            [f"changed  {SEED}: how its things are named or its facts were found", "1 changed"],
        ),
    ],
    ids=["gone", "new", "changed", "names"],
)
def test_facts_that_differ_are_told_in_words(
    kg_run: Run, tmp_path: Path, old: object, new: object, told: list[str]
) -> None:
    assert callable(old) and callable(new)
    fill(tmp_path / "old", old(samples.seed_quads()))
    fill(tmp_path / "new", new(samples.seed_quads()))
    done = kg_run("store", "diff", tmp_path / "old", tmp_path / "new")
    assert done.code == 1
    found = done.out.splitlines()
    assert len(found) == len(told)
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True)), found


def test_a_fact_that_rests_on_other_words_has_moved(kg_run: Run, tmp_path: Path) -> None:
    quads = samples.seed_quads()
    subject = next(line for line in quads.splitlines() if GONE in line).partition(" ")[0]
    evidence = next(
        line for line in quads.splitlines() if line.startswith(f"{subject} <{READOUT}evidence>")
    )
    other = next(
        line.split()[2]
        for line in quads.splitlines()
        if f"<{READOUT}evidence>" in line and line.split()[2] != evidence.split()[2]
    )
    fill(tmp_path / "old", quads)
    fill(tmp_path / "new", quads.replace(evidence, evidence.replace(evidence.split()[2], other)))
    done = kg_run("store", "diff", tmp_path / "old", tmp_path / "new", "--format", "json")
    row = json.loads(done.out)
    assert (done.code, row["kind"], row["article"]) == (1, "moved", SEED)
    assert row["was"].startswith("“N. P. Patrushev” (")
    assert row["now"] != row["was"]
