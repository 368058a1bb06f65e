"""Real SPARQL servers on loopback, for the tests of what is loaded into them and asked there.

with servers.oxigraph(tmp_path) as server:
    server.url                     # "http://127.0.0.1:PORT"
    server.kill(); server.start()  # as a crash does, and up again with what was acknowledged
"""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from conftest import lack, need

USER, PASSWORD = "loader", "s3cret-Wort"
"""Who may write to Virtuoso."""

_PATIENCE = 60.0
_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 10000
"""


def free_port() -> int:
    """Return a port that nobody listens to now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(slots=True)
class Server:
    """A server as a process of ours; `probe` is a path that answers when it is up."""

    url: str
    command: list[str]
    folder: Path
    probe: str
    lock: Path | None = None
    sql: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        if self.lock:
            self.lock.unlink(missing_ok=True)
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=log, stderr=log)
        end = time.monotonic() + _PATIENCE
        while not self._answers():
            log_text = (self.folder / "server.log").read_text("utf-8", "replace")
            assert self.process.poll() is None, f"it ended: {log_text[-1000:]}"
            assert time.monotonic() < end, f"it does not answer: {log_text[-1000:]}"
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + self.probe, timeout=5):
                return True
        except urllib.error.HTTPError as error:
            error.close()
            return True
        except OSError:
            return False

    def execute(self, text: str) -> str:
        """Return what Virtuoso prints of statements in its own language."""
        client = ["isql-vt", f"127.0.0.1:{self.sql}", "dba", "dba", f"exec={text}"]
        done = subprocess.run(client, check=True, capture_output=True, text=True, timeout=60)
        return done.stdout

    def kill(self) -> None:
        """End it as a crash does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None


def oxigraph_binary() -> str:
    """Return the path of the server that the package oxigraph brings."""
    beside = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    binary = beside or shutil.which("oxigraph")
    if binary is None:
        lack("oxigraph is not installed: pip install oxigraph brings a server to load into")
    return binary


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Server]:
    """Yield an Oxigraph server that keeps its data in `folder`."""
    place = f"127.0.0.1:{free_port()}"
    data = str(folder / "oxigraph")
    command = [oxigraph_binary(), "serve", "--location", data, "--bind", place, *options]
    with _run(Server(f"http://{place}", command, folder, "/query")) as server:
        yield server


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Yield a Virtuoso with its files in `folder`, to which USER may write."""
    need("virtuoso-t", "virtuoso-opensource brings a server to load into")
    need("isql-vt", "virtuoso-opensource brings what makes its users")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=sql, http=http))
    server = Server(
        f"http://127.0.0.1:{http}",
        ["virtuoso-t", "-f", "-c", "virtuoso.ini"],
        folder,
        "/sparql",
        folder / "virtuoso.lck",
        sql,
    )
    made = f"DB.DBA.USER_CREATE('{USER}', '{PASSWORD}'); GRANT SPARQL_UPDATE TO \"{USER}\";"
    with _run(server):
        server.execute(made)
        yield server


@contextmanager
def _run(server: Server) -> Iterator[Server]:
    server.folder.mkdir(parents=True, exist_ok=True)
    server.start()
    try:
        yield server
    finally:
        server.stop()
