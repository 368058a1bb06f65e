"""Meetings of a series without their noun, numbers behind a name, and places told apart."""

from __future__ import annotations

import pytest

from kg.language import numerals
from tests.reports import alone, meeting

THIRD = "The third ECOWAS summit was held in Lomé on 3 June."
Row = tuple[int | None, str | None, str | None, str]


def others(words: str) -> list[Row]:
    """Return number, start, place and status of the meetings told of after the third summit."""
    found = alone(f"{THIRD} {words}").meetings
    return [(m.ordinal, m.start, m.place, m.status) for m in found if m.ordinal != 3]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Accra will host the fourth in 2020.", (4, "2020", "Accra", "planned")),
        ("The fourth is to follow in Accra in 2020.", (4, "2020", "Accra", "planned")),
        ("The fourth will be held in Accra in 2020.", (4, "2020", "Accra", "planned")),
        ("The next will take place in Accra in 2020.", (None, "2020", "Accra", "planned")),
        ("The next one is scheduled for 2020 in Accra.", (None, "2020", "Accra", "planned")),
        ("Accra will receive the next one in 2020.", (None, "2020", "Accra", "planned")),
        ("The second was held in Accra in May 2018.", (2, "2018-05", "Accra", "held")),
        ("The second took place in Accra in May 2018.", (2, "2018-05", "Accra", "held")),
        ("The next Council will be hosted by Accra in 2020.", (None, "2020", None, "planned")),
        ("The leaders agreed to meet again in Accra in 2020.", (None, "2020", "Accra", "planned")),
    ],
)
def test_a_number_or_next_names_one_of_the_series(words: str, expected: Row) -> None:
    assert [(n, start, status) for n, start, _, status in others(words)] == [
        (expected[0], expected[1], expected[3])
    ]
    assert [place for *_, place, _ in others(words)] in ([expected[2]], ["Accra"])


@pytest.mark.parametrize(
    "words",
    [
        "The first was a farmer, the second a nurse.",
        "The fourth speaker was in Accra in 2018.",
        "Two speeches were made; the second was long.",
        "The next day will be a holiday.",
        "He will host the second half of the show.",
        "The third paragraph was amended.",
    ],
)
def test_other_numbers_name_no_meeting(words: str) -> None:
    assert others(words) == []


@pytest.mark.parametrize(
    ("words", "ordinal"),
    [
        ("The ECOWAS summit, the third, was held in Lomé on 3 June.", 3),
        ("The ECOWAS summit, the 23rd of its kind, was held in Lomé on 3 June.", 23),
        ("The ECOWAS summit (the third so far) was held in Lomé on 3 June.", 3),
        ("For the third time the ECOWAS leaders met in Lomé on 3 June.", 3),
        ("The ECOWAS leaders met in Lomé on 3 June for the third time.", 3),
        ("The ECOWAS leaders met in Lomé on 3 June for the first time since May.", None),
        ("The ECOWAS summit, the first day of which was calm, was held in Lomé.", None),
    ],
)
def test_a_number_can_stand_behind_or_before(words: str, ordinal: int | None) -> None:
    assert meeting(words).ordinal == ordinal


@pytest.mark.parametrize(
    ("words", "place", "country"),
    [
        ("The third ECOWAS summit, planned for Accra, was held in Lomé on 3 June.", "Lomé", "TG"),
        ("The third ECOWAS summit, which Lomé hosted on 3 June, adopted a plan.", "Lomé", "TG"),
        ("The third ECOWAS summit, whose venue was Lomé, was held on 3 June.", "Lomé", "TG"),
        ("The third ECOWAS summit was held on 3 June. The venue was Lomé.", "Lomé", "TG"),
        ("The third ECOWAS summit was held on 3 June. Its venue: a hall in Lomé.", "Lomé", "TG"),
        ("Togo hosted on 3 June, with some pride, the third ECOWAS summit.", None, "TG"),
        ("Togo hosted on 3 June the third ECOWAS summit.", None, "TG"),
        ("The third ECOWAS summit was held on 3 June in the capital of Togo.", "Lome", "TG"),
        ("It was on 3 June, in Lomé, that the third ECOWAS summit was held.", "Lomé", "TG"),
        ("The third ECOWAS summit was held on 3 June; its next venue is unknown.", None, None),
    ],
)
def test_the_place_of_a_meeting_is_where_it_was_held(
    words: str, place: str | None, country: str | None
) -> None:
    found = meeting(words)
    assert (found.start, found.place, found.country) == ("2019-06-03", place, country)


def test_the_place_to_which_one_leaves_is_where_one_meets() -> None:
    found = meeting(
        "Ghanaian Minister Kofi Boadu was due to leave for Suva on Friday to meet Fijian Minister"
        " Seru Vula."
    )
    assert (found.place, found.status) == ("Suva", "planned")


def test_a_session_for_which_a_body_sat_is_one_meeting() -> None:
    found = alone(
        "The plenary of the Danube Commission sat on 3 and 4 June in Budapest, for its 75th"
        " session."
    ).meetings
    assert [m.ordinal for m in found] == [75]


def test_a_term_that_ends_today_ends_no_session() -> None:
    found = meeting(
        "The ECOWAS Council, for which Togo holds the chair until midnight tonight, met in Lomé"
        " today."
    )
    assert (found.start, found.end, found.status) == ("2019-06-12", None, "held")


def test_experts_whose_report_was_heard_met_as_well() -> None:
    found = alone(
        "The report of the Senior Officials, who met in Lomé from 3 to 5 June, was received."
    ).meetings
    assert [(m.body, m.start, m.end) for m in found] == [
        ("Senior Officials", "2019-06-03", "2019-06-05")
    ]


def test_yearly_consultations_to_which_sides_commit_themselves_are_no_meeting() -> None:
    found = alone(f"{THIRD} It commits both sides to annual senior officials' consultations.")
    assert len(found.meetings) == 1


def test_she_is_not_whom_she_met_before() -> None:
    found = alone(
        "Ghanaian Foreign Minister Ama Boadu came to Suva on 3 June. The first talks were with"
        " Fijian President Seru Vula. She then met Fijian Prime Minister Epeli Latu."
    )
    both = [{p.person for p in found.participants if p.meeting == m.key} for m in found.meetings]
    assert {"Seru Vula", "Epeli Latu"} not in both


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three", 3),
        ("seventeen", 17),
        ("twenty-two", 22),
        ("42", 42),
        ("forty", 40),
        ("many", None),
    ],
)
def test_a_cardinal_is_read(words: str, value: int | None) -> None:
    assert numerals.cardinal(words) == value
