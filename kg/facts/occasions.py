"""Occasions: the meeting at which a deed was done, or is to be done.

A deed belongs to the meeting that its sentence names as place or doer, else to
the one that the report is about; one of another time belongs to no meeting.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date as calendar
from datetime import timedelta
from itertools import pairwise

from kg.facts.actions import Deed
from kg.language import expressions as re
from kg.language import words
from kg.language.patterns import Chunk, Line
from kg.model import DateMention, Gathering, MeetingMention, SentenceKind

NEAR = 6
"""Meetings to either side of a deed that it may belong to: keeps one endless sentence linear."""


OPEN_DAYS = 2
"""Days that a meeting may go on for of which only the first is told."""

_PASSING = ("since", "before", "of", "ahead", "until", "on", "with", "for", "about", "like")
_WELCOMED = re.compile(r"Bx*[ev]")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what its acts need: its line, its gatherings, its dates."""

    start: int
    end: int
    line: Line
    here: tuple[tuple[MeetingMention, Gathering], ...]
    main: Gathering | None
    current: Gathering | None
    kind: SentenceKind
    published: str | None
    coming: Gathering | None  # the last planned meeting spoken of here
    ahead: bool  # only planned meetings are spoken of
    next: Gathering | None  # the planned meeting spoken of last, here or before
    near: bool  # `current` is spoken of in this very paragraph


def main(gatherings: tuple[Gathering, ...], published: str | None) -> Gathering | None:
    """Return the meeting that a report is about: one that goes on, else one just held.

    A meeting of long ago is background, however early it is named.
    """
    for gathering in gatherings:
        if gathering.meeting.status == "ongoing":
            return gathering
    recent = (g for g in gatherings if past(g) and not _old(g, published))
    first = gatherings[0] if gatherings else None
    if first and not past(first):
        recent = (g for g in recent if g.meeting.start)
    return next(recent, first)


def _old(gathering: Gathering, published: str | None) -> bool:
    """Return True for a meeting of another month, or of the years before the report."""
    start = gathering.meeting.start
    if not (start and published):
        return False
    size = min(len(start), len(published), 7)
    months = (int(text[:4]) * 12 + int(text[5:7] or 12) for text in (published, start))
    return start[:size] < published[:size] and next(months) - next(months) > 1


def taken_up(scene: Scene) -> str | None:
    """Return the meeting that will discuss something: spoken of last, and going on.

    At one that is still to come nothing has been discussed.
    """
    near = scene.here[0][1] if scene.here else scene.current or scene.main
    return near.meeting.key if near and near.meeting.status == "ongoing" else None


def planned(scene: Scene, deed: Deed) -> str | None:
    """Return the meeting at which something is to be done: one to come, or one that goes on."""
    if deed.mood == "wished":
        return None
    if scene.coming:
        return scene.coming.meeting.key
    said = {words.text(chunk) for chunk in _around(scene, deed)}
    if "there" in said and scene.next:
        return scene.next.meeting.key
    if scene.near and scene.current and not past(scene.current):
        return scene.current.meeting.key
    if scene.main is None:
        return None
    if scene.next and _fits(scene, deed, scene.next):
        return scene.next.meeting.key
    if _held(scene.main):
        return scene.main.meeting.key if _lasts(scene, deed, said) else None
    current = scene.current if scene.current and not _held(scene.current) else scene.main
    date = _date(scene, deed)
    fits = date is None or _within(date, current, scene.published)
    return current.meeting.key if fits else None


_BEFORE_LONG = {"there", "today", "tonight", "tomorrow", "end", "close", "conclusion"}


def _fits(scene: Scene, deed: Deed, coming: Gathering) -> bool:
    """Return True where a date names a day of a meeting to come, or it was spoken of last."""
    date = _date(scene, deed)
    if date is None:
        return scene.current is coming
    return len(date) > 4 and bool(coming.meeting.start) and _within(date, coming, scene.published)


def _lasts(scene: Scene, deed: Deed, said: set[str]) -> bool:
    """Return True where something is to be done while the meeting of the report still lasts."""
    date, published = _date(scene, deed), scene.published or ""
    meeting = scene.main.meeting if scene.main else None
    end = (meeting.end or meeting.start or "") if meeting else ""
    if published and end < published:
        return False
    if date is None:
        return end > published > "" or bool(said & _BEFORE_LONG)
    return len(date) == 10 and (published <= date <= end or date == _next(published))


def _next(day: str) -> str:
    """Return the day after an ISO date, "" for a partial one."""
    return str(calendar.fromisoformat(day) + timedelta(1)) if len(day) == 10 else ""


def _held(gathering: Gathering) -> bool:
    return gathering.meeting.status == "held"


