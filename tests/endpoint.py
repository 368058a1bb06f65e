"""An endpoint on loopback that holds an extract of Wikidata's shape, and fails as real ones do.

The persons are invented; only the ids of countries are Wikidata's. Written for
these tests: shaped like Wikidata, no copy of it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox

COUNTRIES = {"NO": "Q20", "KZ": "Q232", "RU": "Q159", "TJ": "Q863", "CN": "Q148", "UZ": "Q265"}
DATE = "Tue, 24 Nov 2026 12:00:00 GMT"

OFFICES = {
    "Q9001": ("Secretary of the Security Council of Russia", "RU"),
    "Q9002": ("Minister of Foreign Affairs of Norway", "NO"),
    "Q9003": ("President of Kazakhstan", "KZ"),
    "Q9004": ("Minister of Trade of Uzbekistan", "UZ"),
    "Q9005": ("State Councilor of the People's Republic of China", "CN"),
    "Q9006": ("Minister of Defence of Tajikistan", "TJ"),
}

Post = tuple[str, str | None, str | None]
"""An office with the first and last day on which it was held."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item: labels and aliases as "text@language"."""

    qid: str
    names: tuple[str, ...]
    country: str | None = None
    born: str | None = None
    died: str | None = None
    posts: tuple[Post, ...] = ()
    kind: str = "Q5"
    merged: str | None = None


def member(number: int) -> str:
    """Return the name of one of a crowd."""
    return f"Person{chr(97 + number % 26)} Crowd{chr(97 + number // 26)}"


NAMED = [
    Item("Q8001", ("Mira Oland@en",), "NO", "1970-01-02", None, (("Q9002", "2029-01-01", None),)),
    Item("Q8002", ("Mira Oland@en",), "KZ", "1981-05-06"),
    Item(
        "Q8003",
        ("Jan Solberg@mul",),
        "NO",
        "1965-01-01",
        None,
        (("Q9002", "2021-01-01", "2028-12-31"),),
    ),
    Item("Q8004", ("Jan Solberg@en",), "NO", "1890-01-01", "1961-03-04"),
    Item(
        "Q8005",
        ("Nikolai Tarasov@en", "Николай Тарасов@ru"),
        "RU",
        "1951-07-11",
        None,
        (("Q9001", "2008-05-12", None),),
    ),
    Item("Q8006", ("Nikolai Tarasov@en",), "RU", "1960-01-01"),
    Item("Q8007", ("Dmitry Tarasov@en",), "RU", "1977-10-13"),
    Item(
        "Q8008", ("Askar Temirov@en",), "KZ", "1955-01-01", None, (("Q9003", "2025-01-01", None),)
    ),
    Item("Q8009", ("Askar Temirov@en",), None, None, None, (), "Q8999"),
    Item("Q8010", ("Eva Lind@en",), "NO", "1970-01-01"),
    Item("Q8011", ("Eva Lind@en",), "NO", "1972-01-01"),
    Item("Q8012", ("Rustam Azizov@en",), merged="Q8013"),
    Item(
        "Q8013",
        ("Rustam Azizov@en", "Rustam Azizov@mul"),
        "UZ",
        "1969-01-01",
        None,
        (("Q9004", "2027-01-01", None),),
    ),
    Item(
        "Q8014",
        ("Farrukh Nazarov@mul", "Farruh Nazarov@en"),
        "TJ",
        "1971-01-01",
        None,
        (("Q9006", "2019-01-01", "2024-01-01"),),
    ),
    Item("Q8015", ("Li Anming@en",), "CN", "1954-10-01", None, (("Q9005", "2028-03-16", None),)),
    Item("Q8016", ("Ole Berg@en",), "NO", "2020-01-01"),
    Item("Q8017", ("Ole Dahl@en",), "NO", "1930-01-01", "2019-02-03"),
    Item("Q8018", ("Анна Котова@ru",), "RU", "1969-01-01"),
]
CROWD = [
    Item(f"Q81{number:02d}", (f"{member(number)}@en",), "NO", "1960-01-01") for number in range(52)
]
ITEMS = (*NAMED, *CROWD)

_WD, _WDT = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
_P, _PS = "http://www.wikidata.org/prop/", "http://www.wikidata.org/prop/statement/"
_PQ = "http://www.wikidata.org/prop/qualifier/"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel"
_SAME = "http://www.w3.org/2002/07/owl#sameAs"


def extract() -> ox.Store:
    """Return the extract as a store."""
    store = ox.Store()
    for qid, (label, country) in OFFICES.items():
        _add(store, _WD + qid, _LABEL, ox.Literal(label, language="en"))
        _add(store, _WD + qid, f"{_WDT}P17", _WD + COUNTRIES[country])
    for item in ITEMS:
        _item(store, item)
    return store


def _item(store: ox.Store, item: Item) -> None:
    node = _WD + item.qid
    for number, name in enumerate(item.names):
        text, _, language = name.rpartition("@")
        first = number == 0 or name.endswith("@ru")
        _add(store, node, _LABEL if first else _ALIAS, ox.Literal(text, language=language))
    if item.merged:
        _add(store, node, _SAME, _WD + item.merged)
        return
    _add(store, node, f"{_WDT}P31", _WD + item.kind)
    if item.country:
        _add(store, node, f"{_WDT}P27", _WD + COUNTRIES[item.country])
    for date, name in ((item.born, "P569"), (item.died, "P570")):
        if date:
            _add(store, node, _WDT + name, _day(date))
    for number, (office, start, end) in enumerate(item.posts):
        statement = f"{_WD}statement/{item.qid}-{number}"
        _add(store, node, f"{_P}P39", statement)
        _add(store, statement, f"{_PS}P39", _WD + office)
        for date, name in ((start, "P580"), (end, "P582")):
            if date:
                _add(store, statement, _PQ + name, _day(date))


def _day(date: str) -> ox.Literal:
    kind = ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")
    return ox.Literal(f"{date}T00:00:00Z", datatype=kind)


def _add(store: ox.Store, subject: str, predicate: str, value: str | ox.Literal) -> None:
    object_ = ox.NamedNode(value) if isinstance(value, str) else value
    store.add(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), object_))


@dataclass(slots=True)
class Endpoint:
    """What the endpoint is asked, and the faults with which it answers first."""

    url: str = ""
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


@contextmanager
def serve(*faults: str) -> Iterator[Endpoint]:
    """Yield an endpoint on loopback that answers first with `faults`, one a request.

    A fault is a status ("503"), a status with Retry-After ("429:7"),
    "truncated", "html" or "closed".
    """
    told, store = Endpoint(faults=list(faults)), extract()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told.asked.append(parse_qs(body)["query"][0])
            told.agents.add(self.headers["User-Agent"])
            fault = told.faults.pop(0) if told.faults else None
            if fault == "closed":
                self.connection.close()
                return
            self._answer(fault)

        def _answer(self, fault: str | None) -> None:
            status, _, pause = (fault or "200").partition(":")
            code = int(status) if status.isdigit() else 200
            data = self._data(fault) if code == 200 else b"fault"
            self.send_response_only(code)
            self.send_header("Date", DATE)
            self.send_header("Content-Type", "application/sparql-results+json")
            if pause:
                self.send_header("Retry-After", pause)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _data(self, fault: str | None) -> bytes:
            if fault == "html":
                return b"<html>maintenance</html>"
            found = store.query(told.asked[-1])
            assert isinstance(found, ox.QuerySolutions)
            data = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
            return data[: len(data) // 2] if fault == "truncated" else data

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
