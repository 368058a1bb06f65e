"""Whether shipped and accepted ids are what they are taken for: label, class, and no move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import resources
from kg.identity import names
from kg.identity.titles import bag
from kg.lexicon.tables import rows, several
from kg.link import features, offline
from kg.link.candidates import Candidate, describe
from kg.link.client import Client
from kg.link.persons import HUMAN
from kg.mappings import Mapping
from kg.namespaces import fold


@dataclass(frozen=True, slots=True)
class Expected:
    """An id with the names that one label of its item should have, and where it stands.

    `country` is the item of the country that an office is of, where that is known.
    """

    qid: str
    names: tuple[str, ...]
    kind: str
    where: str
    country: str | None = None


def shipped() -> tuple[Expected, ...]:
    """Return the ids of the word lists, sorted by list and id."""
    return tuple(sorted(_lists(), key=lambda each: (each.where, each.qid)))


def _lists() -> Iterator[Expected]:
    for row in rows(resources.lexicon("countries.tsv")):
        yield Expected(row[1], (row[2], *_forms(row[3])), "country", "countries.tsv")
    for row in rows(resources.lexicon("organisations.tsv")):
        if row[1]:
            forms = (row[0], *_forms(row[3]))
            yield Expected(row[1], forms, "organisation", "organisations.tsv")
    for row in rows(resources.lexicon("cities.tsv")):
        if len(row) > 2 and row[2]:
            forms = _forms(row[3]) if len(row) > 3 else ()
            yield Expected(row[2], (row[0], *forms), "place", "cities.tsv")
    for row in rows(resources.lexicon("linked-persons.tsv")):
        yield Expected(row[0], several(row[2]), "person", "linked-persons.tsv")
    for qid, of, titles in rows(resources.lexicon("linked-offices.tsv")):
        country = offline.countries().get(of)
        yield Expected(qid, several(titles), "office", "linked-offices.tsv", country)


def _forms(column: str) -> tuple[str, ...]:
    return tuple(form.lstrip("?") for form in several(column))


def accepted(links: Iterable[Mapping]) -> tuple[Expected, ...]:
    """Return the ids of accepted links; labels are those of the rows."""
    return tuple(
        Expected(
            row.object.removeprefix("wd:"),
            tuple(label for label in row.labels if label),
            row.subject.partition(":")[0],
            row.subject,
        )
        for row in links
        if row.judgement == "positive"
    )


def check(expected: Iterable[Expected], client: Client) -> tuple[str, ...]:
    """Return what is wrong, a line an id, sorted; none where all are what they are taken for.

    An id may stand in several places, each with names of its own: one that
    agrees is enough. Raises StoreError where the endpoint fails.
    """
    by_id: dict[str, list[Expected]] = defaultdict(list)
    for each in expected:
        by_id[each.qid].append(each)
    found = describe(client, by_id, asked=("classes",))
    wrong = (_fault(each, found.get(qid)) for qid, each in sorted(by_id.items()))
    return tuple(line for line in wrong if line)


def _fault(expected: list[Expected], item: Candidate | None) -> str | None:
    first = expected[0]
    told = f"{first.where}: {first.qid} ({first.names[0] if first.names else 'without a name'})"
    if item is None or not (item.names or item.types):
        return f"{told} is not known"
    if item.qid != first.qid:
        return f"{told} was merged into {item.qid}"
    kinds = sorted({each.kind for each in expected})
    if item.types and not any(_of_kind(kind, item) for kind in kinds):
        return f"{told} is no {' or '.join(map(_word, kinds))}"
    countries = {each.country for each in expected if each.country}
    if countries and item.tied("country") and not countries & item.tied("country"):
        return f"{told} is of another country"
    if not any(_named(name, item, each.kind) for each in expected for name in each.names):
        labels = ", ".join(item.names[:3]) or "nothing"
        return f"{told} is called {labels}"
    return None


def _of_kind(kind: str, item: Candidate) -> bool:
    return HUMAN in item.types if kind == "person" else features.typed(kind, item)


def _word(kind: str) -> str:
    return "human being" if kind == "person" else kind


def _named(name: str, item: Candidate, kind: str) -> bool:
    if any(fold(name) == fold(label) for label in item.names):
        return True
    if kind == "office":  # its label has the owner's name too
        return any(set(bag(name)) <= set(bag(label)) for label in item.names)
    mine = names.parse(name)
    return kind == "person" and any(names.compare(mine, names.parse(n)) for n in item.names)
