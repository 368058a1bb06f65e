"""Stylesheet, scripts and pictures of the pages, kept in memory: they are few and short."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.web.graphs import with_charset
from kg.web.refusals import RefusedError
from kg.web.site import STATIC

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
"""What may lie in the folder, by suffix."""


def routes() -> list[BaseRoute]:
    """Return the route of the files, which are read now."""
    files = {file.name: _read(file) for file in sorted(STATIC.iterdir()) if file.suffix in TYPES}

    async def asset(request: Request) -> Response:
        found = files.get(request.path_params["name"])
        if found is None:
            raise RefusedError(404, f"there is no such file: there are {', '.join(files)}")
        data, headers = found
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(data, headers=headers)

    return [Route("/static/{name}", asset)]


def _read(file: Path) -> tuple[bytes, dict[str, str]]:
    """Return a file with its headers: a browser asks each time whether it has changed."""
    data = file.read_bytes()
    kind = with_charset(TYPES[file.suffix])
    tag = f'"{sha256(data).hexdigest()[:32]}"'
    return data, {"Content-Type": kind, "ETag": tag, "Cache-Control": "no-cache"}
