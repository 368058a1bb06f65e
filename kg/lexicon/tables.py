"""Word lists as text: rows of tab-separated columns, `#` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator


def rows(text: str) -> Iterator[list[str]]:
    """Yield the columns of each row of a word list, comments left out."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def several(column: str) -> tuple[str, ...]:
    """Return the forms of a column that has several, parted by `|`; none for an empty one."""
    return tuple(column.split("|")) if column else ()
