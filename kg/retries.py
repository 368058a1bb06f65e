"""Requests that are made again where that may help, after the pause that the server asks for."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any, Protocol, TypeVar

from kg.errors import StoreError

T = TypeVar("T")

ATTEMPTS = 5
LONGEST_PAUSE = 60.0
"""Seconds that are waited at most between two attempts, whatever the server asks for."""

BUSY = (429, 503)
"""Statuses of a server that asks for patience, with Retry-After or without."""


class Headers(Protocol):
    """The headers of an answer, as any client has them: names are found in any case."""

    def get(self, name: str, /) -> Any:
        """Return the value of a header, or None."""


class Passing(Exception):
    """A failure that another attempt may get over; `pause` is what the server asks for."""

    def __init__(self, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


def persist(attempt: Callable[[], T], name: str, sleep: Callable[[float], None] = time.sleep) -> T:
    """Return what `attempt` returns, tried again where it raises Passing.

    `name` is that of the server, for the error; `sleep` is what waits. Raises
    StoreError with the last reason after ATTEMPTS failures.
    """
    reason = ""
    for number in range(ATTEMPTS):
        try:
            return attempt()
        except Passing as failure:
            reason = str(failure)
            wanted = 2.0**number if failure.pause is None else failure.pause
            if number + 1 < ATTEMPTS:
                sleep(min(wanted, LONGEST_PAUSE))
    raise StoreError(f"{name} failed {ATTEMPTS} times, last: {reason}")


def pause(headers: Headers) -> float | None:
    """Return the seconds that Retry-After asks for; a date counts from the server's own."""
    told = (headers.get("Retry-After") or "").strip()
    if told.isdigit():
        return float(told)
    try:
        until, now = parsedate_to_datetime(told), parsedate_to_datetime(headers.get("Date") or "")
        return max((until - now).total_seconds(), 0.0)
    except (TypeError, ValueError):
        return None
