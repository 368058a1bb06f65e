"""Words between a name and an office that only link them, or name the office twice.

"Ana Paz, who is also Minister of Trade", "Ana Paz was appointed Minister of Trade" bind as
"Ana Paz as Minister of Trade" does; in "Foreign Minister (FM) Ana Paz" the bracket is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import expressions as re
from kg.language.patterns import Chunk, Line
from kg.mentions.offices import Post
from kg.model import Document

_LINK = re.compile(
    r"(?:(?<=Y)|(?<=YoC)|(?<=Y\([CG]\)))(?P<link>(?:,tD)?,?[wqiWhtob@m]{1,7}j?t?)(?=O)"
    r"|(?<=O)(?P<is>w{1,2})(?=Y)|(?<=Y)(?P<coming>,?[wqif]{1,6}L?[wW]{0,2}jt?)(?=O)"
    r"|(?<=[OQ])(?P<again>\(O\))"
)
_IS = frozenset(["is", "remains", "became", "appointed", "elected", "re-elected", "reelected"])
_IS |= {"named", "sworn", "confirmed", "serves", "acts", "since", "today", "currently"}
_IS |= {"combines", "combining", "doubles", "doubling", "unites", "fills"}
_IS |= {"leads", "heads", "been", "capacity", "function", "role", "holds", "occupies"}
_AROUND = frozenset(["who", "also", "was", "has", "been", "in", "as", "the", "a", "currently"])
_AROUND |= {"now", "newly", "at", "present", "himself", "herself", "it", "his", "her", "of"}
_AROUND |= {"posts", "offices", "positions", "functions", "roles"}
_AROUND |= {"office", "post", "position", "job", "rank", "same", "time", "both"}
_COPULA = frozenset(["is", "now", "remains", "currently", "today", "still"])
_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september"]
) | {"october", "november", "december", "last"}
# spoke for Bangkok as, had flown in from Paris as
_COMES = frozenset(["came", "flown", "travelled", "traveled", "spoke", "sat", "attended"])
_COMES |= {"took", "participated", "there", "speaking", "arrived"}
_WHENCE = frozenset(["from", "for", "to", "had", "part", "then", "on", "behalf", "of"])
_WORD = re.compile(r"[\w-]+")


def join(document: Document, line: Line) -> Line:
    """Return the line with such words as one chunk j ("as"), and brackets left out."""
    symbols, chunks = list[str](), list[Chunk]()
    at = 0
    for match in _LINK.finditer(line.symbols):
        new = list(_joined(document, line, match))
        if not new and not match.group("again"):
            continue
        if match.group("again") and not _acronym(line.chunks[match.start() + 1]):
            continue
        symbols += [line.symbols[at : match.start()], *(chunk.symbol for chunk in new)]
        chunks += [*line.chunks[at : match.start()], *new]
        at = match.end()
    return Line("".join([*symbols, line.symbols[at:]]), (*chunks, *line.chunks[at:]))


def _joined(document: Document, line: Line, match: re.Match[str]) -> Iterator[Chunk]:
    """Yield the one chunk that stands for the words of a link, none where they are others."""
    if match.group("again"):
        return
    if match.group("is"):  # "the Minister of Trade is N"
        found = line.chunks[match.start() : match.end()]
        if {document.words(chunk.start, chunk.end) for chunk in found} <= _COPULA:
            yield Chunk(",", found[0].start, found[-1].end, found[0].value)
        return
    found = line.chunks[match.start() : match.end()]
    following = line.chunks[match.end()].start if match.end() < len(line.chunks) else 0
    said = document.view[found[0].start : following].lower()
    words = set(_WORD.findall(said)) - set(_WORD.findall(_places(document, line, match)))
    is_so = words & _IS and words <= _IS | _AROUND | _MONTHS
    if is_so or ("as" in words and words & _COMES and words <= _COMES | _AROUND | _WHENCE):
        yield Chunk("j", found[0].start, found[-1].end, found[0].value)


def _places(document: Document, line: Line, match: re.Match[str]) -> str:
    """Return the words of the places in a link."""
    found = (c for c in line.chunks[match.start() : match.end()] if c.symbol in "LD")
    return " ".join(document.words(c.start, c.end).lower() for c in found)


def _acronym(chunk: Chunk) -> bool:
    return isinstance(chunk.value, Post) and chunk.value.title.isupper()
