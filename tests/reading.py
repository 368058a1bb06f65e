"""Short texts read as far as the grammar of people, for its tests."""

from __future__ import annotations

from dataclasses import replace

from kg import document
from kg.mentions import countries, dates, organisations, people, places
from kg.model import Article, Document, Mentions

OPENING = "The ministers met in Vienna on 3 May 2021 to discuss many issues of the day.\n\n"
"""A paragraph before the words under test, so that they are neither title nor dateline."""


def read(words: str, opening: str = OPENING) -> tuple[Document, Mentions]:
    """Return the document of some words, with all mentions up to persons and offices."""
    segmented = document.segment(Article("test", f"{opening}{words}\n"))
    found = Mentions(
        countries=countries.find(segmented),
        organisations=organisations.find(segmented),
        places=places.find(segmented),
        dates=dates.find(segmented),
    )
    offices, persons = people.find(segmented, found)
    return segmented, replace(found, offices=offices, persons=persons)


def people_of(words: str, opening: str = OPENING) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Return each person named with the offices at that place, titles and owners alone."""
    segmented, found = read(words, opening)
    return [
        (segmented.words(p.start, p.end), [(o.title, o.of) for o in p.offices])
        for p in found.persons
    ]
