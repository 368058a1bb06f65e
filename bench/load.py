"""A crowd of keep-alive connections, in as little code as can be: the machine is the server's."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(slots=True)
class Taken:
    """What one kind of request took: milliseconds in the order of the answers, and statuses."""

    milliseconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    def percentile(self, part: float) -> float:
        """Return the time within which this part of the requests was answered."""
        ordered = sorted(self.milliseconds)
        return ordered[min(int(part * len(ordered)), len(ordered) - 1)]

    def among(self, *codes: int) -> int:
        """Return how many answers had one of these statuses."""
        return sum(self.statuses.get(code, 0) for code in codes)


def crowd(here: str, paths: Sequence[Iterator[str]], seconds: float) -> list[Taken]:
    """Return what each connection met that asked for its paths, one after the other, in that time.

    An answer that ends in the middle of itself counts as status 0.
    """
    return asyncio.run(_crowd(here, paths, seconds))


async def _crowd(here: str, paths: Sequence[Iterator[str]], seconds: float) -> list[Taken]:
    until = time.perf_counter() + seconds
    return await asyncio.gather(*(_ask(here, each, until) for each in paths))


async def _ask(here: str, paths: Iterator[str], until: float) -> Taken:
    """Return what one connection met; a new one is opened where the server closes it."""
    taken = Taken()
    parts = urlsplit(here)
    line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    for path in paths:
        if time.perf_counter() > until:
            break
        if line is None:
            line = await asyncio.open_connection(parts.hostname, parts.port, limit=1 << 24)
        begun = time.perf_counter()
        try:
            status, keeps = await _one(*line, parts.netloc, path)
        except (asyncio.IncompleteReadError, ConnectionError):
            status, keeps = 0, False
        taken.milliseconds.append((time.perf_counter() - begun) * 1000)
        taken.statuses[status] = taken.statuses.get(status, 0) + 1
        if not keeps:
            await _close(line[1])
            line = None
    if line:
        await _close(line[1])
    return taken


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


async def _one(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, path: str
) -> tuple[int, bool]:
    """Return the status of one answer, read to its end, and whether the connection goes on."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    lines = head.split("\r\n")
    fields = dict(each.split(": ", 1) for each in lines[1:] if ": " in each)
    if fields.get("transfer-encoding") == "chunked":
        while size := int((await reader.readline()).strip(), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    else:
        await reader.readexactly(int(fields.get("content-length", 0)))
    return int(lines[0].split()[1]), fields.get("connection") != "close"
