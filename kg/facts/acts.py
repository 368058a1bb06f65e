"""Acts: the deeds of the sentences, tied to instruments and to the meetings of the deeds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.actions import Deed, deeds
from kg.facts.moods import stated
from kg.language import words
from kg.language.cues import Cue, cues
from kg.language.patterns import Chunk, Line
from kg.model import (
    DateMention,
    Document,
    Gathering,
    InstrumentMention,
    MeetingMention,
    Mention,
    Mentions,
    SentenceKind,
)

LONGEST = 600
"""Code points of one quote."""

NEAR = 6
"""Meetings to either side of a deed that it may belong to: keeps one endless sentence linear."""

CLOSE = 240
"""Code points between a document and the sentence that speaks of it as "it"."""

_PASSING = ("since", "before", "of", "ahead", "until", "on", "with", "for", "about", "like")
_WELCOMED = re.compile(r"Bx*[ev]")
_AMONG = re.compile(r"I[^vVmB]{0,60}Bx*b[ut]")
_TITLES_ONLY = re.compile(r"^[^I]{0,5}I(?:[^vVmB]*)$")


@dataclass(frozen=True, slots=True)
class Act:
    """An action of the facts format with its meeting and the offsets that state it.

    `lasting` is True for a reference that stands beside a deed of an earlier time.
    """

    action: str
    meeting: str | None
    spans: tuple[tuple[int, int], ...]
    rule: str
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class _Scene:
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


def acts(
    document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]
) -> Iterator[tuple[InstrumentMention, Act]]:
    """Yield each instrument mention with what is done with it, or that it is referenced."""
    heading: tuple[Act, ...] = ()
    last: InstrumentMention | None = None
    for scene, inner in _scenes(document, mentions, gatherings):
        told = deeds(scene.line)
        if last and scene.start - last.end < CLOSE:
            yield from ((last, act) for act in _carried(scene, told))
        yield from _outer(scene, told, heading)
        last = next((m for _, m in reversed([*_instruments(scene.line)])), last)
        for mention in inner:
            yield mention, _reference(scene, mention)
        opened = next((deed for deed in reversed(told) if deed.open), None)
        heading = tuple(_deed_acts(scene, opened)) if opened else heading


def _carried(scene: _Scene, told: tuple[Deed, ...]) -> Iterator[Act]:
    """Yield what a sentence says of the document of the one before: "It will be signed ..."."""
    for deed in told:
        if deed.rule == "carried":
            yield from _deed_acts(scene, deed)


def _outer(
    scene: _Scene, told: tuple[Deed, ...], heading: tuple[Act, ...]
) -> Iterator[tuple[InstrumentMention, Act]]:
    """Yield each document of a sentence with its acts: its own, those of a list, a reference."""
    among = bool(_AMONG.search(scene.line.symbols))
    listed = among or (not told and bool(_TITLES_ONLY.match(scene.line.symbols)))
    own: dict[int, list[Act]] = {}
    for deed in told:
        done = list(_deed_acts(scene, deed))
        for at in deed.targets:
            own.setdefault(at, []).extend(_fitting(scene.line, at, done))
    for at, mention in _instruments(scene.line):
        opens = listed or (scene.kind == "item" and _first(scene.line, at))
        if heading and opens and (mention.rule != "bare" or among):
            found = [_listed(act, mention) for act in heading]
        else:
            found = own.get(at, [])
        if not found and scene.kind != "title":
            found = [_reference(scene, mention)]
        for act in found:
            yield mention, act


def _scenes(
    document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]
) -> Iterator[tuple[_Scene, list[InstrumentMention]]]:
    """Yield each sentence that may state an act, with the inner mentions of its titles."""
    outer = [m for m in mentions.instruments if not m.inner]
    inner = words.by_sentence(document, [m for m in mentions.instruments if m.inner])
    laid = [*_names(mentions), *outer, *cues(document.view)]
    gathered = words.by_sentence(document, _outside(mentions))
    rows = words.by_sentence(document, sorted(laid, key=lambda m: (m.start, -m.end)))
    owner = {id(m): gathering for gathering in gatherings for m in gathering.mentions}
    main = _main(gatherings, document.article.published)
    current, upcoming, block = main, None, -1
    for index, sentence in enumerate(document.sentences):
        row = rows[index]
        spoken = (m for m in gathered[index] if isinstance(m, MeetingMention))
        met = tuple((m, owner[id(m)]) for m in spoken if id(m) in owner)
        if sentence.kind != "noise" and any(isinstance(m, Cue | InstrumentMention) for m in row):
            line = words.read(document, index, row)
            where = (sentence.lead, sentence.end, line, met, main, current)
            planned = [g for _, g in met if not _past(g)]
            coming = planned[-1] if planned else None
            ahead = bool(met) and len(planned) == len(met)
            plan = (coming, ahead, coming or upcoming, block == sentence.block)
            scene = _Scene(*where, sentence.kind, document.article.published, *plan)
            yield scene, [m for m in inner[index] if isinstance(m, InstrumentMention)]
        current = met[-1][1] if met else current
        block = sentence.block if met else block
        upcoming = next((g for _, g in reversed(met) if not _past(g)), upcoming)


def _main(gatherings: tuple[Gathering, ...], published: str | None) -> Gathering | None:
    """Return the meeting that a report is about: one that goes on, else one just held.

    A meeting of long ago is background, however early it is named.
    """
    for gathering in gatherings:
        if gathering.meeting.status == "ongoing":
            return gathering
    recent = (g for g in gatherings if _past(g) and not _old(g, published))
    first = gatherings[0] if gatherings else None
    if first and not _past(first):
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


def _names(mentions: Mentions) -> list[Mention]:
    """Return the names that stand as one chunk: no meeting that overlaps a title."""
    free = {id(m) for m in _outside(mentions)}
    return [m for m in words.names(mentions) if not isinstance(m, MeetingMention) or id(m) in free]


def _outside(mentions: Mentions) -> list[Mention]:
    """Return the mentions of meetings that stand outside the titles of documents."""
    ends = [m.end for m in mentions.instruments if not m.inner]
    starts = [m.start for m in mentions.instruments if not m.inner]
    return [
        m for m in mentions.meetings if bisect_left(starts, m.end) == bisect_right(ends, m.start)
    ]


_ISSUED = ("statement", "communique", "declaration")


def _fitting(line: Line, at: int, done: list[Act]) -> Iterator[Act]:
    """Yield the acts as they suit a kind: a report given is heard, what is issued goes to the press."""
    value = line.chunks[at].value
    kind = value.kind if isinstance(value, InstrumentMention) else ""
    for act in done:
        if act.action == "presented":
            yield replace(act, action="heard" if kind == "report" else "discussed")
        elif not (act.action == "heard" and kind in _ISSUED):
            yield act


def _first(line: Line, at: int) -> bool:
    """Return True where nothing but an article or a bullet stands before a chunk."""
    return at < 6 and not line.symbols[:at].strip("tk(#).q-")


def _instruments(line: Line) -> Iterator[tuple[int, InstrumentMention]]:
    for at, chunk in enumerate(line.chunks):
        if isinstance(chunk.value, InstrumentMention):
            yield at, chunk.value


def _listed(act: Act, mention: InstrumentMention) -> Act:
    """Return what the line above a list says, told of a document of the list."""
    return replace(act, spans=(*act.spans, _span(mention.start, mention.end)), rule="list")


def _deed_acts(scene: _Scene, deed: Deed) -> Iterator[Act]:
    action = stated(deed.action, deed.mood)
    spans = (_clause(scene, deed),)
    if deed.action in ("discussed", "heard") and deed.mood == "planned":
        key = _planned(scene, deed, ongoing=True)
        if key:
            yield Act("discussed", key, spans, deed.rule)
        return
    if action is None:
        return
    if action.startswith("to-be"):
        yield Act(action, _planned(scene, deed), spans, deed.rule)
        return
    if action == "ratified":  # by a state at home, not by those who meet
        yield Act(action, None, spans, deed.rule)
        return
    meeting, earlier = _done(scene, deed)
    yield Act(action, meeting, spans, deed.rule)
    if earlier and action != "proposed" and scene.main and scene.main.meeting.status != "planned":
        yield Act("referenced", scene.main.meeting.key, spans, "background", lasting=True)


def _reference(scene: _Scene, mention: InstrumentMention) -> Act:
    """Return the reference to a document: at no meeting where only one to come is spoken of."""
    main = scene.main.meeting if scene.main else None
    key = None if main is None or (scene.ahead and main.status != "planned") else main.key
    return Act("referenced", key, (_span(mention.start, mention.end),), "reference")


# --- the meeting ---------------------------------------------------------------------


def _planned(scene: _Scene, deed: Deed, ongoing: bool = False) -> str | None:
    """Return the meeting at which something is to be done: one to come, or one that goes on.

    With `ongoing` only one that goes on counts.
    """
    if deed.mood == "wished":
        return None
    if ongoing:
        near = scene.here[0][1] if scene.here else scene.current or scene.main
        return near.meeting.key if near and near.meeting.status == "ongoing" else None
    if scene.coming:
        return scene.coming.meeting.key
    if any(words.text(chunk) == "there" for chunk in _around(scene, deed)):
        return scene.next.meeting.key if scene.next else None
    if scene.near and scene.current and not _past(scene.current):
        return scene.current.meeting.key
    if scene.main is None or _held(scene.main):
        return None
    current = scene.current if scene.current and not _held(scene.current) else scene.main
    date = _date(scene, deed)
    fits = date is None or _within(date, current, scene.published)
    return current.meeting.key if fits else None


def _held(gathering: Gathering) -> bool:
    return gathering.meeting.status == "held"


def _around(scene: _Scene, deed: Deed) -> tuple[Chunk, ...]:
    """Return the chunks within a few words of a deed's cue."""
    at = scene.line.index(deed.start)
    return scene.line.chunks[max(at - 8, 0) : at + 12]


