"""Whether shipped and accepted ids are what they are taken for: label, and whether they moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import resources
from kg.identity import names
from kg.lexicon.tables import rows, several
from kg.link.candidates import Candidate, describe
from kg.link.client import Client
from kg.mappings import Mapping
from kg.namespaces import fold

HUMAN = "Q5"


@dataclass(frozen=True, slots=True)
class Expected:
    """An id with the names that one label of its item should have, and where it stands."""

    qid: str
    names: tuple[str, ...]
    person: bool
    where: str


def shipped() -> tuple[Expected, ...]:
    """Return the ids of the word lists, sorted by list and id."""
    return tuple(sorted(_lists(), key=lambda each: (each.where, each.qid)))


def _lists() -> Iterator[Expected]:
    for row in rows(resources.lexicon("countries.tsv")):
        yield Expected(row[1], (row[2], *_forms(row[3])), False, "countries.tsv")
    for row in rows(resources.lexicon("organisations.tsv")):
        if row[1]:
            yield Expected(row[1], (row[0], *_forms(row[3])), False, "organisations.tsv")
    for row in rows(resources.lexicon("cities.tsv")):
        if len(row) > 2 and row[2]:
            forms = _forms(row[3]) if len(row) > 3 else ()
            yield Expected(row[2], (row[0], *forms), False, "cities.tsv")
    for row in rows(resources.lexicon("linked-persons.tsv")):
        yield Expected(row[0], several(row[2]), True, "linked-persons.tsv")


def _forms(column: str) -> tuple[str, ...]:
    return tuple(form.lstrip("?") for form in several(column))


def accepted(links: Iterable[Mapping]) -> tuple[Expected, ...]:
    """Return the ids of accepted links but those of offices, whose labels name the owner too."""
    return tuple(
        Expected(
            row.object.removeprefix("wd:"),
            tuple(label for label in row.labels if label),
            row.subject.startswith("person:"),
            row.subject,
        )
        for row in links
        if row.judgement == "positive" and not row.subject.startswith("office:")
    )


def check(expected: Iterable[Expected], client: Client) -> tuple[str, ...]:
    """Return what is wrong, a line an id, sorted; none where all are what they are taken for.

    An id may stand in several places, each with names of its own: one that
    agrees is enough. Raises StoreError where the endpoint fails.
    """
    by_id: dict[str, list[Expected]] = defaultdict(list)
    for each in expected:
        by_id[each.qid].append(each)
    found = describe(client, by_id)
    wrong = (_fault(each, found.get(qid)) for qid, each in sorted(by_id.items()))
    return tuple(line for line in wrong if line)


def _fault(expected: list[Expected], item: Candidate | None) -> str | None:
    first = expected[0]
    told = f"{first.where}: {first.qid} ({first.names[0] if first.names else 'without a name'})"
    if item is None or not (item.names or item.types):
        return f"{told} is not known"
    if item.qid != first.qid:
        return f"{told} was merged into {item.qid}"
    person = any(each.person for each in expected)
    if person and item.types and HUMAN not in item.types:
        return f"{told} is no human being"
    if not any(_named(name, item, person) for each in expected for name in each.names):
        labels = ", ".join(item.names[:3]) or "nothing"
        return f"{told} is called {labels}"
    return None


def _named(name: str, item: Candidate, person: bool) -> bool:
    if any(fold(name) == fold(label) for label in item.names):
        return True
    mine = names.parse(name)
    return person and any(names.compare(mine, names.parse(label)) for label in item.names)
