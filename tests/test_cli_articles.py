"""`kg extract` and `kg build`: articles in, facts and stored graphs out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ARTICLE, SECOND, Run

from kg import codec, pipeline
from kg.model import Article, Facts
from kg.reading import read
from kg.store import Store

# --- extract ---------------------------------------------------------------------------


def test_extract_prints_the_facts_of_one_source_as_an_object(kg_run: Run) -> None:
    done = kg_run("extract", ARTICLE)
    assert (done.code, done.err) == (0, "")
    assert done.out == codec.dumps(pipeline.extract(read(str(ARTICLE)))) + "\n"


def test_extract_prints_several_sources_a_line_each(kg_run: Run, second: Path) -> None:
    done = kg_run("extract", ARTICLE, second)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["id"] for row in rows] == ["sco-tashkent-2016", "valletta"]
    assert rows[1]["meetings"][0]["evidence"][0]["quote"] in SECOND


def test_extract_reads_a_folder_and_standard_input(kg_run: Run, second: Path) -> None:
    by_folder = json.loads(kg_run("extract", second.parent).out)
    by_stdin = json.loads(kg_run("extract", "-", stdin=SECOND.encode()).out)
    assert by_folder["id"] == "valletta"
    assert by_stdin["id"].startswith("text-")
    assert by_stdin["meetings"] == by_folder["meetings"]


def test_extract_writes_a_file_for_each_source(kg_run: Run, second: Path, tmp_path: Path) -> None:
    done = kg_run("extract", "-d", tmp_path / "new" / "facts", ARTICLE, second)
    assert (done.code, done.out) == (0, "")
    names = sorted(file.name for file in (tmp_path / "new" / "facts").iterdir())
    assert names == ["sco-tashkent-2016.json", "valletta.json"]
    whole = kg_run("extract", ARTICLE).out
    assert (tmp_path / "new" / "facts" / names[0]).read_text("utf-8") == whole


def test_extract_writes_one_file_for_all(kg_run: Run, second: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    done = kg_run("extract", ARTICLE, second, "-o", target)
    assert (done.code, done.out) == (0, "")
    assert target.read_text("utf-8") == kg_run("extract", ARTICLE, second).out


def test_extract_takes_one_place_to_write_to(kg_run: Run) -> None:
    assert kg_run("extract", "-d", "x", "-o", "y", ARTICLE).code == 2


def test_extract_in_two_processes_prints_the_same(kg_run: Run, second: Path) -> None:
    one = kg_run("extract", ARTICLE, "missing.txt", second)
    two = kg_run("extract", "-j", "2", ARTICLE, "missing.txt", second)
    assert one == two
    assert one.code == 3


def test_extract_goes_on_past_what_cannot_be_read(kg_run: Run, second: Path) -> None:
    done = kg_run("extract", "missing.txt", second)
    assert done.code == 3
    assert json.loads(done.out)["id"] == "valletta"
    first, last = done.err.splitlines()
    assert first.startswith("kg: missing.txt: no such file")
    assert last == "kg: 1 of 2 sources failed"


def test_extract_says_so_where_no_meeting_is_told_of(kg_run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("The price of barley rose a little.\n")
    done = kg_run("extract", plain)
    assert done.code == 0
    assert json.loads(done.out)["meetings"] == []
    assert done.err == "kg: plain: no meeting is told of in it\n"


# --- build -----------------------------------------------------------------------------


def test_build_reports_facts_by_kind_and_what_is_stored(kg_run: Run, tmp_path: Path) -> None:
    done = kg_run("build", ARTICLE, "--store", tmp_path / "store")
    assert (done.code, done.err) == (0, "")
    name, counts, verdict, stored, last = done.out.splitlines()
    assert name == "sco-tashkent-2016"
    assert counts.startswith("  2 meetings, ")
    assert verdict.startswith("  conforms: 0 violations")
    assert stored.startswith("  stored: ")
    assert last == f"1 article built into {tmp_path / 'store'}"


def test_build_twice_changes_nothing(kg_run: Run, tmp_path: Path) -> None:
    kg_run("build", ARTICLE, "--store", tmp_path / "store")
    before = kg_run("export", "-f", "nquads", "--store", tmp_path / "store").out
    again = kg_run("build", ARTICLE, "--store", tmp_path / "store")
    assert "  stored already, not read again" in again.out
    forced = kg_run("build", ARTICLE, "--force", "--store", tmp_path / "store")
    assert "  stored already, nothing changed" in forced.out
    assert kg_run("export", "-f", "nquads", "--store", tmp_path / "store").out == before


def test_build_replaces_what_was_stored_of_an_article(
    kg_run: Run, second: Path, tmp_path: Path
) -> None:
    kg_run("build", second, "--store", tmp_path / "store")
    second.write_text(SECOND.replace("Valletta", "Sliema"), "utf-8")
    again = kg_run("build", second, "--store", tmp_path / "store")
    assert "taken out" in again.out
    whole = kg_run("export", "--store", tmp_path / "store").out
    assert "Sliema" in whole
    assert "Valletta" not in whole


def test_build_in_two_processes_stores_the_same(kg_run: Run, second: Path, tmp_path: Path) -> None:
    one = kg_run("build", ARTICLE, second, "--store", tmp_path / "one")
    two = kg_run("build", second, ARTICLE, "-j", "2", "--store", tmp_path / "two")
    assert one.out.splitlines()[-1].startswith("2 articles built")
    assert (one.code, two.code) == (0, 0)
    exports = [kg_run("export", "-f", "trig", "-s", tmp_path / n).out for n in ("one", "two")]
    assert exports[0] == exports[1]


def test_build_takes_its_store_from_the_environment(
    kg_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_STORE", str(tmp_path / "mine"))
    assert kg_run("build", ARTICLE).out.endswith(f"built into {tmp_path / 'mine'}\n")
    assert kg_run("query", "counts").code == 0


def test_build_stores_an_article_without_a_meeting_and_says_so(kg_run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("The price of barley rose a little.\n")
    done = kg_run("build", plain, "--store", tmp_path / "store")
    assert done.code == 0
    assert "  no meeting is told of in it" in done.out
    assert "  stored: " in done.out


@pytest.fixture
def backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let extraction find meetings that end before they begin."""
    honest: Callable[[Article], Facts] = pipeline.extract

    def extract(article: Article) -> Facts:
        found = honest(article)
        return replace(found, meetings=tuple(replace(m, end="1999-01-01") for m in found.meetings))

    monkeypatch.setattr(pipeline, "extract", extract)


