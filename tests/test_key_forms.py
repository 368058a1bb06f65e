"""Keys of persons, titles and places over the naming habits of the world, by public functions."""

from __future__ import annotations

import pytest

from kg.graph import keys
from kg.namespaces import fold, join, link


@pytest.mark.parametrize(
    ("name", "country", "family", "given"),
    [
        # given name first
        ("Ana Quispe", "PE", "Quispe", "Ana"),
        ("Ana Quispe", None, "Quispe", "Ana"),
        ("Kofi Boadu", "GH", "Boadu", "Kofi"),
        ("Jean-Luc Charpentier", "FR", "Charpentier", "Jean-Luc"),
        ("Anne Marie Lund", "NO", "Lund", "Anne Marie"),
        ("Hiroshi Yamagata", "JP", "Yamagata", "Hiroshi"),
        ("Gergely Szabo", "HU", "Szabo", "Gergely"),
        ("Seán O'Donoghue", "IE", "O'Donoghue", "Seán"),
        ("Fiona McAllister", "GB", "McAllister", "Fiona"),
        ("Faisal Al-Otaibi", "SA", "Al-Otaibi", "Faisal"),
        # family name first
        ("Liu Wenbo", "CN", "Liu", "Wenbo"),
        ("Chan Siu-ming", "HK", "Chan", "Siu-ming"),
        ("Nguyen Thi Lan", "VN", "Nguyen", "Thi Lan"),
        ("Park Seo-yeon", "KR", "Park", "Seo-yeon"),
        ("Kim Min-jun", None, "Kim", "Min-jun"),
        ("Sok Dara", "KH", "Sok", "Dara"),
        # initials
        ("A. K. Sharma", "IN", "Sharma", "A. K."),
        ("Sharma A. K.", "IN", "Sharma", "A. K."),
        ("J.P. Wickremaratne", "LK", "Wickremaratne", "J.P."),
        ("S. T. Ibraimov", "KG", "Ibraimov", "S. T."),
        ("Ibraimov S.T.", "KG", "Ibraimov", "S.T."),
        ("L. Wenbo", "CN", "Wenbo", "L."),
        # patronymics
        ("Olga Ivanovna Sedova", "RU", "Sedova", "Olga Ivanovna"),
        ("Sedova Olga Ivanovna", "RU", "Sedova", "Olga Ivanovna"),
        # capitals
        ("QUISPE Ana", "PE", "QUISPE", "Ana"),
        ("Ana QUISPE", "PE", "QUISPE", "Ana"),
        ("LIU Wenbo", "CN", "LIU", "Wenbo"),
        ("ANA QUISPE", "PE", "QUISPE", "ANA"),
        # suffixes
        ("Robert Allison Jr.", "US", "Allison", "Robert"),
        ("Robert Allison, Jr.", "US", "Allison", "Robert"),
        ("Robert Allison III", "US", "Allison", "Robert"),
        # one word
        ("Sukarno", "ID", "Sukarno", ""),
        ("Kipchoge", None, "Kipchoge", ""),
    ],
)
def test_family_and_given_names(name: str, country: str | None, family: str, given: str) -> None:
    assert keys.split_name(name, country) == (family, given)


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Ana Quispe", "A. Quispe", "PE"),
        ("Ana Quispe", "ANA QUISPE", "PE"),
        ("Ana Quispe", "Quispe A.", "PE"),
        ("Ana Quispe", "Ana QUISPE", "PE"),
        ("José Quispe", "Jose Quispe", "PE"),
        ("Liu Wenbo", "LIU Wenbo", "CN"),
        ("Igor Mikhnevich", "I. P. Mikhnevich", "BY"),
        ("Łukasz Wiśniewski", "Lukasz Wisniewski", "PL"),
        ("Robert Allison", "Robert Allison Jr.", "US"),
    ],
)
def test_two_prints_of_a_name_have_one_key(one: str, other: str, country: str) -> None:
    assert keys.person_key(one, country) == keys.person_key(other, country)


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Ana Quispe", "Luis Quispe", "PE"),
        ("Ana Quispe", "Ana Quiroga", "PE"),
        ("Ana Quispe", "Quispe", "PE"),
        ("Liu Wenbo", "Li Wenbo", "CN"),
        ("Liu Wenbo", "Wenbo Liu", "CN"),
    ],
)
def test_two_persons_have_two_keys(one: str, other: str, country: str) -> None:
    assert keys.person_key(one, country) != keys.person_key(other, country)


