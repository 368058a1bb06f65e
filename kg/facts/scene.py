"""One meeting in its report: its references, its sentences, and the meetings beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts.clusters import Cluster
from kg.facts.references import Reference
from kg.model import DateMention, Document, Mention

DAYS = 12
"""Dates of a sentence that are looked at: an endless one has no end of them."""


@dataclass(frozen=True, slots=True)
class Settled:
    """When and where a meeting is, with the mentions it was read from.

    `open` tells that the text speaks of its end as still to come.
    """

    start: str | None = None
    end: str | None = None
    place: str | None = None
    country: str | None = None
    marks: tuple[Mention, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One meeting, with the dates and places of each sentence of its report.

    `main` is the first meeting that has happened; `before` the one told of
    just before, with what is settled of it; `host` the one on whose sidelines, or
    after which, it was; `chief` what is settled of the main one, and `trip` whether
    persons met there, or one was on a visit; `taken` where the places of meetings to come begin.
    """

    document: Document
    dates: Sequence[Sequence[Mention]]
    places: Sequence[Sequence[Mention]]
    cluster: Cluster
    main: bool
    before: tuple[Cluster, Settled] | None = None
    host: Settled | None = None
    chief: Settled | None = None
    trip: bool = False
    taken: frozenset[int] = frozenset()

    @property
    def first(self) -> Reference:
        """Return the first reference in the body of the report."""
        return next((r for r in self.cluster.references if not r.title), self.cluster.first)

    @property
    def met(self) -> bool:
        """Return whether persons met: such a meeting is where its persons are."""
        return self.first.mention.rule == "met-with"

    @property
    def happened(self) -> bool:
        """Return whether the meeting is told of as done or going on, and is no earlier one."""
        return self.first.mode in ("done", "ongoing") and not self.first.past

    def text(self, index: int) -> str:
        """Return the words of a sentence."""
        sentence = self.document.sentences[index]
        return self.document.view[sentence.start : sentence.end]

    def days(self, index: int) -> list[DateMention]:
        """Return the dates of a sentence, the first few of an endless one."""
        return [d for d in self.dates[index][:DAYS] if isinstance(d, DateMention)]

    def companion(self, reach: int) -> Settled | None:
        """Return the meeting of the same person, at most `reach` sentences before: one round."""
        if self.before is None or not self.met:
            return None
        other, settled = self.before
        if other.last.mention.rule != "met-with":
            return None
        if self.first.sentence - other.last.sentence > reach:
            return None
        return settled if other.last.persons & self.first.persons else None
