"""`kg serve` as a process: its one line, its port, its end, and what it leaves behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from conftest import ROOT, Run

from kg.errors import StoreError
from kg.store import Store
from kg.web import server
from kg.web.site import Site, address, clean, open_site

STATEMENT = "<http://e.org/{}> <http://e.org/p> <http://e.org/o> <http://e.org/g> .\n"
PATIENCE = 30


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with Store(tmp_path / "store") as made:
        made.put(STATEMENT.format("one"))
    return tmp_path / "store"


@contextmanager
def served(*arguments: str | Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield a server that runs, and the line that it printed; it is killed if it is still there."""
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as run:
        assert run.stdout
        try:
            yield run, run.stdout.readline()
        finally:
            run.kill()


def get(here: str, path: str, **headers: str) -> httpx.Response:
    with httpx.Client(trust_env=False, timeout=PATIENCE) as client:
        return client.get(here.rstrip("/") + path, headers=headers)


# --- beginning and end -----------------------------------------------------------------------


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_one_line_tells_the_address_and_a_signal_ends_it_cleanly(
    place: Path, sign: signal.Signals
) -> None:
    with served("--store", place, "--port", "0") as (run, line):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\n", line)
        assert get(line.strip(), "/").status_code == 200
        assert get(line.strip(), "/sparql?query=ASK%20%7B%7D").json()["boolean"] is True
        run.send_signal(sign)
        out, err = run.communicate(timeout=PATIENCE)
    assert (run.returncode, out) == (0, "")
    assert "Traceback" not in err
    assert [each.name for each in place.parent.iterdir()] == ["store"], "no snapshot is left"


