"""Proper titles of documents: capitals, numbers, years, acronyms and the small words between."""

from __future__ import annotations

import pytest

from tests.reports import deeds


@pytest.mark.parametrize(
    "title",
    [
        "Limpopo Watercourse Charter",
        "Charter of the Limpopo Basin",
        "Convention on the Protection of Inland Lakes",
        "Convention for the Protection and Use of Shared Wells",
        "Treaty of Friendship, Cooperation and Mutual Assistance",
        "Treaty on the Non-Use of Dams",
        "Agreement on Trade and Transit",
        "Agreement on Trade, Transport and Transit",
        "Agreement on the Mutual Protection of Investments",
        "Agreement on Cooperation in the Field of Fisheries",
        "Agreement for the Avoidance of Double Taxation",
        "Agreement Establishing the Limpopo Fund",
        "Framework Agreement on Cross-Border Trade",
        "Comprehensive Economic Partnership Agreement",
        "Free Trade Agreement",
        "Protocol on Gender and Development",
        "Protocol on Shared Watercourses",
        "Second Protocol on Shared Watercourses",
        "Gaborone Declaration on Climate and Water",
        "Gaborone Declaration",
        "Declaration of Gaborone",
        "Joint Declaration on Food Security",
        "Joint Statement on Food Security",
        "Memorandum of Understanding on Disaster Relief",
        "Memorandum of Cooperation on Sport",
        "Regional Water Strategy",
        "Strategy for Youth and Women",
        "Plan of Action on Malaria",
        "Gaborone Plan of Action",
        "Programme of Action on Malaria",
        "Roadmap for Clean Energy",
        "Concept of Regional Security",
        "Resolution 17 on Malaria",
        "Resolution No. 17 on Malaria",
        "Decision 12",
    ],
)
def test_a_title_in_capitals(title: str) -> None:
    assert list(deeds(f"The ministers adopted the {title}.")) == [title]
    assert list(deeds(f"The {title} was adopted.")) == [title]


@pytest.mark.parametrize(
    "rest",
    [
        "on Tuesday",
        "on 11 June 2019",
        "in Gaborone",
        "at the meeting",
        "at its sixth meeting",
        "by consensus",
        "unanimously",
        "after a long debate",
        "during the session",
        "and thanked the host",
        "and agreed to meet again",
        ", and thanked the host",
        ", the ministry said",
        ", said the host",
        ", which enters into force in 2020",
        "that enters into force in 2020",
        ", as proposed by Zambia",
        "as proposed by Zambia",
        ", among other things",
        "before leaving for home",
        "despite the absence of Zambia",
        "while Zambia abstained",
        "but not its annex",
        "; Zambia abstained",
        ". Zambia abstained",
    ],
)
def test_a_title_ends_before(rest: str) -> None:
    gap = "" if rest[0] in ",;." else " "
    words = f"The ministers adopted the Gaborone Declaration on Clean Water{gap}{rest}."
    assert list(deeds(words)) == ["Gaborone Declaration on Clean Water"]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("The ministers adopted", "the Gaborone Declaration"),
        ("The ministers adopted by consensus", "the Gaborone Declaration"),
        ("The ministers today adopted", "the Gaborone Declaration"),
        ("On Tuesday the ministers adopted", "the Gaborone Declaration"),
        ("At the meeting the ministers adopted", "the Gaborone Declaration"),
        ("Among other things, the ministers adopted", "the Gaborone Declaration"),
        ("The ministers, meeting in Gaborone, adopted", "the Gaborone Declaration"),
        ("The ministers adopted", "the “Gaborone Declaration”"),
        ("The ministers adopted", "the 'Gaborone Declaration'"),
        ("The ministers adopted", "the so-called Gaborone Declaration"),
        ("The ministers adopted", "the historic Gaborone Declaration"),
        ("The ministers adopted", "the new Gaborone Declaration"),
        ("The ministers adopted", "the long-awaited Gaborone Declaration"),
        ("The ministers adopted what is called", "the Gaborone Declaration"),
    ],
)
def test_a_title_begins_after(opening: str, title: str) -> None:
    (name,) = deeds(f"{opening} {title}.")
    assert name == "Gaborone Declaration"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "The ministers adopted the Gaborone Declaration and the Limpopo Plan of Action.",
            ["Gaborone Declaration", "Limpopo Plan of Action"],
        ),
        (
            "The ministers adopted the Gaborone Declaration, the Limpopo Plan of Action and a"
            " work plan.",
            ["Gaborone Declaration", "Limpopo Plan of Action", "work plan"],
        ),
        (
            "The ministers adopted the Gaborone Declaration as well as the Limpopo Plan of Action.",
            ["Gaborone Declaration", "Limpopo Plan of Action"],
        ),
        (
            "The ministers adopted the Gaborone Declaration. The Gaborone Declaration is short.",
            ["Gaborone Declaration"],
        ),
        (
            "The ministers adopted the Gaborone Declaration. The Declaration calls for dams.",
            ["Gaborone Declaration"],
        ),
        (
            "The ministers adopted the Gaborone Declaration. It calls for dams.",
            ["Gaborone Declaration"],
        ),
    ],
)
def test_titles_side_by_side_and_again(words: str, names: list[str]) -> None:
    assert list(deeds(words)) == names