def _done(scene: _Scene, deed: Deed) -> tuple[str | None, bool]:
    """Return the meeting at which something was done, and True where it was not the main one."""
    middle = bisect_left(scene.here, deed.start, key=lambda pair: pair[0].start)
    close = scene.here[max(middle - NEAR, 0) : middle + NEAR]
    past = [pair for pair in close if _at(scene, pair[0], deed) and _past(pair[1])]
    near = min(past, key=lambda pair: abs(pair[0].start - deed.start), default=None)
    gathering = near[1] if near else _meant(scene, deed)
    if gathering is None or gathering.meeting.status == "planned":
        return None, True
    if deed.mood == "before" or _told_of(scene, deed):
        return None, True
    date = _date(scene, deed)
    if date and not _within(date, gathering, scene.published):
        return None, True
    return gathering.meeting.key, scene.main is not None and _long_before(gathering, scene.main)


def _long_before(gathering: Gathering, main: Gathering) -> bool:
    """Return True where a meeting lies in another month before the main one."""
    start, other = gathering.meeting.start, main.meeting.start
    return bool(start and other and start[:7] < other[:7])


def _meant(scene: _Scene, deed: Deed) -> Gathering | None:
    """Return the meeting of a sentence that names none: "they" are those spoken of last."""
    at = scene.line.index(deed.start)
    they = any(words.text(chunk) == "they" for chunk in scene.line.chunks[max(at - 8, 0) : at])
    return scene.current if they and scene.current and _past(scene.current) else scene.main


