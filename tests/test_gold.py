"""Facts against gold: the figures to count on, over the shared texts where they are there."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, Run

SHARED = ROOT.parent / "shared" / "eval"
SEED = "sco-tashkent-2016"
FLOORS = {"precision": 0.92, "recall": 0.84, "f1": 0.88}
"""Over all facts of all shared texts; raised as the grammars grow."""

pytestmark = pytest.mark.skipif(
    not (SHARED / "dev").is_dir(),
    reason="the shared texts and their gold are not beside the checkout",
)


@pytest.fixture
def found(kg_run: Run, tmp_path: Path) -> Path:
    """Return a folder with the facts of all shared texts."""
    done = kg_run("extract", "-d", tmp_path, *sorted((SHARED / "dev").glob("*.txt")))
    assert done.code == 0, done.err
    return tmp_path


@cache
def slugs() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in (SHARED / "dev").glob("*.txt")))


def score(gold: Path, found: Path) -> dict[str, float]:
    """Return precision, recall and F1 over all facts, as the common scorer prints them."""
    done = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), str(gold), str(found)],
        capture_output=True,
        text=True,
        check=True,
    )
    print(done.stdout)
    (row,) = (line.split() for line in done.stdout.splitlines() if line.startswith("all "))
    return dict(zip(("precision", "recall", "f1"), map(float, row[4:7]), strict=True))


def test_the_project_s_own_article_is_read_as_a_careful_reader_does(
    found: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    gold = tmp_path_factory.mktemp("gold")
    (gold / f"{SEED}.json").write_bytes((SHARED / "dev" / f"{SEED}.json").read_bytes())
    figures = score(gold, found)
    assert all(figure >= 0.97 for figure in figures.values()), figures


def test_all_texts_are_read_as_well_as_is_promised(found: Path) -> None:
    figures = score(SHARED / "dev", found)
    assert all(figures[name] >= floor for name, floor in FLOORS.items()), figures


def test_every_fact_replays(found: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SHARED / "replay.py"), str(SHARED / "dev"), str(found)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert f"{len(slugs())} texts" in done.stdout
    assert "0 do not" in done.stdout


def test_every_graph_conforms(kg_run: Run, tmp_path: Path) -> None:
    texts = sorted((SHARED / "dev").glob("*.txt"))
    done = kg_run("build", *texts, "--store", tmp_path / "store", "--jobs", "2")
    assert done.out.count("\n  refused: ") == 0
    assert done.code == 0
    assert f"{len(texts)} articles built" in done.out
