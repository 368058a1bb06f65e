"""What a report says of itself: title, date, place, agency, address."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language import dateline
from kg.language.view import make_view
from kg.reading.masthead import Masthead, date_in_address, read

SEED = Path(__file__).parents[1] / "articles" / "sco-tashkent-2016.txt"
PROSE = (
    "The foreign ministers of Ruritania and Freedonia met in Strelsau on Monday and signed"
    " a joint statement on trade, fisheries and the common border."
)
TITLE = "Ministers of two states meet in Strelsau"


def test_the_seed_says_its_date_only_in_its_address() -> None:
    found = read(SEED.read_bytes().decode())
    assert found.published == "2016-04-15"
    assert found.publisher == "UzA"
    assert found.title == (
        "11th session of Security Council Secretaries of SCO countries held in Tashkent"
    )
    assert found.url is not None
    assert found.url.startswith("http://uza.uz/en/politics/11th-session")
    assert found.url.endswith("15-04-2016")


@pytest.mark.parametrize(
    ("line", "place", "published", "publisher"),
    [
        ("STRELSAU, May 5, 2016 (RuNA) — ", "STRELSAU", "2016-05-05", "RuNA"),
        ("STRELSAU, Ruritania, 5 May 2016 -- ", "STRELSAU", "2016-05-05", None),
        ("Klow (Syldavia), May 5, 2016 : ", "Klow", "2016-05-05", None),
        ("Klow, 5th May 2016. ", "Klow", "2016-05-05", None),
        ("Foz do Klow, Syldavia, 5 May 2016. ", "Foz do Klow", "2016-05-05", None),
        ("State House, Klow, Monday 2 May 2016 – ", "Klow", "2016-05-02", None),
        ("May 5, 2016 (SNN) — ", None, "2016-05-05", "SNN"),
        ("Klow (SNA) – ", "Klow", None, "SNA"),
        ("New Klow : ", "New Klow", None, None),
        ("Klow City.- ", "Klow City", None, None),
        ("KLOW, May 5 (SNA) -- ", "KLOW", None, "SNA"),
        ("KLOW, May 5. /SNA/. ", "KLOW", None, "SNA"),
        ("Klow [Syldavia], May 5, 2016 (SNA): ", "Klow", "2016-05-05", "SNA"),
        ("Klow, 05.05.2016, Syl-Plus - ", "Klow", "2016-05-05", "Syl-Plus"),
        ('Klow, SNA "Wire", 5 May 2016. ', "Klow", "2016-05-05", None),
        ("Klow | 5 May 2016 — ", "Klow", "2016-05-05", None),
        ("LIMA: ", "LIMA", None, None),
        ("LIMA, Peru: ", "LIMA", None, None),
        ("Port of Klow, May 5, 2016 - ", "Port of Klow", "2016-05-05", None),
        ("", None, None, None),
    ],
)
def test_datelines(
    line: str, place: str | None, published: str | None, publisher: str | None
) -> None:
    assert read(f"{TITLE}\n\n{line}{PROSE}") == Masthead(TITLE, published, place, publisher)


@pytest.mark.parametrize(
    "line",
    [
        "5 May 2016",
        "May 5, 2016",
        "Thursday, 5 May 2016 - 00:00",
        "Thu, 05/26/2016 - 12:39",
        "05.05.2016, Strelsau",
        "2016-05-05 09:30",
        "Published: 05.05.2016",
        "Submitted on 5 May 2016 - 6:27pm",
        "Updated: 2016-05-05 09:30",
        "RNA   Thursday, May 05, 2016",
        "05:35 PM | 5 May, 2016",
        "By Ann Lee | 5 May 2016 | News",
        "Strelsau Post, Strelsau      05 May 2016",
        "5 мая 2016, 19:28",
        "5 de mayo de 2016",
        "5. Mai 2016",
        "5 mai 2016",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_date_lines_of_a_page(line: str, above: bool) -> None:
    head = f"{line}\n\n{TITLE}" if above else f"{TITLE}\n\n{line}"
    day = "26" if "26" in line else "05"
    assert read(f"{head}\n\n{PROSE}").published == f"2016-05-{day}"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"{TITLE}\n\n{PROSE}\n\nPosted on May 6, 2016 | Author admin", "2016-05-06"),
        (f"{TITLE}\n\n{PROSE}\n\n06.05.2016", "2016-05-06"),
        (f"{TITLE}\n\n{PROSE}\n\nPOSTED 6 May 2016", "2016-05-06"),
        (f"{TITLE}\n\n{PROSE}\n\nStrelsau, 6 May 2016", "2016-05-06"),
        (f"{TITLE}\n\n{PROSE}\n\n(SNA 06 May 2016)", "2016-05-06"),
        (f"{TITLE}\n\n{PROSE}\n\nBern, 06.05.2016 - Federal Department", "2016-05-06"),
        (f"{TITLE}\n\nStrelsau, 5 and 6 May 2016\n\n{PROSE}", "2016-05-06"),
        (f"---\ntitle: x\ndate: 2016-05-05\n---\n\n# {TITLE}\n\n{PROSE}", "2016-05-05"),
        (f"No. 45/2016         Klow, 5 May 2016\n\n{PROSE}", "2016-05-05"),
        (f"{TITLE}\n5 May 2016\n\n{PROSE}\n\nKlow, 6 May 2016", "2016-05-05"),
        (f"{TITLE}\n\n{PROSE}\n\n17 March 2016: Doorstop, Klow", None),
        (f"{TITLE}\n\n{PROSE}\n\nLast review: 31 May 2016", "2016-05-31"),
        (f"{TITLE}\n\n5 May 2016\nLast updated: 10 May 2016\n\n{PROSE}", "2016-05-05"),
        (f"{TITLE}\n\nLast updated: 10 May 2016\n5 May 2016\n\n{PROSE}", "2016-05-05"),
        (f"{TITLE}\n\nMay 2016\n\n{PROSE}", "2016-05"),
        (
            f"{TITLE}\n\nThursday, 5 May 2016 4:02 p.m. Ministry of Foreign Affairs\n\n{PROSE}",
            "2016-05-05",
        ),
        (f"{TITLE} 5 мая 2016, 19:28\n\n{PROSE}", "2016-05-05"),
        (f" date 2016-05-05 {PROSE}", "2016-05-05"),
        (f"{TITLE}\n\n(2016-05-05) {PROSE}", "2016-05-05"),
        (f"10:33, May 6, 2016\n\n{TITLE}\n\nKLOW, May 5 (SNA) -- {PROSE}", "2016-05-06"),
        (f"{TITLE}\n\nKLOW, May 5 (SNA) -- {PROSE} It was founded in May 2016.", "2016-05-05"),
        (f"{TITLE}\n\nKLOW, May 5 (SNA) -- {PROSE} They met on 27 April 2016.", "2016-05-05"),
        (f"{TITLE}\n\nKLOW, May 5 (SNA) -- {PROSE} It first met on 27 March 2014.", None),
        (f"{TITLE}\n\nKLOW, May 5 (SNA) -- {PROSE} A fair will open on 9 July 2016.", "2016-05-05"),
        (f"{TITLE}\n\nKLOW, May 5 (SNA) -- {PROSE} It was held on 9 July 2014 by post.", None),
        (f"{TITLE}\n\nKLOW, May 5 (SNA) -- {PROSE} They met in September 2014.", None),
        (f"{TITLE}\n\n{PROSE} They parted on 6 May 2016.", None),
        (f"{TITLE}\n\n{PROSE}\n\n© 2016 The Post", None),
        (
            f"Joint Statement on the visit of 5-6 May 2016 to the Kingdom of Syldavia\n\n{PROSE}",
            None,
        ),
    ],
)
def test_which_date_is_that_of_publication(text: str, published: str | None) -> None:
    assert read(text).published == published


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("http://a.example/story-15-04-2016", "2016-04-15"),
        ("http://a.example/2016/04/15/story", "2016-04-15"),
        ("http://a.example/2016-04-15/story", "2016-04-15"),
        ("http://a.example/2016/04-15/30.shtml", "2016-04-15"),
        ("http://a.example/2016-04/15/content.htm", "2016-04-15"),
        ("http://a.example/n3/2016/0415/c90.html", "2016-04-15"),
        ("http://a.example/20160415/story", "2016-04-15"),
        ("http://a.example/15-Apr-2016/story", "2016-04-15"),
        ("http://a.example/2016apr15/story", "2016-04-15"),
        ("http://a.example/2016/04/story", "2016-04"),
        ("http://a.example/story-2016", None),
        ("http://a.example/99-99-2016", None),
        ("http://a.example/168374.html", None),
        ("http://a.example/story/201604159999", None),
        ("http://a.example/", None),
    ],
)
def test_dates_in_addresses(address: str, published: str | None) -> None:
    assert date_in_address(address) == published
    assert read(f"{TITLE}\n\n{PROSE}", address).published == published


def test_an_address_that_is_known_comes_before_one_in_the_text() -> None:
    text = f"{TITLE}\n\n{PROSE}\n\nLink: http://b.example/1"
    assert read(text).url == "http://b.example/1"
    assert read(text, "http://a.example/2").url == "http://a.example/2"


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE} More at http://a.example/story for those who want to know.",
        f"{PROSE}\n\nSee the page of the ministry at http://a.example/story and others",
    ],
)
def test_an_address_in_passing_is_not_that_of_the_report(text: str) -> None:
    assert read(text).url is None


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [("*RuNA*", "RuNA"), ("(RNA)", "RNA"), ("RNA\nab/cd", "RNA"), ("Firefly", None), ("", None)],
)
def test_the_sign_off_names_the_agency(foot: str, publisher: str | None) -> None:
    assert read(f"{TITLE}\n\n{PROSE}\n\n{foot}").publisher == publisher


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("TASHKENT, April 15 (UzA) — x", "TASHKENT", "April 15", "(UzA)"),
        (
            "Georgia, Tbilisi, Sept. 12 / Trend N. K. / x",
            "Georgia, Tbilisi",
            "Sept. 12",
            "/ Trend N. K. /",
        ),
        ("London – x", "London", None, None),
        (
            "BEIJING, (Asia / News - 22nd Aug, 2022 ) :x",
            "BEIJING",
            None,
            "(Asia / News - 22nd Aug, 2022 )",
        ),
    ],
)
def test_the_parts_of_a_dateline(
    line: str, place: str, date: str | None, agency: str | None
) -> None:
    found = dateline.match(line, 0, len(line))
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert line[found.end :] == "x"


@pytest.mark.parametrize(
    "line",
    [
        "The ministers met.",
        "On Monday – x",
        "Ruritania: x",
        "x – y",
        "5 May 2016 they met",
        "",
        "–",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline.match(make_view(line), 0, len(line)) is None


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_masthead(text: str) -> None:
    found = read(text)
    assert found.published is None or 4 <= len(found.published) <= 10
