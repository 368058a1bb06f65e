"""When and where a meeting is said to be: the date and the place that its own sentence gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.model import (
    CountryMention,
    DateMention,
    Document,
    MeetingMention,
    Mention,
    PlaceMention,
)

REACH = 220
"""Characters between a meeting and its date or place: beyond, they belong to something else."""

_ELSEWHERE = re.compile(
    r"[;:]|\b(?:signed|adopted|approved|established|founded|since|ratified|elected|until|before"
    r"|after|who|whose|whom|where|when|while|said|told|reported|announced|according|quoted)\b"
)
_OPENS_RELATIVE = re.compile(r"[\s,(]*(?:which|that|where)\b")
_PREPOSITION = re.compile(r"\b(?:in|at|to|In|At)\s+(?:the\s+)?(?:city\s+of\s+)?$")
_HOSTING = re.compile(
    r"^(?:,[^,]{1,60},|\s*\([^)]{1,30}\))?\s+(?:(?:will|had|has|have)\s+)?(?:\w+\s+){0,2}?"
    r"(?:host(?:s|ed|ing)?|was|is|welcom(?:es|ed)|receiv(?:es|ed)|to\s+(?:host|welcome))\b"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What one mention says of date and place, each with the words it was read from."""

    date: DateMention | None = None
    place: PlaceMention | None = None
    country: CountryMention | None = None

    def marks(self) -> list[Mention]:
        """Return the mentions that the setting rests on."""
        return [m for m in (self.date, self.place, self.country) if m is not None]


def setting(
    document: Document, mention: MeetingMention, near: Sequence[Mention], rivals: Sequence[Mention]
) -> Setting:
    """Return the date and place of a meeting among the mentions of its sentence, `near`.

    `rivals` are the other meetings of the sentence, which have their own.
    """
    view = document.view

    def nearest(kind: type[Mention], fits: Callable[[Mention], bool]) -> Mention | None:
        gaps = (
            (_gap(view, mention, other, rivals), other)
            for other in near
            if isinstance(other, kind) and fits(other)
        )
        free = [(gap, other.start, other) for gap, other in gaps if gap is not None]
        return min(free, key=lambda row: row[:2])[2] if free else None

    date = nearest(DateMention, lambda other: True)
    place = nearest(PlaceMention, lambda other: _stands(view, mention, other))
    country = nearest(CountryMention, lambda other: _stands(view, mention, other))
    return Setting(
        date if isinstance(date, DateMention) else None,
        place if isinstance(place, PlaceMention) else None,
        country if isinstance(country, CountryMention) else None,
    )


def _gap(
    view: str, mention: MeetingMention, other: Mention, rivals: Sequence[Mention]
) -> int | None:
    """Return how far a date or place is from a meeting, or None where it is not of it."""
    if mention.start <= other.start and other.end <= mention.end:
        return 0
    first, last = sorted(((mention.start, mention.end), (other.start, other.end)))
    start, end = first[1], last[0]
    if end - start > REACH or any(start <= rival.start < end for rival in rivals):
        return None
    relative = _OPENS_RELATIVE.match(view, start, end) if mention.end == start else None
    if _ELSEWHERE.search(view, relative.end() if relative else start, end):
        return None
    behind = other.start >= mention.end
    return end - start + (0 if behind else 15)


def _stands(view: str, mention: MeetingMention, other: Mention) -> bool:
    """Return whether a place is one where something is: "in Lima", "Lima hosted", "Lima summit"."""
    if isinstance(other, CountryMention) and other.form != "name":
        return False
    if mention.start <= other.start and other.end <= mention.end:
        return isinstance(other, PlaceMention)
    if _PREPOSITION.search(view, max(0, other.start - 20), other.start):
        return True
    return _HOSTING.match(view[other.end : other.end + 100]) is not None
