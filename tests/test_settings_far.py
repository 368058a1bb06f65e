"""When, where and whether: words that stand far from the meeting, or count from another day."""

from __future__ import annotations

import pytest

from kg.reading import masthead
from tests.reports import alone, meeting

THIRD = "The third SADC summit"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("took place in Lilongwe a year ago", "2018", None),
        ("took place in Lilongwe two years ago", "2017", None),
        ("was held in Lilongwe three months ago", "2019-03", None),
        ("was held in Lilongwe three days ago", "2019-06-09", None),
        ("was held in Lilongwe earlier this year", "2019", None),
        ("is expected to be held in Lilongwe later this year", "2019", None),
        ("is scheduled for 2022", "2022", None),
        ("dates back to 2014", "2014", None),
        ("was held in Lilongwe on Monday last week", "2019-06-03", None),
        ("was held in Lilongwe from Monday to Tuesday last week", "2019-06-03", "2019-06-04"),
        ("will be held in Lilongwe on Monday next week", "2019-06-17", None),
        ("was held in Lilongwe in May of last year", "2018-05", None),
        ("rose on Tuesday after two days of debate", "2019-06-10", "2019-06-11"),
        ("broke up on Tuesday after two days", "2019-06-10", "2019-06-11"),
        ("was held over three days, ending on 5 June", "2019-06-03", "2019-06-05"),
        ("convened on Sunday in Lilongwe and concluded today", "2019-06-09", "2019-06-12"),
        (
            "was held in Lilongwe. It opened on 3 June and ended on 5 June",
            "2019-06-03",
            "2019-06-05",
        ),
        ("was held in Lilongwe. The king opened it on 3 June", "2019-06-03", None),
        # near misses: no day of the meeting
        ("recalled the charter of 7 March 1997", None, None),
        ("spoke of the murder of 7 March 2018", None, None),
        ("was held in Lilongwe. A fair opened on 3 June and ended on 5 June", None, None),
        ("recalled the floods of two years ago", None, None),
        ("spoke of dams that were built a year ago", None, None),
        ("spoke of a dam that will open later this year", None, None),
        ("was told that Lilongwe had been calm for three days", None, None),
    ],
)
def test_when_a_meeting_is(words: str, start: str | None, end: str | None) -> None:
    found = meeting(f"{THIRD} {words}.")
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Lilongwe was home on Tuesday to the third SADC summit.", "Lilongwe"),
        ("It fell to Lilongwe to give a roof to the third SADC summit.", "Lilongwe"),
        ("He welcomed his colleagues to Lilongwe, where SADC held its third summit.", "Lilongwe"),
        ("A sitting of the SADC Council is in progress in Lilongwe.", "Lilongwe"),
        ("The third SADC summit was held in the Malawian city of Lilongwe.", "Lilongwe"),
        ("The third SADC summit met the king, who was born in Harare.", None),
        ("The third SADC summit backed the Lilongwe Charter.", None),
        ("The third SADC summit voiced concern about the siege of Harare.", None),
        ("The third SADC summit thanked Malawi's Lilongwe team.", None),
        ("The third SADC summit will be held at Malawi's invitation.", None),
        ("A delegate from Lilongwe spoke at the third SADC summit.", None),
    ],
)
def test_where_a_meeting_is(words: str, place: str | None) -> None:
    assert meeting(words).place == place


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("A minister is in Lilongwe for the third SADC summit.", "ongoing"),
        ("A minister is in Lilongwe to attend the third SADC summit.", "ongoing"),
        ("A minister was in Lilongwe for the third SADC summit.", "held"),
        ("The third SADC summit is going on in Lilongwe.", "ongoing"),
        ("Lilongwe is hosting the third SADC summit in its new hall by the lake.", "ongoing"),
        ("The third SADC summit, for which Malawi is ready, remains set for 2022.", "planned"),
        ("The ministers of finance authorised a SADC summit, as they had been asked.", "planned"),
        ("Lilongwe would be where the SADC ministers meet in July.", "planned"),
        ("Pushed back to the autumn is the third SADC summit.", "planned"),
        ("It was a meeting prior to the third SADC summit.", "planned"),
    ],
)
def test_whether_a_meeting_has_been(words: str, status: str) -> None:
    assert [m.status for m in alone(words).meetings][-1] == status


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("Published: 5 September 2014. Follow us on our page!", "2014-09-05"),
        ("QNA 2211 GMT 2022/01/19", "2022-01-19"),
        ("29.11.2024 [19:05]", "2024-11-29"),
        ("The bridge was opened on 29.11.2024 by the king and many guests.", None),
        ("Room 2022/01/19, second floor, to the left of the stairs", None),
    ],
)
def test_a_line_at_the_foot_dates_a_page(foot: str, published: str | None) -> None:
    text = f"Ministers discuss dams\n\nThe ministers of water discussed dams at length.\n\n{foot}\n"
    assert masthead.read(text).published == published


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("© 2022 The Valley Post", "2022-11-11"),
        ("Copyright 2022 Valley Post", "2022-11-11"),
        ("© 2018-2022 The Valley Post", None),
        ("The Valley Post", None),
    ],
)
def test_a_line_on_rights_lends_a_dateline_its_year(foot: str, published: str | None) -> None:
    text = (
        "Ministers discuss dams\n\nLILONGWE, Nov 11 - The ministers of water discussed dams at"
        f" length in this town.\n\n{foot}\n"
    )
    assert masthead.read(text).published == published


def test_what_persons_did_on_one_trip_was_in_one_country() -> None:
    found = alone(
        "Malawian President Kofi Boadu paid a state visit to Togo from 3 to 4 June 2019. The talks"
        " were held in Lomé. That day Kofi Boadu met separately with Togolese Speaker Seru Vula."
    ).meetings
    assert {m.country for m in found if m.name.endswith("Seru Vula")} == {"TG"}
