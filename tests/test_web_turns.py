"""Whose turn it is: who waits, for how long, and that each gets an answer of its own."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter

import pytest

from kg.errors import LimitError, UsageError
from kg.store.pool import Answer, Pool, Question
from kg.web import turns
from kg.web.turns import Turns


class Slow(Pool):
    """A pool of no processes whose answers take a while; it counts how many it gives at once."""

    def __init__(self, workers: int, seconds: float) -> None:
        self.workers, self.seconds = workers, seconds
        self.now = self.most_at_once = 0
        self.lock = threading.Lock()

    def ask(self, question: Question) -> Answer:
        if question.text == "refused":
            raise UsageError("refused")
        with self.lock:
            self.now += 1
            self.most_at_once = max(self.now, self.most_at_once)
        time.sleep(self.seconds)
        with self.lock:
            self.now -= 1
        return Answer("rows", "csv", question.text, (), False, 0, None)  # type: ignore[arg-type]


async def ask_all(queue: Turns, number: int) -> list[Answer | BaseException]:
    asked = (queue.ask(Question(f"q{n}")) for n in range(number))
    return await asyncio.gather(*asked, return_exceptions=True)


def texts(answers: list[Answer | BaseException]) -> list[str]:
    return [each.text if isinstance(each, Answer) else type(each).__name__ for each in answers]


def test_each_gets_its_own_answer_and_no_more_are_asked_than_processes_are_there() -> None:
    pool = Slow(2, 0.02)
    found = asyncio.run(ask_all(Turns(pool, 20), 12))
    assert texts(found) == [f"q{n}" for n in range(12)]
    assert pool.most_at_once == 2


def test_who_waits_too_long_is_told_to_come_again() -> None:
    found = asyncio.run(ask_all(Turns(Slow(1, 0.5), 0.2), 3))
    assert Counter(texts(found)) == {"q0": 1, "LimitError": 2}
    told = [str(each) for each in found if isinstance(each, LimitError)]
    assert all("timeout" in text and "again" in text for text in told)


def test_a_queue_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "WAITING", 3)
    begun = time.monotonic()
    found = asyncio.run(ask_all(Turns(Slow(1, 0.2), 20), 8))
    assert Counter(texts(found))["LimitError"] == 4, "one is asked, three wait"
    assert time.monotonic() - begun < 15


def test_a_refusal_gives_the_turn_back() -> None:
    async def ask() -> list[str]:
        queue = Turns(Slow(1, 0), 1)
        for _ in range(3):
            with pytest.raises(UsageError):
                await queue.ask(Question("refused"))
        return [(await queue.ask(Question("last"))).text]

    assert asyncio.run(ask()) == ["last"]


def test_who_goes_away_while_waiting_takes_no_turn() -> None:
    async def ask() -> list[str]:
        queue = Turns(Slow(1, 0.2), 20)
        first = asyncio.create_task(queue.ask(Question("first")))
        gone = asyncio.create_task(queue.ask(Question("gone")))
        await asyncio.sleep(0.05)
        gone.cancel()
        last = asyncio.create_task(queue.ask(Question("last")))
        return [(await first).text, (await last).text]

    assert asyncio.run(ask()) == ["first", "last"]
