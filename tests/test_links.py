"""Words that link a name to an office, and brackets that name the office twice."""

from __future__ import annotations

import pytest

from tests.reading import people_of

Rows = list[tuple[str, list[tuple[str, str | None]]]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # verbs
        ("Ana Paz is Minister of Trade of Peru.", [("Ana Paz", [("Minister of Trade", "PE")])]),
        (
            "Ana Paz was appointed Foreign Minister of Peru on Friday.",
            [("Ana Paz", [("Foreign Minister", "PE")])],
        ),
        (
            "Ana Paz has been elected as the Speaker of Peru.",
            [("Ana Paz", [("Speaker", "PE")])],
        ),
        (
            "Ana Paz, who is also Minister of Trade of Peru, spoke.",
            [("Ana Paz", [("Minister of Trade", "PE")])],
        ),
        (
            "Ana Paz, who serves as Secretary General of BIMSTEC, spoke.",
            [("Ana Paz", [("Secretary General", "BIMSTEC")])],
        ),
        ("Ana Paz was sworn in as President of Peru.", [("Ana Paz", [("President", "PE")])]),
        (
            "Ana Paz, since November Prime Minister of Peru, came.",
            [("Ana Paz", [("Prime Minister", "PE")])],
        ),
        (
            "Ana Paz, who leads it as Secretary General, came.",
            [("Ana Paz", [("Secretary General", None)])],
        ),
        (
            "Ana Paz, who had flown in from Lima as Minister of Trade, came.",
            [("Ana Paz", [("Minister of Trade", None)])],
        ),
        (
            "Ana Paz spoke for Lima as Minister of Trade.",
            [("Ana Paz", [("Minister of Trade", "PE")])],
        ),
        # what links nobody to the office
        ("Ana Paz thanked the Foreign Minister of Togo.", [("Ana Paz", [])]),
        ("Ana Paz was received by the President of Togo.", [("Ana Paz", [])]),
        ("Ana Paz was with the President of Togo.", [("Ana Paz", [])]),
        ("Ana Paz, who met the President of Togo, left.", [("Ana Paz", [])]),
        ("Ana Paz praised Lima as President of Asia.", [("Ana Paz", [])]),
        ("Ana Paz described him as Prime Minister.", [("Ana Paz", [])]),
        # brackets
        (
            "Foreign Minister (FM) Ana Paz spoke.",
            [("Ana Paz", [("Foreign Minister", None)])],
        ),
        (
            "The Prime Minister (PM), Ana Paz, and External Affairs Minister (EAM) Luis Rojas met.",
            [
                ("Ana Paz", [("Prime Minister", None)]),
                ("Luis Rojas", [("External Affairs Minister", None)]),
            ],
        ),
    ],
)
def test_links(words: str, expected: Rows) -> None:
    assert people_of(words) == expected
