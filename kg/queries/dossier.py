"""A dossier: all that the store knows of one thing, with the words behind each line."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import UsageError
from kg.queries import surroundings, things
from kg.queries.results import curie, short
from kg.queries.showing import shows
from kg.queries.surroundings import (
    ALSO,
    HEAD,
    LABEL,
    ONTOLOGY,
    TYPE,
    Called,
    Pairs,
    Quote,
    values,
)

if TYPE_CHECKING:
    from kg.store.protocol import GraphStore

LIMIT = 40
"""Facts of one kind that are told in full; of more only the number."""

_EVIDENCE = ONTOLOGY + "evidence"
_UNTOLD = {
    *(TYPE, LABEL, ALSO, HEAD),
    *(ONTOLOGY + name for name in ("evidence", "rule", "text", "sha256", "title", "isoCode")),
}
_ORDER = (
    *("meeting", "action", "instrument", "topic", "person", "form", "office", "party", "role"),
    *("attestedOn", "identifiedAs"),
)
_HEADINGS = {
    "Participation": "takes part",
    "Tenure": "holds office",
    "Act": "what was done",
    "AgendaItem": "what was taken up",
    "Appearance": "name in print",
}
_TIES = tuple(_HEADINGS)
_FROM_OTHERS = {
    "broader": "narrower topics",
    "chair": "chairs",
    "convenes": "meetings of this body",
    "of": "offices",
    "partOf": "bodies",
    "refersTo": "referred to by",
    "under": "meetings under it",
}
_BY_KIND = {
    ("country", "Meeting"): "meetings in it",
    ("country", "Place"): "places",
    ("kind", "Instrument"): "documents of this kind",
    ("place", "Meeting"): "meetings here",
    ("topic", "Meeting"): "meetings that took it up",
}
_SAID = {"participant"}  # the role of everybody


@dataclass(frozen=True, slots=True)
class Part:
    """A property in words and what it says; `iri` where that is a thing of its own."""

    verb: str
    value: str
    iri: str | None = None

    @property
    def text(self) -> str:
        """Return property and value in one, the value alone where there is no property."""
        return f"{self.verb}: {self.value}" if self.verb else self.value


@dataclass(frozen=True, slots=True)
class Line:
    """One thing known, in words, and the quotes behind it; `iri` is what it leads to."""

    text: str
    iri: str | None
    quotes: tuple[Quote, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind; `more` counts those that are not told, `skipped` those of them before."""

    title: str
    lines: tuple[Line, ...]
    more: int = 0
    skipped: int = 0


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


@dataclass(frozen=True, slots=True)
class Window:
    """Which lines are told: `size` of each section; of the one called `section` after `skip`.

    A section is called by its title or as addresses write it, "takes-part".
    Nothing is told of the sections in `without`.
    """

    size: int = LIMIT
    section: str | None = None
    skip: int = 0
    without: tuple[str, ...] = ()

    def cut(self, title: str, facts: list[str]) -> list[str]:
        """Return the facts of a section that are told."""
        skip = self.skipped(title)
        return facts[skip : skip + self.size]

    def skipped(self, title: str) -> int:
        """Return how many facts of a section stand before those that are told."""
        return self.skip if self.section in (title, title.replace(" ", "-")) else 0


def dossier(store: GraphStore, thing: str, window: Window = Window()) -> Dossier:
    """Return what the store knows of `thing`: an IRI, a prefixed name, a key or a name.

    Raises UsageError where the store knows nothing of it, or where a name may
    mean several things: the message lists them.
    """
    nodes = things.members(store, things.find(store, thing))
    said = surroundings.statements(store, nodes)
    own = tuple(sorted(set(chain.from_iterable(said.values())), key=surroundings.order))
    pointing = surroundings.pointing(store, nodes)
    told = {subject: verbs for subject, verbs in pointing.items() if subject not in nodes}
    if not own and not told:
        raise UsageError(f"the store says nothing of {thing!r}")
    iri, known = nodes[0], surroundings.printed(own)
    return Dossier(
        iri,
        surroundings.kind(iri, own),
        known[0] if known else curie(iri),
        known[1:],
        (*_known(store, own, nodes, window), *_incoming(store, nodes, told, window)),
    )


# --- what the thing itself says ---------------------------------------------------


def _known(
    store: GraphStore, own: Pairs, nodes: tuple[str, ...], window: Window
) -> Iterator[Section]:
    """Yield what the thing says of itself, and the quotes that stand behind none of it."""
    quotes = _sorted(surroundings.quotes(store, values(own, _EVIDENCE)).values())
    shown = tuple((v, n) for v, n in own if v not in _UNTOLD and n.value not in nodes)
    called = surroundings.names(store, _iris(shown))
    of = _by_statement(store, nodes, quotes)
    lines = tuple(
        Line(part.text, part.iri, fitting(part, of.get((verb, node.value), quotes)), (part,))
        for verb, node in shown
        for part in (_part(verb, node, called),)
    )
    if lines:
        yield Section("known", lines)
    fit = {quote for line in lines for quote in line.quotes}
    bare = [Line("named in", None, (quote,)) for quote in quotes if quote not in fit]
    if bare:
        yield Section("words", tuple(bare[: window.size]), max(0, len(bare) - window.size))


