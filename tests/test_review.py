"""`kg review`: a person judges open cases; what is written is what `kg link` reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from world import Row, quads, report

from kg import decisions, mappings
from kg.mappings import NONE, Mapping
from kg.store import Store

CASES: list[Row] = [
    ("Sergei Tarasov", "RU", None),
    ("Stepan Tarasov", "RU", None),
    ("S. Tarasov", "RU", None),
    ("Nikolai Patrushev", "RU", None),
]


@pytest.fixture
def place(kg_run: Run, tmp_path: Path) -> Path:
    """Return a linked store with two open cases of identity and one of a link."""
    folder = tmp_path / "talks.store"
    with Store(folder) as store:
        store.put(quads(*(report(f"a{n}", [row]) for n, row in enumerate(CASES))))
    assert kg_run("link", "--store", folder).code == 0
    return folder


def rows(place: Path, name: str) -> dict[tuple[str, str], Mapping]:
    found = decisions.read(decisions.beside(place), name)
    return {(row.subject, row.object): row for row in found if row.by}


def test_a_case_shows_both_sides_with_their_words(kg_run: Run, place: Path) -> None:
    done = kg_run("review", "--store", place, "--by", "Ann", stdin=b"q\n")
    assert done.code == 0
    assert "case 1 of 3: an initial of the given name; the same country; but" in done.err
    assert "S. Tarasov" in done.err and "“Sergei Tarasov”" in done.err
    assert done.out.startswith("0 cases judged")


def test_answers_are_kept_and_heeded(kg_run: Run, place: Path) -> None:
    done = kg_run("review", "--store", place, "--by", "Ann", stdin=b"a\nr\na\n")
    assert done.out.startswith("3 cases judged")
    judged = rows(place, "identity")
    assert [row.judgement for row in judged.values()] == ["positive", "negative"]
    assert {row.by for row in judged.values()} == {"Ann"}
    link = rows(place, "links")["person:ru-patrushev-n", "wd:Q446865"]
    assert (link.judgement, link.score) == ("positive", 1.0)
    assert kg_run("link", "--store", place).code == 0
    with Store(place, read_only=True) as store:
        assert len({str(row["person"]) for row in store.query("appearances")}) == 3
        linked = store.query("SELECT ?item { ?p a readout:Person ; owl:sameAs ?item "
                             "FILTER(CONTAINS(STR(?item), 'wikidata')) }")  # fmt: skip
        assert len(linked) == 1  # type: ignore[arg-type]  # a SELECT gives rows
    again = kg_run("review", "--store", place, "--by", "Ann", stdin=b"")
    assert again.out.startswith("0 cases judged")
    assert "case" not in again.err


def test_none_of_the_items_is_an_answer_of_its_own(kg_run: Run, place: Path) -> None:
    kg_run("review", "--store", place, "--by", "Ann", stdin=b"l\nl\nn\n")
    assert rows(place, "links")["person:ru-patrushev-n", NONE].judgement == "none"
    kg_run("link", "--store", place)
    assert rows(place, "links")["person:ru-patrushev-n", NONE].by == "Ann"
    assert decisions.unsure(decisions.beside(place), "links") == ()


@pytest.mark.parametrize("typed", [b"l\nl\nl\n", b"\n\n\n", b"q\n", b""])
def test_later_and_quit_change_nothing(kg_run: Run, place: Path, typed: bytes) -> None:
    folder = decisions.beside(place)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = kg_run("review", "--store", place, "--by", "Ann", stdin=typed)
    assert (done.code, done.out[:14]) == (0, "0 cases judged")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_what_was_answered_before_the_end_is_kept(kg_run: Run, place: Path) -> None:
    kg_run("review", "--store", place, "--by", "Ann", stdin=b"a\n")
    assert len(rows(place, "identity")) == 1
    assert len(decisions.unsure(decisions.beside(place), "identity")) == 1


def test_another_letter_is_asked_again(kg_run: Run, place: Path) -> None:
    done = kg_run("review", "--store", place, "--by", "Ann", stdin=b"x\nn\nA\nq\n")
    assert done.out.startswith("1 case judged")
    assert done.err.count("a/r/l/q? ") == 4


def test_a_name_is_needed(kg_run: Run, place: Path) -> None:
    assert kg_run("review", "--store", place).code == 2


# --- the folder ------------------------------------------------------------------------

OPEN = Mapping("person:a", "wd:Q1", "unsure", score=0.5, labels=("A", "Item"))


@pytest.mark.parametrize(
    ("answer", "judgement", "item"),
    [("accept", "positive", "wd:Q1"), ("reject", "negative", "wd:Q1"), ("none", "none", NONE)],
)
def test_an_answer_makes_a_row(answer: decisions.Answer, judgement: str, item: str) -> None:
    made = decisions.judge(OPEN, answer, "Ann")
    assert (made.judgement, made.object, made.by, made.score) == (judgement, item, "Ann", 1.0)


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ([], 0),
        ([Mapping("person:a", "wd:Q1", "positive")], 0),
        ([Mapping("person:a", NONE, "none")], 0),
        ([Mapping("person:b", NONE, "none")], 1),
        ([Mapping("person:a", "wd:Q2", "negative", by="Bo")], 1),
    ],
)
def test_a_decision_takes_the_place_of_what_was_said(kept: list[Mapping], left: int) -> None:
    made = decisions.judge(OPEN, "accept", "Ann")
    found = decisions.settle(kept, made)
    assert found[-1] == made
    assert len(found) == left + 1


def test_sure_and_unsure_have_files_of_their_own(tmp_path: Path) -> None:
    sure = Mapping("person:b", "wd:Q2", "positive")
    (one, text), (other, more) = decisions.texts(tmp_path, "links", [OPEN, sure])
    assert (one.name, other.name) == ("links.sssom.tsv", "links.candidates.sssom.tsv")
    assert "person:b" in text and "person:a" not in text
    assert "person:a" in more and "person:b" not in more
    one.write_text(text, "utf-8")
    other.write_text(more, "utf-8")
    assert [row.key for row in decisions.unsure(tmp_path, "links")] == [OPEN.key]
    assert [row.key for row in mappings.read(one)] == [sure.key]


@pytest.mark.parametrize(
    ("store", "folder"),
    [
        ("talks.store", "talks.decisions"),
        ("talks", "talks.decisions"),
        ("a/b.store", "a/b.decisions"),
    ],
)
def test_the_folder_lies_beside_the_store(store: str, folder: str) -> None:
    assert decisions.beside(Path(store)) == Path(folder)
