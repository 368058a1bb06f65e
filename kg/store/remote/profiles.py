"""How each kind of store is spoken to: its addresses, its way of knowing who writes, its habits.

Oxigraph and Virtuoso were tried; the others are as their documentation says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

from kg.errors import UsageError

MERGED = "urn:readout:merged"
"""The named graph that is the merged view where the default graph is a union of all graphs."""

STAMPS = "urn:readout:stamps"
"""The named graph that says which graphs are ours, and what each was loaded from."""

DIGEST = "urn:readout:digest"
"""The property of a graph in STAMPS: the SHA-256 of its statements in the store it came from."""

Way = Literal["update", "graphs"]


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of store: paths behind its address, and how it is written to.

    `way` is SPARQL Update, or the Graph Store Protocol where updates of some
    size are refused. `union` says that its default graph is the union of the
    named ones. `statements` is the most that one request may bring.
    """

    name: str
    query: str
    update: str
    graphs: str | None = None
    digest: bool = False
    union: bool = False
    way: Way = "update"
    statements: int = 20_000


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("oxigraph", "/query", "/update"),
        Profile("fuseki", "/query", "/update"),
        Profile("graphdb", "", "/statements", union=True),
        Profile("rdf4j", "", "/statements", union=True),
        Profile(
            "virtuoso",
            "/sparql",
            "/sparql-auth",
            "/sparql-graph-crud-auth",
            digest=True,
            union=True,
            way="graphs",
        ),
        Profile("qlever", "/", "/", union=True),
    )
}
"""The stores that graphs can be loaded into, by name."""

_LAST = {
    "oxigraph": ("/query", "/update", "/store"),
    "fuseki": ("/query", "/sparql", "/update", "/data"),
    "graphdb": ("/statements", "/rdf-graphs/service"),
    "rdf4j": ("/statements", "/rdf-graphs/service"),
    "virtuoso": ("/sparql-graph-crud-auth", "/sparql-graph-crud", "/sparql-auth", "/sparql"),
    "qlever": (),
}
"""Paths that a person may give with the address, and that are taken off again."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server of a known kind, at its address without the last part of its paths."""

    url: str
    profile: Profile

    @property
    def query(self) -> str:
        """The address that questions go to."""
        return self.url + self.profile.query

    @property
    def update(self) -> str:
        """The address that SPARQL updates go to."""
        return self.url + self.profile.update

    @property
    def graphs(self) -> str:
        """The address of the Graph Store Protocol, for profiles that are written to by it."""
        return self.url + (self.profile.graphs or "")


def find(url: str, name: str | None = None) -> Server:
    """Return the server at `url`, of the profile `name` or of the one that its path tells.

    Raises UsageError for an address that is none, or has credentials in it,
    for an unknown profile, and where the path does not tell it.
    """
    plain = check(url).rstrip("/")
    known = ", ".join(PROFILES)
    if name is not None and name not in PROFILES:
        raise UsageError(f"no profile {name!r}: there are {known}")
    guessed = name or guess(plain)
    if guessed is None:
        raise UsageError(f"{url} does not tell what store it is: name it, one of {known}")
    return Server(_base(plain, guessed), PROFILES[guessed])


def check(url: str) -> str:
    """Return an http or https address without query. Raises UsageError where it is none.

    Credentials in an address are refused, and not repeated: it may stand in
    logs and in the list of processes.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError("not an address of a server") from error
    if "@" in parts.netloc:
        raise UsageError(
            "the address has credentials in it: give them in the environment,"
            " READOUT_REMOTE_USER and READOUT_REMOTE_PASSWORD"
        )
    if parts.scheme not in ("http", "https") or not host:
        raise UsageError(f"not an address of a server: {url!r} (http://... or https://...)")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def guess(url: str) -> str | None:
    """Return the name of the only profile that has such a path, or None where several may."""
    path = urlsplit(url).path.rstrip("/")
    if "/repositories/" in path:
        return "rdf4j"  # GraphDB is spoken to in the same way
    if path.endswith(("/sparql-auth", "/sparql-graph-crud", "/sparql-graph-crud-auth")):
        return "virtuoso"
    return "oxigraph" if path in ("/query", "/update", "/store") else None


def _base(url: str, name: str) -> str:
    for last in _LAST[name]:
        if url.endswith(last):
            return url.removesuffix(last)
    return url
