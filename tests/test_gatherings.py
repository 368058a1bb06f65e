"""Meetings as facts: mentions joined into one, with day, place, chair, status and evidence."""

from __future__ import annotations

import pytest

from kg import document
from kg.facts.meetings import LONGEST, assemble
from kg.mentions import find
from kg.model import Article, Gathering, Meeting


def gatherings(
    text: str, published: str | None = "2021-03-12", place: str | None = None
) -> tuple[Gathering, ...]:
    read = document.segment(Article("a", text, published=published, place=place))
    return assemble(read, find(read))


def meetings(
    text: str, published: str | None = "2021-03-12", place: str | None = None
) -> list[Meeting]:
    return [g.meeting for g in gatherings(text, published, place)]


def one(text: str, published: str | None = "2021-03-12", place: str | None = None) -> Meeting:
    (meeting,) = meetings(text, published, place)
    return meeting


# --- one meeting under several names ------------------------------------------------


def test_mentions_of_one_session_are_one_meeting() -> None:
    text = (
        "Health ministers close session\n\n"
        "The seventh session of the Council of Health Ministers of the East African Community "
        "took place in Kigali on 9 March. At the session, vaccines were discussed. The event was "
        "opened by the premier. After the seventh session of the Council, the ministers left."
    )
    meeting = one(text)
    assert (meeting.ordinal, meeting.organisation) == (7, "EAC")
    assert meeting.body == "Council of Health Ministers"
    assert (meeting.start, meeting.place, meeting.country) == ("2021-03-09", "Kigali", "RW")
    assert meeting.status == "held"


def test_a_heading_and_the_full_name_are_one_meeting() -> None:
    text = (
        "3rd Nordic Council summit held in Oslo\n\n"
        "The third summit of Heads of Government of the Nordic Council was held in Oslo on "
        "10 March 2021."
    )
    meeting = one(text)
    assert meeting.name == "third summit of Heads of Government of the Nordic Council"


def test_a_planned_summit_stands_beside_a_held_session() -> None:
    text = (
        "The 5th session of the EAC Council of Ministers was held in Arusha on 10 March. The "
        "ministers heard of the preparations for the meeting of the EAC Heads of State that is "
        "to be held on 20-21 June 2021 in Nairobi. The upcoming summit will adopt a charter. "
        "The session ended with a dinner."
    )
    first, second = gatherings(text)
    assert (first.meeting.status, second.meeting.status) == ("held", "planned")
    assert (second.meeting.start, second.meeting.end) == ("2021-06-20", "2021-06-21")
    assert second.meeting.place == "Nairobi"
    assert "upcoming summit" in [m.name for m in second.mentions]
    assert "session" in [m.name for m in first.mentions]


def test_sessions_of_different_number_are_different_meetings() -> None:
    text = (
        "The 12th session of the EAC Council of Ministers opened in Arusha on 11 March. The 13th "
        "session of the EAC Council of Ministers will take place in Kampala in September 2021."
    )
    assert [(m.ordinal, m.place, m.start) for m in meetings(text)] == [
        (12, "Arusha", "2021-03-11"),
        (13, "Kampala", "2021-09"),
    ]


def test_officials_ministers_and_leaders_meet_apart() -> None:
    text = (
        "The 8th EAC Summit was held in Arusha on 11 March. It was preceded by the Senior "
        "Officials' Meeting on 9 March and the EAC Foreign Ministers' Meeting on 10 March."
    )
    found = [(m.name, m.start) for m in meetings(text)]
    assert found == [
        ("8th EAC Summit", "2021-03-11"),
        ("Senior Officials' Meeting", "2021-03-09"),
        ("EAC Foreign Ministers' Meeting", "2021-03-10"),
    ]


def test_what_a_body_met_for_is_its_meeting() -> None:
    text = "The foreign ministers of Chile, Peru and Ecuador met in Quito for the 9th CAN Summit."
    assert [m.ordinal for m in meetings(text)] == [9]


def test_a_meeting_of_persons_takes_up_the_short_forms() -> None:
    text = (
        "Norwegian Foreign Minister Kari Nordvik met Peruvian President Luis Herrada in Lima on "
        "10 March. During the meeting they spoke of fish. The talks were friendly."
    )
    (found,) = gatherings(text)
    assert found.meeting.name == "meeting of Kari Nordvik with Luis Herrada"
    assert [m.name for m in found.mentions][1:] == ["meeting", "talks"]


def test_a_round_of_calls_shares_day_and_place() -> None:
    text = (
        "On 10 March in Lima Norwegian Foreign Minister Kari Nordvik met Peruvian President Luis "
        "Herrada. Later she held talks with Peruvian Foreign Minister Ana Quispe."
    )
    assert [(m.start, m.place) for m in meetings(text)] == [("2021-03-10", "Lima")] * 2


