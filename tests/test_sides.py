"""For whom persons speak: the frames of lists, beside words that frame nothing."""

from __future__ import annotations

import pytest

from tests.reports import seats

TWO = [("Joana Neto", "AO"), ("Peter Phiri", "MW")]


@pytest.mark.parametrize(
    "words",
    [
        "For Angola, Minister Joana Neto took part; for Malawi, Secretary Peter Phiri.",
        "For Angola, Minister Joana Neto; for Malawi, Secretary Peter Phiri.",
        "From Angola, Minister Joana Neto took part, and from Malawi, Secretary Peter Phiri.",
        "Angola sent Minister Joana Neto; Malawi, Secretary Peter Phiri.",
        "Angola was represented by Minister Joana Neto and Malawi by Secretary Peter Phiri.",
        "Angola was represented by Minister Joana Neto; Malawi, by its Secretary Peter Phiri.",
        "The Angolan side was represented by Minister Joana Neto, the Malawian side by Secretary"
        " Peter Phiri.",
        "The Angolan delegation was headed by Minister Joana Neto; the Malawian one, by Secretary"
        " Peter Phiri.",
        "The Angolan delegation included Minister Joana Neto; the Malawian one Secretary Peter"
        " Phiri.",
        "On the Angolan side were Minister Joana Neto; on the Malawian side, Secretary Peter"
        " Phiri.",
        "The delegation of Angola was led by Minister Joana Neto, and the delegation of Malawi by"
        " Secretary Peter Phiri.",
        "Angola's delegation is led by Minister Joana Neto, Malawi's by the Secretary Peter Phiri.",
        "Angola's is led by Minister Joana Neto, Malawi's by the Secretary Peter Phiri.",
        "Attending were Minister Joana Neto, on the Angolan side, and Secretary Peter Phiri, on the"
        " Malawian side.",
        "Also present were Minister Joana Neto, for Angola, and Secretary Peter Phiri, for Malawi.",
        "Minister Joana Neto, representing Angola, and Secretary Peter Phiri, representing Malawi,"
        " spoke.",
        "Minister Joana Neto, on behalf of Angola, and Secretary Peter Phiri, on behalf of Malawi,"
        " signed.",
        "Angola delegated Minister Joana Neto; Malawi, Secretary Peter Phiri.",
        "Speaking for Angola, Minister Joana Neto, and for Malawi, Secretary Peter Phiri took"
        " part.",
    ],
)
def test_frames_give_the_party(words: str) -> None:
    assert seats(words) == TWO


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Joana Neto (Angola) and Peter Phiri (Malawi) took part.", ["AO", "MW"]),
        ("Joana Neto of Angola and Peter Phiri of Malawi took part.", ["AO", "MW"]),
        (
            "The ministers were joined by counterparts from Angola, Joana Neto, and Malawi, Peter"
            " Phiri.",
            ["AO", "MW"],
        ),
        ("Angola was admitted and its Minister of Water, Joana Neto, spoke.", ["AO"]),
        ("For Angola there came Joana Neto, who leads the water board.", ["AO"]),
        ("For Angola it is the Finance Minister, Joana Neto, who attends.", ["AO"]),
        ("Minister Joana Neto, who is spending four days in Malawi, spoke.", [None]),
        ("Minister Joana Neto spoke of Malawi.", [None]),
        ("Minister Joana Neto (Foreign Affairs) spoke.", [None]),
    ],
)
def test_the_country_beside_a_name(words: str, expected: list[str | None]) -> None:
    assert [party for _, party in seats(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a list within one side
        (
            "The Angolan side included Minister Joana Neto, Secretary Peter Phiri and Director Ana"
            " Vaz.",
            ["AO", "AO", "AO"],
        ),
        # what stands in the person's own words is stronger than the frame
        (
            "The Angolan side was headed by Minister Joana Neto. Malawian Secretary Peter Phiri"
            " spoke.",
            ["AO", "MW"],
        ),
        # a verb ends the list
        (
            "The Angolan side was headed by Minister Joana Neto, who said that Director Ana Vaz"
            " would follow.",
            ["AO"],
        ),
        # organisations
        ("For the World Bank, Director Ana Vaz attended.", ["World Bank"]),
        ("The African Union was represented by Commissioner Ana Vaz.", ["AU"]),
    ],
)
def test_frames_reach_as_far_as_the_list(words: str, expected: list[str | None]) -> None:
    assert [party for _, party in seats(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Minister Joana Neto spoke about trade with Angola.",
        "Minister Joana Neto spoke about Angola.",
        "On the future of Angola, Minister Joana Neto spoke at length.",
        "After the talks with Angola, Minister Joana Neto spoke.",
        "Aid for Angola was welcomed, and Minister Joana Neto spoke.",
        "Minister Joana Neto spoke for an hour in Angola.",
    ],
)
def test_a_country_named_nearby_frames_nobody(words: str) -> None:
    assert [party for _, party in seats(words)] in ([None], [])
