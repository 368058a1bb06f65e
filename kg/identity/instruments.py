"""Which instruments of several articles are one: the title, and whose it is, when and where.

A draft and what is adopted of it later are one document. A title that any
meeting could have ("joint statement") decides nothing by itself: such documents
are one where they are of one meeting.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.graph import keys
from kg.identity import blocking
from kg.identity.clusters import TOGETHER, Decision, add_up, told
from kg.identity.records import Instrument, Sets
from kg.identity.titles import bag
from kg.namespaces import fold
from kg.vocabulary import named

ACCEPTED = 0.7
SHOWN = 0.5
LARGEST = 300
TELLING = 2
"""Words beside the kind and the organisation that a title needs to say which document it is."""

Texts = frozenset[str]

_DRAFT = frozenset(("draft", "final", "new", "joint", "renewed"))
_NUMBER = re.compile(r"\d+")
_PLAIN = (TOGETHER, "their titles differ", "they are of different kinds")
_ONCE = frozenset(("statement", "communique", "declaration", "minutes"))
"""Kinds of which a meeting makes one; of agreements it may sign many."""

_GROUNDS = (
    (0.45, "the same telling words in the title"),
    (0.2, "the same kind"),
    (0.5, "done at the same meeting"),
    (0.3, "of the same organisation"),
    (0.15, "the same parties named"),
    (0.2, "the same period"),
    (-0.2, "years apart"),
)
_VAGUE = frozenset(("document", "agreement", "other"))
"""Kinds that say little: an agreement may be told more exactly elsewhere."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the articles say of one instrument; `words` tell it from others of its kind."""

    words: frozenset[tuple[str, ...]]
    owners: Texts
    numbers: Texts
    kinds: Texts
    periods: frozenset[tuple[str, str]]
    meetings: Texts
    scene: Texts
    years: frozenset[int]
    articles: Texts

    @property
    def telling(self) -> bool:
        """Whether the title says which document it is."""
        return all(len(words) >= TELLING for words in self.words)


def profile(rows: Sequence[Instrument], canonical: dict[str, str], sets: Sets) -> Profile:
    """Return what the records of one instrument say, its meetings by their canonical nodes."""
    split = [_split(row.name) for row in rows]
    return Profile(
        words=sets(words for words, _ in split),
        owners=sets(owner for _, owners in split for owner in owners),
        numbers=sets(number for row in rows for number in _NUMBER.findall(row.name)),
        kinds=sets(row.kind.rpartition("#")[2] for row in rows if row.kind),
        periods=sets((row.first, row.last or row.first) for row in rows if row.first),
        meetings=sets(canonical.get(m, m) for row in rows for m in row.meetings),
        scene=sets(canonical.get(n, n) for row in rows for n in row.scene),
        years=sets(int(row.issued[:4]) for row in rows if row.issued),
        articles=sets(row.article for row in rows),
    )


@cache
def _owners() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the forms of the organisations with their names, by the first word folded."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, name in sorted(keys.organisations().items(), key=lambda row: (-len(row[0]), row[0])):
        found[form.partition("-")[0]].append((form, name))
    return {first: tuple(forms) for first, forms in found.items()}


@cache
def _plain_words() -> frozenset[str]:
    """Return the words that tell no document from others: those of kinds, and of drafts."""
    return frozenset(word for key in named("kinds") for word in bag(key)) | _DRAFT


@lru_cache(maxsize=1 << 16)
def _split(title: str) -> tuple[tuple[str, ...], Texts]:
    """Return the telling words of a title, sorted, and the organisations that it names."""
    text = f"-{fold(title).replace('organization', 'organisation')}-"
    owners = set()
    for first in dict.fromkeys(text.strip("-").split("-")):
        for form, name in _owners().get(first, ()):
            if f"-{form}-" in text:
                text = text.replace(f"-{form}-", "-")
                owners.add(name)
    words = [w for w in bag(text) if w not in _plain_words() and not w.isdigit()]
    return tuple(words), frozenset(owners)


