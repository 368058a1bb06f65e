"""A dossier: all that the store knows of one thing, with the words behind each line."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import namespaces
from kg.errors import UsageError
from kg.queries import things
from kg.queries.results import curie, short

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

LIMIT = 40
"""Facts of one kind that are told in full; of more only the number."""

_ONTOLOGY = namespaces.ONTOLOGY
_TYPE = namespaces.VOCABULARIES["rdf"] + "type"
_LABEL = namespaces.VOCABULARIES["rdfs"] + "label"
_ALSO = namespaces.VOCABULARIES["skos"] + "altLabel"
_DATE = _ONTOLOGY + "startDate"
_UNTOLD = {
    *(_TYPE, _LABEL, _ALSO),
    *(_ONTOLOGY + name for name in ("evidence", "rule", "text", "sha256", "title", "isoCode")),
}
_TIES = ("Participation", "Tenure", "Act", "AgendaItem", "Appearance")
_ORDER = (
    *("meeting", "action", "instrument", "topic", "person", "form", "office", "party", "role"),
    "attestedOn",
)
_HEADINGS = {
    "Participation": "takes part",
    "Tenure": "holds office",
    "Act": "what was done",
    "AgendaItem": "what was taken up",
    "Appearance": "name in print",
}
_FROM_OTHERS = {
    "broader": "narrower topics",
    "chair": "chairs",
    "convenes": "meetings of this body",
    "of": "offices",
    "partOf": "bodies",
    "refersTo": "referred to by",
    "under": "meetings under it",
}
_SAID = {"participant"}  # the role of everybody

Pairs = list[tuple[str, "ox.NamedNode | ox.Literal"]]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, with its id and their place in it."""

    text: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One thing known, in words, and the quotes behind it; `iri` is what it leads to."""

    text: str
    iri: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind; `more` counts those that are not told."""

    title: str
    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of one thing."""

    iri: str
    kind: str
    name: str
    also: tuple[str, ...]
    sections: tuple[Section, ...]

    def text(self, width: int = 88) -> str:
        """Return the dossier for a terminal of `width` columns."""
        return "\n".join(_render(self, width)) + "\n"

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text())}</pre>"


def dossier(store: GraphStore, thing: str) -> Dossier:
    """Return what the store knows of `thing`: an IRI, a prefixed name, a key or a name.

    Raises UsageError where the store knows nothing of it, or where a name may
    mean several things: the message lists them.
    """
    nodes = things.members(store, things.find(store, thing))
    iri, members = nodes[0], frozenset(nodes)
    own = sorted({pair for node in nodes for pair in _pairs(store, node)}, key=_order)
    own = [(verb, node) for verb, node in own if node.value not in members]
    incoming = (quad for node in nodes for quad in store.about(node, incoming=True))
    pointing = sorted({_subject(quad) for quad in incoming} - {*members, ""})
    if not own and not pointing:
        raise UsageError(f"the store says nothing of {thing!r}")
    names = _names(own)
    quotes = _quotes(store, own)
    facts = tuple(_own_lines(store, own, quotes))
    known = (Section("known", facts),) if facts else ()
    return Dossier(
        iri,
        _kind(own),
        names[0] if names else curie(iri),
        names[1:],
        known + _named(facts, quotes) + tuple(_incoming(store, members, pointing)),
    )


# --- what the thing itself says ---------------------------------------------------


def _pairs(store: GraphStore, iri: str) -> Pairs:
    found = ((quad.predicate.value, quad.object) for quad in store.about(iri))
    return sorted(
        ((verb, node) for verb, node in found if isinstance(node, ox.NamedNode | ox.Literal)),
        key=_order,
    )


def _order(pair: tuple[str, ox.NamedNode | ox.Literal]) -> tuple[str, str]:
    return pair[0], str(pair[1])


def _subject(quad: ox.Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""


def _values(own: Pairs, verb: str) -> list[str]:
    return [node.value for name, node in own if name == verb]


def _names(own: Pairs) -> tuple[str, ...]:
    """Return the names of a thing, the longest label first, each once."""
    labels = sorted(_values(own, _LABEL), key=lambda name: (-len(name), name))
    return tuple(dict.fromkeys((*labels, *_values(own, _ALSO))))


def _kind(own: Pairs) -> str:
    types = [name for name in _values(own, _TYPE) if name.startswith(_ONTOLOGY)]
    return types[0].removeprefix(_ONTOLOGY) if types else "Thing"


def _own_lines(store: GraphStore, own: Pairs, quotes: tuple[Quote, ...]) -> Iterator[Line]:
    for verb, node in own:
        if verb not in _UNTOLD:
            iri = node.value if isinstance(node, ox.NamedNode) else None
            value = _called(store, node)
            yield Line(f"{_words(verb)}: {value}", iri, _fitting(value, quotes))


def _fitting(value: str, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the quotes that print the value; where none does, the first."""
    printed = tuple(quote for quote in quotes if value.casefold() in quote.text.casefold())
    return printed or quotes[:1]


