"""What two mentions of meetings have in common: head words, bodies, names, days.

Bare likeness of words; which mentions mean one meeting is decided in kg.facts.coreference.
"""

from __future__ import annotations

from kg.evaluation.likeness import overlap
from kg.facts.references import level
from kg.language import expressions as re

_PLAIN = frozenset(
    ("event", "gathering", "meeting", "session", "proceedings", "talks", "encounter")
)
_KIN = {
    "mini-summit": frozenset(("summit", "meeting")),
    "summit": frozenset(("meeting", "session", "council", "conference")),
    "conference": frozenset(("meeting", "forum", "session", "congress")),
    "forum": frozenset(("conference", "meeting", "dialogue")),
    "dialogue": frozenset(("meeting", "forum")),
    "ministerial": frozenset(("meeting", "conference", "council")),
    "plenary": frozenset(("meeting", "session")),
    "consultation": frozenset(("consultations", "talks", "meeting", "round")),
    "consultations": frozenset(("round", "consultation", "dialogue")),
    "round": frozenset(("consultations", "consultation", "dialogue", "negotiations")),
}
APART = frozenset(("visit", "dinner", "lunch", "breakfast", "reception", "debate"))
_SHORT = frozenset(("council", "committee", "commission", "board", "assembly", "group", "bureau"))
"""What a body is called for short once its whole name is known."""
_ORGAN = re.compile(
    r"(?=[^a-z]*[A-Z].*\s)(?:[A-Z][\w-]*\s+)*(?:Assembly|Board|Bureau|Cabinet|Commission|Committee|Council|Troika)\b"
)
_EVERYDAY = frozenset(("bilateral", "regular", "joint", "annual", "the", "a", "of", "and"))


def is_organ(body: str) -> bool:
    """Return whether a body is one of some rank, or an organ with a name of its own."""
    return level(body) is not None or _ORGAN.match(body) is not None


def kin(one: str, other: str) -> bool:
    """Return whether two head words can name one gathering."""
    if one in APART or other in APART:
        return one == other
    return one == other or one in _PLAIN or other in _PLAIN or other in _KIN.get(one, ())


def contains(one: str, other: str) -> bool:
    """Return whether all telling words of one name, two at least, stand in the other."""
    x, y = (set(name.lower().split()) - _EVERYDAY for name in (one, other))
    return min(len(x), len(y)) > 1 and (x <= y or y <= x)


def alike(one: str, other: str) -> bool:
    """Return whether two wordings can mean one body: most words in common, or one in the other."""
    if _differ(one.split(), other.split()):
        return False
    if overlap(one, other) >= 0.6:
        return True
    x, y = one.lower(), other.lower()
    if (y in _SHORT and y in x.split()) or (x in _SHORT and x in y.split()):
        return True
    return x.endswith(y) or y.endswith(x) or x.startswith(y) or y.startswith(x)


def _differ(one: list[str], other: list[str]) -> bool:
    """Return whether two organs differ in one word: "Foreign Affairs Council", "General …"."""
    if len(one) != len(other) or len(one) < 3:
        return False
    apart = [(x, y) for x, y in zip(one, other, strict=True) if x.lower() != y.lower()]
    return len(apart) == 1 and all(x[:1].isupper() and x[:4] != y[:4] for x, y in apart)


def near(one: str, other: str) -> bool:
    """Return whether two dates can be of one meeting: less than a week apart, or one less exact."""
    shorter = min(len(one), len(other))
    if shorter < 10:
        return one[:shorter] == other[:shorter]
    return one[:7] == other[:7] and abs(int(one[8:10]) - int(other[8:10])) < 6
