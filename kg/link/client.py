"""Questions to a SPARQL endpoint: one at a time, told who asks, asked again where that may help.

What the endpoint is, is a parameter. Answers are kept in a folder, failures
never, so that a run that was broken off asks nothing twice.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

from kg import __version__
from kg.errors import StoreError, UsageError

AGENT = f"readout/{__version__} (https://w3id.org/readout)"
"""Who asks; an operator who minds finds an address here."""

TIMEOUT = 65
"""Seconds that an answer may take: the public service ends a query after 60."""

ATTEMPTS = 5
LONGEST_PAUSE = 60.0

_BUSY = (429, 503)
_PASSING = (500, 502, 504)

Row = dict[str, str]
"""The values of a solution by variable, as text; a variable without value is not there."""


class _Passing(Exception):
    """A failure that another attempt may get over; `pause` is what the server asks for."""

    def __init__(self, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


@dataclass(slots=True)
class Client:
    """An endpoint and the folder of its answers.

    `folder` None keeps none; `offline` opens no socket and answers from the
    folder alone. `sleep` is what waits. `asked` counts the requests that were made.
    """

    endpoint: str
    folder: Path | None = None
    agent: str = AGENT
    timeout: int = TIMEOUT
    offline: bool = False
    sleep: Callable[[float], None] = time.sleep
    asked: int = field(default=0, init=False)

    def select(self, query: str) -> tuple[Row, ...]:
        """Return the solutions of a SELECT.

        Raises StoreError where the endpoint refuses, or fails again and again;
        UsageError where the client is offline and the answer is not kept.
        """
        kept = self._kept(query)
        if kept is not None:
            return kept
        if self.offline:
            raise UsageError(f"offline: {self.endpoint} would have to be asked")
        return self._save(query, *self._persist(query))

    def _persist(self, query: str) -> tuple[tuple[Row, ...], str | None]:
        reason = ""
        for attempt in range(ATTEMPTS):
            try:
                self.asked += 1
                return _ask(self.endpoint, query, self.agent, self.timeout)
            except _Passing as failure:
                reason = str(failure)
                pause = 2.0**attempt if failure.pause is None else failure.pause
                if attempt + 1 < ATTEMPTS:
                    self.sleep(min(pause, LONGEST_PAUSE))
        raise StoreError(f"{self.endpoint} failed {ATTEMPTS} times, last: {reason}")

    # --- the folder of answers ------------------------------------------------------

    def _file(self, query: str) -> Path | None:
        if self.folder is None:
            return None
        key = sha256(f"{self.endpoint}\n{query}".encode()).hexdigest()
        return self.folder / f"{key}.json"

    def _kept(self, query: str) -> tuple[Row, ...] | None:
        file = self._file(query)
        if file is None or not file.exists():
            return None
        try:
            return tuple(json.loads(file.read_text("utf-8"))["rows"])
        except (OSError, ValueError, KeyError, TypeError):
            return None  # half a file, or another's: ask again

    def _save(self, query: str, rows: tuple[Row, ...], date: str | None) -> tuple[Row, ...]:
        file = self._file(query)
        if file is not None:
            content = {"endpoint": self.endpoint, "date": date, "query": query, "rows": rows}
            part = file.with_suffix(".part")
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                part.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
                part.replace(file)
            except OSError as error:
                raise StoreError(f"{file} cannot be written: {error.strerror}") from error
        return rows


def _ask(endpoint: str, query: str, agent: str, timeout: int) -> tuple[tuple[Row, ...], str | None]:
    """Return the solutions of one request, and the date that the server gives."""
    from SPARQLWrapper import JSON, POST, SPARQLExceptions, SPARQLWrapper

    wrapper = SPARQLWrapper(endpoint, agent=agent)
    wrapper.setTimeout(timeout)
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(JSON)
    wrapper.setQuery(query)
    try:
        response = wrapper.query().response
        body, date = response.read(), response.headers.get("Date")
    except HTTPError as error:
        raise _refusal(endpoint, error) from error
    except SPARQLExceptions.EndPointInternalError as error:
        raise _Passing("status 500") from error
    except SPARQLExceptions.SPARQLWrapperException as error:
        told = " ".join(str(error).split())[:200]
        raise StoreError(f"{endpoint} refuses the query: {told}") from error
    except (URLError, HTTPException, OSError) as error:
        raise _Passing(f"no answer: {getattr(error, 'reason', error)}") from error
    return _rows(body), date


def _refusal(endpoint: str, error: HTTPError) -> Exception:
    """Return what follows from a status: another attempt, or the end."""
    if error.code in _BUSY:
        return _Passing(f"status {error.code}", _pause(error.headers))
    if error.code in _PASSING:
        return _Passing(f"status {error.code}")
    return StoreError(f"{endpoint} answers with status {error.code}: {error.reason}")


def _pause(headers: Message) -> float | None:
    """Return the seconds that Retry-After asks for; a date counts from the server's own."""
    told = (headers.get("Retry-After") or "").strip()
    if told.isdigit():
        return float(told)
    try:
        until, now = parsedate_to_datetime(told), parsedate_to_datetime(headers.get("Date") or "")
        return max((until - now).total_seconds(), 0.0)
    except (TypeError, ValueError):
        return None


def _rows(body: bytes) -> tuple[Row, ...]:
    """Return the solutions in a JSON answer; one that is cut off is a failure that passes."""
    try:
        answer: Any = json.loads(body)
        found = answer["results"]["bindings"]
        return tuple({name: cell["value"] for name, cell in row.items()} for row in found)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _Passing("an answer that is cut off or no result of SPARQL") from error