# --- when and where -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The 4th EAC Summit took place on 9 March 2021.", "2021-03-09", None),
        ("The 4th EAC Summit took place on 9-10 March 2021.", "2021-03-09", "2021-03-10"),
        ("The 4th EAC Summit took place from 9 to 11 March 2021.", "2021-03-09", "2021-03-11"),
        ("On 9 March 2021 the 4th EAC Summit was held in Arusha.", "2021-03-09", None),
        ("The 4th EAC Summit, which was held on 9 March 2021, agreed.", "2021-03-09", None),
        ("The 4th EAC Summit was held yesterday in Arusha.", "2021-03-11", None),
        ("The 4th EAC Summit will be held in June 2021.", "2021-06", None),
        (
            "The 4th EAC Summit began on 9 March 2021 and ends on Friday.",
            "2021-03-09",
            "2021-03-12",
        ),
        ("The 4th EAC Summit recalled the treaty signed on 9 March 2001.", None, None),
        ("The 4th EAC Summit hailed work done since March 2020.", None, None),
        ("He told the 4th EAC Summit what had happened in April 2020.", None, None),
    ],
)
def test_a_meeting_takes_the_date_of_its_own_clause(
    text: str, start: str | None, end: str | None
) -> None:
    meeting = one(text)
    assert (meeting.start, meeting.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("The 4th EAC Summit took place in Arusha.", "Arusha", "TZ"),
        ("Arusha hosted the 4th EAC Summit.", "Arusha", "TZ"),
        ("Arusha, Tanzania, was the venue of the 4th EAC Summit.", "Arusha", "TZ"),
        ("The 4th EAC Summit will be hosted by Kenya.", None, "KE"),
        ("The 4th EAC Summit is to be held in Kenya.", None, "KE"),
        ("The Arusha Summit of the EAC ended.", "Arusha", "TZ"),
        ("The 4th EAC Summit spoke of the situation in Somalia.", None, None),
        ("The 4th EAC Summit was briefed by the envoy of Kenya.", None, None),
    ],
)
def test_a_meeting_takes_the_place_where_it_is(
    text: str, place: str | None, country: str | None
) -> None:
    meeting = one(text)
    assert (meeting.place, meeting.country) == (place, country)


def test_a_dateline_gives_the_place_of_what_happens_here() -> None:
    text = "ARUSHA, March 12 - The 4th EAC Summit ended here on Friday."
    meeting = one(text, place="ARUSHA")
    assert (meeting.place, meeting.country) == ("Arusha", "TZ")


def test_a_dateline_does_not_give_the_place_of_what_is_still_to_come() -> None:
    text = "ARUSHA, March 12 - The 4th EAC Summit will be held in June 2021, an official said."
    assert one(text, place="ARUSHA").place is None


def test_a_virtual_meeting_is_nowhere() -> None:
    text = "WASHINGTON, March 12 - The virtual G7 Summit was held on Friday."
    assert one(text, place="WASHINGTON").place is None


# --- held, ongoing, planned -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The 4th EAC Summit was held in Arusha on 9 March 2021.", "held"),
        ("The 4th EAC Summit will be held in Arusha on 9 April 2021.", "planned"),
        ("The 4th EAC Summit will be held in Arusha on 12 March 2021.", "planned"),
        ("The 4th EAC Summit opened in Arusha this morning and is under way.", "ongoing"),
        ("The 4th EAC Summit is due in Arusha.", "planned"),
        ("Arusha hosted the 4th EAC Summit.", "held"),
        ("They prepare the 4th EAC Summit, scheduled for June 2021.", "planned"),
        ("The 4th EAC Summit began on 10 March 2021 and is due to end today.", "ongoing"),
    ],
)
def test_a_status_is_relative_to_publication(text: str, status: str) -> None:
    assert one(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "The minister called for a conference on the lake.",
        "The 4th EAC Summit was cancelled.",
        "He proposed a meeting of the EAC Council of Ministers.",
        "EAC meetings have been held since 2004.",
        "The ministers spoke by telephone on 3 March.",
        "The EAC Council welcomed the ceasefire.",
    ],
)
def test_what_is_wished_cancelled_or_general_is_no_meeting(text: str) -> None:
    assert meetings(text) == []


# --- whose meeting ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        (
            "The Arctic Council met anew. At its 9th Ministerial meeting it chose a chair.",
            "Arctic Council",
        ),
        ("The Luanda Summit was held on 3 March under the auspices of the African Union.", "AU"),
        ("The 3rd India-Nepal dialogue was held; NATO and the UN watched.", None),
    ],
)
def test_an_organisation_comes_from_the_words_around(text: str, organisation: str | None) -> None:
    assert [m.organisation for m in meetings(text)][-1:] == [organisation]


