"""A proxy on loopback that stands before a real server and fails as networks and servers do.

    with faulty_proxy.serve("http://127.0.0.1:7878") as proxy:
        proxy.faults += ["429:2", "pass", "drop"]    # the first, second and third request
        ask(proxy.url + "/query")
        assert proxy.count("POST /query") == 1       # requests seen, those that failed too

A fault is used up by one request; without any, requests pass as they are. `only`
keeps faults for requests whose "METHOD /path?query" it is found in (a regex), `always`
is the fault of all requests once `faults` are used up, and `before` is called with each
request before it is dealt with, say to kill the server at the seventh. `target` may be
changed while the proxy runs. The faults:

    403, 503:2, 429:7      this status, with Retry-After if a number follows; nothing is forwarded
    delay:0.5              wait so many seconds, then forward
    hang                   no answer: the connection is held until the proxy ends
    stall                  forward, answer with status, headers and half of the body, then hang
    drop                   forward, then break off in the middle of the body
    closed                 break off before anything is forwarded
    lost                   forward, then break off without an answer
    truncated              forward, then answer with half of the body as if that were all
    text:WORDS             forward, then put WORDS behind half of the body, as if that were all
    header:NAME=VALUE      forward, and add a header to the answer
    page                   status 200 with a page of HTML; nothing is forwarded
    pass                   no fault
"""

from __future__ import annotations

import http.client
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

_OWN = ("connection", "content-length", "transfer-encoding", "keep-alive")


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked: `line` is "METHOD /path?query"; header names are lower-case."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass(slots=True)
class Proxy:
    """A running proxy: where it is, what it stands before, its faults to come, what it saw."""

    url: str
    target: str
    faults: list[str] = field(default_factory=list)
    always: str = "pass"
    only: str = ""
    before: Callable[[Request], None] | None = None
    requests: list[Request] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, line: str = "") -> int:
        """Return how many requests had `line` (a regex) in their "METHOD /path?query"."""
        return sum(bool(re.search(line, request.line)) for request in self.requests)

    def take(self, request: Request) -> str:
        """Note a request and return the fault that it meets."""
        with self.lock:
            self.requests.append(request)
            if not re.search(self.only, request.line):
                return "pass"
            return self.faults.pop(0) if self.faults else self.always


@contextmanager
def serve(target: str) -> Iterator[Proxy]:
    """Yield a proxy before the server at `target`, "http://127.0.0.1:7878"."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    proxy = Proxy(f"http://127.0.0.1:{server.server_port}", target)
    _Handler.proxies[server.server_port] = proxy
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
        del _Handler.proxies[server.server_port]


class _Handler(BaseHTTPRequestHandler):
    proxies: dict[int, Proxy] = {}  # noqa: RUF012 - the handler's class is all that a server knows

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        with suppress(ConnectionError):  # a client that has given up
            super().handle()

    def _proxy(self) -> Proxy:
        return self.proxies[self.server.server_address[1]]

    def _serve(self) -> None:
        proxy, self.close_connection = self._proxy(), True
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(f"{self.command} {self.path}", headers, self.rfile.read(length))
        name, _, detail = proxy.take(request).partition(":")
        if proxy.before:
            proxy.before(request)
        with suppress(ConnectionError):
            self._fail(request, name, detail)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = _serve

    def _fail(self, request: Request, name: str, detail: str) -> None:
        if name.isdigit():
            pause = (("Retry-After", detail),) if detail else ()
            self._answer(Reply(int(name), pause, b"fault"))
        elif name == "page":
            kind = (("Content-Type", "text/html"),)
            self._answer(Reply(200, kind, b"<html>maintenance</html>"))
        elif name == "hang":
            self._proxy().ended.wait()
        elif name == "closed":
            self._break()
        else:
            if name == "delay":
                self._proxy().ended.wait(float(detail))
            self._pass_on(request, name, detail)

    def _pass_on(self, request: Request, name: str, detail: str) -> None:
        try:
            reply = forward(self._proxy().target, request)
        except (OSError, http.client.HTTPException):
            self._break()  # the server is gone: so are we, for all that the client can see
            return
        half = reply.body[: len(reply.body) // 2]
        if name == "lost":
            self._break()
        elif name in ("drop", "stall"):
            self._answer(reply, half)
            if name == "stall":
                self._proxy().ended.wait()
            self._break()
        elif name in ("truncated", "text"):
            self._answer(Reply(reply.status, reply.headers, half + detail.encode()))
        elif name == "header":
            header, _, value = detail.partition("=")
            self._answer(Reply(reply.status, (*reply.headers, (header, value)), reply.body))
        elif name in ("pass", "delay"):
            self._answer(reply)
        else:
            raise ValueError(f"no fault {name!r}")

    def _answer(self, reply: Reply, part: bytes | None = None) -> None:
        """Send a reply, or its first part alone although its length announces all."""
        self.send_response_only(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body if part is None else part)
        self.wfile.flush()

    def _break(self) -> None:
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def forward(target: str, request: Request) -> Reply:
    """Return what the server at `target` answers to a request."""
    place = urlsplit(target)
    link = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=60)
    method, path = request.line.split(" ", 1)
    try:
        headers = {name: value for name, value in request.headers.items() if name not in _OWN}
        link.request(method, path, request.body or None, headers | {"Connection": "close"})
        answer = link.getresponse()
        kept = tuple((k, v) for k, v in answer.getheaders() if k.lower() not in _OWN)
        return Reply(answer.status, kept, answer.read())
    finally:
        link.close()
