"""`kg review`: open cases one after the other, judged by a person in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import commands, console
from kg.console import plural

if TYPE_CHECKING:
    from kg.decisions import Answer
    from kg.mappings import Mapping

_ANSWERS: dict[str, Answer] = {"a": "accept", "r": "reject", "n": "none"}
_LATER, _QUIT = ("l", ""), "q"


@click.command()
@commands.store
@click.option("--decisions", metavar="DIR", help="Folder of the files of decisions, as of kg link.")
@click.option("--by", metavar="NAME", required=True, help="Who judges; it stands in each row.")
def review(store: str | None, decisions: str | None, by: str) -> None:
    """Judge what kg link left open.

    Each case shows both sides with their words and what agrees. Answer a
    (accept), r (reject), n (none of the items), l (later) or q (quit). Each
    answer is written at once to the files that kg link reads; run it again to
    bring the graphs up to date.
    """
    from kg.decisions import beside
    from kg.store.folder import default

    folder = Path(decisions) if decisions else beside(Path(store) if store else default())
    made = sum(1 for _ in _judged(folder, by))
    console.write(f"{plural(made, 'case')} judged, decisions in {folder}\n")


def _judged(folder: Path, by: str) -> Iterator[Mapping]:
    """Yield the decisions as they are made and written; ends when the person quits."""
    from kg import decisions

    cases = [(name, row) for name in decisions.FILES for row in decisions.unsure(folder, name)]
    for number, (name, row) in enumerate(cases, start=1):
        click.echo(_show(row, f"{number} of {len(cases)}"), err=True)
        answer = _ask(row)
        if answer is None:
            return
        if answer in _ANSWERS:
            made = decisions.judge(row, _ANSWERS[answer], by)
            _write(folder, name, made, row)
            yield made


def _write(folder: Path, name: str, made: Mapping, case: Mapping) -> None:
    from kg import decisions

    open_ = (row for row in decisions.unsure(folder, name) if row.key != case.key)
    rows = (*decisions.settle(decisions.read(folder, name), made), *open_)
    for path, text in decisions.texts(folder, name, rows):
        console.write(text, str(path))


def _show(row: Mapping, place: str) -> str:
    sides = zip((row.subject, row.object), row.labels, row.quotes, strict=True)
    lines = [f"case {place}: {row.reasons} ({row.score:.2f})"]
    for thing, label, quote in sides:
        lines.append(f"  {thing}  {label}".rstrip())
        if quote:
            lines.append(f"      “{quote}”")
    return "\n".join(lines)


def _ask(row: Mapping) -> str | None:
    """Return the answer, a letter; None at the end of the input or where the person quits."""
    known = (*("a", "r"), *(("n",) if row.object.startswith("wd:") else ()), *_LATER)
    while True:
        choices = "/".join((*(letter for letter in known if letter), _QUIT))
        click.echo(f"  {choices}? ", err=True, nl=False)
        line = sys.stdin.readline()
        answer = line.strip().casefold()
        if not line or answer == _QUIT:
            return None
        if answer in known:
            return answer
