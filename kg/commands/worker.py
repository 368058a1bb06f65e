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
from typing import NoReturn

from kg import console, limits
from kg.errors import KgError
from kg.limits import Limits as Limits

INTERRUPTED = 130


def run(work: Callable[[], int], most: Limits) -> int:
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
        _work(work, most)
    os.close(held)
    return _outcome(_wait(child, watched, most.seconds), most)


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


def _outcome(status: int | None, most: Limits) -> int:
    if status is None:
        raise limits.out_of_time(most, "--timeout allows more")
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        raise limits.ended(code, most)
    return code


def _work(work: Callable[[], int], most: Limits) -> NoReturn:
    """Do the work in the child and end it, telling errors as the command does."""
    code = INTERRUPTED
    try:
        limits.bound(most.memory)
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
        limits.abort()
