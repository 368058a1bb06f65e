"""Whose an office is by the person named beside its holder."""

from __future__ import annotations

import pytest

from tests.reading import people_of


@pytest.mark.parametrize(
    ("words", "of"),
    [
        # in place of another
        ("In place of the Peruvian Premier, Eva Rey, appeared the Deputy Minister, Ana Paz.", "PE"),
        ("Instead of Peru's Premier, Eva Rey, came Deputy Minister Ana Paz.", "PE"),
        ("Beside the Peruvian Premier, Eva Rey, sang the Deputy Minister, Ana Paz.", None),
        # for a capital
        ("Ana Paz spoke for Lima as Minister of Trade.", "PE"),
        ("Ana Paz came from Cusco as Minister of Trade.", None),
        # whose
        ("Eva Rey, Peruvian Minister of Trade, whose adviser, Ana Paz, sat beside her.", "PE"),
        ("Eva Rey, Peruvian Minister of Trade, whose Executive Secretary, Ana Paz, came.", "PE"),
        ("Peru sold ore, whose Executive Secretary, Ana Paz, came.", None),
        # its, of the sentence before
        ("The SADC met. Its Secretary, Ana Paz, spoke.", "SADC"),
        ("Peru and Chile met. Its Secretary, Ana Paz, spoke.", None),
        # representing, accompanying
        ("Representing Peru was Minister Ana Paz.", "PE"),
        ("Praising Peru was Minister Ana Paz.", None),
        ("Minister Ana Paz signed for Peru.", "PE"),
        ("Minister Ana Paz flew to Peru.", None),
        ("Peru's Minister Eva Rey, accompanied by Ambassador Ana Paz, came.", None),
        ("Peru's Minister Eva Rey, accompanied by Deputy Minister Ana Paz, came.", "PE"),
        ("The visit to Peru by Foreign Minister Ana Paz has ended.", None),
        # in command
        ("Ana Paz, Flag Officer in Command of the Peruvian Navy, came.", "PE"),
    ],
)
def test_beside_another(words: str, of: str | None) -> None:
    offices = [office for name, found in people_of(words) if name == "Ana Paz" for office in found]
    assert {owner for _, owner in offices} == {of}


def test_a_family_name_that_is_a_city() -> None:
    words = "Deputy Minister Ana Paz Lyon and Peru's ambassador, Eva Rey, spoke."
    assert people_of(words)[0] == ("Ana Paz Lyon", [("Deputy Minister", None)])
