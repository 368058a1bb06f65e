"""The SPARQL 1.1 Protocol at /sparql, for queries: reading only, within the limits of the workers.

A request without a query is answered with a description of the service; one of
a browser with a page, which questions.py makes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.store.pool import Answer, Question
from kg.web import accept, graphs, questions
from kg.web.description import describe_service
from kg.web.refusals import RefusedError
from kg.web.site import Site

PATH = "/sparql"

ROWS = MappingProxyType(
    {
        "application/sparql-results+json": "json",
        "application/sparql-results+xml": "xml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
        "application/json": "json",
        "application/xml": "xml",
        "text/xml": "xml",
    }
)
"""The media types of rows with the names of the formats, what is preferred first."""

NAMED = MappingProxyType(
    {
        "json": ("application/sparql-results+json", "application/ld+json"),
        "xml": ("application/sparql-results+xml", "application/rdf+xml"),
        "csv": ("text/csv", None),
        "tsv": ("text/tab-separated-values", None),
        "turtle": (None, "text/turtle"),
        "ntriples": (None, "application/n-triples"),
        "jsonld": (None, "application/ld+json"),
        "rdfxml": (None, "application/rdf+xml"),
    }
)
"""What `format=` in an address may be: media types of rows and of statements."""

HTML = "text/html"
METHODS = "GET, HEAD, POST, OPTIONS"
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_FIELDS = 200
_KNOWN = ("query", "default-graph-uri", "named-graph-uri", "format")

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The media types in which rows and statements are to come, None where not at all."""

    rows: str | None
    triples: str | None
    page: bool = False


def routes(site: Site) -> list[BaseRoute]:
    """Return the route of the endpoint."""

    async def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return preflight(request)
        fields = read(request, await request.body())
        queries = [value for name, value in fields if name == "query"]
        if not queries:
            return await _describe(site, request)
        if len(queries) > 1:
            raise RefusedError(400, f"one query at a time is answered, {len(queries)} came")
        wanted = negotiate(request, fields)
        question = ask(site, queries[0], fields, wanted)
        if wanted.page:
            return await questions.free(site, request, question)
        return send(site, await site.ask_for_guest(question), wanted)

    return [Route(PATH, endpoint, methods=["GET", "POST", "OPTIONS"], name="sparql")]


# --- what comes in ----------------------------------------------------------------


def read(request: Request, body: bytes) -> Fields:
    """Return the fields of a request, wherever the protocol lets them stand.

    Raises RefusedError for what the protocol does not allow, and for updates.
    """
    fields = parse(request.scope.get("query_string", b""))
    if request.method == "POST":
        fields = [*fields, *_posted(request, body)]
    if any(name == "update" for name, _ in fields):
        raise RefusedError(403, "updates are refused: this endpoint answers queries only")
    return fields


def parse(data: bytes) -> Fields:
    """Return the fields of a query string or form. Raises RefusedError where it is not UTF-8."""
    try:
        text = data.decode("utf-8")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the fields of the request are not UTF-8") from error
    except ValueError as error:
        raise RefusedError(400, f"the request has more than {_FIELDS} fields") from error


def _posted(request: Request, body: bytes) -> Fields:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind not in (_FORM, _QUERY):
        also = "; updates are refused" if kind == _UPDATE else ""
        raise RefusedError(415, f"POST takes {_FORM} or {_QUERY}{also}")
    charset = _charset(parameters)
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise RefusedError(415, f"queries are UTF-8, not {charset}")
    if kind == _FORM:
        return parse(body)
    try:
        return [("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"byte {error.start} of the query is not UTF-8") from error


def _charset(parameters: str) -> str:
    pairs = (each.partition("=") for each in parameters.lower().split(";"))
    return next((value.strip(' "') for name, _, value in pairs if name.strip() == "charset"), "")


def ask(site: Site, text: str, fields: Fields, wanted: Wanted) -> Question:
    """Return the question that a request asks, with the dataset that it names."""
    if not text.strip():
        raise RefusedError(400, "the query is empty")
    given: Mapping[str, tuple[str, ...]] = {
        name: tuple(value for other, value in fields if other == name) for name in _KNOWN
    }
    most = site.limits
    return Question(
        text=text,
        rows_as=ROWS.get(wanted.rows or ""),
        triples_as=graphs.FORMATS.get(wanted.triples or ""),
        rows=most.rows,
        size=most.answer,
        default=given["default-graph-uri"],
        named=given["named-graph-uri"],
    )


# --- what goes out ----------------------------------------------------------------


def negotiate(request: Request, fields: Fields) -> Wanted:
    """Return what a request accepts: `format=` in the address goes before the Accept header.

    A value of `format` that is not ours is for other servers, and passed over.
    """
    named = [NAMED[value] for name, value in fields if name == "format" and value in NAMED]
    if named:
        return Wanted(*named[-1])
    if accept.prefers_html(request):
        return Wanted("application/sparql-results+json", "text/turtle", page=True)
    rows, triples = (
        accept.wanted(request, tuple(ROWS)),
        accept.wanted(request, tuple(graphs.FORMATS)),
    )
    if rows is None and triples is None:
        raise RefusedError(
            406, f"rows come as {', '.join(ROWS)}; triples as {', '.join(graphs.FORMATS)}"
        )
    return Wanted(rows, triples)


def send(site: Site, answer: Answer, wanted: Wanted) -> Response:
    """Return an answer of the workers as that of the endpoint, streamed where it is long."""
    kind = wanted.triples if answer.kind == "triples" else wanted.rows
    assert kind is not None
    made = graphs.stream(answer, kind, Readout_Rows_Most=str(site.limits.rows), Vary="Accept")
    if answer.cut:
        made.headers["Readout-Rows-Cut"] = "true"
    return made


def preflight(request: Request) -> Response:
    """Return what a browser is told that asks whether a page of another origin may ask."""
    allowed = {"Allow": METHODS, "Access-Control-Allow-Methods": METHODS}
    asked = request.headers.get("access-control-request-headers", "")
    return Response(
        status_code=204,
        headers=allowed
        | {"Access-Control-Allow-Headers": asked or "Accept, Content-Type"}
        | {"Access-Control-Max-Age": "600"},
    )


async def _describe(site: Site, request: Request) -> Response:
    """Answer a request without a query: people with a page, machines with a description."""
    if request.method == "POST":
        raise RefusedError(400, "the request has no query")
    if accept.prefers_html(request):
        return await questions.free(site, request, None)
    chosen = accept.wanted(request, tuple(graphs.FORMATS))
    if chosen is None:
        raise RefusedError(406, f"the description comes as {', '.join(graphs.FORMATS)}")
    return graphs.respond(describe_service(site, request), chosen, Vary="Accept")
