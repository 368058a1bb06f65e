"""The picture that the columns of an answer allow: bars, a timeline, a network, or none."""

from __future__ import annotations

import pytest

from kg import namespaces
from kg.web import charts
from kg.web.answers import Cell
from kg.web.views.links import Link

IRI = namespaces.BASE


def thing(name: str, kind: str = "person") -> Cell:
    return Cell(Link(name, f"/doc/{kind}/{name.lower()}"), "thing", f"{IRI}{kind}/{name.lower()}")


def number(value: int) -> Cell:
    return Cell(Link(str(value)), "number")


def date(value: str) -> Cell:
    return Cell(Link(value), "date")


def words(value: str) -> Cell:
    return Cell(Link(value), "text")


NONE = Cell(Link(""), "none")


def test_counts_by_year_are_bars_year_by_year() -> None:
    rows = ((date("2017"), number(2)), (date("2016"), number(3)), (date("2017"), number(4)))
    made = charts.chart(("year", "times"), rows)
    assert made and made.bars
    assert [(bar.label, bar.number) for bar in made.bars.bars] == [("2016", "3"), ("2017", "6")]
    assert made.bars.bars[1].length == 2 * made.bars.bars[0].length
    assert made.bars.title == "times by year"
    assert made.bars.start < 100  # years need little room


def test_counts_of_things_are_bars_the_largest_first() -> None:
    rows = ((thing("A"), number(1)), (thing("B"), number(5)), (NONE, number(0)))
    made = charts.chart(("person", "count"), rows)
    assert made and made.bars
    assert [bar.label for bar in made.bars.bars] == ["B", "A", ""]
    assert made.bars.bars[0].link.path == "/doc/person/b"


def test_many_bars_are_bounded() -> None:
    rows = tuple((thing(f"P{n:03}"), number(n)) for n in range(200))
    made = charts.chart(("person", "count"), rows)
    assert made and made.bars
    assert (len(made.bars.bars), made.bars.more) == (60, 140)
    years = tuple((date(str(1800 + n)), number(1)) for n in range(200))
    by_year = charts.chart(("year", "count"), years)
    assert by_year and by_year.bars and by_year.bars.bars[-1].label == "1999"


def test_dates_are_a_timeline_of_what_the_rows_are_about() -> None:
    rows = (
        (thing("One", "meeting"), date("2016-04-13"), words("held")),
        (thing("Two", "meeting"), date("2019"), words("planned")),
        (thing("Three", "meeting"), NONE, words("held")),
    )
    made = charts.chart(("meeting", "start", "status"), rows)
    assert made and made.timeline
    signs = {sign.link.text: sign for sign in made.timeline.signs}
    assert signs.keys() == {"One", "Two"}
    assert (signs["One"].open, signs["Two"].open) == (False, True)


def test_pairs_of_things_are_a_network() -> None:
    rows = (
        (thing("A"), thing("X", "country"), words("q")),
        (thing("B"), thing("X", "country"), words("q")),
        (thing("B"), thing("Y", "country"), words("q")),
        (thing("B"), thing("Y", "country"), words("again")),
    )
    made = charts.chart(("person", "party", "quote"), rows)
    assert made and made.network
    assert len(made.network.signs) == 4
    assert len(made.network.lines) == 3
    assert {sign.left for sign in made.network.signs if sign.note == "party"} == {False}


def test_a_large_network_is_bounded() -> None:
    rows = tuple((thing(f"P{n}"), thing(f"C{n}", "country")) for n in range(100))
    made = charts.chart(("person", "party"), rows)
    assert made and made.network
    assert (len(made.network.signs), made.network.more) == (60, 140)
    assert all(0 <= sign.y <= made.network.height for sign in made.network.signs)


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (("n",), ()),
        (("year", "n"), ((date("2016"), number(1)),)),
        (("text",), ((words("a"),), (words("b"),))),
        (("start", "end"), ((number(1), number(2)), (number(3), number(4)))),
        (("person",), ((thing("A"),), (thing("B"),))),
        (("person", "n"), ((thing("A"), number(0)), (thing("B"), number(0)))),
        (("person", "n"), ((thing("A"), number(-1)), (thing("B"), number(3)))),
        (("person", "country"), ((thing("A"), thing("X")), (thing("A"), thing("Y")))),
        (("meeting", "start"), ((thing("A"), date("2016")), (thing("B"), NONE))),
    ],
)
def test_where_the_columns_allow_no_picture_there_is_none(
    columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]
) -> None:
    assert charts.chart(columns, rows) is None


def sketched(key: str, kind: str = "person") -> Cell:
    iri = f"{IRI}{kind}/{key}"
    return Cell(Link(iri, f"/doc/{kind}/{key}"), "thing", iri)


@pytest.mark.parametrize(
    "rows",
    [
        ((sketched("a"), number(1)), (sketched("b"), number(2))),
        ((sketched("a"), date("2016-04-13")), (sketched("b"), date("2017"))),
        (
            (sketched("a"), sketched("x", "country")),
            (sketched("b"), sketched("y", "country")),
        ),
    ],
    ids=["bars", "timeline", "network"],
)
def test_a_chart_of_a_sketch_is_named_afterwards(rows: tuple[tuple[Cell, ...], ...]) -> None:
    made = charts.chart(("one", "other"), rows)
    assert made
    iris = {cell.iri for row in rows for cell in row if cell.iri}
    assert iris <= charts.links(made)
    called = {iri: Link(iri[-1].upper() * 50, f"/doc/{iri[-1]}") for iri in iris}
    named = charts.name(made, called)
    assert charts.links(named) == {link.text for link in called.values()}
    group = (named.bars and named.bars.bars) or (named.timeline or named.network).signs  # type: ignore[union-attr]
    assert all(each.link.path and each.link.path.startswith("/doc/") for each in group)
    if named.timeline:
        assert {sign.label for sign in named.timeline.signs} == {"2016-04-13", "2017"}
    else:
        assert all(each.label.endswith("…") for each in group)


def test_a_status_is_known_by_its_iri_too() -> None:
    planned = Cell(Link(namespaces.term("planned")), "thing", namespaces.term("planned"))
    rows = (
        (sketched("a", "meeting"), date("2016"), planned),
        (sketched("b", "meeting"), date("2017"), words("held")),
    )
    made = charts.chart(("meeting", "start", "status"), rows)
    assert made and made.timeline
    assert [sign.open for sign in made.timeline.signs] == [True, False]
