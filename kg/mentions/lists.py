"""Lists of documents: a line of a list is one title as a whole.

"- Agreement between A and B on C." is its own title to the end of the line;
below "Resolutions were adopted on these items:" each line completes the head
noun of the line above.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.language import expressions as re
from kg.language.patterns import Line
from kg.mentions.titles import Head, Title
from kg.model import Document

_WHOLE = re.compile(r"^[^VvmBr;:u]*$")
_HEADED = re.compile(r"(?P<head>[Sz])[^:]*V[^:]*[pi]t?[^:]{0,6}:$")
_TAIL = re.compile(r"[.,c;&-]+$")


@dataclass(frozen=True, slots=True)
class Heading:
    """The plural head above a list whose lines complete it; `block` is that of the list."""

    head: Head
    noun: str
    block: int


def heading(document: Document, line: Line, block: int) -> Heading | None:
    """Return what a sentence announces as a list of subjects of documents, or None."""
    hit = _HEADED.search(line.symbols)
    if hit is None:
        return None
    head = line.chunks[hit.start("head")].value
    assert isinstance(head, Head)
    return Heading(head, document.words(head.start, head.end).removesuffix("s"), block)


def whole(line: Line, title: Title) -> Title:
    """Return the title that opens a line of a list, reaching to the end of the line if it can."""
    if title.head.rule in "HS":
        title = replace(title, form="title")
    first, last = line.index(title.start), line.index(title.end)
    rest = _TAIL.sub("", line.symbols[last:])
    if line.symbols[:first].strip("t(#).q") or not rest or not _WHOLE.match(rest):
        return _trimmed(line, title, last)
    return replace(title, end=line.chunks[last + len(rest) - 1].end)


def _trimmed(line: Line, title: Title, last: int) -> Title:
    """Return a title without the comma that closes its line."""
    tail = _TAIL.search(line.symbols[:last])
    return replace(title, end=line.chunks[tail.start() - 1].end) if tail else title


def span(line: Line) -> tuple[int, int] | None:
    """Return the offsets of a line of a list without its closing punctuation."""
    text = _TAIL.sub("", line.symbols)
    return (line.chunks[0].start, line.chunks[len(text) - 1].end) if text else None
