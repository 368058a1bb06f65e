"""`kg build`: sources become graphs in a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from kg import commands, console, tally
from kg.commands import shard
from kg.console import plural
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.batch import Outcome
    from kg.model import Facts
    from kg.pipeline import Built
    from kg.reading.sources import Source
    from kg.store import Change, Store
    from kg.validation.report import Report

SHOWN = 3
"""Violations of one article that the report tells; `kg validate` tells all of a graph."""

BATCH = 100
"""Articles that are stored, brought to disk and told of in one step."""

KEPT = 1000
"""Failures that are told at the end; the report has all."""


@click.command()
@commands.sources
@commands.store
@commands.jobs
@shard.dask
@click.option("--force", is_flag=True, help="Read also what is stored already as it would be.")
@click.option("--report", metavar="FILE", help="Write what came of each article, JSON a line.")
@commands.engine("the fastest that is installed")
@click.option("--no-link", "unlinked", is_flag=True, help="Leave joining and linking to kg link.")
def build(
    sources: tuple[str, ...],
    store: str | None,
    jobs: int,
    dask: str | None,
    force: bool,
    report: str | None,
    engine: str | None,
    unlinked: bool,
) -> int:
    """Extract, validate and store articles.

    An article replaces what was stored of it. One whose bytes are stored
    already, by the same version of Readout, is not read again: a build that
    was broken off goes on where it was. One whose graph violates the shapes is
    refused: what is stored stays. Where something was stored, what is one over
    all articles and what word lists link to Wikidata is judged anew.

    The exit code is 1 where some of several articles failed or were refused.
    """
    from kg.reading.sources import count
    from kg.shards import cluster
    from kg.store import Store

    total = count(sources) if console.is_watched() else None
    with _Account(report) as account, Store(store) as place:
        tasks = _Tasks(place, sources, force)
        built = cluster.each(partial(work, engine=engine), tasks, jobs, dask, _pack)
        try:
            for outcome in console.follow(built, total):
                account.take(tasks.done(), outcome, place)
        finally:
            account.settle(place)  # also what is done when somebody ends the build
        if account.stored and not unlinked:
            _join(place)
        account.close(place.path)
    return account.code


def _join(store: Store) -> None:
    """Make the graphs of identity and links anew, with what persons decided beside the store."""
    from kg import decisions, pipeline

    folder = decisions.beside(store.path) if store.path else Path()
    pipeline.join(store, decisions.read(folder, "identity"), decisions.read(folder, "links"))


# --- in the processes -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Task:
    """A source to be built, with the stamp of what would come of it; `known` if it is stored."""

    source: Source
    stamp: str | None
    known: bool

    @property
    def name(self) -> str:
        return self.source.name


def work(task: Task, engine: str | None = None) -> Built | None:
    """Return what is built of a task's source, or None where it is stored already.

    `engine` validates it, or the fastest that is installed.
    """
    if task.known:
        return None
    from kg import pipeline

    return pipeline.build_source(task.source, engine)


def _pack(task: Task) -> Task:
    """Return a task with its bytes in it, for a machine that does not have the file."""
    from kg.reading.sources import pack

    return task if task.known else replace(task, source=pack(task.source))


class _Tasks:
    """The tasks of the sources in their order, and those that were handed out and are not done."""

    def __init__(self, store: Store, sources: tuple[str, ...], force: bool) -> None:
        self.store, self.sources, self.force = store, sources, force
        self.out: list[Task] = []

    def __iter__(self) -> Iterator[Task]:
        from kg.reading.sources import digest, expand

        for source in expand(self.sources):
            bytes_digest = digest(source)
            stamp = f"{bytes_digest} {_version()}" if bytes_digest else None
            task = Task(source, stamp, not self.force and self._is_stored(source, stamp))
            self.out.append(task)
            yield task

    def _is_stored(self, source: Source, stamp: str | None) -> bool:
        from kg.namespaces import graph

        if stamp is None or source.id is None:
            return False
        return self.store.stamp(graph(source.id)) == stamp

    def done(self) -> Task:
        """Return the task that was handed out first."""
        return self.out.pop(0)


def _version() -> str:
    """Return which extractor, in which version of code and word lists, builds."""
    from kg import pipeline, resources

    extractor = pipeline.GRAMMAR
    return f"{extractor.name} {extractor.version} {resources.fingerprint()}"


# --- what is told -----------------------------------------------------------------------


@dataclass
class _Account:
    """What came of a build so far: the report, the failures, the exit code."""

    report: str | None
    stored: int = 0
    unchanged: int = 0
    refused: int = 0
    failed: int = 0
    worst: int = 0
    failures: list[str] = field(default_factory=list)
    waiting: list[tuple[Task, Outcome[Built | None]]] = field(default_factory=list)
    file: TextIO | None = None

    def __enter__(self) -> _Account:
        if self.report:
            try:
                self.file = Path(self.report).open("w", encoding="utf-8")
            except OSError as error:
                raise InputError(f"{self.report} cannot be written: {error.strerror}") from error
        return self

    def __exit__(self, *_: object) -> None:
        if self.file:
            self.file.close()

    @property
    def code(self) -> int:
        """The error's own code where nothing else came of the sources, else 1 for any failure."""
        if self.failed and not (self.stored or self.unchanged or self.refused):
            return self.worst
        return 1 if self.failed or self.refused else 0

    def take(self, task: Task, outcome: Outcome[Built | None], place: Store) -> None:
        """Take what came of a task; a batch of them is stored and told at once."""
        self.waiting.append((task, outcome))
        if len(self.waiting) == BATCH:
            self.settle(place)

    def settle(self, place: Store) -> None:
        """Store what was built of the tasks that wait, and then tell what came of each."""
        waiting, self.waiting = self.waiting, []
        sound = [_sound(outcome) for _, outcome in waiting]
        rows = [
            (built.quads, task.stamp, built.outline)
            for built, (task, _) in zip(sound, waiting, strict=True)
            if built
        ]
        changes = iter(place.fill(rows))
        if rows:
            place.flush()
        for built, (task, outcome) in zip(sound, waiting, strict=True):
            self._tell(task, outcome, next(changes) if built else None)

    def _tell(self, task: Task, outcome: Outcome[Built | None], change: Change | None) -> None:
        row: dict[str, Any] = {"source": task.source.name, "article": task.source.id}
        if outcome.error is not None:
            row |= self._fail(outcome.error)
        elif outcome.value is None:
            self.unchanged += 1
            row |= {"outcome": "unchanged"}
            console.write(f"{console.bold(str(task.source.id))}\n  {_SAME}\n")
        else:
            row |= self._count(outcome.value, change)
        if self.file:
            import json

            self.file.write(json.dumps(row, ensure_ascii=False) + "\n")
            self.file.flush()

    def _fail(self, error: KgError) -> dict[str, Any]:
        self.failed += 1
        self.worst = max(self.worst, error.exit_code)
        if len(self.failures) < KEPT:
            self.failures.append(str(error))
        return {"outcome": "failed", "error": str(error)}

    def _count(self, built: Built, change: Change | None) -> dict[str, Any]:
        self.stored += change is not None
        self.refused += change is None
        console.write(_told(built, change))
        row: dict[str, Any] = {"article": built.facts.article.id}
        row |= {"outcome": "stored" if change else "refused"}
        row |= {noun: number for number, noun in tally.numbers(built.facts)}
        row |= {"warnings": len(built.report.warnings)}
        if built.report.violations:
            row["violations"] = [f"{r.label}: {r.message}" for r in built.report.violations]
        return row | ({"added": change.added, "removed": change.removed} if change else {})

    def close(self, path: Path | None) -> None:
        """Tell the sum, then the failures, which may have been far apart."""
        same = f", {plural(self.unchanged, 'article')} stored already" if self.unchanged else ""
        but = f", {plural(self.refused, 'article')} refused" if self.refused else ""
        console.write(f"{plural(self.stored, 'article')} built into {path}{same}{but}\n")
        for failure in self.failures:
            console.note(failure)
        if self.failed > len(self.failures):
            console.note(f"and {self.failed - len(self.failures)} more")
        every = self.stored + self.unchanged + self.refused + self.failed
        if self.failed and every > 1:
            console.note(f"{self.failed} of {every} sources failed")


def _sound(outcome: Outcome[Built | None]) -> Built | None:
    """Return what is to be stored of an outcome: a graph that keeps to the shapes."""
    return outcome.value if outcome.value and outcome.value.report.conforms else None


_SAME = "stored already, not read again"


def _told(built: Built, change: Change | None) -> str:
    """Return what is told of one article: its facts by kind, and what the shapes say."""
    lines = [console.bold(built.facts.article.id), f"  {_counts(built.facts)}"]
    if not built.facts.meetings:
        lines.append("  no meeting is told of in it")
    lines.append(f"  {built.report.summary()}")
    lines.extend(_violations(built.report))
    if change:
        lines.append(f"  {_change(change)}")
    return "\n".join(lines) + "\n"


def _counts(facts: Facts) -> str:
    return ", ".join(plural(number, noun) for number, noun in tally.numbers(facts))


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