def _by_statement(
    store: GraphStore, nodes: tuple[str, ...], quotes: tuple[Quote, ...]
) -> dict[tuple[str, str], tuple[Quote, ...]]:
    """Return for each property and value the quotes of the articles that state it.

    Of a thing that several articles tell of, each may say something else.
    """
    if len({quote.article for quote in quotes}) < 2:
        return {}
    made = {
        statement: tuple(quote for quote in quotes if quote.article in articles)
        for statement, articles in surroundings.stating(store, nodes).items()
    }
    return {statement: mine for statement, mine in made.items() if mine}


def _iris(pairs: Pairs) -> list[str]:
    return [node.value for _, node in pairs if isinstance(node, ox.NamedNode)]


def _part(verb: str, node: surroundings.Node, called: dict[str, Called]) -> Part:
    name = called.get(node.value) if isinstance(node, ox.NamedNode) else None
    return Part(words(verb), name.text if name else node.value, name.head if name else None)


def fitting(part: Part, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the quotes that show the value; where none does, the first."""
    shown = tuple(quote for quote in quotes if shows(quote.text, part.value, part.iri))
    return shown or quotes[:1]


def _sorted(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    return tuple(sorted(quotes, key=lambda quote: quote.place))


# --- what other things say of it --------------------------------------------------


def _incoming(
    store: GraphStore,
    nodes: tuple[str, ...],
    pointing: dict[str, tuple[str, ...]],
    window: Window,
) -> Iterator[Section]:
    """Yield a section a kind of fact: ties first, the latest before, then what names this one."""
    ties: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for subject, verbs in pointing.items():
        kind = surroundings.kind(subject)
        if kind in _TIES:
            ties.setdefault(_HEADINGS[kind], []).append(subject)
        for verb in verbs if kind not in (*_TIES, "Passage") else ():
            others.setdefault(_heading(verb, kind), []).append(subject)
    order = tuple(_HEADINGS.values())
    for title, facts in sorted(ties.items(), key=lambda entry: order.index(entry[0])):
        if title not in window.without:
            chosen = window.cut(title, latest(store, facts))
            yield _section(title, _tied(store, chosen, nodes), len(facts), window)
    for title, subjects in sorted(others.items()):
        if title not in window.without:
            lines = _others(store, window.cut(title, subjects))
            yield _section(title, lines, len(subjects), window)


def latest(store: GraphStore, facts: list[str]) -> list[str]:
    """Return facts sorted by the dates of their meetings, the latest first, undated ones last."""
    dates = surroundings.dates(store, facts) if len(facts) > 1 else {}
    return sorted(facts, key=lambda fact: dates.get(fact, ""), reverse=True)


def _heading(verb: str, kind: str) -> str:
    name = verb.removeprefix(ONTOLOGY)
    return _BY_KIND.get((name, kind)) or _FROM_OTHERS.get(name) or f"{words(verb)} of"


def _section(title: str, lines: tuple[Line, ...], whole: int, window: Window) -> Section:
    return Section(title, lines, whole - len(lines), window.skipped(title))


def _tied(store: GraphStore, facts: list[str], nodes: tuple[str, ...]) -> tuple[Line, ...]:
    """Tell participations, tenures, acts and the like by all that they tie but the thing itself."""
    said = surroundings.statements(store, facts)
    shown = {fact: tuple(_ties(said.get(fact, ()), nodes)) for fact in facts}
    called = surroundings.names(store, chain.from_iterable(map(_iris, shown.values())))
    passages = [p for pairs in said.values() for p in values(pairs, _EVIDENCE)]
    quotes = surroundings.quotes(store, passages)
    lines = []
    for fact in facts:
        parts = tuple(_part(verb, node, called) for verb, node in shown[fact])
        iri = next((part.iri for part in parts if part.iri), fact)
        text = "; ".join(part.text for part in parts) or curie(fact)
        cited = (quotes[p] for p in values(said.get(fact, ()), _EVIDENCE) if p in quotes)
        lines.append(Line(text, iri, _sorted(cited), parts))
    return tuple(lines)


def _ties(pairs: Pairs, nodes: tuple[str, ...]) -> Iterator[tuple[str, surroundings.Node]]:
    for name in _ORDER:
        for verb, node in pairs:
            if verb == ONTOLOGY + name and node.value not in nodes and short(node) not in _SAID:
                yield verb, node


def _others(store: GraphStore, subjects: list[str]) -> tuple[Line, ...]:
    called = surroundings.names(store, subjects)
    said = surroundings.statements(store, subjects)
    cited = {subject: values(said.get(subject, ()), _EVIDENCE) for subject in subjects}
    quotes = surroundings.quotes(store, chain.from_iterable(cited.values()))
    lines = []
    for subject in subjects:
        name = called[subject]
        mine = _sorted(quotes[p] for p in cited[subject] if p in quotes)
        part = Part("", name.text, name.head)
        lines.append(Line(name.text, subject, mine[:1], (part,)))
    return tuple(lines)


def words(verb: str) -> str:
    """Return a property as words: "attestedOn" is attested on."""
    name = re.split(r"[/#]", verb)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


# --- in the terminal --------------------------------------------------------------


def _render(told: Dossier, width: int) -> Iterator[str]:
    yield from textwrap.wrap(told.name, width)
    yield f"{words(told.kind)} · {curie(told.iri)}"
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
