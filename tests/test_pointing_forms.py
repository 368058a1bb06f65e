"""Words that point back at a meeting already named, and words that open another."""

from __future__ import annotations

import pytest

from tests.reports import HELD, facts

MINISTER = "Zambia's Water Minister Chanda Mulenga"


@pytest.mark.parametrize(
    "phrase",
    [
        "the meeting",
        "this meeting",
        "the session",
        "the event",
        "the gathering",
        "the ministerial meeting",
        "the two-day meeting",
        "the one-day meeting",
        "the sixth meeting",
        "the SADC meeting",
        "the Gaborone meeting",
        "the meeting in Gaborone",
        "the 6th meeting",
        "the just-ended meeting",
        "the above-mentioned meeting",
        "the said meeting",
    ],
)
def test_a_phrase_that_points_back(phrase: str) -> None:
    found = facts(f"{MINISTER} took part in {phrase}.")
    assert len(found.meetings) == 1
    assert [(p.meeting, p.person) for p in found.participants] == [("m1", "Chanda Mulenga")]


@pytest.mark.parametrize(
    ("sentence", "ordinal", "status"),
    [
        ("The seventh meeting of the Council will be held in Lusaka.", 7, "planned"),
        ("The 7th meeting of the Council will be held in Lusaka in 2020.", 7, "planned"),
        ("Lusaka will host the seventh meeting of the Council.", 7, "planned"),
        (
            "The ministers agreed to hold the seventh meeting of the Council in Lusaka.",
            7,
            "planned",
        ),
        ("The next meeting of the Council will take place in Lusaka.", None, "planned"),
        ("The next meeting will take place in Lusaka in June 2020.", None, "planned"),
        ("The ministers agreed to hold their next meeting in Lusaka in 2020.", None, "planned"),
        (
            "It was decided to hold the next meeting of the Council in Lusaka in 2020.",
            None,
            "planned",
        ),
    ],
)
def test_a_phrase_that_opens_another(sentence: str, ordinal: int | None, status: str) -> None:
    first, second = facts(sentence).meetings
    assert (first.ordinal, first.place, first.status) == (6, "Gaborone", "held")
    assert (second.ordinal, second.place, second.status) == (ordinal, "Lusaka", status)


@pytest.mark.parametrize(
    "sentence",
    [
        "A dinner was given after the meeting.",
        "The meeting room was full.",
        "Meeting each other was a joy for the delegates.",
        "The delegates met with warm applause.",
        "The ministers met all their targets.",
        "The Council will report to its members.",
        "The ministers will meet the press.",
        "The next generation needs water.",
        "The session chairs were new.",
        "Regular meetings help.",
        "The ministers agreed to meet regularly.",
        "The meeting was held in a friendly atmosphere.",
        "The meeting was held at the invitation of the host.",
        "The meeting was preceded by heavy rain.",
    ],
)
def test_a_sentence_that_opens_none(sentence: str) -> None:
    assert len(facts(sentence).meetings) == 1


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("At the meeting, the ministers discussed dam safety.", ["dam safety"]),
        ("During the session, the ministers discussed dam safety.", ["dam safety"]),
        ("In the course of the meeting, the ministers discussed dam safety.", ["dam safety"]),
        (
            "Within the framework of the meeting, the ministers discussed dam safety.",
            ["dam safety"],
        ),
        ("The participants discussed dam safety.", ["dam safety"]),
        ("The participants of the meeting discussed dam safety.", ["dam safety"]),
        ("The parties discussed dam safety.", ["dam safety"]),
        ("The sides discussed dam safety.", ["dam safety"]),
        ("The delegates discussed dam safety.", ["dam safety"]),
        ("The Council discussed dam safety.", ["dam safety"]),
        ("The Council of Ministers discussed dam safety.", ["dam safety"]),
        ("They discussed dam safety.", ["dam safety"]),
        ("It discussed dam safety.", ["dam safety"]),
        ("Members of the Council discussed dam safety.", ["dam safety"]),
        ("The heads of delegations discussed dam safety.", ["dam safety"]),
    ],
)
def test_those_who_meet_are_called_in_many_ways(words: str, topics: list[str]) -> None:
    found = facts(words, HELD)
    assert [(t.name, t.meeting) for t in found.topics] == [(name, "m1") for name in topics]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("At the meeting, a protocol on dams was signed.", "signed"),
        ("The participants signed a protocol on dams.", "signed"),
        ("The parties adopted a protocol on dams.", "adopted"),
        ("The Council approved a protocol on dams.", "approved"),
        ("The session approved a protocol on dams.", "approved"),
        ("The delegates considered a protocol on dams.", "discussed"),
        ("It adopted a protocol on dams.", "adopted"),
        ("The meeting ended with the adoption of a protocol on dams.", "adopted"),
        ("Following the meeting, the ministers signed a protocol on dams.", "signed"),
        ("Upon completion of the meeting, a protocol on dams was signed.", "signed"),
        ("By the end of the meeting, a protocol on dams was signed.", "signed"),
        ("On the sidelines of the meeting, a protocol on dams was signed.", "signed"),
        ("At the end of the session the ministers adopted a protocol on dams.", "adopted"),
    ],
)
def test_a_deed_of_those_who_meet_is_of_the_meeting(words: str, action: str) -> None:
    (document,) = facts(words).instruments
    assert [(a.action, a.meeting) for a in document.actions] == [(action, "m1")]
