"""When and where a meeting is, in words that stand apart from its name or turn the clause about."""

from __future__ import annotations

import pytest

from tests.reports import alone

SUMMIT = "5th meeting of the Lake Council"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("The two-day {} ended in Nairobi on Tuesday.", "2019-06-10", "2019-06-11"),
        ("The {}, a two-day event, ended on 7 June.", "2019-06-06", "2019-06-07"),
        ("The {} ended on 7 June after three days.", "2019-06-05", "2019-06-07"),
        ("The {} came to an end on 7 June after three days.", "2019-06-05", "2019-06-07"),
        ("The three-day {} opened on Monday.", "2019-06-10", "2019-06-12"),
        ("The {} ended on 7 June, as did a two-day forum of traders.", "2019-06-07", None),
        ("The {} was held yesterday and today.", "2019-06-11", "2019-06-12"),
        ("The {} is held today and tomorrow.", "2019-06-12", "2019-06-13"),
        ("The {} began today and ends on Friday.", "2019-06-12", "2019-06-14"),
        ("The {} opened on Tuesday and goes on tomorrow.", "2019-06-11", "2019-06-13"),
        ("They resolved that the {} take place in October.", "2019-10", None),
        ("The {} remains set for March 2020.", "2020-03", None),
        ("The {} is planned for September.", "2019-09", None),
        ("The {} will be held early next year.", "2020", None),
        ("The {} will be held. Its costs will rise next year.", None, None),
        ("The {} has worked since May.", None, None),
    ],
)
def test_when(words: str, start: str | None, end: str | None) -> None:
    (only,) = alone(words.format(SUMMIT)).meetings
    assert (only.start, only.end) == (start, end)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("A day earlier, Minister Kofi Boadu met Minister Ali Sossa.", "2019-06-09"),
        ("The evening before, Minister Kofi Boadu met Minister Ali Sossa.", "2019-06-09"),
        ("On the previous day Minister Kofi Boadu met Minister Ali Sossa.", "2019-06-09"),
        ("The following day Minister Kofi Boadu met Minister Ali Sossa.", "2019-06-11"),
    ],
)
def test_a_day_told_from_the_day_of_another_meeting(words: str, start: str) -> None:
    found = alone(f"The {SUMMIT} was held on 10 June in Nairobi. {words}").meetings
    assert [meeting.start for meeting in found] == ["2019-06-10", start]


@pytest.mark.parametrize(
    ("words", "place", "country"),
    [
        ("The {} was held. Nairobi was the setting on Tuesday.", "Nairobi", "KE"),
        ("Nairobi was home to the {}.", "Nairobi", "KE"),
        ("Nairobi was the stage for the {}.", "Nairobi", "KE"),
        ("The {} brought the ministers to Nairobi.", "Nairobi", "KE"),
        ("The {} was held at the Serena Hotel, Nairobi, Kenya.", "Nairobi", "KE"),
        ("The Kenyan capital was the scene of the {}.", "Nairobi", "KE"),
        ("Iran hosted the {}.", None, "IR"),
        ("Iran will host the {}.", None, "IR"),
        ("Iran proposed that the {} be widened.", None, None),
        ("The {} was held. Nairobi was the birthplace of its chairman.", None, None),
        ("The {} was held. It thanked Nairobi.", None, None),
    ],
)
def test_where(words: str, place: str | None, country: str | None) -> None:
    (only,) = alone(words.format(SUMMIT)).meetings
    assert (only.place, only.country) == (place, country)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("They resolved that the {} take place in Nairobi.", "planned"),
        ("The {} remains set for March 2020.", "planned"),
        ("It was noted that the {} would be held in Nairobi.", "planned"),
        ("It was noted that the {} was held in Nairobi.", "held"),
        ("The {} opened on Tuesday and goes on tomorrow.", "ongoing"),
    ],
)
def test_status(words: str, status: str) -> None:
    (only,) = alone(words.format(SUMMIT)).meetings
    assert only.status == status
