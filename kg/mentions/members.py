"""The members of a coordination of noun phrases, each with the head that it shares.

"regional and international issues" -> "regional issues", "international issues";
"illicit trafficking in narcotic drugs and arms" -> two; "relations between A and
B" and "security and stability in C" -> one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.language import expressions as re
from kg.language import words
from kg.language.patterns import Chunk, Line
from kg.mentions.sharing import Part, complement, name_of, named_alike, resumed, shared, singular
from kg.model import Document

LONGEST = 15
"""Words of one subject: a longer one is a clause that the grammar has misread."""

_PREPOSITION = "ofpiwyb"
_STOP = re.compile(
    r"[@rVvmBhu-]|e(?=[tTpDiy]|$)|pD|(?<=[nAS])i(?:P|[nxj]?D)|(?<=[nAS])w(?:P|[nxj]?D)|(?<=[CAnPOS])n(?=t)|T(?=n)|x$"
    r"|wk?n(?=$)|[ofpiwybtxkT&c]+$"
)
_PARTICLE = re.compile(r"^\w+ed (?:up|out|off|down|over)$")
_COUNTED = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty-", re.I)
_PARTICIPLE = re.compile(r"e(?:[tTpoiwyfx@D]|$)")
_SPLIT = re.compile(r"A&A{1,3}\(")
_NAMED = re.compile(r"[iofwT]t?[COP]$")
_NAME = re.compile(r"t?[COP](?![nA])")
_CLAUSE = re.compile(r"(?:t|k|N|A|C|O|u)")
_VERBAL = re.compile(r"e[tTpofiwyNDCuIk]|v|x?B|hx?|n[tN]|u|t?n{1,2}[vmB]|Nx?[vmeB]")
_DEEP = re.compile(
    r"\b(?:of|in|for|on|against)\s+(?:combating|combatting|countering|fighting|suppressing)\s+"
)
_VAGUE = re.compile(
    r"\b(?:in|within|across|over)\s+(?:this|these|those|various|many|all|other|different|several|certain)"
    r"\s+(?:\w+\s+)?(?:fields?|areas?|spheres?|sectors?|matters?|domains?)\b"
    r"|\bon\s+the\s+(?:agenda|table|programme)\b"
)
_EVENTS = frozenset(
    ("situation", "crisis", "developments", "war", "conflict", "events", "violence", "fighting")
)
_GOALS = frozenset(
    ("access", "accession", "threats", "threat", "challenges", "approach", "approaches", "barriers")
) | {
    "obstacles",
    "right",
    "rights",
    "aid",
    "assistance",
    "support",
    "damage",
    "transition",
    "return",
}
_GOALS |= {"admission", "adherence", "alternatives", "answers", "response", "responses", "exports"}
_BONDS = frozenset(
    ("relations", "cooperation", "co-operation", "ties", "trade", "links", "talks", "agreement")
) | {
    "contacts",
    "partnership",
    "dialogue",
    "work",
    "war",
    "conflict",
    "border",
    "borders",
    "problems",
}
_BONDS |= {"dispute", "exchange", "exchanges", "engagement", "solidarity", "negotiations", "treaty"}
_WIDE = frozenset(
    ("areas", "persons", "people", "children", "regions", "countries", "families", "communities")
) | {
    "situation",
    "problems",
    "groups",
    "goods",
    "projects",
    "measures",
    "places",
    "states",
    "zones",
}
_DEMAND = re.compile(r"(?:the\s+)?(?:\w+\s+)?need\s+for\b.*")
_PLACES = frozenset(("region", "regions", "world", "country", "countries", "nations", "neighbours"))
_HOLDING = re.compile(
    r"(?:(?:holding|convening|hosting|visiting|nothing|everything|something|anything|according)\b"
    r"|first (?:with|at|on)\b|talks in\b|[A-Z][a-z]+ed$|(?:reports?|remarks|speech) (?:of|by)\b)"
)
_NAMES = ("C", "O", "P", "N", "CC")
_DEEDS = frozenset(
    ("sign", "adopt", "approve", "conclude", "hold", "finalise", "finalize", "inaugurate")
) | {"attend", "meet", "discuss", "deliver", "agree", "consider", "convene", "ratify", "endorse"}
_SAYING = frozenset(
    ("said", "says", "told", "noted", "added", "remarked", "announced", "reported", "wrote")
)


@dataclass(frozen=True, slots=True)
class Member:
    """One subject: where it stands and how it is named in short."""

    start: int
    end: int
    name: str


def members(
    document: Document, line: Line, first: int, last: int, closed: bool = False
) -> Iterator[Member]:
    """Yield the subjects of the coordination in chunks `first` to `last`, the last not included.

    A run that is `closed` is the subject of the verb behind it, its last part too.
    """
    parts = _before_a_deed(line, _parts(document, line, first, last))
    if parts and not closed and _opens_clause(line, parts, last):
        stop = line.symbols.rfind(";", first, last)
        parts = [part for part in parts[:-1] if stop < 0 or part[0] < stop]
    lead = _last_word(document, line, first - 1) if first else ""
    trimmed, heads = _read(document, line, parts, lead, closed)
    for number, (_, chunks) in enumerate(trimmed):
        if (
            chunks
            and _good(document, chunks, len(parts) > 1)
            and (len(parts) > 1 or not _body(chunks))
        ):
            own = name_of(document, chunks)
            name = own if heads[number] else shared(document, line, trimmed, number)
            if name:
                tail = complement(document, line, trimmed, number) if name == own else ""
                name = singular(name) if any(heads[number + 1 : number + 2]) else name
                yield Member(chunks[0].start, chunks[-1].end, f"{heads[number]}{name}{tail}")


def _read(
    document: Document, line: Line, parts: list[tuple[int, int]], lead: str, closed: bool
) -> tuple[list[Part], list[str]]:
    """Return each part with what is left of it, and the head that it takes from one before."""
    trimmed: list[Part] = []
    heads: list[str] = []
    for first, last in parts:
        chunks, head = _trimmed(document, line, (first, last), lead), None
        if line.symbols[first] in "ifwboT" and (not chunks or lead != "of") and trimmed:
            head = resumed(document, line, trimmed, first)
        joined = closed and bool(trimmed) and words.text(line.chunks[first]) == "with"
        if head is not None or joined:  # "A, with B, was discussed"
            chunks = _trimmed(document, line, (first + 1, last))
        if head and chunks:  # "and in the wider world", whole
            chunks = line.chunks[first + 1 : line.index(chunks[-1].start) + 1]
        trimmed.append(((first, last), chunks))
        heads.append(head or named_alike(document, trimmed))
    return trimmed, heads


def _before_a_deed(line: Line, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts before one that is a second deed: "review trade and sign two accords"."""
    for number, (opens, _) in enumerate(parts):
        if number and words.text(line.chunks[opens]) in _DEEDS:
            return parts[:number]
    return parts


