"""How far the title of a document reaches: a pattern over the line of a sentence.

The head noun ("agreement", "Action Plan") is a chunk of its own: H and S are its
capitalised singular and plural, d and z the lower-case ones. To its left stand
names and attributes, to its right complements ("of", "on", "between ... and ...",
"for 2016-2020"), until a verb, a relative clause, an adjunct of time or place, or
a coordination that starts another document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.language import expressions as re
from kg.language.patterns import Chunk, Hit, Line, assemble, atomic
from kg.language.words import text
from kg.model import Mention

HEADS = "HSdz"


@dataclass(frozen=True, slots=True)
class Head(Mention):
    """The noun that says what kind of document it is; its rule is its symbol."""

    kind: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title as found: `head` inside `start` to `end`, `kernel` the end of its proper name."""

    start: int
    end: int
    kernel: int
    head: Head
    form: str  # title, described, bare
    quantified: bool
    loose: bool  # no article or word of action comes before its bare noun: perhaps a verb
    solving: bool  # "resolution of the conflict"
    consent: bool  # "with the agreement of the parties"
    plural: bool  # its complement is a plural of documents ("list of agreements")
    parts: tuple[tuple[int, int], ...] = ()  # where the name stands, if not in one stretch


_H = f"[{HEADS}]"
_WORD = r"(?:[ACOPNMjR#]|n(?![tN])|e(?=[nAgCOPHSdz])|g|(?<=[nACO])-(?=[nAC]))"
_BRACKET = r"(?:\((?!i)[^()V]{1,10}\))?"
_QUOTED = r"(?:q[^q]{1,40}q)"
_NOUNS = atomic(rf"(?:{_WORD}|{_H}){{1,12}}")
_NOUN = rf"(?:(?:x?g|(?<=T)[nA](?=[tkOC]))?t?k?x?{_NOUNS}{_BRACKET}|{_QUOTED})"
_WORDS = atomic(rf"{_WORD}{{0,6}}")
_NEXT = (
    rf"(?![tkj]*{_WORDS}{_H})(?![tNCO]{_WORDS}[vmhBe])"
    r"(?![tNCO][nAjCO]{1,5}e)(?!e[tTpofiwyNk@])(?!x*[vmhBr])"
)
_LISTED = rf"{_NOUN}(?:(?:c{_NEXT}{_NOUN}){{1,8}}c?&{_NEXT}{_NOUN}|(?<!\))&o?{_NEXT}{_NOUN})?"
_PAIRS = rf"(?:(?:c|c?&){_NEXT}{_NOUN}){{0,6}}"
_BETWEEN = rf"b{_NOUN}(?:c{_NOUN}){{0,8}}(?:c?&{_NOUN}{_PAIRS})?"
_PREPOSITION = (
    r"(?:o(?!D|#(?![nA]))|p(?![D])|f(?!D)|i(?!t?[PDRk])(?!tnD)|w(?!t?[PD])"
    r"|T(?=t?[AHSCO]|t#|tn|n(?!t)))"
)
_COMPLEMENT = rf"(?:{_BETWEEN}|{_PREPOSITION}{_LISTED})"
_OPENS = (
    r"(?:o(?!D|#(?![nA]))|f(?!D)|p(?!D)|w|y(?![D#]|tn{1,2}o[D#])|i(?=t?n{1,2}o)"
    rf"|T(?=n|t?#?[Anj]{{0,3}}{_H}|t?[AO])|g(?=t?[jAO]*{_H}))"
)
_COMPLEMENTS = atomic(rf"(?:{_COMPLEMENT}){{0,6}}")
_FIRST = rf"(?:{_BETWEEN}|{_OPENS}{_LISTED})"
_SPAN = r"(?:(?:[fi]t?n{0,2})?R|(?:ft?n)?@(?:#|D)|\(R\)|oD(?![nAHSdz])|o#(?!\w)|o#(?=[cA. &v;]|$))"
_TITLE = assemble(
    rf"(?P<left>(?:[jACOPMR]|\(A\)|D(?=[jACOHSdz])|#(?=[ACOHS])|(?<=[Aj])&(?=[Aj])|(?<=[ACO])-(?=[ACO])|{_H}(?={_H})|(?<=A)[io](?=A{{1,2}}{_H})|n(?=[njdzg-])|[eg](?=[njdz]))*)"
    rf"(?P<head>{_H})(?:(?<=q{_H})q(?=[fop]))?(?:&[AH]+(?=[bowpf]))?(?P<acronym>\([^()Vve]{{1,8}}\))?(?P<number>[#O](?![nAHSdz])(?:\(#\))?(?:c(?=pt?[nAdz]))?)?"
    rf"(?P<right>e?{_QUOTED}|(?:(?:o[D#](?=[pb]))?{_FIRST}{_COMPLEMENTS}{_QUOTED}?)?(?:{_SPAN})?)"
)
_INTRODUCES = ("", *"tVk&c;:.q(-#")
_MORE = assemble(rf"(?:c?&|c)(?P<more>(?:{_BETWEEN}|[pfb](?!D){_NOUN}){_COMPLEMENTS})")
_ENUMERATED = re.compile(r"c?[pf](?P<list>[^opfibwT@]+)")
_SEPARATOR = re.compile(r"c?&|c")
_QUANTIFIED = re.compile(r".?k$|k[^t]$")
_MODIFIED = ("centre", "center", "hall", "complex", "hotel", "officer", "manager")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}


