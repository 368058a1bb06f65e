"""Which mentions mean one meeting: the same number, organisation, body, parties, date or place.

Mentions in the body that name are told apart first; those that only point
("the summit", "the upcoming session") go to the meeting that they can mean best.
Headings come last: they name in short what the body names in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.timeplace import Setting
from kg.likeness import overlap
from kg.modality import Modality
from kg.model import MeetingMention

_COMING = re.compile(
    r"(?:upcoming|coming|forthcoming|next|planned|future|impending)\b", re.IGNORECASE
)
_PAST = re.compile(r"(?:last|previous|earlier|past)\b", re.IGNORECASE)
_PLAIN = frozenset(
    ("event", "gathering", "meeting", "session", "proceedings", "talks", "encounter")
)
_KIN = {
    "summit": frozenset(("meeting", "session", "council", "conference")),
    "conference": frozenset(("meeting", "forum", "session", "congress")),
    "forum": frozenset(("conference", "meeting", "dialogue")),
    "dialogue": frozenset(("meeting", "forum")),
    "ministerial": frozenset(("meeting", "conference", "council")),
    "plenary": frozenset(("meeting", "session")),
    "consultation": frozenset(("consultations", "talks", "meeting")),
}
_APART = frozenset(("visit", "dinner", "lunch", "breakfast", "reception", "debate"))
_EVERYDAY = frozenset(("bilateral", "regular", "joint", "annual", "the", "a", "of", "and"))
_LEVELS = (
    (
        "officials",
        re.compile(r"\b(?:senior officials|experts?|deput(?:y|ies)|vice|working)\b", re.I),
    ),
    (
        "ministers",
        re.compile(r"\b(?:ministers?|ministerial|secretaries|attorneys-general)\b", re.I),
    ),
    ("leaders", re.compile(r"\b(?:summit|heads|presidents|leaders|prime ministers?)\b", re.I)),
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention with what its own sentence says of it.

    `codes` are its parties, persons by the country or organisation that they
    speak for; `owner` is an organisation that the words around it give; `same`
    tells that it says for what a body met ("met for the ninth session"), `held`
    that the words at once behind it say that it took place or will.
    """

    mention: MeetingMention
    sentence: int
    mode: Modality
    setting: Setting
    title: bool = False
    owner: str | None = None
    codes: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    same: bool = False
    held: bool = False

    @property
    def coming(self) -> bool:
        """Return whether the words themselves say that it lies ahead."""
        return _COMING.match(self.mention.name) is not None

    @property
    def past(self) -> bool:
        """Return whether the words themselves say that it is an earlier one."""
        return _PAST.match(self.mention.name) is not None

    @property
    def level(self) -> str | None:
        """Return who meets by rank, officials, ministers or leaders, or None where it is not said."""
        return level(self.mention.name)

    @property
    def points(self) -> bool:
        """Return whether the mention needs another one to say what it is."""
        return self.mention.rule in ("pointing", "bare", "of-kind")

    @property
    def organisation(self) -> str | None:
        """Return the organisation of the mention, else its owner."""
        return self.mention.organisation or self.owner


@dataclass(slots=True)
class Cluster:
    """The references of one meeting, in the order of the text."""

    references: list[Reference] = field(default_factory=list)

    @property
    def first(self) -> Reference:
        """Return the reference that first told of the meeting."""
        return self.references[0]

    def values(self, name: str) -> list[object]:
        """Return the values of a field of the mentions, the empty ones left out."""
        found = (getattr(r.mention, name) for r in self.references)
        return [value for value in found if value]

    def organisations(self) -> list[str]:
        """Return the organisations that the references give, those in their own words first."""
        own = [r.mention.organisation for r in self.references if r.mention.organisation]
        return own or [r.owner for r in self.references if r.owner]

    @property
    def planned(self) -> bool:
        """Return whether nothing is told of it but that it lies ahead."""
        return all(r.mode == "planned" for r in self.references if not r.title)


def level(name: str) -> str | None:
    """Return the rank of those who meet by a name, or None."""
    if "prime minister" in name.lower():
        return "leaders"
    return next((rank for rank, words in _LEVELS if words.search(name)), None)


