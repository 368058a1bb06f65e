"""Small invented articles for the tests of identity and links: a few words each, as facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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
)

Row = tuple[str, str | None, str | None]
"""A name as printed, the country or organisation spoken for, the title of an office."""


def report(
    article: str,
    people: Iterable[Row] = (),
    *,
    published: str | None = "2031-05-06",
    meeting: Meeting | None = None,
    instruments: Iterable[Instrument] = (),
) -> Facts:
    """Return the facts of an article that names `people` as taking part in one meeting."""
    people = list(people)
    documents = list(instruments)
    held = meeting or gathering(f"meeting told in {article}")
    told = [*(name for name, _, _ in people), held.name, *(each.name for each in documents)]
    text = "Report: " + "; ".join(told) + "."
    rows = tuple(
        Participant("m", name, party, at(text, name), "row") for name, party, _ in people if party
    )
    return Facts(
        article=Article(article, text, published=published),
        meetings=(_set(held, text),),
        persons=tuple(
            Person(name, (), _posts(name, party, office, text), at(text, name), "person")
            for name, party, office in people
        ),
        participants=rows,
        instruments=tuple(_told(each, text) for each in documents),
    )


def _posts(name: str, party: str | None, office: str | None, text: str) -> tuple[Office, ...]:
    return (Office(office, party, at(text, name), "office"),) if office else ()


def _set(meeting: Meeting, text: str) -> Meeting:
    return replace(meeting, evidence=at(text, meeting.name))


def _told(document: Instrument, text: str) -> Instrument:
    evidence = at(text, document.name)
    actions = tuple(replace(action, evidence=evidence) for action in document.actions)
    return replace(document, evidence=evidence, actions=actions)


def at(text: str, words: str) -> tuple[Passage, ...]:
    start = text.index(words)
    return (Passage(start, start + len(words), words),)


def gathering(
    name: str,
    *,
    organisation: str | None = None,
    body: str | None = None,
    ordinal: int | None = None,
    start: str | None = None,
    end: str | None = None,
    place: str | None = None,
    country: str | None = None,
) -> Meeting:
    """Return a meeting with the key "m"."""
    return Meeting(
        *("m", name, ordinal, organisation, body, start, end, place, country, None, "held"),
        (),
        "meeting",
    )


def document(
    name: str, kind: str, *, period: str | None = None, action: str = "adopted", key: str = "i"
) -> Instrument:
    """Return an instrument that something was done with at the meeting "m"."""
    return Instrument(key, name, kind, period, (Action(action, "m", (), "act"),), (), "title")


def quads(*reports: Facts) -> str:
    """Return the graphs of articles as N-Quads."""
    return "".join(map(nquads, reports))
