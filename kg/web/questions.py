"""The stored questions as forms and tables, and a page for SPARQL of one's own.

Each answer has a permanent address: the question's name and its parameters.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg import namespaces, queries
from kg.errors import KgError
from kg.queries import StoredQuery
from kg.queries.results import Answer as Truth
from kg.queries.results import Rows
from kg.store.pool import Answer, Question
from kg.web import graphs, refusals
from kg.web.description import absolute
from kg.web.refusals import RefusedError
from kg.web.site import Site
from kg.web.vocabularies import terms

if TYPE_CHECKING:
    from kg.web.answers import Table
    from kg.web.charts import Chart

FETCHED = 1_000
"""Rows that a page fetches, to show some of them; the downloads have more."""

DOWNLOADS = MappingProxyType({"csv": "text/csv", "json": "application/sparql-results+json",
                              "tsv": "text/tab-separated-values", "xml":
                              "application/sparql-results+xml", "ttl": "text/turtle"})  # fmt: skip
"""The suffixes of an answer's address with the media types behind them."""

_RESERVED = ("skip",)


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as a page shows it: a table with its chart, the word of an ASK, or Turtle."""

    sparql: str
    table: Table | None = None
    chart: Chart | None = None
    truth: bool | None = None
    turtle: str | None = None
    cut: bool = False


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the questions."""

    def gallery(_: Request) -> Response:
        return site.page("questions.html", questions=queries.catalogue())

    async def question(request: Request) -> Response:
        return await show(site, request, find(request.path_params["name"]))

    return [
        Route("/questions", gallery),
        *(_download(site, suffix, kind) for suffix, kind in DOWNLOADS.items()),
        Route("/questions/{name}", question),
    ]


def _download(site: Site, suffix: str, media_type: str) -> Route:
    async def endpoint(request: Request) -> Response:
        stored = find(request.path_params["name"])
        turtle = suffix == "ttl"
        asked = Question(
            name=stored.name,
            values=values(request),
            rows_as=None if turtle else suffix,
            triples_as="turtle" if turtle else None,
            rows=site.limits.rows,
            size=site.limits.answer,
        )
        answer = await site.ask(asked)
        made = graphs.stream(answer, media_type, Readout_Rows_Most=str(site.limits.rows))
        made.headers["Content-Disposition"] = f'attachment; filename="{stored.name}.{suffix}"'
        if answer.cut:
            made.headers["Readout-Rows-Cut"] = "true"
        return made

    return Route(f"/questions/{{name}}.{suffix}", endpoint)


def find(name: str) -> StoredQuery:
    """Return a stored question. Raises RefusedError that says which there are."""
    try:
        return queries.query(name)
    except KgError as error:
        raise RefusedError(404, str(error)) from error


def values(request: Request) -> dict[str, str]:
    """Return the values that a request gives for parameters, without those left empty."""
    given = request.query_params.items()
    return {name: value for name, value in given if value.strip() and name not in _RESERVED}


# --- a stored question ------------------------------------------------------------------


async def show(site: Site, request: Request, stored: StoredQuery) -> Response:
    """Return the page of a stored question: its form, and the answer where it was asked."""
    from kg.web.fields import fields  # the first page is another, and need not wait for this

    given = values(request)
    shown, error = None, None
    if given or request.query_params or not stored.parameters:
        asked = Question(name=stored.name, values=given, rows=FETCHED)
        shown, error = await _attempt(site, request, asked)
    form = await run_in_threadpool(fields, site.store, stored, given)
    return site.page(
        "question.html",
        refusals.status(error) if error else 200,
        question=stored,
        given=given,
        example=stored.example,
        fields=form,
        downloads=DOWNLOADS,
        **_common(site, request, shown, error),
    )


async def free(site: Site, request: Request, question: Question | None) -> Response:
    """Return the page of free SPARQL, with the answer where a query was asked."""
    shown, error = None, None
    if question is not None:
        shown, error = await _attempt(site, request, _bounded(question))
    return site.page(
        "sparql.html",
        refusals.status(error) if error else 200,
        sparql=question.text if question else "",
        prefixes=namespaces.prefixes(),
        groups=terms(),
        **_common(site, request, shown, error),
    )


def _bounded(question: Question) -> Question:
    most = min(FETCHED, question.rows or FETCHED)
    return Question(text=question.text, rows=most, default=question.default, named=question.named)


async def _attempt(
    site: Site, request: Request, asked: Question
) -> tuple[Shown | None, KgError | None]:
    skip = _skip(request)
    try:
        answer = await (site.ask(asked) if asked.name else site.ask_for_guest(asked))
        return await run_in_threadpool(_shown, site, answer, skip), None
    except KgError as error:
        return None, error


def _common(
    site: Site, request: Request, shown: Shown | None, error: KgError | None
) -> Mapping[str, Any]:
    """Return what the pages of both kinds of question show."""
    endpoint = absolute(site, request, "/sparql")
    return {
        "shown": shown,
        "error": str(error) if error else None,
        "query": [(name, value) for name, value in request.query_params.items() if name != "skip"],
        "curl": curl(endpoint, shown.sparql) if shown else None,
        "most": site.limits.rows,
    }


def curl(endpoint: str, text: str) -> str:
    """Return a command of a shell that asks the same; whatever the text holds stays its text."""
    return (
        f"curl {shlex.quote(endpoint)} -H 'Accept: text/csv'"
        f" --data-urlencode {shlex.quote(f'query={text}')}"
    )


def _skip(request: Request) -> int:
    text = request.query_params.get("skip") or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise RefusedError(400, f"skip={text[:40]!r} is not accepted: a number of rows")
    return int(text)


def _shown(site: Site, answer: Answer, skip: int) -> Shown:
    from kg.web import charts
    from kg.web.answers import leads, sketch, table

    if answer.kind == "triples":
        return Shown(answer.text, turtle=answer.read(), cut=answer.cut)
    result = answer.result()
    if isinstance(result, Truth):
        return Shown(answer.text, truth=result.value)
    assert isinstance(result, Rows)
    store = site.store
    drawn = charts.chart(result.columns, sketch(result.rows))
    if drawn:
        drawn = charts.name(drawn, leads(store, _iris(charts.links(drawn))))
    return Shown(
        sparql=answer.text,
        table=table(store, result, skip, cut=answer.cut),
        chart=drawn,
        cut=answer.cut,
    )


def _iris(words: Iterable[str]) -> Iterator[str]:
    """Yield those words that are IRIs."""
    return (word for word in words if ":" in word and "/" in word)
