"""Lists of attendees: each name with its own office, in all punctuations."""

from __future__ import annotations

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # commas that separate and commas inside
        (
            "Present were President of Togo, Ama Koffi, Minister of Trade, Industry and Energy of"
            " Benin, Luc Dossou, and Prime Minister of Chad, Ali Moussa.",
            [("Ama Koffi", "TG"), ("Luc Dossou", "BJ"), ("Ali Moussa", "TD")],
        ),
        (
            "Present were Ama Koffi, President of Togo, Luc Dossou, Minister of Trade of Benin, and"
            " Ali Moussa, Prime Minister of Chad.",
            [("Ama Koffi", "TG"), ("Luc Dossou", "BJ"), ("Ali Moussa", "TD")],
        ),
        (
            "Present: President of Togo Ama Koffi; Prime Minister of Chad Ali Moussa.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "The presidents of Togo, Ama Koffi; Chad, Ali Moussa, and Gabon, Paul Bongo, came.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD"), ("Paul Bongo", "GA")],
        ),
        (
            "The foreign ministers of Togo – Ama Koffi, Chad – Ali Moussa came.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "The ministers of Togo and Chad, Ama Koffi and Ali Moussa, came.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "Togo's and Chad's trade ministers, Ama Koffi and Ali Moussa, came.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "Prime Ministers Ama Koffi (Togo), Ali Moussa (Chad) and Paul Bongo (Gabon) came.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD"), ("Paul Bongo", "GA")],
        ),
        (
            "Defence Ministers Ama Koffi of Togo and Ali Moussa of Chad came.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "Ministers Ama Koffi of Togo, Ali Moussa of Chad and Paul Bongo of Gabon came.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD"), ("Paul Bongo", "GA")],
        ),
        (
            "Togo: H.E. Ama Koffi, President\nChad: H.E. Ali Moussa, Prime Minister\n",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "• Togo – President Ama Koffi\n• Chad – Prime Minister Ali Moussa\n",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "For Togo:\nMr Ama Koffi, Minister of Trade\n\nFor Chad:\nMr Ali Moussa,"
            " Minister of Mines\n",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "Participants: Togo - Minister Ama Koffi; Chad - Minister Ali Moussa.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "Togo was represented by Minister of Trade Ama Koffi, Chad by Minister of Mines"
            " Ali Moussa.",
            [("Ama Koffi", "TG"), ("Ali Moussa", "TD")],
        ),
        (
            "On the Thai side the talks were led by Minister Somchai Dee, on the Lao side by"
            " Minister Kham Vong.",
            [("Somchai Dee", "TH"), ("Kham Vong", "LA")],
        ),
        (
            "State Secretary D. Bold headed the Mongolian delegation, and the Korean delegation was"
            " headed by Vice Minister Yoon Ji-ho.",
            [("D. Bold", "MN"), ("Yoon Ji-ho", "KR")],
        ),
    ],
)
def test_lists(words: str, expected: list[tuple[str, str]]) -> None:
    _, found = read(words)
    assert [(person.name, person.party) for person in found.persons] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Mr. Ali Rauf — Minister of Trade of Iraq\nMs. Ana Quispe — Minister of Mines of"
            " Peru\n",
            [("Ali Rauf", "IQ"), ("Ana Quispe", "PE")],
        ),
        (
            "Ali Rauf / Minister of Trade / Iraq\nAna Quispe / Minister of Mines / Peru\n",
            [("Ali Rauf", "IQ"), ("Ana Quispe", "PE")],
        ),
        (
            "Iraq | Ali Rauf | Minister of Trade\nPeru | Ana Quispe | Minister of Mines\n",
            [("Ali Rauf", "IQ"), ("Ana Quispe", "PE")],
        ),
        (
            "Iraq\nMr Ali Rauf, Minister of Trade\nPeru\nMs Ana Quispe, Minister of Mines\n",
            [("Ali Rauf", "IQ"), ("Ana Quispe", "PE")],
        ),
        (
            "The ministers of trade of Iraq (Ali Rauf) and Peru (Ana Quispe) came.",
            [("Ali Rauf", "IQ"), ("Ana Quispe", "PE")],
        ),
    ],
)
def test_lists_in_lines(words: str, expected: list[tuple[str, str]]) -> None:
    _, found = read(f"The following took part:\n\n{words}\nThey agreed on trade.")
    assert [(person.name, person.party) for person in found.persons] == expected
