"""`kg completion`: the script that lets a shell complete the command."""

from __future__ import annotations

import click

from kg import console

SHELLS = {
    "bash": 'eval "$(kg completion bash)"    # in ~/.bashrc',
    "zsh": 'eval "$(kg completion zsh)"    # in ~/.zshrc',
    "fish": "kg completion fish | source    # in ~/.config/fish/config.fish",
}


@click.command(epilog="\b\n" + "\n".join(SHELLS.values()))
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script of a shell's completion.

    It completes commands, options, stored queries and their parameters.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None  # click knows the shells of SHELLS
    console.write(found(ctx.find_root().command, {}, "kg", "_KG_COMPLETE").source())
