"""Whole reports, invented, from many parts of the world: their documents, deeds and topics."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kg import pipeline
from kg.model import Article, Facts

Deeds = dict[str, list[tuple[str, str | None]]]


@dataclass(frozen=True)
class Report:
    """A report with what it states: documents with their deeds, and subjects."""

    name: str
    published: str
    text: str
    documents: Deeds
    topics: tuple[str, ...]


REPORTS = (
    Report(
        "a session that signs and looks ahead",
        "2019-03-12",
        "KAMPALA, 12 March 2019. The ninth session of the Victoria Basin Council of Ministers was"
        " held on 11 March 2019 in Kampala.\n\n"
        "The ministers discussed water levels, fishing rights and the safety of ferries. They"
        " signed the Protocol on Ferry Safety and a memorandum of understanding on fish stocks."
        " A draft Convention on the Lake is to be adopted at the tenth session of the Victoria"
        " Basin Council of Ministers, which will be held in Kisumu on 2 June 2020.\n",
        {
            "Protocol on Ferry Safety": [("signed", "m1")],
            "memorandum of understanding on fish stocks": [("signed", "m1")],
            "draft Convention on the Lake": [("to-be-adopted", "m2")],
        },
        ("water levels", "fishing rights", "safety of ferries"),
    ),
    Report(
        "a list of documents below the talks",
        "2021-10-05",
        "BOGOTA, 5 October 2021. Foreign Minister Ana Salas of Colombia met Foreign Minister Luis"
        " Prado of Bolivia in Bogota on Monday.\n\n"
        "After the talks the following documents were signed:\n\n"
        "- Agreement between Colombia and Bolivia on the recognition of diplomas;\n"
        "- Memorandum of Understanding on the fight against forest fires;\n"
        "- Programme of cultural exchange for 2022-2024.\n",
        {
            "Agreement between Colombia and Bolivia on the recognition of diplomas": [
                ("signed", "m1")
            ],
            "Memorandum of Understanding on the fight against forest fires": [("signed", "m1")],
            "Programme of cultural exchange for 2022-2024": [("signed", "m1")],
        },
        (),
    ),
    Report(
        "an agenda of a conference to come",
        "2014-07-02",
        "APIA, 2 July 2014. The eleventh Oceania Fisheries Conference will take place in Apia on"
        " 30 July 2014.\n\n"
        "On the agenda are tuna quotas, marine litter and illegal fishing. The ministers are"
        " expected to adopt the Apia Declaration and to sign a protocol on port fees. Last year's"
        " Nadi Declaration stays in force.\n",
        {
            "Apia Declaration": [("to-be-adopted", "m1")],
            "protocol on port fees": [("to-be-signed", "m1")],
            "Nadi Declaration": [("referenced", "m1")],
        },
        ("tuna quotas", "marine litter", "illegal fishing"),
    ),
    Report(
        "reports heard and budgets approved",
        "2016-12-03",
        "LIBREVILLE, 3 December 2016. The Council of Ministers of the Equatorial Rail Union held"
        " its fifth session in Libreville on 2 December 2016.\n\n"
        "The council heard the report of the secretariat on gauges and approved the budget for"
        " 2017. It took up the state of the bridges, staff pay and cross-border trade. No joint"
        " statement was issued.\n",
        {
            "report of the secretariat on gauges": [("heard", "m1")],
            "budget for 2017": [("approved", "m1")],
        },
        ("state of the bridges", "staff pay", "cross-border trade"),
    ),
    Report(
        "what was signed long before",
        "2010-06-18",
        "TBILISI, 18 June 2010. The third meeting of the Georgia-Latvia Joint Commission was held"
        " in Tbilisi on 17 June 2010.\n\n"
        "The sides recalled the Treaty on Friendship, which was signed in May 1996. They"
        " exchanged views on tourism and food safety and adopted a joint statement.\n",
        {
            "Treaty on Friendship": [("signed", None), ("referenced", "m1")],
            "joint statement": [("adopted", "m1")],
        },
        ("tourism", "food safety"),
    ),
    Report(
        "plans that are no documents yet",
        "2022-02-09",
        "MUSCAT, 9 February 2022. The Oman-Fiji political consultations took place in Muscat on"
        " 8 February 2022.\n\n"
        "Both sides plan to open embassies. They discussed a programme of visits and agreed that"
        " agreement on fees should be reached soon. Twelve documents are ready, an official said."
        " The list of guests was short.\n",
        {},
        (),
    ),
)


def read(report: Report) -> Facts:
    return pipeline.extract(Article("a", report.text, published=report.published))


@pytest.fixture(params=REPORTS, ids=lambda report: report.name)
def report(request: pytest.FixtureRequest) -> Report:
    found: Report = request.param
    return found


def test_documents_and_deeds(report: Report) -> None:
    told = {i.name: [(a.action, a.meeting) for a in i.actions] for i in read(report).instruments}
    assert told == report.documents


def test_subjects_of_the_talks(report: Report) -> None:
    assert set(report.topics) <= {topic.name for topic in read(report).topics}


def test_every_quote_replays(report: Report) -> None:
    facts = read(report)
    quotes = [p for i in facts.instruments for p in i.evidence]
    quotes += [p for i in facts.instruments for a in i.actions for p in a.evidence]
    quotes += [p for topic in facts.topics for p in topic.evidence]
    assert all(report.text[p.start : p.end] == p.quote for p in quotes)


def test_nothing_is_told_as_done_at_a_meeting_to_come(report: Report) -> None:
    facts = read(report)
    planned = {meeting.key for meeting in facts.meetings if meeting.status == "planned"}
    done = ("signed", "adopted", "approved", "discussed", "heard", "ratified")
    told = {a.meeting for i in facts.instruments for a in i.actions if a.action in done}
    assert not told & planned


def test_the_same_text_gives_the_same_facts(report: Report) -> None:
    assert read(report) == read(report)
