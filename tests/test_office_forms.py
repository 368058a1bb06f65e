"""Offices as the registers of the world write them: orders, particles, honours and owners."""

from __future__ import annotations

import pytest

from tests.reading import people_of

Offices = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("words", "name", "offices"),
    [
        # heads of state and government
        ("Salvadoran President Ernesto Lara arrived.", "Ernesto Lara", [("President", "SV")]),
        (
            "The President of the Republic of Zambia, Mr. Mulenga Phiri, arrived.",
            "Mulenga Phiri",
            [("President", "ZM")],
        ),
        (
            "His Excellency Dr. Mulenga Phiri, President of Zambia, arrived.",
            "Mulenga Phiri",
            [("President", "ZM")],
        ),
        (
            "Tuvaluan Prime Minister Lotoala Metia arrived.",
            "Lotoala Metia",
            [("Prime Minister", "TV")],
        ),
        (
            "The Prime Minister of Papua New Guinea, Hon. Mathew Tarere, arrived.",
            "Mathew Tarere",
            [("Prime Minister", "PG")],
        ),
        (
            "Prime Minister Mathew Tarere of Papua New Guinea arrived.",
            "Mathew Tarere",
            [("Prime Minister", "PG")],
        ),
        (
            "Mathew Tarere, Papua New Guinea's Prime Minister, arrived.",
            "Mathew Tarere",
            [("Prime Minister", "PG")],
        ),
        ("Austrian Chancellor Johanna Gruber arrived.", "Johanna Gruber", [("Chancellor", "AT")]),
        (
            "Iceland's Prime Minister Sigrún Einarsdóttir arrived.",
            "Sigrún Einarsdóttir",
            [("Prime Minister", "IS")],
        ),
        (
            "Vice President of Uruguay Beatriz Olivera arrived.",
            "Beatriz Olivera",
            [("Vice President", "UY")],
        ),
        (
            "The Vice-President of Botswana, Mr. Tebogo Molefe, arrived.",
            "Tebogo Molefe",
            [("Vice-President", "BW")],
        ),
        (
            "Ivorian Vice-President Adama Kouassi arrived.",
            "Adama Kouassi",
            [("Vice-President", "CI")],
        ),
        (
            "The interim President of Mali, Colonel Bakary Traoré, arrived.",
            "Bakary Traoré",
            [("interim President", "ML")],
        ),
        # ministers
        (
            "Cabo Verdean Foreign Minister Rui Tavares arrived.",
            "Rui Tavares",
            [("Foreign Minister", "CV")],
        ),
        (
            "Minister of Foreign Affairs of Djibouti Moussa Dileita arrived.",
            "Moussa Dileita",
            [("Minister of Foreign Affairs", "DJ")],
        ),
        (
            "The Federal Minister for European and International Affairs of Austria, Karl"
            " Steiner, arrived.",
            "Karl Steiner",
            [("Federal Minister for European and International Affairs", "AT")],
        ),
        (
            "Minister for Foreign Affairs and Trade of Ireland Aoife Brennan arrived.",
            "Aoife Brennan",
            [("Minister for Foreign Affairs and Trade", "IE")],
        ),
        (
            "Karl Steiner, Austria's Minister of the Interior, arrived.",
            "Karl Steiner",
            [("Minister of the Interior", "AT")],
        ),
        (
            "The Paraguayan Minister of Industry and Commerce, Hugo Benítez, arrived.",
            "Hugo Benítez",
            [("Minister of Industry and Commerce", "PY")],
        ),
        (
            "Hugo Benítez, Minister of Industry and Commerce of Paraguay, arrived.",
            "Hugo Benítez",
            [("Minister of Industry and Commerce", "PY")],
        ),
        (
            "Maltese Minister for Gozo Carmen Vella arrived.",
            "Carmen Vella",
            [("Minister for Gozo", "MT")],
        ),
        (
            "Minister of Agriculture, Livestock and Fisheries of Kenya Wanjiru Kamau arrived.",
            "Wanjiru Kamau",
            [("Minister of Agriculture, Livestock and Fisheries", "KE")],
        ),
        (
            "State Minister for Water of Uganda Grace Akello arrived.",
            "Grace Akello",
            [("State Minister for Water", "UG")],
        ),
        (
            "Latvian Defence Minister Andris Bērziņš arrived.",
            "Andris Bērziņš",
            [("Defence Minister", "LV")],
        ),
        (
            "Serbia's minister of defence, Goran Petković, arrived.",
            "Goran Petković",
            [("minister of defence", "RS")],
        ),
        (
            "Acting Foreign Minister of Bulgaria Elena Dimitrova arrived.",
            "Elena Dimitrova",
            [("Acting Foreign Minister", "BG")],
        ),
        (
            "Deputy Foreign Minister of Belarus Igor Mikhnevich arrived.",
            "Igor Mikhnevich",
            [("Deputy Foreign Minister", "BY")],
        ),
        (
            "Vietnamese Deputy Minister of National Defence Nguyen Van Binh arrived.",
            "Nguyen Van Binh",
            [("Deputy Minister of National Defence", "VN")],
        ),
        (
            "Japanese Parliamentary Vice-Minister for Foreign Affairs Keiko Tanabe arrived.",
            "Keiko Tanabe",
            [("Parliamentary Vice-Minister for Foreign Affairs", "JP")],
        ),
        ("Chinese Vice Premier Liu Wenbo arrived.", "Liu Wenbo", [("Vice Premier", "CN")]),
        (
            "State Councilor and Foreign Minister of China Liu Wenbo arrived.",
            "Liu Wenbo",
            [("State Councilor", "CN"), ("Foreign Minister", "CN")],
        ),
        # parliaments, courts, services
        (
            "Speaker of the National Assembly of Armenia Vahan Hakobyan arrived.",
            "Vahan Hakobyan",
            [("Speaker of the National Assembly", "AM")],
        ),
        (
            "The Chairman of the Milli Majlis of Azerbaijan, Samir Guliyev, arrived.",
            "Samir Guliyev",
            [("Chairman of the Milli Majlis", "AZ")],
        ),
        (
            "Vahan Hakobyan, Speaker of the Armenian Parliament, arrived.",
            "Vahan Hakobyan",
            [("Speaker of the Parliament", "AM")],
        ),
        (
            "Chairman of the Supreme Court of Kyrgyzstan Nurlan Asanov arrived.",
            "Nurlan Asanov",
            [("Chairman of the Supreme Court", "KG")],
        ),
        (
            "Prosecutor General of Moldova Ion Munteanu arrived.",
            "Ion Munteanu",
            [("Prosecutor General", "MD")],
        ),
        (
            "Governor of the National Bank of Georgia Levan Gelashvili arrived.",
            "Levan Gelashvili",
            [("Governor of the National Bank", "GE")],
        ),
        (
            "Head of the State Customs Service of Turkmenistan Maksat Annayev arrived.",
            "Maksat Annayev",
            [("Head of the State Customs Service", "TM")],
        ),
        (
            "Chief of the General Staff of Serbia General Goran Petković arrived.",
            "Goran Petković",
            [("Chief of the General Staff", "RS")],
        ),
        (
            "Chairman of the State Security Committee of Belarus Igor Mikhnevich arrived.",
            "Igor Mikhnevich",
            [("Chairman of the State Security Committee", "BY")],
        ),
        (
            "National Security Adviser of Sri Lanka Nimal Jayasuriya arrived.",
            "Nimal Jayasuriya",
            [("National Security Adviser", "LK")],
        ),
        (
            "India's National Security Adviser Arvind Deshpande arrived.",
            "Arvind Deshpande",
            [("National Security Adviser", "IN")],
        ),
        # diplomats
        (
            "Ambassador of Jordan to Spain Lina Haddad arrived.",
            "Lina Haddad",
            [("Ambassador to Spain", "JO")],
        ),
        (
            "Jordan's ambassador to Spain, Lina Haddad, arrived.",
            "Lina Haddad",
            [("ambassador to Spain", "JO")],
        ),
        (
            "Chargé d'affaires of Cuba Raúl Medina arrived.",
            "Raúl Medina",
            [("Chargé d'affaires", "CU")],
        ),
        (
            "Consul General of Romania Mihai Stanescu arrived.",
            "Mihai Stanescu",
            [("Consul General", "RO")],
        ),
        (
            "Special Representative of the Netherlands for Water Pieter de Groot arrived.",
            "Pieter de Groot",
            [("Special Representative for Water", "NL")],
        ),
        # organisations
        (
            "OPEC Secretary General Haitham Al-Qasim arrived.",
            "Haitham Al-Qasim",
            [("Secretary General", "OPEC")],
        ),
        (
            "Secretary-General of the Commonwealth Ama Boateng arrived.",
            "Ama Boateng",
            [("Secretary-General", "Commonwealth")],
        ),
        (
            "UN Secretary-General Tomás Ferreira arrived.",
            "Tomás Ferreira",
            [("Secretary-General", "UN")],
        ),
        (
            "Executive Secretary of SADC Naledi Khumalo arrived.",
            "Naledi Khumalo",
            [("Executive Secretary", "SADC")],
        ),
        (
            "Naledi Khumalo, the SADC Executive Secretary, arrived.",
            "Naledi Khumalo",
            [("Executive Secretary", "SADC")],
        ),
        (
            "President of the European Commission Ingrid Maes arrived.",
            "Ingrid Maes",
            [("President", "European Commission")],
        ),
        (
            "NATO Deputy Secretary General Marek Novotny arrived.",
            "Marek Novotny",
            [("Deputy Secretary General", "NATO")],
        ),
        (
            "Director-General of the IAEA Hans Lindqvist arrived.",
            "Hans Lindqvist",
            [("Director-General", "IAEA")],
        ),
        (
            "WHO Regional Director Dr Amal Rashidi arrived.",
            "Amal Rashidi",
            [("Regional Director", "WHO")],
        ),
    ],
)
def test_an_office_and_its_owner(words: str, name: str, offices: Offices) -> None:
    assert people_of(words) == [(name, offices)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The summit was told of by Chad's foreign ministry spokesman.", []),
        ("The Prime Minister's Office of Fiji confirmed it.", []),
        ("A presidential palace in Lima was restored.", []),
        ("The President Hotel in Maputo was full.", []),
        ("The Minister Counsellor had left.", []),
        ("The visit of the King was put off.", []),
        ("The Speaker's corner drew a crowd.", []),
        ("The Foreign Ministers of Laos and Thailand agreed.", []),
        ("Members of the Council of Ministers were seated.", []),
        ("The General Secretariat of the League of Arab States replied.", []),
    ],
)
def test_an_office_without_a_name_names_nobody(words: str, expected: list[str]) -> None:
    assert people_of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Foreign Ministers Sara Lind of Sweden and Pekka Salo of Finland spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "Swedish and Finnish Foreign Ministers Sara Lind and Pekka Salo spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "Swedish Foreign Minister Sara Lind and her Finnish counterpart Pekka Salo spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "Sara Lind, Foreign Minister of Sweden, and Pekka Salo, Foreign Minister of Finland,"
            " spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "The foreign ministers of Sweden and Finland, Sara Lind and Pekka Salo, spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "The foreign ministers of Sweden, Sara Lind, and Finland, Pekka Salo, spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "Sweden's Foreign Minister Sara Lind and Finland's Foreign Minister Pekka Salo spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "Foreign ministers Sara Lind (Sweden) and Pekka Salo (Finland) spoke.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
        (
            "Among the speakers were Sara Lind, Sweden's Foreign Minister; and Pekka Salo,"
            " Finland's Foreign Minister.",
            [("Sara Lind", "SE"), ("Pekka Salo", "FI")],
        ),
    ],
)
def test_two_ministers_each_with_the_own_country(
    words: str, expected: list[tuple[str, str]]
) -> None:
    found = [(name, of) for name, offices in people_of(words) for _, of in offices]
    assert found == expected


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("During his stay in Baku, Foreign Minister Omar Bello visited a school.", None),
        ("At a hotel in Peru, Prime Minister Omar Bello held a briefing.", None),
        ("On arrival from Cuba, President Omar Bello greeted the crowd.", None),
        ("In a letter to Spain, Defence Minister Omar Bello set out terms.", None),
        ("On ties with China, Trade Minister Omar Bello was hopeful.", None),
        ("After leaving Tonga, Foreign Minister Omar Bello flew home.", None),
        ("Togo has thanked Foreign Minister Omar Bello of Benin.", "BJ"),
        ("In Cairo, Foreign Minister Omar Bello of Mali held a briefing.", "ML"),
    ],
)
def test_a_country_that_stands_near_is_no_owner(words: str, owner: str | None) -> None:
    ((_, ((_, of),)),) = people_of(words)
    assert of == owner
