"""On whose behalf persons speak: verbs, gaps, rows in one order and capitals, with their misses."""

from __future__ import annotations

import pytest

from tests.reports import seats

TWO = [("Joana Neto", "AO"), ("Peter Phiri", "MW")]


@pytest.mark.parametrize(
    "words",
    [
        "Joana Neto spoke for Angola, Peter Phiri for Malawi.",
        "Joana Neto took part for Angola, Peter Phiri for Malawi.",
        "Joana Neto sat for Angola (Minister of Water and, besides, of Energy), Peter Phiri,"
        " Minister of Water, for Malawi.",
        "Joana Neto took the floor on behalf of Angola, Peter Phiri on behalf of Malawi.",
        "Joana Neto signed the minutes for Angola, Peter Phiri for Malawi.",
        "Joana Neto represented Angola, while Peter Phiri represented Malawi.",
        "Joana Neto led the Angolan delegation and Peter Phiri headed the Malawian team.",
        "Joana Neto led the Angolan team, Peter Phiri the Malawian.",
        "Joana Neto, who attended for Angola, and Peter Phiri, who spoke for Malawi, agreed.",
        "Angola and Malawi were represented by Joana Neto and Peter Phiri respectively.",
        "Angola and Malawi were represented by Minister Joana Neto and Secretary Peter Phiri.",
        "Angola and Malawi were represented by their water ministers, Joana Neto and Peter Phiri.",
        "The Angolan and Malawian delegations were led by Joana Neto and Peter Phiri respectively.",
        "Angola and Malawi, both founders, took part in the persons of Joana Neto and Peter Phiri.",
        "Luanda was represented by Joana Neto, Lilongwe by Peter Phiri.",
        "From Luanda came Minister Joana Neto; from Lilongwe, Secretary Peter Phiri.",
        "Joana Neto spoke for Luanda, Peter Phiri for Lilongwe.",
        "Angola was present in the person of Minister Joana Neto; Malawi in that of Secretary Peter"
        " Phiri.",
        "Angola was spoken for by Minister Joana Neto, Malawi by Secretary Peter Phiri.",
        "Angola was represented at the table by Minister Joana Neto; Malawi by Secretary Peter"
        " Phiri.",
        "The Angolan seat was taken by Joana Neto, the Malawian one by Peter Phiri.",
        "The debate was opened by Angola (Joana Neto) and closed by Malawi (Peter Phiri).",
        "Angola, for which Minister Joana Neto spoke, and Malawi, for which Secretary Peter Phiri"
        " spoke, agreed.",
    ],
)
def test_each_speaks_for_the_own_party(words: str) -> None:
    assert seats(words) == TWO


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ministers Joana Neto and Peter Phiri of Angola and Malawi spoke.", ["AO", "MW"]),
        ("Ministers Joana Neto and Peter Phiri, of Angola and Malawi in this order, spoke.",
         ["AO", "MW"]),
        ("Ministers Joana Neto and Peter Phiri of Angola spoke.", ["AO", "AO"]),
    ],
)  # fmt: skip
def test_parties_behind_a_row(words: str, expected: list[str]) -> None:
    assert [party for person, party in seats(words) if person] == expected


def test_three_in_turn() -> None:
    words = "Angola, Malawi and Lesotho sent Joana Neto, Peter Phiri and Thabo Mokoena."
    assert seats(words) == [*TWO, ("Thabo Mokoena", "LS")]


def test_rows_of_different_length_give_nobody_a_party() -> None:
    words = "Angola, Malawi and Lesotho were represented by Joana Neto and Peter Phiri."
    assert {party for person, party in seats(words) if person} <= {None}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Minister Joana Neto, who held the chair for Angola, closed the session.", "AO"),
        ("Minister Joana Neto chaired the session on behalf of Angola.", "AO"),
        ("Minister Joana Neto spoke for Luanda.", "AO"),
        ("Minister Joana Neto, at the head of the delegation of Angola, spoke.", "AO"),
        ("Minister Joana Neto spoke at the head of the valley of Angola.", None),
        ("Joana Neto spoke for Angola's accession.", None),
        ("Joana Neto spoke for an hour and thanked Angola.", None),
        ("Joana Neto spoke in favour of a loan for Angola.", None),
        ("Joana Neto led the talks on Angola.", None),
        ("Joana Neto spoke at a dinner in Luanda.", None),
    ],
)
def test_for_whom_one_speaks(words: str, expected: str | None) -> None:
    assert dict(seats(words)).get("Joana Neto") == expected


@pytest.mark.parametrize(
    "words",
    [
        "Luanda, where Joana Neto was born, saw floods in 1995.",
        "Water from Luanda was praised in a letter by Joana Neto.",
        "The plan for Angola was written by Joana Neto.",
        "Angola and Malawi were flooded by the Zambezi, Joana Neto wrote in a book.",
    ],
)
def test_who_is_beside_a_party_only_by_chance(words: str) -> None:
    assert ("Joana Neto", "AO") not in seats(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The dams were opened to all and, for the host country, Joana Neto spoke.", "BW"),
        ("Minister of Water of the host country Joana Neto spoke.", "BW"),
        ("Joana Neto spoke for the guests and praised the host country.", None),
    ],
)
def test_the_host_is_the_country_where_they_met(words: str, expected: str | None) -> None:
    assert dict(seats(words)).get("Joana Neto") == expected


def test_an_attendance_list_goes_to_the_meeting_that_the_report_is_about() -> None:
    words = (
        "On the sidelines the Okavango Rivers Board came together for a meeting.\n\nAttendance: on"
        " the Angolan side, Joana Neto (Minister of Water); on the Malawian side, Peter Phiri"
        " (Ambassador to Botswana)."
    )
    assert seats(words) == TWO
