"""Talks of two persons in the turns of wire stories: before, during and after which one speaks."""

from __future__ import annotations

import pytest

from tests.reports import alone

SOTO, PAZ = "Chilean President Eva Soto", "Peruvian Prime Minister Luis Paz"
BOTH = {"Eva Soto", "Luis Paz"}


def met(words: str) -> list[set[str | None]]:
    """Return who is seated at each meeting of a report, in the order of the text."""
    found = alone(f"LIMA, 12 June 2019 - {words}")
    return [{s.person for s in found.participants if s.meeting == m.key} for m in found.meetings]


@pytest.mark.parametrize(
    "words",
    [
        f"{PAZ} said on Tuesday after talks with {SOTO} in Lima that trade would grow.",
        f"Ties will deepen, {PAZ} said after a meeting with {SOTO} in Lima.",
        f"After talks with {SOTO} in Lima, {PAZ} spoke to reporters.",
        f"Following a meeting with {SOTO}, {PAZ} told the press that trade would grow.",
        f"Speaking after talks with {SOTO}, {PAZ} praised the ties.",
        f"{PAZ}, during talks with {SOTO}, praised the ties.",
        f"In talks with {SOTO} in Lima on Monday, {PAZ} raised fisheries.",
        f"{PAZ} concluded talks with {SOTO} in Lima.",
        f"{PAZ} wrapped up consultations with {SOTO} in Lima.",
        f"{PAZ} opened talks with {SOTO} in Lima.",
        f"{PAZ} had a bilateral with {SOTO}.",
        f"{PAZ} was given an audience by {SOTO}.",
        f"{PAZ} and {SOTO} held a working lunch in Lima on Monday.",
        f"{PAZ} and {SOTO} had breakfast together in Lima on Monday.",
    ],
)
def test_two_who_talked(words: str) -> None:
    assert met(words) == [BOTH]


@pytest.mark.parametrize(
    "words",
    [
        f"{PAZ} hopes for talks with {SOTO}.",
        f"{PAZ} spoke by phone with {SOTO}.",
        f"{PAZ} said he had read the letter of {SOTO}.",
        f"After the telephone conversation with {SOTO}, {PAZ} spoke to reporters.",
        f"{PAZ} concluded an agreement with {SOTO}.",
        f"{PAZ} opened an exhibition with paintings of {SOTO}.",
        f"{PAZ} had lunch before {SOTO} arrived.",
    ],
)
def test_two_who_did_not_meet(words: str) -> None:
    assert met(words) == []


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            f"On Thursday Luis Paz will be received by {SOTO}, and on Friday he will hold talks"
            " with Foreign Minister Juan Vera.",
            ["2019-06-13", "2019-06-14"],
        ),
        (
            f"On Monday Luis Paz was received by {SOTO}; on Tuesday he met Foreign Minister Juan"
            " Vera.",
            ["2019-06-10", "2019-06-11"],
        ),
        (
            f"Luis Paz met {SOTO} on Monday and he held talks with Foreign Minister Juan Vera on"
            " Tuesday.",
            ["2019-06-10", "2019-06-11"],
        ),
    ],
)
def test_the_same_person_has_two_meetings_on_two_days(words: str, days: list[str]) -> None:
    found = alone(f"LIMA, 12 June 2019 - {words}")
    assert [m.start for m in found.meetings] == days
    assert met(words) == [BOTH, {"Luis Paz", "Juan Vera"}]


def test_she_of_another_clause_is_not_who_was_given_a_prize() -> None:
    words = (
        f"A prize was given to Luis Paz by {SOTO}; on Tuesday she met Foreign Minister Juan Vera."
    )
    assert met(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Officials from Peru and Chile met in Santiago on Monday.",
        "Experts from Peru and Chile met in Santiago on Monday.",
        "The delegations of Peru and Chile met in Santiago on Monday.",
        "Delegations from Peru and Chile sat down in Santiago on Monday.",
        "The Peruvian and Chilean delegations met in Santiago on Monday.",
        "The heads of the delegations of Peru and Chile met in Santiago on Monday.",
    ],
)
def test_those_from_two_countries_met(words: str) -> None:
    found = alone(f"LIMA, 12 June 2019 - {words}")
    (only,) = found.meetings
    assert (only.start, only.place) == ("2019-06-10", "Santiago")
    assert [seat.party for seat in found.participants] == ["PE", "CL"]
    assert only.body != "delegations"


