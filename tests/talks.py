"""Invented articles on what the extract holds, and which item each of their things is."""

from __future__ import annotations

from world import document, gathering, report

from kg.model import Facts

FORUM = "Northern Lakes Forum"
FOREIGN, SECRETARY = "Minister of Foreign Affairs", "Secretary of the Security Council"


def articles() -> tuple[Facts, ...]:
    """Return the articles: summits, conferences, treaties, and persons with namesakes."""
    return (
        report(
            "summit",
            [
                ("Mira Oland", "NO", FOREIGN),
                ("Rustam Azizov", "UZ", "Minister of Trade"),
                ("Askar Temirov", "KZ", "President"),
            ],
            meeting=gathering("summit of the Northern Lakes Forum", organisation=FORUM,
                              start="2031-05-04", end="2031-05-05", place="Lindvik", country="NO"),
        ),
        report(
            "earlier-summit",
            [("Jan Solberg", "NO", FOREIGN), ("Timur Sadykov", "KZ", "President")],
            meeting=gathering("summit of the Forum", organisation=FORUM, start="2030-05-04",
                              place="Lindvik", country="KZ"),
            published="2030-05-06",
        ),
        report(
            "session",
            [("Eva Lind", "NO", None), ("Dmitry Tarasov", "RU", None)],
            meeting=gathering("fifth session of the Lakes Commission", organisation=FORUM,
                              body="Lakes Commission", ordinal=5),
        ),
        report(
            "undated",
            [("Askar Temirov", "KZ", None), ("Rustam Azizov", "UZ", None)],
            meeting=gathering("Northern Lakes Forum summit", organisation=FORUM),
        ),
        report(
            "water",
            [("Mira Oland", "KZ", None), ("Jan Solberg", "NO", None)],
            meeting=gathering("Lindvik Conference on Water", start="2029-06-07",
                              place="Lindvik", country="NO"),
            instruments=[document("Lindvik Convention on Water", "convention", action="signed")],
            published="2029-06-08",
        ),
        report(
            "herring",
            [("Ole Berg", "NO", "Minister of Fisheries"), ("Ole Dahl", "NO", "Minister of Mines")],
            meeting=gathering("Lindvik Conference on Herring", start="2031-06-07",
                              place="Elvdal", country="NO"),
            instruments=[
                document("Treaty on Northern Rivers", "treaty", action="signed", key="i"),
                document("Charter of Northern Waters", "charter", action="adopted", key="j"),
            ],
        ),
        report(
            "compact",
            [("Nikolai Tarasov", "RU", SECRETARY), ("Li Anming", "CN", "State Councilor")],
            meeting=gathering("Fjord Compact meeting", organisation="Fjord Compact",
                              start="2031-07-08", place="Torsund", country="NO"),
        ),
        report(
            "chair",
            [("Farrukh Nazarov", "TJ", None), ("Anna Holm", FORUM, "Chairman"),
             ("Ivar Moen", "NO", None), ("Nobody Known", "NO", None), ("Sven Haug", "NO", None)],
            meeting=gathering("talks in Torsund", start="2031-02-03", place="Torsund"),
        ),
    )  # fmt: skip


LINKED = {
    "instrument:water--lindvik-convention-on-water": "Q7401",
    "meeting:2029-06-07--lindvik--kz-oland-m--no-solberg-j": "Q7303",
    "meeting:northern-lakes-forum-lakes-commission-5": "Q7306",
    "meeting:northern-lakes-forum-summit-2030-05-04": "Q7302",
    "meeting:northern-lakes-forum-summit-2031-05-04": "Q7301",
    "office:cn-state-councilor": "Q835630",
    "office:kz-president": "Q9003",
    "office:no-minister-of-foreign-affairs": "Q9002",
    "office:northern-lakes-forum-chairman": "Q9012",
    "office:ru-secretary-of-security-council": "Q109551787",
    "office:uz-minister-of-trade": "Q9004",
    "organisation:northern-lakes-forum": "Q7101",
    "organisation:northern-lakes-forum-lakes-commission": "Q7103",
    "person:cn-li-a": "Q8015",
    "person:kz-oland-m": "Q8002",
    "person:kz-sadykov-t": "Q8019",
    "person:kz-temirov-a": "Q8008",
    "person:no-haug-s": "Q8021",
    "person:no-oland-m": "Q8001",
    "person:no-solberg-j": "Q8003",
    "person:ru-tarasov-d": "Q8007",
    "person:ru-tarasov-n": "Q8005",
    "person:tj-nazarov-f": "Q8014",
    "person:uz-azizov-r": "Q8013",
    "place:kz-lindvik": "Q7202",
    "place:no-lindvik": "Q7201",
    "place:no-torsund": "Q7204",
}
"""What the extract decides: the item of each thing but countries. The rest has none, or two."""

OPEN = {
    "instrument:herring--charter-of-northern-waters",
    "meeting:undated--northern-lakes-forum-summit",
    "office:no-minister-of-mines",
    "organisation:fjord-compact",
    "person:no-lind-e",
    "person:no-moen-i",
    "place:no-elvdal",
    "place:torsund",
}
"""What stays a candidate for a person to judge: the name alone agrees, two do, or a series."""
