"""`kg link`: files that people edit, graphs made anew, nothing asked of a network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from conftest import Run
from world import quads, report

from kg.store import Store

DEFENCE = "Minister of Defence"
NAMES = ("identity", "identity.candidates", "links", "links.candidates")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "talks.store"
    with Store(folder) as store:
        store.put(
            quads(
                report("one", [("Nurlan Yermekbayev", "KZ", DEFENCE)], published="2019-05-06"),
                report("two", [("Nurlan Ermekbaev", "KZ", DEFENCE)], published="2019-05-07"),
                report("three", [("Mira Oland", "NO", "Foreign Minister")]),
            )
        )
    return folder


def file(place: Path, name: str) -> Path:
    return place.parent / "talks.decisions" / f"{name}.sssom.tsv"


def test_it_tells_what_it_judged_and_where_it_stands(kg_run: Run, place: Path) -> None:
    done = kg_run("link", "--store", place)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "2 pairs judged one, 0 apart, 0 unsure" or "judged one" in lines[0]
    assert "person: 1 linked, 0 unsure, 1 not found" in lines
    assert "country: 2 linked, 0 unsure, 0 not found" in lines
    assert lines[-1] == f"decisions in {place.parent / 'talks.decisions'}"


def test_it_writes_four_files(kg_run: Run, place: Path) -> None:
    kg_run("link", "--store", place)
    for name in NAMES:
        text = file(place, name).read_text("utf-8")
        assert (
            f"#mapping_set_id: https://w3id.org/readout/mappings/{name.replace('.', '-')}" in text
        )
    assert "person:kz-yermekbayev-n" in file(place, "identity").read_text("utf-8")
    assert "wd:Q1775487" in file(place, "links").read_text("utf-8")


def test_a_second_run_changes_nothing(kg_run: Run, place: Path) -> None:
    kg_run("link", "--store", place)
    before = {name: file(place, name).read_bytes() for name in NAMES}
    quads_ = _quads(place)
    kg_run("link", "--store", place)
    assert {name: file(place, name).read_bytes() for name in NAMES} == before
    assert _quads(place) == quads_


def _quads(place: Path) -> list[str]:
    with Store(place, read_only=True) as store:
        return sorted(f"{graph} {quad}" for graph in store.graphs() for quad in store.quads(graph))


def test_a_persons_row_survives_and_is_undone(kg_run: Run, place: Path) -> None:
    kg_run("link", "--store", place)
    identity = file(place, "identity")
    made = identity.read_text("utf-8")
    rows = [_judged(line) if line.startswith("person:") else line for line in made.splitlines()]
    identity.write_text("\n".join((*rows, "")), "utf-8")
    for _ in range(2):
        kg_run("link", "--store", place)
        assert "\tAnn\t" in identity.read_text("utf-8")
        assert len(_people(place)) == 3
    identity.write_text("\n".join(r for r in rows if "\tAnn\t" not in r) + "\n", "utf-8")
    kg_run("link", "--store", place)
    assert len(_people(place)) == 2
    assert identity.read_text("utf-8") == made


def _judged(line: str) -> str:
    """Return a row as a person writes Not into it, and a name."""
    cells = line.split("\t")
    cells[3], cells[9], cells[10], cells[11] = "Not", "", "", "Ann"
    return "\t".join(cells)


def _people(place: Path) -> set[str]:
    with Store(place, read_only=True) as store:
        return {str(row["person"]) for row in store.query("appearances")}


def test_a_refused_join_is_told(kg_run: Run, place: Path) -> None:
    head = "subject_id\tpredicate_modifier\tobject_id\tauthor_label"
    rows = (
        "person:kz-yermekbayev-n\t\tperson:no-oland-m\tAnn",
        "person:kz-ermekbaev-n\t\tperson:no-oland-m\tAnn",
        "person:kz-yermekbayev-n\tNot\tperson:kz-ermekbaev-n\tAnn",
    )
    target = file(place, "identity")
    target.parent.mkdir()
    target.write_text("\n".join((head, *rows, "")), "utf-8")
    done = kg_run("link", "--store", place)
    assert done.code == 0
    assert "stay apart: it would put" in done.err


def test_a_folder_for_the_files_can_be_given(kg_run: Run, place: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    done = kg_run("link", "--store", place, "--decisions", mine)
    assert done.out.endswith(f"decisions in {mine}\n")
    assert sorted(path.name for path in mine.iterdir()) == sorted(f"{n}.sssom.tsv" for n in NAMES)


def test_a_store_that_is_not_there_is_refused(kg_run: Run, tmp_path: Path) -> None:
    done = kg_run("link", "--store", tmp_path / "none.store")
    assert done.code == 4
    assert not (tmp_path / "none.store").exists()


def test_a_row_that_cannot_be_read_stops_before_anything_is_written(
    kg_run: Run, place: Path
) -> None:
    target = file(place, "links")
    target.parent.mkdir()
    target.write_text("subject_id\tobject_id\nperson:a\t\n", "utf-8")
    before = _quads(place)
    done = kg_run("link", "--store", place)
    assert done.code == 3
    assert "links.sssom.tsv, line 2" in done.err
    assert _quads(place) == before


def test_no_socket_is_opened(kg_run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    assert kg_run("link", "--store", place).code == 0


@pytest.mark.parametrize("option", ["--offline", "--search"])
def test_what_needs_an_endpoint_is_refused_without_one(
    kg_run: Run, place: Path, option: str
) -> None:
    done = kg_run("link", "--store", place, option)
    assert done.code == 2
    assert "go with --online" in done.err
