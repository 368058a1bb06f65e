"""What every page shares: the store as it was last seen, templates, addresses, limits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
from markupsafe import Markup
from starlette.responses import HTMLResponse

from kg import limits
from kg.errors import StoreError
from kg.store import Store, snapshot
from kg.store.pool import Answer, Pool, Question
from kg.web import schema
from kg.web.turns import Turns

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"

_PATIENT = 5  # steps of priority that our questions stand back behind pages
_POLITE = 10  # and SPARQL of strangers behind both

Url = Callable[..., str]
"""The address of a path of this site, "/doc/person/x", with the named values as its query."""


LinkedData = Callable[[str], Markup]
"""The element of the page of a thing that says in JSON-LD what schema.org has words for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost: seconds, rows and bytes of answers, bytes of what is sent.

    An export of the whole store is made once for all, and has limits of its own.
    """

    seconds: float = 20
    rows: int = 10_000
    memory: int = 2 * 1024**3
    answer: int = 64 * 1024**2
    body: int = 256 * 1024
    address: int = 8 * 1024
    workers: int = 2
    export: int = 4 * 1024**3
    export_seconds: float = 600


class Served:
    """The store that is served, seen through snapshots: a new one when the store has changed.

    A page that has begun reads on in the snapshot that it began with.
    Our questions are for the processes of `pool`, SPARQL of strangers for those
    of `guests`, which let all others go first; both read the same snapshot.
    """

    def __init__(self, path: Path, most: Limits) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._now = snapshot.take(path)
        self._before: snapshot.Snapshot | None = None
        self._store = Store(self._now.folder, read_only=True)
        bounds = limits.Limits(most.seconds, most.memory)
        self.pool = Pool(self._now.folder, most.workers, bounds, nice=_PATIENT)
        self.guests = Pool(self._now.folder, most.workers, bounds, nice=_POLITE)

    @property
    def store(self) -> Store:
        """The store as last seen, read-only; safe to be read by several threads."""
        return self._store

    @property
    def snapshot(self) -> snapshot.Snapshot:
        """The files of `store`."""
        return self._now

    def renew(self) -> bool:
        """Take a new snapshot where the store has changed, and tell whether it had.

        A store that is gone, or being written all the time, is served as it was.
        """
        with self._lock:
            try:
                if snapshot.stamp(self.path) == self._now.stamp:
                    return False
                taken = snapshot.take(self.path)
                store = Store(taken.folder, read_only=True)
            except StoreError:
                return False
            if self._before:
                snapshot.drop(self._before)
            self._before, self._now, self._store = self._now, taken, store
            self.pool.move(taken.folder)
            self.guests.move(taken.folder)
            return True

    def warm(self) -> None:
        """Start a process for each kind of question, before the first waits for it."""
        self.pool.warm(1)
        self.guests.warm(1)

    def close(self) -> None:
        """End the processes that answer queries and remove the snapshots."""
        self.pool.close()
        self.guests.close()
        self._store.close()
        for taken in (self._before, self._now):
            if taken:
                snapshot.drop(taken)


@dataclass(frozen=True, slots=True)
class Site:
    """One running site; handlers get it when their routes are made.

    `base_path` is "" or "/readout": what a proxy puts before all addresses.
    `hosts` are the names under which requests may come, besides loopback and
    addresses; `origins` those whose pages may read answers, besides loopback.
    """

    served: Served
    templates: jinja2.Environment
    turns: Turns
    guests: Turns
    base_path: str = ""
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    limits: Limits = Limits()

    @property
    def store(self) -> Store:
        """The store as last seen; take it once a request, so that a page is of one moment."""
        return self.served.store

    def url(self, path: str, /, **query: object) -> str:
        """Return the address of a path of this site below the base path."""
        return address(self.base_path, path, query)

    async def ask(self, question: Question) -> Answer:
        """Return the answer of a process to a question of ours, when its turn has come.

        Raises UsageError where it is not accepted, LimitError where it takes too much.
        """
        return await self.turns.ask(question)

    async def ask_for_guest(self, question: Question) -> Answer:
        """Return the answer to a stranger's SPARQL, as `ask` does for questions of ours."""
        return await self.guests.ask(question)

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page made of a template."""
        return HTMLResponse(self.templates.get_template(template).render(values), status)


def open_site(
    path: Path,
    *,
    base_path: str = "",
    hosts: tuple[str, ...] = (),
    origins: tuple[str, ...] = (),
    limits: Limits = Limits(),
) -> Site:
    """Return the site of the store at `path`. Raises StoreError where it cannot be read."""
    base = clean(base_path)

    def url(path: str, /, **query: object) -> str:
        return address(base, path, query)

    served = Served(path, limits)
    turns, guests = (Turns(pool, limits.seconds) for pool in (served.pool, served.guests))
    names = tuple(name.lower() for name in hosts)

    def linked_data(iri: str) -> Markup:
        return schema.script(served.store, iri)

    return Site(served, environment(url, linked_data), turns, guests, base, names, origins, limits)


def environment(url: Url, linked_data: LinkedData, *, static: bool = False) -> jinja2.Environment:
    """Return the templates, all values escaped, with what they call.

    `url()` writes addresses: a static site gives one of its own, that writes
    paths between files; there `static` is true, and what only a server can do is
    left out. `linked_data()` is what machines read off a page.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["url"] = url
    made.globals["static"] = static
    made.globals["linked_data"] = linked_data
    return made


def address(base_path: str, path: str, query: Mapping[str, object]) -> str:
    """Return base path, path and query as one address; values of None are left out."""
    given = {name: value for name, value in query.items() if value is not None}
    return f"{base_path}{_quoted(path)}" + (f"?{urlencode(given, doseq=True)}" if given else "")


@lru_cache(maxsize=1 << 14)
def _quoted(path: str) -> str:
    """Return a path as it stands in an address; a page has hundreds, and pages have the same."""
    return quote(path, safe="/:@!$&'()*+,;=~%#")


@cache
def clean(base_path: str) -> str:
    """Return a base path with a slash before and none behind: "readout/", "/readout"."""
    inner = base_path.strip("/")
    return f"/{inner}" if inner else ""
