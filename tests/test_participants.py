"""Participants: who was at which meeting, for whom, and who was not."""

from __future__ import annotations

import pytest

from kg.model import Article, Facts
from kg.pipeline import extract

HEAD = (
    "LIMA, 4 May 2021 - The third meeting of the Council of Ministers of the Andean Community (CAN)"
    " was held in Lima on 3 May 2021. "
)


def facts_of(words: str, head: str = HEAD) -> Facts:
    """Return the facts of a report that opens with one held meeting."""
    return extract(
        Article("test", f"Andean ministers meet\n\n{head}{words}\n", published="2021-05-04")
    )


def seats(words: str, head: str = HEAD) -> list[tuple[str | None, str | None]]:
    """Return person and party of the participants of the first meeting."""
    return [(p.person, p.party) for p in facts_of(words, head).participants if p.meeting == "m1"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "It was attended by the Foreign Minister of Peru, Ana Quispe, and the Foreign"
            " Minister of"
            " Ecuador, Luis Vega.",
            [("Ana Quispe", "PE"), ("Luis Vega", "EC")],
        ),
        (
            "The meeting was chaired by Ana Quispe, Minister of Trade of Peru.",
            [("Ana Quispe", "PE")],
        ),
        (
            "Present were:\n\nPeru: H.E. Ana Quispe, Minister\nEcuador: H.E. Luis Vega, Minister",
            [("Ana Quispe", "PE"), ("Luis Vega", "EC")],
        ),
        (
            "Peruvian Foreign Minister Ana Quispe told the meeting that trade grows.",
            [("Ana Quispe", "PE")],
        ),
        ("Luis Vega, Secretary General of CAN, delivered a report.", [("Luis Vega", "CAN")]),
        (
            "The signatories were Ana Quispe, Minister of Trade of Peru, and others.",
            [("Ana Quispe", "PE")],
        ),
    ],
)
def test_persons_present(words: str, expected: list[tuple[str, str]]) -> None:
    assert seats(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Spokesperson of the Foreign Ministry of Peru Rosa Luna told reporters that the"
        " talks went well.",
        "Peruvian Foreign Minister Ana Quispe did not attend.",
        "Peruvian President Ana Quispe sent a message to the participants.",
        "The ministers thanked the President of Peru Ana Quispe for her hospitality.",
        "The ministers called on President Ana Quispe of Peru to free all prisoners.",
        "The meeting took note of the message of the President of Peru Ana Quispe.",
        "It was held at the invitation of Peruvian President Ana Quispe.",
        "They condemned the decree which Peruvian President Ana Quispe signed in April.",
        "Before it, Peruvian President Ana Quispe spoke by phone with Brazilian President"
        " Joana Silva.",
        "The appointment of Peruvian Minister Ana Quispe was welcomed.",
        "According to Peruvian Minister Ana Quispe, prices fall.",
        "Peruvian Foreign Minister Ana Quispe, who is ill, stayed away.",
        "Peruvian President Ana Quispe greeted the ministers in a video message.",
        "The ministers conveyed the greetings of Bolivian President Luis Vega and Peruvian"
        " President"
        " Ana Quispe.",
        "Peruvian President Ana Quispe received the delegations in the evening.",
    ],
)
def test_persons_not_present(words: str) -> None:
    assert seats(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The foreign ministers of Bolivia, Colombia and Peru took part.",
            ["BO", "CO", "PE"],
        ),
        ("Delegations from Bolivia and Peru attended the meeting.", ["BO", "PE"]),
        ("Bolivia and Peru were represented by their ambassadors.", ["BO", "PE"]),
        ("Chile was also represented.", ["CL"]),
        (
            "It was attended by ministers from the following member states: Bolivia,"
            " Colombia and Peru.",
            ["BO", "CO", "PE"],
        ),
        (
            "The following delegations took part:\n- Bolivia;\n- Peru.\n",
            ["BO", "PE"],
        ),
        ("The Deputy Foreign Minister of Chile joined by video link.", ["CL"]),
        ("The Bolivian and Peruvian foreign ministers took part.", ["BO", "PE"]),
        # who is named for a party is not counted twice
        (
            "The foreign ministers of Bolivia and Peru took part. Ana Quispe, Foreign"
            " Minister of Peru,"
            " opened the meeting.",
            ["PE", "BO"],
        ),
    ],
)
def test_parties_present(words: str, expected: list[str]) -> None:
    assert [party for _, party in seats(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The member states of the organisation are Bolivia, Colombia, Ecuador and Peru.",
        "Observers are Chile and Panama.",
        "CAN was founded by Bolivia, Colombia and Peru in 1969.",
        "Trade between Bolivia and Peru grows.",
        "Chile did not send a delegation.",
        "Invitations went to Chile and Panama.",
        "Bolivian and Peruvian officials deny the charge.",
        "The situation in Bolivia and Peru was discussed.",
    ],
)
def test_parties_not_present(words: str) -> None:
    assert seats(words) == []


