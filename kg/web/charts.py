"""The picture that the columns of an answer allow: bars, a timeline, or who goes with whom.

A chart repeats what the table below it says: its words are those of the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg import namespaces
from kg.web import pictures
from kg.web.answers import Cell
from kg.web.pictures import MOST, Event, Sign, Timeline
from kg.web.views.links import Link

WIDTH = 900
_MARGIN = 20
_ROW = 24
_LABELS = 320  # units for the names beside the bars
_YEARS = 80  # units for years beside them
_NUMBERS = 70
_CHARACTERS = 44
_SIDE = MOST // 2
_OPEN = {word for name in ("planned", "ongoing") for word in (name, namespaces.term(name))}
_TITLES = ("name", "title", "label", "at", "topic")

Cells = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar at `y`, `length` units long, with its name and number."""

    y: float
    length: float
    label: str
    link: Link
    number: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers as lengths; `more` counts the smaller or later ones that are left out."""

    width: int
    height: int
    start: int
    bars: tuple[Bar, ...]
    title: str
    more: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two signs of a network."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Network:
    """Things of two columns and which stand in one row; `more` counts those left out."""

    width: int
    height: int
    signs: tuple[Sign, ...]
    lines: tuple[Line, ...]
    title: str
    more: int


@dataclass(frozen=True, slots=True)
class Chart:
    """At most one of these pictures."""

    bars: Bars | None = None
    timeline: Timeline | None = None
    network: Network | None = None


def chart(columns: tuple[str, ...], rows: Cells) -> Chart | None:
    """Return the picture of an answer, or None where its columns allow none.

    One column of numbers gives bars, by year where a column holds years; a
    column of dates gives a timeline; two columns of things a network.
    """
    if len(rows) < 2:
        return None
    forms = [_form(cells) for cells in zip(*rows, strict=True)]
    years = [place for place, cells in enumerate(zip(*rows, strict=True)) if _are_years(cells)]
    numbers = [n for n, form in enumerate(forms) if form == "number" and n not in years]
    if len(numbers) == 1:
        bars = _bars(columns, rows, numbers[0], years)
        return Chart(bars=bars) if bars else None
    drawn = "date" in forms and pictures.timeline(_events(columns, rows, forms.index("date")))
    if drawn:
        return Chart(timeline=drawn)
    things = [n for n, form in enumerate(forms) if form == "thing" and _is_told(rows, n)]
    return Chart(network=_network(columns, rows, things[0], things[1])) if things[1:] else None


def links(made: Chart) -> set[str]:
    """Return the words of all that a chart shows: IRIs, where it was made of a sketch."""
    shown = (made.bars and made.bars.bars, made.timeline and made.timeline.signs,
             made.network and made.network.signs)  # fmt: skip
    return {each.link.text for group in shown for each in group or ()}


def name(made: Chart, called: Mapping[str, Link]) -> Chart:
    """Return a chart that was made of a sketch with names in place of IRIs."""

    def link(old: Link) -> Link:
        return called.get(old.text, old)

    def sign(old: Sign) -> Sign:
        new = link(old.link)
        return replace(old, link=new, label=_short(new.text) if old.label == _short(old.link.text)
                       else old.label)  # fmt: skip

    bars, timeline, network = made.bars, made.timeline, made.network
    if bars:
        named = (replace(b, link=link(b.link), label=_short(link(b.link).text)) for b in bars.bars)
        bars = replace(bars, bars=tuple(named))
    if timeline:
        timeline = replace(timeline, signs=tuple(map(sign, timeline.signs)))
    if network:
        network = replace(network, signs=tuple(map(sign, network.signs)))
    return Chart(bars, timeline, network)


def _form(cells: tuple[Cell, ...]) -> str:
    """Return what all cells of a column are that are not empty, or "mixed"."""
    forms = {cell.form for cell in cells if cell.form != "none"}
    return forms.pop() if len(forms) == 1 else "mixed"


def _are_years(cells: tuple[Cell, ...]) -> bool:
    """Tell whether a column holds years, and more than one of them."""
    texts = {cell.text for cell in cells if cell.form != "none"}
    plain = (len(text) == 4 and text.isdigit() and "1000" <= text < "3000" for text in texts)
    return len(texts) > 1 and all(plain)


def _is_told(rows: Cells, place: int) -> bool:
    """Tell whether a column names things that have pages, and more than one of them."""
    own = {row[place].link for row in rows if row[place].link.path}
    return len(own) > 1 and all((link.path or "").startswith("/doc/") for link in own)


def _named(columns: tuple[str, ...], row: tuple[Cell, ...], besides: Iterable[int]) -> Link:
    """Return what a row is about: its first thing, else its name, else all its words."""
    left = [(name, cell) for n, (name, cell) in enumerate(zip(columns, row, strict=True))
            if n not in besides and cell.text]  # fmt: skip
    things = [cell for _, cell in left if cell.form == "thing"]
    titles = [cell for name, cell in left if name in _TITLES]
    if things:
        return things[0].link
    return titles[0].link if titles else Link(", ".join(cell.text for _, cell in left))


# --- bars -------------------------------------------------------------------------


def _bars(columns: tuple[str, ...], rows: Cells, number: int, years: list[int]) -> Bars | None:
    every = _totals(columns, rows, number, years)
    shown = every[-MOST:] if years else every[:MOST]
    values = [value for _, value in shown]
    if len(values) < 2 or min(values) < 0 or max(values) == 0:
        return None
    start = _YEARS if years else _LABELS
    unit = (WIDTH - start - _NUMBERS) / max(values)
    bars = tuple(_bar(n, link, value, unit) for n, (link, value) in enumerate(shown))
    by = columns[years[0]] if years else _told(columns, rows[0])
    title = f"{columns[number]} by {by}" if by else columns[number]
    height = 2 * _MARGIN + len(shown) * _ROW
    return Bars(WIDTH, height, start, bars, title, len(every) - len(shown))


def _told(columns: tuple[str, ...], row: tuple[Cell, ...]) -> str | None:
    """Return the name of the column that names what the bars are of."""
    return next((c for c, cell in zip(columns, row, strict=True) if cell.form == "thing"), None)


def _totals(
    columns: tuple[str, ...], rows: Cells, number: int, years: list[int]
) -> list[tuple[Link, float]]:
    """Return the sums of a column of numbers: year by year, else by name with the largest first."""
    totals: dict[Link, float] = {}
    for row in rows:
        link = Link(row[years[0]].text) if years else _named(columns, row, (number,))
        totals[link] = totals.get(link, 0) + float(row[number].text or 0)
    if years:
        return sorted(totals.items(), key=lambda item: item[0].text)
    return sorted(totals.items(), key=lambda item: (-item[1], item[0].text))


def _bar(row: int, link: Link, value: float, unit: float) -> Bar:
    y = _MARGIN + row * _ROW
    return Bar(y, round(value * unit, 1), _short(link.text), link, f"{value:,g}")


# --- timeline and network -------------------------------------------------------------


def _events(columns: tuple[str, ...], rows: Cells, date: int) -> Iterable[Event]:
    return dict.fromkeys(
        Event(
            _named(columns, row, (date,)),
            row[date].text[:10],
            any(cell.text in _OPEN for cell in row),
        )
        for row in rows
        if row[date].text
    )


def _network(columns: tuple[str, ...], rows: Cells, one: int, other: int) -> Network:
    whole = [list(dict.fromkeys(row[n].link for row in rows if row[n].text)) for n in (one, other)]
    sides = [side[:_SIDE] for side in whole]
    height = 2 * _MARGIN + max(map(len, sides)) * _ROW
    left, right = (
        {link: _place(n, len(side), height, links is sides[0]) for n, link in enumerate(side)}
        for links in sides
        for side in (links,)
    )
    signs = (
        *(Sign(*left[k], _short(k.text), k, columns[one], left=True) for k in left),
        *(Sign(*right[k], _short(k.text), k, columns[other]) for k in right),
    )
    pairs = dict.fromkeys((row[one].link, row[other].link) for row in rows)
    lines = tuple(Line(*left[a], *right[b]) for a, b in pairs if a in left and b in right)
    more = sum(map(len, whole)) - len(signs)
    return Network(WIDTH, height, signs, lines, f"{columns[one]} and {columns[other]}", more)


def _place(number: int, of: int, height: float, left: bool) -> tuple[float, float]:
    """Return where a sign stands: those of a side are spread over the whole height."""
    step = (height - 2 * _MARGIN) / of
    return WIDTH * (0.42 if left else 0.58), round(_MARGIN + (number + 0.5) * step, 1)


def _short(text: str) -> str:
    return text if len(text) <= _CHARACTERS else text[: _CHARACTERS - 1] + "…"
