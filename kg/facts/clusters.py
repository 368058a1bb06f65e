"""A meeting as its references tell of it, and the meetings of a text as they come up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.facts.references import Reference

WINDOW = 40
"""Meetings last spoken of that a mention is compared with: keeps a long text linear."""


@dataclass(slots=True)
class Cluster:
    """The references of one meeting, in the order of the text, and what they say together."""

    references: list[Reference] = field(default_factory=list)
    ordinals: set[int] = field(default_factory=set)
    owned: dict[str, None] = field(default_factory=dict)
    owners: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    levels: set[str] = field(default_factory=set)
    codes: set[frozenset[str]] = field(default_factory=set)
    persons: set[frozenset[str]] = field(default_factory=set)
    dates: dict[str, None] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    planned: bool = True

    @property
    def first(self) -> Reference:
        """Return the reference that first told of the meeting."""
        return self.references[0]

    @property
    def last(self) -> Reference:
        """Return the reference that joined last."""
        return self.references[-1]

    @property
    def organisations(self) -> tuple[str, ...]:
        """Return the organisations that the mentions name, else those that context gives."""
        return tuple(self.owned or self.owners)

    def add(self, reference: Reference) -> None:
        """Take in a reference with all that it says."""
        mention, setting = reference.mention, reference.setting
        self.references.append(reference)
        if mention.rule != "pronoun":
            self.names[mention.name] = None
            self.heads.add(mention.head)
        self.ordinals |= {mention.ordinal} if mention.ordinal else set()
        self.owned |= {mention.organisation: None} if mention.organisation else {}
        self.owners |= {reference.owner: None} if reference.owner else {}
        self.bodies |= {mention.body: None} if mention.body else {}
        self.levels |= {reference.level} if reference.level and not reference.points else set()
        self.codes |= {reference.codes} if reference.codes else set()
        self.persons |= {reference.persons} if reference.persons else set()
        self.dates |= {setting.date.first: None} if setting.date else {}
        self.places |= {setting.place.name} if setting.place else set()
        self.planned = self.planned and (reference.title or reference.mode == "planned")


class Clusters:
    """The meetings so far, those last spoken of at hand."""

    __slots__ = ("all", "recent")

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self.recent: dict[int, Cluster] = {}

    def latest(self) -> Iterator[Cluster]:
        """Yield the meetings, the one last spoken of first."""
        yield from reversed(self.recent.values())

    def add(self, reference: Reference, cluster: Cluster | None = None) -> None:
        """Join a reference to a meeting, or found one."""
        if cluster is None:
            cluster = Cluster()
            self.all.append(cluster)
        cluster.add(reference)
        self.recent.pop(id(cluster), None)
        self.recent[id(cluster)] = cluster
        if len(self.recent) > WINDOW:
            del self.recent[next(iter(self.recent))]
