"""One page from an http or https address, with limits on everything that a server decides.

Only public addresses are spoken to: every host is resolved once, each of its
addresses is judged, and the connection goes to the very address that was
judged, so that neither a redirect nor a second answer of the name server leads
into a private network. Proxies of the environment are not used.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kg import __version__
from kg.errors import InputError
from kg.reading import content

ACCEPTED_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")

_REDIRECTS = (301, 302, 303, 307, 308)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_NAT64 = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take: bytes unpacked, seconds in all, redirects."""

    size: int = 10 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A page: the address it came from in the end, its type, declared encoding and bytes."""

    url: str
    type: str
    charset: str | None
    body: bytes


Resolve = Callable[[str, int], list[str]]


def fetch(
    url: str,
    limits: Limits = Limits(),
    *,
    allowed: Sequence[str] = (),
    resolve: Resolve | None = None,
) -> Answer:
    """Return the page at `url`, redirects followed.

    `allowed` names networks ("127.0.0.0/8") that may be spoken to although they
    are not public; `resolve` gives the addresses of a host and port. Raises
    InputError, which names the address, where the page cannot be had.
    """
    deadline = time.monotonic() + limits.seconds
    here = url
    for _ in range(limits.redirects + 1):
        try:
            found = _get(here, limits, deadline, allowed, resolve or _resolve)
        except InputError as error:
            raise InputError(f"{_way(url, here)}: {error}") from error
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            raise InputError(f"{_way(url, here)}: {_reason(error)}") from error
        if isinstance(found, Answer):
            return found
        here = urljoin(here, found)
    raise InputError(f"{url}: more than {limits.redirects} redirects")


def _way(url: str, here: str) -> str:
    return url if here == url else f"{url}, sent on to {here}"


def _reason(error: Exception) -> str:
    """Return a line that a person understands for an error of the network."""
    if isinstance(error, TimeoutError):
        return "the server took too long"
    if isinstance(error, socket.gaierror):
        return "there is no such host, or no network"
    if isinstance(error, zlib.error):
        return "the page is packed in a damaged way"
    if isinstance(error, ssl.SSLError):
        return f"no safe connection: {error.reason or error}"
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{text or type(error).__name__}".splitlines()[0]


# --- one request --------------------------------------------------------------------


def _get(
    url: str, limits: Limits, deadline: float, allowed: Sequence[str], resolve: Resolve
) -> Answer | str:
    """Return the page at `url`, or the address to which it sends on."""
    parts = urlsplit(url)
    host, port = _host(parts)
    address = judge(resolve(host, port), allowed)
    with _connect(address, port, host if parts.scheme == "https" else None, deadline) as sock:
        connection = http.client.HTTPConnection(host, port)
        connection.sock = _Wire(sock, deadline)
        connection.request("GET", _target(parts), headers=_headers())
        return _answer(url, connection.getresponse(), limits)


def _host(parts: SplitResult) -> tuple[str, int]:
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError("only http and https addresses are fetched")
    if parts.username is not None:
        raise InputError("an address with a user's name in it is not fetched")
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    return host, parts.port or (443 if parts.scheme == "https" else 80)


def _target(parts: SplitResult) -> str:
    """Return path and query, with what HTTP does not allow there escaped."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"readout-kg/{__version__}",
        "Accept": ", ".join(ACCEPTED_TYPES),
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }


def _answer(url: str, response: http.client.HTTPResponse, limits: Limits) -> Answer | str:
    if response.status in _REDIRECTS and response.headers.get("Location"):
        return str(response.headers["Location"])
    if response.status != 200:
        raise InputError(f"the server answers {response.status} {response.reason}".rstrip())
    declared = response.headers.get("Content-Type", "text/html")
    kind = declared.partition(";")[0].strip().lower()
    if kind not in ACCEPTED_TYPES:
        raise InputError(f"{kind or 'no type'} is no page; accepted: {', '.join(ACCEPTED_TYPES)}")
    charset = _CHARSET.search(declared)
    return Answer(url, kind, charset.group(1) if charset else None, _body(response, limits.size))


def _body(response: http.client.HTTPResponse, limit: int) -> bytes:
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise InputError(f"the page is packed as {packing}; gzip is accepted")
    parts = _parts(response)
    body = bytearray()
    for part in content.unpack(parts) if "gzip" in packing else parts:
        body += part
        if len(body) > limit:
            raise InputError(f"larger than {limit >> 20} MiB, the most that is fetched")
    return bytes(body)


def _parts(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while part := response.read1(content.STEP):
        yield part


# --- addresses ----------------------------------------------------------------------


def _resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host, as the system gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[0]) for _, _, _, _, place in found]


def judge(addresses: Sequence[str], allowed: Sequence[str] = ()) -> str:
    """Return the first of a host's addresses.

    Raises InputError where one of them is not public and in no network of `allowed`.
    """
    if not addresses:
        raise InputError("the host has no address")
    for address in addresses:
        where = ip_address(address.partition("%")[0])
        if not (is_public(where) or any(where in ip_network(net) for net in allowed)):
            raise InputError(f"{address} is in no public network; it is not fetched")
    return addresses[0]


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address, and one of version 4 wrapped in it, is on the open internet."""
    inner = _wrapped(address) if isinstance(address, IPv6Address) else None
    return is_public(inner) if inner is not None else _is_open(address)


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    odd = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not odd and not address.is_private


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """Return the address of version 4 that one of version 6 stands for, or None."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


# --- the connection -----------------------------------------------------------------


def _connect(address: str, port: int, host: str | None, deadline: float) -> socket.socket:
    """Return a connection to an address, a safe one where `host` is to prove its name."""
    bare = socket.create_connection((address, port), timeout=_left(deadline))
    if host is None:
        return bare
    bare.settimeout(_left(deadline))
    return ssl.create_default_context().wrap_socket(bare, server_hostname=host)


def _left(deadline: float) -> float:
    """Return the seconds left; TimeoutError where there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Wire:
    """A socket whose every step ends at the deadline, in the form http.client uses one."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._deadline))
        self._sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock, self._deadline))

    def close(self) -> None:
        """Leave the socket open: http.client closes it while the page is still to be read."""


class _Reader(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(_left(self._deadline))
        return self._sock.recv_into(buffer)
