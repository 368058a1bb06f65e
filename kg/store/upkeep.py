"""The upkeep of a store on disk: what it holds, whether it is whole, copies of it, files made anew.

Copies and new files are made beside what is there, and one rename puts them in
place: work that is killed or finds the disk full leaves the store as it was.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import namespaces
from kg.errors import KgError, StoreError, UsageError
from kg.queries.results import plain
from kg.store import engine, folder

if TYPE_CHECKING:
    from kg.store.embedded import Store

_ARTICLE = ox.NamedNode(namespaces.term("Article"))
_TYPE = ox.NamedNode(namespaces.VOCABULARIES["rdf"] + "type")
_TEXT, _SHA256, _IN, _START, _END, _QUOTE = (
    ox.NamedNode(namespaces.term(name))
    for name in ("text", "sha256", "article", "start", "end", "quote")
)

Properties = dict[ox.NamedNode, str | int]


@dataclass(frozen=True, slots=True)
class Info:
    """What a store is: its folder, its layout, what it holds, its bytes on disk."""

    path: Path
    format: int
    articles: int
    size: int


@dataclass(frozen=True, slots=True)
class Resized:
    """Bytes on disk before and after."""

    before: int
    after: int


class Verification:
    """A reading of a whole store: iterate for its faults in words; the counts grow meanwhile."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.articles = 0
        self.statements = 0
        self.faults = 0

    def __iter__(self) -> Iterator[str]:
        for fault in self._all():
            self.faults += 1
            yield fault

    def _all(self) -> Iterator[str]:
        for graph in self.store.graphs():
            triples = {quad.triple for quad in self.store.quads(graph)}
            self.statements += len(triples)
            self.articles += any(triple.object == _ARTICLE for triple in triples)
            yield from _check_article(graph, triples)
            if self._found_otherwise(graph, triples) != 2 * len(triples):
                yield f"{_name(graph)}: by property or value other statements are found than in all"
            lost = sum(not self.store.states(triple) for triple in triples)
            if lost:
                yield f"{_name(graph)}: {lost} of its statements are missing in the merged view"
        yield from self._merged()

    def _found_otherwise(self, graph: str, triples: set[ox.Triple]) -> int:
        """Return how many statements the engine's other orders of a graph have, two of them."""
        by_property = ((t, None) for t in sorted({t.predicate for t in triples}, key=str))
        by_value = ((None, t) for t in sorted({t.object for t in triples}, key=str))
        return sum(
            sum(1 for _ in self.store.matching(verb, value, graph))
            for verb, value in (*by_property, *by_value)
        )

    def _merged(self) -> Iterator[str]:
        counts: Counter[ox.NamedNode] = Counter()
        for quad in self.store.quads():
            counts[quad.predicate] += 1
            if not self.store.states(quad.triple, merged=False):
                yield f"the merged view has a statement that no article makes: {quad.triple}"
        for verb, count in sorted(counts.items(), key=str):
            if sum(1 for _ in self.store.matching(verb, None)) != count:
                yield f"by {verb} other statements are found in the merged view than in all"


def info(store: Store) -> Info:
    """Return what the store is and holds, without reading all of it."""
    assert store.path is not None
    articles = sum(1 for _ in store.matching(_TYPE, _ARTICLE))
    return Info(store.path, folder.FORMAT, articles, folder.size(store.path))


def verify(store: Store) -> Verification:
    """Return a check of the whole store, graph by graph, that every passage replays.

    Iterating it reads every statement in several of the engine's orders, so
    that damaged files show. Raises StoreError where they can no longer be read.
    """
    return Verification(store)


def _check_article(graph: str, triples: set[ox.Triple]) -> Iterator[str]:
    """Yield what is wrong with the graph of an article by itself."""
    nodes: dict[str, Properties] = {}
    for triple in triples:
        value = plain(triple.object) if not isinstance(triple.object, ox.Triple) else None
        if isinstance(triple.subject, ox.NamedNode) and isinstance(value, str | int):
            nodes.setdefault(triple.subject.value, {})[triple.predicate] = value
    articles = [own for own in nodes.values() if own.get(_TYPE) == _ARTICLE.value]
    if not articles and not any(_QUOTE in own for own in nodes.values()):
        return  # a graph of links between things, which no article states
    if len(articles) != 1:
        yield f"{_name(graph)}: {len(articles)} articles in its graph, where there should be one"
        return
    text = str(articles[0].get(_TEXT, ""))
    if articles[0].get(_SHA256) != sha256(text.encode("utf-8")).hexdigest():
        yield f"{_name(graph)}: its text is not the one that its SHA-256 was taken of"
    for iri, own in sorted(nodes.items()):
        if _QUOTE in own and not _replays(own, text):
            yield f"{_name(graph)}: the passage {iri} does not replay from the text"


