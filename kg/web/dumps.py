"""The whole store as files: each is made when it is first asked for, once for a state of the store.

A worker writes it beside the snapshot, with which it goes.
"""

from __future__ import annotations

import asyncio
import base64
from dataclasses import dataclass
from pathlib import Path

from kg.store.pool import Question
from kg.store.snapshot import Snapshot
from kg.web.description import DUMPS
from kg.web.site import Site

FOLDER = "exports"


@dataclass(frozen=True, slots=True)
class Dump:
    """One file: its bytes and their SHA-256."""

    suffix: str
    file: Path
    length: int
    sha256: str

    @property
    def digest(self) -> str:
        """The digest as RFC 9530 writes it in a header."""
        return f"sha-256=:{base64.b64encode(bytes.fromhex(self.sha256)).decode()}:"


class Dumps:
    """The files of the state of the store that is served now."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._made: dict[tuple[Snapshot, str], Dump] = {}
        self._turn = asyncio.Lock()

    def made(self) -> dict[str, Dump]:
        """Return what was made of this state so far, by suffix."""
        now = self.site.served.snapshot
        return {suffix: dump for (snapshot, suffix), dump in self._made.items() if snapshot == now}

    async def get(self, suffix: str) -> Dump:
        """Return the file with a suffix of DUMPS, made if it is not there; one at a time.

        Raises LimitError where it takes more time or room than there is for it:
        `kg export` has no such limits.
        """
        async with self._turn:
            now = self.site.served.snapshot
            known = self._made.get((now, suffix))
            if known is None:
                known = await self._make(now, suffix)
                self._made = {key: dump for key, dump in self._made.items() if key[0] == now}
                self._made[now, suffix] = known
            return known

    async def _make(self, now: Snapshot, suffix: str) -> Dump:
        file = now.folder / FOLDER / f"readout{suffix}"
        most = self.site.limits
        question = Question(
            file=str(file),
            triples_as=DUMPS[suffix].name,
            size=most.export,
            seconds=most.export_seconds,
        )
        answer = await self.site.ask_for_guest(question)
        return Dump(suffix, file, answer.length, answer.read())
