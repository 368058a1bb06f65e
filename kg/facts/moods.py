"""Mood: whether what a word of action says is done, intended, wished for, asked or denied.

The words before the cue decide: a modal, the verb that governs an infinitive, a
gerund or a noun of action; a denial or a condition undoes it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from kg import resources
from kg.language import expressions as re
from kg.language import words
from kg.language.cues import Cue
from kg.language.patterns import Chunk, Line
from kg.lexicon.tables import rows

Mood = Literal["done", "before", "planned", "wished", "asked", "denied"]

_PLANNED = {
    ("signed", "planned"): "to-be-signed",
    ("signed", "wished"): "to-be-signed",
    ("adopted", "planned"): "to-be-adopted",
    ("approved", "planned"): "to-be-adopted",
    ("signed", "asked"): "proposed",
    ("adopted", "asked"): "proposed",
    ("approved", "asked"): "proposed",
    ("adopted", "wished"): "proposed",
    ("approved", "wished"): "proposed",
    ("proposed", "planned"): "proposed",
}

_JOINED = re.compile(r"[mT]x*[nvV][^mTB.;]*(?:c?&|c)x*$")
_UNREAL = re.compile(r"q?h[^vVmB;:.]{1,16}B")  # had it been signed
_GAPPED = re.compile(r"(?P<first>V)[^VvmB;:.]{0,12}c?&[tkj]*I$")  # and the other signed later
_ABSOLUTE = re.compile(r"x?c?V[^c;:.]{0,12}c(?:t?[kjnACON]|u)")  # "Signing it, the ministers ..."
_VERB = re.compile(r"(?<![ro])[vmBh]")
_EARLIER = re.compile(r"hx*(?:Bx*)?$")
_RECALLING = frozenset(["recalled", "recalling", "recalls", "mind", "remembered", "reminded"])
_STARTS = {"start", "begin", "launch", "open", "resume", "will", "shall"}
_NEITHER = {"neither", "nor"}
_FUTURE = ("will", "shall", "would", "'d", "'ll")


@cache
def _governors() -> dict[str, Mood]:
    listed = {row[0]: row[1] for row in rows(resources.lexicon("governors.tsv"))}
    return {word: mood for mood in get_args(Mood) for word in listed.get(mood, "").split()}


@cache
def _happened() -> frozenset[str]:
    """Return the verbs that say of a noun of action that it took place."""
    listed = {row[0]: row[1] for row in rows(resources.lexicon("governors.tsv"))}
    return frozenset(listed["happened"].split())


def mood(line: Line, at: int, cue: Cue) -> Mood:
    """Return whether what a cue says is done, by the words around it."""
    if _doubtful(line, at) or _UNREAL.match(line.symbols) or _habitual(line, at):
        return "denied"
    told = _told(line, at, cue)
    after = [words.text(chunk) for chunk in line.chunks[at + 1 : at + 16]]
    return "denied" if told in ("planned", "wished") and {"if", "unless"} & set(after) else told


def _doubtful(line: Line, at: int) -> bool:
    """Return True below a denial or a condition: "denied that ...", "if they meet, ..."."""
    before = [words.text(chunk) for chunk in line.chunks[max(at - 24, 0) : at]]
    return any(word in words.listed("doubts.txt") for word in before)


def _habitual(line: Line, at: int) -> bool:
    """Return True for what is always so: "a treaty is initialled when those who drafted it ..."."""
    around = [words.text(chunk) for chunk in line.chunks[max(at - 1, 0) : at + 2]]
    return around[0] in ("is", "are") and around[-1] in ("when", "whenever", "if", "once")


def _told(line: Line, at: int, cue: Cue) -> Mood:
    if cue.form == "ahead":
        return "planned"
    before = [_word(chunk) for chunk in line.chunks[max(at - 8, 0) : at]]
    signs = line.symbols[max(at - 8, 0) : at]
    close = before[-3:]
    if any(word in ("not", "never", "without") for word in close) or _NEITHER & {*before}:
        return "denied"
    if signs.endswith("@") and before[-1] in ("if", "once", "unless", "when", "until", "before"):
        return "denied"
    if hit := re.search(r"m(?:x*B)?x*$", signs):
        return _modal(before, before[hit.start()], "B" in hit.group())
    if cue.form != "ing" and (hit := re.search(r"T(?:x*h?x*B)?x*$", signs)):
        return _infinitive(before[: hit.start()], signs[: hit.start()])
    if cue.form == "ing" and _ABSOLUTE.match(line.symbols) and at < 3:
        return "done"
    if cue.form in ("ing", "noun") or (cue.form == "base" and signs.endswith("t")):
        ending = _ending(line, at) or _listed(line, at)
        return ending or _nominal(before, cue, line.chunks[at + 1 : at + 24])
    if cue.form == "past" and ((_EARLIER.search(signs) and _already(line, at)) or _past(line, at)):
        return "before"
    if cue.form == "past" and (hit := _GAPPED.search(line.symbols, max(at - 24, 0), at)):
        return _first(line, hit.start("first"))
    if cue.form == "base":
        return "done" if _seen(before, signs) else _shared(line, at)
    return "done"


def _word(chunk: Chunk) -> str:
    """Return the word of a chunk, also where it is a proposal that governs another deed."""
    asks = isinstance(chunk.value, Cue) and chunk.value.action == "proposed"
    return "proposed" if asks else words.text(chunk)


def _past(line: Line, at: int) -> bool:
    """Return True for what was "signed earlier", "years ago", but not "earlier today"."""
    after = line.chunks[at + 1 : at + 3]
    if any(words.text(chunk) == "ago" for chunk in line.chunks[at + 1 : at + 5]):
        return True
    told = bool(after) and words.text(after[0]) in ("earlier", "previously", "beforehand")
    return told and (len(after) == 1 or after[1].symbol not in "Dt")


def _first(line: Line, at: int) -> Mood:
    """Return the mood of the verb whose auxiliary the one after "and" leaves out."""
    cue = line.chunks[at].value
    told = _told(line, at, cue) if isinstance(cue, Cue) and cue.form == "past" else "done"
    return told if told == "planned" else "done"


def _already(line: Line, at: int) -> bool:
    """Return True for what "had already been signed", and for what it is recalled had been."""
    before = [words.text(chunk) for chunk in line.chunks[max(at - 24, 0) : at]]
    if "had" in before[-8:] and {"already", "earlier", "previously"} & set(before[-8:]):
        return True
    said = [n for n, word in enumerate(before) if word in _RECALLING]
    return bool(said) and "that" in before[said[-1] :]


def _seen(before: list[str], signs: str) -> bool:
    """Return True for a bare verb that a ceremony saw done: "the evening saw them sign ..."."""
    return bool({"saw", "sees", "watched", "witnessed"} & set(before)) and "m" not in signs


def _shared(line: Line, at: int) -> Mood:
    """Return the mood of a bare verb after "and": that of the verb which it is joined to."""
    hit = _JOINED.search(line.symbols[max(at - 24, 0) : at])
    if hit is None:
        return "denied"
    first = max(at - 24, 0) + hit.start()
    before = [words.text(chunk) for chunk in line.chunks[max(first - 8, 0) : first]]
    if line.symbols[first] == "m":
        return _modal(before, words.text(line.chunks[first]))
    return _infinitive(before, line.symbols[max(first - 8, 0) : first])


def _modal(before: list[str], modal: str, passive: bool = False) -> Mood:
    if modal == "should" and passive:
        return "planned"
    if modal not in _FUTURE:
        return "wished"
    return "wished" if any(word.startswith("hope") for word in before) else "planned"


def _infinitive(before: list[str], signs: str) -> Mood:
    """Return the mood of "to sign" by the word that governs it: the nearest one known."""
    if re.search(r"Bx*$", signs):
        return "planned"
    for word in reversed(before):
        if word in _governors():
            return _governors()[word]
    return "planned"


def _ending(line: Line, at: int) -> Mood | None:
    """Return the mood of the verb of outcome before a noun: "ended with the adoption of ..."."""
    before = [n for n in range(max(at - 3, 0), at) if line.symbols[n] not in "tkx"]
    cue = line.chunks[before[-1]].value if before else None
    if isinstance(cue, Cue) and cue.action == "adopted" and cue.form in ("past", "base"):
        return _told(line, before[-1], cue)
    return None


def _listed(line: Line, at: int) -> Mood | None:
    """Return that a noun of action alone in a line of a list is done: "2. The signing of ..."."""
    alone = not line.symbols[:at].strip("#.()t-x") and not _VERB.search(line.symbols)
    return "done" if alone else None


def _nominal(before: list[str], cue: Cue, after: tuple[Chunk, ...]) -> Mood:
    """Return the mood of "the signing of ..." by the verb before it, else by the one after it."""
    if cue.action == "discussed":
        return "planned" if _opens(before, after) else "done"
    for at in range(len(before) - 1, -1, -1):
        if before[at] in ("will", "shall"):
            return "planned"
        if governor := _governors().get(before[at]):
            ahead = {"will", "shall", "to"} & set(before[max(at - 3, 0) : at])
            return "planned" if ahead and governor == "done" else governor
    if cue.form == "ing" and before and before[-1] == "to":
        return "done"
    return _told_of(after)


def _told_of(after: tuple[Chunk, ...]) -> Mood:
    """Return what the verb after a noun of action says: "... took place", "... is planned"."""
    at = next((n for n, chunk in enumerate(after) if chunk.symbol in "veBmh"), len(after))
    said = [words.text(chunk) for chunk in after[at : at + 4]]
    if said and said[0] in ("will", "shall"):
        return "planned"
    told = next((word for word in said if word in _governors() or word in _happened()), "")
    if at < len(after) and after[at].symbol == "B" and _governors().get(told) == "planned":
        return "planned"
    return "done" if told in _happened() or _governors().get(told) == "done" else "denied"


def _opens(before: list[str], after: tuple[Chunk, ...]) -> bool:
    """Return True for talks that are to begin: "will start negotiations on", "work on X is to"."""
    verb = "".join(chunk.symbol for chunk in after).lstrip("tkjInxAfpRC")[:2]
    return verb[:1] == "m" or verb == "BT" or bool(_STARTS & set(before[-3:]))


def stated(action: str, mood: Mood) -> str | None:
    """Return the action of the facts format for `action` in a mood, or None where none is told.

    >>> stated("signed", "planned"), stated("signed", "denied")
    ('to-be-signed', None)
    """
    return action if mood in ("done", "before") else _PLANNED.get((action, mood))