def test_two_who_met_are_at_their_meeting_alone() -> None:
    words = (
        "It was opened by Ana Quispe, Foreign Minister of Peru. On the sidelines Foreign Minister"
        " Quispe met with Chilean Foreign Minister Luis Vega."
    )
    facts = facts_of(words)
    where = {
        p.person: [q.meeting for q in facts.participants if q.person == p.person]
        for p in facts.participants
    }
    assert where == {"Ana Quispe": ["m2", "m1"], "Luis Vega": ["m2"]} or where == {
        "Ana Quispe": ["m1", "m2"],
        "Luis Vega": ["m2"],
    }


def test_companions_sit_by() -> None:
    words = (
        "Peruvian Foreign Minister Ana Quispe received Chilean Foreign Minister Luis Vega in"
        " Lima. Vega"
        " was accompanied by the Ambassador of Chile, Rosa Luna."
    )
    facts = facts_of(words, head="")
    assert [(p.person, p.party) for p in facts.participants] == [
        ("Ana Quispe", "PE"),
        ("Luis Vega", "CL"),
        ("Rosa Luna", "CL"),
    ]


def test_countries_of_a_pair_stand_for_themselves() -> None:
    head = "The second meeting of the Peru-Chile Joint Commission was held in Lima on 3 May 2021. "
    assert seats("It discussed trade.", head) == [(None, "PE"), (None, "CL")]


def test_a_pair_gives_way_to_its_persons() -> None:
    head = "The second meeting of the Peru-Chile Joint Commission was held in Lima on 3 May 2021. "
    words = (
        "It was chaired by Ana Quispe, Foreign Minister of Peru, and Luis Vega, Foreign Minister of"
        " Chile."
    )
    assert sorted(seats(words, head)) == [("Ana Quispe", "PE"), ("Luis Vega", "CL")]


def test_attendance_to_come_is_at_the_meeting_to_come() -> None:
    words = (
        "The fourth meeting of the Council will be held in Quito in May 2022. It will be"
        " attended by"
        " Ecuadorian Foreign Minister Luis Vega."
    )
    facts = facts_of(words)
    status = {meeting.key: meeting.status for meeting in facts.meetings}
    assert [(status[p.meeting], p.person) for p in facts.participants] == [("planned", "Luis Vega")]


def test_every_participant_quotes_the_text() -> None:
    facts = facts_of("It was attended by the Foreign Minister of Peru, Ana Quispe.")
    (participant,) = facts.participants
    (passage,) = participant.evidence
    assert "Ana Quispe" in passage.quote
    assert participant.rule == "placed"


def test_no_meeting_no_participants() -> None:
    facts = facts_of("Peruvian Foreign Minister Ana Quispe spoke.", head="")
    assert facts.meetings == ()
    assert facts.participants == ()
