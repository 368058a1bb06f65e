"""Who meets whom by a verb: audiences, meals, receptions of many, and what is none of these."""

from __future__ import annotations

import pytest

from tests.reports import alone


def _names(words: str) -> list[str]:
    return [meeting.name for meeting in alone(f"LIMA, 12 June 2019 - {words}").meetings]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Foreign Minister Kofi Boadu was granted an audience by President Ana Quispe.",
            "meeting of Kofi Boadu with Ana Quispe",
        ),
        (
            "President Ana Quispe granted an audience to Foreign Minister Kofi Boadu.",
            "meeting of Ana Quispe with Kofi Boadu",
        ),
        (
            "Foreign Minister Kofi Boadu paid his respects to President Ana Quispe.",
            "meeting of Kofi Boadu with Ana Quispe",
        ),
        (
            "President Ana Quispe gave a dinner in honour of Foreign Minister Kofi Boadu.",
            "dinner of Ana Quispe with Kofi Boadu",
        ),
        (
            "Foreign Minister Kofi Boadu had a working lunch with President Ana Quispe.",
            "lunch of Kofi Boadu with Ana Quispe",
        ),
        (
            "Foreign Minister Kofi Boadu was hosted to lunch by President Ana Quispe.",
            "meeting of Kofi Boadu with Ana Quispe",
        ),
        (
            "Foreign Minister Kofi Boadu found half an hour for President Ana Quispe.",
            "meeting of Kofi Boadu with Ana Quispe",
        ),
        (
            "Foreign Minister Kofi Boadu spoke one-on-one with President Ana Quispe.",
            "meeting of Kofi Boadu with Ana Quispe",
        ),
        (
            "Foreign Minister Kofi Boadu is scheduled to meet Prime Minister Juan Soto.",
            "meeting of Kofi Boadu with Juan Soto",
        ),
        (
            "Premier Juan Soto held talks at the Ministry of Trade with Minister Kofi Boadu.",
            "talks of Juan Soto with Kofi Boadu",
        ),
    ],
)
def test_two_persons(words: str, name: str) -> None:
    assert _names(words) == [name]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "President Ana Quispe received the heads of delegation on Tuesday.",
            "reception of the heads of delegation by Ana Quispe",
        ),
        (
            "President Ana Quispe had the delegates as her guests at the palace.",
            "reception of the delegates by Ana Quispe",
        ),
        (
            "President Ana Quispe hosted a dinner for the visiting ministers.",
            "reception of the visiting ministers by Ana Quispe",
        ),
        (
            "The ministers were received by President Ana Quispe in the afternoon.",
            "reception of the ministers by Ana Quispe",
        ),
        (
            "The heads of delegations paid a courtesy call on President Ana Quispe.",
            "reception of the heads of delegations by Ana Quispe",
        ),
        (
            "The four foreign ministers called on President Ana Quispe.",
            "reception of the four foreign ministers by Ana Quispe",
        ),
    ],
)
def test_many_received_by_one(words: str, name: str) -> None:
    assert _names(words) == [name]


@pytest.mark.parametrize(
    "words",
    [
        "President Ana Quispe received a letter from the ministers.",
        "President Ana Quispe welcomed the participants.",
        "President Ana Quispe had the ministers informed of the strike.",
        "The ministers called on all countries to sign.",
        "The ministers called on the government of President Ana Quispe to sign.",
        "President Ana Quispe received the ministers at the airport.",
        "The delegates had lunch.",
        "President Ana Quispe gave a dinner.",
    ],
)
def test_no_reception(words: str) -> None:
    assert _names(words) == []


def test_of_three_who_met_two_make_no_meeting_of_their_own() -> None:
    words = (
        "The foreign ministers of Ghana, Togo and Benin, Kofi Boadu, Ali Sossa and Jean Kora, met"
        " in Accra for the fifth trilateral consultation."
    )
    assert _names(words) == ["fifth trilateral consultation"]


@pytest.mark.parametrize(
    ("words", "organisation", "body"),
    [
        ("The next session will be held in Lomé.", "SADC", "Water Council of Ministers"),
        ("The seventh meeting will be held in Lomé.", "SADC", "Water Council of Ministers"),
        ("The fourth Ghana-Togo Business Forum will be held in Lomé.", None, None),
        ("The meeting of the Nile Lakes Board will be held in Lomé.", None, "Nile Lakes Board"),
    ],
)
def test_whose_the_other_meeting_is(words: str, organisation: str | None, body: str | None) -> None:
    opening = (
        "GABORONE, 12 June 2019 - The sixth session and meeting of the Water Council of Ministers"
        " of the Southern African Development Community (SADC) was held in Gaborone on 11 June.\n\n"
    )
    told = alone(opening + words).meetings[-1]
    assert (told.organisation, told.body) == (organisation, body)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The Council of Lake Ministers ended its 39th session.", "Council of Lake Ministers"),
        ("The SADC Energy Committee held its ninth meeting.", "Energy Committee"),
        ("The Board of Elders of SADC opened its ninth session.", "Board of Elders"),
        ("The villagers held their ninth meeting.", None),
    ],
)
def test_the_subject_whose_session_it_is(words: str, body: str | None) -> None:
    assert [m.body for m in alone(words).meetings] == [body]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Minister Juan Soto also met the foreign ministers of Bhutan and Bangladesh.",
            "meeting of Juan Soto with the foreign ministers of Bhutan and Bangladesh",
        ),
        (
            "Minister Juan Soto will hold a bilateral meeting with the foreign minister of Japan.",
            "meeting of Juan Soto with the foreign minister of Japan",
        ),
        (
            "Minister Juan Soto had talks with his Dutch counterpart.",
            "talks of Juan Soto with his Dutch counterpart",
        ),
        (
            "Minister Juan Soto held talks with the President of Ghana, Kofi Boadu.",
            "talks of Juan Soto with Kofi Boadu",
        ),
    ],
)
def test_those_told_by_office_and_country(words: str, name: str) -> None:
    assert _names(words) == [name]


