"""The benches: how a time is taken, and that a peer that cannot be had is told, not hidden."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

from bench import __main__ as table
from bench import extraction, measure, start
from bench.measure import Figure, Skipped


def test_commands_take_turns_and_the_first_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[list[str]] = []
    spent = iter([900.0, 900.0, 1.0, 10.0, 3.0, 30.0, 2.0, 20.0])

    def timed(work: object) -> float:
        assert callable(work)
        work()
        return next(spent)

    monkeypatch.setattr(measure, "run", lambda line, _: lines.append(list(line)))
    monkeypatch.setattr(measure, "timed", timed)
    found = measure.commands({"one": ["a", "{turn}"], "two": ["b"]}, 3, tmp_path)
    assert found == {"one": 2.0, "two": 20.0}
    assert lines[:4] == [["a", "0"], ["b"], ["a", "1"], ["b"]]


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure.run(measure.python("-c", "raise SystemExit(1)"), tmp_path)
    measure.run(measure.python("-c", "import kg"), tmp_path)


def test_a_time_is_in_milliseconds() -> None:
    import time

    assert 9 < measure.timed(lambda: time.sleep(0.01)) < 1000


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            Figure("kg --help", 42.24, 20, "python -c pass", 4.6),
            "      42.2 ms kg --help   4.6 times",
        ),
        (Figure("a query", 0.5, 3, "the peer", 0.02), "       0.5 ms a query   1/50 of the peer"),
        (Figure("python -c pass", 9.1, 20, "python -c pass", 1.0), "       9.1 ms python -c pass"),
        (Skipped("the peer", "it cannot be had"), "   skipped    the peer: it cannot be had"),
    ],
)
def test_a_row_tells_what_against_whom(row: Figure | Skipped, told: str) -> None:
    assert table.line(row).startswith(told)


def test_a_peer_that_cannot_be_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command, stderr="ERROR: no such\nERROR: package\n")

    monkeypatch.setattr(extraction, "PEER", tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    monkeypatch.setattr(extraction.subprocess, "run", refuse)
    found = extraction._against_peer(1.0, ["A text."])
    assert found == Skipped(f"the same articles by {extraction.PEER_NAME}", "ERROR: package")


def test_extraction_is_measured_on_articles_that_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "RUNS", 1)
    every = extraction.texts()
    assert len(every) >= 17
    assert extraction._mean(every[:2]) > 0
    assert start.ARTICLE.is_file()


def test_growth_compares_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "RUNS", 1)
    monkeypatch.setattr(extraction, "LONG", 900)
    found = extraction._growth(" ".join(extraction.texts()[:1] * 2))
    assert found.ratio
    assert found.what.startswith("extraction of 1,000 words of a text of ")


def test_the_peer_runs_apart() -> None:
    script = (ROOT / "bench" / "peer.py").read_text("utf-8")
    assert "import kg" not in script
    assert "from bench" not in script
