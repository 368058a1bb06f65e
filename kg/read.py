"""A source (path or stdin) becomes an Article."""

from __future__ import annotations

from pathlib import Path

from kg.model import Article


def read(source: str) -> Article:
    """Read one article from the file `source`."""
    path = Path(source)
    return Article(id=path.stem, text=path.read_bytes().decode("utf-8"))