@pytest.mark.parametrize(
    "words",
    [
        "The delegations of Peru and Chile left on Monday.",
        "Delegations from Peru and Chile attended the opening of the museum on Monday.",
        "Tourists from Peru and Chile met in Santiago on Monday.",
        "The delegations of both sides had lunch.",
    ],
)
def test_those_who_held_no_meeting(words: str) -> None:
    assert met(words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (f"{PAZ} met his Nepali counterpart Bharat Raj Thapa.", "Bharat Raj Thapa"),
        (f"{PAZ} met Philippine Undersecretary Ma. Luisa Reyes.", "Ma. Luisa Reyes"),
        (f"{PAZ} met Bangladeshi Foreign Secretary Md. Karim Uddin.", "Md. Karim Uddin"),
    ],
)
def test_names_that_begin_oddly(words: str, name: str) -> None:
    assert met(words) == [{"Luis Paz", name}]


HELD = "The 2nd water dialogue between Peru and Chile was held in Lima. "


@pytest.mark.parametrize(
    "words",
    [
        f"{PAZ} will visit Quito in June to co-chair the joint commission with {SOTO}.",
        f"{PAZ} is to travel to Quito to chair a commission together with {SOTO}.",
        f"{PAZ} is due to host a dinner for {SOTO}.",
        f"{PAZ} plans to go to Quito to see {SOTO}.",
    ],
)
def test_who_is_to_do_something_elsewhere_is_not_seated_here(words: str) -> None:
    found = alone(f"LIMA, 12 June 2019 - {HELD}{words}")
    held = [m for m in found.meetings if m.status == "held"]
    assert [m.chair for m in held] == [None]
    assert not [s for s in found.participants if s.person and s.meeting == held[0].key]


@pytest.mark.parametrize(
    "words",
    [f"It was chaired by {PAZ}.", f"{PAZ} chaired it.", f"{PAZ} presided over the dialogue."],
)
def test_who_chaired_is_seated(words: str) -> None:
    found = alone(f"LIMA, 12 June 2019 - {HELD}{words}")
    assert [m.chair for m in found.meetings] == ["Luis Paz"]


TALKS = f"{PAZ} held talks with {SOTO} in Lima on Monday. "
"""Two who are known when the next sentence comes."""


@pytest.mark.parametrize(
    "words",
    [
        "Speaker Ana Vera called on the Chilean president earlier in the day.",
        "Speaker Ana Vera met the president later.",
        "Speaker Ana Vera received the Chilean president on Tuesday.",
    ],
)
def test_holder_of_an_office_is_met_without_a_name(words: str) -> None:
    assert met(TALKS + words) == [BOTH, {"Ana Vera", "Eva Soto"}]


@pytest.mark.parametrize(
    "words",
    [
        "Speaker Ana Vera called on the Chilean president to sign the treaty.",
        "Speaker Ana Vera received the Chilean president at the airport.",
        "Speaker Ana Vera received President Eva Soto at the airport.",
        "Speaker Ana Vera met the Bolivian president later.",
        "Speaker Ana Vera met the president's doctor later.",
        "Speaker Ana Vera met the president of the football league later.",
    ],
)
def test_holder_of_an_office_is_not_met(words: str) -> None:
    assert met(TALKS + words) == [BOTH]


def test_three_who_held_a_numbered_meeting_had_one() -> None:
    three = f"{PAZ}, {SOTO} and Bolivian Foreign Minister Ana Vera"
    found = alone(
        f"LIMA, 12 June 2019 - {three} held the 3rd trilateral meeting in Lima on Monday."
    )
    (only,) = found.meetings
    assert (only.ordinal, len(found.participants)) == (3, 3)


@pytest.mark.parametrize(
    "words",
    [
        f"{PAZ} will not travel to Santiago, where he had planned talks with {SOTO}.",
        f"{PAZ} will not attend the summit in Quito, at which he was to meet {SOTO}.",
        f"{PAZ} has cancelled his trip to Santiago, where he was to hold talks with {SOTO}.",
    ],
)
def test_talks_of_a_journey_that_is_off(words: str) -> None:
    assert met(words) == []


def test_journey_elsewhere_is_on() -> None:
    assert met(f"{PAZ} did not go to Quito but to Santiago, where he met {SOTO}.") == [BOTH]


def test_newly_appointed_ambassador_is_met() -> None:
    words = f"{PAZ} met with the newly appointed Ambassador of Chile Ana Vera in Lima."
    assert met(words) == [{"Luis Paz", "Ana Vera"}]


