"""Word lists as data, and the look-up over them: countries, organisations, cities.

The lists are TSV files beside this file; each is read once, when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.language import expressions as re
from kg.lexicon.tables import rows, several


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory by its ISO 3166-1 alpha-2 code; `name` is our own label.

    `weak` forms ("Congo") count only in a text that names the country by another
    form and none of its rivals so.
    """

    code: str
    qid: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    weak: tuple[str, ...] = ()
    weak_demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or standing body; `name` is its key, the acronym where well known.

    `forms` count anywhere, `weak` ones only in a text that also has one of
    `forms`. `part_of` is the key of the organisation that a body belongs to.
    """

    name: str
    qid: str | None
    part_of: str | None
    forms: tuple[str, ...]
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A city; `weak` forms are words or persons' names too and count only in context."""

    name: str
    country: str
    qid: str | None
    forms: tuple[str, ...]
    weak: tuple[str, ...]


_LEADING = re.compile(r"^(?:the|The)\s+")
_TRAILING = re.compile(r"['’]s?$")
_SPELLINGS = (
    ("Organisation", "Organization"),
    ("Co-operation", "Cooperation"),
    ("Cooperation", "Co-operation"),
    ("Programme", "Program"),
    ("Centre", "Center"),
    ("Centres", "Centers"),
    ("Labour", "Labor"),
    ("Defence", "Defense"),
)


@cache
def countries() -> dict[str, Country]:
    """Return every country by its code, in the order of the codes."""
    found = {}
    for code, qid, name, column, people, capital in rows(resources.lexicon("countries.tsv")):
        (names, weak), (demonyms, weak_demonyms) = _strength(column), _strength(people)
        found[code] = Country(
            code, qid, name, (name, *names), demonyms, capital, weak, weak_demonyms
        )
    return found


def _strength(column: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the forms of a column without and with `?` before them."""
    forms = several(column)
    weak = tuple(form[1:] for form in forms if form.startswith("?"))
    return tuple(form for form in forms if not form.startswith("?")), weak


def country(code: str) -> Country | None:
    """Return the country with an ISO 3166-1 alpha-2 code, or None."""
    return countries().get(code)


@cache
def _country_forms() -> dict[str, str]:
    forms = {form: c.code for c in countries().values() for form in c.demonyms}
    return forms | {form: c.code for c in countries().values() for form in c.names}


def country_of_name(text: str) -> Country | None:
    """Return the country that `text` names exactly, as a name or demonym, or None.

    A leading "the" and a trailing possessive are left out: "the Kyrgyz Republic",
    "Uzbekistan's".
    """
    plain = _TRAILING.sub("", _LEADING.sub("", " ".join(text.split())))
    code = _country_forms().get(plain)
    return countries()[code] if code else None


@cache
def combining_forms() -> dict[str, str]:
    """Return the codes of forms that mean a country in a pair only: "Sino" in "Sino-Thai"."""
    return {form: code for form, code, *_ in rows(resources.lexicon("combining-forms.tsv"))}


@cache
def organisations() -> dict[str, Organisation]:
    """Return every organisation by its key, in the order of the list."""
    found = {}
    for name, qid, part_of, column in rows(resources.lexicon("organisations.tsv")):
        strong, weak = _strength(column)
        forms = tuple(f for form in (name, *strong) if form not in weak for f in _spelt(form))
        found[name] = Organisation(name, qid or None, part_of or None, forms, weak)
    return found


def _spelt(form: str) -> list[str]:
    """Return a form with its other spellings: Organisation, Organization."""
    forms = [form]
    for here, there in _SPELLINGS:
        if re.search(rf"\b{here}\b", form):
            forms += [re.sub(rf"\b{here}\b", there, other) for other in forms]
    return list(dict.fromkeys(forms))


@cache
def _organisation_forms() -> dict[str, str]:
    known = organisations().values()
    forms = {form: o.name for o in known for form in (*o.weak, *o.forms)}
    return forms | {o.name: o.name for o in known}


def organisation(name: str) -> Organisation | None:
    """Return the organisation with this key, or that has this form, or None."""
    key = _organisation_forms().get(_LEADING.sub("", " ".join(name.split())))
    return organisations()[key] if key else None


@cache
def cities() -> tuple[City, ...]:
    """Return every city, the more usual first where two have one name."""
    found = []
    for name, code, qid, column in rows(resources.lexicon("cities.tsv")):
        strong, weak = _strength(column)
        forms = tuple(form for form in (name, *strong) if form not in weak)
        found.append(City(name, code, qid or None, forms, weak))
    return tuple(found)


@cache
def cities_by_form() -> dict[str, tuple[City, ...]]:
    """Return the cities that each form names, the more usual first."""
    forms: dict[str, tuple[City, ...]] = {}
    for one in cities():
        for form in (*one.forms, *one.weak):
            forms[form] = (*forms.get(form, ()), one)
    return forms


def city(name: str, code: str | None = None) -> City | None:
    """Return the city with this name: that of the country `code`, else the most usual, or None."""
    known = cities_by_form().get(name, ())
    return next((one for one in known if code in (None, one.country)), None)


@cache
def given_names() -> frozenset[str]:
    """Return the given names of the list, as they are written."""
    return frozenset(row[0] for row in rows(resources.lexicon("given-names.txt")))


@cache
def family_names() -> frozenset[str]:
    """Return the family names of the list, as they are written."""
    return frozenset(row[0] for row in rows(resources.lexicon("family-names.txt")))


def is_given_name(word: str) -> bool:
    """Tell whether a capitalised word is a usual given name somewhere in the world."""
    return word in given_names()


def is_family_name(word: str) -> bool:
    """Tell whether a capitalised word is a usual family name somewhere in the world."""
    return word in family_names()