@pytest.mark.parametrize(
    "words",
    [
        "Minister Juan Soto met with representatives of business.",
        "Minister Juan Soto met members of the diaspora.",
        "Minister Juan Soto met the demand for a new road.",
        "Minister Juan Soto met the minister.",
        "Minister Juan Soto had a telephone conversation with the foreign minister of Japan.",
    ],
)
def test_those_not_told_by_office_and_country(words: str) -> None:
    assert _names(words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "A cable was sent to President Ana Quispe, who then received the ministers.",
            "reception of the ministers by Ana Quispe",
        ),
        (
            "It was President Ana Quispe who received Minister Kofi Boadu.",
            "meeting of Ana Quispe with Kofi Boadu",
        ),
        (
            "They thanked President Ana Quispe, by whom the ministers had been received.",
            "reception of the ministers by Ana Quispe",
        ),
        (
            "The Ghanaian ministers paid their respects to President Ana Quispe.",
            "reception of the Ghanaian ministers by Ana Quispe",
        ),
        (
            "Minister Kofi Boadu met, in Accra on Monday, Cabinet Secretary Asha Mwangi.",
            "meeting of Kofi Boadu with Asha Mwangi",
        ),
        (
            "Minister Kofi Boadu and Minister Ali Sossa found ten minutes for each other.",
            "meeting of Kofi Boadu with Ali Sossa",
        ),
        (
            "President Ana Quispe welcomed Foreign Minister Kofi Boadu at the Government Palace.",
            "meeting of Ana Quispe with Kofi Boadu",
        ),
        (
            "Minister Kofi Boadu visited President Ana Quispe on Monday.",
            "meeting of Kofi Boadu with Ana Quispe",
        ),
        (
            "President Ana Quispe addressed the opening and later received the co-chairs.",
            "reception of the co-chairs by Ana Quispe",
        ),
        (
            "Minister Kofi Boadu opened a bridge and then met Minister Ali Sossa.",
            "meeting of Kofi Boadu with Ali Sossa",
        ),
        (
            "Minister Kofi Boadu made a statement after his talks with Minister Ali Sossa.",
            "talks of Kofi Boadu with Ali Sossa",
        ),
    ],
)
def test_meetings_told_in_turned_clauses(words: str, name: str) -> None:
    assert _names(words) == [name]


@pytest.mark.parametrize(
    "words",
    [
        "President Ana Quispe welcomed the words of Minister Kofi Boadu.",
        "Minister Kofi Boadu visited the museum with his aides.",
        "Speaking to reporters, Minister Kofi Boadu praised the plan.",
        "Minister Kofi Boadu found time for a swim.",
        "Minister Kofi Boadu opened the hall that a mason built and received Minister Ali Sossa.",
        "Minister Kofi Boadu, who later resigned, was praised by Minister Ali Sossa.",
    ],
)
def test_clauses_of_the_same_words_without_meeting(words: str) -> None:
    assert _names(words) == []


@pytest.mark.parametrize("verb", ["hosted", "received", "welcomed", "met with", "met"])
def test_colleagues_of_several_countries(verb: str) -> None:
    words = (
        f"Foreign Minister Luis Paz of Peru {verb} his colleagues from Chile and Bolivia in Lima on"
        " Monday."
    )
    (only,) = alone(words).meetings
    assert (only.start, only.place) == ("2019-06-10", "Lima")
    assert [s.party for s in alone(words).participants] == ["PE", "CL", "BO"]


def test_present_of_a_host_is_of_a_day_to_come() -> None:
    words = (
        "Foreign Minister Luis Paz of Peru hosts his colleagues from Chile in Lima on 8 November."
    )
    (only,) = alone(words).meetings
    assert (only.start, only.status) == ("2019-11-08", "planned")


@pytest.mark.parametrize("whom", ["his colleagues from the ministry", "his salary", "his wife"])
def test_welcome_of_others(whom: str) -> None:
    assert alone(f"Foreign Minister Luis Paz of Peru received {whom} on Monday.").meetings == ()
