"""The command `kg`: its verbs are the stages. A verb parses, calls and prints; nothing else.

Exit codes: 0 fine, 1 the thing checked is not fine, 2 usage, 3 input that
cannot be read, 4 store or network, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from kg import __version__, console
from kg.commands import (
    build,
    completion,
    coverage,
    evaluate,
    export,
    extract,
    link,
    load,
    query,
    review,
    serve,
    shard,
    show,
    stores,
    validate,
)
from kg.errors import KgError

INTERRUPTED = 130
COMPLETION = "_KG_COMPLETE"

_ENGINES = ("rdflib", "pyoxigraph", "pyshacl")


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        engines = ", ".join(f"{name} {version(name)}" for name in _ENGINES)
        click.echo(f"kg {__version__} ({engines})")
        ctx.exit()


class Verbs(click.Group):
    """Commands in the order of the stages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 not fine, 2 usage, 3 input, 4 store or network, 130 interrupted.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version, and those of the engines.",
)
def cli() -> None:
    """Reports of diplomatic meetings become a knowledge graph that quotes its sources."""


for _command in (
    extract.extract,
    coverage.coverage,
    evaluate.evaluate,
    build.build,
    validate.validate,
    link.link,
    review.review,
    query.query,
    export.export,
    show.show,
    serve.serve,
    load.load,
    shard.shard,
    stores.store,
    completion.completion,
):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `kg` with these arguments, sys.argv's by default, and return its exit code."""
    if COMPLETION in os.environ:
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, "kg", COMPLETION, os.environ[COMPLETION])
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return error.exit_code
    except click.ClickException as error:
        console.note(error.format_message())
        if isinstance(error, click.UsageError) and error.ctx:
            click.echo(f"    {error.ctx.command_path} --help shows what it takes", err=True)
        return error.exit_code
    except KgError as error:
        console.note(str(error))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        console.note("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough: let the interpreter flush into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(arguments: list[str]) -> int:
    try:
        with cli.make_context("kg", arguments) as ctx:
            code = cli.invoke(ctx)
    except click.exceptions.Exit as error:
        return error.exit_code
    sys.stdout.flush()
    return code if isinstance(code, int) else 0