def test_requests_that_have_begun_are_answered_before_the_end(place: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { " + " ".join(
        f"VALUES ?v{n} {{ {' '.join(map(str, range(60)))} }}" for n in range(4)
    )
    with served("--store", place, "--port", "0") as (run, line):
        assert get(line.strip(), "/sparql?query=ASK%20%7B%7D").status_code == 200
        answers: list[int] = []
        thread = threading.Thread(
            target=lambda: answers.append(
                get(line.strip(), f"/sparql?query={httpx.QueryParams({'q': slow + ' }'})['q']}")
                .status_code
            )
        )  # fmt: skip
        thread.start()
        time.sleep(0.3)
        run.send_signal(signal.SIGTERM)
        run.wait(PATIENCE)
        thread.join(PATIENCE)
    assert answers == [200]


def test_what_a_killed_server_left_is_swept_by_the_next(place: Path) -> None:
    with served("--store", place, "--port", "0") as (run, _):
        run.kill()
        run.wait(PATIENCE)
    assert len(list(place.parent.iterdir())) == 2
    with served("--store", place, "--port", "0") as (run, line):
        assert line
        assert len(list(place.parent.iterdir())) == 2
        run.send_signal(signal.SIGTERM)
        run.wait(PATIENCE)
    assert len(list(place.parent.iterdir())) == 1


def test_a_store_may_be_written_while_it_is_served_and_is_seen(place: Path) -> None:
    with served("--store", place, "--port", "0") as (_, line):
        here = line.strip()
        with Store(place) as writer:
            writer.put(STATEMENT.replace("g>", "g2>").format("two"))
        ask = "/sparql?query=ASK%20%7B%20%3Chttp://e.org/two%3E%20%3Fp%20%3Fo%20%7D"
        until = time.monotonic() + PATIENCE
        while not get(here, ask).json()["boolean"]:
            assert time.monotonic() < until, "what was written is not seen"
            time.sleep(0.1)


# --- where it listens -------------------------------------------------------------------------


def test_a_port_that_is_taken_is_told(place: Path, kg_run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = kg_run("serve", "--store", place, "--port", str(port))
    assert (done.code, done.out) == (4, "")
    assert done.err == (
        f"kg: port {port} of 127.0.0.1 is taken: --port names another, --port 0 takes a free one\n"
    )
    assert [each.name for each in place.parent.iterdir()] == ["store"]


def test_an_address_that_is_not_ours_is_told(place: Path, kg_run: Run) -> None:
    done = kg_run("serve", "--store", place, "--host", "192.0.2.1", "--port", "0")
    assert done.code == 4
    assert "no server at 192.0.2.1" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--store", "nowhere"), 4, "no store at nowhere"),
        (("--port", "70000"), 2, "70000"),
        (("--port", "x"), 2, "not a valid integer"),
        (("THING",), 2, "unexpected extra argument"),
    ],
)
def test_what_cannot_be_served_is_told(
    kg_run: Run, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = kg_run("serve", *arguments)
    assert (done.code, told in done.err) == (code, True), done.err


def test_a_listening_socket_can_be_told_by_its_address() -> None:
    with server.listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        assert server._address(listening, "/readout") == f"http://127.0.0.1:{port}/readout/"
    with pytest.raises(StoreError, match="no server at"):
        server.listen("no.such.name.invalid", 0)


@pytest.mark.skipif(not socket.has_ipv6, reason="the machine has no IPv6")
def test_an_address_of_ip_version_six_is_written_in_brackets() -> None:
    try:
        listening = server.listen("::1", 0)
    except StoreError:
        pytest.skip("loopback has no address of IPv6")
    with listening:
        assert re.fullmatch(r"http://\[::1\]:\d+/", server._address(listening, ""))


def test_names_and_base_path_are_taken_from_the_command(place: Path) -> None:
    arguments = ("--port", "0", "--base-path", "kg", "--allow-host", "kg.example.org")
    with served("--store", place, *arguments) as (_, line):
        assert line.endswith("/kg/\n")
        root = line.strip().removesuffix("/kg/")
        assert get(root, "/kg/health", host="kg.example.org").status_code == 200
        assert get(root, "/kg/health", host="example.org").status_code == 421


# --- what starting costs -----------------------------------------------------------------------


def test_the_server_starts_without_what_only_workers_need(place: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom kg.web import server, site\n"
        "made = site.open_site(Path(sys.argv[1]))\nserver.configure(made)\nmade.served.close()\n"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(place)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    heavy = {"rdflib", "pyshacl", "SPARQLWrapper", "httpx", "lxml", "kg.mentions", "playwright"}
    assert not heavy & set(done.stdout.split())


# --- the site ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "base"),
    [("", ""), ("/", ""), ("readout", "/readout"), ("/readout/", "/readout"), ("/a/b", "/a/b")],
)
def test_a_base_path_is_written_in_one_way(given: str, base: str) -> None:
    assert clean(given) == base


@pytest.mark.parametrize(
    ("path", "query", "written"),
    [
        ("/doc/person/x", {}, "/b/doc/person/x"),
        ("/search", {"q": "a b&c", "kind": None}, "/b/search?q=a+b%26c"),
        ("/search", {"q": ["a", "b"]}, "/b/search?q=a&q=b"),
        ("/doc/article/a#char=1,2", {}, "/b/doc/article/a#char=1,2"),
        ('/x"><b>', {}, "/b/x%22%3E%3Cb%3E"),
        ("/é", {}, "/b/%C3%A9"),
    ],
)
def test_addresses_are_written_below_the_base_path(
    path: str, query: dict[str, object], written: str
) -> None:
    assert address("/b", path, query) == written


def test_a_site_sees_a_newer_store_and_drops_the_snapshot_before_last(place: Path) -> None:
    site: Site = open_site(place)
    try:
        first = site.store
        assert site.served.renew() is False
        for number in range(3):
            with Store(place) as writer:
                writer.put(STATEMENT.replace("g>", f"g{number}>").format(number))
            assert site.served.renew() is True
        assert len(site.store.graphs()) == 4
        assert len(first.graphs()) == 1, "a page that has begun reads on"
        assert len([each for each in place.parent.iterdir() if "served" in each.name]) == 2
    finally:
        site.served.close()
    assert [each.name for each in place.parent.iterdir()] == ["store"]


def test_a_store_that_goes_is_served_as_it_was(place: Path) -> None:
    site = open_site(place)
    try:
        place.rename(place.with_name("elsewhere"))
        assert site.served.renew() is False
        assert len(site.store.graphs()) == 1
    finally:
        site.served.close()
