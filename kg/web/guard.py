"""What every request passes: names, sizes and times are checked, headers set, a line is logged.

A page of somebody else that is open in the same browser could ask a server on
loopback by a name of its own that it points there: so the name in Host must
be this machine's or one that was allowed, and only origins of this machine,
or allowed ones, may read what comes back.
"""

from __future__ import annotations

import asyncio
import ipaddress
import json
import sys
import time
import traceback
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.web import graphs, refusals
from kg.web.refusals import RefusedError
from kg.web.site import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What each answer says to browsers, unless it says so itself."""

SHOWN = "Readout-Rows-Most, Readout-Rows-Cut, Content-Location, Link, Retry-After"
_SLOWEST = 20.0  # seconds for the body of a request to come
_LOGGED = 500  # characters of an address in the log


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app, self.site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or refuse it; other protocols than HTTP only begin and end here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope = _below(scope, self.site.base_path)
        passing = _Passing(self.site, scope, receive, send)
        try:
            check(self.site, scope)
            await self.app(scope, passing.receive, passing.send)
        except RefusedError as error:
            await passing.refuse(error)
        finally:
            log(scope, passing, sys.exc_info()[1])


@dataclass(slots=True)
class _Passing:
    """One request on its way: what came in and what went out so far."""

    site: Site
    scope: Scope
    source: Receive
    target: Send
    status: int = 0
    taken: int = 0
    given: int = 0
    whole: bool = False
    begun: float = field(default_factory=time.perf_counter)

    async def receive(self) -> Message:
        """Pass on a piece of the request's body, up to the size and time that there is for it."""
        if self.whole:
            return await self.source()
        try:
            message = await asyncio.wait_for(self.source(), _SLOWEST)
        except TimeoutError as error:
            told = "timeout: the request did not come whole in time"
            raise RefusedError(408, told, Connection="close") from error
        self.taken += len(message.get("body", b""))
        self.whole = not message.get("more_body", False)
        if self.taken > self.site.limits.body:
            raise too_large(self.site)
        return message

    async def send(self, message: Message) -> None:
        """Pass on a piece of the answer, with our headers."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            dress(MutableHeaders(scope=message), self.site, self.scope)
        elif message["type"] == "http.response.body":
            self.given += len(message.get("body", b""))
        await self.target(message)

    async def refuse(self, error: RefusedError) -> None:
        """Answer with a refusal, unless an answer was begun."""
        if self.status:
            return
        answer = refusals.refuse(self.site, Request(self.scope), error)
        answer.headers["Connection"] = "close"
        await answer(self.scope, self.source, self.send)


# --- checks ---------------------------------------------------------------------------


def check(site: Site, scope: Scope) -> None:
    """Raise RefusedError where the address is too long, the name unknown or the body too large."""
    length = len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"")
    if length > site.limits.address:
        raise RefusedError(
            414, f"addresses have at most {site.limits.address} bytes: send a longer query by POST"
        )
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if not is_ours(host, site.hosts):
        raise RefusedError(
            421, f"this server does not answer for {host!r}: --allow-host names what it answers for"
        )
    told = headers.get("content-length", "0")
    if told.isdigit() and int(told) > site.limits.body:
        raise too_large(site)


def too_large(site: Site) -> RefusedError:
    """Return the refusal of a body that is too large."""
    told = f"what is sent has at most {site.limits.body >> 10} kB"
    return RefusedError(413, told, Connection="close")  # the rest is not waited for


def is_ours(host: str, allowed: tuple[str, ...]) -> bool:
    """Tell whether a Host header names this machine or an allowed name.

    A plain IP address is fine: nobody else can point it here.
    """
    name = _name(host)
    if name is None:
        return False
    return "*" in allowed or name in allowed or _is_address(name) or _is_local(name)


def is_open_to(origin: str, site: Site, host: str) -> bool:
    """Tell whether pages of an origin may read what we answer."""
    if "*" in site.origins or origin in site.origins:
        return True
    parts = urlsplit(origin)
    name = parts.hostname or ""
    return _is_local(name) or _is_loopback(name) or parts.netloc == host


def _name(host: str) -> str | None:
    """Return the name in a Host header without its port, in lower case, or None for nonsense."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    plain = parts.netloc == host and not parts.path and "@" not in host
    return parts.hostname.rstrip(".") if plain and parts.hostname else None


def _is_local(name: str) -> bool:
    return name == "localhost" or name.endswith(".localhost")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _is_address(name) and ipaddress.ip_address(name).is_loopback


def _below(scope: Scope, base_path: str) -> Scope:
    """Return the scope with the base path before its path, where a proxy has not left it there."""
    path = scope["path"]
    inside = path == base_path or path.startswith(f"{base_path}/")
    whole = path if inside and path != base_path else f"{base_path}{'/' if inside else path}"
    return {**scope, "root_path": base_path, "path": whole}


# --- headers --------------------------------------------------------------------------


def dress(headers: MutableHeaders, site: Site, scope: Scope) -> None:
    """Set what browsers are told, and who may read the answer."""
    if "content-security-policy" not in headers:
        headers["X-Frame-Options"] = "DENY"
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    is_page = headers.get("content-type", "").startswith("text/html")
    if is_page and scope["path"].startswith(site.url("/doc/")):
        headers.add_vary_header("Accept")
        headers["Link"] = graphs.alternates(quote(scope["path"], safe="/"))
    asked = Headers(scope=scope)
    origin = asked.get("origin")
    headers.add_vary_header("Origin")
    if origin and is_open_to(origin, site, asked.get("host", "")):
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Expose-Headers"] = SHOWN


# --- the log --------------------------------------------------------------------------


def log(scope: Scope, passing: _Passing, fault: BaseException | None) -> None:
    """Write one line of JSON to stderr: who asked for what, what came of it, how long it took.

    Of a fault of ours it has the traceback.
    """
    query = scope.get("query_string", b"").decode("latin-1")
    address = scope["path"] + (f"?{query}" if query else "")
    told = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "client": (scope.get("client") or ("",))[0],
        "method": scope["method"],
        "address": address[:_LOGGED],
        "status": 500 if fault and not passing.status else passing.status,
        "bytes": passing.given,
        "ms": round((time.perf_counter() - passing.begun) * 1000, 1),
    }
    if fault:
        told["fault"] = "".join(traceback.format_exception(fault))
    sys.stderr.write(json.dumps(told, ensure_ascii=True) + "\n")
