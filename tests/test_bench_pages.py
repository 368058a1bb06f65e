"""The bench of the pages: a crowd that counts what it meets, and a short run of all of it."""

from __future__ import annotations

import socket
import threading
from itertools import cycle
from pathlib import Path

import pytest
from sites import opened

from bench import load, pages
from bench.load import Taken
from bench.measure import Figure, Noted, Skipped


def test_percentiles_are_times_within_which_so_many_were_answered() -> None:
    taken = Taken([float(n) for n in range(100, 0, -1)], {200: 98, 503: 2})
    assert (taken.percentile(0.5), taken.percentile(0.99), taken.percentile(1.0)) == (51, 100, 100)
    assert Taken([7.0]).percentile(0.5) == 7.0
    assert taken.among(200, 503, 404) == 100


def test_a_crowd_meets_every_kind_of_answer(store: Path) -> None:
    paths = ["/", "/nothing", "/doc/person/ru-patrushev-n", "/export.nq", "/health"]
    with opened(store) as client:
        lanes = [cycle(paths[n:] + paths[:n]) for n in range(3)]
        found = load.crowd(client.here, lanes, 0.6)
    assert len(found) == 3
    whole = pages._together(found)
    assert set(whole.statuses) == {200, 404}
    assert sum(whole.statuses.values()) == len(whole.milliseconds) > 5


def test_an_answer_that_ends_in_the_middle_is_counted_as_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            for _ in range(2):
                line, _peer = server.accept()
                with line:
                    line.recv(4096)
                    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        here = f"http://127.0.0.1:{server.getsockname()[1]}"
        (taken,) = load.crowd(here, [iter(["/a", "/b"])], 5)
        thread.join(5)
    assert taken.statuses == {0: 2}


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        (({200: 3}, {200: 1, 503: 1}, {400: 2, 503: 1}), "0 not meant"),
        (({200: 2, 500: 1}, {200: 1}, {400: 1}), "1 not meant"),
        (({200: 2}, {200: 1}, {500: 1, 0: 1}), "2 not meant"),
    ],
)
def test_what_was_not_meant_to_fail_is_counted(
    statuses: tuple[dict[int, int], ...], told: str
) -> None:
    taken = [Taken([1.0] * sum(each.values()), each) for each in statuses]
    assert pages._errors(*taken).startswith(told)


@pytest.mark.slow
def test_pages_are_measured_on_a_store_that_is_there(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "STARTS", 1)
    monkeypatch.setattr(pages, "ASKED", {"counts": {}, "encounters": pages.ASKED["encounters"]})
    monkeypatch.setattr(pages, "QUESTIONS", ("counts", "encounters"))
    monkeypatch.setattr(pages, "HOSTILE", pages.HOSTILE[1:2] + pages.HOSTILE[3:])
    rows = list(pages.measure(1, 1.0, store))
    figures = [row for row in rows if isinstance(row, Figure)]
    assert len(figures) >= 5
    assert all(row.milliseconds > 0 for row in figures)
    noted = [row.told for row in rows if isinstance(row, Noted)]
    assert noted[0].startswith("0 not meant"), noted
    assert "MB before" in noted[1]
    beside = [row for row in rows if isinstance(row, Skipped) or getattr(row, "ratio", None)]
    assert len(beside) == 1
