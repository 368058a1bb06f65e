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
    Report(
        "an agreement welcomed, another denied",
        "2023-02-16",
        "VIENNA, 16 February 2023. The fourth session of the Danube Ferry Commission was held in"
        " Vienna on 15 February 2023.\n\n"
        "The ministers welcomed the signing of the Ferry Tariff Agreement in Bratislava. The chair"
        " denied that a memorandum on tolls had been signed. If talks succeed, the parties will"
        " sign a protocol on night traffic. In a joint communique the ministers call for lower"
        " fees.\n",
        {
            "Ferry Tariff Agreement": [("signed", None), ("referenced", "m1")],
            "joint communique": [("adopted", "m1")],
        },
        (),
    ),
    Report(
        "a shared head, a gapped verb and an amendment",
        "2018-11-27",
        "PANAMA CITY, 27 November 2018. The ninth meeting of the Caribbean Ports Council was held"
        " in Panama City on 26 November 2018.\n\n"
        "The parties signed agreements on cruise ships, on pilots and on waste. Panama and Cuba"
        " signed a memorandum on training, and Haiti and Jamaica a protocol on customs. The council"
        " adopted a declaration on storms, and an amendment to the statute of the council.\n",
        {
            "agreement on cruise ships": [("signed", "m1")],
            "agreement on pilots": [("signed", "m1")],
            "agreement on waste": [("signed", "m1")],
            "memorandum on training": [("signed", "m1")],
            "protocol on customs": [("signed", "m1")],
            "declaration on storms": [("adopted", "m1")],
            "amendment to the statute of the council": [("adopted", "m1")],
            "statute of the council": [("referenced", "m1")],
        },
        (),
    ),
    Report(
        "talks in reported speech",
        "2023-10-18",
        "ULAANBAATAR, 18 October 2023. Foreign Minister Bat Erdene of Mongolia met Foreign Minister"
        " Jan Kos of Slovenia in Ulaanbaatar on Tuesday.\n\n"
        "The sides discussed air links, wool exports and visa fees, Kos said. They exchanged views"
        " on regional and international issues, the ministry said. Mongolia hopes for more"
        " tourists, the minister added.\n",
        {},
        ("air links", "wool exports", "visa fees", "regional issues", "international issues"),
    ),
    Report(
        "a numbered readout",
        "2017-08-10",
        "Maldives-Nepal Foreign Ministers' Meeting\n\nAugust 10, 2017\n\n"
        "On August 9 Foreign Minister Ali Nazim of Maldives met Foreign Minister Ram Thapa of Nepal"
        " in Malé.\n\n"
        "1. Security\n\nThe two ministers reviewed a draft Agreement on Air Rescue.\n\n"
        "2. Economy\n\nThey agreed to conclude a Trade Agreement by 2019.\n",
        {
            "draft Agreement on Air Rescue": [("discussed", "m1")],
            "Trade Agreement": [("to-be-signed", None)],
        },
        ("Security", "Economy"),
    ),
    Report(
        "items below a line that announces them",
        "2009-09-18",
        "VIENNA, 18 September 2009. The twelfth General Conference of the Alpine Weather Agency was"
        " held in Vienna on 17 September 2009.\n\n"
        "Resolutions were adopted on these items:\n\n"
        "- the safety of dams;\n- flood forecasts.\n\n"
        "A Presidential statement was read out.\n",
        {
            "Resolution on safety of dams": [("adopted", "m1")],
            "Resolution on flood forecasts": [("adopted", "m1")],
            "Presidential statement": [("adopted", "m1")],
        },
        ("safety of dams", "flood forecasts"),
    ),
    Report(
        "a decision with its subject in apposition",
        "2024-05-29",
        "QUITO, 29 May 2024. The sixth meeting of the Andean Glacier Council was held in Quito on"
        " 28 May 2024.\n\n"
        "The council approved Decision 922, on ice cores, and a declaration in support of the"
        " return of research. It also took note of the report of the secretariat, which will be"
        " published in June. Bolivia has ratified the Glacier Treaty.\n",
        {
            "Decision 922, on ice cores": [("approved", "m1")],
            "declaration in support of the return of research": [("approved", "m1")],
            "report of the secretariat": [("heard", "m1")],
            "Glacier Treaty": [("ratified", None)],
        },
        (),
    ),
    Report(
        "noise below the report",
        "2023-02-15",
        "SUVA, 15 February 2023. The second session of the Fiji-Samoa Joint Commission was held in"
        " Suva on 14 February 2023.\n\n"
        "The commission discussed reef rescue and adopted the agreed minutes.\n\n"
        "Related news\n- Peru, Chile sign treaty on copper\n- Minister opens a bridge\n",
        {"agreed minutes": [("adopted", "m1")]},
        ("reef rescue",),
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
