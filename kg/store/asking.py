"""A worker: a process that opens a snapshot once and answers one question after the other.

Questions and answers pass a pipe as JSON and text: first a head, then the
answer in pieces, when all of it has been found. What breaks the engine ends
this process and no other.
"""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg import limits, namespaces
from kg.errors import InputError, KgError, LimitError, StoreError, UsageError
from kg.store import engine
from kg.store.embedded import Store

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from kg.queries.results import Found, Graph

_TEXT = ox.NamedNode(namespaces.term("text"))
_EVIDENCE = ox.NamedNode(namespaces.term("evidence"))

READY = b"ready"
PIECE = 64 * 1024
"""Bytes of a piece of an answer, about."""


class UnwantedError(UsageError):
    """The answer is of a kind for which no format is wanted."""


ERRORS = {
    kind.__name__: kind
    for kind in (UnwantedError, UsageError, InputError, LimitError, StoreError, KgError)
}
"""The errors that pass the pipe, by name."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: SPARQL of a stranger, a stored question by its name and values, or a thing.

    `thing` is the IRI of a thing to be described, with the nodes that are one
    with it; of an article it is all that its graph states. `rows_as` and
    `triples_as` are the formats wanted of either kind of answer, None where
    that kind is not wanted; a stored question of which triples alone are wanted
    tells what is said of the things in its rows. `rows` and `size` are the most
    rows or triples, and bytes. `default` and `named` are graphs that make up
    the dataset of free SPARQL; without both it is the whole store. With `file`
    the whole store is exported to it as `triples_as`, and the answer is its
    SHA-256. `seconds` go before those of the pool.
    """

    text: str = ""
    name: str | None = None
    values: dict[str, str] = field(default_factory=dict)
    thing: str | None = None
    rows_as: str | None = "json"
    triples_as: str | None = "turtle"
    rows: int | None = 10_000
    size: int = 64 * 1024**2
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    file: str | None = None
    seconds: float | None = None


def serve(pipe: Connection, folder: Path, memory: int | None, nice: int = 0) -> None:
    """Answer the questions that come through `pipe` on the store in `folder` until it is closed.

    The process lets others go first by `nice` steps, as Unix counts them.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.bound(memory)
    if nice and hasattr(os, "nice"):
        os.nice(nice)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with Store(folder, read_only=True) as store:
        from kg import queries  # before the first question waits for it

        queries.catalogue()
        pipe.send_bytes(READY)
        while True:
            try:
                asked = json.loads(pipe.recv_bytes())
            except EOFError:
                return
            for frame in _answer(store, Question(**asked)):
                pipe.send_bytes(frame)


def _end_with_parent() -> None:
    """End where the process that asks has ended, also in the middle of a query."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(store: Store, question: Question) -> Iterable[bytes]:
    try:
        if question.file is not None:
            return _export(store, question, Path(question.file))
        text, found = find(store, question)
        body = _spool(written(found, question), question.size)
        return (_head(found, question, text, body), *body)
    except MemoryError:
        limits.abort()
    except KgError as error:
        kind = type(error).__name__
        told = {"error": kind if kind in ERRORS else "KgError", "message": str(error)}
        return (json.dumps(told).encode(),)


