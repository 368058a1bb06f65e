"""The proxy fails as it is told, and passes all else on as it is."""

from __future__ import annotations

import http.client
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import faulty_proxy
import pytest
from faulty_proxy import Proxy

BODY = b"0123456789"


class Echo(BaseHTTPRequestHandler):
    """A server that answers with ten digits, and with what it was sent behind them."""

    seen: list[str] = []  # noqa: RUF012 - the handler's class is all that a server knows

    def _serve(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.seen.append(f"{self.command} {self.path} {self.headers.get('Authorization')}")
        self.send_response(200)
        self.send_header("X-Own", "yes")
        self.send_header("Content-Length", str(len(BODY + sent)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(BODY + sent)

    do_GET = do_POST = do_HEAD = _serve

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    Echo.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    with faulty_proxy.serve(f"http://127.0.0.1:{server.server_port}") as running:
        yield running
    server.shutdown()
    server.server_close()
    thread.join()


def ask(proxy: Proxy, path: str = "/", data: bytes | None = None) -> tuple[int, bytes, str | None]:
    request = urllib.request.Request(proxy.url + path, data, {"Authorization": "Basic eA=="})
    try:
        with urllib.request.urlopen(request, timeout=0.3) as answer:
            return answer.status, answer.read(), answer.headers.get("X-SQL-State")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), error.headers.get("Retry-After")


def test_requests_pass_as_they_are(proxy: Proxy) -> None:
    assert ask(proxy, "/a?b=c", b"sent") == (200, BODY + b"sent", None)
    assert Echo.seen == ["POST /a?b=c Basic eA=="]
    assert [request.line for request in proxy.requests] == ["POST /a?b=c"]
    assert proxy.requests[0].body == b"sent"


@pytest.mark.parametrize(
    ("fault", "answer", "forwarded"),
    [
        ("403", (403, b"fault", None), 0),
        ("503", (503, b"fault", None), 0),
        ("429:7", (429, b"fault", "7"), 0),
        ("503:2", (503, b"fault", "2"), 0),
        ("page", (200, b"<html>maintenance</html>", None), 0),
        ("truncated", (200, b"01234", None), 1),
        ("text:cancelled", (200, b"01234cancelled", None), 1),
        ("header:X-SQL-State=S1TAT", (200, BODY, "S1TAT"), 1),
        ("pass", (200, BODY, None), 1),
        ("delay:0.01", (200, BODY, None), 1),
    ],
)
def test_a_fault_that_is_an_answer(
    proxy: Proxy, fault: str, answer: tuple[int, bytes, str | None], forwarded: int
) -> None:
    proxy.faults.append(fault)
    assert ask(proxy) == answer
    assert len(Echo.seen) == forwarded
    assert ask(proxy) == (200, BODY, None)  # a fault is for one request


@pytest.mark.parametrize(
    ("fault", "error", "forwarded"),
    [
        ("closed", http.client.RemoteDisconnected, 0),
        ("lost", http.client.RemoteDisconnected, 1),
        ("drop", http.client.IncompleteRead, 1),
        ("hang", TimeoutError, 0),
        ("stall", TimeoutError, 1),
        ("delay:5", TimeoutError, 0),
    ],
)
def test_a_fault_that_breaks_the_line(
    proxy: Proxy, fault: str, error: type[Exception], forwarded: int
) -> None:
    proxy.faults.append(fault)
    with pytest.raises(error):
        ask(proxy)
    assert len(Echo.seen) == forwarded
    assert ask(proxy) == (200, BODY, None)


def test_faults_wait_for_the_requests_they_are_meant_for(proxy: Proxy) -> None:
    proxy.only, proxy.faults = "POST /update", ["503"]
    assert ask(proxy, "/query")[0] == 200
    assert ask(proxy, "/update", b"x")[0] == 503
    assert ask(proxy, "/update", b"x")[0] == 200
    assert (proxy.count(), proxy.count("POST"), proxy.count("/query$")) == (3, 2, 1)


def test_a_fault_may_stay(proxy: Proxy) -> None:
    proxy.faults, proxy.always = ["pass"], "503"
    assert [ask(proxy)[0] for _ in range(3)] == [200, 503, 503]


def test_a_server_that_is_gone_breaks_the_line(proxy: Proxy) -> None:
    proxy.target = "http://127.0.0.1:9"
    with pytest.raises(http.client.RemoteDisconnected):
        ask(proxy)


def test_a_request_can_be_watched_before_it_is_dealt_with(proxy: Proxy) -> None:
    seen: list[str] = []
    proxy.before = lambda request: seen.append(f"{request.line} of {len(Echo.seen)}")
    ask(proxy)
    ask(proxy, "/b")
    assert seen == ["GET / of 0", "GET /b of 1"]


def test_held_connections_end_with_the_proxy() -> None:
    begun = time.monotonic()
    with faulty_proxy.serve("http://127.0.0.1:9") as proxy:
        proxy.faults.append("hang")
        with pytest.raises(TimeoutError):
            ask(proxy)
    assert time.monotonic() - begun < 30
