"""`kg build`: sources become graphs in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg import commands, console
from kg.console import plural

if TYPE_CHECKING:
    from kg.model import Facts
    from kg.pipeline import Built
    from kg.report import Report
    from kg.store import Change

SHOWN = 3
"""Violations of one article that the report tells; `kg validate` tells all of a graph."""


@click.command()
@commands.sources
@commands.store
@commands.jobs
def build(sources: tuple[str, ...], store: str | None, jobs: int) -> int:
    """Extract, validate and store articles.

    An article replaces what was stored of it. One whose graph violates the
    shapes is refused: what is stored stays, and the exit code is 1.
    """
    from kg import batch, pipeline
    from kg.sources import expand
    from kg.store import Store

    tally = commands.Tally()
    stored = refused = 0
    with Store(store) as place:
        for built in tally.values(batch.each(pipeline.build_source, expand(sources), jobs)):
            if built.report.conforms:
                changes = place.put(built.quads)
                stored += 1
            else:
                changes = ()
                refused += 1
            console.write(_report(built, changes))
        console.write(f"{plural(stored, 'article')} built into {place.path}{_but(refused)}\n")
    return max(tally.code, 1 if refused else 0)


def _but(refused: int) -> str:
    return f", {plural(refused, 'article')} refused" if refused else ""


def _report(built: Built, changes: tuple[Change, ...]) -> str:
    """Return what is told of one article: its facts by kind, and what the shapes say."""
    lines = [console.bold(built.facts.article.id), f"  {_counts(built.facts)}"]
    if not built.facts.meetings:
        lines.append("  no meeting is told of in it")
    lines.append(f"  {built.report.summary()}")
    lines.extend(_violations(built.report))
    lines.extend(f"  {_change(change)}" for change in changes)
    return "\n".join(lines) + "\n"


def _counts(facts: Facts) -> str:
    numbers = (
        (len(facts.meetings), "meeting"),
        (len(facts.persons), "person"),
        (sum(len(person.offices) for person in facts.persons), "office"),
        (len(facts.participants), "participant"),
        (len(facts.instruments), "instrument"),
        (sum(len(instrument.actions) for instrument in facts.instruments), "action"),
        (len(facts.topics), "topic"),
    )
    return ", ".join(plural(number, noun) for number, noun in numbers)


def _violations(report: Report) -> list[str]:
    lines = []
    for result in report.violations[:SHOWN]:
        quote = f", “{result.quote}”" if result.quote else ""
        lines.append(f"  refused: {result.label}: {result.message}{quote}")
    more = len(report.violations) - SHOWN
    return [*lines, f"  and {plural(more, 'violation')} more"] if more > 0 else lines


def _change(change: Change) -> str:
    if not change.added and not change.removed:
        return "stored already, nothing changed"
    replaced = f", {change.removed} taken out" if change.removed else ""
    return f"stored: {plural(change.added, 'statement')}{replaced}"
