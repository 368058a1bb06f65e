"""How the command speaks: whole files or none, notes on stderr, progress for people only."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import console
from kg.errors import InputError


@pytest.mark.parametrize(
    "text", ["", "plain\n", "Malé, Côte d’Ivoire\n", "東京 𝄞\n", "one\r\ntwo\r\n", "\ufeffmark"]
)
def test_stdout_gets_the_bytes_of_the_text(
    text: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    console.write(text)
    assert capfdbinary.readouterr().out == text.encode()


def test_a_hyphen_is_stdout(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    console.write("x\n", "-")
    assert capfdbinary.readouterr().out == b"x\n"


@pytest.mark.parametrize(
    ("pieces", "whole"), [(["a"], b"a"), (["a", "b\n", "é"], "ab\né".encode()), (["", "x"], b"x")]
)
def test_a_file_gets_all_pieces(tmp_path: Path, pieces: list[str], whole: bytes) -> None:
    file = tmp_path / "out.txt"
    console.write_all(pieces, str(file))
    assert file.read_bytes() == whole
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("pieces", [[], [""]])
def test_where_nothing_comes_no_file_is_made(tmp_path: Path, pieces: list[str]) -> None:
    console.write_all(pieces, str(tmp_path / "out.txt"))
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    file.write_text("old")
    console.write("new", str(file))
    assert file.read_text() == "new"


def failing() -> Iterator[str]:
    yield "half"
    raise InputError("the source broke off")


def test_where_the_work_breaks_off_the_older_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    file.write_text("old")
    with pytest.raises(InputError, match="broke off"):
        console.write_all(failing(), str(file))
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_where_the_work_breaks_off_no_new_file_is_left(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="broke off"):
        console.write_all(failing(), str(tmp_path / "out.txt"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["none/out.txt", "."])
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with pytest.raises(InputError, match="cannot be written"):
        console.write("x", str(file))


def test_a_note_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    console.note("3 articles were passed over")
    out, err = capsys.readouterr()
    assert (out, err) == ("", "kg: 3 articles were passed over\n")


@pytest.mark.parametrize("items", [[], ["a"], ["a", "b", "c"]])
def test_a_work_unwatched_says_nothing(
    items: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(console.follow(items)) == items
    assert capsys.readouterr().err == ""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_work_that_is_watched_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(console.follow(["a", "b", "c"])) == ["a", "b", "c"]
    shown = screen.getvalue()
    assert "1 done" in shown and "3 done" in shown
    assert shown.endswith(console.CLEAR)
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("term", "colour", "terminal", "styled"),
    [
        ("xterm", None, True, True),
        ("xterm", None, False, False),
        ("dumb", None, True, False),
        ("xterm", "1", True, False),
    ],
)
def test_bold_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, term: str, colour: str | None, terminal: bool, styled: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if colour:
        monkeypatch.setenv("NO_COLOR", colour)
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())
    text = console.bold("meetings")
    assert (text != "meetings") is styled
    assert "meetings" in text


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [
        (0, "person", "0 persons"),
        (1, "person", "1 person"),
        (2, "person", "2 persons"),
        (21, "article", "21 articles"),
    ],
)
def test_a_number_with_its_noun(number: int, noun: str, text: str) -> None:
    assert console.plural(number, noun) == text
