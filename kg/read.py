"""A source (path, address or stdin) becomes an Article."""

from __future__ import annotations

from pathlib import Path

from kg import masthead
from kg.model import Article


def read(source: str) -> Article:
    """Read one article from the file `source`."""
    path = Path(source)
    return article(path.stem, path.read_bytes().decode("utf-8"))


def article(id: str, text: str) -> Article:
    """Return the article of a text with what its own lines say of it."""
    own = masthead.read(text)
    return Article(
        id,
        text,
        url=own.url,
        title=own.title,
        publisher=own.publisher,
        published=own.published,
        place=own.place,
    )
