"""The Reconciliation Service API 0.2 over the things of the store, for OpenRefine and others.

Names in a column are matched with persons, organisations, meetings and the
other things, with scores; matched rows can be extended by what is known of
them. Scripts of pages get answers by CORS; JSONP, which hands them to any page
that asks, is not offered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kg import namespaces
from kg.errors import UsageError
from kg.queries.results import curie
from kg.web.description import TITLE, absolute
from kg.web.protocol import parse, preflight
from kg.web.refusals import RefusedError
from kg.web.site import Site
from kg.web.views import links, search
from kg.web.vocabularies import Term, terms

if TYPE_CHECKING:
    from kg.web.matching import Candidate, Sought, Value

PATH = "/reconcile"
BATCH = 50
"""Names in one request; OpenRefine sends ten."""

MOST = 100
"""Candidates for one name, and suggestions."""

_LONGEST = 1_000
_PREVIEW = {"width": 420, "height": 220}


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the service."""

    async def service(request: Request) -> Response:
        if request.method == "OPTIONS":
            return preflight(request)
        fields = await _fields(request)
        if "queries" in fields:
            return _json(await run_in_threadpool(batch, site, _object(fields["queries"])))
        if "query" in fields:
            return _json(await run_in_threadpool(one, site, fields["query"]))
        if "extend" in fields:
            return _json(await run_in_threadpool(extend, site, _object(fields["extend"])))
        return _json(manifest(site, request))

    def preview(request: Request) -> Response:
        made = site.page("preview.html", told=_previewed(site, request.query_params.get("id", "")))
        made.headers["Content-Security-Policy"] = PREVIEW_POLICY
        return made

    methods = ["GET", "POST", "OPTIONS"]
    return [
        Route(PATH, service, methods=methods),
        Route(f"{PATH}/preview", preview),
        *(_suggest(site, f"{PATH}/suggest/{name}", find) for name, find in _SUGGESTED.items()),
        Route(f"{PATH}/properties", lambda request: _json(proposed(request))),
    ]


PREVIEW_POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*"
)
"""A preview is shown within the page of OpenRefine, which runs on this machine."""


async def _fields(request: Request) -> Mapping[str, str]:
    """Return the fields of a request, wherever they stand. Raises RefusedError."""
    pairs = parse(request.scope.get("query_string", b""))
    if request.method == "POST":
        pairs = [*pairs, *parse(await request.body())]
    return dict(pairs)


def _json(told: Any) -> Response:
    return JSONResponse(told)


