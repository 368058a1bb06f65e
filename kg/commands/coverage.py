"""`kg coverage`: what of an article no fact rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg import commands, console

if TYPE_CHECKING:
    from kg.coverage import Coverage, Gap


@click.command()
@commands.sources
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="How the gaps are written; json is one object a line.  [default: text]",
)
@commands.output
@commands.jobs
def coverage(sources: tuple[str, ...], form: str, output: str | None, jobs: int) -> int:
    """Show what was not understood.

    Sentences without a fact, names that were seen and not used, and candidates
    that were dropped, each with its reason and its place in the text.
    """
    from kg import batch, pipeline
    from kg.reading.sources import expand

    tally = commands.Tally()
    found = tally.values(batch.each(pipeline.cover_source, expand(sources), jobs))
    render = _json if form == "json" else _text
    console.write_all((render(one) for one in found), output)
    return tally.code


def _json(found: Coverage) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(found) | {"read": found.read}, ensure_ascii=False) + "\n"


def _text(found: Coverage) -> str:
    head = f"{found.article}: {found.read} of {console.plural(found.sentences, 'sentence')} read"
    parts = (
        ("sentences without a fact", found.silent),
        ("names not used", found.names),
        ("candidates dropped", found.dropped),
    )
    body = [line for title, gaps in parts if gaps for line in (f"  {title}", *map(_gap, gaps))]
    return "\n".join((console.bold(head), *body)) + "\n"


def _gap(gap: Gap) -> str:
    quote = " ".join(gap.passage.quote.split())
    place = f"{gap.passage.start}-{gap.passage.end}"
    kind = "" if gap.kind in ("sentence", "name") else f"{gap.kind}, "
    reason = "" if gap.kind == "sentence" else f" ({kind}{gap.reason})"
    return f"    {place:>11}  {quote}{reason}"
