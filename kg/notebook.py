"""Facts as a notebook shows them: one table a kind, each row with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Facts, Passage

LONGEST = 160
"""Characters of a quote that a row shows."""

Row = tuple[str, ...]


def render(facts: Facts) -> str:
    """Return the facts as HTML tables, the kinds that are there; all text is escaped."""
    kinds = (
        ("meetings", ("meeting", "from", "to", "place", "status"), _meetings(facts)),
        ("persons", ("person", "offices"), _persons(facts)),
        ("participants", ("meeting", "person", "party"), _participants(facts)),
        ("instruments", ("instrument", "kind", "what was done"), _instruments(facts)),
        ("topics", ("topic", "meeting"), _topics(facts)),
    )
    tables = (_table(name, (*head, "rule", "quote"), list(rows)) for name, head, rows in kinds)
    return f"<p>{escape(facts.article.title or facts.article.id)}</p>" + "".join(tables)


def _meetings(facts: Facts) -> Iterator[Row]:
    for m in facts.meetings:
        told = m.name, m.start or "", m.end or "", m.place or m.country or "", m.status
        yield *told, m.rule, _quote(m.evidence)


def _persons(facts: Facts) -> Iterator[Row]:
    for person in facts.persons:
        offices = (f"{o.title}, {o.of}" if o.of else o.title for o in person.offices)
        yield person.name, "; ".join(offices), person.rule, _quote(person.evidence)


def _participants(facts: Facts) -> Iterator[Row]:
    names = _names(facts)
    for row in facts.participants:
        told = names.get(row.meeting, row.meeting), row.person or "", row.party or ""
        yield *told, row.rule, _quote(row.evidence)


def _instruments(facts: Facts) -> Iterator[Row]:
    names = _names(facts)
    for instrument in facts.instruments:
        done = (
            f"{a.action} at {names.get(a.meeting, a.meeting)}" if a.meeting else a.action
            for a in instrument.actions
        )
        told = instrument.name, instrument.kind, "; ".join(done)
        yield *told, instrument.rule, _quote(instrument.evidence)


def _topics(facts: Facts) -> Iterator[Row]:
    names = _names(facts)
    for topic in facts.topics:
        meeting = names.get(topic.meeting, topic.meeting) if topic.meeting else ""
        yield topic.name, meeting, topic.rule, _quote(topic.evidence)


def _names(facts: Facts) -> dict[str, str]:
    return {meeting.key: meeting.name for meeting in facts.meetings}


def _quote(evidence: Iterable[Passage]) -> str:
    """Return the first passage in one line, cut where it is long."""
    words = " ".join(next((p.quote for p in evidence), "").split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"


def _table(name: str, head: Row, rows: list[Row]) -> str:
    if not rows:
        return ""
    body = "".join(f"<tr>{_cells('td', row)}</tr>" for row in rows)
    return f"<table><caption>{name}</caption><tr>{_cells('th', head)}</tr>{body}</table>"


def _cells(tag: str, texts: Row) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
