"""SPARQL text: what a foreign query must not do, and terms written into a query safely."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyoxigraph as ox

from kg.errors import UsageError

DEEPEST = 100
"""Brackets within brackets; the engine ends the process at about 1,000, silently."""

LONGEST = 500
"""Patterns, operators and clauses in a row; the engine's planner takes minutes beyond."""

_SKIP = re.compile(  # strings, IRIs, comments and prefixed names: signs within them say nothing
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' + r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"' + r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n\r]*'
    r"|(?<![\w-])[A-Za-z][\w-]*:(?:[\w.:%-]*[\w%-])?",
    re.DOTALL,
)
_BRACKETS = re.compile(r"[{(\[\]})]")
_LINKS = re.compile(r"[{!+*/^;-]|\.(?!\d)|\|\|?|&&|\b(?:FILTER|BIND)\b", re.IGNORECASE)
_UPDATES = re.compile(r"\b(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b", re.IGNORECASE)
_REFUSED = {
    "ServiceGraphPattern": "SERVICE asks another server",
    "DatasetClause": "FROM reads another dataset",
    "Load": "LOAD reads a file or an address",
}
_SUSPECT = re.compile(rf"SERVICE|FROM|\\u|{_UPDATES.pattern}", re.IGNORECASE)
_LINE = 60  # characters of an IRI that count as one sign
_RECURSION = 20_000  # a hundred brackets take the parser about 4,000 calls


def check(text: str) -> None:
    """Refuse a query that writes, reaches outside the store or could break the engine.

    It is judged on its parse tree, so that a word in a string or a comment
    does no harm and no spelling hides one. Raises UsageError.
    """
    _measure(text)
    for node in _walk(_parse(text)):
        reason = _REFUSED.get(getattr(node, "name", ""))
        if reason:
            raise UsageError(f"refused: {reason}; queries read this store and nothing else")


def skipped(text: str) -> Iterator[re.Match[str]]:
    """Yield the strings, IRIs, comments and prefixed names of a query: no sign in them counts."""
    return _SKIP.finditer(text)


def screen(text: str) -> None:
    """Refuse what `check` refuses, but for what the engine itself says is no SPARQL.

    A text that nowhere has the word of what is refused need not be parsed
    twice: that takes ten times longer than most answers. An escaped letter
    might hide one, for an engine that reads escapes first. Raises UsageError.
    """
    _measure(text)
    if _SUSPECT.search(text):
        check(text)


def _measure(text: str) -> None:
    bare = _SKIP.sub(" ", text)
    iris = [found[0] for found in skipped(text) if found[0].startswith("<")]
    if max((_depth(part) for part in (bare, *iris)), default=0) > DEEPEST:
        raise UsageError(f"the query nests more than {DEEPEST} brackets")
    links = sum(1 for _ in _LINKS.finditer(bare))
    # "1<a:b/2/2&&3>2" looks like an IRI from the outside: a long one counts by its length.
    if links + sum(len(iri) // _LINE for iri in iris) > LONGEST:
        raise UsageError(f"the query has more than {LONGEST} patterns, clauses and operators")


def _depth(text: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "{([" else -1
        deepest = max(deepest, depth)
    return deepest


def _parse(text: str) -> Any:
    """Return rdflib's parse tree; an update is told from what is no SPARQL at all."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        with _deep_recursion():
            return parseQuery(text)
    except ParseException as error:
        if _UPDATES.match(_first_words(text)):
            raise UsageError(
                "refused: an update; queries are SELECT, ASK, CONSTRUCT, DESCRIBE"
            ) from (error)
        place = f"line {error.lineno}, column {error.column}"
        near = " ".join(error.line[error.column - 1 :].split())[:40]
        raise UsageError(f"not a SPARQL query: {place}, at {near!r}") from error
    except RecursionError as error:
        raise UsageError("the query nests too deeply") from error


def _first_words(text: str) -> str:
    """Return the text from its first word after comments and declarations on."""
    bare = re.sub(r"#[^\n]*(?=\n|$)", "", _SKIP.sub(lambda m: _blank(m[0]), text)).strip()
    return re.sub(r"^(?:(?:PREFIX\s+[\w.-]*:\s*<>|BASE\s+<>)\s*)*", "", bare, flags=re.IGNORECASE)


def _blank(token: str) -> str:
    return {"<": "<>", "#": "", '"': '""', "'": "''"}.get(token[0], token)


@contextmanager
def _deep_recursion() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _walk(node: Any) -> Iterator[Any]:
    """Yield every node of a parse tree, whatever holds it, without recursion."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, dict):
            waiting.extend(node.values())
        elif hasattr(node, "__iter__") and not isinstance(node, str | bytes):
            waiting.extend(node)


def serialise(term: ox.NamedNode | ox.Literal) -> str:
    """Return a term as SPARQL text that every engine reads back as the same term."""
    return str(term) if isinstance(term, ox.NamedNode) else escape(str(term))


def escape(text: str) -> str:
    """Return terms in N-Triples, with spaces between them or not, as text for SPARQL.

    The standard lets an engine resolve \\uXXXX before it parses, so that a
    backslash before a "u" of the text itself would become an escape there:
    that "u" is written as an escape of its own, of eight digits so that none is taken for more.
    """
    return re.sub(r"((?<!\\)(?:\\\\)+)([uU])", _escape_letter, text)


def _escape_letter(found: re.Match[str]) -> str:
    return f"{found[1]}\\U{ord(found[2]):08X}"
