"""Facts against gold facts: precision, recall and F1 by kind of fact, and by rule.

Every kind of fact is a slot that gold, the extraction, or both fill; a slot is
right where both do and they agree. Names are compared loosely, codes and dates
exactly (kg/evaluation/likeness.py). The attributes of a meeting or an instrument are
slots of their own, compared where the two were aligned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.evaluation.likeness import align, close, equal, fold, overlap, same_person
from kg.model import Action, Facts, Instrument, Meeting, Office, Participant, Passage, Person, Topic

T = TypeVar("T", Meeting, Person, Office, Participant, Instrument, Topic)

KINDS = (
    "meeting", "ordinal", "organisation", "body", "date", "place", "country", "chair", "status",
    "person", "office", "participant", "instrument", "kind", "period", "action", "topic",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """One fact as gold has it and as it was found; `right` where the two agree."""

    article: str
    kind: str
    gold: str | None
    found: str | None
    right: bool
    rule: str | None = None
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one kind of fact, and the ratios that follow from them."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All slots of all articles that were compared."""

    slots: tuple[Slot, ...]

    def by_kind(self) -> dict[str, Figures]:
        """Return the figures of each kind that occurs, and last of "all"."""
        kinds = [kind for kind in KINDS if any(slot.kind == kind for slot in self.slots)]
        rows = {kind: _figures(s for s in self.slots if s.kind == kind) for kind in kinds}
        return rows | {"all": _figures(self.slots)}

    def by_rule(self) -> dict[str, tuple[int, int]]:
        """Return for each rule how many of its facts are right, and how many it found."""
        found = Counter(_rule(slot) for slot in self.slots if slot.rule and slot.found is not None)
        right = Counter(_rule(slot) for slot in self.slots if slot.rule and slot.right)
        return {rule: (right[rule], found[rule]) for rule in sorted(found)}

    def misses(self) -> tuple[Slot, ...]:
        """Return the slots in which gold and the extraction differ."""
        return tuple(slot for slot in self.slots if not slot.right)


def evaluate(pairs: Iterable[tuple[Facts, Facts | None]]) -> Evaluation:
    """Compare pairs of gold facts and found facts; None stands for an article not read."""
    return Evaluation(tuple(slot for gold, found in pairs for slot in compare(gold, found)))


def compare(gold: Facts, found: Facts | None) -> Iterator[Slot]:
    """Yield the slots of one article, kind by kind."""
    other = found or Facts(gold.article)
    meetings = align(gold.meetings, other.meetings, _meetings_alike, 0.5)
    keys = {other.meetings[j].key: gold.meetings[i].key for i, j in meetings.items()}
    article = gold.article.id
    yield from _meeting_slots(article, gold, other, meetings)
    yield from _person_slots(article, gold, other)
    yield from _participant_slots(article, gold, other, keys)
    yield from _instrument_slots(article, gold, other, keys)
    topics = align(gold.topics, other.topics, lambda g, f: overlap(g.name, f.name), 0.6)
    yield from _paired(article, "topic", gold.topics, other.topics, topics, lambda t: t.name)


def _figures(slots: Iterable[Slot]) -> Figures:
    rows = list(slots)
    return Figures(
        gold=sum(slot.gold is not None for slot in rows),
        found=sum(slot.found is not None for slot in rows),
        right=sum(slot.right for slot in rows),
    )


def _rule(slot: Slot) -> str:
    return f"{slot.kind}: {slot.rule}"


# --- meetings -----------------------------------------------------------------------


def _meetings_alike(gold: Meeting, found: Meeting) -> float:
    value = overlap(gold.name, found.name)
    attributes = (
        (gold.ordinal, found.ordinal, 0.3),
        (gold.place, found.place, 0.2),
        (gold.organisation, found.organisation, 0.2),
    )
    for one, other, weight in attributes:
        if one and other:
            value += weight if equal(str(one), str(other)) else -weight
    if gold.start and found.start:
        value += 0.4 if gold.start[:7] == found.start[:7] else -0.3
    return value + 0.1 * (gold.status == found.status)


def _date(meeting: Meeting) -> str | None:
    """Return the meeting's days as one value; an end that repeats the start says nothing."""
    if not meeting.start:
        return None
    end = meeting.end if meeting.end != meeting.start else None
    return f"{meeting.start}/{end}" if end else meeting.start


def _text(value: object) -> str | None:
    return str(value) if value else None


Attribute = tuple[str, Callable[[Meeting], str | None], Callable[[str, str], bool]]

_ATTRIBUTES: tuple[Attribute, ...] = (
    ("ordinal", lambda m: _text(m.ordinal), equal),
    ("organisation", lambda m: _text(m.organisation), close),
    ("body", lambda m: _text(m.body), close),
    ("place", lambda m: _text(m.place), close),
    ("country", lambda m: _text(m.country), equal),
    ("chair", lambda m: _text(m.chair), lambda g, f: equal(g, f) or same_person(g, f)),
    ("status", lambda m: _text(m.status), equal),
    ("date", _date, lambda g, f: g == f),
)


