"""The names of all things of a snapshot, and which of them a few typed letters may mean.

All names, folded, stand in one long text, a line each, the more general kinds
and the shorter names first. A word is looked for by its beginning, which is a
search of text: a few milliseconds over the names of 20,000 articles.
"""

from __future__ import annotations

import re
import sys
import threading
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice

from kg.queries import surroundings
from kg.store import Store
from kg.web.views import links
from kg.web.views.kept import kept

MOST = 1_000
"""Things that a search finds; who sees so many needs another word, not another page."""

_HIGHEST = chr(sys.maxunicode)  # sorts behind all that a line may go on with
_SCANNED = 4_000  # lines that are looked at for one word
_RANKS = (
    *("country", "organisation", "person", "office", "place", "meeting", "instrument", "topic"),
    "article",
)
_LETTERS: dict[int, str | None] = {
    **{ord(letter): plain for letter, plain in {"æ": "ae", "œ": "oe", "þ": "th"}.items()},
    **{ord(letter): plain for letter, plain in zip("øđðłıħ", "oddlih", strict=True)},
    **dict.fromkeys(map(ord, "'’‘ʼʻ`´")),
}
_FIRST_MARK, _LAST_MARK = 0x300, 0x1F000  # Unicode has no combining mark before or behind
_GAPS = re.compile(r"(?:[^\w\n]|_)+")
_NAMES = """
SELECT ?node ?name WHERE {
  { ?node rdfs:label ?name } UNION { ?node skos:altLabel ?name }
  UNION { ?node readout:isoCode ?name }
}
"""
_BUILDING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as printed, and the IRI of what has it."""

    iri: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names; line n of `text` is entry n's, folded, and begins at `starts[n]`.

    `order` has the numbers of the lines sorted by what stands in them.
    """

    entries: tuple[Entry, ...]
    text: str
    starts: tuple[int, ...]
    order: tuple[int, ...]

    def find(self, typed: str, kinds: tuple[str, ...] = ()) -> tuple[Entry, ...]:
        """Return an entry for each thing whose name has all typed words, the likeliest first.

        Words are beginnings of words, of names in any script. The whole name
        comes before names that begin so, these before others. Where nothing
        has the words so, the letters may stand within words.
        """
        words = fold(typed).split()
        if not words:
            return ()
        found: dict[str, Entry] = {}
        for entry in self._lines(words):
            if not kinds or entry.kind in kinds:
                found.setdefault(entry.iri, entry)
            if len(found) == MOST:
                break
        return tuple(found.values())

    def _lines(self, words: list[str]) -> Iterator[Entry]:
        whole, rarest = " ".join(words), max(words, key=len)
        yield from self._beginning(f" {whole}\n")
        yield from self._beginning(f" {whole}")
        found = self._with(f" {rarest}", words)
        first = next(found, None)
        if first:
            yield first
            yield from found
        else:
            yield from self._with(rarest, words, within=True)

    def _line(self, number: int) -> str:
        return self.text[self.starts[number] : self.starts[number + 1]]

    def _beginning(self, sought: str) -> Iterator[Entry]:
        """Yield the entries whose line begins so, in the order of entries.

        None of very many: in the order of entries they come anyway, the general ones first.
        """
        first = bisect_left(self.order, sought, key=self._line)
        last = bisect_left(self.order, sought + _HIGHEST, lo=first, key=self._line)
        if last - first <= _SCANNED:
            yield from (self.entries[number] for number in sorted(self.order[first:last]))

    def _with(self, sought: str, words: list[str], *, within: bool = False) -> Iterator[Entry]:
        beginnings = words if within else [f" {word}" for word in words]
        for number in islice(self._numbers(sought), _SCANNED):
            line = self._line(number)
            if all(beginning in line for beginning in beginnings):
                yield self.entries[number]

    def _numbers(self, sought: str) -> Iterator[int]:
        """Yield the numbers of the lines in which a text begins, each once."""
        place = self.text.find(sought)
        while place >= 0:
            number = bisect_right(self.starts, place) - 1
            yield number
            place = self.text.find(sought, self.starts[number + 1])


def names(store: Store) -> Names:
    """Return the names of a snapshot; they are read when they are first asked for."""
    with _BUILDING:
        return _read(store)


@kept()
def _read(store: Store) -> Names:
    rows = surroundings.rows(store, _NAMES)
    pairs = ((node.value, name.value) for node, name in rows if node and name)
    shown = (Entry(iri, _kind(iri), " ".join(name.split())) for iri, name in pairs)
    return gather(entry for entry in shown if entry.kind)


def gather(found: Iterator[Entry]) -> Names:
    """Return entries as names that can be searched."""
    entries = sorted(found, key=_rank)
    folded = fold("\n".join(entry.name for entry in entries)).split("\n") if entries else []
    lines = [f" {line.strip()}\n" for line in folded]
    starts = tuple(accumulate(map(len, lines), initial=0))
    order = sorted(range(len(lines)), key=lines.__getitem__)
    return Names(tuple(entries), "".join(lines), starts, tuple(order))


def fold(text: str) -> str:
    """Return text in lower case without accents and marks, words parted by blanks; lines stay."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _GAPS.sub(" ", plain.translate(_LETTERS if plain.isascii() else _bare()))


@cache
def _bare() -> dict[int, str | None]:
    """Return what becomes of letters that are more than a letter, and of marks: they go."""
    marks = (code for code in range(_FIRST_MARK, _LAST_MARK) if unicodedata.combining(chr(code)))
    return _LETTERS | dict.fromkeys(marks)


def _kind(iri: str) -> str:
    path = links.document(iri)
    return path.split("/")[2] if path else ""


def _rank(entry: Entry) -> tuple[int, int, str, str]:
    return _RANKS.index(entry.kind), len(entry.name), entry.name, entry.iri
