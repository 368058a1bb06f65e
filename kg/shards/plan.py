"""A corpus cut into shards: which articles each of them reads, held to their bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import InputError, UsageError
from kg.reading.sources import Source, digest, expand
from kg.shards import files
from kg.shards.files import Sum

FORMAT = 1
FILE = "plan.json"

_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a shard is to read; `sha256` is of its bytes, None where it has a fault."""

    source: Source
    sha256: str | None

    @property
    def name(self) -> str:
        """What a person calls the article's source."""
        return self.source.name


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard of a plan: its name, how many articles it reads, and the file that lists them."""

    name: str
    articles: int
    list: Sum


@dataclass(frozen=True, slots=True)
class Plan:
    """The shards of a corpus in a folder; `version` is that of Readout and its word lists."""

    folder: Path
    version: str
    shards: tuple[Shard, ...]

    def shard(self, name: str) -> Shard:
        """Return the shard with a name or number ("00017", "17"). Raises UsageError for another."""
        wanted = f"{int(name):05}" if _NUMBER.fullmatch(name) else name
        for shard in self.shards:
            if shard.name == wanted:
                return shard
        raise UsageError(f"no shard {name!r}: the plan has {_span(self.shards)}")


def make(sources: Iterable[str], folder: Path, size: int, version: str) -> Plan:
    """Write a plan for the articles that `sources` name, `size` a shard, and return it.

    Addresses and standard input are no fixed input: they become faults. Raises
    UsageError where the folder has a plan already, StoreError where it cannot
    be written.
    """
    if (folder / FILE).exists():
        raise UsageError(f"{folder} has a plan already: a new one is made in a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    entries = map(_entry, expand(sources))
    shards: list[Shard] = []
    while part := list(islice(entries, size)):
        name = f"{len(shards):05}"
        rows = (json.dumps(_row(entry), ensure_ascii=False) + "\n" for entry in part)
        listed = files.save(folder / f"{name}.articles.jsonl.gz", rows)
        shards.append(Shard(name, len(part), listed))
    made = Plan(folder, version, tuple(shards))
    told = {"format": FORMAT, "version": version, "shards": [asdict(shard) for shard in shards]}
    files.save_json(folder / FILE, told)
    return made


def read(folder: Path) -> Plan:
    """Return the plan in a folder. Raises InputError where there is none that can be read."""
    path = folder / FILE
    if not path.is_file():
        raise InputError(f"no plan in {folder}: `kg shard plan SOURCE... --to {folder}` makes one")
    try:
        told = files.read_json(path)
        if told["format"] != FORMAT:
            raise InputError(f"{path} has format {told['format']}; this version reads {FORMAT}")
        shards = tuple(
            Shard(row["name"], row["articles"], Sum(**row["list"])) for row in told["shards"]
        )
        return Plan(folder, str(told["version"]), shards)
    except (KeyError, TypeError) as error:
        raise InputError(f"{path} is no plan: {error}") from error


def entries(plan: Plan, shard: Shard) -> Iterator[Entry]:
    """Yield the articles of a shard. Raises InputError where the list is not the planned one."""
    fault = files.fault(plan.folder, shard.list)
    if fault:
        raise InputError(f"{plan.folder}: {fault}")
    for line in files.unpack(plan.folder / shard.list.file):
        row = json.loads(line)
        sha256 = row.pop("sha256")
        yield Entry(Source(**row), sha256)


def _entry(source: Source) -> Entry:
    if source.fault is None and source.kind in ("address", "stdin"):
        what = "an address" if source.kind == "address" else "standard input"
        fault = f"{what} is no fixed input: save it to a file, and plan that"
        source = replace(source, fault=fault, data=b"")
    return Entry(source, digest(source))


def _row(entry: Entry) -> dict[str, Any]:
    source = entry.source
    row = {"name": source.name, "id": source.id, "kind": source.kind, "sha256": entry.sha256}
    more = {"record": source.record, "fault": source.fault}
    return row | {name: value for name, value in more.items() if value is not None}


def _span(shards: tuple[Shard, ...]) -> str:
    return f"{shards[0].name} to {shards[-1].name}" if shards else "none"
