"""Pictures: the same input gives the same signs, none too many, none outside, each a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leaves import Leaf

from kg.web.pictures import MOST, WIDTH, Event, Neighbourhood, Timeline, neighbourhood, timeline
from kg.web.site import environment
from kg.web.views.links import Link


def event(date: str, name: str = "talks", *, open: bool = False) -> Event:
    return Event(Link(name, f"/doc/meeting/{name}"), date, open)


def line(*dates: str) -> Timeline:
    found = timeline(event(date, f"m{number}") for number, date in enumerate(dates))
    assert found
    return found


# --- timelines ------------------------------------------------------------------------


def test_events_stand_in_the_order_of_their_dates() -> None:
    found = line("2016-04-13", "2014", "2015-06")
    assert [sign.note for sign in found.signs] == ["2014", "2015-06", "2016-04-13"]
    places = [sign.x for sign in found.signs]
    assert places == sorted(places)
    assert [tick.label for tick in found.ticks] == ["2014", "2015", "2016", "2017"]


@pytest.mark.parametrize(
    ("date", "share"),
    [
        ("2000", 0.5),
        ("2000-01", 0.04),
        ("2000-01-01", 0.0),
        ("2000-07-01", 0.5),
        ("2000-12-31", 1.0),
    ],
)
def test_a_date_stands_where_it_falls_in_its_year(date: str, share: float) -> None:
    found = timeline((event("2000-01-01", "a"), event(date, "b")))
    assert found
    sign = next(sign for sign in found.signs if sign.link.text == "b")
    first, last = found.ticks[0].x, found.ticks[-1].x
    assert (sign.x - first) / (last - first) == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize("dates", [(), ("2016",), ("", "2016"), ("soon", "2016"), ("x-y", "")])
def test_fewer_than_two_dates_make_no_picture(dates: tuple[str, ...]) -> None:
    assert timeline(event(date) for date in dates) is None


def test_signs_that_are_near_stand_in_lanes_of_their_own() -> None:
    found = line("2016-04-13", "2016-04-13", "2016-04-14", "2019")
    heights = [sign.y for sign in found.signs]
    assert len(set(heights[:3])) == 3
    assert heights[3] == heights[0]


def test_only_the_latest_are_drawn_and_the_rest_is_counted() -> None:
    found = line(*(f"{year}" for year in range(1900, 1980)))
    assert (len(found.signs), found.more) == (MOST, 20)
    assert found.signs[0].note == "1920"
    assert len(found.ticks) <= 14


def test_what_is_not_over_is_open() -> None:
    found = timeline((event("2016"), event("2017", "later", open=True)))
    assert found
    assert [sign.open for sign in found.signs] == [False, True]


DATES = st.dates().map(str) | st.integers(1, 9999).map(lambda year: f"{year:04}")


@given(st.lists(DATES, min_size=2, max_size=90), st.randoms(use_true_random=False))
def test_a_timeline_stays_within_its_bounds_in_whatever_order(
    dates: list[str], chance: object
) -> None:
    events = [event(date, f"m{number}") for number, date in enumerate(dates)]
    found = timeline(events)
    assert found and len(found.signs) <= MOST
    assert found == timeline(reversed(events))
    for sign in found.signs:
        assert 0 <= sign.x <= WIDTH and 0 < sign.y < found.axis
    assert all(0 <= tick.x <= WIDTH for tick in found.ticks)
    assert found.axis < found.height


# --- neighbourhoods -------------------------------------------------------------------

CENTRE = Link("Riga", "/doc/place/riga")


def ties(count: int, verb: str = "meeting") -> list[tuple[str, Link]]:
    return [(verb, Link(f"n{n:03}", f"/doc/meeting/n{n}")) for n in range(count)]


def around(*neighbours: tuple[str, Link]) -> Neighbourhood:
    found = neighbourhood(CENTRE, neighbours)
    assert found
    return found


def test_neighbours_stand_on_both_sides() -> None:
    found = around(*ties(5))
    assert [(sign.label, sign.left) for sign in found.signs] == [
        ("n000", True), ("n001", True), ("n002", True), ("n003", False), ("n004", False)
    ]  # fmt: skip
    assert found.centre.label == "Riga"
    assert {sign.x < WIDTH / 2 for sign in found.signs if sign.left} == {True}


def test_one_neighbour_has_all_its_ties_in_one_sign() -> None:
    latvia = Link("Latvia", "/doc/country/LV")
    [sign] = around(("country", latvia), ("chair", latvia), ("country", latvia)).signs
    assert sign.note == "country, chair"


@pytest.mark.parametrize(
    "neighbours",
    [
        (),
        (("same as", Link("Q1", href="http://www.wikidata.org/entity/Q1")),),
        (("date", Link("2016-04-13")),),
        (("place", CENTRE),),
    ],
)
def test_without_things_around_it_there_is_no_picture(
    neighbours: tuple[tuple[str, Link], ...],
) -> None:
    assert neighbourhood(CENTRE, neighbours) is None


@pytest.mark.parametrize("count", [1, 2, 3, 59, 60, 61, 500])
def test_a_neighbourhood_is_bounded(count: int) -> None:
    found = around(*ties(count))
    assert len(found.signs) == min(count, MOST)
    assert found.more == max(0, count - MOST)
    assert all(0 < sign.y < found.height for sign in found.signs)
    rows = [(sign.left, sign.y) for sign in found.signs]
    assert len(set(rows)) == len(rows)


def test_the_order_of_ties_changes_nothing() -> None:
    listed = [*ties(9), *ties(9, "chair")]
    one, other = around(*listed), around(*reversed(listed))
    assert {s.link for s in one.signs} == {s.link for s in other.signs}
    assert around(*listed) == one


def test_a_long_name_is_cut_beside_its_sign_and_whole_in_its_title() -> None:
    long = Link("x" * 10_000, "/doc/meeting/x")
    [sign] = around(("meeting", long)).signs
    assert len(sign.label) == 42 and sign.label.endswith("…")
    assert sign.link == long


# --- as they are drawn ----------------------------------------------------------------


def drawn(picture: Timeline | Neighbourhood) -> Leaf:
    templates = environment(lambda path, **_: f"/base{path}", lambda _: "")
    called = f"pictures.{type(picture).__name__.casefold()}(it, 'A title', 'p')"
    text = f"{{% import 'pictures.html' as pictures with context %}}{{{{ {called} }}}}"
    return Leaf(templates.from_string(text).render(it=picture))


def test_a_timeline_reads_as_a_list_of_links() -> None:
    planned = timeline((event("2016-04-13", "first"), event("2017", "second", open=True)))
    assert planned
    leaf = drawn(planned)
    assert leaf.wrong == []
    svg = leaf.one("svg", role="group")
    assert svg.get("aria-labelledby") == leaf.one("figcaption").get("id") == "p"
    assert leaf.hrefs == ["/base/doc/meeting/first", "/base/doc/meeting/second"]
    assert [a.get("aria-label") for a in leaf.all("a")] == [
        "2016-04-13: first",
        "2017: second, planned",
    ]
    assert [g.get("class") for g in leaf.all("g")] == ["over", "open"]
    assert leaf.one("figcaption").text.startswith("A title.")


def test_a_neighbourhood_reads_as_a_list_of_links() -> None:
    leaf = drawn(around(("chair", Link("<b>Anna</b>", "/doc/person/a")), *ties(70)))
    assert leaf.wrong == []
    assert len(leaf.all("a")) == MOST
    assert leaf.all("a")[0].get("aria-label") == "chair: <b>Anna</b>"
    assert leaf.all("title")[0].text == "chair: <b>Anna</b>"
    assert "11 more are left out" in leaf.one("figcaption").text
    assert leaf.all("b") == []


def test_the_same_picture_is_drawn_in_the_same_bytes() -> None:
    assert drawn(around(*ties(20))).source == drawn(around(*ties(20))).source
