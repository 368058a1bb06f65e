"""Whole reports in the registers of several regions, read from the first line to the last fact."""

from __future__ import annotations

from functools import cache

import pytest

from kg.model import Article, Facts
from kg.pipeline import extract
from kg.reading import masthead

REPORTS = {
    "pacific": (
        "2018-08-30",
        "Forum fisheries ministers close meeting in Apia\n\n"
        "APIA, 30 August 2018 - The 14th Pacific Fisheries Ministers' Meeting was held in Apia,"
        " Samoa, on 28-29 August 2018.\n\n"
        "The meeting was chaired by Samoa's Minister of Fisheries, Hon. Lopaoo Tuilagi.\n\n"
        "It was attended by the fisheries ministers of Fiji, Seru Vakaloloma, and Tonga, Tevita"
        " Fakafanua.\n\n"
        "The ministers discussed tuna quotas and illegal fishing. They adopted the Apia Declaration"
        " on Coastal Fisheries.\n",
    ),
    "gulf": (
        "2021-02-09",
        "Foreign Minister receives Maltese counterpart\n\n"
        "MUSCAT, 9 February 2021 (ONX) - Omani Foreign Minister Hamad Al-Kindi received here today"
        " his Maltese counterpart, Carmen Vella.\n\n"
        "During the meeting, the two sides discussed maritime transport and fisheries.\n\n"
        "At the end of the meeting, the two ministers signed a memorandum of understanding on"
        " diplomatic training.\n",
    ),
    "andes": (
        "2017-10-04",
        "Ministros · News in English\n\n"
        "Bolivia and Paraguay hold fifth Joint Commission in Sucre\n\n"
        "Sucre, 4 October 2017. The fifth meeting of the Bolivia-Paraguay Joint Commission was held"
        " in Sucre on 3 October 2017. The meeting was co-chaired by the Deputy Foreign Minister of"
        " Bolivia, Carmela Choque, and the Deputy Foreign Minister of Paraguay, Hugo Benítez.\n\n"
        "The delegations reviewed the gas trade and border posts, and signed the minutes of the"
        " meeting.\n",
    ),
    "sahel": (
        "2019-03-16",
        "Sahel ministers to meet in Niamey\n\n"
        "Niamey, 16 March 2019 - The seventh session of the Council of Ministers of the Liptako"
        " Water Authority (LWA) will be held in Niamey on 21 March 2019.\n\n"
        "The session will be chaired by Nigerien Minister of Hydraulics Issoufou Garba. Ministers"
        " from Burkina Faso and Mali will take part.\n\n"
        "The ministers will discuss groundwater. A charter on shared wells is to be signed.\n",
    ),
    "steppe": (
        "2016-05-20",
        "Secretaries of Security Councils meet in Astana\n\n"
        "On 19 May in Astana the eighth meeting of the Committee of Secretaries of Security"
        " Councils"
        " of the CSTO took place.\n\n"
        "The meeting was attended by:\n"
        "- Secretary of the Security Council of Armenia A. S. Hakobyan;\n"
        "- State Secretary of the Security Council of Belarus I. P. Mikhnovets;\n"
        "- Secretary of the Security Council of Tajikistan R. N. Safarov.\n\n"
        "The participants exchanged views on drug trafficking and border security.\n",
    ),
    "baltic": (
        "2020-01-23",
        "Latvian and Icelandic Foreign Ministers to meet\n\n"
        "Press release | 23 January 2020\n\n"
        "On Friday, Latvian Foreign Minister Andris Liepa will meet in Riga with Icelandic Foreign"
        " Minister Sigrún Einarsdóttir. The ministers will discuss energy security.\n",
    ),
}


@cache
def read(name: str) -> Facts:
    return extract(article(name, *REPORTS[name]))