def blend(one: Profile, other: Profile) -> Profile:
    """Return the profile of two instruments that are one."""
    return replace(
        one,
        words=one.words | other.words,
        owners=one.owners | other.owners,
        numbers=one.numbers | other.numbers,
        kinds=one.kinds | other.kinds,
        periods=one.periods | other.periods,
        meetings=one.meetings | other.meetings,
        scene=one.scene | other.scene,
        years=one.years | other.years,
        articles=one.articles | other.articles,
    )


def conflict(one: Profile, other: Profile) -> str | None:
    """Return what says that two profiles are of two instruments, or None."""
    kinds = one.kinds | other.kinds
    if one.kinds and other.kinds and not one.kinds & other.kinds and not kinds & _VAGUE:
        return "they are of different kinds"
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return "their titles have different numbers"
    if one.periods and other.periods and not one.periods & other.periods:
        return "they are for different periods"
    if one.owners and other.owners and not one.owners & other.owners:
        return "they are of different organisations"
    if not one.words & other.words:
        return "their titles differ"
    if one.articles & other.articles:
        return TOGETHER
    if not (one.telling and other.telling) and one.meetings and other.meetings:
        return None if one.meetings & other.meetings else "they are of different meetings"
    return None


def pairs(profiles: dict[str, Profile]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of instruments with the same telling words, each once, sorted."""
    return blocking.pairs(_blocks(profiles))


def likely(profiles: dict[str, Profile]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that different numbers in their titles do not keep apart: one in twenty."""
    return blocking.pairs(p for block in _blocks(profiles) for p in _parts(block, profiles))


def _blocks(profiles: dict[str, Profile]) -> Iterator[list[str]]:
    found = blocking.blocks((node, tuple(_keys(each))) for node, each in profiles.items())
    return (block for block in found.values() if len(block) <= LARGEST)


def _parts(block: list[str], profiles: dict[str, Profile]) -> Iterator[list[str]]:
    """Yield the parts of a block of the same numbers, each with those that have none."""
    parts: dict[Texts, list[str]] = defaultdict(list)
    for node in block:
        parts[profiles[node].numbers].append(node)
    bare = parts.pop(frozenset(), [])
    yield bare
    yield from ([*part, *bare] for part in parts.values())


def _keys(found: Profile) -> Iterator[tuple[str, ...]]:
    """Yield the keys of search of an instrument: what another that is the same would share."""
    for words in found.words:
        if found.telling:
            yield "title", *words
        yield from (("meeting", meeting, *words) for meeting in found.meetings)


def decide(ids: tuple[str, str], one: Profile, other: Profile) -> Decision | None:
    """Return the judgement on two instruments, or None where it is not worth a row."""
    reasons, score = _weigh(one, other)
    if score < SHOWN or not (_worded(one) and _worded(other)):
        return None
    against = conflict(one, other)
    if against:
        plain = against in _PLAIN
        return None if plain else Decision(*ids, "negative", score, told(*reasons, against))
    return Decision(*ids, "positive" if score >= ACCEPTED else "unsure", score, reasons)


def _worded(found: Profile) -> bool:
    """Tell whether a title says more than its kind, or the kind says enough at a meeting."""
    return all(found.words) or bool(found.kinds & _ONCE)


def _weigh(one: Profile, other: Profile) -> tuple[tuple[str, ...], float]:
    """Return what agrees, in words, and how much it counts together."""
    near = any(abs(a - b) <= 2 for a in one.years for b in other.years)
    owners = not one.owners.isdisjoint(other.owners)
    return _add_up(
        not one.words.isdisjoint(other.words) and one.telling and other.telling,
        not one.kinds.isdisjoint(other.kinds),
        not one.meetings.isdisjoint(other.meetings),
        owners,
        len((one.scene & other.scene) - one.owners) > 1,
        not one.periods.isdisjoint(other.periods),
        bool(one.years and other.years) and not near and not owners,
    )


@cache
def _add_up(*held: bool) -> tuple[tuple[str, ...], float]:
    return add_up(_GROUNDS, held)
