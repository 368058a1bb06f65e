"""`kg shard`: a corpus in shards, made on one machine or on many, then gathered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import commands, console
from kg.console import plural
from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from kg.shards.plan import Plan, Shard
    from kg.shards.shard import Each, Seal

FOLDER = click.Path(path_type=Path)

corpus = click.argument("folder", metavar="DIR", type=FOLDER)
dask = click.option(
    "--dask", metavar="ADDRESS", help="Work on a Dask cluster: its scheduler, tcp://HOST:8786."
)


@click.group()
def shard() -> None:
    """Build a large corpus in shards, on one machine or on many.

    Each shard is a job of its own: a list of articles in, sorted N-Quads and a
    report out, the same bytes wherever it ran.
    """


@shard.command()
@commands.sources
@click.option("--to", "folder", metavar="DIR", type=FOLDER, required=True, help="A new folder.")
@click.option(
    "--size",
    metavar="N",
    type=click.IntRange(1),
    default=1000,
    help="Articles a shard.  [default: 1000]",
)
def plan(sources: tuple[str, ...], folder: Path, size: int) -> None:
    """Cut sources into shards.

    Each article is noted with the SHA-256 of its bytes. Where files are named
    by a relative path, shards are made in the folder in which they were planned.
    """
    from kg.shards import plan, shard

    made = plan.make(sources, folder, size, shard.version())
    articles = plural(sum(one.articles for one in made.shards), "article")
    console.write(f"{articles} in {plural(len(made.shards), 'shard')} planned in {folder}\n")


@shard.command()
@corpus
@click.argument("names", metavar="[SHARD...]", nargs=-1)
@commands.jobs
@dask
@commands.engine("the fastest that is installed")
@click.option("--force", is_flag=True, help="Make also shards that are whole.")
def run(
    folder: Path,
    names: tuple[str, ...],
    jobs: int,
    dask: str | None,
    engine: str | None,
    force: bool,
) -> int:
    """Make shards: all, or those with these names or numbers.

    One that is whole is not made again. The exit code is 1 where articles of a
    shard failed or were refused, as its report tells.
    """
    from kg.shards import plan, shard

    planned = plan.read(folder)
    wanted = [planned.shard(name) for name in names] or planned.shards
    _check_version(planned)
    each = _each(jobs, dask, engine)
    code = 0
    for one in console.follow(wanted, len(wanted)):
        if not force and shard.fault(planned, one) is None:
            seal, what = shard.read_seal(planned, one), "whole already"
        else:
            seal, what = shard.run(planned, one, each), "made"
        console.write(_told(seal, what))
        code = max(code, int(bool(seal.failed or seal.refused)))
    return code


def _check_version(planned: Plan) -> None:
    from kg.shards import shard

    if planned.version != shard.version():
        raise UsageError(
            f"the plan is of {planned.version}, this is {shard.version()}: plan the corpus anew,"
            " or work with the version of the plan"
        )


def _each(jobs: int, address: str | None, engine: str | None) -> Each:
    """Return what makes articles: processes here, or a cluster."""
    from kg.shards import cluster, shard

    work = partial(shard.make, engine=engine)
    return lambda entries: cluster.each(work, entries, jobs, address, shard.pack)


def _told(seal: Seal, what: str) -> str:
    refused = f", {seal.refused} refused" if seal.refused else ""
    failed = f", {seal.failed} failed" if seal.failed else ""
    return (
        f"shard {seal.name} {what}: {plural(seal.articles, 'article')}{refused}{failed},"
        f" {plural(seal.statements, 'statement')}, {seal.nquads.content[:12]}\n"
    )


@shard.command()
@corpus
def check(folder: Path) -> int:
    """Read all shards and tell which are missing, damaged or of another version.

    The exit code is 1 where some are.
    """
    from kg.shards import gathering, plan

    planned = plan.read(folder)
    faults = list(gathering.verify(planned))
    for fault in faults:
        console.write(f"{fault}\n")
    good = len(planned.shards) - len(faults)
    console.write(f"{good} of {plural(len(planned.shards), 'shard')} whole\n")
    return 1 if faults else 0


@shard.command()
@corpus
@commands.store
@click.option("--no-link", "unlinked", is_flag=True, help="Leave joining and linking to kg link.")
def gather(folder: Path, store: str | None, unlinked: bool) -> int:
    """Put all shards into a store, then judge what is one and what is linked over all.

    All shards are verified first: where one is missing or damaged, nothing is
    stored and the exit code is 1. Beside the shards the manifest is written,
    and what bulk loaders of other stores want: the joined graphs and the merged view.
    """
    from kg.shards import gathering, plan
    from kg.store import Store

    planned = plan.read(folder)
    faults = list(gathering.verify(planned))
    if faults:
        raise _Unfit(faults)
    with Store(store) as place:
        shards: Iterator[Shard] = gathering.gather(planned, place)
        for _ in console.follow(shards, len(planned.shards)):
            pass
        if not unlinked:
            gathering.join(place)
        told = gathering.write(planned, place)
    console.write(
        f"{plural(told.shards, 'shard')} gathered into {place.path}:"
        f" {plural(told.stored, 'article')}, {plural(told.statements, 'statement')}\n"
    )
    if told.failed or told.refused:
        console.note(f"{told.failed} articles failed, {told.refused} were refused: see the reports")
        return 1
    return 0


class _Unfit(KgError):
    """Shards are missing or damaged; the message lists them."""

    def __init__(self, faults: list[str]) -> None:
        told = "\n    ".join(faults[:20] + ([f"and {len(faults) - 20} more"] * (len(faults) > 20)))
        super().__init__(f"nothing was gathered:\n    {told}")
