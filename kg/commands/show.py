"""`kg show`: what the store knows of a thing, with the quote behind each line."""

from __future__ import annotations

import shutil

import click

from kg import commands, console

WIDEST = 100
"""Columns of a dossier: longer lines are hard to read on a wide terminal."""


@click.command()
@click.argument("thing")
@commands.store
@commands.output
def show(thing: str, store: str | None, output: str | None) -> None:
    """Show what is known of a thing.

    Each line stands with the words that it rests on.

    THING is a name ("Patrushev", "SCO"), a prefixed name (person:ru-patrushev-n)
    or an IRI. A name that may mean several things lists them.
    """
    from kg.queries.dossier import dossier
    from kg.store import Store

    with Store(store, read_only=True) as place:
        told = dossier(place, thing)
    width = min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    console.write(told.text(width), output)
