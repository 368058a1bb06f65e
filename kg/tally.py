"""How many facts of each kind an article gave, as reports tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Facts


def numbers(facts: Facts) -> tuple[tuple[int, str], ...]:
    """Return the number of facts of each kind, with its noun."""
    return (
        (len(facts.meetings), "meeting"),
        (len(facts.persons), "person"),
        (sum(len(person.offices) for person in facts.persons), "office"),
        (len(facts.participants), "participant"),
        (len(facts.instruments), "instrument"),
        (sum(len(instrument.actions) for instrument in facts.instruments), "action"),
        (len(facts.topics), "topic"),
    )
