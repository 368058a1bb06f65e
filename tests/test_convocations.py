"""Bodies that come together by a verb: the wording may be turned, the meeting is the same."""

from __future__ import annotations

import pytest

from kg.model import Meeting
from tests.reports import alone


def only(words: str) -> Meeting:
    (meeting,) = alone(words).meetings
    return meeting


TRADE = "trade ministers"


@pytest.mark.parametrize(
    "words",
    [
        "The trade ministers of ECOWAS met in Lomé on Tuesday.",
        "The trade ministers of ECOWAS sat down together in Lomé on Tuesday.",
        "The trade ministers of ECOWAS got together in Lomé on Tuesday.",
        "The trade ministers of ECOWAS, hard pressed for time, convened in Lomé on Tuesday.",
        "The trade ministers of ECOWAS (those of agriculture were absent) met in Lomé on Tuesday.",
        "The trade ministers of ECOWAS - eleven of them - gathered in Lomé on Tuesday.",
        "The trade ministers of ECOWAS deliberated in Lomé on Tuesday.",
        "The trade ministers of ECOWAS rose on Tuesday in Lomé.",
        "The trade ministers of ECOWAS held a meeting in Lomé on Tuesday.",
        "The trade ministers of ECOWAS parted in Lomé on Tuesday after their annual session.",
        "A quarrel over maize brought the trade ministers of ECOWAS to Lomé on Tuesday.",
        "On Tuesday, in Lomé, the trade ministers of ECOWAS came together.",
        "It was in Lomé that the trade ministers of ECOWAS met on Tuesday.",
        "Meeting in Lomé on Tuesday, the trade ministers of ECOWAS adopted a plan.",
        "Gathered in Lomé on Tuesday, the trade ministers of ECOWAS adopted a plan.",
        "Gathered in Lomé on Tuesday were the trade ministers of ECOWAS.",
        "Lomé hosted on Tuesday the trade ministers of ECOWAS.",
        "Lomé was on Tuesday host to the trade ministers of ECOWAS.",
        "On Tuesday Togo welcomed the trade ministers of ECOWAS in Lomé.",
        "The trade ministers of ECOWAS have been meeting in Lomé since Tuesday.",
    ],
)
def test_a_body_that_comes_together_is_at_a_meeting(words: str) -> None:
    meeting = only(words)
    assert (meeting.organisation, meeting.body) == ("ECOWAS", TRADE)
    assert meeting.country == "TG"
    assert meeting.status in ("held", "ongoing")


@pytest.mark.parametrize(
    ("words", "body", "ordinal"),
    [
        (
            "The Latvia-Georgia Joint Commission, set up in 1994, met in Riga on 3 June for the"
            " third time.",
            "Latvia-Georgia Joint Commission",
            3,
        ),
        (
            "The Joint Omani-Yemeni Border Commission, hard at work, rose on 3 June.",
            "Joint Omani-Yemeni Border Commission",
            None,
        ),
        (
            "The Contact Group on Mali of the African Union convened in Lomé on 3 June.",
            "Contact Group on Mali of the African Union",
            None,
        ),
        ("The Nordic Council of Ministers for Fisheries got together on 3 June.", None, None),
    ],
)
def test_what_is_said_of_a_body_is_not_said_of_its_meeting(
    words: str, body: str | None, ordinal: int | None
) -> None:
    meeting = only(words)
    assert (meeting.body, meeting.ordinal, meeting.start) == (body, ordinal, "2019-06-03")


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("A ministerial committee will gather in Amman on 6 January.", "2020-01-06"),
        ("The Committee will return to this when it meets in Quito in November.", "2019-11"),
        (
            "They will raise it when the UN Environment Assembly gathers in Nairobi on 28 July.",
            "2019-07-28",
        ),
        ("The water ministers of Chad and Niger meet again in Niamey in December.", "2019-12"),
        ("The ministers will see each other again in Accra on 3 December.", "2019-12-03"),
        (
            "Nothing will be signed until the presidents of the two countries meet in Accra in"
            " July.",
            "2019-07",
        ),
    ],
)
def test_what_is_still_to_come_is_planned(words: str, start: str) -> None:
    meeting = only(words)
    assert (meeting.status, meeting.start) == ("planned", start)


