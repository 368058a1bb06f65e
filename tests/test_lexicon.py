"""Word lists: clean, sorted, true to their sources; look-ups by exact form."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from kg import lexicon, resources
from kg.lexicon import refresh
from kg.lexicon.tables import rows, several
from tests.conftest import Needs

LISTS = (
    "cities.tsv",
    "combining-forms.tsv",
    "countries.tsv",
    "family-names.txt",
    "given-names.txt",
    "no-settlements.txt",
    "organisation-heads.tsv",
    "organisations.tsv",
    "passed-over.txt",
)

VERIFIED = """
ADB Q188822, AIIB Q18109843, APEC Q170481, ASEAN Q7768, AU Q7159, Arab League Q7172, BRICS Q243630,
CIS Q7779, CSTO Q318693, Council of Europe Q8908, EAEU Q4173083, EDB Q498991, EEAS Q672941,
EU Q458, European Commission Q8880, European Council Q8886, G20 Q19771, G7 Q1764511, GCC Q217172,
IAEA Q41984, Interpol Q8475, IsDB Q41230, NAM Q83201, NATO Q7184, NDB Q8579145, OECD Q41550,
OIC Q47543, OPEC Q7795, OSCE Q81299, OTS Q596850, SCO Q485207, TURKSOY Q1993710,
TurkPA Q4345435, Turkic Academy Q18508934, UN Q1065,
UN General Assembly Q47423, UN Secretariat Q220563, UN Security Council Q37470, Union State Q166110,
Ankara Q3640, Ashgabat Q23438, Astana Q1520, Baku Q9248, Beijing Q956, Bishkek Q9361,
Dushanbe Q9365, Islamabad Q1362, Kabul Q5838, Minsk Q2280, Moscow Q649, New Delhi Q987,
Saint Petersburg Q656, Shanghai Q8686, Tashkent Q269, Tbilisi Q994, Tehran Q3616,
Tianjin Q11736, Ulaanbaatar Q23430, Yerevan Q1953
"""
"""Ids that two sources, or a kept registry, agree on: no other one is shipped."""

COUNTRIES = {
    "KZ": "Q232", "CN": "Q148", "KG": "Q813", "RU": "Q159", "TJ": "Q863", "UZ": "Q265",
    "IN": "Q668", "PK": "Q843", "BY": "Q184", "IR": "Q794", "MN": "Q711", "AM": "Q399",
    "TM": "Q874", "TR": "Q43", "AF": "Q889", "AZ": "Q227", "GE": "Q230", "UA": "Q212",
    "US": "Q30", "GB": "Q145", "FR": "Q142", "DE": "Q183", "JP": "Q17", "KR": "Q884",
    "KP": "Q423", "PS": "Q219060",
}  # fmt: skip
"""Ids of countries on which two sources agree; the others are rigour's alone."""


@pytest.mark.parametrize("name", LISTS)
def test_list_names_its_source_and_is_clean(name: str) -> None:
    text = resources.lexicon(name)
    assert text.startswith("# ")
    assert any(line.startswith(("# Source", "# `?`")) for line in text.splitlines()[1:3])
    assert text == unicodedata.normalize("NFC", text)
    forms = [form for row in rows(text) for column in row for form in column.split("|")]
    assert [form for form in forms if form != form.strip() or "  " in form] == []
    assert Counter(map(len, rows(text))).keys() == {len(next(iter(rows(text))))}


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted_without_doubles(name: str) -> None:
    body = [line for line in resources.lexicon(name).splitlines() if not line.startswith("#")]
    first = [line.split("\t")[0] for line in body]
    assert first == sorted(first, key=str.casefold) or first == sorted(first)
    assert len(body) == len(set(body))


def test_countries_are_as_rigour_has_them(needs: Needs) -> None:
    needs("rigour", "the source of codes and Wikidata ids")
    text = resources.lexicon("countries.tsv")
    assert refresh.refreshed(text) == text
    assert refresh.disputed(text) == [
        ("Dominican", "DO", "dm"),
        ("Mauritian", "MU", "mr"),
    ], "a name that rigour takes for another country was not reviewed"


def test_refresh_refuses_an_unknown_code(needs: Needs) -> None:
    needs("rigour", "the source of codes and Wikidata ids")
    with pytest.raises(KeyError, match="QQ"):
        refresh.refreshed("# head\nQQ\tQ1\tNowhere\t\t\t\n")


def test_only_verified_ids_are_shipped() -> None:
    verified = {
        tuple(entry.strip().rsplit(" ", 1)) for entry in VERIFIED.replace("\n", " ").split(",")
    }
    shipped = {(one.name, one.qid) for one in lexicon.organisations().values() if one.qid}
    assert shipped | {(one.name, one.qid) for one in lexicon.cities() if one.qid} == verified


def test_ids_of_countries() -> None:
    ids = [country.qid for country in lexicon.countries().values()]
    assert all(qid[0] == "Q" and qid[1:].isdigit() for qid in ids)
    assert len(ids) == len(set(ids))
    assert {code: lexicon.countries()[code].qid for code in COUNTRIES} == COUNTRIES


def test_sizes() -> None:
    assert len(lexicon.countries()) > 200
    assert len(lexicon.organisations()) > 300
    assert len(lexicon.cities()) > 3000
    assert 5_000 < len(lexicon.given_names()) <= 20_000
    assert 5_000 < len(lexicon.family_names()) <= 20_000


def test_each_capital_is_a_city_of_its_country() -> None:
    lost = [c for c in lexicon.countries().values() if lexicon.city(c.capital, c.code) is None]
    assert lost == []