def _meeting_slots(
    article: str, gold: Facts, found: Facts, pairs: dict[int, int]
) -> Iterator[Slot]:
    yield from _paired(article, "meeting", gold.meetings, found.meetings, pairs, lambda m: m.name)
    for one, other in _rows(gold.meetings, found.meetings, pairs):
        for kind, value, agree in _ATTRIBUTES:
            left, right = one and value(one), other and value(other)
            if left or right:
                same = bool(left and right and agree(left, right))
                yield Slot(article, kind, left or None, right or None, same)


# --- persons and participants ---------------------------------------------------------


def _persons_alike(gold: Person, found: Person) -> float:
    pairs = [(g, f) for g in (gold.name, *gold.aliases) for f in (found.name, *found.aliases)]
    return max((1.0 + equal(g, f) for g, f in pairs if same_person(g, f)), default=0.0)


def _offices_alike(gold: Office, found: Office) -> float:
    return overlap(gold.title, found.title) if close(gold.of, found.of) else 0.0


def _person_slots(article: str, gold: Facts, found: Facts) -> Iterator[Slot]:
    pairs = align(gold.persons, found.persons, _persons_alike, 1.0)
    yield from _paired(article, "person", gold.persons, found.persons, pairs, lambda p: p.name)
    for one, other in _rows(gold.persons, found.persons, pairs):
        name = one.name if one else other.name if other else ""
        left, right = one.offices if one else (), other.offices if other else ()
        offices = align(left, right, _offices_alike, 0.6)
        yield from _paired(article, "office", left, right, offices, _office_label(name))


def _office_label(person: str) -> Callable[[Office], str]:
    return lambda office: f"{person} | {office.title} | {office.of}"


def _participant_slots(
    article: str, gold: Facts, found: Facts, keys: dict[str, str]
) -> Iterator[Slot]:
    def alike(one: Participant, other: Participant) -> float:
        if keys.get(other.meeting) != one.meeting or not close(one.party, other.party):
            return 0.0
        nobody = not one.person and not other.person
        return float(nobody or same_person(one.person, other.person))

    pairs = align(gold.participants, found.participants, alike, 1.0)
    yield from _paired(
        article, "participant", gold.participants, found.participants, pairs,
        lambda p: f"{p.meeting} | {p.person} | {p.party}",
    )  # fmt: skip


# --- instruments ----------------------------------------------------------------------


def _instruments_alike(gold: Instrument, found: Instrument) -> float:
    return overlap(gold.name, found.name) + 0.1 * equal(gold.kind, found.kind)


def _instrument_slots(
    article: str, gold: Facts, found: Facts, keys: dict[str, str]
) -> Iterator[Slot]:
    pairs = align(gold.instruments, found.instruments, _instruments_alike, 0.5)
    yield from _paired(
        article, "instrument", gold.instruments, found.instruments, pairs, lambda i: i.name
    )
    for one, other in _rows(gold.instruments, found.instruments, pairs):
        for kind in ("kind", "period"):
            left = getattr(one, kind) if one else None
            right = getattr(other, kind) if other else None
            if left or right:
                yield Slot(article, kind, left, right, bool(left and right and equal(left, right)))
        yield from _action_slots(article, one, other, keys)


def _action_slots(
    article: str, one: Instrument | None, other: Instrument | None, keys: dict[str, str]
) -> Iterator[Slot]:
    """Yield a slot for each action; found actions of an instrument in gold count once each."""
    left = {(fold(a.action), a.meeting): a for a in (one.actions if one else ())}
    label = one.name if one else other.name if other else ""
    if one is None:
        for action in other.actions if other else ():
            yield Slot(article, "action", None, _action_label(label, action), False, action.rule)
        return
    right = {
        (fold(a.action), keys.get(a.meeting) if a.meeting else None): a
        for a in (other.actions if other else ())
    }
    for key in sorted(left.keys() | right.keys(), key=str):
        gold, found = left.get(key), right.get(key)
        yield Slot(
            article, "action",
            _action_label(label, gold) if gold else None,
            _action_label(label, found) if found else None,
            gold is not None and found is not None,
            found.rule if found else None,
            found.evidence if found else (),
        )  # fmt: skip


def _action_label(instrument: str, action: Action) -> str:
    return f"{action.action} at {action.meeting}: {instrument}"


# --- slots of aligned rows --------------------------------------------------------------


def _rows(
    gold: Sequence[T], found: Sequence[T], pairs: dict[int, int]
) -> Iterator[tuple[T | None, T | None]]:
    """Yield the aligned pairs in the order of gold, then what was found beyond gold."""
    for i, one in enumerate(gold):
        yield one, found[pairs[i]] if i in pairs else None
    taken = set(pairs.values())
    for j, other in enumerate(found):
        if j not in taken:
            yield None, other


def _paired(
    article: str,
    kind: str,
    gold: Sequence[T],
    found: Sequence[T],
    pairs: dict[int, int],
    label: Callable[[T], str],
) -> Iterator[Slot]:
    """Yield one slot a row: right where the row was aligned, for its likeness decided that."""
    for one, other in _rows(gold, found, pairs):
        yield Slot(
            article,
            kind,
            label(one) if one else None,
            label(other) if other else None,
            one is not None and other is not None,
            other.rule if other else None,
            other.evidence if other else (),
        )
