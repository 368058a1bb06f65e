"""Questions put so that they read the merged view where a server's default graph is a union.

What a query asks of the default graph it then asks of the graph of the merged
view; and what it asks of any named graph leaves that one out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.queries import sparql
from kg.store.remote.profiles import MERGED

_SIGN = re.compile(r"[{}]|[?$]\w+|\b(?:GRAPH|CONSTRUCT|WHERE|VALUES)\b", re.IGNORECASE)

_EXTREME = re.compile(r"\b(MIN|MAX)\((\?\w+)\)")


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        return self.text.upper()


@dataclass(frozen=True, slots=True, order=True)
class _Insertion:
    """Words that go to a place of the query; `rank` orders those of one place."""

    place: int
    rank: int
    words: str


def merge(text: str) -> str:
    """Return a query that answers from the graph MERGED what `text` answers from its default graph.

    `text` must have passed `sparql.check`. A DESCRIBE of things without a
    pattern stays as it is: servers decide what it reads.
    """
    signs = list(_signs(text))
    for insertion in sorted((*_outer(text, signs), *_named(signs)), reverse=True):
        text = text[: insertion.place] + insertion.words + text[insertion.place :]
    return text


def compare_texts(text: str) -> str:
    """Return a stored question in which least and greatest are those of texts.

    All that the files of queries/ ask the least or greatest of are texts.
    Virtuoso compares its own numbers of them unless they are told to be texts.
    """
    return _EXTREME.sub(r"\1(STR(\2))", text) if text.startswith("#+") else text


def count(text: str) -> str | None:
    """Return a SELECT with a row for each solution of a CONSTRUCT, or None for other queries."""
    signs = list(_signs(text))
    number = next((n for n, sign in enumerate(signs) if sign.word == "CONSTRUCT"), None)
    if number is None:
        return None
    pattern = signs[number].end
    if signs[number + 1].text == "{":
        pattern = _close(signs, number + 1).end
    return f"{text[: signs[number].start]}SELECT (1 AS ?one) {text[pattern:]}"


def _signs(text: str) -> Iterator[_Sign]:
    """Yield braces, variables and the words that matter, outside of strings and comments."""
    hidden = [(found.start(), found.end()) for found in sparql.skipped(text)]
    number = 0
    for found in _SIGN.finditer(text):
        while number < len(hidden) and hidden[number][1] <= found.start():
            number += 1
        if number == len(hidden) or found.start() < hidden[number][0]:
            yield _Sign(found[0], found.start(), found.end())


def _outer(text: str, signs: list[_Sign]) -> Iterator[_Insertion]:
    """Yield what goes around the patterns that stand in no other: WHERE, and EXISTS beside it."""
    depth = 0
    for number, sign in enumerate(signs):
        depth -= sign.text == "}"
        if sign.text == "{" and depth == 0:
            before = signs[number - 1].word if number else ""
            close = _close(signs, number)
            if before == "WHERE" and number > 1 and signs[number - 2].word == "CONSTRUCT":
                # the short form, in which the pattern is the template
                template = f"{{{text[sign.end : close.start]}}} "
                yield _Insertion(signs[number - 1].start, 0, template)
            if before != "CONSTRUCT" and not _is_data(signs, number):
                yield _Insertion(sign.end, 0, f" GRAPH <{MERGED}> {{")
                yield _Insertion(close.start, 2, "} ")
        depth += sign.text == "{"


def _is_data(signs: list[_Sign], number: int) -> bool:
    """Tell whether the brace at `number` opens the rows of a VALUES clause."""
    while number and signs[number - 1].text[0] in "?$":
        number -= 1
    return bool(number) and signs[number - 1].word == "VALUES"


def _close(signs: list[_Sign], start: int) -> _Sign:
    """Return the brace that closes the one at `start`; a query that was parsed has it."""
    depth = 0
    for sign in signs[start:]:
        depth += {"{": 1, "}": -1}.get(sign.text, 0)
        if depth == 0:
            return sign
    raise ValueError("a brace that nothing closes")


def _named(signs: list[_Sign]) -> Iterator[_Insertion]:
    """Yield what leaves the merged view out where any named graph will do."""
    for number in range(len(signs) - 2):
        word, name, brace = signs[number : number + 3]
        if word.word == "GRAPH" and name.text[0] in "?$" and brace.text == "{":
            close = _close(signs, number + 2)
            yield _Insertion(word.start, 1, "{ ")
            yield _Insertion(close.end, 0, f" FILTER({name.text} != <{MERGED}>) }}")
