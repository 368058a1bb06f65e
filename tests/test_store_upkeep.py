"""The upkeep of a store: what `kg store` tells, verifies, makes anew, copies and restores."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples
from conftest import Run
from stores import SEED, content, fill

from kg import namespaces
from kg.errors import StoreError, UsageError
from kg.store import Store, engine, upkeep
from kg.store import folder as folders


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return fill(tmp_path / "store")


# --- info and verify ---------------------------------------------------------------------


def test_info_tells_what_a_store_holds(kg_run: Run, place: Path) -> None:
    done = kg_run("store", "info", "--store", place)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{place}: 4 articles, ")
    assert done.out.endswith("on disk, format 1\n")


def test_info_and_the_others_need_a_store(kg_run: Run, tmp_path: Path) -> None:
    for verb in ("info", "verify", "compact"):
        done = kg_run("store", verb, "--store", tmp_path / "none")
        assert (done.code, done.out) == (4, "")
        assert "no store at" in done.err
    assert kg_run("store", "backup", tmp_path / "b", "--store", tmp_path / "none").code == 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("size", "told"), [(1, "1 byte"), (999, "999 bytes"), (1500, "1.5 kB"), (73 * 10**6, "73 MB")]
)
def test_sizes_are_told_as_people_read_them(size: int, told: str) -> None:
    from kg.commands.stores import _size

    assert _size(size) == told


def test_verify_passes_a_whole_store(kg_run: Run, place: Path) -> None:
    done = kg_run("store", "verify", "--store", place)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{place}: whole, 4 articles with ")


def damage(quads: str, old: str, new: str) -> str:
    assert old in quads
    return quads.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("N. P. Patrushev", "N. P. Petrushev", "the passage "),
        ('#sha256> "', '#sha256> "0', "its text is not the one that its SHA-256 was taken of"),
        ("ontology#Article> <", "ontology#Country> <", "0 articles in its graph"),
    ],
)
def test_verify_tells_an_article_that_is_not_whole(
    kg_run: Run, tmp_path: Path, old: str, new: str, told: str
) -> None:
    quads = samples.seed_quads()
    lines = [
        line if "ontology#text>" in line else line.replace(old, new)
        for line in quads.splitlines(keepends=True)
    ]
    fill(tmp_path / "s", damage(quads, old, old) and "".join(lines))
    done = kg_run("store", "verify", "--store", tmp_path / "s")
    assert done.code == 1
    assert f"{SEED}: " in done.out
    assert told in done.out
    assert " fault" in done.out.splitlines()[-1]


def test_verify_tells_a_merged_view_that_has_too_much_or_too_little(place: Path) -> None:
    import pyoxigraph as ox

    graph = namespaces.graph(SEED)
    data = ox.Store(str(place / folders.DATA))
    quad = next(iter(data.quads_for_pattern(None, None, None, ox.NamedNode(graph))))
    data.remove(ox.Quad(quad.subject, quad.predicate, quad.object))
    data.add(ox.Quad(quad.subject, quad.predicate, ox.Literal("made up")))
    data.flush()
    del data
    with Store(place, read_only=True) as store:
        missing, more = upkeep.verify(store)
    assert missing == f"{SEED}: 1 of its statements are missing in the merged view"
    assert more.startswith("the merged view has a statement that no article makes: ")


# --- compact, backup, restore --------------------------------------------------------------


def test_compact_keeps_every_statement_and_lets_old_files_go(kg_run: Run, place: Path) -> None:
    (place / "data.7").mkdir()  # what a killed compaction may leave
    (place / "data.7" / "000001.sst").write_bytes(b"x" * 10**6)
    before = content(place)
    done = kg_run("store", "compact", "--store", place)
    assert (done.code, done.err) == (0, "")
    assert " before, " in done.out
    assert content(place) == before
    assert sorted(entry.name for entry in place.iterdir()) == ["data.8", "readout.json"]
    assert fill(place, samples.all_quads()[4]) == place
    assert upkeep.compact(place).after > 0
    assert len(content(place)) > len(before)


def test_compact_waits_for_no_writer(kg_run: Run, place: Path) -> None:
    with Store(place):
        done = kg_run("store", "compact", "--store", place)
    assert done.code == 4
    assert "is being written by another process" in done.err


def test_a_compaction_that_fails_leaves_the_store_as_it_was(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(place)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "mark", fail)
    with pytest.raises(StoreError, match="No space left"):
        upkeep.compact(place)
    assert sorted(entry.name for entry in place.iterdir()) == ["data", "readout.json"]
    assert content(place) == before


def test_a_writer_that_comes_while_files_are_changed_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upkeep.compact(place)
    monkeypatch.setattr(folders, "make", lambda path: path / "data")
    with pytest.raises(engine.LockedError, match="just made anew"):
        Store(place)


def test_a_backup_is_a_store_and_can_be_restored(kg_run: Run, place: Path, tmp_path: Path) -> None:
    before, copy = content(place), tmp_path / "copies" / "monday"
    done = kg_run("store", "backup", copy, "--store", place)
    assert (done.code, done.err) == (0, "")
    assert content(copy) == before
    with Store(place) as store:
        store.remove(SEED)
    assert content(place) != before
    assert content(copy) == before
    refused = kg_run("store", "restore", copy, "--store", place)
    assert refused.code == 2
    assert "--force puts the backup in its place" in refused.err
    done = kg_run("store", "restore", copy, "--store", place, "--force")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"4 articles restored from {copy} to {place}\n"
    assert content(place) == before


def test_a_backup_is_restored_where_no_store_is(kg_run: Run, place: Path, tmp_path: Path) -> None:
    assert kg_run("store", "restore", place, "--store", tmp_path / "new").code == 0
    assert content(tmp_path / "new") == content(place)


def test_a_backup_beside_a_writer_is_of_the_moment(place: Path, tmp_path: Path) -> None:
    before = content(place)
    with Store(place) as store:
        upkeep.backup(place, tmp_path / "copy")
        store.remove(SEED)
    assert content(tmp_path / "copy") == before


def test_a_backup_writes_over_nothing(place: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(UsageError, match="is there already"):
        upkeep.backup(place, tmp_path / "letters")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="no backup can be made"):
        upkeep.backup(place, tmp_path / "file" / "copy")
    assert not [entry for entry in tmp_path.iterdir() if entry.name.endswith(".part")]


def test_what_is_no_store_is_not_restored(place: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    before = content(place)
    with pytest.raises(StoreError, match="no Readout store"):
        upkeep.restore(place, tmp_path / "letters", force=True)
    assert content(place) == before
