"""The server: a socket, uvicorn on it, the address told when it can be asked."""

from __future__ import annotations

import errno
import socket
import sys
from types import FrameType

import uvicorn

from kg.errors import StoreError
from kg.web.app import create_app
from kg.web.site import Site

_SWITCH = 0.001
"""Seconds after which a thread that makes a page lets the one go on that sends answers."""

GRACE = 5
"""Seconds that requests which have begun are waited for at the end."""


class Server(uvicorn.Server):
    """A server that tells its address once it answers."""

    def __init__(self, config: uvicorn.Config, told: str) -> None:
        super().__init__(config)
        self._told = told

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End when what was begun is answered, at a second signal at once: that is no error."""
        self.force_exit = self.should_exit
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then print the address on stdout, in one line."""
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(f"{self._told}\n")
            sys.stdout.flush()


def run(site: Site, host: str, port: int) -> int:
    """Serve a site until SIGINT or SIGTERM. Raises StoreError where the port cannot be had."""
    try:
        listening = listen(host, port)
    except StoreError:
        site.served.close()
        raise
    sys.setswitchinterval(_SWITCH)
    try:
        Server(configure(site), _address(listening, site.base_path)).run([listening])
    finally:
        listening.close()
    return 0


def configure(site: Site) -> uvicorn.Config:
    """Return how a site is served: our own log, no word on the server's kind, bounded waiting."""
    return uvicorn.Config(
        create_app(site),
        lifespan="on",
        log_config=None,
        log_level="critical",  # faults are in the lines of our own log
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=30,
        limit_concurrency=500,
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises StoreError that says what is in the way."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, place = found[0]
        made = socket.socket(family, kind, protocol)
        try:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(place)
            made.listen(128)
        except OSError:
            made.close()
            raise
    except OSError as error:
        raise StoreError(_refusal(host, port, error)) from error
    return made


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} of {host} is taken: --port names another, --port 0 takes a free one"
    return f"no server at {host}, port {port}: {error.strerror or error}"


def _address(listening: socket.socket, base_path: str) -> str:
    host, port = listening.getsockname()[:2]
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}{base_path}/"
