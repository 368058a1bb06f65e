"""Facts with evidence for the tests of store, queries, export and dossier.

The gold files have no passages: `attest` gives each fact the first place
where the article prints its words, else the article's first line.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from kg.codec import decode
from kg.graph.statements import nquads
from kg.model import Action, Facts, Office, Passage, Person

TESTS = Path(__file__).parent
SEED = TESTS.parent / "articles" / "sco-tashkent-2016.txt"
CORPUS = TESTS / "corpus"


@cache
def seed() -> Facts:
    """Return the facts of the project's own article, by its gold file."""
    return attest(TESTS / "golden" / "queries" / "sco-tashkent-2016.json", SEED)


@cache
def corpus() -> tuple[Facts, ...]:
    """Return the facts of the articles of tests/corpus, sorted by id."""
    golds = sorted(CORPUS.glob("*.json"))
    return tuple(attest(gold, gold.with_suffix(".txt")) for gold in golds)


@cache
def seed_quads() -> str:
    """Return the graph of the project's own article as N-Quads."""
    return nquads(seed())


@cache
def all_quads() -> tuple[str, ...]:
    """Return the graphs of seed and corpus as N-Quads, one string an article."""
    return tuple(nquads(facts) for facts in (seed(), *corpus()))


def attest(gold: Path, text: Path) -> Facts:
    """Return the facts of a gold file, each with a passage that replays from the text."""
    data: dict[str, Any] = json.loads(gold.read_text("utf-8"))
    words = text.read_bytes().decode("utf-8")
    facts = decode(data, words)

    def find(*names: str | None) -> tuple[Passage, ...]:
        for name in filter(None, names):
            start = words.casefold().find(name.casefold())
            if start >= 0:
                return (Passage(start, start + len(name), words[start : start + len(name)]),)
        line = next(line for line in words.splitlines() if line.strip())
        start = words.index(line)
        return (Passage(start, start + len(line), line),)

    def person(row: Person) -> Person:
        return replace(
            row,
            evidence=find(row.name, *row.aliases),
            offices=tuple(office(o, row) for o in row.offices),
        )

    def office(row: Office, holder: Person) -> Office:
        return replace(row, evidence=find(row.title, holder.name))

    def action(row: Action) -> Action:
        return replace(row, evidence=find(row.action.replace("-", " "), row.action))

    return replace(
        facts,
        meetings=tuple(replace(m, evidence=find(m.name, m.body)) for m in facts.meetings),
        persons=tuple(map(person, facts.persons)),
        participants=tuple(
            replace(p, evidence=find(p.person, p.party)) for p in facts.participants
        ),
        instruments=tuple(
            replace(i, evidence=find(i.name), actions=tuple(map(action, i.actions)))
            for i in facts.instruments
        ),
        topics=tuple(replace(t, evidence=find(t.name)) for t in facts.topics),
    )