def _replays(own: Properties, text: str) -> bool:
    start, end = own.get(_START), own.get(_END)
    return isinstance(start, int) and isinstance(end, int) and text[start:end] == own[_QUOTE]


def _name(graph: str) -> str:
    return graph.partition("/graph/")[2] or graph


# --- copies and new files -----------------------------------------------------------


def compact(path: Path) -> Resized:
    """Make the files of a store anew, without what replaced articles and killed work left.

    It needs as much free space as the store has files. Raises StoreError where
    another process writes, or the disk is full: then all is as it was.
    """
    data = folder.find(path)
    before = folder.size(path)
    written = engine.open_writer(data, path)
    _replace_files(path, written)
    del written
    folder.sweep(path)
    return Resized(before, folder.size(path))


def backup(path: Path, target: Path) -> int:
    """Copy a store to `target`, a folder that is not there yet; return its bytes.

    On one file system the copy shares its files, which are never changed, and
    takes no time and no space. Beside a process that writes it is a copy of
    the moment, made statement by statement.
    """
    data = folder.find(path)
    if target.exists():
        raise UsageError(f"{target} is there already: a backup is a new folder")
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _copy(path, data, part / folder.DATA)
        folder.mark(part)
        part.rename(target)
    except OSError as error:
        raise StoreError(f"no backup can be made at {target}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder.size(target)


def _copy(path: Path, data: Path, target: Path) -> None:
    try:
        opened = engine.open_writer(data, path)
    except engine.LockedError:
        _fill(target, engine.open_reader(data, path), path)
        return
    try:
        opened.flush()
        opened.backup(target)
    except (OSError, RuntimeError) as error:
        raise engine.failed(f"the store at {path} cannot be copied", error) from error


def restore(path: Path, source: Path, *, force: bool = False) -> int:
    """Put what the backup `source` holds in the place of the store at `path`; return its articles.

    Each statement is read and written anew. Raises UsageError where the store
    holds articles, or is too damaged to tell, and `force` is not given.
    """
    copied = engine.open_reader(folder.find(source), source)
    data = folder.make(path)
    held: ox.Store | None = None
    try:
        held = engine.open_writer(data, path)
        what = "holds articles" if any(engine.read(held.named_graphs, path)) else ""
    except engine.LockedError:
        raise
    except StoreError:
        what = "is damaged, and may still hold articles"
    if what and not force:
        raise UsageError(f"the store at {path} {what}: --force puts the backup in its place")
    _replace_files(path, copied)
    del held
    folder.sweep(path)
    articles = copied.quads_for_pattern(None, _TYPE, _ARTICLE, ox.DefaultGraph())
    return sum(1 for _ in articles)


def _replace_files(path: Path, statements: ox.Store) -> None:
    target = folder.following(path)
    try:
        _fill(target, statements, path)
        folder.mark(path, target.name)
    except OSError as error:
        shutil.rmtree(target, ignore_errors=True)
        raise StoreError(f"the store at {path} cannot be written: {error.strerror}") from error
    except KgError:
        shutil.rmtree(target, ignore_errors=True)
        raise


def _fill(target: Path, statements: ox.Store, path: Path) -> None:
    """Write all statements to new files, and see that all are there."""
    quads = engine.read(lambda: statements.quads_for_pattern(None, None, None, None), path)
    try:
        made = ox.Store(target)
        made.bulk_extend(quads)
        made.optimize()
        made.flush()
        missing = len(statements) - len(made)
    except (OSError, RuntimeError) as error:
        raise engine.failed(f"new files cannot be written at {target}", error) from error
    if missing:
        raise StoreError(f"{missing} statements of {path} did not arrive at {target}")
