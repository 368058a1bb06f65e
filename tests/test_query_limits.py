"""`kg query` within limits: hostile questions end in a clear word, and the process goes on."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
import samples
from conftest import ROOT, Done, Run
from stores import SEED, fill

from kg.commands import worker
from kg.errors import StoreError
from kg.queries import results
from kg.store import Store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows makes no copies of a process")

CROSS = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SORTED = CROSS + " ORDER BY ?a ?d ?g ?j"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("queries") / "store")


def ask(place: Path, text: str, *options: str) -> Done:
    """Return what `kg query` in a process of its own says to a free query."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", "query", "--file", "-", "--store", str(place), *options],
        input=text.encode(),
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=100,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


# --- time, memory, rows --------------------------------------------------------------------


def test_a_question_that_takes_too_long_is_ended(place: Path) -> None:
    start = time.monotonic()
    done = ask(place, f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", "--timeout", "1.5")
    assert time.monotonic() - start < 10
    assert (done.code, done.out) == (4, "")
    assert done.err == "kg: no answer within 1.5 seconds: --timeout allows more\n"


def test_a_question_that_takes_too_much_memory_is_ended(
    place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program = f"""
import sys
from kg.commands import query, worker
from kg.cli import main
worker.Limits.__init__.__defaults__ = (60, {400 << 20})
sys.exit(main(["query", "--file", "-", "--store", {str(place)!r}, "--rows", "0"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=SORTED.encode(),
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=100,
    )
    assert done.returncode == 4
    assert done.stdout == b""
    told = "kg: the answer takes more than 400 MB of memory: ask for less at once\n"
    assert done.stderr.decode() == told


def test_rows_are_capped_and_the_cap_is_told(place: Path) -> None:
    done = ask(place, CROSS, "--rows", "7", "-f", "csv")
    assert len(done.out.splitlines()) == 8
    assert done.code == 1
    assert done.err == "kg: there are more than 7 rows: --rows allows more\n"
    exact = ask(place, "SELECT * WHERE { ?a ?b ?c } LIMIT 7", "--rows", "7", "-f", "csv")
    assert (exact.code, exact.err, len(exact.out.splitlines())) == (0, "", 8)


def test_rows_stream_to_a_reader_that_has_seen_enough(place: Path) -> None:
    command = [sys.executable, "-m", "kg", "query", "--file", "-", "-s", str(place), "-f", "tsv"]
    with subprocess.Popen(
        [*command, "--rows", "0"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as run:
        assert run.stdin and run.stdout and run.stderr
        run.stdin.write(CROSS.encode())
        run.stdin.close()
        assert run.stdout.readline().startswith(b"?a\t?b")
        assert run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        run.wait(20)
    assert run.returncode == 0


# --- hostile text --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT * WHERE " + "{" * 3000 + "}" * 3000, "nests more than 100"),
        ("SELECT * WHERE { FILTER(" + "(" * 8000 + "1" + ")" * 8000 + ") }", "nests more than"),
        ("SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/> WHERE { ?s ?p ?o }", "FROM"),
        ("LOAD <file:///etc/passwd>", "refused"),
        ("SELECT * WHERE { ?s ?p ?o " + "FILTER(?o = 1) " * 2000 + "}", "more than 500"),
    ],
    ids=lambda value: value[:12],
)
def test_hostile_text_is_refused_before_the_engine_sees_it(
    place: Path, text: str, told: str
) -> None:
    done = ask(place, text)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_a_regular_expression_cannot_run_away(place: Path) -> None:
    bomb = "(a*)*" * 12 + "b"
    text = f'SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o FILTER(REGEX(STR(?o), "^{bomb}$")) }}'
    done = ask(place, text, "-f", "csv", "--timeout", "20")
    assert done.code in (0, 2, 4)
    assert done.out in ("n\r\n0\r\n", "")


def test_no_address_is_asked(place: Path) -> None:
    heard: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(15)

        def listen() -> None:
            try:
                heard.append(server.accept())
            except OSError:
                return

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        port = server.getsockname()[1]
        there = f"<http://127.0.0.1:{port}/> {{ ?s ?p ?o }}"
        for text in (
            f"SELECT * WHERE {{ SERVICE {there} }}",
            f"ASK {{ FILTER EXISTS {{ SERVICE SILENT {there} }} }}",
        ):
            done = ask(place, text)
            assert (done.code, done.out) == (2, "")
            assert "SERVICE asks another server" in done.err
        assert heard == []


# --- the worker by itself ------------------------------------------------------------------

HARNESS = """
import os, sys
from kg.commands import worker
from kg.errors import KgError, UsageError
def work():
    {body}
try:
    sys.exit(worker.run(work, worker.Limits(seconds=5, memory={memory})))
except KgError as error:
    sys.stderr.write(f"said: {{error}}")
    sys.exit(40 + error.exit_code)
"""


@pytest.mark.parametrize(
    ("body", "memory", "code", "told"),
    [
        ("sys.stdout.write('data'); return 0", None, 0, ""),
        ("return 1", None, 1, ""),
        ("raise UsageError('no such thing')", None, 2, "kg: no such thing\n"),
        ("os.kill(os.getpid(), 11)", None, 44, "said: the engine broke on the query (SIGSEGV)"),
        ("os.kill(os.getpid(), 9)", None, 44, "said: the engine broke on the query (SIGKILL)"),
        ("return len(bytes(1 << 30))", 300 << 20, 44, "said: the answer takes more than 300 MB"),
        ("raise KeyboardInterrupt", None, 130, ""),
        ("return 1 // 0", None, 130, "ZeroDivisionError"),
        ("import time; time.sleep(60)", None, 44, "said: no answer within 5 seconds"),
    ],
)
def test_what_happens_to_a_worker_is_told(
    body: str, memory: int | None, code: int, told: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HARNESS.format(body=body, memory=memory)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == code
    assert told in done.stderr
    assert bool(done.stderr) is bool(told)
    assert done.stdout == ("data" if code == 0 else "")


def test_where_no_copy_can_be_made_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert worker.run(lambda: 7, worker.Limits()) == 7
    with pytest.raises(StoreError):
        worker._outcome(None, worker.Limits(seconds=1))


# --- streams -------------------------------------------------------------------------------


def test_a_stream_is_read_as_far_as_it_is_wanted(place: Path) -> None:
    with Store(place, read_only=True) as store:
        stream = store.begin("SELECT ?s WHERE { ?s ?p ?o }", 3)
        assert isinstance(stream, results.Stream)
        assert len(list(stream)) == 3
        assert stream.cut
        whole = store.begin("SELECT ?s WHERE { ?s ?p ?o } LIMIT 3", 3)
        assert isinstance(whole, results.Stream)
        assert len(list(whole)) == 3
        assert not whole.cut


@pytest.mark.parametrize("form", ["csv", "tsv", "text/csv", "json", "table"])
@pytest.mark.parametrize("count", [0, 1, results.STEP - 1, results.STEP, 2 * results.STEP + 1])
def test_pieces_are_the_text_of_the_whole(form: str, count: int) -> None:
    rows = [(ox.Literal(f"line\n{n}"), None) for n in range(count)]
    stream = results.Stream(("a", "b"), iter(rows))
    whole = results.write(results.Rows(("a", "b"), tuple(rows)), form)
    assert "".join(results.pieces(stream, form)) == whole


def test_answers_without_rows_come_whole(kg_run: Run, place: Path) -> None:
    done = kg_run("query", "-f", "csv", "--file", "-", "-s", place, stdin=b"ASK { ?s ?p ?o }")
    assert done.out == "answer\r\ntrue\r\n"
    assert SEED in kg_run("query", "appearances", "-s", place, "--rows", "0").out
    assert len(samples.all_quads()) > 3
