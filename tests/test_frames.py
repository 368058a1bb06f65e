"""For whom a clause says that a person speaks: frames beside an office without an owner."""

from __future__ import annotations

import pytest

from tests.reading import people_of

Rows = list[tuple[str, str | None]]


def owners_of(words: str) -> Rows:
    return [(name, of) for name, offices in people_of(words) for _, of in offices]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # for a party, from a party
        ("For Kenya, Deputy Minister Joy Otieno spoke.", [("Joy Otieno", "KE")]),
        ("- for the Republic of Kenya, H.E. Joy Otieno, President;", [("Joy Otieno", "KE")]),
        ("It rained; from Peru, Trade Minister Ana Paz came.", [("Ana Paz", "PE")]),
        ("From Peru came Trade Minister Ana Paz.", [("Ana Paz", "PE")]),
        ("Speaking for Peru was Trade Minister Ana Paz.", [("Ana Paz", "PE")]),
        ("For the African Union there spoke Commissioner Joy Otieno.", [("Joy Otieno", "AU")]),
        (
            "Minister Ana Paz, for Peru, and Minister Luis Rojas, for Chile, signed it.",
            [("Ana Paz", "PE"), ("Luis Rojas", "CL")],
        ),
        (
            "Ministers Ana Paz (Trade) and Luis Rojas (Finance), on the Peruvian side, signed it.",
            [("Ana Paz", "PE"), ("Luis Rojas", "PE")],
        ),
        (
            "for Chile, Luis Rojas (Chief of Staff) and Eva Rey (Director of Trade)",
            [("Luis Rojas", "CL"), ("Eva Rey", "CL")],
        ),
        # delegations
        (
            "Togo's is led by Minister Ama Koffi, Ghana's by the Speaker, Kofi Boadu.",
            [("Ama Koffi", "TG"), ("Kofi Boadu", "GH")],
        ),
        (
            "Togo has sent Ama Koffi, Minister of Trade; Ghana, Kofi Boadu, Deputy Minister;"
            " Kenya, Deputy Minister Joy Otieno.",
            [("Ama Koffi", "TG"), ("Kofi Boadu", "GH"), ("Joy Otieno", "KE")],
        ),
        ("On Togo's part it was signed by Ama Koffi, Minister of Trade.", [("Ama Koffi", "TG")]),
        ("On the part of Togo, Minister Ama Koffi signed it.", [("Ama Koffi", "TG")]),
        ("Japan sent its deputy minister, Ken Ito.", [("Ken Ito", "JP")]),
        (
            "They saw Max Lind, ambassador, on behalf of Denmark, and others.",
            [("Max Lind", "DK")],
        ),
        # its
        ("The SADC summit heard its Executive Secretary, Joy Otieno.", [("Joy Otieno", "SADC")]),
        # who stands in
        (
            "For Togo, Minister Ama Koffi, representing President Kodjo Mensah, came.",
            [("Ama Koffi", "TG"), ("Kodjo Mensah", "TG")],
        ),
        # what is no frame
        ("They met an envoy from Chad and Minister Kofi Boadu.", [("Kofi Boadu", None)]),
        ("He thanked Japan, Minister Kofi Boadu said.", [("Kofi Boadu", None)]),
        ("Aid came from Japan, Minister Kofi Boadu said.", [("Kofi Boadu", None)]),
        ("After a vote for Ghana, President Ama Koffi left.", [("Ama Koffi", None)]),
        ("India was praised, and Minister Kofi Boadu left.", [("Kofi Boadu", None)]),
        ("Ghana's case was heard by Minister Kofi Boadu.", [("Kofi Boadu", None)]),
        ("Ghana has lost Minister Kofi Boadu.", [("Kofi Boadu", None)]),
        ("Whereas for Ghana prices rose, Minister Kofi Boadu slept.", [("Kofi Boadu", None)]),
    ],
)
def test_frame(words: str, expected: Rows) -> None:
    assert owners_of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "They were joined by Ana Paz, Luis Rojas and Eva Kral, the Trade Ministers of Peru,"
            " Chile and Croatia.",
            [("Ana Paz", "PE"), ("Luis Rojas", "CL"), ("Eva Kral", "HR")],
        ),
        (
            "Ana Paz and Luis Rojas, Foreign Ministers of Peru and Chile respectively, met.",
            [("Ana Paz", "PE"), ("Luis Rojas", "CL")],
        ),
        (
            "Ana Paz and Luis Rojas, respectively Foreign Ministers of Peru and Chile, met.",
            [("Ana Paz", "PE"), ("Luis Rojas", "CL")],
        ),
        (
            "Presidents Ana Paz and Luis Rojas, of Peru and Chile in this order, met.",
            [("Ana Paz", "PE"), ("Luis Rojas", "CL")],
        ),
        (
            "Ana Paz (Peru) and Luis Rojas (Chile), both trade ministers, met.",
            [("Ana Paz", "PE"), ("Luis Rojas", "CL")],
        ),
        (
            "Ana Paz and Luis Rojas, Foreign Ministers Pia Berg and Max Lind, met.",
            [("Pia Berg", None), ("Max Lind", None)],
        ),
        (
            "Ana Paz and Luis Rojas, Foreign Ministers of Peru, Chile and Togo, met.",
            [("Ana Paz", None), ("Luis Rojas", None)],
        ),
    ],
)
def test_names_and_countries_in_one_order(words: str, expected: Rows) -> None:
    assert owners_of(words) == expected
