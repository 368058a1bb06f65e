"""Judgements as SSSOM TSV: what is written is read back; a person's row outweighs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import mappings
from kg.errors import InputError
from kg.mappings import NONE, Mapping

ROWS = (
    Mapping(
        "person:a", "person:b", "positive", reasons="the same name; the same country", score=0.8
    ),
    Mapping(
        "person:a", "person:c", "negative", labels=("A", "C"), quotes=("“A” said", "C\tleft\n")
    ),
    Mapping("meeting:m", NONE, "none", predicate="owl:sameAs"),
    Mapping("person:d", "wd:Q1", "positive", by="Ann", reviewer="Bo"),
    Mapping("person:e", "wd:Q2", "positive", source="https://endpoint.example/sparql"),
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "x.tsv"
    file.write_text(mappings.write(ROWS, "x"), "utf-8")
    found = mappings.read(file)
    assert [row.key for row in found] == sorted(row.key for row in ROWS)
    assert {row.judgement for row in found} == {"positive", "negative", "none"}
    assert mappings.write(found, "x") == file.read_text("utf-8")
    quotes = next(row.quotes for row in found if row.object == "person:c")
    assert quotes == ("“A” said", "C left")
    assert {row.source for row in found} == {None, "https://endpoint.example/sparql"}


def test_the_order_of_rows_does_not_matter() -> None:
    assert mappings.write(ROWS, "x") == mappings.write(reversed(ROWS), "x")


def test_the_head_is_what_the_standard_asks_for() -> None:
    lines = mappings.write(ROWS, "identity").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert "#mapping_set_id: https://w3id.org/readout/mappings/identity" in head
    assert any(line.startswith("#license: ") for line in head)
    columns = lines[len(head)].split("\t")
    assert {"subject_id", "predicate_id", "object_id", "mapping_justification"} <= set(columns)
    assert all(len(line.split("\t")) == len(columns) for line in lines[len(head) :])
    for prefix in ("owl", "semapv", "skos", "sssom", "wd"):
        assert any(line.startswith(f"#  {prefix}: http") for line in head)


def test_a_missing_file_has_no_rows(tmp_path: Path) -> None:
    assert mappings.read(tmp_path / "none.tsv") == ()


def test_rows_of_candidates_are_unsure(tmp_path: Path) -> None:
    file = tmp_path / "x.tsv"
    file.write_text(mappings.write(ROWS[:1], "x"), "utf-8")
    assert mappings.read(file, "unsure")[0].judgement == "unsure"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("\towl:sameAs\t\tperson:b\t1", "line 2: subject_id and object_id are needed"),
        ("person:a\towl:sameAs\tMaybe\tperson:b\t1", "predicate_modifier is Not or nothing"),
        ("person:a\towl:sameAs\t\tperson:b\thigh", "confidence 'high' is no number"),
        ("person:a", "subject_id and object_id are needed"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: str, message: str) -> None:
    file = tmp_path / "x.tsv"
    head = "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tconfidence"
    file.write_text(f"{head}\n{row}\n", "utf-8")
    with pytest.raises(InputError, match=message):
        mappings.read(file)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.tsv"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"x\.tsv"):
        mappings.read(file)


def test_a_row_without_a_tool_is_a_persons(tmp_path: Path) -> None:
    file = tmp_path / "x.tsv"
    file.write_text("subject_id\tobject_id\nperson:a\tperson:b\n", "utf-8")
    [row] = mappings.read(file)
    assert row.by == "a person"
    assert (row.judgement, row.predicate, row.score) == ("positive", "owl:sameAs", 1.0)


@pytest.mark.parametrize("turned", [False, True])
def test_a_persons_row_outweighs_the_machines(turned: bool) -> None:
    ends = ("person:b", "person:a") if turned else ("person:a", "person:b")
    kept = Mapping(*ends, "negative", by="Ann")
    assert mappings.merge(ROWS[:1], [kept]) == (kept,)


def test_rows_of_the_machine_do_not_outlive_it() -> None:
    assert mappings.merge([], ROWS) == (ROWS[3],)
    assert mappings.merge(ROWS[1:2], ROWS[:1]) == (ROWS[1],)


def test_some_lines_are_parsed_alone() -> None:
    lines = ["subject_id\tobject_id\tcomment\n", "person:a\twd:Q1\tname\n"]
    [row] = mappings.parse(lines, "links", "unsure")
    assert (row.subject, row.object, row.judgement, row.reasons) == (
        "person:a", "wd:Q1", "unsure", "name"
    )  # fmt: skip
    assert list(mappings.parse(lines[:1], "links")) == []
    with pytest.raises(InputError, match="links, line 7: subject_id and object_id are needed"):
        list(mappings.parse(["subject_id\tobject_id\n", "\twd:Q1\n"], "links", before=5))
