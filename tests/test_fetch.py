"""The client: what it fetches, what it refuses, and that no server can hold it up."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address

import pytest

from kg.errors import InputError
from kg.reading import fetch
from kg.reading.fetch import Answer, Limits

PAGE = b"<html><body><p>Ministers met.</p></body></html>"
QUICK = Limits(size=1 << 20, seconds=2.0, redirects=3)
HERE = ("127.0.0.0/8",)


def reply(
    body: bytes = PAGE,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    more: str = "",
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


@dataclass
class Server:
    """A server on the loopback that answers each path as it is told."""

    url: str
    open: bool = True
    asked: list[bytes] = field(default_factory=list)


Answers = Callable[[str, socket.socket], None] | dict[str, bytes]


@contextmanager
def serving(answers: Answers) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(f"http://127.0.0.1:{listener.getsockname()[1]}")
        listener.settimeout(0.02)
        threading.Thread(target=_serve, args=(listener, answers, server), daemon=True).start()
        try:
            yield server
        finally:
            server.open = False


def _serve(listener: socket.socket, answers: Answers, server: Server) -> None:
    while server.open:
        with suppress(OSError):
            client, _ = listener.accept()
            client.settimeout(5)
            with client:
                asked = client.recv(65536)
                server.asked.append(asked)
                path = asked.split()[1].decode()
                if callable(answers):
                    answers(path, client)
                else:
                    client.sendall(answers[path])


def get(url: str, limits: Limits = QUICK) -> Answer:
    return fetch.fetch(url, limits, allowed=HERE)


def refusal(url: str, limits: Limits = QUICK) -> str:
    with pytest.raises(InputError) as error:
        get(url, limits)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(url)
    return str(error.value)


# --- what is fetched ------------------------------------------------------------------


def test_a_page() -> None:
    with serving({"/a": reply()}) as server:
        assert get(f"{server.url}/a") == Answer(f"{server.url}/a", "text/html", "utf-8", PAGE)
        assert b"User-Agent: readout-kg/" in server.asked[0]


def test_a_packed_page() -> None:
    packed = reply(gzip.compress(PAGE), more="Content-Encoding: gzip\r\n")
    with serving({"/": packed}) as server:
        assert get(server.url).body == PAGE


def test_a_page_in_chunks() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serving({"/": head + b"3\r\nMin\r\n8\r\nisters m\r\n0\r\n\r\n"}) as server:
        answer = get(server.url)
    assert (answer.body, answer.type, answer.charset) == (b"Ministers m", "text/plain", None)


def test_redirects_are_followed() -> None:
    answers = {
        "/a": reply(b"", "302 Found", more="Location: /b?x=1\r\n"),
        "/b?x=1": reply(b"", "301 Moved", more="Location: c\r\n"),
        "/c": reply(),
    }
    with serving(answers) as server:
        assert get(f"{server.url}/a").url == f"{server.url}/c"


def test_odd_characters_are_escaped() -> None:
    with serving({"/%D0%B2%20x?q=%22": reply()}) as server:
        assert get(f'{server.url}/в x?q="').body == PAGE


# --- what is refused ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (reply(b"", "404 Not Found"), "the server answers 404 Not Found"),
        (reply(b"", "500 Oops"), "500 Oops"),
        (reply(b"", "302 Found"), "302 Found"),
        (reply(kind="application/pdf"), "application/pdf is no page; accepted: text/html"),
        (reply(kind="image/png"), "image/png is no page"),
        (reply(more="Content-Encoding: br\r\n"), "packed as br; gzip is accepted"),
        (reply(b"no gzip", more="Content-Encoding: gzip\r\n"), "packed in a damaged way"),
        (reply(bytes(2 << 20)), "larger than 1 MiB, the most that is fetched"),
        (b"SSH-2.0-OpenSSH\r\n", "SSH-2.0"),
        (b"", "closed connection"),
        (b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 500 + b"\r\n", "headers"),
        (b"HTTP/1.1 200 OK\r\nx: " + b"y" * 100_000 + b"\r\n\r\n", "header line"),
    ],
)
def test_answers_that_are_no_page(answer: bytes, message: str) -> None:
    with serving({"/": answer}) as server:
        assert message in refusal(f"{server.url}/")


def test_a_packed_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = gzip.compress(bytes(100 << 20))
    with serving({"/": reply(bomb, more="Content-Encoding: gzip\r\n")}) as server:
        assert "larger than 1 MiB" in refusal(server.url)


def test_a_circle_of_redirects_ends() -> None:
    with serving({"/a": reply(b"", "302 Found", more="Location: /a\r\n")}) as server:
        assert "more than 3 redirects" in refusal(f"{server.url}/a")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("http://10.1.2.3/", "10.1.2.3 is in no public network"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is in no public network"),
        ("http://[::1]/", "::1 is in no public network"),
        ("http://[::ffff:10.0.0.1]/", "is in no public network"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://a.example/", "only http and https"),
        ("http://user:pw@127.0.0.1/", "a user's name"),
    ],
)
def test_each_hop_of_a_redirect_is_judged(target: str, message: str) -> None:
    with serving({"/": reply(b"", "302 Found", more=f"Location: {target}\r\n")}) as server:
        text = refusal(server.url)
    assert message in text
    assert f"sent on to {target}" in text


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://127.0.0.1:1/", "is in no public network"),
        ("http://localhost/", "is in no public network"),
        ("http://0.0.0.0/", "is in no public network"),
        ("http://2130706433/", "is in no public network"),
        ("http://[::]/", "is in no public network"),
        ("http://", "only http and https"),
        ("http://a.example:99999/", "Port out of range"),
        ("http://[::1/", "Invalid IPv6"),
    ],
)
def test_addresses_that_are_refused_at_once(url: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        fetch.fetch(url, QUICK)


def test_nothing_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "refused" in refusal(f"http://127.0.0.1:{port}/")


def test_the_connection_goes_to_the_address_that_was_judged() -> None:
    """A name server that changes its mind between the look-ups gains nothing: there is one."""
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with serving({"/": reply()}) as server:
        port = server.url.rpartition(":")[2]
        url = f"http://rebind.example:{port}/"
        assert fetch.fetch(url, QUICK, allowed=HERE, resolve=resolve).body == PAGE
        assert b"Host: rebind.example" in server.asked[0]
    assert asked == ["rebind.example"]
    with pytest.raises(InputError, match=r"127\.0\.0\.1 is in no public network"):
        fetch.fetch("http://rebind.example/", QUICK, resolve=resolve)


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(InputError, match=r"10\.0\.0\.1"):
        fetch.judge(["93.184.216.34", "10.0.0.1"])
    assert fetch.judge(["93.184.216.34", "8.8.8.8"]) == "93.184.216.34"
    with pytest.raises(InputError, match="no address"):
        fetch.judge([])


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("8.8.8.8", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("::127.0.0.1", False),
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b::8.8.8.8", True),
        ("2002:7f00:1::", False),
        ("2002:a00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert fetch.is_public(ip_address(address)) is public


# --- servers that never end -------------------------------------------------------------


def never(path: str, client: socket.socket) -> None:
    time.sleep(3)


def endless_head(path: str, client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(60):
        client.sendall(b"x")
        time.sleep(0.05)


def endless_body(path: str, client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(60):
        client.sendall(b"x")
        time.sleep(0.05)


def flood(path: str, client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(10_000):
        client.sendall(bytes(65536))


@pytest.mark.parametrize(
    ("server", "message"),
    [
        (never, "the server took too long"),
        (endless_head, "the server took too long"),
        (endless_body, "the server took too long"),
        (flood, "larger than 1 MiB"),
    ],
)
def test_no_server_holds_the_client_up(
    server: Callable[[str, socket.socket], None], message: str
) -> None:
    before = time.monotonic()
    with serving(server) as running:
        assert message in refusal(running.url, Limits(size=1 << 20, seconds=0.5))
        assert time.monotonic() - before < 2.5
