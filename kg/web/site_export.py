"""The pages of a store as files that open from a folder: no server, relative links, the same bytes.

Each page is asked of the handlers that serve it, with a `url` that writes the
way from file to file and notes what is led to, so that it is written too.
"""

from __future__ import annotations

import asyncio
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from starlette.exceptions import HTTPException
from starlette.routing import Router
from starlette.types import Message

from kg import namespaces
from kg.errors import KgError, UsageError
from kg.queries import surroundings
from kg.store import Store
from kg.web import files, listings, machines, pages, questions, schema, site, sitemap
from kg.web.letters import Letters
from kg.web.site import STATIC, Limits, Site
from kg.web.views import links, listing

STARTS = ("/", "/search", "/articles", "/questions", "/ontology", "/context.jsonld", "/shapes.ttl")
"""Where a person or a machine begins; all that these lead to is written too."""

SERVED = ("/sparql", "/suggest", "/resolve", "/reconcile", "/export", "/catalog", "/health")
"""What only a server answers: no page of a site of files leads there."""

_GENEROUS = Limits(seconds=600, rows=1_000_000)
_OF_KIND = "SELECT DISTINCT ?thing WHERE {{ ?thing a readout:{kind} }} ORDER BY ?thing"
_TOLD = (200, 400)  # a question whose example names what the store has not says so on its page
_SITEMAP = 50_000  # addresses of one map, as its protocol allows

Address = tuple[str, tuple[tuple[str, str], ...]]
"""A path and its query, sorted."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many pages a site has; `missing` are addresses that one of them leads to in vain."""

    pages: int
    missing: tuple[str, ...]


