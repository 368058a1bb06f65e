"""Decisions -> clusters: positives are transitive, a negative blocks, the order never matters.

Joins are made from the surest to the least sure, ties by name. A join that
would put together what a decision or a contradiction keeps apart is refused,
and told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kg.mappings import Judgement

P = TypeVar("P")

Grounds = tuple[tuple[float, str], ...]
"""What may agree in two things, in words, and how much it counts."""

MARGIN = 0.1
"""How much surer one of two candidates that exclude each other has to be."""

TOGETHER = "one article names both"
"""The plainest contradiction; such pairs are too many to be told as rows."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement on two units, by their ids, the lesser first."""

    one: str
    other: str
    judgement: Judgement
    score: float
    reasons: tuple[str, ...]
    by: str | None = None

    @property
    def order(self) -> tuple[bool, float, str, str]:
        """The order in which decisions are carried out: persons first, then the surest."""
        return self.by is None, -self.score, self.one, self.other


def add_up(grounds: Grounds, held: Iterable[object]) -> tuple[tuple[str, ...], float]:
    """Return the grounds that hold, in words, and how much they count together, at most 1."""
    rows = [row for row, holds in zip(grounds, held, strict=True) if holds]
    return tuple(words for _, words in rows), round(min(sum(w for w, _ in rows), 1.0), 4)


@lru_cache(maxsize=1 << 12)
def told(*reasons: str) -> tuple[str, ...]:
    """Return reasons, equal ones as one object: few are told of hundreds of thousands of pairs."""
    return reasons


@dataclass(frozen=True, slots=True)
class Refusal:
    """A positive decision that was not carried out, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """The units of each cluster, sorted, and the joins that were refused."""

    clusters: tuple[tuple[str, ...], ...]
    refused: tuple[Refusal, ...]


class Joiner(Generic[P]):
    """Units that are joined one decision at a time.

    `conflict` says in words why two profiles cannot be of one thing, or None;
    `blend` returns the profile of both together.
    """

    def __init__(
        self,
        profiles: dict[str, P],
        conflict: Callable[[P, P], str | None],
        blend: Callable[[P, P], P],
    ) -> None:
        self._units = tuple(profiles)
        self._parent: dict[str, str] = {}  # of those that were joined to another
        self._members: dict[str, list[str]] = {}  # of those that others were joined to
        self._profiles = profiles
        self._blended: dict[str, P] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._conflict, self._blend = conflict, blend

    def root(self, unit: str) -> str:
        """Return the unit that stands for the cluster of `unit`."""
        parent = self._parent
        while unit in parent:
            above = parent[unit]
            if above in parent:
                parent[unit] = parent[above]
            unit = above
        return unit

    def members(self, root: str) -> list[str]:
        """Return the units of the cluster for which `root` stands."""
        return self._members.get(root) or [root]

    def _profile(self, root: str) -> P:
        blended = self._blended.get(root)
        return self._profiles[root] if blended is None else blended

    def part(self, one: str, other: str) -> None:
        """Keep two units apart for good."""
        self._apart[one].add(other)
        self._apart[other].add(one)

    def join(self, one: str, other: str, *, forced: bool = False) -> str | None:
        """Join the clusters of two units, or return why that is refused.

        A person's decision is `forced`: it gives way to negative decisions only.
        """
        left, right = sorted((self.root(one), self.root(other)))
        if left == right:
            return None
        reason = self._parted(left, right)
        if reason is None and not forced:
            reason = self._conflict(self._profile(left), self._profile(right))
        if reason is None:
            self._unite(left, right)
        return reason

    def _parted(self, left: str, right: str) -> str | None:
        small, large = sorted((left, right), key=lambda root: len(self.members(root)))
        for unit in sorted(self.members(small)) if self._apart else ():
            for other in sorted(self._apart.get(unit, ())):
                if self.root(other) == large:
                    return f"it would put {min(unit, other)} and {max(unit, other)} together"
        return None

    def _unite(self, left: str, right: str) -> None:
        small, large = sorted((left, right), key=lambda root: (len(self.members(root)), root))
        self._parent[small] = large
        self._members.setdefault(large, [large]).extend(self.members(small))
        self._members.pop(small, None)
        blended = self._blend(self._profile(left), self._profile(right))
        self._blended.pop(small, None)
        self._blended[large] = blended

    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """Return the units of each cluster, all sorted."""
        roots = (unit for unit in self._units if unit not in self._parent)
        return tuple(sorted(tuple(sorted(self.members(root))) for root in roots))


def cluster(
    profiles: dict[str, P],
    decisions: Iterable[Decision],
    conflict: Callable[[P, P], str | None],
    blend: Callable[[P, P], P],
) -> Clustering:
    """Return the clusters that the decisions make of the units."""
    ordered = sorted(decisions, key=lambda decision: decision.order)
    joiner = Joiner(profiles, conflict, blend)
    for decision in ordered:
        if decision.by and decision.judgement == "negative":
            joiner.part(decision.one, decision.other)
    refused = []
    for decision in ordered:
        if decision.judgement == "positive":
            reason = joiner.join(decision.one, decision.other, forced=decision.by is not None)
            if reason:
                refused.append(Refusal(decision, reason))
    return Clustering(joiner.clusters(), tuple(refused))


def weigh(
    decisions: Sequence[Decision], excludes: Callable[[str, str], bool]
) -> tuple[Decision, ...]:
    """Return the decisions, those unsure whose unit has another candidate as likely.

    `excludes` tells whether two candidates cannot be one thing; where they can,
    both may be right.
    """
    ties: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for decision in decisions:
        if decision.judgement == "positive" and not decision.by:
            ties[decision.one].append((decision.score, decision.other))
            ties[decision.other].append((decision.score, decision.one))
    rivals = {unit: _rivals(found, excludes) for unit, found in ties.items() if len(found) > 1}
    return tuple(_weighed(decision, rivals) for decision in decisions)


def _rivals(found: list[tuple[float, str]], excludes: Callable[[str, str], bool]) -> dict[str, str]:
    """Return the candidates that have a rival about as likely, with it."""
    rivals: dict[str, str] = {}
    ordered = sorted(found, key=lambda row: (-row[0], row[1]))
    for score, unit in ordered:
        for other_score, other in ordered:
            if other_score < score - MARGIN:
                break
            if other != unit and excludes(unit, other):
                rivals[unit] = other
                break
    return rivals


def _weighed(decision: Decision, rivals: dict[str, dict[str, str]]) -> Decision:
    if decision.judgement != "positive" or decision.by:
        return decision
    rival = rivals.get(decision.one, {}).get(decision.other) or rivals.get(decision.other, {}).get(
        decision.one
    )
    if not rival:
        return decision
    reasons = (*decision.reasons, f"but {rival} is as likely, and is another")
    return Decision(decision.one, decision.other, "unsure", decision.score, reasons)
