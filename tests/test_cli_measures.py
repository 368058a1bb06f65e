"""`kg coverage` and `kg evaluate`: how a user judges recall and trust."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ARTICLE, Run

CORPUS = Path(__file__).parent / "corpus"

CANCELLED = (
    "OSLO, 3 May 2019 - The third round of consultations between Norway and Iceland was cancelled."
    " A fourth round of consultations was held in Bergen on 2 May 2019.\n"
)


@pytest.fixture
def folders(kg_run: Run, tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder of gold and one of facts in which a name and a topic are off."""
    gold, found = tmp_path / "gold", tmp_path / "found"
    kg_run("extract", ARTICLE, "-d", gold)
    kg_run("extract", ARTICLE, "-d", found)
    file = found / f"{ARTICLE.stem}.json"
    facts = json.loads(file.read_text("utf-8"))
    facts["persons"][0]["name"] = "Somebody Else"
    facts["topics"].pop()
    file.write_text(json.dumps(facts), "utf-8")
    return gold, found


# --- coverage ------------------------------------------------------------------------------


def test_coverage_counts_and_lists_what_was_not_read(kg_run: Run) -> None:
    done = kg_run("coverage", ARTICLE)
    assert done.code == 0
    first, *rest = done.out.splitlines()
    assert first.endswith("sentences read")
    assert any("According to the mutual opinion" in line for line in rest)
    assert not any("Patrushev" in line for line in rest)


def test_coverage_gives_offsets_that_replay(kg_run: Run) -> None:
    found = json.loads(kg_run("coverage", ARTICLE, "--format", "json").out)
    text = ARTICLE.read_text("utf-8")
    gaps = [gap["passage"] for kind in ("silent", "names", "dropped") for gap in found[kind]]
    assert gaps
    assert all(text[gap["start"] : gap["end"]] == gap["quote"] for gap in gaps)
    assert found["read"] == found["sentences"] - len(found["silent"])


def test_coverage_says_why_a_candidate_was_dropped(kg_run: Run) -> None:
    done = kg_run("coverage", "-", "--format", "json", stdin=CANCELLED.encode())
    dropped = {gap["passage"]["quote"]: gap["reason"] for gap in json.loads(done.out)["dropped"]}
    assert list(dropped.values()) == ["its clause denies it"]
    assert next(iter(dropped)).startswith("third round of consultations")


def test_coverage_of_several_is_one_object_a_line(kg_run: Run, second: Path) -> None:
    lines = kg_run("coverage", ARTICLE, second, "--format", "json").out.splitlines()
    assert [json.loads(line)["article"] for line in lines] == [ARTICLE.stem, second.stem]


def test_coverage_goes_on_past_what_cannot_be_read(kg_run: Run, second: Path) -> None:
    done = kg_run("coverage", "missing.txt", second)
    assert done.code == 3
    assert "missing.txt" in done.err
    assert done.out.startswith(second.stem)


# --- evaluate ------------------------------------------------------------------------------


def test_evaluate_finds_what_differs(kg_run: Run, folders: tuple[Path, Path]) -> None:
    done = kg_run("evaluate", *folders, "--diff")
    assert done.code == 0
    assert "  found: Somebody Else" in done.out
    assert "person: office-name" in done.out


def test_evaluate_gives_figures_for_programs(kg_run: Run, folders: tuple[Path, Path]) -> None:
    gold, found = folders
    same = json.loads(kg_run("evaluate", gold, gold, "-f", "json").out)["kinds"]["all"]
    other = json.loads(kg_run("evaluate", gold, found, "-f", "json").out)["kinds"]
    assert (same["precision"], same["recall"]) == (1.0, 1.0)
    assert other["person"]["right"] == other["person"]["gold"] - 1
    assert other["topic"]["recall"] < 1.0
    assert other["meeting"]["f1"] == 1.0


def test_evaluate_reads_texts_where_there_are_no_facts(kg_run: Run) -> None:
    done = kg_run("evaluate", CORPUS, CORPUS, "--diff")
    rows = {line.split()[0]: line.split() for line in done.out.splitlines() if line.strip()}
    assert float(rows["all"][4]) >= 0.9  # precision over articles of our own
    assert "  in:    " in done.out


def test_evaluate_counts_an_article_that_is_missing(
    kg_run: Run, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = kg_run("evaluate", folders[0], empty, "-f", "json")
    assert json.loads(done.out)["kinds"]["all"]["recall"] == 0.0
    assert ARTICLE.stem in done.err


@pytest.mark.parametrize(
    ("content", "fault"),
    [("{", "Expecting"), ('{"id": "x"}', "not in the facts format"), ("[]", "not in the facts")],
)
def test_evaluate_names_a_file_that_holds_no_facts(
    kg_run: Run, tmp_path: Path, content: str, fault: str
) -> None:
    (tmp_path / "x.json").write_text(content)
    done = kg_run("evaluate", tmp_path, tmp_path)
    assert done.code == 3
    assert "x.json" in done.err
    assert fault in done.err


def test_evaluate_wants_gold(kg_run: Run, tmp_path: Path) -> None:
    done = kg_run("evaluate", tmp_path, tmp_path)
    assert done.code == 3
    assert "no facts files" in done.err
