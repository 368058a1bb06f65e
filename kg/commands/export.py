"""`kg export`: a store, an article or a thing in the formats of RDF."""

from __future__ import annotations

import click

from kg import commands, console
from kg.errors import UsageError

DRAFTS = "quickstatements"
"""The format of drafts for Wikidata, which is none of RDF."""

SITE = "site"
"""The format of pages for people, in a folder."""


@click.command()
@click.option(
    "--format",
    "-f",
    "form",
    metavar="FORMAT",
    help="turtle, jsonld, nquads, trig, ntriples, rdfxml, quickstatements, or site."
    "  [default: by the extension of -o, else turtle]",
)
@click.option("--article", metavar="ID", help="Only what this article states.")
@click.option("--thing", metavar="THING", help="Only this thing and what hangs on it.")
@click.option(
    "--decisions", metavar="DIR", help="Folder of kg link, which names properties of drafts."
)
@click.option("--address", metavar="URL", help="Where a site will be published: it gets a sitemap.")
@click.option("--force", is_flag=True, help="A site also where other files lie; they stay.")
@commands.store
@commands.output
def export(
    form: str | None,
    article: str | None,
    thing: str | None,
    decisions: str | None,
    address: str | None,
    force: bool,
    store: str | None,
    output: str | None,
) -> None:
    """Write the graph as RDF, or its pages as files.

    The same store gives the same bytes.

    Turtle, JSON-LD, N-Triples and RDF/XML hold each statement once; N-Quads and
    TriG keep the graph of each article apart. QuickStatements are drafts of
    what accepted links would say on Wikidata, with sources; nothing is sent.
    Properties beside offices and days are drafted once kg link --online has
    found their ids.

    A site is written to the folder of -o: the pages of kg serve as files that
    open without a server, with search and data, and each question answered for
    its example.
    """
    from pathlib import Path

    from kg.export import export, find
    from kg.store import Store

    named = form or Path(output or "").suffix or "turtle"
    if named == SITE:
        _publish(store, output, address, force=force, part=article or thing)
        return
    if address is not None or force:
        raise UsageError("--address and --force are for --format site")
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


def _publish(
    store: str | None, output: str | None, address: str | None, *, force: bool, part: str | None
) -> None:
    from pathlib import Path

    from kg.store import folder
    from kg.web import site_export

    if output in (None, "-"):
        raise UsageError("a site is written to a folder: name it with --output")
    if part:
        raise UsageError("a site is of the whole store: leave out --article and --thing")
    place = Path(store) if store else folder.default()
    made = site_export.export(
        place, Path(output), address=address, force=force, follow=console.follow
    )
    console.note(f"{console.plural(made.pages, 'page')} in {output}: begin with index.html")
    for each in made.missing:
        console.note(f"nothing is known of {each}, which a page leads to")