def group(references: Sequence[Reference]) -> list[Cluster]:
    """Return the meetings that the references mean, in the order of their first words."""
    clusters: list[Cluster] = []
    body = [r for r in references if not r.title]
    named = {id(r) for r in body if not r.points}
    for reference in body:
        if id(reference) in named:
            _place(reference, clusters)
        else:
            _point(reference, clusters)
    for reference in (r for r in references if r.title):
        _head(reference, clusters)
    for cluster in clusters:
        cluster.references.sort(key=lambda r: (r.mention.start, r.mention.end))
    return sorted(clusters, key=lambda c: (c.first.mention.start, c.first.mention.end))


def _place(reference: Reference, clusters: list[Cluster]) -> None:
    """Join a naming reference to its meeting, or let it found one."""
    recent = sorted(clusters, key=_recency, reverse=True)
    cluster = next((c for c in recent if _same(reference, c)), None)
    if cluster is not None:
        cluster.references.append(reference)
    elif _founds(reference):
        clusters.append(Cluster([reference]))


def _founds(reference: Reference) -> bool:
    """Return whether a reference that names a meeting can be the first to tell of it."""
    mention = reference.mention
    if reference.mode in ("wished", "denied") or (
        mention.head in ("visit", "debate") and not (mention.organisation or reference.setting.date)
    ):
        return False
    if mention.head in ("negotiations", "dialogue", "debate") and mention.rule == "of-parties":
        return False
    known = reference.organisation or mention.parties
    return mention.rule != "bodies-met" or bool(known)


def _point(reference: Reference, clusters: list[Cluster]) -> None:
    """Join a pointing reference to the meeting it can mean, or let a dated one found its own."""
    able = [c for c in clusters if _can_mean(reference, c)]
    if reference.mention.rule == "of-kind" and reference.setting.date:
        able = [c for c in able if _same_kind(reference, c)]
    if able and (reference.mention.definite or reference.same):
        max(able, key=lambda c: _fitness(reference, c)).references.append(reference)
    elif _stands_alone(reference):
        clusters.append(Cluster([reference]))


def _head(reference: Reference, clusters: list[Cluster]) -> None:
    """Join a heading to a meeting of the body; alone it founds one only where the body has none."""
    if reference.points:
        return
    able = [c for c in clusters if _compatible(reference, c)]
    if able:
        max(
            able,
            key=lambda c: (
                _shares(reference, c),
                c.planned == (reference.mode == "planned"),
                len(c.references),
            ),
        ).references.append(reference)
    elif not clusters and reference.mode not in ("wished", "denied"):
        clusters.append(Cluster([reference]))


def _same_kind(reference: Reference, cluster: Cluster) -> bool:
    """Return whether the words of a kind ("ministerial meeting") stand in a name of the cluster."""
    words = set(reference.mention.name.lower().split())
    return any(words <= set(str(name).lower().split()) for name in cluster.values("name"))


def _recency(cluster: Cluster) -> int:
    return cluster.references[-1].mention.start


def _stands_alone(reference: Reference) -> bool:
    """Return whether a gathering without a name is told of by its day: "talks in Lima on 3 May"."""
    if reference.mode in ("wished", "denied") or reference.mention.head in _APART:
        return False
    if reference.mention.head in ("event", "function", "gathering", "proceedings"):
        return False
    return reference.setting.date is not None or reference.held


def _can_mean(reference: Reference, cluster: Cluster) -> bool:
    """Return whether a pointing reference can mean a meeting told of before."""
    if (reference.coming and not cluster.planned) or cluster.first.past:
        return False
    if cluster.planned and reference.mode in ("done", "ongoing") and not _planned_ahead(cluster):
        return False
    if not _date_fits(reference, cluster) or not _place_fits(reference, cluster):
        return False
    levels = {r.level for r in cluster.references if r.level and not r.points}
    if reference.mention.head == "summit" and (
        cluster.first.mention.rule == "met-with" or (levels and "leaders" not in levels)
    ):
        return False
    return any(kin(reference.mention.head, r.mention.head) for r in cluster.references)


def _planned_ahead(cluster: Cluster) -> bool:
    """A report that only announces may speak of its meeting without a future tense."""
    return cluster.first.setting.date is not None


