"""Scripts with the names of a site of files: which script has a name, and what stands in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.web import letters
from kg.web.letters import Letters

Row = list[str]


def read(folder: Path) -> dict[str, list[Row]]:
    """Return the rows of each script."""
    found = {}
    for script in sorted((folder / letters.FOLDER).iterdir()):
        text = script.read_text("ascii")
        head, _, rows = text.partition("[\n")
        assert head == f'readoutNames("{script.stem}", '
        assert rows.endswith("]);\n")
        found[script.stem] = json.loads(
            f"[{rows.removesuffix(']);' + chr(10)).rstrip(chr(10) + ',')}]"
        )
    return found


def write(folder: Path, *names: str) -> dict[str, list[Row]]:
    with Letters(folder) as made:
        for name in names:
            made.add(name, "person", f"doc/person/{len(name)}.html", "of Malta")
    return read(folder)


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("patrushev", "70-61"),
        ("li", "6c-69"),
        ("n", "6e"),
        ("中国人", "4e2d-56fd"),
        ("7th", "37-74"),
    ],
)
def test_in_which_script_a_word_is(word: str, script: str) -> None:
    assert letters.key(word) == script


def test_a_name_stands_in_the_script_of_each_of_its_words(tmp_path: Path) -> None:
    found = write(tmp_path, "N. P. Patrushev", "Paul Paulson")
    assert sorted(found) == ["6e", "70", "70-61"]
    row = ["N. P. Patrushev", "person", "doc/person/15.html", "of Malta", "n p patrushev"]
    assert found["6e"] == found["70"] == [row]
    assert [each[0] for each in found["70-61"]] == ["N. P. Patrushev", "Paul Paulson"]


def test_names_are_sought_without_accents_and_shown_with_them(tmp_path: Path) -> None:
    [row] = write(tmp_path, "Þórdís Kolbrún")["6b-6f"]
    assert (row[0], row[4]) == ("Þórdís Kolbrún", "thordis kolbrun")


def test_what_ends_a_script_is_text(tmp_path: Path) -> None:
    name = '</script><script>alert(1)</script> "]);\n\u2028'
    text = "".join(each.read_text("ascii") for each in _scripts(tmp_path, name))
    assert "\u2028" not in text
    assert re.search(r"^\]\);$", text, re.M)  # once, at the end
    assert text.count("\n]);") == len(list((tmp_path / letters.FOLDER).iterdir()))


def _scripts(folder: Path, name: str) -> list[Path]:
    write(folder, name)
    return sorted((folder / letters.FOLDER).iterdir())


def test_long_names_are_cut(tmp_path: Path) -> None:
    found = write(tmp_path, "word " * 2_000)
    [row] = found["77-6f"]
    assert len(row[0]) == 200 and len(row[4]) <= 400


def test_a_name_without_letters_is_in_no_script(tmp_path: Path) -> None:
    assert write(tmp_path, "—", "") == {}


def test_rows_are_written_while_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "_KEPT", 3)
    names = [f"Name{number} Sur{number}" for number in range(10)]
    found = write(tmp_path, *names)
    assert [row[0] for row in found["6e-61"]] == names
    assert [row[0] for row in found["73-75"]] == names
