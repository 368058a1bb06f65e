"""Where words on a page lead: to a page of this site, to words of an article, or to the world."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urlsplit

from kg import namespaces, vocabulary
from kg.vocabulary import SCHEMES

PAGES = (
    *("article", "country", "instrument", "meeting", "office", "organisation", "person", "place"),
    "topic",
)
"""The kinds of thing that have a page of their own; facts are told on the pages of things."""

_KEY = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
_BEGINNING = 5  # words of each end by which a browser finds a long quote
_LONGEST = 120  # characters of a quote that a browser looks for whole


@dataclass(frozen=True, slots=True)
class Link:
    """Words that may lead somewhere: `path` is on this site, `href` an address of the world."""

    text: str
    path: str | None = None
    href: str | None = None


def link(text: str, iri: str | None) -> Link:
    """Return words that lead to the page of a thing, or to a foreign address that is safe.

    A concept of a closed list is called as the list calls it.
    """
    text = concepts().get(iri, text) if iri else text
    path = document(iri) if iri else None
    return Link(text, path, external(iri) if iri and not path else None)


@cache
def concepts() -> dict[str, str]:
    """Return the words for each concept of the closed lists, by its IRI."""
    return {entry.iri: entry.label for name in SCHEMES for entry in vocabulary.concepts(name)}


def document(iri: str, base: str = namespaces.BASE) -> str | None:
    """Return the path of the page of a thing, "/doc/person/x", or None where it has none."""
    kind, slash, key = iri.removeprefix(base).partition("/")
    if iri.startswith(base) and slash and kind in PAGES and _KEY.fullmatch(key):
        return f"/doc/{kind}/{key}"
    return None


def node(path: str, base: str = namespaces.BASE) -> str:
    """Return the IRI of the thing that has its page at a path, "/doc/person/x"."""
    return base + path.removeprefix("/doc/")


def external(iri: str) -> str | None:
    """Return an address that may become a link: absolute, http or https, with a host."""
    try:
        parts = urlsplit(iri)
    except ValueError:
        return None
    safe = parts.scheme in ("http", "https") and parts.hostname
    own = iri.startswith((namespaces.BASE, namespaces.ONTOLOGY))
    return iri if safe and not own and not re.search(r"[\s\x00-\x1f\"<>\\]", iri) else None


def passage(article: str, start: int, end: int) -> str:
    """Return the path of an article's page at characters `start` to `end`, as RFC 5147 has it."""
    return f"/doc/article/{article}#char={start},{end}"


def live(address: str | None, words: str) -> str | None:
    """Return an address at which a browser looks for the words on the page as it is now.

    A text fragment: long words by their two ends, so that a line break of
    the page between them does no harm.
    """
    href = external(address) if address else None
    if not href:
        return None
    page = href.partition("#")[0]
    told = words.split()
    if len(" ".join(told)) <= _LONGEST or len(told) < 2 * _BEGINNING:
        return f"{page}#:~:text={_fragment(told)}"
    return f"{page}#:~:text={_fragment(told[:_BEGINNING])},{_fragment(told[-_BEGINNING:])}"


def _fragment(words: list[str]) -> str:
    """Return words as a part of a text fragment, where "-" and "," have a meaning of their own."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
