"""The chair of a meeting: only who is said to chair it, never the host or the one who opens it."""

from __future__ import annotations

import pytest

from tests.reports import HELD, alone, facts, meeting


def chair(words: str, opening: str = HELD) -> str | None:
    """Return the chair of the first meeting."""
    return facts(words, opening).meetings[0].chair


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # verbs
        ("The meeting was chaired by Botswana.", "BW"),
        ("The meeting was presided over by Botswana.", "BW"),
        (
            "The meeting was chaired by Tebogo Molefe, Minister of Water of Botswana.",
            "Tebogo Molefe",
        ),
        (
            "The meeting was chaired by the Minister of Water of Botswana, Tebogo Molefe.",
            "Tebogo Molefe",
        ),
        ("The meeting was chaired by Botswana's Water Minister Tebogo Molefe.", "Tebogo Molefe"),
        ("Botswana's Water Minister Tebogo Molefe chaired the meeting.", "Tebogo Molefe"),
        ("Tebogo Molefe, Minister of Water of Botswana, chaired the meeting.", "Tebogo Molefe"),
        (
            "Tebogo Molefe, Minister of Water of Botswana, presided over the meeting.",
            "Tebogo Molefe",
        ),
        ("Tebogo Molefe, Minister of Water of Botswana, took the chair.", "Tebogo Molefe"),
        # nouns
        ("The meeting was held under the chairmanship of Botswana.", "BW"),
        (
            "The meeting was held under the chairmanship of Tebogo Molefe, Minister of Water of"
            " Botswana.",
            "Tebogo Molefe",
        ),
        (
            "The meeting was held under the chairmanship of Botswana's Water Minister Tebogo"
            " Molefe.",
            "Tebogo Molefe",
        ),
        ("The meeting took place under the presidency of Botswana.", "BW"),
        ("The meeting, under the chairmanship of Botswana, lasted two hours.", "BW"),
        ("Under the chairmanship of Botswana, the meeting agreed on a budget.", "BW"),
        ("In the chair was Tebogo Molefe, Minister of Water of Botswana.", "Tebogo Molefe"),
        ("Tebogo Molefe, Minister of Water of Botswana, was in the chair.", "Tebogo Molefe"),
        ("The meeting was held with Botswana in the chair.", "BW"),
        # two
        (
            "The meeting was co-chaired by Tebogo Molefe, Minister of Water of Botswana, and"
            " Ndapewa Shilongo, Minister of Water of Namibia.",
            "Tebogo Molefe and Ndapewa Shilongo",
        ),
        (
            "The meeting was co-chaired by Botswana's Water Minister Tebogo Molefe and Namibia's"
            " Water Minister Ndapewa Shilongo.",
            "Tebogo Molefe and Ndapewa Shilongo",
        ),
        (
            "Tebogo Molefe, Minister of Water of Botswana, and Ndapewa Shilongo, Minister of"
            " Water of Namibia, co-chaired the meeting.",
            "Tebogo Molefe and Ndapewa Shilongo",
        ),
        (
            "The Botswanan side was chaired by Water Minister Tebogo Molefe and the Namibian side"
            " by Water Minister Ndapewa Shilongo.",
            "Tebogo Molefe and Ndapewa Shilongo",
        ),
    ],
)
def test_who_chairs(words: str, expected: str) -> None:
    assert chair(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Botswana hosted the meeting.",
        "The meeting was hosted by Botswana.",
        "The meeting was organised by Botswana.",
        "The meeting was opened by Botswana's Water Minister Tebogo Molefe.",
        "Botswana's Water Minister Tebogo Molefe closed the meeting.",
        "Botswana's Water Minister Tebogo Molefe moderated a panel for students.",
        "Botswana chairs the Kimberley Process this year.",
        "Botswana will take over the chairmanship of the African Union in 2020.",
        "Botswana handed over the chairmanship of the Okavango Commission to Namibia.",
        "Botswana's Water Minister Tebogo Molefe, who chairs a charity, also spoke.",
        "Tebogo Molefe, Chairman of the Botswana Water Board, also spoke.",
        "Chairs were set out for the guests from Botswana.",
        "The next meeting of the Council will be chaired by Namibia.",
        "Botswana's candidacy for the chair was withdrawn.",
        "The ministers thanked Botswana for its warm welcome.",
        "The meeting was attended by Chairman of the Botswana Red Cross Tebogo Molefe.",
        "Namibia chaired the fifth meeting of the Council in 2018.",
        "The meeting of experts of 2 May was chaired by Namibia.",
    ],
)
def test_who_does_not_chair(words: str) -> None:
    assert chair(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The 3rd IGAD summit, chaired by Sudan, was held in Nairobi on 2 May 2019.", "SD"),
        ("Chaired by Sudan, the 3rd IGAD summit was held in Nairobi on 2 May 2019.", "SD"),
        (
            "Sudanese President Omar Idris chaired the 3rd IGAD summit in Nairobi on 2 May 2019.",
            "Omar Idris",
        ),
        (
            "Sudanese President Omar Idris on 2 May 2019 chaired the 3rd IGAD summit in Nairobi.",
            "Omar Idris",
        ),
        (
            "The 3rd IGAD summit was held in Nairobi on 2 May 2019, chaired by Sudanese President"
            " Omar Idris.",
            "Omar Idris",
        ),
        ("The 3rd IGAD summit will be chaired by Sudan in Nairobi on 2 July 2019.", "SD"),
        ("The 3rd IGAD summit was held in Nairobi, Kenya, on 2 May 2019.", None),
        ("Kenya hosted the 3rd IGAD summit in Nairobi on 2 May 2019.", None),
        ("Kenyan President Ann Otieno hosted the 3rd IGAD summit in Nairobi on 2 May 2019.", None),
        ("Kenyan President Ann Otieno opened the 3rd IGAD summit in Nairobi on 2 May 2019.", None),
        (
            "Sudanese President Omar Idris attended the 3rd IGAD summit in Nairobi on 2 May 2019.",
            None,
        ),
    ],
)
def test_a_chair_named_with_the_meeting(words: str, expected: str | None) -> None:
    assert meeting(words).chair == expected


def test_each_of_two_meetings_has_the_own_chair() -> None:
    words = (
        "The 3rd IGAD summit, chaired by Sudan, was held in Nairobi on 2 May 2019. The 4th IGAD"
        " summit will be chaired by Uganda."
    )
    found = facts(words, "").meetings
    assert [(m.ordinal, m.chair) for m in found] == [(3, "SD"), (4, "UG")]


def test_who_chairs_takes_part() -> None:
    found = facts("The meeting was chaired by Tebogo Molefe, Minister of Water of Botswana.")
    assert [(seat.person, seat.party) for seat in found.participants] == [("Tebogo Molefe", "BW")]


def test_meeting_of_an_aside_is_not_the_one_that_was_chaired() -> None:
    words = (
        "The 3rd meeting of the Water Council was held in Gaborone on 11 June."
        " The ministerial session, which followed a session of senior officials from 8 to 10 June,"
        " was chaired by Angola's Minister of Water Joana Neto."
    )
    chairs = {m.ordinal: m.chair for m in alone(words).meetings}
    assert chairs == {3: "Joana Neto", None: None}