@pytest.mark.parametrize(
    "words",
    [
        "The Secretary of the ECOWAS Council flew to Lomé on Tuesday.",
        "The decision of the ECOWAS Council met resistance in Lomé.",
        "The ECOWAS Council met the expectations of farmers.",
        "The ECOWAS Council adopted a plan that farmers in Lomé met with joy.",
        "The ECOWAS Council rose to the challenge.",
        "The ECOWAS Council parted with its old statutes.",
        "Old age brought the ECOWAS Council of Elders low.",
        "The ECOWAS Council sat idle for years.",
        "The President welcomed the trade ministers of ECOWAS at the airport.",
        "Farmers gathered in Lomé on Tuesday.",
        "The ministers gathered data.",
        "The chair of the ECOWAS Council saw a film in Lomé.",
    ],
)
def test_other_senses_of_the_verbs_are_no_meeting(words: str) -> None:
    assert alone(words).meetings == ()


def test_those_just_told_of_who_will_meet_again_are_at_another_meeting() -> None:
    found = alone(
        "The trade ministers of ECOWAS met in Lomé on 3 June. The ministers are to come together"
        " again in Accra on 5 September."
    ).meetings
    assert [(m.start, m.place, m.status) for m in found] == [
        ("2019-06-03", "Lomé", "held"),
        ("2019-09-05", "Accra", "planned"),
    ]


def test_the_last_meeting_of_a_body_is_not_the_one_reported() -> None:
    found = alone(
        "A sitting of the ECOWAS Council is in progress in Lomé. Three bans have gone since the"
        " Council's last meeting, in Accra in February."
    ).meetings
    assert [m.place for m in found] == ["Lomé", "Accra"]


def test_ministers_of_a_summit_have_a_meeting_of_their_own() -> None:
    found = alone(
        "The 21st ECOWAS summit was held in Lomé on 4 June. Foreign ministers, chaired by Togo,"
        " had held their own meeting on 3 June."
    ).meetings
    assert [m.start for m in found] == ["2019-06-04", "2019-06-03"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "EU foreign ministers discussed on Monday in Luxembourg the situation in Sudan.",
            "meeting of EU foreign ministers",
        ),
        (
            "G20 finance ministers agreed in Jaipur on Monday to reform the World Bank.",
            "meeting of G20 finance ministers",
        ),
        (
            "The presidents of Peru and Chile discussed fisheries in Lima on Monday.",
            "meeting of the presidents of Peru and Chile",
        ),
    ],
)
def test_those_who_did_their_work_at_a_place_on_a_day(words: str, name: str) -> None:
    (only,) = alone(words).meetings
    assert (only.name, only.start, only.status) == (name, "2019-06-10", "held")


@pytest.mark.parametrize(
    "words",
    [
        "EU leaders discussed Sudan.",
        "EU leaders discussed Sudan in Luxembourg.",
        "Peruvian ministers discussed fisheries in Lima on Monday.",
        "The foreign minister of Peru discussed fisheries in Lima on Monday.",
    ],
)
def test_work_that_tells_of_no_meeting(words: str) -> None:
    assert alone(words).meetings == ()


def test_duties_of_a_title_s_years_date_no_session() -> None:
    words = "The Council approved its Work Plan for the second half of 2010 at its 3rd session."
    (only,) = alone(words).meetings
    assert only.start is None


def test_body_of_holders_of_an_office() -> None:
    (only,) = alone("The Prime Ministers' Council would gather in Vilnius on 9 July.").meetings
    assert only.body == "Prime Ministers' Council"
    assert only.name == "meeting of the Prime Ministers' Council"


def test_number_is_not_of_a_body_named_later() -> None:
    words = (
        "The ministers praised the second meeting of October 2018, held in Lima. They welcomed the"
        " meeting of the Secretaries of Security Councils in Quito on 10 November 2018."
    )
    assert [(m.ordinal, m.body) for m in alone(words).meetings] == [
        (2, None),
        (None, "Secretaries of Security Councils"),
    ]