def _object(text: str) -> dict[str, Any]:
    """Return a JSON object of a request. Raises UsageError where it is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"no JSON: {error}") from error
    if not isinstance(found, dict):
        raise UsageError("a JSON object is needed: each query by a key of its own")
    return found


# --- what the service is ----------------------------------------------------------------


def manifest(site: Site, request: Request) -> dict[str, Any]:
    """Return what the service is and where its parts are."""
    here = absolute(site, request, PATH)
    part = {"service_url": here}
    return {
        "versions": ["0.2"],
        "name": TITLE,
        "identifierSpace": namespaces.BASE,
        "schemaSpace": namespaces.ONTOLOGY,
        "documentation": absolute(site, request, "/ontology"),
        "defaultTypes": [_type(kind) for kind in links.PAGES],
        "view": {"url": absolute(site, request, "/id/") + "{{id}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", **_PREVIEW},
        "suggest": {name: {**part, "service_path": f"/suggest/{name}"} for name in _SUGGESTED},
        "extend": {
            "propose_properties": {**part, "service_path": "/properties"},
            "property_settings": [],
        },
        "batchSize": BATCH,
    }


def _type(kind: str) -> dict[str, str]:
    """Return a kind of thing as a type of the service: the class of the ontology."""
    label = next((term.label for term in _terms(0) if term.name.lower() == kind), kind)
    return {"id": kind.capitalize(), "name": label}


def _terms(*groups: int) -> Iterable[Term]:
    """Return the terms of groups of the ontology: 0 classes, 1 and 2 properties."""
    listed = terms()
    return (term for group in groups for term in listed[group][1])


def _kinds(given: Any) -> tuple[str, ...]:
    """Return the kinds that a query names as types, by id; none is any. Raises UsageError."""
    ids = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    wanted = [_last(each.get("id", "") if isinstance(each, dict) else str(each)) for each in ids]
    known = {kind.capitalize(): kind for kind in links.PAGES}
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise UsageError(f"no type {unknown[0]!r}: there are {', '.join(known)}")
    return tuple(known[name] for name in wanted)


def _last(name: str) -> str:
    return name.removeprefix(namespaces.ONTOLOGY)


# --- queries -----------------------------------------------------------------------------


def batch(site: Site, queries: Mapping[str, Any]) -> dict[str, Any]:
    """Return the candidates for each query of a batch, by its key. Raises UsageError."""
    if len(queries) > BATCH:
        raise UsageError(f"a batch has at most {BATCH} queries, not {len(queries)}")
    return {key: _answer(site, query) for key, query in queries.items()}


def one(site: Site, text: str) -> dict[str, Any]:
    """Return the candidates for a single query, which is an object or a name alone."""
    return _answer(site, _object(text) if text.lstrip().startswith("{") else {"query": text})


def _answer(site: Site, query: Any) -> dict[str, Any]:
    from kg.web import matching  # knows how names are compared, which pages have no need of

    found = matching.match(site.store, _sought(query))
    return {"result": [_result(each) for each in found]}


def _sought(query: Any) -> Sought:
    from kg.web.matching import Sought

    if not isinstance(query, dict) or not isinstance(query.get("query"), str):
        raise UsageError('a query is an object with "query", the name that is looked for')
    limit = query.get("limit", 10)
    most = limit if isinstance(limit, int) and limit > 0 else 10
    return Sought(
        name=" ".join(query["query"].split())[:_LONGEST],
        kinds=_kinds(query.get("type")),
        properties=tuple(_property(each) for each in query.get("properties") or ()),
        most=min(most, MOST),
    )


def _property(given: Any) -> tuple[str, str]:
    """Return a property by its IRI with the value that a row gives for it."""
    if not isinstance(given, dict) or "pid" not in given:
        raise UsageError('a property is an object with "pid" and "v"')
    value = given.get("v", "")
    if isinstance(value, dict):
        value = value.get("id") or value.get("name") or ""
    return property_iri(str(given["pid"])), str(value).strip()


def property_iri(name: str) -> str:
    """Return the IRI of a property of the ontology. Raises UsageError for another."""
    known = {term.name for term in _terms(1, 2)}
    if _last(name) not in known:
        raise UsageError(f"no property {name!r}: there are {', '.join(sorted(known))}")
    return namespaces.term(_last(name))


def _result(found: Candidate) -> dict[str, Any]:
    features = [{"id": "name", "value": found.by_name}]
    if found.by_properties is not None:
        features.append({"id": "properties", "value": round(100 * found.by_properties, 1)})
    return {
        "id": found.iri.removeprefix(namespaces.BASE),
        "name": found.name,
        "type": [_type(found.kind)],
        "score": found.score,
        "match": found.match,
        "features": features,
    }


# --- suggestions and previews --------------------------------------------------------------


def _suggest(site: Site, path: str, find: Any) -> Route:
    def endpoint(request: Request) -> Response:
        prefix = request.query_params.get("prefix", "").strip()[:_LONGEST]
        return _json({"result": find(site, prefix)[:MOST]})

    return Route(path, endpoint)


def _entities(site: Site, prefix: str) -> list[dict[str, Any]]:
    found = search.search(site.store, prefix, size=20).hits
    return [
        {
            "id": hit.iri.removeprefix(namespaces.BASE),
            "name": hit.name,
            "description": ", ".join(filter(None, (hit.kind, hit.printed, *hit.of))),
            "notable": [_type(hit.kind)],
        }
        for hit in found
    ]


def _types(_: Site, prefix: str) -> list[dict[str, Any]]:
    kinds = (_type(kind) for kind in links.PAGES)
    return [each for each in kinds if each["name"].lower().startswith(prefix.lower())]


def _properties(_: Site, prefix: str) -> list[dict[str, Any]]:
    return [
        {"id": term.name, "name": term.label, "description": term.comment}
        for term in _terms(1, 2)
        if prefix.lower() in term.label.lower() or prefix.lower() in term.name.lower()
    ]


_SUGGESTED = {"entity": _entities, "type": _types, "property": _properties}


def _previewed(site: Site, name: str) -> Any:
    from kg.queries.dossier import dossier

    iri = name if name.startswith(namespaces.BASE) else namespaces.BASE + name
    if not links.document(iri):
        raise RefusedError(404, f"there is no thing {name!r}")
    try:
        return dossier(site.store, iri)
    except UsageError as error:
        raise RefusedError(404, str(error)) from error


# --- extension -----------------------------------------------------------------------------


def proposed(request: Request) -> dict[str, Any]:
    """Return the properties by which things of a type can be extended."""
    kind = request.query_params.get("type", "")
    own = [term for term in _terms(1, 2) if _is_of(term, kind)]
    return {
        "type": kind,
        "properties": [{"id": term.name, "name": term.label} for term in own],
    }


def _is_of(term: Term, kind: str) -> bool:
    """Tell whether a property is said of a class, of facts about its things, or of several."""
    domains = dict(term.further).get("of", ())  # of several classes the list names none
    facts = {
        "Person": ("Participation", "Tenure", "Appearance"),
        "Meeting": ("Participation", "AgendaItem", "Act"),
        "Instrument": ("Act",),
        "Office": ("Participation", "Tenure"),
    }
    wanted = (_last(kind), *facts.get(_last(kind), ()))
    return not domains or any(_last(each) in wanted for each in domains)


def extend(site: Site, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of properties for rows that were matched. Raises UsageError."""
    from kg.web import matching

    ids, given = asked.get("ids"), asked.get("properties")
    if not isinstance(ids, list) or not isinstance(given, list) or len(ids) > 10 * BATCH:
        raise UsageError(f'an extension has "ids", at most {10 * BATCH}, and "properties"')
    known = {str(each): namespaces.BASE + str(each) for each in ids}
    iris = [iri for iri in known.values() if links.document(iri)]
    names = [_last(str(each.get("id") if isinstance(each, dict) else each)) for each in given]
    found = {name: matching.values(site.store, iris, property_iri(name)) for name in names}
    labels = {term.name: term.label for term in _terms(1, 2)}
    return {
        "meta": [{"id": name, "name": labels[name]} for name in names],
        "rows": {
            each: {name: [_cell(v) for v in found[name].get(iri, ())] for name in names}
            for each, iri in known.items()
        },
    }


def _cell(value: Value) -> dict[str, Any]:
    if value.iri is None:
        return {"str": value.text}
    if value.iri.startswith(namespaces.BASE) and "#" not in value.iri:
        return {"id": value.iri.removeprefix(namespaces.BASE), "name": value.text}
    return {"str": curie(value.iri)}
