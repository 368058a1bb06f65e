"""Meetings of one series: "the next session" is of the organ whose session the report tells of."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.clusters import Cluster
from kg.language import expressions as re

_PLAIN = re.compile(
    r"(?:(?:\w+(?:ty|hundred)\s)?[\w-]+\s+)"
    r"(?:(?:such|ordinary|regular|annual|biennial|scheduled|statutory)\s+)?"
    r"(?:meeting|session|sitting|summit|conference|assembly|congress)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:next|following|upcoming|forthcoming|coming|previous|last|preceding)\b", re.IGNORECASE
)

_STANDING = re.compile(r"\b(?:Commission|Committee|Council|Board|Group|Cabinet|Dialogue|Forum)\b")
_ANY = frozenset(("meeting", "session", "sitting"))


def whose(cluster: Cluster, clusters: Sequence[Cluster]) -> tuple[str | None, str | None]:
    """Return organisation and body of the meeting in whose series a bare number counts another.

    Nones where the meeting names its own, or no other has the same head word.
    """
    if cluster.bodies and not (cluster.owned or cluster.codes):
        return _again(cluster, clusters)
    if cluster.owned or cluster.bodies or cluster.codes or not all(map(_is_plain, cluster.names)):
        return None, None
    if not (cluster.ordinals or any(map(_BESIDE.match, cluster.names))):
        return None, None
    before = clusters[: next(n for n, c in enumerate(clusters) if c is cluster)]
    others = [c for c in before if _alike(cluster, c) and _counts(cluster, c)]
    for other in sorted(others, key=lambda other: not cluster.heads & other.heads):
        standing = bool(other.codes) or not cluster.heads & other.heads
        body = max(_bodies(other, standing), key=len, default=None)
        if other.organisations or body:
            return next(iter(other.organisations), None), body
    return None, None


def _again(cluster: Cluster, clusters: Sequence[Cluster]) -> tuple[str | None, str | None]:
    """Return organisation and body of those who meet again under a shorter name.

    "The Council will meet next in May" is the Economic Council that the report tells of.
    """
    own = next(iter(cluster.bodies))
    if len(cluster.bodies) > 1 or len(own.split()) > 1:
        return None, None
    for other in clusters:
        for body in _bodies(other, standing=False) if other is not cluster else ():
            if body != own and body.lower().split()[-1] == own.lower():
                return next(iter(other.organisations), None), body
    return None, None


def _bodies(cluster: Cluster, standing: bool) -> Sequence[str]:
    """Return the bodies that may meet again: only a `standing` one, or any."""
    if "summit" in cluster.heads:
        return ()
    bodies = [*(cluster.bodies or _organs(cluster))]
    return [body for body in bodies if not standing or _STANDING.search(body)]


def _alike(cluster: Cluster, other: Cluster) -> bool:
    return bool(cluster.heads & other.heads) or bool(cluster.heads & _ANY and other.heads & _ANY)


def _organs(cluster: Cluster) -> list[str]:
    return [r.organ for r in cluster.references if r.organ]


def _counts(cluster: Cluster, other: Cluster) -> bool:
    """Return whether the numbers of two meetings can be of one series."""
    return not cluster.ordinals or not other.ordinals or cluster.ordinals != other.ordinals


def _is_plain(name: str) -> bool:
    return _PLAIN.fullmatch(name) is not None