# --- evidence -----------------------------------------------------------------------------


def test_keys_follow_the_text_and_every_passage_replays() -> None:
    text = (
        "The 12th session of the EAC Council of Ministers opened in Arusha on 11 March. In the "
        "chair was Kenyan Foreign Minister Asha Mwangi. The 5th EAC Summit will follow in June."
    )
    found = meetings(text)
    assert [m.key for m in found] == ["m1", "m2"]
    for meeting in found:
        assert meeting.evidence and meeting.rule
        for passage in meeting.evidence:
            assert text[passage.start : passage.end] == passage.quote
            assert len(passage.quote) <= LONGEST
    assert any("Asha Mwangi" in passage.quote for passage in found[0].evidence)


def test_a_long_text_takes_no_longer_a_word() -> None:
    once = "The 12th session of the EAC Council of Ministers opened in Arusha on 11 March. "
    assert len(meetings(once * 300)) == 1


def test_a_text_without_a_meeting_has_none() -> None:
    assert meetings("The weather in Lima was fine. Nobody came.") == []


# --- faults once seen, told again in words of our own -----------------------------------------


def test_an_indefinite_meeting_is_a_new_one() -> None:
    text = (
        "The fifth Chile-Peru Dialogue was held in Santiago on 9 March. Earlier, on 4 March, the "
        "minister attended a meeting of foreign ministers of the OAS in Lima."
    )
    assert [(m.organisation, m.place) for m in meetings(text)] == [
        (None, "Santiago"),
        ("OAS", "Lima"),
    ]


def test_the_next_meeting_is_not_that_of_the_report() -> None:
    text = (
        "EAC Summit ends in Arusha\n\nThe summit adopted a charter. The next summit is to take "
        "place in Kigali in 2022."
    )
    found = meetings(text)
    assert [(m.status, m.place, m.start) for m in found] == [
        ("held", "Arusha", None),
        ("planned", "Kigali", "2022"),
    ]


def test_what_is_recalled_was_held() -> None:
    text = "It should be recalled that the first EAC Summit was held in Kigali in December 2019."
    assert one(text).status == "held"


def test_a_situation_is_no_place() -> None:
    text = "The 12th meeting of the EAC Council of Ministers on the Situation in Somalia was held."
    assert (one(text).place, one(text).country) == (None, None)


def test_a_meeting_on_the_sidelines_is_where_its_host_is() -> None:
    text = (
        "On the sidelines of the 4th EAC Summit in Arusha, Kenyan Foreign Minister Asha Mwangi met "
        "Rwandan Foreign Minister Paul Uwase."
    )
    assert [m.place for m in meetings(text)] == ["Arusha", "Arusha"]


def test_a_question_states_nothing() -> None:
    assert meetings("Will the minister attend the 4th EAC Summit in Arusha?") == []


def test_a_day_without_a_year_lies_ahead_where_the_meeting_does() -> None:
    text = "The ministers agreed to hold the third round of EAC talks in Kigali on 5 January."
    meeting = one(text)
    assert (meeting.start, meeting.status) == ("2022-01-05", "planned")


def test_a_visit_of_state_over_days_is_a_meeting() -> None:
    text = "Kenyan President Asha Mwangi paid a state visit to Rwanda on 2-4 March 2021."
    meeting = one(text)
    assert (meeting.name, meeting.country) == ("state visit to Rwanda", "RW")
    assert (meeting.start, meeting.end) == ("2021-03-02", "2021-03-04")


def test_a_visit_told_in_an_aside_is_none() -> None:
    text = "Kenyan President Asha Mwangi, who was on a state visit on 2-4 March 2021, spoke."
    assert meetings(text) == []


def test_a_capital_may_be_described() -> None:
    text = "The 4th EAC Summit was held on Friday in the Rwandan capital."
    assert (one(text).place, one(text).country) == ("Kigali", "RW")


def test_a_numbered_council_that_met_is_one_meeting() -> None:
    text = "The 37th Council of Ministers of the Indian Ocean Commission met in Moroni on 10 March."
    meeting = one(text)
    assert (meeting.ordinal, meeting.body, meeting.place) == (37, "Council of Ministers", "Moroni")


def test_meetings_of_a_list_share_their_day() -> None:
    text = "The 4th EAC Summit and the 12th IGAD Summit were held in Nairobi on 9 March 2021."
    assert [(m.place, m.start) for m in meetings(text)] == [("Nairobi", "2021-03-09")] * 2


def test_a_round_of_trade_talks_is_a_subject() -> None:
    assert meetings("The ministers issued a statement on the Doha round.") == []
