"""Whose an office is where the phrase itself does not say."""

from __future__ import annotations

import pytest

from tests.reading import people_of, read


@pytest.mark.parametrize(
    ("words", "title", "of"),
    [
        ("For Nepal it was the Finance Minister, Ram Gurung, who came.", "Finance Minister", "NP"),
        (
            "The Vietnamese delegation had Foreign Minister Pham Duc at its head.",
            "Foreign Minister",
            "VN",
        ),
        (
            "A spokesperson of the Peruvian Foreign Ministry spoke. The talks went well,"
            " spokesperson"
            " Ana Quispe said.",
            "spokesperson of the Foreign Ministry",
            "PE",
        ),
        ("UN leaders met. Secretary-General Jan Berg of the UN came.", "Secretary-General", "UN"),
        ("The U.S. sent Secretary of State Ann Marlow.", "Secretary of State", "US"),
        ("Chairman of the State Duma Ivan Orlov came.", "Chairman of the State Duma", "RU"),
        ("Assistant Minister Ivan Orlov, representing Belarus, came.", "Assistant Minister", "BY"),
        ("Prime Minister Imran Shah came.", "Prime Minister", None),
        ("Prime Minister Imran Shah received the Lao guest.", "Prime Minister", None),
        (
            "President Bat Dorj of Mongolia came. The Kazakh side was represented by Deputy"
            " Minister Arman Seit.",
            "Deputy Minister",
            "KZ",
        ),
        ("Trade Minister Imran Shah led the Lao delegation.", "Trade Minister", "LA"),
    ],
)
def test_implied_owner(words: str, title: str, of: str | None) -> None:
    _, found = read(words)
    assert [(o.title, o.of) for o in found.persons[-1].offices] == [(title, of)]


def test_a_country_is_not_carried_to_another_leader() -> None:
    assert people_of("Chinese President Li Wei and President Ivan Orlov met.") == [
        ("Li Wei", [("President", "CN")]),
        ("Ivan Orlov", [("President", None)]),
    ]


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("Jordan's King Hassan and Crown Prince Omar came.", "JO"),
        ("French President Luc Roy and Crown Prince Omar came.", None),
        ("French President Luc Roy and Trade Minister Anne Petit came.", "FR"),
        ("French President Luc Roy and Prime Minister Anne Petit came.", None),
    ],
)
def test_who_comes_together(words: str, of: str | None) -> None:
    assert people_of(words)[1][1][0][1] == of


def test_a_country_is_carried_in_a_list() -> None:
    assert people_of(
        "The President of Peru, Ana Quispe, and the Foreign Minister, José Rey, came."
    ) == [
        ("Ana Quispe", [("President", "PE")]),
        ("José Rey", [("Foreign Minister", "PE")]),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Foreign Minister Pia Berg of Austria will visit Namibia in April. In Windhoek"
            " Minister Berg"
            " will meet President Johan Kato and her counterpart, Selma Nangolo.",
            [("Johan Kato", "President", None), ("Selma Nangolo", "Foreign Minister", "NA")],
        ),
        (
            "Foreign Minister Max Lind paid a visit to Slovenia, where he met with President"
            " Ana Kos.",
            [("Ana Kos", "President", "SI")],
        ),
        (
            "Foreign Minister Pia Berg of Austria visited Namibia with Ambassador Jan Roth.",
            [("Jan Roth", "Ambassador", None)],
        ),
    ],
)
def test_hosts_of_a_visit(words: str, expected: list[tuple[str, str, str | None]]) -> None:
    _, found = read(words)
    named = [(p.name, o.title, o.of) for p in found.persons for o in p.offices]
    assert named[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("President Ana Paz took the chair. The President of Peru spoke of peace.", "PE"),
        ("The President of Peru spoke of peace. In the chair was President Ana Paz.", "PE"),
        # of two countries, of another holder, of another office, or told in other words
        (
            "President Ana Paz took the chair. The President of Peru and the President of Chile"
            " spoke.",
            None,
        ),
        (
            "President Ana Paz took the chair. The President of Peru, Luis Rojas, spoke of peace.",
            None,
        ),
        ("President Ana Paz took the chair. The Prime Minister of Peru spoke of peace.", None),
        ("President Ana Paz took the chair. The Peruvian President was at home.", None),
        ("President Ana Paz took the chair. The former President of Peru spoke.", None),
    ],
)
def test_the_same_office_told_without_a_name(words: str, of: str | None) -> None:
    assert dict(people_of(words))["Ana Paz"] == [("President", of)]


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("Ana Paz, Deputy Prime Minister, and Luis Rojas, Minister of Mines, Peru.", "PE"),
        ("Ana Paz, Secretary-General, and Luis Rojas, Minister of Mines, Peru.", None),
        ("Ana Paz, Minister of Mines, and Luis Rojas, Minister of Mines, Peru.", None),
        ("Ana Paz, Minister of Mines. Luis Rojas, Minister of Trade, Peru.", None),
    ],
)
def test_a_country_behind_two(words: str, of: str | None) -> None:
    (found,) = (
        offices for name, offices in people_of(f"It was chaired by {words}") if name == "Ana Paz"
    )
    assert {owner for _, owner in found} == {of}
