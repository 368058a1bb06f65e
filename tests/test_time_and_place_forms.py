"""When and where a meeting is held, and how far it has got: the wordings of many ministries."""

from __future__ import annotations

import pytest

from tests.reports import meeting

Span = tuple[str | None, str | None]


@pytest.mark.parametrize(
    ("words", "span"),
    [
        # Wednesday, 12 June 2019, is the day of publication
        ("The 4th IORA summit was held in Durban on 10 June 2019.", ("2019-06-10", None)),
        ("The 4th IORA summit was held in Durban on June 10, 2019.", ("2019-06-10", None)),
        ("The 4th IORA summit was held in Durban on Monday, June 10.", ("2019-06-10", None)),
        ("The 4th IORA summit was held in Durban on Monday, 10 June 2019.", ("2019-06-10", None)),
        ("The 4th IORA summit was held on the 10th of June in Durban.", ("2019-06-10", None)),
        ("The 4th IORA summit was held in Durban on Monday.", ("2019-06-10", None)),
        ("The 4th IORA summit was held in Durban yesterday.", ("2019-06-11", None)),
        ("The 4th IORA summit was held in Durban today.", ("2019-06-12", None)),
        ("The 4th IORA summit was held in Durban this morning.", ("2019-06-12", None)),
        (
            "The 4th IORA summit was held in Durban from 8 to 10 June 2019.",
            ("2019-06-08", "2019-06-10"),
        ),
        (
            "The 4th IORA summit was held in Durban between 8 and 10 June 2019.",
            ("2019-06-08", "2019-06-10"),
        ),
        ("The 4th IORA summit was held in Durban, 8-10 June 2019.", ("2019-06-08", "2019-06-10")),
        (
            "The 4th IORA summit was held in Durban on June 8–10, 2019.",
            ("2019-06-08", "2019-06-10"),
        ),
        (
            "The 4th IORA summit was held in Durban from 30 May to 1 June 2019.",
            ("2019-05-30", "2019-06-01"),
        ),
        (
            "The 4th IORA summit was held in Durban from May 30 to June 1, 2019.",
            ("2019-05-30", "2019-06-01"),
        ),
        (
            "The 4th IORA summit was held in Durban on 8 and 9 June 2019.",
            ("2019-06-08", "2019-06-09"),
        ),
        ("The 4th IORA summit was held in Durban on 8-9 June.", ("2019-06-08", "2019-06-09")),
        ("The 4th IORA summit was held in Durban in May 2019.", ("2019-05", None)),
        ("The 4th IORA summit was held in Durban in 2018.", ("2018", None)),
        ("The 4th IORA summit was held in Durban.", (None, None)),
        ("On 10 June in Durban, the 4th IORA summit was held.", ("2019-06-10", None)),
        ("On Monday in Durban, leaders opened the 4th IORA summit.", ("2019-06-10", None)),
        ("June 10, 2019 saw the 4th IORA summit held in Durban.", ("2019-06-10", None)),
        ("Durban hosted the 4th IORA summit on 10 June.", ("2019-06-10", None)),
        ("The 4th IORA summit (Durban, 10 June 2019) agreed on tariffs.", ("2019-06-10", None)),
        (
            "The 4th IORA summit, held in Durban on 10 June 2019, agreed on tariffs.",
            ("2019-06-10", None),
        ),
        (
            "The 4th IORA summit, which took place in Durban on 10 June 2019, agreed on tariffs.",
            ("2019-06-10", None),
        ),
        # to come
        ("The 4th IORA summit will be held in Durban on 20 June.", ("2019-06-20", None)),
        ("The 4th IORA summit will be held in Durban on Friday.", ("2019-06-14", None)),
        ("The 4th IORA summit will be held in Durban tomorrow.", ("2019-06-13", None)),
        (
            "The 4th IORA summit will be held in Durban on 2-3 January 2020.",
            ("2020-01-02", "2020-01-03"),
        ),
        ("The 4th IORA summit will be held in Durban in September.", ("2019-09", None)),
        ("The 4th IORA summit is due to open in Durban on 1 July.", ("2019-07-01", None)),
        ("The 4th IORA summit is scheduled for 1-2 July in Durban.", ("2019-07-01", "2019-07-02")),
        ("The 4th IORA summit was held in Durban at 10:30 a.m. on 10 June.", ("2019-06-10", None)),
        # dates of other things
        ("The 4th IORA summit was held in Durban, a city founded in 1835.", (None, None)),
        ("The 4th IORA summit in Durban approved the plan for 2020-2025.", (None, None)),
        ("The 4th IORA summit in Durban approved a programme until 2030.", (None, None)),
        ("The 4th IORA summit in Durban marked 20 years since 1999.", (None, None)),
    ],
)
def test_when(words: str, span: Span) -> None:
    found = meeting(words)
    assert (found.start, found.end) == span


