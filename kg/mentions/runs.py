"""Where subjects stand beside the words that say that they are taken up.

A sentence is a line (kg.language.words) in which such words are V. The patterns
are the constructions of the register: object, subject of a passive, cleft ("it
was X that ..."), fronted object ("X the ministers discussed"), fronted phrase
("on X views differed"), inversion, what comes after a colon, what shares a verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language import expressions as re
from kg.language import words
from kg.language.patterns import Line
from kg.model import Mention

REACH = 60
"""Chunks that a run of subjects is followed to the left: keeps one endless sentence linear."""


@dataclass(frozen=True, slots=True)
class Cue(Mention):
    """Words that say that a subject is taken up; `side` is right, be, verb, both, about
    (of talks alone), noun (a part of a longer phrase, Z in a line), range, opening, concerned
    or colon; thing is verb for what countries do too, not is verb for what was not left out.
    """

    side: str


Run = tuple[int, int, str]
"""First and last chunk number of a run of subjects, and the rule that found it."""

_RUN = r"(?P<run>(?:[^vVmB.:()r@]|(?:^|(?<=[nc&]))r(?=T))+)"
_RIGHT = re.compile(rf"^(?:Dp)?(?:x|[piw]D|iP|wN(?:[&c]N)*|@t?M|cx?c)*{_RUN}")
_PASSIVE = re.compile(rf"{_RUN}(?:[hm]x*|Bx*e?T)?Bx*(?:[B@]x*)?$")
_LEFT_OUT = re.compile(rf"{_RUN}(?:[hm]x*)?(?:Bx*)*$")
_QUALIFIED = re.compile(rf"{_RUN}c?r[^vVm@.;:]{{1,12}}$")
_QUALIFIES = re.compile(r"(?<![@ipwve])r$")  # not "at which A was discussed", "said that A was"
_UNTIL = re.compile(r"[^cvVmB.:;r@DNu]+(?=[c:])")
_CONCERNED = re.compile(r"[^cvVmB.:;r@DNu]+(?=B)")  # as far as tolls are concerned
_THEME = re.compile(rf"{_RUN}(?:[hm]x*|Bx*(?:e?T)?)?(?P<be>[Bve])x*[tkjnxbocAN]{{0,6}}$")
_BEFORE = re.compile(rf"{_RUN}(?:[mh]x*|Bx*[enjA]?T)?$")
_VOICES = {"both": _PASSIVE, "be": _THEME}
_BEFORES = {"verb": _BEFORE, "thing": _BEFORE, "not": _LEFT_OUT}
_CLEFT = re.compile(rf"{_RUN}Bx*(?:t?n)?p?r[^vVmB.;:]{{0,8}}h?x*$")
_SUMMED = re.compile(r"^(?P<run>(?:[^vVmB.:()r@])+)[:;](?=[piwof@]?[ktur])[^:;.]{0,20}$")
_COLON = re.compile(r"x*(?P<run>(?:[^vVmB.:()r@]|(?<=[:Vc&])r(?=T)|(?<=rT)v)+)")
_INVERTED = re.compile(rf"^x*[^vVmB.;:]{{0,6}}?(?:mx*)?(?:B|v)x*{_RUN}")
_APPOSITION = re.compile(rf"^{_RUN}ct[njk]{{0,2}}$")  # A, a theme that they knew
_RELATES = re.compile("[iopwf]?r")
_APPOSED = re.compile(r"^c(?![gewip])(?P<run>[^vVmB.:;()r@]+)c(?=[mhB])")  # the topic, A, was
_SAID_FIRST = re.compile(r"^(?:x|@[^vVmB.:;]{1,6})*:x*(?P<run>[^vVmB.:()r@]+)")  # also raised: A
_ALSO = re.compile(rf"^(?:c?&?[xn@]?B|x?c@v){_RUN}")
_FURTHER = re.compile(r":x*(?P<run>[^vVmB.:()r@]+)|c(?:l|bu|bkn?)c?(?P<among>[^vVmB.:;()r@]+)")
_GAPPED = re.compile(
    r"(?:c&?|&)(?:t[kjn]|k)(?P<prep>[wpf]|(?<=[kj])T|(?<=ctn)T)(?P<run>[^vVmB.:;()r@]+)$"
)
_BUT = re.compile(r"@x*(?P<run>[^vVmB.:;()r@]+)")
_HOW = re.compile(
    r"^(?:x*|[^vVmB.:;()r@]+?&)[po]?(?P<how>r)"
    r"(?P<run>t?(?:[^vVmBhurt.:;()@]|(?<=[iofwpb])t)+)(?=[mBh])"
)
_PHRASE = re.compile(
    r"^x?c?(?:[pow]|it?no)(?P<run>(?![DMN#u])(?!C(?!c))[^vVmB.:;()r@cuMDN]+?)"
    r"(?=[c@]|(?<![iofwpb])t[nACOjk]|(?<![iofwpbt])(?:AA|NA?)|[uBhV]|x[BhVv]|A?[CN][hxVve])"
)
_HOW_SUBJECT = re.compile(
    r"^x?r(?:T[nv]?)?(?P<run>[^vVmBhrTue.;:()@]+)(?:[mTe@i].{0,40})?(?:[mh]x*)?Bx*(?:B?x*)?$"
)
_ON_THAT = re.compile(r"^c?x?uBx*[po](?P<run>[^vVmB.:;()@cuM]+)(?=r)")
_AND_OF = re.compile(r"[^V.;:]{1,14}?(?:c&?|&)[po](?P<run>[^vVmB.:;()r@]+)")
_ITS = re.compile(rf"^c?x?uBx*[po]?{_RUN}r[^V.;:]{{0,12}}$")
_WHAT = re.compile(r"^c?&?r[^V.;:]{0,12}$")
_IS = re.compile(rf"^x*B{_RUN}")
_HAD = re.compile(rf"(?P<verb>[hve])x*{_RUN}(?<![c&]t[nj])$")  # no "has A, a major topic"
_FRONTED = re.compile(r"^(?P<run>[^vVmB.:;()r@cuM]+?)(?:t[nACO]{1,2}|[tk]k|u|[CO])[hx]*$")
_NO_OBJECT = re.compile(r"^x*(?:[.;@&]|c[&x@]|[iw]D|D|ft?n|$)")
_NEW_CLAUSE = re.compile(r".*(?:;|c&)")
_THERE = re.compile(r"x*[iy]t?n")  # "discussed in parliament", "raised by farmers"
_SAYER = re.compile(r"[nA](?:[iop]t?[CPA])?[mhBx]*$")
_POSITIONS = frozenset(
    ["stood", "lay", "remained", "remains", "stands", "figured", "ranked", "featured", "sat"]
) | {"came", "appeared", "put", "placed", "laid", "kept", "rested", "hung", "set"}
_OWNS = frozenset(["had", "has", "have", "having", "put", "placed", "kept", "laid", "set"])
_NO_THEMES = frozenset(
    ["invitation", "proposal", "initiative", "arrival", "return", "advice", "request", "basis"]
) | {
    "eve",
    "evening",
    "morning",
    "afternoon",
    "day",
    "side",
    "sides",
    "part",
    "way",
    "trip",
    "visit",
}
_NO_THEMES |= {"sidelines", "fringes", "margins", "agenda", "table", "order", "course", "behalf"}
_NO_THEMES |= {"documents", "them", "these", "those", "which", "whom", "occasion", "place", "note"}
_TALKS = frozenset(
    ["talks", "conversation", "conversations", "discussion", "discussions", "exchange", "meeting"]
) | {"session", "debate", "dialogue", "consultations", "deliberations", "agenda", "negotiations"}
_TALKS |= {"accounts", "reports", "speeches", "statements", "presentations", "briefings", "remarks"}
_OUTSIDERS = frozenset(
    ["newspapers", "newspaper", "media", "press", "farmers", "residents", "analysts", "protesters"]
) | {
    "journalists",
    "parliament",
    "film",
    "book",
    "article",
    "exhibition",
    "fair",
    "festival",
    "concert",
    "novel",
}
_SAID = frozenset(["not", "never", "neither", "nor", "unable", "failed", "refused", "declined"])


def beside(line: Line, at: int) -> Iterator[Run]:
    """Yield each run of subjects beside the cue at `at`, none where it is denied."""
    cue = line.chunks[at].value
    assert isinstance(cue, Cue)
    if _denied(line, at, cue.side) or _elsewhere(line, at):
        return
    for run in _beside(line, at, cue.side):
        yield from _cut(line, run)


def _cut(line: Line, run: Run) -> Iterator[Run]:
    """Yield a run up to what shares its verb, and that: "dealt with A, the second with B"."""
    first, last, rule = run
    shared = _GAPPED.search(line.symbols, first, last) if rule == "topic-object" else None
    if shared is None:
        yield run
        if also := _but_also(line, run):
            yield also
        more = _AND_OF.match(line.symbols, last) if rule == "topic-how" else None
        if more:
            yield *more.span("run"), "topic-object"
        return
    yield first, shared.start(), rule
    yield *shared.span("run"), "topic-gapped"


def _but_also(line: Line, run: Run) -> Run | None:
    """Return the run after "not only A but also"."""
    before = {words.text(chunk) for chunk in line.chunks[max(run[0] - 3, 0) : run[0] + 2]}
    hit = _BUT.match(line.symbols, run[1])
    if hit is None or "only" not in before or words.text(line.chunks[run[1]]) != "but":
        return None
    return *hit.span("run"), "topic-object"


def _denied(line: Line, at: int, side: str) -> bool:
    """Return True for what was not taken up; "not only A" is."""
    if side not in ("both", "be", "verb", "thing", "not"):
        return False
    said = [words.text(chunk) for chunk in line.chunks[max(at - 4, 0) : at + 2]]
    denied = bool(_SAID & set(said[:-2])) and not {"only", "just", "merely"} & set(said)
    denied |= side == "not" and words.text(line.chunks[0]) in ("nor", "neither")
    return denied != (side == "not")


def _elsewhere(line: Line, at: int) -> bool:
    """Return True where a subject is taken up by those outside the talks: "Newspapers ..."."""
    hit = _SAYER.search(line.symbols, max(at - 6, 0), at)
    if hit is not None and words.text(line.chunks[hit.start()]) in _OUTSIDERS:
        return True
    there = _THERE.match(line.symbols, at + 1)
    return there is not None and words.text(line.chunks[there.end() - 1]) in _OUTSIDERS


def _beside(line: Line, at: int, side: str) -> Iterator[Run]:
    if side in ("opening", "concerned"):
        until = _UNTIL if side == "opening" else _CONCERNED
        if hit := until.match(line.symbols, at + 1):
            yield *hit.span(), "topic-opening"
        return
    if side == "colon":
        if hit := _COLON.match(line.symbols, at + 1):
            yield *hit.span("run"), "topic-list"
        return
    if side == "range":
        yield from _range(line, at)
        return
    if side == "about" and not _talks(line, at):
        return
    base = max(at - REACH, 0)
    if turned := _turned(line, base, at, side):
        yield turned
        return
    yield from _plain(line, base, at, side)


def _talks(line: Line, at: int) -> bool:
    """Return True where the subject of a verb is a talk, or a meeting by its name."""
    before = line.chunks[max(at - 16, 0) : at]
    return any(chunk.symbol == "M" or words.text(chunk) in _TALKS for chunk in before)


def _range(line: Line, at: int) -> Iterator[Run]:
    """Yield both ends of "ranged from A to B"."""
    if hit := re.match(r"[^vVmB.:;()r@T]+T[^vVmB.:;()r@T]+", line.symbols[at + 1 :]):
        middle = at + 1 + hit.group().index("T")
        yield at + 1, middle, "topic-object"
        yield middle + 1, at + 1 + hit.end(), "topic-range"


def _plain(line: Line, base: int, at: int, side: str) -> Iterator[Run]:
    """Yield the runs beside a cue in its plain order, or inverted."""
    left, right = line.symbols[base:at], line.symbols[at + 1 :]
    passive = _subject(line, base, at, side)
    hits: list[tuple[str, re.Match[str] | None]] = []
    around = _before_relative(left, passive) if passive else []
    if around and _talks(line, base + around[0][1]):
        around = []
    if passive and not around and (opens := _opens(passive)) < len(passive["run"]):
        around = [(passive.start("run") + opens, passive.end("run"))]
    for first, last in around:
        yield _past_place(line, base + first), base + last, "topic-subject"
    if around:
        hits = [("topic-also", _ALSO.match(right) or _joined(line, at, right))]
    elif side in _BEFORES and (before := _BEFORES[side].search(left)):
        rule = "topic-subject" if side == "verb" else "topic-thing"
        for first, last in _before_relative(left, before) or [before.span("run")]:
            start = _past_place(line, base + first)
            yield start + _opening(line.symbols[start : base + last]), base + last, rule
        hits = [("topic-also", _ALSO.match(right))]
    elif side == "be" or (side == "both" and not left.strip("xc&@")):
        apposed = _APPOSED.match(right) if side == "be" else None
        inverted = apposed or _INVERTED.match(right) or _SAID_FIRST.match(right)
        hits = [("topic-inverted", inverted)]
    elif not passive and side not in _BEFORES:
        hits = [("topic-object", _RIGHT.match(right)), ("topic-how", _HOW.match(right))]
    for rule, hit in hits:
        if hit:
            yield at + 1 + hit.start("run"), at + 1 + hit.end("run"), rule


_WITH = re.compile(r"^c?(?:&?wu|[&@])(?P<run>[^vVmB.:;()r@]+?)(?=[.;c]|$)")
_SECOND = re.compile(r"^c(?:&x*)?(?P<run>[^vVmB.:;()r@]+?)t[jk](?=[.;c]|$)")


def _joined(line: Line, at: int, right: str) -> re.Match[str] | None:
    """Return what is joined to a subject behind its verb: "and with it B", "B the second"."""
    hit = _WITH.match(right)
    if hit is None:
        return _SECOND.match(right)
    between = line.chunks[at + 1 : at + 1 + hit.start("run")]
    several = any(chunk.symbol == "&" and not words.text(chunk) for chunk in between)
    return hit if several or {"with", "besides"} & {words.text(c) for c in between} else None


_RELATIVE = re.compile(
    r"(?:^|[:;.])(?P<run>[^vVmBh.:;()r@]+?)c?[iowbfp]?r(?=[^c.:;&r]*[vBhme])[^c.:;&r]{2,18}$"
)


def _past_place(line: Line, start: int) -> int:
    """Return where a run begins that goes on before "at": "the training of cooks at the camp"."""
    if not start or words.text(line.chunks[start - 1]) != "at":
        return start
    hit = re.search(r"[^vVmB.:()r@;]+$", line.symbols[: start - 1])
    return hit.start() if hit else start


def _before_relative(left: str, subject: re.Match[str]) -> list[tuple[int, int]]:
    """Return the runs around a relative clause in a subject: "A that X has made, and B"."""
    start, end = subject.span("run")
    cut = re.search("c|&|$", subject["run"])
    hit = _RELATIVE.search(left, 0, start + cut.start()) if start and cut else None
    if hit is None or cut is None:
        return []
    runs = [hit.span("run"), (start + cut.end(), end)]
    return [(first, last) for first, last in runs if left[first:last].strip("xc&")]


def _opens(subject: re.Match[str]) -> int:
    """Return where a subject begins in its run: after another clause, or after adjuncts."""
    cut = _NEW_CLAUSE.search(subject["run"]) if subject.start("run") else None
    return cut.end() if cut else _opening(subject["run"])


def _subject(line: Line, base: int, at: int, side: str) -> re.Match[str] | None:
    """Return the subject of a passive, or of what is "on the agenda" or stands there."""
    left = line.symbols[base:at]
    hit = _VOICES[side].search(left) if side in _VOICES else None
    if hit and _QUALIFIES.search(left[: hit.start("run")]):
        return _QUALIFIED.search(left[: hit.end("run")])
    if hit is None or side != "be" or hit["be"] == "B":
        return hit
    return hit if words.text(line.chunks[base + hit.start("be")]) in _POSITIONS else None


def _turned(line: Line, base: int, at: int, side: str) -> Run | None:
    """Return the run of a construction that turns the order of a clause, None in plain order."""
    left, right = line.symbols[base:at], line.symbols[at + 1 :]
    if base:
        return None
    if summed := _summed(line, base, at, side):
        return summed
    if (hit := _ITS.match(left)) and hit["run"].strip("tx") != "C":  # "it was China that put ..."
        return hit.start("run"), hit.end("run"), "topic-cleft"
    if side != "be" and _WHAT.match(left) and (hit := _IS.match(right)):
        return at + 1 + hit.start("run"), at + 1 + hit.end("run"), "topic-cleft"
    if side in ("both", "be") and (hit := _HOW_SUBJECT.match(left)):
        return hit.start("run"), hit.end("run"), "topic-how"
    if side == "be" and (hit := _APPOSITION.match(left)) and _RELATES.match(right):
        return hit.start("run"), hit.end("run"), "topic-subject"
    if side == "be" and (hit := _HAD.search(left)) and _has(line, hit.start("verb")):
        return hit.start("run"), hit.end("run"), "topic-had"
    if side == "both" and (hit := _FRONTED.match(left)) and _NO_OBJECT.match(right):
        opens = _opening(hit["run"])
        return (opens, hit.end("run"), "topic-fronted") if opens < hit.end("run") else None
    return None


def _has(line: Line, at: int) -> bool:
    return words.text(line.chunks[at]) in _OWNS


def further(line: Line, run: Run) -> Run | None:
    """Return the run that a frame leads to: "issues: A and B", "issues, among them A and B"."""
    hit = _FURTHER.match(line.symbols, run[1])
    if hit is None:
        within = re.search(r"c(?:l|b[uk])", line.symbols[run[0] : run[1]])
        hit = _FURTHER.match(line.symbols, run[0] + within.start()) if within else None
    group = hit.lastgroup if hit else None
    return (*hit.span(group), "topic-list") if hit and group else None


def phrase(line: Line) -> Run | None:
    """Return the run of a phrase that opens a sentence: "On dam safety views differed"."""
    hit = _PHRASE.match(line.symbols) or _ON_THAT.match(line.symbols)
    if hit is None:
        return None
    first, last = hit.span("run")
    said = {words.text(chunk) for chunk in line.chunks[first:last]}
    return None if said & _NO_THEMES else (first, last, "topic-fronted")


def _summed(line: Line, base: int, at: int, side: str) -> Run | None:
    """Return the run that the clause of a cue sums up: "A; B: on all this ..."."""
    left = line.symbols[base:at]
    if side == "right" or base:
        return None
    hit = _SUMMED.match(left) or (_CLEFT.search(left) if side == "both" else None)
    if hit is None or (opens := _opening(hit["run"])) >= len(hit["run"]):
        return None
    return hit.start("run") + opens, hit.end("run"), "topic-summed"


def _opening(run: str) -> int:
    """Return how many chunks of adjuncts open a run: "At the meeting, ..."."""
    hit = re.match(r"(?:c?[&x]*(?:[ifwp]t?[^c&]{1,8}c|t?Mc?|c))*[&x]*", run)
    return hit.end() if hit else 0
