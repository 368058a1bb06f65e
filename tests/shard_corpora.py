"""A small corpus of articles of our own, cut into shards, for the tests of what is done with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg import batch
from kg.shards import plan, shard
from kg.shards.plan import Plan

TEXT = (
    "VALLETTA, {day} May 2019 - The {nth} meeting of the Malta-Tunisia Joint Commission took place"
    " on {day} May 2019 in Valletta. The meeting was chaired by Malta.\n"
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def write(folder: Path) -> str:
    """Return a folder of articles on the meetings of one series."""
    folder.mkdir()
    for day, nth in enumerate(ORDINALS, 1):
        (folder / f"{nth}.txt").write_text(TEXT.format(day=day, nth=nth), "utf-8")
    return str(folder)


def here(entries: Any) -> Iterator[batch.Outcome[shard.Made]]:
    """Make articles in this process."""
    return batch.each(shard.make, entries)


def planned() -> Plan:
    """Return a corpus of the folder `in`, three articles a shard."""
    return plan.make(["in"], Path("corpus"), 3, shard.version())


def make(corpus: Plan) -> Plan:
    """Return a corpus of which each shard is made."""
    for one in corpus.shards:
        shard.run(corpus, one, here)
    return corpus
