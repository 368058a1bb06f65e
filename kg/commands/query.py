"""`kg query`: stored questions and free SPARQL over a store."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from kg import commands, console
from kg.commands import load, worker
from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from kg.queries import StoredQuery
    from kg.queries.results import Found, Stream
    from kg.store import Store
    from kg.store.protocol import GraphReader
    from kg.store.remote.endpoint import Endpoint

_GRACE = 1.0
"""Seconds after which a server that is too slow, and of which that could not be told, is left."""


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
    help="table, json, csv, tsv, xml, or turtle for CONSTRUCT and DESCRIBE.  [default: table]",
)
@click.option("--columns", "-c", metavar="NAMES", help="Only these columns: name,office,for.")
@click.option(
    "--rows",
    metavar="N",
    type=click.IntRange(0),
    default=100_000,
    help="The most rows; 0 is all.  [default: 100000]",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0),
    default=60,
    help="How long to wait for the answer; 0 is for ever.  [default: 60]",
)
@commands.store
@click.option("--endpoint", metavar="URL", help="Ask a SPARQL server instead of a store.")
@load.profile
@commands.output
def query(
    name: str | None,
    pairs: tuple[str, ...],
    file: str | None,
    form: str,
    columns: str | None,
    rows: int,
    timeout: float,
    store: str | None,
    endpoint: str | None,
    profile: str | None,
    output: str | None,
) -> int:
    """Ask a stored question, or your own.

    NAME is that of a stored query; --file brings SPARQL of your own.

    Without either, the stored questions are listed. Queries read the store
    and nothing else: updates, SERVICE and FROM are refused. They work on a
    snapshot, in a process of their own with limits of time and memory. The
    exit code is 1 where there were more rows than --rows.

    With --endpoint a server is asked that `kg load` has filled: the answers are
    the same. A name and password for it, or a token, stand in the environment
    (READOUT_REMOTE_USER and READOUT_REMOTE_PASSWORD, or READOUT_REMOTE_TOKEN).
    """
    if name and file:
        raise click.UsageError("give the name of a stored query or --file, not both")
    if pairs and not name:
        raise click.UsageError("parameters are for a stored query: give its name")
    if not name and not file:
        console.write(_catalogue(), output)
        return 0
    if endpoint and store:
        raise click.UsageError("give --endpoint or --store, not both")
    own = _read(file) if file else ""

    def work() -> int:
        ask = _stored(name, pairs) if name else _free(own)
        with _open(store, endpoint, profile, timeout) as place:
            return _answer(place.begin(ask(place), rows or None), columns, form, output)

    seconds = timeout + _GRACE if endpoint else timeout
    return worker.run(work, worker.Limits(seconds=seconds if timeout else None))


def _open(
    store: str | None, endpoint: str | None, profile: str | None, timeout: float
) -> AbstractContextManager[Endpoint | Store]:
    """Return what is to be asked: a server, or the store in a folder."""
    if endpoint:
        from kg.store.remote import connecting

        return nullcontext(connecting.ask(endpoint, profile, timeout or None))
    from kg.store import Store

    return Store(store, read_only=True)


def _stored(name: str, pairs: tuple[str, ...]) -> Callable[[GraphReader], str]:
    """Return what makes a stored question SPARQL; an unknown name is told before all else."""
    from kg import queries

    queries.query(name)
    values = dict(map(_pair, pairs))
    return lambda place: queries.prepare(place, name, **values)


def _free(text: str) -> Callable[[GraphReader], str]:
    from kg.queries import sparql

    def ask(_: GraphReader) -> str:
        sparql.check(text)
        return text

    return ask


def _answer(found: Found, columns: str | None, form: str, output: str | None) -> int:
    from kg.queries import results

    if columns:
        found = _only(found, columns.split(","))
    console.write_all(results.pieces(found, form), output)
    if isinstance(found, results.Stream) and found.cut:
        console.note(f"there are more than {found.most} rows: --rows allows more")
        return 1
    return 0


def _only(found: Found, names: list[str]) -> Stream:
    """Return the rows with these columns alone, in this order."""
    from kg.queries.results import Stream

    if not isinstance(found, Stream):
        raise UsageError("--columns is for answers that have columns")
    unknown = [name for name in names if name not in found.columns]
    if unknown:
        raise UsageError(f"no column {unknown[0]!r}: there are {', '.join(found.columns)}")
    places = [found.columns.index(name) for name in names]
    rows = (tuple(row[place] for place in places) for row in found.rows)
    return Stream(tuple(names), rows, found.most)


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
