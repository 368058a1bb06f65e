"""Short reports with one meeting told first, read by the whole pipeline, for tables of wording."""

from __future__ import annotations

from kg.model import Article, Facts, Meeting
from kg.pipeline import extract

HELD = (
    "GABORONE, 12 June 2019 - The sixth meeting of the Water Council of Ministers of the Southern"
    " African Development Community (SADC) was held in Gaborone on 11 June 2019.\n\n"
)
"""A report of a session held the day before."""

COMING = (
    "GABORONE, 12 June 2019 - The sixth meeting of the Water Council of Ministers of the Southern"
    " African Development Community (SADC) will be held in Gaborone on 20 June 2019.\n\n"
)
"""The same session, still to come."""


def facts(words: str, opening: str = HELD, published: str | None = "2019-06-12") -> Facts:
    """Return the facts of a report that opens with `opening` and goes on with `words`."""
    return extract(Article("a", f"{opening}{words}\n", published=published))


def alone(words: str, published: str | None = "2019-06-12") -> Facts:
    """Return the facts of a report of these words only."""
    return facts(words, "", published)


def seats(words: str, opening: str = HELD) -> list[tuple[str | None, str | None]]:
    """Return person and party of who took part in the first meeting."""
    found = facts(words, opening).participants
    return [(seat.person, seat.party) for seat in found if seat.meeting == "m1"]


def deeds(words: str, opening: str = HELD) -> dict[str, list[str]]:
    """Return the actions told of each document."""
    return {
        document.name: [deed.action for deed in document.actions]
        for document in facts(words, opening).instruments
    }


def subjects(words: str, opening: str = HELD) -> list[str]:
    """Return the names of the topics."""
    return [topic.name for topic in facts(words, opening).topics]


def meeting(words: str, published: str | None = "2019-06-12") -> Meeting:
    """Return the only meeting of a report of these words."""
    (only,) = alone(words, published).meetings
    return only