@pytest.mark.parametrize(
    ("words", "place", "country"),
    [
        ("The 4th IORA summit was held in Durban, South Africa.", "Durban", "ZA"),
        ("The 4th IORA summit was held in Durban (South Africa).", "Durban", "ZA"),
        ("The 4th IORA summit was held in the city of Durban.", "Durban", "ZA"),
        ("The 4th IORA summit was held in Durban.", "Durban", "ZA"),
        ("The 4th IORA summit was held at Durban.", "Durban", "ZA"),
        ("The 4th IORA summit took place in Durban.", "Durban", "ZA"),
        ("The South African city of Durban hosted the 4th IORA summit.", "Durban", "ZA"),
        ("Durban was the venue of the 4th IORA summit.", "Durban", "ZA"),
        ("In Durban, the 4th IORA summit ended on Monday.", "Durban", "ZA"),
        ("Leaders arrived in Durban for the 4th IORA summit.", "Durban", "ZA"),
        ("The 4th IORA summit was held in South Africa.", None, "ZA"),
        ("The 4th IORA summit was held in the Indonesian capital, Jakarta.", "Jakarta", "ID"),
        ("The 4th IORA summit was held in Jakarta, the capital of Indonesia.", "Jakarta", "ID"),
        ("The 4th IORA summit was held in Port Louis, Mauritius.", "Port Louis", "MU"),
        ("The 4th IORA summit was held in Dar es Salaam.", "Dar es Salaam", "TZ"),
        ("The 4th IORA summit was held in Saint Petersburg.", "Saint Petersburg", "RU"),
        ("The 4th IORA summit was held in Nay Pyi Taw, Myanmar.", "Nay Pyi Taw", "MM"),
        ("The 4th IORA summit was held in Abu Dhabi.", "Abu Dhabi", "AE"),
        ("The 4th IORA summit was held in Ulaanbaatar.", "Ulaanbaatar", "MN"),
        ("The 4th IORA summit was held in San José, Costa Rica.", "San José", "CR"),
        ("The 4th IORA summit was held in Washington, D.C.", "Washington, D.C.", "US"),
        ("The 4th IORA summit was held by videoconference.", None, None),
        ("The 4th IORA summit was held online.", None, None),
        ("The 4th IORA summit agreed on tariffs.", None, None),
        ("The 4th IORA summit voiced concern about the siege of Sana'a.", None, None),
        ("The 4th IORA summit backed the Jakarta Concord.", None, None),
        ("The 4th IORA summit heard the news from Colombo with sorrow.", None, None),
        ("The 4th IORA summit spoke of piracy off Somalia.", None, None),
    ],
)
def test_where(words: str, place: str | None, country: str | None) -> None:
    found = meeting(words)
    assert (found.place, found.country) == (place, country)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The 4th IORA summit was held in Durban on 10 June.", "held"),
        ("The 4th IORA summit has been held in Durban.", "held"),
        ("The 4th IORA summit concluded in Durban on 10 June.", "held"),
        ("The 4th IORA summit ended in Durban.", "held"),
        ("The 4th IORA summit agreed on tariffs in Durban.", "held"),
        ("Leaders attended the 4th IORA summit in Durban.", "held"),
        ("The 4th IORA summit came to a close in Durban on Tuesday.", "held"),
        ("The 4th IORA summit is under way in Durban.", "ongoing"),
        ("The 4th IORA summit is taking place in Durban.", "ongoing"),
        ("The 4th IORA summit is being held in Durban.", "ongoing"),
        ("The 4th IORA summit opened in Durban on Tuesday and will last until Friday.", "ongoing"),
        ("The 4th IORA summit, which began in Durban on Tuesday, will end on Friday.", "ongoing"),
        ("The 4th IORA summit will be held in Durban on 20 June.", "planned"),
        ("The 4th IORA summit is to be held in Durban on 20 June.", "planned"),
        ("The 4th IORA summit is scheduled to take place in Durban on 20 June.", "planned"),
        ("The 4th IORA summit is expected to be held in Durban on 20 June.", "planned"),
        ("The 4th IORA summit is planned for 20 June in Durban.", "planned"),
        ("The 4th IORA summit is due in Durban on 20 June.", "planned"),
        ("Durban will host the 4th IORA summit on 20 June.", "planned"),
        ("Durban is preparing to host the 4th IORA summit on 20 June.", "planned"),
        ("Leaders will gather in Durban on 20 June for the 4th IORA summit.", "planned"),
        ("Preparations for the 4th IORA summit in Durban on 20 June go on.", "planned"),
        ("The upcoming 4th IORA summit in Durban was on all minds.", "planned"),
        ("The forthcoming 4th IORA summit in Durban was on all minds.", "planned"),
        ("The 4th IORA summit takes place in Durban on 20 June.", "planned"),
        ("The date of the 4th IORA summit was set for 20 June.", "planned"),
    ],
)
def test_how_far(words: str, status: str) -> None:
    assert meeting(words).status == status


@pytest.mark.parametrize(
    ("published", "words", "span"),
    [
        (
            "2020-01-03",
            "The 4th IORA summit was held in Durban on 30 December.",
            ("2019-12-30", None),
        ),
        ("2020-01-03", "The 4th IORA summit was held in Durban on Tuesday.", ("2019-12-31", None)),
        (
            "2019-12-30",
            "The 4th IORA summit will be held in Durban on 15 January.",
            ("2020-01-15", None),
        ),
        (
            "2020-03-02",
            "The 4th IORA summit was held in Durban on 28-29 February.",
            ("2020-02-28", "2020-02-29"),
        ),
        (
            "2019-12-30",
            "The 4th IORA summit will be held in Durban tomorrow.",
            ("2019-12-31", None),
        ),
        (None, "The 4th IORA summit was held in Durban on 10 June.", (None, None)),
        (None, "The 4th IORA summit was held in Durban on Monday.", (None, None)),
        (None, "The 4th IORA summit was held in Durban on 10 June 2019.", ("2019-06-10", None)),
        ("2019-06", "The 4th IORA summit was held in Durban on Monday.", (None, None)),
    ],
)
def test_the_year_and_the_week_are_those_of_publication(
    published: str | None, words: str, span: Span
) -> None:
    found = meeting(words, published)
    assert (found.start, found.end) == span
