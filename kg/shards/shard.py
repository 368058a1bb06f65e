"""One shard: a list of articles in, sorted N-Quads and a report out, then the seal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kg import pipeline, resources, tally
from kg.errors import InputError
from kg.reading import sources
from kg.shards import files, plan
from kg.shards.files import Sum
from kg.shards.plan import Entry, Plan, Shard

if TYPE_CHECKING:
    from kg.batch import Outcome
    from kg.pipeline import Built

    Each = Callable[[Iterable[Entry]], Iterator[Outcome["Made"]]]
    """What makes each of many articles, and yields the outcomes in their order."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one article: its graph as N-Quads, "" where it is refused, and its row."""

    quads: str
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seal:
    """What a shard came to: counts, and the sums of its files; `list` is the SHA-256 of its input.

    `stored` articles have a graph, `refused` ones broke the shapes, `failed`
    ones could not be read.
    """

    name: str
    version: str
    list: str
    articles: int
    stored: int
    refused: int
    failed: int
    statements: int
    nquads: Sum
    report: Sum


def seal_file(shard: Shard) -> str:
    """Return the name of the file of a shard's seal."""
    return f"{shard.name}.json"


def version() -> str:
    """Return which extractor, in which version of code and word lists, makes shards."""
    own = pipeline.GRAMMAR
    return f"{own.name} {own.version} {resources.fingerprint()}"


def make(entry: Entry, engine: str | None = None) -> Made:
    """Return what comes of an article; `engine` validates, or the fastest that is installed.

    Raises InputError where its source cannot be read or is not as planned.
    """
    if entry.sha256 is not None and sources.digest(entry.source) != entry.sha256:
        raise ChangedError(f"{entry.name}: its bytes are not those that were planned")
    built = pipeline.build_source(entry.source, engine)
    sound = built.report.conforms
    row = {"source": entry.name, "sha256": entry.sha256, "article": built.facts.article.id}
    row |= {"outcome": "stored" if sound else "refused"} | _counts(built)
    return Made(built.quads if sound else "", row)


def pack(entry: Entry) -> Entry:
    """Return an article's entry with its bytes in it, for a machine that does not have the file."""
    return replace(entry, source=sources.pack(entry.source))


class ChangedError(InputError):
    """A source is missing, or has other bytes than the plan says."""


def _counts(built: Built) -> dict[str, Any]:
    counts: dict[str, Any] = {noun: number for number, noun in tally.numbers(built.facts)}
    counts |= {"statement": built.quads.count("\n"), "warnings": len(built.report.warnings)}
    if built.report.violations:
        counts["violations"] = [f"{r.label}: {r.message}" for r in built.report.violations]
    return counts


@dataclass(slots=True)
class _Account:
    """What came of the articles of a shard so far."""

    lines: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("stored", "refused", "failed"), 0)
    )
    changed: list[str] = field(default_factory=list)

    def take(self, entry: Entry, outcome: Outcome[Made]) -> None:
        if outcome.value is not None:
            row = outcome.value.row
            self.lines.extend(outcome.value.quads.splitlines(keepends=True))
        else:
            row = {"source": entry.name, "sha256": entry.sha256, "article": entry.source.id}
            row |= {"outcome": "failed", "error": str(outcome.error)}
            if isinstance(outcome.error, ChangedError):
                self.changed.append(str(outcome.error))
        self.counts[row["outcome"]] += 1
        self.rows.append(json.dumps(row, ensure_ascii=False) + "\n")


def run(corpus: Plan, shard: Shard, each: Each) -> Seal:
    """Make a shard: its N-Quads, its report, and last its seal, which is returned.

    `each` makes its articles. Raises InputError where one is not as planned:
    then the shard is not sealed.
    """
    account = _Account()
    listed = tuple(plan.entries(corpus, shard))
    for entry, outcome in zip(listed, each(listed), strict=True):
        account.take(entry, outcome)
    if account.changed:
        more = len(account.changed) - 1
        told = f"{account.changed[0]}{f' (and {more} more)' if more else ''}"
        raise InputError(f"shard {shard.name} is not sealed: {told}")
    made = Seal(
        name=shard.name,
        version=version(),
        list=shard.list.sha256,
        articles=shard.articles,
        statements=len(account.lines),
        nquads=files.save(corpus.folder / f"{shard.name}.nq.gz", sorted(account.lines)),
        report=files.save(corpus.folder / f"{shard.name}.report.jsonl", account.rows),
        **account.counts,
    )
    files.save_json(corpus.folder / seal_file(shard), asdict(made))
    return made


def read_seal(corpus: Plan, shard: Shard) -> Seal:
    """Return the seal of a shard. Raises InputError where it is missing or none."""
    path = corpus.folder / seal_file(shard)
    try:
        row = files.read_json(path)
        nquads, report = (Sum(**row.pop(name)) for name in ("nquads", "report"))
        return Seal(**row, nquads=nquads, report=report)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is no seal: {error}") from error


def fault(corpus: Plan, shard: Shard) -> str | None:
    """Return why a shard cannot be gathered, in words, or None where it is whole.

    It is read from end to end: size and SHA-256 of its files must be those of
    its seal, and the seal that of the planned list and of this Readout.
    """
    if not (corpus.folder / seal_file(shard)).is_file():
        return f"shard {shard.name} is missing: it was not made, or not to its end"
    try:
        seal = read_seal(corpus, shard)
    except InputError as error:
        return f"shard {shard.name}: {error}"
    if seal.list != shard.list.sha256:
        return f"shard {shard.name} was made of another list of articles"
    if seal.version != corpus.version:
        return f"shard {shard.name} was made by {seal.version}, the plan by {corpus.version}"
    found = (files.fault(corpus.folder, wanted) for wanted in (seal.nquads, seal.report))
    told = next(filter(None, found), None)
    return f"shard {shard.name}: {told}" if told else None
