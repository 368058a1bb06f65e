"""What a process of its own may use, and how it is told that it used too much.

A query that the engine has begun cannot be stopped from within, and one that
needs more memory than there is ends its process: so that process is not ours.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from typing import NoReturn

from kg.errors import LimitError, StoreError


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use: seconds in all, and bytes of memory that it maps."""

    seconds: float | None = 60
    memory: int | None = 4 * 1024**3


def bound(memory: int | None) -> None:
    """Bound what this process may map, leave no core file, and keep the engine's last words away.

    Where the system has no such bounds (Windows) there are none.
    """
    try:
        import resource
    except ModuleNotFoundError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if sys.stderr.fileno() == 2:
        sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def abort() -> NoReturn:
    """End this process as the engine does when it finds no memory."""
    os.kill(os.getpid(), signal.SIGABRT)
    raise MemoryError


def out_of_time(limits: Limits, remedy: str = "") -> LimitError:
    """Return what to tell where the time was up."""
    return LimitError(f"no answer within {limits.seconds:g} seconds{remedy and ': '}{remedy}")


def ended(code: int, limits: Limits) -> StoreError:
    """Return what to tell of a process that a signal ended; `code` is the signal's, negative."""
    if code == -signal.SIGABRT:
        memory = f"{(limits.memory or 0) >> 20} MB of memory"
        return LimitError(f"the answer takes more than {memory}: ask for less at once")
    name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return StoreError(f"the engine broke on the query ({name})")