def search(line: Line) -> Iterator[Title]:
    """Yield the titles of a line from left to right, those inside others after them.

    A plural head gives a title for each document that it stands for, where the
    words tell them apart: "agreements on A and on B", "two protocols, on A and B".
    """
    position = 0
    while match := _TITLE.search(line.symbols, position):
        position = match.end()
        title = _title(Hit(line, match))
        several = _several(line, match, title) if match["head"] in "Sz" else ()
        yield from several or (title,)
        position = max(position, line.index(several[-1].end)) if several else position
        if not several:
            yield from _inner(line, match)


def _several(line: Line, match: re.Match[str], title: Title) -> tuple[Title, ...]:
    """Return the documents of a plural head, () where they are not told apart."""
    spans = [match.span("right")]
    while more := _MORE.match(line.symbols, spans[-1][1]):
        spans.append(more.span("more"))
    if len(spans) == 1 or not match["right"]:
        spans = _counted(line, match)
    return tuple(_share(line, title, spans, number) for number in range(len(spans)))


def _counted(line: Line, match: re.Match[str]) -> list[tuple[int, int]]:
    """Return the members of "two protocols on A and B", where the number says how many."""
    number = line.chunks[match.start() - 1] if match.start() else None
    hit = _ENUMERATED.fullmatch(match["right"])
    if number is None or hit is None:
        return []
    first = match.start("right") + hit.start("list")
    bounds = [first + at.end() for at in _SEPARATOR.finditer(hit["list"])]
    ends = [first + at.start() for at in _SEPARATOR.finditer(hit["list"])]
    spans = list(zip([first, *bounds], [*ends, match.end("right")], strict=True))
    return spans if _NUMBERS.get(text(number)) == len(spans) else []


def _share(line: Line, title: Title, spans: list[tuple[int, int]], number: int) -> Title:
    """Return one document of a plural head: its own complement after the head that all share."""
    first, last = spans[number]
    start, end = line.chunks[first].start, line.chunks[last - 1].end
    opens = spans[0][0] if line.symbols[spans[0][0]] in "pfbo" else spans[0][0] - 1
    shared = (title.start, line.chunks[opens - 1].end)
    if line.symbols[first] not in "pfbo":
        shared = (title.start, line.chunks[spans[0][0] - 1].end)
    return replace(
        title,
        start=title.start if number == 0 else start,
        end=end,
        parts=(shared, (start, end)),
        quantified=False,
    )


def _title(hit: Hit) -> Title:
    left, (head,) = hit.chunks("left"), hit.chunks("head")
    assert isinstance(head.value, Head)
    before = hit.match.start()
    return Title(
        hit.start,
        hit.end,
        head.end,
        head.value,
        _form(hit, left, head),
        bool(_QUANTIFIED.match(hit.line.symbols[max(before - 2, 0) : before])),
        _loose(hit, bool(left), head),
        bool(re.match("o(?!k)", hit.match["right"])) and not left,
        bool(re.match("o(?:N|t[kn])", hit.match["right"])) and not left,
        bool(re.match(r"ot?k?[SzA]", hit.match["right"])),
    )


def _loose(hit: Hit, left: bool, head: Chunk) -> bool:
    """Return True where a lower-case head may be a verb: "plan to meet", "and report back"."""
    if head.symbol not in "dz":
        return False
    start, after = hit.match.start(), hit.match.end("head")
    before = hit.line.symbols[:start].rstrip("x")[-1:]  # "adopted unanimously conclusions on"
    follows = hit.line.symbols[after : after + 1]
    if follows == "T" and isinstance(head.value, Head) and head.value.kind == "plan":
        return True
    if hit.match["number"]:
        return False
    if follows == "n" and text(hit.line.chunks[after]) in _MODIFIED:
        return True
    return not left and before not in (_INTRODUCES if hit.match["right"] else ("", *"tVk(#q-"))


def _form(hit: Hit, left: tuple[Chunk, ...], head: Chunk) -> str:
    named = any(chunk.symbol in "ACOPM" for chunk in left)
    capital = head.symbol in "HS" and (named or head.start > hit.line.chunks[0].start)
    if capital and (named or hit.match["right"] or hit.match["number"]):
        return "title"
    return "described" if hit.match["right"] or named or hit.match["number"] else "bare"


def _inner(line: Line, outer: re.Match[str]) -> Iterator[Title]:
    """Yield the titles that stand in the complements of another one."""
    first, last = outer.span("right")
    while match := _TITLE.search(line.symbols, first, last):
        yield _title(Hit(line, match))
        first = match.end()