def _fitness(reference: Reference, cluster: Cluster) -> tuple[int, int, int, int]:
    """Rank the meetings that a pointing reference can mean, the best highest."""
    head = reference.mention.head
    exact = any(r.mention.head == head for r in cluster.references)
    near = reference.sentence - cluster.references[-1].sentence <= 1
    tense = cluster.planned == (reference.mode == "planned")
    return (int(tense), int(exact) + int(near), len(cluster.references), _recency(cluster))


def kin(one: str, other: str) -> bool:
    """Return whether two head words can name one gathering."""
    if one in _APART or other in _APART:
        return one == other
    return one == other or one in _PLAIN or other in _PLAIN or other in _KIN.get(one, ())


def _same(reference: Reference, cluster: Cluster) -> bool:
    if reference.same and reference.sentence == cluster.references[-1].sentence:
        return cluster.references[-1].mention.rule == "bodies-met"
    return _compatible(reference, cluster) and _shares(reference, cluster)


def _compatible(reference: Reference, cluster: Cluster) -> bool:
    """Return whether nothing that the two say contradicts."""
    mention = reference.mention
    if reference.past != cluster.first.past or (reference.coming and not cluster.planned):
        return False
    if not _agree(mention.ordinal, cluster.values("ordinal")):
        return False
    organisation, known = reference.organisation, cluster.organisations()
    if organisation and known and organisation not in known:
        return False
    if not _parties_fit(reference, cluster):
        return False
    if not any(kin(mention.head, r.mention.head) for r in cluster.references):
        return False
    levels = {r.level for r in cluster.references if r.level and not r.points}
    if reference.level and levels and reference.level not in levels:
        return False
    return _date_fits(reference, cluster) and _place_fits(reference, cluster)


def _parties_fit(reference: Reference, cluster: Cluster) -> bool:
    """Return whether the parties can be the same: persons by name, else countries."""
    persons = [r.persons for r in cluster.references if r.persons]
    if reference.persons and persons:
        return reference.persons in persons
    if reference.persons and any(r.mention.ordinal or r.mention.body for r in cluster.references):
        return False
    codes = [r.codes for r in cluster.references if r.codes]
    return not reference.codes or not codes or reference.codes in codes


def _agree(value: object, known: list[object]) -> bool:
    return not value or not known or value in known


def _shares(reference: Reference, cluster: Cluster) -> bool:
    """Return whether something positive ties them: number, parties, body or head."""
    mention = reference.mention
    bodies = [str(body) for body in cluster.values("body")]
    if mention.body and bodies:
        return any(_alike(mention.body, body) for body in bodies)
    if mention.ordinal and cluster.values("ordinal"):
        return True
    if reference.codes or any(r.codes for r in cluster.references):
        return any(r.codes == reference.codes for r in cluster.references)
    if any(_contains(mention.name, r.mention.name) for r in cluster.references):
        return True
    heads = {r.mention.head for r in cluster.references}
    if mention.body:
        return False
    return mention.head in heads and bool(reference.organisation or mention.rule == "named")


def _contains(one: str, other: str) -> bool:
    """Return whether all telling words of one name, two at least, stand in the other."""
    x, y = (set(name.lower().split()) - _EVERYDAY for name in (one, other))
    return min(len(x), len(y)) > 1 and (x <= y or y <= x)


def _alike(one: str, other: str) -> bool:
    """Return whether two wordings can mean one body: most words in common, or one in the other."""
    if overlap(one, other) >= 0.6:
        return True
    x, y = one.lower(), other.lower()
    return x.endswith(y) or y.endswith(x) or x.startswith(y) or y.startswith(x)


def _date_fits(reference: Reference, cluster: Cluster) -> bool:
    date = reference.setting.date
    known = [r.setting.date for r in cluster.references if r.setting.date]
    return date is None or not known or any(near(date.first, k.first) for k in known)


def near(one: str, other: str) -> bool:
    """Return whether two dates can be of one meeting: less than a week apart, or one less exact."""
    shorter = min(len(one), len(other))
    if shorter < 10:
        return one[:shorter] == other[:shorter]
    return one[:7] == other[:7] and abs(int(one[8:10]) - int(other[8:10])) < 6


def _place_fits(reference: Reference, cluster: Cluster) -> bool:
    place = reference.setting.place
    known = {r.setting.place.name for r in cluster.references if r.setting.place}
    return place is None or not known or place.name in known
