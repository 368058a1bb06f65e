"""A server as a place of questions: what is asked of a local store can be asked of it.

Answers are refused where they may be parts: those are no answers.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

import pyoxigraph as ox

from kg import namespaces, retries
from kg.errors import StoreError
from kg.queries import ordering, results
from kg.queries.results import Found, Graph, Result, Rows
from kg.retries import Headers, Passing
from kg.store.remote import answers, profiles, rewriting, transport
from kg.store.remote.credentials import NONE, Credentials
from kg.store.remote.transport import PATIENT, Answer, Limits

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper

_PIECE = 1 << 16
_PREFIX = re.compile(r"(?<![\w-])([A-Za-z][\w-]*):")


class Endpoint:
    """The query address of a server. `digest` and `union` are as in its profile.

    Where `union` is None the server is asked, once, whether it has a graph of
    the merged view. `sleep` is what waits between attempts.
    """

    def __init__(
        self,
        url: str,
        credentials: Credentials = NONE,
        *,
        digest: bool = False,
        union: bool | None = None,
        limits: Limits = PATIENT,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.url = profiles.check(url)
        self.credentials, self.digest, self._union = credentials, digest, union
        # the connection has no limit of its own below: it is that of a silent server
        self.limits = replace(limits, connect=limits.read)
        self.sleep = sleep

    @property
    def union(self) -> bool:
        """Tell whether the merged view is a named graph there. Raises StoreError as asking does."""
        if self._union is None:
            told = self._collect(f"ASK {{ GRAPH <{profiles.MERGED}> {{ ?s ?p ?o }} }}")
            self._union = bool(told)
        return self._union

    def evaluate(self, text: str) -> Result:
        """Return what a SPARQL query that is known to be harmless yields."""
        return results.collect(self.begin(text))

    def begin(self, text: str, rows: int | None = None) -> Found:
        """Return what a harmless query yields, `rows` rows at most.

        The customary prefixes are declared. Raises StoreError where the server
        refuses, fails again and again, takes too long or answers in part.
        """

        def ask(asked: str) -> Found:
            plain = rewriting.compare_texts(asked)
            return self._ask(declare(rewriting.merge(plain) if self.union else plain), rows)

        return ordering.begin(text, ask)

    def about(self, thing: str, *, incoming: bool = False) -> Iterator[ox.Quad]:
        """Yield the statements of the merged view whose subject, or object, is `thing`."""
        node = ox.NamedNode(thing)
        pattern = f"?other ?verb {node}" if incoming else f"{node} ?verb ?other"
        for verb, other in self.rows(f"SELECT ?verb ?other {{ {pattern} }}"):
            assert isinstance(verb, ox.NamedNode) and other is not None
            if not incoming:
                yield ox.Quad(node, verb, other)
            elif not isinstance(other, ox.Literal):
                yield ox.Quad(other, verb, node)

    def rows(self, text: str) -> tuple[results.Row, ...]:
        """Return the rows of a SELECT over the merged view and named graphs."""
        found = self.evaluate(text)
        assert isinstance(found, Rows)
        return found.rows

    def _collect(self, text: str) -> Result:
        return results.collect(self._ask(text, None))

    def _ask(self, text: str, most: int | None) -> Found:
        name = transport.place(self.url)

        def attempt() -> Found:
            kind, answer = self._exchange(text)
            transport.refuse_part(answer.headers, name)
            if kind in ("CONSTRUCT", "DESCRIBE"):
                self._guard(text, answer)
                return _cut(answers.read_triples(answer.body, name), most)
            return answers.read(answer.body, name, most)

        return retries.persist(attempt, name, self.sleep)

    def _guard(self, text: str, answer: Answer) -> None:
        """Refuse triples that a Virtuoso may have cut: it tells so only of the rows behind them."""
        question = rewriting.count(text)
        if question and (self.digest or "Virtuoso" in (answer.headers.get("Server") or "")):
            _, rows = self._exchange(question)
            transport.refuse_part(rows.headers, transport.place(self.url))

    def _exchange(self, text: str) -> tuple[str, Answer]:
        """Return the kind of a query and its answer. Raises Passing or StoreError."""
        wrapper = self._wrapper(text)
        end = transport.deadline(self.limits)
        try:
            response = wrapper.query().response
            self._stay(response.geturl())
            body = self._read(response, end)
        except HTTPError as error:
            raise self._refused(error.code, error.headers, _words(error)) from error
        except URLError as error:
            raise self._unreached(error) from error
        except TimeoutError as error:
            raise transport.late(self.url, "read", self.limits) from error
        except (HTTPException, OSError) as error:
            raise Passing(f"it broke off ({type(error).__name__})") from error
        except _refusals() as error:
            raise self._refused(_STATUS[type(error).__name__], {}, str(error)) from error
        return str(wrapper.queryType), Answer(response.status, response.headers, body)

    def _wrapper(self, text: str) -> SPARQLWrapper:
        from SPARQLWrapper import DIGEST, JSON, POST, TURTLE

        wrapper = _wrapper_class()(self.url, agent=transport.AGENT)
        wrapper.setTimeout(max(1, round(self.limits.read)))
        wrapper.setMethod(POST)
        wrapper.setQuery(text)
        wrapper.setReturnFormat(TURTLE if wrapper.queryType in ("CONSTRUCT", "DESCRIBE") else JSON)
        if self.credentials.user and self.credentials.password:
            wrapper.setCredentials(self.credentials.user, self.credentials.password)
        if self.digest:
            wrapper.setHTTPAuth(DIGEST)
        if self.credentials.token:
            wrapper.addCustomHttpHeader("Authorization", f"Bearer {self.credentials.token}")
        return wrapper

    def _read(self, response: Any, end: float) -> bytes:
        data = bytearray()
        while piece := response.read1(_PIECE):
            data += piece
            transport.check(len(data), end, self.url, self.limits)
        length = response.headers.get("Content-Length")
        if length is not None and len(data) < int(length):
            raise Passing("it broke off in the middle of an answer")
        return bytes(data)

    def _stay(self, url: str) -> None:
        if url != self.url:
            raise StoreError(f"{transport.place(self.url)} sends on to {transport.place(url)}")

    def _refused(self, status: int, headers: Headers, words: str) -> Exception:
        """Return what follows from a status of failure."""
        try:
            transport.judge(Answer(status, headers, words.encode()), self.url, self.credentials)
        except (Passing, StoreError) as error:
            return error
        return StoreError(f"{transport.place(self.url)} answers with status {status}")

    def _unreached(self, error: URLError) -> Exception:
        if isinstance(error.reason, TimeoutError):
            return transport.late(self.url, "connect", self.limits)
        if isinstance(error.reason, ConnectionRefusedError):
            return StoreError(f"no server answers at {transport.place(self.url)}")
        return Passing(f"no answer: {error.reason}")


_STATUS = {
    "QueryBadFormed": 400,
    "Unauthorized": 401,
    "EndPointNotFound": 404,
    "URITooLong": 414,
    "EndPointInternalError": 500,
}


def _refusals() -> type[Exception]:
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    return SPARQLWrapperException


def _wrapper_class() -> type[SPARQLWrapper]:
    """Return SPARQLWrapper, but that it takes what is secret to no other address."""
    from SPARQLWrapper import SPARQLWrapper

    class Wrapper(SPARQLWrapper):
        def _createRequest(self) -> Any:
            request = super()._createRequest()
            secret = request.headers.pop("Authorization", None)
            if secret is not None:
                request.add_unredirected_header("Authorization", secret)
            return request

    return Wrapper


def _words(error: HTTPError) -> str:
    try:
        return error.read().decode("utf-8", "replace")
    except (HTTPException, OSError):
        return ""


def _cut(graph: Graph, most: int | None) -> Graph:
    if most is None or len(graph) <= most:
        return graph
    return Graph(graph.triples[:most], cut=True)


def declare(text: str) -> str:
    """Return a query with the customary prefixes that it uses declared before it."""
    used = {found[1] for found in _PREFIX.finditer(text)}
    declared = (
        f"PREFIX {prefix}: <{namespace}>\n"
        for prefix, namespace in namespaces.prefixes().items()
        if prefix in used
    )
    return "".join(declared) + text
