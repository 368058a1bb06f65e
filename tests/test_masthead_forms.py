"""Heads of pages as sites of many countries print them: title, day, place and agency."""

from __future__ import annotations

import pytest

from kg.reading.masthead import date_in_address, read

STORY = (
    "The ministers of the two countries met for three hours and spoke of rail links, and both said"
    " that they were content with what had been reached so far.\n"
)
TITLE = "Ministers of Laos and Thailand discuss rail links"


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        # place, day, agency
        ("VIENTIANE, 12 June 2019 - ", "VIENTIANE", "2019-06-12"),
        ("VIENTIANE, June 12, 2019 - ", "VIENTIANE", "2019-06-12"),
        ("VIENTIANE, June 12, 2019 – ", "VIENTIANE", "2019-06-12"),
        ("VIENTIANE, June 12, 2019 — ", "VIENTIANE", "2019-06-12"),
        ("VIENTIANE, June 12, 2019 -- ", "VIENTIANE", "2019-06-12"),
        ("VIENTIANE, June 12, 2019 (KPL) -- ", "VIENTIANE", "2019-06-12"),
        ("VIENTIANE, June 12, 2019 /KPL/. ", "VIENTIANE", "2019-06-12"),
        ("Vientiane, 12 June 2019: ", "Vientiane", "2019-06-12"),
        ("Vientiane, 12 June 2019. ", "Vientiane", "2019-06-12"),
        ("Vientiane (Laos), 12 June 2019 - ", "Vientiane", "2019-06-12"),
        ("Vientiane, Laos, 12 June 2019 - ", "Vientiane", "2019-06-12"),
        ("Vientiane, 12.06.2019 - ", "Vientiane", "2019-06-12"),
        ("Nay Pyi Taw, 12 June 2019 - ", "Nay Pyi Taw", "2019-06-12"),
        ("DAR ES SALAAM, 12 June 2019 - ", "DAR ES SALAAM", "2019-06-12"),
        ("Port of Spain, June 12, 2019 - ", "Port of Spain", "2019-06-12"),
        # place alone
        ("VIENTIANE - ", "VIENTIANE", None),
        ("VIENTIANE: ", "VIENTIANE", None),
        ("VIENTIANE (KPL) - ", "VIENTIANE", None),
        ("Vientiane (KPL) – ", "Vientiane", None),
        ("Vientiane – ", "Vientiane", None),
        # neither
        ("", None, None),
        ("In Vientiane, ", None, None),
        ("Yesterday, ", None, None),
    ],
)
def test_the_dateline(opening: str, place: str | None, published: str | None) -> None:
    found = read(f"{TITLE}\n\n{opening}{STORY}")
    assert (found.place, found.published) == (place, published)
    assert found.title == TITLE


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("12 June 2019", "2019-06-12"),
        ("June 12, 2019", "2019-06-12"),
        ("Wednesday, 12 June 2019", "2019-06-12"),
        ("Wednesday, June 12, 2019", "2019-06-12"),
        ("12.06.2019", "2019-06-12"),
        ("12/06/2019", "2019-06-12"),
        ("2019-06-12", "2019-06-12"),
        ("12 June 2019, 14:30", "2019-06-12"),
        ("12.06.2019 14:30", "2019-06-12"),
        ("June 12, 2019 2:30 pm", "2019-06-12"),
        ("Published: 12 June 2019", "2019-06-12"),
        ("Published on June 12, 2019", "2019-06-12"),
        ("Posted on 12 June 2019", "2019-06-12"),
        ("Date: 12 June 2019", "2019-06-12"),
        ("Release date: 12 June 2019", "2019-06-12"),
        ("Updated: 12 June 2019", "2019-06-12"),
        ("Press release | 12 June 2019", "2019-06-12"),
        ("12 JUNE 2019", "2019-06-12"),
        ("12th June 2019", "2019-06-12"),
        ("12-Jun-2019", "2019-06-12"),
        ("A line without a day", None),
        ("Room 2019, 12th floor", None),
        ("Tel. 12 06 2019", None),
    ],
)
def test_a_line_of_the_day_below_the_title(line: str, published: str | None) -> None:
    assert read(f"{TITLE}\n{line}\n\n{STORY}").published == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("12 June 2019", "2019-06-12"),
        ("Wednesday, 12 June 2019", "2019-06-12"),
        ("12.06.2019 | 14:30", "2019-06-12"),
        ("Published: 12 June 2019", "2019-06-12"),
    ],
)
def test_a_line_of_the_day_above_the_title(line: str, published: str) -> None:
    found = read(f"{line}\n{TITLE}\n\n{STORY}")
    assert (found.title, found.published) == (TITLE, published)


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Contact",
        "Home > News > Press releases",
        "Press Release",
        "PRESS RELEASE",
        "News",
        "MINISTRY OF FOREIGN AFFAIRS",
        "Menu",
        "Skip to content",
        "Print",
        "Share",
        "12 June 2019",
        "Photo: KPL",
    ],
)
def test_the_furniture_of_a_page_is_no_title(line: str) -> None:
    assert read(f"{line}\n\n{TITLE}\n\n{STORY}").title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Ministers meet in Vientiane",
        "MINISTERS OF LAOS AND THAILAND MEET IN VIENTIANE",
        "Laos, Thailand discuss rail links",
        "Laos-Thailand talks: rail links first",
        "A new page: Laos and Thailand agree",
        "Joint Statement of the Ministers of Laos and Thailand",
        "Prime Minister receives Thai guest",
        "# Ministers meet in Vientiane",
        "4th meeting of the Joint Commission held",
        "Is a new bridge coming?",
    ],
)
def test_the_heading_is_the_title(title: str) -> None:
    assert read(f"{title}\n\n{STORY}").title == title.removeprefix("# ")


def test_a_text_without_a_heading_has_no_title() -> None:
    assert read(STORY).title is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://news.example/2019/06/12/ministers-meet", "2019-06-12"),
        ("https://news.example/2019-06-12-ministers-meet", "2019-06-12"),
        ("https://news.example/en/20190612/ministers", "2019-06-12"),
        ("https://news.example/en/ministers-meet", None),
        ("https://news.example/12345678/ministers", None),
        ("https://news.example/?id=2019", None),
        ("https://news.example/2019/13/45/ministers", None),
        ("https://news.example/a-2016-2020-plan", None),
        ("", None),
    ],
)
def test_the_day_in_an_address(address: str, day: str | None) -> None:
    assert date_in_address(address) == day


def test_the_address_gives_the_day_where_the_page_does_not() -> None:
    address = "https://news.example/2019/06/12/ministers-meet"
    assert read(f"{TITLE}\n\n{STORY}", address).published == "2019-06-12"
    dated = read(f"{TITLE}\n\nVIENTIANE, 11 June 2019 - {STORY}", address)
    assert dated.published == "2019-06-11"


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", " ", "x", "12 June 2019", "???", "a\n" * 50, "- \n- \n", "\ufeff"],
)
def test_any_text_has_a_masthead(text: str) -> None:
    found = read(text)
    assert found.place is None
    assert found.publisher is None
