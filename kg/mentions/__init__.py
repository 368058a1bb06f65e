"""Document -> Mentions: one grammar a file, run in the order in which they build on each other."""

from __future__ import annotations

from dataclasses import replace

from kg.mentions import (
    countries,
    dates,
    instruments,
    meetings,
    organisations,
    people,
    places,
    topics,
)
from kg.model import Document, Mentions


def find(document: Document) -> Mentions:
    """Return all mentions of a document: names and dates first, then what is built of them."""
    found = Mentions(
        countries=countries.find(document),
        organisations=organisations.find(document),
        places=places.find(document),
        dates=dates.find(document),
    )
    offices, persons = people.find(document, found)
    found = replace(found, offices=offices, persons=persons)
    found = replace(found, meetings=meetings.find(document, found))
    found = replace(found, instruments=instruments.find(document, found))
    return replace(found, topics=topics.find(document, found))
