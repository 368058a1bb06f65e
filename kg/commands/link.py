"""`kg link`: which things of a store are one, and which Wikidata items they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import commands, console
from kg.console import plural

if TYPE_CHECKING:
    from kg.link.client import Client
    from kg.mappings import Mapping
    from kg.pipeline import Joined

ENDPOINT = "https://query.wikidata.org/sparql"

FILES = ("identity", "links")
"""What there are decisions on: each has a file of its own, and one of candidates."""


@click.command()
@commands.store
@click.option(
    "--decisions",
    metavar="DIR",
    help="Folder of the files of decisions.  [default: beside the store, ending in .decisions]",
)
@click.option("--online", is_flag=True, help="Ask an endpoint of Wikidata's data as well.")
@click.option(
    "--endpoint",
    metavar="URL",
    default=ENDPOINT,
    help="SPARQL endpoint to ask.  [default: Wikidata's own]",
)
@click.option(
    "--offline", is_flag=True, help="With --online: answer from what was kept, open no socket."
)
@click.option(
    "--check", "checked", is_flag=True, help="Only ask whether shipped and accepted ids are right."
)
def link(
    store: str | None,
    decisions: str | None,
    online: bool,
    endpoint: str,
    offline: bool,
    checked: bool,
) -> int:
    """Join what is one over articles, and link it to Wikidata.

    Each decision is a row with its reasons, in SSSOM files that you may edit
    and commit: a row with your name as author_label outweighs the machine's and
    survives every run. What is unsure goes to the files of candidates. The
    graphs of identity and links are made anew; those of articles stay as they
    are. Nothing is asked of a network without --online; its answers are kept
    in the folder of decisions, so that a run that was broken off goes on.
    """
    if checked:
        folder = Path(decisions) if decisions else _beside(Path(store) if store else None)
        return _check(_client(endpoint, folder, offline), folder)
    from kg import mappings, pipeline
    from kg.store import Store

    with Store(store, read_only=True):
        pass  # a store that is not there is refused, and not made
    with Store(store) as place:
        folder = Path(decisions) if decisions else _beside(place.path)
        kept = {name: mappings.read(_file(folder, name)) for name in FILES}
        client = _client(endpoint, folder, offline) if online else None
        joined = pipeline.join(place, kept["identity"], kept["links"], client)
    commands.make(folder)
    for name, rows in (("identity", joined.identity), ("links", joined.links)):
        _save(folder, name, rows)
    for row, reason in joined.refused:
        console.note(f"{row.subject} and {row.object} stay apart: {reason}")
    console.write(_summary(joined, folder))
    return 0


def _check(client: Client, folder: Path) -> int:
    from kg import mappings
    from kg.link import check

    expected = (*check.shipped(), *check.accepted(mappings.read(_file(folder, "links"))))
    wrong = check.check(expected, client)
    console.write("".join(f"{line}\n" for line in wrong))
    number = len({each.qid for each in expected})
    console.write(f"{plural(number, 'id')} asked for, {len(wrong)} wrong\n")
    return 1 if wrong else 0


def _client(endpoint: str, folder: Path, offline: bool) -> Client:
    from kg.link.client import Client

    return Client(endpoint, folder / "answers", offline=offline)


def _beside(store: Path | None) -> Path:
    from kg.store.folder import default

    path = store or default()
    return path.with_name(f"{path.name.removesuffix('.store')}.decisions")


def _file(folder: Path, name: str, candidates: bool = False) -> Path:
    return folder / f"{name}{'.candidates' if candidates else ''}.sssom.tsv"


def _save(folder: Path, name: str, rows: Iterable[Mapping]) -> None:
    """Write what is decided and what is unsure, each to its file."""
    from kg import mappings

    rows = tuple(rows)
    sure = (row for row in rows if row.judgement != "unsure")
    unsure = (row for row in rows if row.judgement == "unsure")
    console.write(mappings.write(sure, name), str(_file(folder, name)))
    text = mappings.write(unsure, f"{name}-candidates")
    console.write(text, str(_file(folder, name, candidates=True)))


def _summary(joined: Joined, folder: Path) -> str:
    ones = Counter(row.judgement for row in joined.identity)
    lines = [
        f"{plural(ones['positive'], 'pair')} judged one, {ones['negative']} apart,"
        f" {ones['unsure']} unsure"
    ]
    kinds = Counter((row.subject.partition(":")[0], row.judgement) for row in joined.links)
    for kind in dict.fromkeys(kind for kind, _ in sorted(kinds)):
        linked, open_, none = (kinds[kind, each] for each in ("positive", "unsure", "none"))
        lines.append(f"{kind}: {linked} linked, {open_} unsure, {none} not found")
    return "\n".join((*lines, f"decisions in {folder}", ""))