def export(
    store: Path,
    folder: Path,
    *,
    address: str | None = None,
    force: bool = False,
    follow: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Written:
    """Write the pages of a store to a folder, whole or not at all.

    `address` is where the site will be published: with it there is a sitemap.
    `follow` passes on the paths of things and may tell how far the work is.
    Raises UsageError where the folder holds other files (unless `force`) or the
    address is none, StoreError where the store cannot be read.
    """
    base = None if address is None else _checked(address)
    with files.replacing(folder, force=force) as part:
        opened = site.open_site(store, limits=_GENEROUS)
        try:
            copy = _Copy(opened, part)
            asyncio.run(copy.write(follow))
        finally:
            opened.served.close()
        if base:
            _map(part, base, copy.shown)
        return Written(len(copy.shown), tuple(copy.missing))


def _checked(address: str) -> str:
    parts = urlsplit(address)
    safe = parts.scheme in ("http", "https") and parts.hostname
    if not safe or parts.query or parts.fragment:
        raise UsageError(f"{address!r} is no address of a site: https://example.org/readout/ is")
    return address.rstrip("/") + "/"


@dataclass
class _Copy:
    """A site on its way into a folder; `page` is the file that is being made."""

    origin: Site
    folder: Path
    page: str = ""
    shown: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    _ahead: deque[Address] = field(default_factory=deque)
    _known: set[Address] = field(default_factory=set)
    _data: dict[Address, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        store = self.origin.store
        templates = site.environment(self.url, partial(schema.script, store), static=True)
        here = replace(self.origin, templates=templates)
        parts = (machines, questions, pages, listings)
        self._router = Router([route for part in parts for route in part.routes(here)])

    # --- addresses ---------------------------------------------------------------------

    def url(self, path: str, /, **query: object) -> str:
        """Return the way from the page that is being made to another file, which is noted."""
        bare, hash_, place = path.partition("#")
        given = {name: str(value) for name, value in query.items() if value is not None}
        if bare == "/search" and given:  # a script reads it
            return f"{self._to(bare, {})}?{urlencode(given)}"
        if bare.startswith("/id/"):
            bare = machines.page(self.origin.store, namespaces.BASE + bare.removeprefix("/id/"))
        if bare.startswith(SERVED):
            raise ValueError(f"{self.page} leads to {path}, which needs a server")
        return self._to(bare, given) + hash_ + quote(place, safe="=,-")

    def _to(self, path: str, query: dict[str, str]) -> str:
        if not path.startswith("/static/"):
            self._note((path, tuple(sorted(query.items()))))
        return files.relative(files.name(path, query), self.page)

    def _note(self, found: Address) -> None:
        if not files.is_page(found[0]):
            self._data[found] = None  # one page alone leads there, or a few: no need to keep it
        elif found not in self._known:
            self._known.add(found)
            self._ahead.append(found)

    # --- files -------------------------------------------------------------------------

    async def write(self, follow: Callable[[Iterable[str]], Iterable[str]]) -> None:
        """Write all files."""
        shutil.copytree(STATIC, self.folder / "static")
        self._index()
        for path in follow(chain(STARTS, _things(self.origin.store))):
            self._note((path, ()))
            await self._drain()

    async def _drain(self) -> None:
        """Write what is noted, and what that leads to; the files of data of a page at once."""
        while self._ahead or self._data:
            if self._ahead:
                await self._write(self._ahead.popleft())
            data, self._data = self._data, {}
            await asyncio.gather(*map(self._write, data))

    async def _write(self, address: Address) -> None:
        path, query = address
        name = files.name(path, dict(query))
        if files.is_page(path):
            self.page = name
        body = await self._get(path, urlencode(query))
        if body is None:
            self.missing.append(f"{path}?{urlencode(query)}" if query else path)
            return
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        if files.is_page(path):
            self.shown.append(name)

    async def _get(self, path: str, query: str) -> bytes | None:
        """Return what the handlers answer to an address, or None where they have nothing."""
        answer = _Answer()
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},  # nobody waits for a disconnection
            "method": "GET",
            "scheme": "http",
            "http_version": "1.1",
            "path": path,
            "root_path": "",
            "query_string": query.encode("ascii"),
            "headers": [(b"host", b"localhost")],
            "server": ("localhost", 80),
        }
        try:
            await self._router(scope, _nothing_more, answer.take)
        except (KgError, HTTPException):
            return None
        return bytes(answer.body) if answer.status in _TOLD else None

    def _index(self) -> None:
        """Write the names that the script of the search looks through."""
        store = self.origin.store
        with Letters(self.folder) as letters:
            for kind in listing.KINDS:
                for line in _lines(store, kind):
                    note = ", ".join(filter(None, (line.name, *line.of)))
                    letters.add(line.printed, kind, files.name(line.path, {}), note)


@dataclass
class _Answer:
    """What a handler sends."""

    status: int = 0
    body: bytearray = field(default_factory=bytearray)

    async def take(self, message: Message) -> None:
        """Take a piece of an answer."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            self.body += message.get("body", b"")


async def _nothing_more() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def _things(store: Store) -> Iterator[str]:
    """Yield the path of every thing that has a page, a kind after the other."""
    for kind in links.PAGES:
        rows = surroundings.rows(store, _OF_KIND.format(kind=kind.capitalize()))
        found = (links.document(thing.value) for (thing,) in rows if thing)
        yield from filter(None, found)


def _lines(store: Store, kind: str) -> Iterator[listing.Line]:
    skip: int | None = 0
    while skip is not None:
        page = listing.listing(store, kind, skip)
        for group in page.groups:
            yield from group.lines
        skip = page.after


def _map(folder: Path, base: str, shown: Iterable[str]) -> None:
    """Write sitemap.xml with the pages, and an index of maps where one cannot hold all."""
    addresses = sorted(base + quote(name) for name in shown)
    parts = [addresses[n : n + _SITEMAP] for n in range(0, len(addresses), _SITEMAP)]
    if len(parts) == 1:
        (folder / "sitemap.xml").write_text(sitemap.write(parts[0]), "utf-8")
        return
    for number, part in enumerate(parts, start=1):
        (folder / f"sitemap-{number}.xml").write_text(sitemap.write(part), "utf-8")
    maps = [f"{base}sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    (folder / "sitemap.xml").write_text(sitemap.write_index(maps), "utf-8")
