"""`kg query`: stored questions and free SPARQL over a store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from kg import commands, console
from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from kg.queries import StoredQuery
    from kg.results import Result
    from kg.store import Store


def _complete_name(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    from kg.queries import catalogue

    return [
        CompletionItem(stored.name, help=stored.summary)
        for stored in catalogue()
        if stored.name.startswith(begun)
    ]


def _complete_value(ctx: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    from kg.queries import catalogue

    named = {ctx.params.get("name"), *ctx.args}  # click stops at -p before it names arguments
    return [
        CompletionItem(f"{parameter.name}=", help=parameter.accepts)
        for stored in catalogue()
        for parameter in stored.parameters
        if stored.name in named and parameter.name.startswith(begun)
    ]


@click.command()
@click.argument("name", required=False, shell_complete=_complete_name)
@click.option(
    "--parameter",
    "-p",
    "pairs",
    metavar="NAME=VALUE",
    multiple=True,
    shell_complete=_complete_value,
    help="A value for a parameter of the stored query; may be repeated.",
)
@click.option("--file", metavar="FILE", help="Ask the SPARQL query in FILE; - is stdin.")
@click.option(
    "--format",
    "-f",
    "form",
    metavar="FORMAT",
    default="table",
    help="table, json, csv, tsv, or turtle for CONSTRUCT and DESCRIBE.  [default: table]",
)
@click.option("--columns", "-c", metavar="NAMES", help="Only these columns: name,office,for.")
@commands.store
@commands.output
def query(
    name: str | None,
    pairs: tuple[str, ...],
    file: str | None,
    form: str,
    columns: str | None,
    store: str | None,
    output: str | None,
) -> None:
    """Ask a stored question, or your own.

    NAME is that of a stored query; --file brings SPARQL of your own.

    Without either, the stored questions are listed. Queries read the store
    and nothing else: updates, SERVICE and FROM are refused.
    """
    if name and file:
        raise click.UsageError("give the name of a stored query or --file, not both")
    if pairs and not name:
        raise click.UsageError("parameters are for a stored query: give its name")
    if not name and not file:
        console.write(_catalogue(), output)
        return
    from kg import results

    found = _stored(name, pairs, store) if name else _free(str(file), store)
    if columns:
        found = _only(found, columns.split(","))
    console.write(results.write(found, form), output)


def _only(found: Result, names: list[str]) -> Result:
    """Return the rows with these columns alone, in this order."""
    from kg.results import Rows

    if not isinstance(found, Rows):
        raise UsageError("--columns is for answers that have columns")
    unknown = [name for name in names if name not in found.columns]
    if unknown:
        raise UsageError(f"no column {unknown[0]!r}: there are {', '.join(found.columns)}")
    places = [found.columns.index(name) for name in names]
    return Rows(tuple(names), tuple(tuple(row[place] for place in places) for row in found.rows))


def _open(store: str | None) -> Store:
    from kg.store import Store

    return Store(store, read_only=True)


def _stored(name: str, pairs: tuple[str, ...], store: str | None) -> Result:
    from kg import queries

    queries.query(name)  # an unknown name is told before a store that is not there
    values = dict(map(_pair, pairs))
    with _open(store) as place:
        return queries.run(place, name, **values)


def _free(file: str, store: str | None) -> Result:
    from kg import queries

    text = _read(file)
    with _open(store) as place:
        return queries.select(place, text)


def _pair(pair: str) -> tuple[str, str]:
    name, sign, value = pair.partition("=")
    if not sign:
        raise UsageError(f"-p {pair}: a parameter is written NAME=VALUE")
    return name, value


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: byte {error.start} is not UTF-8") from error


def _catalogue() -> str:
    from kg.queries import catalogue

    return "\n".join(map(_entry, catalogue()))


def _entry(stored: StoredQuery) -> str:
    """Return a stored query as it is listed: name and question, then how it is asked."""
    example = "".join(f" -p {name}={_quoted(value)}" for name, value in stored.example.items())
    lines = [f"{stored.name}: {stored.summary}"]
    if stored.parameters:
        told = (f"{p.name}{'' if p.required else ' (optional)'}" for p in stored.parameters)
        lines.append(f"    takes {', '.join(told)}")
    return "\n".join((*lines, f"    kg query {stored.name}{example}")) + "\n"


def _quoted(value: str) -> str:
    import shlex

    return shlex.quote(value)