def test_members_of_a_commission_do_not_own_its_session() -> None:
    words = (
        "The Tripartite Commission on refugees, grouping Peru, Chile and the UNHCR, concluded its"
        " ninth meeting in Lima on Monday."
    )
    (only,) = alone(words).meetings
    assert (only.ordinal, only.organisation, only.body) == (9, None, "Tripartite Commission")


def test_who_is_only_met_by_a_guest_of_a_summit_is_not_at_it() -> None:
    words = f"{PAZ} held talks with {SOTO}, who had come to Lima to take part in the CELAC summit."
    found = alone(f"LIMA, 12 June 2019 - {words}")
    summit = next(m.key for m in found.meetings if "summit" in m.name)
    assert "Luis Paz" not in {s.person for s in found.participants if s.meeting == summit}


def test_pair_gives_no_country_to_a_third_person() -> None:
    words = (
        "Foreign Minister Luis Paz led a Peruvian delegation to the 24th Peru-Chile Commission"
        " meeting in Santiago. Paz paid calls on Prime Minister Juan Vera and the Speaker of the"
        " Senate of Chile, Ana Soto."
    )
    offices = {p.name: [o.of for o in p.offices] for p in alone(words).persons}
    assert offices["Juan Vera"] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "The two leaders, joined by their ministers, held closed-door talks at State House.",
        "The two leaders met for two hours.",
        "The two leaders discussed fisheries.",
    ],
)
def test_the_two_who_were_named_before(words: str) -> None:
    opening = f"{PAZ} and his counterpart, {SOTO}, agreed on Friday to open the border. "
    assert BOTH in met(opening + words)


def test_those_who_approved_something_at_a_place_on_a_day_of_the_week() -> None:
    words = "The ministers of agriculture of the African Union approved on Thursday in Lomé a plan."
    (only,) = alone(words, None).meetings
    assert (only.organisation, only.body, only.place) == ("AU", "ministers of agriculture", "Lomé")


@pytest.mark.parametrize(
    ("words", "seated"),
    [
        ("Paz hosted his counterpart at Parliament House.", [BOTH]),
        ("Paz met his Chilean counterpart for two hours.", [BOTH]),
        ("Paz praised his counterpart.", []),
        ("Paz met his counterpart from Bolivia.", []),
    ],
)
def test_counterpart_without_a_name(words: str, seated: list[set[str]]) -> None:
    opening = (
        "Peruvian President Luis Paz signed a law. Chilean President Eva Soto came on Monday. "
    )
    assert [row for row in met(opening + words) if None not in row] == seated


def test_title_ends_before_another_side() -> None:
    words = (
        "The 3rd dialogue was held in Lima. The EU side was led by Luis Paz, Minister for Europe,"
        " and the Chilean delegation by Eva Soto, Minister of Trade."
    )
    titles = [(o.title, o.of) for p in alone(words).persons for o in p.offices]
    assert titles == [("Minister for Europe", "EU"), ("Minister of Trade", "CL")]


def test_two_who_called_on_a_third_had_one_meeting() -> None:
    words = f"Foreign Minister Luis Paz and Security Adviser Ana Vera called on {SOTO}."
    assert met(words) == [{"Luis Paz", "Ana Vera", "Eva Soto"}]


def test_object_of_another_verb_did_not_call_on_anybody() -> None:
    words = f"President Ana Ruiz praised Ana Vera, and Luis Paz called on {SOTO}."
    assert met(words) == [BOTH]


def test_he_is_called_on() -> None:
    words = f"{PAZ} spoke at the Castle. The Chilean Ambassador, Mr Juan Vera, called on him there."
    assert met(words) == [{"Luis Paz", "Juan Vera"}]


def test_who_called_on_him_to_do_something_did_not_meet_him() -> None:
    words = f"{PAZ} spoke at the Castle. Opposition leader Juan Vera called on him to resign."
    assert met(words) == []


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("announced that his country was leaving the Forum and will not attend.", False),
        ("said that he would not be attending.", False),
        ("told the meeting that Mali would not attend.", True),
    ],
)
def test_who_stays_at_home(words: str, there: bool) -> None:
    opening = "The 51st Pacific Islands Forum Leaders Meeting was held in Suva on Monday. "
    found = alone(f"{opening}Kiribati's President Tane Mamau {words}")
    assert ("Tane Mamau" in {s.person for s in found.participants}) is there
