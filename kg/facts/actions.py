"""What a sentence says is done with its instruments: verbs, voice, mood and reach.

A sentence is read as a line in which each instrument is I and each word of an
action is V (the words stand in ontology/vocabulary.ttl). Patterns to the left
and right of V tell the voice, and so which instruments are meant; the words
before V tell whether it is done, intended, wished or denied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.moods import Mood
from kg.facts.moods import mood as mood_of
from kg.facts.voices import REACH, final, joint, reach
from kg.language import expressions as re
from kg.language import words
from kg.language.cues import Cue
from kg.language.patterns import Line
from kg.model import InstrumentMention


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done, or intended, with the instruments at `targets` of a line.

    `targets` are numbers of chunks; they are empty where the sentence speaks of
    documents that it does not name ("signed the following documents"), and
    `open` is then True, or means one named just before (rule "carried").
    `start` and `end` are the offsets of the cue.
    """

    action: str
    mood: Mood
    targets: tuple[int, ...]
    start: int
    end: int
    rule: str
    open: bool = False


_SPOKEN = re.compile(
    r"^(?:(?P<opening>it[jkx]*I)(?:@[^c]{1,12})?c?t?(?:[nACMOj&]){1,8}[vnemV]"
    r"|(?P<source>AT[tjkx]*I)|(?P<as>@[tjkx]*I)vu|(?P<text>t?I)(?:c[^cI]{1,14}c|@t?M)?[vem])"
)
_THEME = re.compile(
    r"^x?c?(?:[pof]|@f)[tkj]*(?P<document>I)(?:c[^cIVB;:]{1,8}c|c)?"
    r"(?:t?[kjnACO]{1,5}|[ux]|t)x*[hmBvVe]"
)
_NOT = ("no", "neither", "nor")


def deeds(line: Line) -> tuple[Deed, ...]:
    """Return what a sentence says is done with its instruments (chunks I), by its cues (V)."""
    found = (_deed(line, at) for at, sign in enumerate(line.symbols) if sign == "V")
    told = _submitted(tuple(deed for deed in found if deed))
    if any(deed.action != "heard" for deed in told):
        return told
    return (*told, *_spoken(line), *_themes(line))


def _submitted(told: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """Leave out that a document was submitted or presented where it is said what for."""
    ahead = {at for deed in told if deed.rule == "ahead" for at in deed.targets}
    brought = ("proposed", "presented")
    return tuple(d for d in told if d.action not in brought or not ahead & {*d.targets})


def _spoken(line: Line) -> Iterator[Deed]:
    """Yield the adoption that is told by what a document says: "In a communique they call ..."."""
    hit = _SPOKEN.match(line.symbols)
    at = hit.end(hit.lastgroup or 0) - 1 if hit else 0
    chunk = line.chunks[at] if hit else None
    if chunk and isinstance(chunk.value, InstrumentMention) and joint(chunk.value):
        yield Deed("adopted", "done", (at,), chunk.start, chunk.end, "spoken")


def _deed(line: Line, at: int) -> Deed | None:
    cue = line.chunks[at].value
    assert isinstance(cue, Cue)
    base = max(at - REACH, 0)
    near = Line(line.symbols[base : at + REACH], line.chunks[base : at + REACH])
    reached = reach(near, at - base, cue)
    if reached is None:
        return None
    rule, targets = reached
    if not targets and cue.direct:
        return None
    nothing = _none(near, targets) or (cue.action == "adopted" and _alone(near, at - base))
    mood: Mood = "denied" if nothing else mood_of(near, at - base, cue)
    if rule == "background" and mood == "done" and not final(line.chunks[targets[0] + base]):
        mood = "before"
    shifted = tuple(target + base for target in targets)
    vague = not targets and rule not in ("carried", "document")
    return Deed(cue.action, mood, shifted, cue.start, cue.end, rule, vague)


def _themes(line: Line) -> Iterator[Deed]:
    """Yield that a document was discussed which opens a clause: "On the agreement, views ..."."""
    hit = _THEME.match(line.symbols)
    if hit:
        chunk = line.chunks[hit.end("document") - 1]
        yield Deed("discussed", "done", (hit.end("document") - 1,), chunk.start, chunk.end, "theme")


def _alone(line: Line, at: int) -> bool:
    """Return True for what one office issues for itself: "issued by the ministry"."""
    agent = re.match(r"yt?(?:[nACO]n?){0,3}", line.symbols[at + 1 : at + 8])
    said = line.chunks[at + 1 : at + 1 + agent.end()] if agent else ()
    return any(words.text(chunk) in words.listed("press-offices.txt") for chunk in said)


def _none(line: Line, targets: tuple[int, ...]) -> bool:
    """Return True for "no joint statement", "neither a protocol nor an agreement"."""
    before = (line.chunks[max(at - 2, 0) : at] for at in targets)
    return any(words.text(chunk) in _NOT for chunks in before for chunk in chunks)