def _export(store: Store, question: Question, file: Path) -> tuple[bytes, ...]:
    """Write the whole store to a file, which is there whole or not at all."""
    from kg import export

    form, digest, total = question.triples_as or "nquads", sha256(), 0
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as out:
            for text in export.pieces(store, form):
                data = text.encode("utf-8")
                digest.update(data)
                total += out.write(data)
                _bound(total, question.size)
        part.replace(file)
    except OSError as error:
        raise StoreError(f"the export cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    head = {"kind": "export", "form": form, "text": "", "length": total, "pieces": 1, "cut": False}
    return json.dumps(head).encode(), digest.hexdigest().encode()


def find(store: Store, question: Question) -> tuple[str, Found]:
    """Return the SPARQL of a question and what the store answers, rows as they are found.

    Raises UsageError where it is not accepted.
    """
    from kg import queries
    from kg.queries import sparql

    if question.thing is not None:
        return f"DESCRIBE <{question.thing}>", _describe(store, question.thing, question.rows)
    if question.name is not None:
        text = queries.prepare(store, question.name, **question.values)
        found = store.begin(text, question.rows)
        return text, found if question.rows_as else _told(store, found)
    sparql.screen(question.text)
    try:
        return question.text, _begin(store, question)
    except UsageError:
        sparql.check(question.text)  # which says where it is no SPARQL, in words for people
        raise


def _describe(store: Store, thing: str, most: int | None) -> Graph:
    from kg import export
    from kg.queries import results, things

    name = _graph(thing).value
    kind, _, key = name.removeprefix(namespaces.BASE).partition("/")
    if kind == "article":
        said = frozenset(quad.triple for quad in store.quads(store.article(key).graph))
    else:
        nodes = things.members(store, name)
        said = frozenset[ox.Triple]().union(*(export.describe(store, node) for node in nodes))
    triples = sorted(said, key=str)
    return results.Graph(tuple(triples[:most]), most is not None and len(triples) > most)


def _told(store: Store, found: Found) -> Found:
    """Return what is said of the things in an answer, with the passages behind it, as triples."""
    from kg.queries import results

    if not isinstance(found, results.Stream):
        return found
    nodes = {term.value for row in found for term in row if isinstance(term, ox.NamedNode)}
    own = {n for n in nodes if n.startswith(namespaces.BASE)}
    said = {quad.triple for node in own for quad in store.about(node) if quad.predicate != _TEXT}
    cited = {t.object.value for t in said if t.predicate == _EVIDENCE
             and isinstance(t.object, ox.NamedNode)}  # fmt: skip
    said |= {quad.triple for passage in cited for quad in store.about(passage)}
    return results.Graph(tuple(sorted(said, key=str)), found.cut)


def _begin(store: Store, question: Question) -> Found:
    """Ask the store, or a merge of some of its graphs, in which each triple stands once."""
    if not question.default and not question.named:
        return store.begin(question.text, question.rows)
    made = ox.Store()
    for name in map(_graph, question.default):
        made.extend(ox.Quad(q.subject, q.predicate, q.object) for q in store.quads(name.value))
    for name in map(_graph, question.named):
        made.extend(store.quads(name.value))
    return engine.begin(made, question.text, question.rows)


def _graph(name: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise UsageError(f"no IRI of a graph: {name!r}") from error


def written(found: Found, question: Question) -> Iterator[str]:
    """Yield an answer as text in the format that is wanted of its kind.

    Raises UnwantedError where that kind is not wanted.
    """
    from kg.queries import results

    if isinstance(found, results.Graph):
        if question.triples_as is None:
            raise UnwantedError("the answer has triples: ask for turtle, ntriples, jsonld, rdfxml")
        return iter((_triples(found, question.triples_as),))
    if question.rows_as is None:
        raise UnwantedError("the answer has rows: ask for json, xml, csv, tsv")
    return results.pieces(found, question.rows_as)


def _triples(found: Graph, form: str) -> str:
    from kg import export

    chosen = export.find(form)
    if chosen.triples is None:
        raise UsageError(f"{form} is for graphs with names: ask for turtle, ntriples, jsonld")
    if any(isinstance(t.subject, ox.BlankNode) or isinstance(t.object, ox.BlankNode)
           for t in found.triples):  # fmt: skip
        engine = ox.RdfFormat.from_media_type(chosen.media_type)
        return (ox.serialize(found.triples, format=engine) or b"").decode("utf-8")
    return chosen.triples(found.triples)


def _spool(texts: Iterable[str], most: int) -> list[bytes]:
    """Return the answer in pieces. Raises LimitError where it has more than `most` bytes."""
    pieces: list[bytes] = []
    total = 0
    for text in texts:
        data = text.encode("utf-8")
        total += len(data)
        _bound(total, most)
        pieces.extend(data[start : start + PIECE] for start in range(0, len(data), PIECE))
    return pieces


def _bound(total: int, most: int) -> None:
    if total > most:
        raise LimitError(f"the answer has more than {most >> 20} MB: ask for less at once")


def _head(found: Found, question: Question, text: str, body: list[bytes]) -> bytes:
    from kg.queries import results

    head: dict[str, Any] = {"text": text, "length": sum(map(len, body)), "pieces": len(body)}
    if isinstance(found, results.Graph):
        head |= {"kind": "triples", "form": question.triples_as, "cut": found.cut}
    elif isinstance(found, results.Stream):
        head |= {"kind": "rows", "form": question.rows_as, "columns": found.columns}
        head["cut"] = found.cut
    else:
        head |= {"kind": "answer", "form": question.rows_as, "cut": False}
    return json.dumps(head).encode()
