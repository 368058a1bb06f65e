"""`kg serve`: the store as pages and as a SPARQL endpoint, on this machine."""

from __future__ import annotations

import click

from kg import commands


@click.command()
@commands.store
@click.option(
    "--host", metavar="ADDRESS", default="127.0.0.1", help="Listen here.  [default: 127.0.0.1]"
)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8000,
    help="The port; 0 takes a free one.  [default: 8000]",
)
@click.option(
    "--base-path", metavar="PATH", default="", help="What a proxy puts before all addresses."
)
@click.option(
    "--allow-host",
    "hosts",
    metavar="NAME",
    multiple=True,
    help="A name under which the site may be asked for, besides this machine's; may be repeated.",
)
@click.option(
    "--allow-origin",
    "origins",
    metavar="ORIGIN",
    multiple=True,
    help="An origin, https://example.org or *, whose pages may read answers; may be repeated.",
)
def serve(
    store: str | None,
    host: str,
    port: int,
    base_path: str,
    hosts: tuple[str, ...],
    origins: tuple[str, ...],
) -> int:
    """Show the store as pages, and answer SPARQL.

    The address is printed when pages can be asked for. Nothing is written to
    the store over HTTP; what another command writes to it is seen within
    seconds. The log, a line of JSON a request, goes to stderr. Ctrl-C ends the
    server.
    """
    from pathlib import Path

    from kg.store import folder
    from kg.web import server, site

    place = Path(store) if store else folder.default()
    opened = site.open_site(place, base_path=base_path, hosts=(*hosts, host), origins=origins)
    return server.run(opened, host, port)
