"""Which day a page is of, where figures, short years, stamps of speakers or colophons say it."""

from __future__ import annotations

import pytest

from kg.language import layout
from kg.reading.masthead import read

TITLE = "Ministers of two states meet in Strelsau"
PROSE = (
    "The foreign ministers of Ruritania and Freedonia met in Strelsau on Monday and signed a joint"
    " statement on trade, fisheries and the common border."
)
OCTOBER = f"{PROSE} The next session is to be held on October 12 in Klow."
AUGUST = f"{PROSE} The next session is to be held on 12 August in Klow."


@pytest.mark.parametrize(
    ("line", "prose", "published"),
    [
        # the days that the text tells of decide which figure is the month
        ("10/08/2020", OCTOBER, "2020-10-08"),
        ("10/08/2020", AUGUST, "2020-08-10"),
        ("10/08/2020", PROSE, "2020-08-10"),
        ("08.10.2020", OCTOBER, "2020-10-08"),
        ("08/08/2020", AUGUST, "2020-08-08"),
        ("10/25/2020", AUGUST, "2020-10-25"),
        # a day of another year bears nothing out
        ("10/08/2020", f"{PROSE} They first met on October 12, 2017.", "2020-08-10"),
        # a month alone neither
        ("10/08/2020", f"{PROSE} The next session is to be held in October 2020.", "2020-08-10"),
        # years of two figures
        ("NEWS 03/11/21", PROSE, "2021-11-03"),
        ("NEWS 03/11/21", f"{PROSE} The session of 8 March was short.", "2021-03-11"),
        ("23.05.06", PROSE, "2006-05-23"),
        ("Press, 05/23/06", PROSE, "2006-05-23"),
        ("12:30:21", PROSE, None),
        ("Bulletin 12.14.2", PROSE, None),
        ("Tel. 03/11/21/55", PROSE, None),
        ("Rooms 03/11/21 of the House of Peoples are closed", PROSE, None),
    ],
)
def test_days_in_figures(line: str, prose: str, published: str | None) -> None:
    assert read(f"{line}\n\n{TITLE}\n\n{prose}").published == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Reply of the Ministry of Finance, 3 June 2019", "2019-06-03"),
        ("Statement by the Foreign Minister, Monday, 3 June 2019", "2019-06-03"),
        ("Written answer of the Minister for Trade, June 3, 2019", "2019-06-03"),
        ("Press release by the Council, 03.06.2019", "2019-06-03"),
        # who does not speak
        ("Accord of the two ministries on trade, 3 June 2019", None),
        ("Report of the summit meeting of the Council, Klow, 3 June 2019", None),
        ("Reply of the Ministry of Finance, June", None),
    ],
)
def test_a_line_that_says_who_speaks(line: str, published: str | None) -> None:
    question = "Question No. 22: What did the May plenary bring, and for whom?"
    assert read(f"Written replies\n\n{question}\n\n{line}\n\n{PROSE}").published == published


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("Done at Abuja, 29th November 2018", "2018-11-29"),
        ("Done in Lomé on 29 November 2018.", "2018-11-29"),
        ("Issued at Abuja, Federal Republic of Nigeria, November 29, 2018", "2018-11-29"),
        ("(K. Novak, 31.10.2025)", "2025-10-31"),
        ("(Ann Lee, 31 October 2025)", "2025-10-31"),
        ("© The Valley Post 2018", None),
        ("(see the report of the group, 31 October 2025, which all have read)", None),
    ],
)
def test_the_foot(foot: str, published: str | None) -> None:
    assert read(f"{TITLE}\n\n{PROSE}\n\n{foot}").published == published


@pytest.mark.parametrize(
    ("line", "place", "published"),
    [
        ("Kathmandu, Nov 11:", "Kathmandu", "2022-11-11"),
        ("MUSCAT | 11 NOV", "MUSCAT", "2022-11-11"),
        ("MUSCAT, NOV. 11", "MUSCAT", "2022-11-11"),
        ("Kathmandu, Nepal, 11 November", "Kathmandu", "2022-11-11"),
        ("Cairo, 11 November 2022 – Text of the Secretariat", "Cairo", "2022-11-11"),
        ("Georgia, Tbilisi, 11 November 2022 – Text", "Tbilisi", "2022-11-11"),
        ("Harvest Fair, 11 November", None, None),  # no city: a heading
        ("Kathmandu", None, None),
    ],
)
def test_a_dateline_on_a_line_of_its_own(
    line: str, place: str | None, published: str | None
) -> None:
    found = read(f"{TITLE}\n\n{line}\n\n{PROSE}\n\n© 2022 The Himalayan Post - Terms")
    assert (found.place, found.published) == (place, published)


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        ("TASHKENT (5 May 2016) – ", "TASHKENT", "2016-05-05"),
        ("HONIARA, SOLOMON ISLANDS (5 MAY 2016) --- ", "HONIARA", "2016-05-05"),
        ("Tashkent | 5 May 2016 | ", "Tashkent", "2016-05-05"),
        ("[Tashkent, 5 May 2016] ", "Tashkent", "2016-05-05"),
        ("(Tashkent, 5 May 2016) ", "Tashkent", "2016-05-05"),
        ("5 May 2016, Tashkent: ", "Tashkent", "2016-05-05"),
        ("5 May 2016, Tashkent – ", "Tashkent", "2016-05-05"),
        ("May 5, 2016 — TASHKENT — ", "TASHKENT", "2016-05-05"),
        ("Tashkent, May 5th, 2016 -", "Tashkent", "2016-05-05"),
        # no date in the brackets, no city before the dash, or no dateline
        ("TASHKENT (UzA) - ", "TASHKENT", None),
        ("TASHKENT (Room 5) - ", "TASHKENT", None),
        ("5 May 2016, Friends of Peace - ", None, None),
        ("On 5 May 2016, Tashkent – ", None, None),
    ],
)
def test_other_shapes_of_datelines(opening: str, place: str | None, published: str | None) -> None:
    found = read(f"{TITLE}\n\n{opening}{PROSE}")
    assert (found.place, found.published) == (place, published)


def test_a_range_of_years_on_a_line_of_rights_gives_none() -> None:
    text = f"{TITLE}\n\nKathmandu, Nov 11:\n\n{PROSE}\n\n© 2019 - 2022 The Himalayan Post"
    assert read(text).published is None


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        ("(K. Novak, 31.10.2025)", True),
        ("(Ann Lee, 31 October 2025)", True),
        ("(Ann Lee, Foreign Minister of Ruritania)", False),
        ("Ann Lee, 31 October 2025, met the ministers of both states in Klow.", False),
    ],
)
def test_a_writer_in_brackets_is_of_the_page(line: str, noise: bool) -> None:
    (row,) = layout.rows(line, line)
    assert layout.noise(row) is noise


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("By Ann Lee in Honiara", "Honiara"),
        ("From our diplomatic editor in Prague", "Prague"),
        ("By Ann Lee, News Agency, in Port Moresby", "Port Moresby"),
        ("By Ann Lee in Wonderland", None),
        ("Interest in Prague", None),
        ("By and large all is well in Prague, say those who live there", None),
    ],
)
def test_where_a_report_is_written(line: str, place: str | None) -> None:
    assert read(f"{TITLE}\n\n{line}\n\n{PROSE}").place == place


@pytest.mark.parametrize(
    "line",
    ["Thursday 3 December 2015 – Belgrade Evening", "Monday, 3 December 2015 - All pages"],
)
def test_a_weekday_is_no_place(line: str) -> None:
    assert read(f"{line}\n\n{TITLE}\n\n{PROSE}").place is None
