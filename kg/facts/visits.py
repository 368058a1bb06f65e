"""Visits: which of them are meetings, since talks are part of them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.clusters import Clusters
from kg.facts.references import Reference


def position(reference: Reference) -> tuple[int, int]:
    """Return where the words of a reference stand, by which references are put in order."""
    return reference.mention.start, reference.mention.end


def found_visit(references: Iterable[Reference], clusters: Clusters) -> None:
    """Let a visit to a country be the meeting of a report that tells of no other."""
    visits = [r for r in references if r.mention.head == "visit" and not r.aside and not r.past]
    real = [r for r in visits if r.mode not in ("wished", "denied")]
    if not any(is_abroad(r) and (r.title or r.setting.date) for r in real):
        return
    for reference in sorted(real, key=position):
        clusters.add(reference, clusters.all[0] if clusters.all else None)


def is_state_visit(reference: Reference) -> bool:
    """Return whether a visit is of state, to a country, over days or paid: talks are part of it."""
    official = reference.mention.name.lower().startswith(("state", "official", "working"))
    date = reference.setting.date
    paid = reference.mode == "done" and date is not None and len(date.first) == 10
    ranged = date is not None and (date.last is not None or paid)
    return official and ranged and not reference.aside and is_abroad(reference)


def is_abroad(reference: Reference) -> bool:
    """Return whether the words around a reference say to which country or city it leads."""
    return reference.setting.country is not None or reference.setting.place is not None