def test_the_party_parts_namesakes() -> None:
    assert keys.person_key("Ana Quispe", "PE") == "pe-quispe-a"
    assert keys.person_key("Ana Quispe", "BO") == "bo-quispe-a"
    assert keys.person_key("Ana Quispe") == "quispe-a"


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Minister of Foreign Affairs", "minister-of-foreign-affairs"),
        ("Minister of the Interior", "minister-of-interior"),
        ("Secretary of a Security Council", "secretary-of-security-council"),
        ("Deputy Prime Minister", "deputy-prime-minister"),
        ("Vice-President", "vice-president"),
        ("Chargé d'affaires", "charge-daffaires"),
        ("The", "the"),
        ("PRIME MINISTER", "prime-minister"),
        ("Minister of Economy, Trade and Industry", "minister-of-economy-trade-and-industry"),
    ],
)
def test_title_key(title: str, key: str) -> None:
    assert keys.title_key(title) == key


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("Gaborone", "BW", "bw-gaborone"),
        ("Dar es Salaam", "TZ", "tz-dar-es-salaam"),
        ("Sana'a", "YE", "ye-sanaa"),
        ("N'Djamena", "TD", "td-ndjamena"),
        ("São Paulo", "BR", "br-sao-paulo"),
        ("Malé", "MV", "mv-male"),
        ("Nay Pyi Taw", None, "nay-pyi-taw"),
        ("St. John's", "AG", "ag-st-johns"),
    ],
)
def test_place_key(name: str, country: str | None, key: str) -> None:
    assert keys.place_key(name, country) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("World Health Organization", "World Health Organisation"),
        ("the World Health Organization", "WHO"),
        ("Southern African Development Community", "SADC"),
        ("Association of Southeast Asian Nations", "ASEAN"),
        ("the League of Arab States", "Arab League"),
        ("European Union", "EU"),
        ("the Commonwealth of Independent States", "CIS"),
        ("Economic Cooperation Organization", "ECO"),
    ],
)
def test_an_organisation_has_one_key_by_all_its_names(one: str, other: str) -> None:
    assert keys.organisation_key(one) == keys.organisation_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SADC", "SAARC"),
        ("Economic Cooperation Organization", "ECOWAS"),
        ("Okavango River Society", "Okavango Rivers Society"),
        ("African Union", "African Union Commission"),
    ],
)
def test_two_organisations_have_two_keys(one: str, other: str) -> None:
    assert keys.organisation_key(one) != keys.organisation_key(other)


@pytest.mark.parametrize(
    ("title", "proper"),
    [
        ("SADC Protocol on Shared Watercourses", True),
        ("ASEAN Charter", True),
        ("IGAD Drought Resilience Strategy", True),
        ("protocol on shared watercourses", False),
        ("joint communiqué", False),
        ("memorandum of understanding", False),
        ("MoU on visas", False),
        ("agreement with SADC", False),
        ("minutes of the session", False),
    ],
)
def test_only_a_title_with_a_name_is_proper(title: str, proper: bool) -> None:
    assert keys.is_proper(title) is proper


@pytest.mark.parametrize(
    ("parts", "linked", "joined"),
    [
        (("a", "b"), "a-b", "a--b"),
        (("a", None, "b"), "a-b", "a--b"),
        ((None, "b"), "b", "b"),
        (("a", ""), "a", "a"),
        ((None, None), "", ""),
    ],
)
def test_parts_that_are_missing_leave_no_gap(
    parts: tuple[str | None, ...], linked: str, joined: str
) -> None:
    assert link(*parts) == linked
    assert join(*parts) == joined


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Malé", "male"),
        ("N'Djamena", "ndjamena"),
        ("Þórdís", "thordis"),
        ("Şahin Yıldız", "sahin-yildiz"),
        ("Đorđe", "dorde"),
        ("Œuvre", "oeuvre"),
        ("Åse", "ase"),
        ("2nd – 3rd", "2nd-3rd"),
        ("A/RES/70/1", "a-res-70-1"),
        ("50 % of all", "50-of-all"),
        ("tab\there", "tab-here"),
    ],
)
def test_letters_of_many_alphabets_fold(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Москва", "Минск"),
        ("東京", "京東"),
        ("القاهرة", "القدس"),
        ("Δελφοί", "Δήλος"),
        ("??", "!!"),
    ],
)
def test_what_ascii_cannot_hold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold(one).isascii()