def _around(scene: Scene, deed: Deed) -> tuple[Chunk, ...]:
    """Return the chunks within a few words of a deed's cue."""
    at = scene.line.index(deed.start)
    return scene.line.chunks[max(at - 8, 0) : at + 12]


def done(scene: Scene, deed: Deed) -> tuple[str | None, bool]:
    """Return the meeting at which something was done, and True where it was not the main one."""
    middle = bisect_left(scene.here, deed.start, key=lambda pair: pair[0].start)
    close = scene.here[max(middle - NEAR, 0) : middle + NEAR]
    begun = [pair for pair in close if _at(scene, pair[0], deed) and past(pair[1])]
    near = min(begun, key=lambda pair: abs(pair[0].start - deed.start), default=None)
    gathering = near[1] if near else _meant(scene, deed)
    if gathering is None or gathering.meeting.status == "planned":
        return None, True
    if deed.mood == "before" or _told_of(scene, deed):
        return None, True
    date = _date(scene, deed)
    if date and not _within(date, gathering, scene.published):
        return None, True
    if scene.main is None or gathering is scene.main:
        return gathering.meeting.key, False
    return gathering.meeting.key, _long_before(gathering, scene.main, scene.published)


def _long_before(gathering: Gathering, main: Gathering, published: str | None) -> bool:
    """Return True where a meeting lies in another month before the main one, or the report."""
    start, other = gathering.meeting.start, main.meeting.start or published
    return bool(start and other and start[:7] < other[:7])


def _meant(scene: Scene, deed: Deed) -> Gathering | None:
    """Return the meeting of a sentence that names none: "they" are those spoken of last."""
    at = scene.line.index(deed.start)
    near = scene.line.chunks[max(at - 8, 0) : at]
    they = any(words.text(chunk) == "they" for chunk in near) or _the_two(near)
    return scene.current if they and scene.current and past(scene.current) else scene.main


def _the_two(chunks: tuple[Chunk, ...]) -> bool:
    """Return True for "the two" without a noun: those who met, not "the two countries"."""
    said = [*map(words.text, chunks)]
    at = next((n for n, pair in enumerate(pairwise(said)) if pair == ("the", "two")), len(said))
    return at < len(said) and "".join(chunk.symbol for chunk in chunks[at + 2 :])[:1] not in "nA"


def past(gathering: Gathering) -> bool:
    """Return True for a meeting that has begun."""
    return gathering.meeting.status != "planned"


def _at(scene: Scene, mention: MeetingMention, deed: Deed) -> bool:
    """Return True where a meeting is named as the place or the doer of a deed, not in passing."""
    between = sorted((scene.line.index(mention.start), scene.line.index(deed.start)))
    if ";" in scene.line.symbols[slice(*between)]:
        return False
    first = scene.line.index(mention.start)
    before = scene.line.chunks[max(first - 3, 0) : first]
    said = [words.text(chunk) for chunk in before]
    return not any(word in _PASSING for word in said[-2:])


def _told_of(scene: Scene, deed: Deed) -> bool:
    """Return True where a deed is itself the subject: "that ... was signed was welcomed"."""
    after = scene.line.index(deed.end)
    hit = _WELCOMED.search(scene.line.symbols, after, after + 10)
    said = words.text(scene.line.chunks[hit.end() - 1]) if hit else ""
    return said in ("welcomed", "hailed", "praised", "noted")


def _date(scene: Scene, deed: Deed) -> str | None:
    """Return the date of a deed: the one that follows its cue within a few words, or a year."""
    first = scene.line.index(deed.end)
    own = {scene.line.chunks[at].start for at in deed.targets}
    for chunk in scene.line.chunks[first : first + 8]:
        if isinstance(chunk.value, DateMention):
            return chunk.value.first
        if chunk.start in own:
            continue  # "signed a protocol in 2016"
        if chunk.symbol in "VvI;" or words.text(chunk) == "held":
            break
    opening = (chunk.value for chunk in scene.line.chunks[:2])
    return next((date.first for date in opening if isinstance(date, DateMention)), None)


def _some_days_on(start: str, published: str | None) -> str:
    """Return the last day that a meeting without an end may have had, when it was reported on."""
    if not published or len(start) < 10 or len(published) < 10:
        return start
    last = str(calendar.fromisoformat(start) + timedelta(OPEN_DAYS))
    return max(start, min(last, published))


def _within(date: str, gathering: Gathering, published: str | None) -> bool:
    """Return True where a date, whole or partial, can be a day of the gathering."""
    start = gathering.meeting.start
    if start is None:
        return len(date) > 4 if published is None else date[:4] >= published[:4]
    end = gathering.meeting.end or _some_days_on(start, published)
    size = min(len(date), len(start), len(end))
    return start[:size] <= date[:size] <= end[:size]
