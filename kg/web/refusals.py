"""Errors as answers: what is accepted instead, in HTML, JSON or text as the request wants it."""

from __future__ import annotations

from http import HTTPStatus

from jinja2 import TemplateNotFound
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from kg.errors import InputError, KgError, LimitError, StoreError, UsageError
from kg.store.asking import UnwantedError
from kg.web import accept
from kg.web.site import Site

RETRY = 5
"""Seconds after which it is worth asking again what took too long."""

_STATUS = (
    (UnwantedError, 406),
    (UsageError, 400),
    (InputError, 400),
    (LimitError, 503),
    (StoreError, 503),
)
_OFFERS = ("text/plain", "application/json", "text/html")


class RefusedError(KgError):
    """A request that is not accepted, with the status that says so, and headers to go with it."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def status(error: KgError) -> int:
    """Return the HTTP status of an error: whose fault it is, and whether to ask again helps."""
    if isinstance(error, RefusedError):
        return error.status
    return next((code for kind, code in _STATUS if isinstance(error, kind)), 500)


def refuse(site: Site, request: Request, error: KgError) -> Response:
    """Return the answer to a request that was refused with `error`."""
    code = status(error)
    headers = dict(error.headers) if isinstance(error, RefusedError) else {}
    if code == 503:
        headers["Retry-After"] = str(RETRY)
    return tell(site, request, code, str(error), headers)


def refuse_route(site: Site, request: Request, error: HTTPException) -> Response:
    """Return the answer to a request for an address or in a method that there is not."""
    words = {
        404: f"there is nothing at {request.url.path}",
        405: f"{request.method} is not accepted here",
    }
    allowed = (error.headers or {}).get("Allow")
    message = words.get(error.status_code, error.detail)
    message += f": {allowed} are" if allowed else ""
    return tell(site, request, error.status_code, message, dict(error.headers or {}))


def tell(
    site: Site, request: Request, code: int, message: str, headers: dict[str, str] | None = None
) -> Response:
    """Return a status with words for it, in the form that the request wants most."""
    form = "text/html" if accept.prefers_html(request) else accept.wanted(request, _OFFERS)
    made: Response
    if form == "text/html":
        made = _page(site, code, message)
    elif form == "application/json":
        made = JSONResponse({"status": code, "error": message}, code)
    else:
        made = PlainTextResponse(f"{message}\n", code)
    made.headers.update(headers or {})
    made.headers["Vary"] = "Accept"
    return made


def _page(site: Site, code: int, message: str) -> Response:
    try:
        return site.page("error.html", code, code=code, reason=reason(code), message=message)
    except TemplateNotFound:
        return PlainTextResponse(f"{message}\n", code)


def reason(code: int) -> str:
    """Return the customary words for a status: "Not Found"."""
    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return "Error"
