"""A site to be asked in tests: a real server on loopback, in a thread, its workers beside it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from kg.web import server
from kg.web.site import Limits, Site, open_site

QUICK = Limits(seconds=4, rows=200, workers=2)
"""Limits that a test can wait for."""

_PATIENCE = 20


class Client(httpx.Client):
    """A client of a site that runs; redirects are told, not followed."""

    def __init__(self, site: Site, here: str) -> None:
        super().__init__(base_url=here, timeout=30, trust_env=False)
        self.site, self.here = site, here


@contextmanager
def opened(
    store: Path,
    *,
    base_path: str = "",
    hosts: tuple[str, ...] = (),
    origins: tuple[str, ...] = (),
    limits: Limits = QUICK,
) -> Iterator[Client]:
    """Yield a client of the site of a store."""
    site = open_site(store, base_path=base_path, hosts=hosts, origins=origins, limits=limits)
    with running(site) as here, Client(site, here) as client:
        yield client


@contextmanager
def running(site: Site) -> Iterator[str]:
    """Serve a site from a thread and yield its origin, "http://127.0.0.1:4711"."""
    listening = server.listen("127.0.0.1", 0)
    serving = uvicorn.Server(server.configure(site))
    thread = threading.Thread(target=serving.run, args=([listening],), daemon=True)
    thread.start()
    try:
        _await(serving, thread)
        yield _origin(listening)
    finally:
        serving.should_exit = True
        thread.join(_PATIENCE)
        listening.close()
        assert not thread.is_alive(), "the server does not end"


def _origin(listening: socket.socket) -> str:
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


def _await(serving: uvicorn.Server, thread: threading.Thread) -> None:
    until = time.monotonic() + _PATIENCE
    while not serving.started:
        assert thread.is_alive() and time.monotonic() < until, "the server does not begin"
        time.sleep(0.005)
