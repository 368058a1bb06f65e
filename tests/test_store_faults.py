"""A store among damaged files, full disks, disks that cannot be written, and kills."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import samples
from conftest import Run, lack
from stores import SEED, content, fill

from bench import kills
from kg import namespaces
from kg.errors import StoreError
from kg.store import Store, upkeep
from kg.store import folder as folders


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return fill(tmp_path / "store")


# --- damaged files -------------------------------------------------------------------------


def spoil(path: Path) -> None:
    """Turn bytes in the middle of each of a store's larger files."""
    upkeep.compact(path)  # so that nothing is in the log alone
    for file in folders.find(path).glob("*.sst"):
        data = bytearray(file.read_bytes())
        part = slice(len(data) // 3, len(data) // 3 + 400)
        data[part] = bytes(byte ^ 0xFF for byte in data[part])
        if len(data) > 4000:
            file.write_bytes(data)


def cut(path: Path) -> None:
    upkeep.compact(path)
    file = max(folders.find(path).glob("*.sst"), key=lambda entry: entry.stat().st_size)
    file.write_bytes(file.read_bytes()[:100])


def lose(path: Path) -> None:
    upkeep.compact(path)
    shutil.rmtree(folders.find(path))


@pytest.mark.parametrize("harm", [spoil, cut, lose])
def test_damage_is_told_and_a_backup_restored(
    kg_run: Run, place: Path, tmp_path: Path, harm: object
) -> None:
    before = content(place)
    upkeep.backup(place, tmp_path / "copy")
    assert callable(harm)
    harm(place)
    done = kg_run("store", "verify", "--store", place)
    assert done.code == 4
    assert "damaged" in done.err or "lost its files" in done.err
    assert len(done.err.splitlines()) == 1
    if harm is lose:
        shutil.rmtree(place)
    assert kg_run("store", "restore", tmp_path / "copy", "-s", place, "--force").code == 0
    assert content(place) == before


def test_a_query_over_damage_is_no_fault_of_the_query(kg_run: Run, place: Path) -> None:
    spoil(place)
    done = kg_run("query", "--file", "-", "-s", place, stdin=b"SELECT * { GRAPH ?g { ?s ?p ?o } }")
    assert done.code == 4
    assert "damaged" in done.err


@pytest.mark.parametrize("name", ["../data", "elsewhere", 5, ""])
def test_a_marker_that_leads_elsewhere_is_refused(place: Path, name: object) -> None:
    marker = {"engine": "oxigraph", "format": 1, "data": name}
    (place / folders.MARKER).write_text(json.dumps(marker))
    with pytest.raises(StoreError, match="names no files"):
        Store(place)


# --- disks that are full or cannot be written ----------------------------------------------


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB, where this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting a small disk takes root")
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True)
    if done.returncode:
        lack(f"no disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_loses_nothing(disk: Path) -> None:
    acknowledged: list[str] = []
    quads = samples.seed_quads()
    with (
        pytest.raises(StoreError, match=r"cannot be (written|opened).*No space left"),
        Store(disk / "store") as store,
    ):
        for number in range(2000):
            store.put(quads.replace(f"/graph/{SEED}>", f"/graph/copy-{number}>"))
            acknowledged.append(namespaces.graph(f"copy-{number}"))
    assert 0 < len(acknowledged) < 2000
    subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
    with Store(disk / "store") as store:
        assert set(acknowledged) <= set(store.graphs())
        for graph in store.graphs():
            assert len(list(store.quads(graph))) == len(quads.splitlines())
        store.put(samples.all_quads()[1])


def test_compacting_on_a_full_disk_leaves_the_store_as_it_was(disk: Path, place: Path) -> None:
    store = disk / "store"
    shutil.copytree(place, store)
    before = content(store)
    with (disk / "other").open("wb") as other:
        other.write(b"x" * (shutil.disk_usage(disk).free - 100_000))
    with pytest.raises(StoreError, match="No space left"):
        upkeep.compact(store)
    assert sorted(entry.name for entry in store.iterdir()) == ["data", "readout.json"]
    (disk / "other").unlink()
    assert content(store) == before


def test_a_disk_that_cannot_be_written_is_told_and_can_be_read(
    kg_run: Run, disk: Path, place: Path, second: Path
) -> None:
    shutil.copytree(place, disk / "store")
    before = content(place)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    done = kg_run("build", second, "--store", disk / "store")
    assert done.code == 4
    assert "Read-only file system" in done.err
    assert kg_run("build", second, "--store", disk / "new").code == 4
    assert content(disk / "store") == before
    assert kg_run("query", "counts", "--store", disk / "store").code == 0


# --- kills ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_builds_that_are_killed_lose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    counts = kills.run(4, seed=3, articles=30)
    with capsys.disabled():
        print(f"\n{counts}")
    assert counts.kills == 4
    assert counts.acknowledged > 0
    assert (counts.lost, counts.halves, counts.again, counts.faults) == (0, 0, 0, 0)
