"""Shards: pure jobs whose bytes are the same wherever they ran, sealed, verified and gathered."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from conftest import Done, Run
from shard_corpora import ORDINALS, TEXT, here, make, planned, write

from kg import batch
from kg.errors import InputError, KgError, StoreError, UsageError
from kg.shards import cluster, files, plan, shard
from kg.shards.plan import Plan


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


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def contents(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


# --- the plan ------------------------------------------------------------------------------


def test_a_plan_cuts_the_articles(corpus: Plan) -> None:
    assert [(one.name, one.articles) for one in corpus.shards] == [
        ("00000", 3),
        ("00001", 3),
        ("00002", 1),
    ]
    assert plan.read(Path("corpus")) == corpus
    listed = [e for one in corpus.shards for e in plan.entries(corpus, one)]
    assert [entry.name for entry in listed] == [f"in/{nth}.txt" for nth in sorted(ORDINALS)]
    assert all(entry.sha256 for entry in listed)


def test_a_plan_is_the_same_wherever_it_is_made(corpus: Plan, tmp_path: Path) -> None:
    again = plan.make(["in"], tmp_path / "again", 3, shard.version())
    assert contents(tmp_path / "again") == contents(corpus.folder)
    assert again.shards == corpus.shards


def test_rows_of_a_table_are_in_the_plan(articles: str) -> None:
    rows = [{"text": TEXT.format(day=9, nth="ninth"), "url": "https://example.org/9"}]
    Path("table.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    corpus = plan.make(["table.jsonl"], Path("corpus"), 10, shard.version())
    Path("table.jsonl").unlink()  # the shard needs nothing but its list
    seal = shard.run(corpus, corpus.shards[0], here)
    assert (seal.stored, seal.failed) == (1, 0)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("https://example.org/a.html", "an address is no fixed input: save it to a file"),
        ("missing.txt", "no such file"),
    ],
)
def test_what_is_no_fixed_input_is_a_failure_of_its_shard(
    articles: str, source: str, told: str
) -> None:
    corpus = plan.make([source, articles], Path("corpus"), 10, shard.version())
    seal = shard.run(corpus, corpus.shards[0], here)
    assert (seal.articles, seal.stored, seal.failed) == (8, 7, 1)
    row = json.loads(Path("corpus/00000.report.jsonl").read_text("utf-8").splitlines()[0])
    assert (row["outcome"], row["source"], told in row["error"]) == ("failed", source, True)


def test_a_plan_is_not_written_over(corpus: Plan) -> None:
    with pytest.raises(UsageError, match="corpus has a plan already"):
        plan.make(["in"], corpus.folder, 3, shard.version())


@pytest.mark.parametrize(("name", "found"), [("0", "00000"), ("2", "00002"), ("00001", "00001")])
def test_a_shard_has_a_name_and_a_number(corpus: Plan, name: str, found: str) -> None:
    assert corpus.shard(name).name == found


@pytest.mark.parametrize("name", ["3", "-1", "last", "00003", ""])
def test_an_unknown_shard_is_told(corpus: Plan, name: str) -> None:
    with pytest.raises(UsageError, match="the plan has 00000 to 00002"):
        corpus.shard(name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "is no JSON"),
        ("[]", "is no plan"),
        ('{"format": 9, "version": "x", "shards": []}', "has format 9; this version reads 1"),
        ('{"format": 1, "version": "x", "shards": [{}]}', "is no plan"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / plan.FILE).write_text(text)
    with pytest.raises(InputError, match=told):
        plan.read(tmp_path)


def test_no_plan_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="`kg shard plan SOURCE"):
        plan.read(tmp_path)


# --- a shard -------------------------------------------------------------------------------


def test_a_shard_is_sorted_quads_a_report_and_a_seal(made: Plan) -> None:
    seal = shard.read_seal(made, made.shards[0])
    lines = list(files.unpack(made.folder / "00000.nq.gz"))
    assert lines == sorted(lines)
    assert len(lines) == len(set(lines)) == seal.statements > 0
    rows = [json.loads(line) for line in files.unpack(made.folder / "00000.report.jsonl")]
    assert [row["source"] for row in rows] == ["in/fifth.txt", "in/first.txt", "in/fourth.txt"]
    assert {row["outcome"] for row in rows} == {"stored"}
    assert sum(row["statement"] for row in rows) == seal.statements
    assert all(row["meeting"] == 1 and row["warnings"] >= 0 for row in rows)
    assert seal.nquads.content == sha256("".join(lines).encode()).hexdigest()
    assert (seal.articles, seal.stored, seal.refused, seal.failed) == (3, 3, 0, 0)


def test_no_time_and_no_name_is_packed_with_a_shard(made: Plan) -> None:
    head = (made.folder / "00000.nq.gz").read_bytes()[:10]
    assert head[:3] == b"\x1f\x8b\x08"
    assert head[3] == 0, "no name"
    assert head[4:8] == bytes(4), "no time"


def test_a_shard_has_the_same_bytes_in_two_processes(
    made: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    shutil.copytree("in", other / "in")
    monkeypatch.chdir(other)
    again = plan.make(["in"], Path("corpus"), 3, shard.version())
    shard.run(again, again.shards[2], here)
    shard.run(again, again.shards[1], here)
    shard.run(again, again.shards[0], partial(batch.each, shard.make, jobs=2))
    assert contents(Path("corpus")) == contents(tmp_path / made.folder)


def test_an_article_that_is_not_as_planned_seals_nothing(corpus: Plan) -> None:
    Path("in/fifth.txt").write_text("Another text.\n")
    Path("in/first.txt").unlink()
    told = r"shard 00000 is not sealed: in/fifth.txt: its bytes are not those .* \(and 1 more\)"
    with pytest.raises(InputError, match=told):
        shard.run(corpus, corpus.shards[0], here)
    assert "00000.json" not in names(corpus.folder)
    assert shard.run(corpus, corpus.shards[1], here).stored == 3


def test_a_graph_that_breaks_the_shapes_is_not_in_a_shard(
    corpus: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(entries: Any) -> Iterator[batch.Outcome[shard.Made]]:
        for entry in entries:
            row = {"source": entry.name, "outcome": "refused", "violations": ["a: b"]}
            yield batch.Outcome(shard.Made("", row))

    seal = shard.run(corpus, corpus.shards[0], refuse)
    assert (seal.stored, seal.refused, seal.statements) == (0, 3, 0)
    assert gzip.decompress((corpus.folder / "00000.nq.gz").read_bytes()) == b""


def test_what_cannot_be_written_is_told(corpus: Plan) -> None:
    (corpus.folder / "00000.nq.gz").mkdir()
    with pytest.raises(StoreError, match=r"00000\.nq\.gz cannot be written"):
        shard.run(corpus, corpus.shards[0], here)
    assert [name for name in names(corpus.folder) if "part" in name] == []


# --- the command ---------------------------------------------------------------------------


def test_shards_are_made_by_number(corpus: Plan, kg_run: Run) -> None:
    done = kg_run("shard", "run", "corpus", "2", "00000")
    assert [line.split(":")[0] for line in done.out.splitlines()] == [
        "shard 00002 made",
        "shard 00000 made",
    ]
    check = kg_run("shard", "check", "corpus")
    told = "shard 00001 is missing: it was not made, or not to its end\n2 of 3 shards whole\n"
    assert check == Done(1, told, "")
    assert "whole already" in kg_run("shard", "run", "corpus", "0").out
    assert "made" in kg_run("shard", "run", "corpus", "0", "--force").out


def test_a_plan_of_another_version_is_not_carried_out(corpus: Plan, kg_run: Run) -> None:
    file = corpus.folder / plan.FILE
    file.write_text(file.read_text().replace(shard.version(), "grammar 0.0.0 0"))
    done = kg_run("shard", "run", "corpus")
    assert (done.code, done.out) == (2, "")
    assert "the plan is of grammar 0.0.0 0, this is grammar" in done.err


def test_the_same_engine_works_for_builds_and_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(cluster, "spread", lambda work, inputs, address: asked.append(address))
    assert [o.value for o in cluster.each(str, [1, 2])] == ["1", "2"]
    cluster.each(str, [1, 2], 1, "tcp://h:1")
    assert asked == ["tcp://h:1"]


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch, kg_run: Run, articles: str) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    done = kg_run("build", "in", "--store", "store", "--dask", "nonsense://127.0.0.1:9")
    assert (done.code, "no Dask scheduler answers at nonsense" in done.err) == (4, True)


# --- files ---------------------------------------------------------------------------------


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_lines_are_sorted_beyond_memory(most: int) -> None:
    lines = [f"{number * 7919 % 101:03}\n" for number in range(101)]
    assert list(files.sort(lines, most)) == sorted(lines)
    assert list(files.sort([], most)) == []


@pytest.mark.parametrize("name", ["a.txt", "a.nq.gz"])
def test_a_file_is_there_whole_or_as_it_was(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    files.save(path, ["one\n"])

    def broken() -> Iterator[str]:
        yield "two\n"
        raise KgError("no more")

    with pytest.raises(KgError, match="no more"):
        files.save(path, broken())
    assert list(files.unpack(path)) == ["one\n"]
    assert names(tmp_path) == [name]


def test_what_cannot_be_unpacked_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    for data in (b"no gzip", gzip.compress(b"a\n" * 1000)[:-9], gzip.compress(b"\xff\n")):
        path.write_bytes(data)
        with pytest.raises(InputError, match=r"a\.gz cannot be read"):
            list(files.unpack(path))
    with pytest.raises(InputError, match="cannot be read: No such file"):
        list(files.unpack(tmp_path / "missing"))
