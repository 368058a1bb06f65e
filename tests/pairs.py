"""Pairs of things of two articles that are one, and as many that are two: figures by a command.

    python tests/pairs.py

prints for persons, meetings and instruments how many pairs are joined and kept
apart as they should be. What is one needs evidence beside the name; what is two
has, as far as it can, the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from world import Row, document, gathering, quads, report

from kg import pipeline
from kg.identity import identify
from kg.model import Facts, Instrument, Meeting
from kg.store import Store

# --- persons ---------------------------------------------------------------------------

SECRETARY, FOREIGN, TRADE = (
    "Secretary of the Security Council",
    "Foreign Minister",
    "Trade Minister",
)


class Seen(NamedTuple):
    """A person of an article, with the company, the meeting and the day of the article."""

    who: Row
    company: tuple[Row, ...] = ()
    meeting: Meeting | None = None
    published: str = "2031-05-06"


FRIENDS: tuple[Row, ...] = (("Jan Solberg", "NO", None), ("Eva Brandt", "DE", None))
COUNCIL = gathering("session", organisation="SCO", body="Heads of State", ordinal=11)


def seen(name: str, party: str | None = None, office: str | None = None, **more: Any) -> Seen:
    return Seen((name, party, office), **more)


ONE_PERSON: list[tuple[Seen, Seen]] = [
    (seen("Mira Oland", "KZ", FOREIGN), seen("Mira Oland", "KZ", FOREIGN)),
    (seen("Mira Oland", "KZ", FOREIGN), seen("M. T. Oland", "KZ", FOREIGN)),
    (seen("Mira Oland", "KZ"), seen("Mira Oland", "KZ", "Prime Minister")),
    (seen("Yevgeny Sysoyev", "RU"), seen("Evgeny Sysoev", "RU")),
    (seen("Abdurahim Kakharov", "TJ", SECRETARY), seen("A. A. Kahhorov", "TJ", SECRETARY)),
    (seen("Sadyr Japarov", "KG"), seen("Sadyr Zhaparov", "KG")),
    (seen("Rashid Alimov", "SCO", "Secretary-General"), seen("Rashid Olimov", "SCO")),
    (seen("Oland Mira", "KZ", FOREIGN), seen("Mira Oland", "KZ", FOREIGN)),
    (
        seen("N. P. Tarasov", "RU", SECRETARY),
        seen("Nikolai Tarasov", "RU", "Security Council Secretary"),
    ),
    (seen("Tarasov", "RU", SECRETARY), seen("Nikolai Tarasov", "RU", SECRETARY)),
    (seen("Xi Ansheng", "CN", FOREIGN), seen("Ansheng Xi", "CN", FOREIGN)),
    (seen("Kim Jong-un", "KP"), seen("Kim Jong Un", "KP")),
    (seen("Mohammed Rahimi", "AF"), seen("Muhammad Rahimi", "AF", FOREIGN)),
    (seen("Николай Тарасов", "RU"), seen("Nikolai Tarasov", "RU", SECRETARY)),
    (seen("Nurlan Bayuzakovich Olandov", "KZ"), seen("Nurlan Olandov", "KZ", TRADE)),
    (seen("Dr. Mira Oland", "KZ"), seen("Mira Oland", "KZ", FOREIGN)),
    (
        seen("Mira Oland", "KZ", FOREIGN, published="2021-05-06"),
        seen("Mira Oland", "KZ", "Prime Minister", published="2039-05-06"),
    ),
    (
        seen("Mira Oland", "KZ", company=FRIENDS, meeting=COUNCIL),
        seen("M. Oland", None, company=(*FRIENDS, ("Aida Omar", "KZ", None)), meeting=COUNCIL),
    ),
]

TWO_PERSONS: list[tuple[Seen, Seen]] = [
    (seen("Mira Oland", "KZ", FOREIGN), seen("Mira Oland", "OSCE", FOREIGN)),
    (seen("Mira Oland", "KZ", FOREIGN), seen("Mira Oland", "NO", FOREIGN)),
    (seen("Mira Oland", "KZ", FOREIGN), seen("Mara Oland", "NO", FOREIGN)),
    (seen("Mira Oland", "KZ"), seen("Mirko Oland", "KZ")),
    (seen("Serdar Amanov", "TM", "President"), seen("Gurban Amanov", "TM", "President")),
    (seen("N. P. Tarasov", "RU", SECRETARY), seen("N. V. Tarasov", "RU", SECRETARY)),
    (seen("Wang Yi", "CN", FOREIGN), seen("Wang Yong", "CN", FOREIGN)),
    (seen("Mira Oland"), seen("Mira Oland")),
    (seen("Mira Oland", "KZ"), seen("M. Oland")),
    (seen("Tarasov", "RU", SECRETARY), seen("Nikolai Tarasov", "RU", TRADE)),
    (seen("Kim Jong-un", "KP"), seen("Kim Jong-il", "KP")),
    (seen("Ivan Petrov", "BG"), seen("Ivan Petrova", "BG")),
    (seen("Ann Lund", "OSCE"), seen("Ann Lund", "NATO")),
    (seen("Nikolai Tarasov", "RU", SECRETARY), seen("Dmitry Tarasov", "RU", SECRETARY)),
    (seen("Николай Тарасов", "RU"), seen("Nikolai Tarasov", "BY")),
    (
        seen("Tarasov", "RU", SECRETARY, published="2001-05-06"),
        seen("Tarasov", "RU", SECRETARY, published="2031-05-06"),
    ),
    (
        seen("Mira Oland", "KZ", company=FRIENDS, meeting=COUNCIL),
        seen("Mira Oland", "NO", company=FRIENDS[1:], meeting=COUNCIL),
    ),
    (
        seen("Eva Lund", "NO", company=(("Eva Lind", "NO", None), *FRIENDS)),
        seen("Eva Lind", "NO", company=(("Eva Lund", "NO", None), *FRIENDS)),
    ),
]


def persons(one: Seen, other: Seen) -> int:
    """Return how many persons the two of two articles are, by the stored question."""
    pair = {"first": one, "second": other}
    store = Store.in_memory(
        quads(
            *(
                report(name, [s.who, *s.company], meeting=s.meeting, published=s.published)
                for name, s in pair.items()
            )
        )
    )
    pipeline.join(store)
    rows = store.query("appearances")
    return len({r["person"] for r in rows if pair[str(r["article"])].who[0] == r["name"]})


# --- meetings --------------------------------------------------------------------------

DAY = "2031-05-04"
CALL: list[Row] = [("Mira Oland", "KZ", None), ("Jan Solberg", "NO", None)]
OTHERS: list[Row] = [("Mira Oland", "KZ", None), ("Eva Brandt", "DE", None)]

Told = tuple[Meeting, list[Row]]


def told(name: str, people: list[Row] | None = None, **facts: Any) -> Told:
    return gathering(name, **facts), people or []


SESSION: dict[str, Any] = {"organisation": "SCO", "body": "Secretaries of Security Councils"}
WORDED: dict[str, Any] = {"organisation": "SCO", "body": "Security Council Secretaries"}
SUMMIT: dict[str, Any] = {"organisation": "SCO", "body": "Heads of State"}
PORT: dict[str, Any] = {"place": "Tashkent", "country": "UZ"}

ONE_MEETING: list[tuple[Told, Told]] = [
    (told("session", **SESSION, ordinal=11), told("meeting", **SESSION, ordinal=11)),
    (told("session", **SESSION, ordinal=11), told("meeting", **WORDED, ordinal=11)),
    (told("session", **SESSION, start=DAY), told("meeting", **WORDED, start=DAY)),
    (told("s", **SESSION, ordinal=11, start=DAY, **PORT), told("t", **SESSION, ordinal=11)),
    (
        told("session", **SESSION, ordinal=11, start=DAY, end="2031-05-05", **PORT),
        told("meeting in Tashkent", organisation="SCO", start="2031-05-05", **PORT),
    ),
    (
        told("session", **SESSION, ordinal=11, start=DAY, end="2031-05-05", **PORT),
        told("meeting of 4-5 May", organisation="SCO", start=DAY, end="2031-05-05", **PORT),
    ),
    (
        told("session", **SESSION, ordinal=11, **PORT),
        told("session", **WORDED, start="2031-05", **PORT),
    ),
    (told("summit", **SUMMIT, start=DAY), told("summit", **SUMMIT, start=DAY, **PORT)),
    (told("summit", **SUMMIT, start=DAY), told("summit", **SUMMIT, start="2031-05-03", end=DAY)),
    (
        told("summit", **SUMMIT, ordinal=3, start="2031-05"),
        told("summit", **SUMMIT, ordinal=3, start=DAY),
    ),
    (told("summit", **SUMMIT, ordinal=3, **PORT), told("t", **SUMMIT, ordinal=3, place="Toshkent")),
    (told("talks", CALL, start=DAY), told("talks in Oslo", CALL, start=DAY)),
    (told("talks", CALL, start=DAY), told("meeting", CALL, start=DAY, **PORT)),
    (told("talks", CALL, start=DAY, **PORT), told("consultations", CALL, start=DAY, **PORT)),
    (
        told("talks", [("Yevgeny Sysoyev", "RU", None), *CALL], start=DAY),
        told("talks", [("Evgeny Sysoev", "RU", None), *CALL], start=DAY),
    ),
    (told("state visit", CALL, start=DAY), told("official visit", CALL, start=DAY)),
    (told("summit", OTHERS, **SUMMIT, start=DAY), told("t", CALL, **SUMMIT, start=DAY)),
]

TWO_MEETINGS: list[tuple[Told, Told]] = [
    (told("session", **SESSION, ordinal=11), told("session", **SESSION, ordinal=12)),
    (told("session", **SESSION, ordinal=11), told("session", **SUMMIT, ordinal=11)),
    (told("session", **SESSION, start=DAY), told("session", **SESSION, start="2032-05-04")),
    (told("session", **SESSION, start=DAY), told("session", **SUMMIT, start=DAY)),
    (
        told("session", **SESSION, start=DAY),
        told("s", **SESSION | {"organisation": "CIS"}, start=DAY),
    ),
    (
        told("s", **SESSION, start=DAY, place="Tashkent"),
        told("s", **WORDED, start=DAY, place="Osh"),
    ),
    (
        told("summit", **SUMMIT, start=DAY, country="UZ", ordinal=1),
        told("summit", **SUMMIT, start=DAY, country="KZ", ordinal=2),
    ),
    (told("summit", **SUMMIT, ordinal=3), told("summit", **SUMMIT)),
    (told("meeting", organisation="SCO", **PORT), told("meeting", organisation="SCO", **PORT)),
    (told("meeting", organisation="SCO", start=DAY), told("talks", organisation="SCO", start=DAY)),
    (told("talks", CALL, start=DAY), told("talks", OTHERS, start=DAY)),
    (told("talks", CALL, start=DAY), told("talks", CALL, start="2031-05-05")),
    (told("talks", CALL, start=DAY, place="Oslo"), told("talks", CALL, start=DAY, place="Bergen")),
    (told("state visit", CALL, start=DAY, place="Oslo"), told("talks", CALL, start=DAY)),
    (told("talks", CALL), told("talks", CALL)),
    (told("talks", start=DAY, **PORT), told("meeting", start=DAY, **PORT)),
    (
        told("meeting", [("Jan Solberg", "NO", None)], organisation="ASEAN", start=DAY, **PORT),
        told("talks", [("Eva Brandt", "DE", None)], organisation="ASEAN", start=DAY, **PORT),
    ),
]


def meetings(one: Told, other: Told) -> int:
    """Return how many meetings two articles tell of, by the store."""
    reports = [
        report(name, people, meeting=meeting)
        for name, (meeting, people) in (("first", one), ("second", other))
    ]
    return kinds(reports, "Meeting")


def kinds(reports: Sequence[Facts], kind: str) -> int:
    """Return how many things of a kind articles tell of together."""
    store = Store.in_memory(quads(*reports))
    found = identify(store)
    rows = store.query(f"SELECT DISTINCT ?thing WHERE {{ ?thing a readout:{kind} }}")
    return len({found.canonical.get(str(row["thing"]), row["thing"]) for row in rows})


# --- instruments -----------------------------------------------------------------------

FIGHT = "SCO Convention on the Fight against Extremism"

Paper = tuple[Instrument, Told]


def paper(name: str, kind: str, period: str | None = None, at: Told | None = None) -> Paper:
    return document(name, kind, period=period), at or told("summit", **SUMMIT, start=DAY)


SCO, CIS = told("summit", **SUMMIT, start=DAY), told("s", organisation="CIS", body="x", start=DAY)
LATER = told("summit", **SUMMIT, start="2032-06-07")
BILATERAL = told("talks", CALL, start=DAY)

ONE_PAPER: list[tuple[Paper, Paper]] = [
    (paper(FIGHT, "convention"), paper(FIGHT, "convention", at=LATER)),
    (paper(f"draft {FIGHT}", "convention"), paper(FIGHT, "convention", at=LATER)),
    (paper(FIGHT, "convention"), paper("Convention on Fight against Extremism", "convention")),
    (paper(FIGHT, "convention"), paper(FIGHT.upper(), "convention")),
    (paper("SCO Charter", "charter"), paper("SCO Charter", "charter", at=LATER)),
    (paper("joint statement", "statement"), paper("Joint Statement", "statement")),
    (paper("communique", "communique"), paper("joint communique", "communique")),
    (paper("final declaration", "declaration"), paper("declaration", "declaration")),
    (paper("minutes", "minutes"), paper("minutes", "minutes")),
    (
        paper("action plan on transit 2031-2033", "plan", "2031-2033"),
        paper("plan on transit", "plan"),
    ),
    (
        paper("programme of border cooperation 2031-2033", "programme", "2031-2033"),
        paper("cooperation programme on borders, 2031-2033", "programme", "2031-2033"),
    ),
    (
        paper("Treaty on Good Neighbourliness", "treaty", at=BILATERAL),
        paper("treaty on good neighbourliness", "treaty", at=BILATERAL),
    ),
    (
        paper("agreement on transit of goods", "agreement", at=BILATERAL),
        paper("memorandum on the transit of goods", "agreement", at=BILATERAL),
    ),
    (
        paper("Statute of the SCO Drug Centre", "other"),
        paper("Statute of the Drug Centre of the SCO", "other", at=LATER),
    ),
    (
        paper("Shanghai Cooperation Organization Convention on Transport Corridors", "convention"),
        paper("SCO Convention on Transport Corridors", "convention", at=LATER),
    ),
]

TWO_PAPERS: list[tuple[Paper, Paper]] = [
    (paper(FIGHT, "convention"), paper("SCO Convention on Transport Corridors", "convention")),
    (paper(FIGHT, "convention"), paper(FIGHT.replace("SCO", "CIS"), "convention", at=CIS)),
    (paper(FIGHT, "convention"), paper("protocol to the fight against extremism", "protocol")),
    (paper("joint statement", "statement"), paper("joint statement", "statement", at=LATER)),
    (paper("joint statement", "statement"), paper("joint statement", "statement", at=CIS)),
    (paper("joint statement", "statement"), paper("declaration", "declaration")),
    (paper("communique", "communique"), paper("minutes", "minutes")),
    (paper("agreement", "agreement"), paper("agreement", "agreement")),
    (paper("memorandum", "memorandum"), paper("memorandum", "memorandum")),
    (paper("protocol", "protocol"), paper("protocol", "protocol")),
    (
        paper("SCO border programme 2031-2033", "programme", "2031-2033"),
        paper("SCO border programme 2034-2036", "programme", "2034-2036"),
    ),
    (
        paper("SCO border security plan 2031", "plan", "2031"),
        paper("SCO border security plan 2032", "plan", "2032", at=LATER),
    ),
    (
        paper("SCO resolution 11 on border security", "resolution"),
        paper("SCO resolution 12 on border security", "resolution"),
    ),
    (
        paper("treaty on good neighbourliness", "treaty", at=BILATERAL),
        paper(
            "treaty on good neighbourliness", "treaty", at=told("talks", OTHERS, start="2031-01-02")
        ),
    ),
    (
        paper("agreement on transit of goods", "agreement", at=BILATERAL),
        paper("agreement on transit of gas", "agreement", at=BILATERAL),
    ),
]


def papers(one: Paper, other: Paper) -> int:
    """Return how many instruments two articles tell of, by the store."""
    reports = [
        report(name, people, meeting=meeting, instruments=[each])
        for name, (each, (meeting, people)) in (("first", one), ("second", other))
    ]
    return kinds(reports, "Instrument")


# --- figures ---------------------------------------------------------------------------

Pairs = Sequence[tuple[Any, Any]]

KINDS: dict[str, tuple[Pairs, Pairs, Callable[[Any, Any], int]]] = {
    "persons": (ONE_PERSON, TWO_PERSONS, persons),
    "meetings": (ONE_MEETING, TWO_MEETINGS, meetings),
    "instruments": (ONE_PAPER, TWO_PAPERS, papers),
}
"""By kind of thing: the pairs that are one, those that are two, and what counts them."""


class Figures(NamedTuple):
    """How many pairs there are, and how many of them are judged as they should be."""

    one: int
    joined: int
    two: int
    apart: int

    @property
    def precision(self) -> float:
        """The share of joins that are right."""
        made = self.joined + self.two - self.apart
        return self.joined / made if made else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs that are one which are joined."""
        return self.joined / self.one


def figures(kind: str) -> Figures:
    """Return the figures of a kind of thing."""
    one, two, count = KINDS[kind]
    joined = sum(count(left, right) == 1 for left, right in one)
    apart = sum(count(left, right) == 2 for left, right in two)
    return Figures(len(one), joined, len(two), apart)


def main() -> None:
    """Print the figures, a line a kind."""
    for kind in KINDS:
        f = figures(kind)
        print(
            f"{kind:<12} {f.joined} of {f.one} joined, {f.apart} of {f.two} kept apart:"
            f" precision {f.precision:.2f}, recall {f.recall:.2f}"
        )


if __name__ == "__main__":
    main()
