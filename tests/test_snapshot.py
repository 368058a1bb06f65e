"""Snapshots of a store: what they hold, that they hold no lock, and that they go."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Store, snapshot

ONE = "<http://e.org/s> <http://e.org/p> <http://e.org/o> <http://e.org/g> .\n"
TWO = "<http://e.org/s> <http://e.org/p> <http://e.org/o2> <http://e.org/g2> .\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "a store [1]"
    with Store(place) as store:
        store.put(ONE)
    return place


def count(place: Path) -> int:
    with Store(place, read_only=True) as store:
        return len(list(store.quads()))


def left(path: Path) -> list[str]:
    return [each.name for each in path.parent.iterdir() if ".served-" in each.name]


def test_a_snapshot_holds_what_the_store_held(path: Path) -> None:
    taken = snapshot.take(path)
    with Store(path) as store:
        store.put(TWO)
    assert (count(taken.folder), count(path)) == (1, 2)
    snapshot.drop(taken)
    assert left(path) == []


def test_a_snapshot_is_taken_beside_a_writer_and_keeps_none_out(path: Path) -> None:
    with Store(path) as writer:
        writer.put(TWO)
        taken = snapshot.take(path)
        assert count(taken.folder) == 2
        writer.drop("http://e.org/g")
        assert count(taken.folder) == 2
    opened = Store(taken.folder, read_only=True)
    with Store(path) as other:  # nothing keeps the store locked
        other.put(TWO)
    opened.close()
    snapshot.drop(taken)


def test_tables_are_linked_not_copied(path: Path) -> None:
    taken = snapshot.take(path)
    tables = list((taken.folder / "data").glob("*.sst"))
    assert tables
    assert all(table.stat().st_nlink > 1 for table in tables)
    snapshot.drop(taken)


def test_where_files_cannot_be_linked_they_are_copied(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    taken = snapshot.take(path)
    assert count(taken.folder) == 1
    snapshot.drop(taken)


def test_a_snapshot_is_read_after_its_store_is_gone(path: Path) -> None:
    taken = snapshot.take(path)
    shutil.rmtree(path)
    assert count(taken.folder) == 1
    snapshot.drop(taken)


def test_the_stamp_changes_with_the_store_and_not_without(path: Path) -> None:
    before = snapshot.stamp(path)
    assert count(path) == 1
    assert snapshot.stamp(path) == before == snapshot.take(path).stamp
    with Store(path) as store:
        store.put(TWO)
    assert snapshot.stamp(path) != before


def test_the_stamp_changes_when_the_files_are_made_anew(path: Path) -> None:
    from kg.store import upkeep

    before = snapshot.stamp(path)
    upkeep.compact(path)
    assert snapshot.stamp(path) != before


def test_a_store_that_changes_all_the_time_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter(range(10_000))
    monkeypatch.setattr(snapshot, "stamp", lambda place: (("data/x", next(numbers), 0),))
    monkeypatch.setattr(snapshot, "_PAUSE", 0.0)
    with pytest.raises(StoreError, match="changed all the time"):
        snapshot.take(path)
    assert left(path) == []


def test_a_file_that_goes_while_it_is_copied_is_no_error(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = shutil.copyfile, []

    def vanish(source: str, target: Path) -> None:
        calls.append(source)
        if len(calls) == 1:
            raise FileNotFoundError(2, "No such file", source)
        real(source, target)

    monkeypatch.setattr(shutil, "copyfile", vanish)
    taken = snapshot.take(path)
    assert count(taken.folder) == 1
    snapshot.drop(taken)


def test_what_dead_processes_left_is_swept(path: Path) -> None:
    dead = path.with_name(f".{path.name}.served-999999999-1")
    alive = path.with_name(f".{path.name}.served-{os.getpid()}-77")
    other = path.with_name(".another.served-999999999-1")
    for folder in (dead, alive, other):
        folder.mkdir()
    taken = snapshot.take(path)
    assert (dead.exists(), alive.exists(), other.exists()) == (False, True, True)
    snapshot.drop(taken)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_beside_a_store_that_cannot_be_written_it_lies_with_temporary_files(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        taken = snapshot.take(path)
        assert taken.folder.parent != path.parent
        assert count(taken.folder) == 1
        snapshot.drop(taken)
    finally:
        path.parent.chmod(0o700)


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        snapshot.take(tmp_path / "none")
    (tmp_path / "other").mkdir()
    with pytest.raises(StoreError, match="no Readout store"):
        snapshot.take(tmp_path / "other")
