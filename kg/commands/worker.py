"""A verb's work in a process of its own, which is ended when it takes too long or too much.

A query that the engine has begun cannot be stopped from within, and one that
needs more memory than there is ends its process: so that process is not ours.
The worker is a copy of this one, made before any engine is loaded (2 ms); where
the system makes no copies it is a new one.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from kg import console
from kg.errors import KgError, StoreError

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use: seconds in all, and bytes of memory that it maps."""

    seconds: float | None = 60
    memory: int | None = 4 * 1024**3


def run(work: Callable[[], int], limits: Limits) -> int:
    """Return the exit code of `work`, done in a process of its own.

    The worker writes data and messages itself. Raises StoreError where it had
    to be ended, or the engine broke. Without a copy of the process (Windows)
    the work is done here, without limits.
    """
    if not hasattr(os, "fork"):
        return work()
    sys.stdout.flush()
    sys.stderr.flush()
    watched, held = os.pipe()
    child = os.fork()
    if not child:
        os.close(watched)
        _work(work, limits)
    os.close(held)
    return _outcome(_wait(child, watched, limits.seconds), limits)


def _wait(child: int, watched: int, seconds: float | None) -> int | None:
    """Return the status with which the child ended, or None where its time was up.

    The pipe that the child holds is closed when it ends, however it ends.
    """
    in_time = False
    try:
        in_time = bool(select.select([watched], [], [], seconds)[0])
    finally:
        os.close(watched)
        if not in_time:
            os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    return status if in_time else None


def _outcome(status: int | None, limits: Limits) -> int:
    if status is None:
        raise StoreError(f"no answer within {limits.seconds:g} seconds: --timeout allows more")
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGABRT:
        memory = f"{(limits.memory or 0) >> 20} MB of memory"
        raise StoreError(f"the answer takes more than {memory}: ask for less at once")
    if code < 0:
        raise StoreError(f"the engine broke on the query ({signal.Signals(-code).name})")
    return code


def _work(work: Callable[[], int], limits: Limits) -> NoReturn:
    """Do the work in the child and end it, telling errors as the command does."""
    code = INTERRUPTED
    try:
        _limit(limits.memory)
        code = _attempt(work)
        sys.stdout.flush()
    except BrokenPipeError:
        code = 0  # whoever read the output has seen enough
    except KeyboardInterrupt:
        code = INTERRUPTED
    finally:
        if sys.exc_info()[0]:
            import traceback

            traceback.print_exc()
            sys.stderr.flush()
        os._exit(code)


def _attempt(work: Callable[[], int]) -> int:
    try:
        return work()
    except KgError as error:
        console.note(str(error))
        return error.exit_code
    except MemoryError:
        _abort()


def _abort() -> NoReturn:
    """End as the engine does when it finds no memory."""
    os.kill(os.getpid(), signal.SIGABRT)
    raise MemoryError


def _limit(memory: int | None) -> None:
    """Bound what the process may map, leave no core file, and keep the engine's last words away."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if sys.stderr.fileno() == 2:
        sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
