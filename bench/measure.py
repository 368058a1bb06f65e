"""How a time is taken: medians of many runs, a peer in the same run, from the same machine."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Figure:
    """One median in milliseconds, what it was measured against, and how many runs it is of.

    `ratio` is how many times the peer's median this one is. What is no time
    says its `unit`.
    """

    what: str
    milliseconds: float
    runs: int
    peer: str | None = None
    ratio: float | None = None
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not measured, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Noted:
    """What was counted or weighed beside the times, in words."""

    what: str
    told: str


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def commands(named: Mapping[str, Sequence[str]], runs: int, cwd: Path) -> dict[str, float]:
    """Return the median of each command's whole process time, in milliseconds.

    The commands take turns, so that what slows the machine slows them all;
    "{turn}" in an argument is the number of the turn.
    """
    taken: dict[str, list[float]] = {name: [] for name in named}
    for turn in range(runs + 1):
        for name, command in named.items():
            line = [part.replace("{turn}", str(turn)) for part in command]
            taken[name].append(timed(partial(run, line, cwd)))
    # The first turn warms the disk and does not count.
    return {name: statistics.median(spent[1:]) for name, spent in taken.items()}


def run(command: Sequence[str], cwd: Path) -> None:
    """Run a command to its end; what it prints is dropped."""
    subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took with all its processes: seconds by the clock and of cores, MB at most."""

    clock: float
    core: float
    memory: float


def spend(command: Sequence[str], cwd: Path) -> Spent:
    """Run a command to its end and return what it took. Raises CalledProcessError.

    Time of cores is what its processes had, in user's code and the system's,
    whoever else was running; the memory is that of the largest process.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    core = usage.ru_utime + usage.ru_stime
    return Spent(time.perf_counter() - start, core, usage.ru_maxrss / 1024)


def python(*arguments: str) -> list[str]:
    """Return a command line of this Python."""
    return [sys.executable, *arguments]
