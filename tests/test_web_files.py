"""A site as files: what addresses are called, how files lead to files, and whose folder it is."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote

import pytest

from kg.errors import InputError, UsageError
from kg.web import files


@pytest.mark.parametrize(
    ("path", "query", "name"),
    [
        ("/", {}, "index.html"),
        ("/articles", {}, "articles.html"),
        ("/articles", {"skip": 50}, "articles.skip-50.html"),
        ("/doc/country/RU", {}, "doc/country/RU.html"),
        ("/doc/country/RU", {"skip": 40, "show": "a"}, "doc/country/RU.show-a.skip-40.html"),
        ("/doc/country/RU.ttl", {}, "doc/country/RU.ttl"),
        ("/doc/person/a.b", {}, "doc/person/a.b.html"),
        ("/static/readout.css", {}, "static/readout.css"),
        ("/questions/counts.csv", {}, "questions/counts.csv"),
        ("/questions/x.csv", {"since": "2016-04"}, "questions/x.since-2016-04.csv"),
    ],
)
def test_what_an_address_is_called(path: str, query: dict[str, object], name: str) -> None:
    assert files.name(path, query) == name


@pytest.mark.parametrize(
    "value", ["KZ", "a b", "../../etc", "ü", "/", "", "x" * 500, "con.", "%00", "中国", "a?b#c"]
)
def test_values_of_any_kind_fit_into_a_name(value: str) -> None:
    name = files.name("/questions/x", {"v": value})
    assert name.startswith("questions/x.v-")
    assert name.count("/") == 1 and name.endswith(".html")
    assert name.isascii() and len(name) < 220
    assert not set(name) & set('\\:*?"<>|%# ')


def test_values_that_differ_are_called_differently() -> None:
    values = ["KZ", "kz", "Kz", "k z", "k-z", "x" * 90, "x" * 91, "中国", "中華", ""]
    assert len({files.name("/q", {"v": value}) for value in values}) == len(values)
    whole = [files.name("/q", {f"n{n}": "v" * 40 for n in range(count)}) for count in (8, 9)]
    assert len(set(whole)) == 2 and all(len(each) < 220 for each in whole)


@pytest.mark.parametrize(
    ("target", "page", "way"),
    [
        ("index.html", "index.html", "index.html"),
        ("articles.html", "index.html", "articles.html"),
        ("index.html", "doc/person/a.html", "../../index.html"),
        ("doc/person/b.html", "doc/person/a.html", "b.html"),
        ("doc/country/RU.html", "doc/person/a.html", "../country/RU.html"),
        ("doc/doc/x.html", "doc/a.html", "doc/x.html"),
        ("doc", "doc/a.html", "../doc"),
        ("static/readout.css", "", "static/readout.css"),
    ],
)
def test_how_a_file_leads_to_a_file(target: str, page: str, way: str) -> None:
    assert files.relative(target, page) == way
    assert os.path.normpath(Path(page).parent / unquote(way)) == target


# --- the folder -----------------------------------------------------------------------


def write(folder: Path, *names: str, force: bool = False, text: str = "new") -> None:
    with files.replacing(folder, force=force) as part:
        for name in names:
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            (part / name).write_text(text)


def found(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


def test_a_folder_is_made(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", "index.html", "doc/x.html")
    assert found(tmp_path / "a" / "b") == ["doc", "doc/x.html", "index.html", files.LIST]
    assert (tmp_path / "a" / "b" / files.LIST).read_text() == "doc/x.html\nindex.html\n"
    assert found(tmp_path / "a") == ["b", *(f"b/{each}" for each in found(tmp_path / "a" / "b"))]


def test_a_site_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write(tmp_path / "site", "index.html", "doc/gone/x.html", "doc/y.html", text="old")
    write(tmp_path / "site", "index.html", "doc/y.html")
    assert found(tmp_path / "site") == ["doc", "doc/y.html", "index.html", files.LIST]
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_files_of_others_are_told_and_left(tmp_path: Path) -> None:
    write(tmp_path / "site", "index.html", "doc/y.html", text="old")
    (tmp_path / "site" / "doc" / "notes.txt").write_text("mine")
    before = found(tmp_path / "site")
    with pytest.raises(UsageError, match=r"no part of a site: doc/notes\.txt\. .*--force"):
        write(tmp_path / "site", "index.html")
    assert found(tmp_path / "site") == before
    assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_force_keeps_files_of_others(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine")
    write(tmp_path / "site", "index.html", force=True)
    write(tmp_path / "site", "a.html", force=True)
    assert found(tmp_path / "site") == ["a.html", "mine.txt", files.LIST]
    assert (tmp_path / "site" / "mine.txt").read_text() == "mine"


def test_only_some_of_many_files_of_others_are_named(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text("")
    with pytest.raises(UsageError, match=r"site: 0\.txt, 1\.txt, 2\.txt and 6 more\."):
        write(tmp_path, "index.html")


def test_an_empty_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(tmp_path / "site", "index.html")
    assert found(tmp_path / "site") == ["index.html", files.LIST]


def test_the_folder_that_one_is_in_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    write(Path(), "index.html")
    assert found(tmp_path) == ["site", "site/index.html", f"site/{files.LIST}"]


def test_work_that_breaks_off_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "site", "index.html", text="old")
    with pytest.raises(ZeroDivisionError), files.replacing(tmp_path / "site") as part:
        (part / "index.html").write_text("new")
        raise ZeroDivisionError
    assert found(tmp_path) == ["site", "site/index.html", f"site/{files.LIST}"]
    assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        write(tmp_path / "site", "index.html")
    with pytest.raises(InputError, match="cannot be written"):
        write(tmp_path / "site" / "below", "index.html")


def test_lines_that_are_not_ours_remove_nothing_outside(tmp_path: Path) -> None:
    write(tmp_path / "site", "index.html")
    (tmp_path / "precious").write_text("")
    with (tmp_path / "site" / files.LIST).open("a") as listed:
        listed.write(f"../precious\n{tmp_path / 'precious'}\nnever/was.html\n")
    write(tmp_path / "site", "index.html")
    assert (tmp_path / "precious").is_file()
    assert (tmp_path / "site" / files.LIST).read_text() == "index.html\n"
