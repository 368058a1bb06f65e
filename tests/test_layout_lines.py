"""The lines of a page: prose, furniture, bullets and headings, one by one."""

from __future__ import annotations

import pytest

from kg.language import layout
from kg.language.layout import Row
from kg.language.view import make_view


def lines(text: str) -> list[Row]:
    return layout.rows(text, make_view(text))


def line(text: str) -> Row:
    (only,) = lines(text)
    return only


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one\ntwo\n", ["one", "two"]),
        ("one\r\ntwo\r\n", ["one", "two"]),
        ("one\n\n\ntwo", ["one", "two"]),
        ("  one  \n\ttwo", ["one", "two"]),
        ("one  two", ["one two"]),
        ("# one", ["one"]),
        ("- one\n- two", ["one", "two"]),
        ("• one\n• two", ["one", "two"]),
        ("1. one\n2) two\n(c) three", ["one", "two", "three"]),
        ("iv. four\nXII. twelve", ["four", "twelve"]),
        ("10 one", ["10 one"]),
        ("-one", ["-one"]),
        ("3.5 per cent", ["3.5 per cent"]),
        ("\n \n\t\n", []),
        ("", []),
    ],
)
def test_lines_and_their_words(text: str, words: list[str]) -> None:
    assert [row.words for row in lines(text)] == words


@pytest.mark.parametrize(
    ("text", "gaps"),
    [("one\ntwo", [True, False]), ("one\n\ntwo", [True, True]), ("\n\none\ntwo", [True, False])],
)
def test_a_gap_is_a_blank_line_before(text: str, gaps: list[bool]) -> None:
    assert [row.gap for row in lines(text)] == gaps


@pytest.mark.parametrize("text", ["one\n  - two\n\n3) three\n# four\n", "é\n\n• ü\r\n𝄞"])
def test_a_line_stands_where_its_words_stand(text: str) -> None:
    for row in lines(text):
        assert row.start <= row.lead <= row.end
        assert " ".join(make_view(text)[row.lead : row.end].split()) == row.words


@pytest.mark.parametrize(
    "text",
    [
        "Home",
        "Menu",
        "Read more",
        "Share",
        "Print",
        "Share on Facebook",
        "Follow us on Twitter",
        "All rights reserved.",
        "© 2019 Ministry of Water",
        "Photo: Ministry of Water",
        "(Photo: Ministry of Water)",
        "https://water.example",
        "press@water.example",
        "***",
        "— — —",
        "12.06.2019",
        "12 June 2019",
        "Share | Print | E-mail",
        "Министерство иностранных дел",
        "外交部",
        "وزارة الخارجية",
    ],
)
def test_furniture(text: str) -> None:
    assert all(layout.noise(row) for row in lines(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Gaborone on Tuesday.",
        "Ministers meet in Gaborone",
        "The ministers said that they would share the water of the lake.",
        "They printed a map.",
        "Home ministers meet in Gaborone",
        "H.E. Mr. Chanda Mulenga, Minister of Water of Zambia",
        "Protocol on dams",
        "Zambia: Chanda Mulenga",
        "The Ministry (Министерство) met its guests.",
    ],
)
def test_what_is_no_furniture(text: str) -> None:
    assert not layout.noise(line(text))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The ministers of the two countries met in Gaborone on Tuesday.", True),
        ("Did the ministers of the two countries meet on Tuesday?", True),
        ("The ministers of the two countries agreed on the following:", True),
        ("“The ministers of the two countries met on Tuesday.”", True),
        ("Ministers meet in Gaborone", False),
        ("They met.", False),
        ("word " * 30, True),
    ],
)
def test_prose(text: str, prose: bool) -> None:
    assert line(text).prose is prose


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("They met.", "."),
        ("They met.”", "."),
        ("They met (in May).", "."),
        ("They met (in May)", "y"),
        ("They met:", ":"),
        ("They met", "t"),
    ],
)
def test_the_last_mark(text: str, mark: str) -> None:
    assert line(text).ends == mark


@pytest.mark.parametrize(
    ("text", "bullet", "numbered"),
    [
        ("- one", True, True),
        ("• one", True, True),
        ("1. one", True, True),
        ("(a) one", True, True),
        ("one", False, False),
        ("# one", False, False),
    ],
)
def test_bullets(text: str, bullet: bool, numbered: bool) -> None:
    row = line(text)
    assert (row.bullet, row.numbered) == (bullet, numbered)


@pytest.mark.parametrize(
    "text",
    [
        "12 June 2019",
        "Wednesday, 12 June 2019",
        "Published: 12 June 2019",
        "12.06.2019, 14:30",
        "Posted on June 12, 2019 at 2:30 pm",
        "Press release, 12 June 2019",
    ],
)
def test_a_line_of_the_day(text: str) -> None:
    assert layout.stamped(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "12 June",
        "The ministers of the two countries met in Gaborone on 12 June 2019.",
        "Sixth meeting of the Water Council held in Gaborone on 11 June 2019",
        "Ministers meet",
        "Room 12",
    ],
)
def test_no_line_of_the_day(text: str) -> None:
    assert not layout.stamped(line(text))


@pytest.mark.parametrize(
    "text", ["Home > News", "News | Press | Contact", "Home / News", "Home » News » Ministers"]
)
def test_crumbs(text: str) -> None:
    assert layout.crumbs(line(text))


@pytest.mark.parametrize(
    "text", ["Ministers meet in Gaborone", "The ministers met.", "Zambia, Malawi sign agreement"]
)
def test_no_crumbs(text: str) -> None:
    assert not layout.crumbs(line(text))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("By Ana Ruiz", True),
        ("By Ana Ruiz, Daily Herald", True),
        ("BY ANA RUIZ", True),
        ("By the lake, ministers meet", False),
        ("By Tuesday the ministers had met.", False),
        ("Ana Ruiz", False),
    ],
)
def test_the_line_of_the_writer(text: str, by: bool) -> None:
    assert layout.byline(line(text)) is by


@pytest.mark.parametrize(
    "text",
    ["Related news", "RELATED ARTICLES", "Latest news", "See also", "Related news:", "Read also:"],
)
def test_other_stories_follow(text: str) -> None:
    assert layout.opens_section(line(text))


@pytest.mark.parametrize(
    "text", ["Related matters were discussed.", "The latest news was good.", "Ministers meet"]
)
def test_no_other_stories_follow(text: str) -> None:
    assert not layout.opens_section(line(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Ministers of two countries meet\n\nThe ministers met in Gaborone on Tuesday, they"
            " said.",
            0,
        ),
        (
            "Home\n\nMinisters of two countries meet\n\nThe ministers met in Gaborone, they said"
            " so.",
            1,
        ),
        (
            "12 June 2019\nMinisters of two countries meet\n\nThe ministers met in May, they said"
            " so.",
            1,
        ),
        (
            "© 2019 Ministry of Fish. All rights reserved.\n\nMinisters of two countries meet\n\n"
            "The ministers met in May, they said so.",
            1,
        ),
        (
            "This website uses cookies to improve your stay.\n\nMinisters of two countries meet\n\n"
            "The ministers met in May, they said so.",
            1,
        ),
        ("# Ministers meet\n\nThe ministers met in Gaborone on Tuesday, they said to us.", 0),
        ("The ministers of the two countries met in Gaborone on Tuesday, they said.", None),
        ("", None),
    ],
)
def test_the_heading_of_a_report(text: str, number: int | None) -> None:
    assert layout.title(lines(text), text) == number
