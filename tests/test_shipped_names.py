"""Every shipped name is found where it stands in a sentence, as what the list says it is."""

from __future__ import annotations

import pytest

from kg import document, lexicon
from kg.lexicon import City, Country, Organisation, recognition
from kg.mentions import countries, establishments, organisations, places, settlements
from kg.model import Article, Document

COUNTRIES = list(lexicon.countries().values())
ORGANISATIONS = list(lexicon.organisations().values())
CITIES = list(lexicon.cities())


def read(text: str) -> Document:
    return document.segment(Article("test", text))


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_each_name_of_a_country(country: Country) -> None:
    for form in country.names:
        text = f"The ministers of {form} and others signed the document."
        (found,) = countries.find(read(text))
        assert (text[found.start : found.end], found.code) == (form, country.code)
        assert found.form == "name"


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_each_demonym_of_a_country(country: Country) -> None:
    for form in country.demonyms:
        text = f"The {form} delegation signed the document."
        (found,) = countries.find(read(text))
        assert (text[found.start : found.end], found.code) == (form, country.code)
        assert found.form == "demonym"


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_each_shared_form_goes_with_its_country(country: Country) -> None:
    for form in country.weak:
        text = f"The ministers of {country.name} signed. They left {form} at once."
        assert [m.code for m in countries.find(read(text))] == [country.code] * 2


@pytest.mark.parametrize("one", ORGANISATIONS, ids=lambda one: one.name)
def test_each_form_of_an_organisation(one: Organisation) -> None:
    for form in one.forms:
        text = f"The envoys of {form} and others signed the document."
        (found,) = organisations.find(read(text))
        _, _, acronym = form.removesuffix(")").partition(" (")  # a text's own acronym is its name
        named = acronym if acronym and one.name == form.partition(" (")[0] else one.name
        assert (text[found.start : found.end], found.name) == (form, named)
        assert (found.key, found.rule) == (one.name, "listed")


@pytest.mark.parametrize("one", ORGANISATIONS, ids=lambda one: one.name)
def test_each_weak_form_of_an_organisation_needs_another(one: Organisation) -> None:
    for form in one.weak:
        alone = f"The envoys of {form} and others signed the document."
        assert organisations.find(read(alone)) == ()
        both = f"The envoys of {one.forms[0]} came. The envoys of {form} signed the document."
        assert [m.name for m in organisations.find(read(both))] == [one.name] * 2


def test_each_city_is_found_behind_in_and_its_country() -> None:
    lost = []
    for city in CITIES:
        for form in (*city.forms, *city.weak):
            text = f"It took place in {form}, {_label(city)}, and was long."
            found = [(m.name, m.country) for m in places.find(read(text))]
            if (form, city.country) not in found:
                lost.append((form, city.country, found))
    assert lost == []


def _label(city: City) -> str:
    country = lexicon.country(city.country)
    assert country is not None
    return country.name


def test_each_passed_over_name_hides_what_it_holds() -> None:
    for form in ("South China Sea", "Indian Ocean", "Northern Ireland", "Suez Canal"):
        found = recognition.recognise(read(f"They spoke of the {form} at length."))
        assert [entry for f in found if (entry := f.entry).countries or entry.cities] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Kyrgyz border town of Lorikul", ("Lorikul", "KG")),
        ("the Norwegian coastal city of Karsvik Havn", ("Karsvik Havn", "NO")),
        ("a village of Lorimont", ("Lorimont", None)),
        ("They met in Loridan, Gabon.", ("Loridan", "GA")),
        ("consultations in Loridan under its chair", ("Loridan", None)),
    ],
)
def test_settlements(text: str, expected: tuple[str, str | None]) -> None:
    article = read(text)
    found = list(settlements.find(article, recognition.recognise(article), ()))
    assert [(m.name, m.country) for m in found] == [expected]
    assert all(text[m.start :].startswith(m.name) for m in found)


@pytest.mark.parametrize("text", ["in Lima, Peru", "the city of Lima", "in Lorimont and Loridan"])
def test_no_settlement_where_a_name_is_known_or_nothing_tells(text: str) -> None:
    article = read(text)
    assert list(settlements.find(article, recognition.recognise(article), ())) == []


def test_a_settlement_that_is_taken_is_left_out() -> None:
    article = read("They met in Loridan, Gabon.")
    known = recognition.recognise(article)
    (found,) = settlements.find(article, known, ())
    assert list(settlements.find(article, known, (found,))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Karvel Steel Corporation of Togo", ["Karvel Steel Corporation of Togo"]),
        ("Chairman Karvel Trade Company", ["Karvel Trade Company"]),
        ("the Foundation for Peace and Law", ["Foundation for Peace and Law"]),
        ("On Monday Karvel University", ["Karvel University"]),
        ("the corporation and the University", []),
    ],
)
def test_establishments(text: str, expected: list[str]) -> None:
    article = read(text)
    known = recognition.recognise(article)
    assert [m.name for m in establishments.find(article, known)] == expected
