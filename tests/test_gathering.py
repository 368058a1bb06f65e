"""Shards brought together: what is missing or damaged is told, what is whole becomes a store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Done, Run
from shard_corpora import ORDINALS, here, make, planned, write

from kg.errors import InputError
from kg.shards import files, gathering, shard
from kg.shards.plan import Plan
from kg.store import Store
from kg.store.remote.loading import digest
from kg.store.remote.profiles import STAMPS


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a folder of seven articles below the working folder."""
    write(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    return "in"


@pytest.fixture
def corpus(articles: str) -> Plan:
    return planned()


@pytest.fixture
def made(corpus: Plan) -> Plan:
    return make(corpus)


# --- verifying -----------------------------------------------------------------------------


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def reword(path: Path) -> None:
    told = json.loads(path.read_text())
    path.write_text(json.dumps(told | {"version": "grammar 0.0.0 0"}))


def relist(path: Path) -> None:
    told = json.loads(path.read_text())
    path.write_text(json.dumps(told | {"list": "0"}))


@pytest.mark.parametrize(
    ("file", "harm", "told"),
    [
        ("00001.json", Path.unlink, "shard 00001 is missing: it was not made, or not to its end"),
        ("00001.nq.gz", Path.unlink, "shard 00001: 00001.nq.gz is missing"),
        ("00001.nq.gz", cut, "shard 00001: 00001.nq.gz has "),
        ("00001.nq.gz", flip, "shard 00001: 00001.nq.gz is damaged: its SHA-256 is another"),
        ("00001.report.jsonl", Path.unlink, "shard 00001: 00001.report.jsonl is missing"),
        ("00001.report.jsonl", flip, "shard 00001: 00001.report.jsonl is damaged"),
        ("00001.json", cut, "shard 00001: corpus/00001.json is no JSON"),
        ("00001.json", reword, "shard 00001 was made by grammar 0.0.0 0, the plan by grammar"),
        ("00001.json", relist, "shard 00001 was made of another list of articles"),
        ("00001.json", lambda path: path.write_text("[]"), "corpus/00001.json is no seal"),
    ],
)
def test_a_shard_that_is_missing_or_damaged_is_told(
    made: Plan, kg_run: Run, file: str, harm: Any, told: str
) -> None:
    assert list(gathering.verify(made)) == []
    harm(made.folder / file)
    faults = list(gathering.verify(made))
    assert len(faults) == 1 and told in faults[0]
    done = kg_run("shard", "gather", "corpus", "--store", "store")
    assert (done.code, done.out) == (1, "")
    assert "nothing was gathered" in done.err and told in done.err
    assert not Path("store").exists()
    again = kg_run("shard", "run", "corpus")
    assert again.code == 0
    assert [" whole already: " in line for line in again.out.splitlines()] == [True, False, True]
    assert kg_run("shard", "check", "corpus") == Done(0, "3 of 3 shards whole\n", "")


def test_a_list_that_was_damaged_makes_no_shard(corpus: Plan) -> None:
    flip(corpus.folder / "00000.articles.jsonl.gz")
    with pytest.raises(InputError, match=r"00000\.articles\.jsonl\.gz is damaged"):
        shard.run(corpus, corpus.shards[0], here)


def test_a_report_that_does_not_fit_is_not_gathered(made: Plan) -> None:
    """Files that agree with their seal, and not with each other, come from no run of ours."""
    seal = shard.read_seal(made, made.shards[0])
    lines = list(files.unpack(made.folder / seal.nquads.file))
    for kept, told in (
        (lines[1:], "statements of"),
        ([*lines, "<a> <b> <c> <urn:d> .\n"], "not tell"),
    ):
        files.save(made.folder / seal.nquads.file, kept)
        with pytest.raises(InputError, match=told):
            list(gathering.gather(made, Store.in_memory()))


# --- gathering -----------------------------------------------------------------------------


@pytest.fixture
def gathered(made: Plan, kg_run: Run) -> Done:
    return kg_run("shard", "gather", "corpus", "--store", "store")


def dump(path: str) -> str:
    with Store(path, read_only=True) as store:
        return store.export("nquads")


def test_gathered_shards_are_what_a_build_makes(gathered: Done, kg_run: Run) -> None:
    assert (gathered.code, gathered.err) == (0, "")
    assert gathered.out.startswith("3 shards gathered into store: 7 articles, ")
    kg_run("build", "in", "--store", "built")
    assert dump("store") == dump("built")
    with Store("store", read_only=True) as store, Store("built", read_only=True) as built:
        assert sorted(store.outlines()) == sorted(built.outlines())
        assert len(list(store.outlines())) == 7
    assert kg_run("store", "verify", "--store", "store").code == 0
    again = kg_run("build", "in", "--store", "store")
    assert again.out.endswith("0 articles built into store, 7 articles stored already\n")


@pytest.mark.parametrize("size", [1, 7])
def test_the_size_of_shards_makes_no_difference(gathered: Done, kg_run: Run, size: int) -> None:
    kg_run("shard", "plan", "in", "--to", "other", "--size", str(size))
    kg_run("shard", "run", "other")
    kg_run("shard", "gather", "other", "--store", "another")
    assert dump("store") == dump("another")
    for name in (gathering.JOINED, gathering.MERGED):
        assert Path("corpus", name).read_bytes() == Path("other", name).read_bytes()


def test_the_manifest_counts_and_sums(gathered: Done, made: Plan) -> None:
    told = json.loads((made.folder / gathering.MANIFEST).read_text())
    assert (told["articles"], told["stored"], told["failed"]) == (7, 7, 0)
    assert told["statements"] == sum(one["statements"] for one in told["shards"])
    sums = [files.Sum(**one[name]) for one in told["shards"] for name in ("nquads", "report")]
    sums += [files.Sum(**one) for one in told["over all"]]
    assert len(sums) == 8
    assert [files.fault(made.folder, one) for one in sums] == [None] * 8


def test_bulk_files_hold_what_a_server_is_loaded_with(gathered: Done, made: Plan) -> None:
    with Store("store", read_only=True) as store:
        view = {str(quad.triple) for quad in store.quads()}
        graphs = {
            g: tuple(sorted(f"{q.triple} .\n" for q in store.quads(g))) for g in store.graphs()
        }
    merged = list(files.unpack(made.folder / gathering.MERGED))
    assert merged == sorted(f"{triple} .\n" for triple in view)
    lines = list(files.unpack(made.folder / gathering.JOINED))
    assert lines == sorted(lines)
    stamps = [line for line in lines if line.endswith(f"<{STAMPS}> .\n")]
    assert len(stamps) == len(graphs)
    for stamp, (graph, own) in zip(stamps, sorted(graphs.items()), strict=True):
        assert stamp.startswith(f"<{graph}> ") and digest(own) in stamp
    joined = {line.split(" <")[-1].removesuffix("> .\n") for line in lines}
    assert joined == {STAMPS, *(graph for graph in graphs if not graph.endswith(ORDINALS))}


def test_joining_can_be_left_to_kg_link(made: Plan, kg_run: Run) -> None:
    done = kg_run("shard", "gather", "corpus", "--store", "store", "--no-link")
    assert done.code == 0
    lines = list(files.unpack(made.folder / gathering.JOINED))
    assert len(lines) == 7 and all(STAMPS in line for line in lines)


def test_failures_are_told_when_shards_are_gathered(articles: str, kg_run: Run) -> None:
    kg_run("shard", "plan", "in", "missing.txt", "--to", "corpus")
    ran = kg_run("shard", "run", "corpus")
    assert ran.code == 1
    assert "shard 00000 made: 8 articles, 1 failed, " in ran.out
    done = kg_run("shard", "gather", "corpus", "--store", "store")
    assert (done.code, "1 articles failed, 0 were refused" in done.err) == (1, True)
    assert "7 articles" in done.out