def article(name: str, published: str, text: str) -> Article:
    """Return a report with what its own head says of it, as a file of text is read."""
    head = masthead.read(text)
    return Article(name, text, published=published, place=head.place, title=head.title)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pacific", [(14, "2018-08-28", "2018-08-29", "Apia", "WS", "Lopaoo Tuilagi", "held")]),
        ("gulf", [(None, "2021-02-09", None, "Muscat", "OM", None, "held")]),
        (
            "andes",
            [(5, "2017-10-03", None, "Sucre", "BO", "Carmela Choque and Hugo Benítez", "held")],
        ),
        ("sahel", [(7, "2019-03-21", None, "Niamey", "NE", "Issoufou Garba", "planned")]),
        ("steppe", [(8, "2016-05-19", None, "Astana", "KZ", None, "held")]),
        ("baltic", [(None, "2020-01-24", None, "Riga", "LV", None, "planned")]),
    ],
)
def test_meetings(name: str, expected: list[tuple[object, ...]]) -> None:
    found = read(name).meetings
    assert [
        (m.ordinal, m.start, m.end, m.place, m.country, m.chair, m.status) for m in found
    ] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "pacific",
            {
                "Lopaoo Tuilagi": [("Minister of Fisheries", "WS")],
                "Seru Vakaloloma": [("fisheries minister", "FJ")],
                "Tevita Fakafanua": [("fisheries minister", "TO")],
            },
        ),
        (
            "gulf",
            {
                "Hamad Al-Kindi": [("Foreign Minister", "OM")],
                "Carmen Vella": [("Foreign Minister", "MT")],
            },
        ),
        (
            "andes",
            {
                "Carmela Choque": [("Deputy Foreign Minister", "BO")],
                "Hugo Benítez": [("Deputy Foreign Minister", "PY")],
            },
        ),
        ("sahel", {"Issoufou Garba": [("Minister of Hydraulics", "NE")]}),
        (
            "steppe",
            {
                "A. S. Hakobyan": [("Secretary of the Security Council", "AM")],
                "I. P. Mikhnovets": [("State Secretary of the Security Council", "BY")],
                "R. N. Safarov": [("Secretary of the Security Council", "TJ")],
            },
        ),
        (
            "baltic",
            {
                "Andris Liepa": [("Foreign Minister", "LV")],
                "Sigrún Einarsdóttir": [("Foreign Minister", "IS")],
            },
        ),
    ],
)
def test_persons(name: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    found = {p.name: [(o.title, o.of) for o in p.offices] for p in read(name).persons}
    assert found == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "pacific",
            {("Lopaoo Tuilagi", "WS"), ("Seru Vakaloloma", "FJ"), ("Tevita Fakafanua", "TO")},
        ),
        ("gulf", {("Hamad Al-Kindi", "OM"), ("Carmen Vella", "MT")}),
        ("andes", {("Carmela Choque", "BO"), ("Hugo Benítez", "PY")}),
        ("sahel", {("Issoufou Garba", "NE"), (None, "BF"), (None, "ML")}),
        ("steppe", {("A. S. Hakobyan", "AM"), ("I. P. Mikhnovets", "BY"), ("R. N. Safarov", "TJ")}),
        ("baltic", {("Andris Liepa", "LV"), ("Sigrún Einarsdóttir", "IS")}),
    ],
)
def test_participants(name: str, expected: set[tuple[str | None, str]]) -> None:
    found = [(p.person, p.party) for p in read(name).participants]
    assert set(found) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pacific", {"Apia Declaration on Coastal Fisheries": ("declaration", "adopted")}),
        ("gulf", {"memorandum of understanding on diplomatic training": ("memorandum", "signed")}),
        ("andes", {"minutes of the meeting": ("minutes", "signed")}),
        ("sahel", {"charter on shared wells": ("charter", "to-be-signed")}),
        ("steppe", {}),
        ("baltic", {}),
    ],
)
def test_instruments(name: str, expected: dict[str, tuple[str, str]]) -> None:
    found = {
        i.name: [(i.kind, a.action, a.meeting) for a in i.actions] for i in read(name).instruments
    }
    assert found == {title: [(*told, "m1")] for title, told in expected.items()}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pacific", ["tuna quotas", "illegal fishing"]),
        ("gulf", ["maritime transport", "fisheries"]),
        ("andes", ["gas trade", "border posts"]),
        ("sahel", ["groundwater"]),
        ("steppe", ["drug trafficking", "border security"]),
        ("baltic", ["energy security"]),
    ],
)
def test_topics(name: str, expected: list[str]) -> None:
    found = read(name).topics
    assert [topic.name for topic in found] == expected
    assert {topic.meeting for topic in found} == {"m1"}


@pytest.mark.parametrize("name", REPORTS)
def test_each_fact_quotes_the_report(name: str) -> None:
    facts = read(name)
    kinds = (facts.meetings, facts.persons, facts.participants, facts.instruments, facts.topics)
    for row in (row for kind in kinds for row in kind):
        assert row.evidence
        for passage in row.evidence:
            assert facts.article.text[passage.start : passage.end] == passage.quote


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_reads_alike_in_windows_lines(name: str) -> None:
    published, text = REPORTS[name]
    other = extract(article(name, published, text.replace("\n", "\r\n")))
    assert [m.name for m in other.meetings] == [m.name for m in read(name).meetings]
    assert [p.name for p in other.persons] == [p.name for p in read(name).persons]
    assert [t.name for t in other.topics] == [t.name for t in read(name).topics]
    assert len(other.participants) == len(read(name).participants)
