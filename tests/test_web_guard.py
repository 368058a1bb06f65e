"""What every request passes: names, sizes, headers, the log, base paths, and errors in words."""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sites import QUICK, Client, opened
from starlette.requests import Request

from kg.errors import InputError, KgError, LimitError, StoreError, UsageError
from kg.store.asking import UnwantedError
from kg.web import accept, guard, refusals
from kg.web.refusals import RefusedError
from kg.web.site import STATIC

PERSON = "/doc/person/ru-patrushev-n"


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[Client]:
    with opened(store, hosts=("kg.example.org",)) as made:
        yield made


# --- under which name ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("localhost", True),
        ("localhost:8000", True),
        ("LocalHost:8000", True),
        ("app.localhost", True),
        ("127.0.0.1:8000", True),
        ("[::1]:8000", True),
        ("192.168.1.7", True),
        ("kg.example.org", True),
        ("KG.example.org:443", True),
        ("kg.example.org.", True),
        ("example.org", False),
        ("evil.kg.example.org", False),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
        ("127.0.0.1@example.org", False),
        ("example.org/localhost", False),
        ("localhost:8000:9", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_only_names_of_this_machine_and_allowed_ones_are_answered(host: str, ours: bool) -> None:
    assert guard.is_ours(host, ("kg.example.org",)) is ours
    assert guard.is_ours(host, ("*",)) is (ours or host in _NAMES)


_NAMES = ("example.org", "evil.kg.example.org", "localhost.example.org", "127.0.0.1.example.org")


def test_a_name_that_is_not_ours_is_refused_before_anything_is_done(client: Client) -> None:
    for path in ("/", PERSON, "/sparql?query=ASK%20%7B%7D", "/static/readout.css"):
        answer = client.get(path, headers={"host": "evil.example"})
        assert answer.status_code == 421
        assert "--allow-host" in answer.text
    assert client.get("/", headers={"host": "kg.example.org"}).status_code == 200


# --- how large -----------------------------------------------------------------------------


def test_long_addresses_are_refused_and_the_other_way_is_told(client: Client) -> None:
    answer = client.get("/sparql?query=" + "x" * QUICK.address)
    assert (answer.status_code, "by POST" in answer.text) == (414, True)


def test_large_bodies_are_refused_whether_they_say_so_or_not(client: Client) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    body = b"query=" + b"x" * QUICK.body
    told = client.post("/sparql", content=body, headers=form)
    assert (told.status_code, "256 kB" in told.text) == (413, True)
    pieces = (b"query=", *(b"x" * 10_000 for _ in range(30)))
    untold = client.post("/sparql", content=iter(pieces), headers=form)
    assert untold.status_code == 413


def test_a_body_that_does_not_come_is_not_waited_for(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_SLOWEST", 0.3)
    parts = urlsplit(client.here)
    head = (
        f"POST /sparql HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: 100\r\n"
        "Content-Type: application/sparql-query\r\n\r\nASK"
    )
    with socket.create_connection((parts.hostname or "", parts.port or 0), 10) as line:
        line.sendall(head.encode())
        answer = b"".join(iter(lambda: line.recv(4096), b"")).decode()
    assert answer.startswith("HTTP/1.1 408")
    assert "timeout" in answer


def test_many_fields_are_refused(client: Client) -> None:
    answer = client.get("/sparql?" + "a=1&" * 300)
    assert (answer.status_code, "200 fields" in answer.text) == (400, True)


# --- what browsers are told -------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", PERSON, "/nothing", "/sparql", "/health", "/questions"])
def test_every_answer_has_the_headers_of_safety(client: Client, path: str) -> None:
    answer = client.get(path, headers={"accept": "text/html"})
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy and "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "server" not in answer.headers


def test_pages_of_things_tell_their_other_formats(client: Client) -> None:
    answer = client.get(PERSON, headers={"accept": "text/html"})
    assert f'<{PERSON}.ttl>; rel="alternate"; type="text/turtle"' in answer.headers["link"]
    assert {"Accept", "Origin"} <= {each.strip() for each in answer.headers["vary"].split(",")}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
@pytest.mark.parametrize("path", ["/", PERSON, "/questions/counts", "/health", "/export.nq"])
def test_pages_are_only_read(client: Client, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert "not accepted here" in answer.text


def test_what_is_not_there_is_told_in_the_form_that_is_wanted(client: Client) -> None:
    page = client.get("/nothing", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["content-type"][:9]) == (404, "text/html")
    data = client.get("/nothing", headers={"accept": "application/json"})
    assert data.json() == {"status": 404, "error": "there is nothing at /nothing"}
    text = client.get("/nothing", headers={"accept": "image/png"})
    assert text.text == "there is nothing at /nothing\n"


def test_what_is_asked_is_shown_as_text(client: Client) -> None:
    for path in ("/<script>alert(1)</script>", "/questions/<b>?x=<i>", "/doc/person/<b>.ttl"):
        answer = client.get(path, headers={"accept": "text/html"})
        assert answer.status_code in (400, 404)
        assert "<script>alert" not in answer.text and "<b>" not in answer.text


@pytest.mark.parametrize("path", ["/static/../site.py", "/static/%2e%2e/site.py", "/static//etc"])
def test_nothing_is_read_outside_of_the_folder_of_files(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("readout.css", "text/css; charset=utf-8"),
        ("readout.js", "text/javascript; charset=utf-8"),
        ("mark.svg", "image/svg+xml"),
    ],
)
def test_files_of_the_pages_are_sent_once(client: Client, name: str, kind: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.headers["content-type"] == kind
    assert answer.content == (STATIC / name).read_bytes()
    again = client.get(f"/static/{name}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"/static/{name}", headers={"if-none-match": '"other"'})
    assert other.status_code == 200
    assert client.get("/static/readout.php").status_code == 404


# --- the log ---------------------------------------------------------------------------------


def test_each_request_is_a_line_of_json(client: Client, capfd: pytest.CaptureFixture[str]) -> None:
    client.get("/health?x=%22%0a")
    client.get("/nothing")
    client.get("/", headers={"host": "evil.example"})
    for _ in range(100):
        lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
        if lines:
            break
        time.sleep(0.01)
    told = {line["address"]: line for line in lines}
    assert told["/health?x=%22%0a"]["status"] == 200
    assert told["/health?x=%22%0a"].keys() == {
        *("time", "client", "method", "address", "status", "bytes", "ms"),
    }  # fmt: skip
    assert all(line["client"] == "127.0.0.1" and line["ms"] >= 0 for line in lines)


# --- behind a proxy ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def behind(store: Path) -> Iterator[Client]:
    with opened(store, base_path="readout/", hosts=("kg.example.org",)) as made:
        yield made


@pytest.mark.parametrize("prefix", ["/readout", ""])
def test_a_proxy_may_leave_the_base_path_or_take_it_away(behind: Client, prefix: str) -> None:
    page = behind.get(f"{prefix}{PERSON}", headers={"accept": "text/html"})
    assert page.status_code == 200
    assert 'href="/readout/static/readout.css"' in page.text
    assert 'href="/static' not in page.text
    assert behind.get(f"{prefix}/static/readout.css").status_code == 200
    seen = behind.get(f"{prefix}/id/person/ru-patrushev-n", headers={"accept": "text/turtle"})
    assert seen.headers["location"] == f"/readout{PERSON}.ttl"
    assert f"</readout{PERSON}.ttl>" in page.headers["link"]


def test_every_address_of_a_page_is_below_the_base_path(behind: Client) -> None:
    for path in ("/readout", "/readout/", f"/readout{PERSON}", "/readout/questions/counts"):
        text = behind.get(path, headers={"accept": "text/html"}).text
        own = re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
        assert own and all(each.startswith("/readout/") for each in own)


def test_absolute_addresses_are_those_that_the_proxy_is_asked_for(behind: Client) -> None:
    told = {"x-forwarded-host": "kg.example.org", "x-forwarded-proto": "https"}
    text = behind.get("/readout/robots.txt", headers=told).text
    assert "Sitemap: https://kg.example.org/readout/sitemap.xml" in text
    assert "Disallow: /readout/sparql" in text
    lied = behind.get("/readout/robots.txt", headers={"x-forwarded-host": "evil.example"}).text
    assert "evil.example" not in lied


# --- Accept, and the status of errors --------------------------------------------------


@pytest.mark.parametrize(
    ("header", "offers", "chosen"),
    [
        ("", ("a/b", "c/d"), "a/b"),
        ("  ", ("a/b",), "a/b"),
        ("*/*", ("a/b", "c/d"), "a/b"),
        ("c/d", ("a/b", "c/d"), "c/d"),
        ("c/*", ("a/b", "c/d"), "c/d"),
        ("C/D", ("a/b", "c/d"), "c/d"),
        ("x/y", ("a/b", "c/d"), None),
        ("a/b;q=0", ("a/b",), None),
        ("a/b;q=0, */*", ("a/b", "c/d"), "c/d"),
        ("a/b;q=0.1, c/d;q=0.2", ("a/b", "c/d"), "c/d"),
        ("a/b;q=0.5, */*;q=0.6", ("a/b", "c/d"), "c/d"),
        ("a/*;q=0.1, a/b", ("a/b", "a/c"), "a/b"),
        ("a/b; level=1; q=0.3, c/d;q=0.4", ("a/b", "c/d"), "c/d"),
        ("a/b;q=2, c/d;q=0.4", ("a/b", "c/d"), "a/b"),
        ("nonsense, c/d", ("a/b", "c/d"), "c/d"),
        ("nonsense", ("a/b",), "a/b"),
        ("a/b", (), None),
    ],
)
def test_what_is_wanted_most_is_chosen(
    header: str, offers: tuple[str, ...], chosen: str | None
) -> None:
    assert accept.choose(header, offers) == chosen


@pytest.mark.parametrize(
    ("header", "html"),
    [
        ("text/html", True),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True),
        ("text/html;q=0.9, text/turtle", False),
        ("*/*", False),
        ("text/*", False),
        ("", False),
    ],
)
def test_a_browser_is_known_by_what_it_names(header: str, html: bool) -> None:
    scope = {"type": "http", "headers": [(b"accept", header.encode())]}
    assert accept.prefers_html(Request(scope)) is html


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 400),
        (InputError("x"), 400),
        (UnwantedError("x"), 406),
        (LimitError("x"), 503),
        (StoreError("x"), 503),
        (KgError("x"), 500),
        (RefusedError(418, "x"), 418),
    ],
)
def test_the_status_says_whose_fault_it_is(error: KgError, code: int) -> None:
    assert refusals.status(error) == code
    assert refusals.reason(code)


def test_a_fault_of_ours_is_told_without_its_insides(
    client: Client, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from kg.web.site import Served

    def break_down(self: Served) -> bool:
        raise ValueError("secret insides")

    monkeypatch.setattr(Served, "renew", break_down)
    answer = client.get("/health")
    assert answer.status_code == 500
    assert "secret" not in answer.text and "fault" in answer.text
    assert answer.headers["content-security-policy"]
    for _ in range(100):
        lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
        if lines:
            break
        time.sleep(0.01)
    assert lines[-1]["status"] == 500
    assert "secret insides" in lines[-1]["fault"]
