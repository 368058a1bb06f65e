"""Requests to a server: with limits of time, told who asks, made again where that may help.

Every request that is sent can be sent twice without harm, so that one whose
answer was lost is simply sent again. Redirects are not followed: what is
secret goes to the address that was given, and to no other.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg import __version__, retries
from kg.errors import StoreError, UsageError
from kg.retries import Headers, Passing
from kg.store.remote.credentials import PASSWORD, TOKEN, USER, Credentials

if TYPE_CHECKING:
    import httpx

AGENT = f"readout/{__version__} (https://w3id.org/readout)"
"""Who asks; an operator who minds finds an address here."""

LARGEST = 256 * 1024 * 1024
"""Bytes of an answer that are read at most."""

_GATEWAY = (502, 504)
_REDIRECTS = range(300, 400)
_DENIED = (401, 403)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for a connection, for a server that sends nothing, and for a request in all."""

    connect: float = 10.0
    read: float = 60.0
    total: float = 300.0

    def within(self, seconds: float) -> Limits:
        """Return limits of which none is more than `seconds`, and a silence as long as that.

        A server that counts says nothing until it has counted.
        """
        return Limits(min(self.connect, seconds), seconds, seconds)


PATIENT = Limits()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, headers, and the whole body."""

    status: int
    headers: Headers
    body: bytes


class Transport:
    """A connection to one server that keeps what it needs to know of it.

    `sleep` is what waits between attempts. `asked` counts the requests.
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        digest: bool = False,
        limits: Limits = PATIENT,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        try:
            import httpx
        except ModuleNotFoundError as error:
            raise UsageError(
                "loading into a server needs httpx: pip install 'readout-kg[remote]'"
            ) from error
        self.credentials, self.limits, self.sleep = credentials, limits, sleep
        self.asked = 0
        self.answered = False
        bounds = httpx.Timeout(limits.read, connect=limits.connect)
        self._client = httpx.Client(
            auth=_auth(credentials, digest), headers=_headers(credentials), timeout=bounds
        )

    def __enter__(self) -> Transport:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def send(
        self,
        method: str,
        url: str,
        body: bytes = b"",
        *,
        headers: Mapping[str, str] | None = None,
        parameters: Mapping[str, str] | None = None,
        missing: bool = False,
    ) -> Answer:
        """Return the answer to a request that may be made again.

        `missing` lets a 404 be an answer like others. Raises StoreError where
        the server refuses, fails again and again, breaks off, takes too long or
        answers with a part alone: the message says which.
        """

        def attempt() -> Answer:
            self.asked += 1
            answer = self._exchange(method, url, body, headers or {}, parameters or {})
            self.answered = True
            return judge(answer, url, self.credentials, missing=missing)

        return retries.persist(attempt, place(url), self.sleep)

    def _exchange(
        self,
        method: str,
        url: str,
        body: bytes,
        headers: Mapping[str, str],
        parameters: Mapping[str, str],
    ) -> Answer:
        import httpx

        end = deadline(self.limits)
        try:
            with self._client.stream(
                method, url, content=body, headers=dict(headers), params=dict(parameters)
            ) as response:
                data = self._read(response, end)
                return Answer(response.status_code, response.headers, data)
        except httpx.ConnectTimeout as error:
            raise late(url, "connect", self.limits) from error
        except httpx.TimeoutException as error:
            raise late(url, "read", self.limits) from error
        except httpx.ConnectError as error:
            if not self.answered:
                raise StoreError(f"no server answers at {place(url)}") from error
            raise Passing("no server answers") from error
        except httpx.TransportError as error:
            raise Passing(f"it broke off ({type(error).__name__})") from error

    def _read(self, response: httpx.Response, end: float) -> bytes:
        data = bytearray()
        for piece in response.iter_bytes():
            data += piece
            check(len(data), end, str(response.url), self.limits)
        return bytes(data)


def _auth(credentials: Credentials, digest: bool) -> httpx.Auth | None:
    import httpx

    if credentials.user is None or credentials.password is None:
        return None
    kind = httpx.DigestAuth if digest else httpx.BasicAuth
    return kind(credentials.user, credentials.password)


def _headers(credentials: Credentials) -> dict[str, str]:
    own = {"User-Agent": AGENT}
    return own | ({"Authorization": f"Bearer {credentials.token}"} if credentials.token else {})


# --- what both kinds of client say of an answer ---------------------------------------


def deadline(limits: Limits) -> float:
    """Return when a request that begins now has to be done, for `check`."""
    return time.monotonic() + limits.total


def check(size: int, end: float, url: str, limits: Limits) -> None:
    """Tell whether more of an answer may be read. Raises StoreError where it may not."""
    if size > LARGEST:
        raise StoreError(f"{place(url)} answers with more than {LARGEST >> 20} MB: ask for less")
    if time.monotonic() > end:
        raise late(url, "total", limits)


def late(url: str, what: str, limits: Limits) -> StoreError:
    """Return the error for a limit of time that was passed: "connect", "read" or "total"."""
    told = {
        "connect": f"no connection to {place(url)} within {limits.connect:g} seconds",
        "read": f"{place(url)} has sent nothing for {limits.read:g} seconds",
        "total": f"{place(url)} was not done within {limits.total:g} seconds",
    }
    return StoreError(f"{told[what]}: --timeout allows more")


def judge(answer: Answer, url: str, credentials: Credentials, *, missing: bool = False) -> Answer:
    """Return an answer that is whole and one of success.

    Raises Passing where another attempt may help, else StoreError.
    """
    status, where = answer.status, place(url)
    if status in retries.BUSY:
        raise Passing(f"status {status}", retries.pause(answer.headers))
    if status in _GATEWAY:
        raise Passing(f"status {status}")
    if status in _DENIED:
        raise StoreError(f"{where} refuses, status {status}: {_advice(credentials)}")
    if status in _REDIRECTS:
        target = place(answer.headers.get("Location") or "")
        raise StoreError(f"{where} sends on to {target or 'another address'}: give that one")
    if status == 404 and not missing:
        raise StoreError(f"{where} has nothing there: is it the right address, and profile?")
    if status >= 400 and status != 404:
        raise StoreError(f"{where} answers with status {status}: {_line(answer.body)}")
    refuse_part(answer.headers, where)
    return answer


def refuse_part(headers: Headers, where: str) -> None:
    """Raise StoreError where the headers tell that an answer is a part of the whole.

    Virtuoso sends a part with status 200 when its time is up, or its cap on rows is reached.
    """
    state = headers.get("X-SQL-State")
    if state == "S1TAT":
        raise StoreError(f"{where} ran out of its own time and sent a part of the answer")
    if state:
        raise StoreError(
            f"{where} sent a part of the answer: {headers.get('X-SQL-Message') or state}"
        )
    most = headers.get("X-SPARQL-MaxRows")
    if most:
        raise StoreError(f"{where} cuts answers off at {most} rows: ask for less")


def _advice(credentials: Credentials) -> str:
    if credentials.token:
        return f"it does not take the token in {TOKEN}"
    if credentials.user:
        return f"it does not take the name and password in {USER} and {PASSWORD}"
    return f"it may want a name and password, in {USER} and {PASSWORD}, or a token, in {TOKEN}"


def place(url: str) -> str:
    """Return an address as it is told: without query and credentials."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if host else parts.path


def _line(body: bytes) -> str:
    text = " ".join(body[:2000].decode("utf-8", "replace").split())
    return text[:200] or "no more is said"
