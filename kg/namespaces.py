"""Prefixes, and the one place where an IRI is minted; plain strings, no RDF library.

An IRI is a base, a kind and a key: `https://w3id.org/readout/id/person/ru-patrushev-n`.
A key comes from what the thing is (never from a counter, a clock or the order
of reading), in ASCII letters, digits, `.`, `_` and `-`, so that it stands behind
a prefix as it is: `person:ru-patrushev-n`. Inside a key one hyphen parts words
and two part components, which keeps composed keys apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

ONTOLOGY = "https://w3id.org/readout/ontology#"
BASE = "https://w3id.org/readout/id/"

KINDS = (
    "act",
    "agenda-item",
    "appearance",
    "article",
    "country",
    "graph",
    "instrument",
    "meeting",
    "office",
    "organisation",
    "participation",
    "person",
    "place",
    "tenure",
    "topic",
)
"""The kinds of thing below the base, one path segment and one prefix each."""

VOCABULARIES = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "readout": ONTOLOGY,
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies that a graph uses, by their customary prefixes."""

RESERVED = ("identity", "links")
"""The keys of graphs that are no article's: what is one over articles, and links."""

LONGEST_KEY = 120
"""Characters of a key; a longer one keeps its beginning and ends in a digest of the whole."""

_DIGEST = 10
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?")
_GAPS = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´"))
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
    | {"ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "a"}
)


def prefixes(base: str = BASE) -> dict[str, str]:
    """Return every prefix with its namespace, sorted: vocabularies, then one a kind of thing."""
    return dict(sorted((VOCABULARIES | {kind: f"{base}{kind}/" for kind in KINDS}).items()))


@lru_cache(maxsize=4096)
def iri(kind: str, key: str, base: str = BASE) -> str:
    """Return the IRI of the thing of `kind` with `key`, which `join` or `fold` made."""
    if kind not in KINDS:
        raise ValueError(f"no kind of thing: {kind!r}, one of {', '.join(KINDS)}")
    if not _PLAIN.fullmatch(key):
        raise ValueError(f"no key: {key!r}")
    return f"{base}{kind}/{key}"


def term(name: str) -> str:
    """Return the IRI of a term of the ontology or a concept of its vocabulary."""
    return ONTOLOGY + name


@lru_cache(maxsize=256)
def article(identifier: str, base: str = BASE) -> str:
    """Return the IRI of an article by its id."""
    return iri("article", article_key(identifier), base)


def graph(identifier: str, base: str = BASE) -> str:
    """Return the IRI of the named graph that holds what one article states."""
    return iri("graph", article_key(identifier), base)


def passage(identifier: str, start: int, end: int, base: str = BASE) -> str:
    """Return the IRI of characters `start` to `end` of an article, an RFC 5147 fragment."""
    return f"{article(identifier, base)}#char={start},{end}"


def article_key(identifier: str) -> str:
    """Return an article's id as a key: as it stands where it can, else folded with a digest."""
    plain = _PLAIN.fullmatch(identifier) and len(identifier) <= LONGEST_KEY
    if plain and identifier not in RESERVED:
        return identifier
    return join(fold(identifier), digest(identifier))


@lru_cache(maxsize=2**14)  # an article folds the same names some two hundred times
def fold(text: str) -> str:
    """Return `text` as lower-case ASCII words with hyphens between: "Côte d’Ivoire", cote-divoire.

    Where letters or digits of other scripts remain a digest of the text is
    added, so that two texts fold alike only where they differ in case, accents
    or punctuation.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    bare = plain if plain.isascii() else _bare(plain)  # most names are: a third of the time
    words = _GAPS.sub("-", bare).strip("-")
    foreign = not bare.isascii() and any(c.isalnum() and not c.isascii() for c in bare)
    if not words or foreign:
        return _shorten("-".join(filter(None, (words, digest(plain)))))
    return _shorten(words)


def _bare(plain: str) -> str:
    """Return decomposed letters without their accents, those of their own as others spell them."""
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)


def join(*parts: str | None) -> str:
    """Return one key from the parts that are there, with two hyphens between components."""
    return _shorten("--".join(part for part in parts if part))


def link(*parts: str | None) -> str:
    """Return one component from the parts that are there, with one hyphen between them."""
    return _shorten("-".join(part for part in parts if part))


def digest(text: str) -> str:
    """Return a short digest of `text`, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def _shorten(key: str) -> str:
    if len(key) <= LONGEST_KEY:
        return key
    return f"{key[: LONGEST_KEY - _DIGEST - 1].rstrip('-._')}-{digest(key)}"
