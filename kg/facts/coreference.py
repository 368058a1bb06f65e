"""Which mentions mean one meeting: the same number, organisation, body, parties, date or place.

Mentions in the body that name are told apart first; those that only point
("the summit", "the upcoming session") go to the meeting that they can mean best.
Headings come last: they name in short what the body names in full.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts import leads
from kg.facts.clusters import WINDOW, Cluster, Clusters
from kg.facts.references import Reference, level
from kg.facts.resemblance import APART, alike, contains, is_organ, kin, near
from kg.facts.visits import found_visit, is_abroad, is_state_visit, position
from kg.language import expressions as re

_SERIES = frozenset(("forum", "dialogue", "round", "consultation", "conclave", "negotiations"))
_YEARLY = re.compile(r"(?:annual|yearly|regular|periodic|biennial|frequent)\b", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:[Cc]ouncil|[Cc]ommission|[Cc]ommittee|[Bb]oard)\b")
_SITTINGS = frozenset(("session", "sitting", "plenary", "conference", "forum", "proceedings"))
"""What a meeting of two by name is not called, whatever else it is."""


def group(references: Iterable[Reference]) -> list[Cluster]:
    """Return the meetings that the references mean, in the order of their first words."""
    clusters = Clusters()
    headings: list[Reference] = []
    orphans: list[Reference] = []
    for reference in references:
        if reference.title:
            headings.append(reference)
        elif not reference.points:
            _place(reference, clusters)
        elif not _point(reference, clusters):
            orphans.append(reference)
    for reference in headings:
        _head(reference, clusters, orphans)
    leads.number(clusters)
    if not clusters.all:
        found_visit([*headings, *orphans], clusters)
    for cluster in clusters.all:
        cluster.references.sort(key=position)
    return sorted(clusters.all, key=lambda cluster: position(cluster.first))


def _place(reference: Reference, clusters: Clusters) -> None:
    """Join a naming reference to its meeting, or let it found one."""
    able = (c for c in clusters.latest() if not reference.opens or _names_again(reference, c))
    cluster = _twin(reference, clusters) or next((c for c in able if _same(reference, c)), None)
    if cluster is not None or (_founds(reference) and not _is_known(reference, clusters)):
        clusters.add(reference, cluster)


def _twin(reference: Reference, clusters: Clusters) -> Cluster | None:
    """Return the meeting that the same words tell of in another way: of offices and of persons.

    "The ministers of A and B, N and M, met" is one meeting, and so is "a meeting between N and M".
    """
    last = next(clusters.latest(), None)
    if last is None or reference.mention.rule == last.last.mention.rule:
        return None
    one, other = reference.mention, last.last.mention
    across = one.start < other.end and other.start < one.end
    told = {one.rule, other.rule} <= {"met-with", "bodies-met", "of-parties"}
    return last if across and told else None


def _is_known(reference: Reference, clusters: Clusters) -> bool:
    """Return whether a body that only context gives an owner met when its owner did."""
    mention = reference.mention
    if mention.rule == "acted":
        organs = (body for cluster in clusters.latest() for body in cluster.bodies)
        return any(alike(mention.body or "", body) for body in organs)
    if mention.rule != "bodies-met" or mention.organisation or mention.parties:
        return False
    date = reference.setting.date
    if (
        reference.mode == "planned"
        and date
        and all(date.first not in c.dates for c in clusters.all)
    ):
        return False
    return any(
        reference.owner in cluster.organisations
        and not (reference.level and cluster.levels and reference.level not in cluster.levels)
        for cluster in clusters.latest()
    )


def _names_again(reference: Reference, cluster: Cluster) -> bool:
    """Return whether "a meeting of …" can be of a meeting known: by number, or what it was for."""
    return reference.same or reference.mention.ordinal in cluster.ordinals


def _founds(reference: Reference) -> bool:
    """Return whether a reference that names a meeting can be the first to tell of it."""
    mention = reference.mention
    if reference.mode in ("wished", "denied"):
        return False
    if mention.head == "visit":
        return is_state_visit(reference)
    if mention.head == "debate" and not (mention.organisation or reference.setting.date):
        return False
    if _is_series(reference):
        return False
    general = mention.head in ("negotiations", "dialogue", "debate")
    if general and mention.rule == "of-parties" and not reference.persons:
        return False
    behind = any(mark.start > mention.end for mark in reference.setting.marks())
    if mention.head == "negotiations" and not (mention.ordinal or behind or reference.held):
        return False
    if mention.rule in ("met-with", "bodies-met") and reference.background:
        return False
    setting = reference.setting
    placed = setting.date is not None or setting.place is not None
    if reference.passing and not placed:
        return False
    leaders = mention.body is None and level(mention.name) == "leaders"
    known = (
        reference.organisation
        or mention.parties
        or (placed and leaders)
        or (placed and (reference.mode == "planned" or is_organ(mention.body or "")))
    )
    return mention.rule != "bodies-met" or bool(known)


def _is_series(reference: Reference) -> bool:
    """Return whether a mention names dealings that recur: "the annual consultations of A and B"."""
    mention = reference.mention
    several = mention.head.endswith("s") and mention.head != "congress"
    told = mention.ordinal or reference.held or reference.setting.date
    return several and _YEARLY.match(mention.name) is not None and not told


def _point(reference: Reference, clusters: Clusters) -> bool:
    """Join a pointing reference to the meeting it can mean, or let a dated one found its own.

    Return whether it found its place.
    """
    if reference.mention.rule == "pronoun":
        return _goes_on(reference, clusters)
    able = [c for c in clusters.latest() if _can_mean(reference, c) and _of_its_organ(reference, c)]
    if reference.mention.rule == "of-kind" and reference.setting.date:
        able = [c for c in able if _same_kind(reference, c)]
    if reference.same:
        able = [c for c in able if _was_for(reference, c)]
    if able and (reference.mention.definite or reference.same):
        clusters.add(reference, max(able, key=lambda c: _fitness(reference, c)))
    elif (told := _just_told(reference, clusters)) is not None:
        clusters.add(reference, told)
    elif _stands_alone(reference):
        clusters.add(reference)
    else:
        return False
    return True


def _of_its_organ(reference: Reference, cluster: Cluster) -> bool:
    """Return False where another organ has a dated meeting: "the group at its meeting in May"."""
    organ = reference.organ if reference.setting.date else None
    known = organ is None or not (cluster.bodies or cluster.ordinals)
    return known or any(alike(organ or "", body) for body in cluster.bodies)


def _goes_on(reference: Reference, clusters: Clusters) -> bool:
    """Join "it" to the meeting of the sentence before; "it" never tells of one of its own."""
    last = next(clusters.latest(), None)
    near = last is not None and reference.sentence - last.last.sentence <= 1
    if near and last and _date_fits(reference, last) and _place_fits(reference, last):
        clusters.add(reference, last)
    return True


def _just_told(reference: Reference, clusters: Clusters) -> Cluster | None:
    """Return the meeting of persons of which talks are told next: "N met N. Talks were held"."""
    last = next(clusters.latest(), None)
    setting = reference.setting
    if last is None or setting.date or setting.place or not reference.held:
        return None
    near = reference.sentence - last.last.sentence <= 2 and last.first.mention.rule == "met-with"
    return last if near and reference.mode == last.last.mode and _akin(reference, last) else None


def _head(reference: Reference, clusters: Clusters, orphans: list[Reference]) -> None:
    """Join a heading to a meeting of the body; it founds one only where the body has none.

    Then the short forms that meant no other meeting mean that of the heading.
    """
    if reference.points:
        return
    near = clusters.all[:WINDOW]
    able = [c for c in near if _compatible(reference, c) and _body_fits(reference, c)]
    named = reference.mention.body is not None and reference.mode != "planned"
    if named:  # no heading of a body means another's meeting to come
        able = [c for c in able if not c.planned or _shares(reference, c)]
    if able:
        clusters.add(reference, max(able, key=lambda c: _likeness(reference, c)))
        return
    head = reference.mention.head
    definite = [o for o in orphans if o.mention.definite and not o.coming]
    short = [o for o in definite if kin(o.mention.head, head)]
    if (
        _is_series(reference)
        or reference.mode in ("wished", "denied")
        or not (short or all(map(_is_other, clusters.all)))
    ):
        return
    clusters.add(reference)
    cluster = clusters.all[-1]
    for orphan in short:
        clusters.add(orphan, cluster)


def _is_other(cluster: Cluster) -> bool:
    """Return whether a meeting is told of in passing, so that a heading tells of another."""
    return cluster.first.coming or cluster.first.past


def _body_fits(reference: Reference, cluster: Cluster) -> bool:
    body = reference.mention.body
    if body and level(body) == "leaders" and "officials" not in cluster.levels:
        return True
    return not body or not cluster.bodies or any(alike(body, other) for other in cluster.bodies)


def _likeness(reference: Reference, cluster: Cluster) -> tuple[bool, bool, int]:
    """Rank the meetings that a heading can mean, the best highest."""
    tense = cluster.planned == (reference.mode == "planned")
    return _shares(reference, cluster), tense, len(cluster.references)


def _same_kind(reference: Reference, cluster: Cluster) -> bool:
    """Return whether the words of a kind ("ministerial meeting") stand in a name of the cluster."""
    words = set(reference.mention.name.lower().split())
    return any(words <= set(name.lower().split()) for name in cluster.names)


def _stands_alone(reference: Reference) -> bool:
    """Return whether a gathering without a name is told of by its day: "talks in Lima on 3 May"."""
    by_year = reference.setting.place is not None and reference.mention.name[:4].isdigit()
    if reference.mode in ("wished", "denied") or (reference.background and not by_year):
        return False
    if reference.mention.head == "visit":
        return is_state_visit(reference)
    if reference.mention.head in APART:
        return False
    mention = reference.mention
    if mention.head in ("event", "function", "gathering", "proceedings"):
        return False
    if mention.head in _SERIES and mention.name.lower() == mention.head:
        return False
    ahead = reference.coming and is_abroad(reference)
    return reference.setting.date is not None or reference.held or ahead


def _can_mean(reference: Reference, cluster: Cluster) -> bool:
    """Return whether a pointing reference can mean a meeting told of before."""
    if (reference.coming and not cluster.planned) or cluster.first.past or reference.past:
        return False
    happened = reference.mode in ("done", "ongoing")
    if cluster.planned and happened and cluster.first.setting.date is None:
        return False
    if not _date_fits(reference, cluster) or not _place_fits(reference, cluster):
        return False
    if reference.mention.head == "summit" and not _of_leaders(cluster):
        return False
    if cluster.persons and reference.mention.head in _SITTINGS and not _is_talks(reference):
        return False
    return _akin(reference, cluster)


def _is_talks(reference: Reference) -> bool:
    return "talks" in reference.mention.name.lower()


def _of_leaders(cluster: Cluster) -> bool:
    by_persons = cluster.first.mention.rule == "met-with"
    return not by_persons and (not cluster.levels or "leaders" in cluster.levels)


def _fitness(reference: Reference, cluster: Cluster) -> tuple[int, int, int, int]:
    """Rank the meetings that a pointing reference can mean, the best highest."""
    exact = reference.mention.head in cluster.heads
    near = reference.sentence - cluster.last.sentence <= 1
    tense = reference.mode == "wished" or cluster.planned == (reference.mode == "planned")
    return (
        int(tense and not cluster.first.before),
        2 * int(exact) + int(near),
        len(cluster.references),
        cluster.last.mention.start,
    )


def _akin(reference: Reference, cluster: Cluster) -> bool:
    return any(kin(reference.mention.head, head) for head in cluster.heads)


def _same(reference: Reference, cluster: Cluster) -> bool:
    if reference.same and reference.sentence == cluster.last.sentence:
        return _was_for(reference, cluster)
    return _compatible(reference, cluster) and _shares(reference, cluster)


def _was_for(reference: Reference, cluster: Cluster) -> bool:
    """Return whether a body met for just this meeting: "met for its ninth session"."""
    last = cluster.last
    bodies = ("bodies-met", "of-body", "of-organisation")
    rules = (*bodies, "met-with") if reference.points else bodies
    return last.sentence == reference.sentence and last.mention.rule in rules


def _compatible(reference: Reference, cluster: Cluster) -> bool:
    """Return whether nothing that the two say contradicts."""
    if reference.past != cluster.first.past or (reference.coming and not cluster.planned):
        return False
    if cluster.first.coming and not reference.coming and reference.mode in ("done", "ongoing"):
        return False
    met = reference.mention.rule == "bodies-met"
    if met and reference.mode == "planned" and not cluster.planned:
        return False
    ordinal, organisation = reference.mention.ordinal, reference.organisation
    if ordinal and cluster.ordinals and ordinal not in cluster.ordinals:
        return False
    if organisation and cluster.organisations and organisation not in cluster.organisations:
        return False
    if reference.mention.organisation and cluster.codes and not cluster.owned:
        return False
    if reference.level and cluster.levels and reference.level not in cluster.levels:
        return False
    if not _parties_fit(reference, cluster) or not _akin(reference, cluster):
        return False
    return _date_fits(reference, cluster) and _place_fits(reference, cluster)


def _parties_fit(reference: Reference, cluster: Cluster) -> bool:
    """Return whether the parties can be the same: persons by name, else countries."""
    if reference.persons and cluster.persons:
        if len(reference.persons) == 1 and cluster.codes and reference.codes not in cluster.codes:
            return False  # one who met those of several countries one by one
        return any(reference.persons <= p or p <= reference.persons for p in cluster.persons)
    if reference.persons and (cluster.ordinals or cluster.bodies):
        return False
    if cluster.persons and not reference.persons and _is_session(reference):
        return False
    numbered = reference.mention.ordinal or (reference.mention.body and not reference.codes)
    if cluster.persons and (numbered or (not reference.persons and _is_standing(reference))):
        return False
    return not reference.codes or not cluster.codes or reference.codes in cluster.codes


def _is_standing(reference: Reference) -> bool:
    """Return whether a mention is of a standing body, which two who met are not."""
    return _STANDING.search(reference.mention.body or "") is not None


def _is_session(reference: Reference) -> bool:
    """Return whether a mention names a numbered session of a body, no talks of two."""
    return reference.mention.ordinal is not None and reference.mention.body is not None


def _shares(reference: Reference, cluster: Cluster) -> bool:
    """Return whether something positive ties them: number, parties, body, name or head."""
    mention = reference.mention
    if leads.gathered(reference, cluster):
        return True
    organ = mention.body or reference.organ
    if organ and cluster.bodies:
        return any(alike(organ, body) for body in cluster.bodies)
    if leads.talked(reference, cluster):
        return True
    if mention.ordinal and cluster.ordinals:
        return True
    if any(contains(mention.name, name) for name in cluster.names):
        return True
    if reference.persons and reference.persons in cluster.persons:
        return True
    if reference.codes or cluster.codes:
        return reference.codes in cluster.codes
    owned = bool(reference.organisation) or mention.rule == "named"
    return not mention.body and owned and mention.head in cluster.heads


def _date_fits(reference: Reference, cluster: Cluster) -> bool:
    date = reference.setting.date
    return date is None or not cluster.dates or any(near(date.first, d) for d in cluster.dates)


def _place_fits(reference: Reference, cluster: Cluster) -> bool:
    place = reference.setting.place
    return place is None or not cluster.places or place.name in cluster.places
