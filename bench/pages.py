"""What the page costs: the first one, one of a thing, and all of them in a crowd that means harm.

python -m bench.pages 2000 30 [STORE]     articles, seconds in the crowd, a store that is there

In the crowd 16 keep-alive connections ask without pause, ten for pages of
things, four stored questions, two hostile queries, while one core is kept
busy. Times are those of the client, but for the server's own of single pages,
which its log tells.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote, urlencode

from bench import corpus
from bench.load import Taken, crowd
from bench.measure import Figure, Noted, Skipped, python
from kg import pipeline
from kg.graph.statements import nquads
from kg.queries import prepare
from kg.store import Store

ARTICLES = 2_000
SECONDS = 30.0
STARTS = 7
PAGES = 300
PEER = "oxigraph serve-read-only, same query, one connection"

QUESTIONS = ("encounters", "holders", "instruments", "meetings", "topics")
ASKED = {
    "encounters": {"first_party": "KZ", "second_party": "CN"},
    "holders": {"of_party": "KZ"},
    "instruments": {"status": "planned"},
    "meetings": {"organisation": "SCO"},
    "topics": {"words": "trade"},
}
HOSTILE = (
    "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * WHERE " + "{" * 300 + "}" * 300,
    "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * WHERE { ?s ?p",
)


def measure(
    articles: int = ARTICLES, seconds: float = SECONDS, store: Path | None = None
) -> Iterator[Figure | Noted | Skipped]:
    """Yield what pages cost on a store of that many articles, alone and in the crowd."""
    with tempfile.TemporaryDirectory() as folder:
        place = store or _fill(Path(folder) / "store", articles)
        of = f"{articles:,} articles"
        yield Figure(f"first page from the start of kg serve, {of}", _first(place), STARTS)
        with serving(place, Path(folder) / "log") as (here, process):
            things = _things(here)
            yield _alone(here, things, Path(folder) / "log", of)
            yield _against_peer(here, place)
            some = list(islice(things, 0, None, max(len(things) // PAGES, 1)))
            for pages in (some, things):  # that people come back to; most of which are made anew
                yield from _crowded(here, pages, process, seconds)


def _fill(place: Path, articles: int) -> Path:
    with Store(place) as store:
        for sample in corpus.samples(articles):
            store.put(nquads(pipeline.extract(sample.article)))
    return place


@contextmanager
def serving(place: Path, log: Path) -> Iterator[tuple[str, int]]:
    """Yield the address of a server in a process of its own, and the process's id."""
    with (
        log.open("wb") as told,
        subprocess.Popen(
            python("-m", "kg", "serve", "--store", str(place), "--port", "0"),
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
        ) as run,
    ):
        assert run.stdout
        try:
            yield run.stdout.readline().strip().rstrip("/"), run.pid
        finally:
            run.terminate()


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        data: bytes = answer.read()
        return data


