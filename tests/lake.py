"""A small invented world for the tests of pages: two articles on sessions of one council.

The fourth session is planned in the first article and held in the second; each
fact has the words it rests on.
"""

from __future__ import annotations

import re

from kg.graph.statements import nquads
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
from kg.namespaces import BASE
from kg.store import Store

UNION = "River Union"
COUNCIL = "Lake Council"

THIRD = (
    "Third session of the Lake Council\n\n"
    "The third session of the Lake Council of the River Union took place in Riga on 2 May 2019."
    " It was attended by Minister of Canals of Latvia Anna Berga and Minister of Locks of Estonia"
    " Jaan Kask. They discussed eel migration. The Accord on Locks was signed."
    " The weather stayed fair. The fourth session will be held in Tallinn in 2020 and is to adopt"
    " the Charter of Dams.\n"
)
FOURTH = (
    "The fourth session of the Lake Council of the River Union was held in Tallinn on 9 June 2020"
    " under the chairmanship of Jaan Kask. Anna Berga attended it. A. Berga spoke on eel"
    " migration. Lithuania took part. The Charter of Dams was adopted.\n"
)

THIRD_ARTICLE = Article(
    "lake-third",
    THIRD,
    "https://news.example/third?a=1#top",
    "Third session",
    "The Lock",
    "2019-05-03",
)
FOURTH_ARTICLE = Article("lake-fourth", FOURTH, "javascript:alert(1)", None, None, "2020-06-10")

MEETING = f"{BASE}meeting/river-union-lake-council-4"
"""The session that one article plans and the other holds."""

EARLIER = f"{BASE}meeting/river-union-lake-council-3"
BERGA = f"{BASE}person/lv-berga-a"
KASK = f"{BASE}person/ee-kask-j"


def words(text: str, *quotes: str) -> tuple[Passage, ...]:
    """Return the passages at the first places where a text has these quotes."""
    starts = [(text.index(quote), quote) for quote in quotes]
    return tuple(Passage(start, start + len(quote), quote) for start, quote in starts)


def session(
    text: str, key: str, ordinal: int, status: str, date: str, quote: str, **more: str | None
) -> Meeting:
    """Return a session of the council that rests on a quote."""
    return Meeting(
        key=key,
        name=re.split(" of the River| will be", quote)[0],
        ordinal=ordinal,
        organisation=UNION,
        body=COUNCIL,
        start=date,
        end=None,
        place=more.get("place"),
        country=more.get("country"),
        chair=more.get("chair"),
        status=status,  # type: ignore[arg-type]  # the statuses of the tables below
        evidence=words(text, quote),
        rule="test-session",
    )


def holder(text: str, name: str, title: str, of: str, *aliases: str) -> Person:
    """Return a person in an office; both rest on the words in which office and name stand."""
    quote = words(text, *(form for form in (name, *aliases)))
    office = (Office(title, of, quote[:1], "test-office"),) if title else ()
    return Person(name, aliases, office, quote, "test-name")


def third() -> Facts:
    """Return what the first article states."""
    text = THIRD
    held = session(
        text, "m1", 3, "held", "2019-05-02",
        "third session of the Lake Council of the River Union took place in Riga on 2 May 2019",
        place="Riga", country="LV",
    )  # fmt: skip
    planned = session(
        text, "m2", 4, "planned", "2020",
        "fourth session will be held in Tallinn in 2020", place="Tallinn", country="EE",
    )  # fmt: skip
    berga = holder(text, "Anna Berga", "Minister of Canals", "LV")
    kask = holder(text, "Jaan Kask", "Minister of Locks", "EE")
    attending = words(
        text,
        "attended by Minister of Canals of Latvia Anna Berga",
        "attended by Minister of Canals of Latvia Anna Berga and Minister of Locks of Estonia"
        " Jaan Kask",
    )
    return Facts(
        THIRD_ARTICLE,
        meetings=(held, planned),
        persons=(berga, kask),
        participants=(
            Participant("m1", "Anna Berga", "LV", attending[:1], "test-list"),
            Participant("m1", "Jaan Kask", "EE", attending[1:], "test-list"),
        ),
        instruments=(
            _document(text, "i1", "Accord on Locks", "agreement", "signed", "m1",
                      "The Accord on Locks was signed"),
            _document(text, "i2", "Charter of Dams", "charter", "to-be-adopted", "m2",
                      "is to adopt the Charter of Dams"),
        ),
        topics=(_topic(text, "discussed eel migration"),),
    )  # fmt: skip


def fourth() -> Facts:
    """Return what the second article states."""
    text = FOURTH
    held = session(
        text, "m1", 4, "held", "2020-06-09",
        "fourth session of the Lake Council of the River Union was held in Tallinn on 9 June 2020",
        place="Tallinn", country="EE", chair="Jaan Kask",
    )  # fmt: skip
    berga = holder(text, "Anna Berga", "", "LV", "A. Berga")
    kask = holder(text, "Jaan Kask", "Minister of Locks", "EE")
    berga = Person(
        berga.name, berga.aliases,
        (Office("Minister of Canals", "LV", berga.evidence[:1], "test-office"),),
        berga.evidence, berga.rule,
    )  # fmt: skip
    return Facts(
        FOURTH_ARTICLE,
        meetings=(held,),
        persons=(berga, kask),
        participants=(
            _seat(text, "Anna Berga", "LV", "Anna Berga attended it"),
            _seat(text, "Jaan Kask", "EE", "chairmanship of Jaan Kask"),
            _seat(text, None, "LT", "Lithuania took part"),
        ),
        instruments=(
            _document(text, "i1", "Charter of Dams", "charter", "adopted", "m1",
                      "The Charter of Dams was adopted"),
        ),
        topics=(_topic(text, "eel migration"),),
    )  # fmt: skip


def _topic(text: str, quote: str) -> Topic:
    return Topic("eel migration", "m1", words(text, quote), "test-topic")


def _seat(text: str, person: str | None, party: str, quote: str) -> Participant:
    return Participant("m1", person, party, words(text, quote), "test-seat")


def _document(
    text: str, key: str, name: str, kind: str, action: str, meeting: str, quote: str
) -> Instrument:
    passages = words(text, quote)
    act = Action(action, meeting, passages, "test-action")
    return Instrument(key, name, kind, None, (act,), words(text, name), "test-document")


def quads() -> tuple[str, ...]:
    """Return the graphs of both articles as N-Quads."""
    return nquads(third()), nquads(fourth())


def store() -> Store:
    """Return a store in memory that holds both articles."""
    return Store.in_memory(*quads())
