"""From candidates with their scores to a judgement: accepted, open, or none found.

A link is accepted where type and score hold, something that is not the name
agrees, nothing contradicts, and no second item is about as likely. All else
stays a candidate with its features.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.link.candidates import Candidate
from kg.mappings import NONE, Mapping

ACCEPTED = 0.7
MARGIN = 0.1


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what agrees, the name first, and what contradicts, in words."""

    candidate: Candidate
    score: float
    agrees: tuple[str, ...]
    against: tuple[str, ...]


def decide(row: Mapping, found: Iterable[Scored]) -> Mapping:
    """Return the row of a thing: linked, with the likeliest candidate, or none found."""
    scored = _distinct(found)
    likely = [one for one in scored if not one.against]
    if not likely:
        return _nothing(row, scored)
    best = likely[0]
    told = "; ".join(best.agrees)
    rival = next((o for o in likely[1:] if o.score > best.score - MARGIN), None)
    sure = best.score >= ACCEPTED and len(best.agrees) > 1 and rival is None
    if rival:
        told += f"; but {rival.candidate.qid} is about as likely"
    return replace(
        row,
        object=f"wd:{best.candidate.qid}",
        judgement="positive" if sure else "unsure",
        score=best.score,
        reasons=told,
        labels=(row.labels[0], next(iter(best.candidate.names), "")),
    )


def _distinct(scored: Iterable[Scored]) -> list[Scored]:
    """Return each item once, the likeliest first: merged items are one."""
    each = {one.candidate.qid: one for one in scored}
    return sorted(each.values(), key=lambda one: (-one.score, one.candidate.qid))


def _nothing(row: Mapping, scored: list[Scored]) -> Mapping:
    if row.judgement == "unsure":
        return row
    tried = ", ".join(f"{one.candidate.qid} ({'; '.join(one.against)})" for one in scored[:3])
    told = f"no item agrees; tried {tried}" if tried else "no item of the endpoint has the name"
    return replace(row, object=NONE, judgement="none", reasons=told)
