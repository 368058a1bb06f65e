"""Facts as a notebook shows them: the kinds that are there, the words they rest on, all escaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from kg.model import (
    Action,
    Article,
    Facts,
    Instrument,
    Meeting,
    Office,
    Participant,
    Passage,
    Person,
    Topic,
)
from kg.notebook import LONGEST, render

TEXT = "The ministers met in Malé. They spoke of reefs & signed a <protocol>."


def quote(words: str) -> tuple[Passage, ...]:
    start = TEXT.index(words)
    return (Passage(start, start + len(words), words),)


MEETING = Meeting(
    key="m1",
    name="meeting of ministers",
    ordinal=None,
    organisation=None,
    body=None,
    start="2019-06-11",
    end=None,
    place="Malé",
    country="MV",
    chair=None,
    status="held",
    evidence=quote("The ministers met in Malé."),
    rule="verb",
)
PERSON = Person(
    name="Aisha Rasheed",
    aliases=(),
    offices=(Office("Minister of Reefs", "MV", (), "r"), Office("Envoy", None, (), "r")),
    evidence=quote("The ministers"),
    rule="office-name",
)
SEAT = Participant("m1", "Aisha Rasheed", "MV", quote("The ministers met"), "verb")
PROTOCOL = Instrument(
    key="i1",
    name="a <protocol>",
    kind="protocol",
    period=None,
    actions=(
        Action("signed", "m1", quote("signed"), "verb"),
        Action("referenced", None, (), "title"),
    ),
    evidence=quote("signed a <protocol>"),
    rule="title",
)
TOPIC = Topic("reefs & tides", "m1", quote("spoke of reefs"), "cue")
ALL = Facts(
    Article("male-2019", TEXT, title="Ministers & reefs"),
    (MEETING,),
    (PERSON,),
    (SEAT,),
    (PROTOCOL,),
    (TOPIC,),
)


def captions(page: str) -> list[str]:
    return re.findall(r"<caption>(.*?)</caption>", page)


def cells(page: str, table: str) -> list[list[str]]:
    """Return the cells of the rows of the table with a caption, as a reader sees them."""
    whole = page[page.index(f"<caption>{table}</caption>") :].partition("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", whole)
    return [[unescape(c) for c in re.findall(r"<t[dh]>(.*?)</t[dh]>", row)] for row in rows]


@pytest.mark.parametrize(
    ("table", "head", "row"),
    [
        (
            "meetings",
            ["meeting", "from", "to", "place", "status", "rule", "quote"],
            [
                "meeting of ministers",
                "2019-06-11",
                "",
                "Malé",
                "held",
                "verb",
                "The ministers met in Malé.",
            ],
        ),
        (
            "persons",
            ["person", "offices", "rule", "quote"],
            ["Aisha Rasheed", "Minister of Reefs, MV; Envoy", "office-name", "The ministers"],
        ),
        (
            "participants",
            ["meeting", "person", "party", "rule", "quote"],
            ["meeting of ministers", "Aisha Rasheed", "MV", "verb", "The ministers met"],
        ),
        (
            "instruments",
            ["instrument", "kind", "what was done", "rule", "quote"],
            [
                "a <protocol>",
                "protocol",
                "signed at meeting of ministers; referenced",
                "title",
                "signed a <protocol>",
            ],
        ),
        (
            "topics",
            ["topic", "meeting", "rule", "quote"],
            ["reefs & tides", "meeting of ministers", "cue", "spoke of reefs"],
        ),
    ],
)
def test_each_kind_is_a_table(table: str, head: list[str], row: list[str]) -> None:
    assert cells(render(ALL), table) == [head, row]


def test_the_order_of_the_tables() -> None:
    assert captions(render(ALL)) == ["meetings", "persons", "participants", "instruments", "topics"]


@pytest.mark.parametrize("kind", ["meetings", "persons", "participants", "instruments", "topics"])
def test_a_kind_that_is_not_there_has_no_table(kind: str) -> None:
    page = render(replace(ALL, **{kind: ()}))
    assert kind not in captions(page)
    assert len(captions(page)) == 4


def test_an_article_that_states_nothing_has_its_title_alone() -> None:
    assert render(Facts(Article("a", "x", title="Rain"))) == "<p>Rain</p>"


def test_an_article_without_a_title_is_called_by_its_id() -> None:
    assert render(Facts(Article("male-2019", "x"))) == "<p>male-2019</p>"


def test_text_is_no_markup() -> None:
    page = render(ALL)
    assert "&lt;protocol&gt;" in page
    assert "<protocol>" not in page
    assert "Ministers &amp; reefs" in page


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("short", "short"),
        ("two\n  lines", "two lines"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * LONGEST + "…"),
        ("y " * LONGEST, ("y " * (LONGEST // 2)).rstrip() + "…"),
    ],
)
def test_a_long_quote_is_cut(words: str, shown: str) -> None:
    topic = replace(TOPIC, evidence=(Passage(0, len(words), words),))
    page = render(Facts(Article("a", words), topics=(topic,)))
    assert cells(page, "topics")[1][-1] == shown


def test_a_fact_without_a_passage_shows_no_quote() -> None:
    page = render(Facts(Article("a", "x"), topics=(replace(TOPIC, evidence=()),)))
    assert cells(page, "topics")[1][-1] == ""


def test_a_topic_of_no_meeting_and_a_place_without_a_city() -> None:
    meeting = replace(MEETING, place=None, start=None)
    facts = replace(ALL, meetings=(meeting,), topics=(replace(TOPIC, meeting=None),))
    page = render(facts)
    assert cells(page, "topics")[1][1] == ""
    assert cells(page, "meetings")[1][1:4] == ["", "", "MV"]


def test_a_meeting_that_the_facts_do_not_hold_is_called_by_its_key() -> None:
    page = render(replace(ALL, meetings=()))
    assert cells(page, "topics")[1][1] == "m1"
    assert cells(page, "participants")[1][0] == "m1"


def test_a_notebook_asks_the_facts_themselves() -> None:
    assert ALL._repr_html_() == render(ALL)
