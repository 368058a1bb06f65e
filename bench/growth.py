"""How the time of extraction grows with texts that are nothing but one thing repeated."""

from __future__ import annotations

from collections.abc import Iterator

from bench.measure import Figure, timed
from kg import pipeline
from kg.model import Article

SHORT, LONG = 20_000, 160_000
"""Characters."""

PIECES = (
    ("brackets", "["),
    ("one word without spaces", "a"),
    ("full stops", ". "),
    ("initials", "A. "),
    ("paragraphs of one letter", "a\n\n"),
    ("an endless list", "- a\n"),
    ("links", "[a]("),
    ("one endless sentence", "the ministers of the states and "),
    ("acronyms in brackets", "A (AB) "),
    ("places", "in Aa, Mali "),
    ("names", "Minister Ann Bell, "),
    ("meetings", "the third meeting of the Council of Ministers of Togo and "),
)


def measure() -> Iterator[Figure]:
    """Yield the time a long text of each kind takes a character, against a short one."""
    for name, piece in PIECES:
        short, long = (_each(piece, size) for size in (SHORT, LONG))
        yield Figure(
            f"{LONG:,} characters of {name}", long * LONG, 1, f"{SHORT:,} of them", long / short
        )


def _each(piece: str, size: int) -> float:
    """Return the milliseconds a character that extraction takes, at best of two."""
    text = (piece * (size // len(piece) + 1))[:size]
    return min(timed(lambda: pipeline.extract(Article("growth", text))) for _ in range(2)) / size
