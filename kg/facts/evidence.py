"""The one place where evidence is checked: a fact without a passage that replays is refused."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import EvidenceError
from kg.model import (
    Action,
    Facts,
    Instrument,
    Meeting,
    Office,
    Participant,
    Person,
    Topic,
)

Fact = Meeting | Person | Office | Participant | Instrument | Action | Topic

LONGEST_QUOTE = 600
"""Code points: the facts format allows no longer quote."""


def each(facts: Facts) -> Iterator[Fact]:
    """Yield every fact, offices after their person and actions after their instrument."""
    yield from facts.meetings
    for person in facts.persons:
        yield person
        yield from person.offices
    yield from facts.participants
    for instrument in facts.instruments:
        yield instrument
        yield from instrument.actions
    yield from facts.topics


def check(facts: Facts) -> Facts:
    """Return `facts` unchanged where every passage of every fact quotes the text exactly.

    Raises EvidenceError, which names the fact and its fault, otherwise.
    """
    for fact in each(facts):
        fault = _fault(fact, facts.article.text)
        if fault:
            raise EvidenceError(f"{facts.article.id}: {type(fact).__name__} {fact}: {fault}")
    return facts


def _fault(fact: Fact, text: str) -> str | None:
    if not fact.evidence:
        return "no evidence"
    for passage in fact.evidence:
        if not 0 <= passage.start < passage.end <= len(text):
            return f"characters {passage.start} to {passage.end} are not in the text"
        if text[passage.start : passage.end] != passage.quote:
            return f"the text from {passage.start} to {passage.end} is not {passage.quote!r}"
        if passage.end - passage.start > LONGEST_QUOTE:
            return f"a quote of {passage.end - passage.start} characters"
    return None
