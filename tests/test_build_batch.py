"""`kg build` over many articles: begun again, reported, in several processes, past what fails."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ARTICLE, SECOND, Run

from bench import corpus
from kg import batch, console, pipeline, resources
from kg.commands import build
from kg.commands.build import Task, work
from kg.errors import InputError, KgError
from kg.reading import read, sources
from kg.reading.sources import Source
from kg.store import Store

TABLE = "corpus.jsonl"
ROW = {"text": "a"}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    corpus.write(tmp_path / TABLE, 6)
    return tmp_path / TABLE


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def outcomes(path: Path) -> list[str]:
    return [row["outcome"] for row in rows(path)]


# --- in batches ----------------------------------------------------------------------------


def mixture(folder: Path, table: Path) -> Path:
    """A folder of articles that are stored, cannot be read, or bear an id again."""
    folder.mkdir()
    (folder / "a.txt").write_text(SECOND, "utf-8")
    (folder / "b.txt").write_bytes(b"\xff\xfe\x00bad")
    (folder / "c.jsonl").write_text(table.read_text("utf-8"), "utf-8")
    first = table.read_text("utf-8").splitlines(True)[0]
    (folder / "d.jsonl").write_text(first.replace("Ministers", "Envoys"), "utf-8")
    return folder


def test_what_is_told_and_stored_does_not_depend_on_the_batch(
    kg_run: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = mixture(tmp_path / "mixed", table)
    told = set()
    for size in (1, 2, 3, 100):
        monkeypatch.setattr(build, "BATCH", size)
        store, report = tmp_path / "store", tmp_path / "report.jsonl"
        done = kg_run("build", folder, "-s", store, "--report", report)
        exported = kg_run("export", "-s", store, "-f", "nquads").out
        told.add((done, report.read_text("utf-8"), exported))
        shutil.rmtree(store)
    assert len(told) == 1
    [(done, report_text, _)] = told
    assert done.code == 1
    assert [json.loads(line)["outcome"] for line in report_text.splitlines()] == [
        *("stored", "failed"),
        *["stored"] * 6,
        "failed",
    ]


def test_what_is_done_is_stored_when_somebody_ends_the_build(
    kg_run: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    def extract(source: Source, engine: str | None = None) -> object:
        begun.append(source)
        if len(begun) == 4:
            raise KeyboardInterrupt
        return pipeline.build(read(source), engine)

    monkeypatch.setattr(pipeline, "build_source", extract)
    done = kg_run("build", table, "-s", tmp_path / "store")
    assert done.code == 130
    assert done.out.count("  stored: ") == 3
    with Store(tmp_path / "store", read_only=True) as store:
        assert len(store.articles()) == 3


# --- begun again ---------------------------------------------------------------------------


def test_a_build_goes_on_where_it_was(kg_run: Run, table: Path, tmp_path: Path) -> None:
    lines = table.read_text("utf-8").splitlines(True)
    (tmp_path / "half.jsonl").write_text("".join(lines[:4]), "utf-8")
    store, report = tmp_path / "store", tmp_path / "report.jsonl"
    kg_run("build", tmp_path / "half.jsonl", "-s", store)
    done = kg_run("build", table, "-s", store, "--report", report)
    assert (done.code, done.err) == (0, "")
    assert outcomes(report) == ["unchanged"] * 4 + ["stored"] * 2
    assert done.out.endswith(f"2 articles built into {store}, 4 articles stored already\n")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text, "unchanged"),
        (lambda text: text.replace("Valletta", "Sliema"), "stored"),
        (lambda text: text + "\n", "stored"),
    ],
)
def test_other_bytes_are_read_again(
    kg_run: Run, second: Path, tmp_path: Path, change: Any, expected: str
) -> None:
    store, report = tmp_path / "store", tmp_path / "report.jsonl"
    kg_run("build", second, "-s", store)
    second.write_text(change(SECOND), "utf-8")
    kg_run("build", second, "-s", store, "--report", report)
    assert outcomes(report) == [expected]


def test_another_version_reads_again(
    kg_run: Run, second: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, report = tmp_path / "store", tmp_path / "report.jsonl"
    kg_run("build", second, "-s", store)
    monkeypatch.setattr(resources, "fingerprint", lambda: "of other word lists")
    for expected in ("stored", "unchanged"):
        kg_run("build", second, "-s", store, "--report", report)
        assert outcomes(report) == [expected]
    kg_run("build", second, "-s", store, "--report", report, "--force")
    assert outcomes(report) == ["stored"]
    assert rows(report)[0]["added"] == rows(report)[0]["removed"] == 0


def test_what_was_put_by_other_hands_or_taken_out_is_read_again(
    kg_run: Run, second: Path, tmp_path: Path
) -> None:
    store, report = tmp_path / "store", tmp_path / "report.jsonl"
    kg_run("build", second, "-s", store)
    with Store(store) as place:
        graph = place.article("valletta").graph
        assert place.stamp(graph)
        place.put(f'<http://e/s> <http://e/p> "o" <{graph}> .\n')
        assert place.stamp(graph) is None
    kg_run("build", second, "-s", store, "--report", report)
    with Store(store) as place:
        place.remove("valletta")
        assert place.stamp(graph) is None
        assert graph not in place.graphs()
    kg_run("build", second, "-s", store, "--report", report)
    assert outcomes(report) == ["stored"]


def test_an_article_from_standard_input_is_read_each_time(kg_run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        done = kg_run("build", "-", "-s", tmp_path / "store", stdin=SECOND.encode())
        assert done.code == 0
        assert "not read again" not in done.out


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            Source("a", "x", "record", {"text": "a"}),
            Source("b", "y", "record", {"text": "a"}),
            True,
        ),
        (
            Source("a", "x", "record", {"text": "a"}),
            Source("a", "x", "record", {"text": "b"}),
            False,
        ),
        (Source("a", "x", "stdin", data=b"a"), Source("a", "x", "stdin", data=b"a"), True),
        (Source("a", "x", "stdin", data=b"a"), Source("a", "x", "stdin", data=b"b"), False),
        (Source("", None, "stdin", data=b"a"), Source("", "x", "record", {"text": "a"}), False),
    ],
)
def test_a_digest_is_of_bytes_and_of_how_they_are_read(
    one: Source, other: Source, same: bool
) -> None:
    assert (sources.digest(one) == sources.digest(other)) is same


def test_a_digest_of_files_tells_pages_from_texts(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.html"):
        (tmp_path / name).write_text("same")
    digests = [sources.digest(source) for source in sources.expand([str(tmp_path)])]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize(
    "source",
    [
        Source("https://e.example/", "x", "address"),
        Source("missing.txt", "missing", "file"),
        Source("x", "x", "file", fault="no such file"),
    ],
)
def test_what_cannot_be_known_before_it_is_read_has_no_digest(source: Source) -> None:
    assert sources.digest(source) is None


def test_the_fingerprint_is_of_what_facts_depend_on(monkeypatch: pytest.MonkeyPatch) -> None:
    own = resources.fingerprint()
    assert len(own) == 12
    resources.fingerprint.cache_clear()
    honest = Path.read_bytes

    def changed(path: Path) -> bytes:
        return honest(path) + (b"#" if path.name == "countries.tsv" else b"")

    monkeypatch.setattr(Path, "read_bytes", changed)
    assert resources.fingerprint() != own
    resources.fingerprint.cache_clear()


# --- reported ------------------------------------------------------------------------------


def test_the_report_has_a_line_for_each_article(kg_run: Run, second: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    report = tmp_path / "report.jsonl"
    done = kg_run(
        "build", second, "missing.txt", tmp_path / "empty.txt", ARTICLE,
        "-s", tmp_path / "s", "--report", report,
    )  # fmt: skip
    assert done.code == 1
    one, two, three, four = rows(report)
    assert one | {"added": 0} == {
        "source": str(second), "article": "valletta", "outcome": "stored", "meeting": 1,
        "person": 0, "office": 0, "participant": 2, "instrument": 0, "action": 0, "topic": 0,
        "warnings": one["warnings"], "added": 0, "removed": 0,
    }  # fmt: skip
    assert two["outcome"] == three["outcome"] == "failed"
    assert "no such file" in two["error"]
    assert four["article"] == "sco-tashkent-2016"
    *_, first, second_last, last = done.err.splitlines()
    assert "missing.txt: no such file" in first
    assert "empty.txt: empty" in second_last
    assert last == "kg: 2 of 4 sources failed"


def test_the_report_is_the_same_from_any_number_of_processes(
    kg_run: Run, table: Path, tmp_path: Path
) -> None:
    reports, exports = [], []
    for jobs in (1, 2):
        report, store = tmp_path / f"{jobs}.jsonl", tmp_path / str(jobs)
        done = kg_run("build", table, "missing.txt", "-j", jobs, "-s", store, "--report", report)
        assert done.code == 1
        reports.append(report.read_text("utf-8"))
        exports.append(kg_run("export", "-f", "nquads", "-s", store).out)
    assert reports[0] == reports[1]
    assert exports[0] == exports[1]


def test_a_report_that_cannot_be_written_is_told_before_the_work(
    kg_run: Run, second: Path, tmp_path: Path
) -> None:
    done = kg_run("build", second, "-s", tmp_path / "s", "--report", tmp_path / "no" / "r.jsonl")
    assert (done.code, done.out) == (3, "")
    assert not (tmp_path / "s").exists()


def test_more_failures_than_are_kept_are_counted(
    kg_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.commands import build

    monkeypatch.setattr(build, "KEPT", 2)
    done = kg_run("build", "a.txt", "b.txt", "c.txt", "d.txt", "-s", tmp_path / "s")
    assert done.code == 3
    assert done.err.splitlines()[2:] == ["kg: and 2 more", "kg: 4 of 4 sources failed"]


# --- progress ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "total", "seconds", "told"),
    [
        (1, None, 0.1, "1 done "),
        (1, 20, 0.1, "1 of 20 done "),
        (120, 2000, 10, "120 of 2,000 done, 12 a second, 3 min left "),
        (5, 2000, 20, "5 of 2,000 done, 15 a minute, 2 h left "),
        (1990, 2000, 100, "1,990 of 2,000 done, 20 a second, 1 s left "),
        (2000, 2000, 100, "2,000 of 2,000 done, 20 a second "),
        (7, None, 3.5, "7 done, 2 a second "),
    ],
)
def test_progress_tells_rate_and_time_left(
    done: int, total: int | None, seconds: float, told: str
) -> None:
    assert console._progress(done, total, seconds) == told


def test_sources_are_counted_for_the_time_left(table: Path, second: Path) -> None:
    assert sources.count([str(table), str(second), "-"]) == 8
    assert sources.count([str(table.parent)]) == 7
    assert sources.count([str(table.parent / "*.txt")]) == 1


def test_a_terminal_sees_the_progress(
    kg_run: Run, second: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kg_run("build", second, "-s", tmp_path / "a").err == ""
    monkeypatch.setattr(console, "is_watched", lambda: True)
    assert "1 of 1 done" in kg_run("build", second, "-s", tmp_path / "b").err


# --- processes -----------------------------------------------------------------------------


def end(item: int) -> int:
    """Work that ends its process over one of its inputs, and refuses another."""
    if item == 3:
        os._exit(9)
    if item == 5:
        raise InputError("five is refused")
    return item * item


@pytest.mark.skipif(sys.platform == "win32", reason="processes start slowly there")
def test_a_process_that_ends_costs_its_own_input_alone() -> None:
    found = list(batch.each(end, range(20), jobs=2))
    assert [o.value for o in found] == [n * n if n not in (3, 5) else None for n in range(20)]
    assert str(found[3].error) == "3: its process ended over it"
    assert isinstance(found[5].error, InputError)


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_more_inputs_are_taken_than_keep_the_processes_busy(jobs: int) -> None:
    taken: list[int] = []

    def inputs() -> Any:
        for number in range(100):
            taken.append(number)
            yield number

    outcomes = batch.each(abs, inputs(), jobs)
    for number in range(10):
        assert next(outcomes).value == number
        assert len(taken) <= number + 1 + batch.AHEAD * jobs
    outcomes.close()  # type: ignore[attr-defined]  # a generator


def test_a_known_task_costs_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("missing.txt", "missing", "file")
    assert work(Task(source, "stamp", known=True)) is None
    with pytest.raises(KgError, match="No such file"):
        work(Task(source, "stamp", known=False))


# --- the corpus that is measured on ----------------------------------------------------------


def test_the_corpus_is_the_same_each_time_and_of_any_size(tmp_path: Path) -> None:
    small, large = list(corpus.samples(3)), list(corpus.samples(5))
    assert large[:3] == small
    assert [sample.article.id for sample in large] == [f"sample-5-00000{n}" for n in range(5)]
    assert next(corpus.samples(1, seed=6)) != small[0]
    corpus.write(tmp_path / "t.jsonl", 2)
    text = (tmp_path / "t.jsonl").read_text("utf-8")
    corpus.write(tmp_path / "t.jsonl", 5)  # what is there is kept
    assert (tmp_path / "t.jsonl").read_text("utf-8") == text
    assert [source.id for source in sources.expand([str(tmp_path / "t.jsonl")])] == [
        sample.article.id for sample in small[:2]
    ]


def test_the_corpus_states_the_facts_that_are_known_of_it() -> None:
    found = wanted = right = 0
    for sample in corpus.samples(20):
        facts = pipeline.extract(sample.article)
        own = {(p.person, p.party) for p in facts.participants}
        own |= {(i.name, i.kind, a.action) for i in facts.instruments for a in i.actions}
        known = {(p["person"], p["party"]) for p in sample.known["participants"]}
        known |= {
            (i["name"], i["kind"], a["action"])
            for i in sample.known["instruments"]
            for a in i["actions"]
        }
        found, wanted, right = found + len(own), wanted + len(known), right + len(own & known)
    assert right / found > 0.9
    assert right / wanted > 0.9


def test_the_article_of_the_project_is_read_as_any_other() -> None:
    assert read(str(ARTICLE)).id == "sco-tashkent-2016"
