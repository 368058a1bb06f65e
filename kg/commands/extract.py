"""`kg extract`: sources become facts as JSON."""

from __future__ import annotations

from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import commands, console

if TYPE_CHECKING:
    from kg.model import Facts


@click.command()
@commands.sources
@click.option(
    "--directory",
    "-d",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write DIR/<stem>.json for each source.",
)
@commands.output
@commands.jobs
def extract(sources: tuple[str, ...], directory: Path | None, output: str | None, jobs: int) -> int:
    """Print the facts of articles as JSON.

    Each fact carries the words that it rests on.

    SOURCE is a text or Markdown file, a folder of them, or - for stdin. One
    source gives one JSON object, several give one a line. A source that cannot
    be read is told and passed over; the exit code says so.
    """
    from kg import batch, pipeline
    from kg.reading.sources import expand

    if directory and output:
        raise click.UsageError("-d writes a file for each source, -o one for all: give one of them")
    named = expand(sources)
    first = list(islice(named, 2))
    tally = commands.Tally()
    found = tally.values(batch.each(pipeline.extract_source, chain(first, named), jobs))
    if directory:
        commands.make(directory)
        for facts in found:
            console.write(_text(facts, 1), str(directory / f"{facts.article.id}.json"))
    else:
        indent = 1 if len(first) == 1 else None
        console.write_all((_text(facts, indent) for facts in found), output)
    return tally.code


def _text(facts: Facts, indent: int | None) -> str:
    from kg import codec

    if not facts.meetings:
        console.note(f"{facts.article.id}: no meeting is told of in it")
    return codec.dumps(facts, indent) + "\n"
