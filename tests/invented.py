"""Facts of an invented article, with a collision, for the tests of the graph."""

from __future__ import annotations

from rdflib import Graph

from kg.graph.dataset import describe
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

TEXT = (
    "On 4 May 2031 Mira Oland, Foreign Minister of Kirovia, and Mirko Oland of Ardenia met in "
    "Port Sel. Ms Oland chaired. They signed a plan for 2031-33 and the protocol on that plan."
)


def at(quote: str) -> tuple[Passage, ...]:
    start = TEXT.index(quote)
    return (Passage(start, start + len(quote), quote),)


def sample() -> Facts:
    """Invented facts with a collision: two persons of one party, family and initial."""
    minister = Office("Foreign Minister", "KZ", at("Foreign Minister of Kirovia"), "post")
    return Facts(
        article=Article("sample", TEXT, url="https://ardenia.example/a b", published="2031-05"),
        meetings=(
            Meeting(
                "m1",
                "talks in Port Sel",
                None,
                None,
                "Foreign Ministers",
                "2031-05-04",
                None,
                "Port Sel",
                "KZ",
                "Mira Oland",
                "held",
                at("met in Port Sel"),
                "verb",
            ),
        ),
        persons=(
            Person("Mira Oland", ("Oland",), (minister,), at("Mira Oland"), "apposition"),
            Person("Mirko Oland", (), (), at("Mirko Oland"), "of-country"),
        ),
        participants=(
            Participant("m1", "Mira Oland", "KZ", at("Mira Oland"), "subject"),
            Participant("m1", "Mirko Oland", "KZ", at("Mirko Oland"), "subject"),
            Participant("m1", None, "EU", at("Ardenia"), "subject"),
        ),
        instruments=(
            Instrument(
                "i1",
                "protocol on that plan for 2031-33",
                "protocol",
                None,
                (Action("signed", "m1", at("signed"), "verb"),),
                at("protocol on that plan"),
                "title",
            ),
            Instrument(
                "i2",
                "plan for 2031-33",
                "plan",
                "2031-33",
                (Action("signed", None, at("signed"), "verb"),),
                at("plan for 2031-33"),
                "title",
            ),
        ),
        topics=(Topic("trade", "m1", at("plan"), "object"), Topic("peace", None, at("plan"), "x")),
    )


def graph(facts: Facts) -> Graph:
    return next(part for part in describe(facts).graphs() if len(part))
