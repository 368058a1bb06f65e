"""Content negotiation: which of our formats a request wants most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from starlette.requests import Request

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*")
_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)
_LONGEST = 4096
"""Characters of the header that are read; browsers send 150."""


class Range(NamedTuple):
    """One entry of an Accept header: "text/*;q=0.5"."""

    type: str
    subtype: str
    quality: float

    def fits(self, media_type: str) -> int:
        """Return how narrowly this range names a media type: 0 for not at all, 3 for exactly."""
        type_, _, subtype = media_type.partition("/")
        if (self.type, self.subtype) == (type_, subtype):
            return 3
        if self.type == type_ and self.subtype == "*":
            return 2
        return 1 if self.type == self.subtype == "*" else 0


def parse(header: str) -> tuple[Range, ...]:
    """Return the entries of an Accept header; what is not well-formed is passed over."""
    return tuple(filter(None, map(_range, header[:_LONGEST].split(","))))


def choose(header: str, offers: Sequence[str]) -> str | None:
    """Return the media type among `offers` that the header wants most, or None for none.

    Of those wanted alike it is the first; an empty header takes anything.
    """
    ranges = parse(header)
    if not header.strip() or not ranges:
        return offers[0] if offers else None
    rated = [(_quality(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    best = max(rated, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


def wanted(request: Request, offers: Sequence[str]) -> str | None:
    """Return what of `offers` a request wants most, by all its Accept headers."""
    return choose(",".join(request.headers.getlist("accept")), offers)


def prefers_html(request: Request) -> bool:
    """Tell whether a request is one of a browser: it names HTML, and nothing else as much."""
    ranges = parse(",".join(request.headers.getlist("accept")))
    html = [each.quality for each in ranges if each.fits("text/html") == 3]
    return bool(html) and html[0] >= max(each.quality for each in ranges)


def _quality(offer: str, ranges: Iterable[Range]) -> float:
    fitting = [(each.fits(offer), each.quality) for each in ranges if each.fits(offer)]
    return max(fitting, default=(0, 0.0))[1]


def _range(entry: str) -> Range | None:
    kind, *parameters = entry.split(";")
    found = _RANGE.fullmatch(kind.lower())
    if not found:
        return None
    quality = 1.0
    for parameter in parameters:
        rated = _QUALITY.fullmatch(parameter)
        if rated:
            quality = float(rated[1])
    return Range(found[1], found[2], quality)
