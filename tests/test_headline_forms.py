"""Headlines, which drop verbs and articles: what they state beside the report, and what not."""

from __future__ import annotations

import pytest

from kg.model import Article, Facts
from kg.pipeline import extract

BODY = "\n\nThe ministry said so in a short note on its site, and gave no more details for now.\n"


def read(title: str) -> Facts:
    return extract(Article("a", title + BODY, published="2019-06-12", title=title))


@pytest.mark.parametrize(
    ("title", "ordinal", "organisation", "place", "status"),
    [
        ("9th SADC Water Ministers' Meeting held in Maseru", 9, "SADC", "Maseru", "held"),
        ("9th SADC summit opens in Maseru", 9, "SADC", "Maseru", "held"),
        ("9th SADC summit ends in Maseru", 9, "SADC", "Maseru", "held"),
        ("Maseru hosts 9th SADC summit", 9, "SADC", "Maseru", "held"),
        ("Ninth SADC summit kicks off in Maseru", 9, "SADC", "Maseru", "held"),
        ("SADC summit in Maseru: leaders agree on dams", None, "SADC", "Maseru", "held"),
        ("SADC summit wraps up in Maseru", None, "SADC", "Maseru", "held"),
        ("SADC leaders meet in Maseru", None, "SADC", "Maseru", "held"),
    ],
)
def test_a_meeting_in_a_headline(
    title: str, ordinal: int | None, organisation: str, place: str, status: str
) -> None:
    (meeting,) = read(title).meetings
    found = (meeting.ordinal, meeting.organisation, meeting.place, meeting.status)
    assert found == (ordinal, organisation, place, status)


@pytest.mark.parametrize(
    ("title", "deeds"),
    [
        ("Zambia refuses to sign agreement on visas", {}),
        ("No agreement on visas signed", {}),
    ],
)
def test_a_deed_in_a_headline(title: str, deeds: dict[str, list[str]]) -> None:
    found = {i.name: [a.action for a in i.actions] for i in read(title).instruments}
    assert {name: done for name, done in found.items() if done != ["referenced"]} == deeds


@pytest.mark.parametrize(
    "title",
    [
        "Zambia exports more copper",
        "Zambian President Chanda Mulenga opens bridge",
        "Zambian President Chanda Mulenga turns 60",
        "Joint Statement",
        "Press release",
        "Agreement on visas explained",
        "Photo gallery: the summit",
        "Why the summit matters",
        "Mount Kenya: two reach the summit",
        "Ministers meet deadline",
        "Farmers meet demand for maize",
    ],
)
def test_a_headline_that_tells_of_no_meeting(title: str) -> None:
    found = read(title)
    assert found.meetings == ()
    assert found.participants == ()


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Zambia praises Malawi", []),
        ("Maize trade grows", []),
    ],
)
def test_a_subject_in_a_headline(title: str, topics: list[str]) -> None:
    assert [topic.name for topic in read(title).topics] == topics


@pytest.mark.parametrize(
    ("title", "body", "names"),
    [
        (
            "9th SADC summit held in Maseru",
            "The Ninth Summit of the Southern African Development Community was held in Maseru.",
            1,
        ),
        (
            "SADC summit held in Maseru",
            "The Ninth Summit of the Southern African Development Community was held in Maseru.",
            1,
        ),
        (
            "SADC ministers meet in Maseru",
            "The ninth meeting of SADC ministers of water was held in Maseru on Tuesday.",
            1,
        ),
        (
            "Zambian President Chanda Mulenga meets Malawian President Thoko Banda",
            "Zambian President Chanda Mulenga met Malawian President Thoko Banda in Lusaka today.",
            1,
        ),
    ],
)
def test_headline_and_report_tell_of_the_same_meeting(title: str, body: str, names: int) -> None:
    found = extract(Article("a", f"{title}\n\n{body}\n", published="2019-06-12"))
    assert len(found.meetings) == names
