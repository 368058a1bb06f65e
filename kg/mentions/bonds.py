"""What binds a name to offices: the name, the posts, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.patterns import Chunk, Hit
from kg.mentions.names import Name
from kg.mentions.offices import Post, party
from kg.model import CountryMention, OrganisationMention


@dataclass(frozen=True, slots=True)
class Bond:
    """A name with the posts that the words around it give.

    `land` is the country or organisation set beside name or office ("(India)", "Kenya:");
    `counterpart` says that the office is that of another person, of `land`.
    """

    name: Name
    posts: tuple[Post, ...]
    span: tuple[int, int]
    rule: str
    land: str | None = None
    counterpart: bool = False


def post(chunk: Chunk) -> Post:
    """Return the office of a chunk."""
    assert isinstance(chunk.value, Post)
    return chunk.value


def name(chunk: Chunk) -> Name:
    """Return the name of a chunk."""
    assert isinstance(chunk.value, Name)
    return chunk.value


def names(chunks: tuple[Chunk, ...]) -> list[Name]:
    """Return the names among some chunks."""
    return [chunk.value for chunk in chunks if isinstance(chunk.value, Name)]


def lands(chunks: tuple[Chunk, ...]) -> list[str]:
    """Return the countries and organisations among some chunks."""
    kinds = (CountryMention, OrganisationMention)
    return [found for c in chunks if isinstance(c.value, kinds) and (found := party(c.value))]


def span(*chunks: Chunk | None) -> tuple[int, int]:
    """Return from where to where chunks reach, with honorifics."""
    given = [chunk for chunk in chunks if chunk is not None]
    starts = [c.value.outer if isinstance(c.value, Name) else c.start for c in given]
    return min(starts), max(chunk.end for chunk in given)


def group(hit: Hit, *groups: str) -> tuple[Post, ...]:
    """Return the offices in some groups of a match."""
    return tuple(c.value for g in groups for c in hit.chunks(g) if isinstance(c.value, Post))


def land(hit: Hit, *groups: str) -> str | None:
    """Return the country or organisation of the first group that took part."""
    for group in groups:
        chunk = hit.chunk(group)
        if chunk is not None:
            return party(chunk.value)
    return None
