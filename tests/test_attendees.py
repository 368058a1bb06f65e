"""Lists of attendees: each name with its own office, in all punctuations."""

from __future__ import annotations

import pytest

from tests.reading import people_of, read


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


Rows = list[tuple[str, list[tuple[str, str | None]]]]

PEERS: Rows = [
    ("Luis Rojas", [("Trade Minister", None)]),
    ("Ana Paz", [("Trade Minister", "CO")]),
    ("Mauro Rey", [("Trade Minister", "EC")]),
    ("Eva Kral", [("Trade Minister", "PE")]),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Trade Minister Luis Rojas met his peers from Colombia, Ana Paz; from Ecuador, Mauro"
            " Rey, and from Peru, Eva Kral.",
            PEERS,
        ),
        (
            "Trade Minister Luis Rojas met his counterparts Ana Paz (Colombia), Mauro Rey"
            " (Ecuador) and Eva Kral (Peru).",
            PEERS,
        ),
        (
            "Trade Minister Luis Rojas met his colleagues from Colombia, Ecuador and Peru, Ana"
            " Paz, Mauro Rey and Eva Kral.",
            PEERS,
        ),
        (
            "Ana Paz, the Peruvian who is Secretary General of BIMSTEC, spoke.",
            [("Ana Paz", [("Secretary General", "BIMSTEC")])],
        ),
        (
            "Trade Minister Ana Paz and the Minister of Health, Eva Kral, spoke.",
            [("Ana Paz", [("Trade Minister", None)]), ("Eva Kral", [("Minister of Health", None)])],
        ),
        (
            "Ana Paz, Director-General of WHO, and the Regional Director, Dr Eva Kral, spoke.",
            [
                ("Ana Paz", [("Director-General", "WHO")]),
                ("Eva Kral", [("Regional Director", "WHO")]),
            ],
        ),
        (
            "Ana Paz, Chief of Police and Director of Customs of Peru, spoke.",
            [("Ana Paz", [("Chief of Police", "PE"), ("Director of Customs", "PE")])],
        ),
        (
            "With Sumiya, Mongolia's Deputy Minister of Mining, she left.",
            [("Sumiya", [("Deputy Minister of Mining", "MN")])],
        ),
        (
            "By rotation the chair went to Dr. Ana Paz, Peru's Minister of Trade.",
            [("Ana Paz", [("Minister of Trade", "PE")])],
        ),
        (
            "By then Ana Paz, Peru's Minister of Trade, had left the hall and the others followed.",
            [("Ana Paz", [("Minister of Trade", "PE")])],
        ),
        (
            "Trade Minister Luis Rojas met his colleagues Ana Paz of Colombia, Mauro Rey of"
            " Ecuador and Eva Kral of Peru.",
            PEERS,
        ),
        (
            "Ama Koffi (Togo), Minister of Trade, and Kofi Boadu (Ghana), Deputy Minister, came.",
            [
                ("Ama Koffi", [("Minister of Trade", "TG")]),
                ("Kofi Boadu", [("Deputy Minister", "GH")]),
            ],
        ),
        (
            "Togo (Minister Ama Koffi) and Ghana (Deputy Minister Kofi Boadu) took part.",
            [("Ama Koffi", [("Minister", "TG")]), ("Kofi Boadu", [("Deputy Minister", "GH")])],
        ),
        (
            "It was led, for SADC, by its Chairman, Prime Minister Ana Paz of Peru.",
            [("Ana Paz", [("Chairman", "SADC"), ("Prime Minister", "PE")])],
        ),
        (
            "Presidents Ana Paz (Peru), Zum Ostra (Ruritania) and Eva Kral (Croatia) came.",
            [
                ("Ana Paz", [("President", "PE")]),
                ("Zum Ostra", [("President", None)]),
                ("Eva Kral", [("President", "HR")]),
            ],
        ),
        ("Text by Ana Paz", []),
        ("Photo: Ana Paz", []),
        ("Her friend in the chair, Ana Paz, spoke.", [("Ana Paz", [])]),
        ("Ana Paz, head of the delegation, spoke.", [("Ana Paz", [])]),
        ("Ana Paz, head of the delegation of Peru, spoke.", [("Ana Paz", [])]),
        (
            "The Head of the EU Delegation, Ana Paz, spoke.",
            [("Ana Paz", [("Head of the Delegation", "EU")])],
        ),
    ],
)
def test_bonds_of_many_forms(words: str, expected: Rows) -> None:
    assert people_of(words) == expected
