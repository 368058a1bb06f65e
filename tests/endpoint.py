"""An endpoint on loopback, in this process, that holds the extract and fails as real ones do."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import extract
import pyoxigraph as ox

DATE = "Tue, 24 Nov 2026 12:00:00 GMT"


@dataclass(slots=True)
class Endpoint:
    """What the endpoint is asked, and the faults with which it answers first."""

    url: str = ""
    api: str = ""
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


@contextmanager
def serve(*faults: str) -> Iterator[Endpoint]:
    """Yield an endpoint on loopback that answers first with `faults`, one a request.

    A fault is a status ("503"), a status with Retry-After ("429:7"),
    "truncated", "html" or "closed"; of the action API also "error-CODE".
    """
    told, store = Endpoint(faults=list(faults)), ox.Store()
    store.bulk_extend(extract.quads())

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._serve(parse_qs(body)["query"][0])

        def do_GET(self) -> None:
            self._serve(urlsplit(self.path).query)

        def _serve(self, query: str) -> None:
            told.asked.append(query)
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
            if self.command == "GET":
                data = _search(parse_qs(told.asked[-1]), fault)
            else:
                found = store.query(told.asked[-1])
                assert isinstance(found, ox.QuerySolutions)
                data = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
            return data[: len(data) // 2] if fault == "truncated" else data

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/sparql"
    told.api = f"http://127.0.0.1:{server.server_port}/w/api.php"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _search(wanted: dict[str, list[str]], fault: str | None) -> bytes:
    """Return what the action API answers: items with a name that begins as the words do."""
    if fault and fault.startswith("error-"):
        return json.dumps({"error": {"code": fault.removeprefix("error-"), "info": "x"}}).encode()
    assert wanted["action"] == ["wbsearchentities"] and wanted["type"] == ["item"]
    words = wanted["search"][0].casefold()
    hits = [
        {"id": item.qid, "label": item.names[0].rpartition("@")[0]}
        for item in extract.ITEMS
        if any(name.casefold().startswith(words) for name in item.names)
    ]
    return json.dumps({"search": hits, "success": 1}).encode()
