"""A server made ready to be asked or written to, with the credentials of the environment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.store.remote import credentials, profiles
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.loading import Loading
from kg.store.remote.transport import PATIENT, Transport
from kg.store.remote.writing import Writer

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

_HERE = ("localhost", "127.0.0.1", "::1")


def ask(url: str, profile: str | None = None, seconds: float | None = None) -> Endpoint:
    """Return the server at `url`, to be asked.

    `url` is the address of its queries; with a `profile` it may be that of the
    server. Where the merged view is there, the server is asked: a bulk loader
    may have put it where `kg load` would not. No answer takes longer than
    `seconds`. Raises UsageError as `profiles.find` and `credentials.read` do.
    """
    known = credentials.read()
    limits = PATIENT.within(seconds) if seconds else PATIENT
    name = profile or profiles.guess(profiles.check(url))
    if name is None:
        return Endpoint(url, known, limits=limits)
    server = profiles.find(url, name)
    return Endpoint(server.query, known, digest=server.profile.digest, limits=limits)


@contextmanager
def write(
    store: GraphStore, url: str, profile: str | None = None, seconds: float | None = None
) -> Iterator[Loading]:
    """Yield what brings the graphs of `store` to the server at `url`.

    No request takes longer than `seconds`. Raises UsageError as
    `profiles.find` and `credentials.read` do.
    """
    server, known = profiles.find(url, profile), credentials.read()
    limits = PATIENT.within(seconds) if seconds else PATIENT
    kind = server.profile
    with Transport(known, digest=kind.digest, limits=limits) as transport:
        endpoint = Endpoint(
            server.query, known, digest=kind.digest, union=kind.union, limits=limits
        )
        yield Loading(store, endpoint, Writer(server, transport))


def is_open(url: str) -> bool:
    """Tell whether credentials would go to `url` so that others can read them."""
    parts = urlsplit(url)
    return bool(credentials.read()) and parts.scheme == "http" and parts.hostname not in _HERE
