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
    from kg.pipeline import Linked
    from kg.store import Store

ENDPOINT = "https://query.wikidata.org/sparql"
API = "https://www.wikidata.org/w/api.php"


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
    "--search",
    "api",
    metavar="[URL]",
    is_flag=False,
    flag_value=API,
    help="With --online: search in an action API for what has no exact name.  [URL: Wikidata's]",
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
    api: str | None,
    offline: bool,
    checked: bool,
) -> int:
    """Join what is one over articles, and link it to Wikidata.

    Each decision is a row with its reasons, in SSSOM files that you may edit
    and commit: a row with your name as author_label outweighs the machine's and
    survives every run. What is unsure goes to the files of candidates. The
    graphs of identity and links are made anew; those of articles stay as they
    are. Nothing is asked of a network without --online; its answers are kept
    in the folder of decisions, so that a run that was broken off goes on. With
    it the graph of links also tells whether items confirm who held an office
    at a meeting; the stored question standings shows conflicts.
    """
    from kg.decisions import beside
    from kg.errors import UsageError
    from kg.store.folder import default

    if (api or offline) and not (online or checked):
        raise UsageError("--search and --offline go with --online: nothing is asked without it")
    folder = Path(decisions) if decisions else beside(Path(store) if store else default())
    client = _client(endpoint, folder, api, offline)
    return _check(client, folder) if checked else _join(store, folder, client if online else None)


def _join(store: str | None, folder: Path, client: Client | None) -> int:
    from kg import decisions, pipeline
    from kg.link import properties
    from kg.store import Store

    with Store(store, read_only=True):
        pass  # a store that is not there is refused, and not made
    kept = {name: decisions.read(folder, name) for name in decisions.FILES}
    open_ = decisions.unsure(folder, "links")
    with Store(store) as place:
        ones = _identify(place, kept["identity"], folder)
        linked = pipeline.link(place, (*kept["links"], *open_), client)
    _save(folder, "links", linked.rows)
    if linked.properties:
        console.write(properties.write(linked.properties), str(decisions.properties(folder)))
    console.write(_summary(ones, linked, folder))
    return 0


def _identify(place: Store, kept: Iterable[Mapping], folder: Path) -> Counter[str]:
    """Judge what is one, write the rows, and return how many there are of each judgement."""
    from kg import pipeline

    found = pipeline.identify(place, kept)
    commands.make(folder)
    _save(folder, "identity", found.rows)
    for row, reason in found.refused:
        console.note(f"{row.subject} and {row.object} stay apart: {reason}")
    return Counter(row.judgement for row in found.rows)


def _save(folder: Path, name: str, rows: Iterable[Mapping]) -> None:
    from kg import decisions

    for path, lines in decisions.lines(folder, name, rows):
        console.write_all(lines, str(path))


def _check(client: Client, folder: Path) -> int:
    from kg import decisions
    from kg.link import check

    expected = (*check.shipped(), *check.accepted(decisions.read(folder, "links")))
    wrong = check.check(expected, client)
    console.write("".join(f"{line}\n" for line in wrong))
    number = len({each.qid for each in expected})
    console.write(f"{plural(number, 'id')} asked for, {len(wrong)} wrong\n")
    return 1 if wrong else 0


def _client(endpoint: str, folder: Path, api: str | None, offline: bool) -> Client:
    from kg.link.client import Client

    return Client(endpoint, folder / "answers", api, offline=offline)


def _summary(ones: Counter[str], linked: Linked, folder: Path) -> str:
    lines = [
        f"{plural(ones['positive'], 'pair')} judged one, {ones['negative']} apart,"
        f" {ones['unsure']} unsure"
    ]
    kinds = Counter((row.subject.partition(":")[0], row.judgement) for row in linked.rows)
    for kind in dict.fromkeys(kind for kind, _ in sorted(kinds)):
        sure, open_, none = (kinds[kind, each] for each in ("positive", "unsure", "none"))
        lines.append(f"{kind}: {sure} linked, {open_} unsure, {none} not found")
    if linked.standings:
        told = Counter(standing.verdict for standing in linked.standings)
        lines.append(
            f"holders of offices on the date: {told['confirmed']} confirmed,"
            f" {told['in-conflict']} in conflict, {told['unknown']} unknown"
        )
    return "\n".join((*lines, f"decisions in {folder}", ""))
