"""Whose session it is: "its" and "their", organs called for short, and councils told one by one."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting


@pytest.mark.parametrize(
    ("words", "organisation", "body"),
    [
        (
            "At its 40th sitting, held in Lomé on 3 June, the ECOWAS Council of Ministers sang.",
            "ECOWAS",
            "Council of Ministers",
        ),
        (
            "At its meeting in Lomé on 3 June, the Trade Committee of the EAC rejoiced.",
            "EAC",
            "Trade Committee",
        ),
        (
            "The Contact Group for Chad, in its 25th meeting, held in Lomé on 3 June, rejoiced.",
            None,
            "Contact Group for Chad",
        ),
        (
            "The General Assembly of the Organization of American States (OAS), whose 49th session"
            " ended yesterday, rejoiced.",
            "OAS",
            "General Assembly",
        ),
        (
            "The plan is the one of the ECOWAS Committee on Water at its meeting in Lomé in May.",
            "ECOWAS",
            "Committee on Water",
        ),
        ("At its 40th sitting, held in Lomé on 3 June, the mood was good.", None, None),
        ("In the Council's view the 40th sitting in Lomé on 3 June was good.", None, None),
    ],
)
def test_whose_session_it_is(words: str, organisation: str | None, body: str | None) -> None:
    found = meeting(words)
    assert (found.organisation, found.body) == (organisation, body)


def test_a_meeting_that_only_points_is_called_after_who_meets() -> None:
    found = meeting("The Committee on Water approved the plan at its meeting in Lomé in May 2019.")
    assert found.name == "meeting of the Committee on Water"


@pytest.mark.parametrize(
    ("words", "organisation", "body"),
    [
        ("The Council will meet next on 3 September in Accra.", "ECOWAS", "Water Council"),
        ("The Council next gathers on 3 September in Accra.", "ECOWAS", "Water Council"),
        ("The Board will meet next on 3 September in Accra.", None, "Board"),
    ],
)
def test_an_organ_called_for_short_meets_again(
    words: str, organisation: str | None, body: str
) -> None:
    _, again = alone(f"The ECOWAS Water Council met in Lomé on 3 June. {words}").meetings
    assert (again.organisation, again.body) == (organisation, body)
    assert (again.start, again.place, again.status) == ("2019-09-03", "Accra", "planned")


@pytest.mark.parametrize(
    "words",
    [
        "Ministers attended the Trade Council on 3 June and the Energy Council on 4 June.",
        "These were the two meetings: the Trade Council (TC) on 3 June and the Energy Council (EC)"
        " on 4 June.",
        "I report on the meeting of the Trade Council in Riga on 3 June, and of the Energy Council"
        " on 4 June.",
        "The Trade Council met in Riga on 3 June. The Energy Council followed on 4 June.",
    ],
)
def test_councils_told_one_by_one_are_meetings_of_their_own(words: str) -> None:
    found = alone(words).meetings
    assert [(m.body, m.start) for m in found] == [
        ("Trade Council", "2019-06-03"),
        ("Energy Council", "2019-06-04"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The decision of the Trade Council on 3 June was bad.",
        "A vote was taken by the Trade Council on 3 June.",
        "The Trade Council followed the advice of Riga.",
        "Members: the Trade Council and the Energy Council.",
    ],
)
def test_a_council_that_is_only_named_has_no_meeting(words: str) -> None:
    assert alone(words).meetings == ()


def test_a_number_names_the_talks_of_a_lead() -> None:
    found = meeting(
        "Two days of talks among the trade ministers of ECOWAS came to an end in Lomé today.\n\nThe"
        " Ninth ECOWAS Ministerial Meeting, which opened on Tuesday, was attended by farmers."
    )
    assert (found.ordinal, found.body, found.place) == (9, "trade ministers", "Lomé")


def test_another_number_is_another_meeting() -> None:
    found = alone(
        "The trade ministers of ECOWAS met in Lomé today.\n\nThe Ninth ECOWAS summit was held in"
        " Accra in May."
    ).meetings
    assert len(found) == 2


@pytest.mark.parametrize(
    ("words", "start", "place"),
    [
        ("Ahead of the ninth summit, ECOWAS ministers gathered in Lomé on 3 June.", None, None),
        ("After the ninth summit, held in Lomé on 3 June, ministers rested.", "2019-06-03", "Lomé"),
    ],
)
def test_what_opens_a_sentence_has_no_date_of_its_main_clause(
    words: str, start: str | None, place: str | None
) -> None:
    found = next(m for m in alone(words).meetings if m.ordinal == 9)
    assert (found.start, found.place) == (start, place)


@pytest.mark.parametrize(
    ("words", "start", "status"),
    [
        ("The ninth ECOWAS summit takes place in Lomé in July.", "2019-07", "planned"),
        ("Far away, the ECOWAS trade ministers meet in Lomé on 9 July.", "2019-07-09", "planned"),
        ("Far away, the ninth ECOWAS summit convenes in Lomé on 9 July.", "2019-07-09", "planned"),
        ("The ninth ECOWAS summit took place in Lomé on 9 July.", "2018-07-09", "held"),
    ],
)
def test_the_present_tells_of_what_is_to_come(words: str, start: str, status: str) -> None:
    found = meeting(words)
    assert (found.start, found.status) == (start, status)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Ministers in Lomé stood by the WTO negotiations.", 0),
        ("WTO negotiations were held in Lomé on 3 June.", 1),
        ("The third round of WTO negotiations was held in Lomé.", 1),
    ],
)
def test_negotiations_are_a_meeting_where_they_are_held(words: str, count: int) -> None:
    assert len(alone(words).meetings) == count


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("The ninth conference of the Inland Water Forum was held.", "Inland Water Forum"),
        ("The ninth meeting of the Chad Support Platform was held.", "Chad Support Platform"),
        ("The ninth conference of the Chad-Niger Water Forum was held.", None),
        ("The ninth meeting of ministers of the Chad basin was held.", None),
        ("The conference of the Chad Support Platform was held.", None),
        ("Ties with IGAD grow. The ninth summit of the bloc was held in Lomé.", "IGAD"),
        ("Ties with IGAD grow. The ninth summit of the city was held in Lomé.", None),
        (
            "The Southern Police Compact (SPC) turns ten, says the SPC Executive Secretary. Lomé"
            " saw the ninth meeting of the organisation's Ministers of Police.",
            "SPC",
        ),
    ],
)
def test_the_standing_body_whose_meeting_it_is(words: str, organisation: str | None) -> None:
    assert alone(words).meetings[0].organisation == organisation
