"""Lists of subjects in the print of agendas: bullets, numbers, semicolons, frames around them."""

from __future__ import annotations

import pytest

from tests.reports import facts, subjects

THREE = ["flood warning", "dam safety", "fish stocks"]


@pytest.mark.parametrize(
    "words",
    [
        "The ministers discussed flood warning, dam safety and fish stocks.",
        "The ministers discussed flood warning, dam safety, and fish stocks.",
        "The ministers discussed flood warning, dam safety, fish stocks.",
        "The ministers discussed flood warning; dam safety; and fish stocks.",
        "The ministers discussed flood warning and dam safety, as well as fish stocks.",
        "The ministers discussed flood warning, dam safety as well as fish stocks.",
        "The ministers discussed issues such as flood warning, dam safety and fish stocks.",
        "The ministers discussed a number of issues, including flood warning, dam safety and fish"
        " stocks.",
        "The ministers discussed the issues of flood warning, dam safety and fish stocks.",
        "The ministers exchanged views on flood warning, dam safety and fish stocks.",
        "The ministers held talks on flood warning, dam safety and fish stocks.",
        "The talks focused on flood warning, dam safety and fish stocks.",
        "The agenda of the meeting included flood warning, dam safety and fish stocks.",
        "On the agenda were flood warning, dam safety and fish stocks.",
        "The topics of the meeting were flood warning, dam safety and fish stocks.",
        "Special attention was paid to flood warning, dam safety and fish stocks.",
        "The meeting was devoted to flood warning, dam safety and fish stocks.",
        "The ministers discussed:\n- flood warning;\n- dam safety;\n- fish stocks.",
        "The ministers discussed:\n• flood warning\n• dam safety\n• fish stocks",
        "The ministers discussed the following issues:\n1. flood warning\n2. dam safety\n3. fish"
        " stocks",
        "The ministers discussed the following issues:\n1) flood warning;\n2) dam safety;\n3)"
        " fish stocks.",
        "The following issues were discussed:\n- flood warning;\n- dam safety;\n- fish stocks.",
        "The agenda included:\n– flood warning;\n– dam safety;\n– fish stocks.",
        "The agenda of the meeting comprised the following items:\n(a) flood warning;\n(b) dam"
        " safety;\n(c) fish stocks.",
    ],
)
def test_three_subjects(words: str) -> None:
    found = facts(words).topics
    assert [topic.name for topic in found] == THREE
    assert {topic.meeting for topic in found} == {"m1"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The ministers discussed the fight against cholera.", ["cholera"]),
        ("The ministers discussed combating cholera.", ["cholera"]),
        (
            "The ministers discussed the struggle against cholera and malaria.",
            ["cholera", "malaria"],
        ),
        ("The ministers discussed countering piracy and smuggling.", ["piracy", "smuggling"]),
        ("The ministers discussed ways of improving rural roads.", ["rural roads"]),
        ("The ministers discussed ways to improve rural roads.", ["rural roads"]),
        ("The ministers discussed measures to improve rural roads.", ["rural roads"]),
        ("The ministers discussed how to improve rural roads.", ["rural roads"]),
        ("The ministers discussed the issue of rural roads.", ["rural roads"]),
        ("The ministers discussed the question of rural roads.", ["rural roads"]),
        ("The ministers discussed questions of rural roads.", ["rural roads"]),
        ("The ministers discussed issues relating to rural roads.", ["rural roads"]),
        ("The ministers discussed issues concerning rural roads.", ["rural roads"]),
        ("The ministers discussed matters of rural roads.", ["rural roads"]),
        ("The ministers discussed, in particular, rural roads.", ["rural roads"]),
        ("The ministers discussed, among other things, rural roads.", ["rural roads"]),
        ("The ministers once again discussed rural roads.", ["rural roads"]),
    ],
)
def test_a_frame_names_nothing(words: str, expected: list[str]) -> None:
    assert subjects(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The ministers discussed the situation in the Lake Chad basin.",
            ["situation in the Lake Chad basin"],
        ),
        ("The ministers discussed the floods in Malawi.", ["floods in Malawi"]),
        ("The ministers discussed the crisis in South Sudan.", ["crisis in South Sudan"]),
        (
            "The ministers discussed relations between Zambia and Malawi.",
            ["relations between Zambia and Malawi"],
        ),
        ("The ministers discussed trade with China.", ["trade with China"]),
        ("The ministers discussed the fate of migrant workers.", ["fate of migrant workers"]),
        ("The ministers discussed the rising price of maize.", ["rising price of maize"]),
        ("The ministers discussed the reform of the fund.", ["reform of the fund"]),
        ("The ministers discussed the role of women in farming.", ["role of women in farming"]),
        (
            "The ministers discussed the impact of drought on herders.",
            ["impact of drought on herders"],
        ),
    ],
)
def test_a_subject_keeps_its_complement(words: str, expected: list[str]) -> None:
    assert subjects(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The ministers discussed dam safety. The guests saw a film on whales.", ["dam safety"]),
        ("The ministers discussed dam safety, then visited a museum of whales.", ["dam safety"]),
        (
            "The ministers discussed dam safety while their guests saw a film on whales.",
            ["dam safety"],
        ),
        ("The ministers, who had seen a film on whales, discussed dam safety.", ["dam safety"]),
        ("After a film on whales, the ministers discussed dam safety.", ["dam safety"]),
        (
            "The ministers discussed dam safety and thanked the host for a film on whales.",
            ["dam safety"],
        ),
        ("The ministers discussed dam safety, but not whales.", ["dam safety"]),
    ],
)
def test_what_stands_beside_is_no_subject(words: str, expected: list[str]) -> None:
    assert subjects(words) == expected