@pytest.mark.usefixtures("backwards")
def test_build_refuses_a_graph_that_violates_the_shapes(
    kg_run: Run, store: Path, tmp_path: Path
) -> None:
    done = kg_run("build", ARTICLE, "--store", tmp_path / "store")
    assert done.code == 1
    assert "  refused: meeting “" in done.out
    assert done.out.endswith(f"0 articles built into {tmp_path / 'store'}, 1 article refused\n")
    with Store(tmp_path / "store", read_only=True) as place:
        assert place.articles() == ()


def test_build_keeps_what_is_stored_where_the_new_graph_is_refused(
    kg_run: Run, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kg_run("build", ARTICLE, "--store", tmp_path / "store")
    before = kg_run("export", "--store", tmp_path / "store").out
    request.getfixturevalue("backwards")
    assert kg_run("build", ARTICLE, "--force", "--store", tmp_path / "store").code == 1
    assert kg_run("export", "--store", tmp_path / "store").out == before


def test_build_tells_a_few_violations_and_counts_the_rest() -> None:
    from kg.commands.build import SHOWN, _violations
    from kg.validation.report import Report, Result

    fault = Result("violation", "x", "act", None, None, "c", "s", "is wrong", "is right", "a", "q")
    many = Report((fault,) * (SHOWN + 2), 1, 9)
    assert _violations(many)[0] == "  refused: act: is wrong, “q”"
    assert _violations(many)[-1] == "  and 2 violations more"
    assert len(_violations(Report((fault,), 1, 9))) == 1
