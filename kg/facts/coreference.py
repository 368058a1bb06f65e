"""Which mentions mean one meeting: the same number, organisation, body, parties, date or place.

Mentions that name are told apart first; those that only point ("the summit",
"the upcoming session") go to the meeting last spoken of that they can mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.timeplace import Setting
from kg.likeness import overlap
from kg.modality import Modality
from kg.model import MeetingMention

_KINDS = {
    "summit": frozenset(("summit", "meeting", "session", "council", "conference")),
    "visit": frozenset(("visit",)),
    "talks": frozenset(("talks", "meeting", "consultations", "negotiations", "session")),
}
_COMING = ("upcoming", "coming", "forthcoming", "next", "planned", "future", "impending")


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention with what its own sentence says of it."""

    mention: MeetingMention
    sentence: int
    mode: Modality
    setting: Setting
    title: bool = False

    @property
    def coming(self) -> bool:
        """Return whether the words themselves say that it lies ahead."""
        return self.mention.name.lower().startswith(_COMING)


@dataclass(slots=True)
class Cluster:
    """The references of one meeting, in the order of the text."""

    references: list[Reference] = field(default_factory=list)

    def values(self, name: str) -> list[object]:
        """Return the values of a field of the mentions, the empty ones left out."""
        found = (getattr(r.mention, name) for r in self.references)
        return [value for value in found if value]

    @property
    def planned(self) -> bool:
        """Return whether nothing is told of it but that it lies ahead."""
        return all(r.mode == "planned" or r.title for r in self.references)


def group(references: Sequence[Reference]) -> list[Cluster]:
    """Return the meetings that the references mean, in the order of their first words."""
    clusters: list[Cluster] = []
    for reference in references:
        cluster = _meant(reference, clusters)
        if cluster is not None:
            cluster.references.append(reference)
        elif founds(reference):
            clusters.append(Cluster([reference]))
    return clusters


def founds(reference: Reference) -> bool:
    """Return whether a reference can be the first to tell of a meeting."""
    if reference.mode in ("wished", "denied"):
        return False
    mention = reference.mention
    return mention.rule not in ("pointing", "bare")


def _meant(reference: Reference, clusters: list[Cluster]) -> Cluster | None:
    recent = sorted(clusters, key=lambda c: c.references[-1].mention.start, reverse=True)
    if reference.mention.rule in ("pointing", "bare"):
        if not reference.mention.definite:
            return None
        return next((c for c in recent if _can_mean(reference, c)), None)
    return next((c for c in recent if _same(reference, c)), None)


def _can_mean(reference: Reference, cluster: Cluster) -> bool:
    if reference.coming and not cluster.planned:
        return False
    if not reference.coming and reference.mode == "done" and cluster.planned:
        return False
    heads = {r.mention.head for r in cluster.references}
    return any(_kin(reference.mention.head, head) for head in heads)


def _kin(one: str, other: str) -> bool:
    """Return whether two head words can name one gathering."""
    if "visit" in (one, other):
        return one == other
    if one in ("event", "gathering", "meeting", "session", "proceedings"):
        return True
    return one == other or other in _KINDS.get(one, ())


def _same(reference: Reference, cluster: Cluster) -> bool:
    mention = reference.mention
    if not _agree(mention.ordinal, cluster.values("ordinal")):
        return False
    if not _agree(mention.organisation, cluster.values("organisation")):
        return False
    parties = [set(p) for p in cluster.values("parties") if isinstance(p, tuple)]
    if mention.parties and parties and set(mention.parties) not in parties:
        return False
    if not _date_fits(reference, cluster) or not _place_fits(reference, cluster):
        return False
    return _shares(reference, cluster)


def _agree(value: object, known: list[object]) -> bool:
    return not value or not known or value in known


def _shares(reference: Reference, cluster: Cluster) -> bool:
    """Return whether something positive ties them: number, body, parties or head."""
    mention = reference.mention
    if mention.ordinal and cluster.values("ordinal"):
        return any(_kin(mention.head, r.mention.head) for r in cluster.references)
    if mention.parties and cluster.values("parties"):
        return True
    bodies = [str(body) for body in cluster.values("body")]
    if mention.body and bodies:
        return any(overlap(mention.body, body) >= 0.5 for body in bodies)
    heads = {r.mention.head for r in cluster.references}
    return any(mention.head == head for head in heads)


def _date_fits(reference: Reference, cluster: Cluster) -> bool:
    date = reference.setting.date
    known = [r.setting.date for r in cluster.references if r.setting.date]
    return date is None or not known or any(near(date.first, k.first) for k in known)


def near(one: str, other: str) -> bool:
    """Return whether two dates can be of one meeting: the same month, or one less exact."""
    shorter = min(len(one), len(other), 7)
    return one[:shorter] == other[:shorter]


def _place_fits(reference: Reference, cluster: Cluster) -> bool:
    place = reference.setting.place
    known = {r.setting.place.name for r in cluster.references if r.setting.place}
    return place is None or not known or place.name in known
