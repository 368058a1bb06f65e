"""Which Wikidata item a thing of the store is: judgements with reasons, never a forced link."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.errors import InputError
from kg.mappings import NONE, Mapping

_ITEM = re.compile(r"wd:Q[1-9][0-9]*")


def keep(machine: Iterable[Mapping], kept: Iterable[Mapping]) -> Iterator[Mapping]:
    """Yield the machine's links, what is open as an endpoint told it in an earlier run."""
    told = {row.subject: row for row in kept if row.source and not row.by}
    for row in machine:
        yield told.get(row.subject, row) if row.judgement in ("none", "unsure") else row


def outweigh(machine: Iterable[Mapping], kept: Iterable[Mapping]) -> tuple[Mapping, ...]:
    """Return the machine's links with what persons decided in their place, sorted.

    A person's link or "none found" takes the place of what the machine says of
    the thing; a person's negative takes away the link that it names. Raises
    InputError where a person's row names no item of Wikidata.
    """
    persons: dict[str, list[Mapping]] = defaultdict(list)
    for row in kept:
        if row.by:
            persons[row.subject].append(_checked(row))
    rows = [row for mine in persons.values() for row in mine]
    for row in machine:
        mine = persons.get(row.subject, [])
        if row.by or any(each.judgement in ("positive", "none") for each in mine):
            continue
        refused = any(each.object == row.object for each in mine)
        rows.append(_nothing(row) if refused else row)
    return tuple(sorted(rows, key=lambda row: row.key))


def _checked(row: Mapping) -> Mapping:
    if row.object != NONE and not _ITEM.fullmatch(row.object):
        raise InputError(f"{row.subject}: {row.object} is no item of Wikidata, such as wd:Q446865")
    return row


def _nothing(row: Mapping) -> Mapping:
    told = "a person says that it is not the item that the word lists have"
    return Mapping(row.subject, NONE, "none", row.predicate, 1.0, told, (row.labels[0], ""))
