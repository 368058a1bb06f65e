"""What a user names becomes a list of articles to be read, each with an id."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import InputError
from kg.reading import content
from kg.reading.sources import Source, address_id, expand, make_id, text_id

TEXT = "Ministers met."


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")


def names(sources: list[Source], folder: Path) -> list[str]:
    return [str(Path(source.name).relative_to(folder)) for source in sources]


def test_a_folder_gives_its_articles_in_the_order_of_names(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a.md", "c.html", "d.htm", "sub/e.txt", "x.pdf", ".f.txt", ".g/h.txt")
    found = list(expand([str(tmp_path)]))
    assert names(found, tmp_path) == ["a.md", "b.txt", "c.html", "d.htm", "sub/e.txt"]
    assert [source.id for source in found] == ["a", "b", "c", "d", "e"]
    assert not any(source.fault for source in found)


def test_a_folder_without_articles_is_a_fault(tmp_path: Path) -> None:
    put(tmp_path, "x.pdf")
    (source,) = expand([str(tmp_path)])
    assert source.fault is not None
    assert "holds no article" in source.fault
    assert "*.txt" in source.fault


def test_a_pattern_is_resolved_here_too(tmp_path: Path) -> None:
    put(tmp_path, "b-2016.txt", "a-2016.txt", "a-2017.txt")
    found = list(expand([str(tmp_path / "*-2016.txt")]))
    assert names(found, tmp_path) == ["a-2016.txt", "b-2016.txt"]
    (none,) = expand([str(tmp_path / "*.xyz")])
    assert none.fault == "no file matches the pattern"


def test_a_missing_file_is_a_fault_and_the_rest_goes_on(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    missing, there = expand([str(tmp_path / "no.txt"), str(tmp_path / "a.txt")])
    assert missing.fault is not None
    assert missing.fault.startswith("no such file; accepted:")
    assert there.fault is None


def test_a_file_named_twice_comes_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    path = tmp_path / "a.txt"
    assert len(list(expand([str(path), str(tmp_path), str(tmp_path / "." / "a.txt")]))) == 1


def test_of_two_sources_with_one_id_the_second_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "x/a.txt", "y/a.md")
    first, second = expand([str(tmp_path)])
    assert first.fault is None
    assert second.fault == f"its id 'a' is already that of {first.name}: rename one of them"


def test_stdin_and_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Ministers")))
    stdin, page = expand(["-", "https://a.example/2016/ministers-meet.html"])
    assert (stdin.kind, stdin.id, stdin.data) == ("stdin", None, b"Ministers")
    assert page.kind == "address"
    assert page.id is not None
    assert page.id.startswith("ministers-meet-")


def test_stdin_without_end_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr(content.sys, "stdin", SimpleNamespace(buffer=endless))
        (source,) = expand(["-"])
    assert source.fault == "larger than 12 MiB, the most that is read"


# --- tables ---------------------------------------------------------------------------


def table(path: Path, *rows: object) -> list[Source]:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    data = "\n".join(lines).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return list(expand([str(path)]))


@pytest.mark.parametrize("name", ["t.jsonl", "t.jsonl.gz", "t.ndjson"])
def test_a_table_gives_an_article_a_line(tmp_path: Path, name: str) -> None:
    rows = table(
        tmp_path / name,
        {
            "text": TEXT,
            "url": "https://a.example/x",
            "title": "T",
            "published": "2016-04-15T10:00Z",
        },
        "",
        {"text": "Others met.", "id": "second", "other": 5},
    )
    assert [row.fault for row in rows] == [None, None]
    assert rows[0].id == address_id("https://a.example/x")
    assert rows[0].record == {
        "text": TEXT,
        "url": "https://a.example/x",
        "title": "T",
        "published": "2016-04-15",
    }
    assert rows[1].id == "second"
    assert rows[1].name.endswith(f"{name} line 3")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("{", "not a JSON object"),
        ("[1]", "no article"),
        ({"title": "T"}, "no article"),
        ({"text": 5}, "no article"),
        ({"text": TEXT, "url": 5}, "url is no string"),
        ({"text": TEXT, "published": "last week"}, "published is 'last week'"),
        ({"text": TEXT, "published": "2016-13-45"}, "published is"),
        ({"text": " \n"}, "empty"),
        ({"text": "a\ud800b"}, "half a character"),
        ("[" * 100_000, "not a JSON object"),
    ],
)
def test_a_row_that_is_no_article_is_a_fault_of_its_own(
    tmp_path: Path, row: object, fault: str
) -> None:
    good = {"text": TEXT}
    found = table(tmp_path / "t.jsonl", good, row, {"text": "Others met."})
    assert len(found) == 3
    assert found[1].fault is not None
    assert found[1].fault.startswith(fault)
    assert [found[0].fault, found[2].fault] == [None, None]


def test_the_same_row_twice_is_refused_by_name(tmp_path: Path) -> None:
    first, second = table(tmp_path / "t.jsonl", {"text": TEXT}, {"text": TEXT})
    assert first.fault is None
    assert second.fault is not None
    assert "line 1" in second.fault


def test_an_empty_table_is_a_fault(tmp_path: Path) -> None:
    (source,) = table(tmp_path / "t.jsonl", "", " ")
    assert source.fault == "the table is empty"


def test_a_damaged_table_keeps_the_rows_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl.gz"
    rows = "\n".join(json.dumps({"text": f"Ministers met {n} times."}) for n in range(50_000))
    path.write_bytes(gzip.compress(rows.encode())[:-2000])
    found = list(expand([str(path)]))
    assert found[0].fault is None
    assert found[-1].fault == "not a gzip file, or a damaged one"


def test_a_line_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "LARGEST", 1 << 20)
    (source,) = table(tmp_path / "t.jsonl.gz", '{"text": "' + "a" * (2 << 20) + '"}')
    assert source.fault == "a line has more than 1 MiB"


# --- ids ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("sco-tashkent-2016", "sco-tashkent-2016"),
        ("Report of May", "Report-of-May"),
        ("Tromsø réunion", "Troms-reunion"),
        ("a/../b", "a-..-b"),
        ("--x--", "x"),
        ("x" * 300, "x" * 120),
    ],
)
def test_ids_of_names(name: str, made: str) -> None:
    assert make_id(name) == made


def test_a_name_of_another_script_has_an_id_of_its_own() -> None:
    assert make_id("встреча").startswith("text-")
    assert make_id("встреча") != make_id("саммит")


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("https://a.example/2016/ministers-meet.html", "ministers-meet-"),
        ("https://a.example/", "page-"),
        ("https://a.example", "page-"),
        ("https://a.example/%D0%B2", "text-"),
        ("http://[", "page-"),
    ],
)
def test_ids_of_addresses(address: str, start: str) -> None:
    assert address_id(address).startswith(start)
    assert address_id(address) == address_id(address)
    assert address_id(address) != address_id(address + "?page=2")


def test_the_id_of_a_text_follows_from_it() -> None:
    assert text_id(TEXT) == text_id(TEXT) != text_id(TEXT + " ")


# --- bytes ----------------------------------------------------------------------------


def test_gzip_of_several_members_is_unpacked_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    assert content.load(str(path)) == b"one two"


def test_a_gzip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(bytes(200 << 20), 9))
    with pytest.raises(InputError, match=r"bomb\.txt\.gz: larger than 12 MiB"):
        content.load(str(path))


@pytest.mark.parametrize("data", [b"no gzip", gzip.compress(b"cut short" * 99)[:-9]])
def test_damaged_gzip(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(data)
    with pytest.raises(InputError, match="not a gzip file, or a damaged one"):
        content.load(str(path))


def test_a_file_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="larger than"):
        content.load("/dev/zero")