def _first(place: Path) -> float:
    """Return the median from the start of the process to the last byte of its first page."""
    taken = []
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            with serving(place, Path(folder) / "log") as (here, _process):
                _get(f"{here}/")
                taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def _things(here: str) -> list[str]:
    """Return paths of things of all kinds, spread over the map of the site."""
    found = re.findall(r"/doc/[a-z]+/[^<]+", _get(f"{here}/sitemap-1.xml").decode())
    return found[:: max(len(found) // 2_000, 1)]


def _alone(here: str, things: Sequence[str], log: Path, of: str) -> Figure:
    """Return the median of the server's own time for pages that are asked one after the other."""
    for path in islice(things, 0, None, max(len(things) // PAGES, 1)):
        _get(here + path)
    told = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    spent = [line["ms"] for line in told if line["address"].startswith("/doc/")]
    return Figure(f"page of a thing, the server's time, {of}", statistics.median(spent), len(spent))


# --- beside a peer --------------------------------------------------------------------


def _against_peer(here: str, place: Path) -> Figure | Skipped:
    """Return a query's median over HTTP, here and at a server that answers nothing but SPARQL."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    what = "SPARQL over HTTP: encounters"
    if program is None:
        return Skipped(f"{what}, by oxigraph", "its command is not installed")
    with Store(place, read_only=True) as store:
        text = prepare(store, "encounters", **ASKED["encounters"])
    with tempfile.TemporaryDirectory() as folder, _peer(program, place, Path(folder)) as peer:
        taken: list[list[float]] = [[], []]
        for number in range(100):  # turn by turn, so that what slows the machine slows both
            asked = quote(f"{text}# {number}")  # no text twice
            for address, spent in zip((f"{here}/sparql", f"{peer}/query"), taken, strict=True):
                begun = time.perf_counter()
                _ask(f"{address}?query={asked}")
                spent.append((time.perf_counter() - begun) * 1000)
    own, theirs = map(statistics.median, taken)
    return Figure(what, own, 100, PEER, own / theirs)


def _ask(address: str) -> bytes:
    asked = urllib.request.Request(address, headers={"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        data: bytes = answer.read()
        return data


@contextmanager
def _peer(program: str, place: Path, folder: Path) -> Iterator[str]:
    """Yield the address of a server of the peer on a copy of the store's files."""
    shutil.copytree(place / "data", folder / "data")
    port = _free_port()
    command = [program, "serve-read-only", "--location", str(folder / "data")]
    with subprocess.Popen(
        [*command, "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as run:
        try:
            _await(f"http://127.0.0.1:{port}/query?query=ASK%20%7B%7D")
            yield f"http://127.0.0.1:{port}"
        finally:
            run.terminate()


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _await(address: str) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            _ask(address)
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


# --- in the crowd ------------------------------------------------------------------------


def _crowded(
    here: str, things: Sequence[str], process: int, seconds: float
) -> Iterator[Figure | Noted]:
    asked = [f"/questions/{name}?{urlencode(ASKED[name])}" for name in QUESTIONS]
    hostile = [f"/sparql?query={quote(text)}" for text in HOSTILE]
    lanes = [
        *(cycle(things[n::10]) for n in range(10)),
        *(cycle(asked[n:] + asked[:n]) for n in range(4)),
        *(cycle(hostile[n:] + hostile[:n]) for n in range(2)),
    ]
    crowd(here, lanes[:14], min(seconds, 5))  # what is read once is read before memory is weighed
    before = _memory(process)
    with _busy_core():
        taken = crowd(here, lanes, seconds)
    after = _memory(process)
    pages, questions, harm = _together(taken[:10]), _together(taken[10:14]), _together(taken[14:])
    of = f"in a crowd of 16 for {seconds:g} s, {len(things):,} pages"
    yield Figure(f"page of a thing, median {of}", pages.percentile(0.5), len(pages.milliseconds))
    yield Figure(f"page of a thing, p99 {of}", pages.percentile(0.99), len(pages.milliseconds))
    count = len(questions.milliseconds)
    yield Figure(f"stored question, median {of}", questions.percentile(0.5), count)
    yield Noted(f"errors {of}", _errors(pages, questions, harm))
    yield Noted(f"memory {of}", f"{before:.0f} MB before, {after:.0f} MB after, workers apart")


def _errors(pages: Taken, questions: Taken, harm: Taken) -> str:
    """Return the statuses of all kinds; what was not meant to fail and did stands first."""
    own = len(pages.milliseconds) - pages.among(200)
    asked = len(questions.milliseconds) - questions.among(200, 503)
    harmed = len(harm.milliseconds) - harm.among(200, 400, 503)
    return (
        f"{own + asked + harmed} not meant; pages {pages.statuses},"
        f" questions {questions.statuses}, hostile {harm.statuses}"
    )


def _together(taken: Sequence[Taken]) -> Taken:
    whole = Taken()
    for each in taken:
        whole.milliseconds += each.milliseconds
        for status, count in each.statuses.items():
            whole.statuses[status] = whole.statuses.get(status, 0) + count
    return whole


@contextmanager
def _busy_core() -> Iterator[None]:
    spinning = multiprocessing.get_context("spawn").Process(target=_spin, daemon=True)
    spinning.start()
    try:
        yield
    finally:
        spinning.kill()
        spinning.join()


def _spin() -> None:
    while True:
        pass


def _memory(process: int) -> float:
    """Return the resident megabytes of a process; 0 where the system does not tell."""
    file = Path(f"/proc/{process}/statm")
    pages = int(file.read_text().split()[1]) if file.exists() else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def main(arguments: Sequence[str]) -> None:
    """Measure and print a row at a time."""
    from bench.__main__ import line

    articles = int(arguments[0]) if arguments else ARTICLES
    seconds = float(arguments[1]) if arguments[1:] else SECONDS
    for row in measure(articles, seconds, Path(arguments[2]) if arguments[2:] else None):
        print(line(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
