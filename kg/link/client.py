"""Questions to a SPARQL endpoint: one at a time, told who asks, asked again where that may help.

What the endpoint is, is a parameter, and so is the address of an action API to
search in. Answers are kept in a folder, failures never, so that a run that was
broken off asks nothing twice.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode

from kg import __version__, retries
from kg.errors import StoreError, UsageError
from kg.retries import Passing

AGENT = f"readout/{__version__} (https://w3id.org/readout)"
"""Who asks; an operator who minds finds an address here."""

TIMEOUT = 65
"""Seconds that an answer may take: the public service ends a query after 60."""

_PASSING = (500, 502, 504)
_PASSING_CODES = ("maxlag", "ratelimited", "readonly")
_STEP = 1 << 16

Answer = tuple[bytes, str | None]
"""The body of an answer and the date that the server gives."""

Row = dict[str, str]
"""The values of a solution by variable, as text; a variable without value is not there."""


@dataclass(slots=True)
class Client:
    """An endpoint and the folder of its answers.

    `folder` None keeps none; `offline` opens no socket and answers from the
    folder alone. `api` is the address of an action API, None where none is to
    be searched in. `sleep` is what waits. `asked` counts the requests that were made.
    """

    endpoint: str
    folder: Path | None = None
    api: str | None = None
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
        return self._answer(self.endpoint, query, _rows, self._select)

    def search(self, words: str, language: str) -> tuple[Row, ...]:
        """Return what the action API finds for words, a row a hit with its "id".

        Nothing where there is no API to search in. Raises what `select` raises.
        """
        if self.api is None:
            return ()
        wanted = {"search": words, "language": language, "uselang": language}
        return self._answer(self.api, urlencode(_SEARCH | wanted), _hits, self._fetch)

    def _select(self, query: str) -> Answer:
        from SPARQLWrapper import JSON, POST, SPARQLWrapper

        wrapper = SPARQLWrapper(self.endpoint, agent=self.agent)
        wrapper.setTimeout(self.timeout)
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(JSON)
        wrapper.setQuery(query)
        return _read(wrapper.query().response, self.timeout)

    def _fetch(self, query: str) -> Answer:
        from urllib.request import Request, urlopen

        request = Request(f"{self.api}?{query}", headers={"User-Agent": self.agent})
        with urlopen(request, timeout=self.timeout) as response:
            return _read(response, self.timeout)

    def _answer(
        self,
        place: str,
        query: str,
        parse: Callable[[bytes], tuple[Row, ...]],
        ask: Callable[[str], Answer],
    ) -> tuple[Row, ...]:
        kept = self._kept(place, query)
        if kept is not None:
            return kept
        if self.offline:
            raise UsageError(f"offline: {place} would have to be asked")
        rows, date = self._persist(place, query, parse, ask)
        return self._save(place, query, rows, date)

    def _persist(
        self,
        place: str,
        query: str,
        parse: Callable[[bytes], tuple[Row, ...]],
        ask: Callable[[str], Answer],
    ) -> tuple[tuple[Row, ...], str | None]:
        def attempt() -> tuple[tuple[Row, ...], str | None]:
            self.asked += 1
            body, date = _ask(place, query, ask)
            return parse(body), date

        return retries.persist(attempt, place, self.sleep)

    # --- the folder of answers ------------------------------------------------------

    def _file(self, place: str, query: str) -> Path | None:
        if self.folder is None:
            return None
        key = sha256(f"{place}\n{query}".encode()).hexdigest()
        return self.folder / f"{key}.json"

    def _kept(self, place: str, query: str) -> tuple[Row, ...] | None:
        file = self._file(place, query)
        if file is None or not file.exists():
            return None
        try:
            return tuple(json.loads(file.read_text("utf-8"))["rows"])
        except (OSError, ValueError, KeyError, TypeError):
            return None  # half a file, or another's: ask again

    def _save(
        self, place: str, query: str, rows: tuple[Row, ...], date: str | None
    ) -> tuple[Row, ...]:
        file = self._file(place, query)
        if file is not None:
            content = {"endpoint": place, "date": date, "query": query, "rows": rows}
            part = file.with_suffix(".part")
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                part.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
                part.replace(file)
            except OSError as error:
                raise StoreError(f"{file} cannot be written: {error.strerror}") from error
        return rows


_SEARCH = {"action": "wbsearchentities", "format": "json", "type": "item", "limit": "7"}


def _ask(place: str, query: str, ask: Callable[[str], Answer]) -> Answer:
    """Return the answer to one request. Raises Passing where another may get over the failure."""
    from SPARQLWrapper import SPARQLExceptions

    try:
        return ask(query)
    except HTTPError as error:
        with error:
            raise _refusal(place, error) from error
    except SPARQLExceptions.EndPointInternalError as error:
        raise Passing("status 500") from error
    except SPARQLExceptions.SPARQLWrapperException as error:
        told = " ".join(str(error).split())[:200]
        raise StoreError(f"{place} refuses the query: {told}") from error
    except (URLError, HTTPException, OSError) as error:
        raise Passing(f"no answer: {getattr(error, 'reason', error)}") from error


def _read(response: HTTPResponse, timeout: float) -> Answer:
    """Return the body of an answer, which has to be there in time: bytes that drip are none."""
    parts, until = [], time.monotonic() + timeout
    while part := response.read1(_STEP):
        parts.append(part)
        if time.monotonic() > until:
            raise TimeoutError(f"the answer was not whole after {timeout} seconds")
    return b"".join(parts), response.headers.get("Date")


def _refusal(endpoint: str, error: HTTPError) -> Exception:
    """Return what follows from a status: another attempt, or the end."""
    if error.code in retries.BUSY:
        return Passing(f"status {error.code}", retries.pause(error.headers))
    if error.code in _PASSING:
        return Passing(f"status {error.code}")
    return StoreError(f"{endpoint} answers with status {error.code}: {error.reason}")


def _rows(body: bytes) -> tuple[Row, ...]:
    """Return the solutions in a JSON answer; one that is cut off is a failure that passes."""
    try:
        answer: Any = json.loads(body)
        found = answer["results"]["bindings"]
        return tuple({name: cell["value"] for name, cell in row.items()} for row in found)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Passing("an answer that is cut off or no result of SPARQL") from error


def _hits(body: bytes) -> tuple[Row, ...]:
    """Return the hits of a search; errors come with status 200 there, and some of them pass."""
    try:
        answer: Any = json.loads(body)
        if isinstance(answer, Mapping) and "error" in answer:
            raise _told(answer["error"])
        return tuple({"id": str(hit["id"])} for hit in answer["search"])
    except (ValueError, KeyError, TypeError) as error:
        raise Passing("an answer that is cut off or no result of a search") from error


def _told(error: Any) -> Exception:
    code = str(error["code"])
    if code in _PASSING_CODES:
        return Passing(f"error {code}")
    return StoreError(f"the search is refused: {code}")
