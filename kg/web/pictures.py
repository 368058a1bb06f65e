"""Pictures drawn on the server: where their signs stand, as frozen values that a template draws.

The same input gives the same picture; each has at most MOST signs, and each
sign is a link with its whole name, so that a picture reads as a list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.web.views.links import Link

MOST = 60
"""Signs of one picture."""

WIDTH = 900
_MARGIN = 30
_ROW = 22
_LANE = 26
_NEAR = 14  # units between two signs of one lane
_LANES = 12
_CHARACTERS = 42  # of a name beside its sign


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date, "2016-04-13" or less of it; `open` is what is not known to be over."""

    link: Link
    date: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A circle at `x`, `y` and its words; `label` is the name as far as there is room for it."""

    x: float
    y: float
    label: str
    link: Link
    note: str
    open: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis of a timeline."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events along an axis of years; `more` counts the older ones that are left out."""

    width: int
    height: int
    axis: float
    signs: tuple[Sign, ...]
    ticks: tuple[Tick, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A thing in the middle with its neighbours on both sides; `more` counts those left out."""

    width: int
    height: int
    centre: Sign
    signs: tuple[Sign, ...]
    more: int


def timeline(events: Iterable[Event], most: int = MOST) -> Timeline | None:
    """Return the latest events along an axis of time; None where fewer than two have a date."""
    dated = sorted(
        (event for event in events if _day(event.date) is not None),
        key=lambda event: (event.date, event.link.text, event.link.path or ""),
    )
    shown = dated[-most:]
    if len(shown) < 2:
        return None
    days = [_day(event.date) or 0.0 for event in shown]
    first, last = int(min(days)), int(max(days)) + 1
    places = [_along(day, first, last) for day in days]
    lanes = _lanes(places)
    axis = 20.0 + _LANE * (max(lanes) + 1)
    signs = tuple(
        _event(event, place, axis - _LANE * (lane + 0.75))
        for event, place, lane in zip(shown, places, lanes, strict=True)
    )
    return Timeline(
        WIDTH, int(axis) + 30, axis, signs, _ticks(first, last), len(dated) - len(shown)
    )


def _day(date: str) -> float | None:
    """Return a date as years: the middle of what a partial date leaves open."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or not date:
        return None
    year, month, day = (*map(int, parts), 0, 0)[:3]
    if not month:
        return year + 0.5
    return year + (month - 1 + (day - 1 if day else 15) / 31) / 12


def _along(day: float, first: int, last: int) -> float:
    return round(_MARGIN + (day - first) / (last - first) * (WIDTH - 2 * _MARGIN), 1)


def _lanes(places: list[float]) -> list[int]:
    """Return for each place, from left to right, the lowest lane in which it has room."""
    ends: list[float] = []
    lanes = []
    for place in places:
        free = next((n for n, end in enumerate(ends) if end + _NEAR <= place), len(ends))
        lane = free % _LANES
        ends[lane : lane + 1] = [place]
        lanes.append(lane)
    return lanes


def _event(event: Event, x: float, y: float) -> Sign:
    return Sign(x, round(y, 1), event.date, event.link, event.date, event.open)


def _ticks(first: int, last: int) -> tuple[Tick, ...]:
    """Return the years of an axis, at most about a dozen of them."""
    step = max(1, -(-(last - first) // 12))
    return tuple(
        Tick(_along(year, first, last), str(year)) for year in range(first, last + 1, step)
    )


def neighbourhood(
    centre: Link, neighbours: Iterable[tuple[str, Link]], most: int = MOST
) -> Neighbourhood | None:
    """Return a thing among those it is tied to, each with the word for the tie; None without any.

    Ties of one kind stand together, those with more of them on the left first.
    """
    ties: dict[Link, dict[str, None]] = {}
    for verb, link in neighbours:
        if link.path and link != centre:
            ties.setdefault(link, {})[verb] = None
    every = sorted(ties, key=lambda link: (", ".join(ties[link]), link.text, link.path or ""))
    shown = every[:most]
    if not shown:
        return None
    half = -(-len(shown) // 2)
    height = max(3, half) * _ROW + 2 * _MARGIN
    sides = ((shown[:half], True), (shown[half:], False))
    signs = tuple(
        _neighbour(link, ", ".join(ties[link]), row, (len(side), height), left)
        for side, left in sides
        for row, link in enumerate(side)
    )
    middle = Sign(WIDTH / 2, height / 2, _short(centre.text, 30), centre, "")
    return Neighbourhood(WIDTH, height, middle, signs, len(every) - len(shown))


def _neighbour(link: Link, note: str, row: int, side: tuple[int, int], left: bool) -> Sign:
    count, height = side
    y = round(height / 2 + (row - (count - 1) / 2) * _ROW, 1)
    x = WIDTH * (0.36 if left else 0.64)
    return Sign(x, y, _short(link.text, _CHARACTERS), link, note, False, left)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
