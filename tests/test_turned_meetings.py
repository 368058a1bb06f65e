"""Meetings told in turned sentences: who meets, where and when, however the clause is built."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting


@pytest.mark.parametrize(
    "words",
    [
        "The leaders of ECOWAS have begun their three-day retreat in Lomé.",
        "The leaders of ECOWAS wound up a two-day summit in Lomé on Tuesday.",
        "The leaders of ECOWAS, meeting in Lomé on Tuesday, adopted a plan.",
        "The leaders of ECOWAS, sitting in Lomé since Tuesday, adopted a plan.",
        "The leaders of ECOWAS resumed their consultations in Lomé on Tuesday.",
        "The leaders of ECOWAS finished their labours in Lomé on Tuesday.",
        "On Tuesday in Lomé the leaders of ECOWAS wrapped up their work.",
    ],
)
def test_a_body_that_begins_or_ends_its_sitting_is_at_a_meeting(words: str) -> None:
    found = meeting(words)
    assert (found.organisation, found.body, found.place) == ("ECOWAS", "leaders", "Lomé")


@pytest.mark.parametrize(
    "words",
    [
        "The leaders of ECOWAS began their careers in Lomé.",
        "The leaders of ECOWAS resumed their seats in Lomé.",
        "The leaders of ECOWAS, meeting all demands, left Lomé.",
        "The leaders of ECOWAS finished their dinner.",
        "The ECOWAS Council came to a conclusion.",
        "Farmers, meeting in Lomé on Tuesday, protested.",
    ],
)
def test_what_else_a_body_begins_or_ends_is_no_meeting(words: str) -> None:
    assert alone(words).meetings == ()


@pytest.mark.parametrize(
    ("words", "body", "start"),
    [
        ("The Energy Council met in Riga on 3 June.", "Energy Council", "2019-06-03"),
        (
            "The Mixed Commission for trade concluded its labours in Riga on 3 June.",
            "Mixed Commission",
            "2019-06-03",
        ),
        (
            "The Standing Committee of the Riga Convention assembled in Oslo on 3 June.",
            "Standing Committee of the Riga Convention",
            "2019-06-03",
        ),
    ],
)
def test_an_organ_with_a_name_of_its_own_needs_no_organisation(
    words: str, body: str, start: str
) -> None:
    found = meeting(words)
    assert (found.body, found.start) == (body, start)


@pytest.mark.parametrize(
    ("words", "place", "country"),
    [
        ("The 12th ECOWAS summit ended in Togo's capital, Lomé.", "Lomé", "TG"),
        ("The 12th ECOWAS summit ended in Ghana's capital.", "Accra", "GH"),
        ("The 12th ECOWAS summit ended in the capital of Togo, Lomé.", "Lomé", "TG"),
        ("ECOWAS ministers came to Lomé for their 12th summit.", "Lomé", "TG"),
        ("It is Lomé that will receive the 12th ECOWAS summit.", "Lomé", "TG"),
        ("It was Lomé that hosted the 12th ECOWAS summit.", "Lomé", "TG"),
        ("Togo expects to host the 12th ECOWAS summit in 2020.", None, "TG"),
        ("Togo is preparing to host the 12th ECOWAS summit in 2020.", None, "TG"),
        ("Togo has been chosen to receive the 12th ECOWAS summit.", None, "TG"),
        ("Togo offered to host the 12th ECOWAS summit in 2020.", None, None),
        ("The head of Togo's government spoke of the 12th ECOWAS summit.", None, None),
    ],
)
def test_where_a_meeting_is(words: str, place: str | None, country: str | None) -> None:
    found = meeting(words)
    assert (found.place, found.country) == (place, country)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("Hosts in 2021, when ECOWAS holds its 13th summit, will be the Ghanaians.", "2021"),
        ("In July, when ECOWAS is to hold its 13th summit, rain is likely.", "2019-07"),
        ("In 2021, when prices had risen, ECOWAS ministers spoke of the 13th summit.", None),
    ],
)
def test_a_date_that_a_clause_explains_by_the_meeting_is_its_date(
    words: str, start: str | None
) -> None:
    assert meeting(words).start == start


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("The annual ECOWAS Forum on Roads and Bridges was held in Lomé.", 1),
        ("The annual ECOWAS consultations serve peace.", 0),
    ],
)
def test_a_yearly_meeting_is_one_where_one_is_told_of(words: str, count: int) -> None:
    assert len(alone(words).meetings) == count


@pytest.mark.parametrize(
    ("words", "name", "body"),
    [
        (
            "The third round of the EU-Nepal human rights dialogue was held in Kathmandu.",
            "third round of the EU-Nepal human rights dialogue",
            None,
        ),
        (
            "The third meeting of the working group on fisheries was held in Oslo.",
            "third meeting of the working group on fisheries",
            "working group on fisheries",
        ),
        (
            "A meeting in Lomé of the chiefs of police of ECOWAS ended yesterday.",
            "meeting in Lomé of the chiefs of police of ECOWAS",
            "chiefs of police",
        ),
        (
            "A meeting on Monday of the trade ministers of ECOWAS approved the plan.",
            "meeting on Monday of the trade ministers of ECOWAS",
            "trade ministers",
        ),
        (
            "The third meeting of the heads of customs services of ECOWAS was held in Lomé.",
            "third meeting of the heads of customs services of ECOWAS",
            "heads of customs services",
        ),
        (
            "A gathering of the heads of the customs services of ECOWAS was held in Lomé.",
            "gathering of the heads of the customs services of ECOWAS",
            "heads of the customs services",
        ),
        (
            "ECOWAS says that Lomé hosted the third meeting of the organisation's Ministers of"
            " Water.",
            "third meeting of the organisation's Ministers of Water",
            "Ministers of Water",
        ),
        (
            "The 61st session of the Commission on Crops of the United Nations was held in Rome.",
            "61st session of the Commission on Crops of the United Nations",
            "Commission on Crops",
        ),
        (
            "The 15th ECOWAS summit (Saturday and Sunday, 2 and 3 June) was held in Lomé.",
            "15th ECOWAS summit",
            None,
        ),
        (
            "Foreign ministers of four Nile countries met in Entebbe on 2 June.",
            "meeting of Foreign ministers of four Nile countries",
            "Foreign ministers of four Nile countries",
        ),
        (
            "The presidents of the five Caspian states met in Baku on 2 June.",
            "meeting of the presidents of the five Caspian states",
            None,
        ),
        (
            "A session of the Council of ECOWAS at ministerial level was held in Lomé on 4 June.",
            "session of the Council of ECOWAS",
            "Council",
        ),
    ],
)
def test_a_name_reaches_to_its_last_word(words: str, name: str, body: str | None) -> None:
    found = meeting(words)
    assert (found.name, found.body) == (name, body)


@pytest.mark.parametrize(
    "words",
    [
        "The meeting in Paris of friends of the bride was merry.",
        "A gathering of the clouds was seen over Lomé.",
        "Four Nile countries of the basin meet their targets.",
        "Officials at ministerial level were there.",
    ],
)
def test_what_looks_like_such_a_name_is_no_meeting(words: str) -> None:
    assert alone(words).meetings == ()


@pytest.mark.parametrize(
    "words",
    ["Summit of 2012 in Baku", "2012 Summit in Baku", "Baku Summit of 2012", "2012 Baku Summit"],
)
def test_a_summit_of_a_year_in_a_city_is_one_of_its_own(words: str) -> None:
    found = alone(
        f"The 13th ECO summit was held in Lomé on 3 June. Much was done since the {words}."
    ).meetings
    assert [(m.start, m.place) for m in found] == [("2019-06-03", "Lomé"), ("2012", "Baku")]


@pytest.mark.parametrize("words", ["2012 crisis in Baku", "plan of 2012", "summit in Baku"])
def test_a_year_alone_makes_no_summit(words: str) -> None:
    found = alone(
        f"The 13th ECO summit was held in Lomé on 3 June. Much was done since the {words}."
    ).meetings
    assert [m.start for m in found] == ["2019-06-03"]
