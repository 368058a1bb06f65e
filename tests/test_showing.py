"""Whether words show a value: in the same words, as date, as ordinal, as concept."""

from __future__ import annotations

import pytest

from kg.namespaces import ONTOLOGY
from kg.queries.showing import shows


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("talks in Riga", "Riga", True),
        ("talks in RIGA", "Riga", True),
        ("talks in Tallinn", "Riga", False),
        ("", "Riga", False),
    ],
)
def test_the_same_words_show_it(words: str, value: str, shown: bool) -> None:
    assert shows(words, value) is shown


@pytest.mark.parametrize(
    ("words", "date", "shown"),
    [
        ("on 13-14 April in Tashkent", "2016-04-13", True),
        ("on 13-14 April in Tashkent", "2016-04-14", True),
        ("on April 13, 2016", "2016-04-13", True),
        ("on the 3rd of May", "2016-05-03", True),
        ("on 03 May", "2016-05-03", True),
        ("on 2 Sept. 2016", "2016-09-02", True),
        ("on 13-14 April in Tashkent", "2016-04-15", False),
        ("on 13 April", "2016-05-13", False),
        ("on 23 April", "2016-04-03", False),
        ("on 130 April streets", "2016-04-13", False),
        ("in the marching season of 13 bands", "2016-03-13", False),
        ("in the month 99", "2016-99-01", False),
        ("in April 2016", "2016-04", True),
        ("in May 2016", "2016-04", False),
        ("in 2016", "2016", True),
        ("in 2017", "2016", False),
        ("11th session held in Tashkent", "2016-04-13", False),
    ],
)
def test_a_date_may_be_written_with_its_month(words: str, date: str, shown: bool) -> None:
    assert shows(words, date) is shown


@pytest.mark.parametrize(
    ("words", "number", "shown"),
    [
        ("the eleventh session", "11", True),
        ("the 11th session", "11", True),
        ("the twenty-first session", "21", True),
        ("the eleventh session", "12", False),
        ("a session", "1", False),
    ],
)
def test_a_number_may_be_written_as_ordinal(words: str, number: str, shown: bool) -> None:
    assert shows(words, number) is shown


@pytest.mark.parametrize(
    ("words", "value", "concept", "shown"),
    [
        ("the session took place in Riga", "held", "held", True),
        ("the session will be held in Riga", "planned", "planned", True),
        ("the session in Riga", "held", "held", False),
        ("the session will be held in Riga", "held", "held", False),
        ("it was held, and will be held", "planned", "planned", True),
        ("the sides inked an accord", "signed", "signed", True),
        ("a design of the sides", "signed", "signed", False),
        ("the session took place in Riga", "held", "nothing", False),
    ],
)
def test_a_concept_may_be_named_by_any_of_its_words(
    words: str, value: str, concept: str, shown: bool
) -> None:
    assert shows(words, value, ONTOLOGY + concept) is shown