def _last_word(document: Document, line: Line, at: int) -> str:
    return document.words(line.chunks[at].start, line.chunks[at].end).rsplit(" ", 1)[-1].lower()


def _opens_clause(line: Line, parts: list[tuple[int, int]], last: int) -> bool:
    """Return True where the last part is the subject of a verb: "..., and the guests left"."""
    if last < len(line.chunks) and words.text(line.chunks[last]) in _SAYING:
        return True
    if line.symbols[last : last + 1] not in tuple("vBmhV"):
        return False
    opens = parts[-1][0]
    clause = line.symbols[opens - 1] == ";" or _CLAUSE.match(line.symbols, opens)
    return len(parts) > 1 and bool(clause)


def _parts(document: Document, line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """Return the runs between the commas and coordinators of the outer level.

    Two words of one breath ("peace and security in ...") and what stands between
    two parties stay together; a coordinated clause ends the whole.
    """
    out, begin, bound = [], first, False
    signs = line.symbols
    for at in range(first, last):
        sign = signs[at]
        if sign == "b" and signs[at - 1 : at + 2] == "cbu":  # "issues, among them A and B"
            begin = at + 2
        elif sign == "b":
            bound = not re.match(r"t?k", signs[at + 1 :])
        if sign not in "c&;l" or (at > first and signs[at - 1] in _PREPOSITION):
            continue
        whole = at > first and _SPLIT.match(signs, at - 1)  # "Single Market and Economy (CSME)"
        pair = _NAMED.search(signs, first, at) and _NAME.match(signs, at + 1)  # "in A and B"
        named = pair is not None and not _struck(line, at)
        if sign == "&" and (bound or whole or named or _paired(document, line, at, first)):
            bound = False
            continue
        if begin < at:
            out.append((begin, at))
        begin = at + 1
        if sign == "c" and _PARTICIPLE.match(signs, at + 1):
            begin = signs.find("c", at + 1, last) + 1 or last
        elif sign != "l" and _VERBAL.match(signs[at + 1 : last]):
            return out
    if begin < last:
        out.append((begin, last))
    return out


def _struck(line: Line, at: int) -> bool:
    """Return True for events that each of two countries has: "the situation in A and B"."""
    head = at - 3 - (line.symbols[at - 2] == "t")
    return words.text(line.chunks[max(head, 0)]) in _EVENTS


def _paired(document: Document, line: Line, at: int, first: int) -> bool:
    """Return True for a fixed pair of nouns with what follows both: "security and stability in"."""
    around = line.chunks[max(at - 1, first)], line.chunks[min(at + 1, len(line.chunks) - 1)]
    said = (document.words(chunk.start, chunk.end).lower() for chunk in around)
    return all(word in words.listed("topic-pairs.txt") for word in said)


def _again(document: Document, line: Line, at: int, lead: str) -> bool:
    """Return True for the preposition of the cue said again: "dealt with A and with B"."""
    chunk = line.chunks[at]
    return line.symbols[at] in "fiwT" and document.words(chunk.start, chunk.end).lower() == lead


def _trimmed(
    document: Document, line: Line, part: tuple[int, int], lead: str = ""
) -> tuple[Chunk, ...]:
    """Return the chunks of a part without its frame, and without what no longer belongs to it.

    `lead` is the preposition with which the cue before the first part ends.
    """
    first, last = part
    while first < last and (line.symbols[first] in "opqx&-" or _again(document, line, first, lead)):
        first += 1
    if first < last and line.symbols[first] in "fi" and line.symbols[first - 1] == "l":
        first += 1
    if first == last or line.symbols[first] in "fiwybT":
        return ()
    start, end = line.chunks[first].start, line.chunks[last - 1].end
    if frame := _frames().match(document.view, start, end):
        first = line.index(frame.end())
        while first < last and line.symbols[first] in "wfTop":  # "how to recover from X"
            first += 1
    if deep := _DEEP.search(document.view, start, end):
        first = line.index(deep.end())
    if (vague := _VAGUE.search(document.view, start, end)) and first < line.index(vague.start()):
        last = min(last, line.index(vague.start()))
    last = _end(line, first, last)
    if line.symbols[last : last + 1] == "T" and _DEMAND.match(document.view, start, end):
        return ()
    while first < last and line.symbols[last - 1] in "q-opfiwybtTkc&x":
        last -= 1
    if line.symbols[last : last + 1] == "-" and line.symbols[first:last].strip("tk") in _NAMES:
        return ()  # "Peru - Ms A, Chile - Mr B"
    return line.chunks[first:last]


def _end(line: Line, first: int, last: int) -> int:
    """Return where a part ends: before an adjunct, but "the situation in Gaza" is whole."""
    for hit in _STOP.finditer(line.symbols[first:last]):
        at = first + hit.start()
        if hit.group()[0] == "w" and words.text(line.chunks[at]) != "with":
            continue  # "violence against women"
        if not (at > first and words.text(line.chunks[at - 1]) in _takes(hit.group())):
            return at
    return last


def _takes(adjunct: str) -> frozenset[str]:
    """Return the nouns that an adjunct belongs to: "the war in Gaza", "access to water"."""
    if adjunct in ("iP", "itP"):
        return _EVENTS
    if adjunct[0] == "e":
        return _WIDE
    return _GOALS if adjunct == "T" else _BONDS if adjunct[0] == "w" else frozenset()


@cache
def _frames() -> re.Pattern[str]:
    """Return the pattern of the frames that name no subject: "topical issues of ensuring"."""
    rows = resources.lexicon("topic-frames.txt").splitlines()
    frames = (row.replace(" ", r"\s+") for row in rows if row and not row.startswith("#"))
    return re.compile(rf"(?:(?:{'|'.join(frames)})\s+)+", re.I)


def _good(document: Document, chunks: tuple[Chunk, ...], listed: bool) -> bool:
    """Return True for a short phrase with a word that names a subject."""
    name = name_of(document, chunks)
    signs = "".join(chunk.symbol for chunk in chunks)
    alone = re.match(r"[tkj]*(?:[NMDI]$|I)|[exhT]*$", signs)
    if (
        alone
        or signs[0] == "k"
        or _COUNTED.match(name)
        or re.match(r"D(?!n)", signs)
        or name.startswith("draft ")
        or name.endswith("'s")
        or re.match(r"e[tIkNpux]" if listed else r"e(?:[tIkNpux]|n$)", signs)
        or _PARTICLE.search(name)
        or re.search(r"(?<!o)N", signs)
        or len(name.split()) > LONGEST
        or _HOLDING.match(name)
    ):
        return False
    before = signs.find("I")  # "status of the Memorandum" is the document once more
    own = name if before < 0 else name_of(document, chunks[:before])
    generic = words.listed("topic-generic.txt")
    if re.search(r"[iobwf]", signs):
        generic -= _PLACES
    said = re.findall(r"[\w'-]+", own)
    return any(word.lower() not in generic or (word.isupper() and word[1:]) for word in said)


def _body(chunks: tuple[Chunk, ...]) -> bool:
    """Return True for an organisation alone: a subject only in company of others."""
    return "".join(chunk.symbol for chunk in chunks).strip("tkj") == "O"
