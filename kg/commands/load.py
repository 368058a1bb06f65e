"""`kg load`: a store's graphs brought to a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg import commands, console
from kg.console import plural

if TYPE_CHECKING:
    from kg.store.remote.loading import Plan

SHOWN = 20
"""Graphs with another count that are told one by one; the rest are counted."""

NAMES = ("oxigraph", "fuseki", "graphdb", "rdf4j", "virtuoso", "qlever")
"""kg.store.remote.profiles.PROFILES, which takes longer to load than most verbs to run."""

profile = click.option(
    "--profile",
    type=click.Choice(NAMES),
    help="What store the server is.  [default: what its address tells]",
)


@click.command()
@click.option("--to", "address", metavar="URL", required=True, help="Address of the server.")
@profile
@commands.store
@click.option("--force", is_flag=True, help="Send also what stands there as it is here.")
@click.option("--keep", is_flag=True, help="Leave there what is gone here.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    default=300,
    help="How long one request may take.  [default: 300]",
)
def load(
    address: str,
    profile: str | None,
    store: str | None,
    force: bool,
    keep: bool,
    timeout: float,
) -> int:
    """Bring the graphs of a store to a SPARQL server.

    Only what changed since the last run is sent, and what is gone here is taken
    out there: of the graphs that kg load brought, never of others. A run that
    broke off is taken up by the next one. At the end the statements are
    counted there; the exit code is 1 where they are not as many as here.

    A name and password, or a token, stand in the environment, nowhere else:
    READOUT_REMOTE_USER and READOUT_REMOTE_PASSWORD, or READOUT_REMOTE_TOKEN.
    """
    from kg.store import Store
    from kg.store.remote import connecting

    with (
        Store(store, read_only=True) as place,
        connecting.write(place, address, profile, timeout) as loading,
    ):
        if connecting.is_open(address):
            console.note("the name and password go over http, which others can read: use https")
        plan = loading.plan(force=force, keep=keep)
        total = len(plan.send) + len(plan.remove)
        for _ in console.follow(loading.carry_out(plan), total):
            pass
        faults = list(loading.verify(plan))
        url = loading.writer.server.url
    console.write(_told(plan, url))
    return _verdict(faults, url)


def _told(plan: Plan, url: str) -> str:
    """Return what was done: "2 graphs sent to URL, 1 taken out, 15 stood there already"."""
    parts = [f"{plural(len(plan.send), 'graph')} sent to {url}"]
    if plan.remove:
        parts.append(f"{len(plan.remove)} taken out")
    if plan.same:
        parts.append(f"{plan.same} stood there already")
    if plan.kept:
        parts.append(f"{len(plan.kept)} kept that are gone here")
    return ", ".join(parts) + "\n"


def _verdict(faults: list[str], url: str) -> int:
    for fault in faults[:SHOWN]:
        console.note(fault)
    if len(faults) > SHOWN:
        console.note(f"and {len(faults) - SHOWN} more")
    if faults:
        console.note(f"{url} does not hold what the store holds: --force sends all of it again")
        return 1
    console.write("counted there: all as here\n")
    return 0
