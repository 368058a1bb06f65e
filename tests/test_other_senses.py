"""Words of meetings that mean something else, and who is left to mean once they do."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting


@pytest.mark.parametrize(
    "words",
    [
        "The conference table in Lomé dates from 3 June.",
        "They left the meeting room in Lomé on 3 June.",
        "A Programme of consultations between the foreign ministries of Togo and Mali was signed.",
        "A Protocol on consultations between the foreign ministries of Togo and Mali was signed.",
        "The Secretary-General of the Isthmus Forum for Trade flew to Lomé on 3 June.",
        "Leaders of the Isthmus Forum for Trade are glad.",
        "The Lake Security Forum (LSF) admitted two states. The LSF Secretariat is in Lomé.",
    ],
)
def test_furniture_papers_and_standing_forums_are_no_meetings(words: str) -> None:
    assert alone(words).meetings == ()


@pytest.mark.parametrize(
    "words",
    [
        "The consultations between the foreign ministries of Togo and Mali were held in Lomé.",
        "Hosts of the Isthmus Forum for Trade in Lomé on 3 June were farmers.",
        "The Lake Security Forum (LSF) was held in Lomé on 3 June.",
        "The meeting on 3 June of ECOWAS ministers in Lomé ended.",
    ],
)
def test_the_same_words_can_mean_one(words: str) -> None:
    assert meeting(words).place == "Lomé"


def test_an_office_behind_a_body_is_no_body() -> None:
    found = alone("Ana Ruiz and the Lao National Assembly Chairman sat down in Lomé on 3 June.")
    assert [m.rule for m in found.meetings if m.rule == "bodies-met"] == []


def test_the_council_is_of_the_organisation_named_so() -> None:
    found = alone(
        "Norway took over the Arctic Council on Tuesday. At the ninth Ministerial meeting of the"
        " Council, in Oslo, ministers sang."
    ).meetings
    assert [(m.ordinal, m.organisation) for m in found] == [(9, "Arctic Council")]


def test_where_somebody_will_hold_a_meeting_it_is_planned() -> None:
    found = meeting(
        "Tartu will also be the place where, at the beginning of November, students hold the sixth"
        " Nepal-Oman Dialogue."
    )
    assert (found.place, found.start, found.status) == ("Tartu", "2019-11", "planned")


def test_where_somebody_held_a_meeting_it_is_not() -> None:
    found = meeting(
        "Tartu was the place where, at the beginning of May, students held the sixth Nepal-Oman"
        " Dialogue."
    )
    assert (found.start, found.status) == ("2019-05", "held")


def test_one_that_is_to_come_is_planned() -> None:
    found = alone(
        "The 12th ECOWAS summit was held in Lomé on 3 June. One more preparatory meeting is still"
        " to come."
    ).meetings
    assert [m.status for m in found] == ["held", "planned"]


def test_each_of_two_sessions_has_its_own_body() -> None:
    found = alone(
        "The Council of Ministers of ECOWAS opened with its 70th Session in Lomé; the Committee on"
        " Water followed with its 34th Session."
    ).meetings
    assert [(m.ordinal, m.body) for m in found] == [
        (70, "Council of Ministers"),
        (34, "Committee on Water"),
    ]


def test_a_gathering_of_leaders_is_the_summit_named_next() -> None:
    found = meeting(
        "The gathering of Central America's leaders is running late.\n\nMinisters had talked before"
        " the XLVI Summit of the Heads of State and Government of SICA."
    )
    assert (found.ordinal, found.organisation) == (46, "SICA")


def test_presiding_is_who_stands_behind() -> None:
    found = meeting(
        "Lomé was host to the 12th ECOWAS summit. Presiding was Ana Ruiz, Foreign Minister of Peru."
    )
    assert found.chair == "Ana Ruiz"