def test_each_body_belongs_to_a_listed_organisation() -> None:
    known = lexicon.organisations()
    assert [o.name for o in known.values() if o.part_of and o.part_of not in known] == []
    assert [o.name for o in known.values() if o.part_of == o.name] == []


def test_each_city_lies_in_a_known_country() -> None:
    assert {c.country for c in lexicon.cities()} <= lexicon.countries().keys()
    doubles = Counter((c.name, c.country) for c in lexicon.cities())
    assert [key for key, count in doubles.items() if count > 1] == []


def test_no_form_names_two_organisations_or_two_countries() -> None:
    organisations = [f for o in lexicon.organisations().values() for f in {*o.forms, *o.weak}]
    countries = [f for c in lexicon.countries().values() for f in {*c.names, *c.demonyms}]
    for forms in (organisations, countries):
        assert [form for form, count in Counter(forms).items() if count > 1] == []
    assert not set(organisations) & set(countries)


def test_no_country_is_matched_by_a_bare_code() -> None:
    short = {f for c in lexicon.countries().values() for f in (*c.names, *c.demonyms)}
    assert {form for form in short if len(form) < 3} == {"US", "UK"}


def test_combining_forms_mean_known_countries() -> None:
    forms = lexicon.combining_forms()
    assert set(forms.values()) <= lexicon.countries().keys()
    assert not any(lexicon.country_of_name(form) for form in forms)


def test_every_organisation_has_a_form() -> None:
    assert [o.name for o in lexicon.organisations().values() if not o.forms] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Uzbekistan", "UZ"),
        ("the Kyrgyz Republic", "KG"),
        ("The Gambia", "GM"),
        ("Uzbekistan's", "UZ"),
        ("the Philippines’", "PH"),
        ("Kazakhstani", "KZ"),
        ("Emirati", "AE"),
        ("Lao PDR", "LA"),
        ("Viet Nam", "VN"),
        ("Islamic  Republic of\nIran", "IR"),
        ("Côte d'Ivoire", "CI"),
        ("U.S.", "US"),
        ("Republic of Korea", "KR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Holland", "NL"),
        ("uzbekistan", None),
        ("KR", None),
        ("IN", None),
        ("End", None),
        ("Congo", None),
        ("Uzbekistan and Tajikistan", None),
        ("", None),
    ],
)
def test_country_of_name(text: str, code: str | None) -> None:
    found = lexicon.country_of_name(text)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("code", "name"),
    [("UZ", "Uzbekistan"), ("GB", "United Kingdom"), ("CZ", "Czechia"), ("uz", None), ("QQ", None)],
)
def test_country(code: str, name: str | None) -> None:
    found = lexicon.country(code)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("name", "key", "part_of"),
    [
        ("SCO", "SCO", None),
        ("Shanghai Cooperation Organization", "SCO", None),
        ("the Shanghai Cooperation Organisation", "SCO", None),
        ("Regional Anti-Terrorist Structure", "SCO RATS", "SCO"),
        ("Organization for Security and Cooperation in Europe", "OSCE", None),
        ("World Food Program", "WFP", "UN"),
        ("IDB", "IDB", None),
        ("sco", None, None),
        ("Shanghai", None, None),
        ("Uzbekistan", None, None),
    ],
)
def test_organisation(name: str, key: str | None, part_of: str | None) -> None:
    found = lexicon.organisation(name)
    assert (found and found.name, found and found.part_of) == (key, part_of)


@pytest.mark.parametrize(
    ("name", "code", "found"),
    [
        ("Tashkent", None, ("Tashkent", "UZ")),
        ("Kiev", None, ("Kyiv", "UA")),
        ("Nur-Sultan", None, ("Astana", "KZ")),
        ("Bombay", None, ("Mumbai", "IN")),
        ("Hyderabad", None, ("Hyderabad", "IN")),
        ("Hyderabad", "PK", ("Hyderabad", "PK")),
        ("Tripoli", None, ("Tripoli", "LY")),
        ("Tripoli", "LB", ("Tripoli", "LB")),
        ("Tripoli", "FR", None),
        ("Nowhereville", None, None),
        ("", None, None),
    ],
)
def test_city(name: str, code: str | None, found: tuple[str, str] | None) -> None:
    one = lexicon.city(name, code)
    assert (one and (one.name, one.country)) == found


@pytest.mark.parametrize("word", ["Nikolai", "Nurlan", "Taro", "Angela", "Uhuru", "Narendra"])
def test_given_names(word: str) -> None:
    assert lexicon.is_given_name(word)


@pytest.mark.parametrize(
    "word", ["Minister", "Council", "Tashkent", "Monday", "nikolai", "Ivan IV"]
)
def test_what_is_no_given_name(word: str) -> None:
    assert not lexicon.is_given_name(word)


@pytest.mark.parametrize("word", ["Lavrov", "Patrushev", "Kim", "Singh", "Guterres"])
def test_family_names(word: str) -> None:
    assert lexicon.is_family_name(word)


@pytest.mark.parametrize("word", ["House", "President", "French", "Paris", "Major", "lavrov"])
def test_what_is_no_family_name(word: str) -> None:
    assert not lexicon.is_family_name(word)


def test_names_hold_no_country() -> None:
    forms = {f for c in lexicon.countries().values() for f in (*c.names, *c.demonyms)}
    assert not forms & (lexicon.given_names() | lexicon.family_names())


@pytest.mark.parametrize(
    ("column", "forms"), [("", ()), ("UAE", ("UAE",)), ("UAE|Emirates", ("UAE", "Emirates"))]
)
def test_several(column: str, forms: tuple[str, ...]) -> None:
    assert several(column) == forms