def _named(facts: tuple[Line, ...], quotes: tuple[Quote, ...]) -> tuple[Section, ...]:
    """Return the section of the quotes that stand behind no line yet."""
    shown = {quote for line in facts for quote in line.quotes}
    lines = tuple(Line("named in", None, (quote,)) for quote in quotes if quote not in shown)
    return (Section("words", lines[:LIMIT], max(0, len(lines) - LIMIT)),) if lines else ()


def _quotes(store: GraphStore, own: Pairs) -> tuple[Quote, ...]:
    passages = _values(own, _ONTOLOGY + "evidence")
    quotes = (_quote(store, passage) for passage in passages)
    return tuple(sorted(filter(None, quotes), key=lambda q: (q.article, q.start, q.end)))


def _quote(store: GraphStore, passage: str) -> Quote | None:
    said = {verb.removeprefix(_ONTOLOGY): node.value for verb, node in _pairs(store, passage)}
    if not {"quote", "article", "start", "end"} <= set(said):
        return None
    article = said["article"].rpartition("/article/")[2]
    return Quote(said["quote"], article, int(said["start"]), int(said["end"]))


# --- what other things say of it --------------------------------------------------


def _incoming(
    store: GraphStore, members: frozenset[str], pointing: Iterable[str]
) -> Iterator[Section]:
    """Yield a section a kind of fact: ties first, then the things that name this one."""
    ties: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for subject in pointing:
        own = _pairs(store, subject)
        kind = _kind(own)
        if kind in _TIES:
            ties.setdefault(kind, []).append(subject)
        for verb, node in own:
            if kind not in (*_TIES, "Passage") and node.value in members:
                others.setdefault(_heading(verb), []).append(subject)
    for kind, facts in sorted(ties.items(), key=lambda entry: _TIES.index(entry[0])):
        yield _section(
            _HEADINGS[kind], [_tie(store, fact, members) for fact in facts[:LIMIT]], facts
        )
    for title, subjects in sorted(others.items()):
        yield _section(title, [_other(store, each) for each in subjects[:LIMIT]], subjects)


def _heading(verb: str) -> str:
    return _FROM_OTHERS.get(verb.removeprefix(_ONTOLOGY), f"{_words(verb)} of")


def _section(title: str, lines: list[Line], whole: list[str]) -> Section:
    return Section(title, tuple(lines), len(whole) - len(lines))


def _tie(store: GraphStore, fact: str, members: frozenset[str]) -> Line:
    """Tell a participation, tenure, act or the like by all that it ties but the thing itself."""
    own = _pairs(store, fact)
    parts = []
    first = None
    for name in _ORDER:
        for verb, node in own:
            if verb == _ONTOLOGY + name and node.value not in members and short(node) not in _SAID:
                first = first or (node.value if isinstance(node, ox.NamedNode) else None)
                parts.append(f"{_words(verb)}: {_called(store, node)}")
    return Line("; ".join(parts) or curie(fact), first or fact, _quotes(store, own))


def _other(store: GraphStore, iri: str) -> Line:
    own = _pairs(store, iri)
    return Line(_called(store, ox.NamedNode(iri)), iri, _quotes(store, own)[:1])


def _called(store: GraphStore, node: ox.NamedNode | ox.Literal) -> str:
    """Return the name of a thing, a meeting with its date; a literal as it stands."""
    if isinstance(node, ox.Literal):
        return node.value
    own = _pairs(store, node.value)
    dates = _values(own, _DATE)
    name = next(iter(_names(own)), curie(node.value))
    return f"{name} ({max(dates)})" if dates else name


def _words(verb: str) -> str:
    """Return a property as words: "attestedOn" is attested on."""
    name = re.split(r"[/#]", verb)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


# --- in the terminal --------------------------------------------------------------


def _render(told: Dossier, width: int) -> Iterator[str]:
    yield from textwrap.wrap(told.name, width)
    yield f"{_words(told.kind)} · {curie(told.iri)}"
    if told.also:
        yield from textwrap.wrap(f"also: {'; '.join(told.also)}", width)
    for section in told.sections:
        yield ""
        yield section.title.upper()
        for line, after in zip(section.lines, (*section.lines[1:], None), strict=True):
            yield from textwrap.wrap(
                line.text, width, initial_indent="  ", subsequent_indent="    "
            )
            if after is None or after.quotes != line.quotes:  # the same words once for all
                for quote in line.quotes:
                    yield from _render_quote(quote, width)
        if section.more:
            yield f"  … and {section.more} more"


def _render_quote(quote: Quote, width: int) -> list[str]:
    words = " ".join(quote.text.split())
    text = f"“{words}” — {quote.article}, {quote.start}–{quote.end}"
    return textwrap.wrap(text, width, initial_indent="      ", subsequent_indent="      ")
