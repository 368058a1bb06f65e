"""The verbs of the command, one a file, and what several of them share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg import console
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.batch import Outcome

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

store = click.option(
    "--store",
    "-s",
    metavar="DIR",
    help="Folder of the store.  [default: what READOUT_STORE names, else readout.store]",
)
output = click.option(
    "--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all, instead of stdout."
)
jobs = click.option(
    "--jobs", "-j", type=click.IntRange(1), default=1, help="Processes to work in.  [default: 1]"
)
ENGINES = ("pyshacl", "pyshifty")
"""kg.validation.ENGINES, which takes longer to load than most verbs to run."""


def engine(default: str) -> Callable[[F], F]:
    """Return the option of the engine that validates; `default` says what does without it."""
    told = f"What validates; the report is the same.  [default: {default}]"
    return click.option("--engine", type=click.Choice(ENGINES), help=told)


sources = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)


class Tally:
    """What of a batch went wrong so far, told as it happens, and the exit code that follows."""

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0
        self.code = 0

    def values(self, outcomes: Iterable[Outcome[T]]) -> Iterator[T]:
        """Yield the values of the outcomes; tell each error as it comes, and their number last."""
        for outcome in console.follow(outcomes):
            if outcome.value is not None:
                self.done += 1
                yield outcome.value
            elif outcome.error is not None:
                console.note(str(outcome.error))
                self.failed += 1
                self.code = max(self.code, outcome.error.exit_code)
        if self.failed and self.done + self.failed > 1:
            console.note(f"{self.failed} of {self.done + self.failed} sources failed")


def make(directory: Path) -> None:
    """Make a folder where it is missing. Raises InputError where that cannot be."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{directory} cannot be made: {error.strerror}") from error
