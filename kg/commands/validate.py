"""`kg validate`: what is wrong or thin in a graph."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from kg import commands, console

if TYPE_CHECKING:
    from kg.store import Store
    from kg.validation.report import Report


@click.command()
@click.argument("files", metavar="[FILE...]", nargs=-1)
@commands.store
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(("text", "json", "turtle")),
    default="text",
    help="How the report is written.  [default: text]",
)
@commands.engine("pyshacl")
@commands.output
def validate(
    files: tuple[str, ...],
    store: str | None,
    form: str,
    engine: str | None,
    output: str | None,
) -> int:
    """Tell what is wrong or thin in a graph.

    The graph lies in RDF files or in a store, and is held against the shapes.

    FILE is Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML by its
    extension; - is Turtle from stdin. Violations give exit code 1, warnings none.
    """
    if bool(files) == bool(store):
        raise click.UsageError("give RDF files, or a store by --store")
    from kg import batch

    tally = commands.Tally()
    names = files or (str(store),)
    use = partial(_file if files else _stored, engine=engine or commands.ENGINES[0])
    found = batch.each(use, names)
    reports = tuple(tally.values(found))
    if reports:
        console.write(_merge(reports).render(form), output)
    return max(tally.code, *(0 if report.conforms else 1 for report in reports), 0)


def _file(name: str, engine: str) -> Report:
    from kg.formats import rdf
    from kg.validation import validate

    if name != "-":
        return validate(rdf.load(name), engine)
    data = sys.stdin.buffer.read()
    return validate(rdf.parse(data, rdf.FORMATS[".ttl"], "standard input"), engine)


def _stored(folder: str, engine: str) -> Report:
    """Return the report on every graph of a store, one graph in memory at a time."""
    from kg.store import Store

    with Store(folder, read_only=True) as place:
        return _merge(tuple(_graphs(place, engine)))


def _graphs(place: Store, engine: str) -> Iterator[Report]:
    from kg.formats import rdf
    from kg.validation import validate

    for graph in place.graphs():
        quads = "".join(f"{quad} .\n" for quad in place.quads(graph))
        yield validate(rdf.parse(quads.encode(), rdf.FORMATS[".nq"], graph), engine)


def _merge(reports: Sequence[Report]) -> Report:
    """Return one report of several, their results in the order given."""
    from kg.validation.report import Report

    return Report(
        tuple(result for report in reports for result in report.results),
        sum(report.graphs for report in reports),
        sum(report.statements for report in reports),
    )
