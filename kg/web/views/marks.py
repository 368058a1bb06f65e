"""The text of an article, cut where passages begin and end: each word shows what rests on it.

Passages nest and cross. A piece lies between two neighbouring borders and has
the facts of all passages over it. Around pieces stand anchors, one a passage,
so that the address of a passage lights all its words; where two passages
cross, the anchor of the later one ends with the earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from kg.spans import Spans

if TYPE_CHECKING:
    from kg.model import Article, Document

Span = tuple[int, int]
Sense = Literal["read", "silent", "noise"]
"""A sentence with facts, one that no fact rests on, and what the page puts around the report."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters from `start` on, with the facts that rest on them, the narrowest passage's first.

    `opens` are the passages whose anchors begin before it, `closes` counts those that end behind.
    """

    start: int
    text: str
    facts: tuple[str, ...]
    depth: int
    sense: Sense
    opens: tuple[Span, ...]
    closes: int

    @property
    def words(self) -> bool:
        """Tell whether there is something to read in it."""
        return any(char.isalnum() for char in self.text)


@dataclass(frozen=True, slots=True)
class Marked:
    """A whole text in pieces; `read` of `sentences` bear facts."""

    pieces: tuple[Piece, ...]
    heading: str | None
    read: int
    sentences: int


def mark(article: Article, resting: Mapping[Span, tuple[str, ...]]) -> Marked:
    """Return an article's text with the facts that rest on each of its passages."""
    from kg import document  # the first page is not of an article, and need not wait for this

    text, segmented = article.text, document.segment(article)
    spans = sorted(s for s in resting if 0 <= s[0] < s[1] <= len(text))
    evidence = Spans(iter(spans))
    senses = dict(_senses(segmented, evidence))
    borders = {0, len(text), *(place for span in (*spans, *senses) for place in span)}
    said = [sense for sense in senses.values() if sense != "noise"]
    return Marked(
        pieces=tuple(_pieces(text, sorted(borders), spans, resting, senses)),
        heading=_heading(segmented),
        read=said.count("read"),
        sentences=len(said),
    )


def _senses(segmented: Document, evidence: Spans) -> Iterator[tuple[Span, Sense]]:
    for sentence in segmented.sentences:
        span = sentence.start, sentence.end
        if sentence.kind == "noise":
            yield span, "noise"
        else:
            yield span, "read" if evidence.touch(*span) else "silent"


def _heading(segmented: Document) -> str | None:
    titles = (s for s in segmented.sentences if s.kind == "title")
    return next((segmented.words(s.lead, s.end) for s in titles), None)


def _pieces(
    text: str,
    borders: list[int],
    spans: list[Span],
    resting: Mapping[Span, tuple[str, ...]],
    senses: Mapping[Span, Sense],
) -> Iterator[Piece]:
    beginning = _by_start(spans)
    sentences = _by_start(sorted(senses))
    over: list[Span] = []
    anchors: list[int] = []
    within: Span | None = None
    for start, end in pairwise(borders):
        within = next(iter(sentences.get(start, ())), within)
        opens = sorted(beginning.get(start, ()), key=lambda span: -span[1])
        over = [span for span in (*over, *opens) if span[1] > start]
        anchors += [span[1] for span in opens]
        closes = _closing(anchors, end)
        del anchors[len(anchors) - closes :]
        narrow = sorted(over, key=lambda span: (span[1] - span[0], span))
        facts = dict.fromkeys(fact for span in narrow for fact in resting[span])
        inside = within is not None and start < within[1]
        sense: Sense = senses[within] if within and inside else "read"
        yield Piece(start, text[start:end], tuple(facts), len(over), sense, tuple(opens), closes)


def _by_start(spans: Iterable[Span]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for span in spans:
        found.setdefault(span[0], []).append(span)
    return found


def _closing(anchors: list[int], place: int) -> int:
    """Return how many of the innermost anchors have to end where one of them ends."""
    outermost = next((n for n, end in enumerate(anchors) if end <= place), len(anchors))
    return len(anchors) - outermost