def _past(gathering: Gathering) -> bool:
    return gathering.meeting.status != "planned"


def _at(scene: _Scene, mention: MeetingMention, deed: Deed) -> bool:
    """Return True where a meeting is named as the place or the doer of a deed, not in passing."""
    between = sorted((scene.line.index(mention.start), scene.line.index(deed.start)))
    if ";" in scene.line.symbols[slice(*between)]:
        return False
    first = scene.line.index(mention.start)
    before = scene.line.chunks[max(first - 3, 0) : first]
    said = [words.text(chunk) for chunk in before]
    return not any(word in _PASSING for word in said[-2:])


def _told_of(scene: _Scene, deed: Deed) -> bool:
    """Return True where a deed is itself the subject: "that ... was signed was welcomed"."""
    after = scene.line.index(deed.end)
    hit = _WELCOMED.search(scene.line.symbols, after, after + 10)
    said = words.text(scene.line.chunks[hit.end() - 1]) if hit else ""
    return said in ("welcomed", "hailed", "praised", "noted")


def _date(scene: _Scene, deed: Deed) -> str | None:
    """Return the date of a deed: the one that follows its cue within a few words, or a year."""
    first = scene.line.index(deed.end)
    for chunk in scene.line.chunks[first : first + 8]:
        if isinstance(chunk.value, DateMention):
            return chunk.value.first
        if chunk.symbol in "VvI;" or words.text(chunk) == "held":
            break
    opening = (chunk.value for chunk in scene.line.chunks[:2])
    return next((date.first for date in opening if isinstance(date, DateMention)), None)


def _within(date: str, gathering: Gathering, published: str | None) -> bool:
    """Return True where a date, whole or partial, can be a day of the gathering."""
    start = gathering.meeting.start
    if start is None:
        return len(date) > 4 if published is None else date[:4] >= published[:4]
    end = gathering.meeting.end or start
    size = min(len(date), len(start), len(end))
    return start[:size] <= date[:size] <= end[:size]


# --- evidence -------------------------------------------------------------------------


def _clause(scene: _Scene, deed: Deed) -> tuple[int, int]:
    """Return the offsets of the clause around a cue with its instruments, else of the sentence."""
    if scene.end - scene.start <= LONGEST:
        return scene.start, scene.end
    chunks = [scene.line.chunks[at] for at in deed.targets]
    first = min([deed.start, *(chunk.start for chunk in chunks)])
    last = max([deed.end, *(chunk.end for chunk in chunks)])
    if last - first <= LONGEST:
        return first, last
    return deed.start, min(scene.end, deed.start + LONGEST)


def _span(start: int, end: int) -> tuple[int, int]:
    return start, min(end, start + LONGEST)
