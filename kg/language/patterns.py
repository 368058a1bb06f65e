"""Patterns over a line of chunks: a regular expression whose letters are words.

A sentence becomes a line: each mention already found is one symbol, each other
token is one symbol by its class. A pattern is then an ordinary regular
expression over symbols, which runs in the time of `re` and reads as the habit
of the register that it states:

    OFFICE_OF_COUNTRY_NAME = "(?P<office>O)o?t?(?P<country>C)(?P<name>N)"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.language import expressions as re
from kg.model import Mention, Token


class Chunk(NamedTuple):
    """One symbol of a line: a mention, or a token that no mention covers.

    A tuple, since an article makes thousands: a frozen dataclass takes twice as long to make.
    """

    symbol: str
    start: int
    end: int
    value: Mention | Token


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as symbols; `symbols[i]` stands for `chunks[i]`."""

    symbols: str
    chunks: tuple[Chunk, ...]

    def index(self, offset: int) -> int:
        """Return the number of the first chunk that starts at or after `offset`."""
        return bisect_left(self.chunks, offset, key=lambda chunk: chunk.start)


_OPENED, _CLOSED = "(?=(?P<%>", "(?P=%)"


def atomic(pattern: str) -> str:
    """Return `pattern` so that it gives nothing back of what it took; for `assemble` alone.

    Possessive quantifiers say the same, but before Python 3.11.5 those over
    groups lose captures or raise (cpython gh-101955, gh-106052), and Debian 12
    brings 3.11.2. A look-ahead with a reference to it is the older way.
    """
    return f"{_OPENED}{pattern})){_CLOSED}"


def assemble(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose parts were made by `atomic`, naming their groups one by one."""
    parts = re.split(f"({re.escape(_OPENED)}|{re.escape(_CLOSED)})", pattern)
    open_groups: list[int] = []
    for i, part in enumerate(parts):
        if part == _OPENED:
            open_groups.append(i)
            parts[i] = part.replace("%", f"_{i}")
        elif part == _CLOSED:
            parts[i] = part.replace("%", f"_{open_groups.pop()}")
    return re.compile("".join(parts))


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a pattern, with its groups as runs of chunks and as offsets."""

    line: Line
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.line.chunks[self.match.start()].start

    @property
    def end(self) -> int:
        return self.line.chunks[self.match.end() - 1].end

    def chunks(self, group: str) -> tuple[Chunk, ...]:
        """Return the chunks of `group`, none where it did not take part."""
        first, last = self.match.span(group)
        return self.line.chunks[first:last] if first >= 0 else ()

    def chunk(self, group: str) -> Chunk | None:
        """Return the first chunk of `group`, or None where it did not take part."""
        found = self.chunks(group)
        return found[0] if found else None

    def span(self, group: str) -> tuple[int, int] | None:
        """Return the offsets of `group`, or None where it did not take part."""
        found = self.chunks(group)
        return (found[0].start, found[-1].end) if found else None


def line(
    tokens: Sequence[Token],
    mentions: Iterable[Mention],
    symbol: Callable[[Mention | Token], str],
) -> Line:
    """Lay `mentions` over `tokens`: the longest wins where two overlap, the earlier of equals.

    `symbol` gives the one character for a mention or token. A mention that it
    maps to "" is left out, as if it had not been seen.
    """
    if not tokens:
        return Line("", ())
    first, last = tokens[0].start, tokens[-1].end
    inside = [m for m in mentions if first <= m.start and m.end <= last]
    chosen = _longest([Chunk(sign, m.start, m.end, m) for m in inside if (sign := symbol(m))])
    chunks = _lay(tokens, chosen, symbol)
    return Line("".join([chunk[0] for chunk in chunks]), tuple(chunks))


def search(pattern: re.Pattern[str], on: Line) -> Iterator[Hit]:
    """Yield the matches of `pattern` on a line, from left to right, not overlapping."""
    for match in pattern.finditer(on.symbols):
        if match.end() > match.start():
            yield Hit(on, match)


def _longest(chunks: list[Chunk]) -> list[Chunk]:
    chunks.sort(key=lambda chunk: (chunk.start, chunk.start - chunk.end))
    kept: list[Chunk] = []
    for chunk in chunks:
        if not kept or chunk.start >= kept[-1].end:
            kept.append(chunk)
        elif chunk.end - chunk.start > kept[-1].end - kept[-1].start:
            kept[-1] = chunk
    return kept


def _lay(
    tokens: Sequence[Token], chosen: list[Chunk], symbol: Callable[[Mention | Token], str]
) -> list[Chunk]:
    """Return the chosen chunks, and one for each token that none of them touches, in order.

    An article's every word is laid some twenty times: tuples are made without
    the detour over the names of their fields, which takes as long again.
    """
    make, kind = tuple.__new__, Chunk
    laid: list[Chunk] = []
    at = 0
    for chunk in chosen:
        stop = bisect_left(tokens, (chunk.start,), at)
        free = stop - 1 if stop > at and tokens[stop - 1].end > chunk.start else stop
        laid += [make(kind, (symbol(one), one[0], one[1], one)) for one in tokens[at:free]]
        laid.append(chunk)
        at = bisect_left(tokens, (chunk.end,), stop)
    laid += [make(kind, (symbol(one), one[0], one[1], one)) for one in tokens[at:]]
    return laid
