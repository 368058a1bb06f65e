"""`kg export`: a store, an article or a thing in the formats of RDF."""

from __future__ import annotations

import click

from kg import commands, console

DRAFTS = "quickstatements"
"""The format of drafts for Wikidata, which is none of RDF."""


@click.command()
@click.option(
    "--format",
    "-f",
    "form",
    metavar="FORMAT",
    help="turtle, jsonld, nquads, trig, ntriples, rdfxml, or quickstatements."
    "  [default: by the extension of -o, else turtle]",
)
@click.option("--article", metavar="ID", help="Only what this article states.")
@click.option("--thing", metavar="THING", help="Only this thing and what hangs on it.")
@click.option(
    "--decisions", metavar="DIR", help="Folder of kg link, which names properties of drafts."
)
@commands.store
@commands.output
def export(
    form: str | None,
    article: str | None,
    thing: str | None,
    decisions: str | None,
    store: str | None,
    output: str | None,
) -> None:
    """Write the graph as RDF.

    The same store gives the same bytes.

    Turtle, JSON-LD, N-Triples and RDF/XML hold each statement once; N-Quads and
    TriG keep the graph of each article apart. QuickStatements are drafts of
    what accepted links would say on Wikidata, with sources; nothing is sent.
    Properties beside offices and days are drafted once kg link --online has
    found their ids.
    """
    from pathlib import Path

    from kg.export import export, find
    from kg.store import Store

    named = form or Path(output or "").suffix or "turtle"
    if named == DRAFTS:
        _draft(store, decisions, output)
        return
    find(named)  # an unknown format is told before a store that is not there
    with Store(store, read_only=True) as place:
        console.write(export(place, named, article=article, thing=thing), output)


def _draft(store: str | None, decisions: str | None, output: str | None) -> None:
    from pathlib import Path

    from kg.decisions import beside, properties
    from kg.link.properties import read
    from kg.quickstatements import draft
    from kg.store import Store
    from kg.store.folder import default

    folder = Path(decisions) if decisions else beside(Path(store) if store else default())
    known = read(properties(folder))
    with Store(store, read_only=True) as place:
        console.write(draft(place, known), output)
