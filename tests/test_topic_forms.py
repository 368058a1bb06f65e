"""What a meeting was about: cues, frames that name nothing, and lists that are cut or kept."""

from __future__ import annotations

import pytest

from tests.reports import COMING, facts, subjects


@pytest.mark.parametrize(
    "words",
    [
        "The ministers discussed dam safety.",
        "The ministers debated dam safety.",
        "The ministers considered dam safety.",
        "The ministers reviewed dam safety.",
        "The ministers addressed dam safety.",
        "The ministers touched upon dam safety.",
        "The ministers deliberated on dam safety.",
        "The ministers dwelt on dam safety.",
        "The ministers spoke about dam safety.",
        "The ministers talked about dam safety.",
        "The ministers exchanged views on dam safety.",
        "The ministers exchanged opinions on dam safety.",
        "The ministers had an exchange of views on dam safety.",
        "The ministers had a thorough discussion on dam safety.",
        "The ministers held discussions on dam safety.",
        "The ministers held talks on dam safety.",
        "The ministers took up the issue of dam safety.",
        "The ministers raised the issue of dam safety.",
        "The ministers paid particular attention to dam safety.",
        "The ministers focused on dam safety.",
        "The ministers stressed the need for dam safety.",
        "The ministers looked at dam safety.",
        "The meeting dealt with dam safety.",
        "The meeting centred on dam safety.",
        "The meeting was devoted to dam safety.",
        "The meeting was dedicated to dam safety.",
        "The meeting concentrated on dam safety.",
        "The agenda of the meeting included dam safety.",
        "On the agenda was dam safety.",
        "High on the agenda was dam safety.",
        "The main topic of the meeting was dam safety.",
        "The topics discussed included dam safety.",
        "The talks focused on dam safety.",
        "The talks revolved around dam safety.",
        "The discussions covered dam safety.",
        "In the focus of attention was dam safety.",
        "Special attention was paid to dam safety.",
        "Also discussed was dam safety.",
        "The sides discussed issues related to dam safety.",
        "The sides discussed topical issues of dam safety.",
        "The sides discussed matters pertaining to dam safety.",
        "The sides discussed a broad range of issues, including dam safety.",
    ],
)
def test_a_subject_after_its_cue(words: str) -> None:
    assert subjects(words) == ["dam safety"]


@pytest.mark.parametrize(
    "words",
    [
        "Dam safety was discussed.",
        "Dam safety was also discussed by the ministers.",
        "Dam safety was on the agenda.",
        "Dam safety was high on the agenda.",
        "Dam safety topped the agenda.",
        "Dam safety dominated the talks.",
        "Dam safety was the focus of the meeting.",
        "Dam safety was at the centre of the talks.",
        "Dam safety was considered at the meeting.",
        "Dam safety was one of the topics of the meeting.",
        "Dam safety was the main topic of the meeting.",
        "Dam safety came up in the talks.",
        "Dam safety also featured in the discussions.",
    ],
)
def test_a_subject_before_its_cue(words: str) -> None:
    assert subjects(words) == ["Dam safety"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # lists
        ("The ministers discussed dams, floods and drought.", ["dams", "floods", "drought"]),
        ("The ministers discussed dams, floods, and drought.", ["dams", "floods", "drought"]),
        ("The ministers discussed dams as well as floods.", ["dams", "floods"]),
        ("The ministers discussed both dams and floods.", ["dams", "floods"]),
        ("The ministers discussed dams. They also discussed floods.", ["dams", "floods"]),
        ("Dams and floods were discussed.", ["Dams", "floods"]),
        (
            "The ministers discussed the following issues:\n- dam safety;\n- flood warning.",
            ["dam safety", "flood warning"],
        ),
        (
            "The ministers discussed issues such as dam safety and flood warning.",
            ["dam safety", "flood warning"],
        ),
        (
            "The ministers discussed the fight against piracy, smuggling and poaching.",
            ["piracy", "smuggling", "poaching"],
        ),
        # shared heads
        (
            "The ministers discussed bilateral and multilateral cooperation.",
            ["bilateral cooperation", "multilateral cooperation"],
        ),
        ("The ministers discussed trade in timber and fish.", ["trade in timber", "trade in fish"]),
        # what stays whole
        ("The ministers discussed search and rescue.", ["search and rescue"]),
        (
            "The ministers discussed peace and security in the Sahel.",
            ["peace and security in the Sahel"],
        ),
        (
            "The ministers discussed the situation in and around Haiti.",
            ["situation in and around Haiti"],
        ),
        ("The ministers discussed ties between Benin and Togo.", ["ties between Benin and Togo"]),
        # where a subject ends
        ("The ministers discussed dam safety on Tuesday.", ["dam safety"]),
        ("The ministers discussed dam safety in Gaborone.", ["dam safety"]),
        ("The ministers discussed dam safety at length.", ["dam safety"]),
        ("The ministers discussed dam safety, the ministry said.", ["dam safety"]),
        ("The ministers discussed dam safety, which worries farmers.", ["dam safety"]),
        ("The ministers discussed dam safety and agreed to meet again.", ["dam safety"]),
        ("The ministers discussed dam safety before leaving for the airport.", ["dam safety"]),
        ("The ministers discussed dam safety (see the annex).", ["dam safety"]),
        ("The ministers discussed dam safety; they then left.", ["dam safety"]),
        ("The ministers briefly discussed dam safety.", ["dam safety"]),
    ],
)
def test_lists_and_ends(words: str, expected: list[str]) -> None:
    assert subjects(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The ministers discussed issues of mutual interest.",
        "The ministers discussed matters of common concern.",
        "The ministers discussed several questions.",
        "The ministers discussed them at length.",
        "The ministers discussed this.",
        "The ministers discussed what to do next.",
        "The ministers discussed the issues on the agenda.",
        "The ministers exchanged views.",
        "The ministers exchanged gifts.",
        "The ministers focused.",
        "The ministers talked to the press.",
        "The ministers addressed the participants.",
        "The ministers considered the meeting a success.",
        "The ministers avoided the issue of dam safety.",
        "Dam safety costs millions each year.",
        "The reporter raised a question.",
    ],
)
def test_what_is_no_subject(words: str) -> None:
    assert subjects(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The ministers will discuss dam safety.", ["dam safety"]),
        ("Dam safety will be discussed.", ["Dam safety"]),
        ("The ministers are to discuss dam safety.", ["dam safety"]),
        ("The ministers are expected to discuss dam safety.", ["dam safety"]),
        ("The agenda includes dam safety.", ["dam safety"]),
        ("The meeting will focus on dam safety.", ["dam safety"]),
        ("The participants will exchange views on dam safety.", ["dam safety"]),
        ("Dam safety is on the agenda.", ["Dam safety"]),
        ("It is planned to discuss dam safety.", ["dam safety"]),
    ],
)
def test_subjects_of_a_planned_meeting(words: str, expected: list[str]) -> None:
    found = facts(words, COMING).topics
    assert [topic.name for topic in found] == expected
    assert {topic.meeting for topic in found} <= {"m1"}


def test_a_subject_told_twice_is_one() -> None:
    assert subjects("The ministers discussed dam safety. Dam safety was also on the agenda.") == [
        "dam safety"
    ]


def test_a_subject_is_quoted_with_its_cue() -> None:
    found = facts("The ministers discussed dam safety and floods.")
    for topic in found.topics:
        passage = topic.evidence[0]
        assert "discussed" in passage.quote
        assert topic.name in passage.quote
        assert found.article.text[passage.start : passage.end] == passage.quote
