"""Pages of things are made once for a snapshot and its decisions, and anew when either changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import lake
import pytest
from leaves import Desk, desk
from stores import fill

from kg import decisions
from kg.mappings import Mapping
from kg.web import pages

KASK = "/doc/person/ee-kask-j"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fill(tmp_path / "lake.store", *lake.quads())


@pytest.fixture
def seen(path: Path) -> Iterator[Desk]:
    with desk(path) as made:
        yield made


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return the pages of things that are made from here on, a line each."""
    calls: list[tuple[str, ...]] = []
    show = pages.show_thing

    def count(site, kind, key, asked):  # type: ignore[no-untyped-def]
        calls.append((kind, key, str(asked)))
        return show(site, kind, key, asked)

    monkeypatch.setattr(pages, "show_thing", count)
    return calls


def decide(store: Path, *rows: Mapping) -> None:
    folder = decisions.beside(store)
    folder.mkdir(exist_ok=True)
    for file, text in decisions.texts(folder, "links", rows):
        file.write_text(text, "utf-8")


def test_a_page_is_made_once(seen: Desk, made: list[tuple[str, ...]]) -> None:
    first, second = seen.get(KASK), seen.get(KASK)
    assert first.status_code == 200
    assert first.content == second.content
    assert made == [("person", "ee-kask-j", "")]


def test_another_part_of_it_is_another_page(seen: Desk, made: list[tuple[str, ...]]) -> None:
    seen.get(KASK)
    seen.get(f"{KASK}?skip=1")
    assert [asked for _, _, asked in made] == ["", "skip=1"]


def test_a_decision_makes_it_anew(path: Path, seen: Desk, made: list[tuple[str, ...]]) -> None:
    before = seen.get(KASK).text
    decide(path, Mapping("person:ee-kask-j", "wd:Q2", "unsure", score=0.4, reasons="name"))
    after = seen.get(KASK).text
    assert len(made) == 2
    assert "Q2" in after
    assert "Q2" not in before


def test_what_is_not_there_is_not_kept(seen: Desk, made: list[tuple[str, ...]]) -> None:
    for _ in range(2):
        assert seen.get("/doc/person/nobody").status_code == 404
    assert len(made) == 2


def test_files_of_decisions_are_known_by_when_they_were_written(path: Path) -> None:
    folder = decisions.beside(path)
    assert decisions.changed(folder) == (0, 0, 0, 0)
    decide(path, Mapping("person:ee-kask-j", "wd:Q2", "positive"))
    file = decisions.file(folder, "links")
    os.utime(file, ns=(1, 7))
    assert 7 in decisions.changed(folder)
