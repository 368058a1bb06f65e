"""The same articles give the same bytes, whatever the hash seed, folder, process and order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ARTICLE, ROOT, SECOND, Run

FORMATS = ("turtle", "jsonld", "nquads", "trig", "ntriples", "rdfxml")
SEEDS = ("0", "1", "4242")


def kg(place: Path, seed: str, *arguments: str) -> bytes:
    """Run the command in a process of its own, from the folder `place`."""
    more = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "READOUT_STORE": "store"}
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        cwd=place,
        env=os.environ | more | {"TZ": f"UTC{seed[0]}", "LC_ALL": "C"},
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return folders, each with the same two articles and a store built under another hash seed."""
    folders = []
    for seed in SEEDS:
        folder = tmp_path_factory.mktemp(f"seed{seed}") / ("deep" * int(seed[0])) / "er"
        folder.mkdir(parents=True)
        (folder / ARTICLE.name).write_bytes(ARTICLE.read_bytes())
        (folder / "valletta.txt").write_text(SECOND, "utf-8")
        names = [ARTICLE.name, "valletta.txt"]
        kg(folder, seed, "build", *(names if seed == "0" else reversed(names)))
        folders.append(folder)
    return folders


@pytest.mark.parametrize("form", FORMATS)
def test_every_export_has_the_same_bytes(places: list[Path], form: str) -> None:
    runs = zip(places, SEEDS, strict=True)
    written = {kg(place, seed, "export", "--format", form) for place, seed in runs}
    assert len(written) == 1
    assert len(written.pop()) > 10_000


def test_extraction_has_the_same_bytes(places: list[Path]) -> None:
    runs = zip(places, SEEDS, strict=True)
    written = {kg(place, seed, "extract", ARTICLE.name) for place, seed in runs}
    assert len(written) == 1


@pytest.mark.parametrize(
    "arguments",
    [("query", "counts"), ("query", "instruments"), ("query", "passages", "-p", "thing=SCO")],
    ids=lambda arguments: arguments[1],
)
def test_answers_have_the_same_bytes(places: list[Path], arguments: tuple[str, ...]) -> None:
    runs = zip(places, SEEDS, strict=True)
    assert len({kg(place, seed, *arguments) for place, seed in runs}) == 1


def test_a_dossier_and_a_report_have_the_same_bytes(places: list[Path]) -> None:
    for arguments in (("show", "Patrushev"), ("validate", "--store", "store", "-f", "turtle")):
        runs = zip(places, SEEDS, strict=True)
        assert len({kg(place, seed, *arguments) for place, seed in runs}) == 1


def test_an_export_says_nothing_of_where_it_was_made(places: list[Path]) -> None:
    for form in FORMATS:
        written = kg(places[0], "0", "export", "--format", form).decode()
        assert str(places[0]) not in written
        assert "_:" not in written.replace("\n_:", "")
        assert "[]" not in written


def test_an_export_tells_whether_anything_changed(
    kg_run: Run, second: Path, tmp_path: Path
) -> None:
    """The bytes are the same where the articles are, and only there."""
    kg_run("build", second, "--store", tmp_path / "store")
    before = kg_run("export", "--store", tmp_path / "store").out
    second.write_text(SECOND.replace("2 May", "3 May"), "utf-8")
    kg_run("build", second, "--store", tmp_path / "store")
    assert kg_run("export", "--store", tmp_path / "store").out != before
    second.write_text(SECOND, "utf-8")
    kg_run("build", second, "--store", tmp_path / "store")
    assert kg_run("export", "--store", tmp_path / "store").out == before
