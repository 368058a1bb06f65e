"""The benches of many articles: builds, growth and its plot, engines, questions, kills."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import samples
from conftest import Needs
from rdflib import Dataset

from bench import __main__ as table
from bench import agreement, building, extraction, kills, plot, scale
from bench.building import Point
from bench.measure import Figure, Skipped, Spent, python, spend
from kg import queries
from kg.store import Store

SVG = "{http://www.w3.org/2000/svg}"


def texts(drawing: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


# --- the plot -------------------------------------------------------------------------------


def test_a_panel_is_drawn_for_each_thing_measured() -> None:
    drawn = plot.draw("A & B", "articles", {"s": [(100, 2.0), (200, 4.0)], "MB": [(100, 300.0)]})
    root = ElementTree.fromstring(drawn)
    assert len(list(root.iter(f"{SVG}polyline"))) == 2
    assert len(list(root.iter(f"{SVG}circle"))) == 3
    assert {"A & B", "articles", "s", "MB", "200", "4", "300"} <= set(texts(drawn))


def test_what_is_twice_as_much_stands_twice_as_high() -> None:
    drawn = plot.draw("t", "x", {"y": [(0, 0), (50, 1), (100, 2)]})
    circles = list(ElementTree.fromstring(drawn).iter(f"{SVG}circle"))
    low, middle, high = (float(circle.attrib["cy"]) for circle in circles)
    assert low - middle == pytest.approx(middle - high, abs=0.2)
    assert low > high
    left, _, right = (float(circle.attrib["cx"]) for circle in circles)
    assert (left, right) == (plot.LEFT, plot.WIDTH - plot.RIGHT)


@pytest.mark.parametrize("points", [[], [(0, 0)], [(5, 0), (10, 0)]])
def test_nothing_much_is_drawn_too(points: list[tuple[float, float]]) -> None:
    drawn = ElementTree.fromstring(plot.draw("t", "x", {"y": points}))
    assert len(list(drawn.iter(f"{SVG}circle"))) == len(points)


def test_cost_against_size_has_time_memory_and_one_more() -> None:
    points = [Point(n, Spent(clock=1.0, core=n / 50, memory=200.0), 20.0) for n in (100, 200)]
    drawn = building.draw(points)
    assert {"seconds of cores", "MB of the largest process", "ms to add one article"} <= set(
        texts(drawn)
    )


# --- what a command takes -------------------------------------------------------------------


def test_time_of_cores_counts_the_processes_of_a_process(tmp_path: Path) -> None:
    spin = "import time\nwhile time.process_time() < 0.3: pass"
    run = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {spin!r}])"
    assert spend(python("-c", run), tmp_path).core >= 0.3
    assert spend(python("-c", "import time; time.sleep(0.4)"), tmp_path).core < 0.35


def test_memory_is_that_of_the_largest_process(tmp_path: Path) -> None:
    assert 60 < spend(python("-c", "x = b'x' * 60_000_000"), tmp_path).memory < 300


def test_a_command_that_fails_takes_nothing(tmp_path: Path) -> None:
    from subprocess import CalledProcessError

    with pytest.raises(CalledProcessError):
        spend(python("-c", "raise SystemExit(3)"), tmp_path)


# --- builds ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_build_is_measured_by_processes_and_beside_the_peer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(building, "RUNS", 1)
    monkeypatch.setattr(extraction, "peer_time", lambda texts, runs: (len(texts), 2.0 * len(texts)))
    first, peer, gain, again = building.rate(3)
    assert isinstance(first, Figure) and isinstance(peer, Figure)
    assert peer.milliseconds == 2.0 * building.READ
    assert peer.ratio == pytest.approx(peer.milliseconds / first.milliseconds)
    assert isinstance(gain, Figure) and gain.unit == "/s"
    assert isinstance(again, Figure) and again.ratio
    assert table.line(gain).split()[1] == "/s"


def test_a_peer_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "peer_time", lambda texts, runs: "no such package")
    assert building._peer(10.0) == Skipped(
        f"cores, an article by {extraction.PEER_NAME}", "no such package"
    )


@pytest.mark.slow
def test_growth_is_measured_and_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "PLOT", tmp_path / "out" / "size.svg")
    monkeypatch.setattr(building, "ADDED", 2)
    rows = list(building.grow((2, 4)))
    assert [row.unit for row in rows] == ["ms", "MB", "ms"] * 2
    assert rows[0].ratio == 1.0
    assert "2" in texts((tmp_path / "out" / "size.svg").read_text("utf-8"))


# --- engines, questions, kills --------------------------------------------------------------


def test_engines_are_counted_where_they_differ(needs: Needs) -> None:
    needs("shifty", "it validates batches")
    differing, slow, quick = agreement.measure(6)
    assert isinstance(differing, Figure) and differing.milliseconds == 0
    assert isinstance(slow, Figure) and isinstance(quick, Figure)
    assert quick.ratio and quick.ratio < 1


def test_every_stored_question_of_many_articles_is_measured() -> None:
    asked = {*scale.ABOUT, *(name for name, _ in scale.QUESTIONS)}
    assert {stored.name for stored in queries.catalogue()} - asked <= {"standings"}


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # within rdflib
def test_questions_have_the_same_rows_in_the_peer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "RUNS", 1)
    monkeypatch.setattr(scale, "QUESTIONS", (("counts", {}), ("topics", {}), ("unlinked", {})))
    rows = list(scale.ask(3))
    assert not [row for row in rows if isinstance(row, Skipped)]
    assert len(rows) == len(scale.ABOUT) + 3


def test_a_peer_that_does_not_come_back_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(Dataset):
        def query(self, *_: object, **__: object) -> Iterator[object]:  # type: ignore[override]
            yield from iter(int, 1)

    monkeypatch.setattr(scale, "LIMIT", 0.2)
    with pytest.raises(TimeoutError):
        scale._ask_peer(Slow(), "", [])
    store = Store.in_memory(samples.seed_quads())
    [row] = scale._beside(store, Slow(), 1, "counts", {})
    assert isinstance(row, Figure)
    assert row.peer and row.peer.endswith("broken off after 0.2 s")
    assert row.ratio == pytest.approx(row.milliseconds / 200)


def test_counts_of_kills_are_told_in_words() -> None:
    told = str(kills.Counts(kills=3, finished=1, acknowledged=40, again=0))
    assert told.startswith("3 builds killed, 1 came to their end before; 40 articles acknowledged")
    assert "0 lost" in told and "0 half articles" in told


@pytest.mark.parametrize(
    ("said", "stored", "same"),
    [
        ("a\n  1 meeting\n  conforms: 0\n  stored: 5 statements\n", ["a"], []),
        ("a\n  1 meeting\n  stored: 5 statements\nb\n  2 meet", ["a"], []),
        ("a\n  stored already, not read again\nb\n  1\n  stored: 5\n", ["b"], ["a"]),
        ("a\n  1 meeting\n  refused: a fact\nb\n  1\n  stored: 5\n", ["b"], []),
        ("", [], []),
    ],
)
def test_what_is_acknowledged_is_read_from_what_a_build_says(
    said: str, stored: list[str], same: list[str]
) -> None:
    assert kills._STORED.findall(said) == stored
    assert kills._SAME.findall(said) == same
