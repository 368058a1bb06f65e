"""Decisions on the page of a thing: accepted, candidate, rejected, none; each with reasons."""

from __future__ import annotations

from pathlib import Path

import lake
import pytest
from leaves import desk
from stores import fill

from kg import decisions
from kg.mappings import NONE, Mapping
from kg.web.views import judgements
from kg.web.views.judgements import judged
from kg.web.views.links import Link


def write(store: Path, name: str, *rows: Mapping) -> Path:
    """Write files of decisions beside a store, and return their folder."""
    folder = decisions.beside(store)
    folder.mkdir(exist_ok=True)
    for path, text in decisions.texts(folder, name, rows):
        path.write_text(text, "utf-8")
    return folder


KASK = "person:ee-kask-j"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), []),
        (
            (Mapping(KASK, "wd:Q2", "positive", score=0.85, reasons="name; office"),),
            [("accepted", "Q2", "name; office", 0.85, None)],
        ),
        (
            (Mapping(KASK, "wd:Q2", "positive", by="Ann", labels=("", "Jaan Kask")),),
            [("accepted", "Jaan Kask (Q2)", "", 1.0, "Ann")],
        ),
        (
            (Mapping(KASK, NONE, "none", reasons="no person has this name"),),
            [("none found", "none found", "no person has this name", 1.0, None)],
        ),
        (
            (
                Mapping(KASK, "wd:Q3", "unsure", score=0.4),
                Mapping(KASK, "wd:Q4", "unsure", score=0.6),
            ),
            [("candidate", "Q4", "", 0.6, None), ("candidate", "Q3", "", 0.4, None)],
        ),
        (
            (Mapping(KASK, "wd:Q3", "negative", by="Ann"), Mapping(KASK, "wd:Q4", "positive")),
            [("accepted", "Q4", "", 1.0, None), ("rejected", "Q3", "", 1.0, "Ann")],
        ),
        ((Mapping("person:ee-kask-jx", "wd:Q2", "positive"),), []),
    ],
)
def test_the_item_is_told_with_the_reason(
    rows: tuple[Mapping, ...],
    expected: list[tuple[str, str, str, float, str | None]],
    tmp_path: Path,
) -> None:
    folder = write(tmp_path / "lake.store", "links", *rows)
    found = judged(folder, (lake.KASK,))
    assert [
        (j.verdict, j.item.text, j.reasons, j.confidence, j.by) for j in found.items
    ] == expected
    assert found.sought is bool(expected)


def test_an_item_of_the_store_without_row_is_told_so() -> None:
    item = "http://www.wikidata.org/entity/Q9"
    [found] = judged(None, (lake.KASK,), (item, "https://example.org/x")).items
    assert found.item == Link("Q9", href=item)
    assert "not among the decisions" in found.reasons


def test_an_item_of_the_store_with_a_row_is_told_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "lake.store", "links", Mapping(KASK, "wd:Q9", "positive", reasons="r")
    )
    [found] = judged(folder, (lake.KASK,), ("http://www.wikidata.org/entity/Q9",)).items
    assert found.reasons == "r"


def test_parts_of_persons_speak_of_the_person(tmp_path: Path) -> None:
    row = Mapping(
        f"{KASK}@lake-third", f"{KASK}@lake-fourth", "unsure", score=0.5, reasons="no date"
    )
    folder = write(tmp_path / "lake.store", "identity", row)
    [found] = judged(folder, (lake.KASK,)).same
    assert (found.verdict, found.item.path) == ("candidate", "/doc/person/ee-kask-j")


def test_what_a_machine_keeps_apart_is_not_listed(tmp_path: Path) -> None:
    rows = (Mapping(KASK, "person:a", "negative"), Mapping(KASK, "person:b", "negative", by="Ann"))
    folder = write(tmp_path / "lake.store", "identity", *rows)
    assert [found.item.text for found in judged(folder, (lake.KASK,)).same] == ["person:b"]


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "lake.store", "links", Mapping(KASK, "wd:Q2", "positive"))
    assert judged(folder, (lake.KASK,)).items[0].item.text == "Q2"
    write(tmp_path / "lake.store", "links", Mapping(KASK, "wd:Q345", "positive"))
    assert judged(folder, (lake.KASK,)).items[0].item.text == "Q345"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "subject_id\tobject_id\n",
        f"subject_id\tobject_id\tconfidence\n{KASK}\twd:Q2\tmuch\n",
        f"a\tb\n{KASK}\twd:Q2\n",
        "\x00\xff\n\t\t\n",
    ],
)
def test_a_file_that_cannot_be_read_tells_nothing(text: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "lake.store", "links")
    decisions.file(folder, "links").write_text(text, "utf-8")
    assert judged(folder, (lake.KASK,)) == judgements.Judged()


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    folder = write(tmp_path / "lake.store", "links")
    text = f"#mapping_set_id: x\nauthor_label\tobject_id\tsubject_id\nAnn\twd:Q2\t{KASK}\n"
    decisions.file(folder, "links").write_text(text, "utf-8")
    [found] = judged(folder, (lake.KASK,)).items
    assert (found.verdict, found.by) == ("accepted", "Ann")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "Nobody has looked yet: kg link does"),
        (
            (Mapping("person:lv-berga-a", NONE, "none", reasons="no such name"),),
            "none found. no such name",
        ),
        (
            (
                Mapping(
                    "person:lv-berga-a", "wd:Q2", "positive", score=0.85, reasons="name; office"
                ),
            ),
            "Q2: accepted, confidence 0.85. name; office",
        ),
    ],
)
def test_the_page_has_the_item_or_says_that_there_is_none(
    rows: tuple[Mapping, ...], words: str, tmp_path: Path
) -> None:
    path = fill(tmp_path / "lake.store", *lake.quads())
    if rows:
        write(path, "links", *rows)
    with desk(path) as pages:
        assert words in pages.leaf("/doc/person/lv-berga-a").text
