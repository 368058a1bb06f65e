"""What a search costs over the names of 20,000 articles, beside the engine's own search in text.

python -m bench.search
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from bench import corpus
from bench.measure import Figure, timed
from kg import namespaces
from kg.queries import things
from kg.store import Store
from kg.web.views.names import names
from kg.web.views.search import search

RUNS = 5
PEER = "CONTAINS over the same names in the embedded engine"
TYPED = ("min", "minister of tr", "a", "uzb", "session", "patrush", "xyzzy", "water man 20")
"""What is typed: common and rare words, one letter, several words, nothing that is there."""

_LABEL = f"<{namespaces.VOCABULARIES['rdfs']}label>"


def measure() -> Iterator[Figure]:
    """Yield what reading all names takes, and the medians of the quickest and slowest search."""
    listed = tuple(_names())
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        store.put("".join(_line(number, *each) for number, each in enumerate(listed)))
        many = f"{len(listed):,} names"
        yield Figure(f"reading {many} before the first search", timed(lambda: names(store)), 1)
        own = {typed: _median(partial(search, store, typed)) for typed in TYPED}
        peer = _median(partial(things.matches, store, "patrush"))
        for typed in (min(own, key=own.__getitem__), max(own, key=own.__getitem__)):
            yield Figure(
                f"search for {typed!r} in {many}", own[typed], RUNS, PEER, own[typed] / peer
            )


def _median(work: Callable[[], object]) -> float:
    return statistics.median(timed(work) for _ in range(RUNS))


def _names() -> Iterator[tuple[str, str]]:
    """Yield kinds and names such as 20,000 articles of the corpus have: about 120,000."""
    terms = range(len(corpus.YEARS) // corpus.TERM)
    people = [
        corpus.minister(corpus.SEED, portfolio, country, term).name
        for portfolio, country, term in product(corpus.PORTFOLIOS, corpus.COUNTRIES, terms)
    ]
    yield from (("person", name) for name in people)
    for one, other in zip(people, reversed(people), strict=True):
        for year in range(1994, 2000):
            yield "meeting", f"meeting of {one} with {other} in {year}"
    for ordinal, portfolio, body in product(corpus.ORDINALS, corpus.PORTFOLIOS, corpus.BODIES):
        yield "meeting", f"{ordinal} session of the Council of Ministers of {portfolio} of {body}"
    subjects = product(corpus.KINDS.values(), corpus.ASPECTS, corpus.SUBJECTS, range(1995, 2025))
    for form, aspect, subject, year in subjects:
        yield "instrument", form.format(f"{aspect} {subject}", year, year + 4)


def _line(number: int, kind: str, name: str) -> str:
    node = namespaces.iri(kind, f"n{number}")
    return f'<{node}> {_LABEL} "{name}" <{namespaces.graph("names")}> .\n'


if __name__ == "__main__":
    from bench.__main__ import line

    for row in measure():
        print(line(row), flush=True)
