"""What a thousand persons cost at a SPARQL server on loopback that holds items of their kind.

The items are invented, shaped as Wikidata's: a label, a country, an office with
its years, and for every fifth name a namesake of another country.
"""

from __future__ import annotations

import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.identity import Human, people
from bench.measure import Figure, Skipped
from kg import pipeline
from kg.formats.triples import Value, ntriples
from kg.graph.statements import nquads
from kg.link import offline
from kg.link.client import Client
from kg.model import Article, Facts, Meeting, Office, Participant, Passage, Person
from kg.namespaces import VOCABULARIES
from kg.store import Store

PERSONS = 1_000
EACH = 10
NAMESAKES = 5
"""One of so many names is another item's too."""

_WIKIDATA = "http://www.wikidata.org/"
_WD, _WDT = f"{_WIKIDATA}entity/", f"{_WIKIDATA}prop/direct/"
_P, _PS = f"{_WIKIDATA}prop/", f"{_WIKIDATA}prop/statement/"
_PQ = f"{_WIKIDATA}prop/qualifier/"
_LABEL = VOCABULARIES["rdfs"] + "label"
_TIME = VOCABULARIES["xsd"] + "dateTime"


def measure() -> Iterator[Figure | Skipped]:
    """Yield the time of linking, with how much of it is right, or why it was not measured."""
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    binary = found or shutil.which("oxigraph")
    if binary is None:
        yield Skipped("links of a thousand persons", "pip install oxigraph brings the server")
        return
    tenth = run(binary, PERSONS // 10)
    whole = run(binary, PERSONS)
    yield tenth
    yield replace(whole, peer="a tenth of them", ratio=whole.milliseconds / tenth.milliseconds)


def run(binary: str, number: int) -> Figure:
    """Return the time of linking `number` persons at a server that `binary` is."""
    world = people(number, random.Random(4))
    store = Store.in_memory(*map(nquads, articles(world)))
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(binary, Path(folder), extract(world)) as address,
    ):
        client = Client(address, Path(folder) / "answers")
        start = time.perf_counter()
        joined = pipeline.join(store, client=client)
        spent = (time.perf_counter() - start) * 1000
    linked = {
        (row.labels[0], row.object.removeprefix("wd:Q"))
        for row in joined.rows
        if row.judgement == "positive" and row.subject.startswith("person:")
    }
    truth = {(name(human), str(qid(index))) for index, human in enumerate(world)}
    what = (
        f"{number} persons linked at a server on loopback: {len(linked & truth)} right,"
        f" {len(linked - truth)} wrong, {client.asked} requests"
    )
    return Figure(what, spent, 1)


def name(human: Human) -> str:
    """Return the name of a person of the made world."""
    return f"{human.given} {human.family}"


def qid(index: int) -> int:
    """Return the number of a person's item: ids that Wikidata is far from."""
    return 900_000_000 + index


def articles(world: list[Human]) -> Iterator[Facts]:
    """Yield articles that name ten persons each."""
    for start in range(0, len(world), EACH):
        yield _article(start, world[start : start + EACH])


def _article(number: int, named: list[Human]) -> Facts:
    text = "Present were " + ", ".join(map(name, named)) + "."
    day = f"{max(human.since for human in named)}-06-15"
    persons, rows = [], []
    for human in named:
        at = text.index(name(human))
        told = (Passage(at, at + len(name(human)), name(human)),)
        office = Office(human.office, human.country, told, "bench")
        persons.append(Person(name(human), (), (office,), told, "bench"))
        rows.append(Participant("m", name(human), human.country, told, "bench"))
    where = (None, None, None)
    head = (Passage(0, 7, text[:7]),)
    meeting = Meeting("m", "meeting", *where, day, None, *where, "held", head, "bench")
    source = Article(f"a{number:05d}", text, published=day)
    return Facts(source, (meeting,), tuple(persons), tuple(rows))


def extract(world: list[Human]) -> str:
    """Return the items of the persons, and of namesakes elsewhere, as N-Triples."""
    return "".join(_items(world))


def _items(world: list[Human]) -> Iterator[str]:
    countries = sorted({human.country for human in world})
    for index, human in enumerate(world):
        yield _item(qid(index), human, human.country, human.since)
        if index % NAMESAKES == 0:
            elsewhere = countries[(countries.index(human.country) + 1) % len(countries)]
            yield _item(qid(index + len(world)), human, elsewhere, human.since)


def _item(number: int, human: Human, country: str, since: int) -> str:
    node, office = f"{_WD}Q{number}", f"{_WD}Q8{number}"
    statement = f"{_WD}statement/Q{number}-1"
    began = Value(f"{max(since - 15, 1)}-02-03T00:00:00Z", _TIME)
    land = _WD + offline.countries()[country]
    rows = (
        (node, f"{_WDT}P31", f"{_WD}Q5"),
        (node, f"{_WDT}P27", land),
        (node, f"{_P}P39", statement),
        (statement, f"{_PS}P39", office),
        (statement, f"{_PQ}P580", began),
        (office, f"{_WDT}P1001", land),
    )
    return ntriples(rows) + _label(node, name(human)) + _label(office, human.office)


def _label(node: str, text: str) -> str:
    return f'<{node}> <{_LABEL}> "{text}"@en .\n'


@contextmanager
def serve(binary: str, folder: Path, triples: str) -> Iterator[str]:
    """Yield the address at which a server on loopback answers queries on `triples`."""
    data, place = folder / "extract.nt", folder / "items"
    data.write_text(triples, "utf-8")
    load = [binary, "load", "--location", str(place), "--file", str(data)]
    subprocess.run(load, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [binary, "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/query?query=ASK%7B%7D")
        yield f"http://127.0.0.1:{port}/query"
    finally:
        process.terminate()
        process.wait(timeout=15)


def _await(address: str) -> None:
    """Return when a server answers; raises URLError where it does not within ten seconds."""
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.URLError:
            time.sleep(0.05)
    with urllib.request.urlopen(address, timeout=5):
        return
