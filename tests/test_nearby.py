"""When and where a meeting is by words that stand beside its own sentences."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting

THIRD = "The third SADC summit"  # the reports are of Wednesday 12 June 2019


@pytest.mark.parametrize(
    ("words", "start", "end", "place"),
    [
        # asides between a meeting and its day
        (
            f"{THIRD}, to which the report refers, was held in Lilongwe on 4 June.",
            "2019-06-04",
            None,
            "Lilongwe",
        ),
        (f"{THIRD}, the first week of which is over in Lilongwe, goes on.", None, None, "Lilongwe"),
        # when a body was founded is no day of a meeting
        (
            f"Founded in 1994 for trade, {THIRD.lower().replace('sadc', 'SADC')} met.",
            None,
            None,
            None,
        ),
        (f"In 1994 {THIRD.lower().replace('sadc', 'SADC')} was held.", "1994", None, None),
        # labels
        (
            f"{THIRD} has ended in discord. Scene: Lilongwe. Date: 4 June 2019.",
            "2019-06-04",
            None,
            "Lilongwe",
        ),
        (
            f"{THIRD} has ended in discord. Venue: Lilongwe. When: 4-5 June.",
            "2019-06-04",
            "2019-06-05",
            "Lilongwe",
        ),
        (f"{THIRD} has ended in discord. Embassy: Lilongwe.", None, None, None),
        # a sentence that goes on
        (
            f"{THIRD} is being prepared. It will be held in Lilongwe on 4 July.",
            "2019-07-04",
            None,
            "Lilongwe",
        ),
        (
            f"{THIRD} is being prepared. It is to take place in Lilongwe on 4 July.",
            "2019-07-04",
            None,
            "Lilongwe",
        ),
        (f"{THIRD} is being prepared. It was a friend in Lilongwe who said so.", None, None, None),
        (
            f"{THIRD} is being prepared. The river will be dammed in Lilongwe on 4 July.",
            None,
            None,
            None,
        ),
        # a sentence that led to it
        (
            "The leaders will be in Lilongwe on 4 July. It is to be the third SADC summit.",
            "2019-07-04",
            None,
            "Lilongwe",
        ),
        (
            "They will be in Lilongwe on 4 July, for two days. It is to be the third SADC summit.",
            "2019-07-04",
            "2019-07-05",
            "Lilongwe",
        ),
        # of several days
        (f"{THIRD} met on Tuesday, the second of three days.", "2019-06-10", "2019-06-12", None),
        (f"{THIRD} met on Tuesday, the last of three days.", "2019-06-09", "2019-06-11", None),
        (
            "On the second and last day of the summit, 4 June, the third SADC summit adopted it.",
            "2019-06-03",
            "2019-06-04",
            None,
        ),
        (f"{THIRD} was held from 4 June, for three days.", "2019-06-04", "2019-06-06", None),
        (f"{THIRD} met on Tuesday, the second of three floods.", "2019-06-11", None, None),
        (f"{THIRD} was held on 4 June, for three reasons.", "2019-06-04", None, None),
    ],
)
def test_beside_its_own_sentence(
    words: str, start: str | None, end: str | None, place: str | None
) -> None:
    found = meeting(words)
    assert (found.start, found.end, found.place) == (start, end, place)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "The ministers came to Lilongwe. In that city they held the third SADC summit.",
            "Lilongwe",
        ),
        (
            "On the sidelines of a fair which opens in Lilongwe the third SADC summit gathered in"
            " the same city.",
            "Lilongwe",
        ),
        ("The river is called after Lilongwe. In that spirit the third SADC summit met.", None),
    ],
)
def test_the_same_city(words: str, place: str | None) -> None:
    assert meeting(words).place == place


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            f"{THIRD} was held in Lilongwe on 4 June. It was prepared by the fifth session of the"
            " Council of Ministers, which took place on the eve of the summit.",
            {3: "2019-06-04", 5: "2019-06-03"},
        ),
        (
            f"{THIRD} was held in Lilongwe on 4 June. On the eve of the summit the fifth session of"
            " the Council of Ministers met.",
            {3: "2019-06-04", 5: "2019-06-03"},
        ),
        (
            f"{THIRD} was held in Lilongwe on 4 June. On the eve of the harvest the fifth session"
            " of the Council of Ministers met.",
            {3: "2019-06-04", 5: None},
        ),
    ],
)
def test_the_eve(words: str, days: dict[int, str | None]) -> None:
    found = {one.ordinal: one.start for one in alone(words).meetings if one.ordinal}
    assert found == days


def test_next_door() -> None:
    words = (
        f"{THIRD} was held in Lilongwe on 4 June. The fifth session of the Council of Ministers"
        " met in another hall."
    )
    places = {one.ordinal: one.place for one in alone(words).meetings}
    assert places == {3: "Lilongwe", 5: "Lilongwe"}


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        (
            "The ninth session of the General Assembly of the OAS closed on 4 June.",
            None,
            "2019-06-04",
        ),
        (
            "The ninth session of the General Assembly of the OAS came to its end in Lima on"
            " 4 June.",
            None,
            "2019-06-04",
        ),
        (
            "The ninth session of the General Assembly of the OAS was held on 4 June.",
            "2019-06-04",
            None,
        ),
        ("The ninth session of the Council of the OAS closed on 4 June.", "2019-06-04", None),
    ],
)
def test_an_assembly_of_which_only_the_end_is_told(
    words: str, start: str | None, end: str | None
) -> None:
    found = meeting(words)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("was held at the Peace Palace on 4 June", "Peace Palace"),
        ("was held at SADC headquarters on 4 June", "SADC headquarters"),
        ("was held at the Peace Palace in Lilongwe on 4 June", "Lilongwe"),
        # a house that many towns have, one of others, or of those who live there
        ("was held at the Royal Palace on 4 June", None),
        ("praised what was signed at the Peace Palace", None),
        ("thanked the king, who lives at the Peace Palace", None),
        ("was greeted by guests of the Peace Palace", None),
    ],
)
def test_a_house_where_no_city_is_told(words: str, place: str | None) -> None:
    assert meeting(f"{THIRD} {words}.").place == place


def test_a_day_to_come_stays_in_its_year() -> None:
    words = "The ministers spoke of the third SADC summit, which Lilongwe is to host in November."
    assert meeting(words).start == "2019-11"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        (
            "The king opened the third SADC summit on Monday. The two-day summit drew all.",
            10,
            11,
        ),
        (
            "The king said so on Monday as he opened a two-day summit, the third SADC summit.",
            10,
            11,
        ),
        (
            "The king opened the third SADC summit on Monday. The two-day fair drew all.",
            10,
            None,
        ),
    ],
)
def test_a_summit_of_two_days(words: str, start: int | None, end: int | None) -> None:
    found = meeting(words)
    days = tuple(f"2019-06-{day}" if day else None for day in (start, end))
    assert (found.start, found.end) == days


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Between sessions Minister Ana Paz of Peru met Minister Eva Rey of Chile.", "2019-06-04"),
        ("In a break Minister Ana Paz of Peru met Minister Eva Rey of Chile.", "2019-06-04"),
        ("In the margins, Minister Ana Paz of Peru met Minister Eva Rey of Chile.", "2019-06-04"),
        ("In May Minister Ana Paz of Peru met Minister Eva Rey of Chile.", "2019-05"),
        ("Minister Ana Paz of Peru met Minister Eva Rey of Chile.", None),
    ],
)
def test_talks_beside_a_summit(words: str, day: str | None) -> None:
    found = alone(
        f"{THIRD} was held in Lilongwe on 4 June. A fair opened as well. {words}"
    ).meetings
    assert found[1].start == day
