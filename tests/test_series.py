"""Meetings told of in short: those of a series, those to come, gatherings of many names."""

from __future__ import annotations

import pytest

from tests.reports import alone


def _told(words: str) -> list[tuple[str, int | None, str | None, str | None, str]]:
    found = alone(f"LIMA, 12 June 2019 - {words}").meetings
    return [(m.name, m.ordinal, m.start, m.place, m.status) for m in found]


def test_the_noun_left_out_of_a_series() -> None:
    words = (
        "The first meeting was held in Berlin in 2018, the second in Bucharest in 2019; the third"
        " will be in Paris in 2020."
    )
    assert _told(words) == [
        ("first meeting", 1, "2018", "Berlin", "held"),
        ("second meeting", 2, "2019", "Bucharest", "held"),
        ("third meeting", 3, "2020", "Paris", "planned"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The first meeting was held in Berlin in 2018, the second of its kind in Europe.",
        "The first meeting was held in Berlin in 2018. The second in command was absent.",
        "The second meeting was held in Berlin in 2018, the first in years.",
    ],
)
def test_no_other_of_the_series(words: str) -> None:
    assert len(_told(words)) == 1


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The committee will next meet in Lomé on 17 July.", "meeting of the committee"),
        ("The ministers will meet again in Lomé on 17 July.", "meeting of the ministers"),
        (
            "The Senior Officials Committee (SOC) of SADC will next meet in Lomé on 17 July.",
            "meeting of the Senior Officials Committee (SOC) of SADC",
        ),
        (
            "It was noted that the seventh meeting of the Lake Council would be held in Lomé on"
            " 17 July.",
            "seventh meeting of the Lake Council",
        ),
        ("The ministers met the press in Lomé on 17 July.", None),
        ("The committee will meet the costs.", None),
    ],
)
def test_those_to_come(words: str, name: str | None) -> None:
    expected = [] if name is None else [(name, "2019-07-17", "Lomé", "planned")]
    assert [(n, start, place, status) for n, _, start, place, status in _told(words)] == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "The Council of Ministers of SADC sat in Lomé on Tuesday.",
            "meeting of the Council of Ministers of SADC",
        ),
        (
            "A gathering of the foreign ministers of Peru and Chile took place in Lomé on Tuesday.",
            "gathering of the foreign ministers of Peru and Chile",
        ),
    ],
)
def test_who_sat_and_gathered(words: str, name: str) -> None:
    assert [told[0] for told in _told(words)] == [name]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Talks of Minister Kofi Boadu with President Ana Quispe were held on Tuesday.",
            "Talks of Minister Kofi Boadu with President Ana Quispe",
        ),
        (
            "Negotiations of Kofi Boadu, Ana Quispe and Ilham Guliyev took place on Tuesday."
            " President Kofi Boadu, Minister Ana Quispe and Minister Ilham Guliyev spoke.",
            "Negotiations of Kofi Boadu, Ana Quispe and Ilham Guliyev",
        ),
        (
            "Talks of Minister Kofi Boadu were held on Tuesday. President Ana Quispe was away.",
            "Talks of Minister Kofi Boadu",
        ),
    ],
)
def test_talks_of_all_who_are_named(words: str, name: str) -> None:
    assert [told[0] for told in _told(words)] == [name]


@pytest.mark.parametrize(
    ("first", "body"),
    [
        ("21st session of the Partnership Commission between Ghana and Togo", "Commission"),
        ("21st session of the Lake Council", "Council"),
        ("21st session of talks between Ghana and Togo", None),
        ("21st session of the foreign ministers of Ghana and Togo", None),
    ],
)
def test_the_next_session_is_of_the_body_that_sat_not_of_those_who_prepared_it(
    first: str, body: str | None
) -> None:
    words = (
        f"The {first} was held in Lima on 11 June 2019. A meeting of experts was held on 10 June."
        " The next session will be held in Lomé in 2020."
    )
    last = alone(f"LIMA, 12 June 2019 - {words}").meetings[-1]
    assert (last.name, last.status) == ("next session", "planned")
    assert last.body is None if body is None else (last.body or "").endswith(body)


def test_session_told_of_by_number_alone_is_that_of_the_heading() -> None:
    words = (
        "Twentieth IORA Council of Ministers\n\nThe Council of Ministers of IORA met virtually. In"
        " its twentieth session it had ten partners as guests."
    )
    (only,) = alone(words).meetings
    assert (only.ordinal, only.body) == (20, "Council of Ministers")


def test_dated_meeting_of_another_organ_is_its_own() -> None:
    words = (
        "Twentieth IORA Council of Ministers\n\nThe Council of Ministers of IORA met virtually. In"
        " its twentieth session it heard of the Work Plan which the Working Group adopted at its"
        " meeting in Colombo in August 2018."
    )
    days = {m.body: (m.start, m.place) for m in alone(words).meetings}
    assert days["Council of Ministers"] == (None, None)
    assert days["Working Group"] == ("2018-08", "Colombo")


def test_council_meets_next_on_a_day_though_its_leaders_meet_before() -> None:
    words = (
        "ASHGABAT - On June 11 the CIS Economic Council came to Ashgabat for its 83rd meeting. The"
        " draft will go before the summit of the CIS heads of state, which is scheduled for"
        " October 11. The Council will meet next on December 6, 2019, in Moscow."
    )
    found = alone(words).meetings
    assert [m.start for m in found] == ["2019-06-11", "2019-10-11", "2019-12-06"]
    assert [m.body for m in found][::2] == ["Economic Council", "Economic Council"]
