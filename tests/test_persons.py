"""Persons as facts: one for each, with all forms, all offices and the words for each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.facts import persons
from kg.model import Article, Office, Participant, Passage, Person
from kg.pipeline import extract
from tests.reading import read


def persons_of(words: str) -> tuple[Person, ...]:
    """Return the persons that some words state."""
    segmented, found = read(words)
    return persons.assemble(segmented, found)


def test_mentions_of_one_name_are_one_person() -> None:
    words = (
        "Taro Mori, Minister for Foreign Affairs of Japan, met Ann Marlow, Secretary of"
        " State of the"
        " United States. Foreign Minister Mori thanked Ms Marlow."
    )
    first, second = persons_of(words)
    assert (first.name, first.aliases) == ("Taro Mori", ("Mori",))
    assert (second.name, second.aliases) == ("Ann Marlow", ("Marlow",))
    assert [(o.title, o.of) for o in first.offices] == [("Minister for Foreign Affairs", "JP")]
    assert [(o.title, o.of) for o in second.offices] == [("Secretary of State", "US")]


@pytest.mark.parametrize(
    ("words", "name", "aliases"),
    [
        (
            "President Ann J. Marlow of the United States spoke. Ann Marlow smiled.",
            "Ann J. Marlow",
            ("Ann Marlow",),
        ),
        (
            "President of Uzbekistan Karim Mirzo spoke. The badge went to the President of"
            " Uzbekistan"
            " Mirzo Karim Olimovich.",
            "Mirzo Karim Olimovich",
            ("Karim Mirzo",),
        ),
        ("PM Imran came. Then Prime Minister Imran Shah left.", "Imran Shah", ("Imran",)),
        (
            "Prime Minister Sheikh Rahima of Bangladesh spoke. Rahima left.",
            "Sheikh Rahima",
            ("Rahima",),
        ),
        (
            "President Tokar of Kazakhstan spoke. Askar Tokar left.",
            "Askar Tokar",
            ("Tokar",),
        ),
        (
            "The visit of Brazilian President Joana Silva ended. From the Palacio San Silva"
            " she left.",
            "Joana Silva",
            (),
        ),
    ],
)
def test_longest_form_is_the_name(words: str, name: str, aliases: tuple[str, ...]) -> None:
    (person,) = persons_of(words)
    assert (person.name, person.aliases) == (name, aliases)


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        # one post in several wordings
        (
            "Foreign Minister Taro Mori came. Taro Mori, Minister of Foreign Affairs of"
            " Japan, spoke.",
            [("Minister of Foreign Affairs", "JP")],
        ),
        (
            "Deputy Premier Ali Rauf of Iraq came. Deputy Prime Minister Ali Rauf left.",
            [("Deputy Premier", "IQ")],
        ),
        ("PM Imran Shah came. Prime Minister Imran Shah left.", [("Prime Minister", None)]),
        # two posts
        (
            "Finance Minister of Iraq Ali Rauf came. Ali Rauf, Chairman of OPEX, spoke.",
            [("Finance Minister", "IQ"), ("Chairman", "OPEX")],
        ),
        (
            "Ali Rauf, Foreign Minister of Iraq and Secretary General of the Arab League, spoke.",
            [("Foreign Minister", "IQ"), ("Secretary General", "Arab League")],
        ),
    ],
)
def test_offices(words: str, offices: list[tuple[str, str | None]]) -> None:
    (person,) = persons_of(words)
    assert [(o.title, o.of) for o in person.offices] == offices


def test_namesakes_are_two_persons() -> None:
    words = "President Uma Kamau of Kenya and Governor Rose Kamau of Kenya spoke."
    assert [person.name for person in persons_of(words)] == ["Uma Kamau", "Rose Kamau"]


def test_evidence_holds_the_name_and_the_office() -> None:
    words = "Taro Mori, Foreign Minister of Japan, came. Foreign Minister Taro Mori left."
    (person,) = persons_of(words)
    assert [p.quote for p in person.evidence] == [
        "Taro Mori, Foreign Minister of Japan",
        "Foreign Minister Taro Mori",
    ]
    assert [p.quote for p in person.offices[0].evidence] == ["Taro Mori, Foreign Minister of Japan"]
    assert person.rule == "name-office"


def test_nobody() -> None:
    assert persons_of("The talks went well.") == ()


def test_evidence_is_bounded() -> None:
    (person,) = persons_of("Foreign Minister Taro Mori of Japan spoke. " * 30)
    assert len(person.evidence) == persons.PASSAGES
    assert len(person.offices[0].evidence) == persons.PASSAGES


@pytest.mark.parametrize(
    ("words", "office", "of"),
    [
        (
            "The Joint Commission of Peru and Chile met on 3 May 2019 in Lima. For Peru spoke the"
            " Minister of Mines, Ana Rojas.",
            "Minister of Mines",
            "PE",
        ),
        (
            "The Joint Commission of Peru and Chile met on 3 May 2019 in Lima. Chile was"
            " represented by the Minister of Mines, Ana Rojas.",
            "Minister of Mines",
            "CL",
        ),
        (
            "The Joint Commission of Peru and Chile met on 3 May 2019 in Lima. Chile was"
            " represented by the Minister of Mines of Peru, Ana Rojas.",
            "Minister of Mines",
            "PE",
        ),
        (
            "The Joint Commission of Peru and Chile met on 3 May 2019 in Lima. It was opened by"
            " the Minister of Mines, Ana Rojas.",
            "Minister of Mines",
            None,
        ),
    ],
)
def test_an_office_is_of_the_country_for_which_its_holder_sat(
    words: str, office: str, of: str | None
) -> None:
    (person,) = extract(Article("test", words)).persons
    assert [(o.title, o.of) for o in person.offices] == [(office, of)]


def seat(person: str, party: str) -> Participant:
    return Participant("m1", person, party, (Passage(0, 4, "Peru"),), "placed")


def test_who_sat_for_two_or_for_an_organisation_keeps_what_was_read() -> None:
    post = Office("Secretary", None, (Passage(5, 9, "Rojas"),), "office-name")
    person = Person("Ana Rojas", (), (post,), (Passage(5, 9, "Rojas"),), "name")
    two = (seat("Ana Rojas", "PE"), seat("Ana Rojas", "CL"))
    assert persons.complete((person,), two) == (person,)
    assert persons.complete((person,), (seat("Ana Rojas", "CAN"),)) == (person,)
    assert persons.complete((person,), (seat("Ann Marlow", "PE"),)) == (person,)
    general = replace(person, offices=(replace(post, title="Secretary-General"),))
    assert persons.complete((general,), (seat("Ana Rojas", "PE"),)) == (general,)


def test_the_words_that_tell_for_whom_one_sat_are_evidence_of_the_office() -> None:
    post = Office("Minister", None, (Passage(5, 9, "Rojas"),), "office-name")
    person = Person("Ana Rojas", (), (post,), (Passage(5, 9, "Rojas"),), "name")
    (found,) = persons.complete((person,), (seat("Ana Rojas", "PE"),))
    assert [o.of for o in found.offices] == ["PE"]
    assert [p.quote for p in found.offices[0].evidence] == ["Rojas", "Peru"]
