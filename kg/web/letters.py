"""The names of a site of files, cut into scripts by the first two letters of their words.

A page that lies in a folder may not read other files, but may run scripts: a
search loads the one script that has the names with a word beginning so. A name
stands in the script of each of its words.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.web.views.names import fold

FOLDER = "find"
"""Where the scripts lie in a site."""

LETTERS = 2
"""First letters of a word that say in which script it is."""

_SHOWN = 200  # characters of a name that are shown
_SOUGHT = 400  # characters of a name that are searched
_KEPT = 20_000  # rows that are kept before they are written


class Letters:
    """Writes the scripts; rows are kept no longer than there are a few thousand."""

    def __init__(self, site: Path) -> None:
        self.folder = site / FOLDER
        self._rows: dict[str, list[str]] = {}
        self._kept = 0
        self._begun: set[str] = set()

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._flush()
            for shard in sorted(self._begun):
                self._write(shard, "]);\n")

    def add(self, name: str, kind: str, file: str, note: str = "") -> None:
        """Add a name: `file` is the page of what has it, `note` tells it from its namesakes."""
        folded = fold(name)[:_SOUGHT].strip()
        row = json.dumps([name[:_SHOWN], kind, file, note[:_SHOWN], folded], separators=(",", ":"))
        for shard in {key(word) for word in folded.split()}:
            self._rows.setdefault(shard, []).append(row)
            self._kept += 1
        if self._kept >= _KEPT:
            self._flush()

    def _flush(self) -> None:
        for shard, rows in sorted(self._rows.items()):
            begin = "" if shard in self._begun else f'readoutNames("{shard}", [\n'
            self._begun.add(shard)
            self._write(shard, begin + "".join(f"{row},\n" for row in rows))
        self._rows.clear()
        self._kept = 0

    def _write(self, shard: str, text: str) -> None:
        with (self.folder / f"{shard}.js").open("a", encoding="ascii", newline="\n") as script:
            script.write(text)


def key(word: str) -> str:
    """Return the script that has a word: its first letters as numbers, "pa" is 70-61."""
    return "-".join(f"{ord(char):x}" for char in word[:LETTERS])
